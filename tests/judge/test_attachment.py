"""Figures, places, participants and sources joined to what another figure or clause has."""

import re
from typing import Any

import pytest

from llmextract import Article, Judgement, check
from llmextract.judge.rules.figures.counting import holder_of
from llmextract.judge.verdict import Code, Status
from llmextract.schemas import Claim, Event

DRONES = "Raids neutralized more than 200 Sarn fighters and destroyed more than 20 armed drones."
TOLL = (
    "The death toll has risen to 605, including 245 from Sarn, 54 from the Kelmar factions, "
    "and 107 civilians."
)
VILLAGES = (
    "Forces regained two nearby villages, pushing Sarn back approximately 10 kilometers "
    "(6 miles) from Dorva."
)
MILITANTS = "Five militants, including two from Dorva, were killed with 3 officers."
LIST = "They buried three from Sarn, two of them from Dorva."
SOLDIERS = "They killed 23 soldiers in Dorva and injured 15 in Kelmar."


WERE = "Roe said 29 of the dead were civilians and five were officers, and three are missing."


def holder(sentence: str, count: str, counted: str) -> str | None:
    spans: list[tuple[int, int]] = []
    for words in (count, counted):
        match = re.search(rf"\b{re.escape(words)}(?!\w)", sentence)
        assert match is not None
        spans.append(match.span())
    found = holder_of(sentence, *spans)
    return None if found is None else sentence[slice(*found)]


@pytest.mark.parametrize(
    ("sentence", "count", "counted", "expected"),
    [
        (DRONES, "more than 200", "armed drones", "more than 20"),
        (DRONES, "more than 20", "Sarn fighters", "more than 200"),
        (DRONES, "more than 20", "Sarn", "more than 200"),
        (TOLL, "245", "the Kelmar factions", "54"),
        (TOLL, "54", "Sarn", "245"),
        (TOLL, "605", "Sarn", "245"),
        (TOLL, "605", "civilians", "107"),
        (TOLL, "245", "civilians", "107"),
        (TOLL, "107", "Sarn", "245"),
        (VILLAGES, "two", "Dorva", "approximately 10 kilometers (6 miles)"),
        (VILLAGES, "6 miles", "nearby villages", "two"),
        (MILITANTS, "Five", "Dorva", "two"),
        (MILITANTS, "3", "militants", "Five"),
        (LIST, "three", "Dorva", "two"),
        (WERE, "five", "civilians", "29"),
        (WERE, "29", "officers", "five"),
        (WERE, "29", "missing", "three"),
    ],
)
def test_what_another_figure_counts_is_not_counted_twice(
    sentence: str, count: str, counted: str, expected: str
) -> None:
    assert holder(sentence, count, counted) == expected


@pytest.mark.parametrize(
    ("sentence", "count", "counted"),
    [
        pytest.param(DRONES, "more than 20", "drones", id="adjective-between"),
        pytest.param(TOLL, "605", "death toll", id="nothing-counts-it"),
        pytest.param(VILLAGES, "approximately 10 kilometers", "Dorva", id="conversion-between"),
        pytest.param(VILLAGES, "6 miles", "Dorva", id="conversion"),
        pytest.param(MILITANTS, "two", "militants", id="part-of-a-whole"),
        pytest.param(LIST, "two", "Sarn", id="of-them"),
        pytest.param(SOLDIERS, "15", "soldiers", id="noun-left-out"),
        pytest.param(WERE, "29", "civilians", id="said-of-it"),
        pytest.param(WERE, "five", "officers", id="said-of-the-next"),
        pytest.param(WERE, "29", "dead", id="whole-of-it"),
        pytest.param("They hurt three and killed five men.", "three", "men", id="noun-follows"),
        pytest.param("Two of the five men died.", "Two", "men", id="of-another-figure"),
        pytest.param("It hit 3 or 4 tanks and 9 cars.", "3 or 4", "tanks", id="range"),
        pytest.param("He hurt 5 men, and she hurt 5 boys.", "5", "boys", id="figure-twice"),
        pytest.param("Nine men met 7 boys; men fled.", "7", "men", id="words-twice"),
        pytest.param("Dead civilians: 40, and 20 homes burnt.", "40", "civilians", id="before"),
    ],
)
def test_what_a_figure_may_count_is_left(sentence: str, count: str, counted: str) -> None:
    assert holder(sentence, count, counted) is None


