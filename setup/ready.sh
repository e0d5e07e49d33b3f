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
    told=$("$uv" python install 3.13 2>&1) && fit "$("$uv" python find --no-project 3.13)" && return
    echo "uv could not fetch it: $(printf %s "$told" | tail -1)" >&2
  done
  return 1
}

# The packages of what is named after the first argument, the column: 3 for apt, 4 for dnf, 5 for brew.
packages() {
  column=$1 && shift
  awk -F'|' -v column="$column" -v needs=" $* " \
    'index(needs, " " $1 " ") && $column != "-" {printf " %s", $column}' setup/packages.txt
}

lock=$1 && shift
if ! find_python && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  wanted=$(packages 3 python "$@")
  echo "Installing$wanted …"
  # The runlevel keeps Debian from starting servers.
  told=$({ apt-get update -qq && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $wanted; } 2>&1) || printf '%s\n' "$told" | tail -3 >&2
  find_python || true
fi
[ -n "${python:-}" ] || {
  cat >&2 <<END
Python 3.12 or newer with venv is missing (there is $(python3 -V 2>/dev/null || echo no Python)). It comes, with all else that this command needs, by
  Debian 13, Ubuntu 24.04 or newer:  sudo apt-get install$(packages 3 python "$@")
  Fedora:     sudo dnf install$(packages 4 python "$@")
  macOS:      brew install$(packages 5 python "$@")
  Debian 12:  sudo apt-get install pipx$(packages 3 "$@") && pipx install uv
              (its own Python is older; uv fetches a newer one, pyenv does too)
Or name a Python: make PYTHON=/path/to/python. Then run the same command again.
END
  exit 1
}
exec "$python" -m setup.ready "$lock" "$@"
