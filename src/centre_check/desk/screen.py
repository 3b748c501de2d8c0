"""What a use case may do with the screen; the command that calls it hands one down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from centre_check.documents.tree import Document


class Screen(NamedTuple):
    """`write` gives out results as they are, `show` draws a document, `tell` says a line aside."""

    write: Callable[[str | bytes], None]
    show: Callable[[Document], None]
    tell: Callable[[str], None]
