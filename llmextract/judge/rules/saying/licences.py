"""The ways in which a sentence says that a cue brings words, and that somebody says them.

What is said stands behind its cue, with no other verb between that could bring it ("said on Monday
that", "urged all to"); or before it, where cue and subject close what is said ("..., Roe said"),
take it up ("which Roe denied") or are a passive. Who says it is the subject of the cue, before or
behind it, its agent, or the subject of a verb that the cue is joined to. Where none of these ways
holds, `brings` and `speaks` tell by what word; None leaves it open. Offsets are half-open code
points in the sentence.
"""

import re
from itertools import pairwise
from typing import Final

from llmextract.article.location import Range, is_within, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.clausal import INTRANSITIVE
from llmextract.article.syntax.grammar import tokenise, words_of
from llmextract.article.syntax.own_subject import is_surely_active, subject_zone
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.set_off import is_apart_from
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.speaker import speaker_of
from llmextract.judge.speech import quotations

# "Said Roe, who knew [Hale]", but not "said a man who gave his name as [Hale]".
_IN_RELATIVE: Final = re.compile(r"\s(?:who|whose|whom)\s(?:[\w’'-]+\s){1,14}\Z")
_NAMES_HIM: Final = re.compile(r"\b(?:name|named|called|known|identified)\b")
# They bring what somebody wants, does or judges, and are no words of saying anywhere else.
_BRING: Final = words_of(
    "offered offers ordered orders agreed agrees refused refuses decided planned thanked thanks"
    " forbade backed supported supports rejected rejects dismissed dismisses welcomed hailed"
    " protested ruled doubted opposed endorsed mocked slammed blasted"
)
# They are nouns, or bring no clause: "said, speaking on Monday, that", "a note posted there".
_NO_VERBS: Final = words_of(
    "records record reports counts documents posts states state calls puts spoke spoken speaking"
    " speaks talked talking posted published released recorded documented counted registered aired"
    " known heard hearing citing quoting commenting commented"
)
_OF_PEOPLE: Final = ("er", "or", "ers", "ors")
_BEFORE_GERUND: Final = words_of(", and but as by after before while of for")
_NOUN_BEFORE: Final = (
    grammar.DETERMINERS
    | grammar.ADJECTIVES
    | (grammar.PREPOSITIONS - words_of("as by after before since without to until of for"))
)
# What is set off and closed again brings nothing that follows: ", who spoke first, ".
_ASIDE: Final = re.compile(
    r",\s(?:who|whose|whom|which|where|when|as|an?|the|his|her|its|their)\s[^,;:“”\"]{1,160}(?=,)"
    r"|\([^()]{1,120}\)|\s[—–]\s[^—–]{1,160}\s[—–]"
)
_TAKEN_UP: Final = re.compile(
    r"\b(?:which|whom|that|what|whose|this|these|those|it|so|as|than|claims?|accusations?"
    r"|allegations?|charges?|reports?|accounts?|remarks?|statements?|comments?)\b",
    re.IGNORECASE,
)
_TAKES_UP: Final = re.compile(
    rf"\s(?:(?:the|such|any|all|his|her|its|their)\s(?:\w+\s)?)?(?:{_TAKEN_UP.pattern})",
    re.IGNORECASE,
)
_JOINT: Final = r"(?:,?\s(?:and|but|while|whereas|though|although)|;(?:\s(?:and|but|while))?)\s"
_OWN_CLAUSE: Final = re.compile(rf"{_JOINT}[^,;]{{0,90}}\Z")
_BEFORE_SUBJECT: Final = re.compile(rf"{_JOINT}(?:(?:his|her|its|their|the|an?)\s)?\Z")
_NEW_CLAUSE: Final = re.compile(r",\s(?:and|but|while|whereas|though|although)\s|;")
# More than a day, a place or whom it is told to: "said it", "condemned the".
_OBJECT_BEHIND: Final = re.compile(
    r"\s(?!(?:on|in|at|to|late|early|last|this|yesterday)\s[^,;:“”\"]{1,40}(?:[.,;]|\Z))"
    r"[\w“\"£$€₹][^.;]{2,}"
)
_THAT: Final = re.compile(
    r"(?:\s[^\s,;:“”\"]+){0,6}?,?\sthat\s(?!(?:day|week|night|month|year|has|have|had|is|are|was|were)\b)"
)
_BRINGS_TO: Final = re.compile(
    r"(?:.*\s)?(?:vow|promis|pledg|threaten|agree|offer|refus|call|urg|ask|demand|appeal)\w*",
    re.IGNORECASE,
)
_INFINITIVE: Final = re.compile(r"(?:\s(?:on|for)?(?:\s?[\w’'-]+){0,5})?\sto\s[a-z]+")
_CITES: Final = re.compile(
    r"\b(?:citing|quoting|according to|quoted|cited|reference to)\Z", re.IGNORECASE
)
_RESUMES: Final = re.compile(r"(?:\b(?:and|but|or)\s(?:that\s)?|,\sthat\s)\Z")
# Before who is named behind the cue, and may say so all the same: "condemned as a plot by [Roe]".
_AGENT: Final = re.compile(
    r"\b(?:by|to|from|of|citing|quoting|quote[sd]|cite[sd]|is|was|are|were|as)\s"
    r"(?:(?:the|an?|his|her|its|their)\s)?\Z",
    re.IGNORECASE,
)
_CITED: Final = re.compile(
    r"\b(?:citing|quoting|according to)\s(?:(?:the|an?)\s)?\Z", re.IGNORECASE
)
_IS: Final = re.compile(r"\s(?:is|was|are|were)\s")
# Whoever stands in what is set off between a cue and its subject is told of, and says nothing.
_INSERTED: Final = re.compile(
    r",\s(?:who|whose|whom|which|\w{3,}ing|\w{2,}ed|in|on|at|from"
    r"|with|by|for|of|to|during|against|known|held)\s[^,;:“”\"]{0,120}\Z"
)
_ADVERBS: Final = r"(?:(?:has|have|had|also|then|later|\w+ly)\s)*\Z"
_CLOSES: Final = re.compile(rf"[^,;:“”\"]{{0,120}},\s{_ADVERBS}")
_WHO: Final = re.compile(rf",?\s(?:who|which)\s{_ADVERBS}")
_VERB_BEFORE: Final = re.compile(
    r"(?:\A|\s)(?P<who>[^\s,;:“”\"]+),?\s(?P<verb>[a-z]+)(?:\s(?:on|upon|to|with))?\s"
    r"(?:(?:the|an?|his|her|its|their)\s)?\Z"
)
# "Roe rejected a warning by the envoy [Hale] that it would rain, and insisted".
_OBJECT_BY: Final = re.compile(
    r"(?:\A|\s)(?P<who>[^\s,;:“”\"]+),?\s(?P<verb>[a-z]+)\s(?:the|an?|his|her|its|their)\s"
    r"(?:[a-z-]+\s){1,3}(?:by|of|from)\s(?:[\w-]+\s){0,4}\Z"
)
_GOES_ON: Final = re.compile(r",?\s(?:who|which)\s")
_SHARED: Final = re.compile(
    r"(?:,?\s(?:and|but)\s(?:also\s|then\s|later\s|\w+ly\s)?|,\s(?:\w+ly\s)?)\Z"
)
_CLAUSAL: Final = words_of(
    "said told knew thought found believed announced reported claimed added showed heard argued"
)
_OBJECTS: Final = grammar.DETERMINERS | grammar.OBJECT_PRONOUNS | {"to", "that"}
_APPOSED: Final = re.compile(r",\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)+")
# "“It fell,” former mayor Ilan Roe said".
_TAG: Final = re.compile(
    rf"[,?!][”\"]\s(?P<who>(?:[a-z-]+\s){{0,4}}[A-Z][\w.’'-]*(?:\s[A-Z][\w’'-]*){{1,3}})\s{_ADVERBS}"
)
_NEAR, _LOOK_BACK, _REACH = 40, 80, 160


