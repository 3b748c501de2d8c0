"""What is wrong with the keys of one mapping: unknown, missing, or of no known form."""

from collections.abc import Collection
from dataclasses import dataclass

from centre_check.files.known_keys import known_keys, telling_keys
from centre_check.files.schema import Schema, Schemas
from centre_check.files.sentences import Sentence
from centre_check.files.shown import shown
from centre_check.files.syntax import WIDE_COLON
from centre_check.words import mark
from centre_check.words.nearest import nearest

_WIDE = "："


@dataclass(frozen=True, slots=True)
class KeyFinding:
    """A sentence, the key it stands at (None: at the mapping), and the key that was meant."""

    sentence: Sentence
    at: str | None = None
    meant: str | None = None


def unknown_key(
    key: str, present: Collection[str], known: list[str], in_other_forms: list[str]
) -> KeyFinding:
    """`key` stands among the keys `present`, where only those `known` may.

    With a key that is known `in_other_forms` of the mapping, it would be one of those.
    """
    if _WIDE in key:
        return KeyFinding(Sentence(WIDE_COLON, {}), key)
    unused = [name for name in known if name not in present]
    others = [name for name in in_other_forms if name not in present]
    meant = nearest(key, unused) or nearest(key, others) or nearest(key, known)
    if meant:
        message = mark("unknown key 「{key}」; did you mean 「{nearest}」?")
        return KeyFinding(Sentence(message, {"key": shown(key), "nearest": meant}), key, meant)
    message = mark("unknown key 「{key}」; known here: {known}")
    return KeyFinding(Sentence(message, {"key": shown(key), "known": tuple(known)}), key)


def missing_key(key: str) -> KeyFinding:
    """A mapping lacks `key`."""
    return KeyFinding(Sentence(mark("missing key 「{key}」"), {"key": key}))


def unknown_form(union: Schema, present: Collection[str], schemas: Schemas) -> KeyFinding:
    """The keys `present` make none of the forms of a tagged union, or several at once."""
    named = _naming_key(union)
    if named and named not in present:
        return missing_key(named)
    telling = [named] if named else telling_keys(schemas, union)
    told = tuple(key for key in telling if key in present)
    if len(told) > 1:
        message = mark("the keys {keys} exclude one another; keep one of them")
        return KeyFinding(Sentence(message, {"keys": told}))
    known = known_keys(schemas, union)
    for key in present:
        if key not in known and (meant := nearest(key, telling)):
            message = mark(
                "none of the known forms: expected one of the keys {known};"
                " did you mean 「{nearest}」 instead of 「{key}」?"
            )
            values = {"known": tuple(telling), "nearest": meant, "key": shown(key)}
            return KeyFinding(Sentence(message, values), key, meant)
    message = mark("none of the known forms: expected one of the keys {known}")
    return KeyFinding(Sentence(message, {"known": tuple(telling)}))


def unknown_name_of_form(union: Schema, written: str) -> KeyFinding:
    """The key that names the form of a tagged union, 「kind: cuont」, names none."""
    names = [str(tag) for tag in union["choices"]]
    values = {"found": shown(written), "expected": tuple(f"「{name}」" for name in names)}
    if meant := nearest(written, names):
        message = mark("expected one of {expected}; found 「{found}」; did you mean 「{nearest}」?")
        return KeyFinding(Sentence(message, {**values, "nearest": meant}), _naming_key(union))
    message = mark("expected one of {expected}; found 「{found}」")
    return KeyFinding(Sentence(message, values), _naming_key(union))


def _naming_key(union: Schema) -> str | None:
    """The key whose value names the form; None where the keys themselves tell it."""
    discriminator = union.get("discriminator")
    if isinstance(discriminator, list):  # paths; the last is the alias, as files write it
        discriminator = discriminator[-1][-1]
    return discriminator if isinstance(discriminator, str) else None
