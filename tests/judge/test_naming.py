"""What names nothing is nobody, and what names the actor itself is not what it belongs to."""

from typing import Any

import pytest

from llmextract import Article, Judgement, check
from llmextract.judge.rules.naming import is_same_name
from llmextract.judge.spans import occurrences
from llmextract.judge.verdict import Code, Status
from llmextract.schemas import Actor, Claim, Event

TEXT = (
    "The 3rd Division of the Norland army left Dorva. The army said it would return."
    " The Free Dorva Front (FDF) took the town."
)


def actor(name: str, member_of: str, **record: Any) -> Judgement:
    labels = {"kind": "organization", "type": "other"}
    given = {"sentences": [1, 2, 3], "name": name, "member_of": member_of, **labels, **record}
    (judgement,) = check(Article(text=TEXT), [given], schema=Actor)
    return judgement


def codes(judgement: Judgement) -> dict[str, Code | None]:
    return {v.path: v.code for v in judgement.verdicts if v.status is Status.REJECTED}


@pytest.mark.parametrize(
    ("name", "member_of"),
    [
        pytest.param("Norland army", "Norland army", id="itself"),
        pytest.param("Norland army", "The army", id="shortened"),
        pytest.param("The army", "Norland army", id="shortened-name"),
        pytest.param("Free Dorva Front", "FDF", id="initials"),
    ],
)
def test_no_actor_is_a_member_of_itself(name: str, member_of: str) -> None:
    judgement = actor(name, member_of)
    assert codes(judgement) == {"member_of": Code.MISATTACHED}
    assert judgement.accepted


def test_no_actor_is_a_member_of_its_alias() -> None:
    judgement = actor("Free Dorva Front", "FDF", aliases=["FDF"])
    assert codes(judgement) == {"member_of": Code.MISATTACHED}


