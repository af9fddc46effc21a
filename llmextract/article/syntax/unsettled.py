"""Whether a text has any word by which something may be yet to come, or may never be.

The lists are wide and nothing is asked of where the words stand: without any of them a text says
of nothing that it is planned, or hangs on a condition.
"""

from llmextract.article.syntax.governing import (
    COMPOUND,
    DEMANDED_OBJECT,
    DOUBTS,
    INTENDED_OBJECT,
    TO_NOUN,
    Force,
    words_with,
)
from llmextract.article.syntax.grammar import (
    CONDITIONS,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PRONOUNS,
    inflected,
    tokenise,
    words_of,
)
from llmextract.article.times.words import SURE_NAMES

_OPEN = frozenset({Force.MODALITY, Force.INTENTION, Force.CONDITION})
_SIGNS = (
    MODALS
    | CONDITIONS
    # A day says that something is arranged: "the summit is on Friday".
    | SURE_NAMES
    | {"May"}
    | DEMANDED_OBJECT
    | INTENDED_OBJECT
    | COMPOUND
    | words_with(_OPEN)
    | inflected("alert allow allege authorise authorize await contend endanger enable forecast")
    | inflected("foresee gear imply jeopardise jeopardize loom predict presume pursue risk seem")
    | inflected("speculate strive suppose suspect tend wonder caution believe argue estimate claim")
    | words_of(
        """
        ? whatever wherever perhaps maybe possibly potentially probably presumably likely unlikely
        conceivably hypothetical hypothetically theoretically eventually otherwise when once until
        till before unless tomorrow tonight soon shortly later next upcoming coming future ahead
        imminent imminently pending agenda deadline ultimatum ambition prediction predictions
        suspicion suspicions thought capable vulnerable prone susceptible option options candidate
        candidates vision strategy initiative bill draft mandate supposed supposedly rumoured
        rumored apparent apparently seemingly unclear uncertain uncertainty 'd contingency aspire
        aspires aspired aspiring purpose purposes
        """
    )
)
# Of these those that leave it open that there is a plan.
_DOUBTS = (
    DOUBTS
    | CONDITIONS
    | words_with(frozenset({Force.CONDITION}))
    | words_of(
        """
        ? whatever wherever perhaps maybe possibly potentially conceivably hypothetical possible
        hypothetically theoretically vulnerable prone susceptible capable suspicion suspicions
        apparent apparently seemingly unclear uncertain uncertainty supposed supposedly rumoured
        rumored when once until till before unless
        """
    )
)
_PLANS = _SIGNS - _DOUBTS
_NO_VERBS = DETERMINERS | PRONOUNS | OBJECT_PRONOUNS | {"whom"}


def unsettled(text: str) -> bool:
    """Whether any word of a text may say that something has not happened, or not yet."""
    return _has(_SIGNS, text)


def plans(text: str) -> bool:
    """Whether any word of a text may say that something is planned, and not only possible."""
    return _has(_PLANS, text.removeprefix("Should "))


def _has(signs: frozenset[str], text: str) -> bool:
    tokens = tokenise(text)
    words = tokens.words
    return not signs.isdisjoint(words) or any(
        words[at] == "to"
        and words[at - 1] not in TO_NOUN
        and words[at + 1] not in _NO_VERBS
        and text[tokens.starts[at + 1]].islower()
        for at in range(1, len(words) - 1)
    )
