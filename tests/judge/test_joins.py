"""Whether any sentence may join somebody to a body."""

import pytest

from tests.judge.test_membership import detail

AFTER = " The Kelmar Union won a mill in Sarn. A judge heard of that in May."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ilan Roe left.", "Kelmar Union"),
        ("Ilan Roe told the Kelmar Union that it fell.", "Kelmar Union"),
        ("Ilan Roe wrote a letter to the Kelmar Union.", "Kelmar Union"),
        ("Ilan Roe accused the Kelmar Union of theft.", "Kelmar Union"),
        ("The Kelmar Union has accused Ilan Roe of theft.", "Kelmar Union"),
        ("Ilan Roe met Hale of the Kelmar Union.", "Kelmar Union"),
        ("Ilan Roe met Ada Hale, head of the Kelmar Union.", "Kelmar Union"),
        ("The Dorva Front lost. Its leader, Ilan Roe, left.", "Kelmar Union"),
        ("The company’s founder, Ilan Roe, left.", "Kelmar Union"),
        ("The Dorva Battalion fled. The battalion commander, Ilan Roe, left.", "Kelmar Union"),
        ("The portal, whose editor, Ilan Roe, left, shut.", "Kelmar Union"),
        ("A navy spokesman, Ilan Roe, left.", "Kelmar Union"),
        ("Ilan Roe left. Rain fell. Snow fell. His house burned.", "Kelmar Union"),
    ],
)
def test_no_sentence_joins_them(text: str, body: str) -> None:
    assert detail(text + AFTER, "Ilan Roe", body) is not None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ilan Roe joined the Kelmar Union.", "Kelmar Union"),
        ("Ilan Roe left. He leads the Kelmar Union.", "Kelmar Union"),
        ("Ilan Roe left. His party, the Kelmar Union, lost.", "Kelmar Union"),
        ("Ilan Roe left. The lawyer joined the Kelmar Union in May.", "Kelmar Union"),
        ("The Kelmar Union (KU) won. KU clerk Ilan Roe left.", "Kelmar Union"),
        ("The Kelmar Union won. Its head, a man called Ilan Roe, left.", "Kelmar Union"),
        ("The group won. Its head, Ilan Roe, left.", "Kelmar Union"),
        ("The union’s leader, Ilan Roe, left.", "Kelmar Union"),
        ("The group’s leader, Ilan Roe, left.", "Kelmar Union"),
        ("Hale warned the Kelmar Union’s leader, Ilan Roe.", "Kelmar Union"),
        ("Hale accused the Kelmar Union and its leader, Ilan Roe.", "Kelmar Union"),
        ("Soldiers of the Dorva Brigade, led by Ilan Roe, fled.", "Dorva Brigade"),
        ("A rebel spokesman, Ilan Roe, left. The Dorva Front fell.", "Dorva Front"),
        ("An army captain, Ilan Roe, left. The Dorva Brigade fell.", "Dorva Brigade"),
        ("Defence Minister Ilan Roe left. The Kelmar Defence Ministry fell.", "Defence Ministry"),
        ("Dorva campaign adviser Ilan Roe left. Dorva Grain fell.", "Dorva Grain"),
        ("Ilan Roe left. The army fell.", "army"),
        ("Senator Ilan Roe left. The Orin Party fell.", "Orin Party"),
        ("Ilan Roe left. Norway fell.", "Norway"),
        ("Colonel Ilan Roe left. The junta fell.", "junta"),
        ("Ilan Roe left. Ilan joined the Kelmar Union in May.", "Kelmar Union"),
    ],
)
def test_what_may_join_them_stands(text: str, body: str) -> None:
    assert detail(text + AFTER, "Ilan Roe", body) is None


def test_a_body_may_be_of_another_that_the_next_sentence_names() -> None:
    text = "The Dorva Front left. It is part of the Orin Pact. The mill fell."
    assert detail(text, "Dorva Front", "Orin Pact", kind="organization") is None
