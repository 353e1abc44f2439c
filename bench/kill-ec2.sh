#!/bin/sh
# kill -9 of DWFM, of one of its hosts, of the droplets and of DynamoDB, while customers launch and end instances; prints a
# report and leaves it in e2e/target/kills-ec2/report.txt. Ends with 1 when a witness has found something. It starts its
# own small region on loopback. docs/benchmarks.md says what is checked.
#
#   bench/kill-ec2.sh [--kills N] [--seed S]
#
# 200 kills with the seed 20251020 unless told otherwise.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

fail() {
    echo "bench/kill-ec2.sh: $1" >&2
    exit 2
}

# number OPTION VALUE
number() {
    case $2 in
    '' | *[!0-9]*) fail "$1 needs a whole number, not '$2'" ;;
    esac
}

kills=200
seed=20251020
while [ $# -gt 0 ]; do
    case $1 in
    --kills)
        number "$1" "${2:-}"
        kills=$2
        shift
        ;;
    --seed)
        number "$1" "${2:-}"
        seed=$2
        shift
        ;;
    *) fail "there is no '$1'; it takes --kills N and --seed S" ;;
    esac
    shift
done

cd "$home"
exec mvn -B -q -T1 verify -pl e2e -am -Dit.test=KillEc2IT -Dtest=none -Dspotless.check.skip \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
    -Dkills="$kills" -Dkills.seed="$seed"
