"""Labels of what befell people, each word of which is told of others than a figure counts.

"Boats brought 88 men ashore, and five drowned" has no 88 dead: the sentence tells of the dead by
one word, which has a figure of its own, and the 88 have a verb of theirs. Where any such word may
be theirs ("and some of them died"), or their own verb may mean it ("shot 12 men"), it stands.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.patterns import WORD
from llmextract.ask.fates import NAMED, may_befall
from llmextract.judge.rules.figures.counting import MOST_FIGURES
from llmextract.judge.rules.figures.whose import governor
from llmextract.judge.values import figures_of

# Whoever is moved in whatever way may be displaced.
_SURE: Final = frozenset(("killed", "injured", "captured"))
_NONE: Final = frozenset[str]()
_BACK: Final = 80
_FEW: Final = (
    r"(?:(?:at|least|about|some|around|more|than|over|nearly|almost|up|to|as|many|an?|the|another"
    r"|other|further|only|just|all|its|their|his|her)\s+){0,5}\Z"
)
# "Brought [88] men", "took away [60]", "still holding [75]".
_TAKES: Final = re.compile(rf"\b(?P<verb>[a-z]+)\s+(?:(?:away|out|back|in|off|up)\s+)?{_FEW}")
# What holds people, before how many: "home to [900]", "a group of [20]", "built for [900]".
_HOLDS: Final = re.compile(
    r"\b(?P<verb>(?:home|host|shelter)\s+to|(?:group|crowd|team|party|convoy|crew|population|class|audience"
    rf"|congregation)\s+of|(?:built|designed|meant|made|intended)\s+(?:for|to\s+hold))\s+{_FEW}"
)
_WHO: Final = r"(?:\s+(?!(?:and|or|but|who|which|that|when|while|as|after|before)\b)[\w’'-]+){0,6}?"
# "Hundreds of men [marched]", "40 men were still [trapped]", "12 [hospitalised]".
_DOES: Final = re.compile(
    rf"{_WHO}\s+(?P<aux>(?:(?:was|were|is|are|remain(?:ed|s)?|has|have|had)\s+)(?:(?:been|still|also|later"
    r"|being|\w+ly)\s+){0,3})(?P<verb>[a-z]+)\b"
)
_DID: Final = re.compile(rf"{_WHO}\s+(?P<verb>[a-z]+)\b")
_ALIVE: Final = re.compile(r"(?:\s+[\w’'-]+){0,7}?\s+(?P<verb>alive|unhurt|unharmed|safe|ashore)\b")
# They tell nothing of what became of somebody, or may be how it did.
_OPEN: Final = grammar.inflected(
    "believe fear presume report confirm count list identify include declare pronounce estimate"
    " expect recover pull* retrieve discover stab* attack bomb shell crush bury burn hang poison"
    " ambush target torch strangle maul trample electrocute suffocate drag* throw fire behead"
    " number total suffer receive succumb collapse massacre lynch sacrifice exhume dig remain name"
    " call describe add mourn commemorate bring lead involve reach exceed pass"
) | grammar.words_of(
    "said thought found known understood put feared shot hit struck beaten burnt hanged hung swept"
    " blown blew lost lose loses losing left leave leaves leaving gunned buried torn slain dug cut"
    " thrown crushed was were is are be been had has have became brought made among aged"
)
# Adjectives that say a sign of a deed, and nothing of how many.
_OF_DEED: Final = grammar.words_of(
    "deadly deadliest lethal funeral funerals deadlier fatal prison prisons jail hospital hospitals"
)
# Behind another figure: "five [bodies]", "the 15 [dead]", "120 [lives]".
_NOUN: Final = re.compile(r"(?:\s+(?!(?:and|or|but|were|was|had|have|are|is)\b)[\w’'-]+){0,3}?\s+")
# Others who are told by their noun: "the miners [killed]", "a man [arrested]".
_OTHERS: Final = re.compile(
    r"\b(?:the|an?|its|their|his|her|those)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{3,})\s+\Z"
)


def told_of_others(sentence: str, label: str, figure: Range) -> str | None:
    """The verb of those counted, where each word for a label has another figure; or None.

    >>> text = "Boats brought 88 men ashore, and five drowned."
    >>> told_of_others(text, "killed", (14, 16))
    'brought'
    """
    if NAMED.get(label, _NONE).isdisjoint(_SURE) or len(figures_of(sentence)) > MOST_FIGURES:
        return None
    verb = _own_verb(sentence, label, figure)
    if verb is None:
        return None
    signs = [
        word.span()
        for word in WORD.finditer(sentence)
        if word[0].lower() not in _OF_DEED and _tells(label, word[0])
    ]
    return verb if signs and all(_is_of_other(sentence, each, figure) for each in signs) else None


def _own_verb(sentence: str, label: str, figure: Range) -> str | None:
    """The verb that those counted have, where it neither says nor may mean a label."""
    low = max(0, figure[0] - _BACK)
    behind = _ALIVE.match(sentence, figure[1]) if label == "killed" else None
    found = behind or _HOLDS.search(sentence, low, figure[0])
    if found is not None:
        return found["verb"]
    taken = _TAKES.search(sentence, low, figure[0])
    if taken is not None and _is_verb(taken, label):
        return taken["verb"]
    done = _DOES.match(sentence, figure[1]) or _DID.match(sentence, figure[1])
    while done is not None and not _is_verb(done, label):
        if done["verb"] in _OPEN or _tells(label, done["verb"]) or done.re is _DOES:
            return None
        behind = _DID.match(sentence, done.end()) if done.end() - figure[1] < _BACK else None
        done = behind if behind is not None and behind.end() > done.end() else None
    return done["verb"] if done is not None else None


def _tells(label: str, word: str) -> bool:
    """Whether a word tells a label, also a second time over: "recaptured"."""
    return may_befall(label, word) or (
        word.startswith("re") and may_befall(label, word.removeprefix("re"))
    )


def _is_verb(found: re.Match[str], label: str) -> bool:
    word = found["verb"]
    if word in _OPEN or _tells(label, word):
        return False
    is_form = grammar.is_past(word) or word in clausal.FINITE | grammar.UNCHANGED
    if found.re is _TAKES:
        return is_form or grammar.is_gerund(word)
    return is_form and word not in grammar.ADJECTIVES


def _is_of_other(sentence: str, sign: Range, figure: Range) -> bool:
    """Whether a word for a label is told of another figure, or of others by their noun."""
    for mention in figures_of(sentence):
        other = mention.start, mention.end
        if touch(other, figure) or not mention.counts:
            continue
        governed = governor(sentence, other)
        if governed is not None and touch(governed, sign):
            return True
        if _NOUN.fullmatch(sentence, other[1], max(other[1], sign[0])):
            return True
    found = _OTHERS.search(sentence, max(0, sign[0] - _BACK), sign[0])
    if found is None or not grammar.is_past(sentence[slice(*sign)].lower()):
        return False
    noun = found["noun"].rstrip("s")
    return noun not in sentence[figure[1] : figure[1] + 40] and sentence.find(" by ", *sign) < 0
