"""Names behind a verb of harm that are not whom it harms."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event


def befalls(text: str, trigger: str, who: str) -> bool:
    """Whether somebody may be whom a deed befalls."""
    taking_part = [{"mention": who, "role": "recipient"}]
    labels = {"type": "attack_on_civilians", "factuality": "occurred"}
    record = {"sentences": [1], "trigger": trigger, "participants": taking_part, **labels}
    (judgement,) = check(Article(text), [record], schema=Event)
    return not any(row.path.startswith("participants") for row in judgement.rejected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rebels killed Hale near Roe's house.", id="near-his-house"),
        pytest.param("Hale was killed in front of Roe.", id="before-him"),
        pytest.param("Hale was killed while guarding Roe.", id="guarding-him"),
        pytest.param("Rebels killed Hale as Roe watched.", id="as-he-watched"),
        pytest.param("Rebels killed Hale and freed Roe.", id="next-verb"),
        pytest.param("Rebels killed Hale, a critic of Roe.", id="critic-of-his"),
        pytest.param("Rebels killed Hale, Roe's successor.", id="his-successor"),
        pytest.param("Rebels killed Hale at the wedding of Roe.", id="at-his-wedding"),
    ],
)
def test_a_name_aside_is_not_harmed(text: str) -> None:
    assert not befalls(text, "killed", "Roe")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rebels killed Hale and Roe.", id="listed"),
        pytest.param("Rebels killed Hale with Roe.", id="with"),
        pytest.param("Rebels killed Hale as well as Roe.", id="as-well-as"),
        pytest.param("Rebels killed Hale in Dorva and Roe in Kelmar.", id="gapped"),
        pytest.param("Rebels killed Hale on Monday, then Roe.", id="then"),
        pytest.param("Hale was killed, as were Roe and Kay.", id="as-were"),
        pytest.param("Rebels killed the mayor, Roe.", id="told-again"),
        pytest.param("Rebels killed a clerk named Roe.", id="named"),
        pytest.param("Rebels killed ten men in Dorva, among them Roe.", id="among"),
        pytest.param("Rebels killed two clerks of the mill, Hale and Roe.", id="list-told-again"),
        pytest.param("Ten men were killed in Dorva, including Roe.", id="including"),
        pytest.param("Roe was killed near Hale's house.", id="subject"),
    ],
)
def test_who_may_be_harmed_is_left(text: str) -> None:
    assert befalls(text, "killed", "Roe")
