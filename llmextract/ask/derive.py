"""From a Pydantic model class to its shape, or to the field that cannot be asked for.

Nothing after this module looks at annotations again.
"""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Literal, NewType, TypeGuard, Union, get_args, get_origin

from annotated_types import BaseMetadata
from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.times.calendar import Time
from llmextract.ask.fitting import check_markers
from llmextract.ask.markers import Anywhere, Marker, Paraphrase
from llmextract.ask.shape import (
    CITING,
    FreeText,
    Group,
    Items,
    Label,
    LabelValue,
    Leaf,
    Moment,
    Number,
    Shape,
    Slot,
    Words,
)
from llmextract.errors import SchemaError

Models = tuple[type[BaseModel], ...]


def derive(model: object) -> Group:
    """Derive the shape of a record from a Pydantic model class.

    Raises `SchemaError`, naming the field, for what cannot be pointed at, read or chosen.
    """
    if not _is_model(model):
        raise SchemaError(
            f"{model!r}: a schema is a Pydantic model class (a subclass of BaseModel)"
        )
    return _derived(model)


def derive_only(name: str, models: Models) -> Group:
    """The shape of the one model that a name stands for; raises `SchemaError` for several."""
    if len(models) != 1:
        raise SchemaError(f"{name}: a record is of one schema; name that one")
    return derive(models[0])


@lru_cache(maxsize=256)
def _derived(model: type[BaseModel]) -> Group:
    """The shape of a class, once: to look into it takes as long as to judge two records by it."""
    group = _group(model, model.__name__, ())
    for slot in group.slots:
        if slot.name in CITING:
            raise SchemaError(
                f"{model.__name__}.{slot.name}: a record cites its evidence under this name; "
                f"rename the field"
            )
    return group


