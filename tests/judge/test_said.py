"""Who says what in one sentence, where marks, weapons or an address stand between."""

import pytest

from llmextract import Article, check
from llmextract.article.syntax.set_off import subject_apart
from llmextract.judge.speaker import speaker_of
from llmextract.judge.speech import speech_before
from llmextract.schemas import Claim

LABELS = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}


def refused(text: str, source: str | None, cue: str, *content: str) -> set[str]:
    said = {"source": source, "cue": cue, "content": list(content)}
    record = {"sentences": [1], "verification": "not_addressed", **said, **LABELS}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    return {v.path for v in judgement.rejected if v.path}


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        pytest.param("Roe, 43, said it fell.", "said", "Roe", id="age"),
        pytest.param(
            "The Front (FN), which met Hale, said it fell.", "said", "The Front", id="who"
        ),
        pytest.param(
            "It fell, its information officer, Ilan Roe, told Hale.",
            *("told", "its information officer, Ilan Roe"),
            id="name-of-an-office",
        ),
        pytest.param("Hale left, and the army says it fell.", "says", "the army", id="and"),
        pytest.param("Hale and the army says it fell.", "says", None, id="list"),
        pytest.param(
            "Roe, for his part, spoke of a raid and accused Hale.", "accused", "Roe", id="shared"
        ),
        pytest.param("Roe said Hale left and reported it.", "reported", None, id="left-open"),
        pytest.param("Roe closed the port and reported it.", "reported", "Roe", id="two-deeds"),
        pytest.param("Hale and two men report it fell.", "report", "Hale and two men", id="both"),
        pytest.param("The Watch, led by Roe, said it fell.", "said", "The Watch", id="participle"),
        pytest.param("Oria, along with Norland, said it fell.", "said", "Oria", id="along-with"),
        pytest.param("DORVA (NN) - The navy said it fell.", "said", "The navy", id="dateline"),
        pytest.param("The air force, which left, said it fell.", "said", "The air force", id="air"),
        pytest.param(
            "The Front denied losing Dorva, saying it held.", "saying", "The Front", id="ing"
        ),
        pytest.param("Dorva fell, Hale left it, saying it burned.", "saying", None, id="no-speech"),
        pytest.param(
            "An official contacted by Radio Nord nevertheless confirmed it, and reported a raid.",
            *("reported", "An official contacted by Radio Nord"),
            id="contacted",
        ),
        pytest.param(
            "The mill burned near Roe, the mayor, and said nothing.", "said", None, id="no-opening"
        ),
    ],
)
def test_who_says_so_is_read_across_what_is_set_off(text: str, cue: str, who: str | None) -> None:
    start = text.rindex(cue)
    found = speaker_of(text, (start, start + len(cue)))
    assert (text[slice(*found)] if found else None) == who


def test_a_cut_opens_no_clause() -> None:
    text = "Roe saw " + "old " * 80 + "men, who left, said"
    assert subject_apart(text, (len(text) - 4, len(text))) is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(
            "DORVA – Mills burned, the officer, Ilan Roe, told Hale.",
            *("DORVA", "told", "Mills burned"),
            id="dateline",
        ),
        pytest.param(
            "The Front denied losing the town, saying that it held.",
            *("the town", "saying", "it held"),
            id="object",
        ),
        pytest.param(
            "An official contacted by Radio Nord confirmed it, and reported a raid.",
            *("Radio Nord", "reported", "a raid"),
            id="who-contacted",
        ),
    ],
)
def test_who_does_not_say_so_is_refused(text: str, source: str, cue: str, content: str) -> None:
    assert refused(text, source, cue, content) == {"source"}


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(
            "DORVA – Mills burned, the officer, Ilan Roe, told Hale.",
            *("Ilan Roe", "told", "Mills burned"),
            id="name-set-off",
        ),
        pytest.param(
            "The Front denied losing the town, saying that it held.",
            *("The Front", "saying", "it held"),
            id="shared",
        ),
        pytest.param(
            "An official contacted by Radio Nord confirmed it, and reported a raid.",
            *("An official", "reported", "a raid"),
            id="official",
        ),
        pytest.param(
            "The Dorva Jets said that it fell.", "The Dorva Jets", "said", "it fell", id="team"
        ),
        pytest.param(
            "Roe spoke of fear under fire.", "Roe", "spoke", "fear under fire", id="spoke"
        ),
        pytest.param("Roe responded with a denial.", "Roe", "responded", "a denial", id="answer"),
        pytest.param("Roe told the truth.", "Roe", "told", "the truth", id="what-is-told"),
        pytest.param("Roe said no.", "Roe", "said", "no", id="no"),
    ],
)
def test_who_says_so_by_words_of_saying_stands(
    text: str, source: str, cue: str, content: str
) -> None:
    assert refused(text, source, cue, content) <= {"polarity"}


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(
            "Roe, who spoke on condition of anonymity as he was not to talk, left.",
            *("Roe", "spoke", "he was not to talk"),
            id="anonymity",
        ),
        pytest.param(
            "Roe told reporters that it fell.", "Roe", "reporters", "it fell", id="hearers"
        ),
    ],
)
def test_words_that_bring_nothing_said_are_no_cue(
    text: str, source: str, cue: str, content: str
) -> None:
    assert "cue" in refused(text, source, cue, content)


def test_content_of_an_article_alone_is_refused() -> None:
    assert "content[0]" in refused("Roe vowed to hold the mill.", "Roe", "vowed", "the")


@pytest.mark.parametrize(
    ("text", "cue", "who", "before"),
    [
        pytest.param("It fell, Roe told Hale.", "told", "Roe", "It fell", id="told"),
        pytest.param(
            "It fell, according to Roe, who left.", "according to", "Roe", "It fell", id="who"
        ),
        pytest.param(
            "DORVA, Norland (Radio Nord) — It fell, Roe said.",
            "said",
            "Roe",
            "It fell",
            id="dateline",
        ),
        pytest.param(
            "Dorva fell, the army said on Friday, while mills burned, according to Roe.",
            *("according to", "Roe", "mills burned"),
            id="another-says",
        ),
        pytest.param("It fell, Roe told Hale that it rose.", "told", "Roe", None, id="goes-on"),
        pytest.param("It fell, Roe said of the mill.", "said", "Roe", None, id="not-told"),
    ],
)
def test_all_before_who_closes_it_is_said(
    text: str, cue: str, who: str, before: str | None
) -> None:
    places = [(text.index(each), text.index(each) + len(each)) for each in (cue, who)]
    found = speech_before(text, *places)
    assert (text[slice(*found)] if found else None) == before
