"""Names that an article introduces on their own are no other words for a name."""

import pytest

from llmextract import Article
from llmextract.judge.rules.actors.equated import may_be_equated
from llmextract.judge.rules.actors.introduced import introduced_alone
from llmextract.judge.rules.actors.persons import full_name


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The Dorva Front fled. The Zarn, a village militia, stayed.", "Dorva Front", "Zarn"),
        ("The Dorva Front fled. The state broadcaster NBK told it.", "Dorva Front", "NBK"),
        ("The Dorva Front sued the operator, Kelmar Grid, in May.", "Dorva Front", "Kelmar Grid"),
        ("The Dorva Front fled. Union of Kelmar Mills (Unikel) won.", "Dorva Front", "Unikel"),
        ("The Dorva Front (DF) fled. An NBK man stayed.", "Dorva Front", "NBK"),
        ("Ilan Roe fled. Ada “Fox” Hale stayed.", "Ilan Roe", "Fox"),
        ("Ilan Roe fled. Ada Hale alias Fox stayed.", "Ilan Roe", "Fox"),
        ("The rebel Dorva Front fled. The army stayed.", "Dorva Front", "The army"),
        ("The paramilitary Dorva Guards fled. The police left.", "Dorva Guards", "the police"),
        ("The Dorva Free Army fled. Zarn, a village militia, stayed.", "Dorva Free Army", "Zarn"),
        ("Ilan Roe fled. Rain fell. Snow fell. A cook known as Fox stayed.", "Ilan Roe", "Fox"),
        ("Dorva Grid fell, and its auditor, Hale & Vale, left.", "Dorva Grid", "Hale & Vale"),
        ("Col Ada Hale stayed. President Ilan Roe fled.", "Ilan Roe", "the colonel"),
        ("Ada Hale, the mayor, stayed. Ilan Roe fled.", "Ilan Roe", "the mayor"),
    ],
)
def test_they_are_introduced_alone(text: str, name: str, words: str) -> None:
    article = Article(text=text)
    alone = introduced_alone(article, name, words)
    assert alone is not None or not may_be_equated(article, name, words)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The Dorva Front, known as Zarn, a village militia, fled.", "Dorva Front", "Zarn"),
        ("The Dorva Front (Zarn) fled.", "Dorva Front", "Zarn"),
        ("A cook known as Fox stayed. It was Ilan Roe.", "Ilan Roe", "Fox"),
        ("The fund fell, and its auditor, Hale & Vale, left.", "Dorva Grid", "Hale & Vale"),
        ("Col Ilan Roe fled.", "Ilan Roe", "the colonel"),
        ("Ilan Roe, a colonel, met Col Ada Hale.", "Ilan Roe", "the colonel"),
        ("Ilan Roe fled.", "Ilan Roe", "the colonel"),
        ("The Dorva Front fled. Zarn stayed.", "Dorva Front", "Zarn"),
        ("The Dorva Front fled. The broadcaster DF told it.", "Dorva Front", "DF"),
        ("The Dorva Front (DF) fled. The FD stayed.", "Dorva Front", "FD"),
        ("The Dorva Front (DF), or NBK, fled.", "Dorva Front", "NBK"),
        ("The Dorva Front fled. Dorva Rebel Front (Zarn) won.", "Dorva Front", "Zarn"),
        ("Ilan “Fox” Roe fled.", "Ilan Roe", "Fox"),
        ("Ilan Roe alias Fox fled.", "Ilan Roe", "Fox"),
        ("Norway fled. The seat, Oslo, a company town, stayed.", "Norway", "Oslo"),
        ("The Dorva Front fled. The group, a militia, stayed.", "Dorva Front", "the group"),
        ("The rebel Dorva Army fled. The army stayed.", "Dorva Army", "the army"),
        ("The rebel Dorva Front fled. The rebels stayed.", "Dorva Front", "the rebels"),
    ],
)
def test_what_may_be_another_name_stands(text: str, name: str, words: str) -> None:
    assert introduced_alone(Article(text=text), name, words) is None


def test_a_name_at_the_end_of_a_sentence_is_no_first_name() -> None:
    text = "Ada Hale told the Sunday Ledger. Hale left."
    assert full_name(Article(text=text), "Hale") == "Ada Hale"
