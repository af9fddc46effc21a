"""Whose a title is, and whether it is one: offices, ranks and roles beside a name."""

import re
from collections.abc import Iterator
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.clauses import subject_at
from llmextract.article.syntax.grammar import (
    ARTICLES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    has_verb,
    inflected,
    is_adverb,
    is_open,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.named import names_nothing
from llmextract.article.syntax.patterns import ABBREVIATED, OF_NAMES
from llmextract.article.syntax.sorts import OFFICES, is_bare_gerund, is_bare_verb, sort_of
from llmextract.judge.rules.nouns import is_people

# What makes another office or rank of one.
_OTHER_OFFICE: Final = re.compile(
    r"(?<![\w-])(?:(?:former|vice|deputy|acting|assistant|under|shadow|interim|honorary|junior"
    r"|associate|(?!\A)(?<!and )(?<!since )then|outgoing|incoming|retired|one-time|onetime|ousted"
    r"|exiled|would-be|ex|late|self-styled|self-proclaimed|de facto)(?:\s+|-)|ex)\Z",
    re.IGNORECASE,
)
# A verb between them makes a title that of the name: "Roe is the minister", "was named minister".
_NAMING: Final = inflected(
    "name appoint elect nominate promote proclaim declare call crown install serve work act remain"
    " style* consider become =became =chosen =made =sworn"
) | words_of("as post office role position job rank title")
# Offices as they stand before or behind names: "Rep. Roe", "the police officer, Roe".
ROLES: Final = OFFICES | words_of(
    "spokesmen aide aides adviser advisers advisor advisors officer lawyer lawyers attorney"
    " attorneys chief chairman chairwoman supporter supporters campaign administration secretary"
    " ambassador envoy director manager executive analyst analysts economist expert experts"
    " professor general commissioner mayor governor wife husband son daughter father mother"
    " brother sister widow prosecutor prosecutors judge reporter correspondent columnist strategist"
    " pollster researcher researchers candidate nominee senator congressman"
)
_OFFICES: Final = (
    ROLES - words_of("campaign administration army police government")
    | words_of("host founder owner colleague man woman mate")
    | frozenset(ABBREVIATED.lower().split("|"))
)
# "Under secretary" is a title, "of the school" and "owner of a" are cut out of one.
_CUT_FRONT: Final = PREPOSITIONS - {"under"}
_CUT_END: Final = PREPOSITIONS | ARTICLES | CONJUNCTIONS
# What is in, at or against somebody or some place is no title: "Roe, a farmer in Dorva".
_SAME_PHRASE: Final = re.compile(r"(?:\s+[\w’'-]+){0,4}\s+")
_WHERE: Final = re.compile(r"\b(?:in|at|from|on|via|by|against|near|into)\s+(?:the\s+)?\Z")
_NEXT_WORD: Final = re.compile(r"(?P<genitive>['’]s?)?\s+(?P<word>[\w’'-]+\.?)")
_PLACES: Final = words_of("by with for to at against from in on")
_NAME: Final = rf"(?:[A-Z][\w.'’-]*)(?:\s+(?:(?:{OF_NAMES})[\s-])?[A-Z][\w.'’-]*){{0,4}}"
_NAME_BEHIND: Final = re.compile(rf"(?P<comma>,?)\s+(?P<name>{_NAME})")
# "Ministers Hale of Norland, Vale and Roe".
_LISTED: Final = re.compile(
    rf"\s+{_NAME}(?:\s+of\s+{_NAME})?(?:(?:,\s+and|,|\s+and)\s+{_NAME}(?:\s+of\s+{_NAME})?)+"
)
_SPLIT: Final = re.compile(r",|\band\b")
_LORDS: Final = words_of(
    "king queen prince princess sheikh pope captain colonel lieutenant sergeant"
)
_NAME_BEFORE: Final = re.compile(
    rf"(?P<name>{_NAME}),\s+(?:(?:the|an?|its|their)\s+(?:\d{{1,3}}-year-old\s+)?)?\Z"
)
_SHORT_RANKS: Final = {
    "general": "Gen",
    "colonel": "Col",
    "captain": "Capt",
    "lieutenant": "Lt",
    "major": "Maj",
    "sergeant": "Sgt",
    "senator": "Sen",
    "governor": "Gov",
    "doctor": "Dr",
}
RANKS: Final = frozenset(_SHORT_RANKS)
_BY: Final = tuple((word,) for word in ("by", "with", "against", "to", "from"))
# "The driver was hurt, and a clerk, Roe, fled": he is brought in by another clause.
_CLAUSE_BETWEEN: Final = re.compile(
    r"\b(?:was|were|has|have|had)\s(?:been\s)?(?:\w+ly\s)?(?P<verb>[a-z]+)\b"
    r"(?=[^;]{0,80}?,\s(?:and|but|while|whereas)\s)"
)
_NEW: Final = re.compile(r"\ban?\s[^,;]{1,40},\s(?:[A-Z][\w.’'-]*\s)?\Z")
_WHOSE_TITLE: Final = re.compile(r"\b(?:his|her|their|its)\s(?:[a-z-]+\s){0,2}\Z")


# Right before a title: "guards shot a".
_OBJECT: Final = re.compile(
    r"(?P<before>[\w’'-]+)\s(?P<verb>[a-z]+)\s(?:an?|two|three|four|five|several)\s(?:[a-z-]+\s)?\Z"
)
_AS_ONE: Final = inflected(
    "dub* nickname label brand* hail term vote rate portray play retire turn make pose =died =dies"
) | words_of("born sworn been")
_OF_WHOM: Final = re.compile(r"\s(?:for|of|to|against|behind)\s(?:the\s)?(?:(?P<noun>[a-z-]+)\s)?")
_BEHIND_VERB: Final = PREPOSITIONS | DETERMINERS | OBJECT_PRONOUNS
# Nobody is one: "the [government of Norland]".
_BODIES_OF: Final = words_of(
    "government army ministry parliament council police committee department commission party navy"
    " republic kingdom state university bank house name office"
)
_LOOK_BACK: Final = 40
_NO_ONE: Final = words_of("staff men women people children police clergy crew")


def other_office(sentence: str, start: int) -> str | None:
    """The word before a title that makes it another one ("vice president"); None without one."""
    found = _OTHER_OFFICE.search(sentence, max(0, start - 30), start)
    word = found[0].strip(" -") if found else None
    # "Under President Roe" is no rank.
    is_rank = word != "under" or sentence.startswith(("secretar", "Secretar"), start)
    return word if is_rank else None


def is_office_free(word: str) -> bool:
    """Whether a word is that of no office or rank: "Roe", but not "President"."""
    return word.lower().rstrip(".") not in _OFFICES | RANKS | _LORDS


def longer_office(sentence: str, title: Range) -> str | None:
    """The office right behind a title that is only said of it: "police" of "police officer Roe".

    What ends in an office itself is one: "Defense Minister" in "Defense Minister and spokesman".
    """
    start, end = title
    behind = _NEXT_WORD.match(sentence, end)
    if behind is None:
        return None
    known = behind["word"].lower().rstrip(".") in _OFFICES
    whose = behind["genitive"] is not None
    is_office = sentence[start:end].split()[-1].lower().rstrip(".") in _OFFICES
    return sentence[start : behind.end()] if known and (whose or not is_office) else None


def no_office(sentence: str, title: Range, name: Range) -> bool:
    """Whether words are no title: small words alone ("who"), a verb, "of Dorva", what is in it."""
    start, end = title
    said = sentence[start:end]
    words = tokenise(said).words
    if names_nothing(sentence, start, end) or sort_of(said) == "pronoun":
        return True
    if words[0] in _CUT_FRONT or words[-1] in _CUT_END:
        return True
    between = sentence[end : max(end, name[0])]
    if _SAME_PHRASE.fullmatch(between) and all(map(is_open, tokenise(between).words)):
        return False
    is_name = all(word[0].isupper() for word in said.split()) and _OFFICES.isdisjoint(words)
    where = is_name and _WHERE.search(sentence, max(0, start - 30), start)
    return where is not None if is_name else is_bare_verb(said) or is_bare_gerund(said)


def is_predicate_of(sentence: str, title: Range, name: str) -> bool:
    """Whether words are what is said of a name right before them: "Roe [calls on us]"."""
    start, end = title
    told = tokenise(sentence[start:end]).words
    before = sentence[max(0, start - _LOOK_BACK) : start]
    first, second = told[:2] if len(told) > 1 else ("", "")
    if not first.isalpha() or not sentence[start].islower() or not before.endswith(" "):
        return False
    if before.split()[-1:] != name.split()[-1:] or is_people(first):
        return False
    is_verb = is_past(first) or (first.endswith("s") and not first.endswith("ss"))
    return first in BE | HAVE or (is_verb and second in _BEHIND_VERB)


def only_tells(title: str) -> bool:
    """Whether words say what somebody did or what befell him, and no office: "born in Dorva"."""
    words = tokenise(title).words
    if words[:1] == ("who",):
        return True
    first = next((word for word in words if not is_adverb(word)), "")
    if not title[:1].islower() or not (is_past(first) or first == "born"):
        return False
    return not any(is_people(word) or not is_office_free(word) for word in words)


def is_body_alone(title: str) -> bool:
    """Whether words are a body and no office in it: "government of the United States"."""
    body, *rest = title.split()
    if body.lower() not in _BODIES_OF or rest[:1] != ["of"]:
        return False
    return not any(is_people(word) or not is_office_free(word) for word in rest)


def other_bearer(sentence: str, title: Range, name: str) -> str | None:
    """The name right beside a title where that is another one; None where none is, or this one.

    Beside it stands what follows it ("Minister Roe"), else what it follows ("Roe, the minister"),
    or what it sets off ("the minister, Roe, said"), but not "Dorva" of "in Dorva, the minister,
    Roe, said". "Ministers Hale and Roe" are two.
    """
    start, end = title
    behind = _NAME_BEHIND.match(sentence, end)
    if behind is not None and _is_one_of(sentence, title, name):
        return None
    found = _NAME_BEFORE.search(sentence, max(0, start - 90), start)
    # Behind a name a name may be where that is: "mayor of Dorva, Norland, until May".
    may_set_off = found is None and sentence[slice(*title)].split()[-1].islower()
    rest = sentence[behind.end() : behind.end() + 1] if behind is not None else ""
    closed = may_set_off and behind is not None and (rest == "," or rest.strip(".") == "")
    if behind is not None and (not behind["comma"] or closed or _shares(behind["name"], name)):
        found = behind
    return None if found is None or _shares(found["name"], name) else found["name"]


def bearers(text: str, office: str) -> Iterator[str]:
    """The names right beside an office or rank, in full or short: "Hale" of "Col Hale"."""
    short = _SHORT_RANKS.get(office)
    ranks = office.capitalize() if short is None else f"{office.capitalize()}|{short}"
    before = re.compile(rf"\b(?:(?:the|an?)\s{office},?|{ranks}\b\.?)\s(?P<name>{_NAME})")
    behind = re.compile(rf"(?P<name>{_NAME}),\s(?:the|an?)\s(?:[\w-]+\s){{0,3}}?{office}\b")
    for pattern in (before, behind):
        yield from (found["name"] for found in pattern.finditer(text))


def _is_one_of(sentence: str, title: Range, name: str) -> bool:
    """Whether a title of several stands before a list that this name ends: "Ministers Hale and"."""
    office = sentence[slice(*title)].split()[-1].lower()
    if not (office.endswith("s") and office.removesuffix("s") in ROLES | _LORDS):
        return False
    listed = _LISTED.match(sentence, title[1])
    return listed is not None and any(_shares(each, name) for each in _SPLIT.split(listed[0]))


def told_apart(sentence: str, title: Range, name: Range) -> bool:
    """Whether a verb that names nobody parts a title from a name: "the guard shot Roe".

    Only one that stands right behind the title or the name as its subject.
    """
    first, second = sorted((title, name))
    if first == title and _NEW.search(sentence, max(first[1], second[0] - 90), second[0]):
        clauses = _CLAUSE_BETWEEN.finditer(sentence, first[1], second[0])
        if any(is_past(found["verb"]) and found["verb"] not in _NAMING for found in clauses):
            return True
    subject = subject_at(sentence, first[0])
    if subject is None or not first[1] <= subject[1] < second[0]:
        return False
    words = tokenise(sentence[subject[1] : second[0]]).words
    naming = BE | _NAMING if first == name else BE
    last = max((at for at, word in enumerate(words) if word in naming), default=None)
    # "Roe is a fellow at the port and head of its school": what "and" joins may be his as well.
    return last is None or (not _PLACES.isdisjoint(words[last:]) and "and" not in words[last:])


def is_of_several(sentence: str, title: Range, name: Range) -> bool:
    """Whether a title is that of several others: "officers" of "Roe was shot at by officers"."""
    *_, head = sentence[slice(*title)].split()
    if not (head.islower() and head.endswith(("s", "men", "women")) and name[1] < title[0]):
        return False
    is_plural = head.removesuffix("s") in ROLES or (head.endswith("men") and head in ROLES)
    before = sentence[name[1] : title[0]]
    words = tokenise(before).words
    return is_plural and words[-1:] != ("the",) and has_verb(before) and words[-1:] in _BY


def is_done_to(sentence: str, title: Range, name: Range) -> bool:
    """Whether a title is that of whom somebody does something to: "guards shot a [clerk]"."""
    found = _OBJECT.search(sentence, max(name[1], title[0] - 60), title[0])
    behind = _NAME_BEHIND.match(sentence, title[1])
    if found is None or (behind is not None and _shares(behind["name"], sentence[slice(*name)])):
        return False
    verb, before = found["verb"], found["before"].lower()
    is_deed = is_past(verb) and verb not in _NAMING | BE | _AS_ONE
    return is_deed and before not in BE and is_open(before)


def is_of_whom(sentence: str, title: Range, name: Range) -> bool:
    """Whether a title is of who has to do with somebody: "[Lawyers] for clerk Ilan Roe"."""
    found = _OF_WHOM.fullmatch(sentence, title[1], max(title[1], name[0]))
    if found is None:
        return False
    noun = found["noun"]
    return noun is None or (is_people(noun) and not noun.endswith("s") and noun not in _NO_ONE)


def is_of_his(sentence: str, title: Range, name: Range) -> bool:
    """Whether a title is that of another than a name before it: "Roe fled, as did his driver".

    Right behind the name it is his own: "Ilan Roe, her lawyer, said".
    """
    whose = _WHOSE_TITLE.search(sentence, max(0, title[0] - 30), title[0])
    if whose is None or name[1] > whose.start() or _NAME_BEHIND.match(sentence, title[1]):
        return False
    between = sentence[name[1] : whose.start()]
    return len(between.split()) > 1 and "," not in between[-2:]


def _shares(one: str, other: str) -> bool:
    """Whether two names have a word in common."""
    words, others = ({*re.findall(r"\w+", name.casefold())} for name in (one, other))
    return not words.isdisjoint(others)
