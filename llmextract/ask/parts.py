"""Labels of what somebody does in what happens, by their usual names."""

from typing import Final, Literal

from llmextract.article.syntax.grammar import words_of
from llmextract.ask.realis import realis_name

Part = Literal["does", "suffers"]

DOERS: Final = words_of(
    "actor agent doer perpetrator attacker aggressor initiator killer offender culprit"
)
SUFFERERS: Final = words_of(
    "recipient patient victim target sufferer casualty undergoer beneficiary"
)


def part_named(label: object) -> Part | None:
    """The part that a label names; None for any other label."""
    name = realis_name(label)
    return "does" if name in DOERS else "suffers" if name in SUFFERERS else None
