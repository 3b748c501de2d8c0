"""Which keys a mapping may have, and which of them tell the forms of a tagged union apart."""

from collections.abc import Iterable

from centre_check.files.schema import Schema, Schemas, fields, written_key


def known_keys(schemas: Schemas, schema: Schema) -> list[str]:
    """The keys that a mapping may have there, as files write them; none if any may stand."""
    bare = schemas.bare(schema)
    if bare["type"] == "tagged-union":
        return _distinct(
            k for choice in bare["choices"].values() for k in known_keys(schemas, choice)
        )
    return [written_key(name, field) for name, field in fields(bare).items()]


def telling_keys(schemas: Schemas, union: Schema) -> list[str]:
    """For each form of a tagged union the key that tells it from the others.

    That is the form's tag if it is one of its keys, else its first required key of its own.
    """
    told: list[str] = []
    for tag, choice in union["choices"].items():
        bare = schemas.bare(choice)
        if str(tag) in known_keys(schemas, bare):
            told.append(str(tag))
        elif bare["type"] == "tagged-union":
            told += telling_keys(schemas, bare)
        else:
            others = [other for other in union["choices"].values() if other is not choice]
            told += _own_required_keys(schemas, bare, others)[:1]
    return _distinct(told)


def _own_required_keys(schemas: Schemas, bare: Schema, others: list[Schema]) -> list[str]:
    shared = {key for other in others for key in known_keys(schemas, other)}
    required = [
        written_key(name, field)
        for name, field in fields(bare).items()
        if field["schema"]["type"] != "default"
    ]
    return [key for key in required if key not in shared]


def _distinct(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))
