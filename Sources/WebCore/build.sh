#!/usr/bin/env bash
# Builds .build-wasm/backmark.wasm from the core, with nothing but the Swift toolchain.
set -euo pipefail
cd "$(dirname "$0")/../.."

rooms=(
  Numerics LocatedJSON Formulas Backpropagation Exercises Answers Diagnosis FunctionMarking Marking
  Reports Practice WebCore
)
triple=wasm32-unknown-none-wasm
build=.build-wasm
tools="$(dirname "$(readlink -f "$(command -v swiftc)")")"
mkdir -p "$build"
objects=("${rooms[@]/#/$build/}")
objects=("${objects[@]/%/.o}")

for room in "${rooms[@]}"; do
  # A room is compiled again where it, or one before it, has changed.
  if [ -z "${changed:-}" ] && [ -f "$build/$room.o" ] &&
    [ -z "$(find "Sources/$room" "$0" -newer "$build/$room.o" -print -quit)" ]; then
    continue
  fi
  changed=1
  find "Sources/$room" -name '*.swift' | LC_ALL=C sort >"$build/$room.files"
  "$tools/swiftc" -target "$triple" -swift-version 6 -Osize -wmo -parse-as-library \
    -enable-experimental-feature Embedded -enable-experimental-feature Extern \
    -Xfrontend -disable-stack-protector -Xfrontend -disable-incremental-llvm-codegen \
    -warnings-as-errors -package-name backmark \
    -module-name "$room" -I "$build" -emit-module -emit-module-path "$build/$room.swiftmodule" \
    -c "@$build/$room.files" -o "$build/$room.o"
done

"$tools/clang" --target="$triple" -std=c11 -Os -nostdlib -ffreestanding -fno-builtin \
  -mbulk-memory -Wall -Werror -c Sources/WebCore/Support/support.c -o "$build/support.o"

# What is imported is named in the sources: the functions of Math, and host.number.
"$tools/wasm-ld" -m wasm32 --no-entry --gc-sections --strip-all --stack-first -z stack-size=1048576 \
  --export=backmark_allocate --export=backmark_free --export=backmark_call \
  --export=backmark_reply "${objects[@]}" "$build/support.o" \
  "$tools/../lib/swift/embedded/$triple/libswiftUnicodeDataTables.a" -o "$build/backmark.wasm"
