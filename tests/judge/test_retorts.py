"""Who is named beside an event and does not tell of it: who hears it, answers, or is spoken of."""

import pytest

from llmextract import Article, check
from llmextract.judge.rules.saying.retorts import rival_figure
from llmextract.judge.verdict import Code
from llmextract.schemas import Event

SAID = "Roe denied that rebels had burned the mill and said the captain had ignored a storm."
IF = "Roe said rebels burned the mill and would leave if Norland asked for it."
ALTHOUGH = "Rebels burned the mill, a guard said, although the army said it saw nothing."
CITED = "In Dorva rebels burned a mill where, according to the Kelmar Post, they had quarrelled."
POST = (
    "No rebels burned it, the clerk, Ada Roe, told the house, contradicting a report in the Post."
)
THAN = "Guards counted 17 mills burned, five more than the army admitted, Roe said."
WHILE = "Norland stated that all was calm, while the villagers claim that rebels burned the mill."
PAPER = (
    "Clerks said no mill had been lost, but the Dorva Post, quoting a guard, reported that rebels"
    " had burned one."
)
BASELESS = "Guards said rebels burned the mill, a claim which the head, Ian Roe, called baseless."
REPORT = "Roe rejected a report by the Dorva Post that rebels had burned the mill."
COUNTED = "Rebels burned 30 mills, according to the guards; the army counted 18."


@pytest.mark.parametrize(
    ("text", "reporter", "falls"),
    [
        pytest.param("Roe told reporters that rebels burned the mill.", "reporters", True, id="to"),
        pytest.param(
            "The agency reported that rebels burned the mill, but Roe said it may have erred.",
            "Roe",
            True,
            id="of-the-clause-behind",
        ),
        pytest.param(
            "Ten men died, a guard said, although the council spoke of rebels who burned the mill.",
            "a guard",
            True,
            id="said-last-before",
        ),
        pytest.param(
            "The agency reported that rebels burned the mill, but Roe said it may have erred.",
            "The agency",
            False,
            id="of-the-clause-before",
        ),
        pytest.param(
            "Ten men died, a guard said, and rebels burned the mill.",
            "a guard",
            False,
            id="goes-on-himself",
        ),
        pytest.param("Roe told Radio Nord that rebels burned it.", "Radio Nord", False, id="radio"),
        pytest.param("Roe told reporters that rebels burned the mill.", "Roe", False, id="teller"),
        pytest.param(
            "Roe said in reply to a question from Hale that rebels burned the mill.",
            "Hale",
            True,
            id="asker",
        ),
        pytest.param(SAID, "the captain", True, id="spoken-of"),
        pytest.param(
            "Roe said Hale had reported that rebels burned the mill.", "Hale", False, id="told-on"
        ),
        pytest.param(
            "Roe said Hale was quoted as saying rebels burned it.", "Hale", False, id="quoted"
        ),
        pytest.param("Roe, urged by Norland, said it burned.", "Roe", False, id="urged-by"),
        pytest.param(
            "The mayor told the police and said it had burned.", "The mayor", False, id="who-thanks"
        ),
        pytest.param(
            "Roe blamed the Front for a raid that burned it.", "the Front", True, id="blamed"
        ),
        pytest.param("The Front, blamed for it, said it burned.", "The Front", False, id="says-so"),
        pytest.param("According to Roe, the army burned the mill.", "the army", True, id="doer"),
        pytest.param("According to the army, it burned.", "the army", False, id="cited-first"),
        pytest.param(
            "The army was accused by Roe of having burned it.", "The army", True, id="accused"
        ),
        pytest.param("The army was accused of it but said it burned.", "The army", False, id="but"),
        pytest.param(
            "Guards hold Hale, who they say burned the mill.", "Hale", True, id="who-they-say"
        ),
        pytest.param("Guards hold Hale, who says it burned.", "Hale", False, id="who-says"),
        pytest.param(
            "Rebels burned the mill, as Hale had reported.", "Hale", False, id="as-he-reported"
        ),
        pytest.param(
            "Roe promised the families that those who burned it would be tried.",
            "the families",
            True,
            id="promised-to",
        ),
        pytest.param(
            "Roe, speaking to journalists, said it burned.", "journalists", True, id="speaking-to"
        ),
        pytest.param(
            "The ministry declined to comment on reports that rebels had burned it.",
            "The ministry",
            True,
            id="silent",
        ),
        pytest.param(
            "The ministry did not name them but said rebels had burned it.",
            "The ministry",
            False,
            id="names-nobody",
        ),
        pytest.param(
            "The army denied that its men had burned it, as Roe alleged.",
            "The army",
            True,
            id="denies-that",
        ),
        pytest.param(
            "The army dismissed as propaganda rebel claims that it had burned.",
            "The army",
            True,
            id="dismisses-claims",
        ),
        pytest.param(IF, "Norland", True, id="in-a-condition"),
        pytest.param(IF, "Roe", False, id="beside-a-condition"),
        pytest.param(ALTHOUGH, "the army", True, id="clause-of-another"),
        pytest.param(ALTHOUGH, "a guard", False, id="own-clause"),
        pytest.param(
            "Rebels burned the mill, a guard said, and the army said the same.",
            "the army",
            False,
            id="agrees",
        ),
        pytest.param(
            "Rebels burned the mill, a guard said, and the army confirmed it.",
            "the army",
            False,
            id="confirms",
        ),
        pytest.param(
            "Rebels burned the mill, but the army said they had left.", "the army", False, id="only"
        ),
        pytest.param(CITED, "the Kelmar Post", True, id="cited-for-a-clause"),
        pytest.param(
            "Rebels burned a mill, according to the Kelmar Post.",
            "the Kelmar Post",
            False,
            id="cited",
        ),
        pytest.param(POST, "the Post", True, id="contradicted-report"),
        pytest.param(THAN, "the army", True, id="measure"),
        pytest.param(THAN, "Roe", False, id="beside-a-measure"),
        pytest.param(WHILE, "Norland", True, id="clause-before"),
        pytest.param(WHILE, "the villagers", False, id="clause-behind"),
        pytest.param(
            "Roe said all was calm, but added that rebels had burned the mill.",
            "Roe",
            False,
            id="adds",
        ),
        pytest.param(
            "Roe said all was calm, but he claimed that rebels had burned the mill.",
            "Roe",
            False,
            id="pronoun",
        ),
        pytest.param(PAPER, "Clerks", True, id="the-paper-tells"),
        pytest.param(PAPER, "the Dorva Post", False, id="the-paper"),
        pytest.param(BASELESS, "Ian Roe", True, id="calls-it-baseless"),
        pytest.param(BASELESS, "Guards", False, id="whose-claim"),
        pytest.param(REPORT, "Roe", True, id="rejects-a-report"),
        pytest.param(
            "Roe denied the report and said rebels burned the mill.", "Roe", False, id="and-said"
        ),
        pytest.param(
            "Roe denied that men fled, and alleged, without proof, that rebels burned the mill.",
            "Roe",
            False,
            id="and-alleged",
        ),
    ],
)
def test_who_is_only_named_tells_of_nothing(text: str, reporter: str, *, falls: bool) -> None:
    assert rejects(text, reporter) is (Code.MISATTACHED if falls else None)