def event(text: str, trigger: str, sentences: tuple[int, ...] = (1,), **record: Any) -> Judgement:
    labels = {"type": "other", "factuality": "occurred"}
    given = {"sentences": list(sentences), "trigger": trigger, **labels, **record}
    (judgement,) = check(Article(text=text), [given], schema=Event)
    return judgement


def claim(
    text: str, source: str, cue: str, content: str, sentences: tuple[int, ...] = (1,)
) -> Judgement:
    labels = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}
    given = {"source": source, "cue": cue, "content": [content], "verification": "not_addressed"}
    record = {"sentences": list(sentences), **labels, **given}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    return judgement


def codes(judgement: Judgement) -> dict[str, Code | None]:
    return {v.path: v.code for v in judgement.verdicts if v.status is Status.REJECTED}


def misattached(judgement: Judgement) -> list[str]:
    return [
        verdict.path
        for verdict in judgement.verdicts
        if verdict.status is Status.REJECTED and verdict.code is Code.MISATTACHED
    ]


def figures(*pairs: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"kind": "other", "count": count, "of": counted} for count, counted in pairs]


def test_a_swapped_figure_is_rejected_with_the_one_that_counts() -> None:
    swapped = figures(("more than 200", "armed drones"), ("more than 20", "armed drones"))
    judgement = event(DRONES, "neutralized", figures=swapped)
    assert misattached(judgement) == ["figures[0].count"]
    (verdict,) = [v for v in judgement.verdicts if v.code is Code.MISATTACHED]
    assert verdict.detail == "'more than 200' does not count 'armed drones': 'more than 20' does"
    assert isinstance(judgement.value, Event)
    assert [figure.of for figure in judgement.value.figures] == ["armed drones"]


def test_a_figure_that_stands_in_another_cited_sentence_too_is_left() -> None:
    text = f"{DRONES} Later it counted drones again, more than 200 in all."
    swapped = figures(("more than 200", "armed drones"))
    assert misattached(event(text, "destroyed", (1,), figures=swapped))
    assert not misattached(event(text, "destroyed", (1, 2), figures=swapped))


CLAUSES = "Rebels captured Dorva on Monday, while the army bombed Kelmar."


def test_places_and_participants_of_another_clause_are_dropped() -> None:
    people = [{"mention": name, "role": "actor"} for name in ("Rebels", "the army")]
    judgement = event(CLAUSES, "captured", places=["Dorva", "Kelmar"], participants=people)
    assert misattached(judgement) == ["participants[1].mention", "places[1]"]
    assert isinstance(judgement.value, Event)
    assert judgement.value.places == ["Dorva"]
    assert [one.mention for one in judgement.value.participants] == ["Rebels"]


def test_a_clause_may_open_behind_a_bare_and_or_a_time() -> None:
    text = "Days later, Roe was captured in Dorva and Smith was found hiding in Kelmar."
    people = [{"mention": name, "role": "recipient"} for name in ("Roe", "Smith")]
    judgement = event(text, "captured", places=["Dorva", "Kelmar"], participants=people)
    assert misattached(judgement) == ["participants[1].mention", "places[1]"]


def test_words_that_stand_in_the_right_clause_as_well_are_left() -> None:
    text = "Rebels captured Dorva in Sarn, while the army bombed Kelmar in Sarn."
    assert not misattached(event(text, "captured", places=["Sarn"]))


def test_words_of_another_sentence_are_left() -> None:
    text = f"{CLAUSES} Kelmar is in ruins."
    assert not misattached(event(text, "captured", (1, 2), places=["Kelmar"]))


def test_who_reports_an_event_may_stand_in_a_clause_of_its_own() -> None:
    text = "Rebels captured Dorva, while the army bombed Kelmar; Colonel Roe said so."
    assert not misattached(event(text, "captured", reported_by="Colonel Roe"))


