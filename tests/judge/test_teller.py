"""Who tells of an event: whose words of saying bring it, and what nobody is said to tell."""

import pytest

from llmextract.judge.teller import innermost_teller, teller_of


def told_by(text: str, told: str) -> str | None:
    start = text.index(told)
    found = innermost_teller(text, (start, start + len(told)))
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "told", "who"),
    [
        pytest.param("The front claims to have seized Dorva.", "seized", "The front", id="to-have"),
        pytest.param("Roe warned that Dorva could burn.", "burn", "Roe", id="warned"),
        pytest.param("Roe has insisted that Norland leave Dorva.", "leave", "Roe", id="insisted"),
        pytest.param("Roe warned Norland that Dorva could burn.", "burn", "Roe", id="warned-whom"),
        pytest.param(
            "Norland backs Hale, claiming that Dorva fell.", "fell", None, id="verb-unread"
        ),
        pytest.param(
            "Norland supports Hale, claiming that Dorva fell.", "fell", "Norland", id="claiming"
        ),
        pytest.param(
            "Norland supports Hale, claiming that Dorva fell.", "supports", None, id="own-deed"
        ),
        pytest.param(
            "He gave a higher toll and said that ten had died.", "died", "He", id="two-deeds"
        ),
        pytest.param(
            "He heard Hale, the mayor, and said that ten had died.", "died", None, id="who-and"
        ),
        pytest.param(
            "Dorva fell, according to reports from the Norland Observatory.",
            *("fell", "the Norland Observatory"),
            id="reports-from",
        ),
        pytest.param(
            "Dorva fell, contrary to earlier reports on Radio Nord.", "fell", None, id="contrary"
        ),
        pytest.param(
            "The state news agency Nord said that Dorva fell.",
            *("fell", "The state news agency Nord"),
            id="state-is-a-noun",
        ),
        pytest.param("Forces of the two states will meet, Roe left.", "meet", None, id="states"),
        pytest.param(
            "Hale and two guards report that Dorva fell.", "fell", "Hale and two guards", id="both"
        ),
        pytest.param(
            "Roe condemned the vote as a raid by “bandits” robbing Dorva.",
            *("robbing", "Roe"),
            id="as-what",
        ),
        pytest.param("Roe condemned the raid on Dorva.", "raid", None, id="condemned-is-so"),
        pytest.param(
            "The Watch, based in Dorva, described it as “fierce battles.”",
            *("battles", "The Watch"),
            id="own-words",
        ),
        pytest.param(
            "“Guards struck back,” helped by jets, driving off rebels, the Watch said.",
            *("driving off", "the Watch"),
            id="behind-a-quotation",
        ),
        pytest.param(
            "Roe said Norland is fighting “fierce” battles.", "battles", "Roe", id="marks-in-it"
        ),
        pytest.param(
            "Ten men fled, the army said, and more may follow.", "fled", "the army", id="midst"
        ),
        pytest.param(
            "Ten men fled, the army said, and more may follow.", "follow", None, id="behind-it"
        ),
        pytest.param(
            "She left Dorva and, her lawyer says, was paid.", "left", None, id="another-clause"
        ),
        pytest.param(
            "Ten men fled, according to the envoy for Norland, Ilan Roe.",
            *("fled", "the envoy for Norland"),
            id="name-behind",
        ),
        pytest.param(
            "Roe said that Hale claimed that Dorva burned.", "burned", "Hale", id="innermost"
        ),
        pytest.param(
            "Roe said that men had fled, as guards took Dorva.", "took", "Roe", id="as-they-did"
        ),
        pytest.param(
            "Roe said that men had fled, while guards took Dorva.", "took", None, id="while"
        ),
        pytest.param("Hale tells so many lies that Dorva burned.", "burned", None, id="so-many"),
        pytest.param(
            "While Roe said that it held, Dorva fell.", "fell", None, id="behind-what-is-fronted"
        ),
        pytest.param("While Roe said that it held, Dorva fell.", "held", "Roe", id="fronted"),
        pytest.param("A study found that Dorva sank.", "sank", "A study", id="found"),
        pytest.param("A study found a raid on Dorva.", "raid", None, id="found-a-thing"),
        pytest.param("Roe denied that Dorva fell.", "fell", "Roe", id="denied"),
        pytest.param("Two men claim Dorva fell.", "fell", None, id="no-plural-in-s"),
        pytest.param("The guards claim Dorva fell.", "fell", "The guards", id="they-claim"),
        pytest.param("Roe told Hale that Dorva fell.", "fell", "Roe", id="not-the-hearer"),
    ],
)
def test_who_tells_of_an_event_is_read(text: str, told: str, who: str | None) -> None:
    assert told_by(text, told) == who


def test_of_two_who_hand_it_on_neither_is_sure() -> None:
    text = "Roe said that Hale claimed that Dorva burned."
    start = text.index("burned")
    assert teller_of(text, (start, len(text) - 1)) is None
