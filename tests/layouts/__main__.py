"""Count how the layouts come out, by kind: `python -m tests.layouts [KIND…]`."""

# ruff: noqa: T201

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from layouts.judging import misses
from layouts.table import LAYOUTS

SORTS = ("wrong pass", "wrong fail", "needless unknown", "untold")


def main(kinds: list[str]) -> None:
    found: Counter[tuple[str, str]] = Counter()
    with TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            if kinds and layout.kind not in kinds:
                continue
            wrong = list(misses(layout, Path(folder)))
            found[layout.kind, "control" if layout.is_control else "case"] += 1
            found[layout.kind, "right"] += not wrong
            worst = min((SORTS.index(miss.sort) for miss in wrong), default=None)
            if worst is not None:
                found[layout.kind, SORTS[worst]] += 1
                said = ", ".join(f"{m.clause} wanted {m.wanted} got {m.got}" for m in wrong[:4])
                mark = " (control)" if layout.is_control else ""
                print(f"{SORTS[worst]}{mark}: {layout.id}: {said}")
    columns = ("case", "control", "right", *SORTS)
    print("kind " + " | ".join(columns))
    names = sorted({kind for kind, _ in found}, key=lambda kind: int(kind[1:]))
    for kind in names:
        print(kind, *(found[kind, column] for column in columns), sep="\t")
    print("all", *(sum(found[kind, column] for kind in names) for column in columns), sep="\t")


main(sys.argv[1:])