def test_a_part_is_a_member_of_the_whole() -> None:
    assert codes(actor("3rd Division", "Norland army")) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FDF fighters", "FDF"),
        ("Norland army", "Norland"),
        ("army of Norland", "army"),
        ("rebels of the Dorva Front", "Dorva Front"),
        ("divers from the Dorva Front", "the Dorva Front"),
        ("FDF", "Front"),
        ("", "Front"),
        ("the", "The"),
        ("NA", "the norland army"),
    ],
)
def test_other_names_are_other_things(one: str, other: str) -> None:
    assert not is_same_name(one, other)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("participants[0].mention", {"participants": [{"mention": "and", "role": "actor"}]}),
        ("participants[0].mention", {"participants": [{"mention": "kilometers", "role": "actor"}]}),
        ("places[0]", {"places": ["Tuesday", "Dorva"]}),
    ],
)
def test_what_names_nothing_takes_no_part(path: str, change: dict[str, object]) -> None:
    text = "On Tuesday the army and its allies advanced ten kilometers towards Dorva."
    record = {
        "sentences": [1],
        "trigger": "advanced",
        "type": "troop_movement",
        "factuality": "occurred",
        **change,
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert codes(judgement)[path] == Code.UNREADABLE
    assert judgement.accepted


def event(text: str, **change: object) -> Judgement:
    labels = {"type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [{"sentences": [1], **labels, **change}], schema=Event)
    return judgement


@pytest.mark.parametrize(
    ("words", "falls"),
    [
        ("The army", True),
        ("they", True),
        ("heavy fighting", True),
        ("groups", True),
        ("supported by planes", True),
        ("Dorva", False),
        ("besieged Dorva", False),
        ("the army base", False),
        ("the area", False),
        ("planes", True),
        ("three bombs", True),
        ("an IED", True),
        ("a raid by gunmen", True),
        ("gunmen", True),
        ("the blast site", False),
        ("the salt mines", False),
        ("a bomber", True),
        ("12 students of the town", True),
        ("the house where they met the mayor", False),
        ("the mayor's office", False),
    ],
)
def test_people_and_deeds_are_no_places(words: str, *, falls: bool) -> None:
    text = (
        "The army struck besieged Dorva, where they saw heavy fighting of groups in the area"
        " of the army base, supported by planes, with three bombs, an IED at the blast site, a"
        " raid by gunmen and the salt mines, a bomber, 12 students of the town and the house where"
        " they met the mayor, near the mayor's office."
    )
    found = codes(event(text, trigger="struck", places=[words]))
    assert found == ({"places[0]": Code.UNREADABLE} if falls else {})


@pytest.mark.parametrize(
    ("words", "falls"),
    [
        ("near the base", True),
        ("in Dorva", True),
        ("at least 20 soldiers", False),
        ("bombs", False),
    ],
)
def test_nobody_is_where_it_happens(words: str, *, falls: bool) -> None:
    text = "Near Dorva, near the base and in Dorva, bombs struck at least 20 soldiers."
    role = {"mention": words, "role": "actor"}
    found = codes(event(text, trigger="struck", participants=[role]))
    assert found.get("participants[0].mention") is (Code.UNREADABLE if falls else None)


@pytest.mark.parametrize(
    ("words", "falls"),
    [
        ("his", True),
        ("them", True),
        ("besieged", True),
        ("what had been promised", True),
        ("the besieged", True),
        ("a shed", False),
        ("a shed where they were", False),
        ("his house", False),
        ("there", False),
        ("Will County", False),
    ],
)
def test_pronouns_and_clauses_are_no_places(words: str, *, falls: bool) -> None:
    text = (
        "The army struck his house in Will County, which they besieged, the besieged and what had"
        " been promised to them there in a shed where they were."
    )
    found = codes(event(text, trigger="struck", places=[words]))
    assert found == ({"places[0]": Code.UNREADABLE} if falls else {})


@pytest.mark.parametrize(
    ("text", "words", "falls"),
    [
        pytest.param("Raids by Norlandian jets shook it.", "Norlandian", True, id="nation"),
        pytest.param(
            "Raids by Norlandian and Kelmarese jets shook it.", "Norlandian", True, id="nations"
        ),
        pytest.param("Raids in Dalian province shook it.", "Dalian", False, id="name-of-a-place"),
        pytest.param("Raids met to discuss ways out.", "discuss ways out", True, id="to-say"),
        pytest.param("Raids drove them to camp.", "camp", False, id="to-a-place"),
        pytest.param("Raids met close to the mill.", "close to the mill", False, id="close-to"),
        pytest.param("Raids shook areas they left.", "areas they left", False, id="they-left"),
        pytest.param("Raids shook men close to Roe.", "men close to Roe", True, id="close-people"),
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str, words: str, *, falls: bool) -> None:
    found = codes(event(text, trigger="Raids", places=[words]))
    assert found == ({"places[0]": Code.UNREADABLE} if falls else {})


@pytest.mark.parametrize(
    ("text", "name", "falls"),
    [
        pytest.param("Norlandian and Kelmarese envoys met.", "Norlandian", True, id="nation"),
        pytest.param("Norlandian and Kelmarese envoys met.", "Kelmarese envoys", False, id="whole"),
        pytest.param("They took the town of Dorva.", "Dorva", True, id="town"),
        pytest.param("They took the towns of Dorva, Velle and Roe.", "Velle", True, id="of-towns"),
        pytest.param("The town of Dorva and rebels agreed.", "rebels", False, id="beside-a-town"),
        pytest.param("The mayor of Dorva and Velle met.", "Velle", False, id="not-of-towns"),
        pytest.param("It called Norlandian intervention vital.", "Norlandian intervention", True,
                     id="deed"),
        pytest.param("They left the Guard headquarters.", "Guard headquarters", True, id="seat"),
        pytest.param("They left areas they had held.", "areas they had held", True, id="they-held"),
        pytest.param("Dorva do Norte said so.", "Dorva do Norte", False, id="small-word-of-a-name"),
        pytest.param("Roe do leave.", "Roe do leave", True, id="small-word-before-a-verb"),
    ],
)  # fmt: skip
def test_what_only_says_where_or_whose_is_no_actor(text: str, name: str, *, falls: bool) -> None:
    labels = {"kind": "group", "type": "other"}
    record = {"sentences": [1], "name": name, **labels}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    assert codes(judgement).get("name") is (Code.UNREADABLE if falls else None)


@pytest.mark.parametrize(
    ("words", "falls"),
    [
        ("loyal to the regime", True),
        ("backed by Norland", True),
        ("According to investigations", True),
        ("forces loyal to the regime", False),
        ("the Dorva Front (DF), advanced", True),
        ("armed groups", False),
        ("the injured", False),
        ("the Dorva Front (DF)", False),
    ],
)
def test_what_is_said_of_a_name_is_none(words: str, *, falls: bool) -> None:
    text = (
        "According to investigations armed groups backed by Norland and forces loyal to the regime"
        " struck Dorva where the injured lay and the Dorva Front (DF), advanced."
    )
    found = codes(event(text, trigger="struck", participants=[{"mention": words, "role": "actor"}]))
    named = {"participants[0].mention": Code.UNREADABLE, "participants[0]": Code.REQUIRED}
    assert found.items() <= named.items()
    assert bool(found) == falls


@pytest.mark.parametrize(
    ("name", "falls"),
    [
        ("Dorva countryside", True),
        ("the war", True),
        ("clashes", True),
        ("Dorva City", False),
        ("the governor of the province", False),
        ("Clash Group", False),
    ],
)
def test_localities_and_deeds_are_no_actors(name: str, *, falls: bool) -> None:
    text = (
        "Clashes hit Dorva countryside in the war, said Dorva City, the governor of the province"
        " and Clash Group after the clashes."
    )
    labels = {"kind": "group", "type": "other"}
    (judgement,) = check(
        Article(text=text), [{"sentences": [1], "name": name, **labels}], schema=Actor
    )
    assert codes(judgement).get("name") is (Code.UNREADABLE if falls else None)


@pytest.mark.parametrize(
    ("name", "falls"),
    [
        ("Lake Orin", True),
        ("Gulf of Dorva", True),
        ("Tal Bridge", True),
        ("October", True),
        ("April", False),
        ("missile strike", True),
        ("Missile Strike", False),
        ("Thin Line will lead an exercise", True),
        ("Thin Line and looking forward to October", True),
        ("Thin Line", False),
    ],
)
def test_waters_times_and_what_runs_on_are_no_actors(name: str, *, falls: bool) -> None:
    text = (
        "In October the Thin Line will lead an exercise on Lake Orin and the Gulf of Dorva by Tal"
        " Bridge with April and Missile Strike, all of the Thin Line and looking forward to"
        " October, after a missile strike. Sarn River said that it won."
    )
    record = {"sentences": [1, 2], "name": name, "kind": "group", "type": "other"}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    assert codes(judgement).get("name") is (Code.UNREADABLE if falls else None)


@pytest.mark.parametrize(
    ("name", "falls"),
    [
        ("supply lines", True),
        ("Thin Line", False),
        ("Dorva", True),
        ("western Dorva", True),
        ("Maar", True),
        ("Ostra", True),
        ("Sarn", True),
        ("Lem", True),
        ("Norland", False),
        ("Kelmar", False),
        ("Red Dawn", True),
        ("Steel Rain", True),
        ("Front", False),
        ("Abrin", True),
        ("New Sola", True),
        ("the north", True),
        ("largest", True),
        ("also", True),
        ("Thin Line, moved from the siege", False),
        ("Thin Line, moved to fight", True),
    ],
)
def test_what_an_article_calls_a_town_or_an_operation_is_no_actor(
    name: str, *, falls: bool
) -> None:
    text = (
        "From western Dorva the Front offensive cut supply lines of the Thin Line near Maar, Tal,"
        " Lem, Ostra and Sarn, during the “Red Dawn” campaign and Operation Steel Rain. In the city"
        " of Maar and the towns of Ostra and Sarn nobody slept. Lem, Norland’s second-largest city,"
        " fell. Dorva province is quiet. Tal, a village, is empty, but Tal said that it is not. The"
        " Kelmar town hall burnt. Among the villages that changed hands in the north were"
        " Abrin and New Sola, the largest, also burnt, said the Thin Line, moved to fight, and the"
        " Thin Line, moved from the siege."
    )
    record = {"sentences": [1, 3, 6, 7], "name": name, "kind": "group", "type": "other"}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    assert codes(judgement).get("name") is (Code.UNREADABLE if falls else None)


@pytest.mark.parametrize(
    ("trigger", "falls"),
    [
        ("the last few hours", True),
        ("in the northwest", True),
        ("along with", True),
        ("three Norland soldiers", True),
        ("Sarn and allied armed groups", True),
        ("Dorva", True),
        ("captured", False),
        ("captured three Norland soldiers", False),
        ("the assault", False),
        ("is over", False),
        ("rebels", False),
        ("groups", False),
        ("soldiers", True),
        ("Norland", True),
        ("the north, according to Sarn", True),
        ("air force", True),
        ("terrorist organizations", True),
        ("surrounding province", True),
        ("attack civilians", False),
        ("bridges", True),
        ("mayor", True),
        ("victims", False),
        ("bombing", False),
    ],
)
def test_what_is_no_event_triggers_none(trigger: str, *, falls: bool) -> None:
    text = (
        "In the last few hours rebels along with allies in the northwest captured three Norland"
        " soldiers of Sarn and allied armed groups near Dorva, and the assault is over, mostly in"
        " the north, according to Sarn, whose mayor counted the victims of the bombing of bridges."
        " The air force and terrorist organizations attack civilians in the surrounding province."
    )
    assert event(text, trigger=trigger, sentences=[1, 2]).accepted is not falls


@pytest.mark.parametrize(
    ("text", "alias", "falls"),
    [
        ("Abu Laffa, Bayoud, North Sarha and Maar fell.", "Maar", True),
        ("Abu Laffa and Bayoud fell.", "Bayoud", True),
        ("Abu Laffa fell.", "Abu Laffa", True),
        ("Abu Laffa, Jewel of Sarn, fell.", "Jewel of Sarn", False),
        ("Abu Laffa, the old guard, and Bayoud fell.", "the old guard", False),
        ("Abu Laffa (AL) fell.", "AL", False),
        ("Abu Laffa fell, and the town burnt.", "the town", False),
        ("Abu Laffa, Bayoud, and the old town of Maar fell.", "Maar", True),
        (
            "Abu Laffa, an adviser to Norland’s President Ilan Roe, left.",
            "President Ilan Roe",
            True,
        ),
        ("Abu Laffa is now in Kelmar.", "Kelmar", True),
        ("Abu Laffa is known in Kelmar as Jewel of Sarn.", "Jewel of Sarn", False),
        ("Abu Laffa is in Kelmar. Kelmar has fought.", "Kelmar", True),
    ],
)
def test_an_alias_is_another_name_of_the_same(text: str, alias: str, *, falls: bool) -> None:
    record = {"sentences": [1], "name": "Abu Laffa", "aliases": [alias]}
    labels = {"kind": "organization", "type": "other"}
    (judgement,) = check(Article(text=text), [{**record, **labels}], schema=Actor)
    told = {path: code for path, code in codes(judgement).items() if path != "kind"}
    assert told == ({"aliases[0]": Code.MISATTACHED} if falls else {})


def test_the_last_words_of_a_name_mean_the_same() -> None:
    text = "The Norland army fled, and rebels fired on the army."
    record = {"sentences": [1], "name": "Norland army", "aliases": ["the army"]}
    labels = {"kind": "organization", "type": "state_forces"}
    (judgement,) = check(Article(text=text), [{**record, **labels}], schema=Actor)
    assert Code.MISATTACHED not in codes(judgement).values()


@pytest.mark.parametrize(
    ("source", "name", "falls"),
    [
        pytest.param("Roe", "Anna Smith", True, id="somebody-else"),
        pytest.param("Roe", "Ilan Roe", False, id="in-full"),
        pytest.param("NGS", "Norland Geological Survey", False, id="initials"),
        pytest.param("She", "Anna Smith", False, id="pronoun"),
        pytest.param("the minister", "Anna Smith", False, id="office"),
    ],
)
def test_the_name_of_a_source_is_its_own(source: str, name: str, *, falls: bool) -> None:
    text = f"{source} said that it shook. Anna Smith met Ilan Roe of the Norland Geological Survey."
    labels = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}
    given = {"source": source, "source_name": name, "cue": "said", "content": ["it shook"]}
    record = {"sentences": [1], "verification": "not_addressed", **labels, **given}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    assert codes(judgement) == ({"source_name": Code.MISATTACHED} if falls else {})


@pytest.mark.parametrize(
    ("text", "name", "alias", "falls"),
    [
        pytest.param("Roe's lawyer, Ada Hale, left.", "Roe", "Ada Hale", True, id="lawyer"),
        pytest.param("Ada Hale, known as Fox, met Roe.", "Roe", "Fox", True, id="of-another"),
        pytest.param("Ada Hale, known as Fox, met Roe.", "Ada Hale", "Fox", False, id="her-own"),
        pytest.param("Roe's party, the Union, lost.", "Roe", "the Union", True, id="his-party"),
    ],
)
def test_who_is_close_to_somebody_is_another(
    text: str, name: str, alias: str, *, falls: bool
) -> None:
    record = {"sentences": [1], "name": name, "aliases": [alias]}
    labels = {"kind": "individual", "type": "other"}
    (judgement,) = check(Article(text), [{**record, **labels}], schema=Actor)
    assert ("aliases[0]" in codes(judgement)) is falls


@pytest.mark.parametrize(
    ("name", "falls"),
    [
        pytest.param("Ilan O’Roe", False, id="same"),
        pytest.param("Anna O’Hale", True, id="another"),
    ],
)
def test_an_apostrophe_of_another_form_makes_no_other_name(name: str, *, falls: bool) -> None:
    text = "Ilan O’Roe met Anna O’Hale. O'Roe said that it shook."
    labels = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}
    given = {"source": "O'Roe", "source_name": name, "cue": "said", "content": ["it shook"]}
    record = {"sentences": [2], "verification": "not_addressed", **labels, **given}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    assert codes(judgement) == ({"source_name": Code.MISATTACHED} if falls else {})


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        pytest.param("Hale is here. He said that Hale had left.", True, id="in-what-he-says"),
        pytest.param("He said Hale's car had left.", True, id="of-another"),
        pytest.param("Hale said he had left.", False, id="before-him"),
        pytest.param("Ann Hale is here. He said Hale Street had left.", False, id="in-a-name"),
        pytest.param("Hale is here. He said Bill Hale had left.", False, id="of-a-relative"),
        pytest.param("He said they had left, and Hale agreed.", False, id="next-clause"),
        pytest.param("Hale is here. “Hale,” he said, had left.", False, id="before-the-verb"),
    ],
)
def test_a_pronoun_means_nobody_whom_its_clause_goes_on_to_name(text: str, *, falls: bool) -> None:
    labels = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}
    source = "he" if "He " not in text else "He"
    given = {"source": source, "source_name": "Hale", "cue": "said", "content": ["had left"]}
    last = len(Article(text=text).sentences)
    record = {"sentences": [last], "verification": "not_addressed", **labels, **given}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    assert (codes(judgement).get("source_name") is Code.MISATTACHED) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "place", "falls"),
    [
        ("Hale said he had shelled Dorva.", "shelled", "Hale", True),
        ("Rebels had shelled his house, Hale said.", "shelled", "Hale", True),
        ("According to Hale, they shelled Dorva.", "shelled", "Hale", True),
        ("According to Hale, rebels shelled Dorva.", "shelled", "Dorva", False),
        ("Strikes in Dorva killed 12, Kelmar police said.", "killed", "Kelmar", False),
        ("The Norland Front attacked Dorva.", "attacked", "Norland Front", True),
        ("Strikes in Dorva killed 12 men.", "killed", "Dorva", False),
        ("Dorva hosted talks on Monday.", "talks", "Dorva", False),
        ("Dorva said it had hosted talks in Dorva.", "talks", "Dorva", False),
        ("In the east Dorva suffered attacks.", "attacks", "Dorva", False),
        ("Rebels killed Dorva residents.", "killed", "Dorva", False),
        ("Roe was killed in Dorva.", "killed", "Roe", True),
        ("Dorva was destroyed by rebels.", "destroyed", "Dorva", False),
        ("The raid, claimed by the Dorva Front, killed 12.", "raid", "Dorva Front", True),
        ("Twelve men were killed by Lake Dorva.", "killed", "Lake Dorva", False),
        ("Twelve men were killed by the river.", "killed", "the river", False),
    ],
)
def test_who_says_does_or_suffers_it_is_no_place(
    text: str, trigger: str, place: str, *, falls: bool
) -> None:
    found = codes(event(text, trigger=trigger, places=[place]))
    assert found == ({"places[0]": Code.UNREADABLE} if falls else {})


