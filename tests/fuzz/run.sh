#!/usr/bin/env bash
# Runs one target for some seconds: run.sh project 600
set -euo pipefail
target=${1:?which target: project, factor_set, model, label, bom, lesson or practice}
seconds=${2:-600}
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
# The versions that the program itself is built with.
[ -e Cargo.lock ] || cp "$root/Cargo.lock" Cargo.lock

export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares"
triple=$(rustc -vV | sed -n 's/^host: //p')
cargo build ${FUZZ_JOBS:+-j "$FUZZ_JOBS"} --release --target "$triple" --bin "$target"

corpus=$CARGO_TARGET_DIR/corpus/$target
mkdir -p "$corpus" "$CARGO_TARGET_DIR/artifacts/$target"
case $target in
  project) cp -n "$root"/presets/*.ron "$root"/tests/files/v[12]/*.ron "$root"/tests/fixtures/faults/*.ron "$corpus" ;;
  factor_set) cp -n "$root"/tests/files/sets/*.ron "$corpus" ;;
  lesson) for lesson in "$root"/assets/lesson/*/lesson.ron; do cp -n "$lesson" "$corpus/$(basename "$(dirname "$lesson")").ron"; done ;;
  practice) cp -n "$root"/tests/files/practices/*.reloompractice "$corpus" ;;
  model) cp -n "$root"/tests/fixtures/faults/model_*.json "$corpus" ;;
  label)
    for table in composition_cases label_variants field/labels; do
      tail -n +2 "$root/tests/fixtures/$table.csv" | split -l 1 -a 3 - "$corpus/$(basename "$table")-"
    done ;;
  bom)
    cp -n "$root"/tests/fixtures/bom_*.csv "$root"/tests/fixtures/bom_*.xlsx "$corpus"
    cp -n "$root"/tests/fixtures/field/boms/*.csv "$root"/tests/fixtures/field/boms/*.xlsx "$corpus"
    cp -n "$root"/tests/fixtures/field/boms/*.ods "$root"/tests/fixtures/field/tshirt.xls* "$corpus" ;;
esac
found=$root/tests/files/hostile/$target
if [ -d "$found" ]; then cp -n "$found"/* "$corpus"; fi
if [ "$target" = label ]; then longest=600; else longest=20000; fi
exec "$CARGO_TARGET_DIR/$triple/release/$target" "$corpus" -max_total_time="$seconds" -max_len=$longest \
  -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$CARGO_TARGET_DIR/artifacts/$target/"
