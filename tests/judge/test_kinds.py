"""What sort of thing is told: held against who does it, and read from words that tell it."""

import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, CuedBy, Extractor, Signs, check
from llmextract.errors import SchemaError
from llmextract.schemas import Event
from llmextract.testing import ScriptedModel

REGAINED, OVERTAKEN = "government_regains_territory", "non_state_actor_overtakes_territory"
DENIED = [
    pytest.param("HTS-led factions", REGAINED, id="factions"),
    pytest.param("Islamist rebels", REGAINED, id="rebels"),
    pytest.param("the insurgents", REGAINED, id="insurgents"),
    pytest.param("rebels of the Kelm Front", REGAINED, id="rebels-of"),
    pytest.param("Government forces", OVERTAKEN, id="government"),
    pytest.param("the regime", OVERTAKEN, id="regime"),
    pytest.param("Anti-regime armed groups", REGAINED, id="against-the-regime"),
]
OPEN = [
    pytest.param("the army", REGAINED, id="army"),
    pytest.param("The Kelm National Army", OVERTAKEN, id="army-of-rebels"),
    pytest.param("Esterian troops", OVERTAKEN, id="foreign-army"),
    pytest.param("anti-government forces", OVERTAKEN, id="anti-government"),
    pytest.param("rebels backed by the regime", OVERTAKEN, id="backed-by"),
    pytest.param("the government and rebels", OVERTAKEN, id="both"),
    pytest.param("Islamist rebels", OVERTAKEN, id="another-label"),
    pytest.param("enemies of the rebels", REGAINED, id="enemies-of"),
    pytest.param("Roe", REGAINED, id="unknown"),
]


def record(who: str, kind: str, role: str = "actor", trigger: str = "took control") -> Any:
    participants = [{"mention": who, "role": role}]
    told = {"trigger": trigger, "participants": participants, "type": kind}
    return {**told, "sentences": [1], "factuality": "occurred"}


def refused(who: str, kind: str, role: str = "actor") -> list[tuple[str, str, str | None]]:
    article = Article(text=f"{who} took control of Dorva on Friday.")
    (judgement,) = check(article, [record(who, kind, role)], schema=Event)
    return [(row.path, str(row.code), row.nearest) for row in judgement.rejected]


@pytest.mark.parametrize(("who", "kind"), DENIED)
def test_who_never_does_it_denies_the_label(who: str, kind: str) -> None:
    assert refused(who, kind) == [("type", "contradicted", who)]


@pytest.mark.parametrize(("who", "kind"), OPEN)
def test_who_may_do_it_leaves_the_label(who: str, kind: str) -> None:
    assert "type" not in [path for path, *_ in refused(who, kind)]


@pytest.mark.parametrize(
    ("trigger", "kind", "falls"),
    [
        ("talks", "armed_clash", True),
        ("talks", "diplomatic_meeting", False),
        ("met", "armed_clash", True),
        ("met resistance", "armed_clash", False),
        ("was found", "attack_on_civilians", True),
        ("was found", "disrupted_weapons_use", False),
        ("voted to adopt a resolution", "attack_on_civilians", True),
        ("broke the truce", "armed_clash", False),
        ("an attack during the talks", "explosion", False),
        ("is in a prison", "troop_movement", True),
        ("airstrikes", "shelling_artillery_missile_attack", True),
        ("shelled by warplanes", "air_drone_strike", False),
        ("explosion", "attack_on_civilians", False),
        ("arrested", "armed_clash", True),
        ("abducted", "attack_on_civilians", False),
        ("began their advance", "withdrawal", True),
        ("turned back", "withdrawal", False),
        ("was defused", "explosion", True),
        ("shot dead", "protest_riot", True),
        ("stormed the town hall", "protest_riot", False),
        ("retreated", "other", False),
        ("offensive", "armed_clash", False),
        ("captured three soldiers", OVERTAKEN, False),
    ],
)
def test_words_that_tell_another_deny_the_label(trigger: str, kind: str, *, falls: bool) -> None:
    told = {"trigger": trigger, "type": kind, "factuality": "occurred", "sentences": [1]}
    (judgement,) = check(Article(text=f"Near Dorva, {trigger}, Roe said."), [told], schema=Event)
    assert ("type" in [row.path for row in judgement.rejected]) == falls


