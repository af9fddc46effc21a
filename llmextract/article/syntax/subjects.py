"""Whose verb it is: whether words belong to a clause, or to a verb, other than an anchor's.

Only what is sure is said: a subject right before its verb, or one that opens the verb's clause.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal as lists
from llmextract.article.syntax.behind import is_behind_verb
from llmextract.article.syntax.clauses import (
    APPOSED,
    Clause,
    Words,
    find_clauses,
    opens_noun,
    subject_at,
)
from llmextract.article.syntax.grammar import words_of
from llmextract.article.syntax.patterns import UNCLOSED_OFFICE
from llmextract.article.times.words import SURE_NAMES

_THAT: Final = re.compile(r"\s+that\s+")
_ADVERB: Final = re.compile(
    r"(?:has|have|had|will|would|could|also|then|later|further|again|\w{2,}ly)\Z",
    re.IGNORECASE,
)
_GERUND: Final = re.compile(r"\w{3,}ing\b")
_THOSE: Final = re.compile(
    r"\b(?P<who>(?:those|people|anyone|anybody|someone|others|everyone|everybody|many))\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
_LET: Final = re.compile(
    r"\b(?:allow|permit|urg|tell|told|forc|caus|enabl|persuad|convinc|encourag|order|advis|invit"
    r"|requir|lead|led)(?:e|es|ed|s|ing)?\s+"
    r"(?P<who>(?!(?:\w+\s+)?(?:permission|time|power|way|plans?|efforts?)\b)[\w’'-]+(?:\s+(?!to\b)[\w’'-]+){0,7})"
    r"\s+to\s+\Z"
)
_QUOTES: Final = re.compile(r"\b(?:quot|cit)(?:ed|es?|ing)\Z")
_AS_SAYING: Final = re.compile(r"[^;:“”\"]{0,80}?\sas\s(?:having\s)?(?:say|said|tell|told)")
_LOOK_BACK: Final = 120
# Not "members voted, and Hale was elected".
_VOTED: Final = re.compile(r"(?:(?:has|have|had)\s)?voted\s(?:against|for|to|in\sfavou?r)\b")
_ARTICLE: Final = re.compile(r"\A(?:the|an?)\s", re.IGNORECASE)
_OF: Final = re.compile(r"\s(?:of|in|for|at|on)\s")
# "By contrast", "in turn", "however": they name nobody who could be the subject.
_ASIDES: Final = words_of(
    "by in for at however meanwhile though too also instead therefore moreover"
)
_ASIDE: Final = 3
# "Mid-March" and "late-Monday" are one word each.
_DATES: Final = tuple(SURE_NAMES)


def stands_apart(sentence: str, anchor: Range, words: Range) -> bool:
    """Whether words belong to a clause other than the anchor's, which is complete without them.

    Never where the anchor's clause or the words take up something from elsewhere ("it", "there"),
    nor where one clause is the setting of the other ("After rebels fled, the army bombed Idlib").
    """
    clauses = find_clauses(sentence)
    apart = _apart(clauses, anchor, words)
    if apart is None:
        return False
    here = clauses[apart[0]]
    if not _has_own_subject(sentence, here, anchor):
        return False
    told = APPOSED.sub(",", sentence[here.start : here.end])
    if not _lower_words(told).isdisjoint(lists.POINTING):
        return False
    if _lower_words(sentence[slice(*words)]) <= lists.TAKING_UP:
        return False
    low, high = sorted(apart)
    if any(clause.joint == "linked" for clause in clauses[low : high + 1]):
        return False
    return _is_complete(sentence, here, anchor) or (
        _is_alone(sentence, anchor) and _is_subject(clauses[apart[1]], words)
    )


def other_subject(sentence: str, name: Range, words: Range, *, has_own: bool) -> Range | None:
    """The subject of another clause, behind which words stand, than the one that a name heads.

    "18%" of "Kelmar fell to 22%, while the Front climbed to 18%" is the Front's. It may be Kelmar's
    too where its clause takes somebody up ("while pollsters gave him"), or has a subject that is no
    name, unless Kelmar `has_own`.
    """
    clauses = find_clauses(sentence)
    apart = _apart(clauses, name, words)
    if apart is None:
        return None
    here, there = clauses[apart[0]], clauses[apart[1]]
    if here.subject is None or not _heads(sentence, here.subject, name):
        return None
    if there.subject is None or there.subject[1] > words[0]:
        return None
    subject = sentence[slice(*there.subject)]
    is_name = _without_article(subject)[:1].isupper() and sentence[name[0]].isupper()
    takes_up = _lower_words(sentence[there.start : there.end]) & lists.POINTING
    is_sure = (is_name or has_own) and _is_full(sentence, there.subject) and not takes_up
    return there.subject if is_sure else None


def parallel_subject(sentence: str, anchor: Range, words: Range) -> Range | None:
    """The subject of the clause of words, where an anchor has its own in a clause beside that.

    "Roe" for "$2" and "paid" of "Hale paid $3, and Roe lent $2"; nobody where a word takes somebody
    up ("and Roe lent him $2"), nor where one clause hangs on the other ("when Roe lent $2").
    """
    clauses = find_clauses(sentence)
    apart = _apart(clauses, anchor, words)
    if apart is None:
        return None
    here, there = clauses[apart[0]], clauses[apart[1]]
    low, high = sorted(apart)
    if any(clause.joint == "linked" for clause in clauses[low : high + 1]):
        return None
    if not all(_has_own_subject(sentence, *each) for each in ((here, anchor), (there, words))):
        return None
    takes_up = _lower_words(sentence[there.start : there.end]) & lists.POINTING
    return None if takes_up else there.subject


def are_in_one_clause(sentence: str, one: Range, other: Range) -> bool:
    """Whether one clause holds both ranges."""
    clauses = find_clauses(sentence)
    place = _holding(clauses, one)
    return place is not None and place == _holding(clauses, other)


def _heads(sentence: str, subject: Range, words: Range) -> bool:
    """Whether words are the head of a subject: "shares" of "shares in Kelmar Mills"."""
    if subject[1] == words[1]:
        return True
    start = subject[1] - len(_without_article(sentence[slice(*subject)]))
    is_first = subject[0] <= words[0] <= start and words[1] < subject[1]
    return is_first and _OF.match(sentence, words[1]) is not None


def _without_article(text: str) -> str:
    return _ARTICLE.sub("", text)


def _is_alone(sentence: str, anchor: Range) -> bool:
    """Whether an anchor is a verb beside which nobody stands but who does it: "resigned"."""
    words = [word.lower() for word in lists.WORD.findall(sentence, *anchor)]
    return any(word in lists.ALONE for word in words) or bool(_VOTED.match(sentence, anchor[0]))


def _is_subject(clause: Clause, words: Range) -> bool:
    """Whether words are of the subject that opens a clause."""
    return clause.subject is not None and touch(clause.subject, words)


def is_not_subject(sentence: str, anchor: Range, words: Range) -> bool:
    """Whether the verb at the anchor surely has a subject other than the words.

    The subject that opens the anchor's clause counts against words of another clause, the one right
    before the anchor against all. Pronouns are nobody's fault: they may mean whom the words mean.
    """
    between = sentence[anchor[1] : words[0]].strip()
    agent = between in ("by", "by the")  # "first reported by Roe"
    if between in ("", "a", "an", "the") and _is_quoted(sentence, anchor, words):
        return False
    if agent or _lower_words(sentence[slice(*words)]) <= lists.TAKING_UP:
        return False
    if UNCLOSED_OFFICE.fullmatch(sentence, words[1], max(words[1], anchor[0])):
        return False
    if (
        near := subject_of(sentence, anchor) or _subject_of_nonfinite(sentence, anchor)
    ) is not None:
        return not touch(words, near)
    clauses = find_clauses(sentence)
    apart = _apart(clauses, anchor, words)
    if apart is not None and _has_own_subject(sentence, clauses[apart[0]], anchor):
        return True
    return is_behind_verb(sentence, anchor, words)


def _is_quoted(sentence: str, anchor: Range, words: Range) -> bool:
    """Whether words right behind a verb are those it lets speak: "quoted Roe as saying"."""
    if not _QUOTES.search(sentence, *anchor):
        return False
    is_participle = sentence.endswith("ing", 0, anchor[1])
    return is_participle or _AS_SAYING.match(sentence, words[1]) is not None


def names_own_subject(sentence: str, start: int) -> bool:
    """Whether a clause at an offset opens with a subject that names somebody and takes up nobody.

    It may stand behind a first comma ("Days later, the army"), or behind "there were". No pronoun
    behind it, either, could mean somebody from outside of it.
    """
    subject = subject_at(sentence, start)
    if subject is None and (comma := sentence.find(", ", start)) >= 0:
        subject = subject_at(sentence, comma + 2)
    if subject is None:
        return False
    if not (_is_full(sentence, subject) or sentence[slice(*subject)].lower() == "there"):
        return False
    return _lower_words(sentence[start:]).isdisjoint(lists.POINTING - lists.MEANING_NOBODY)


def _has_own_subject(sentence: str, clause: Clause, anchor: Range) -> bool:
    """Whether the anchor stands behind a subject that opens its clause and names somebody."""
    subject = clause.subject
    return subject is not None and subject[1] <= anchor[0] and _is_full(sentence, subject)


def _apart(clauses: tuple[Clause, ...], one: Range, other: Range) -> tuple[int, int] | None:
    """The places of the clauses that hold two ranges, where these are two."""
    mine, theirs = _holding(clauses, one), _holding(clauses, other)
    return None if mine is None or theirs is None or mine == theirs else (mine, theirs)


def _holding(clauses: tuple[Clause, ...], span: Range) -> int | None:
    for place, clause in enumerate(clauses):
        if clause.start <= span[0] < clause.end:
            return place if span[1] <= clause.end else None
    return None


def _lower_words(text: str) -> frozenset[str]:
    return frozenset(match.group().lower() for match in lists.WORD.finditer(text))


def _is_full(sentence: str, subject: Range) -> bool:
    """Whether a subject names somebody: neither a pronoun nor a bare number."""
    words = [word.lower() for word in lists.WORD.findall(sentence, *subject)]
    return any(word not in lists.NAMES_NOBODY and not word.isdigit() for word in words)


def _is_complete(sentence: str, clause: Clause, anchor: Range) -> bool:
    """Whether the anchor's own clause says of what or where it is: a name, an object, a passive."""
    assert clause.subject is not None
    predicate = list(lists.WORD.finditer(sentence, clause.subject[1], clause.end))
    for word in predicate:
        named = word.group()[0].isupper() and not word.group().lower().endswith(_DATES)
        if named and word.end() > anchor[0]:
            return True
    verb = [word.group().lower() for word in predicate if word.start() < anchor[1]]
    if any(word in lists.BE for word in verb):
        return True
    after = next((word.group().lower() for word in predicate if word.start() >= anchor[1]), "")
    return after in lists.OPENS_OBJECT or after[:1].isdigit()


