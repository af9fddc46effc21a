"""Who only brings an event to the reader, or is named as part of who does.

The Observatory is no part of what it "noted", nor is Norland where "the Observatory, which is based
in Norland, said" so. Of the arguments that annotators marked in WikiEvents none is held for one.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.clauses import subject_at
from llmextract.article.syntax.grammar import is_past
from llmextract.article.syntax.patterns import ARTICLE, BETWEEN, TELLING
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.subjects import names_own_subject, subject_of
from llmextract.article.times.words import WEEKDAYS
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import may_act
from llmextract.judge.speech import NO_QUOTES

# A name that goes on behind words cut out of it: "Norland" of "Norland Ministry spokesman Roe".
_NAME_GOES_ON: Final = re.compile(
    rf"(?:\s+(?:[A-Z][\w.’'-]*|sources?|ministry|(?:{'|'.join(sorted(ROLES))})\b))+"
)
# Verbs whose object happens without who notes it; who "claimed" or "announced" one may be in it.
_NOTES: Final = re.compile(
    rf"(?:\s+\([^()]{{1,40}}\)|,\s[^,;:“”\"]{{1,80}},)?\s+{BETWEEN}"
    r"(?:noted|notes|condemned|condemns|deplored|denounced|decried|lamented|mourned|documented"
    r"|described|describes|mentioned|mentions)\s+[“\"]?"
)
# "Roe called the blast “an attack”", "what Roe called an “attack”": not who "called a strike".
_CALLS: Final = re.compile(
    r"\s+(?:has\s+|had\s+)?(?:called|calls|labell?ed|termed|branded|dubbed)\s+"
    r"(?P<what>(?:the|this|that|it|them|its|their|his|her|these|those)\b[^,;:“”\"]{0,60}?\s)?"
    r"(?:(?:an?|the)\s+|(?=[“\"]))(?:[\w-]+\s+){0,3}[“\"]?(?:[\w-]+\s+){0,2}\Z"
)
_CALLS_IT: Final = re.compile(
    r"\s+(?:has\s+|had\s+)?(?:called|calls|labell?ed|termed|branded|dubbed)\s+"
    r"(?:the|this|that|its|their|his|her|these|those)\s+(?:[\w-]+\s+){0,2}\Z"
)
_AS: Final = re.compile(r"\s+[“\"]?(?:as\s+)?an?\s")
# Nobody does what only is there: "There was an explosion, said Roe."
_IS_THERE: Final = re.compile(
    r"\bthere\s+(?:is|are|was|were|(?:has|have|had)\s+been)\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE
)
_SAID_BEFORE: Final = re.compile(r"[,!?][\"”’]?\s+(?P<verb>\w+)\s+(?:[\w.’'-]+\s+){0,3}\Z")
_WHAT: Final = re.compile(r"\bwhat\s+(?:[\w.’'-]+\s+){0,4}\Z")
_OBJECT: Final = re.compile(
    r"(?!.*\b(?:and|but|who|which|that|after|before|when|while|where)\b)[^,;:“”\"]{0,60}[“\"]?\Z"
)
_OPENS_TELLING: Final = re.compile(r"(?P<verb>\w+)\s+that\s+")
# What stands between a teller, at the beginning of a sentence, and its verb.
_APPOSED: Final = re.compile(
    r"\W*(?!(?:On|In|At|By|After|Before|During|Since|As|While|When)\b)"
    r"[A-Z][\w.’'-]*(?:\s+[\w.’'()-]+){0,8},\s"
    r"(?P<said>(?:which|who|whose|an?|the|one|its|his|her|head|\w+ed)\b[^,;:“”\"]*)\Z"
)
_APPOSED_BEHIND: Final = re.compile(
    rf"(?P<said>[^,;:“”\"]{{0,80}}),\s+{BETWEEN}(?P<verb>\w+(?<!ing))\b"
)
# Who helps a teller may take part in what is told.
_HELPS: Final = re.compile(
    r"\b(?:back|support|aid|assist|led\b|lead|join|alli|alongside|along\b|together\b|and\b)"
)
# The source of a whole report: "DORVA (Radio Nord) - Rebels", "Norland News/ Rebels".
_DATELINE: Final = re.compile(
    r"\W*(?:(?:[A-Z]{4,}\b|[A-Z]\w+,[^()]{1,30}\d)[^()\"“”]{0,40}\(([A-Z][^()]{1,60})\)\s*[–—-]{1,2}"
    r"|([A-Z][\w. ]{2,40}+)/)\s"
)
_LONGEST_DATELINE: Final = 140
# From who tells to what is told, and from whom it is told to.
_TELLS_THAT: Final = re.compile(
    rf"(?:\s+\([^()]{{1,40}}\))?\s+{BETWEEN}(?P<verb>\w+)(?:\s+(?!that\b)[\w’'.-]+){{0,7}}\s+that\s+"
)
_TELLS: Final = re.compile(
    rf"(?:\s+\([^()]{{1,40}}\)|,\s[^,;:“”\"]{{1,80}},|,)?\s+{BETWEEN}(?P<verb>\w+)\s+"
)
# A verb by its form, which "air" and "report" are not for sure.
_TOLD_BY: Final = re.compile(r"(?:\w+(?:ed|[^su]s)|said|say|told|tell|wrote|thought|found|knew)\Z")
# Verbs that bring a clause behind "that" alone: "condemned the raid and left".
_WITHOUT_CLAUSE: Final = re.compile(
    r"(?:condemn|denounc|deplor|decr[iy]|describ|criticis|criticiz|prais|welcom|reject|accus|blam)"
)
# At the end of a sentence, and before those who say so there: "..., the army said on Friday."
SAID_LAST: Final = re.compile(
    rf"\s+{BETWEEN}(?P<verb>\w+)(?:\s+(?:late\s+|early\s+)?(?:on\s+)?(?:{'|'.join(WEEKDAYS)})"
    r"|\s+in an? (?:\w+ )?\w+)?\W*\Z",
    re.IGNORECASE,
)
BEHIND_COMMA: Final = re.compile(rf",[\"”’]?\s+{ARTICLE}\Z", re.IGNORECASE)
# "According to Roe, rebels fled", "Rebels fled, according to Roe."
_CITED: Final = re.compile(rf"(?:\A|,\s+)according to\s+{ARTICLE}(?:[a-z]+\s+)?\Z", re.IGNORECASE)
_ENDS: Final = re.compile(r"\W*\Z|,\s(?!who|which)")
_RELATIVE: Final = re.compile(r"(?:who|whose|which)\b")
TAKES_UP: Final = re.compile(r"\b(?:he|she|they|it|his|her|their|its|we|our|I)\b", re.IGNORECASE)
# What only tells, and brings nothing that the same subject then could go on to do.
_ONLY_SAYING: Final = re.compile(
    r"(?:said|says?|tells?|told|reported|reports?|stated?|states|announced|announces|added|adds"
    r"|wrote|writes|confirmed|confirms|claimed|claims|quoted|quotes|cited|cites)\Z"
)
_DEFINITE: Final = re.compile(r"\s*(?:the|an?)\s")
_GOES_ON: Final = re.compile(r"\b(?:and|but|then)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?\Z")
_IS_TOLD_THAT: Final = re.compile(r"(?:\s+(?!that\b)[\w’'.-]+){0,4}\s+that\s+")
_TOLD: Final = re.compile(rf"\b(?:{TELLING})\s+(?:the\s+)?\Z")
_IN: Final = re.compile(r"\b(?:in|at|from|near|across|of)\s+(?:the\s+)?\Z")
_LOOK_BACK: Final = 40
_SEVERAL: Final = re.compile(r"\b[a-z]{3,}[^\Ws]s\Z")
_QUOTED: Final = re.compile(r"\s*[“\"](?P<said>[^“”\"]{1,600})[”\"]")
_BEHIND_QUOTE: Final = re.compile(rf"[”\"]\s{ARTICLE}")
_SAID_BEHIND: Final = re.compile(
    rf"(?:\s[A-Z][\w.’-]*|\s[a-z]+(?=\s[A-Z])){{0,6}}\s{BETWEEN}(?P<verb>[a-z]+)\b"
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me|ours|mine)\b")


def tells(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody only tells, or is told, of an event that others take part in.

    Places are half-open code points in the sentence.
    """
    if sentence.find(" that ", *event) >= 0:
        opened = _OPENS_TELLING.match(sentence, *event)
        if opened is not None and says(opened["verb"]):
            event = opened.end(), event[1]
    found = _only_tells(sentence, words, event)
    if found is None and (goes_on := _NAME_GOES_ON.match(sentence, words[1])) is not None:
        found = _only_tells(sentence, (words[0], goes_on.end()), event)
    if found is None and words[1] < event[0]:
        found = _noting(sentence, words, event) or _apposed(sentence, words, event)
        found = found or _calling(sentence, words, event)
    return found or _saying_there_is(sentence, words, event)


