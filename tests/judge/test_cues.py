"""What is said belongs to the verb of saying right beside it."""

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Claim

LABELS = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}
WARNED = "The ministry said the bridge fell, and Roe warned that rebels were near."
CALLED = "Roe praised the deal and called for new talks."
WROTE = "In a letter, Roe wrote that Hale had told police that the bridge fell."
DENIED = "The ministry said the bridge fell, a claim that Roe later denied."
RENTED = "The owner, who rented out rooms, identified Hale as the man who had stolen a truck."
BELIEVES = "The group, which believes that war is near, said it would leave."
NATION = "“We need a nation that says no to war,” Hale said."
ANNOUNCED = "Roe announced a truce, his lawyer said."
ADDED = "“The army struck Dorva,” Smith said, and Jones added that the rebels fled Kelmar."
WE = "“We know that the bridge is lost,” Hale said."
CITING = "The bridge fell, Radio Nord reported, citing a minister."
QUOTED = "Radio Nord quoted a minister as saying that the bridge fell."
INSISTED = "The bridge fell, police said, although Roe insisted it stood."


def code_of_cue(text: str, source: str, cue: str, content: str) -> Code | None:
    said = {"source": source, "cue": cue, "content": [content]}
    record = {"sentences": [1], "verification": "not_addressed", **said, **LABELS}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    return next(v.code for v in judgement.verdicts if v.path == "cue")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(WARNED, "Roe", "warned", "the bridge fell", id="of-another-before"),
        pytest.param(WARNED, "The ministry", "said", "rebels were near", id="of-another-behind"),
        pytest.param(CALLED, "Roe", "praised", "new talks", id="same-source"),
        pytest.param(WROTE, "Roe", "wrote", "the bridge fell", id="nested-and-cut"),
        pytest.param(BELIEVES, "The group", "said", "war is near", id="relative"),
        pytest.param(NATION, "a nation", "says", NATION[1:38], id="inside"),
        pytest.param(NATION, "Hale", "need", NATION[1:38], id="no-cue"),
        pytest.param(RENTED, "The owner", "rented", "Hale", id="deed-of-another-clause"),
        pytest.param(RENTED, "the man", "rented", "a truck", id="object-of-a-deed"),
        pytest.param(ANNOUNCED, "his lawyer", "said", "a truce", id="outer"),
        pytest.param(INSISTED, "Roe", "insisted", "The bridge fell", id="closed-by-another"),
        pytest.param(ADDED, "Jones", "added", "The army struck Dorva", id="of-a-quotation"),
        pytest.param(INSISTED, "police", "said", "it stood", id="opened-by-another"),
    ],
)
def test_a_cue_does_not_bring_what_another_verb_of_saying_brings(
    text: str, source: str, cue: str, content: str
) -> None:
    assert code_of_cue(text, source, cue, content) is Code.MISATTACHED


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(WARNED, "Roe", "warned", "rebels were near", id="its-own"),
        pytest.param(WE, "Hale", "said", "the bridge is lost", id="of-the-speaker"),
        pytest.param(WROTE, "Roe", "wrote", "Hale had told police that", id="holds-another"),
        pytest.param(WROTE, "Hale", "had told", "the bridge fell", id="nested"),
        pytest.param(DENIED, "Roe", "later denied", "the bridge fell", id="taken-up"),
        pytest.param(RENTED, "The owner", "identified", "Hale as the man", id="deed"),
        pytest.param(
            "Norland became a home that we care about.", "we", "care about", "a home", id="object"
        ),
        pytest.param("Roe said armed men attacked.", "Roe", "said", "men attacked", id="armed"),
        pytest.param(ANNOUNCED, "Roe", "announced", "a truce", id="inner"),
        pytest.param(INSISTED, "police", "said", "The bridge fell", id="closed-by-its-own"),
        pytest.param(
            "In a report released on Monday Roe said the bridge fell.",
            *("Roe", "said", "the bridge fell"),
            id="participle",
        ),
        pytest.param(
            "Roe said the alleged attack was real.",
            *("Roe", "said", "attack was real"),
            id="adjective",
        ),
        pytest.param(
            "Roe agreed, saying “the bridge fell.”",
            *("Roe", "agreed", "the bridge fell"),
            id="goes-on",
        ),
        pytest.param(
            "They added two bridges to the list, Roe said.",
            *("Roe", "said", "two bridges to the list"),
            id="other-object",
        ),
        pytest.param(CITING, "a minister", "citing", "The bridge fell", id="handed-on"),
        pytest.param(QUOTED, "a minister", "quoted", "that the bridge fell", id="quoted"),
    ],
)
def test_a_cue_brings_what_no_other_verb_of_saying_brings(
    text: str, source: str, cue: str, content: str
) -> None:
    assert code_of_cue(text, source, cue, content) is None


@pytest.mark.parametrize(
    ("cue", "label", "code"),
    [
        ("reportedly", "certain", Code.CONTRADICTED),
        ("reportedly", "underspecified", None),
        ("reportedly said", "certain", None),
    ],
)
def test_hearsay_is_not_certain(cue: str, label: str, code: Code | None) -> None:
    text = "The army reportedly said it would leave."
    hedge = {} if label == "certain" else {"certainty_cue": "reportedly"}
    said = {"cue": cue, "content": ["it would leave"], "certainty": label, **hedge}
    record = {**LABELS, "sentences": [1], "verification": "not_addressed", **said}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    assert next(v.code for v in judgement.verdicts if v.path == "certainty") is code


LONG = "forces who seek a new round of war in all of Kelmar"


