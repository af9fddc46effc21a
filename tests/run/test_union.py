"""Records of an article that are one, and those that are not."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field

from llmextract import Anywhere, Article, Record, check
from llmextract.ask.derive import derive
from llmextract.run.union import unite

TEXT = "Rebels seized the port on Friday. Rebels seized the bridge."
ARTICLE = Article(text=TEXT)


class Deed(BaseModel):
    what: str
    who: str | None = None
    where: list[str] = []


def told(
    *records: dict[str, object], schema: type[BaseModel] = Deed, article: Article = ARTICLE
) -> list[Record[BaseModel]]:
    group = derive(schema)
    judged = check(article, records, schema=schema)
    values = [(each.value, each) for each in judged if each.value is not None]
    assert len(values) == len(records)
    found = [
        (group, Record(str(number), group.name, value, each.spans, each.unchecked))
        for number, (value, each) in enumerate(values)
    ]
    return unite(found, text=article.text)


def deed(sentence: int, **fields: object) -> dict[str, object]:
    return {"sentences": [sentence], "what": "seized", **fields}


def test_what_two_windows_told_of_one_place_is_one_record() -> None:
    (record,) = told(deed(1, where=["port"]), deed(1, who="Rebels", where=["the port", "port"]))
    assert record.value == Deed(what="seized", who="Rebels", where=["port", "the port"])


def test_the_evidence_moves_with_what_is_added() -> None:
    (record,) = told(deed(1, where=["port"]), deed(1, who="Rebels", where=["the port"]))
    assert record.spans["where[1]"][0].exact == "the port"
    assert record.spans["who"][0].exact == "Rebels"
    for spans in record.spans.values():
        assert all(TEXT[span.start : span.end] == span.exact for span in spans)


def test_the_same_words_elsewhere_are_another_record() -> None:
    assert len(told(deed(1, where=["port"]), deed(2, where=["bridge"]))) == 2


def test_what_the_first_states_stays() -> None:
    (record,) = told(deed(1, who="Rebels"), deed(1, who="port"))
    assert record.value == Deed(what="seized", who="Rebels")
    assert [span.exact for span in record.spans["who"]] == ["Rebels"]


def test_the_same_value_twice_has_the_evidence_of_both() -> None:
    (record,) = told(deed(1, who="Rebels"), deed(2, who="Rebels"))
    assert [span.sentence for span in record.spans["what"]] == [1, 2]


class Bounded(BaseModel):
    what: str
    where: list[str] = Field(default=[], max_length=1)
    who: str = "somebody"


def bounded(*records: dict[str, object]) -> list[BaseModel]:
    group = derive(Bounded)
    judged = check(ARTICLE, records, schema=Bounded)
    values = [each for each in judged if each.value is not None]
    assert len(values) == len(records)
    found = unite(
        (group, Record("a", "bounded", each.value, each.spans))
        for each in values
        if each.value is not None
    )
    return [record.value for record in found]


def test_records_stay_apart_that_the_users_model_does_not_take_as_one() -> None:
    apart = bounded(deed(1, where=["port"]), deed(1, where=["the port"]))
    assert apart == [
        Bounded(what="seized", where=["port"]),
        Bounded(what="seized", where=["the port"]),
    ]


def test_what_is_stated_fills_what_was_a_default() -> None:
    united = [Bounded(what="seized", where=["port"], who="Rebels")]
    assert bounded(deed(1, where=["port"]), deed(1, who="Rebels")) == united
    assert bounded(deed(1, who="Rebels"), deed(1, where=["port"])) == united


class Side(BaseModel):
    name: str
    aliases: Annotated[list[str], Anywhere(alias_of="name")] = []
    part: Literal["army", "rebels", "other"]
    leader: str | None = None


SIDES = Article(
    text="Hale of the Red Dawn (RD) fled. RD, led by Hale, said that rebels fought. The RD lost."
    " Rebels came, he said. Troops met RD. Troops left, he said. Hale won. Norland spoke."
)


def side(sentence: int, name: str, part: str, **fields: object) -> dict[str, object]:
    return {"sentences": [sentence], "name": name, "part": part, **fields}


def sides(*records: dict[str, object]) -> list[Record[BaseModel]]:
    return told(*records, schema=Side, article=SIDES)


def test_one_proper_name_is_one_record_with_the_label_of_most() -> None:
    (record,) = sides(
        side(1, "RD", "army", aliases=["Red Dawn"]),
        side(2, "RD", "rebels", leader="Hale"),
        side(3, "The RD", "rebels"),
    )
    assert record.value == Side(name="RD", aliases=["Red Dawn"], part="rebels", leader="Hale")
    assert [span.sentence for span in record.spans["name"]] == [1, 2, 3]
    assert record.spans["leader"][0].sentence == 2
    assert record.id == "0"


def test_of_labels_chosen_as_often_the_first_stays() -> None:
    (record,) = sides(side(1, "RD", "army"), side(2, "RD", "rebels"))
    assert record.value == Side(name="RD", part="army")


def test_what_may_be_somebody_else_stays_apart() -> None:
    assert len(sides(side(2, "rebels", "rebels"), side(4, "Rebels", "other"))) == 2
    assert len(sides(side(5, "Troops", "army"), side(6, "Troops", "other"))) == 2
    assert len(sides(side(4, "he", "army"), side(6, "he", "other"))) == 2


def test_a_name_that_opens_its_sentence_is_one_too() -> None:
    assert len(sides(side(1, "Hale", "army"), side(7, "Hale", "rebels"))) == 1


class Somebody(BaseModel):
    name: str
    others: Annotated[list[str], Anywhere(alias_of="name")] = []
    kind: Literal["person", "body"]


def people(text: str, *names: str, kind: str = "person") -> list[tuple[str, list[str]]]:
    """The names of those who are told of, each in the last sentence that has it."""
    article = Article(text=text)
    records: list[dict[str, object]] = []
    for name in names:
        lines = [line.number for line in article.lines if name in line.text]
        records.append({"sentences": lines[-1:], "name": name, "kind": kind})
    united = told(*records, schema=Somebody, article=article)
    values = [record.value for record in united]
    return [(each.name, each.others) for each in values if isinstance(each, Somebody)]


def test_a_person_and_the_surname_are_one() -> None:
    text = "Mayor Ilan Roe left. She met him."
    assert people(f"{text} It rained, Roe said.", "Ilan Roe", "Roe") == [("Ilan Roe", ["Roe"])]


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        pytest.param("Ilan Roe met Anna Roe.", ("Ilan Roe", "Roe"), "person", id="namesake"),
        pytest.param("Ilan Roe left. Roe fell.", ("Ilan Roe", "Roe"), "body", id="no-person"),
        pytest.param("Ilan Roe left. Roe fell.", ("Ilan Roe",), "person", id="not-told-of"),
        pytest.param("Ilan Roe left. Ilan fell.", ("Ilan Roe", "Ilan"), "person", id="given-name"),
    ],
)
def test_a_name_that_may_be_anothers_stays_apart(
    text: str, names: tuple[str, ...], kind: str
) -> None:
    assert people(text, *names, kind=kind) == [(name, []) for name in names]
