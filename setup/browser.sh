#!/bin/sh
# The tests drive a real Chromium: the one named in CHROMIUM, the system's, or Playwright's own.
set -eu

has_chromium() { .venv/bin/python -m devtools.chromium >/dev/null 2>&1; }

if ! has_chromium && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq chromium >/dev/null || true
fi
has_chromium || .venv/bin/python -m playwright install chromium || true
has_chromium || {
  echo "Chromium is missing, the browser tests need it: install Chromium or Chrome, or name one: CHROMIUM=/path/to/chromium make test" >&2
  exit 1
}
touch .venv/browser.ready
