#!/bin/sh
# Writes the list of classes that the start-up cache is made from, lab-cli/src/main/dist/classes.txt: starts a region without a
# cache, notes what its JVMs load until it is steady, and keeps the names from the JDK and the common libraries.
#
#   bench/classes.sh
set -eu
cd "$(dirname "$0")/.."
dist=lab-cli/target/dist
list=lab-cli/src/main/dist/classes.txt
notes=$(mktemp -d)
./lab doctor >/dev/null || true # builds
rm -f "$dist"/services-*.jsa
mv "$dist/classes.txt" "$notes/classes.txt"
trap './lab down || true; mv "$notes/classes.txt" "$dist/classes.txt"; rm -rf "$notes"' EXIT

JAVA_TOOL_OPTIONS="-Xlog:class+load:file=$notes/%p.log" ./lab up --speed 60

{
    sed '/^#/!d' "$list"
    cat "$notes"/*.log | sed -n 's/.*\] \([^ ]*\) source: .*/\1/p' | tr . / |
        grep -vE '\$\$|0x|LambdaForm|\$Proxy|GeneratedMethodAccessor|^picocli|^org/jline' |
        grep -vE '^emptyrecord/(control|enactor|planner|dwfm|dynamo|route53|network|nlb|lab|scenario|night)/' | LC_ALL=C sort -u
} >"$notes/fresh"
cp "$notes/fresh" "$list"
cp "$list" "$notes/classes.txt"
wc -l "$list"