@pytest.mark.parametrize(
    ("taken", "falls"),
    [
        ("three more Norland soldiers", True),
        ("the militants", True),
        ("the militants' camp", False),
        ("Dorva", False),
        ("headquarters in Dorva", False),
    ],
)
def test_who_takes_people_takes_no_town(taken: str, *, falls: bool) -> None:
    told = {"trigger": "captured", "type": OVERTAKEN, "factuality": "occurred", "sentences": [1]}
    (judgement,) = check(Article(text=f"Rebels captured {taken}."), [told], schema=Event)
    assert ("type" in [row.path for row in judgement.rejected]) == falls


def test_who_takes_people_is_read_as_detaining_them() -> None:
    told = record("Rebels", OVERTAKEN, trigger="captured")
    kinds, _ = extracted("Rebels captured three soldiers near Dorva.", told)
    assert kinds == ["abduction_detention"]


def test_who_suffers_it_denies_nothing() -> None:
    article = Article(text="The army took control of it from rebels.")
    (judgement,) = check(article, [record("rebels", REGAINED, "recipient")], schema=Event)
    assert judgement.rejected == ()


def extracted(text: str, told: dict[str, Any]) -> tuple[list[str], list[str | None]]:
    """The types of what comes of a reply to one sentence, and what is said of refused ones."""
    model = ScriptedModel(lambda _: json.dumps([told]))
    extraction = Extractor(Event, model=model, grammar=True, window=1).extract(Article(text=text))
    return [str(r.value.type) for r in extraction.records], [
        r.detail for r in extraction.rejections
    ]


def test_what_rebels_take_is_read_as_what_they_may_do() -> None:
    told = record("Rebels", REGAINED)
    kinds, details = extracted("Rebels took control of Dorva on Friday.", told)
    assert kinds == [OVERTAKEN]
    assert [str(each).rpartition("; ")[2] for each in details] == [f"read by code: {OVERTAKEN!r}"]


def test_what_has_no_sign_of_another_label_falls() -> None:
    told = record("Rebels", REGAINED, trigger="cleared")
    kinds, details = extracted("Rebels cleared Dorva on Friday.", told)
    assert kinds == []
    assert details[0] == "it is done by 'Rebels' in this record"


@pytest.mark.parametrize(
    ("trigger", "given", "read"),
    [
        pytest.param("retreated", "troop_movement", "withdrawal", id="told-by-itself"),
        pytest.param("launched an offensive", "attack_on_civilians", "troop_movement", id="in-it"),
        pytest.param("clashed", "armed_clash", "armed_clash", id="right"),
        pytest.param("retreated", "other", "withdrawal", id="told-though-called-other"),
        pytest.param("retreated", "armed_clash", "withdrawal", id="of-another-sort"),
        pytest.param("led a march", "other", "other", id="the-rest-is-open"),
        pytest.param("made arrests at a protest", "protest_riot", "protest_riot", id="its-own"),
        pytest.param(
            "halted the protest and the shelling", "air_drone_strike", "air_drone_strike", id="two"
        ),
        pytest.param("intensified", OVERTAKEN, "other", id="no-sign-of-it"),
        pytest.param("cut off", OVERTAKEN, "troop_movement", id="sign-of-another"),
        pytest.param("drove", OVERTAKEN, OVERTAKEN, id="sign-of-it"),
        pytest.param("halted", "withdrawal", "other", id="sign-beside-it-only"),
        pytest.param("stepped up", "foreign_support", "foreign_support", id="tells-nothing"),
    ],
)
def test_a_label_is_read_of_words_that_tell_it(trigger: str, given: str, read: str) -> None:
    text = f"Rebels {trigger} near Dorva, fleeing, as jets struck it."
    assert extracted(text, record("Rebels", given, trigger=trigger))[0] == [read]


