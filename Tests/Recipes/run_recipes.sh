#!/usr/bin/env bash
# Runs the recipes for Slurm and GNU parallel as their comments say, and compares every byte with
# one plain run of the sample class:
#
#   Tests/Recipes/run_recipes.sh BACKMARK RESULTS SCRATCH
#
# BACKMARK is the program, RESULTS what it made of solutions/sample-class, SCRATCH an empty folder.
# It needs root, python3 and Debian's slurm-wlm, munge and parallel, and touches nothing of an
# installed Slurm: keys, sockets, state and logs are in SCRATCH, the ports are free ones, and all
# that it starts has ended when it ends. Shares are tried in many numbers, so that a release build
# saves a minute.
set -euo pipefail
cd "$(dirname "$0")/../.."

backmark="$(realpath "${1:?the backmark program}")"
plain="$(realpath "${2:?the results of one plain run}")"
mkdir -p "${3:?a folder for scratch files}"
scratch="$(realpath "$3")"
class=solutions/sample-class
slurm="$scratch/slurm"
socket="$slurm/munge.socket"

main() {
  # Whoever runs this may be a task of a scheduler, whose variables are not for these.
  unset "${!SLURM_@}" "${!SBATCH_@}" "${!BACKMARK_SHARD@}" PARALLEL
  export PATH="${backmark%/*}:$PATH:/usr/sbin:/sbin"
  export SLURM_CONF="$slurm/slurm.conf" PARALLEL_HOME="$scratch/parallel-home"
  mkdir -p "$slurm/state" "$slurm/spool" "$PARALLEL_HOME"
  trap end_all EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP

  local count
  for count in 1 2 7 64; do shares_by_hand "$count"; done

  start_slurm
  slurm_array
  slurm_task_again

  parallel_in_one_go
  parallel_stopped_and_given_again
}

# MARK: What is proved

shares_by_hand() {
  local count="$1" number folders=()
  for number in $(seq "$count"); do
    folders+=("$scratch/by-hand/$count/$number")
    within 60 backmark class "$class" --out "${folders[-1]}" --shard "$number/$count" --quiet \
      >/dev/null
  done
  within 60 backmark merge "${folders[@]}" --out "$scratch/by-hand/$count/merged" --quiet >/dev/null
  expect_same "$scratch/by-hand/$count/merged" "$count shares"
}

slurm_array() {
  submit --array=0-3
  merge_slurm once
  expect_same "$scratch/slurm-once" "Slurm, an array of four tasks"
}

slurm_task_again() {
  rm -r "$scratch/slurm-shares/2"
  BACKMARK_SHARDS=4 submit --array=2
  merge_slurm again
  expect_same "$scratch/slurm-again" "Slurm, one of four tasks started again"
}

parallel_in_one_go() {
  within 120 Recipes/gnu-parallel.sh "$class" "$scratch/parallel" 4 >/dev/null
  expect_same "$scratch/parallel" "GNU parallel, four shares"
}

# Stopped in the second of seven shares; given again, the first one is not marked again.
parallel_stopped_and_given_again() {
  local results="$scratch/parallel-stopped"
  local first="$results/shards/1" lock="$results/shards/2/.backmark/lock"
  # The delay leaves time to stop it, however fast the machine is.
  PARALLEL='--jobs 1 --delay 2' timeout 120 Recipes/gnu-parallel.sh "$class" "$results" 7 \
    >"$scratch/stopped.log" 2>&1 &
  local recipe="$!"
  wait_for 60 "the second share" test -e "$lock"
  kill "$recipe"
  wait "$recipe" 2>/dev/null && fail "the recipe for GNU parallel ended before it was stopped"
  [ ! -e "$results/gradebook.csv" ] || fail "GNU parallel was stopped, and yet all was merged"
  flock --timeout 30 "$lock" true || fail "GNU parallel was stopped, and its share goes on"

  touch "$scratch/stopped"
  within 120 Recipes/gnu-parallel.sh "$class" "$results" 7 >/dev/null
  [ -z "$(find "$first/feedback" -type f -newer "$scratch/stopped")" ] ||
    fail "given again, the recipe for GNU parallel marked again what was done"
  expect_same "$results" "GNU parallel, stopped and given again"
}

expect_same() {
  local results="$1" what="$2" file
  for file in gradebook.csv results.jsonl class.html; do
    cmp "$plain/$file" "$results/$file" || fail "$what: $file is not that of one run"
  done
  diff -r "$plain/feedback" "$results/feedback" || fail "$what: the pages are not those of one run"
  echo "$what: the same bytes as one run"
}

submit() {
  within 180 sbatch --quiet --wait --output="$slurm/task-%a.log" "$@" \
    Recipes/slurm.sh "$class" "$scratch/slurm-shares" || fail_with_logs "sbatch $* ended with $?"
}

