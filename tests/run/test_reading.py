"""What code reads of a sentence beyond what a model points at, judged like the rest."""

import json
from typing import Any

import pytest

from llmextract import Article, Extraction, Extractor
from llmextract.ask.request import Request
from llmextract.schemas import Actor, Claim
from llmextract.testing import ScriptedModel


def extract(text: str, **record: Any) -> Extraction[Claim]:
    """What comes of a claim that a model points at in the one sentence it is shown."""
    told = {"cue": "said", "speech_act": "report", **record}
    model = ScriptedModel(lambda _: json.dumps([told]))
    return Extractor(Claim, model=model, grammar=True, window=1).extract(Article(text=text))


def read(text: str, **record: Any) -> Claim:
    """The one claim that stands."""
    (accepted,) = extract(text, **record).records
    return accepted.value


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        pytest.param(
            "Norland army spokesman Ilan Roe said it fell.",
            *("Ilan Roe", "Norland army spokesman Ilan Roe"),
            id="office",
        ),
        pytest.param(
            "Ilan Roe, the mayor of Dorva, said it fell.",
            *("Ilan Roe", "Ilan Roe, the mayor of Dorva"),
            id="apposition",
        ),
        pytest.param(
            "It fell, said Ilan Roe, head of the port.",
            *("Ilan Roe", "Ilan Roe, head of the port"),
            id="behind",
        ),
        pytest.param(
            "“It fell,” Rep. Ilan Roe (D-N.C.) said.",
            *("Ilan Roe", "Rep. Ilan Roe (D-N.C.)"),
            id="tag",
        ),
        pytest.param("He met the mayor, Roe said, as it fell.", "Roe", "Roe", id="plain"),
        pytest.param(
            "Roe, who had met the mayor of Dorva, said it fell.", "Roe", "Roe", id="clause"
        ),
        pytest.param("Told of the mayor Roe said it fell.", "Roe", "the mayor Roe", id="article"),
    ],
)
def test_all_of_a_name_is_read(text: str, source: str, whole: str) -> None:
    assert (
        read(text, source=source, content=["it fell" if "it fell" in text else "It fell"]).source
        == whole
    )


@pytest.mark.parametrize(
    ("text", "source", "content", "whose"),
    [
        pytest.param(
            "The mayor also said it fell near the port.",
            *("the port", "it fell near the port", "The mayor"),
            id="subject",
        ),
        pytest.param("“It fell,” she later said.", *(None, "It fell", "she"), id="pronoun"),
        pytest.param(
            "“It fell,” said the old man.", *(None, "It fell", "the old man"), id="behind"
        ),
        pytest.param(
            "It fell, Roe said, and burned.", *("Roe said", "It fell", "Roe"), id="cue-in-it"
        ),
        pytest.param("It is said it fell.", *(None, "it fell", None), id="nobody"),
        pytest.param(
            "Rebels and the army said it fell.",
            *(None, "it fell", "Rebels and the army"),
            id="both-of-two",
        ),
        pytest.param(
            "A spokesman for the army said it fell.",
            *(None, "it fell", "A spokesman for the army"),
            id="not-the-last-name",
        ),
    ],
)
def test_who_says_so_is_read_where_nobody_who_stands_was_named(
    text: str, source: str | None, content: str, whose: str | None
) -> None:
    assert read(text, source=source, content=[content]).source == whose


def test_who_speaks_according_to_others_is_read() -> None:
    claim = read(
        "It fell, according to the army on Friday.", cue="according to", content=["It fell"]
    )
    assert claim.source == "the army"


def test_who_is_cited_is_no_speech() -> None:
    text = "Roe and Hale are tied, according to a new poll."
    claim = read(text, source=None, cue="according to", content=["new poll"])
    assert (claim.source, claim.content) == ("a new poll", ["Roe and Hale are tied"])


@pytest.mark.parametrize("content", [["a crowd", "in Dorva that it"], ["a crowd in Dorva"]])
def test_whom_it_is_told_to_is_no_speech(content: list[str]) -> None:
    text = "Roe told a crowd in Dorva that it had “fallen” by May."
    claim = read(text, source="Roe", cue="told", content=content)
    assert claim.content == ["it had “fallen” by May"]


