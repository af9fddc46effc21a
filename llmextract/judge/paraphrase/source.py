"""What the cited sentences carry, gathered once for every free text held against them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, starmap
from typing import Final, NamedTuple

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import find_quantities
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.paraphrase.contrasted import Aside, asides
from llmextract.judge.paraphrase.scopes import doubted, is_break, ruled_out, tells_past
from llmextract.judge.paraphrase.synonyms import LIGHT_WORDS, summed_up_by
from llmextract.judge.paraphrase.tokens import Token, is_ruling_out, tokens_of
from llmextract.judge.paraphrase.wordforms import name_forms, root

# "Sept. 19" and "Gen. Ray" end none: a cut too few is better than a date cut in two.
_SENTENCE_END: Final = re.compile(
    r"(?:(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<!Sept)(?<!\.[a-zA-Z])\.|[!?…])"
    r"[\"'”’)\]]{0,3}\s+(?=\D)"
    r"|(?<=\s)\.\s+|\n"
)
_JOINS: Final = re.compile(r"[ \-–.’']{1,2}(?:of (?:the )?|and |for )?\Z")
FAILURES: Final = frozenset(
    root(word)
    for word in "fail deny refuse reject lack absence avoid prevent unable decline".split()
)
# Behind these what is told did not happen: "failed to enter", as "did not enter".
_FAILING: Final = frozenset(root(word) for word in "fail refuse decline unable".split())
# Behind these, and behind "to" of those who plan, what is told has not happened yet, or may never.
_PLANS: Final = frozenset(
    root(word)
    for word in "plan expect hope aim intend seek want try attempt vow threaten promise schedule"
    " prepare due likely wish offer propose".split()
)
_AHEAD: Final = words_of(
    "is are was were about going set poised slated bound ready unlikely unwilling reluctant"
)
_MAYBE: Final = words_of("may might could")
_KINDS: Final = ("plain", "denied", "doubted", "possible", "coming", "ended")
# Right behind a negation they leave what follows more or less as it is: "not only", "no fewer".
_KEEPING: Final = words_of(
    "only just merely simply more less fewer least later longer doubt all every each everyone"
    " everybody always necessarily many much exactly quite"
)
_BEFORE_KEPT: Final = words_of("if or whether why")
_ONE_OF: Final = re.compile(r"\bone (?:out )?of\b", re.IGNORECASE)
_UNTIL: Final = words_of("until till unless except before")
_DENIED_REACH: Final = 3
_SAME_OPENING: Final = 4
_LONGEST_NAME: Final = 6
_SOURCES_KEPT: Final = 64


@dataclass(frozen=True)
class Sentence:
    """The roots that one sentence carries, and whether it denies or fails to do anything."""

    roots: frozenset[str]
    negates: bool
    fails: bool


class Parts(NamedTuple):
    """Parts of names of several words: such as only open one, only close one, and pairs of one."""

    opening: frozenset[str]
    closing: frozenset[str]
    joined: frozenset[tuple[str, str]]

    def parted(self, one: str, other: str) -> bool:
        """Whether a name of these two is spliced: "Mira Lund" of "Mira Sand" and "Petra Lund"."""
        return one in self.opening and other in self.closing and (one, other) not in self.joined


class Told(NamedTuple):
    """Roots that a source never tells of as facts.

    `denied` are only negated, `unsettled` are in doubt or to come, `possible` of these such as
    nobody announces, `ended` are no longer so. `light` are general verbs that are any of the first
    two, `light_possible` such as nobody announces.
    """

    denied: frozenset[str]
    unsettled: frozenset[str]
    possible: frozenset[str]
    ended: frozenset[str]
    light: frozenset[str]
    light_possible: frozenset[str]


@dataclass(frozen=True)
class Source:
    """The words, names, figures and sentences of a source.

    `told` says which roots it never tells of as facts, `asides` which figures stand against others.
    `roots` are those of its own words, `past` of those in a past form; `beside` has the two words
    before each root, `compared` the first letters of words in "-er".
    """

    words: frozenset[str]
    names: frozenset[str]
    carried: frozenset[str]
    figures: frozenset[str]
    quantities: tuple[Quantity, ...]
    asides: Mapping[Quantity, Sequence[Aside]]
    sentences: tuple[Sentence, ...]
    told: Told
    parts: Parts
    roots: frozenset[str]
    past: frozenset[str]
    beside: Mapping[str, frozenset[str]]
    compared: frozenset[str]


@lru_cache(maxsize=_SOURCES_KEPT)
def read_source(source: str) -> Source:
    """Read a source; the latest ones are kept, since a record's fields share theirs."""
    tokens = tokens_of(source)
    words = [token for token in tokens if token.kind == "word"]
    mentions = find_quantities(source)
    return Source(
        words=frozenset(token.text for token in words),
        names=frozenset(form for token in words if token.capital for form in name_forms(token.text))
        | _initials(tokens, source),
        carried=summed_up_by(root(token.text) for token in words),
        figures=frozenset(
            token.text.replace(",", "") for token in tokens if token.kind == "figure"
        ),
        quantities=tuple(
            dict.fromkeys([*(found.quantity for found in mentions), *_one_of(source)])
        ),
        asides=asides(source, mentions),
        sentences=tuple(_sentences(tokens, source)),
        told=_told(tokens, source),
        parts=_parts(tokens),
        roots=frozenset(root(token.text) for token in words),
        past=frozenset(root(token.text) for token in words if tells_past(token.text)),
        beside=_beside(tokens),
        compared=frozenset(
            token.text[:_SAME_OPENING] for token in words if token.text.endswith("er")
        ),
    )


