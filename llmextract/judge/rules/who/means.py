"""What does it for others: a deed or a means, behind which those who do it may be named."""

import re
from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import sort_of
from llmextract.judge.rules.nouns import head_of

# What does it for others, who may be named further on: "the blast killed five, and rebels".
_MEANS: Final = grammar.words_of(
    """
    aircraft airstrike ambush animal artillery ash assault attack avalanche bacteria balloon
    barrage battery battle bear blast blaze boat bomb bombardment bombing bullet bus campaign
    car clash cold company convoy crackdown cover crash cyclone debris device disaster disease dog
    drone drought earthquake elephant epidemic eruption explosion explosive fire flood gas
    grenade gunfire heat helicopter hurricane incident jet knife landslide lightning market
    massacre mine missile mortar mosquito move mudslide operation outbreak pandemic parasite
    plane plot poison projectile raid rain riot rocket satellite shark shell shelling
    shockwave shooting shootout shot siege smoke snow storm strike tank tornado train truck
    tsunami typhoon unrest van vehicle violence virus volcano warplane warship wave weapon
    wildfire wind
    """
)
# "a plane chartered by Roe"
_REDUCED: Final = re.compile(r"\s\w+ed\s(?:by|in|at|on|from|to|with)\b.*", re.DOTALL)


def does_for_others(subject: str) -> bool:
    """Whether a subject is a deed or a means, behind which those who do it may be named."""
    head = head_of(_REDUCED.sub("", subject)).lower()
    return head.removesuffix("s") in _MEANS or head in _MEANS or sort_of(subject) == "deed"
