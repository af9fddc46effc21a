"""What code reads of a sentence that tells of an event: who says so, and how real it is."""

import json
import re
from typing import Any

import pytest

from llmextract import Article, Extraction, Extractor
from llmextract.schemas import Event
from llmextract.testing import ScriptedModel

REPORTED = [
    pytest.param("Roe affirmed that rebels {captured} it.", "Roe", id="affirmed-that"),
    pytest.param("Roe affirmed rebels who {captured} it.", "", id="affirmed-somebody"),
    pytest.param(
        "Roe said that rebels, during the talks, {captured} it.", "Roe", id="insertion-in-speech"
    ),
    pytest.param("Roe said during talks rebels {captured} it.", "", id="insertion-or-when-said"),
    pytest.param(
        'Roe said rebels had, with their "largest" convoy, {captured} it.', "Roe", id="scare-quotes"
    ),
    pytest.param("Roe said that rebels {captured} it.", "Roe", id="said-that"),
    pytest.param("The Norland Observatory said rebels {captured} it.", None, id="bare"),
    pytest.param("“Rebels {captured} it,” she later said.", "she", id="quoted"),
    pytest.param("Rebels {captured} it, Roe said on Friday.", "Roe", id="behind"),
    pytest.param("According to the army, rebels {captured} it.", "the army", id="according-to"),
    pytest.param("Rebels {captured} it, as reported by Radio Nord.", "Radio Nord", id="by"),
    pytest.param("Roe said that “dozens” were {captured}.", "Roe", id="behind-a-quotation"),
    pytest.param("Roe said that Oria, Dorva, and Kelm {captured} it.", "Roe", id="in-a-list"),
    pytest.param("Norland spokesman Ilan Roe said they {captured} it.", None, id="office"),
    pytest.param("Roe said so after rebels {captured} it.", "", id="after"),
    pytest.param("Roe said they left, and the army {captured} it.", "", id="a-clause-of-its-own"),
    pytest.param("Roe said on Friday as rebels {captured} it.", "", id="while"),
    pytest.param("“They left,” said Roe, whose men {captured} it.", "", id="of-the-speaker"),
    pytest.param("Roe told an army that {captured} it.", "", id="told-whom"),
    pytest.param("Roe heard that rebels {captured} it.", "", id="of-ones-mind"),
    pytest.param("Rebels {captured} it, and Roe said it fell.", "", id="before"),
    pytest.param("“Roe said they {captured} it.” He left.", "", id="in-a-quotation"),
    pytest.param("Roe said Kelm reported that they {captured} it.", "Kelm", id="innermost"),
    pytest.param(
        "Gen. Roe, who leads the Guard, told guests that men {captured} it.",
        "Gen. Roe",
        id="clause-behind-a-name",
    ),
    pytest.param("The Front (HF) announced that they {captured} it.", None, id="brackets"),
    pytest.param(
        "Dorva, 4 May (RN) - The Front (HF) said they {captured} it.", None, id="dateline"
    ),
    pytest.param("The office, for its part, said they {captured} it.", "The office", id="its-part"),
    pytest.param("Roe said that it fell, and that men {captured} it.", "Roe", id="and-that"),
    pytest.param("“Men {captured} it,” declared Roe in May.", "Roe", id="declared"),
    pytest.param("“Men {captured} it,” the Front warned in May.", "the Front", id="warned"),
    pytest.param("Norland accuses Oria of having {captured} it.", "Norland", id="accuses"),
    pytest.param("Norland accused men who {captured} it of a raid.", "", id="accused-in-a-clause"),
    pytest.param(
        "Men {captured} it, the army said in a statement, while a mine killed two, Roe said.",
        "the army",
        id="in-the-midst",
    ),
    pytest.param("Men {captured} it, according to Roe, who saw it.", "Roe", id="who-saw-it"),
    pytest.param("Men {captured} it, a guard told Radio Nord.", "a guard", id="told-a-station"),
    pytest.param("Men {captured} it, while two died, Roe said.", "Roe", id="behind-two-clauses"),
    pytest.param("Men {captured} it, and the mayor, who met Roe, left.", "", id="nobody-tells"),
]


def extract(text: str, **record: Any) -> Extraction[Event]:
    """What comes of an event that a model points at in the one sentence it is shown."""
    told = {"trigger": "captured", "type": "other", "factuality": "occurred", **record}
    model = ScriptedModel(lambda _: json.dumps([told]))
    return Extractor(Event, model=model, grammar=True, window=1).extract(Article(text=text))


