#!/bin/sh
# DynamoDB's work on fake-dynamo, with and without forced writes, beside dynalite in memory: the same requests from the same
# client, in turn, in one run. Everything listens on 127.0.0.1 on high ports and ends with the script. docs/benchmarks.md
# says how to read the numbers.
#
#   SECONDS_EACH=3 ROUNDS=3 RATE=250 DYNALITE=folder BEFORE=dist OTHERS='name=port,pid …' JAVA_OPTIONS='' bench/dynamo.sh
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
dist="$home/lab-cli/target/dist"
seconds=${SECONDS_EACH:-3}
rounds=${ROUNDS:-3}
rate=${RATE:-250}
heap=${HEAP:-64}
classes="$home/fake-dynamo/target/test-classes"
version=4.0.0

fail() {
    echo "bench/dynamo.sh: $1" >&2
    exit 1
}

for number in "$seconds" "$rounds" "$rate" "$heap"; do
    case $number in
        '' | *[!0-9]* | 0*) fail "SECONDS_EACH, ROUNDS, RATE and HEAP (megabytes) are whole numbers from 1, not '$number'" ;;
    esac
done
curl=$(command -v curl) || fail "needs curl; on Debian: apt-get install curl"
[ -f "$dist/fake-dynamo.jar" ] || fail "the jars are missing; run mvn -Pjars package -DskipTests"
[ -f "$classes/emptyrecord/dynamo/bench/DynamoBench.class" ] \
    || fail "the bench is not compiled; run mvn test-compile -pl fake-dynamo -am"
[ -z "${BEFORE:-}" ] || [ -f "$BEFORE/fake-dynamo.jar" ] || fail "there is no fake-dynamo.jar in BEFORE=$BEFORE"

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
jcmd="${java%java}jcmd"

work=$(mktemp -d "${TMPDIR:-/tmp}/bench-dynamo.XXXXXX")
pids=
clean_up() {
    for pid in $pids; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in $pids; do
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# dynalite is installed outside of the repository, into a folder that is kept if DYNALITE names it.
install_dynalite() {
    folder=${DYNALITE:-"$work/dynalite"}
    dynalite="$folder/node_modules/dynalite/cli.js"
    if [ ! -f "$dynalite" ]; then
        command -v npm >/dev/null || fail "needs npm and node to install dynalite; on Debian: apt-get install npm"
        mkdir -p "$folder"
        npm install --prefix "$folder" --no-audit --no-fund "dynalite@$version" >"$work/npm.log" 2>&1 \
            || { tail -n 10 "$work/npm.log" >&2; fail "dynalite cannot be installed; its log ends above"; }
    fi
}

servers=
# await NAME PORT: until something answers there, and then it is a server to measure.
await() {
    pid=$!
    pids="$pids $pid"
    tries=0
    until "$curl" -s -o "$work/answer" "http://127.0.0.1:$2/"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 120 ] || ! kill -0 "$pid" 2>/dev/null; then
            tail -n 20 "$work/$1.log" >&2
            fail "$1 does not answer on 127.0.0.1:$2; its log ends above"
        fi
        sleep 0.5
    done
    servers="$servers $1=$2,$pid"
}

# start NAME DIST DURABILITY PORT
start() {
    options=$(grep -v '^#' "$2/jvm.options" | tr '\n' ' ')
    # The options are words.
    # shellcheck disable=SC2086
    "$java" "-Xmx${heap}m" $options ${JAVA_OPTIONS:-} -jar "$2/fake-dynamo.jar" --server.port=0 --lab.data-dir="$work/$1" \
        "--dynamo.durability=$3" \
        "--dynamo.load-balancers[0].name=lb-1a" "--dynamo.load-balancers[0].zone=us-east-1a" \
        "--dynamo.load-balancers[0].address=127.0.0.1" "--dynamo.load-balancers[0].port=$4" >"$work/$1.log" 2>&1 &
    await "$1" "$4"
}

install_dynalite
node=$(command -v node) || fail "needs node for dynalite; on Debian: apt-get install nodejs"
start disk "$dist" disk 18001
start process "$dist" process 18002
if [ -n "${BEFORE:-}" ]; then
    start disk-before "$BEFORE" disk 18003
    start process-before "$BEFORE" process 18004
fi
"$node" "$dynalite" --host 127.0.0.1 --port 18005 --createTableMs 0 >"$work/dynalite.log" 2>&1 &
await dynalite 18005

echo "load average $(cut -d ' ' -f 1-3 /proc/loadavg), $rounds rounds of $seconds s each"
echo
# The servers are words.
# shellcheck disable=SC2086
"$java" -Xmx256m -cp "$classes" emptyrecord.dynamo.bench.DynamoBench "$seconds" "$rounds" "$rate" $servers ${OTHERS:-}
echo
echo "| server | heap after a collection, MB |"
echo "| --- | --- |"
for server in $servers; do
    name=${server%%=*}
    pid=${server##*,}
    if [ "$name" != dynalite ]; then
        "$jcmd" "$pid" GC.run >"$work/gc" 2>&1
        used=$("$jcmd" "$pid" GC.heap_info | awk '/generation|total/ { for (i = 1; i <= NF; i++) if ($i == "used") { v = $(i + 1); sub(/K.*/, "", v); kb += v } }
            END { printf "%.0f", kb / 1024 }')
        echo "| $name | $used |"
    fi
done
echo
echo "load average $(cut -d ' ' -f 1-3 /proc/loadavg) at the end"
