"""Free text held against the sentences it sums up: no figure, name, negation or word of its own.

A figure or a name must stand there; a common word must stand there in some form, or sum up one that
does. Word order is not judged: roles exchanged between words that are all there remain unseen.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from llmextract.article.lexicon import NUMBER_WORDS
from llmextract.article.location import Range
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import QuantityMention, find_quantities, stands_as_figure
from llmextract.article.numbers.units import is_share, is_time
from llmextract.article.syntax.grammar import words_of
from llmextract.article.times.reader import TimeMention, find_times
from llmextract.judge.paraphrase.asserted import is_affirmed, is_settled
from llmextract.judge.paraphrase.contrasted import is_taken_for_another
from llmextract.judge.paraphrase.qualifiers import is_unlicensed
from llmextract.judge.paraphrase.scopes import doubted
from llmextract.judge.paraphrase.source import FAILURES, Source, initials, read_source
from llmextract.judge.paraphrase.synonyms import LIGHT_WORDS
from llmextract.judge.paraphrase.tokens import Token, tokens_of
from llmextract.judge.paraphrase.wordforms import name_forms, root
from llmextract.judge.verdict import Code

# "one" and "first" are seldom figures, the others are read as words where no figure is meant.
_COMMON_FIGURES: Final = words_of("one first second both single double couple once half")
# In a headline nearly every word has a capital, so a capital names nothing.
_MOST_CAPITALS: Final = 0.7
_LEAST_SHARED: Final = 2
_LONGEST_NAME: Final = 12
_ROUNDED: Final = 0.5
_LOOSER: Final = frozenset(
    {
        ("more_than", "at_least"),
        ("less_than", "at_most"),
        ("about", "at_most"),
        ("about", "less_than"),
    }
)
_OTHER_HALF: Final = {"am": "pm", "pm": "am"}


class Ranges:
    """Ranges in order that do not overlap."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self._starts = [start for start, _ in ranges]
        self._ends = [end for _, end in ranges]

    def touch(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with another range."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self._ends[before] > start


@dataclass(frozen=True)
class Objection:
    """Why free text does not follow from its sentences."""

    code: Code
    detail: str


def judge_paraphrase(text: str, source: str) -> Objection | None:
    """The gravest thing `text` says that `source` does not, or None."""
    found = list(objections(text, source))
    order = (Code.NUMBER_DIFFERS, Code.NAME_DIFFERS, Code.NEGATION_DIFFERS, Code.WORDS_DIFFER)
    return min(found, key=lambda objection: order.index(objection.code), default=None)


def objections(text: str, source: str) -> Iterator[Objection]:
    """Everything in `text` that `source` does not carry."""
    known = read_source(source)
    tokens = tokens_of(text)
    times, mentions = _times_and_figures(text)
    yield from _figures(text, tokens, mentions, known)
    yield from _dates(text, tokens, times, known)
    counted = Ranges([(mention.start, mention.end) for mention in mentions])
    shares = Ranges([(m.start, m.end) for m in mentions if is_share(m.quantity.unit)])
    has_names = _has_names(tokens)
    in_doubt = doubted(tokens, text)
    for place, token in enumerate(tokens):
        if token.text in _OTHER_HALF and not _is_half(tokens, place, known):
            yield _no_figure(text[tokens[place - 1].start : token.end])
        written = text[token.start : token.end]
        if token.kind == "figure" or _is_number_word(token, counted):
            continue
        if shares.touch(token.start, token.end):
            continue  # The "cent" of "12 per cent": its figure was held against those of percent.
        if token.negates:
            if not _is_denied(tokens, place, known):
                yield Objection(
                    Code.NEGATION_DIFFERS, f"the cited sentences do not negate: {written!r}"
                )
        elif has_names and _is_name(tokens, place, known):
            if not _is_named(tokens, place, known):
                yield Objection(Code.NAME_DIFFERS, f"the cited sentences do not name {written!r}")
            elif token.follows and _is_spliced(tokens[place - 1], token, known):
                spliced = text[tokens[place - 1].start : token.end]
                yield Objection(Code.NAME_DIFFERS, f"the cited sentences do not name {spliced!r}")
        elif place not in in_doubt and (denied := _as_fact(text, tokens, place, known)) is not None:
            yield denied
        elif not _is_carried(token, known) or is_unlicensed(tokens, place, known):
            yield Objection(Code.WORDS_DIFFER, f"the cited sentences have no word for {written!r}")


def _as_fact(text: str, tokens: Sequence[Token], place: int, known: Source) -> Objection | None:
    """What is wrong with a word that the source has, but never as a fact."""
    written = repr(text[tokens[place].start : tokens[place].end])
    if is_affirmed(text, tokens, place, known):
        said = f"the cited sentences say of {written} that it is not so"
        return Objection(Code.NEGATION_DIFFERS, said)
    if is_settled(tokens, place, known):
        said = f"the cited sentences do not say of {written} that it was so"
        return Objection(Code.WORDS_DIFFER, said)
    return None


def _times_and_figures(text: str) -> tuple[list[TimeMention], list[QuantityMention]]:
    """The times that name a place of the calendar, and all other figures: "for 12 years" is one."""
    figures = find_quantities(text)
    spans = Ranges([(m.start, m.end) for m in figures if is_time(m.quantity.unit)])
    times = [time for time in find_times(text) if not spans.touch(time.start, time.end)]
    dated = Ranges([(time.start, time.end) for time in times])
    return times, [m for m in figures if not dated.touch(m.start, m.end)]


def _figures(
    text: str, tokens: Sequence[Token], mentions: Sequence[QuantityMention], known: Source
) -> Iterator[Objection]:
    for mention in mentions:
        said = text[mention.start : mention.end]
        aside = said.casefold() in _COMMON_FIGURES and not stands_as_figure(text, mention)
        stated = [one for one in known.quantities if _entails(one, mention.quantity)]
        if not aside and not stated:
            yield _no_figure(said)
        elif not aside and all(one in known.asides for one in stated):
            others = [other for one in stated for other in known.asides[one]]
            if is_taken_for_another(text, mention, others):
                detail = f"the cited sentences tell {said!r} of something else"
                yield Objection(Code.NUMBER_DIFFERS, detail)
    read = Ranges([(mention.start, mention.end) for mention in mentions])
    for token in tokens:
        if read.touch(token.start, token.end):
            continue
        if token.kind == "figure":
            stands = token.text.replace(",", "") in known.figures
        else:
            stands = not _is_number_word(token, read) or token.text in known.words
        if not stands:
            yield _no_figure(text[token.start : token.end])


def _dates(
    text: str, tokens: Sequence[Token], times: Sequence[TimeMention], known: Source
) -> Iterator[Objection]:
    """A date of several parts must stand in one sentence: "May 9" is not of "May 7 and June 9"."""
    starts = [token.start for token in tokens]
    for time in times:
        first, last = bisect_left(starts, time.start), bisect_left(starts, time.end)
        parts = [token for token in tokens[first:last] if not token.is_free]
        roots = {root(part.text) for part in parts} - LIGHT_WORDS
        if any(part.kind == "figure" for part in parts) and not any(
            roots <= sentence.roots for sentence in known.sentences
        ):
            yield _no_figure(text[time.start : time.end])


def _no_figure(figure: str) -> Objection:
    return Objection(Code.NUMBER_DIFFERS, f"the cited sentences do not state {figure!r}")


def _entails(stated: Quantity, said: Quantity) -> bool:
    """Whether a figure follows from a stated one: itself, or itself said more loosely.

    "some 300" may be summed up as "300", but a bound is never dropped nor added, and "more than 12"
    is "at least 12", but not the other way round.
    """
    if stated.unit and said.unit and stated.unit != said.unit:
        return False
    if is_share(stated.unit or said.unit) and stated.unit != said.unit:
        return _is_same_share(stated, said) or _is_same_share(said, stated)
    if (stated.value, stated.low, stated.high) == (said.value, said.low, said.high):
        pair = stated.comparator, said.comparator
        return stated.comparator == said.comparator or pair in _LOOSER
    if stated.value is None or stated.comparator not in ("exactly", "about"):
        return False
    # "Nearly 23" says that it is less.
    is_nearly = said.comparator == "about" and said.high is not None
    loose = said.comparator in ("exactly", "about") and not is_nearly
    return loose and stated.value == said.value


def _is_same_share(part: Quantity, percent: Quantity) -> bool:
    """Whether a fraction is so many percent, rounded: three quarters and 75 percent."""
    if percent.unit != "percent" or part.value is None or percent.value is None:
        return False
    is_part = part.unit is None and 0 < part.value < 1 and part.comparator == percent.comparator
    return is_part and abs(100 * part.value - percent.value) < _ROUNDED


def _is_half(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether the source has this half of the day, or not the other one: "4 p.m." for "4 a.m."."""
    half = tokens[place].text
    clock = place > 0 and tokens[place - 1].kind == "figure"
    return not clock or half in known.words or _OTHER_HALF[half] not in known.words


def _is_number_word(token: Token, counted: "Ranges") -> bool:
    if token.text not in NUMBER_WORDS:
        return False
    return token.text not in _COMMON_FIGURES or counted.touch(token.start, token.end)


def _has_names(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.kind == "word" and not token.is_free]
    capitals = sum(token.capital for token in words)
    return len(words) < 4 or capitals <= _MOST_CAPITALS * len(words)


def _is_name(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether a word is written as a name; the first of a sentence is one only before another."""
    token = tokens[place]
    if not token.capital or token.text == "i":
        return False
    if not token.opens:
        return True
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is not None and after.follows and not _is_carried(token, known)


def _is_named(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether the source has a name; a surname must stand there as one, "President" need not."""
    token = tokens[place]
    if not name_forms(token.text).isdisjoint(known.names):
        return True
    if not token.follows and _is_carried(token, known):
        return True
    return initials(_run(tokens, place)) in known.words


def _is_spliced(one: Token, other: Token, known: Source) -> bool:
    return not one.is_free and known.parts.parted(one.text, other.text)


def _run(tokens: Sequence[Token], place: int) -> list[Token]:
    """The name of several words that a word belongs to."""
    first = last = place
    while first > max(0, place - _LONGEST_NAME) and tokens[first].follows:
        first -= 1
    while last + 1 < min(len(tokens), place + _LONGEST_NAME) and tokens[last + 1].follows:
        last += 1
    run = list(tokens[first : last + 1])
    return run if len(run) > 1 else []


def _is_carried(token: Token, known: Source) -> bool:
    if token.is_free or token.text in known.words or token.text in known.names:
        return True
    stem = root(token.text)
    return stem in known.carried or stem in LIGHT_WORDS


def _is_denied(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether a sentence of the source denies something about what the negation stands beside.

    That the brakes failed does not deny it: "the brakes had not failed".
    """
    around = {
        root(token.text)
        for token in tokens[max(0, place - 6) : place + 7]
        if token.kind == "word" and not token.is_free and not token.negates
    } - LIGHT_WORDS
    least = min(_LEAST_SHARED, len(around))
    takes_failure = FAILURES.isdisjoint(around)
    return any(
        (sentence.negates or (takes_failure and sentence.fails))
        and len(around & sentence.roots) >= least
        for sentence in known.sentences
    )
