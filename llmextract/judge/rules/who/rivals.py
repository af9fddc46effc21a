"""Who else does it: the subject, the agent or the owner that an article gives a deed instead.

Of "Roe said the Hale Guard took Dorva" Roe took nothing, nor did the army whose town was "seized by
gunmen", nor Roe where he "condemned Norland's attack". Who is only meant by a pronoun, or by a word
that may be anybody's ("the group", "fighters"), is no other one.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.bounds import Zone
from llmextract.article.syntax.own_subject import subject_zone
from llmextract.article.syntax.sorts import names_people
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.judge.rules.nouns import does_for_others, head_of, may_act
from llmextract.judge.rules.who.objects import LITTLE

_ANYBODY: Final = clausal.POINTING | grammar.words_of("who whose which others whom")
_POSSESSIVE: Final = grammar.words_of("his her their its")
# Who is somebody's, and another: "his brother", "her followers".
KIN: Final = grammar.words_of(
    """
    brother sister mother father son daughter wife husband widow cousin uncle aunt nephew niece
    parents brothers sisters sons daughters children relatives family lawyer lawyers predecessor
    successor rival rivals opponent opponents followers supporters critics neighbour neighbours
    neighbor neighbors bodyguard bodyguards driver captors attackers killers victims fiance fiancee
    girlfriend boyfriend
    """
)
_DEFINITE: Final = grammar.words_of("the this that these those both")
_ACCUSED: Final = re.compile(
    r"\b(?:accus(?:ed|es|ing)|suspect(?:ed|s)|convict(?:ed|s))\s+(?P<who>[\w’'.-]+(?:\s+(?!of\b)[\w’'.-]+){0,6})"
    r"\s+of\s+(?:\w+ly\s+)?\Z"
)
# The agent of a passive: up to where a clause or another phrase begins.
_AGENT: Final = re.compile(
    r"(?P<between>(?:\s+(?!by\b)[\w’'-]+){0,4})\s+by\s+(?P<agent>[^,;:()“”\"]{2,80})"
)
_AGENT_ENDS: Final = re.compile(
    r"\s(?:in|on|at|during|after|before|since|when|while|as|near|who|which|that|was|were|is|are|and"
    r"|but|for|from|over)\b.*",
    re.DOTALL,
)
_WHOSE: Final = re.compile(r"\b(?P<owner>[\w’'()-]+),?\s+whose\s+(?:[a-z]+\s+)?\Z")
# A verb whose object follows: "drove 40", not "said 40".
_OBJECT_OF: Final = re.compile(
    r"\b(?!said|told|added|claimed|reported|and\b)(?:[a-z]+ed|took|drove|shot|saw|held|left|sent|struck"
    rf"|hit)\s+{LITTLE}\Z"
)
_IF: Final = re.compile(
    r"(?:\A|[.;,–—-]\s|\bthat\s)(?:If|When|After|As|Although|While|Because|Once|Before|Until|Since)\s+"
    r"(?:(?:the|an?|its|his|her|their)\s+)?\Z",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(r"\s(?:after|before|when|while|as|where|because|although)\s")
_DATES: Final = frozenset({*MONTHS, *WEEKDAYS, "end"})
_LITTLE: Final = grammar.words_of("the and for from with his her its their")
_LEAST: Final = 3
_STEM: Final = 5
_LOOK_BACK: Final = 120


def other_subject(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who stands before an active verb in its own clause, where words are surely not in that."""
    zone = subject_zone(sentence, verb)
    if zone is None or zone.shared or words[1] > zone.start:
        return None
    owner = _WHOSE.search(sentence, max(0, zone.start - _LOOK_BACK), zone.start)
    if owner is not None and owner.start("owner") >= words[1]:
        return zone.place if _has_verb(sentence[words[1] : owner.start("owner")]) else None
    if zone.joined and sentence[slice(*words)].lower() in ("he", "she", "they"):
        # "She asked Hale, and Norland agreed": a name behind "and" takes up no pronoun.
        named = sentence[zone.start : zone.end].split()
        return zone.place if len(named) > 1 and named[1][0].isupper() else None
    if not stands_parted(sentence, zone, words):
        return None
    return zone.place if is_somebody_else(sentence, zone.place, words) else None