SPEAKERS = "While Dorva states that it seeks peace, these words are taken as a threat by many."


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        pytest.param(SPEAKERS, "Dorva", "are taken as", "a threat", ["source"], id="passive"),
        pytest.param(SPEAKERS, "Dorva", "states", "that it seeks peace", [], id="own"),
        pytest.param(
            "Roe said that Dorva had denied the raid.", "Roe", "denied", "the raid", ["source"],
            id="reported",
        ),
        pytest.param("“It is calm,” Roe said.", "Roe", "said", "“It is calm,”", [], id="behind"),
        pytest.param("It was revealed to be mud.", "It was revealed to be", "revealed", "mud",
                     ["source"], id="over-its-cue"),
        pytest.param("The claim that Roe made was a claim of mud.", "The claim", "claim of", "mud",
                     [], id="the-same-word-twice"),
        pytest.param("According to Roe, it is calm.", "Roe", "According to", "it is calm", [],
                     id="according"),
        pytest.param("News that Roe fled, first reported by Dorva TV, spread.", "Dorva TV",
                     "reported", "that Roe fled", [], id="agent"),
    ],
)  # fmt: skip
def test_a_source_belongs_to_its_own_cue(
    text: str, source: str, cue: str, content: str, expected: list[str]
) -> None:
    assert misattached(claim(text, source, cue, content)) == expected


NEWS = (
    "Blasts in Homs were caused by raids, the army affirmed. On the other side, rebels hold about "
    "3,000 civilians in Aleppo, Dorva TV reported. “It is bad. It will get worse,” Roe said. "
    "Clashes continue between the army and rebels."
)


@pytest.mark.parametrize(
    ("record", "path"),
    [
        pytest.param({"places": ["Homs", "Aleppo"]}, "places[1]", id="place"),
        pytest.param(
            {"participants": [{"mention": "rebels", "role": "actor"}]},
            "participants[0].mention",
            id="participant",
        ),
        pytest.param(
            {"figures": [{"count": "about 3,000", "kind": "captured"}]},
            "figures[0].count",
            id="figure",
        ),
    ],
)
def test_what_stands_in_another_sentence_belongs_to_another_event(
    record: dict[str, Any], path: str
) -> None:
    assert codes(event(NEWS, "Blasts", (1, 2), **record))[path] is Code.MISATTACHED


def test_nobody_reports_an_event_beside_whom_nothing_is_said() -> None:
    judgement = event(NEWS, "Clashes", (5,), reported_by="the army", factuality="ongoing")
    assert codes(judgement) == {"reported_by": Code.MISATTACHED}
    assert codes(event(NEWS, "Blasts", (1,), reported_by="the army")) == {}


@pytest.mark.parametrize(
    ("text", "who", "falls"),
    [
        ("According\nto local sources, a raid reached the army.", "local sources", False),
        ("According\nto local sources, a raid reached the army.", "the army", True),
        ("According to the envoy for Norland, Roe, a raid began.", "Roe", False),
        ("According to a report seen by the army, a raid began.", "the army", False),
        ("The army said that rebels had led a raid.", "rebels", True),
        ("The army said that rebels told it of a raid.", "rebels", False),
        ("The army claimed to have shot three gunmen in a raid.", "three gunmen", True),
        ("The army claimed to have shot three gunmen in a raid.", "The army", False),
        ("In a raid two men fell, said the UK-based Roe.", "Roe", False),
    ],
)
def test_who_is_told_of_does_not_tell(text: str, who: str, *, falls: bool) -> None:
    expected = {"reported_by": Code.MISATTACHED} if falls else {}
    assert codes(event(text, "raid", reported_by=who)) == expected


def test_a_source_stands_in_the_sentence_of_its_cue() -> None:
    judgement = claim(NEWS, "Dorva TV", "affirmed", "Blasts in Homs", (1, 2))
    assert codes(judgement)["source"] is Code.MISATTACHED


def test_a_source_does_not_stand_in_what_it_says() -> None:
    judgement = claim(NEWS, "raids", "affirmed", "caused by raids")
    assert codes(judgement)["source"] is Code.MISATTACHED


def test_speech_may_run_over_sentences() -> None:
    judgement = claim(NEWS, "Roe", "said", "It is bad", (3, 4))
    assert codes(judgement) == {}


