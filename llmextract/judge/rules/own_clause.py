"""Words and figures that another clause tells than the one of what they are said to stand with.

Of "Sales rose to 38 while costs fell to 12" the 12 are no sales, of "Kelmar Mills, which has 90
shops, merged" nothing of the merger is 90, and of "Kelmar beat Dorva and Oria beat Norland" it
is not Norland that Kelmar beat. Open stays what a clause may go on to tell: of what was said
("Roe said sales fell to 12"), of somebody taken up ("and it has 90 shops"), of a deed by its noun
("and the move cost 12"), and what became of people ("and shrapnel wounded 12").

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.finite import Finite, finite_verbs, tellers_of
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import is_attack, sort_of
from llmextract.ask.markers import Parts
from llmextract.ask.shape import Moment, Number
from llmextract.judge.rules.figures.fate import FATE_OF
from llmextract.judge.rules.figures.nearer import label_beside
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.spans import shown_throughout, standing
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, Node
from llmextract.judge.values import figures_of
from llmextract.judge.verdict import Code, Span

# What takes up a figure told before: "and the total was 12".
_SUMS: Final = grammar.words_of(
    "total totals figure figures number numbers amount amounts sum sums rise fall increase decrease"
    " drop gain gains change result results count rate share value price cost"
)
_WORTH: Final = grammar.words_of(
    "valued worth cost costs priced estimated totalled totaled reached"
)
_SAYING: Final = grammar.words_of("said say says told tell tells added adds wrote writes")
_WHICH: Final = re.compile(
    r",?\s(?:(?:of|to|from|by|with|for|in)\s)?(?:which|whom?|whose|that|where)\b"
)
_WHILE: Final = re.compile(r",\s(?:while|whereas)\s")
_CLAUSE: Final = re.compile(r"[,;:—–“”\"]|\b(?:while|but|after|before|when|that|which|who)\b")
# "Having cut it to 38, Roe left it": what its participle tells is no other verb's.
_FRONTED: Final = re.compile(
    r"\W{0,3}(?:[A-Z][\w.,’' ]{0,40}(?:\([\w ]{1,20}\)\s)?[-–—]\s)?"
    r"(?P<told>Having\s(?:been\s)?\w+|(?:Built|Hit|Struck|Shot|Held|Found|Caught|Taken|Born|Sold|Bought"
    r"|[A-Z][a-z]+ed)(?=\s(?:by|in|from|at|to|on|after|with|for|off|near)\s))\s[^,;:“”\"]{3,120},\s"
)
_PARTICLES: Final = clausal.PARTICLES | {"over"}
_JOINT: Final = re.compile(r"\A(?:and|but)\s")
_NEAR: Final = 30
# Whom somebody else only counts: "and Roe counted 30 dead".
_HARMED: Final = grammar.words_of(
    "dead injured wounded hurt missing casualties deaths victims bodies injuries survivors"
)
# How many words of an office stand before a name, at most: "jailed former deputy mayor Ada Roe".
_TITLE: Final = 5
_BRINGS: Final = grammar.words_of("that whether how why if what")
_POINTS: Final = grammar.SUBJECTS | grammar.words_of("this that these those such both each all")
# What takes up what a verb tells: "and the move cost 12".
_DEEDS: Final = grammar.words_of(
    """
    move deal plan project step decision ruling measure sale purchase merger takeover agreement
    strike vote campaign operation programme program scheme work cut penalty fine sentence award
    verdict win victory defeat match game race flight trip crossing closure launch incident accident
    """
)


def keep_in_own_clause(
    evidence: Evidence, node: GroupNode, child: Node, leaf: LeafNode, spans: tuple[Span, Span]
) -> None:
    """Reject a figure or words that another clause tells than the one of their anchor.

    Those who take part, and figures with a label beside them, have rules of their own.
    """
    is_part = any(
        isinstance(marker, Parts) and child is node.children[slot.name]
        for slot, marker in node.group.ruled
    )
    if is_part or label_beside(child, leaf):
        return
    is_place = any(child is node.children[name] for name in node.group.placed)
    is_setting = is_place or isinstance(leaf.shape, Moment)
    shows = set_against if is_setting else told_in_another_clause
    shown = shown_throughout(evidence, spans, shows)
    if shown is not None and not _is_held_too(evidence, node, leaf, spans):
        detail = f"{spans[1].exact!r} stands in another clause than {spans[0].exact!r}: {shown!r}"
        leaf.refuse(Code.MISATTACHED, detail)


def _is_held_too(
    evidence: Evidence, node: GroupNode, leaf: LeafNode, spans: tuple[Span, Span]
) -> bool:
    """Whether a record has the figure of a verb and that of the one joined to it: it may mean both.

    "The blast killed 83 people and hurt 240" has both for "killed".
    """
    anchor, words = spans
    if not isinstance(leaf.shape, Number):
        return False
    text = evidence.article.text
    return any(
        isinstance(other.shape, Number)
        and anchor.end <= span.start < span.end <= words.start
        and not _CLAUSE.search(text, span.end, words.start)
        for other, span in standing(node)
        if other is not leaf
    )


def set_against(sentence: str, anchor: Range, words: Range) -> str | None:
    """The same of a time or a place, which may be of two clauses unless ", while" parts them."""
    shown = told_in_another_clause(sentence, anchor, words)
    first, later = sorted((anchor, words))
    return shown if shown and _WHILE.search(sentence, first[1], later[0]) else None


def told_in_another_clause(sentence: str, anchor: Range, words: Range) -> str | None:
    """The subject and the verb that tell of words, where these are surely others than an anchor's.

    >>> sentence = "Sales rose to 38 while costs fell to 12."
    >>> [told_in_another_clause(sentence, (0, 5), figure) for figure in ((14, 16), (37, 39))]
    [None, 'costs fell']
    """
    if touch(anchor, words) or _takes_up(sentence, anchor, words):
        return None
    fronted = _FRONTED.match(sentence)
    if fronted is not None and words[1] <= fronted.end() <= anchor[0]:
        return fronted["told"] if words[0] >= fronted.end("told") else None
    here, there = tellers_of(sentence, anchor), tellers_of(sentence, words)
    if not here or not there:
        return None
    told = there[-1]
    if told in here or _is_left(sentence, here, told, anchor, words):
        return None
    same = [each for each in here if each.zone.place == told.zone.place]
    if same and not told.zone.relative:
        other = _of_joined_verb(sentence, same[0], told, words)
        return other if touch(same[0].verb, anchor) else None
    is_next = anchor[1] <= told.zone.start
    is_figure = any(touch((each.start, each.end), words) for each in figures_of(sentence))
    is_subject = touch(told.zone.place, words) and is_next and is_figure
    if touch(told.zone.place, anchor) or (is_subject and not _is_said(sentence, anchor, told)):
        return None
    if any(sentence[slice(*each.verb)].lower() in _SAYING for each in (*here, told)):
        return None
    if not is_figure and is_next and _is_linked(sentence, told):
        return None
    if _is_brought(sentence, here, told) or _goes_on(sentence, anchor, here, told):
        return None
    return f"{_subject(sentence, told)} {sentence[slice(*told.verb)]}"


def _subject(sentence: str, told: Finite) -> str:
    """The words of a subject, without an "and" before them."""
    return _JOINT.sub("", sentence[slice(*told.zone.place)])


def _is_left(
    sentence: str, here: tuple[Finite, ...], told: Finite, anchor: Range, words: Range
) -> bool:
    """Whether words may be of an anchor's clause too: somebody beside a verb that has no object.

    "Members voted, and [Hale] was elected", "[Roe] captured Hale, who was beaten", and the dead of
    "the storm hit Dorva, and Roe counted [30] dead".
    """
    behind = grammar.tokenise(sentence[words[1] : words[1] + _NEAR]).words[:2]
    if not _HARMED.isdisjoint(behind):
        return True
    follows = grammar.tokenise(sentence[told.verb[1] : told.verb[1] + _NEAR]).words[:1]
    if anchor[1] <= told.zone.start and not grammar.OBJECT_PRONOUNS.isdisjoint(follows):
        return True
    if not sentence[words[0]].isupper():
        return False
    if any(each.zone.relative for each in here):
        return True
    own = sentence[here[-1].verb[1] : max(told.zone.start, here[-1].verb[1])]
    return here[-1].verb[1] <= told.zone.start and not any(map(str.isalnum, own.replace("and", "")))


def _is_said(sentence: str, anchor: Range, told: Finite) -> bool:
    """Whether somebody else says what a later clause tells: "and Roe warned that 12 would go"."""
    between = (each.verb for each in finite_verbs(sentence) if anchor[1] <= each.verb[0])
    return any(
        verb[1] <= told.zone.start and says(sentence[slice(*verb)].lower()) for verb in between
    )


def _of_joined_verb(sentence: str, here: Finite, told: Finite, words: Range) -> str | None:
    """The verb that has words, of two with one subject, where each has its own behind it.

    "Fined Roe 12 crowns and jailed [Hale]"; not "shot and wounded Hale".
    """
    first, later = sorted((here.verb, told.verb))
    joint = max(sentence.rfind(f" {word} ", first[1], later[0]) for word in ("and", "but"))
    own = sentence[first[1] : max(joint, first[1])].strip(" ,")
    if not own or (told.verb == first and not first[1] <= words[0] < words[1] <= joint):
        return None
    figures = [(each.start, each.end) for each in figures_of(sentence) if each.counts]
    is_figure = any(touch(figure, words) for figure in figures)
    has_own = any(first[1] <= start < joint for start, _ in figures)
    is_apart = is_figure and (has_own or told.verb == first)
    is_object = is_named_behind(sentence, told.verb, words)
    return sentence[slice(*told.verb)] if is_apart or is_object else None


def is_named_behind(sentence: str, verb: Range, words: Range) -> bool:
    """Whether words are the object right behind a verb: "jailed [Hale]", "jailed Mayor [Hale]"."""
    between = grammar.tokenise(sentence[verb[1] : words[0]]).words
    if between[:1] == ("to",):
        between = between[2:]  # "refused to give up"
    if not _PARTICLES.isdisjoint(between[:1]):
        between = between[1:]
    is_near = words[0] >= verb[1] and len(between) <= _TITLE
    return is_near and all(
        word in grammar.DETERMINERS or (grammar.is_open(word) and not grammar.is_past(word))
        for word in between
    )


def _takes_up(sentence: str, anchor: Range, words: Range) -> bool:
    """Whether the clause of an anchor has words again: "Roe, [whom] men had beaten", "[him]"."""
    if words[1] > anchor[0]:
        return False
    if _WHICH.match(sentence, words[1]):
        return True
    behind = grammar.tokenise(sentence[anchor[1] : anchor[1] + _NEAR]).words[:2]
    return not grammar.OBJECT_PRONOUNS.isdisjoint(behind)


def _is_brought(sentence: str, here: tuple[Finite, ...], told: Finite) -> bool:
    """Whether a clause hangs on the verb before it: "found that 12 had left", "thinks 12 left"."""
    before = [each for each in here if each.verb[1] <= told.zone.start]
    if not before or told.zone.relative:
        return False
    start = before[-1].verb[1]
    between = grammar.tokenise(sentence[start : told.zone.start]).words
    others = [each for each in finite_verbs(sentence) if start <= each.verb[0] < told.zone.start]
    return not between or (between[-1] in _BRINGS and not others)


def _is_linked(sentence: str, told: Finite) -> bool:
    """Whether a clause is the setting of the one before it: "after Hale raised wages"."""
    before = grammar.tokenise(sentence[max(0, told.zone.start - _NEAR) : told.zone.start]).words
    return bool(before) and before[-1] in clausal.LINKED


def _goes_on(sentence: str, anchor: Range, here: tuple[Finite, ...], told: Finite) -> bool:
    """Whether a clause may tell of the anchor, or of what became of people by it."""
    verb = sentence[slice(*told.verb)].lower()
    subject = _subject(sentence, told)
    if told.zone.relative:
        is_restrictive = "," not in sentence[told.zone.end : told.verb[0]]
        return is_restrictive or verb in _WORTH
    is_next = anchor[1] <= told.zone.start
    if not _POINTS.isdisjoint(grammar.tokenise(subject).words[:1]) or (verb in FATE_OF and is_next):
        return True
    is_verb = any(touch(each.verb, anchor) for each in here)
    head = head_of(subject)
    if head.lower() in _SUMS:
        return True
    takes_up = head.lower() in _DEEDS or sort_of(head) == "deed" or is_attack(head)
    return is_verb and is_next and takes_up and subject.lower().startswith("the ")
