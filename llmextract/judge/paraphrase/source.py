"""What the cited sentences carry, gathered once for every free text held against them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import find_quantities
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.paraphrase.synonyms import FUNCTION_WORDS, LIGHT_WORDS, summed_up_by
from llmextract.judge.paraphrase.wordforms import name_forms, root

# "U.N.", a word with its apostrophes, or a figure as it is written.
_TOKEN: Final = re.compile(
    r"(?P<dotted>(?:[^\W\d_]\.){2,12})|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<figure>\d+(?:[.,:/]\d+)*)"
)
_CLITIC: Final = re.compile(r"'(?:s|d|m|ve|re|ll)\Z")
# "Sept. 19" and "Gen. Ray" end none: a cut too few is better than a date cut in two.
_SENTENCE_END: Final = re.compile(
    r"(?:(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<!Sept)(?<!\.[a-zA-Z])\.|[!?…])"
    r"[\"'”’)\]]{0,3}\s+(?=\D)"
    r"|(?<=\s)\.\s+|\n"
)
_OPENS: Final = re.compile(r"(?:[.!?…:][\"'”’)\]]{0,3}\s+|\n\s*)[\"'“‘(\[]{0,3}\Z")
_LOOK_BACK: Final = 16
_JOINS: Final = re.compile(r"[ \-–.’']{1,2}(?:of (?:the )?|and |for )?\Z")
# Beside them all that end in "n\'t" deny.
_NEGATIONS: Final = words_of(
    "no not never none nobody nothing nowhere neither nor without cannot cant"
)
_FAILURES: Final = frozenset(
    root(word)
    for word in "fail deny refuse reject lack absence avoid prevent unable decline".split()
)
# Behind these what is told did not happen: "failed to enter", as "did not enter".
_FAILING: Final = frozenset(root(word) for word in "fail refuse decline unable".split())
# Behind these, and behind "to" of those who plan, what is told has not happened yet, or may never.
_OPEN: Final = words_of("could may might would should will shall must")
_PLANS: Final = frozenset(
    root(word)
    for word in "plan expect hope aim intend seek want try attempt vow threaten promise schedule"
    " prepare due likely wish offer propose".split()
)
_ARE: Final = words_of("is are was were")
# Right behind a negation they leave what follows more or less as it is: "not only", "no fewer".
_KEEPING: Final = words_of(
    "only just merely simply more less fewer least later longer doubt all every each everyone"
    " everybody always necessarily many much exactly quite"
)
_BEFORE_KEPT: Final = words_of("if or whether why")
_UNTIL: Final = words_of("until till unless except before")
_DENIED_REACH: Final = 3
_LONGEST_NAME: Final = 6
_SOURCES_KEPT: Final = 64


class Token(NamedTuple):
    """A word or figure in lower case, and whether it is written as part of a name.

    `opens` says that it begins a sentence, `follows` that the token before it is a name it goes on.
    """

    text: str
    start: int
    end: int
    kind: Literal["word", "figure"]
    capital: bool
    opens: bool
    follows: bool

    @property
    def opens_possibility(self) -> bool:
        """Whether what it brings could be or is to come; "May" is a month."""
        return self.text in _OPEN and not (self.capital and self.text == "may")

    @property
    def negates(self) -> bool:
        """Whether it denies what stands around it."""
        return self.text in _NEGATIONS or self.text.endswith("n't")

    @property
    def is_free(self) -> bool:
        """Whether it is a function word; "May" is a month."""
        return self.text in FUNCTION_WORDS and not (self.capital and self.text == "may")


def tokens_of(text: str) -> list[Token]:
    """The words and figures of a text in order."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        raw = match[0].replace("’", "'")
        raw = raw.replace(".", "") if match["dotted"] else raw
        last = tokens[-1] if tokens else None
        capital = raw[0].isupper()
        gap = text[max(last.end if last else 0, match.start() - _LOOK_BACK) : match.start()]
        tokens.append(
            Token(
                _CLITIC.sub("", raw.casefold()),
                match.start(),
                match.end(),
                "figure" if match["figure"] else "word",
                capital,
                last is None or (gap not in (" ", "-", ", ") and _OPENS.search(gap) is not None),
                bool(last and capital and last.capital and gap in (" ", "-", "–")),
            )
        )
    return tokens


