#!/usr/bin/env bash
# Builds .build-wasm/backmark.wasm from the core, with nothing but the Swift toolchain; page.wasm,
# which has only what the page of an exercise calls; and unpack.wasm, which unpacks that in a page.
#
# Embedded Swift compiles generic code of one module again in each that uses it, so the rooms are
# compiled as a single module, which takes a third of the time. An empty module of every room's name
# answers its imports.
set -euo pipefail
cd "$(dirname "$0")/../.."

rooms=(
  Numerics LocatedJSON Formulas Backpropagation Training Exercises Answers Diagnosis FunctionMarking Marking
  Reports Practice Exploration WebCore
)
# What the core is, for whoever looks through it.
if [ "${1:-}" = --rooms ]; then
  printf '%s\n' "${rooms[@]}"
  exit
fi
triple=wasm32-unknown-none-wasm
build="$PWD/.build-wasm"
module="$build/backmark.wasm"
tools="$(dirname "$(readlink -f "$(command -v swiftc)")")"
library="$tools/../lib/swift/embedded/$triple"
if [ ! -x "$tools/wasm-ld" ] || [ ! -d "$library" ]; then
  echo "Error: this Swift toolchain has no parts for WebAssembly, so that no web pages of exercises can" \
    "be made with it; everything else works" >&2
  exit 1
fi
mkdir -p "$build/modules"

if [ -f "$module" ] && [ -f "$build/page.wasm" ] && [ -f "$build/unpack.wasm" ] &&
  [ -z "$(find "${rooms[@]/#/Sources/}" -newer "$module" -print -quit)" ]; then
  exit 0
fi

compile=("$tools/swiftc" -target "$triple" -swift-version 6 -wmo -parse-as-library
  -enable-experimental-feature Embedded -warnings-as-errors)

rm -rf "$build/sources"
mkdir "$build/sources"
: >"$build/empty.swift"
for room in "${rooms[@]}"; do
  "${compile[@]}" -module-name "$room" -emit-module \
    -emit-module-path "$build/modules/$room.swiftmodule" "$build/empty.swift"
  # Two files of a module may not have the same name, so each gets that of its room before it.
  find "Sources/$room" -name '*.swift' | while read -r file; do
    name="${file#Sources/}"
    ln -s "$PWD/$file" "$build/sources/${name//\//_}"
  done
done

"${compile[@]}" -Osize -enable-experimental-feature Extern -Xfrontend -disable-stack-protector \
  -Xfrontend -disable-incremental-llvm-codegen -package-name backmark -module-name Backmark \
  -I "$build/modules" -c "$build/sources/"*.swift -o "$build/core.o"

for part in support unpack; do
  "$tools/clang" --target="$triple" -std=c11 -Os -nostdlib -ffreestanding -fno-builtin \
    -mbulk-memory -Wall -Werror -c "Sources/WebCore/Support/$part.c" -o "$build/$part.o"
done

linked=("$tools/wasm-ld" -m wasm32 --no-entry --gc-sections --strip-all --compress-relocations)
"${linked[@]}" "$build/unpack.o" -o "$build/unpack.wasm"

# What is imported is named in the sources: the functions of Math, and host.number.
link() {
  "${linked[@]}" --stack-first \
    -z stack-size=1048576 --export=backmark_allocate --export=backmark_free \
    --export=backmark_reply --export="$1" "$build/core.o" "$build/support.o" \
    "$library/libswiftUnicodeDataTables.a" -o "$2"
}
link backmark_page_call "$build/page.wasm"
link backmark_call "$module"
# As old as what it was built from, so that a file which changed meanwhile is built next time.
touch -r "$build/empty.swift" "$module"
