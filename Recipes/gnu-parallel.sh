#!/usr/bin/env bash
# Marks a class with GNU parallel, on this machine or on several, and merges the shares.
#
#   Recipes/gnu-parallel.sh CLASS RESULTS 8
#   PARALLEL='--sshloginfile hosts --workdir .' Recipes/gnu-parallel.sh CLASS RESULTS 64
#
# On several machines all see the same disk. Given again, it goes on where it was stopped.
set -euo pipefail

class="${1:?the class folder}"
results="${2:?the folder for the results}"
count="${3:-4}"

status=0
seq "$count" | parallel --will-cite --quote \
  backmark class "$class" --out "$results/shards/{}" --shard "{}/$count" --jobs 1 --quiet \
  >/dev/null || status=$?
# Parallel says how many shares ended with another status than 0, which with something ungraded is
# 75; merge, which needs every share to be finished, has the last word.
[ "$status" -eq 0 ] || echo "$status of $count shares have something to say" >&2
folders=()
for share in $(seq "$count"); do folders+=("$results/shards/$share"); done
backmark merge "${folders[@]}" --out "$results"