def test_what_is_not_quoted_is_not_said_by_the_cue_of_another_sentence() -> None:
    judgement = claim(NEWS, "the army", "affirmed", "Clashes continue", (1, 5))
    assert codes(judgement)["content[0]"] is Code.MISATTACHED


TOLD = (
    "Rebels launched a counteroffensive near Dorva. The offensive took two days, the Observatory"
    " said. Prices rose in Kelmar, the ministry reported. This was confirmed by the army."
)


@pytest.mark.parametrize("who", ["the Observatory", "the army"])
def test_who_speaks_of_an_event_again_may_report_it(who: str) -> None:
    judgement = event(TOLD, "launched a counteroffensive", (1, 2, 4), reported_by=who)
    assert codes(judgement) == {}


def test_who_speaks_of_something_else_does_not_report_an_event() -> None:
    judgement = event(TOLD, "launched a counteroffensive", (1, 3), reported_by="the ministry")
    assert codes(judgement) == {"reported_by": Code.MISATTACHED}


def test_who_is_quoted_over_sentences_reports_what_the_quotation_tells() -> None:
    text = "“We are ready,” Roe said. “Two bridges burnt.”\nThe army took “both” sides. Rain fell."
    assert codes(event(text, "burnt", (1, 2), reported_by="Roe")) == {}
    assert codes(event(text, "took", (1, 3), reported_by="Roe")) != {}


def test_a_straight_mark_may_be_closed_by_a_curly_one() -> None:
    text = 'Roe said: "It is bad,” and left.\nBlasts shook Homs. The army said it won.'
    assert codes(event(text, "shook", (2, 3), reported_by="The army")) != {}


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        pytest.param("has entered", "the town", id="deed"),
        pytest.param("launched", "raids on Dorva", id="deed-with-an-object"),
        pytest.param("vast", "a vast convoy", id="inside-what-is-said"),
    ],
)
def test_what_is_no_saying_brings_no_speech(cue: str, content: str) -> None:
    text = "The army has entered the town with a vast convoy and launched raids on Dorva."
    judgement = claim(text, "The army", cue, content)
    assert codes(judgement) == {"cue": Code.MISATTACHED}
    assert not judgement.accepted


def test_a_noun_of_saying_brings_nothing_that_holds_it() -> None:
    text = "The army would send troops if a request is made by Dorva."
    assert codes(claim(text, "The army", "request", "a request is made by Dorva")) == {
        "cue": Code.MISATTACHED,
        "certainty": Code.CONTRADICTED,
    }


def test_a_saying_inside_what_is_said_is_left() -> None:
    text = "The army said it had entered the town."
    assert codes(claim(text, "The army", "said", "said it had entered the town")) == {}


@pytest.mark.parametrize(
    ("trigger", "place", "falls"),
    [
        pytest.param("Dorva", "Dorva", True, id="place"),
        pytest.param("the city", "city", True, id="article"),
        pytest.param("city", "the city", True, id="article-of-the-place"),
        pytest.param("march on Dorva", "Dorva", False, id="place-in-what-happens"),
        pytest.param("march", "Dorva", False, id="apart"),
    ],
)
def test_where_it_happens_is_not_what_happens(trigger: str, place: str, *, falls: bool) -> None:
    text = "The march on Dorva reached the city."
    assert ("trigger" in misattached(event(text, trigger, places=[place]))) is falls


def test_nobody_is_what_happens() -> None:
    mention = {"mention": "Rebels", "role": "actor"}
    judgement = event("Rebels reached the city.", "Rebels", participants=[mention])
    assert misattached(judgement) == ["trigger"]
    assert not judgement.accepted


def test_a_figure_may_count_what_happens() -> None:
    counted = [{"count": "12", "of": "raids", "kind": "other"}]
    assert not misattached(event("The army flew 12 raids.", "raids", figures=counted))


