"""Whose verb it is behind ", who" and in two clauses, and who is what to it behind a title."""

from typing import Annotated

import pytest
from pydantic import BaseModel

import llmextract as lx
from llmextract.judge.rules.figures.counting import noun_behind
from llmextract.judge.rules.figures.reckoning import miscounts
from llmextract.judge.rules.figures.unharmed import unharmed
from llmextract.judge.rules.who.voice import part_of

_NAMED = "Tom Roe resigned, and Ada Hale, his deputy, was named minister."
_VOTED = "Norland and Oria voted against, while Kelmar abstained."
_QUIT = "Roe, of the Reform Party, succeeds Tom Hale, who was forced to quit last month."


class Change(BaseModel):
    """Somebody beside what happens."""

    change: str
    who: Annotated[str, lx.Named(), lx.Beside("change", within="clause")]


def stands(text: str, change: str, who: str) -> bool:
    """Whether who stands beside a change."""
    record = {"sentences": [1], "change": change, "who": who}
    (judgement,) = lx.check(lx.Article(text), [record], schema=Change)
    return not judgement.rejected


@pytest.mark.parametrize(
    ("text", "change", "who"),
    [
        ("Roe resigned, and Hale was named minister.", "resigned", "Hale"),
        (_NAMED, "was named", "Tom Roe"),
        (_NAMED, "resigned", "Ada Hale"),
        (_VOTED, "abstained", "Norland"),
        (_VOTED, "voted against", "Kelmar"),
        ("Hale received 31 votes; four senators abstained.", "abstained", "Hale"),
    ],
)
def test_the_subject_of_another_clause_is_not_beside_a_verb_of_one(
    text: str, change: str, who: str
) -> None:
    assert not stands(text, change, who)


@pytest.mark.parametrize(
    ("text", "change", "who"),
    [
        ("Roe resigned, and Hale was named minister.", "resigned", "Roe"),
        (_NAMED, "was named", "Ada Hale"),
        (_NAMED, "resigned", "Tom Roe"),
        (_VOTED, "abstained", "Kelmar"),
        (_VOTED, "voted against", "Oria"),
        # He may be whom they attacked, and a list has one verb.
        ("The rebels attacked, and Hale was hurt.", "attacked", "Hale"),
        ("Roe, the mayor, and Hale resigned.", "resigned", "Roe"),
        ("Members voted, and Hale was elected.", "voted", "Hale"),
    ],
)
def test_who_may_be_beside_a_verb_is_left(text: str, change: str, who: str) -> None:
    assert stands(text, change, who)


@pytest.mark.parametrize(
    ("text", "change", "who"),
    [
        (_QUIT, "was forced to quit", "Roe"),
        ("Roe replaces Justice Tom Hale, who retired in August.", "retired", "Roe"),
        ("Roe will face Ada Hale, who beat Cleo Norton.", "beat", "Roe"),
        ("Kelmar beat Hale Mills, which had offered $4 billion.", "had offered", "Kelmar"),
    ],
)
def test_a_relative_clause_is_of_the_name_before_it(text: str, change: str, who: str) -> None:
    assert not stands(text, change, who)


@pytest.mark.parametrize(
    ("text", "change", "who"),
    [
        (_QUIT, "was forced to quit", "Tom Hale"),
        ("Roe will face Ada Hale, who beat Cleo Norton.", "beat", "Cleo Norton"),
        # An ally may have retired; who captured him may have beaten him, and a blow is returned.
        ("Oria is an ally of Norland, which quit the pact.", "quit", "Oria"),
        ("Roe captured Hale, who was beaten.", "was beaten", "Roe"),
        ("Roe attacked Hale, who fought back.", "fought back", "Roe"),
        ("Roe defeated Hale, who lost the war.", "lost", "Roe"),
    ],
)
def test_who_may_have_a_part_in_a_relative_clause_is_left(text: str, change: str, who: str) -> None:
    assert stands(text, change, who)


@pytest.mark.parametrize(
    ("text", "verb", "who", "part"),
    [
        ("Roe won in Dorva, beating champion Cleo Hale.", "beating", "Cleo Hale", "suffers"),
        ("Roe won, beating world champion Cleo Hale.", "beating", "Cleo Hale", "suffers"),
        ("Roe was named by then-president Hugo Hale.", "was named", "Hugo Hale", "does"),
        ("Roe was named in 2019 by president Hugo Hale.", "was named", "Hale", "does"),
        ("Roe was overtaken by Ada Hale and Tom Norton.", "was overtaken", "Ada Hale", "does"),
        ("Roe was overtaken by Ada Hale and Tom Norton.", "was overtaken", "Tom Norton", "does"),
        ("Roe will face Ada Hale, who beat Cleo Norton.", "beat", "Ada Hale", "does"),
        ("Roe met Ada Hale, who defeated Cleo Norton.", "defeated", "Ada Hale", "does"),
        # Nothing is said of whom a preposition or another verb holds.
        ("Roe won, beating champion rival of Hale.", "beating", "Hale", None),
        ("Roe won, defeating the team led by Hale.", "defeating", "Hale", None),
        ("Roe spoke of Ada Hale, who beat Cleo Norton.", "beat", "Roe", None),
        ("Roe is an ally of Ada Hale, who beat Cleo Norton.", "beat", "Ada Hale", None),
        ("Roe was named on Monday, by when Hale had left.", "was named", "Hale", None),
    ],
)
def test_a_title_stands_between_a_verb_and_a_name(
    text: str, verb: str, who: str, part: str | None
) -> None:
    places = [(at, at + len(words)) for words in (verb, who) if (at := text.index(words)) >= 0]
    found = part_of(text, places[0], places[1])
    assert (None if found is None else found[0]) == part


@pytest.mark.parametrize(
    ("text", "label", "told"),
    [
        ("Helicopters flew 230 survivors to Kelmar.", "killed", "survivors"),
        ("Helicopters flew 230 survivors to Kelmar.", "displaced", None),
        ("Helicopters flew 230 survivors to Kelmar.", "injured", None),
        ("Of the raid 230 survivors were killed later.", "killed", None),
        ("Helicopters flew 230 guards to Kelmar.", "killed", None),
    ],
)
def test_survivors_are_not_the_dead(text: str, label: str, told: str | None) -> None:
    figure = text.index("230"), text.index("230") + 3
    assert unharmed(text, label, figure, noun_behind(text, figure[1])) == told


@pytest.mark.parametrize(
    ("text", "counted", "other"),
    [
        ("Two guards quit, leaving Roe with 199 seats of 410.", "guards", "seats"),
        ("Two guards quit, leaving Roe with 199 seats out of 410.", "guards", "seats"),
        ("Two guards quit, leaving Roe with 199 seats of 410.", "seats", None),
        ("Two guards quit, leaving Roe with a share of 410.", "guards", None),
    ],
)
def test_a_whole_counts_what_its_part_does(text: str, counted: str, other: str | None) -> None:
    place, words = text.index("410"), text.index(counted)
    found = miscounts(text, (place, place + 3), (words, words + len(counted)))
    assert found == other
