#!/bin/sh
# The site's configuration is tested with the real nginx, and its load with wrk. On a Mac or without
# rights to install, the tests of the server are left out, and pytest says so.
set -eu
packages="nginx libnginx-mod-http-brotli-static openssl curl wrk"

has_nginx() {
  PATH="$PATH:/usr/sbin" command -v nginx >/dev/null 2>&1 &&
    [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] && command -v wrk >/dev/null 2>&1
}

if ! has_nginx && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  # The runlevel keeps Debian from starting a server of its own.
  apt-get update -qq && RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $packages >/dev/null || true
fi
if has_nginx; then
  touch .venv/nginx.ready
else
  echo "nginx is missing, its configuration goes untested: Debian and Ubuntu 'sudo apt-get install $packages'" >&2
fi