@pytest.mark.parametrize(
    ("trigger", "falls"),
    [
        ("Front] members, who struck it", True),
        ("Front [DF] members struck", False),
        ("with rebels for control", True),
        ("by a landslide", True),
        ("by shelling", False),
        ("with heavy clashes", False),
    ],
)
def test_a_cut_out_bracket_or_company_is_no_event(trigger: str, *, falls: bool) -> None:
    text = (
        "The Dorva Front [DF] members, who struck it, fought with rebels for control by shelling,"
        " with heavy clashes, and won by a landslide, as Front [DF] members struck."
    )
    assert event(text, trigger=trigger).accepted is not falls


@pytest.mark.parametrize(
    ("name", "falls"),
    [
        ("speedy recovery", True),
        ("trade and investment", True),
        ("Norland support", True),
        ("barrel bombs", True),
        ("the residents", False),
        ("a number of his aides", False),
        ("forces stationed there", False),
        ("local organisations", False),
        ("Dorva", False),
    ],
)
def test_small_letters_name_people_or_bodies(name: str, *, falls: bool) -> None:
    text = (
        "Dorva hopes for a speedy recovery, trade and investment with Norland support, said the"
        " residents, a number of his aides, forces stationed there and local organisations, as"
        " barrel bombs fell."
    )
    record = {"sentences": [1], "name": name, "kind": "group", "type": "other"}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    assert ("name" in [row.path for row in judgement.rejected]) is falls


