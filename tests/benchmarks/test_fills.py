"""Scoring sets whose gold is no record of ours: every text here is invented."""

from collections.abc import Sequence

from benchmarks.fills import Pair, muc, re3d, wikievents
from benchmarks.marks import CRITERIA, Criterion
from benchmarks.samples import Sample
from llmextract import Article, Quantity
from llmextract.ask.wire import Json, JsonObject
from llmextract.evaluate.counts import Bootstrap, Counts, Key
from llmextract.evaluate.labelled import Labelled, Piece
from llmextract.evaluate.score import score

TEXT = "A blast killed a veteran Norland general in Kelmar. Troops left Dorva with 30 buses."


def gap(words: str) -> JsonObject:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


def sample(**gold: Json) -> Sample:
    return Sample(Article(text=TEXT, id="a"), gold)


def event(trigger: str, *mentions: str, sentence: int = 1, places: Sequence[str] = ()) -> Labelled:
    fields = {
        "trigger": (Piece("words", trigger),),
        "participants[].mention": tuple(Piece("words", mention) for mention in mentions),
        "places[]": tuple(Piece("words", place) for place in places),
    }
    return Labelled(f"a:{trigger}", "a", "event", fields, frozenset({sentence}))


def actor(*names: str) -> Labelled:
    fields = {
        "name": (Piece("words", names[0]),),
        "aliases[]": tuple(Piece("words", name) for name in names[1:]),
    }
    return Labelled(f"a:{names[0]}", "a", "actor", fields, frozenset({1}))


def counted(name: str, pair: Pair, schema: str) -> Counts:
    """Hits, predicted and gold by the criterion of a set."""
    criterion: Criterion = CRITERIA[name]
    draws = Bootstrap(resamples=0)
    found = score(*pair, rules=criterion.rules, articles=["a"], bootstrap=draws).scores
    got = found.get(Key(schema, "", "overlap", "records"))
    return got.counts if got else Counts()


KILLED: JsonObject = {
    "trigger": gap("killed"),
    "arguments": [gap("general"), gap("Kelmar")],
}


def test_a_phrase_that_holds_the_head_is_the_mention() -> None:
    pair = wikievents(sample(events=[KILLED]), [event("killed", "a veteran Norland general")])
    assert counted("wikievents", pair, "argument") == Counts(1, 1, 2)


def test_a_whole_clause_is_no_mention() -> None:
    clause = "A blast killed a veteran Norland general in Kelmar"
    pair = wikievents(sample(events=[KILLED]), [event("killed", clause)])
    assert counted("wikievents", pair, "argument").hits == 0


def test_an_argument_of_another_trigger_is_wrong() -> None:
    pair = wikievents(sample(events=[KILLED]), [event("blast", "general")])
    assert counted("wikievents", pair, "argument") == Counts(0, 1, 2)


def test_a_trigger_with_an_auxiliary_is_the_trigger() -> None:
    pair = wikievents(sample(events=[KILLED]), [event("had been killed")])
    assert counted("wikievents", pair, "trigger") == Counts(1, 1, 1)


def test_the_same_word_in_another_sentence_is_another_event() -> None:
    pair = wikievents(sample(events=[KILLED]), [event("killed", sentence=2)])
    assert counted("wikievents", pair, "trigger") == Counts(0, 1, 1)


def test_an_event_returned_twice_counts_once() -> None:
    pair = wikievents(sample(events=[KILLED]), [event("killed"), event("killed")])
    assert counted("wikievents", pair, "trigger") == Counts(1, 2, 1)


def template(*, optional: bool = False, number: str = "30", aliases: Sequence[str]) -> JsonObject:
    return {
        "optional": optional,
        "location": ["NORLAND: KELMAR (TOWN)"],
        "participants": [{"spans": [gap(alias) for alias in aliases]}],
        "figures": {"phys_number": [{"value": number}], "hum_number": []},
    }


def test_any_alias_of_a_fill_counts() -> None:
    gold = template(aliases=["a veteran Norland general", "general"])
    pair = muc(sample(events=[gold]), [event("killed", "general")])
    assert counted("muc", pair, "participant") == Counts(1, 1, 1)


def test_a_location_is_read_below_its_country() -> None:
    gold = template(aliases=["general"])
    pair = muc(sample(events=[gold]), [event("killed", places=["Kelmar"])])
    assert counted("muc", pair, "place") == Counts(1, 1, 1)


def test_an_optional_template_that_is_not_found_is_not_missed() -> None:
    gold = template(aliases=["general"], optional=True)
    pair = muc(sample(events=[gold]), [event("left", "Troops")])
    assert counted("muc", pair, "participant") == Counts(0, 1, 0)


def test_an_article_without_events_makes_every_fill_false() -> None:
    pair = muc(sample(events=[]), [event("left", "Troops", places=["Dorva"])])
    assert counted("muc", pair, "*") == Counts(0, 2, 0)


def test_the_same_fill_of_two_events_counts_once() -> None:
    gold = template(aliases=["general"])
    pair = muc(sample(events=[gold, gold]), [event("killed", "general"), event("left", "general")])
    assert counted("muc", pair, "participant") == Counts(1, 1, 1)


def with_figure(value: int) -> Labelled:
    found = event("left")
    count = Piece("number", f"{value}", value=Quantity(value=value))
    return Labelled("a:f", "a", "event", {**found.fields, "figures[].count": (count,)})


def test_a_figure_counts_by_its_value() -> None:
    gold = template(aliases=["general"], number="12 / 30")
    assert counted("muc", muc(sample(events=[gold]), [with_figure(30)]), "figure").hits == 1
    assert counted("muc", muc(sample(events=[gold]), [with_figure(31)]), "figure").hits == 0


def entity(words: str, kind: str = "Organisation") -> JsonObject:
    return {**gap(words), "type": kind}


def test_places_are_no_actors() -> None:
    gold = sample(entities=[entity("Troops"), entity("Dorva", "Location")], relations=[])
    assert counted("re3d", re3d(gold, [actor("Troops")]), "actor") == Counts(1, 1, 1)


def test_a_name_told_twice_is_one_actor() -> None:
    gold = sample(entities=[entity("Troops"), entity("Troops")], relations=[])
    pair = re3d(gold, [actor("Troops"), actor("the troops")])
    assert counted("re3d", pair, "actor") == Counts(1, 1, 1)


def test_an_alias_stands_for_its_actor() -> None:
    synonyms: JsonObject = {
        "type": "IsSynonymOf",
        "source": gap("Norland general"),
        "target": gap("Troops"),
    }
    gold = sample(entities=[entity("Norland general"), entity("Troops")], relations=[synonyms])
    pair = re3d(gold, [actor("Ilan Roe", "Troops")])
    assert counted("re3d", pair, "actor") == Counts(1, 1, 1)