@dataclass(frozen=True)
class Sentence:
    """The roots that one sentence carries, and whether it denies anything."""

    roots: frozenset[str]
    denies: bool


class Parts(NamedTuple):
    """Parts of names of several words: such as only open one, only close one, and pairs of one."""

    opening: frozenset[str]
    closing: frozenset[str]
    joined: frozenset[tuple[str, str]]

    def parted(self, one: str, other: str) -> bool:
        """Whether a name of these two is spliced: "Mira Lund" of "Mira Sand" and "Petra Lund"."""
        return one in self.opening and other in self.closing and (one, other) not in self.joined


@dataclass(frozen=True)
class Source:
    """The words, names, figures and sentences of a source.

    `denied` are roots that it only ever negates, `unsettled` such as only could be or are to come.
    """

    words: frozenset[str]
    names: frozenset[str]
    carried: frozenset[str]
    figures: frozenset[str]
    quantities: tuple[Quantity, ...]
    sentences: tuple[Sentence, ...]
    denied: frozenset[str]
    unsettled: frozenset[str]
    parts: Parts


@lru_cache(maxsize=_SOURCES_KEPT)
def read_source(source: str) -> Source:
    """Read a source; the latest ones are kept, since a record's fields share theirs."""
    tokens = tokens_of(source)
    words = [token for token in tokens if token.kind == "word"]
    return Source(
        words=frozenset(token.text for token in words),
        names=frozenset(form for token in words if token.capital for form in name_forms(token.text))
        | _initials(tokens, source),
        carried=summed_up_by(root(token.text) for token in words),
        figures=frozenset(
            token.text.replace(",", "") for token in tokens if token.kind == "figure"
        ),
        quantities=tuple(dict.fromkeys(found.quantity for found in find_quantities(source))),
        sentences=tuple(_sentences(tokens, source)),
        denied=_denied(tokens),
        unsettled=_unsettled(tokens),
        parts=_parts(tokens),
    )


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


def _denied(tokens: list[Token]) -> frozenset[str]:
    """The roots that stand right behind a negation or a failure wherever they or their like stand.

    A sentence that goes on with "until" says that it happened in the end.
    """
    denied: set[str] = set()
    plain: set[str] = set()
    kept = False
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        kept = kept or token.text in _UNTIL
        if token.kind == "word" and not token.is_free:
            behind = not kept and _is_behind_denial(tokens, place)
            (denied if behind else plain).add(root(token.text))
        kept = kept and not token.opens
    return _only(denied, plain)


def _unsettled(tokens: list[Token]) -> frozenset[str]:
    """The roots that stand right behind "could", "will" or "plans to" wherever they stand."""
    told: tuple[set[str], set[str]] = set(), set()
    for place, token in enumerate(tokens):
        if token.kind == "word" and not token.is_free:
            told[_is_unsettled(tokens, place)].add(root(token.text))
    plain, unsettled = told
    return _only(unsettled, plain)


def _only(found: set[str], plain: set[str]) -> frozenset[str]:
    """The roots found that no plain one sums up, so that they are never told otherwise."""
    return frozenset(found) - summed_up_by(plain) - LIGHT_WORDS if found else frozenset()


def _is_unsettled(tokens: Sequence[Token], place: int) -> bool:
    """Whether what is told at a place could be or is to come: "could be cut", "due to leave"."""
    for at in range(place - 1, max(-1, place - 2 - _DENIED_REACH), -1):
        word = tokens[at]
        if tokens[at + 1].opens:
            return False
        if word.opens_possibility:
            return True
        if word.text == "to":
            before = tokens[at - 1] if at else word
            return before.text in _ARE or root(before.text) in _PLANS
        if not word.is_free and word.text != "soon" and not word.text.endswith("ly"):
            return False
    return False


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
            denies = any(token.negates for token in inside) or not _FAILURES.isdisjoint(roots)
            found.append(Sentence(summed_up_by(roots), denies))
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
