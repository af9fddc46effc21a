"""Words that leave open what they bring, and words on its proof that deny it."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel

import llmextract as lx
from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


@pytest.mark.parametrize(
    ("text", "cue", "given", "falls"),
    [
        pytest.param("Roe suspects Dorva fell.", "suspects", {}, True, id="suspects"),
        pytest.param("Roe does not suspect Dorva fell.", "does not suspect", {}, False, id="not"),
        pytest.param("Roe believes Dorva fell.", "believes", {}, True, id="believes"),
        pytest.param("Roe thinks Dorva fell.", "thinks", {}, True, id="thinks"),
        pytest.param("Roe fears Dorva fell.", "fears", {}, True, id="fears"),
        pytest.param("Roe hopes Dorva fell.", "hopes", {}, False, id="hopes"),
        pytest.param("Roe does not think Dorva fell.", "does not think", {}, False, id="not-think"),
        pytest.param(
            "Roe expects Dorva fell.",
            "expects",
            {"certainty_cue": "expects"},
            True,
            id="cited-as-a-hedge",
        ),
    ],
)
def test_who_is_not_sure_is_not_certain(
    text: str, cue: str, given: dict[str, Any], *, falls: bool
) -> None:
    found = codes(text, cue, "Dorva fell", source="Roe", **given)
    assert found.get("certainty") is (Code.CONTRADICTED if falls else None)


def test_what_is_expected_by_nobody_is_not_certain() -> None:
    text = "The bridge is expected to open in May."
    assert "certainty" in codes(text, "is expected", "The bridge", "to open in May")
    by_roe = "The bridge is expected by Roe to open in May."
    assert "certainty" not in codes(by_roe, "is expected", "The bridge", "to open in May")


@pytest.mark.parametrize(
    ("cue", "label", "falls"),
    [
        pytest.param("speculation", "possible", False, id="speculation"),
        pytest.param("not ruled out", "possible", False, id="not-ruled-out"),
        pytest.param("as far as Hale knew", "probable", False, id="as-far-as"),
        pytest.param("purporting", "underspecified", False, id="purporting"),
        pytest.param("ruled out", "possible", True, id="ruled-out"),
        pytest.param("as far as Kelmar", "probable", True, id="as-far-as-a-town"),
        pytest.param("the river", "underspecified", True, id="no-word-of-doubt"),
    ],
)
def test_a_label_of_doubt_has_words_that_carry_it(cue: str, label: str, *, falls: bool) -> None:
    text = f"Roe said amid {cue} that Dorva could fall."
    given = {"certainty": label, "certainty_cue": cue}
    found = codes(text, "said", "Dorva could fall", source="Roe", **given)
    assert found.get("certainty") is (Code.CUE_MISSING if falls else None)


@pytest.mark.parametrize(
    ("rest", "cue", "label", "falls"),
    [
        pytest.param("It could not be verified.", "could not be verified", "c", True, id="not"),
        pytest.param("It offered no proof.", "no proof", "c", True, id="no-proof"),
        pytest.param("Norland disputes it.", "disputes", "c", True, id="disputed"),
        pytest.param("Norland confirmed it.", "confirmed", "c", False, id="confirmed"),
        pytest.param("Norland confirmed it.", "confirmed", "d", True, id="confirmed-no-dispute"),
        pytest.param("Norland disputes it.", "disputes", "d", False, id="disputed-indeed"),
        pytest.param("Neither toll could be verified.", "could be verified", "u", False, id="none"),
        pytest.param("Neither toll could be verified.", "could be verified", "c", True, id="no-c"),
    ],
)
def test_proof_is_what_its_words_say(rest: str, cue: str, label: str, *, falls: bool) -> None:
    given = {"verification": {"c": "corroborated", "d": "disputed", "u": "unverified"}[label]}
    text = f"Roe said Dorva fell. {rest}"
    found = codes(text, "said", "Dorva fell", verification_cue=cue, **given)
    assert found.get("verification") is (Code.CONTRADICTED if falls else None)


def test_what_could_be_verified_is_not_unverified() -> None:
    text = "Roe said Dorva fell. The toll could be verified."
    given = {"verification": "unverified", "verification_cue": "could be verified"}
    assert codes(text, "said", "Dorva fell", **given)["verification"] is Code.CUE_MISSING


@pytest.mark.parametrize(
    ("rest", "cue", "label", "code"),
    [
        pytest.param("Neither note could be checked.", "could be checked", "c", True, id="neither"),
        pytest.param("Neither note could be checked.", "could be checked", "u", None, id="open"),
        pytest.param("The note could be checked.", "could be checked", "c", None, id="could-be"),
        pytest.param("Hale called it a lie.", "a lie", "d", None, id="lie"),
        pytest.param("Hale stood by the note.", "stood by the note", "d", None, id="stood-by-it"),
        pytest.param(
            "It was not possible to verify any of the notes independently.",
            "It was not possible to verify any of the notes",
            "u",
            None,
            id="many-words",
        ),
    ],
)
def test_words_on_proof_are_read_with_their_subject(
    rest: str, cue: str, label: str, code: bool | None
) -> None:
    labels = {"c": "corroborated", "d": "disputed", "u": "unverified"}
    given = {"verification": labels[label], "verification_cue": cue}
    found = codes(f"Roe said Dorva fell. {rest}", "said", "Dorva fell", **given)
    assert found.get("verification") is (Code.CONTRADICTED if code else None)


@pytest.mark.parametrize(
    ("hedge", "label", "falls"),
    [
        pytest.param("probably", "possible", True, id="probably-is-more"),
        pytest.param("probably", "probable", False, id="probably"),
        pytest.param("probably", "underspecified", True, id="probably-is-no-hearsay"),
        pytest.param("could", "probable", True, id="could-is-less"),
        pytest.param("could", "possible", False, id="could"),
        pytest.param("could well", "probable", False, id="could-well"),
        pytest.param("most likely would", "possible", False, id="more-words"),
    ],
)
def test_a_hedge_is_as_sure_as_its_label(hedge: str, label: str, *, falls: bool) -> None:
    content = f"that Dorva {hedge} fall"
    given = {"certainty": label, "certainty_cue": hedge}
    found = codes(f"Roe said {content}.", "said", content, source="Roe", **given)
    assert found.get("certainty") is (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("text", "content", "falls"),
    [
        pytest.param(
            "Roe says Dorva fell, although he believes that Kelmar stands.",
            "Dorva fell",
            True,
            id="of-another-clause",
        ),
        pytest.param("Dorva fell, Roe says and Hale believes.", "Dorva fell", False, id="of-both"),
    ],
)
def test_a_belief_in_something_else_is_no_hedge(text: str, content: str, *, falls: bool) -> None:
    given = {"certainty": "probable", "certainty_cue": "believes"}
    found = codes(text, "says", content, source="Roe", **given)
    assert ("certainty" in found) is falls


@pytest.mark.parametrize(
    ("content", "label", "falls"),
    [
        pytest.param("it saw no need for that", "positive", True, id="no-need"),
        pytest.param("that she had received no letter", "positive", True, id="no-letter"),
        pytest.param("it knew nothing of it", "positive", True, id="nothing"),
        pytest.param("he had no doubt of it", "positive", False, id="no-doubt"),
        pytest.param("she had no choice but to go", "positive", False, id="no-choice"),
        pytest.param("it fled with no help from Hale", "positive", False, id="with-no"),
        pytest.param("it sank no fewer than six boats", "positive", False, id="no-fewer"),
        pytest.param("neither sent a boat until noon", "negative", False, id="neither"),
    ],
)
def test_an_object_that_is_nothing_denies(content: str, label: str, *, falls: bool) -> None:
    found = codes(f"Roe said {content}.", "said", content, source="Roe", polarity=label)
    assert found.get("polarity") is (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("text", "cue", "falls"),
    [
        pytest.param(
            "Roe said that Hale had no ties and that he had left.", "said", True, id="own"
        ),
        pytest.param("Roe denied that Hale fell and that he had left.", "denied", False, id="both"),
    ],
)
def test_a_denial_in_the_clause_before_is_not_of_the_next(
    text: str, cue: str, *, falls: bool
) -> None:
    found = codes(text, cue, "that he had left", source="Roe", polarity="negative")
    assert found.get("polarity") is (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("text", "cue", "falls"),
    [
        pytest.param("Roe said that, if asked, he would leave.", "would", False, id="on-condition"),
        pytest.param("Roe said it would be a shame.", "would", False, id="supposed"),
        pytest.param("Roe said Hale could leave on 20 May.", "20 May", True, id="day"),
        pytest.param("Roe said Hale could leave on 20 May.", "could", False, id="may-beside-it"),
        pytest.param("Roe said Hale may leave.", "may", False, id="may"),
        pytest.param("Roe believes that Hale left.", "believes", True, id="believed"),
    ],
)
def test_what_is_promised_dated_or_believed_is_not_only_possible(
    text: str, cue: str, *, falls: bool
) -> None:
    saying = "believes" if "believes" in text else "said"
    content = text.partition(f"{saying} ")[2].rstrip(".")
    given = {"certainty": "possible", "certainty_cue": cue, "speech_act": "assess"}
    found = codes(text, saying, content, source="Roe", **given)
    assert ("certainty" in found) is falls


class Hedged(BaseModel):
    """How sure something is, by whom, without what it is."""

    speaker: Annotated[str | None, lx.Named()] = None
    hedge: str
    event: str | None = None
    certainty: Annotated[Literal["certain", "possible"], lx.CuedBy("hedge", unless="certain")]


@pytest.mark.parametrize(
    ("given", "falls"),
    [
        ({}, False),
        ({"speaker": "Roe"}, False),
        ({"event": "prices could rise"}, False),
        # What the record holds is told as a fact.
        ({"event": "Hale left"}, True),
    ],
)
def test_a_may_needs_what_it_leaves_open_where_a_field_holds_anything(
    given: dict[str, str], *, falls: bool
) -> None:
    article = lx.Article(
        "Roe warned at the talks that prices could rise, and late in the evening Hale left."
    )
    record = {"sentences": [1], "hedge": "could", "certainty": "possible", **given}
    (judgement,) = lx.check(article, [record], schema=Hedged)
    assert [each.path for each in judgement.rejected] == (["certainty"] if falls else [])