@pytest.mark.parametrize(
    ("cue", "content", "falls"),
    [
        ("claimed", "around half a million lives", True),
        ("has claimed", "many lives", True),
        ("has claimed", "the lives of 20 people since May", True),
        ("claimed", "the war", False),
        ("claimed", "that it saved lives", False),
        ("claimed", "that the raids cost many lives", False),
    ],
)
def test_what_takes_lives_says_nothing(cue: str, content: str, *, falls: bool) -> None:
    text = f"The conflict {cue} {content} over the years."
    if content.startswith("that"):
        text = f"The government {cue} {content}."
    judgement = claim(text, "The conflict" if falls else text.split(" claimed")[0], cue, content)
    assert ("cue" in misattached(judgement)) is falls


@pytest.mark.parametrize(
    ("text", "source", "cue", "falls"),
    [
        ("The army did not say that it fell.", "The army", "say", True),
        ("The army did not say that it fell.", "The army", "did not say", False),
        ("The army never said that it fell.", "The army", "said", True),
        ("The army refused to say that it fell.", "The army", "say", True),
        ("None of the officials said that it fell.", "officials", "said", True),
        ("None of the officials said that it fell.", "None of the officials", "said", False),
        ("Nobody said that it fell.", "Nobody", "said", False),
        ("The army said that it fell. It did not say that it fell.", "The army", "said", False),
        ("The army will say that it fell.", "The army", "say", False),
        ("The army denied that it fell.", "The army", "denied", False),
        ("The army said that it fell, and not that it held.", "The army", "said", False),
    ],
)
def test_a_saying_is_not_cut_out_of_its_denial(
    text: str, source: str, cue: str, *, falls: bool
) -> None:
    found = codes(claim(text, source, cue, "that it fell"))
    assert found.get("cue") == (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("The army did not confirm the raid.", True),
        ("The army, for its part, didn’t mention the raid.", True),
        ("The army has never reported the raid.", True),
        ("None of the army confirmed the raid.", True),
        ("The army confirmed the raid, not the ministry.", False),
        ("The army did not retreat, and confirmed the raid.", False),
    ],
)
def test_who_does_not_say_so_reports_nothing(text: str, *, falls: bool) -> None:
    expected = {"reported_by": Code.MISATTACHED} if falls else {}
    who = "The army" if "The army" in text else "army"
    assert codes(event(text, "raid", reported_by=who)) == expected


@pytest.mark.parametrize(
    ("text", "content", "falls"),
    [
        ("Roe said no bridge fell.", "bridge fell", True),
        ("Roe said no bridge fell.", "no bridge fell", True),
        ("Roe said none of the bridges fell.", "the bridges fell", True),
        ("Roe said it was not true that the bridge fell.", "the bridge fell", True),
        ("Roe said the army failed to hold the bridge.", "hold the bridge", True),
        ("Roe said the bridge fell.", "the bridge fell", False),
        ("Roe said, and not for the first time, that the bridge fell.", "the bridge fell", False),
    ],
)
def test_what_is_said_is_not_cut_out_of_its_denial(text: str, content: str, *, falls: bool) -> None:
    expected = {"polarity": Code.CONTRADICTED} if falls else {}
    assert codes(claim(text, "Roe", "said", content)) == expected


def test_a_denial_that_the_record_shows_is_no_cut() -> None:
    text = "Roe denied that the bridge fell. Roe declined to leave."
    assert "polarity" not in codes(claim(text, "Roe", "denied", "the bridge fell"))
    assert codes(claim(text, "Roe", "declined", "to leave", (2,))) == {}


@pytest.mark.parametrize(
    ("text", "field", "falls"),
    [
        ("The army, not the rebels, captured Dorva.", {"participants": ["the rebels"]}, True),
        ("The army captured Kelmar but not Dorva.", {"places": ["Dorva"]}, True),
        ("Instead of in Dorva, they captured him in Kelmar.", {"places": ["Dorva"]}, True),
        ("It captured Dorva, not Kelmar.", {"places": ["Dorva"]}, False),
        ("It captured Dorva and not once lost Dorva.", {"places": ["Dorva"]}, False),
        ("None other than Roe captured Dorva.", {"participants": ["Roe"]}, False),
        ("Everybody other than Roe was captured.", {"participants": ["Roe"]}, True),
    ],
)
def test_what_is_left_out_takes_no_part(
    text: str, field: dict[str, list[str]], *, falls: bool
) -> None:
    mentions = [{"mention": who, "role": "actor"} for who in field.get("participants", ())]
    record: dict[str, Any] = {"places": field.get("places", []), "participants": mentions}
    found = codes(event(text, "captured", **record))
    assert set(found.values()) == ({Code.CONTRADICTED} if falls else set())