def brings_other(sentence: str, cue: Range, said: Range, brings: Callable[[str], bool]) -> bool:
    """Whether other words are those that a cue brings, or another verb is what brings these.

    The clause of the words opens with somebody and a verb that `brings` them, and the cue stands in
    another ("while Jones said"); or they stand before a cue that a clause follows ("added that").
    """
    if said[1] <= cue[0] and (that := _THAT.match(sentence, cue[1])):
        return subject_at(sentence, that.end()) is not None
    clauses = find_clauses(sentence)
    apart = _apart(clauses, said, cue)
    subject = clauses[apart[0]].subject if apart is not None else None
    return subject is not None and subject[1] <= said[0] and brings(sentence[subject[1] : said[0]])


@lru_cache(maxsize=2048)
def subject_of(sentence: str, verb: Range) -> Range | None:
    """The words right before a verb where they are surely its subject: "Roe" in ", Roe said".

    None for a passive, for a pronoun, and wherever the subject may start farther off.
    """
    before = list(lists.WORD.finditer(sentence, max(0, verb[0] - _LOOK_BACK), verb[0]))
    while before and _ADVERB.match(before[-1].group()):
        before.pop()
    before = _without_aside(before)
    taken: list[re.Match[str]] = []
    while before and _continues_subject(before):
        taken.insert(0, before.pop())
    if not taken or not _is_verb(sentence, verb, taken[-1].group()) or _opens_place(taken):
        return None
    span = taken[0].start(), taken[-1].end()
    if not opens_noun(taken) or not _is_full(sentence, span) or not _parts(before):
        return None
    return None if _lower_words(sentence[slice(*span)]) & lists.POINTING else span


