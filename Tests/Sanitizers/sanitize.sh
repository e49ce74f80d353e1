#!/usr/bin/env bash
# Tests with AddressSanitizer or ThreadSanitizer in them: memory used that is not one's own, and
# memory that two threads use at once.
#
#   Tests/Sanitizers/sanitize.sh address|thread [ROOM…]
#
# ROOM are targets of tests; without one, those of the rooms that have most to do with either. Only
# these, and what they need, are built: in a copy of the tree, in .build-address or .build-thread.
set -euo pipefail
cd "$(dirname "$0")/../.."
sanitizer="${1:?address or thread}"
shift
case "$sanitizer" in
  address) rooms=(ArchivesTests SystemCallsTests LocatedJSONTests) ;;
  thread) rooms=(SystemCallsTests GradingTests ClassroomTests) ;;
  *) printf 'Error: there is no sanitizer %s here; it is address or thread\n' "$sanitizer" >&2; exit 64 ;;
esac
[ "$#" -eq 0 ] || rooms=("$@")

tree="$PWD/.build-$sanitizer/tree"
mkdir -p "$tree"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --update -t "$tree"
cp Package.swift "$tree"
cd "$tree"
cat >>Package.swift <<SWIFT

var needed = Set("${rooms[*]}".split(separator: " ").map { String(\$0) })
for target in package.targets.reversed() where needed.contains(target.name) {
  for case .byNameItem(let name, _) in target.dependencies { needed.insert(name) }
}
package.targets.removeAll { !needed.contains(\$0.name) }
package.products = []
SWIFT
# A program may have less memory than a sanitizer takes for itself, so the runner goes without.
flags=(--sanitize="$sanitizer")
swift build --build-tests "${flags[@]}"
folder="$(swift build "${flags[@]}" --show-bin-path)"
clang="$(dirname "$(readlink -f "$(command -v swiftc)")")/clang"
"$clang" -O1 -rdynamic -I Sources/Jail/include -I Sources/Spawn/include \
  Sources/Jail/*.c Sources/Spawn/*.c Sources/backmark-runner/*.c -ldl -o "$folder/backmark-runner"

# The first finding ends it.
export ASAN_OPTIONS=detect_leaks=0
export TSAN_OPTIONS="halt_on_error=1:suppressions=$tree/Tests/Sanitizers/thread.txt"
for room in "${rooms[@]}"; do
  printf '\n== %s, with the sanitizer of %s\n' "$room" "$sanitizer"
  swift test --skip-build "${flags[@]}" --filter "^$room\\."
done
