# Each command does all its own set-up. `make` alone lists them.
PY := .venv/bin/python
# Files dated by the last commit, so that the same commit builds the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell sh setup/commit-time.sh)
# A checkout may belong to someone else, as in a container: git is told that it may be read.
export GIT_CONFIG_COUNT := 1
export GIT_CONFIG_KEY_0 := safe.directory
export GIT_CONFIG_VALUE_0 := *
# Where Node.js is fetched as a Python package, it lies beside Python.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Other Pythons' settings of the machine are not this one's.
unexport PYTHONHOME PYTHONPATH PYTHONSAFEPATH

# Two beside one another: each drives a browser, whose own processes keep a core busy.
BESIDE := -n 2 --dist loadgroup

.PHONY: help serve build test test-all test-rest test-browsers test-access check bench load clean

help:
	@echo "make serve   build the site and serve it at http://127.0.0.1:8000 with live reload"
	@echo "make test    every rule, in a real browser too: minutes"
	@echo "make test-all   every case of every rule: each page in every look, slow links, three browsers"
	@echo "make test-browsers   the self-check in Chromium, Firefox and WebKit"
	@echo "make test-access   accessibility in every width, colour scheme and language"
	@echo "make build   the whole site into site/, PDFs included"
	@echo "make check   facts, parity, types and style, without a browser"
	@echo "make bench   measurements, as ratios"
	@echo "make load    500 readers at once for 30 s, at the real nginx"

serve: .venv/build.ready node_modules/.ready .venv/spelling.ready
	$(PY) -m publish serve

build: .venv/build.ready node_modules/.ready .venv/pango.ready .venv/spelling.ready
	$(PY) -m publish build

test: .venv/dev.ready node_modules/.ready .venv/pango.ready .venv/browser.ready .venv/nginx.ready check
	$(PY) -m pytest $(BESIDE)

test-all: test test-rest test-browsers

# What `make test` leaves out, and again, in their whole breadth, the tests that can be had broader.
test-rest: .venv/dev.ready node_modules/.ready .venv/pango.ready .venv/browser.ready .venv/nginx.ready
	$(PY) -m pytest $(BESIDE) --all-looks --hypothesis-profile=large -m "matrix or slow or looks or hypothesis"

test-browsers: .venv/dev.ready node_modules/.ready .venv/pango.ready .venv/engines.ready
	xvfb-run -a $(PY) -m pytest -m engines tests/engines

test-access: .venv/dev.ready node_modules/.ready .venv/pango.ready .venv/browser.ready
	$(PY) -m pytest --all-looks tests/browser/test_access_pages.py tests/browser/test_access_states.py tests/browser/test_keyboard.py

check: .venv/dev.ready node_modules/.ready .venv/spelling.ready
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m publish check
	node_modules/.bin/tsc --project web
	node --test tests/js/*.test.mjs

bench: .venv/dev.ready node_modules/.ready .venv/pango.ready .venv/browser.ready bench/peers/node_modules/.ready
	$(PY) -m bench

load: build .venv/dev.ready .venv/nginx.ready
	$(PY) -m bench.load

clean:
	rm -rf .build site site-nginx

.venv/build.ready: requirements/build.txt setup/python.sh
	@sh setup/python.sh build

.venv/dev.ready: requirements/dev.txt .venv/build.ready
	@sh setup/python.sh dev

node_modules/.ready: package-lock.json .venv/build.ready
	@sh setup/node.sh

# What the site is measured against; nothing else needs it.
bench/peers/node_modules/.ready: bench/peers/package-lock.json node_modules/.ready
	@PATH="$$PATH:$(CURDIR)/.venv/bin" npm ci --prefix bench/peers --loglevel=error && touch $@

.venv/pango.ready: .venv/build.ready
	@sh setup/pango.sh

.venv/spelling.ready: .venv/build.ready
	@sh setup/spelling.sh

.venv/browser.ready: .venv/dev.ready
	@sh setup/browser.sh

.venv/nginx.ready: .venv/dev.ready
	@sh setup/nginx.sh

.venv/engines.ready: .venv/dev.ready setup/engines.sh
	@sh setup/engines.sh
