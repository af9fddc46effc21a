"""Judging records: each field by its own words, what falls with it, and a row for everything."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import (
    BaseModel,
    Field,
    computed_field,
    create_model,
    field_validator,
    model_validator,
)

from llmextract import Anywhere, Article, CuedBy, Judgement, Quantity, Time, check
from llmextract.ask.derive import derive
from llmextract.errors import InputError, SchemaError, SettingsError
from llmextract.judge.record import judge as judge_record
from llmextract.judge.verdict import Code, Status
from llmextract.schemas import Event

TEXT = (
    "Rebels seized Dorva on Friday. The army said 1,600 fighters fled, and 20 tanks were lost. "
    "“We will return,” Colonel Ilan Roe said.\n\n"
    "Roe could not be reached on November 27, 2024.\n\nShare post:\n\nRelated\n\n"
    "Bandits took Kelmar...\n"
)
ARTICLE = Article(text=TEXT, id="a", published=date(2024, 12, 4))


class Mood(StrEnum):
    CALM = "calm"
    ANGRY = "angry"


class Loss(BaseModel):
    count: int
    of: str | None = None


class Record(BaseModel):
    verb: str
    place: str | None = None
    day: date | None = None
    losses: list[Loss] = []
    fled: Quantity | None = None
    who: Annotated[str, Anywhere()] | None = None
    mood: Mood | None = None


def judge(schema: type[BaseModel] = Record, **record: Any) -> Judgement:
    (judgement,) = check(ARTICLE, [{"sentences": [1], **record}], schema=schema)
    return judgement


def codes(judgement: Judgement) -> dict[str, Code | None]:
    return {v.path: v.code for v in judgement.verdicts if v.status is Status.REJECTED}


def test_supported_fields_become_the_users_model() -> None:
    judgement = judge(verb="seized", place="Dorva", day="Friday", mood="calm", who="Ilan Roe")
    assert judgement.value == Record(
        verb="seized", place="Dorva", day=date(2024, 11, 29), mood=Mood.CALM, who="Ilan Roe"
    )
    assert judgement.unchecked == ("mood",)
    assert {path: spans[0].exact for path, spans in judgement.spans.items()} == {
        "verb": "seized",
        "place": "Dorva",
        "day": "Friday",
        "who": "Ilan Roe",
    }


def test_every_span_reproduces_the_text() -> None:
    judgement = judge(verb="SEIZED", place="dorva", who="ilan  roe")
    for spans in judgement.spans.values():
        for span in spans:
            assert TEXT[span.start : span.end] == span.exact
            assert TEXT[: span.start].endswith(span.prefix)
            assert TEXT[span.end :].startswith(span.suffix)


def test_every_field_has_exactly_one_verdict() -> None:
    judgement = judge(verb="seized", losses=[{"count": "x"}], extra=1)
    paths = [verdict.path for verdict in judgement.verdicts]
    expected = ["sentences[0]", "verb", "place", "day", "losses[0].count", "losses[0].of", "fled"]
    assert paths == [*expected, "who", "mood", "extra"]


def test_a_rejected_optional_field_becomes_null_and_is_listed() -> None:
    judgement = judge(verb="seized", place="Moscow")
    assert judgement.value == Record(verb="seized")
    assert set(codes(judgement)) == {"place"}


def test_a_rejected_required_field_rejects_the_record() -> None:
    judgement = judge(verb="bombed")
    assert not judgement.accepted
    assert judgement.losses[-1].path == ""
    assert judgement.losses[-1].code is Code.REQUIRED
    assert judgement.losses[-1].value == {"sentences": [1], "verb": "bombed"}


def test_a_missing_required_field_rejects_the_record() -> None:
    judgement = judge(place="Dorva")
    assert not judgement.accepted
    assert judgement.losses[-1].detail == "the required verb was not stated"


def test_a_list_item_that_lost_its_required_field_is_dropped_and_listed() -> None:
    judgement = judge(
        sentences=[2],
        verb="fled",
        losses=[{"count": "90", "of": "tanks"}, {"count": "20", "of": "tanks"}],
    )
    assert judgement.value == Record(verb="fled", losses=[Loss(count=20, of="tanks")])
    assert codes(judgement) == {
        "losses[0].count": Code.NUMBER_DIFFERS
    } or "losses[0].count" in codes(judgement)
    assert [(loss.path, loss.code) for loss in judgement.losses] == [("losses[0]", Code.REQUIRED)]
    assert set(judgement.spans) == {"verb", "losses[0].count", "losses[0].of"}


@pytest.mark.parametrize(
    ("record", "path", "code"),
    [
        pytest.param(
            {"verb": "seized", "place": "Roe"}, "place", Code.WRONG_SENTENCE, id="elsewhere"
        ),
        pytest.param({"verb": "seized", "who": "Bandits"}, "who", Code.BOILERPLATE, id="furniture"),
        pytest.param({"verb": "seized", "mood": "sad"}, "mood", Code.SCHEMA, id="label"),
        pytest.param({"verb": "seized", "mood": 3}, "mood", Code.SCHEMA, id="label-type"),
        pytest.param({"verb": "seized", "place": 7}, "place", Code.SCHEMA, id="words-type"),
        pytest.param({"verb": "seized", "fled": "Dorva"}, "fled", Code.UNREADABLE, id="no-figure"),
        pytest.param({"verb": "seized", "day": "Dorva"}, "day", Code.UNREADABLE, id="no-time"),
        pytest.param({"verb": "seized", "losses": "x"}, "losses", Code.SCHEMA, id="no-list"),
        pytest.param({"verb": "seized", "losses": ["x"]}, "losses[0]", Code.SCHEMA, id="no-object"),
        pytest.param(
            {"verb": "seized", "colour": "red"}, "colour", Code.SCHEMA, id="no-such-field"
        ),
        pytest.param(
            {"verb": "seized", "sentences": [1, 99]}, "sentences[1]", Code.SCHEMA, id="no-sentence"
        ),
    ],
)
def test_a_rejection_has_a_code(record: dict[str, Any], path: str, code: Code) -> None:
    judgement = judge(**record)
    assert codes(judgement) == {path: code}
    assert judgement.accepted


def test_an_inexact_figure_is_no_int() -> None:
    class Toll(BaseModel):
        dead: int | None = None
        fled: Quantity | None = None

    text = "More than 200 died and tens of thousands fled."
    record = {"sentences": [1], "dead": "More than 200", "fled": "tens of thousands"}
    (judgement,) = check(Article(text=text), [record], schema=Toll)
    assert codes(judgement) == {"dead": Code.UNREADABLE}
    assert isinstance(judgement.value, Toll)
    assert judgement.value.fled is not None
    assert (judgement.value.fled.value, judgement.value.fled.low) == (None, 20_000)


@pytest.mark.parametrize(
    ("text", "words", "exact"),
    [
        pytest.param(
            "Losses exceeded 1,600 men.", "1,600", "exceeded 1,600", id="modifier-left-out"
        ),
        pytest.param(
            "It lies 5 to 7 kilometers away.", "5", "5 to 7 kilometers", id="half-a-range"
        ),
        pytest.param(
            "It lies about 10 kilometers (6 miles) away.",
            "10 kilometers (6 miles)",
            "about 10 kilometers (6 miles)",
            id="modifier-of-two",
        ),
    ],
)
def test_a_figure_is_read_where_it_stands(text: str, words: str, exact: str) -> None:
    class Toll(BaseModel):
        count: Quantity

    (judgement,) = check(Article(text=text), [{"sentences": [1], "count": words}], schema=Toll)
    assert judgement.spans["count"][0].exact == exact
    (as_int,) = check(Article(text=text), [{"sentences": [1], "count": words}], schema=Loss)
    assert not as_int.accepted


def test_a_word_cut_from_an_idiom_is_no_figure() -> None:
    (judgement,) = check(
        Article(text="No one died."), [{"sentences": [1], "count": "one"}], schema=Loss
    )
    assert codes(judgement) == {"count": Code.UNREADABLE}


def test_the_number_in_a_name_is_no_typed_figure() -> None:
    article = Article(text="The 25th Division lost 30 men.")
    counts = [{"sentences": [1], "count": count} for count in (25, 30)]
    assert [one.accepted for one in check(article, counts, schema=Loss)] == [False, True]


def test_a_typed_figure_that_is_only_said_roughly_is_told_so() -> None:
    article = Article(text="About 20 men died.")
    rough, other = check(article, [{"sentences": [1], "count": n} for n in (20, 30)], schema=Loss)
    assert codes(rough) == {"count": Code.UNREADABLE}
    assert "no exact int, but 'About 20'" in str(rough.rejected[0].detail)
    assert codes(other) == {"count": Code.NUMBER_DIFFERS}


@pytest.mark.parametrize(("year", "accepted"), [(1941, True), (1942, False), (1994, False)])
def test_a_year_may_be_given_as_a_number(year: int, accepted: bool) -> None:
    article = Article(text="Roe was born on 4 May 1941 and led 19,940 men.")
    model = create_model("Life", born=(int, ...))
    (judgement,) = check(article, [{"sentences": [1], "born": year}], schema=model)
    assert judgement.accepted is accepted


def test_a_key_that_is_an_alias_names_the_field() -> None:
    model = create_model("Match", home=(str | None, Field(default=None, alias="homeTeam")))
    record = {"sentences": [1], "homeTeam": "Dorva", "away": "Kelmar"}
    (judgement,) = check(Article(text="Dorva beat Kelmar."), [record], schema=model)
    assert {row.path: row.detail for row in judgement.rejected} == {
        "homeTeam": "no such field: a record calls it home",
        "away": "no such field",
    }


def test_both_figures_of_a_score_are_read() -> None:
    model = create_model("Match", home=(int, ...), away=(int, ...))
    article = Article(text="Dorva beat Kelmar 3-1 in Norland.")
    records: list[dict[str, Any]] = [
        {"home": "3", "away": "1"},
        {"home": 3, "away": 1},
        {"home": "3-1", "away": "1"},
        {"home": 3, "away": 2},
    ]
    judged = check(article, [{"sentences": [1], **each} for each in records], schema=model)
    assert [one.accepted for one in judged] == [True, True, False, False]


def test_one_of_them_is_one() -> None:
    records = [{"sentences": [1], "count": words} for words in ("One", "One of them")]
    judged = check(Article(text="One of them died."), records, schema=Loss)
    assert [one.value for one in judged] == [Loss(count=1)] * 2


def test_a_time_is_read_where_it_stands() -> None:
    article = Article(text="Rebels seized Dorva in November 2016.", published=date(2024, 12, 4))
    record = {"sentences": [1], "month": "November"}
    (judgement,) = check(article, [record], schema=create_model("Seizure", month=(Time, ...)))
    assert judgement.value is not None
    assert judgement.value.model_dump()["month"]["edtf"] == "2016-11"
    assert judgement.spans["month"][0].exact == "November 2016"


def test_a_weekday_without_a_publication_date_is_no_day() -> None:
    (judgement,) = check(
        Article(text=TEXT), [{"sentences": [1], "verb": "seized", "day": "Friday"}], schema=Record
    )
    assert codes(judgement) == {"day": Code.UNREADABLE}


@pytest.mark.parametrize(("name", "given"), [("sentences", 2), ("quotes", "The rebels fled")])
def test_a_citation_that_is_no_list_is_told(name: str, given: object) -> None:
    record = {"sentences": None, "verb": "fled", name: given}
    (judgement,) = check(ARTICLE, [record], schema=Record)
    assert codes(judgement)[name] is Code.SCHEMA
    assert judgement.value is None


def test_typed_values_are_held_against_what_the_sentences_read() -> None:
    right = judge(sentences=[2, 4], verb="fled", fled=1600, day="2024-11-27")
    assert not codes(right)
    wrong = judge(sentences=[2, 4], verb="fled", fled=1601, day="2024-11-28")
    assert codes(wrong)["fled"] is Code.NUMBER_DIFFERS
    assert "day" in codes(wrong)


@pytest.mark.parametrize(
    ("field", "value", "stands"),
    [
        pytest.param("day", "2026-03-31", True, id="day-of-a-bound"),
        pytest.param("day", "2026-03-30", False, id="another-day"),
        pytest.param("at", "2026-04-02T10:30:00", True, id="as-written"),
        pytest.param("at", "2026-04-02T10:30", True, id="without-seconds"),
        pytest.param("at", "2026-04-02 10:30:00", True, id="as-python-writes-it"),
        pytest.param("at", "2026-04-03T09:00", True, id="at-the-hour"),
        pytest.param("at", "2026-04-02T22:30", False, id="another-hour"),
        pytest.param("at", "2026-04-02T10:30:30", False, id="another-second"),
    ],
)
def test_iso_times_are_held_against_the_times_of_the_sentence(
    field: str, value: str, stands: bool
) -> None:
    class Sale(BaseModel):
        day: date | None = None
        at: datetime | None = None

    text = (
        "Norland must sell by 31 March 2026 and meets at 10:30 a.m. on 2 April 2026 and"
        " at 9:00 a.m. on 3 April 2026."
    )
    (judgement,) = check(Article(text=text), [{"sentences": [1], field: value}], schema=Sale)
    assert (field not in codes(judgement)) is stands


def test_what_was_accepted_goes_back_in_as_python_has_it() -> None:
    class Tone(Enum):
        LOW = "low"

    class Sale(BaseModel):
        day: date
        tone: Tone
        share: Decimal | None = None

    article = Article(text="Norland sold 3.5 percent at a low price on 31 March 2026.")
    given = {"sentences": [1], "day": date(2026, 3, 31), "tone": Tone.LOW, "share": Decimal("3.5")}
    (judgement,) = check(article, [given], schema=Sale)
    assert judgement.accepted
    assert judgement.value is not None
    (again,) = check(article, [{**judgement.value.model_dump(), "sentences": [1]}], schema=Sale)
    assert again.value == judgement.value


@pytest.mark.parametrize("citation", [{}, {"sentences": []}, {"quotes": []}])
def test_a_record_that_cites_nothing_is_told_how_to_cite(citation: dict[str, Any]) -> None:
    (judgement,) = check(ARTICLE, [{"verb": "seized", **citation}], schema=Record)
    (row,) = judgement.rejected
    assert row.code is Code.WRONG_SENTENCE
    assert row.detail is not None
    assert "cites nothing that counts: give it sentences" in row.detail
    assert "these words stand in sentence 1" in row.detail


def test_a_decimal_goes_back_in_wherever_it_stands_in_a_record() -> None:
    class Part(BaseModel):
        sum: Decimal

    class Sale(BaseModel):
        sum: Decimal
        parts: list[Part] = []

    article = Article(text="Norland sold a stake for $1.2 billion, of which 3.5 percent is tax.")
    given = {"sentences": [1], "sum": "$1.2 billion", "parts": [{"sum": "3.5 percent"}]}
    (judgement,) = check(article, [given], schema=Sale)
    assert judgement.value == Sale(sum=Decimal(1200000000), parts=[Part(sum=Decimal("3.5"))])
    whole = {"sentences": [1], "sum": Decimal(1200000000), "parts": [Part(sum=Decimal("3.5"))]}
    (again,) = check(article, [whole], schema=Sale)
    assert again.value == judgement.value


@pytest.mark.parametrize("figure", ["NaN", "sNaN", "Infinity", "1E+999999999", "1000000001"])
def test_a_decimal_that_the_article_does_not_state_is_rejected(figure: str) -> None:
    class Sale(BaseModel):
        sum: Decimal | None = None

    article = Article(text="Norland sold a stake for $1 billion.")
    (judgement,) = check(article, [{"sentences": [1], "sum": Decimal(figure)}], schema=Sale)
    assert "sum" in codes(judgement)


@pytest.mark.parametrize(
    "citation",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"sentences": []}, id="empty"),
        pytest.param({"sentences": [99]}, id="out-of-range"),
        pytest.param({"sentences": [True]}, id="bool"),
        pytest.param({"quotes": ["Rebels lost Dorva on Friday."]}, id="invented-quote"),
        pytest.param({"quotes": ["Bandits took Kelmar..."]}, id="furniture"),
        pytest.param({"sentences": "1"}, id="no-list"),
    ],
)
def test_a_record_that_cites_nothing_is_rejected(citation: dict[str, Any]) -> None:
    (judgement,) = check(ARTICLE, [{"verb": "seized", **citation}], schema=Record)
    assert not judgement.accepted
    assert judgement.losses[-1].code is Code.REQUIRED


def test_a_record_may_cite_by_quotes() -> None:
    record = {"quotes": ["Rebels seized Dorva on Friday."], "verb": "seized"}
    (judgement,) = check(ARTICLE, [record], schema=Record)
    assert judgement.accepted
    assert judgement.verdicts[0].path == "quotes[0]"


def test_a_label_needs_its_cue() -> None:
    class Claim(BaseModel):
        what: str
        cue: str | None = None
        sure: Annotated[Literal["yes", "no"] | None, CuedBy("cue", unless="yes")] = None

    assert codes(judge(Claim, what="seized", sure="yes")) == {}
    assert codes(judge(Claim, what="seized", sure="no")) == {"sure": Code.CUE_MISSING}
    assert set(codes(judge(Claim, what="seized", sure="no", cue="maybe"))) == {"cue", "sure"}
    assert codes(judge(Claim, what="seized", sure="no", cue="on Friday")) == {}


def test_what_the_users_model_refuses_is_a_schema_rejection() -> None:
    class Town(BaseModel):
        name: str
        short: Annotated[str, Field(max_length=3)] | None = None

    judgement = judge(Town, name="Dorva", short="Dorva")
    assert judgement.value == Town(name="Dorva")
    assert codes(judgement) == {"short": Code.SCHEMA}


def test_a_list_that_lost_all_it_needs_rejects_the_record() -> None:
    class Said(BaseModel):
        content: Annotated[list[str], Field(min_length=1)]

    judgement = judge(Said, content=["Moscow"])
    assert not judgement.accepted
    assert [(loss.path, loss.code) for loss in judgement.losses] == [("", Code.SCHEMA)]
    assert (judgement.losses[0].detail or "").startswith("content: ")


def test_what_a_validator_of_the_whole_model_refuses_rejects_the_record() -> None:
    class Town(BaseModel):
        name: str

        @model_validator(mode="after")
        def never(self) -> "Town":
            raise ValueError("no town is good enough")

    judgement = judge(Town, name="Dorva")
    assert not judgement.accepted
    assert "no town is good enough" in (judgement.losses[-1].detail or "")


def test_an_alias_that_is_the_name_of_another_field_mixes_up_nothing() -> None:
    class Deed(BaseModel):
        what: str = Field(alias="who")
        who: str = Field(alias="what")

    judgement = judge(Deed, what="seized", who="Rebels")
    assert judgement.value is not None
    assert judgement.value.model_dump() == {"what": "seized", "who": "Rebels"}


def test_what_a_validator_raises_is_a_loss_and_no_error() -> None:
    class Town(BaseModel):
        name: str

        @field_validator("name")
        @classmethod
        def known(cls, name: str) -> str:
            return {"Kelmar": "town"}[name]

    judgement = judge(Town, name="Dorva")
    assert not judgement.accepted
    assert judgement.losses[-1].code is Code.SCHEMA
    assert judgement.losses[-1].detail == "the model raised KeyError: 'Dorva'"


def test_a_value_that_cannot_be_written_down_is_none() -> None:
    class Count(BaseModel):
        count: int

        @computed_field  # type: ignore[prop-decorator]
        @property
        def share(self) -> float:
            return 1 / (self.count - 20)

    judgement = judge(Count, sentences=[2], count="20")
    assert not judgement.accepted
    assert "ZeroDivisionError" in (judgement.losses[-1].detail or "")
    assert judge(Count, sentences=[2], count="1,600").accepted


class Side(BaseModel):
    name: str | None = None
    ally: str | None = None

    @field_validator("name")
    @classmethod
    def shout(cls, name: str) -> str:
        return name.upper()

    @model_validator(mode="after")
    def one_of_both(self) -> "Side":
        if (self.name is None) == (self.ally is None):
            raise ValueError("name or ally, and not both")
        return self


class Battle(BaseModel):
    verb: str
    side: Side | None = None
    sides: list[Side] = []
    places: Annotated[list[str], Field(min_length=1)] | None = None


@pytest.mark.parametrize(
    ("written", "expected", "fallen"),
    [
        pytest.param({}, {}, [], id="nothing"),
        pytest.param({"places": ["Moscow"]}, {}, [], id="list-that-lost-its-items"),
        pytest.param({"side": {"ally": "Rebels"}}, {"side": {"ally": "Rebels"}}, [], id="no-null"),
        pytest.param({"side": {"name": "Moscow"}}, {}, ["side"], id="nothing-left"),
        pytest.param({"side": {"name": "Dorva", "ally": "Rebels"}}, {}, ["side"], id="model"),
        pytest.param(
            {"sides": [{}, {"name": "Dorva"}]},
            {"sides": [{"name": "DORVA"}]},
            ["sides[0]"],
            id="item",
        ),
    ],
)
def test_what_may_be_missing_takes_no_record_with_it(
    written: dict[str, Any], expected: dict[str, Any], fallen: list[str]
) -> None:
    judgement = judge(Battle, verb="seized", **written)
    assert judgement.value is not None
    stated: dict[str, Any] = {"verb": "seized", "sides": [], **expected}
    assert judgement.value.model_dump(exclude_none=True) == stated
    assert [loss.path for loss in judgement.losses] == fallen
    assert len({verdict.path for verdict in judgement.verdicts}) == len(judgement.verdicts)


def test_a_strict_model_takes_what_was_read() -> None:
    class Strict(BaseModel, strict=True, extra="forbid"):
        day: date
        mood: Mood

    assert judge(Strict, day="Friday", mood="angry").accepted


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(JSON)
def test_no_json_is_too_strange(value: Any) -> None:
    check(ARTICLE, [value, {"sentences": value}, {"quotes": [value]}], schema=Record)
    (judgement,) = check(
        ARTICLE, [{"sentences": [1], **dict.fromkeys(Record.model_fields, value)}], schema=Record
    )
    assert judgement.accepted is (judgement.value is not None)


def test_a_record_whose_words_all_stand_in_another_sentence_is_relocated() -> None:
    judgement = judge(sentences=[1], verb="fled", fled="1,600")
    assert judgement.accepted
    assert judgement.relocated == (2,)
    assert codes(judgement) == {"sentences[0]": Code.WRONG_SENTENCE}
    assert judgement.spans["verb"][0].sentence == 2


@pytest.mark.parametrize(
    "record",
    [
        pytest.param({"verb": "seized", "place": "fled"}, id="words-of-two-sentences"),
        pytest.param({"verb": "fled", "place": "Moscow"}, id="an-invented-word"),
        pytest.param({"sentences": [2], "verb": "Roe"}, id="two-places-would-do"),
        pytest.param({"sentences": [], "quotes": ["Rebels seized"], "verb": "fled"}, id="quotes"),
        pytest.param({"verb": "Bandits"}, id="furniture"),
    ],
)
def test_no_record_is_relocated_by_a_guess(record: dict[str, Any]) -> None:
    assert judge(**record).relocated == ()


def test_the_strict_policy_rejects_a_record_at_its_first_rejection() -> None:
    given = [{"sentences": [1], "verb": "seized", "place": "Moscow"}]
    (judgement,) = check(ARTICLE, given, schema=Record, policy="strict")
    assert not judgement.accepted
    (loss,) = judgement.losses
    assert loss.code is Code.REQUIRED
    assert loss.detail == "place was rejected (not_found), and the policy is strict"


def test_the_strict_policy_accepts_what_is_wholly_supported() -> None:
    given = [{"sentences": [1], "verb": "seized", "place": "Dorva"}]
    (judgement,) = check(ARTICLE, given, schema=Record, policy="strict")
    assert judgement.value == Record(verb="seized", place="Dorva")


def test_the_report_policy_keeps_what_the_field_can_hold_and_flags_it() -> None:
    given = [
        {
            "sentences": [1],
            "verb": "bombed",
            "place": "Dorva",
            "day": "no day",
            "fled": "more than 90",
            "losses": [{"count": "many"}, {"count": "7"}],
            "mood": "furious",
        }
    ]
    (judgement,) = check(ARTICLE, given, schema=Record, policy="report")
    assert judgement.value == Record(
        verb="bombed",
        place="Dorva",
        fled=Quantity(value=90, low=90, comparator="more_than"),
        losses=[Loss(count=7)],
    )
    assert judgement.flagged == ("verb", "losses[0].count", "fled")
    assert set(codes(judgement)) == {
        *("verb", "day", "losses[0].count", "losses[1].count", "fled", "mood")
    }


def test_the_report_policy_lets_no_flagged_value_break_the_users_model() -> None:
    class Short(BaseModel):
        verb: str
        place: Annotated[str, Field(max_length=5)] | None = None

    given = [{"sentences": [1], "verb": "seized", "place": "Constantinople"}]
    (judgement,) = check(ARTICLE, given, schema=Short, policy="report")
    assert judgement.value == Short(verb="seized")
    assert judgement.flagged == ()


def test_an_unknown_policy_is_refused_by_name() -> None:
    with pytest.raises(SettingsError, match="choose one of drop, strict, report"):
        check(ARTICLE, [], schema=Record, policy="lax")


def test_words_of_a_worked_example_are_a_leak() -> None:
    shown = Article(text="Since Monday shelling has left 12 dead.", id="examples")
    record: Any = {"sentences": [1], "verb": "seized", "place": "shelling", "losses": []}
    judgement = judge_record(ARTICLE, derive(Record), record, shown=shown)
    assert codes(judgement) == {"place": Code.PROMPT_LEAK}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        pytest.param({"value": 1600, "comparator": "exactly"}, None, id="as-stated"),
        pytest.param({"value": 1600}, None, id="less-than-all"),
        pytest.param({"value": 1600, "comparator": "about"}, Code.NUMBER_DIFFERS, id="looser"),
        pytest.param({"value": 1601}, Code.NUMBER_DIFFERS, id="another"),
        pytest.param({"figure": 1600}, Code.NUMBER_DIFFERS, id="strange"),
        pytest.param({}, Code.NUMBER_DIFFERS, id="empty"),
    ],
)
def test_a_quantity_given_as_an_object_is_held_against_the_sentence(
    given: dict[str, Any], code: Code | None
) -> None:
    assert codes(judge(sentences=[2], verb="fled", fled=given)).get("fled") is code


@pytest.mark.parametrize("records", [{"sentences": [1]}, "fled"], ids=["dict", "text"])
def test_one_record_is_no_list_of_them(records: Any) -> None:
    with pytest.raises(InputError, match="list of records"):
        check(Article(text="They fled."), records, schema=Event)


def test_records_are_of_one_schema() -> None:
    several: Any = (Event, Event)
    with pytest.raises(SchemaError, match="one schema"):
        check(Article(text="They fled."), [], schema=several)
