#!/bin/sh
# Finds a Python of 3.12 or newer; setup/ready.py does the rest of the set-up with it.
# Usage: sh setup/ready.sh build|dev [NEED...]    what a command needs: see setup/packages.txt
set -eu
# Settings for other Pythons than this one.
unset PYTHONHOME PYTHONPATH PYTHONSAFEPATH

fit() {
  "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1 && python=$1
}

find_python() {
  for each in .venv/bin/python "${PYTHON:-python3}" python3.14 python3.13 python3.12 python \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9].*/bin/python; do
    fit "$each" && return
  done
  for uv in uv "$HOME/.local/bin/uv"; do
    command -v "$uv" >/dev/null 2>&1 || continue
    found=$("$uv" python find --no-project '>=3.12' 2>/dev/null) && fit "$found" && return
    echo "Fetching Python 3.13 with uv …"
    "$uv" python install --quiet 3.13 && fit "$("$uv" python find --no-project 3.13)" && return
  done
  return 1
}

# The packages of what is needed: column 3 for apt, 4 for dnf, 5 for brew.
packages() {
  awk -F'|' -v column="$1" -v needs=" $needs " \
    'index(needs, " " $1 " ") && $column != "-" {printf " %s", $column}' setup/packages.txt
}

needs="python $*"
if ! find_python && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing$(packages 3) …"
  # The runlevel keeps Debian from starting servers.
  { apt-get update -qq && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $(packages 3) >/dev/null; } 2>&1 | tail -3 >&2
  find_python || true
fi
[ -n "${python:-}" ] || {
  older=$(python3 -V 2>/dev/null || echo "no Python")
  cat >&2 <<END
Python 3.12 or newer with venv is missing (there is $older). What the command needs is installed by
  Debian 13, Ubuntu 24.04 or newer:  sudo apt-get install$(packages 3)
  Fedora:  sudo dnf install$(packages 4)
  macOS:   brew install$(packages 5)
  Debian 12 and others whose Python is older:  sudo apt-get install pipx && pipx install uv
           (uv fetches a newer Python; pyenv does too, or name one: make PYTHON=/path/to/python)
Then run the same command again.
END
  exit 1
}
exec "$python" -m setup.ready "$@"
