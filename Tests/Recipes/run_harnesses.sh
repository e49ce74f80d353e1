#!/usr/bin/env bash
# Runs the recipes for Gradescope and PrairieLearn in folders laid out as theirs, and reads what they
# leave by the documented forms of results.json:
#
#   Tests/Recipes/run_harnesses.sh BACKMARK SCRATCH
#
# BACKMARK is the program, SCRATCH an empty folder. It needs python3.
set -euo pipefail
cd "$(dirname "$0")/../.."

backmark="$(realpath "${1:?the backmark program}")"
mkdir -p "${2:?a folder for scratch files}"
scratch="$(realpath "$2")"
exercises="$PWD/exercises"

# Each submission, and how many points of how many it earns.
right='parameters = 175\n'
wrong='parameters = 174\n'

harness() {
  local name="$1" text="$2"
  export AUTOGRADER="$scratch/gradescope-$name" GRADE="$scratch/prairielearn-$name"
  mkdir -p "$AUTOGRADER"/{source/backmark/bin,submission,results} "$GRADE"/{student,tests}
  ln -s "$backmark" "$AUTOGRADER/source/backmark/bin/backmark"
  cp -R "$exercises" "$AUTOGRADER/source/exercises"
  cp -R "$exercises" "$GRADE/tests/exercises"
  printf "$text" >"$AUTOGRADER/submission/16.5.answers"
  printf "$text" >"$GRADE/student/16.5.answers"
  printf '{ "id": 1, "created_at": "2026-03-01T12:00:00.0+01:00", "users": [{ "email": "%s@example.edu" }] }' \
    "$name" >"$AUTOGRADER/submission_metadata.json"
  Recipes/gradescope/setup.sh >/dev/null
  Recipes/gradescope/run_autograder >"$scratch/gradescope-$name.log" 2>&1
  PATH="${backmark%/*}:$PATH" Recipes/prairielearn/entrypoint.sh \
    >"$scratch/prairielearn-$name.log" 2>&1
}

harness right "$right"
harness wrong "$wrong"
harness broken 'parameters = one hundred\n'

python3 - "$scratch" <<'PYTHON'
import json, sys

scratch = sys.argv[1]
faults = []

def check(what, holds):
    if not holds:
        faults.append(what)

def typed(what, value, keys):
    for key, types in keys.items():
        check(f"{what}: {key} is {value.get(key)!r}", isinstance(value.get(key), types))

points = {}
for name in ["right", "wrong", "broken"]:
    # https://gradescope-autograders.readthedocs.io/en/latest/specs/
    results = json.load(open(f"{scratch}/gradescope-{name}/results/results.json"))
    typed(f"gradescope {name}", results, {"score": (int, float), "output": str, "tests": list})
    formats = {"text", "html", "simple_format", "md", "ansi"}
    for key in ["output_format", "test_output_format", "test_name_format"]:
        check(f"gradescope {name}: {key}", results.get(key, "text") in formats)
    for test in results["tests"]:
        typed(f"gradescope {name}", test,
              {"score": (int, float), "max_score": (int, float), "name": str, "number": str,
               "output": str})
        check(f"gradescope {name}: status", test["status"] in {"passed", "failed"})
        check(f"gradescope {name}: score", 0 <= test["score"] <= test["max_score"])
    total = sum(test["score"] for test in results["tests"])
    check(f"gradescope {name}: the tests make {total}", abs(total - results["score"]) < 1e-9)
    points[name] = results["score"]
    # https://docs.prairielearn.com/externalGrading/
    results = json.load(open(f"{scratch}/prairielearn-{name}/results/results.json"))
    check(f"prairielearn {name}: gradable", results["gradable"] is (name != "broken"))
    if results["gradable"]:
        check(f"prairielearn {name}: score", 0 <= results["score"] <= 1)
        for test in results["tests"]:
            typed(f"prairielearn {name}", test,
                  {"name": str, "points": (int, float), "max_points": (int, float), "message": str})
        share = sum(t["points"] for t in results["tests"]) / sum(
            t["max_points"] for t in results["tests"])
        check(f"prairielearn {name}: the tests make {share}", abs(share - results["score"]) < 1e-9)
    else:
        check(f"prairielearn {name}: format_errors", bool(results["format_errors"]))
check(f"points: {points}", points["right"] > points["wrong"] >= points["broken"] == 0)
print("\n".join(faults) or "Gradescope's and PrairieLearn's results.json are of the documented forms")
sys.exit(bool(faults))
PYTHON
