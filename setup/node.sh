#!/bin/sh
# Fetches the locked npm packages (Pyodide, the typeface, the checkers) into node_modules.
# Where Node.js 20 or newer is missing, a Python wheel that carries it serves.
set -eu

new_enough() { "$1" -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' >/dev/null 2>&1; }

if ! { new_enough node && command -v npm >/dev/null 2>&1; }; then
  echo "Node.js 20 or newer is not on this machine: using the one packaged as a Python wheel."
  sh setup/python.sh node || {
    echo "Node.js 20 or newer is missing: install it from nodejs.org or your system's packages" >&2
    exit 1
  }
  PATH="$PWD/.venv/bin:$PATH"
fi
npm ci --no-fund --no-audit --loglevel=error
touch node_modules/.ready