@pytest.mark.parametrize(
    ("text", "cue", "content", "falls"),
    [
        pytest.param(
            "Troops, supported by Norland, took it.", "supported", "Norland", True, id="help"
        ),
        pytest.param(
            "Troops, supported by Norland, took it.", "supported by", "Norland", True, id="help-by"
        ),
        pytest.param(
            "Troops, backed by jets, took it.", "backed by jets", "took it", True, id="help-of"
        ),
        pytest.param(
            "Hale reportedly took the town.", "reportedly took the town", "town", True, id="holds"
        ),
        pytest.param(
            "The view was supported by most, Hale said.",
            "supported",
            "The view",
            False,
            id="agreed",
        ),
        pytest.param("Hale supported the deal.", "supported", "the deal", False, id="support"),
        pytest.param(f"It spoke of {LONG}, Hale said.", LONG, "It spoke", True, id="too-long"),
        pytest.param(
            "Troops, by Norland aid, took it.", "by Norland aid", "took it", True, id="by"
        ),
        pytest.param(
            "He debates Monday at the school.", "debates", "Monday at the school", True, id="when"
        ),
        pytest.param(
            "He called Friday's vote a win.", "called", "Friday's vote a win", False, id="day's"
        ),
        pytest.param("He was told by police.", "told", "by police", True, id="by-whom"),
        pytest.param("It fell, according to a poll.", "according to", "poll", True, id="cited"),
        pytest.param("It fell, according to a poll.", "according to", "It fell", False, id="by-it"),
        pytest.param("He told Roe that it fell.", "told", "it fell", False, id="told-what"),
        pytest.param("He told Roe a joke that day.", "told", "a joke", False, id="told-an-object"),
        pytest.param("He said Roe knew that it fell.", "said", "Roe knew that it fell", False),
        pytest.param("He said at least 20 died.", "said", "at least 20 died", False, id="at-least"),
        pytest.param(
            "He said near Sarn nobody was.", "said", "near Sarn nobody was", False, id="clause"
        ),
        pytest.param("It fell after claims.", "claims", "It fell", True, id="object"),
        pytest.param("He spoke after the war.", "spoke", "after the war", True, id="after"),
        pytest.param("He warned of a famine.", "warned", "of a famine", False, id="of"),
        pytest.param("He believes in a free press.", "believes", "in a free press", False, id="in"),
        pytest.param("His claims were false.", "claims", "were false", True, id="predicate"),
        pytest.param("His claims were false.", "His claims", "were false", False, id="two-words"),
        pytest.param("It fell, a man said.", "said", "a man said", True, id="who-says-so"),
        pytest.param("It fell, a man said.", "said", "It fell, a man said", True, id="in-it"),
        pytest.param("Hale was backed by most.", "backed", "most", True, id="agent"),
        pytest.param("It fell, they went on to say.", "to say", "It fell", False, id="set-off"),
        pytest.param("Roe won the debate in May.", "the debate", "in May", True, id="debate"),
        pytest.param("The debate over taxes fell.", "debate", "taxes", False, id="debate-over"),
        pytest.param("It would pose a threat to men.", "pose a threat", "men", True, id="danger"),
        pytest.param("They should vote for him.", "They should", "for him", True, id="clause-cue"),
        pytest.param("Mailers and phone calls hit him.", "and phone calls", "him", True, id="and"),
        pytest.param("It fell after claims that he left.", "claims", "he left", False, id="noun"),
        pytest.param("It fell, Hale claims.", "claims", "It fell", False, id="verb-behind"),
        pytest.param("Hale has backing from Oria.", "backing", "from Oria", False, id="backing"),
        pytest.param(
            "Rebels getting foreign backing, including jets, left.",
            "getting foreign backing",
            "jets",
            True,
            id="gets-help",
        ),
        pytest.param("Oria has sought to free men.", "has sought", "to free men", True, id="tries"),
        pytest.param(
            "Oria has sought to deny it.", "has sought", "to deny it", False, id="tries-to-say"
        ),
        pytest.param("Oria sought a truce.", "sought", "a truce", False, id="asks-for"),
        pytest.param(
            "Envoys met to discuss ways out.", "met to discuss", "ways out", True, id="meets"
        ),
        pytest.param(
            "Envoys went on to discuss it.", "went on to discuss", "it", False, id="discusses"
        ),
        pytest.param(
            "Guards reportedly have left it.", "reportedly", "have left it", False, id="adverb"
        ),
        pytest.param(
            "Hale was reported to be fleeing to Dorva.",
            "reported to be fleeing",
            "to Dorva",
            True,
            id="holds-what-is-reported",
        ),
        pytest.param(
            "Hale was reported to be fleeing to Dorva.",
            "reported",
            "to be fleeing to Dorva",
            False,
            id="reported",
        ),
        pytest.param(
            "Men fled towards the town of Dorva, Roe confirmed.",
            "confirmed",
            "towards the town of Dorva",
            True,
            id="whither",
        ),
        pytest.param(
            "Men fled towards the town of Dorva, Roe confirmed.",
            "confirmed",
            "fled towards the town of Dorva",
            False,
            id="flight",
        ),
    ],
)
def test_help_and_whole_clauses_are_no_words_of_saying(
    text: str, cue: str, content: str, *, falls: bool
) -> None:
    said = {"source": None, "cue": cue, "content": [content], "verification": "not_addressed"}
    (judgement,) = check(Article(text=text), [{"sentences": [1], **said, **LABELS}], schema=Claim)
    code = next(v.code for v in judgement.verdicts if v.path == "cue")
    assert code is (Code.MISATTACHED if falls else None)