def says_of(sentence: str, words: Range, event: Range) -> str | None:
    """The words of who says what somebody right before the verb of an event did.

    "Roe said Hale shelled his house" makes Hale the one who did it, and may be about Roe.
    """
    found = _TELLS.match(sentence, words[1], event[0])
    if found is None or not _is_telling(found["verb"], sentence[found.end("verb") :]):
        return None
    subject = subject_of(sentence, event)
    is_other = subject is not None and subject[0] >= found.end("verb")
    return found[0].strip() if is_other else None


def _saying_there_is(sentence: str, words: Range, event: Range) -> str | None:
    """The verb of who says that something is there, which nobody does: "there was a blast"."""
    if not _IS_THERE.search(sentence, max(0, event[0] - _LOOK_BACK), event[0]):
        return None
    before = _SAID_BEFORE.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    behind = _TELLS.match(sentence, words[1])
    verb = before["verb"] if before else behind["verb"] if behind else ""
    return verb if verb and _is_telling(verb) else None


def _calling(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody only calls something so: "Roe called the blast an attack"."""
    behind = _CALLS_IT.match(sentence, words[1], event[0])
    if behind is not None and _AS.match(sentence, event[1]):
        return behind[0].strip()
    found = _CALLS.match(sentence, words[1], event[0])
    if found is None:
        return None
    is_what = _WHAT.search(sentence, max(0, words[0] - _LOOK_BACK), words[0]) is not None
    return found[0].strip() if found["what"] or is_what else None


def _noting(sentence: str, words: Range, event: Range) -> str | None:
    found = _NOTES.match(sentence, words[1], event[0])
    is_object = found is not None and _OBJECT.match(sentence, found.end(), event[0])
    return found[0].strip() if found and is_object else None


def _apposed(sentence: str, words: Range, event: Range) -> str | None:
    if "," not in sentence[words[1] : event[0]]:
        return None
    behind = _APPOSED_BEHIND.match(sentence, words[1], event[0])
    if behind is None or not says(behind["verb"]):
        return None
    before = _APPOSED.match(sentence, 0, words[0])
    if before is None or _HELPS.search(before["said"]) or _HELPS.search(behind["said"]):
        return None
    return sentence[before.start("said") : behind.end()]


def _only_tells(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody only tells, or is told, of an event that others take part in.

    "SANA said the army attacked": where what is said opens with a subject of its own and has no
    pronoun that could take up the teller.
    """
    before = max(0, words[0] - _LOOK_BACK)
    dateline = _DATELINE.match(sentence) if words[1] < _LONGEST_DATELINE else None
    if dateline is not None:
        low, high = dateline.span(dateline.lastindex or 0)
        if low <= words[0] and words[1] <= high:
            return dateline[0].strip()
    if cited := _CITED.search(sentence, before, words[0]):
        return _cited(sentence, cited, words, event)
    if event[1] <= words[0]:
        if (said := _quoted(sentence, words, event)) is not None:
            return said
        last = SAID_LAST.match(sentence, words[1])
        comma = BEHIND_COMMA.search(sentence, before, words[0]) if last else None
        if last is None or comma is None or not _is_telling(last["verb"]):
            return None
        told = sentence[: comma.start()]
        return last[0].strip() if names_own_subject(told, 0) else None
    is_that = " that " in sentence
    for form in (_TELLS_THAT, _TELLS) if is_that else (_TELLS,):
        found = form.match(sentence, words[1])
        if found is not None and _is_telling(found["verb"], sentence[found.end("verb") :]):
            if form is _TELLS and _WITHOUT_CLAUSE.match(found["verb"]):
                continue
            placed = _IN.search(sentence, before, words[0])
            return None if placed else _brought(sentence, found, event)
    if not is_that or not _TOLD.search(sentence, before, words[0]):
        return None
    found = _IS_TOLD_THAT.match(sentence, words[1])
    return None if found is None else _brought(sentence, found, event)


def _quoted(sentence: str, words: Range, event: Range) -> str | None:
    """The verb of who speaks behind a quotation that tells of others: "“The army won,” they said".

    Who speaks is "I" or "we" there, and nobody whom the quotation has for a subject.
    """
    found = _QUOTED.match(sentence)
    if found is None or not found.start("said") <= event[0] < event[1] <= found.end("said"):
        return None
    behind = _SAID_BEHIND.match(sentence, words[1])
    before = _BEHIND_QUOTE.fullmatch(sentence, found.end("said"), words[0])
    if behind is None or before is None or not _is_telling(behind["verb"]):
        return None
    if _FIRST_PERSON.search(found["said"]):
        return None
    is_title = _NAME_GOES_ON.fullmatch(sentence, words[1], behind.start("verb") - 1) is not None
    subject = subject_at(sentence.translate(NO_QUOTES), found.start("said"))
    others = sentence[slice(*subject)] if subject is not None else ""
    return behind["verb"] if is_title or (others and may_act(others.lower())) else None


def _has_own_subject(sentence: str, telling: re.Match[str]) -> bool:
    """Whether what is told opens with somebody else: right behind "that", or before its verb."""
    bare = sentence.translate(NO_QUOTES)
    if names_own_subject(bare, telling.end()):
        return True
    subject = subject_at(bare, telling.end())
    is_full = subject is not None and bare[slice(*subject)].lower() not in ("it", "its")
    if is_full and _SEVERAL.search(bare, max(0, telling.start() - _LOOK_BACK), telling.start()):
        # "Several sources said the army and its allies": no "its" takes up several.
        taken = {each[0].lower() for each in TAKES_UP.finditer(bare, telling.end())}
        if taken <= {"it", "its"}:
            return True
    is_open = _DEFINITE.match(bare, telling.end()) is not None
    return is_open and telling[0].endswith("that ") and not TAKES_UP.search(bare, telling.end())


def _cited(sentence: str, citing: re.Match[str], words: Range, event: Range) -> str | None:
    """Words that cite somebody for the event, which no pronoun says who is cited took part in."""
    if citing.start() > 0:
        told = TAKES_UP.search(sentence, 0, citing.start()) is None
        is_there = told and event[1] <= citing.start() and bool(_ENDS.match(sentence, words[1]))
    else:
        behind = words[1] + 2
        opens = sentence[words[1] : behind] == ", " and _RELATIVE.match(sentence, behind) is None
        is_there = opens and behind <= event[0] and names_own_subject(sentence, behind)
    return citing[0].strip(" ,") if is_there else None


def _is_telling(verb: str, behind: str = "") -> bool:
    """Whether a word is surely a verb of saying: by its form, or by a "that" right behind it."""
    return says(verb) and (_TOLD_BY.match(verb) is not None or behind.startswith(" that "))


def _brought(sentence: str, telling: re.Match[str], event: Range) -> str | None:
    """Words of telling, where the clause behind them has the event and a subject of its own.

    Of "The court found that Roe had lied and jailed him" the court may have done both.
    """
    if telling.end() > event[0] or not _has_own_subject(sentence, telling):
        return None
    goes_on = _GOES_ON.search(sentence, telling.end(), event[0]) is not None
    may_do = goes_on and is_past(sentence[slice(*event)].split()[0].lower())
    return None if may_do and not _ONLY_SAYING.match(telling["verb"]) else telling[0].strip()