@pytest.mark.parametrize(
    ("text", "content", "bare"),
    [
        pytest.param(
            "Roe told the Post on Friday that the bridge fell.",
            "Roe told the Post on Friday that the bridge fell",
            ["that the bridge fell"],
            id="in-front",
        ),
        pytest.param(
            "The bridge fell on Friday, Roe told the Post.",
            "The bridge fell on Friday, Roe told the Post",
            ["The bridge fell on Friday"],
            id="behind",
        ),
        pytest.param(
            "The bridge, Roe told them, fell on Friday.",
            "The bridge, Roe told them, fell on Friday",
            None,
            id="a-name-alone-is-no-speech",
        ),
        pytest.param(
            "Roe told so many lies that the bridge fell.",
            "Roe told so many lies that the bridge fell",
            None,
            id="so-that",
        ),
    ],
)
def test_speech_is_read_without_the_words_that_bring_it(
    text: str, content: str, bare: list[str] | None
) -> None:
    records = extract(text, source="Roe", cue="told", content=[content]).records
    assert [record.value.content for record in records] == ([] if bare is None else [bare])


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        pytest.param(
            "Roe said that the army, on Friday, failed to take it.",
            "on Friday, failed to take it",
            "the army, on Friday, failed to take it",
            id="its-beginning",
        ),
        pytest.param(
            "Roe said on Friday that without talks it could worsen for all.",
            "without talks",
            "without talks it could worsen for all",
            id="its-verb",
        ),
        pytest.param(
            "Roe said that the heads of A and B—old friends—are in contact.",
            "that the heads of A and B",
            "that the heads of A and B—old friends—are in contact",
            id="with-that",
        ),
        pytest.param(
            "Roe said that the bridge was closed on Friday.",
            "the bridge was closed",
            "the bridge was closed",
            id="both-given",
        ),
        pytest.param(
            "Roe said that the bridge, the mayor added, was closed.",
            "the bridge",
            "the bridge",
            id="other-words-of-saying",
        ),
        pytest.param(
            "Roe said that the bridge is “closed” on Friday.",
            "closed",
            "closed",
            id="marks",
        ),
        pytest.param(
            "Roe said the bridge by the port is closed.",
            "the bridge by the port",
            "the bridge by the port",
            id="no-that",
        ),
    ],
)
def test_the_clause_behind_that_is_read(text: str, content: str, whole: str) -> None:
    assert read(text, source="Roe", content=[content]).content == [whole]


@pytest.mark.parametrize(
    ("text", "cue", "content", "told"),
    [
        pytest.param(
            "The army reportedly burned the mill.",
            *("reportedly burned", "the mill", ("reportedly", "burned the mill")),
            id="adverb",
        ),
        pytest.param(
            "Men were reported to be fleeing to Dorva.",
            *("reported to be fleeing", "to Dorva", ("reported", "to be fleeing to Dorva")),
            id="passive",
        ),
        pytest.param(
            "The army reportedly said the mill burned.",
            *("reportedly said", "the mill burned", ("reportedly said", "the mill burned")),
            id="saying",
        ),
    ],
)
def test_hearsay_is_read_without_the_verb_that_it_brings(
    text: str, cue: str, content: str, told: tuple[str, str]
) -> None:
    hedge = {"certainty": "underspecified", "certainty_cue": cue.split()[0], "source": None}
    claim = read(text, **hedge, cue=cue, content=[content])
    assert (claim.cue, *claim.content) == told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            "The front, through its office in Dorva, said it fell.", "The front", id="via"
        ),
        pytest.param("Norland News, on Monday, said it fell.", "Norland News", id="on"),
        pytest.param("In Dorva, on the coast, said it fell.", None, id="nobody"),
    ],
)
def test_who_opens_a_sentence_says_so_behind_an_aside(text: str, source: str | None) -> None:
    assert read(text, source=None, content=["it fell"]).source == source


