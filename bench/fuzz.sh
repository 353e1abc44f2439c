#!/bin/sh
# Sends inputs made by a seed to the services' own protocols on loopback, for as long as wanted, and prints how many and what
# came of them. The first input that a service handles badly ends it, with the command that plays it again.
#
#   bench/fuzz.sh [dns|route53|dynamodb|ec2|http] [--seconds N] [--seed S] [--count N] [--index I]
#
# Without a protocol: all, one after another. --seconds is 60 unless --count or --index is given; the seed is the time.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

fail() {
    echo "bench/fuzz.sh: $1" >&2
    exit 2
}

protocols="dns route53 dynamodb ec2 http"
seconds=60
seed=$(date +%s)
more=
while [ $# -gt 0 ]; do
    case $1 in
    dns | route53 | dynamodb | ec2 | http) protocols=$1 ;;
    --seconds) seconds=${2:?--seconds needs a number} && shift ;;
    --seed) seed=${2:?--seed needs a number} && shift ;;
    --count | --index)
        more="$more -Dfuzz.${1#--}=${2:?$1 needs a number}"
        seconds=0
        shift
        ;;
    *) fail "there is no '$1'; protocols are dns, route53, dynamodb, ec2 and http" ;;
    esac
    shift
done

test_of() {
    case $1 in
    dns) echo "fake-route53 DnsFuzzIT" ;;
    route53) echo "fake-route53 Route53FuzzIT" ;;
    dynamodb) echo "fake-dynamo DynamoFuzzIT" ;;
    ec2) echo "dwfm Ec2FuzzIT" ;;
    http) echo "service-kit,fake-dynamo HttpFuzzIT" ;;
    esac
}

# What is held open takes a file each.
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
cd "$home"
for protocol in $protocols; do
    found=$(test_of "$protocol")
    # shellcheck disable=SC2086 # the properties are words
    mvn -B -q -T1 verify -pl "${found% *}" -am -Dit.test="${found#* }" -Dtest=none -Dspotless.check.skip \
        -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
        -Dfuzz.seed="$seed" -Dfuzz.seconds="$seconds" $more
done
