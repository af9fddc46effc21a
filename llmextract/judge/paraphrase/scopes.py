"""Which words of a source tell of nothing that happened, however far off what governs them stands.

"Hale denied that Roe had lied", "asked whether he had lied", "if he lied", "urged him to lie", "was
accused of lying" and "nearly lied" tell of no lie. A clause reaches as far as its next comma or the
next word that opens another one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    BE,
    CLAUSES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    inflected,
    is_adverb,
    is_gerund,
    is_past,
    words_of,
)
from llmextract.judge.paraphrase.tokens import Token, is_ruling_out

DENYING: Final = inflected(
    "deny dispute refute reject dismiss rebut repudiate doubt debunk contest"
)
_REPORTS: Final = inflected("claim report rumour rumor charge suggestion") | words_of(
    "allegation allegations accusation accusations assertion assertions insinuation insinuations"
    " speculation notion idea suspicion suspicions"
)
# Behind a denial of these nothing is known of what they bring: "no evidence that he left".
_EVIDENCE: Final = inflected(
    "sign suggest confirm prove establish show claim say think"
) | words_of(
    "evidence proof indication indications suggestion suggestions proven said thought believe"
    " believed shown true"
)
ASKING: Final = inflected(
    "ask beg* urge want expect request invite plead pressure advise encourage instruct order"
    " recommend lobby petition implore call appeal remind warn direct command demand challenge wish"
    " tell =told beseech neglect =forget =forgot"
)
# "Called police to report it" asks nobody for anything.
_CALLING: Final = inflected("call")
_WEIGHING: Final = inflected(
    "consider contemplate mull weigh discuss propose suggest recommend advise favour favor oppose"
    " avoid risk envisage resist deny"
)
_STOPPING: Final = inflected(
    "prevent stop* keep =kept bar* ban* block deter* discourage dissuade prohibit refrain abstain"
    " hinder"
)
ACCUSING: Final = words_of("accused suspected acquitted cleared")
SHORT: Final = words_of("almost nearly narrowly hardly allegedly supposedly purportedly")
_VERGE: Final = words_of("close verge brink short instead")
# At the head of a sentence they open a question or a condition: "Had he left, she would stay".
_INVERTED: Final = words_of("had should were")
# What nearly doubled has doubled, about.
_ROUND: Final = words_of("doubled tripled trebled quadrupled halved")
# Past forms that news has seldom.
_PAST: Final = words_of(
    "awoke awoken bitten bled blew blown borne bred burnt crept dealt drank dreamt drunk dug"
    " dwelt eaten flung forgiven forgot forgotten frozen knelt lain leant leapt learnt mislaid"
    " misled mistook mistaken outdid overcame ridden rode rang sang sung sewn shaken shone"
    " shrank shrunk slept slid slung sped spilt spun sprang sprung stank stuck stung strode"
    " strove striven strung swam swum swung torn undid undone upheld wept withheld withstood"
    " wrung"
)
CONDITIONS: Final = words_of("if unless whether lest")
_NO_CONDITION: Final = words_of("not only any anything ever so")
_ENDS: Final = (CLAUSES | words_of("that")) - {"so", "than", "once", "as"}
# All words that `_openings`, `_single` and `_denied_report` begin with.
_BRINGING: Final = CONDITIONS | DENYING | SHORT | _WEIGHING | words_of("that to from of than case")
_REACH, _LONGEST = 8, 40
_BREAK: Final = re.compile(r"[,;:—–()“”\"]|\s-\s")


def tells_past(word: str) -> bool:
    """Whether a word looks like a past form or a past participle."""
    return is_past(word) or word in _PAST


def doubted(tokens: Sequence[Token], source: str) -> frozenset[int]:
    """The places of the words that something says may never have been."""
    found: set[int] = set()
    for place, token in enumerate(tokens):
        if token.text not in _BRINGING and not token.opens:
            continue
        for first in _openings(tokens, place, source):
            found.update(_clause(tokens, first, source))
        found.update(_single(tokens, place, source))
        found.update(_denied_report(tokens, place, source))
    return frozenset(found)


def ruled_out(tokens: Sequence[Token], source: str) -> frozenset[int]:
    """The places of what is ruled out: "speeding" of "ruled out speeding as the cause"."""
    found: set[int] = set()
    for place in range(1, len(tokens)):
        if not is_ruling_out(tokens[place - 1], tokens[place]):
            continue
        if any(token.negates for token in tokens[max(0, place - 4) : place]):
            continue
        for at in range(place + 1, min(len(tokens), place + _REACH)):
            word = tokens[at].text
            if tokens[at].opens or is_break(tokens, at, source) or word in PREPOSITIONS | {"as"}:
                break
            found.add(at)
    return frozenset(found)


def _openings(tokens: Sequence[Token], place: int, source: str) -> Iterator[int]:
    """Where a clause in doubt begins that the word at a place brings."""
    word, onwards = tokens[place].text, place + 1
    following = _at(tokens, onwards)
    if word in CONDITIONS:
        if following not in _NO_CONDITION:
            yield onwards
    elif word == "that":
        if _is_denied_that(tokens, place, source):
            yield onwards
    elif word in DENYING and not is_break(tokens, onwards, source):
        if is_gerund(following) or following in SUBJECTS or _has_subject(tokens, place):
            yield onwards
    elif word == "case":
        if place and tokens[place - 1].text == "in" and following != "of":
            yield onwards
    elif tokens[place].opens and (
        word in _INVERTED or (word in AUXILIARIES and _is_asked(tokens, place, source))
    ):
        yield onwards


def _clause(tokens: Sequence[Token], first: int, source: str) -> Iterator[int]:
    """The places of a clause from its first one to its verb, or to its end where none is seen.

    Participles behind its verb may be true of what they stand by: "had mislaid classified files".
    """
    group = False
    for at in range(first, min(len(tokens), first + _LONGEST)):
        word = tokens[at].text
        ends = at > first and (word in _ENDS or is_break(tokens, at, source))
        if ends or tokens[at].opens:
            return
        if word in AUXILIARIES:
            group = True
        elif _is_verb(tokens, at, first, group=group):
            yield at
            yield from _coordinate(tokens, at)
            return
        elif not tells_past(word):
            yield at


def _is_verb(tokens: Sequence[Token], at: int, first: int, *, group: bool) -> bool:
    """Whether the verb of a clause is seen: behind its auxiliaries, or a past form of its own."""
    token = tokens[at]
    if group:
        return not (token.is_free or token.negates or is_adverb(token.text))
    before = tokens[at - 1].text if at > first else ""
    if at == first:
        return is_gerund(token.text)
    return tells_past(token.text) and before not in DETERMINERS and before not in PREPOSITIONS


def _coordinate(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """The verb of the same form that is joined to another: "killing and burning"."""
    if _at(tokens, verb + 1) in CONJUNCTIONS:
        following = _at(tokens, verb + 2)
        forms = is_gerund if is_gerund(tokens[verb].text) else tells_past
        if forms(following):
            yield verb + 2


def _single(tokens: Sequence[Token], place: int, source: str) -> Iterator[int]:
    """The one verb that a word right before it leaves undone: "to leave", "almost left"."""
    word = tokens[place].text
    verb = place + 1 + is_adverb(_at(tokens, place + 1))
    following = _at(tokens, verb)
    if not following or tokens[place + 1].opens:
        return
    before = tokens[place - 1].text if place else ""
    if word in SHORT:
        stands = tells_past(following) and following not in _ROUND
    elif word == "than":
        stands = before == "rather"
    elif is_gerund(following):
        stands = (
            word in _WEIGHING
            or (word in ("of", "to") and (before in ACCUSING or before in _VERGE))
            or (word == "from" and before == "far")
            or (word == "from" and _is_governed(tokens, place, _STOPPING, source))
        )
    else:
        too = place > 1 and tokens[place - 2].text == "too"
        stands = word == "to" and (
            too or before == "yet" or _is_governed(tokens, place, ASKING, source)
        )
    if stands:
        yield verb
        yield from _coordinate(tokens, verb)


def _is_governed(tokens: Sequence[Token], place: int, verbs: frozenset[str], source: str) -> bool:
    """Whether one of some verbs stands before a place, its object between and no verb."""
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        word = tokens[at].text
        if word in verbs:
            behind = _at(tokens, at + 1)
            is_other = (at and (word, tokens[at - 1].text) == ("order", "in")) or (
                word in _CALLING and behind not in ("on", "upon", "for")
            )
            return not is_other
        between = word in AUXILIARIES or tells_past(word) or word in _ENDS
        if between or tokens[at].opens or is_break(tokens, at + 1, source):
            return False
    return False


def _is_denied_that(tokens: Sequence[Token], place: int, source: str) -> bool:
    """Whether "that" stands behind "denied", "rejected claims" or "no evidence"."""
    last = place - 1
    if last > 0 and is_adverb(tokens[last].text):
        last -= 1
    if last < 0 or tokens[place].opens:
        return False
    word = tokens[last].text
    negated = any(token.negates for token in tokens[max(0, last - 3) : last])
    # "There is no doubt that" and "did not deny that" deny nothing.
    if word in _EVIDENCE if negated else word in DENYING or word in ("untrue", "false"):
        return True
    noun = _report_before(tokens, place, source)
    return noun is not None and _is_governed(tokens, noun, DENYING, source)


def _report_before(tokens: Sequence[Token], place: int, source: str) -> int | None:
    """The place of the "claims" whose "that" this is; "claims that led to" has another "that"."""
    following = _at(tokens, place + 1)
    if following in AUXILIARIES or tells_past(following):
        return None
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if tokens[at].text in _REPORTS:
            return at
        if tokens[at].opens or is_break(tokens, at + 1, source):
            return None
    return None


def _denied_report(tokens: Sequence[Token], place: int, source: str) -> Iterator[int]:
    """What stands between "reports that" and "were dismissed"."""
    if tokens[place].text not in DENYING or not tells_past(tokens[place].text):
        return
    last = place - 1
    while last > 0 and is_adverb(tokens[last].text):
        last -= 1
    if last < 0 or tokens[last].text not in BE:
        return
    for at in range(last - 1, max(-1, last - _LONGEST), -1):
        if tokens[at + 1].opens or is_break(tokens, at + 1, source):
            return
        if tokens[at].text == "that":
            if _report_before(tokens, at, source) is not None:
                yield from range(at + 1, last)
            return


def _has_subject(tokens: Sequence[Token], place: int) -> bool:
    """Whether "denied" brings a clause without "that": "Hale denied the mayor had lied"."""
    before = tokens[place - 1] if place else None
    if before is None or tokens[place].opens:
        return False
    is_name = before.capital and not before.is_free
    if not (is_name or before.text in SUBJECTS or before.text in AUXILIARIES):
        return False
    if before.text in BE:
        return False
    following = _at(tokens, place + 1)
    if not (
        following in DETERMINERS - {"that"}
        or (place + 1 < len(tokens) and tokens[place + 1].capital)
    ):
        return False
    for at in range(place + 2, min(len(tokens), place + _REACH)):
        word = tokens[at].text
        if word in AUXILIARIES:
            return True
        if word in _ENDS or word in CONJUNCTIONS or tokens[at].opens:
            return False
    return False


def _is_asked(tokens: Sequence[Token], place: int, source: str) -> bool:
    """Whether the sentence that begins at a place ends in a question mark."""
    for at in range(place + 1, min(len(tokens), place + _LONGEST)):
        if tokens[at].opens:
            return "?" in source[tokens[at - 1].end : tokens[at].start]
    last = min(len(tokens), place + _LONGEST) - 1
    return last == len(tokens) - 1 and "?" in source[tokens[last].end :][:3]


def is_break(tokens: Sequence[Token], place: int, source: str) -> bool:
    """Whether a comma or another mark stands right before a place."""
    if not 0 < place < len(tokens):
        return False
    gap = source[tokens[place - 1].end : tokens[place].start]
    return gap != " " and _BREAK.search(gap) is not None


def _at(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text if place < len(tokens) else ""