def _opens_place(words: Words) -> bool:
    """Whether words open with an "at" that is none of "at least": "at a meeting on Monday"."""
    opening = [word.group().lower() for word in words[:2]]
    return opening[0] == "at" and opening[-1] not in ("least", "most")


def _subject_of_nonfinite(sentence: str, verb: Range) -> Range | None:
    """Who does what a participle or infinitive tells: "those seeking", "allowed Roe to think"."""
    before = sentence[max(0, verb[0] - _LOOK_BACK) : verb[0]]
    low = verb[0] - len(before)
    found = _THOSE.search(before) if _GERUND.match(sentence, *verb) else _LET.search(before)
    return (low + found.start("who"), low + found.end("who")) if found is not None else None


def _without_aside(before: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out a few words set off before a verb: "organisers, by contrast, insisted"."""
    if not before or before[-1].group() != ",":
        return before
    opening = next((at for at in range(len(before) - 2, -1, -1) if before[at].group() == ","), 0)
    aside = [word.group().lower() for word in before[opening + 1 : -1]]
    is_aside = opening and 0 < len(aside) <= _ASIDE and aside[0] in _ASIDES
    return before[:opening] if is_aside else before


def _continues_subject(before: Words) -> bool:
    word = before[-1].group()
    low = word.lower()
    return word[0].isalnum() and low not in lists.ENDS_SUBJECT


def _is_verb(sentence: str, verb: Range, before: str) -> bool:
    words = [word.lower() for word in lists.WORD.findall(sentence, *verb)]
    low = next((word for word in words if not _ADVERB.match(word)), "")
    if before.lower() in lists.OPENS_PHRASE or before.endswith(("'s", "’s", "s’", "s'")):
        return False
    if low in lists.BE:
        return False
    if words[0] in lists.MODALS and low:
        return True
    is_noun = low.endswith(("ers", "ors", "ents", "ions", "ists", "ings", "ss"))
    return low in lists.FINITE or low.endswith("ed") or (low.endswith("s") and not is_noun)


def _is_relative(word: re.Match[str]) -> bool:
    return word.group().lower() in lists.RELATIVE


def _parts(before: Words) -> bool:
    """Whether what stands before a subject parts it from all that goes before."""
    if not before:
        return True
    word = before[-1].group().lower()
    if word == "that" and len(before) > 1:
        said = before[-2].group().lower()
        return said in lists.FINITE or said.endswith("ed")
    if word == "and" or (word == "once" and len(before) > 1 and _is_relative(before[-2])):
        return False  # "countries that once backed rebels"
    dash = word == "-" and before[-1].string.endswith(" - ", 0, before[-1].end() + 1)
    return word in lists.PARTING or word in ',;:“”"—–' or dash