def test_a_cue_is_read_without_who_says_so() -> None:
    claim = read(
        "The town fell, another man said.",
        source="town",
        cue="another man said",
        content=["The town fell"],
    )
    assert (claim.source, claim.cue) == ("another man", "said")


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        pytest.param(
            "“If it fell, we are lost,” Roe said, “and so are you.”",
            *("we are lost", ["If it fell, we are lost", "and so are you."]),
            id="quotation",
        ),
        pytest.param(
            "The bridge fell while men slept on it, Roe said.",
            *("The bridge fell", ["The bridge fell while men slept on it"]),
            id="closed-by-who-says-so",
        ),
        pytest.param(
            "Men fled towards the port of Dorva, as Roe said.",
            *("towards the port of Dorva", ["Men fled towards the port of Dorva"]),
            id="as-told",
        ),
        pytest.param(
            "The bridge fell, Roe said, but the road was open.",
            *("The bridge fell", ["The bridge fell"]),
            id="not-closed",
        ),
    ],
)
def test_all_that_is_said_in_a_sentence_is_read(text: str, content: str, whole: list[str]) -> None:
    assert read(text, source="Roe", content=[content]).content == whole


def test_a_polarity_that_goes_without_saying_is_read() -> None:
    extraction = extract(
        "“We do not see it,” Roe said.", source="Roe", content=["We do not see it"]
    )
    assert [record.value.polarity for record in extraction.records] == ["negative"]
    (row,) = extraction.rejections
    assert (row.path, row.value) == ("polarity", "positive")
    assert row.detail is not None
    assert row.detail.endswith("read by code: 'negative'")


def test_a_hedge_makes_the_label_that_it_defines() -> None:
    claim = read("The army said it could leave.", source="The army", content=["it could leave"])
    assert (claim.certainty, claim.certainty_cue) == ("possible", "could")
    claim = read("The army thinks it fell.", source="The army", cue="thinks", content=["it fell"])
    assert (claim.certainty, claim.certainty_cue) == ("probable", "thinks")


def test_a_cue_of_too_many_words_is_cut_to_the_one_that_carries_the_label() -> None:
    words = "it may have lost the bridge and the road to the port"
    claim = read(
        f"Roe said {words}.",
        source="Roe",
        content=[words],
        certainty="possible",
        certainty_cue=words,
    )
    assert (claim.certainty, claim.certainty_cue) == ("possible", "may")


@pytest.mark.parametrize(
    ("text", "content", "label"),
    [
        pytest.param(
            "It is stated that rebels hold it, and Roe spoke of a possible raid.",
            *("rebels hold it", "certain"),
            id="beside",
        ),
        pytest.param(
            "It is stated that rebels fear a possible raid.",
            *("rebels fear a possible raid", "possible"),
            id="within",
        ),
    ],
)
def test_what_leaves_another_noun_open_is_no_hedge(text: str, content: str, label: str) -> None:
    doubt = {"certainty": "possible", "certainty_cue": "a possible raid"}
    claim = read(text, cue="stated", content=[content], **doubt)
    assert claim.certainty == label


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        pytest.param("Roe said the bridge fell near the port.", True, id="settled"),
        pytest.param("Roe said the bridge fell, though it may hold.", False, id="open"),
    ],
)
def test_a_doubt_without_words_is_plain_only_where_nothing_is_open(
    text: str, *, stands: bool
) -> None:
    doubt = {"certainty": "possible", "certainty_cue": "the bridge"}
    records = extract(text, source="Roe", content=["the bridge fell"], **doubt).records
    assert [record.value.certainty for record in records] == (["certain"] if stands else [])


def test_what_several_sentences_could_tell_is_not_read_of_one() -> None:
    record = {
        "sentences": [1],
        "source": "Ilan Roe",
        "cue": "said",
        "content": ["it fell"],
        "speech_act": "report",
    }
    model = ScriptedModel(lambda _: json.dumps([record]))
    extractor = Extractor(Claim, model=model, grammar=True, window=2)
    text = "Norland spokesman Ilan Roe said it fell. It rained."
    assert [r.value.source for r in extractor.extract(Article(text=text)).records] == ["Ilan Roe"]


