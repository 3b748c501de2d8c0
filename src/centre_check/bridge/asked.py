"""A request of the page: its recipe, and its files on the disk for as long as it takes."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from centre_check.desk.recipe import Auditor, JudgedCase, Recipe
    from centre_check.words import Words

Asked = dict[str, Any]
_MAPPINGS, _ONSITE = "mappings", "onsite"  # the folders beside the workbook


class Reply(NamedTuple):
    """What came of a request: JSON, and the bytes of a file where one was asked for."""

    text: str
    content: bytes = b""


def said(values: Mapping[str, Any], content: bytes = b"") -> Reply:
    """A reply of these values."""
    return Reply(json.dumps(values, ensure_ascii=False), content)


def words_of(asked: Asked) -> Words:
    """The language of the page."""
    from centre_check.words import Words

    return Words(asked["lang"])


def recipe_of(asked: Asked) -> Recipe:
    """What was asked for of a workbook; its files are where `placed` lays them."""
    from centre_check.desk.recipe import Recipe

    return Recipe.of(
        words_of(asked),
        standard=asked["standard"],
        level=asked.get("level") or None,
        as_of=asked.get("as_of") or None,
        mapping=_MAPPINGS if asked.get("mappings") else None,
        attestations=[str(path) for path in _onsite(asked)],
    )


@contextmanager
def judged(asked: Asked, content: bytes) -> Iterator[tuple[Auditor, JudgedCase]]:
    """The audit of a workbook, while it lies on the disk."""
    with placed(asked, content) as path:
        auditor = recipe_of(asked).auditor()
        yield auditor, auditor.case(path)


@contextmanager
def placed(asked: Asked, content: bytes) -> Iterator[Path]:
    """The bytes as a file of the name that the user knows, in the folder where we are meanwhile."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            path = Path(Path(asked["name"]).name or "_")
            path.write_bytes(content)
            _lay_beside(asked)
            yield path
        finally:
            os.chdir(before)


def mapping_text(sheets: Mapping[str, Any]) -> bytes:
    """A mapping's file of what was said of these sheets."""
    import yaml

    said = {"confirmed": True, "sheets": sheets}
    return str(yaml.safe_dump(said, allow_unicode=True, sort_keys=False)).encode()


def _lay_beside(asked: Asked) -> None:
    """The mappings and the inspectors' files, in the folders that the recipe names."""
    for name, sheets in asked.get("mappings", {}).items():
        path = Path(_MAPPINGS, Path(name).name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(mapping_text(sheets))
    for path, content in zip(_onsite(asked), asked["beside"], strict=False):
        path.parent.mkdir(parents=True)
        path.write_bytes(content)


def _onsite(asked: Asked) -> list[Path]:
    """Where the inspectors' files lie, each in a folder of its own: two may bear one name."""
    names = asked.get("onsite", ())
    return [Path(_ONSITE, str(at), Path(name).name) for at, name in enumerate(names)]