def other_agent(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who a passive, or a noun, says did it, where words stand before it or in a later clause."""
    agent = agent_of(sentence, verb)
    if agent is None or not (words[1] <= verb[0] or _is_later(sentence, agent, words)):
        return None
    return agent if is_somebody_else(sentence, agent, words) else None


def agent_of(sentence: str, verb: Range) -> Range | None:
    """Who did it, behind "by": "the Guard" of "seized in May by the Guard on a Monday"."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    found = _AGENT.match(sentence, verb[1]) if told else None
    if found is None or subject_zone(sentence, verb) is not None:
        return None
    is_noun = not grammar.is_past(told[-1])
    between = grammar.tokenise(found["between"]).words
    if (is_noun and between) or any(map(grammar.is_past, between)):
        return None
    start = found.start("agent")
    agent = start, start + len(_before_verb(_AGENT_ENDS.sub("", found["agent"])).rstrip(" ."))
    named = sentence[slice(*agent)]
    is_date = not _DATES.isdisjoint(re.split(r"[\s-]", named.lower()))
    is_known = names_people(named) or named.lower() != named or _is_acting(named)
    return agent if is_known and not is_date else None


def _before_verb(named: str) -> str:
    """What stands before a verb: "inmates" of "inmates demanding a visit", "Hale" of "Hale hit"."""
    tokens = grammar.tokenise(named)
    for word, start in list(zip(tokens.words, tokens.starts, strict=True))[1:]:
        is_told = grammar.is_past(word) and word not in grammar.ADJECTIVES
        is_verb = is_told or word in clausal.FINITE | grammar.UNCHANGED or grammar.is_gerund(word)
        if is_verb and named[start].islower():
            return named[:start]
    return named


def _is_acting(named: str) -> bool:
    """Whether the head of a phrase is a noun of people or of a body: "air defence units"."""
    head = head_of(named)
    return grammar.is_open(head) and not head[0].isdigit() and may_act(head)


def _is_later(sentence: str, agent: Range, words: Range) -> bool:
    """Whether words stand behind what opens another clause: "by Roe after the guard left"."""
    return agent[0] < words[0] and _OPENS.search(sentence, agent[0], words[0]) is not None


def accused(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who is accused of a deed, where words stand before that: "Hale accused Roe of lying"."""
    if words[1] > verb[0]:
        return None
    found = _ACCUSED.search(sentence, max(0, verb[0] - _LOOK_BACK), verb[0])
    if found is None or found.start() < words[1] or found["who"].lower() in _ANYBODY:
        return None
    return None if share_name(found["who"], sentence[slice(*words)]) else found.span("who")


def stands_parted(sentence: str, zone: Zone, words: Range) -> bool:
    """Whether words before a subject surely stand outside of the list or the clause that it is."""
    between = sentence[words[1] : zone.start]
    if between.strip() == "nor":
        return False
    is_object = _OBJECT_OF.search(sentence, max(0, words[0] - _LOOK_BACK), words[0]) is not None
    if is_object and between.strip() and not between.strip().startswith((",", "and", "or")):
        return True
    if zone.joined:
        return False
    if zone.is_clause or _has_verb(between):
        return True
    is_if = _IF.search(sentence, max(0, words[0] - 40), words[0]) is not None
    return is_if and between.rstrip().endswith(",")


def _has_verb(text: str) -> bool:
    """Whether words have an auxiliary or a past form; "Ahmed" is none."""
    tokens = grammar.tokenise(text)
    return any(
        word in grammar.AUXILIARIES or (grammar.is_past(word) and text[start].islower())
        for word, start in zip(tokens.words, tokens.starts, strict=True)
    )


def is_somebody_else(sentence: str, who: Range, words: Range) -> bool:
    """Whether a subject names somebody, who is not meant by the words for all that it tells.

    "The group" may be anybody that was named, and "gunmen" those of the Front.
    """
    named, other = sentence[slice(*who)], sentence[slice(*words)]
    said = grammar.tokenise(named).words
    if said[:2] == ("the", "other") or said in (("the", "others"), ("the", "rest")):
        return True
    if does_for_others(other) and names_people(named):
        return not share_name(named, other)
    is_small = other.lower() == other or (words[0] == 0 and names_people(other.lower()))
    is_own = bool(said) and said[0] in _POSSESSIVE and is_small and names_people(said[1])
    if is_own and not share_name(named, other):
        return True
    if not said or not _names_first(named):
        return False
    if _ANYBODY.issuperset(grammar.tokenise(other).words):
        return False
    is_anybody = len(said) == 1 and names_people(named) and not is_small
    is_kin = said[0] in _POSSESSIVE and not KIN.isdisjoint(said[1:2])
    if named.islower() and not is_kin and (said[0] in _DEFINITE or is_anybody):
        return False
    return not share_name(named, other)


def is_plural(named: str) -> bool:
    """Whether words surely name several: "some 2,000 people", "two guards", "rebels"."""
    tokens = grammar.tokenise(named)
    words = tokens.words
    if any(word[0].isdigit() and word != "1" for word in words) or named.endswith(
        ("people", "men")
    ):
        return True
    cut = next((at for at, word in enumerate(words) if word in grammar.PREPOSITIONS), len(words))
    head = words[cut - 1] if cut else ""
    is_common = bool(head) and named[tokens.starts[cut - 1]].islower()
    return is_common and head.endswith("s") and not head.endswith("ss")


def _names_first(named: str) -> bool:
    """Whether what takes up somebody stands behind a name only: "Roe and his allies"."""
    tokens = grammar.tokenise(named)
    if tokens.words[0] in _POSSESSIVE and not KIN.isdisjoint(tokens.words[1:2]):
        return True
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        if word in _ANYBODY:
            return False
        if named[start].isupper() and word not in _DEFINITE | _DATES:
            return True
    return True


def share_name(one: str, other: str) -> bool:
    """Whether two names have a word in common, or its beginning: "Norland", "Norlandic"."""
    words, others = (
        [word for word in re.findall(rf"\w{{{_LEAST},}}", name.casefold()) if word not in _LITTLE]
        for name in (one, other)
    )
    return any(
        word[:_STEM] == same[:_STEM] if min(len(word), len(same)) >= _STEM else word == same
        for word in words
        for same in others
    )
