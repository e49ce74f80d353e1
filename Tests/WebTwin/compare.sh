#!/usr/bin/env bash
# Marks every sheet of solutions/ natively and by the WebAssembly module; the same bytes must come.
# Usage: compare.sh web-twin backmark.wasm
set -euo pipefail
twin="$(realpath "$1")" module="$(realpath "$2")"
cd "$(dirname "$0")/../.."
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# The exercise of a sheet is that of its folder, or in the class the one that it names.
find solutions -type f \( -name '*.answers' -o -name '*.json' -o -name '*.swift' \) \
  ! -name expected.json ! -path '*/.*' | LC_ALL=C sort | while read -r sheet; do
  folder="${sheet#solutions/}" folder="${folder%%/*}"
  named="$(sed -nE '1,5s/^[^a-z]*"?exercise"? *: *"?([^" ,]+).*/\1/p' "$sheet" | head -n 1)"
  for id in "$folder" "$named" "$(basename "${sheet%.*}")"; do
    if [ -n "$id" ] && [ -f "exercises/$id.json" ]; then
      printf 'exercises/%s.json\t%s\n' "$id" "$sheet"
      break
    fi
  done
done | LC_ALL=C sort >"$scratch/sheets"
[ "$(wc -l <"$scratch/sheets")" -gt 100 ] || { echo "Error: where are the sheets?" >&2; exit 1; }

"$twin" <"$scratch/sheets" >"$scratch/native"
node Tests/WebTwin/answer.mjs "$module" <"$scratch/sheets" >"$scratch/web"
if ! cmp -s "$scratch/native" "$scratch/web"; then
  diff --text "$scratch/native" "$scratch/web" | head -n 40 >&2
  echo "Error: the page does not say what the program says" >&2
  exit 1
fi
printf '%s sheets, %s bytes: the same\n' "$(wc -l <"$scratch/sheets")" "$(wc -c <"$scratch/native")"
