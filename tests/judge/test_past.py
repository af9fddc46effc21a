"""What is told as past by other forms than a plain past one is no plan, and not denied."""

import pytest

from llmextract import Article, check
from llmextract.article.syntax.unchanged import is_told_unchanged
from llmextract.schemas import Event


def falls(text: str, trigger: str, label: str) -> bool:
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": label}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return "factuality" in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The bank cut rates.", "cut"),
        ("A storm with high winds hit Dorva.", "hit"),
        ("Roe quit.", "quit"),
        ("He quit.", "quit"),
        ("Rebels hit Dorva on Monday.", "hit"),
        ("Banks cut rates last year.", "cut"),
        ("Roe scored twice as Dorva City beat Kelmar City.", "beat"),
        ("Hale will meet Roe, who beat Vale.", "beat"),
        ("The mill has been hit.", "has been hit"),
        ("Mills were shut.", "were shut"),
    ],
)
def test_a_verb_of_one_form_is_past_by_its_subject_or_a_time(text: str, verb: str) -> None:
    start = text.index(verb)
    assert is_told_unchanged(text, start, start + len(verb))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Banks cut rates.", "cut"),
        ("Roe and Hale quit.", "quit"),
        ("Roe wants to quit on Monday.", "quit"),
        ("Roe will quit on Monday.", "quit"),
        ("The bank may have cut rates.", "cut"),
        ("It made the price hit a peak.", "hit"),
        ("Roe let him quit.", "quit"),
        ("Unions set a strike for Monday.", "set"),
        ("Men in Dorva hit back.", "hit"),
        ("Roe saw a cut of ten.", "cut"),
    ],
)
def test_a_verb_of_one_form_may_be_present_or_no_verb(text: str, verb: str) -> None:
    start = text.index(verb)
    assert not is_told_unchanged(text, start, start + len(verb))


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        ("Dorva beat Kelmar on Saturday.", "beat", "planned"),
        ("Hale will meet Roe, who beat Vale.", "beat", "planned"),
        ("On Sunday rebels shelled Dorva.", "shelled", "planned"),
        ("About 700 men have left Dorva, and 300 will go by May.", "have left", "planned"),
        ("Roe was forced to quit last month.", "was forced to quit", "planned"),
        ("Roe has been ruled out after a fall in Tuesday's game.", "ruled out", "planned"),
        ("The storm weakened on Tuesday after tearing through Dorva.", "tearing", "planned"),
        ("Two men returned on Friday, landing near Dorva.", "landing", "planned"),
        ("A ship, launched without a crew in March, docked.", "launched", "negated"),
        ("Roe has confirmed ten deaths, all but two of them in Dorva.", "confirmed", "negated"),
        ("Nine have since died, though Hale could not say why.", "died", "planned"),
    ],
)
def test_what_is_told_as_past_is_neither_planned_nor_denied(
    text: str, trigger: str, label: str
) -> None:
    assert falls(text, trigger, label)


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        ("Roe wants Hale to quit on Monday.", "quit", "planned"),
        ("Roe demanded that Hale quit on Monday.", "quit", "planned"),
        ("Norland will close two mines, cutting 500 jobs.", "cutting", "planned"),
        ("The board backed a plan on Monday, cutting 500 jobs.", "cutting", "planned"),
        ("Roe will leave after closing two ports.", "closing", "planned"),
        ("Unions set a strike for Monday.", "strike", "planned"),
        ("A ship, which was not launched in March, docked.", "launched", "negated"),
        ("Roe has not confirmed ten deaths.", "confirmed", "negated"),
        ("The bank has not cut rates.", "cut", "negated"),
        ("Roe is about to leave Dorva on Monday.", "leave", "planned"),
        ("Roe was not forced to quit.", "quit", "negated"),
        ("The talks on Monday hosted by Norland will end the war.", "hosted", "planned"),
        ("The bank cut rates.", "cut", "occurred"),
    ],
)
def test_what_may_be_planned_or_denied_stands(text: str, trigger: str, label: str) -> None:
    assert not falls(text, trigger, label)


def test_what_stands_behind_a_relative_clause_is_not_what_it_would_have_done() -> None:
    text = "Judges struck down a law that would have barred Roe, and upheld the ban on Hale."
    assert not falls(text, "upheld", "occurred")
    assert falls(text, "barred", "occurred")
