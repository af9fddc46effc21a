"""Who does it and who suffers it, by the voice of the verb."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Parts, check
from llmextract.errors import SchemaError
from llmextract.schemas import Event

SUFFERED = [
    pytest.param("Oria had not been consulted.", "consulted", "Oria", id="not-asked"),
    pytest.param("Roe was killed in Dorva.", "killed", "Roe", id="passive"),
    pytest.param("Roe has reportedly been killed.", "killed", "Roe", id="passive-perfect"),
    pytest.param("Roe, a farmer, was killed.", "was killed", "Roe", id="passive-in-the-trigger"),
    pytest.param("Rebels captured five men and ten boys.", "captured", "boys", id="last-of-a-list"),
    pytest.param("Rebels killed two of Roe's men.", "killed", "two of Roe's men", id="object"),
    pytest.param("Troops fired, killing Roe.", "killing", "Roe", id="gerund"),
    pytest.param("Troops pushed rebels back.", "pushed rebels back", "rebels", id="in-the-trigger"),
    pytest.param("Roe died on Friday.", "died", "Roe", id="died"),
    pytest.param("The killing of Roe shook it.", "killing", "Roe", id="of-a-noun"),
    pytest.param("The attack on Roe failed it.", "attack", "Roe", id="on-a-noun"),
    pytest.param("Two men and a boy were killed.", "killed", "Two men", id="first-of-those-joined"),
    pytest.param("Two men and a boy were killed.", "killed", "a boy", id="last-of-those-joined"),
    pytest.param("It was said that Roe, who was killed, fled.", "killed", "Roe", id="who-was"),
    pytest.param("Roe is the second to be killed in Dorva.", "killed", "Roe", id="is-one-of-them"),
    pytest.param("Roe is among the nine who were held.", "held", "Roe", id="is-among-them"),
    pytest.param("They mourn six of the men killed there.", "killed", "men", id="of-those-reduced"),
    pytest.param("Seven rebels killed in blasts.", "killed", "Seven rebels", id="headline"),
    pytest.param("Roe – shot dead by police – had fled.", "shot dead", "Roe", id="set-off-reduced"),
    pytest.param("Roe, 20, is being held in Dorva.", "held", "Roe", id="being"),
    pytest.param("Roe, 26, died after a fight.", "died", "Roe", id="died-behind-an-age"),
    pytest.param("Roe survived an attack.", "survived", "Roe", id="survived"),
    pytest.param("Hale said Roe was killed.", "was killed", "Roe", id="passive-that-is-told"),
    pytest.param("Rebels were equipped by troops.", "equipped", "Rebels", id="doubled-letter"),
    pytest.param("The strikers blocked the Dorva Road.", "blocked", "the Dorva Road", id="blocked"),
    pytest.param("Hale managed to crush the Guard.", "crush", "the Guard", id="of-an-infinitive"),
    pytest.param("Men are holding 300 boys there.", "holding 300 boys", "boys", id="counted-in-it"),
    pytest.param("Roe was booed off the stage.", "booed", "Roe", id="passive-of-any-verb"),
    pytest.param("Roe was escorted out.", "was escorted", "Roe", id="any-passive-in-the-trigger"),
    pytest.param("They said it was targeted.", "targeted", "it", id="passive-of-a-pronoun"),
    pytest.param("Men fled after it was targeted.", "targeted", "it", id="pronoun-behind-after"),
]
DONE = [
    pytest.param("Roe hurled eggs at it.", "hurled", "Roe", id="bare-object"),
    pytest.param("Rebels killed three men.", "killed", "Rebels", id="subject"),
    pytest.param("Rebels had advanced on it.", "advanced", "Rebels", id="subject-of-a-movement"),
    pytest.param("Troops launched a raid.", "launched a raid", "Troops", id="object-in-it"),
    pytest.param("Roe was killed by rebels.", "killed", "rebels", id="agent"),
    pytest.param("Roe was killed in Dorva by rebels.", "killed", "rebels", id="agent-further-on"),
    pytest.param("Roe was killed at dawn by rebels.", "killed", "rebels", id="agent-behind-at"),
    pytest.param(
        "Roe was shot at the door of his house early in the morning on Friday by rebels.",
        "shot",
        "rebels",
        id="agent-far-on",
    ),
    pytest.param("An attack by rebels shook it.", "attack", "rebels", id="agent-of-a-noun"),
    pytest.param("Norland is arming the Guard.", "is arming", "Norland", id="progressive"),
    pytest.param(
        "Courts closed it and released the men.", "released", "Courts", id="second-of-two-verbs"
    ),
    pytest.param(
        "The Hale Front (HF), a band, claimed to have retaken Dorva.",
        "retaken",
        "The Hale Front (HF)",
        id="behind-an-aside",
    ),
    pytest.param("They attacked the mill.", "attacked", "They", id="pronoun"),
    pytest.param(
        "Armed men took full control of Dorva.", "took full control", "Armed men", id="took-control"
    ),
    pytest.param(
        "Roe was taken prisoner by rebels.",
        "was taken prisoner",
        "rebels",
        id="agent-behind-a-whole",
    ),
    pytest.param("Roe was fined £1,000 by the bank.", "was fined", "the bank", id="behind-a-sum"),
]
OPEN = [
    pytest.param("Roe was involved in it.", "involved", "Roe", id="state"),
    pytest.param("Roe is set to host it.", "set to host", "Roe", id="set-to"),
    pytest.param("Guards would be moved to it.", "moved", "Guards", id="moved"),
    pytest.param("Rebels were engaged in it.", "engaged", "Rebels", id="do-it-themselves"),
    pytest.param("Rebels were deployed in it.", "deployed", "Rebels", id="deployed"),
    pytest.param("Rebels lost the town.", "lost", "Rebels", id="undergo-it"),
    pytest.param("Troops sent to Dorva left.", "sent", "Troops", id="reduced-again"),
    pytest.param("Relatives of Roe were killed.", "killed", "Roe", id="relatives-of"),
    pytest.param("They seized a base held by rebels.", "seized", "rebels", id="another-verb"),
    pytest.param("They supported Roe's men.", "supported", "Roe", id="owner"),
    pytest.param("Men killed in Dorva lay there.", "killed", "Men", id="reduced-clause"),
    pytest.param("The support of rebels grew.", "support", "rebels", id="of-another-noun"),
    pytest.param("He met rebels and men were killed.", "killed", "rebels", id="of-another-clause"),
    pytest.param("Roe is a man whose son was killed.", "killed", "Roe", id="whose-son"),
    pytest.param(
        "They lie where the men rebels killed lie.", "killed", "rebels", id="bare-relative"
    ),
    pytest.param("Rebels killed and wounded five.", "killed", "Rebels", id="shared-object"),
    pytest.param("Police arrested on Friday a man.", "arrested", "Police", id="object-further-on"),
    pytest.param("Rebels said the mill was the target.", "target", "Rebels", id="says-so"),
    pytest.param("Rebels were able to hold it.", "were able to hold", "Rebels", id="no-passive"),
]


def judged(text: str, trigger: str, who: str, role: str) -> list[tuple[str, str | None]]:
    """What of who takes part in an event is refused, and by which words."""
    record = {
        "sentences": [1],
        "trigger": trigger,
        "participants": [{"mention": who, "role": role}],
        "type": "other",
        "factuality": "occurred",
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    rows = [row for row in judgement.rejected if row.path.startswith("participants")]
    return [(row.path, row.nearest) for row in rows if row.code == "contradicted"]


@pytest.mark.parametrize(("text", "trigger", "who"), SUFFERED)
def test_who_suffers_it_does_not_do_it(text: str, trigger: str, who: str) -> None:
    assert [path for path, _ in judged(text, trigger, who, "actor")] == ["participants[0].role"]
    assert judged(text, trigger, who, "recipient") == []


@pytest.mark.parametrize(("text", "trigger", "who"), DONE)
def test_who_does_it_does_not_suffer_it(text: str, trigger: str, who: str) -> None:
    assert [path for path, _ in judged(text, trigger, who, "recipient")] == ["participants[0].role"]
    assert judged(text, trigger, who, "actor") == []


@pytest.mark.parametrize("role", ["actor", "recipient", "supporter"])
@pytest.mark.parametrize(("text", "trigger", "who"), OPEN)
def test_what_a_sentence_leaves_open_stands(text: str, trigger: str, who: str, role: str) -> None:
    assert judged(text, trigger, who, role) == []


def test_one_place_of_the_words_that_fits_is_enough() -> None:
    text = "Rebels killed Roe before rebels were killed."
    assert judged(text, "killed", "rebels", "recipient") == []
    assert judged(text, "killed", "Rebels", "actor") == []


def test_the_words_that_tell_it_are_shown() -> None:
    assert judged("Roe was killed.", "killed", "Roe", "actor") == [("participants[0].role", "was")]


OTHERS = [
    pytest.param("Rebels had retreated as government forces advanced.", "retreated",
                 "government forces", "Rebels", id="another-clause"),
    pytest.param("A court has convicted a guard of Ilan Roe.", "convicted", "Ilan Roe", "A court",
                 id="within-an-object"),
    pytest.param("Norland had waited when Esteria seized the isle.", "seized", "Norland", "Esteria",
                 id="subject-behind-when"),
    pytest.param("Norland, which waited, is weighing a deal under which Esteria would sell oil.",
                 "sell oil", "Norland", "Esteria", id="under-which"),
    pytest.param("The Hale Front has waited, and the Roe Guard will sell oil.", "sell oil",
                 "The Hale Front", "and the Roe Guard", id="two-clauses-side-by-side"),
    pytest.param("Hale said that Roe and his sons, on the eve of the vote, failed to take Dorva.",
                 "take", "Hale", "Roe and his sons", id="far-from-its-verb"),
    pytest.param("Dorva, seized by Hale's men, fell, Roe said.", "seized", "Roe", "Hale's men",
                 id="agent-and-teller"),
    pytest.param("Hale fled when it was seized by the Roe Guard.", "seized", "Hale",
                 "the Roe Guard", id="agent"),
    pytest.param("It was seized by the Roe Guard after Hale left.", "seized", "Hale",
                 "the Roe Guard", id="agent-before-another-clause"),
    pytest.param("Radio Nord reported blasts and said ambulances were leaving.", "were leaving",
                 "Radio Nord", "ambulances", id="things-are-not-the-teller"),
    pytest.param("Men of the Guard shot down a plane on Friday, according to Roe, who left.",
                 "shot down", "Roe", "Men of the Guard", id="according-to"),
    pytest.param("Hale accused Oria's men of burning it.", "burning", "Hale", "Oria's men",
                 id="accuser"),
    pytest.param("A band that had left has not yet arrived, two officers said before they left.",
                 "arrived", "two officers", "A band that had left", id="who-says-so-further-on"),
    pytest.param("Esteria will pull out of it and the Norland Guard will man it.", "pull out",
                 "the Norland Guard", "Esteria", id="subject-of-what-follows"),
    pytest.param("Norland sold it and was fined by the Dorva Bank.", "sold", "the Dorva Bank",
                 "Norland", id="agent-of-another-passive"),
    pytest.param("Norland sent 24 planes to Esteria.", "sent", "Esteria", "Norland", id="to-whom"),
]  # fmt: skip
HELD = [
    pytest.param("Clashes continued in Norland.", "Clashes", "Norland", True, id="in"),
    pytest.param("In Norland, police captured Roe.", "captured", "Norland", True, id="in-front"),
    pytest.param("Police were killed in IS attacks.", "killed", "IS", False, id="more-of-a-name"),
    pytest.param("It was captured at the army's wish.", "captured", "the army", False, id="owner"),
    pytest.param("Men in Oria fled, and Oria attacked.", "attacked", "Oria", False, id="twice"),
    pytest.param("The town fell to rebels.", "fell", "rebels", False, id="to"),
]  # fmt: skip
OPEN_BEHIND = [
    pytest.param("Rebels captured it with allied groups.", "allied groups", id="with"),
    pytest.param("Rebels captured the town alongside jihadists.", "jihadists", id="alongside"),
    pytest.param("A man captured two before the attacker fled.", "the attacker", id="again"),
    pytest.param("A man captured two boys, and Roe, 34, was shot.", "Roe", id="and-again"),
    pytest.param("The attack captured two, and jihadists cheered.", "jihadists", id="means"),
    pytest.param("Two raids captured it as jihadists advanced.", "jihadists", id="deeds"),
    pytest.param("He captured two before jihadists fled.", "jihadists", id="pronoun"),
    pytest.param("The town was captured as jihadists advanced.", "jihadists", id="passive"),
    pytest.param("Rebels captured it, said jihadists.", "jihadists", id="behind-saying"),
    pytest.param("Norland, which waited, and Esteria both captured it.", "Norland", id="a-list"),
    pytest.param("Norland said it captured Dorva.", "Norland", id="it"),
    pytest.param("The Front cheered when fighters captured it.", "The Front", id="whose-fighters"),
    pytest.param("Norland cheered when the group captured it.", "Norland", id="the-group"),
    pytest.param("Norland said its men captured Dorva.", "Norland", id="its"),
    pytest.param("Norland fled when Norlandic troops captured it.", "Norland", id="same-stem"),
    pytest.param("Hale, Ahmed Roe, and Orin captured it.", "Hale", id="a-name-like-a-past-form"),
    pytest.param("The Guard found Roe had left and captured it.", "The Guard", id="either"),
    pytest.param("Norland spoke as jets captured it.", "Norland", id="what-is-used"),
    pytest.param(
        "The Guard, once in Dorva, and with states near it, captured it.",
        "The Guard",
        id="states-is-a-noun",
    ),
]


def misattached(text: str, trigger: str, who: str, role: str) -> list[tuple[str, str | None]]:
    """Who of an event with one participant is refused as another's, and by which words."""
    participants = [{"mention": who, "role": role}]
    record = {"trigger": trigger, "participants": participants, "type": "other"}
    cited = {**record, "sentences": [1], "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [cited], schema=Event)
    return [(row.path, row.nearest) for row in judgement.rejected if row.code == "misattached"]


@pytest.mark.parametrize(("text", "trigger", "who", "doer"), OTHERS)
def test_nobody_does_what_others_do(text: str, trigger: str, who: str, doer: str) -> None:
    refused = misattached(text, trigger, who, "actor")
    assert refused == [("participants[0].mention", doer)]


@pytest.mark.parametrize(("text", "trigger", "who", "falls"), HELD)
def test_where_it_happens_does_not_do_it(text: str, trigger: str, who: str, *, falls: bool) -> None:
    assert bool(misattached(text, trigger, who, "actor")) is falls


@pytest.mark.parametrize(("text", "who"), OPEN_BEHIND)
def test_who_may_do_it_as_well_stands(text: str, who: str) -> None:
    assert misattached(text, "captured", who, "actor") == []


def test_what_both_sides_do_either_does() -> None:
    assert misattached("Norland fought Esteria.", "fought", "Esteria", "actor") == []
    assert misattached("Norland visited Esteria.", "visited", "Esteria", "actor") != []


@pytest.mark.parametrize(
    ("text", "place", "falls"),
    [
        pytest.param("Rebels captured the town of Dorva.", "Dorva", True, id="a-place"),
        pytest.param("Dorva captured it, as men fled Dorva.", "Dorva", False, id="twice"),
        pytest.param("Dorva captured it.", "Dorva", False, id="told-nowhere"),
        pytest.param("The Front captured it.", "The Front", False, id="before-its-verb"),
    ],
)
def test_no_place_of_a_record_does_it(text: str, place: str, *, falls: bool) -> None:
    participants = [{"mention": place, "role": "actor"}]
    record = {"trigger": "captured", "participants": participants, "places": [place]}
    cited = {**record, "sentences": [1], "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [cited], schema=Event)
    refused = [row.path for row in judgement.rejected if row.code == "misattached"]
    assert ("participants[0].mention" in refused) is falls


class Side(BaseModel):
    """One side."""

    name: str
    part: Literal["perpetrator", "victim", "witness"]


class Crime(BaseModel):
    """A crime."""

    act: str
    sides: Annotated[list[Side], Parts("act", who="name", role="part")]


@pytest.mark.parametrize(
    ("part", "stands"), [("perpetrator", False), ("victim", True), ("witness", True)]
)
def test_labels_are_known_by_their_usual_names(part: str, *, stands: bool) -> None:
    sides = [{"name": "Roe", "part": part}]
    record: dict[str, Any] = {"sentences": [1], "act": "robbed and beaten", "sides": sides}
    (judgement,) = check(Article(text="Roe was robbed and beaten."), [record], schema=Crime)
    assert (judgement.rejected == ()) is stands


def test_parts_need_a_list_of_models_with_both_fields() -> None:
    class Odd(BaseModel):
        """Odd."""

        act: str
        sides: Annotated[list[Side], Parts("act", who="name", role="role")]

    with pytest.raises(SchemaError, match=r"Odd\.sides: .* one of labels 'role'"):
        check(Article(text="Roe left."), [], schema=Odd)


@pytest.mark.parametrize(
    ("who", "stands"),
    [
        ("The oil pipeline", False),
        ("money allotted to Norland", False),
        ("symptoms", False),
        ("The hurricane", True),
        ("three bombs", True),
        ("forces loyal to Roe", True),
        ("those responsible", True),
        ("dozens of villagers", True),
        ("The Orin", True),
        ("Norland", True),
        ("them", True),
    ],
)
def test_a_thing_does_nothing(who: str, *, stands: bool) -> None:
    text = (
        "The Orin said the hurricane, three bombs, money allotted to Norland, symptoms, forces"
        " loyal to Roe, those responsible, dozens of villagers or them, or even the oil pipeline"
        " burned."
    )
    named = who if who in text else who[0].lower() + who[1:]
    record = {"trigger": "burned", "participants": [{"mention": named, "role": "actor"}]}
    cited = {**record, "sentences": [1], "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [cited], schema=Event)
    details = [row.detail for row in judgement.rejected if row.code == "unreadable"]
    assert details == ([] if stands else [f"{named!r} does nothing"])


@pytest.mark.parametrize(
    ("who", "stands"),
    [
        ("rifles", False),
        ("gasoline", False),
        ("death", False),
        ("farmers", True),
        ("huts", True),
    ],
)
def test_what_it_is_done_with_takes_no_part(who: str, *, stands: bool) -> None:
    text = (
        "Men armed with rifles burned huts, spraying gasoline on farmers, who were shot to death."
    )
    for role in ("actor", "recipient"):
        refused = misattached(text, "burned", who, role)
        assert stands or [path for path, _ in refused] == ["participants[0].mention"]
    assert not stands or misattached(text, "burned", who, "recipient") == []


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        pytest.param("Orin said Hale shelled his house.", True, id="says"),
        pytest.param("Orin said that Hale shelled his house.", True, id="says-that"),
        pytest.param("Orin said he shelled the house.", False, id="pronoun"),
        pytest.param("Orin told Hale and shelled the house.", False, id="goes-on"),
    ],
)
def test_who_says_that_another_did_it_did_not(text: str, *, falls: bool) -> None:
    assert bool(misattached(text, "shelled", "Orin", "actor")) is falls
    assert misattached(text, "shelled", "Orin", "recipient") == []
