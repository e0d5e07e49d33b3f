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

# Two beside one another: each drives a browser, whose own processes keep a core busy. What stands in
# one file is one's, as its tests share what takes long to make.
BESIDE := -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: help ready serve build test test-all test-rest test-browsers test-access test-fresh check mutants bench load clean

help:
	@echo "make serve   build the site and serve it at http://127.0.0.1:8000 with live reload"
	@echo "make test    every rule, in a real browser too: minutes"
	@echo "make test-all   every case of every rule: each page in every look, slow links, three browsers"
	@echo "make test-browsers   the self-check in Chromium, Firefox and WebKit"
	@echo "make test-access   accessibility in every width, colour scheme and language"
	@echo "make test-fresh   the two commands above on a bare Debian"
	@echo "make build   the whole site into site/, PDFs included"
	@echo "make check   facts, parity, types and style, without a browser"
	@echo "make mutants   what the tests would not notice: an hour or more"
	@echo "make bench   measurements, as ratios"
	@echo "make load    500 readers at once for 30 s, at the real nginx"

# What each command needs: a lock of Python packages, and of the system what setup/packages.txt names.
LOCK := dev
NEEDS := spelling
serve build: LOCK := build
serve: NEEDS := --spare pdf spelling
build: NEEDS := pdf spelling
test test-rest: NEEDS := pdf spelling browser server
test-all: NEEDS := pdf spelling browser server engines
test-browsers: NEEDS := pdf spelling engines
test-access bench: NEEDS := pdf spelling browser
load: NEEDS := pdf spelling server

ready:
	@sh setup/ready.sh $(LOCK) $(NEEDS)

serve: ready
	$(PY) -m publish serve

build: ready
	$(PY) -m publish build

test: ready check
	$(PY) -m pytest $(BESIDE)

test-all: ready test test-rest test-browsers test-fresh

# What `make test` leaves out, and again, in their whole breadth, the tests that can be had broader.
test-rest: ready
	$(PY) -m pytest $(BESIDE) --all-looks --hypothesis-profile=large -m "matrix or slow or looks or hypothesis"

test-browsers: ready
	xvfb-run -a $(PY) -m pytest -m engines tests/engines

# README's two commands on a bare Debian, where this machine can make one.
test-fresh: ready
	@bash setup/fresh.sh

test-access: ready
	$(PY) -m pytest --all-looks -m "" tests/browser/test_walk.py tests/browser/test_access_states.py

check: ready
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m publish check
	node_modules/.bin/tsc --project web
	node --test tests/js/*.test.mjs

# Only some of it: make mutants ONLY='selfcheck.render.*'
mutants: ready
	$(PY) -m devtools.mutants $(ONLY)

bench: ready bench/peers/node_modules/.ready
	$(PY) -m bench

load: ready
	$(PY) -m publish build
	$(PY) -m bench.load

clean:
	rm -rf .build site site-nginx mutants

# What the site is measured against; nothing else needs it.
bench/peers/node_modules/.ready: bench/peers/package-lock.json | ready
	npm ci --prefix bench/peers --loglevel=error && touch $@
