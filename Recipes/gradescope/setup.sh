#!/usr/bin/env bash
# Gradescope runs this once, when the autograder is built. The zip that is uploaded holds, side by side,
#
#   setup.sh  run_autograder  backmark/  [exercises/]  [assignment.json]
#
# where backmark/ is made by `make install PREFIX="$PWD/backmark"` on a machine like Gradescope's, or
# left out where the image has the program already (see Recipes/Containerfile).
set -euo pipefail

source="${AUTOGRADER:-/autograder}/source"
if [ -x "$source/backmark/bin/backmark" ]; then
  "$source/backmark/bin/backmark" --version
else
  backmark --version
fi
# Python reads Gradescope's note on the submission; bubblewrap confines students' Swift.
if ! command -v python3 >/dev/null || ! command -v bwrap >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends python3 bubblewrap
fi
