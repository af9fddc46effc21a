"""Figures that their sentence tells of an earlier deed.

"Men rallied over a raid that killed [three]", "a blast hurt four hours after a raid killed [two]":
the deed is the one whose verb or noun governs the figure. Offsets are half-open code points in a
sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import is_attack, sort_of
from llmextract.judge.rules.figures.compared import DEEDS
from llmextract.judge.rules.figures.fate import FATE_OF
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.values import figures_of

_BACK: Final = 160
_FEW: Final = (
    r"(?:(?:at|least|about|some|around|more|than|over|nearly|almost|up|to|as|many|an?|the|another"
    r"|other|further|estimated|only|just|all|its|their|his|her)\s+){0,5}"
)
# Who is told with those counted: "killed [a guard and his] two sons".
_WITH_THEM: Final = r"(?:(?:an?|one|two|three|four|five|\d+)\s+(?:[a-z-]+\s+){1,3}?and\s+)?"
_HARM: Final = "|".join(
    sorted(w for w, f in FATE_OF.items() if f not in ("freed", "missing") and w.isalpha())
)
# Before a figure: "killed at least [two]", "left [two] dead", "the killing of [two]".
_TAKES: Final = re.compile(rf"\b(?P<verb>[a-z]+)(?:\s+dead)?\s+{_WITH_THEM}{_FEW}\Z")
_OF_DEED: Final = re.compile(
    r"\b(?:the|a|an|its|their|his|her)?\s*(?:[a-z-]+\s+){0,2}?(?P<noun>killings?|murders?|slayings?|assassinations?"
    r"|executions?|massacres?|slaughter|shootings?|lynchings?|stabbings?|deaths?|abductions?|kidnappings?"
    rf"|arrests?|detentions?|capture|drownings?|beheadings?)\s+of\s+{_FEW}\Z"
)
_DEAD: Final = re.compile(r"(?:\s+[\w’'-]+){0,4}?\s+(?:dead|injured|wounded|homeless|hurt)\b")
# Of a figure that is a subject: "[two] guards were killed", "[two] died".
_IS_DONE: Final = re.compile(
    r"(?:\s+(?!(?:and|or|but|who|which|that|when|while|as|after|before|by|with)\b)[\w’'-]+){0,4}?\s+"
    rf"(?:(?:was|were|have|has|had|been|being|reportedly|later|\w+ly)\s+){{0,4}}(?P<verb>{_HARM}"
    r"|driven|forced|expelled|deported|evicted)\b"
)
_COSTS: Final = grammar.words_of("cost claimed claims took")
_LIVES: Final = re.compile(r"\s+lives\b")
# What lies between an opening and the verb that governs a figure.
_RELATIVE: Final = re.compile(
    r"\b(?:that|which|who|where|when)\s+(?:(?:had|has|have|also|\w+ly)\s+){0,2}\Z"
)
_WORDS: Final = re.compile(r"(?:[\w’'.-]+\s+){1,14}\Z")
_CUTS: Final = re.compile(
    r"\b(?:and|but|or|when|while|whereas|as|before|until|because|if|although|though|said|says)\s"
)
_AFTER: Final = re.compile(
    r"(?<!\w)(?P<p>after|since|over|for|against|about|following|despite|into|with|connection\s+with"
    r"|response\s+to|protest\s+at|angry\s+at|anger\s+at)\s+",
    re.IGNORECASE,
)
_OF_CLAUSE: Final = grammar.words_of("after since")
_CHARGED: Final = re.compile(r"\bcharg(?:ed|es|ing)(?:\s+[\w’'-]+){0,4}\s+with\s+\Z")
_ANSWERS: Final = re.compile(r"\bresponsib(?:ility|le)\s+for\s+\Z")
_NEW: Final = re.compile(
    r"(?:\A|[,;:“”\"]\s|\b(?:an?|another|a\s+second|a\s+new|fresh|new|second)\s)(?:[A-Za-z-]+\s){0,2}\Z",
    re.I,
)
_ENDS: Final = re.compile(
    r"\b(?:end(?:s|ed|ing)?|over|stop\w*|halt\w*|suspend\w*|cancel\w*|call(?:ed|s)\s+off|broken\s+up"
    r"|dispers\w+|quell\w*|finish\w*|subsid\w+|abandon\w*|abort\w*|turn\w*|turned)\b"
)
# Opens a deed that was not told before: "a raid", "raids", "shelling"; not "the raid".
_NEW_DEED: Final = re.compile(
    r"(?!(?:the|this|that|these|those|such|its|their|his|her|it|he|she|they|both|all|[A-Z]\w*day[’'])\b)[\w“]"
)
# A clause of those whom it befell, that has neither a place nor a deed of its own.
_BEFALLS: Final = re.compile(
    r"(?:,|;)?\s(?:and|while|but)\s(?P<who>(?:[\w’'-]+\s){1,6}?)(?:was|were|is|are|(?:has|have)\sbeen)\s"
    rf"(?:still\s|also\s|\w+ly\s)?(?:{_HARM}|missing)(?=[.,;]|\Z)"
)
_BREAK: Final = re.compile(r"[;:“”\"()—–]|,(?!\d)")


def of_other_deed(sentence: str, anchor: Range, count: Range) -> str | None:
    """The words by which a figure is told of another deed than what happens at `anchor`."""
    if touch(anchor, count):
        return None
    governed = governor(sentence, count)
    if governed is None or touch(governed, anchor):
        return None
    return (
        _of_earlier(sentence, anchor, governed)
        or _of_fronted(sentence, anchor, governed)
        or _of_later(sentence, anchor, governed)
        or _unlike(sentence, anchor, governed)
    )


def governor(sentence: str, count: Range) -> Range | None:
    """The stretch from a figure to the verb or noun of harm that governs it, or None.

    >>> text = "Roe fled after a blast killed two guards."
    >>> start = text.index("two")
    >>> text[slice(*governor(text, (start, start + 3)))]
    'killed two'
    """
    low = max(0, count[0] - _BACK)
    if (noun := _OF_DEED.search(sentence, low, count[0])) is not None:
        return noun.start("noun"), count[1]
    taken = _TAKES.search(sentence, low, count[0])
    if taken is not None:
        verb = taken["verb"]
        is_left = verb in ("left", "leaving", "leaves") and _DEAD.match(sentence, count[1])
        is_cost = verb in _COSTS and _LIVES.match(sentence, count[1])
        if is_left or is_cost or _is_harm(verb) or " dead" in taken[0]:
            return taken.start(), count[1]
    done = _IS_DONE.match(sentence, count[1])
    return (count[0], done.end()) if done is not None else None


def _is_harm(word: str) -> bool:
    return FATE_OF.get(word, "freed") not in ("freed", "missing")


def _of_earlier(sentence: str, anchor: Range, governed: Range) -> str | None:
    """What opens the deed of a figure behind another: "arrested over a raid that killed [two]"."""
    if governed[0] < anchor[1]:
        return None
    low = max(anchor[1], governed[0] - _BACK)
    for opened in reversed(list(_AFTER.finditer(sentence, low, governed[0]))):
        if _BREAK.search(sentence, opened.end(), governed[0]):
            return None
        is_told = _is_told(sentence, anchor) or _NEW_DEED.match(sentence, opened.end())
        if is_told and _opens_deed(sentence, opened, governed):
            is_end = not is_verb(sentence, anchor) and _ENDS.search(
                sentence, anchor[1], opened.start()
            )
            return None if is_end else sentence[opened.start() : governed[1]]
    return None


def _of_fronted(sentence: str, anchor: Range, governed: Range) -> str | None:
    """What opens the deed of a figure before another: "After a raid killed [two], Roe fled"."""
    if anchor[0] < governed[1] or not _is_told(sentence, anchor):
        return None
    comma = _BREAK.search(sentence, governed[1], anchor[0])
    if comma is None or comma[0] != ",":
        return None
    low = max(0, governed[0] - _BACK)
    for opened in reversed(list(_AFTER.finditer(sentence, low, governed[0]))):
        is_first = not _BREAK.search(sentence, 0, opened.start()) and not grammar.has_verb(
            sentence[: opened.start()]
        )
        if (
            is_first
            and opened["p"].lower() in _OF_CLAUSE
            and _opens_deed(sentence, opened, governed)
        ):
            return sentence[opened.start() : governed[1]]
    return None


def _opens_deed(sentence: str, opened: re.Match[str], governed: Range) -> bool:
    """Whether a preposition opens a deed that a figure is told of, by a clause or by its noun."""
    word, rest = opened["p"].lower(), sentence[opened.end() : governed[0]]
    if _ANSWERS.search(sentence, 0, opened.end()):
        return False
    if word == "with" and not _CHARGED.search(sentence, 0, opened.end()):
        return False
    told = sentence[slice(*governed)].split()[0].lower()
    if not rest.strip():
        # "Jailed for killing two", "after the killing of two", "after two were killed".
        is_first = grammar.is_gerund(told) and (
            word == "for" or " of " in sentence[slice(*governed)]
        )
        return is_first or (word in _OF_CLAUSE and not grammar.is_gerund(told)) or _is_noun(told)
    if not _WORDS.fullmatch(rest) or _BREAK.search(rest) or _CUTS.search(rest.replace("that ", "")):
        return False
    relative = _RELATIVE.search(rest)
    if relative is None:
        is_noun = _is_noun(told) and not any(map(grammar.is_past, grammar.tokenise(rest).words))
        return is_noun or word in _OF_CLAUSE
    return word in _OF_CLAUSE or is_deed(rest[: relative.start()])


def _is_noun(word: str) -> bool:
    return word.rstrip("s") in ("killing", "murder", "death", "arrest", "massacre") or (
        not grammar.is_past(word) and word.isalpha()
    )


def is_deed(words: str) -> bool:
    """Whether the head of a phrase is a deed: "a bombing in Dorva", "eight days of clashes"."""
    opening = re.split(r"\s(?:in|at|near|on|by|against|outside)\s", words)[0]
    heads = {head_of(opening).lower(), opening.split()[-1].lower() if opening.split() else ""}
    return any(
        is_attack(head) or sort_of(head) == "deed" or head in DEEDS or head.rstrip("s") in DEEDS
        for head in heads
    )


def _is_told(sentence: str, anchor: Range) -> bool:
    """Whether what happens is told as new, by a verb or a noun that takes up nothing."""
    low = max(0, anchor[0] - 40)
    return is_verb(sentence, anchor) or _NEW.search(sentence, low, anchor[0]) is not None


def _of_later(sentence: str, anchor: Range, governed: Range) -> str | None:
    """The deed before which one was that has its own figure: "hurt [four] after a raid killed two".

    Only what a deed does to those counted: "three died after a raid hurt ten" may be of the raid.
    """
    if anchor[0] < governed[1] or FATE_OF.get(sentence[governed[0] :].split()[0]) is None:
        return None
    low = max(governed[1], anchor[0] - _BACK)
    for opened in _AFTER.finditer(sentence, low, anchor[0]):
        if _BREAK.search(sentence, opened.end(), anchor[1]):
            continue
        for mention in figures_of(sentence):
            own = governor(sentence, (mention.start, mention.end)) if mention.counts else None
            behind = own is not None and opened.end() <= own[0]
            if own and behind and not _BREAK.search(sentence, opened.end(), own[0]):
                return sentence[slice(*governed)] if _opens_deed(sentence, opened, own) else None
    return None


def befalls_beside(sentence: str, words: Range) -> bool:
    """Whether a clause only tells whom something befell: ", and [25] guards are missing"."""
    return any(
        found.start("who") <= words[0] and words[1] <= found.end("who")
        for found in _BEFALLS.finditer(sentence)
    )


def _unlike(sentence: str, anchor: Range, governed: Range) -> str | None:
    """The fronted words for what a deed is unlike, which have the figure."""
    comma = sentence.find(", ", governed[1])
    if not sentence.startswith(("Unlike ", "In contrast to ")) or not 0 <= comma < anchor[0]:
        return None
    return sentence[: governed[1]]
