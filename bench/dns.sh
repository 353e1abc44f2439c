#!/bin/sh
# DNS throughput and latency of fake-route53 beside BIND 9 and Knot: the same zone, the same core, in turn, in one run.
# Everything listens on 127.0.0.1 on high ports and ends with the script. docs/benchmarks.md says how to read the numbers.
#
#   SECONDS_EACH=10 ROUNDS=3 NAMES=2000 RATE=5000 SERVER_CPUS=0 CLIENT_CPUS=1 JAVA_OPTIONS='' bench/dns.sh
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
dist="$home/lab-cli/target/dist"
seconds=${SECONDS_EACH:-10}
rounds=${ROUNDS:-3}
names=${NAMES:-2000}
rate=${RATE:-5000}
server_cpus=${SERVER_CPUS:-0}
client_cpus=${CLIENT_CPUS:-1}
http_port=17001
zone=bench.test

fail() {
    echo "bench/dns.sh: $1" >&2
    exit 1
}

for number in "$seconds" "$rounds" "$names" "$rate"; do
    case $number in
        '' | *[!0-9]* | 0*) fail "SECONDS_EACH, ROUNDS, NAMES and RATE are whole numbers from 1, not '$number'" ;;
    esac
done

find_program() {
    PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "$1" \
        || fail "needs $1 and found none; on Debian: apt-get install $2"
}

dnsperf=$(find_program dnsperf dnsperf)
named=$(find_program named bind9)
knotd=$(find_program knotd knot)
dig=$(find_program dig bind9-dnsutils)
curl=$(find_program curl curl)
taskset=$(find_program taskset util-linux)
[ -f "$dist/fake-route53.jar" ] || fail "the jars are missing; run mvn -Pjars package -DskipTests"

find_java() {
    for jdk in "${LAB_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/java/openjdk; do
        if [ -n "$jdk" ] && "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
            echo "$jdk/bin/java"
            return
        fi
    done
    fail "needs Java 25 or newer and found none; set JAVA_HOME to it"
}
java=$(find_java)

"$taskset" -c "$server_cpus" true 2>/dev/null || fail "there is no CPU $server_cpus; set SERVER_CPUS"
"$taskset" -c "$client_cpus" true 2>/dev/null || fail "there is no CPU $client_cpus; set CLIENT_CPUS"

work=$(mktemp -d "${TMPDIR:-/tmp}/bench-dns.XXXXXX")
chmod 755 "$work"
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

# start NAME COMMAND…: in the background, on the servers' CPUs, its output in a log.
start() {
    name=$1
    shift
    "$taskset" -c "$server_cpus" "$@" >"$work/$name.log" 2>&1 &
    pids="$pids $!"
    last=$!
    echo "$last" >"$work/$name.pid"
}

# cpu_ms SERVER: what its process had of the CPU so far, in steps of ten milliseconds.
cpu_ms() {
    sed 's/.*) //' "/proc/$(cat "$work/$1.pid")/stat" | awk -v hertz="$(getconf CLK_TCK)" '{ printf "%d", ($12 + $13) * 1000 / hertz }'
}

ask() {
    "$dig" @127.0.0.1 -p "$1" +short +tries=1 +time=1 "$2" "$3" 2>/dev/null | LC_ALL=C sort
}

# await NAME PORT: until it answers for the zone.
await() {
    tries=0
    until ask "$2" "$zone" SOA | grep -q amazon; do
        tries=$((tries + 1))
        if [ "$tries" -gt 60 ] || ! kill -0 "$last" 2>/dev/null; then
            tail -n 20 "$work/$1.log" >&2
            fail "$1 does not answer on 127.0.0.1:$2; its log ends above"
        fi
        sleep 0.5
    done
}

port_of() {
    case $1 in
        fake-route53) echo 15300 ;;
        bind) echo 15301 ;;
        knot) echo 15302 ;;
    esac
}

# A batch of XML on standard output: names from $1 to $2.
batch() {
    awk -v from="$1" -v to="$2" -v zone="$zone" '
        function set(name, type, value) {
            printf "<Change><Action>CREATE</Action><ResourceRecordSet><Name>%s.%s</Name><Type>%s</Type><TTL>60</TTL>", name, zone, type
            printf "<ResourceRecords><ResourceRecord><Value>%s</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change>", value
        }
        BEGIN {
            printf "<ChangeResourceRecordSetsRequest xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ChangeBatch><Changes>"
            for (i = from; i <= to; i++) {
                set("h" i, "A", "10." int(i / 65536) % 256 "." int(i / 256) % 256 "." i % 256)
                if (i % 10 == 0) set("t" i, "TXT", "\"text " i "\"")
                if (i % 10 == 5) set("c" i, "CNAME", "h" i "." zone ".")
            }
            printf "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>"
        }'
}

fill_route53() {
    from=1
    while [ "$from" -le "$names" ]; do
        to=$((from + 499))
        [ "$to" -le "$names" ] || to=$names
        batch "$from" "$to" >"$work/batch.xml"
        "$curl" -sS -f -o "$work/answer.xml" --data-binary "@$work/batch.xml" \
            "http://127.0.0.1:$http_port/2013-04-01/hostedzone/ZBENCH/rrset" \
            || fail "a batch was refused: $(cat "$work/answer.xml" "$work/fake-route53.log" | tail -n 5)"
        from=$((to + 1))
    done
    tries=0
    until [ -n "$(ask "$(port_of fake-route53)" "h$names.$zone" A)" ]; do
        tries=$((tries + 1))
        [ "$tries" -le 60 ] || fail "the zone was not published"
        sleep 0.5
    done
}