def test_what_did_not_happen_has_those_that_are_left_out() -> None:
    text = "Neither the army nor the rebels captured Dorva."
    both = [{"mention": who, "role": "actor"} for who in ("the army", "the rebels")]
    assert codes(event(text, "captured", participants=both, factuality="negated")) == {}


@pytest.mark.parametrize(
    ("text", "when", "falls"),
    [
        ("The raid came not on Monday but on Tuesday.", "Monday", True),
        ("The raid came not on Monday but on Tuesday.", "Tuesday", False),
        ("The raid was not over by Monday.", "Monday", False),
    ],
)
def test_a_time_that_is_denied_is_none(text: str, when: str, *, falls: bool) -> None:
    found = codes(event(text, "raid", time=when))
    assert found == ({"time": Code.CONTRADICTED} if falls else {})


@pytest.mark.parametrize(
    ("text", "factuality", "falls"),
    [
        ("The army denied the raid.", "occurred", True),
        ("The army denied a raid.", "negated", False),
        ("The army, which denied losses, confirmed the raid.", "occurred", False),
        ("The army condemned the raid.", "occurred", False),
    ],
)
def test_who_denies_it_does_not_report_it(text: str, factuality: str, *, falls: bool) -> None:
    judgement = event(text, "raid", reported_by="The army", factuality=factuality)
    assert ("reported_by" in codes(judgement)) is falls


TWICE = "After rebels captured Dorva on Sunday, the army retook it on Monday."
DATED = "The army said on Friday that rebels attacked Dorva on Thursday."
WITHIN = "Rebels who seized Dorva on Monday retreated on Tuesday."
SINCE = "Dorva, held since the war erupted in 2011, fell to rebels."
PLAN = "Roe said this week that Norland would leave by the end of March."
POLLS = "The blast killed nine men who had been in Dorva on Sunday for the election."
JAILED = "On Monday a court jailed Roe for attacking Dorva."
AFTER = "After Monday's attack, troops entered the town on Wednesday."


@pytest.mark.parametrize(
    ("text", "trigger", "when", "falls"),
    [
        (TWICE, "captured", "Sunday", False),
        (TWICE, "captured", "Monday", True),
        (TWICE, "retook", "Sunday", True),
        (TWICE, "retook", "Monday", False),
        (DATED, "attacked", "Friday", True),
        (DATED, "attacked", "Thursday", False),
        ("The army said on Friday that rebels had attacked.", "attacked", "Friday", True),
        ("Rebels had attacked, the army said late on Friday.", "attacked", "Friday", True),
        ("The army told the Dorva Post on Friday rebels had left.", "left", "Friday", True),
        ("The army said on Friday that rebels attacked.", "attacked", "Friday", True),
        ("The army said rebels had attacked on Friday.", "attacked", "Friday", False),
        ("On Monday rebels took Dorva, and the army fled Kelmar.", "fled", "Monday", False),
        ("In 2015 rebels took Dorva, and the army retook it in May.", "retook", "2015", False),
        (WITHIN, "seized", "Monday", False),
        (WITHIN, "seized", "Tuesday", True),
        (WITHIN, "retreated", "Monday", True),
        (WITHIN, "retreated", "Tuesday", False),
        (AFTER, "attack", "Monday", False),
        (AFTER, "attack", "Wednesday", True),
        (AFTER, "entered", "Monday", True),
        (AFTER, "entered", "Wednesday", False),
        ("Rebels attacked on Monday and on Tuesday.", "attacked", "Tuesday", False),
        ("Rebels hit Dorva on Monday, killing two, and again on Friday.", "hit", "Friday", False),
        ("The army took the town on Friday and Kelmar on Sunday.", "took", "Sunday", False),
        ("On Monday he condemned the attack on Tuesday.", "condemned", "Monday", False),
        ("Monday's and Tuesday's attacks failed.", "attacks", "Monday", False),
        (SINCE, "fell", "2011", True),
        (SINCE, "erupted", "2011", False),
        ("Rebels have held Dorva since the war erupted in 2011.", "held", "2011", True),
        ("Dorva fell, though many have since fled in 2011.", "fell", "2011", False),
        ("Dorva has been held since late in 2011.", "held", "2011", False),
        ("The army retook Dorva, which rebels had seized in May.", "retook", "May", True),
        ("The army retook Dorva, which rebels had seized in May.", "seized", "May", False),
        ("The raid that had killed 12 men in May shook Dorva.", "raid", "May", False),
        ("Rebels who had fled Dorva attacked in May.", "attacked", "May", False),
        ("Roe was arrested over the 2015 bombing of Dorva.", "arrested", "2015", True),
        ("Roe was arrested over the 2015 bombing of Dorva.", "bombing", "2015", False),
        ("Talks failed after Monday's and Tuesday's attacks.", "attacks", "Monday", False),
        ("Twelve men were killed in Monday's attack.", "killed", "Monday", False),
        ("Talks failed after Monday's attack.", "failed", "Monday", True),
        (PLAN, "said", "the end of March", True),
        (POLLS, "election", "Sunday", False),
        (POLLS, "killed", "Sunday", True),
        (JAILED, "attacking", "Monday", True),
        (JAILED, "jailed", "Monday", False),
        ("Roe was jailed for attacking Dorva on Monday.", "attacking", "Monday", False),
        ("Rebels left on Monday for attacking bases is hard.", "attacking", "Monday", False),
        (SINCE, "fell", "since the war erupted in 2011", False),
        ("Talks failed after Monday's attack.", "failed", "after Monday's attack", False),
        ("Rebels fled during the raid on Dorva.", "fled", "during the raid", False),
    ],
)
def test_a_time_is_that_of_its_own_event(
    text: str, trigger: str, when: str, *, falls: bool
) -> None:
    found = codes(event(text, trigger, time=when))
    assert found == ({"time": Code.MISATTACHED} if falls else {})


