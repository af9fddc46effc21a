"""What a stretch of words says of itself: whether its main verb is negated, or hedged."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.governing import LATER, NO_DOUBT, ONLY, PERCEIVED

_NO_DENIAL = ONLY | {"sooner", "but"}
_HEDGING = grammar.words_of("may might could")
_HEDGES = grammar.words_of(
    "possibly probably perhaps maybe presumably likely unlikely conceivably potentially possible"
    " probable"
)
# Hedges that a denial leaves standing: what "could not be" or "cannot possibly be" surely is not.
_DENIED_HEDGES = grammar.words_of("may might likely probably perhaps maybe presumably")
_TAKES = grammar.words_of("that to the a an no its his her their this these it he they")
# How far behind its opening a comma may close an insertion.
_REACH = 20


@dataclass(frozen=True, slots=True)
class Predication:
    """The words that negate and that hedge the main verb, by code points of the sentence.

    `clause` says that the words have a verb of their own with a subject before it.
    """

    negated: Range | None = None
    hedged: Range | None = None
    clause: bool = False


@lru_cache(maxsize=256)
def predication(text: str, start: int, end: int) -> Predication:
    """Read the main verb of text[start:end], which is part of the sentence `text`.

    Nothing is said where the main verb is not clear: a negation elsewhere is none of its own.
    """
    tokens = grammar.tokenise(text)
    touched = tokens.covering(start, end)
    if touched is None:
        return Predication()
    words, last = tokens.words, touched[1]
    inverted = _denied_inversion(words, *touched)
    if inverted is not None:
        return Predication(tokens.place(inverted), clause=True)
    opening = _opening(words, *touched)
    if opening is None:
        return Predication()
    subject = _denied_subject(words, opening, last)
    group, verb = _group(words, opening, last)
    negation = next((at for at in group if words[at] in grammar.NOT and _denies(words, at)), None)
    hedge = _hedge(words, group, verb, (opening, last))
    if subject is not None or negation is not None:
        at = subject if subject is not None else negation or 0
        negated = tokens.place(at)
        if hedge is not None and words[hedge] not in _DENIED_HEDGES:
            hedge = None
    else:
        negated = None
    return Predication(
        negated,
        None if hedge is None else tokens.place(hedge),
        clause=verb > opening or any(opening < at <= last for at in group),
    )


def _opening(words: tuple[str, ...], first: int, last: int) -> int | None:
    """Where the main clause begins; None where it cannot be told."""
    while first < last and (
        words[first] in grammar.MARKS
        or words[first] in ("that", "and", "but")
        or (grammar.is_adverb(words[first]) and words[first] not in _HEDGES)
    ):
        first += 1
    aside = words[first] in grammar.PREPOSITIONS or words[first] in grammar.CONDITIONS
    if aside or words[first] in grammar.CLAUSES:
        for at in range(first, min(last, first + 2 * _REACH)):
            if words[at] == ",":
                return _opening(words, at + 1, last)
        return None
    return first


def _denied_inversion(words: tuple[str, ...], first: int, last: int) -> int | None:
    """The denial that puts its verb before its subject: "nor did they", "at no time did they"."""
    if first + 3 > last:
        return None
    if words[first] in ("nor", "nowhere"):
        return first if words[first + 1] in grammar.AUXILIARIES else None
    aside = words[first] in grammar.PREPOSITIONS and words[first + 1] == "no"
    return first + 1 if aside and words[first + 3] in grammar.AUXILIARIES else None


def _denies(words: tuple[str, ...], place: int) -> bool:
    following, third = (*words[place + 1 : place + 3], "", "")[:2]
    if following in _NO_DENIAL or (following, third) == ("one", "but"):
        return False
    if words[place] in grammar.NOBODY and following in NO_DOUBT:
        # "No more than ten left", "nothing more dire", but "there is no more bread".
        is_amount = words[place] == "no" and following in ("more", "fewer", "less")
        return is_amount and third not in ("than", "a", "an")
    return "until" not in words[place:] and not _is_first(words, place, following, third)


def _is_first(words: tuple[str, ...], place: int, following: str, third: str) -> bool:
    """Whether it was so this time: "never before had so many", "not since 1991 have so many"."""
    before = words[place - 1] if place else ""
    said = before in grammar.CONJUNCTIONS or before == "that" or grammar.is_past(before)
    if before and before not in grammar.OPENERS and not (said and before not in grammar.BE):
        return False
    if words[place] == "never" and following in grammar.AUXILIARIES:
        return third in ("so", "such", "as")
    return (words[place], following) == ("not", "since") or (
        (words[place], following) == ("never", "before") and third in grammar.AUXILIARIES
    )


def _denied_subject(words: tuple[str, ...], first: int, last: int) -> int | None:
    """The "no" of "no agreement was reached" and of "there is no agreement"."""
    if words[first] in grammar.NOBODY or words[first] in grammar.NOT:
        return first if _denies(words, first) else None
    if words[first] == "to" and first > 0 and words[first - 1] in grammar.NOT:
        return first - 1 if _denies(words, first - 1) else None
    if words[first] == "there":
        for at in range(first + 1, min(first + 5, last)):
            if words[at] in grammar.NOBODY:
                return at if _denies(words, at) else None
            if words[at] not in grammar.AUXILIARIES and words[at] != "'s":
                return None
    return None


def _group(words: tuple[str, ...], first: int, last: int) -> tuple[list[int], int]:
    """The auxiliaries, negations and adverbs of the main verb, and its place; none, and -1."""
    if words[first] == "to":
        return _onwards(words, first + 1)
    at = first
    while at <= last:
        word = words[at]
        if _is_auxiliary(words, at):
            before = words[at - 1] if at > first else ""
            joined = before in grammar.CONJUNCTIONS or before in grammar.PREPOSITIONS
            return ([], -1) if joined else _onwards(words, at)
        if at == first and _leads(words, at):
            return _backwards(words, at), at
        if at > first and _is_verb(words, at):
            return _backwards(words, at), at
        if word in (",", "(") or word in grammar.DASHES:
            at = _behind_insertion(words, at, last)
        elif (word in grammar.MARKS and word not in grammar.QUOTES) or (
            at > first and (word in grammar.CLAUSES or word in grammar.CONDITIONS or word == "that")
        ):
            break
        at += 1
    return [], -1


def _is_auxiliary(words: tuple[str, ...], at: int) -> bool:
    if words[at] == "'s":
        return at > 0 and words[at - 1] in grammar.PRONOUNS
    return words[at] in grammar.AUXILIARIES or words[at] in grammar.NOT


def _leads(words: tuple[str, ...], at: int) -> bool:
    """Whether the words begin with their verb: "captured the town"."""
    if not grammar.is_open(words[at]):
        return False
    before = words[at - 1] if at else ""
    return (
        grammar.is_past(words[at])
        or grammar.is_gerund(words[at])
        or before in grammar.MODALS
        or before in grammar.NOT
        or before in grammar.DO
    )


def _is_verb(words: tuple[str, ...], at: int) -> bool:
    """Whether a word looks like a main verb without auxiliaries."""
    word, before = words[at], words[at - 1]
    following = words[at + 1] if at + 1 < len(words) else ""
    if not grammar.is_open(word) or before in grammar.DETERMINERS:
        return False
    if before in grammar.PRONOUNS and before != "that" and not grammar.is_adverb(word):
        return True
    if grammar.is_past(word):
        return before not in grammar.PREPOSITIONS and following not in ("by", "in", "on", "at")
    return word.endswith("s") and not word.endswith("ss") and following in _TAKES


def _behind_insertion(words: tuple[str, ...], at: int, last: int) -> int:
    """The closing mark of an insertion before the verb; the last word where there is none."""
    closing = ")" if words[at] == "(" else words[at]
    for place in range(at + 1, min(last, at + _REACH)):
        if words[place] == closing:
            verb = _is_auxiliary(words, place + 1) or grammar.is_past(words[place + 1])
            return place if verb else last
    return last


def _onwards(words: tuple[str, ...], at: int) -> tuple[list[int], int]:
    group: list[int] = []
    while at < len(words):
        if _is_auxiliary(words, at) or grammar.is_adverb(words[at]) or words[at] in _HEDGES:
            group.append(at)
        elif not group or words[at] not in grammar.QUOTES:
            break  # A quotation may begin within: are “not enough”.
        at += 1
    return group, min(at, len(words) - 1)


def _backwards(words: tuple[str, ...], verb: int) -> list[int]:
    group: list[int] = []
    at = verb - 1
    while at >= 0 and (_is_auxiliary(words, at) or grammar.is_adverb(words[at])):
        group.append(at)
        at -= 1
    return group[::-1]


def _hedge(words: tuple[str, ...], group: list[int], verb: int, inside: Range) -> int | None:
    """The word that leaves the main verb open: "may", "probably", "would" beside an "if"."""
    if words[inside[0]] in _HEDGES and inside[0] not in group:
        return inside[0]
    for at in group:
        word = words[at]
        if word in _HEDGES:
            return at
        if word in _HEDGING and words[verb] not in PERCEIVED:
            return at
        if word == "would" and LATER.isdisjoint(words[at:verb]):
            content = words[inside[0] : inside[1] + 1]
            if not grammar.CONDITIONS.isdisjoint(content):
                return at
    return None


_DENYING = (
    grammar.inflected(
        """
        deny reject refuse refute dismiss dispute decline fail lack prevent avoid cease stop* halt
        exclude forbid* ban* bar* prohibit block oppose contradict disprove disagree doubt abstain
        refrain cancel reverse withdraw end rule ignore neglect miss lose drop* abandon
        """
    )
    | grammar.NOT
    | grammar.NOBODY
    | grammar.words_of(
        "nor without nowhere false wrong untrue baseless fake impossible incapable inability denial"
        " refusal failure absence against instead rather rarely seldom little few less hardly non"
        " only fabricated hoax lie lies myth nonsense incorrect inaccurate invalid illegal"
        " illegitimate"
        " innocent opposed rebuffed ruled invalid illegally despite however too insufficient"
        " inconsistent independent irrelevant ineffective immaterial ain't dont didnt isnt wasnt"
    )
)
# What begins with the letters of a negation and is none.
_NO_NEGATION = (
    *("under", "unit", "unio", "unif", "univ", "uniq", "unil", "until", "unto"),
    *("discu", "discov", "distr", "dista", "dispat", "display", "diseas", "disciplin"),
)
# Nor do these say that something is not so: "a disgrace", "an unarmed man".
_LOOKS_NEGATED = tuple(
    "unarm unmann unident unexpect unpreced undoubt unleash unveil unrest unfold unload uncover"
    " unearth unanim unusual unfortun unless".split()
)
_DISOWNING = tuple(
    "disagre disallow disapprov disavow disbel disclaim discontin discredit disinclin dislik"
    " dismiss disobey disown disprov disput disqualif disregard".split()
)
# "A few weeks" and "the last few hours" deny nothing, as "few came" does.
_A_FEW = grammar.ARTICLES | grammar.words_of("these those last past next first every quite")
# Outside the words that they would deny, these do no more than stand there: "the last few hours".
_OUTSIDE = _DENYING - (
    grammar.inflected("end lose miss drop* withdraw reverse rule neglect ignore cancel halt lack")
    | grammar.words_of("without against despite however too few little less only instead rather")
)
# What ends, loses or stands against something says that it was so, or is.
_ENDING = grammar.inflected("end lose miss drop* withdraw reverse rule oppose") | grammar.words_of(
    "only against despite however too independent opposed ruled instead rather innocent"
)


def denies(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether any word of a range may deny what it says; "no doubt" and "not … without" do not.

    Nor do those that look like it: "a few weeks", "disgrace", "to end the war".
    """
    denying = [
        at
        for at in range(first, last + 1)
        if _may_deny(words, at) and not _only_looks_so(words, at)
    ]
    pairs = [at for at in denying if words[at] == "without"]
    cancelled = {
        place
        for at in pairs
        for before in [max((other for other in denying if other < at), default=None)]
        if before is not None and words[before] in grammar.NOT
        for place in (at, before)
    }
    return any(at not in cancelled for at in denying)