def verbs_in(text: str, low: int, high: int) -> list[Range]:
    """The verbs in a stretch that may bring what is said, outside of quotations and asides."""
    if high <= low:
        return []
    tokens = tokenise(text)
    found = [
        place
        for at, place in enumerate(zip(tokens.starts, tokens.ends, strict=True))
        if low <= place[0] and place[1] <= high and _may_bring(text, tokens, at)
    ]
    if not found:
        return []
    closed = [aside.span() for aside in _ASIDE.finditer(text, low, high)] + quotations(text)
    return [place for place in found if not any(is_within(place, each) for each in closed)]


def _may_bring(text: str, tokens: grammar.Tokens, at: int) -> bool:
    """Whether the word at a place is a verb that may bring what is said, and no noun."""
    word = tokens.words[at]
    if not (says(word) or word in _BRING) or not text[tokens.starts[at]].islower():
        return False
    before = tokens.words[at - 1] if at else ""
    if word.endswith(_OF_PEOPLE) or word in _NO_VERBS or before in _NOUN_BEFORE:
        return False
    if grammar.is_past(word) or word in _BRING:
        return tokens.words[at + 1 : at + 2] != ("by",) or before in grammar.BE
    if grammar.is_gerund(word):
        return before in _BEFORE_GERUND
    return before == "to" or (word.endswith("s") and before not in grammar.PREPOSITIONS)