def test_without_capitals_any_name_may_be_one() -> None:
    record = {"sentences": [1], "name": "orin", "kind": "group", "type": "other"}
    (judgement,) = check(Article(text="orin met them in dorva."), [record], schema=Actor)
    assert judgement.accepted


@pytest.mark.parametrize(
    ("name", "falls"),
    [
        ("Norland", True),
        ("Esteria", True),
        ("Orin", False),
        ("Dorva", False),
        ("Kelmar", False),
        ("Senate", False),
    ],
)
def test_where_something_only_is_does_nothing(name: str, *, falls: bool) -> None:
    text = (
        "It fell in both Norland and Esteria, and in Orin, as Orin said. They are in Dorva's army"
        " and at Kelmar Bank, and in the Senate."
    )
    record = {"sentences": [1, 2], "name": name, "kind": "state", "type": "other"}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    assert ("name" in [row.path for row in judgement.rejected]) is falls


def test_no_words_stand_nowhere() -> None:
    record = {"sentences": [1], "name": "", "aliases": ["", " "], "kind": "state", "type": "other"}
    (judgement,) = check(Article(text="Orin left."), [record], schema=Actor)
    assert not judgement.accepted
    assert occurrences("Orin", "") == []


def test_why_words_name_nothing_is_told_by_what_they_are() -> None:
    text = "We back the clerks' efforts to mend it, also helped by Hale, as raids shook Dorva."
    clause = "We back the clerks' efforts to mend it"
    for words, why in (
        (clause, f"{clause!r} is a clause, or the verb of one"),
        ("also", "'also' only describes, and names nothing"),
        ("helped by Hale", "'helped by Hale' only says something of what it leaves out"),
        ("We", "'We' is a pronoun"),
    ):
        judgement = event(text, trigger="raids", places=[words])
        assert [row.detail for row in judgement.rejected] == [why]


