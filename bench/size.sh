#!/bin/sh
# The DNS half at its real size (F32): planner's and enactor's core and the enactor's HTTP client against fake-route53, with more
# and more load balancers. Everything listens on 127.0.0.1 and ends with the script. docs/benchmarks.md says how to read it.
#
#   SIZES='1 14 139 1389' HEAP=768 ENACTOR_HEAP=40 SPEED=60 bench/size.sh
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
dist="$home/lab-cli/target/dist"
sizes=${SIZES:-1 14 139 1389}
heap=${HEAP:-768}
enactor_heap=${ENACTOR_HEAP:-40}
speed=${SPEED:-60}
http_port=17001
dns_port=15300

fail() {
    echo "bench/size.sh: $1" >&2
    exit 1
}

for number in $sizes "$heap" "$enactor_heap" "$speed"; do
    case $number in
        '' | *[!0-9]* | 0*) fail "SIZES, HEAP, ENACTOR_HEAP (megabytes) and SPEED are whole numbers from 1, not '$number'" ;;
    esac
done
curl=$(command -v curl) || fail "needs curl; on Debian: apt-get install curl"
[ -f "$dist/fake-route53.jar" ] || fail "the jars are missing; run mvn -Pjars package -DskipTests"
classes="$home/race/target/test-classes"
[ -f "$classes/emptyrecord/race/size/SizeBench.class" ] || fail "the bench is not compiled; run mvn test-compile -pl race -am"

path="$classes:$home/race/target/classes:$dist/dns-enactor.jar:$dist/dns-planner.jar:$dist/fake-route53.jar:$dist/lib/*"

find_java() {
    for jdk in "${LAB_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/java/openjdk; do
        if [ -n "$jdk" ] && [ -x "$jdk/bin/jcmd" ] && "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
            echo "$jdk/bin/java"
            return
        fi
    done
    fail "needs a JDK of version 25 or newer and found none; set JAVA_HOME to it"
}
java=$(find_java)
options=$(grep -v '^#' "$dist/jvm.options" | tr '\n' ' ')

work=$(mktemp -d "${TMPDIR:-/tmp}/bench-size.XXXXXX")
server=
stop() {
    [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
    server=
}
trap 'stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

start() {
    # The options are words.
    # shellcheck disable=SC2086
    "$java" "-Xmx${heap}m" $options -jar "$dist/fake-route53.jar" --server.port=$http_port --route53.dns.port=$dns_port \
        --lab.data-dir="$work/data-$1" --lab.speed="$speed" "--route53.zones-bytes-max=$((heap / 2))MB" >"$work/route53.log" 2>&1 &
    server=$!
    tries=0
    until "$curl" -sf -o /dev/null "http://127.0.0.1:$http_port/actuator/health"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 120 ] || ! kill -0 "$server" 2>/dev/null; then
            tail -n 20 "$work/route53.log" >&2
            fail "fake-route53 does not answer on port $http_port; its log ends above"
        fi
        sleep 0.5
    done
}

measure() {
    # shellcheck disable=SC2086
    "$java" "-Xmx${enactor_heap}m" $options -cp "$path" \
        emptyrecord.race.size.SizeBench "http://127.0.0.1:$http_port" "127.0.0.1:$dns_port" "$server" "$1" "$speed" \
        >"$work/$1" 2>"$work/bench.log" || { tail -n 20 "$work/bench.log" "$work/route53.log" >&2; fail "the bench with $1 load balancers failed"; }
}

for size in $sizes; do
    start "$size"
    measure "$size"
    stop
done

# One row for each figure, one column for each size.
awk -F '\t' '
    FNR == 1 { files++ }
    !($1 in seen) { seen[$1] = ++rows; name[rows] = $1 }
    { value[$1, files] = $2 }
    END {
        for (row = 1; row <= rows; row++) {
            line = "| " name[row] " |"
            for (file = 1; file <= files; file++) line = line " " value[name[row], file] " |"
            print line
            if (row == 1) { line = "| --- |"; for (file = 1; file <= files; file++) line = line " --- |"; print line }
        }
    }' $(for size in $sizes; do echo "$work/$size"; done)
echo
# shellcheck disable=SC2086
"$java" -Xmx256m $options -cp "$path" emptyrecord.race.size.AnswerCost $sizes
