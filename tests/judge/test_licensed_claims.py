"""What is said, who says it and who hands it on, where no way of saying it licenses these."""

from typing import Any

import pytest

from tests.judge.test_attribution import codes


def fallen(text: str, cue: str, content: str, **given: Any) -> set[str]:
    return {path for path, code in codes(text, cue, content, **given).items() if code}


TWO = "The union said 300 had left, but the company said only 40 stayed."


@pytest.mark.parametrize(
    ("source", "content", "falls"),
    [
        ("The union", "300 had left", False),
        ("the company", "only 40 stayed", False),
        ("The union", "only 40 stayed", True),
        ("the company", "300 had left", True),
    ],
)
def test_one_cue_has_both_a_speaker_and_what_he_says(
    source: str, content: str, *, falls: bool
) -> None:
    assert bool(fallen(TWO, "said", content, source=source)) is falls


QUOTED = "“We left,” said captain Ilan Roe. “It fell,” added his deputy, Ada Hale."


@pytest.mark.parametrize(
    ("source", "cue", "content", "falls"),
    [
        ("Ilan Roe", "said", "We left", False),
        ("Ada Hale", "added", "It fell", False),
        ("Ilan Roe", "said", "It fell", True),
    ],
)
def test_a_quotation_is_that_of_whom_its_tag_names(
    source: str, cue: str, content: str, *, falls: bool
) -> None:
    assert ("content[0]" in fallen(QUOTED, cue, content, source=source)) is falls


RELAYED = "The Courier reported that it fell, and Radio Nord quoted Roe as saying that it rose."


@pytest.mark.parametrize(
    ("text", "cue", "content", "outlet", "falls"),
    [
        (RELAYED, "saying", "it rose", "Radio Nord", False),
        (RELAYED, "saying", "it rose", "The Courier", True),
        ("Roe told the Courier that it fell.", "told", "it fell", "the Courier", False),
        ("The Courier reported that Roe said it fell.", "said", "it fell", "The Courier", False),
        ("In a note seen by the Courier Roe said no.", "said", "no", "the Courier", False),
    ],
)
def test_who_hands_on_this_very_saying(
    text: str, cue: str, content: str, outlet: str, *, falls: bool
) -> None:
    found = fallen(text, cue, content, source="Roe", relayed_by=[outlet])
    assert ("relayed_by[0]" in found) is falls


@pytest.mark.parametrize(
    ("text", "pronoun", "name", "falls"),
    [
        ("Judge Ada Roe jailed Ilan Hale. She said it fell.", "She", "Ilan Hale", True),
        ("Judge Ada Roe jailed Ilan Hale. She said it fell.", "She", "Ada Roe", False),
        ("Ada Roe met Ilan Hale in Dorva. He said it fell.", "He", "Ilan Hale", True),
        ("Actress Ada Roe sued Ilan Hale. He said it fell.", "He", "Ilan Hale", False),
        ("Dorva Mills sued Ilan Hale. He said it fell.", "He", "Ilan Hale", False),
    ],
)
def test_a_subject_is_taken_up_before_its_object(
    text: str, pronoun: str, name: str, *, falls: bool
) -> None:
    found = fallen(text, "said", "it fell", source=pronoun, source_name=name)
    assert ("source_name" in found) is falls


@pytest.mark.parametrize(
    ("text", "cue", "content", "act", "falls"),
    [
        ("Roe thanked Hale for the aid.", "thanked", "for the aid", "request", True),
        ("Roe thanked Hale for the aid.", "thanked", "for the aid", "support", False),
        ("Roe dismissed the claim as a lie.", "dismissed", "the claim as a lie", "support", True),
        ("Roe dismissed the claim as a lie.", "dismissed", "the claim as a lie", "deny", False),
        ("Roe called the plan reckless.", "called", "the plan reckless", "support", True),
        ("Roe called the plan reckless.", "called", "the plan reckless", "condemn", False),
        ("Roe called Hale a hero.", "called", "Hale a hero", "condemn", True),
        ("Roe called Hale a hero.", "called", "Hale a hero", "support", False),
        (
            "“We never had such a plan,” Roe said.",
            "said",
            "We never had such a plan",
            "support",
            True,
        ),
        (
            "“We will never fail to help,” Roe said.",
            "said",
            "We will never fail to help",
            "support",
            False,
        ),
    ],
)
def test_what_is_done_by_saying_it(
    text: str, cue: str, content: str, act: str, *, falls: bool
) -> None:
    found = fallen(text, cue, content, source="Roe", speech_act=act)
    assert ("speech_act" in found) is falls