def _may_deny(words: tuple[str, ...], at: int) -> bool:
    word = words[at]
    if word in grammar.NOBODY or word in grammar.NOT:
        return _denies(words, at)
    if word == "doubt" and at and words[at - 1] == "no":
        return False
    if word in _DENYING:
        return True
    negated = word.startswith(("un", "non-", "dis")) and len(word) > 5
    return negated and not word.startswith(_NO_NEGATION)


def _only_looks_so(words: tuple[str, ...], at: int) -> bool:
    """Whether a word that may deny denies nothing where it stands."""
    word = words[at]
    if word == "little":
        return at > 0 and words[at - 1] in _A_FEW
    if word.startswith("dis"):
        return not word.startswith(_DISOWNING)
    return word in _ENDING or word.startswith(_LOOKS_NEGATED) or only_counts(words, at)


def only_counts(words: tuple[str, ...], at: int) -> bool:
    """Whether a word denies nothing since it only says how many: "a few weeks", "less than"."""
    if words[at] == "less":
        return words[at + 1 : at + 2] == ("than",)
    return words[at] == "few" and at > 0 and words[at - 1] in _A_FEW


# To stop, ban or ignore something is a deed as any other: that it was done is affirmed.
_DEEDS: Final = grammar.inflected(
    """
    dismiss cease stop* halt forbid* ban* bar* prohibit block cancel reverse withdraw ignore neglect
    abandon prevent avoid exclude
    """
) | grammar.words_of("without false rejected refused")


