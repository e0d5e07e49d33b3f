#!/bin/sh
# The PDFs are set with WeasyPrint, which draws its text with Pango, a system library.
set -eu

# HarfBuzz's subsetting is asked for by name: without it WeasyPrint warns, and warnings stop the build.
has_pango() { .venv/bin/python -c 'from weasyprint.text.ffi import harfbuzz_subset as found; assert found' >/dev/null 2>&1; }

if ! has_pango && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >/dev/null
fi
has_pango || {
  echo "Pango is missing, the PDFs need it: Debian and Ubuntu 'sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0', macOS 'brew install pango'" >&2
  exit 1
}
touch .venv/pango.ready
