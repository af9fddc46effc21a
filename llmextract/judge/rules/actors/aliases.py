"""Other words for an actor that the article shows to be those of another one.

By what it prints itself: an abbreviation in brackets behind another full name, or with the letters
of one; another state; who is introduced anew; who does something to whom. What it leaves open
stands: a name has short forms in other languages ("PDK"), and a seat stands for its government.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import ARTICLES, inflected, is_past, words_of
from llmextract.article.syntax.patterns import IS
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import NUMBERS
from llmextract.judge.rules.actors.sorts_apart import sorts_apart
from llmextract.judge.rules.actors.states import other_state, state_of
from llmextract.judge.rules.nouns import is_people, may_act
from llmextract.judge.spans import occurrences

_SHORT: Final = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,4}")
_BRACKETED: Final = re.compile(r"\s\([\"“']?(?P<short>[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,4})\b")
# Between two names of one: "the Dorva Union, formerly the Northern League".
_RENAMING: Final = re.compile(
    r"\b(?:as|formerly|previously|former|once|re(?:named|branded)|alias|aka|called|named|dubbed"
    r"|known|acronym|abbreviat\w+|initials|stands? for|merg\w+|became|becom\w+|or|i\.e)\b|=",
    re.IGNORECASE,
)
_KNOWN_AS: Final = re.compile(
    r"(?P<who>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})(?:,?\s|,\s\d\d,\s)(?:who\s(?:is|was)\s)?"
    r"(?:(?:also|better|formerly|widely|once)\s)?(?:(?:known|nicknamed|dubbed)\s(?:as\s)?|alias\s|aka\s)"
    r"(?:[Tt]he\s|[“\"])?\Z"
    # "The Dorva Front, or DF": two that are listed have no comma.
    r"|(?P<full>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){1,3}),\sor\s\Z"
)
_SMALL: Final = words_of("of for the and in on to de del la el des du e y")
_LINK: Final = rf"[\s-]+(?:(?:{'|'.join(sorted(_SMALL))}|al|wal)[\s-]+){{0,2}}"
_LEAST_LETTERS, _MOST_LETTERS = 3, 7
_LETTER: Final = re.compile(r"\w")
_LEAST_PARTS: Final = 2
_REACH: Final = 200
_NEAR: Final = 90
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w’'.]*")
# What somebody does to others, and never to himself by another name.
_HARM: Final = (
    r"(?:destroy|defeat|degrade|fight|crush|eliminate|combat|eradicate|oust|dislodge|repel)"
)
_AGAINST: Final = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}?"
    r"(?:efforts?|campaigns?|operations?|fight|war|battle|offensive|struggle|(?:air)?strikes|raids)"
    rf"\s+(?:against|to\s+(?:{_HARM}\s+and\s+)?(?:\w+ly\s+)?{_HARM})\s+(?:the\s+)?"
)
_HELPING: Final = re.compile(
    rf"\s+(?:{IS}\s+)?(?:assist|help|support|back|train|arm)(?:ing|s|ed)\s+(?:the\s+)?"
    rf"(?:[\w-]+\s+){{1,4}}to\s+(?:{_HARM}\s+and\s+)?(?:\w+ly\s+)?{_HARM}\s+(?:the\s+)?"
)
_DOING: Final = re.compile(
    rf"\s+(?:(?:{IS}|has|have|had|also|\w+ly)\s+){{0,3}}(?P<verb>[a-z]+)"
    r"(?:\s+with)?(?:\s+(?:the|an?))?\s+(?P<more>(?:[a-z-]+\s+)?)"
)
_AGENT: Final = re.compile(r",?\s+(?P<verb>[a-z]+ed)\s+by\s+(?:the\s+)?")
# Verbs whose past no ending tells, and one of saying: nobody tells himself.
_DONE: Final = words_of("told met fought struck hit beat shot overthrew caught sought sent")
_FOUGHT: Final = inflected("attack shell bomb defeat besiege ambush fight destroy") | {"fought"}
_OPPOSED: Final = re.compile(
    r"\s+(?P<words>(?:[a-z-]+\s+){0,5})(?:against|alongside)\s+(?:the\s+)?"
)
_NAMING: Final = inflected(
    "name call dub* rename remain become style term rebrand brand label nickname title identify"
) | words_of("married wed dubbed became known considered deemed surnamed codenamed based led born")
_COUNTED: Final = re.compile(
    r"(?:\b\d[\d,.]*|\b(?:" + "|".join(sorted(NUMBERS)) + r"|more|dozens of|hundreds of))\s+\Z",
    re.IGNORECASE,
)


def another_actor(article: Article, name: str, words: str) -> str | None:
    """Why words for an actor are those of another one, None where they may be his.

    Of "the Dorva Front (DF) fought the Norland Union (NU)" the Front is not "NU".
    """
    if (state := other_state(words, name)) is not None:
        return f"it means {state!r}"
    if state_of(name) is not None and state_of(words) is not None:
        return None
    if (counted := _counted(article, name, words)) is not None:
        return f"{counted!r} of them are counted"
    if (owner := _named_as(article, name, words)) is not None:
        return f"{owner!r} is known by it"
    if is_renamed(article, name, words):
        return None
    if (sorts := sorts_apart(article, name, words)) is not None:
        return f"one names {sorts[0]}, the other {sorts[1]}"
    whose = _abbreviates_other(article, name, words) or _abbreviates_other(article, words, name)
    if whose is not None:
        return f"{whose!r} has that abbreviation"
    if (done := _done_to(article, name, words)) is not None:
        return f"{done!r} stands between them"
    return None


def _named_as(article: Article, name: str, words: str) -> str | None:
    """Who else is known by words: "Hale" of "Hale, known as the Fox"."""
    known = {word.casefold() for word in _NAME_WORD.findall(name)} - _SMALL
    owners: list[str] = []
    for start, _ in occurrences(article.text, words):
        found = _KNOWN_AS.search(article.text, max(0, start - _NEAR), start)
        if found is None:
            continue
        if found["full"] and not _SHORT.fullmatch(words):
            continue
        owner = found["who"] or found["full"]
        if known & {word.casefold() for word in _NAME_WORD.findall(owner)}:
            return None
        owners.append(owner)
    return owners[0] if owners else None


def is_renamed(article: Article, one: str, other: str) -> bool:
    """Whether a sentence may say that two names are of one: "the Union, formerly the League"."""
    text = article.text
    for start, end in occurrences(text, one):
        for low, high in occurrences(text, other):
            first, last = (end, low) if end <= low else (high, start)
            between = text[first:last] if 0 <= last - first <= _NEAR else ". "
            if ". " not in between and (_RENAMING.search(between) or not _LETTER.search(between)):
                return True
    return False


def _abbreviates_other(article: Article, full: str, short: str) -> str | None:
    """The other name that an abbreviation is of; None where it may be that of the full name."""
    if not _SHORT.fullmatch(short) or is_short_for(short, full):
        return None
    text = article.text
    places = [text[max(0, at - _REACH) : at] for at, _ in occurrences(text, f"({short})")]
    if any(before.rstrip().endswith(full) for before in places):
        return None
    defined = article.abbreviations.get(short)
    if _SHORT.fullmatch(full):
        own = article.abbreviations.get(full)
        is_other = own and defined and full[:2] != short[:2] and not _alike(own, defined)
        return defined if is_other else None
    if not _is_full(full):
        return None
    if defined is not None:
        return None if _alike(full, defined) else defined
    shorts = [found["short"] for found in _behind(text, full, _BRACKETED)]
    if shorts and places and short not in shorts:
        return " ".join(places[0].split()[-3:])
    spelt = _spelt_out(text, short)
    return None if spelt is None or _alike(full, spelt) else spelt


def _behind(text: str, name: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for _, end in occurrences(text, name):
        found = pattern.match(text, end)
        if found is not None:
            yield found


def _is_full(name: str) -> bool:
    """Whether a name is written out: two words with capitals at least."""
    words = _words(name)
    return sum(word[0].isupper() for word in words) > 1


def _words(name: str) -> list[str]:
    return [word for word in _NAME_WORD.findall(name) if word.lower() not in ARTICLES]


def is_short_for(short: str, full: str) -> bool:
    """Whether the capitals of a short form may be those of a name, in any order."""
    letters = sorted(letter for letter in short if letter.isupper())
    words = re.split(r"[\s-]+", full)
    capitals = [word[0] for word in words if word[:1].isupper()]
    firsts = [word[0].upper() for word in words if word and word.lower() not in _SMALL]
    return letters in (sorted(capitals), sorted(firsts)) or short in words


def may_be_short(short: str, name: str) -> bool:
    """Whether most letters of an abbreviation begin words of a name: "DOJ", "Justice Department".

    Or it begins with that, or that with it: "UNHCR", "UN".
    """
    words = [word.replace(".", "") for word in name.split()]
    if short in words:
        return False
    firsts = [word[0].upper() for word in words if word]
    begins = any(word.isupper() and short.startswith(word) for word in words)
    begun = sum(letter in firsts for letter in {*short})
    return begins or is_short_for(short, name) or begun > len({*short}) / 2


def _alike(one: str, other: str) -> bool:
    """Whether two full names may be one: the same head, the same beginning, one in the other."""
    here, there = ([word.casefold() for word in _words(name)] for name in (one, other))
    if not here or not there:
        return True
    one_in_other = set(here) <= set(there) or set(there) <= set(here)
    return one_in_other or here[-1] == there[-1] or here[:2] == there[:2]


def _spelt_out(text: str, short: str) -> str | None:
    """The name whose words begin with the letters of an abbreviation: "Norland Union" of "NU"."""
    if not (short.isupper() and _LEAST_LETTERS <= len(short) <= _MOST_LETTERS):
        return None
    parts = [rf"{short[0]}[a-z][\w’']*"]
    parts += [rf"[{letter}{letter.lower()}][a-z][\w’']*" for letter in short[1:]]
    for found in re.finditer(r"\b" + _LINK.join(parts), text):
        words = [word for word in _words(found[0]) if word.lower() not in _SMALL]
        capitals = [word for word in words if word[0].isupper()]
        if len(capitals) == len(words) or (may_act(words[-1]) and not is_past(words[-1])):
            return found[0]
    return None


def _counted(article: Article, name: str, words: str) -> str | None:
    """The number before people of another nation who are no body: "20 Norland soldiers"."""
    parts, known = ({word.casefold() for word in _words(each)} for each in (words, name))
    is_body = name[0].isupper() and not is_people(_words(name)[-1].lower()) if known else False
    return counted_people(article, words) if is_body and parts.isdisjoint(known) else None


def counted_people(article: Article, words: str) -> str | None:
    """The number that stands before people of a nation or body wherever the article names them."""
    parts = _words(words)
    if len(parts) < _LEAST_PARTS or not (parts[0][0].isupper() and parts[-1].islower()):
        return None
    if not (is_people(parts[-1]) and parts[-1].endswith(("s", "men"))):
        return None
    text = article.text
    found = [_COUNTED.search(text, max(0, at - _NEAR), at) for at, _ in occurrences(text, words)]
    return found[0][0].strip() if found and found[0] and all(found) else None


def _done_to(article: Article, name: str, words: str) -> str | None:
    """What one of two does to the other, or against it: "the Union is arming the Front".

    "The militants" may mean one and then the other, so that small letters have to stand once.
    """
    is_name = any(word[0].isupper() for word in _words(words))
    if not is_name and len(occurrences(article.text, words)) != 1:
        return None
    for known in (name, "".join(word[0] for word in _words(name) if word[0].isupper())):
        for sentence in article.lines if len(known) > 1 else ():
            if known in sentence.text and words in sentence.text:
                pairs = ((known, words), (words, known))
                done = next(filter(None, (_between(sentence.text, *pair) for pair in pairs)), None)
                if done is not None:
                    return done
    return None


def _between(text: str, one: str, other: str) -> str | None:
    """What the first of two does to the other, where it stands right between them."""
    return next(filter(None, (_deed(words) for words in _words_between(text, one, other))), None)


def _words_between(text: str, one: str, other: str) -> Iterator[str]:
    pairs = product(occurrences(text, one), occurrences(text, other))
    return (text[end:start] for (_, end), (start, _) in pairs if end < start <= end + _NEAR)


def fights(article: Article, one: str, other: str) -> str | None:
    """What shows that one of two fights the other: "the Front's war against the Norland army"."""
    for sentence in article.lines:
        if one in sentence.text and other in sentence.text:
            for pair in ((one, other), (other, one)):
                for words in _words_between(sentence.text, *pair):
                    if _is_fight(words):
                        return words.strip(" ’s'")
    return None


def _is_fight(between: str) -> bool:
    if _AGAINST.fullmatch(between):
        return True
    done = _DOING.fullmatch(between) or _AGENT.fullmatch(between)
    return done is not None and done["verb"] in _FOUGHT


def _deed(between: str) -> str | None:
    if _AGAINST.fullmatch(between) or _HELPING.fullmatch(between):
        return between.strip()
    if (agent := _AGENT.fullmatch(between)) is not None and agent["verb"] not in _NAMING:
        return between.strip(" ,")
    opposed = _OPPOSED.fullmatch(between)
    if opposed is not None and not says(opposed["words"]):
        return between.strip()
    done = _DOING.fullmatch(between)
    if done is None or done["more"].strip() in _NAMING or done["verb"] in _NAMING:
        return None
    verb = done["verb"]
    is_verb = verb in _DONE or (verb.endswith(("ing", "ed")) and not says(verb))
    return between.strip() if is_verb else None
