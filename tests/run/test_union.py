"""Records of an article that are one, and those that are not."""

from pydantic import BaseModel, Field

from llmextract import Article, Record, check
from llmextract.ask.derive import derive
from llmextract.run.union import unite

TEXT = "Rebels seized the port on Friday. Rebels seized the bridge."
ARTICLE = Article(text=TEXT)


class Deed(BaseModel):
    what: str
    who: str | None = None
    where: list[str] = []


def told(*records: dict[str, object]) -> list[Record[BaseModel]]:
    group = derive(Deed)
    judged = check(ARTICLE, records, schema=Deed)
    values = [(each.value, each) for each in judged if each.value is not None]
    return unite(
        (group, Record(str(number), "deed", value, each.spans, each.unchecked))
        for number, (value, each) in enumerate(values)
    )


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
