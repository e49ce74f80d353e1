#!/usr/bin/env bash
# The C of jail, runner and spawn: clang's analyser finds nothing in it, and with every undefined
# behaviour trapped it runs answers, sound and hostile ones, as it does without.
#
#   Tests/Runner/check_c.sh BACKMARK    the program, with backmark-runner beside it
set -euo pipefail
backmark="$(realpath "$1")"
cd "$(dirname "$0")/../.."
# The compiler that comes with Swift, wherever `swiftc` is.
clang="$(dirname "$(readlink -f "$(command -v swiftc)")")/clang"
[ -x "$clang" ] || clang="$(dirname "$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')")/../bin/clang"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
fail() { printf 'Error: %s\n' "$1" >&2; exit 1; }

headers=(-I Sources/Jail/include -I Sources/Spawn/include -I Sources/Heap/include)
files=(Sources/Jail/*.c Sources/Spawn/*.c Sources/Heap/*.c Sources/backmark-runner/*.c)
for file in "${files[@]}"; do
  "$clang" --analyze -Xclang -analyzer-output=text -Xclang -analyzer-werror -Wall -Wextra \
    "${headers[@]}" -o /dev/null "$file" || fail "the analyser complains of $file"
done

"$clang" -g -O1 -fsanitize=undefined -fno-sanitize-recover=all -rdynamic "${headers[@]}" "${files[@]}" \
  -ldl -o "$scratch/backmark-runner"
cp "$backmark" "$scratch/backmark"
cat >"$scratch/sigmoid.swift" <<'SWIFT'
// exercise: sigmoid
func sigmoid(_ z: Double) -> Double { [1.0][Int(z) % 7 + 1] }
func sigmoidSlope(_ z: Double) -> Double { print(String(repeating: "x", count: 1 << 17)); return 0 }
SWIFT
for id in 16.4-jacobian backward-pass; do
  { printf '// exercise: %s\n' "$id"; cat "solutions/$id/model.swift"; } >"$scratch/$id.swift"
done
for walls in on off; do
  for answer in "$scratch"/*.swift; do
    for program in "$backmark" "$scratch/backmark"; do
      BACKMARK_BUBBLEWRAP="$walls" "$program" grade "$answer" --exercises exercises --format json || [ $? -eq 1 ]
    done >"$scratch/both"
    # Every line stands in both outputs, so that none has an odd count.
    [ "$(sort "$scratch/both" | uniq -c | awk '$1 % 2' | wc -l)" -eq 0 ] ||
      fail "with undefined behaviour trapped, $answer comes out otherwise (bubblewrap $walls)"
    grep -q '"status"' "$scratch/both" || fail "$answer was not marked"
  done
done
echo "the C of jail and runner: nothing found"