OWN = "Two guards who had been held in Dorva in June were freed on Thursday."
PLACE = "In Dorva, a town that rebels took on 3 May, a bomb exploded near a mill on Friday."
SAME_DAY = "Rebels attacked at dawn and were driven off on Monday."
DOCUMENT = "A raid on Dorva, which Roe announced in a video released on 3 May, failed."
YESTERDAY = "Norland yesterday revealed how a boat was nearly sunk near Dorva."
PICKED = "Roe rented the boat, to be picked up in Dorva on Monday."
FREED = "Neither Roe nor Hale was tried, as they were freed in June 1977."
THEN = "Norland condemned the 3 May raids and those in Dorva on 5 June in which guards were hit."
LATER = "Norland sold Dorva in 2004 and left Kelmar in 2021, after rebels were arrested there."
DEMANDED = "The last guards left on 15 May, ending a stay that had been denounced by Roe in March."
AGAIN = "Kelmar, which closed two ports in May, said it would open them next week."


@pytest.mark.parametrize(
    ("text", "trigger", "when", "falls"),
    [
        pytest.param(OWN, "held", "Thursday", True, id="freed-later"),
        pytest.param(OWN, "held", "June", False, id="own-month"),
        pytest.param(OWN, "freed", "Thursday", False, id="own-day"),
        pytest.param(PLACE, "exploded", "3 May", True, id="of-the-town"),
        pytest.param(PLACE, "took", "Friday", True, id="of-the-bomb"),
        pytest.param(PLACE.replace("3 May", "Oct. 3"), "took", "Friday", True, id="month-cut"),
        pytest.param(PLACE, "exploded", "Friday", False, id="behind-a-place"),
        pytest.param(SAME_DAY, "attacked", "Monday", False, id="dawn-of-that-day"),
        pytest.param(DOCUMENT, "raid", "3 May", True, id="of-a-video"),
        pytest.param(DOCUMENT, "announced", "3 May", True, id="announced-by-then"),
        pytest.param(DOCUMENT, "released", "3 May", False, id="released"),
        pytest.param(YESTERDAY, "was nearly sunk", "yesterday", True, id="of-the-saying"),
        pytest.param(YESTERDAY, "revealed", "yesterday", False, id="the-saying"),
        pytest.param("Norland on Monday said rebels fled.", "fled", "Monday", False, id="open"),
        pytest.param(
            "Norland on Monday said rebels had fled.", "fled", "Monday", True, id="fled-by-then"
        ),
        pytest.param(
            "Speaking on Monday, Roe said that Hale had fled.",
            "fled",
            "Monday",
            True,
            id="speaking",
        ),
        pytest.param(
            "Roe told reporters on Monday how it was hit.", "was hit", "Monday", True, id="told-how"
        ),
        pytest.param(PICKED, "rented", "Monday", True, id="purpose"),
        pytest.param("Roe rented it on Monday.", "rented", "Monday", False, id="rented"),
        pytest.param(FREED, "tried", "June 1977", True, id="reason"),
        pytest.param(FREED, "freed", "June 1977", False, id="in-the-reason"),
        pytest.param(THEN, "were hit", "3 May", True, id="then"),
        pytest.param(THEN, "raids", "3 May", False, id="compound"),
        pytest.param(LATER, "were arrested", "2021", False, id="the-nearer"),
        pytest.param(LATER, "sold", "2004", False, id="sold"),
        pytest.param(DEMANDED, "left", "March", True, id="denounced"),
        pytest.param(AGAIN, "open", "May", True, id="closed"),
        pytest.param(AGAIN, "closed", "next week", True, id="opened"),
    ],
)
def test_a_time_beside_another_event_is_none_of_this(
    text: str, trigger: str, when: str, *, falls: bool
) -> None:
    found = codes(event(text, trigger, time=when))
    assert found.get("time") == (Code.MISATTACHED if falls else None)


