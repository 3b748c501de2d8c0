"""What a layout must come to, and what the command line makes of it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, NamedTuple

from conftest import Result, run
from layouts.pages import Book, Change, book_of, save

Changes = Change | Sequence[Change]


class Layout(NamedTuple):
    """One workbook: what stands in it, and the outcomes that a careful inspector gives.

    `expected` reads 「RY-03 fail|unknown; RY-01 any; RY-05 pass:文字」: the words after the colon
    must be told in the finding; 「* any」 at the head leaves all others open. A clause that is not
    named comes out as in the base.
    """

    kind: str
    says: str
    changes: Mapping[str, Changes]
    expected: str = ""
    level: str = "镇级"
    more: Mapping[str, tuple[str, Changes]] = MappingProxyType({})

    @property
    def is_control(self) -> bool:
        return not self.expected

    @property
    def id(self) -> str:
        return f"{self.kind} {self.says}"


class Miss(NamedTuple):
    """A clause that came out otherwise."""

    clause: str
    wanted: str
    got: str

    @property
    def sort(self) -> str:
        if self.got in ("pass", "not_applicable"):
            return "wrong pass"
        if self.got == "fail":
            return "wrong fail"
        return "untold" if self.got.startswith("untold") else "needless unknown"


def town(
    kind: str,
    says: str,
    changes: Mapping[str, Changes],
    expected: str = "",
    **more: tuple[str, Changes],
) -> Layout:
    """A layout of a town's centre; `more` are further sheets, made like the one named."""
    return Layout(kind, says, changes, expected, "镇级", more)


def district(
    kind: str,
    says: str,
    changes: Mapping[str, Changes],
    expected: str = "",
    **more: tuple[str, Changes],
) -> Layout:
    return Layout(kind, says, changes, expected, "区级", more)


def judged(layout: Layout, folder: Path) -> Result:
    """The layout through the command line."""
    book = _book(layout)
    path = folder / "中心.xlsx"
    save(book, path)
    return run("audit", path, "-f", "json")


def _book(layout: Layout) -> Book:
    book = book_of(layout.level)
    _change(book, layout.changes)
    for title, (like, changes) in layout.more.items():
        further = book_of(layout.level)
        further[like].title = title
        _change(further, {like: changes})
        book[f"more {title}"] = further[like]
    return book


def _change(book: Book, every: Mapping[str, Changes]) -> None:
    for title, changes in every.items():
        for change in changes if isinstance(changes, Sequence) else [changes]:
            change(book[title])


@cache
def _base(level: str) -> Mapping[str, str]:
    with TemporaryDirectory() as folder:
        found = judged(Layout("", "", {}, "", level), Path(folder))
        return {_clause(one): one["outcome"] for one in _findings(found)}


def misses(layout: Layout, folder: Path) -> Iterator[Miss]:
    """The clauses of the layout that come out otherwise than expected."""
    result = judged(layout, folder)
    wanted = dict(_base(layout.level))
    told = {}
    for part in filter(None, (part.strip() for part in layout.expected.split(";"))):
        clause, _, outcomes = part.partition(" ")
        if clause == "*":
            wanted = dict.fromkeys(wanted, outcomes)
            continue
        wanted[clause], _, told[clause] = outcomes.partition(":")
    for finding in _findings(result):
        clause = _clause(finding)
        got, allowed = finding["outcome"], wanted[clause]
        if allowed != "any" and got not in allowed.split("|"):
            yield Miss(clause, allowed, got)
        elif told.get(clause) and told[clause] not in _told(finding):
            yield Miss(clause, told[clause], f"untold ({got})")


def _findings(result: Result) -> list[Any]:
    """The findings as published: their records are not looked up, which takes longer."""
    assert result.stdout, result.stderr
    (audit,) = json.loads(result.stdout)["audits"]
    return list(audit["findings"])


def _clause(finding: Mapping[str, Any]) -> str:
    return str(finding["criterion"]).removeprefix("HY-")


def _told(finding: Mapping[str, object]) -> str:
    shown = [finding.get(name) for name in ("message", "remarks")]
    return json.dumps(shown, ensure_ascii=False)
