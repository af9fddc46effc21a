"""What lets a figure have a label: a word for it in the clause of the figure's own verb.

"Boats brought 88 men ashore, and five drowned" has no 88 dead: their clause, which is complete,
has no word for it, and no later one takes them up, as "and some of them died" does. Where their
own verb may mean it ("shot 12 men"), and where they have none, it is open. Offsets are half-open
code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.patterns import WORD
from llmextract.ask.fates import NAMED, may_befall
from llmextract.judge.rules.figures.counting import MOST_FIGURES, noun_behind
from llmextract.judge.rules.figures.fate import FATE_OF
from llmextract.judge.rules.figures.governed import Governed, governed
from llmextract.judge.rules.figures.whose import governor
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.values import figures_of

# Whoever is moved in whatever way may be displaced.
_SURE: Final = frozenset(("killed", "injured", "captured"))
_NONE: Final = frozenset[str]()
# They tell nothing of what became of somebody, or may be how it did.
_OPEN: Final = grammar.inflected(
    "believe fear presume report confirm count list identify include declare pronounce estimate"
    " expect recover pull* retrieve discover stab* attack bomb shell crush bury burn hang poison"
    " ambush target torch strangle maul trample electrocute suffocate drag* throw fire behead"
    " number total suffer receive succumb collapse massacre lynch sacrifice exhume dig remain name"
    " call describe add mourn commemorate bring lead involve reach exceed pass follow document"
    " register record estimate"
) | grammar.words_of(
    "said says say saying told tells thought found known understood put puts feared shot hit struck"
    " beaten burnt hanged hung swept blown blew lost lose loses losing left leave leaves leaving"
    " gunned buried torn slain dug cut thrown crushed has have had became brought made among aged"
    " see sees saw seen"
    " gave gives spoke speaks"
)
# Prepositions of a place or a sum of others, which tell nothing of those counted.
_OUTSIDE: Final = grammar.words_of("of to for in from by on at within between with aboard")
# "Has risen to 12", "was put at 12", "the bodies of 12", "killed a group of 12".
_SUMS: Final = grammar.words_of(
    "compared remains rise rises rose risen rising climbed grew grown jumped fell fallen increased"
    " up number toll total tally figure count"
)
# "The number of guards killed this year to [28]".
_NUMBER_TO: Final = re.compile(
    r"\b(?:number|toll|tally|total|count|figure)\b[^,;:“”\"]{0,90}\b(?:to|at)\Z"
)
# Takes up those who were told before: "all died", "some of them".
_TAKES_UP: Final = re.compile(
    r"(?<!of\s)\b(?:they|them|all|both|these|those|their|each|most|some|who|everyone)\b|\bof\s(?:them|whom)\b",
    re.IGNORECASE,
)
# "Two of them fatally", "of whom two died": what befell a part alone.
_OF_PART: Final = re.compile(
    r"(?:(?:[\w-]+\s){1,2}of\s(?:them|whom)|of\s(?:them|whom)\s[\w-]+)\b[^,;:“”\"]*"
)
_WHOLE: Final = re.compile(r"(?:all|both|each|most|many|some|none)\b", re.IGNORECASE)
# Adjectives that say a sign of a deed, and nothing of how many.
_OF_DEED: Final = grammar.words_of(
    "deadly deadliest lethal funeral funerals deadlier fatal prison prisons jail"
)
# Behind another figure: "five [bodies]", "the 15 [dead]", "120 [lives]".
_NOUN: Final = re.compile(r"(?:\s+(?!(?:and|or|but|were|was|had|have|are|is)\b)[\w’'-]+){0,3}?\s+")
# Others who are told by their noun: "the miners [killed]", "a man [arrested]".
_OTHERS: Final = re.compile(
    r"\b(?:the|an?|its|their|his|her|those)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{3,})\s+\Z"
)
# "Of the 40 men held, [12 died]": the whole has the words that stand with it.
_OF_ALL: Final = re.compile(r"\s*Of\s[^,;:“”\"]*(?:,(?=\d)[^,;:“”\"]*)*,\s")
_NEXT: Final = re.compile(r"\s+(?:\w+ly\s+)?\w+")
_ALIVE: Final = re.compile(r"(?:\s+[\w’'-]+){0,7}?\s+(?:alive|unhurt|unharmed|safe|ashore)\b")
_BACK: Final = 80
_OF_WHOM: Final = re.compile(r",\s(?:and\s)?of\swhom\s(?:at\sleast\s|about\s)?\Z")
_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|whom|which|these|those|the|its|their)\b")


def told_of_others(sentence: str, label: str, figure: Range) -> str | None:
    """The word that governs a figure, where nothing says a label of those counted; or None.

    >>> told_of_others("Boats brought 88 men ashore, and five drowned.", "killed", (14, 16))
    'brought'
    """
    if NAMED.get(label, _NONE).isdisjoint(_SURE) or len(figures_of(sentence)) > MOST_FIGURES:
        return None
    found = governed(sentence, figure)
    if found is None or (found.joined and found.word not in FATE_OF):
        return None
    whom = _OF_WHOM.search(sentence, 0, figure[0])
    if whom is not None and is_people(found.word) and _says(label, sentence[: whom.start()]):
        return None  # "killed 21 people, of whom eight were children"
    is_open = _is_open(sentence, found, figure)
    rest = sentence[found.end :]
    noun = noun_behind(sentence, figure[1]) or figure
    next_to = _NEXT.match(sentence, figure[1])
    own = f"{found.word} {sentence[figure[1] : noun[1]]} {next_to[0] if next_to else ''}"
    if _says(label, own):
        return None
    if (whole := _OF_ALL.match(sentence, found.start)) is not None:
        is_of_rest = figure[1] < whole.end() and _WHOLE.match(sentence, whole.end())
        if is_of_rest or _says(label, whole[0]):
            return None
        if figure[1] < whole.end():
            return found.word
    is_other = FATE_OF.get(found.word) in ("killed", "injured") and found.voice != "part"
    is_taken = is_other and found.joined and not _says(label, sentence[figure[1] :])
    if not is_taken and _says_here(sentence, label, figure, (found.start, found.end)):
        return None
    parts = _OF_PART.sub(lambda part: part[0] if _WHOLE.match(part[0]) else "", rest)
    if is_open:
        return found.word if _says(label, rest) and not _says(label, parts) else None
    taken_up = _TAKES_UP.search(parts)
    return None if taken_up and _says(label, parts[taken_up.start() :]) else found.word


def _is_open(sentence: str, found: Governed, figure: Range) -> bool:
    """Whether what governs a figure may mean any label, or tells nothing of those counted."""
    if found.word in _OPEN or _OF_THEM.match(sentence, figure[1]):
        return _ALIVE.match(sentence, figure[1]) is None
    if found.kind != "prep":
        return False
    before = grammar.tokenise(sentence[found.start : found.at[0]]).words[-3:]
    is_sum = _NUMBER_TO.search(sentence, found.start, found.at[1]) is not None
    return found.word not in _OUTSIDE or is_sum or not _SUMS.isdisjoint(before)


def _says_here(sentence: str, label: str, figure: Range, clause: Range) -> bool:
    """Whether the clause of a figure has a word for a label that is not surely told of others."""
    signs = [
        word.span()
        for word in WORD.finditer(sentence, *clause)
        if word[0].lower() not in _OF_DEED and _says(label, word[0])
    ]
    return any(not _is_of_other(sentence, each, figure) for each in signs)


def _is_of_other(sentence: str, sign: Range, figure: Range) -> bool:
    """Whether a word for a label is told of another figure, or of others by their noun."""
    for mention in figures_of(sentence):
        other = mention.start, mention.end
        if touch(other, figure) or not mention.counts:
            continue
        governed_by = governor(sentence, other)
        if governed_by is not None and touch(governed_by, sign):
            return True
        if _NOUN.fullmatch(sentence, other[1], max(other[1], sign[0])):
            return True
    found = _OTHERS.search(sentence, max(0, sign[0] - _BACK), sign[0])
    if found is None or not grammar.is_past(sentence[slice(*sign)].lower()):
        return False
    noun = found["noun"].rstrip("s")
    return noun not in sentence[figure[1] : figure[1] + 40] and sentence.find(" by ", *sign) < 0


def _says(label: str, text: str) -> bool:
    """Whether a text has a word for a label, also a second time over: "recaptured"."""
    return may_befall(label, text) or any(
        word.startswith("re") and may_befall(label, word.removeprefix("re"))
        for word in grammar.tokenise(text).words
    )