@pytest.mark.parametrize(
    ("text", "name", "falls"),
    [
        pytest.param("The Watch, seated in the UK, told of it.", "UK", True, id="in-the-state"),
        pytest.param("The UK-based Watch told of it.", "UK", True, id="based-there"),
        pytest.param("The UK told of it. They met in the UK.", "UK", False, id="state-that-tells"),
        pytest.param("They met in the UK and UK-backed men left.", "UK", False, id="state-backing"),
        pytest.param("They spoke of it at the UN.", "the UN", False, id="body-with-an-article"),
        pytest.param("A road joins Oria and the capital, Dorva.", "Dorva", True, id="the-capital"),
        pytest.param("The capital, Dorva, seeks peace.", "Dorva", False, id="capital-that-acts"),
        pytest.param("Raids hit Oria and Dorva countrysides.", "Dorva", True, id="countrysides"),
        pytest.param("Raids hit Oria and Dorva provinces.", "Oria", True, id="and-provinces"),
        pytest.param("Oria and Dorva forces met.", "Oria", False, id="forces-of-both"),
        pytest.param("Order holds in the country.", "the country", True, id="in-the-country"),
        pytest.param("The country vowed to go on.", "The country", False, id="country-that-acts"),
        pytest.param("Both groups left Dorva.", "Both groups", True, id="both"),
        pytest.param("The two countries met.", "The two countries", True, id="the-two"),
        pytest.param("Neither side spoke.", "Neither side", True, id="neither"),
        pytest.param("Two rebel groups left.", "Two rebel groups", False, id="two-of-many"),
        pytest.param("Their allies left.", "Their allies", False, id="their-allies"),
        pytest.param("The Dorva Front on Telegram said so.", "Dorva Front on Telegram", True,
                     id="channel"),
        pytest.param("The Panel on Dorva said so.", "Panel on Dorva", False, id="what-it-is-about"),
        pytest.param("Men backed by Norlandian air cover left.", "Norlandian air cover", True,
                     id="cover"),
        pytest.param("The Norlandian air carrier left.", "Norlandian air carrier", False,
                     id="who-carries"),
    ],
)  # fmt: skip
def test_where_whom_and_by_what_means_is_no_name(text: str, name: str, *, falls: bool) -> None:
    record = {"sentences": [1], "name": name, "kind": "group", "type": "other"}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    assert ("name" in [row.path for row in judgement.rejected]) is falls


@pytest.mark.parametrize(
    ("behind", "falls"),
    [
        ("the town's mayor", False),
        ("the city’s police chief", False),
        ("the village head", False),
        ("the city police chief", False),
        ("the county sheriff", False),
        ("a town besieged by rebels", True),
        ("Norland's second-largest city", True),
        ("a village near Dorva", True),
        ("the district of mills", True),
    ],
)
def test_who_has_an_office_of_a_town_is_no_town(behind: str, *, falls: bool) -> None:
    record = {"sentences": [1], "name": "Ada Roe", "kind": "individual", "type": "other"}
    (judgement,) = check(Article(text=f"Ada Roe, {behind}, burned."), [record], schema=Actor)
    assert codes(judgement).get("name") is (Code.UNREADABLE if falls else None)
