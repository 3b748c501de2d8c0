"""A part that depends on an option, and how the forms of a union are told apart."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import Discriminator

from centre_check.form.file import FileModel, Id

T = TypeVar("T")


class ByOption(FileModel, Generic[T]):
    """A part that depends on an option of the standard."""

    by_option: Id
    choices: dict[Id, T]


def form_of(known: dict[str, str], default: str = "") -> Discriminator:
    """Tell the forms of a union apart by a key that only one of them has."""

    def tag(value: Any) -> str | None:
        keys = value if isinstance(value, dict) else getattr(value, "model_fields_set", ())
        found = next((tag for key, tag in known.items() if key in keys), None)
        return found or default or None

    return Discriminator(tag)