def negates(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a range says of what it tells that it is not so: a deed that stops one does not."""
    denying = (at for at in range(first, last + 1) if denies(words, at, at))
    return denies(words, first, last) and any(words[at] not in _DEEDS for at in denying)


def denied_outside(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a word of the sentence outside a range may deny what the range says."""
    outside = (*words[:first], *words[last + 1 :])
    return not _OUTSIDE.isdisjoint(outside)


UNDONE: Final = (
    _DENYING
    | grammar.inflected(
        """
        repel* repulse rebuff thwart foil avert abort postpone suspend interrupt intercept resist
        withstand collapse stall delay attempt try abandon delay scrap* derail disrupt hinder hamper
        push fend defuse neutralize neutralise destroy down struggle cut spare escape survive
        =shot =beat =beaten =fought =lost =lose =broke =broken =cut =held =fell
        """
    )
    | grammar.words_of(
        "unsuccessful unsuccessfully vain short before but despite although though however yet"
        " failed attempt attempts attempted effort efforts back off away unable instead rather"
        " bid would-be foiled aborted abortive repulsed backfired"
    )
)


def undone(text: str) -> bool:
    """Whether any word of a text may say that something was not, or not brought to its end."""
    words = grammar.tokenise(text).words
    return not UNDONE.isdisjoint(words) or any(_may_deny(words, at) for at in range(len(words)))