def _beside(tokens: list[Token]) -> Mapping[str, frozenset[str]]:
    """The two words before each root of a source, wherever it stands."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place, token in enumerate(tokens):
        if token.opens:
            continue
        nearest = tokens[place - 1]
        before = [nearest] if nearest.opens else tokens[max(0, place - 2) : place]
        found[root(token.text)].update(one.text for one in before)
    return {stem: frozenset(before) for stem, before in found.items()}


def _one_of(source: str) -> tuple[Quantity, ...]:
    """What "one of two raids" states beside the two."""
    return (Quantity(value=1, low=1, high=1),) if _ONE_OF.search(source) else ()


def _parts(tokens: list[Token]) -> Parts:
    opening: set[str] = set()
    closing: set[str] = set()
    first: set[str] = set()
    last: set[str] = set()
    joined: set[tuple[str, str]] = set()
    run: list[str] = []
    for place, token in enumerate(tokens):
        goes_on = place + 1 < len(tokens) and tokens[place + 1].follows
        (opening if goes_on else last).add(token.text)
        (closing if token.follows else first).add(token.text)
        joined.update((part, token.text) for part in run[-_LONGEST_NAME:])
        run = [*run[-_LONGEST_NAME:], token.text] if goes_on else []
    return Parts(frozenset(opening - last), frozenset(closing - first), frozenset(joined))


def _told(tokens: list[Token], source: str) -> Told:
    """What becomes of each root wherever it or its like stands.

    A sentence that goes on with "until" says that what it denies happened in the end.
    """
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    in_doubt, out = doubted(tokens, source), ruled_out(tokens, source)
    kept = False
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        kept = kept or token.text in _UNTIL
        if token.kind == "word" and not token.is_free:
            if place in out:
                kind = "denied"
            elif place in in_doubt:
                kind = "doubted"
            elif not kept and _is_behind_denial(tokens, place):
                kind = "denied"
            elif _is_behind_longer(tokens, place):
                kind = "ended"
            else:
                kind = _outlook(tokens, place)
            if kind == "denied" and _is_parted(tokens, place, source):
                kind = "plain"
            found[kind].add(root(token.text))
        kept = kept and not token.opens
    plain = found["plain"] | found["ended"]
    open_ = found["coming"] | found["possible"]
    shaky = ((open_ | found["denied"] | found["doubted"]) & LIGHT_WORDS) - plain
    return Told(
        denied=_only(found["denied"], plain | open_),
        unsettled=_only(open_ | found["doubted"], plain),
        possible=_only(found["possible"] | found["doubted"], plain | found["coming"]),
        ended=frozenset(found["ended"]) - summed_up_by(found["plain"]),
        light=frozenset(shaky),
        light_possible=frozenset(shaky - found["coming"]),
    )


def _is_parted(tokens: Sequence[Token], place: int, source: str) -> bool:
    """Whether a mark parts a word from its denial: "no comment, he left"."""
    marks = 0
    for at in range(place, max(0, place - _DENIED_REACH - 1), -1):
        if tokens[at].negates:
            break
        marks += is_break(tokens, at, source)
    return marks % 2 == 1


def _only(found: set[str], plain: set[str]) -> frozenset[str]:
    """The roots found that no plain one sums up, so that they are never told otherwise."""
    return frozenset(found) - summed_up_by(plain) - LIGHT_WORDS if found else frozenset()


def _outlook(tokens: Sequence[Token], place: int) -> str:
    """Whether a word is told as "possible" ("may go"), "coming" ("due to go") or "plain"."""
    for at in range(place - 1, max(-1, place - 2 - _DENIED_REACH), -1):
        word = tokens[at]
        if tokens[at + 1].opens:
            break
        if word.opens_possibility:
            return "possible" if word.text in _MAYBE else "coming"
        if word.text == "to":
            before = tokens[at - 1] if at else word
            ahead = before.text in _AHEAD or root(before.text) in _PLANS
            return "coming" if ahead else "plain"
        if not word.is_free and word.text != "soon" and not word.text.endswith("ly"):
            break
    return "plain"


def is_plan(token: Token) -> bool:
    """Whether a word says that something could be or is to come."""
    return token.opens_possibility or root(token.text) in _PLANS


def _is_behind_denial(tokens: list[Token], place: int) -> bool:
    for at in range(place - 1, max(-1, place - 1 - _DENIED_REACH), -1):
        word = tokens[at]
        if tokens[at + 1].opens:
            return False
        if word.negates or root(word.text) in _FAILING:
            before = tokens[at - 1].text if at else ""
            return tokens[at + 1].text not in _KEEPING and before not in _BEFORE_KEPT
        if not word.is_free and not word.text.endswith("ly") and not _follows_no(tokens, at):
            return False
    return False


def _is_behind_longer(tokens: list[Token], place: int) -> bool:
    """Whether a word stands behind "no longer", with none but function words between."""
    for at in range(place - 1, max(0, place - 1 - _DENIED_REACH), -1):
        if tokens[at + 1].opens or not (tokens[at].is_free or tokens[at].text == "longer"):
            return False
        if tokens[at].text == "longer":
            return tokens[at - 1].text == "no" and tokens[at + 1].text != "than"
    return False


def _follows_no(tokens: list[Token], place: int) -> bool:
    """Whether a word stands right behind "no", as "tsunami" in "no tsunami warning"."""
    return place > 0 and tokens[place - 1].text == "no" and not tokens[place].opens


def _sentences(tokens: list[Token], source: str) -> list[Sentence]:
    found: list[Sentence] = []
    ends = [match.end() for match in _SENTENCE_END.finditer(source)] + [len(source)]
    begin = 0
    for end in ends:
        stop = begin
        while stop < len(tokens) and tokens[stop].start < end:
            stop += 1
        inside = tokens[begin:stop]
        if inside:
            forms = (form for t in inside if t.capital for form in name_forms(t.text))
            roots = frozenset(map(root, [*(token.text for token in inside), *forms]))
            negates = any(token.negates for token in inside)
            fails = not FAILURES.isdisjoint(roots) or any(starmap(is_ruling_out, pairwise(inside)))
            found.append(Sentence(summed_up_by(roots), negates=negates, fails=fails))
        begin = stop
    return found


def _initials(tokens: list[Token], source: str) -> frozenset[str]:
    """Abbreviations of the names of several words: "un" for "United Nations"."""
    found: set[str] = set()
    letters = ""
    last: Token | None = None
    for token in tokens:
        if not token.capital:
            continue
        joined = last is not None and _JOINS.fullmatch(source[last.end : token.start])
        letters = letters + token.text[0] if joined else token.text[0]
        found.update(letters[-size:] for size in range(2, min(len(letters), 6) + 1))
        last = token
    return frozenset(found)


def initials(names: list[Token]) -> str:
    """The abbreviation of a name of several words."""
    return "".join(token.text[0] for token in names)
