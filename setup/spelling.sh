#!/bin/sh
# The spelling of the Finnish texts is checked with Voikko, a system library and its words.
# Swedish and English are checked with Hunspell and dictionaries that are locked with the packages.
set -eu

has_voikko() { .venv/bin/python -c 'import libvoikko; libvoikko.Voikko("fi")' >/dev/null 2>&1; }

if ! has_voikko && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq libvoikko1 voikko-fi >/dev/null || true
fi
if has_voikko; then
  touch .venv/spelling.ready
else
  # The check goes on without, and says so.
  echo "Voikko is missing, Finnish spelling needs it: Debian and Ubuntu 'sudo apt-get install libvoikko1 voikko-fi', macOS 'brew install libvoikko'" >&2
fi