# Of ten questions seven are for an address, one each for a text, an alias name and a name that does not exist.
questions() {
    awk -v names="$names" -v zone="$zone" '
    function max(a, b) { return a > b ? a : b }
    BEGIN {
        srand(53)
        for (n = 0; n < 50000; n++) {
            i = 1 + int(rand() * names)
            kind = n % 10
            if (kind == 7) print "t" max(10, i - i % 10) "." zone " TXT"
            else if (kind == 8) print "c" max(5, i - i % 10 - 5) "." zone " A"
            else if (kind == 9) print "none" i "." zone " A"
            else print "h" i "." zone " A"
        }
    }' >"$work/questions"
}

start_all() {
    options=$(grep -v '^#' "$dist/jvm.options" | tr '\n' ' ')
    # The options are words.
    # shellcheck disable=SC2086
    start fake-route53 "$java" -Xmx128m $options ${JAVA_OPTIONS:-} -jar "$dist/fake-route53.jar" \
        --server.port=$http_port --route53.dns.port="$(port_of fake-route53)" --lab.data-dir="$work/route53" \
        "--route53.zones[0].id=ZBENCH" "--route53.zones[0].name=$zone"
    await fake-route53 "$(port_of fake-route53)"
    fill_route53
    "$dig" @127.0.0.1 -p "$(port_of fake-route53)" "$zone" AXFR +noall +answer \
        | awk '$4 == "SOA" && seen++ { next } { print }' >"$work/zone"
    records=$(wc -l <"$work/zone")

    cat >"$work/named.conf" <<CONF
options {
    directory "$work"; pid-file none; session-keyfile none; lock-file none;
    listen-on port $(port_of bind) { 127.0.0.1; }; listen-on-v6 { none; };
    recursion no; minimal-responses yes; dnssec-validation no; notify no;
};
controls { };
zone "$zone" { type primary; file "$work/zone"; };
CONF
    start bind "$named" -f -n 1 -c "$work/named.conf"
    await bind "$(port_of bind)"

    mkdir -p "$work/knot"
    cp "$work/zone" "$work/knot/zone"
    cat >"$work/knot.conf" <<CONF
server:
    rundir: "$work/knot"
    listen: 127.0.0.1@$(port_of knot)
    udp-workers: 1
    tcp-workers: 1
    background-workers: 1
database:
    storage: "$work/knot"
zone:
  - domain: $zone
    storage: "$work/knot"
    file: zone
    zonefile-sync: -1
    journal-content: none
CONF
    start knot "$knotd" -c "$work/knot.conf"
    await knot "$(port_of knot)"
}

check_same_answers() {
    while read -r name type; do
        ours=$(ask "$(port_of fake-route53)" "$name" "$type")
        for other in bind knot; do
            [ "$ours" = "$(ask "$(port_of "$other")" "$name" "$type")" ] \
                || fail "$other answers $name $type otherwise than fake-route53 ($ours)"
        done
    done <<LIST
$(sed -n '1,40p' "$work/questions")
LIST
}

# measure SERVER FILE OPTIONS…: adds "queries-per-second average-latency-in-ms lost cpu-microseconds-a-query" to a file.
measure() {
    server=$1
    into=$2
    shift 2
    cpu=$(cpu_ms "$server")
    "$taskset" -c "$client_cpus" "$dnsperf" -s 127.0.0.1 -p "$(port_of "$server")" -d "$work/questions" -c 10 -T 1 -l "$seconds" "$@" \
        >"$work/dnsperf" 2>&1 || { tail -n 5 "$work/dnsperf" >&2; fail "dnsperf failed against $server"; }
    awk -v cpu="$(($(cpu_ms "$server") - cpu))" '
        /Queries per second:/ { qps = $4 } /Average Latency/ { ms = $4 * 1000 } /Queries lost:/ { lost = $3 } /Queries completed:/ { done = $3 }
        END { printf "%.0f %.3f %d %.2f\n", qps, ms, lost, cpu * 1000 / (done ? done : 1) }' "$work/dnsperf" >>"$work/$into.$server"
}

# median FILE COLUMN
median() {
    sort -n -k"$2","$2" "$1" | awk -v column="$2" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'
}

total_lost() {
    cat "$work/full.$1" "$work/steady.$1" | awk '{ lost += $3 } END { print lost + 0 }'
}

questions
start_all
check_same_answers
echo "zone of $records records, CPU $server_cpus serves, CPU $client_cpus asks, $rounds rounds of $seconds s each"
measure fake-route53 warm
round=1
while [ "$round" -le "$rounds" ]; do
    for server in fake-route53 bind knot; do
        measure "$server" full -q 100
        measure "$server" steady -q 100 -Q "$rate"
    done
    round=$((round + 1))
done

ours=$(median "$work/full.fake-route53" 1)
echo "| server | queries/s, most | beside fake-route53 | CPU a query, µs | mean latency at $rate/s | lost |"
echo "| --- | --- | --- | --- | --- | --- |"
for server in fake-route53 bind knot; do
    qps=$(median "$work/full.$server" 1)
    ratio=$(awk -v a="$qps" -v b="$ours" 'BEGIN { printf "%.2f", a / b }')
    echo "| $server | $qps | $ratio | $(median "$work/full.$server" 4) | $(median "$work/steady.$server" 2) ms | $(total_lost "$server") |"
done
echo
echo "each round's queries/s: $(for s in fake-route53 bind knot; do printf '%s %s; ' "$s" "$(awk '{ printf "%s ", $1 }' "$work/full.$s")"; done)"
