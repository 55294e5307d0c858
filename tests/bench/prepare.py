#!/usr/bin/env python3
"""Turns what Reloom prints of the project of `project.py` into what the other programs read.

    python3 tests/bench/prepare.py FOLDER N

FOLDER holds `own.json` and `before.json` (`reloom model two.ron --pathway repair_first --draws K`, and `today`) and
`bands.json` (`reloom assess two.ron --draws N --format json`). Into it go `numbers.npz` for `numpy_vec.py` and `kernel.bin`
for the kernel; the places of the inputs go to `kernel/src/inputs.rs`. Needs numpy and scipy.
"""

import json
import re
import struct
import sys
from pathlib import Path

import numpy as np
from scipy.special import betainc

PLACES = Path(__file__).resolve().parent / "kernel" / "src" / "inputs.rs"
CIRCULARITY = [
    "mci", "lfi", "v_kg", "w_kg", "x", "item_uses", "material_uses", "wears", "v_g_per_100_wears", "w_g_per_100_wears",
    "garments_avoided_per_piece", "item_uses_sd", "material_circularity", "closed_loop_share", "v_with_production_kg",
    "w_with_production_kg",
]
WORK = [
    "gained_h_per_1000", "lost_h_per_1000", "net_h_per_1000", "break_even_displacement", "gross_h_per_1000", "fte_gained",
    "fte_lost",
]
FIGURES = CIRCULARITY + WORK
NODES = 0.5 * (1 - np.cos(np.pi * np.arange(1025) / 1024))
POINTS = ["p5", "p50", "p95", "mean", "sd"]
KINDS = {"point": 0.0, "pert": 1.0, "lognormal": 2.0}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def figures(results):
    """The figures of one draw; not a number where it has none."""
    known = {**results["circularity"], **results["work"]}
    return [np.nan if known.get(key) is None else known[key] for key in FIGURES]


def pert(shape):
    """Low end, width and both shapes of the Beta."""
    low, width = shape["low"], shape["high"] - shape["low"]
    share = (shape["mode"] - low) / width
    return low, width, 1 + 4 * share, 5 - 4 * share


def fnv(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & (2**64 - 1)
    return value


def shapes(inputs):
    """Of each input its kind, the hash of its driver and two figures; of a PERT the shares under the nodes too."""
    out = bytearray()
    for shape in inputs.values():
        kind, driver = struct.pack("<d", KINDS[shape["shape"]]), struct.pack("<Q", fnv(shape["driver"]))
        if shape["shape"] == "pert":
            low, width, a, b = pert(shape)
            figures, under = (low, width), betainc(a, b, NODES).tobytes()
        elif shape["shape"] == "lognormal":
            figures, under = (shape["mu"], shape["sigma"]), b""
        else:
            figures, under = (shape["value"], 0.0), b""
        out += kind + driver + struct.pack("<dd", *figures) + under
    return bytes(out)


def difference(pair):
    """The band of `repair_first` less `today`, whichever of them the pair begins with."""
    band = pair["difference"]
    if pair["a"] == "repair_first":
        return band
    return {"p5": -band["p95"], "p50": -band["p50"], "p95": -band["p5"]}


def bands(assessed):
    """Bands of both pathways, and those of their differences; not a number where nothing is printed."""
    of = {pathway["id"]: pathway["bands"] for pathway in assessed["pathways"]}
    nothing = {}
    rows = [of[name].get(key, nothing) for name in ("repair_first", "today") for key in FIGURES]
    pairs = {pair["indicator"]: difference(pair) for pair in assessed["paired"]}
    rows += [pairs.get(key, nothing) for key in FIGURES]
    return np.array([[row.get(point, np.nan) for point in POINTS] for row in rows])


def places(names):
    constant = lambda name: re.sub("[^A-Za-z0-9]", "_", name).upper()
    lines = [f"pub const {constant(name)}: usize = {place};\n" for place, name in enumerate(names)]
    return (
        "//! Places of the inputs, in the order of their names; written by `prepare.py`.\n\n#![allow(dead_code)]\n\n"
        f"pub const COUNT: usize = {len(names)};\n" + "".join(lines)
    )


def exported_bands(bands):
    nothing = {}
    return np.array([[bands.get(key, nothing).get(point, np.nan) for point in POINTS] for key in FIGURES])


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    own, before, assessed = (load(folder / name) for name in ("own.json", "before.json", "bands.json"))
    inputs, draws = own["inputs"], own["draws"]
    names = sorted(inputs)
    drawn = np.array([[draw["factors"][name] for name in names] for draw in draws])
    pairs = zip(draws, before["draws"])
    rows = np.array([figures(a["results"]) + figures(b["results"]) for a, b in pairs])
    product = own["product"]
    np.savez(
        folder / "numbers.npz", names=names, inputs=drawn, figures=rows, bands=bands(assessed),
        bands_of_exported=exported_bands(own["bands"]), pieces=product["pieces_per_year"], count=count,
    )
    (folder / "shapes.json").write_text(json.dumps({name: inputs[name] for name in names}), encoding="utf-8")
    head = np.array([len(names), len(draws), product["pieces_per_year"], own["seed"], count], dtype="<f8")
    of_draws = np.hstack([drawn, rows]).astype("<f8")
    blob = head.tobytes() + shapes({name: inputs[name] for name in names}) + of_draws.tobytes()
    (folder / "kernel.bin").write_bytes(blob + bands(assessed).astype("<f8").tobytes())
    text = places(names)
    if not PLACES.exists() or PLACES.read_text(encoding="utf-8") != text:
        PLACES.write_text(text, encoding="utf-8")
    varied = int((drawn != drawn[:1]).any(0).sum())
    print(f"{len(draws)} draws of {len(names)} inputs, {varied} of which vary; {len(FIGURES)} figures of two pathways")


if __name__ == "__main__":
    main()
