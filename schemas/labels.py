"""Labels whose definitions travel with them, into prompts and into the JSON Schema."""

from enum import StrEnum
from typing import Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Label(StrEnum):
    """A closed list of labels; a member is written `NAME = "value", "Definition."`."""

    def __new__(cls, value: str, definition: str) -> Self:
        """Make a member whose docstring is its definition."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.__doc__ = definition
        return member

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Export each label with its definition."""
        schema = handler.resolve_ref_schema(handler(core))
        schema["oneOf"] = [{"const": member.value, "description": member.__doc__} for member in cls]
        return schema
