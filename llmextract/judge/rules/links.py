"""Whether a sentence may take up who, where or how many one before it names.

"The factions seized Kelmar" may be told of the "armed factions" that took 18 villages in the
sentence before, "Both groups" of those that it names, "overran it" of its town, and "Heavy fighting
is ongoing", which names nobody, of its army. Not "Oria banned the Front" of the "Hale Guard": it
has a subject of its own.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.sentences import Sentence
from llmextract.article.syntax import grammar
from llmextract.article.syntax.own_subject import passive_zone, subject_zone
from llmextract.article.syntax.patterns import WORD
from llmextract.article.syntax.sorts import is_attack, names_people, sort_of
from llmextract.article.times.words import NUMBERS
from llmextract.judge.rules.nouns import does_for_others, head_of, is_people
from llmextract.judge.rules.setting.each_its_own import DEED
from llmextract.judge.rules.setting.elsewhere import names_place
from llmextract.judge.rules.who.rivals import is_plural
from llmextract.judge.spans import occurrences, within
from llmextract.judge.support import Evidence
from llmextract.judge.verdict import Span

# What takes up somebody or something by its noun: "the factions", "such raids".
_DEFINITE: Final = r"\b(?:the|this|that|these|those|such|both|its|their|his|her)\s"
# Nouns that take up a body or a band by what it is, whatever its name.
_BANDS: Final = re.compile(
    r"(?:the|this|that|these|those|such|both)\s(?:(?:two|three|armed|rebel|militant)\s){0,2}"
    r"(?:group|movement|militia|faction|organi[sz]ation|alliance|coalition|side|force|unit|state"
    r"|rebel|insurgent|militant|fighter|compan|firm|agenc)(?:ies|s|y)?\Z"
    r"|both|(?:the|these|those)\stwo|(?:the|this|that|these|those|both)\s(?:two\s)?(?:part|countr)(?:y|ies)\Z",
    re.IGNORECASE,
)
_SEVERAL: Final = grammar.words_of("they them their")
_ONE: Final = grammar.words_of("he she him her his")
_BODY: Final = grammar.words_of("it its")
_OBJECTS: Final = grammar.words_of("it them him her")
_OWNERS: Final = grammar.words_of("its their his her")
_ANY: Final = _SEVERAL | _ONE | _BODY
# A deed that was told before: "the clashes", "its fall".
_TOLD_AGAIN: Final = re.compile(rf"{_DEFINITE}(?:[\w-]+\s){{0,3}}[\w-]+\Z", re.IGNORECASE)
# What a deed that has no subject is told of, and where: "fighting between", "raids near".
_PARTIES: Final = re.compile(r"[^,;:]{0,120}?\s(?:between|with|by|against|among|of)\s")
_WHERE: Final = re.compile(r"\b(?:in|at|near|around|outside|on|across|inside)\s(?:the\s)?[A-Z]")
_NAME: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:\s(?:al-|el-)?[A-ZÀ-Þ][\w’'-]*)*")
_COUNTED: Final = re.compile(r"\s(?P<noun>[a-z][a-z-]{2,})")
_OBJECT: Final = re.compile(r"(?:\s(?:of|on|against))?\s(?:the|this|that|these|those)\s")
_QUANTITY: Final = (
    r"(?:(?:at\sleast|about|around|some|more\sthan|nearly|almost|another|an?\sfurther|up\sto)\s)*"
    rf"(?:\d[\d,]*|{'|'.join(sorted(NUMBERS))}|dozens|scores|hundreds|thousands|nobody|no\sone)"
    r"(?:\s(?:of\s)?[a-z-]+){0,2}?"
)
# Who is told without a figure, beside those who are counted: "the driver", "his son".
_WHO: Final = r"(?:the|an?|its|his|her|their)\s(?:[a-z-]+\s){0,3}?[a-z-]+"
_COUNTED_ONES: Final = rf"(?:(?:all|the|its|his|her|their|as\smany\sas)\s)?{_QUANTITY}"
_BEFELL: Final = (
    r"(?:\s(?:was|were|is|are|has\sbeen|have\sbeen))?(?:\s(?:also|reported|confirmed|feared|later|then"
    r"|said\sto\sbe|[a-z]+ly))?"
    r"\s(?:killed|dead|died|(?:badly\s|slightly\s|critically\s)?(?:injured|wounded|hurt|burn(?:ed|t))|missing"
    r"|hospitali[sz]ed|arrested|detained|displaced|evacuated|rescued|treated\sfor\s[a-z]+"
    r"|(?:taken\sto|in)\s(?:a\s)?hospital|in\san?\s(?:critical|serious|grave|stable)\scondition"
    r"|lost\stheir\slives|(?:suffered|sustained|received|had)\s(?:[a-z]+\s)?(?:burns|wounds|injuries))"
)
# A sentence that tells nothing but a toll, and who says so.
_TOLL: Final = re.compile(
    rf"(?P<toll>(?:{_COUNTED_ONES}|{_WHO}){_BEFELL}"
    rf"(?:(?:,|,?\s(?:and|while))\s(?:{_COUNTED_ONES}|{_WHO}){_BEFELL}){{0,2}})"
    r"(?:,\s(?:according\sto\s)?[^,;:“”\"]{2,80}?(?:\ssaid(?:\son\s\w+)?)?)?[.]?",
    re.IGNORECASE,
)
# What opens another clause: either may be what the toll is of.
_LINKING: Final = re.compile(
    r"\b(?:after|before|while|when|as|because|since|until|during|following|amid|whereas|but)\b"
    r"(?!\s(?:dawn|daybreak|sunrise|noon|midday|sunset|dusk|nightfall|midnight|dark|\d|[A-Z][a-z]+day\b))"
)
_FIRST: Final = 24
_FAR: Final = 3


def takes_part(evidence: Evidence, anchor: Span, words: Span) -> bool:
    """Whether who is named before, or is counted there, may take part in what an anchor tells."""
    if _is_named(evidence, anchor, words):
        return True
    found = _sentences(evidence, anchor, words)
    return found is not None and _may_take_part(*found, within(found[0], anchor), words.exact)


def happens_there(evidence: Evidence, anchor: Span, words: Span) -> bool:
    """Whether what an anchor tells may happen where a sentence before it names a place."""
    if _is_named(evidence, anchor, words):
        return True
    found = _sentences(evidence, anchor, words)
    return found is not None and _may_be_there(*found, within(found[0], anchor))


def counts_on(evidence: Evidence, anchor: Span, count: Span) -> bool:
    """Whether what a figure counts is taken up: "18 villages" by "the villages"."""
    found = _sentences(evidence, anchor, count)
    if found is None:
        return False
    here, there = found
    counted = _COUNTED.match(there.text, within(there, count)[1])
    return counted is not None and _has_definite(here.text, counted["noun"])


def tolls_next(evidence: Evidence, anchor: Span, words: Span) -> bool:
    """Whether words stand in the toll of one deed, told in the next sentence by itself.

    "A bomb exploded in Dorva. Ten people were killed, Roe said." Not where either sentence tells
    of another deed, or the toll has a place or a time.
    """
    article = evidence.article
    here, there = article.line_at(anchor.start), article.line_at(words.start)
    if here is None or there is None or there.number - here.number != 1:
        return False
    toll = _TOLL.fullmatch(there.text.strip())
    if toll is None or words.end > there.start + toll.end("toll"):
        return False
    place = within(here, anchor)
    rest = f"{here.text[: place[0]]} {here.text[place[1] :]}"
    return _LINKING.search(rest) is None and not any(
        DEED.match(found[0]) for found in WORD.finditer(rest)
    )


def _sentences(evidence: Evidence, anchor: Span, words: Span) -> tuple[Sentence, Sentence] | None:
    """The sentence of an anchor, and that of words not far before it or in the title."""
    article = evidence.article
    here, there = article.line_at(anchor.start), article.line_at(words.start)
    if here is None or there is None or here is there or anchor.end > here.end:
        return None
    is_near = 0 < here.number - there.number <= _FAR
    return (here, there) if is_near or "title" in (here.region, there.region) else None


def _is_named(evidence: Evidence, anchor: Span, words: Span) -> bool:
    """Whether the sentence of an anchor has the first name in words of another one."""
    here, there = (evidence.article.line_at(span.start) for span in (anchor, words))
    name = _NAME.match(words.exact.removeprefix("the ").removeprefix("The "))
    return bool(here and here is not there and name and occurrences(here.text, name[0]))


def _has_definite(sentence: str, noun: str) -> bool:
    """Whether a sentence takes up something by its noun: "the armed factions"."""
    stated = re.escape(noun.removesuffix("s"))
    form = rf"{_DEFINITE}(?:[\w-]+\s){{0,2}}(?:[\w-]+\sand\s)?{stated}s?\b"
    return len(noun) > 2 and re.search(form, sentence, re.IGNORECASE) is not None


def _may_take_part(here: Sentence, there: Sentence, verb: Range, words: str) -> bool:
    """Whether somebody named before may take part in what an anchor tells."""
    text, head = here.text, head_of(words)
    if head and _has_definite(text, head):
        return True
    if _pronoun_means(_beside(text, verb), words):
        return True
    if _is_of_deed(text[: verb[0]].strip()) or _is_told_again(text, verb):
        return True
    zone = subject_zone(text, verb) or passive_zone(text, verb)
    if zone is None:
        return _tells_nobody(text, verb) and here.number - there.number == 1
    subject = text[slice(*zone.place)]
    if _pronoun_means(subject.lower(), words):
        return True
    if _BANDS.fullmatch(subject):
        return head[:1].isupper() or not is_people(head) or is_plural(words)
    return _is_of_deed(subject)


def _is_told_again(sentence: str, deed: Range) -> bool:
    """Whether a deed is one that was told before: "the clashes", "its fall", "this new attack"."""
    words = grammar.tokenise(sentence[slice(*deed)]).words
    if not words or grammar.is_past(words[-1]):
        return False
    return _TOLD_AGAIN.search(sentence, max(0, deed[0] - _FIRST), deed[1]) is not None


def _is_of_deed(subject: str) -> bool:
    """Whether a subject takes up what was done, so that others do it by that: "These strikes"."""
    is_short = len(subject) <= _FIRST and subject.lower().startswith(("the ", "these ", "this "))
    return is_short and does_for_others(subject)


def _beside(sentence: str, verb: Range) -> str:
    """The pronoun that an anchor has for its object or its owner: "retook it", "its offensive"."""
    behind = grammar.tokenise(sentence[verb[1] : verb[1] + _FIRST]).words[:1]
    before = grammar.tokenise(sentence[max(0, verb[0] - _FIRST) : verb[0]]).words[-1:]
    found = (*_OBJECTS.intersection(behind), *_OWNERS.intersection(before))
    return found[0] if found else ""


def _pronoun_means(pronoun: str, words: str) -> bool:
    """Whether a pronoun may be of words, by their number: "it" of no guards, "he" of no army."""
    if pronoun not in _ANY:
        return False
    plural = is_plural(words)
    if pronoun in _SEVERAL:
        return plural or not names_people(words) or words[:1].isupper()
    return not plural


def _tells_nobody(sentence: str, verb: Range) -> bool:
    """Whether a deed opens its sentence and nobody is named with it: "Heavy fighting goes on"."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    first = told[0] if told else ""
    is_deed = sort_of(first) == "deed" or is_attack(first)
    return is_deed and verb[0] <= _FIRST and _PARTIES.match(sentence, verb[1]) is None


def _may_be_there(here: Sentence, there: Sentence, verb: Range) -> bool:
    """Whether it may happen at a place named before: told again, or with no place of its own."""
    text, is_next = here.text, here.number - there.number == 1
    if _is_told_again(text, verb) or (is_next and not names_place(text)):
        return True
    if is_next and _tells_nobody(text, verb):
        end = text.find(",", verb[1])
        return _WHERE.search(text, verb[1], end if end >= 0 else len(text)) is None
    taken = _OBJECT.match(text, verb[1]) if not _WHERE.search(text) else None
    noun = head_of(text[taken.end() :]) if taken else ""
    return bool(noun) and bool(occurrences(there.text, noun))