def test_check_reads_no_label() -> None:
    article = Article(text="Rebels retreated from Dorva.")
    told = record("Rebels", "troop_movement", trigger="retreated")
    (judgement,) = check(article, [told], schema=Event)
    assert judgement.rejected == ()
    assert str(next(v.value for v in judgement.verdicts if v.path == "type")) == "troop_movement"


def test_words_are_of_labels_that_there_are() -> None:
    class Odd(BaseModel):
        """Odd."""

        act: str
        sort: Annotated[Literal["a", "b"], Signs.of_labels({}, field="act", never_by={"c": "left"})]

    with pytest.raises(SchemaError, match=r"Odd\.sort: signs of \['c'\], which are no labels"):
        check(Article(text="Roe left."), [], schema=Odd)


@pytest.mark.parametrize(
    ("text", "kind", "falls"),
    [
        pytest.param("Roe took control of Dorva.", "air_drone_strike", True, id="no-strike"),
        pytest.param("Roe took control of Dorva.", "agreement", True, id="no-agreement"),
        pytest.param(
            "Roe took control of Dorva by drones.", "air_drone_strike", False, id="drones"
        ),
        pytest.param("Roe took control of Dorva.", "protest_riot", False, id="said-in-many-words"),
    ],
)
def test_some_sorts_are_told_in_words(text: str, kind: str, *, falls: bool) -> None:
    (judgement,) = check(Article(text=text), [record("Roe", kind)], schema=Event)
    assert ("type" in [row.path for row in judgement.rejected]) is falls


_MOVES = {"up": "rose rise* climb*", "down": "fell fall* dropped", "flat": "steady"}


class Cued(BaseModel):
    """How a figure moved, by a word for it."""

    moved: str
    way: Annotated[
        Literal["up", "down", "flat", "other"],
        CuedBy("moved", unless="flat"),
        Signs.of_labels(_MOVES, field="moved"),
    ]


@pytest.mark.parametrize(
    ("moved", "way", "falls"),
    [
        pytest.param("edged", "up", True, id="no-sign"),
        pytest.param("fell", "up", True, id="sign-of-another"),
        pytest.param("fell", "down", False, id="its-sign"),
        pytest.param("edged", "flat", False, id="needs-none"),
        pytest.param("edged", "other", False, id="has-none"),
    ],
)
def test_a_cued_label_needs_one_of_its_signs(moved: str, way: str, *, falls: bool) -> None:
    article = Article(f"Profits at Roe {moved} on Friday.")
    (judgement,) = check(article, [{"sentences": [1], "moved": moved, "way": way}], schema=Cued)
    assert [(row.path, str(row.code)) for row in judgement.rejected] == (
        [("way", "cue_missing")] if falls else []
    )


class Move(BaseModel):
    """How a figure moved."""

    moved: str
    way: Annotated[
        Literal["up", "down", "flat", "other"],
        Signs.of_labels(
            _MOVES, field="moved", told_by={"up": "rose climbed", "down": "fell dropped"}
        ),
    ]


@pytest.mark.parametrize(
    ("moved", "way", "falls"),
    [
        pytest.param("fell", "up", True, id="contrary"),
        pytest.param("rose", "flat", True, id="another"),
        pytest.param("fell", "down", False, id="told"),
        pytest.param("fell", "other", False, id="label-without-signs"),
        pytest.param("fell steady", "flat", False, id="sign-of-both"),
        pytest.param("edged", "up", False, id="word-of-none"),
    ],
)
def test_words_that_tell_a_label_tell_no_other_label_of_any_schema(
    moved: str, way: str, *, falls: bool
) -> None:
    article = Article(f"Profits at Roe {moved} on Friday.")
    (judgement,) = check(article, [{"sentences": [1], "moved": moved, "way": way}], schema=Move)
    assert [(row.path, str(row.code)) for row in judgement.rejected] == (
        [("way", "contradicted")] if falls else []
    )
