"""Which words bring what is said: no hearsay, and no verb but the one right beside it.

Only finite verbs count: nouns and participles ("the alleged plot", "the claim that") do not, nor
"saying" and "adding", which go on with what another verb brought.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import (
    ADJECTIVES,
    AUXILIARIES,
    BE,
    CLAUSES,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    MARKS,
    OBJECT_PRONOUNS,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    has_verb,
    is_adverb,
    is_gerund,
    is_open,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.patterns import ARTICLE, IS, TELLING
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import sort_of
from llmextract.article.times.words import MONTHS, SURE_NAMES, WEEKDAYS

_FINITE: Final = words_of(
    "said says say told tells tell wrote writes thought thinks think knew knows know believes"
    " believe argues argue insists insist swore found showed"
)
# They bring what is said behind "that" or a mark only: "added [a week]", "posted [a profit]".
_OTHER_OBJECT: Final = words_of(
    "added recorded counted registered posted released published aired maintained dismissed"
)
_NO_SPEECH: Final = words_of("what which who whom that it this")
_VERB: Final = r"(?P<verb>[^\W\d_]+)"
# Between the verb and what it brings: whom it is told to, "that", a mark.
_BEFORE: Final = re.compile(
    rf"(?:(?P<word>\S+)\s+)?(?<![\w’'-]){_VERB}(?P<link>\s+(?:for|on|to|of))?"
    r"(?P<that>\s+that|\s*:)?\s+(?P<mark>[\"“‘']?)\Z"
)
_TOLD_BEFORE: Final = re.compile(
    rf"(?P<word>)(?P<link>)\b(?P<verb>{TELLING})"
    r"\s+(?:[\w’'.-]+\s+){1,5}(?P<that>that)\s+(?P<mark>[\"“‘']?)\Z"
)
_BEHIND: Final = re.compile(
    r"(?:,[\"”’]*|[!?][\"”’']+)\s+(?!(?:and|but|or|yet|nor|so|while|as|when|where|because|after"
    r"|before|since|though|although|even|if|with|who|whom|whose|which)\b)"
    rf"(?:[\w’'.-]+\s+){{0,8}}?{_VERB}(?=[.,;]|\s+(?:on|in|at|during)\s|\s*\Z)"
)
# Behind words that another said they take these up: "[it fell], which Roe denied".
_TAKES_UP: Final = re.compile(
    r"\b(?:which|it|this|that|so|claims?|allegations?|accusations?|reports?|remarks?|comments?|den(?:y|ie)\w*"
    r"|confirm\w*|agree\w*|disput\w*|reject\w*|dismiss\w*|contradict\w*|echo\w*|corroborat\w*"
    r"|refut\w*|repeat\w*)\b",
    re.IGNORECASE,
)
# Behind what another hands on: "it fell, Radio Nord reported, citing a minister".
_CITES: Final = re.compile(r"\b(?:citing|quoting)\Z")
_NO_SUBJECT: Final = DETERMINERS | PREPOSITIONS | BE
_AGENT: Final = re.compile(rf"\b(?:by|to|is|are|was|were)\s+{ARTICLE}\Z")
# No deed has one for its object: "said after Hale left [that it fell]".
_THAT_CLAUSE: Final = re.compile(
    r"that\s+(?:[A-Z]|(?:he|she|it|they|we|I|you|the|an?|his|her|its|their|there|no|all)\b)"
)
_NOT_FINITE: Final = re.compile(r"\w{2,}ing\b|\bto\b", re.IGNORECASE)
_OF_LATER: Final = re.compile(
    r"\b(?:(?:as|when|while|after|before|although|though|if|since|because|until|once)\s+"
    r"(?:he|she|it|they)|i|we)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)
# Who says "we know that" says by that what is known.
_OWN: Final = re.compile(r"\b(?:I|[Ww]e)\s+(?:\w+\s+){0,2}\Z")
_NO_DEED: Final = BE | HAVE | ADJECTIVES
_VERBS: Final = _FINITE | PAST
_HEARSAY: Final = re.compile(
    r"(?:(?:was|were|is|are|has|have|had|been|being)\s+)*(?:reported|alleged|supposed|purported)ly\b",
    re.IGNORECASE,
)
_ADVERB_FIRST: Final = re.compile(
    r"(?P<cue>(?:(?:was|were|is|are|has|have|had)\s+)?(?:reported|alleged|supposed|purported)ly)\s+",
    re.IGNORECASE,
)
_PASSIVE_FIRST: Final = re.compile(
    r"(?P<cue>(?:(?:was|were|is|are|has|have|had|been)\s+)*(?:\w+ly\s+)?(?:reported|said|believed"
    r"|thought|alleged|known|understood|expected|feared|rumou?red|claimed|considered|suspected"
    r"|presumed|estimated))\s+to\s+(?:be|have)\s+",
    re.IGNORECASE,
)
_HELD: Final = re.compile(
    r"(?:believed|thought|feared|suspected|presumed|rumou?red|alleged|expected)\Z"
)
_IS: Final = re.compile(rf"\b{IS}\s+(?:\w+\s+)?\Z")
_BELIEVES: Final = re.compile(
    r"\b(?:has|have|had|he|she|they|who|it|we|I)\s+(?:\w+\s+)?\Z", re.IGNORECASE
)
_TO_BE: Final = re.compile(r"\s+to\s+(?:be|have)\b")
_BRING_NOTHING: Final = (
    AUXILIARIES | DETERMINERS | PRONOUNS | OBJECT_PRONOUNS | CONJUNCTIONS | CLAUSES
) - words_of("as than")
PIECES_OF_NOTHING: Final = DETERMINERS | CONJUNCTIONS | PREPOSITIONS
# Behind a verb in the active: "announced by phone", "forecast by 2 percent", "ended by saying".
_NO_AGENT: Final = "|".join(
    (
        *WEEKDAYS,
        *MONTHS,
        "now|then|and|no|phone|telephone|e-?mail|text|fax|letter|video|radio|satellite|mistake",
    )
)
BY_AGENT: Final = re.compile(
    rf"\s+by\s+(?!(?:(?:the|an?|his|her|their|its|late|early|mid|next)\s+)?(?:{_NO_AGENT})\b"
    r"|\w+ing\b|\d)",
    re.IGNORECASE,
)
# A deed may follow on a report; what a report brings stands behind it then.
_OBJECT_OF: Final = re.compile(r"\b(?:on|against|with|over|during|amid|after|before|despite)\s+\Z")
# At the beginning of what is said they only tell when or where, unless a verb follows.
_ADJUNCTS: Final = words_of("by between beyond during near at")
# And so do these; "of", "on", "in" and "against" may belong to the cue.
_OTHER_ADJUNCTS: Final = words_of(
    "after before since under among through toward towards onto across along alongside inside"
    " outside within amid behind beneath"
)
# They tell where somebody says so: "[Speaking at the mill], Roe said".
_FRAMES: Final = words_of("speaking writing talking addressing commenting testifying appearing")
# A meeting at which much is said, unless it is told about what: "the debate over taxes".
_DEBATE: Final = re.compile(
    r"(?:.*\s)?debates?(?:\s(?!about|over|on|whether|that)\w+)*", re.IGNORECASE
)
_ABOUT: Final = re.compile(r"\s+(?:about|over|on|whether|that)\b", re.IGNORECASE)
# Nobody threatens by what is a danger.
_DANGER: Final = re.compile(
    r"(?:.*\s)?(?:pos(?:es?|ed|ing)|present(?:s|ed|ing)?|is|are|was|were|be|remains?|fac(?:es?|ed|ing)"
    r"|(?:counter|combat|confront|defeat|contain|address|reduc|remov|eliminat|fight|tackl|meet|end)(?:e?d|e?s|e|ing)?)\s"
    r"(?:\w+\s){0,2}threats?(?:\s.*)?",
    re.IGNORECASE,
)
# Nobody says anything by "they should vote" or "how can you".
_OPENS_CLAUSE: Final = words_of("he she they you we i how why what when where who")
_BRINGS_PREDICATE: Final = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|his|her|its|their|such|all|some)|\w[’']s|s[’'])\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_AT_LEAST: Final = words_of("least most all first last once best worst")
# Who says, hears or sees something, by a word that begins as a verb of saying.
_WHO_SAYS: Final = re.compile(
    r"(?:report|observ|publish|broadcast|announc|speak|writ|call|accus|inform|tweet|critici[sz]"
    r"|monitor|commentat|narrat|investigat)(?:er|or)s?|informants?|critics?|correspondents?"
)
# "Who [spoke] on condition of anonymity because he was not to speak": that is no speech.
_SPOKE: Final = words_of("spoke speaks speak speaking spoken talked talking")
_ANONYMOUS: Final = re.compile(
    r"(?:\sto\s[^,;:“”\"]{1,40})?\s(?:on|under)\s(?:the\s)?conditions?\s(?:of\s(?:strict\s|full\s)?anonymity"
    r"|that\b)|\sanonymously\b"
)
_REACH = 8
_CLOSING: Final = ',!?"”’'
_LOOK_BACK: Final = 80


def other_cue(sentence: str, said: Range, cue: Range) -> Range | None:
    """The finite verb that brings what is said; None where that may be the cue.

    A verb behind it is no rival of one before it: "[Roe announced] a truce, his lawyer said". One
    that says nothing is a rival where it has what is said for its object, and the cue stands before
    both: "Roe, who met Hale, blasted [the deal]".
    """
    if _CITES.search(sentence, *cue):
        return None
    verb = _before(sentence, said, also_done=cue[1] <= said[0])
    if verb is None and cue[1] > said[0]:
        verb = _behind(sentence, said[1])
    taken_up = verb and _TAKES_UP.search(sentence, said[1], max(said[1], cue[1]))
    return None if taken_up else verb


def is_behind(sentence: str, words: Range, cue: Range, said: Range) -> bool:
    """Whether words stand behind a cue and what it brings, where no subject of it stands.

    An agent may ("was called a plot by Roe"), and who is named behind a clause that hangs on the
    next one, or a speaker's own "we": "claiming so, Roe left", "“we condemn it,” Roe said".
    """
    if not cue[1] <= said[0] or not said[1] <= words[0]:
        return False
    agent = _AGENT.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    return agent is None and not _hangs(sentence, cue)


def _hangs(sentence: str, cue: Range) -> bool:
    """Whether the subject of a cue may be named later."""
    opens = not sentence[: cue[0]].strip("\"“”‘’' ")
    if _NOT_FINITE.search(sentence, *cue) or opens:
        return True
    return _OF_LATER.search(sentence, max(0, cue[0] - _LOOK_BACK), cue[0]) is not None


def _before(sentence: str, said: Range, *, also_done: bool) -> Range | None:
    """The finite verb right before words: of saying, or of something done to what these name."""
    if sentence[slice(*said)].lower() in _NO_SPEECH:
        return None  # "[what] he said"
    low = max(0, said[0] - _LOOK_BACK)
    # Asked before it, since it costs less: most words stand behind no verb.
    before = sentence[low : said[0]].lower().replace(":", " ").split()[-_REACH:]
    if not any(word.endswith("ed") or word in _VERBS for word in before):
        return None
    for form in (_BEFORE, _TOLD_BEFORE):
        found = form.search(sentence, low, said[0])
        if found is None or not _has_subject(found):
            continue
        if _OWN.search(sentence, low, found.start("verb")):
            return None
        clause, verb = found["that"] or found["mark"], found["verb"].lower()
        if _is_saying(verb) and (clause or verb not in _OTHER_OBJECT):
            return found.span("verb")
        has_object = not (clause or found["link"] or _THAT_CLAUSE.match(sentence, said[0]))
        if also_done and has_object and is_past(verb) and verb not in _NO_DEED:
            return found.span("verb")
    return None


def _behind(sentence: str, end: int) -> Range | None:
    """The finite verb of saying that closes words: "..., Roe said."; None where there is none."""
    while sentence[end - 1] in _CLOSING:
        end -= 1
    found = _BEHIND.match(sentence, end)
    if found is None:
        return None
    return found.span("verb") if _is_saying(found["verb"]) else None


def _has_subject(found: re.Match[str]) -> bool:
    """Whether what stands before a verb may be its subject: not so in "the reported [truce]"."""
    before = (found["word"] or "").lower()
    return before not in _NO_SUBJECT and not before.endswith(("’s", "'s", "ly"))


def _is_saying(word: str) -> bool:
    """Whether a word is a finite form of saying, and no noun."""
    low = word.lower()
    return low in _FINITE or (low.endswith("ed") and says(low))


def is_hearsay(cue: str) -> bool:
    """Whether a cue names nobody who says so, and leaves it open: "allegedly"."""
    return _HEARSAY.match(cue) is not None and not says(cue)


def holds_told(cue: str) -> bool:
    """Whether words of hearsay hold a verb of what they bring: "reportedly strengthened".

    And "reported to be advancing", but not "reportedly said", nor "reported to".
    """
    return hearsay_in(cue) is not None


def hearsay_in(cue: str) -> int | None:
    """Where words that only say that others say so end, if a verb of what they say follows."""
    for form in (_ADVERB_FIRST, _PASSIVE_FIRST):
        found = form.match(cue)
        rest = tokenise(cue[found.end() :]).words if found is not None else ()
        verb = next((word for word in rest if is_past(word) or is_gerund(word)), None)
        if found is not None and verb is not None and not says(verb):
            return found.end("cue")
    return None


def is_held(sentence: str, start: int, end: int) -> bool:
    """Whether words at a place say what nobody who is named believes: "is thought to have left"."""
    held = _HELD.search(sentence, start, end)
    if held is None:
        return False
    before = sentence[max(0, start - _LOOK_BACK) : held.start()]
    if _IS.search(before):
        return BY_AGENT.match(sentence, end) is None
    return _TO_BE.match(sentence, end) is not None and not _BELIEVES.search(before)


def is_object(text: str, cue: Range, said: Range) -> bool:
    """Whether a cue is a noun behind what it is said to bring: "[it fell], after protests"."""
    is_word = text[slice(*cue)].isalpha() and text[slice(*cue)].islower()
    before = _OBJECT_OF.search(text, max(0, cue[0] - _LOOK_BACK), cue[0])
    return said[1] <= cue[0] and is_word and before is not None


def is_adjunct(said: str) -> bool:
    """Whether words only tell when, where or by whom: "Monday at the school", "by police"."""
    words = [word for word in tokenise(said).words if word not in MARKS]
    if len(words) < 2:
        return False
    first, second = words[:2]
    if first in _FRAMES and (second in PREPOSITIONS | DETERMINERS or is_adverb(second)):
        return second != "out" and not has_verb(said)
    is_day = first in SURE_NAMES and (second in PREPOSITIONS or second.isdigit())
    is_where = first in _OTHER_ADJUNCTS or (first in _ADJUNCTS and second not in _AT_LEAST)
    return (is_day or is_where) and not has_verb(said)


def is_predicate(text: str, cue: Range, said: Range) -> bool:
    """Whether a noun of saying is only the subject of what follows: "[the claim] was a lie"."""
    if is_hearsay(text[slice(*cue)]):
        return False  # "Some guards [reportedly] have left"
    low = max(0, cue[0] - _LOOK_BACK)
    if not text[cue[1] : said[0]].isspace() or not _BRINGS_PREDICATE.search(text, low, cue[0]):
        return False
    first = tokenise(text[slice(*said)]).words[:1]
    return bool(first) and (first[0] in AUXILIARIES or is_past(first[0]))


def is_agent(text: str, cue: Range, said: Range) -> bool:
    """Whether words for what is said are by whom: "supported by [half of them]".

    Or who is cited: "according to a [new poll]".
    """
    words = tokenise(text[slice(*cue)]).words
    if words[-2:] == ("according", "to"):
        between = text[cue[1] : said[0]].split()
        return cue[1] <= said[0] and DETERMINERS.issuperset(between)
    return bool(words) and is_past(words[-1]) and text[cue[1] : said[0]] in (" by ", " by the ")


def says_nothing(text: str, cue: Range) -> bool:
    """Whether words bring no speech whatever follows: "the", "would", "by many", "the debate"."""
    said = text[slice(*cue)]
    words = tokenise(said).words
    if not words:
        return False
    first = words[0]
    if first == "by" or all(word in _BRING_NOTHING for word in words):
        return True
    if (first in _OPENS_CLAUSE and not says(said)) or _DANGER.fullmatch(said):
        return True
    if first in CONJUNCTIONS and len(words) > 1 and not says(words[1]):
        return is_open(words[1]) and not is_adverb(words[1])
    if _DEBATE.fullmatch(said) and not first.startswith("debat"):
        return not _ABOUT.match(text, cue[1])
    if not _SPOKE.isdisjoint(words[-1:]) and _ANONYMOUS.match(text, cue[1]):
        return True
    is_people = sort_of(said) == "people" and not says(said)
    return said.islower() and len(words) == 1 and (is_people or bool(_WHO_SAYS.fullmatch(said)))
