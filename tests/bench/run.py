#!/usr/bin/env python3
"""Holds Reloom against programs that were written for one network: a Rust kernel and numpy.

    python3 tests/bench/run.py [--reloom PROGRAM] [--folder FOLDER] [--rounds 8] [--files]

All reckon 10,000 draws of the sample uniform's `repair_first` against `today`: 23 figures of both, P5 P50 P95 mean and
standard deviation of each and of the paired differences, on one thread. First every program has to agree with the draws and
bands that Reloom exports, to 5e-12; then they are measured in turn, in processor time, and the medians of the rounds printed
with their ratios. `--files` measures `reloom assess` of 1,000 files with 100 draws as well, on all cores.

Needs a release build of Reloom (the default is target/release/reloom), cargo, and Python with numpy and scipy; Linux, for
the processor time of a thread.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PHASES = ["sampling", "formulas", "evaluation", "bands", "whole"]
EXPORTED = 500
DRAWS = 10_000
# One thread each.
ALONE = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


def call(*words, into=None):
    """What a program prints, or nothing where it goes into a file."""
    words = [str(word) for word in words]
    environment = {**os.environ, **ALONE}
    if into is None:
        return subprocess.run(words, check=True, capture_output=True, text=True, env=environment).stdout
    with open(into, "w", encoding="utf-8") as file:
        subprocess.run(words, check=True, stdout=file, env=environment)
    return None


def prepare(reloom, folder):
    project = folder / "two.ron"
    call(sys.executable, HERE / "project.py", into=project)
    model = lambda pathway: [reloom, "model", project, "--pathway", pathway, "--draws", EXPORTED]
    call(*model("repair_first"), into=folder / "own.json")
    call(*model("today"), into=folder / "before.json")
    call(reloom, "assess", project, "--draws", DRAWS, "--format", "json", into=folder / "bands.json")
    print(call(sys.executable, HERE / "prepare.py", folder, DRAWS), end="")
    target = folder / "target"
    call("cargo", "build", "--release", "--quiet", "--manifest-path", HERE / "kernel/Cargo.toml", "--target-dir", target)
    return target / "release/one-network"


def measured(programs, rounds):
    """The phases of each program, round by round, the programs in turn."""
    found = {name: [] for name in programs}
    for _ in range(rounds):
        for name, words in programs.items():
            found[name].append(json.loads(call(*words)))
    return found


def table(found):
    medians = {
        name: {phase: statistics.median(one[phase] for one in of) for phase in of[0]} for name, of in found.items()
    }
    print(f"\n{'ms of processor time':24}" + "".join(f"{phase:>12}" for phase in PHASES))
    for name, of in medians.items():
        print(f"{name:24}" + "".join(f"{of[phase]:12.2f}" for phase in PHASES))
    print(f"further bands of Reloom (all other figures, hours by line): {medians['Reloom']['further']:.2f} ms\n")
    ratio = lambda a, b: statistics.median(x["whole"] / y["whole"] for x, y in zip(found[a], found[b]))
    bounds = [("Reloom", "kernel", "<=", 1.5), ("numpy", "Reloom", ">=", 2.3), ("numpy", "kernel", ">=", 3.5)]
    held = True
    for a, b, sign, bound in bounds:
        value = ratio(a, b)
        holds = value <= bound if sign == "<=" else value >= bound
        held &= holds
        print(f"{a} : {b} = {value:.2f} ({sign} {bound}{'' if holds else ', missed'})")
    return held


def files(reloom, folder):
    """1,000 files in one call: time, processor time and most memory."""
    text = (folder / "two.ron").read_text(encoding="utf-8")
    many = folder / "files"
    many.mkdir(exist_ok=True)
    paths = [many / f"{number:04}.ron" for number in range(1000)]
    for path in paths:
        path.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        words = [str(reloom), "assess", *map(str, paths), "--draws", "100", "--format", "json"]
        child = subprocess.Popen(words, stdout=nowhere)
        _, status, used = os.wait4(child.pid, 0)
    spent = time.perf_counter() - start
    assert status == 0, "assess of many files failed"
    print(
        f"1,000 files, 100 draws: {spent:.2f} s, {used.ru_utime + used.ru_stime:.2f} s of processor time, "
        f"{used.ru_maxrss / 1024:.0f} MiB"
    )


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--reloom", type=Path, default=ROOT / "target/release/reloom")
    words.add_argument("--folder", type=Path, default=ROOT / "target/bench")
    words.add_argument("--rounds", type=int, default=8)
    words.add_argument("--files", action="store_true")
    asked = words.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    kernel = prepare(asked.reloom, asked.folder)
    vector = [sys.executable, HERE / "numpy_vec.py"]
    for check in ([kernel, "check", asked.folder / "kernel.bin"], [*vector, "check", asked.folder]):
        print(call(*check), end="")
    found = measured(
        {
            "Reloom": [asked.reloom, "bench", "--pair"],
            "kernel": [kernel, "time", asked.folder / "kernel.bin"],
            "numpy": [*vector, "time", asked.folder],
        },
        asked.rounds,
    )
    held = table(found)
    if asked.files:
        files(asked.reloom, asked.folder)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
