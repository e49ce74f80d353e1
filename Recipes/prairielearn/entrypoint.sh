#!/usr/bin/env bash
# The entry point of an external grader of PrairieLearn, in an image made from Recipes/Containerfile;
# in the question's info.json:
#
#   "externalGradingOptions": { "enabled": true, "image": "…", "entrypoint": "/grade/tests/entrypoint.sh" }
#
# The files of the submission are in student/, the question's own in tests/ (this script, and where the
# catalogue has not the exercise, exercises/), and what it is to show goes into results/results.json.
set -euo pipefail

grade="${GRADE:-/grade}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/class" "$grade/results"
cp -R "$grade/student" "$work/class/student"

options=()
[ ! -d "$grade/tests/exercises" ] || options+=(--exercises "$grade/tests/exercises")
status=0
backmark class "$work/class" --out "$work/results" --layout plain --no-feedback --quiet \
  "${options[@]}" --export "prairielearn=$grade/results/results.json" || status=$?
# 75: something could not be graded, which the results say.
[ "$status" -eq 75 ] || exit "$status"
