"""What happens is nobody to whom it is done: "conducted [airstrikes]", "survived an [attack]".

It may do so: "the airstrikes destroyed a mill".
"""

from typing import Final

from llmextract.article.syntax.grammar import words_of
from llmextract.ask.markers import Parts
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.rules.who.voice import parts_in
from llmextract.judge.tree import Node
from llmextract.judge.verdict import Code

# Nouns of deeds alone, none of a body or of somebody as well ("operation", "campaign", "service").
DEEDS: Final = frozenset(
    noun + ending
    for noun in words_of(
        """
        attack strike airstrike raid assault ambush bombing shelling explosion bombardment shooting
        killing murder assassination massacre execution arrest release detention abduction
        kidnapping hijacking investigation inquiry probe indictment prosecution siege capture
        recapture withdrawal retreat evacuation deployment liberation invasion incursion
        annexation meeting negotiation discussion election visit ceasefire protest riot
        demonstration clash skirmish crackdown destruction
        """
    )
    for ending in ("", "s")
)


def keep_takers(child: Node, marker: Parts) -> None:
    """Reject a deed as somebody to whom something is done."""
    for who, words, _, part in parts_in(child, marker):
        if part == "suffers" and head_of(words.exact) in DEEDS:
            who.refuse(Code.UNREADABLE, f"{words.exact!r} is what happens, and nobody")
