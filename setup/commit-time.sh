#!/bin/sh
# Prints the seconds since 1970 at which the sources were committed: by git's history, or as an archive
# of the commit tells them; where neither is there, those of 1 January 2020.
cd "$(dirname "$0")/.."
# Without a history of its own, git would tell that of a folder above.
if [ -e .git ] && git -c safe.directory='*' log -1 --format=%ct 2>/dev/null; then exit; fi
grep -sx '[0-9]\{1,\}' setup/commit-time || echo 1577836800
