"""Shapes: what of a user's model can be pointed at, read or chosen."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, List, Literal, NewType, Optional  # noqa: UP035 (people do)

import pytest
from pydantic import BaseModel, Field, RootModel
from typing_extensions import TypeAliasType

from llmextract import Anywhere, Paraphrase, Quantity, Time
from llmextract.ask.derive import derive
from llmextract.ask.shape import FreeText, Group, Items, Label, Moment, Number, Shape, Words
from llmextract.errors import SchemaError


class Colour(Enum):
    RED = "red"
    BLUE = 2.5


class Twice(Enum):
    RED = "BLUE"
    BLUE = 2.5


Names = TypeAliasType("Names", list[str])
Alias = TypeAliasType("Alias", Annotated[str, Anywhere()])


class Place(BaseModel):
    name: str


class Early(BaseModel):
    place: "Late | None" = None


class Late(BaseModel):
    name: str


class Lost(BaseModel):
    place: "Nowhere | None" = None  # type: ignore[name-defined]  # noqa: F821


def shape_of(annotation: Any) -> Shape:
    model = type(
        "Model", (BaseModel,), {"__annotations__": {"field": annotation}, "__module__": __name__}
    )
    return derive(model).slots[0].shape


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        pytest.param(str, Words(), id="str"),
        pytest.param(Annotated[str, Anywhere()], Words(anywhere=True), id="anywhere"),
        pytest.param(
            Optional[Annotated[str, Anywhere()]], Words(anywhere=True), id="anywhere-or-none"
        ),
        pytest.param(Annotated[str, Paraphrase()], FreeText(), id="paraphrase"),
        pytest.param(int, Number(int), id="int"),
        pytest.param(Optional[Annotated[float, Field(ge=0)]], Number(float), id="constrained"),
        pytest.param(Decimal, Number(Decimal), id="decimal"),
        pytest.param(Quantity, Number(Quantity), id="quantity"),
        pytest.param(date, Moment(date), id="date"),
        pytest.param(Optional[datetime], Moment(datetime), id="datetime"),
        pytest.param(Time, Moment(Time), id="time"),
        pytest.param(bool, Label({True: True, False: False}), id="bool"),
        pytest.param(Literal["a", "b", None], Label({"a": "a", "b": "b"}), id="literal"),
        pytest.param(Literal[Colour.RED], Label({"red": Colour.RED}), id="literal-of-enum"),
        pytest.param(Colour, Label({"red": Colour.RED, "BLUE": Colour.BLUE}), id="enum"),
        pytest.param(list[str], Items(Words()), id="list"),
        pytest.param(
            list[Annotated[str, Anywhere()]], Items(Words(anywhere=True)), id="list-anywhere"
        ),
        pytest.param(list[list[int]], Items(Items(Number(int))), id="list-of-lists"),
        pytest.param(NewType("Count", int), Number(int), id="new-type"),
        pytest.param(Names, Items(Words()), id="type-alias"),
        pytest.param(Optional[Alias], Words(anywhere=True), id="type-alias-with-marker"),
    ],
)
def test_shape_of_a_field(annotation: Any, shape: Shape) -> None:
    assert shape_of(annotation) == shape


def test_nested_models_are_groups() -> None:
    shape = shape_of(list[Place])
    assert isinstance(shape, Items)
    assert isinstance(shape.item, Group)
    assert [slot.name for slot in shape.item.slots] == ["name"]


@pytest.mark.parametrize(
    "annotation",
    [
        pytest.param(dict[str, str], id="dict"),
        pytest.param(Any, id="any"),
        pytest.param(bytes, id="bytes"),
        pytest.param(str | int, id="union"),
        pytest.param(list, id="bare-list"),
        pytest.param(List, id="bare-list-of-typing"),  # noqa: UP006
        pytest.param(Literal[1, True], id="labels-that-are-equal"),
        pytest.param(Twice, id="labels-of-one-name"),
        pytest.param(list[str | None], id="list-of-optional"),
        pytest.param(tuple[str, ...], id="tuple"),
        pytest.param(complex, id="complex"),
        pytest.param(type(None), id="none"),
        pytest.param(RootModel[str], id="root-model"),
    ],
)
def test_what_cannot_be_expressed_names_the_field(annotation: Any) -> None:
    with pytest.raises(SchemaError, match=r"Model\.field"):
        shape_of(annotation)


@pytest.mark.parametrize("annotation", [Quantity, Time | None])
def test_bounds_that_a_quantity_or_a_time_cannot_be_held_to_are_refused(annotation: Any) -> None:
    with pytest.raises(SchemaError, match=r"Model\.field: Ge.*field_validator"):
        shape_of(Annotated[annotation, Field(ge=0)])


def test_a_model_that_contains_itself_is_refused() -> None:
    class Node(BaseModel):
        name: str
        children: list["Node"] = []

    with pytest.raises(SchemaError, match="contains itself"):
        derive(Node)


def test_a_field_called_as_the_citation_is_refused() -> None:
    class Verdict(BaseModel):
        sentences: int

    with pytest.raises(SchemaError, match=r"Verdict\.sentences"):
        derive(Verdict)


def test_a_list_called_as_the_records_of_a_reply_is_refused() -> None:
    class Athlete(BaseModel):
        records: list[str]

    with pytest.raises(SchemaError, match=r"Athlete\.records"):
        derive(Athlete)


def test_a_model_may_name_one_that_is_defined_later() -> None:
    assert isinstance(derive(Early).slots[0].shape, Group)
    with pytest.raises(SchemaError, match=r"Lost: .*Nowhere.*model_rebuild"):
        derive(Lost)


@pytest.mark.parametrize("model", [str, 3, Place(name="x"), BaseModel])
def test_a_schema_is_a_model_class_with_fields(model: Any) -> None:
    with pytest.raises(SchemaError):
        derive(model)


def test_required_means_neither_none_nor_a_default() -> None:
    class Model(BaseModel):
        a: str
        b: str | None
        c: str = "x"

    assert [slot.required for slot in derive(Model).slots] == [True, False, False]


def test_schema_names_are_snake_case() -> None:
    class CourtRuling(BaseModel):
        judge: str

    assert derive(CourtRuling).name == "court_ruling"
