#!/bin/sh
# Start-up and footprint of the region: wall and CPU seconds to steady, memory, and the images' sizes if there are any.
# docs/footprint.md has the results. It starts a region with ./lab up, so none may run.
#
#   bench/start.sh [SPEED]
set -eu
cd "$(dirname "$0")/.."
run=${LAB_RUN:-run}
ticks=$(getconf CLK_TCK)

./lab up --speed "${1:-60}" | grep -E "start-up caches|not made|are healthy after|is steady after"
trap './lab down' EXIT

printf '%-18s %8s %8s %8s %6s\n' service 'CPU s' 'RSS MiB' 'PSS MiB' cache
for file in "$run"/pids/*.pid; do
    pid=$(cat "$file")
    cpu=$(sed 's/.*) //' "/proc/$pid/stat" | awk -v t="$ticks" '{ print ($12 + $13) / t }')
    rss=$(awk '/^Rss:/ { print $2 / 1024 }' "/proc/$pid/smaps_rollup")
    pss=$(awk '/^Pss:/ { print $2 / 1024 }' "/proc/$pid/smaps_rollup")
    used=no
    grep -q '\.aot$' "/proc/$pid/maps" && used=yes
    echo "$(basename "$file" .pid) $cpu $rss $pss $used"
done | awk '{ printf "%-18s %8.1f %8.0f %8.0f %6s\n", $1, $2, $3, $4, $5; c += $2; r += $3; p += $4 }
            END { printf "%-18s %8.1f %8.0f %8.0f\n", "all", c, r, p }'

# Layers with the same content count once.
if command -v docker >/dev/null 2>&1 && docker info >/dev/null 2>&1; then
    docker system df -v --format '{{range .Images}}{{.Repository}}:{{.Tag}} {{.Size}} shared {{.SharedSize}} own {{.UniqueSize}}{{println}}{{end}}' |
        grep "^empty-record/.*:${TAG:-dev} " || true
fi