def actors(text: str, **names: str) -> list[tuple[str, list[str]]]:
    """The names of actors that a model points at by the words of their sentence."""
    labels = {"kind": "organization", "type": "other"}

    def answer(request: Request) -> str:
        shown = request.messages[-1].content
        return json.dumps(
            [{"name": name, **labels} for word, name in names.items() if word in shown]
        )

    extractor = Extractor(Actor, model=ScriptedModel(answer), grammar=True, window=1)
    extraction = extractor.extract(Article(text=text))
    for record in extraction.records:
        for spans in record.spans.values():
            assert all(text[span.start : span.end] == span.exact for span in spans)
        assert record.value.name in {span.exact for span in record.spans["name"]}
    return [(record.value.name, record.value.aliases) for record in extraction.records]


FRONT = "Dorva Liberation Front"
NO_OTHERS: list[str] = []


@pytest.mark.parametrize(
    ("text", "names", "read"),
    [
        pytest.param(
            f"The {FRONT} (DLF) left. The DLF burned it.",
            {"left": "DLF", "burned": "DLF"},
            [(FRONT, ["DLF"])],
            id="abbreviation",
        ),
        pytest.param(
            f"The {FRONT} (DLF) left. The DLF burned it.",
            {"left": FRONT, "burned": "DLF"},
            [(FRONT, ["DLF"])],
            id="name-and-abbreviation",
        ),
        pytest.param(
            f"The DLF burned it. The {FRONT} (DLF) left.",
            {"left": FRONT, "burned": "DLF"},
            [(FRONT, ["DLF"])],
            id="abbreviation-first",
        ),
        pytest.param(
            f"The {FRONT} (DLF) left. The DLF burned it.",
            {"burned": "DLF"},
            [("DLF", [FRONT])],
            id="the-name-in-another-sentence",
        ),
        pytest.param(
            f"The {FRONT} left. The DLF burned it.",
            {"left": FRONT, "burned": "DLF"},
            [(FRONT, NO_OTHERS), ("DLF", NO_OTHERS)],
            id="not-defined",
        ),
    ],
)
def test_a_name_and_its_abbreviation_are_one(
    text: str, names: dict[str, str], read: list[tuple[str, list[str]]]
) -> None:
    assert actors(text, **names) == read


@pytest.mark.parametrize(
    ("text", "told", "read_as"),
    [
        pytest.param(
            "Norland: rebel forces announce a truce.",
            {"source": "Norland", "cue": "rebel forces announce", "content": ["a truce"]},
            ("rebel forces", "announce", ["a truce"]),
            id="cue-with-its-subject",
        ),
        pytest.param(
            "It says so, but the analyst Ilan Roe insists that it fell.",
            {"source": None, "cue": "says", "content": ["it fell"]},
            ("the analyst Ilan Roe", "insists", ["it fell"]),
            id="other-verb",
        ),
        pytest.param(
            "Dorva mills burned on Friday, the Red Cross announced.",
            {"source": "the Red Cross", "cue": "announced", "content": ["the Red Cross announced"]},
            ("the Red Cross", "announced", ["Dorva mills burned on Friday"]),
            id="only-who-says-so",
        ),
        pytest.param(
            "Dorva mills burned, Ilan Roe told Radio Nord.",
            {"source": "Ilan Roe", "cue": "told", "content": ["Radio Nord"]},
            ("Ilan Roe", "told", ["Dorva mills burned"]),
            id="only-to-whom",
        ),
        pytest.param(
            "The Norland army (NA) announced on Friday that it had left Dorva.",
            {
                "source": "NA",
                "cue": "announced",
                "content": ["army (NA) announced on Friday that it had left Dorva"],
            },
            ("NA", "announced", ["it had left Dorva"]),
            id="over-its-cue",
        ),
        pytest.param(
            "The Front, which has men in Dorva, reported the rising fire.",
            {"source": "The Front", "cue": "reported", "content": ["the rising fire"]},
            ("The Front", "reported", ["the rising fire"]),
            id="right-as-it-is",
        ),
    ],
)
def test_what_was_taken_for_another_field_is_read_anew(
    text: str, told: dict[str, Any], read_as: tuple[str, str, list[str]]
) -> None:
    claim = read(text, **told)
    assert (claim.source, claim.cue, claim.content) == read_as
