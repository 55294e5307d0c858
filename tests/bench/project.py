#!/usr/bin/env python3
"""Prints the project that all programs here reckon with: the sample school uniform with two of its pathways, all else as
it is shipped.

    python3 tests/bench/project.py > two.ron
"""

import re
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "presets" / "school_uniform.ron"
PATHWAYS = ["today", "repair_first"]


def cut(text, kept):
    """`text` with the pathways in `kept` alone."""
    head, rest = text.split("    pathways: [\n", 1)
    body, tail = rest.split("\n    ],\n", 1)
    ways = body.split("\n        ),\n")
    ids = [re.search(r'^ {12}id: "(\w+)"', way, re.MULTILINE)[1] for way in ways]
    ways[-1] = ways[-1].removesuffix("\n        ),")
    chosen = [way for way, name in zip(ways, ids) if name in kept]
    compared = ", ".join(f'"{name}"' for name in kept)
    tail = re.sub(r"compared: \[[^]]*\]", f"compared: [{compared}]", tail)
    return head + "    pathways: [\n" + "".join(f"{way}\n        ),\n" for way in chosen) + "    ],\n" + tail


if __name__ == "__main__":
    print(cut(SAMPLE.read_text(encoding="utf-8"), PATHWAYS), end="")