merge_slurm() {
  within 60 backmark merge "$scratch"/slurm-shares/* --out "$scratch/slurm-$1" --quiet >/dev/null
}

# MARK: A Slurm of this machine alone

start_slurm() {
  (umask 077 && head -c 1024 /dev/urandom >"$slurm/munge.key")
  # Forced, since munge would have everybody reach its socket, and scratch folders are private.
  start munged --foreground --force --socket="$socket" --key-file="$slurm/munge.key" \
    --seed-file="$slurm/munge.seed" --pid-file="$slurm/munged.pid"
  wait_for 30 "munged" timeout 5 munge --no-input --socket="$socket"

  configure_slurm
  start slurmctld -D
  start slurmd -D
  wait_for 60 "Slurm" node_is_idle
}

configure_slurm() {
  local host ports
  host="$(uname -n)" && host="${host%%.*}"
  read -r -a ports < <(free_ports)
  # The addresses are stated because the name of a container need not resolve, and the processors
  # because what a container may use and what it sees need not agree.
  cat >"$SLURM_CONF" <<CONF
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${ports[0]}
SlurmdPort=${ports[1]}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$socket
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=1
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd.pid
SlurmctldSyslogDebug=quiet
SlurmdSyslogDebug=quiet
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
  echo "CgroupPlugin=$(cgroup_plugin)" >"$slurm/cgroup.conf"
}

# Control groups are often not there, or not to be written, in a container. Slurm can do without
# since 23.02; before, its plugin for their first version touches nothing unless told to.
cgroup_plugin() {
  local version
  version="$(slurmd -V)" && version="${version##* }"
  if printf '23.02\n%s\n' "$version" | sort --version-sort --check=quiet; then
    echo disabled
  else
    echo cgroup/v1
  fi
}

# Below those that the system gives to whoever connects, such as a client that waits for Slurm.
free_ports() {
  python3 - <<'PYTHON'
import random, socket

found = []
for port in random.sample(range(10000, 32000), 1000):
    with socket.socket() as candidate:
        try:
            candidate.bind(("", port))
            found.append(port)
        except OSError:
            continue
    if len(found) == 2:
        break
print(*found)
PYTHON
}

node_is_idle() { [ "$(timeout 5 sinfo --noheader --format=%T)" = idle ]; }

# MARK: Processes that end

daemons=()

# Starts a daemon, which must not go to the background, so that it can be watched and ended. In a
# session of its own: a control-C is not for it, since it is needed to end what it started.
start() {
  setsid "$@" >"$slurm/$1.log" 2>&1 </dev/null &
  daemons+=("$!")
}

# A command with a limit in seconds. In the background, since only then bash obeys signals at once.
within() {
  local status=0
  timeout --kill-after=5 "$@" &
  wait "$!" || status="$?"
  [ "$status" -eq 0 ] || echo "Error: status $status, within $1 s, of: ${*:2}" >&2
  return "$status"
}

# Until a condition holds, as long as every daemon runs.
wait_for() {
  local limit="$1" what="$2" daemon
  shift 2
  local end=$((SECONDS + limit))
  until "$@" >/dev/null 2>&1; do
    for daemon in "${daemons[@]}"; do
      kill -0 "$daemon" 2>/dev/null || fail_with_logs "$what did not come up"
    done
    [ "$SECONDS" -lt "$end" ] || fail_with_logs "$what did not come up within $limit seconds"
    sleep 0.05
  done
}

end_all() {
  local status="$?" jobs
  trap '' INT TERM HUP
  # Tasks outlive slurmd, which is made to be started again under them.
  if [ "${#daemons[@]}" -eq 3 ] && timeout 5 scancel --user=root 2>/dev/null; then
    timeout 15 bash -c 'while squeue --noheader | grep -q .; do sleep 0.2; done' || true
  fi
  mapfile -t jobs < <(jobs -p)
  [ "${#jobs[@]}" -eq 0 ] || kill "${jobs[@]}" 2>/dev/null || true
  for _ in $(seq 100); do
    [ -n "$(jobs -rp)" ] || break
    sleep 0.1
  done
  mapfile -t jobs < <(jobs -rp)
  [ "${#jobs[@]}" -eq 0 ] || kill -KILL "${jobs[@]}" 2>/dev/null || true
  exit "$status"
}

fail() {
  printf 'Error: %s\n' "$1" >&2
  exit 1
}

fail_with_logs() {
  local log
  for log in "$slurm"/*.log; do
    printf -- '-- %s\n' "${log##*/}"
    tail -n 30 "$log"
  done >&2
  fail "$1"
}

main
