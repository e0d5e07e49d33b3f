#!/bin/sh
# Makes .venv with a Python of 3.12 or newer and the locked packages of requirements/NAME.txt.
# Usage: sh setup/python.sh build|dev|node
set -eu
lock="requirements/$1.txt"

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

find_python() {
  for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python \
      "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9].*/bin/python; do
    if new_enough "$python"; then echo "$python"; return; fi
  done
  echo "Python 3.12 or newer is missing: install it (python.org, your system's packages or pyenv), or name one: make PYTHON=/path/to/python" >&2
  exit 1
}

# Half-made without its pip, or moved: what it holds then names its old place.
whole() { new_enough .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1 && grep -qsF "$PWD/.venv/" .venv/bin/pip; }

if ! whole; then
  python=$(find_python)
  rm -rf .venv
  "$python" -m venv .venv >/dev/null || {
    rm -rf .venv
    echo "Python's venv module is missing: install it (Debian and Ubuntu: apt-get install python3-venv)" >&2
    exit 1
  }
fi
.venv/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r "$lock"
touch ".venv/$1.ready"
