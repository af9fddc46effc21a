"""Words and figures that another clause tells than the one of what they are said to stand with.

Of "Sales rose to 38 while costs fell to 12" the 12 are no sales, of "Dunmar, which has 90 shops,
merged with Tolley" nothing of the merger is 90, and of "Kelmar beat Dorva and Oria beat Norland" it
is not Norland that Kelmar beat. Open stays what a clause may go on to tell: of what was said
("Roe said sales fell to 12"), of somebody taken up ("and it has 90 shops"), of a deed by its noun
("and the move cost 12"), and what became of people ("and shrapnel wounded 12").

Offsets are half-open code points in a sentence.
"""

from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.finite import Finite, tellers_of
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import names_people
from llmextract.ask.markers import Parts
from llmextract.judge.rules.figures.fate import FATE_OF
from llmextract.judge.rules.figures.nearer import label_beside
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.spans import shown_throughout
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, Node
from llmextract.judge.verdict import Code, Span

# What takes up a figure told before: "and the total was 12".
_SUMS: Final = grammar.words_of(
    "total totals figure figures number numbers amount amounts sum sums rise fall increase decrease"
    " drop gain gains change result results count rate share value price cost"
)
_WORTH: Final = grammar.words_of(
    "valued worth cost costs priced estimated totalled totaled reached"
)
_BRINGS: Final = grammar.words_of("that whether how why if what")
_POINTS: Final = clausal.TAKING_UP - grammar.DETERMINERS | grammar.words_of(
    "this that these those such"
)
_ARTICLES: Final = ("the ", "a ", "an ")


def keep_in_own_clause(
    evidence: Evidence, node: GroupNode, child: Node, leaf: LeafNode, spans: tuple[Span, Span]
) -> None:
    """Reject a figure or words that another clause tells than the one of their anchor.

    Places, those who take part and figures with a label beside them have rules of their own.
    """
    is_part = any(
        isinstance(marker, Parts) and child is node.children[slot.name]
        for slot, marker in node.group.ruled
    )
    is_place = any(child is node.children[name] for name in node.group.placed)
    if is_part or is_place or label_beside(child, leaf):
        return
    shown = shown_throughout(evidence, spans, told_in_another_clause)
    if shown is not None:
        detail = f"{spans[1].exact!r} stands in another clause than {spans[0].exact!r}: {shown!r}"
        leaf.refuse(Code.MISATTACHED, detail)


def told_in_another_clause(sentence: str, anchor: Range, words: Range) -> str | None:
    """The subject and the verb that tell of words, where these are surely others than an anchor's.

    >>> sentence = "Sales rose to 38 while costs fell to 12."
    >>> told_in_another_clause(sentence, (0, 5), (37, 39)), told_in_another_clause(sentence, (0, 5), (14, 16))
    ('costs fell', None)
    """
    if touch(anchor, words):
        return None
    here, there = tellers_of(sentence, anchor), tellers_of(sentence, words)
    if not here or not there:
        return None
    told = there[-1]
    if told in here or (
        not told.zone.relative and any(each.zone.place == told.zone.place for each in here)
    ):
        return None
    if touch(told.zone.place, anchor) or touch(told.zone.place, words):
        return None
    if any(_says(sentence, each) for each in (*here, told)):
        return None
    if _is_brought(sentence, here, told) or _goes_on(sentence, anchor, here, told):
        return None
    return f"{sentence[slice(*told.zone.place)]} {sentence[slice(*told.verb)]}"


def _says(sentence: str, told: Finite) -> bool:
    return says(sentence[slice(*told.verb)].lower())


def _is_brought(sentence: str, here: tuple[Finite, ...], told: Finite) -> bool:
    """Whether a clause hangs on the verb before it: "found that 12 had left", "thinks 12 left"."""
    before = [each for each in here if each.verb[1] <= told.zone.start]
    if not before or told.zone.relative:
        return False
    between = grammar.tokenise(sentence[before[-1].verb[1] : told.zone.start]).words
    return not between or (between[-1] in _BRINGS and len(between) == 1)


def _goes_on(sentence: str, anchor: Range, here: tuple[Finite, ...], told: Finite) -> bool:
    """Whether a clause may tell of the anchor, or of what became of people by it."""
    verb = sentence[slice(*told.verb)].lower()
    subject = sentence[slice(*told.zone.place)]
    if told.zone.relative:
        is_restrictive = "," not in sentence[told.zone.end : told.verb[0]]
        return is_restrictive or verb in _WORTH
    if verb in FATE_OF or _POINTS.issuperset(grammar.tokenise(subject).words[:1]):
        return True
    is_verb = any(touch(each.verb, anchor) for each in here)
    head = head_of(subject)
    if head.lower() in _SUMS:
        return True
    is_thing = subject.lower().startswith(_ARTICLES) and not names_people(head.lower())
    return is_verb and is_thing and head.islower() and anchor[1] <= told.zone.start
