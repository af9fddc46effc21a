"""The ways in which an article can say that two names are of one actor."""

import pytest

from llmextract import Article, check
from llmextract.judge.rules.actors.equated import may_be_equated
from llmextract.schemas import Actor

VALE = "The Dorva Front, {0}, took Sarn. Kelmar Air flew to Norland."


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("Ilan Roe, also known as the Fox, fled.", "Ilan Roe", "Fox"),
        ("Ilan Roe, alias Fox, fled from Ada Hale.", "Ilan Roe", "Fox"),
        ("Ilan Roe, nicknamed Thunder, beat Ada Hale.", "Ilan Roe", "Thunder"),
        ("Ilan Roe, whose real name is Bo Vale, fled.", "Ilan Roe", "Bo Vale"),
        ("Ilan Roe, who lives in Sarn, changed his name to Bo Vale.", "Ilan Roe", "Bo Vale"),
        ("Ilan Roe fled. He was known as Fox.", "Ilan Roe", "Fox"),
        ("The Dorva Front (Kelmi) fled.", "Dorva Front", "Kelmi"),
        ("The Zarn [Dorva Front] fled.", "Zarn", "Dorva Front"),
        ("The Norland mission, MINUD, sent lorries.", "Norland mission", "MINUD"),
        ("The Dorva Front, or Zarn, fled.", "Dorva Front", "Zarn"),
        ("The Dorva Front, formerly the Kelmar League, fled.", "Dorva Front", "Kelmar League"),
        ("The grid operator Zarn fell.", "Zarn", "grid operator"),
        ("Zarn is the largest union of Norland.", "Zarn", "the largest union"),
        ("Union of Free Dockers men met. FDU left.", "Union of Free Dockers", "FDU"),
        ("Ada Macklenney met Ada Maclenney.", "Ada Macklenney", "Maclenney"),
        ("Zarn fled. The group had lost.", "Zarn", "The group"),
        ("Ilan Roe fled. The colonel had lost.", "Ilan Roe", "The colonel"),
        ("Ilan Roe won. The Iron Fox smiled.", "Ilan Roe", "The Iron Fox"),
        ("The Dorva Army fled. The army had lost.", "Dorva Guard", "the army"),
        ("Norland left. The Islamic Republic stayed.", "Norway", "Islamic Republic"),
    ],
)
def test_an_article_may_equate_them(text: str, name: str, alias: str) -> None:
    assert may_be_equated(Article(text), name, alias)


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("Ilan Roe will go. Zarn founder Ada Hale follows him.", "Ilan Roe", "Ada Hale"),
        ("The Dorva Front fled. The mission, MINUD, stayed.", "Dorva Front", "MINUD"),
        ("Dorva Aid left. Its director, Ada Hale, stayed.", "Dorva Aid", "Ada Hale"),
        ("Ilan Roe beat the Norland champion Ada Hale.", "Ilan Roe", "Ada Hale"),
        ("Ilan Roe, known as Big Bo, fought Ada Hale.", "Ilan Roe", "Ada Hale"),
        ("Ilan Roe, alias Fox, was shot by Ada Hale, alias Wolf.", "Ilan Roe", "Wolf"),
        ("The Dorva Front, or DF, banned Kelmia.", "Dorva Front", "Kelmia"),
        ("The envoy to Kelmia, Ilan Roe, left.", "Kelmia", "Ilan Roe"),
        ("Zarn leader Ilan Roe left.", "Zarn", "Ilan Roe"),
        ("Ilan Roe told Zarn's reporter.", "Ilan Roe", "Zarn"),
        ("The Dorva Party fled. The colonel stayed.", "Dorva Party", "The colonel"),
        ("President Ilan Roe fled. The militants stayed.", "Ilan Roe", "The militants"),
        ("The Dorva Times fell. The army won.", "Dorva Times", "The army"),
        ("Ilan Roe fled. Villagers stayed.", "Ilan Roe", "Villagers"),
        ("NAP, the Norland agency for ports, closed. KOD, a body, did not.", "NAP", "KOD"),
        ("The club named Ilan Roe.", "Dorva Wanderers", "Ilan Roe"),
    ],
)
def test_no_way_of_saying_so_equates_them(text: str, name: str, alias: str) -> None:
    assert not may_be_equated(Article(text), name, alias)


@pytest.mark.parametrize(
    ("aside", "alias", "falls"),
    [
        ("known as the Vale", "Vale", False),
        ("which calls itself the Vale", "Vale", False),
        ("known as the Vale", "Kelmar Air", True),
        ("which is armed", "Kelmar Air", True),
    ],
)
def test_an_alias_falls_that_nothing_equates(aside: str, alias: str, *, falls: bool) -> None:
    labels = {"kind": "organization", "type": "other"}
    record = {"sentences": [1], "name": "Dorva Front", "aliases": [alias], **labels}
    (judged,) = check(Article(VALE.format(aside)), [record], schema=Actor)
    assert [row.path for row in judged.rejected] == (["aliases[0]"] if falls else [])