def brings(text: str, cue: Range, words: Range) -> str | None:
    """What shows that a cue does not bring words, another verb mostly; None where it may."""
    if touch(cue, words):
        return None
    return _behind(text, cue, words) if cue[1] <= words[0] else _before(text, cue, words)


def _behind(text: str, cue: Range, words: Range) -> str | None:
    """The last verb between a cue and words behind it, which brings these."""
    if _CITES.search(text, *cue):
        return None
    if _RESUMES.search(text, cue[1], words[0]):
        return None
    found = verbs_in(text, cue[1], words[0])
    return text[slice(*found[-1])] if found else None


def _before(text: str, cue: Range, words: Range) -> str | None:
    """What shows that a cue brings something else than words before it."""
    if _CITES.search(text, *cue):
        return None
    said, verbs = text[slice(*cue)], verbs_in(text, words[1], cue[0])
    if said.endswith("ing") and verbs:
        last = verbs[-1]
        is_quoted = _CITES.search(text, *last) and not _NEW_CLAUSE.search(text, words[1], last[0])
        return None if is_quoted else text[slice(*last)]
    who = speaker_of(text, cue)
    first = who[0] if who is not None and words[1] <= who[0] < cue[0] else cue[0]
    joint = _OWN_CLAUSE.search(text, words[1], cue[0])
    joint = joint or _BEFORE_SUBJECT.search(text, words[1], first)
    taken = _TAKEN_UP.search(text, words[1], cue[0]) or _TAKES_UP.match(text, cue[1])
    if _has_clause(text, cue) and (joint or verbs or not taken):
        return said
    if taken:
        return None
    if joint and _OBJECT_BEHIND.match(text, cue[1]):
        return joint[0].strip()
    return text[slice(*verbs[0])] if verbs else None


def _has_clause(text: str, cue: Range) -> bool:
    """Whether a clause or an infinitive behind a cue is what it brings: "said that", "vowed to"."""
    if _THAT.match(text, cue[1]):
        return True
    return bool(_BRINGS_TO.fullmatch(text, *cue) and _INFINITIVE.match(text, cue[1]))


