"""The ways in which a sentence can say that somebody belongs to a body."""

import pytest

from llmextract import Article, check
from llmextract.judge.rules.actors.belonging import says_of
from llmextract.schemas import Actor


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe of the Orin Pact left.",
        "Ada Roe, a clerk at the Orin Pact, left.",
        "Ada Roe, the 41-year-old head of the press office of the Orin Pact, left.",
        "Ada Roe is a clerk at the Orin Pact.",
        "Orin Pact clerk Ada Roe left.",
        "Orin Pact appointed leader Ada Roe left.",
        "The Orin Pact's deputy clerk, Colonel Ada Roe, left.",
        "The Orin Pact (OP) said its clerk, Ada Roe, had left.",
        "The Orin Pact, whose clerk, Ada Roe, left, fell.",
        "The Orin Pact, led by Ada Roe, fell.",
        "The head of the press office at the Orin Pact, Ada Roe, left.",
        "A clerk of the Orin Pact, who identified himself as Ada Roe, left.",
        "Ada Roe, who heads the Orin Pact, left.",
        "Ada Roe works for the Orin Pact.",
        "Ada Roe joined the Orin Pact in May.",
        "Ada Roe left Dorva Rovers for the Orin Pact.",
        "Ada Roe, the Orin Pact captain, fell.",
        "Ada Roe, whose company Orin Pact fell, left.",
        "Ada Roe's party, the Orin Pact, lost.",
        "A friend of Ada Roe said the Orin Pact, her group, had fallen.",
        "The Orin Pact, to which Ada Roe belongs, lost.",
        "Ada Roe, who sued the bank, is a clerk at the firm Orin Pact.",
        "Ada Roe was elected to the board of the charity Orin Pact.",
        "Ada Roe was hired by the Orin Pact.",
    ],
)
def test_a_sentence_may_say_that_she_is_of_it(text: str) -> None:
    assert _says(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe was killed when a bomb planted by the group Orin Pact went off.",
        "Ada Roe, whose firm bought its rival Orin Pact, left.",
        "Ada Roe resigned after the paper Orin Pact published her letters.",
        "Ada Roe was sent off after she fouled Bo Hale, the Orin Pact captain.",
        "Ada Roe, formerly of the Orin Pact, met Bo Hale.",
        "Ada Roe, who turned down a job at the Orin Pact, is head of a bank.",
        "Ada Roe, spokeswoman for the airline Kelmar, said pilots of the Orin Pact had left.",
        "Bo Hale of the Orin Pact police arrested councillor Ada Roe.",
        "Orin Pact police arrested councillor Ada Roe.",
        "Envoys of the Orin Pact met Ada Roe.",
        "Ada Roe, the widow of Bo Hale, was elected by 80 men of the Orin Pact.",
        "Ada Roe wrote to the Orin Pact.",
        "Ada Roe quit the Orin Pact.",
        "Ada Roe said rebels of the Orin Pact had left.",
        "The Orin Pact attacked Ada Roe.",
        "The Orin Pact said that Ada Roe had left.",
        "The Orin Pact clerk Bo Hale met Ada Roe.",
    ],
)
def test_what_else_it_tells_of_both_says_not_so(text: str) -> None:
    assert not _says(text)


def _says(text: str) -> bool:
    name, body = (text.index(each) for each in ("Ada Roe", "Orin Pact"))
    return says_of(text, (body, body + 9), (name, name + 7))


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("FDF spokesman Ilan Roe left the Kelmar Union.", True),
        ("Captain Ilan Roe wrote to the Kelmar Union.", True),
        ("Captain Ilan Roe fled. Her husband, Bo Roe, is a clerk at the Kelmar Union.", True),
        ("Captain Ilan Roe fled. He had joined the Kelmar Union.", False),
        ("Captain Ilan Roe fled. The captain is a member of the Kelmar Union.", False),
        ("Captain Ilan Roe fled. His party, the Kelmar Union, had lost.", False),
        ("The Kelmar Union lost. Its captain, Ilan Roe, fled.", False),
        ("The captain, Ilan Roe of the Kelmar Union, fled.", False),
    ],
)
def test_a_member_falls_whom_no_sentence_joins(text: str, *, falls: bool) -> None:
    record = {"name": "Ilan Roe", "kind": "individual", "type": "other", "sentences": [1, 2]}
    record["sentences"] = [1, 2] if ". " in text else [1]
    (judged,) = check(Article(text), [{**record, "member_of": "Kelmar Union"}], schema=Actor)
    assert ("member_of" in [row.path for row in judged.rejected]) is falls
