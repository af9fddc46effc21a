"""Who surely does not suffer what a verb does to others."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event


def refused(text: str, trigger: str, who: str, role: str = "recipient") -> list[str]:
    """The fields of an event's one participant that are refused."""
    record = {
        "sentences": [1],
        "trigger": trigger,
        "participants": [{"mention": who, "role": role}],
        "type": "other",
        "factuality": "occurred",
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return [row.path for row in judgement.rejected if row.path.startswith("participants")]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param(
            "Ada Roe, whose son was captured in May, has left.",
            "was captured",
            "Ada Roe",
            id="whose-son",
        ),
        pytest.param(
            "Two clerks were arrested in May on suspicion of bribing judges.",
            "were arrested",
            "judges",
            id="within-what-others-did",
        ),
        pytest.param(
            "Two men, both of Dorva, were arrested and that a third man, Ilan Roe, fled.",
            "were arrested",
            "a third man",
            id="and-that",
        ),
        pytest.param(
            "One of the robbers was killed, while the other was arrested.",
            "was arrested",
            "One of the robbers",
            id="the-other",
        ),
        pytest.param(
            "Hale freed ten men, among them two cooks, in a raid in which three guards were shot.",
            "freed",
            "three guards",
            id="in-which",
        ),
        pytest.param("Rebels freed ten men and shot a guard.", "freed", "a guard", id="next-verb"),
        pytest.param(
            "Police detained a baker and searched the offices of two firms in Dorva.",
            "detained",
            "two firms",
            id="within-the-next-object",
        ),
        pytest.param(
            "Rebels have freed ten men but are still holding its captain.",
            "have freed",
            "its captain",
            id="next-verb-with-auxiliaries",
        ),
        pytest.param(
            "The fire drove 400 people from Dorva and killed two guards.",
            "killed",
            "400 people",
            id="object-of-the-first",
        ),
        pytest.param(
            "Ten men were released, and a sailor, Ilan Roe, was moved to Dorva.",
            "were released",
            "a sailor",
            id="another-passive",
        ),
        pytest.param(
            "Hale had left when ten men were released in Dorva.",
            "were released",
            "Hale",
            id="another-clause-before",
        ),
        pytest.param(
            "A fire drove ten tenants out on Monday, and Ilan Roe, 58, suffered burns to it.",
            "suffered burns",
            "tenants",
            id="who-was-not-hurt",
        ),
        pytest.param(
            "Police arrested ten men after a driver had been beaten in Dorva.",
            "arrested",
            "a driver",
            id="of-a-clause-behind",
        ),
        pytest.param(
            "Police arrested ten men, the Kelmar Post reported, citing relatives.",
            "arrested",
            "relatives",
            id="cited",
        ),
    ],
)
def test_what_is_done_to_others_does_not_befall_him(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who) == ["participants[0].mention"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("Rebels freed ten men and a guard.", "freed", "a guard", id="joined-object"),
        pytest.param("Rebels shot and killed a guard.", "shot", "a guard", id="shared-object"),
        pytest.param(
            "Rebels attacked the mill and killed a guard.",
            "attacked",
            "a guard",
            id="in-the-attack",
        ),
        pytest.param(
            "Police held ten men and took a baker into custody.", "held", "a baker", id="taken-too"
        ),
        pytest.param(
            "Police detained a man and charged the baker.", "detained", "the baker", id="he-again"
        ),
        pytest.param(
            "Police detained ten men and charged Ilan Roe.",
            "detained",
            "Ilan Roe",
            id="one-of-them",
        ),
        pytest.param(
            "Rebels ambushed policemen and wounded two.", "wounded", "policemen", id="two-of-those"
        ),
        pytest.param(
            "Ten men were released and left Dorva.", "were released", "Ten men", id="own-subject"
        ),
        pytest.param(
            "Ten men were released, among them a baker, Roe.", "were released", "Roe", id="among"
        ),
        pytest.param(
            "Roe was shot after the officer had left.", "was shot", "the officer", id="may-be-roe"
        ),
        pytest.param(
            "A man was held on Monday and Roe, 34, was charged.", "was held", "Roe", id="may-be-he"
        ),
        pytest.param(
            "Norland, whose vessel was impounded, protested.", "impounded", "Norland", id="owner"
        ),
        pytest.param("They said they had been robbed.", "been robbed", "They", id="pronoun"),
        pytest.param(
            "Police arrested ten men, including a driver who had been drunk.",
            "arrested",
            "a driver",
            id="including",
        ),
        pytest.param(
            "Police held the captain, Ilan Roe, and two cooks in Dorva after men accused them.",
            "held",
            "two cooks",
            id="listed-behind-an-apposition",
        ),
        pytest.param(
            "Ten clerks were hired in May, of whom four were released by noon.",
            "were released",
            "clerks",
            id="of-whom",
        ),
        pytest.param(
            "Five were arrested in Dorva along with two judges.",
            "were arrested",
            "two judges",
            id="along-with",
        ),
        pytest.param(
            "Bombs fell on Dorva, said the mayor, Ada Roe, who said that nine people were hurt.",
            "Bombs fell",
            "people",
            id="in-what-somebody-says",
        ),
        pytest.param(
            "Ada Roe, whose house was burned in May, has left.",
            "was burned",
            "Ada Roe",
            id="whose-house",
        ),
    ],
)
def test_whom_it_may_befall_stands(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who) == []