@pytest.mark.parametrize(
    ("text", "count", "falls"),
    [
        (COUNTED, "18", True),
        (COUNTED, "30", False),
        ("Roe says mills burned, while Hale speaks of 400 and the Front of 57.", "57", True),
        ("Roe says mills burned, refuting a report of the Post about 9 lost.", "9", True),
        ("Roe says mills burned, and 18 were lost.", "18", False),
        ("Roe says mills burned, but he counted 18.", "18", False),
        ("Roe says mills burned and the guards lost 18.", "18", False),
    ],
)
def test_a_figure_of_another_teller_is_none_of_this_one(
    text: str, count: str, *, falls: bool
) -> None:
    teller = place(text, "the guards" if "the guards;" in text else "Roe")
    shown = rival_figure(text, teller, place(text, "burned"), place(text, count))
    assert (shown is not None) == falls


def test_who_rejects_it_tells_that_it_did_not_happen() -> None:
    assert rejects(REPORT, "Roe", factuality="negated") is None


def test_who_rejects_a_report_of_another_sentence_does_not_tell_of_it() -> None:
    text = "The guards inform that rebels burned the mill. The Front refuted this information."
    assert rejects(text, "The Front", sentences=[1, 2]) is Code.MISATTACHED


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_rival_figure_falls_where_another_is_the_reporter() -> None:
    text = "Guards said rebels burned mills, but the army counted 18 lost."
    figures = [{"count": "18", "of": None, "kind": "other", "period": None}]
    assert rejects(text, "Guards", figures=figures) is None
    record = record_of("Guards", figures=figures, trigger="burned")
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert [row.path for row in judgement.rejected] == ["figures[0].count"]


def rejects(text: str, reporter: str, **more: object) -> Code | None:
    (judgement,) = check(Article(text=text), [record_of(reporter, **more)], schema=Event)
    return {row.path: row.code for row in judgement.rejected}.get("reported_by")


def record_of(reporter: str, **more: object) -> dict[str, object]:
    return {
        "sentences": [1],
        "type": "other",
        "trigger": "burned",
        "factuality": "occurred",
        "reported_by": reporter,
        **more,
    }


OWN_LOSSES = "Rebels said they killed 40 men in the raid, but the army put its losses at three."
ONLY_TWO = "Roe denied reports that 60 men had died in the fire and said only two were hurt."
HAD_DIED = "Roe denied reports that rebels had burned the mill and said only two were hurt."


@pytest.mark.parametrize(
    ("text", "trigger", "reporter", "count", "kind", "fallen"),
    [
        (OWN_LOSSES, "raid", "the army", "three", "killed", ""),
        (OWN_LOSSES, "raid", "the army", "40", "killed", "figures[0].count"),
        (OWN_LOSSES, "raid", "Rebels", "40", "killed", ""),
        (ONLY_TWO, "fire", "Roe", "two", "injured", ""),
        (HAD_DIED, "burned", "Roe", "two", "injured", "reported_by"),
    ],
)
def test_who_tells_of_a_deed_otherwise_gives_a_figure_of_it(
    text: str, trigger: str, reporter: str, count: str, kind: str, fallen: str
) -> None:
    record = {
        "sentences": [1],
        "trigger": trigger,
        "figures": [{"count": count, "kind": kind}],
        "reported_by": reporter,
        "type": "other",
        "factuality": "occurred",
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    found = {v.path for v in judgement.rejected} & {"reported_by", "figures[0].count"}
    assert " ".join(sorted(found)) == fallen