@pytest.mark.parametrize(("text", "teller"), REPORTED)
def test_who_tells_of_an_event_is_read(text: str, teller: str | None) -> None:
    text = text.format(captured="captured")
    expected = teller
    if expected is None:
        expected = re.split(r" said| announced", text)[0].rpartition(" - ")[2]
    event = extract(text).records[0]
    assert (event.value.reported_by or "") == expected
    spans = event.spans.get("reported_by", ())
    assert [text[span.start : span.end] for span in spans] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "time"),
    [
        pytest.param("Rebels captured it on Monday.", "Monday", id="right-behind"),
        pytest.param("Rebels captured the town last week.", "last week", id="behind-an-object"),
        pytest.param("On Monday, rebels captured it.", "Monday", id="in-front"),
        pytest.param("Roe said on Monday that rebels captured it.", None, id="of-the-saying"),
        pytest.param("Rebels captured it before they left on Monday.", None, id="of-another"),
        pytest.param("Rebels captured it, and fled on Monday.", None, id="of-a-verb-behind"),
        pytest.param("On Monday, they fled, and rebels captured it.", None, id="of-a-verb-before"),
        pytest.param("Rebels captured it on Monday or Tuesday.", None, id="one-of-two"),
    ],
)
def test_when_an_event_was_is_read(text: str, time: str | None) -> None:
    event = extract(text).records[0]
    spans = event.spans.get("time", ())
    assert [span.exact for span in spans] == ([] if time is None else [time])


def test_who_was_named_and_tells_nothing_makes_room_for_who_does() -> None:
    extraction = extract("Roe said that rebels captured it.", reported_by="rebels")
    assert [record.value.reported_by for record in extraction.records] == ["Roe"]
    (row,) = extraction.rejections
    assert (row.path, row.value) == ("reported_by", "rebels")
    assert row.detail is not None
    assert row.detail.endswith("read by code: 'Roe'")


def test_who_was_named_and_tells_it_stays() -> None:
    text = "Norland spokesman Ilan Roe said that rebels captured it."
    (record,) = extract(text, reported_by="Roe").records
    assert record.value.reported_by == "Roe"


def test_the_part_that_the_voice_of_the_verb_tells_is_read() -> None:
    participants = [{"mention": "Roe", "role": "actor"}, {"mention": "rebels", "role": "actor"}]
    extraction = extract("Roe was killed by rebels.", trigger="killed", participants=participants)
    (record,) = extraction.records
    parts = [(each.mention, each.role) for each in record.value.participants]
    assert parts == [("Roe", "recipient"), ("rebels", "actor")]
    (row,) = extraction.rejections
    assert (row.path, row.value) == ("participants[0].role", "actor")
    assert row.detail is not None
    assert row.detail.endswith("read by code: 'recipient'")


@pytest.mark.parametrize(
    ("text", "trigger", "figures"),
    [
        pytest.param(
            "They killed at least 12 army officers in Dorva.",
            "killed",
            [("at least 12", "army officers", "killed")],
            id="object",
        ),
        pytest.param(
            "Two dozen rebels were killed and three men wounded.",
            "killed",
            [("Two dozen", "rebels", "killed")],
            id="subject-of-its-own-verb",
        ),
        pytest.param(
            "They captured 18 villages near Dorva.",
            "captured",
            [("18", "villages", "places")],
            id="things",
        ),
        pytest.param(
            "They advanced just 10 miles to Dorva.",
            "advanced",
            [("just 10 miles", None, "distance")],
            id="way",
        ),
        pytest.param("They advanced to a camp 10 miles off.", "advanced", [], id="way-of-a-camp"),
        pytest.param("They killed Roe, 20, on Friday.", "killed", [], id="age"),
        pytest.param("They killed Roe and met 12 officers.", "killed", [], id="another-verb"),
        pytest.param("They killed Roe for 12 dollars.", "killed", [], id="money"),
    ],
)
def test_figures_that_the_words_of_an_event_tell_of_are_read(
    text: str, trigger: str, figures: list[tuple[str, str | None, str]]
) -> None:
    (record,) = extract(text, trigger=trigger).records
    counts = [record.spans[f"figures[{at}].count"][0].exact for at in range(len(figures))]
    assert counts == [count for count, _, _ in figures]
    assert [(f.of, f.kind) for f in record.value.figures] == [(of, kind) for _, of, kind in figures]


def test_a_figure_has_what_it_counts_and_the_label_of_that() -> None:
    figures = [{"count": "18", "of": None, "kind": "captured"}]
    extraction = extract("They captured 18 villages.", figures=figures)
    (record,) = extraction.records
    (figure,) = record.value.figures
    assert (figure.count.value, figure.of, figure.kind) == (18, "villages", "places")


