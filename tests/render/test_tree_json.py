"""The tree as JSON: nothing is lost, and what is not seen is spelt out."""

import json
from datetime import date
from typing import Any, get_args

import pytest
from kept import is_as_kept
from specimen import HOSTILE, specimen

from centre_check.documents import tree
from centre_check.documents.tree import Block, Document, Genre, Section
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.render.tree_json import render

SHORT = tuple(text for text in HOSTILE if len(text) < 1000)
PARTS = {"items": tree.ListEntry, "rows": tree.TableRow, "pairs": tree.Pair, "bars": tree.Bar}
PARTS |= {"tones": tree.ToneName}
BLOCKS = {kind.__name__.lower(): kind for kind in (*get_args(Block), Section)}


def rebuilt(kind: Any, fields: dict[str, Any]) -> Any:
    """The noun that was dumped."""
    return kind(**{name: _value(name, value) for name, value in fields.items() if name != "block"})


def _value(name: str, value: Any) -> Any:
    if name == "blocks":
        return tuple(rebuilt(BLOCKS[one["block"].replace("_", "")], one) for one in value)
    if name in PARTS:
        return tuple(rebuilt(PARTS[name], one) for one in value)
    if name == "tone" and value is not None:
        return Outcome(value) if value in list(Outcome) else Verdict(value)
    if name == "genre":
        return Genre(value)
    if name == "day" and value is not None:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("genre", Genre)
def test_a_document_can_be_rebuilt(genre: Genre) -> None:
    document = specimen(genre, hostile=(*HOSTILE, "\ud800"))
    assert rebuilt(Document, json.loads(render(document))) == document
    undated = document._replace(day=None)
    assert rebuilt(Document, json.loads(render(undated))) == undated


def test_keys_are_sorted_and_the_end_is_a_line() -> None:
    text = render(specimen(hostile=())).decode()
    assert text.endswith("}\n")
    told = json.loads(text, object_pairs_hook=lambda pairs: [name for name, _ in pairs])
    assert told == sorted(told)


def test_what_is_not_seen_is_spelt_out() -> None:
    text = render(Document("左\u202e右\u200b\x07", ())).decode()
    assert r'"title": "左\u202e右\u200b\u0007"' in text


def test_the_specimen_is_as_kept(*, update: bool) -> None:
    shown = render(specimen(hostile=SHORT))
    assert shown == render(specimen(hostile=SHORT))
    assert is_as_kept("specimen.json", shown.decode(), update=update)
