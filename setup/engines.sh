#!/bin/sh
# `make test-browsers` drives Chromium, Firefox and WebKitGTK, each by the driver of its system.
set -eu

lacking() { .venv/bin/python -m devtools.engines 2>/dev/null; }

if ! lacking >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth >/dev/null || true
fi
lacking >/dev/null || {
  echo "Missing for the tests in three browsers: $(lacking || true). Debian: 'sudo apt-get install chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth'" >&2
  exit 1
}
touch .venv/engines.ready
