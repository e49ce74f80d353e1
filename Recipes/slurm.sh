#!/usr/bin/env bash
# Marks a class as a Slurm job array, one share a task. From the folder with your exercises:
#
#   sbatch --wait --array=0-3 Recipes/slurm.sh CLASS SHARDS
#   backmark merge SHARDS/* --out RESULTS
#
# A task that failed is started again alone, with the number of shares stated, since Slurm then
# takes it for the only one; what it had done is kept:
#
#   BACKMARK_SHARDS=4 sbatch --wait --array=2 Recipes/slurm.sh CLASS SHARDS
#
# The class, the exercises and SHARDS lie on a disk that all nodes see.
#SBATCH --job-name=backmark
#SBATCH --output=backmark-%A-%a.log
set -euo pipefail

class="${1:?the class folder}"
shards="${2:?the folder for the shards}"

status=0
backmark class "$class" --out "$shards/$SLURM_ARRAY_TASK_ID" --shard auto \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" || status=$?
# 75: all was marked that could be; merge says so again, of all shares.
[ "$status" -eq 75 ] || exit "$status"