def speaks(text: str, cue: Range, source: Range) -> str | None:
    """What shows that somebody is not who says what a cue brings; None where he may be."""
    if touch(cue, source):
        return None
    who = speaker_of(text, cue)
    if who is not None and touch(who, source):
        return None
    if source[0] >= cue[1]:
        inner = _IN_RELATIVE.search(text, cue[1], source[0])
        if inner is not None and _NAMES_HIM.search(inner[0]) is None:
            return inner[0].strip(" ,")
        is_other = who is not None and who[1] <= cue[0]
        if who is None or not is_other or is_pronoun(text[slice(*who)]):
            return None
        return None if _AGENT.search(text, cue[0], source[0]) else text[slice(*who)]
    if _CITES.search(text, *cue) or _CITED.search(text, 0, source[0]):
        return None
    if (other := _object_of(text, source, cue) or _of_other_verb(text, source, cue)) is not None:
        return other
    opened = _INSERTED.search(text, max(0, source[0] - _REACH), source[0])
    if opened is not None and _CLOSES.fullmatch(text, source[1], cue[0]):
        return opened[0].strip(" ,")
    if who is None:
        return _other_zone(text, cue, source)
    if not text[source[1] : max(source[1], who[0])].strip(" ,()"):
        return None  # "Roe, [head of the guards] said"
    is_other = not is_pronoun(text[slice(*who)]) and is_apart_from(text, cue, source)
    return text[slice(*who)] if is_other else None


def _other_zone(text: str, cue: Range, source: Range) -> str | None:
    """The stretch that holds the subject of a cue, where somebody stands outside of it."""
    zone = subject_zone(text, cue)
    if zone is None or zone.shared or touch(zone.place, source):
        return None
    if _IS.match(text, source[1]) or _WHO.search(text, max(0, cue[0] - _NEAR), cue[0]):
        return None  # "Roe was the first who"
    if not text[source[1] : max(source[1], zone.start)].strip(" ,()"):
        return None
    return text[slice(*zone.place)]


def _object_of(text: str, source: Range, cue: Range) -> str | None:
    """The verb that has somebody for its object, and shares its subject with the cue behind it.

    "Urged" of "Roe urged [shoppers] to wait and promised".
    """
    is_shared = _SHARED.search(text, max(0, cue[0] - _NEAR), cue[0])
    if is_shared is None or _GOES_ON.match(text, source[1]):
        return None
    for form in (_VERB_BEFORE, _OBJECT_BY):
        found = form.search(text, max(0, source[0] - _LOOK_BACK), source[0])
        if found is not None and _is_plain_verb(found["who"], found["verb"]):
            return found["verb"]
    return None


def _is_plain_verb(before: str, verb: str) -> bool:
    """Whether a past form behind a word is a finite verb that takes an object."""
    if verb in _CLAUSAL | grammar.AUXILIARIES | grammar.ADJECTIVES:
        return False
    return grammar.is_past(verb) and before.lower() not in _NOUN_BEFORE | grammar.BE


def _of_other_verb(text: str, source: Range, cue: Range) -> str | None:
    """The pronoun of a relative clause with a cue, where somebody before it does something else.

    "Which" of "[the bank] declined to comment on the report, which said".
    """
    who = _WHO.search(text, max(source[1], cue[0] - _NEAR), cue[0])
    if who is None:
        return None
    words = tokenise(text[source[1] : who.start()]).words
    own = any(
        grammar.is_past(word)
        and word not in grammar.ADJECTIVES | grammar.AUXILIARIES
        and (word in INTRANSITIVE or is_surely_active(word) or behind in _OBJECTS)
        for word, behind in pairwise(words)
    )
    return who[0].strip(" ,") if own else None


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun alone."""
    return words.lower() in grammar.PRONOUNS


def named_speaker(text: str, verb: Range) -> str | None:
    """Who says something by a verb, with the name behind it; None where nobody new is named."""
    who = speaker_of(text, verb)
    if who is None and (tag := _TAG.search(text, max(0, verb[0] - _REACH), verb[0])) is not None:
        who = tag.span("who")
    if who is None:
        return None
    apposed = _APPOSED.match(text, who[1])
    name = text[who[0] : apposed.end() if apposed else who[1]]
    return name if is_new(name) else None


def is_new(name: str) -> bool:
    """Whether words name somebody, or bring somebody in anew: "a guard", "witnesses"."""
    words = name.split()
    if is_pronoun(name):
        return False
    if words[-1][0].isupper() or words[0].lower() in ("a", "an", "one", "another"):
        return True
    is_bare = words[0].lower() not in grammar.DETERMINERS | grammar.PRONOUNS
    return is_bare and any(word.endswith("s") and is_people(word) for word in name.lower().split())