def test_a_refused_label_of_a_figure_is_read_of_what_it_counts() -> None:
    figures = [{"count": "20", "of": "drones", "kind": "killed"}]
    extraction = extract("They shot down 20 drones.", trigger="shot down", figures=figures)
    (record,) = extraction.records
    assert [(each.of, each.kind) for each in record.value.figures] == [("drones", "equipment")]
    (row,) = extraction.rejections
    assert (row.path, row.value) == ("figures[0].kind", "killed")


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        pytest.param("They could capture it.", "capture", "hypothetical", id="could"),
        pytest.param("If rebels capture it, he leaves.", "capture", "hypothetical", id="if"),
        pytest.param("They vowed to capture it.", "capture", "planned", id="vowed"),
        pytest.param("They will capture it.", "capture", "planned", id="will"),
        pytest.param("Roe said he would capture it.", "capture", "planned", id="promised"),
        pytest.param("Roe said that Hale would capture it.", "capture", "hypothetical", id="would"),
        pytest.param(
            "Roe said he would capture it if asked.", "capture", "hypothetical", id="promised-if"
        ),
        pytest.param("They are due to capture it.", "capture", "planned", id="due"),
        pytest.param("They did not capture it.", "capture", "negated", id="not"),
        pytest.param("They could plan to capture it.", "capture", None, id="could-plan"),
        pytest.param(
            "They could consider capturing it.", "capturing", "hypothetical", id="considered"
        ),
        pytest.param("They launched a raid to capture it.", "capture", "planned", id="a-purpose"),
        pytest.param("They failed to capture it.", "capture", "failed", id="failed"),
        pytest.param("The failed assault was long.", "failed assault", "failed", id="in-it"),
        pytest.param("They tried to capture it.", "capture", None, id="tried"),
        pytest.param("They hope to capture it.", "capture", None, id="wished"),
        pytest.param("They may not capture it.", "capture", None, id="two-ways"),
        pytest.param("It was no capture of his.", "no capture", None, id="denial-in-it"),
    ],
)
def test_how_real_an_event_is_is_read_of_what_governs_it(
    text: str, trigger: str, label: str | None
) -> None:
    extraction = extract(text, trigger=trigger)
    read = [record.value.factuality for record in extraction.records]
    assert read == ([] if label is None else [label])
    assert [row.value for row in extraction.rejections if row.path == "factuality"] == ["occurred"]


def test_what_only_a_condition_asks_for_is_no_plan() -> None:
    text = "Dorva's pullout must be a condition for reconciliation."
    (record,) = extract(text, trigger="reconciliation", factuality="planned").records
    assert record.value.factuality == "hypothetical"


@pytest.mark.parametrize(
    ("text", "count", "kind"),
    [
        ("The war has displaced tens of thousands.", "tens of thousands", "displaced"),
        ("Rebel casualties this week have exceeded 1,600.", "1,600", "casualties"),
        ("The war has cost tens of thousands.", "tens of thousands", "other"),
    ],
)
def test_what_its_words_tell_a_figure_counts_is_read(text: str, count: str, kind: str) -> None:
    trigger = "displaced" if "displaced" in text else "war" if "war" in text else "casualties"
    figures = [{"count": count, "kind": "other"}]
    (read,) = extract(text, trigger=trigger, figures=figures).records[0].value.figures
    assert read.kind == kind


def test_a_verb_that_is_named_as_a_place_remains_a_verb() -> None:
    extraction = extract("Norland is shelling Dorva.", trigger="shelling", places=["shelling"])
    (record,) = extraction.records
    assert (record.value.trigger, record.value.places) == ("shelling", [])
    assert "trigger" not in [row.path for row in extraction.rejections]


@pytest.mark.parametrize(
    ("text", "time", "edtf"),
    [
        pytest.param("Rebels have captured much since the war began in 2011.", "2011", "2011/.."),
        pytest.param("Rebels captured it in 2011.", "2011", "2011"),
    ],
)
def test_since_when_is_read_where_a_date_was_given(text: str, time: str, edtf: str) -> None:
    found = extract(text, time=time).records[0].value.time
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Rebels captured several cities and towns.", "cities and towns", id="places"),
        pytest.param("Rebels captured several cities and guards.", "cities", id="another-sort"),
    ],
)
def test_all_that_a_figure_counts_is_read(text: str, counted: str) -> None:
    figure = {"count": "several", "of": "cities", "kind": "places"}
    (read,) = extract(text, figures=[figure]).records[0].value.figures
    assert read.of == counted


@pytest.mark.parametrize(
    ("text", "trigger", "given", "read"),
    [
        pytest.param(
            "Resistance forces take the town.",
            "take",
            "troop_movement",
            "non_state_actor_overtakes_territory",
            id="by-rebels",
        ),
        pytest.param(
            "Rebels are holding 15 villagers.",
            "holding",
            "troop_movement",
            "abduction_detention",
            id="people-held",
        ),
        pytest.param(
            "Roe accuses Hale of theft.", "accuses", "attack_on_civilians", "other", id="blamed"
        ),
        pytest.param(
            "Norland sent envoys to Dorva.", "sent envoys", "foreign_support", "other", id="envoys"
        ),
    ],
)
def test_the_sort_that_the_deed_tells_is_read(
    text: str, trigger: str, given: str, read: str
) -> None:
    who = [{"mention": text.split(" ")[0], "role": "actor"}]
    named = who if text.startswith("Re") else []
    event = extract(text, trigger=trigger, type=given, participants=named).records[0]
    assert event.value.type == read
