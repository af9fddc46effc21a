"""Who says so, read by code: the subject of the words of saying, and all that belongs to a name.

Offsets are half-open code points in a sentence. What is not surely so is not read.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.patterns import ABBREVIATED, BETWEEN
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.set_off import subject_apart, subject_set_off
from llmextract.article.syntax.subjects import subject_of
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.rules.saying.cues import is_hearsay

_DAYS: Final = frozenset((*WEEKDAYS, *MONTHS, "yesterday", "today", "tonight", "now"))
_PRONOUN: Final = re.compile(rf"(?:\A|[\s“\"(])(he|she|they|it|we|I)\s+{BETWEEN}\Z", re.IGNORECASE)
# "..., said Roe": these stand before who says so, behind what is said.
INVERTED: Final = grammar.words_of(
    "said says wrote writes reported reports added explained noted declared warned"
)
_CITING: Final = ("according to", "reported by", "confirmed by", "announced by", "stated by")
_SPEECH_ENDS: Final = re.compile(r"[,?!][\"”’]*\s+\Z|[\"”]\s+\Z")
_DAY: Final = "|".join(sorted(_DAYS))
_NO_NAME: Final = _DAYS | grammar.words_of("contrary despite unlike amid following let")
# A name or a noun phrase behind a cue, up to what is no part of it.
_NAMED: Final = re.compile(
    r"\s+((?:(?:the|an?|his|her|its|their)\s+)?[^\s,;:“”\"()\d][^,;:“”\"()]{0,160}?)"
    r"(?=[,;:]|\s\(|\.?[\"”]|\.?\s*\Z"
    r"|\s(?:on|in|at|during|after|before|who|which|that|as|when|while|and|but|from|with)\s"
    rf"|\s(?:last|this|late|early|{_DAY})\b)",
    re.IGNORECASE,
)
_TITLED: Final = re.compile(rf"(?:{ABBREVIATED})\Z")
_STOPS: Final = (
    grammar.PREPOSITIONS
    | grammar.CONJUNCTIONS
    | grammar.CLAUSES
    | grammar.AUXILIARIES
    | grammar.PRONOUNS
    | grammar.OBJECT_PRONOUNS
    | grammar.NOT
    | _DAYS
)
_WORD: Final = re.compile(r"[^\s“”\"‘(\[]+")
_OWNER: Final = re.compile(r"['’]s?\Z")
# "(D-N.C.)", ", R-Ky.", ", the mayor of Dorva".
_TAG: Final = r"(?:\s\([^()]{1,40}\))?(?:,\s[A-Z]-[A-Z][\w.]*)?"
_APPOSITION: Final = r"(?:,\s(?P<said_of>[a-z][^,;:“”\"]{2,140}?))?"
_SET_OFF: Final = re.compile(rf"(?P<tag>{_TAG}){_APPOSITION}(?P<close>,)?\s+{BETWEEN}")
_BEHIND: Final = re.compile(rf"(?P<tag>{_TAG}){_APPOSITION}(?=[,;:]|\.?[\"”]|\.?\s*\Z)")
# "The front, through its office on the coast, claimed": who opens a sentence says so.
_WITH_ASIDE: Final = re.compile(
    r"(?P<who>(?!(?:In|On|At|By|After|Before|During|Since|As|While|When|If|For|With|From)\b)[A-Z]"
    r"(?:[^\s,;:“”\"()]+)?(?:\s[^\s,;:“”\"()]+){0,5})(?:\s\([^()]{1,40}\))?"
    r"(?:,\s(?:through|via|in|on|at|from|during|after|citing|quoting|speaking|writing|addressing"
    r"|who|which|whose|whom)\s"
    r"[^,;:“”\"]{1,120},|,\sfor\s(?:its|his|her|their)\spart,|(?<=\)))"
    rf"\s+{BETWEEN}"
)
_DATELINE: Final = re.compile(r"[A-Z][^.;:“”\"]{0,60}\s[–—-]{1,2}\s")
# "“No,” Rep. Ilan Roe (D-N.C.) said".
_TAGGED: Final = re.compile(
    rf"(?:\A|[,\"”?!]\s+)((?:(?:{ABBREVIATED})\.\s|[Tt]he\s)?[A-Z][\w.'’-]*"
    r"(?:\s(?:(?:of|for|the|and)\s){0,2}[A-Z][\w.'’-]*){0,6}"
    rf"\s\([^()]{{1,40}}\))\s+{BETWEEN}\Z"
)
_ARTICLE_ONLY: Final = re.compile(r"\s+(?:(?:the|an?)\s+)?")
# Who somebody is, beside the offices and roles.
_OFFICES: Final = ROLES | grammar.words_of(
    "head founder host owner member fellow dean chair coordinator president leader"
)
# Who wrote what is cited: "according to reports from [the Norland Observatory]".
_WRITTEN_BY: Final = re.compile(
    r"\s+(?:(?:the|an?)\s)?(?:\w+\s)?(?:reports?|accounts?|statements?|figures|data|information|estimates?"
    r"|counts?|tall(?:y|ies)|documents?)\s(?:by(?=\s)|from(?=\s(?:the\s)?[A-Z][\w-]*\s[A-Z]))"
)
_ON_DAY: Final = re.compile(rf"\s+(?:on\s+)?(?:{_DAY})\Z", re.IGNORECASE)
# What something seems to be nobody says.
_SEEMING: Final = re.compile(r"(?:seem|appear)|(?:is|are|was|were|been|be)\b(?!\s+\w+ing\b)")
# Several of whom no article is needed to tell: "drivers said", as "police" and "sources" do.
_PLURALS: Final = grammar.words_of(
    "residents officials activists witnesses critics analysts experts police authorities sources"
)
# They are words of saying as well, but not before their noun: "the state news agency".
_NOUNS_TOO: Final = grammar.words_of("state air record report post press count claim document")
# A clause may stand there as well: "Roe, the mayor, said parents want schools".
_TOLD_NAME: Final = re.compile(
    r"(?:(?:the|an?|his|her|its|their|one)\s(?:\S+\s){0,4}\S+|(?:\S+\s){0,5}(?-i:[A-Z])\S*)\Z",
    re.IGNORECASE,
)
# "The information officer" informs nobody by its name.
_NOUNS: Final = ("tion", "ment", "er", "ers", "or", "ors")
_LONGEST, _LOOK_BACK, _TO_OFFICE = 8, 90, 6


def speaker_of(sentence: str, cue: Range) -> Range | None:
    """Who says what a cue brings, as its subject or right behind it; None where that is not sure.

    "She" in "she later said", "the ministry" behind "according to", "Roe" in "“No,” said Roe".
    """
    words = sentence[slice(*cue)].lower()
    if is_hearsay(words):
        return None
    if words.endswith(_CITING):
        written = _WRITTEN_BY.match(sentence, cue[1])
        found = _NAMED.match(sentence, written.end() if written else cue[1])
        return found.span(1) if found else None
    if words in INVERTED and _SPEECH_ENDS.search(sentence, 0, cue[0]):
        found = _NAMED.match(sentence, cue[1])
        named = found is not None and _is_name(found[1]) and _TOLD_NAME.match(found[1])
        if found is not None and named and not subject_set_off(sentence, cue):
            return found.span(1)
    if _SEEMING.match(words):
        return None
    low = max(0, cue[0] - _LOOK_BACK)
    if pronoun := _PRONOUN.search(sentence, low, cue[0]):
        return pronoun.span(1) if pronoun[1].lower() != "it" or says(words) else None
    if tagged := _TAGGED.search(sentence, low, cue[0]):
        return tagged.span(1)
    subject = subject_of(sentence, cue)
    dateline = _DATELINE.match(sentence)
    first = dateline.end() if dateline and dateline.end() < cue[0] else 0
    if subject is None and (opening := _WITH_ASIDE.fullmatch(sentence, first, cue[0])) is not None:
        is_name = _TOLD_NAME.match(opening["who"]) and _is_name(opening["who"])
        return opening.span("who") if is_name else None
    subject = subject or subject_apart(sentence, cue)
    if subject is None or sentence.endswith(("nor ", "or "), 0, subject[0]):
        return None
    day = _ON_DAY.search(sentence, *subject)
    subject = subject[0], day.start() if day else subject[1]
    return subject if _is_name(sentence[slice(*subject)]) else None


def _is_name(words: str) -> bool:
    """Whether words are surely a noun phrase: no verb in it, no lone noun, no piece of "Rep."."""
    tokens = grammar.tokenise(words).words
    several = words in _PLURALS or (words.endswith("s") and is_people(words) and not says(words))
    lone = len(tokens) == 1 and words.islower() and not several
    named = {word.lower() for word in words.split()[1:] if word[0].isupper()}  # "The Observatory"
    named |= _NOUNS_TOO.intersection(tokens[:-1])
    verb = any(
        word in grammar.AUXILIARIES
        or (says(word) and word not in ROLES | named and not word.endswith(_NOUNS))
        for word in tokens
    )
    nobody = not (grammar.NOBODY | grammar.NOT).isdisjoint(tokens)
    opens = tokens[:1] and tokens[0] in _NO_NAME
    return not (lone or verb or nobody or not tokens or opens or "than" in tokens)


def whole_name(sentence: str, name: Range, cue: Range) -> Range:
    """A name with the office before it and the apposition behind it, as far as these are sure.

    "Norland spokesman Ilan Roe, a friend of hers," for "Roe" where the cue follows it, or stands
    right before it.
    """
    start, end = name
    if not sentence[start:end].split()[-1][0].isupper() or sentence.startswith(". ", end):
        return name
    if end <= cue[0]:
        return _office_before(sentence, start), _end_before(sentence, end, cue[0])
    if cue[1] <= start:
        first = _office_before(sentence, start)
        if _ARTICLE_ONLY.fullmatch(sentence, cue[1], first) or first <= cue[1] + 1:
            return max(first, cue[1] + 1), _end_behind(sentence, end)
    return name


def _office_before(sentence: str, start: int) -> int:
    """Where the office before a name begins; `start` where there is none."""
    before = list(_WORD.finditer(sentence, max(0, start - _LOOK_BACK), start))[-_LONGEST:]
    first = start
    for found in reversed(before):
        word, low = found[0], found[0].lower()
        if sentence[found.end() : first].strip() or (found.end() < first and not _goes_on(word)):
            break
        bare = _OWNER.sub("", low).rstrip(".")
        if first == start and bare not in ROLES and not _TITLED.match(bare.title()):
            break
        if low in grammar.ARTICLES:
            return found.start()
        if bare in _STOPS or (word.islower() and bare not in ROLES and _is_verb(bare)):
            break
        first = found.start()
    return first


def _goes_on(word: str) -> bool:
    """Whether a word may stand in the midst of a name: no mark ends it but that of "Rep."."""
    return word[-1].isalnum() or bool(_TITLED.match(word.rstrip("."))) or word[-1] in "'’"


def _is_verb(word: str) -> bool:
    verb = grammar.is_past(word) and word not in grammar.ADJECTIVES
    return verb or grammar.is_gerund(word) or grammar.is_adverb(word) or says(word)


def _end_before(sentence: str, end: int, cue: int) -> int:
    """Where what is set off behind a name ends, where the cue follows on it."""
    found = _SET_OFF.fullmatch(sentence, end, cue)
    if found is None:
        return end
    said_of = found["said_of"]
    if said_of is None:
        return found.end("tag") if found["close"] or "," not in found["tag"] else end
    is_sure = found["close"] is not None and (_tells_who(said_of) or _tells_office(said_of))
    return found.end("said_of") if is_sure else end


def _end_behind(sentence: str, end: int) -> int:
    found = _BEHIND.match(sentence, end)
    if found is None:
        return end
    said_of = found["said_of"]
    return found.end("said_of") if said_of and _tells_office(said_of) else found.end("tag")


def _tells_who(words: str) -> bool:
    """Whether what commas close off is a noun phrase: "a farmer from Dorva"."""
    told = grammar.tokenise(words).words
    return told[0] in grammar.ARTICLES and grammar.AUXILIARIES.isdisjoint(told)


def _tells_office(words: str) -> bool:
    """Whether an apposition opens with an office: "the former mayor of", "director of"."""
    told = grammar.tokenise(words).words
    if not grammar.AUXILIARIES.isdisjoint(told):
        return False  # "According to Roe, the mayor has left"
    for word in told[:_TO_OFFICE]:
        if word in _OFFICES:
            return True
        if word in _STOPS or word in grammar.MARKS or grammar.is_gerund(word):
            return False
    return False
