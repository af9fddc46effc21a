"""Other words for an actor that the article shows to be those of another one."""

import pytest

from llmextract import Article, check
from llmextract.judge.rules.actors.aliases import another_actor
from llmextract.judge.rules.actors.states import other_state, state_of
from llmextract.schemas import Actor

WAR = (
    "The Dorva Liberation Front (DLF) fought the National Union of Kelmar (NUK). The DLF fled."
    " The Orin Guard is arming the Kelmar League. Norland stands with 20 Sarnian soldiers."
)


@pytest.mark.parametrize(
    ("text", "name", "alias", "shown"),
    [
        pytest.param(WAR, "Dorva Liberation Front", "NUK", "abbreviation", id="behind-another"),
        pytest.param(WAR, "NUK", "Dorva Liberation Front", "abbreviation", id="full-name-of-it"),
        pytest.param(WAR, "NUK", "DLF", "abbreviation", id="both-short"),
        pytest.param(WAR, "Orin Guard", "Kelmar League", "arming", id="done-to"),
        pytest.param(WAR, "Kelmar League", "Sarnian soldiers", "'20'", id="counted"),
        pytest.param(
            "The Dorva Front (FD) left the Norland armed forces (ARNo) behind.",
            "Dorva Front",
            "ARNo",
            "armed forces",
            id="own-brackets",
        ),
        pytest.param(
            "The Dorva Rescue Corps trained Kelmar security forces. The KSF left.",
            "Dorva Rescue Corps",
            "KSF",
            "Kelmar security forces",
            id="spelt-out",
        ),
        pytest.param(
            "Sarn welcomed the work of the Orin Pact against the Vale.",
            "Orin Pact",
            "Vale",
            "against",
            id="against",
        ),
        pytest.param(
            "Envoys praised the Orin Pact efforts to degrade and defeat the Vale.",
            "Vale",
            "the Orin Pact",
            "efforts",
            id="efforts-to-defeat",
        ),
        pytest.param(
            "Vale, shelled by the Orin Pact, fled.", "Vale", "Orin Pact", "shelled by", id="agent"
        ),
        pytest.param(
            "Kelmar TV left. The Orin militia left.",
            "Kelmar TV",
            "Orin militia",
            "a medium, the other armed",
            id="of-another-sort",
        ),
        pytest.param(
            "President Ilan Roe left the Orin Bank.",
            "Ilan Roe",
            "Orin Bank",
            "a person, the other a body",
            id="person-and-body",
        ),
        pytest.param("Roe told Kelmar Radio.", "Roe", "Kelmar Radio", "told", id="told"),
        pytest.param("Poland said that Paris knew.", "Poland", "Paris", "'France'", id="state"),
    ],
)
def test_the_article_shows_another_actor(text: str, name: str, alias: str, shown: str) -> None:
    article = Article(text=text)
    assert shown in (another_actor(article, name, alias) or "")
    record = {"sentences": [1], "name": name, "aliases": [alias], "kind": "group", "type": "other"}
    (judgement,) = check(
        article, [{**record, "sentences": [1, 2][: len(article.sentences)]}], schema=Actor
    )
    assert [row.path for row in judgement.rejected if row.path == "aliases[0]"]


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        pytest.param(WAR, "Dorva Liberation Front", "DLF", id="its-own"),
        pytest.param(WAR, "Dorva Liberation Front", "The rebels", id="description"),
        pytest.param(
            "The Peace Party of Dorva (FDP) left the Norland Union (NU).",
            "Peace Party of Dorva",
            "FDP",
            id="letters-of-another-language",
        ),
        pytest.param(
            "The Dorva Union, formerly the Kelmar League (KL), left. The KL said so.",
            "Dorva Union",
            "KL",
            id="renamed",
        ),
        pytest.param(
            "The Free State of Dorva (FSD) split. The Free State fled.",
            "Free State",
            "FSD",
            id="shortened",
        ),
        pytest.param(
            "Dorva Front, KSF, left Kelmar. See Karl Sven Falk.", "Dorva Front", "KSF", id="set-off"
        ),
        pytest.param("Poland said so. Warsaw knew.", "Poland", "Warsaw", id="its-capital"),
        pytest.param("Norland said so. Paris knew.", "Norland", "Paris", id="unknown-state"),
        pytest.param("Roe, dubbed by Hale the Fox, left.", "Roe", "the Fox", id="nickname"),
        pytest.param(
            "The Front said militants fled. The militants left.", "Front", "militants", id="small"
        ),
        pytest.param("Roe renamed Hale in May.", "Roe", "Hale", id="renaming"),
        pytest.param(
            "Kelmar fighters lost 20 Sarnian rebels.", "fighters", "Sarnian rebels", id="people"
        ),
        pytest.param("The Kelmar Army left. The rebels left.", "Kelmar Army", "rebels", id="armed"),
        pytest.param(
            "The President Roe Administration left. The White House is sad.",
            "President Roe Administration",
            "White House",
            id="administration",
        ),
        pytest.param(
            "NAP, the agency, closed. NAK, a body, left.", "NAP", "NAK", id="begins-alike"
        ),
    ],
)
def test_what_the_article_leaves_open_stands(text: str, name: str, alias: str) -> None:
    assert another_actor(Article(text=text), name, alias) is None


def test_states_go_by_their_capitals() -> None:
    assert state_of("the Kremlin") == "Russia"
    assert state_of("The Hague") == "Netherlands"
    assert state_of("Dorva") is None
    assert other_state("Cairo", "Egypt") is None
    assert other_state("Cairo", "Chad") == "Egypt"


@pytest.mark.parametrize("name", ["", "the", "(", "A", "AB", "“”", " "])
def test_any_words_are_compared(name: str) -> None:
    article = Article(text="The (A) B (AB) left, the “” too.")
    assert another_actor(article, name, "AB") is None
    assert another_actor(article, "AB", name) is None


@pytest.mark.parametrize(
    ("text", "name", "alias", "falls"),
    [
        ("Ilan Roe, alias the Fox, met Ada Hale.", "Ada Hale", "Fox", True),
        ("Ada Hale, 33, also known as Fox, met Ilan Roe.", "Ilan Roe", "Fox", True),
        ("The Dorva Front met the Kelmar Guard, or KG.", "Dorva Front", "KG", True),
        ("Ilan Roe, alias the Fox, met Ada Hale.", "Ilan Roe", "Fox", False),
        ("Ada Hale, 33, also known as Fox, met Ilan Roe.", "Ada Hale", "Fox", False),
        ("The Dorva Front met the Kelmar Guard, or KG.", "Kelmar Guard", "KG", False),
        ("The Dorva Front met Ilan Roe, or Hale.", "Dorva Front", "Hale", False),
    ],
)
def test_another_name_is_that_of_who_bears_it(
    text: str, name: str, alias: str, *, falls: bool
) -> None:
    assert (another_actor(Article(text=text), name, alias) is not None) is falls
