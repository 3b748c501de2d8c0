"""Reads pydantic's core schema of a model: what stands behind a name or inside a wrapper."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Schema: TypeAlias = Mapping[str, Any]  # see pydantic_core.core_schema; each kind has its own keys

ANYTHING: Schema = {"type": "any"}
_WRAPPERS = {  # kind: where the wrapped schema is
    "custom-error": "schema",
    "default": "schema",
    "function-after": "schema",
    "function-before": "schema",
    "function-wrap": "schema",
    "json-or-python": "python_schema",
    "lax-or-strict": "lax_schema",
    "model": "schema",
    "nullable": "schema",
}


class Schemas:
    """The core schema of one model, with the definitions that its parts refer to."""

    def __init__(self, root: Schema) -> None:
        self._definitions: dict[str, Schema] = {}
        self.root = self.bare(root)

    def bare(self, schema: Schema) -> Schema:
        """`schema` without all that adds nothing to an error's path."""
        inner = self.unwrapped(schema)
        while inner is not schema:
            schema, inner = inner, self.unwrapped(inner)
        return schema

    def model_name(self, schema: Schema) -> str:
        """The class that `schema` makes; empty if it makes none."""
        inner = self.unwrapped(schema)
        while schema["type"] != "model" and inner is not schema:
            schema, inner = inner, self.unwrapped(inner)
        return str(schema["cls"].__name__) if schema["type"] == "model" else ""

    def unwrapped(self, schema: Schema) -> Schema:
        """`schema` less one wrapper, or itself."""
        inner: Schema
        match schema["type"]:
            case "definitions":
                self._definitions.update({d["ref"]: d for d in schema["definitions"]})
                inner = schema["schema"]
            case "definition-ref":
                inner = self._definitions[schema["schema_ref"]]
            case "chain":
                inner = schema["steps"][-1]
            case kind:
                inner = schema.get(_WRAPPERS.get(kind, ""), schema)
        return inner


def fields(bare: Schema) -> Schema:
    """The fields of a model's schema by their Python names; none if it is no model's."""
    return bare["fields"] if bare["type"] == "model-fields" else {}


def written_key(name: str, field: Schema) -> str:
    """The key under which files write the field `name`."""
    alias = field.get("validation_alias")
    return alias if isinstance(alias, str) else name
