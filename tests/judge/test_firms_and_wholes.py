"""Firms, chambers and vehicles that do things, and the wholes of which a part is told."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, Counts, CuedBy, Named, Parts, check


class Firm(BaseModel):
    """A body that people are no example of."""

    verb: str
    firm: Annotated[str, Named(never=("people",)), Beside("verb")]


class Who(BaseModel):
    """Somebody who takes part."""

    name: Annotated[str, Named(never=("deed", "thing"))]
    role: Literal["actor", "recipient"]


class Deed(BaseModel):
    """What happens."""

    verb: str
    who: Annotated[list[Who], Beside("verb"), Parts("verb", who="name", role="role")]


class Count(BaseModel):
    """A number of people or things."""

    verb: str
    count: Annotated[int, Counts("of")]
    of: str


def refused(text: str, record: dict[str, object], schema: type[BaseModel]) -> bool:
    (judgement,) = check(Article(text=text), [{"sentences": [1], **record}], schema=schema)
    return bool(judgement.rejected)


@pytest.mark.parametrize(
    ("text", "firm", "falls"),
    [
        ("Last year the group shed ten jobs.", "the group", False),
        ("The newspaper shed ten jobs.", "The newspaper", False),
        ("The rebels shed ten jobs.", "The rebels", True),
        ("Rebel groups shed ten jobs.", "Rebel groups", True),
    ],
)
def test_a_group_may_be_a_firm(text: str, firm: str, *, falls: bool) -> None:
    assert refused(text, {"verb": "shed", "firm": firm}, Firm) is falls


@pytest.mark.parametrize(
    ("text", "verb", "name", "falls"),
    [
        ("A speedboat rammed a ferry.", "rammed", "A speedboat", False),
        ("Two died when a lorry hit a bus.", "hit", "a lorry", False),
        ("The men took a lorry and met Roe.", "met", "a lorry", True),
        ("The chain bought Hale.", "bought", "The chain", False),
        ("Ada Roe was elected by the upper house.", "elected", "the upper house", False),
        ("Rebels hit the house.", "hit", "the house", True),
        ("Roe was named to the post by Hale.", "named", "Hale", False),
        ("The raid was condemned in a post by Hale.", "raid", "Hale", True),
    ],
)
def test_who_may_do_it(text: str, verb: str, name: str, *, falls: bool) -> None:
    assert refused(text, {"verb": verb, "who": [{"name": name, "role": "actor"}]}, Deed) is falls


@pytest.mark.parametrize(
    ("text", "verb", "count", "of", "falls"),
    [
        ("Of the 140 men, 104 escaped unhurt, Roe said.", "escaped", "104", "men", False),
        ("Of the 140 men, 104 escaped.", "escaped", "140", "men", True),
        ("Of the 120 ships launched so far, seven sank.", "launched", "120", "ships", False),
        ("Of the 120 ships, seven sank.", "sank", "120", "ships", True),
        ("The 140 men met ten guards unhurt.", "met", "ten", "men", True),
    ],
)
def test_a_part_counts_what_the_whole_counts(
    text: str, verb: str, count: str, of: str, *, falls: bool
) -> None:
    assert refused(text, {"verb": verb, "count": count, "of": of}, Count) is falls


class Certain(BaseModel):
    """How sure something is, in two degrees."""

    words: str
    hedge: str
    sure: Annotated[Literal["certain", "possible"], CuedBy("hedge", unless="certain")]


class Degrees(BaseModel):
    """How sure something is, in three degrees."""

    words: str
    hedge: str
    sure: Annotated[Literal["certain", "probable", "possible"], CuedBy("hedge", unless="certain")]


@pytest.mark.parametrize(("schema", "falls"), [(Certain, False), (Degrees, True)])
def test_what_is_probable_is_possible_where_no_label_says_so(
    schema: type[BaseModel], *, falls: bool
) -> None:
    text = "Roe said the peak had probably passed."
    record = {"words": "the peak had passed", "hedge": "probably", "sure": "possible"}
    assert refused(text, {**record, "words": "the peak had probably passed"}, schema) is falls
