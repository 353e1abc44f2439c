#!/bin/sh
# Sends a running region what would end a service that bounds nothing, and prints a table of the outcome of each input.
# Everything goes to loopback. Ends with 1 when a service was ended. docs/limits.md has the table of the shipped heaps.
#
#   bench/abuse.sh [--name REGION] [--short] [PART OF AN INPUT'S OR A SERVICE'S NAME]
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
run=${LAB_RUN:-$home/run}
network=127.0

fail() {
    echo "bench/abuse.sh: $1" >&2
    exit 2
}

if [ "${1:-}" = --name ]; then
    place="$(dirname "$run")/teams/${2:?--name needs the name of a region}.place"
    [ -f "$place" ] || fail "there is no region '$2'; ./lab --name $2 up starts one"
    network=127.$((100 + $(cat "$place")))
    shift 2
fi

dose=whole
if [ "${1:-}" = --short ]; then
    dose=short
    shift
fi

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for jdk in /usr/lib/jvm/*25*; do
    "$java" --version 2>/dev/null | grep -q ' 2[5-9]' && break
    [ -x "$jdk/bin/java" ] && java=$jdk/bin/java
done

# What is held open takes a file each.
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
exec "$java" "$home/e2e/src/test/java/emptyrecord/e2e/abuse/Abuse.java" "$network" "$dose" "${1:-}"
