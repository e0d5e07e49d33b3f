#!/usr/bin/env bash
# Does README's two commands on a bare Debian, as a newcomer would. A plain user, with Python there and
# nothing else, runs `make serve`: pages are shown, and the PDFs once what the command names is installed,
# word for word; then `make test` alike. Then root, for whom the set-up installs all by itself.
# What is tried is the last commit.
# Usage: bash setup/fresh.sh [SUITE]     needs root, mmdebstrap and the mirror that this Debian itself uses
set -euo pipefail
cd "$(dirname "$0")/.."
suite=${1:-trixie}
port=${SOSKE_PORT:-8137}
page=http://127.0.0.1:$port/

skip() { echo "BARE MACHINE UNTESTED: $1"; exit 0; }
fail() { echo "BARE MACHINE: $1" >&2; exit 1; }

mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    awk '$1 ~ /^(URIs:|deb)$/ && $2 ~ /\/debian\/?$/ && !found {print $2; found = 1}'
}

[ "$(id -u)" = 0 ] || skip "only root can make one"
[ -n "$(mirror || true)" ] || skip "this is no Debian with a mirror"
command -v mmdebstrap >/dev/null || { apt-get update -qq && apt-get install -y -qq mmdebstrap; } >/dev/null 2>&1 ||
  skip "mmdebstrap cannot be installed"

room=$(mktemp -d)
serving=""
leave() {
  [ -z "$serving" ] || kill -INT -- "-$serving" 2>/dev/null || true
  for each in dev/shm dev/pts dev proc; do ! mountpoint -q "$room/$each" || umount -l "$room/$each"; done
  mountpoint -q "$room/dev" || mountpoint -q "$room/proc" || rm -rf --one-file-system "$room"
}
trap leave EXIT

make_machine() {
  mmdebstrap --quiet --variant=apt --include=ca-certificates,git,make,passwd,procps "$suite" "$room" "$(mirror)" >/dev/null
  # It reaches the network as this machine does.
  rm -rf "$room/etc/ssl/certs" && cp -rL /etc/ssl/certs "$room/etc/ssl/certs"
  for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/npmrc ~/.npmrc; do
    [ ! -f "$file" ] || cp -L "$file" "$room$file"
  done
  chroot "$room" useradd -m ann
  [ ! -f ~/.npmrc ] || cp ~/.npmrc "$room/home/ann/.npmrc"
  mount --bind /proc "$room/proc" && mount --bind /dev "$room/dev"
  ! mountpoint -q /dev/pts || mount --bind /dev/pts "$room/dev/pts"
  mountpoint -q "$room/dev/shm" || mount -t tmpfs none "$room/dev/shm"
  for home in home/ann root; do git clone -q . "$room/$home/soske"; done
  chroot "$room" chown -R ann: /home/ann
}

# as USER COMMAND...: in the user's clone on the bare machine, with nothing of this machine's environment
# but the certificates.
as() {
  local user=$1 home=/root become=()
  shift
  if [ "$user" != root ]; then home=/home/$user become=(setpriv --reuid="$user" --regid="$user" --init-groups); fi
  chroot "$room" env -i HOME="$home" USER="$user" LANG=C.UTF-8 SOSKE_PORT="$port" \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    ${PIP_CERT:+PIP_CERT="$PIP_CERT"} ${SSL_CERT_FILE:+SSL_CERT_FILE="$SSL_CERT_FILE"} \
    ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"} \
    "${become[@]}" sh -c 'cd ~/soske && exec "$@"' sh "$@"
}

# Installs what a message names for apt, as the message has it.
follow() {
  local line
  line=$(grep -m1 -o 'apt-get install [^&]*' "$1") || fail "no command for apt in: $(cat "$1")"
  as root sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${line/install/install -y -qq} >/dev/null 2>&1"
}

# Serves as a user until the front page is shown.
serve() {
  started=$SECONDS
  set -m
  as "$1" make serve >"$room/told" 2>&1 &
  serving=$!
  set +m
  until get "$page" | grep -q 'lang="fi"'; do awake; done
  echo "$1: make serve shows the front page after $((SECONDS - started)) s"
}

# Waits for the Finnish PDF, and stops the serving as Ctrl+C does.
serve_pdf() {
  until get "${page}pdf/soske-fi.pdf" | head -c 5 | grep -q %PDF-; do awake; done
  echo "$1: the PDF is there after $((SECONDS - started)) s"
  kill -INT -- "-$serving"
  wait "$serving" || true
  serving=""
  ! grep -q Traceback "$room/told" || fail "a traceback: $(cat "$room/told")"
}

get() { .venv/bin/python -c 'import sys, urllib.request as r; sys.stdout.buffer.write(r.urlopen(sys.argv[1], timeout=9).read())' "$1" 2>/dev/null; }

awake() {
  kill -0 "$serving" 2>/dev/null || fail "make serve ended: $(cat "$room/told")"
  [ $((SECONDS - started)) -lt 1200 ] || fail "nothing is served: $(cat "$room/told")"
  sleep 1
}

make_machine
! as ann make serve >"$room/told" 2>&1 || fail "make serve did without Python"
grep -q 'apt-get install python3 ' "$room/told" || fail "Python's packages are not named: $(cat "$room/told")"
as root sh -c 'apt-get update -qq && apt-get install -y -qq python3 python3-venv >/dev/null 2>&1'
serve ann
follow "$room/told"
serve_pdf ann
! as ann make test >"$room/told" 2>&1 || fail "make test did without a browser"
follow "$room/told"
as ann make test || fail "make test fails for a plain user"
serve root
serve_pdf root