def _is_model(candidate: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(candidate, type) and issubclass(candidate, BaseModel)


def schema_name(model: type[BaseModel]) -> str:
    """The name a schema goes by in results: its class name in snake case."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", model.__name__).lower()


def _group(model: type[BaseModel], path: str, above: tuple[type[BaseModel], ...]) -> Group:
    if issubclass(model, RootModel):
        raise SchemaError(f"{path}: a RootModel has no named fields; use a model with fields")
    if model in above:
        raise SchemaError(f"{path}: {model.__name__} contains itself; a record has a fixed depth")
    if not model.model_fields:
        raise SchemaError(f"{path}: {model.__name__} has no fields, so there is nothing to extract")
    _complete(model, path)
    slots = tuple(
        _slot(name, info, f"{path}.{name}", (*above, model))
        for name, info in model.model_fields.items()
    )
    check_markers(slots, path)
    for slot in slots:
        if slot.name == "records" and isinstance(slot.shape, Items):
            raise SchemaError(f"{path}.records: a reply lists its records so; rename the field")
    return Group(schema_name(model), model, slots)


def _complete(model: type[BaseModel], path: str) -> None:
    """Resolve what annotations name that was defined later, as Pydantic does at first use."""
    try:
        model.model_rebuild(_parent_namespace_depth=0)
    except NameError as error:
        raise SchemaError(
            f"{path}: there is no {error.name}; define it beside {model.__name__}, or call "
            f"{model.__name__}.model_rebuild() where it is known"
        ) from error


def _slot(name: str, info: FieldInfo, path: str, above: tuple[type[BaseModel], ...]) -> Slot:
    markers = _markers(info.metadata, path)
    annotation, nullable, markers = _unwrap(info.annotation, markers, path)
    shape, markers = _shape(annotation, path, markers, above)
    _check_bounds(shape, info, path)
    return Slot(
        name=name,
        shape=shape,
        nullable=nullable,
        required=info.is_required() and not nullable,
        description=" ".join((info.description or "").split()),
        markers=markers,
    )


def _check_bounds(shape: Shape, info: FieldInfo, path: str) -> None:
    """A quantity and a time are models, which Pydantic compares with no bound."""
    bounds = [item for item in info.metadata if isinstance(item, BaseMetadata)]
    if bounds and isinstance(shape, Number | Moment) and shape.type in (Quantity, Time):
        raise SchemaError(
            f"{path}: {bounds[0]} cannot be asked of a {shape.type.__name__}; "
            f"look at its value in a field_validator"
        )


def _markers(metadata: list[object] | tuple[object, ...], path: str) -> tuple[Marker, ...]:
    for item in metadata:
        if isinstance(item, type) and issubclass(item, Marker):
            raise SchemaError(
                f"{path}: {item.__name__} is the class of a marker; call it: {item.__name__}(...)"
            )
    return tuple(item for item in metadata if isinstance(item, Marker))


def _unwrap(
    annotation: object, markers: tuple[Marker, ...], path: str
) -> tuple[object, bool, tuple[Marker, ...]]:
    """Strip `Annotated`, aliases and `| None`; the rest, whether None may stand, the markers."""
    nullable = False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *metadata = get_args(annotation)
            markers += _markers(metadata, path)
        elif origin in (Union, UnionType) and NoneType in get_args(annotation):
            nullable = True
            rest = tuple(part for part in get_args(annotation) if part is not NoneType)
            annotation = Union[rest] if rest else NoneType  # noqa: UP007 (built from a tuple)
        elif origin is Literal and None in get_args(annotation):
            nullable = True
            annotation = Literal[
                tuple(value for value in get_args(annotation) if value is not None)
            ]
        elif isinstance(annotation, NewType):
            annotation = annotation.__supertype__
        elif type(annotation).__name__ == "TypeAliasType":  # of `typing` since Python 3.12
            annotation = getattr(annotation, "__value__", None)
        else:
            return annotation, nullable, markers


def _shape(
    annotation: object, path: str, markers: tuple[Marker, ...], above: tuple[type[BaseModel], ...]
) -> tuple[Shape, tuple[Marker, ...]]:
    if get_origin(annotation) is list and get_args(annotation):
        (inner,) = get_args(annotation)
        inner, nullable, markers = _unwrap(inner, markers, path)
        if nullable:
            raise SchemaError(
                f"{path}: a list item is stated or absent, never None; drop the '| None'"
            )
        shape, markers = _shape(inner, f"{path}[]", markers, above)
        return Items(shape), markers
    if get_origin(annotation) is Literal:
        values: tuple[object, ...] = get_args(annotation)
        options = [(_wire_value(each) if isinstance(each, Enum) else each, each) for each in values]
        return _label(options, {}, path), markers
    leaf = _leaf(annotation, path, markers)
    if leaf is not None:
        return leaf, markers
    if _is_model(annotation):
        return _group(annotation, path, above), markers
    raise SchemaError(
        f"{path}: {_name(annotation)} cannot be pointed at; use str, int, float, Decimal, "
        f"Quantity, date, datetime, Time, bool, Enum, Literal, a nested model, a list of these, "
        f"or '| None'"
    )


def _leaf(annotation: object, path: str, markers: tuple[Marker, ...]) -> Leaf | None:
    if not isinstance(annotation, type):
        return None
    if annotation is bool:
        return Label({True: True, False: False})
    if issubclass(annotation, Enum):
        options = [(_wire_value(member), member) for member in annotation]
        docs = {
            _wire_value(m): m.__doc__ or "" for m in annotation if m.__doc__ != annotation.__doc__
        }
        return _label(options, docs, path)
    if annotation is str:
        if Paraphrase() in markers:
            return FreeText()
        return Words(anywhere=any(isinstance(marker, Anywhere) for marker in markers))
    if annotation in (int, float, Decimal, Quantity):
        return Number(annotation)
    if annotation in (date, datetime, Time):
        return Moment(annotation)
    return None


def _wire_value(member: Enum) -> LabelValue:
    """An enum goes by its value where that is text or a number, else by its name."""
    return member.value if isinstance(member.value, str | int) else member.name


def _label(
    options: Collection[tuple[object, object]], definitions: Mapping[LabelValue, str], path: str
) -> Label:
    checked = {value: option for value, option in options if isinstance(value, str | int)}
    if not options or not all(isinstance(value, str | int) for value, _ in options):
        raise SchemaError(
            f"{path}: labels are text, whole numbers or booleans, and at least one is needed"
        )
    if len(checked) != len(options):
        # True == 1, and an enum may have as a value what another member has as its name.
        raise SchemaError(
            f"{path}: two of the labels {[value for value, _ in options]} are one on the wire; "
            f"give them values that differ"
        )
    return Label(checked, definitions)


def _name(annotation: object) -> str:
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)