BUILT = (
    "It was built in 1956 by Hale. The mill was closed in 1972. It burnt the same day. Since 2009,"
    " Norland has donated $4 million."
)


@pytest.mark.parametrize(
    ("trigger", "when", "falls"),
    [
        ("was built", "1972", True),
        ("was built", "1956", False),
        ("was closed", "1956", True),
        ("burnt", "1972", False),
        ("has donated", "1972", True),
    ],
)
def test_a_time_of_another_sentence_is_not_that_of_what_has_its_own(
    trigger: str, when: str, *, falls: bool
) -> None:
    told = {"trigger": trigger, "time": when, "type": "other", "factuality": "occurred"}
    record = {"sentences": [1, 2, 3, 4], **told}
    (judgement,) = check(Article(text=BUILT), [record], schema=Event)
    found = {row.path: row.code for row in judgement.rejected}
    assert found.get("time") == (Code.MISATTACHED if falls else None)


@pytest.mark.parametrize(
    ("text", "trigger", "when", "falls"),
    [
        (PLAN, "leave", "this week", True),
        (PLAN, "leave", "the end of March", False),
        ("The army said rebels would attack on Monday.", "attack", "Monday", False),
    ],
)
def test_a_time_is_that_of_its_own_plan(text: str, trigger: str, when: str, *, falls: bool) -> None:
    found = codes(event(text, trigger, time=when, factuality="planned"))
    assert found == ({"time": Code.MISATTACHED} if falls else {})


BETWEEN = "Smith said the army struck Dorva, while Jones said the rebels fled Kelmar."
ADDED = (
    "\u201cThe army struck Dorva,\u201d Smith said, and Jones added that the rebels fled Kelmar."
)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "falls"),
    [
        (BETWEEN, "Smith", "said", "the army struck Dorva", False),
        (BETWEEN, "Jones", "said", "the army struck Dorva", True),
        (BETWEEN, "Smith", "said", "the rebels fled Kelmar", True),
        (BETWEEN, "Jones", "said", "the rebels fled Kelmar", False),
        (ADDED, "Smith", "said", "The army struck Dorva", False),
        (ADDED, "Jones", "added", "the rebels fled Kelmar", False),
    ],
)
def test_a_source_says_the_words_of_its_own_verb(
    text: str, source: str, cue: str, content: str, *, falls: bool
) -> None:
    found = misattached(claim(text, source, cue, content))
    assert (found[:1], found[1:]) in (
        [(["source"], []), (["source"], ["content[0]"])] if falls else [([], [])]
    )
