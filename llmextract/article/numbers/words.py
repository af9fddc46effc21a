"""Figures in words: cardinals, ordinals, fractions, and words that only bound, such as "dozens".

A number word in an idiom ("no one", "one of the largest", "second-largest", "two-way") is skipped;
a run of number words that makes no single figure ("nineteen eighty-four") is unreadable as a whole.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from llmextract.article.numbers.changes import is_change
from llmextract.article.numbers.digits import MULTIPLIERS, SCALES, Amount, read_digits
from llmextract.article.numbers.tokens import (
    Token,
    follows,
    is_part_of_word,
    is_tight,
    next_text,
    text_at,
)


def _numbered(words: str, first: int, step: int = 1) -> dict[str, Decimal]:
    return {word: Decimal(first + step * n) for n, word in enumerate(words.split())}


_ONES = _numbered("zero one two three four five six seven eight nine", 0)
_TEENS = _numbered(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_CARDINALS = _ONES | _TEENS | _TENS
_LOW_ORDINALS = _numbered("first second third fourth fifth sixth seventh eighth ninth", 1)
_ORDINALS = (
    _LOW_ORDINALS
    | _numbered("tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth", 10)
    | _numbered("seventeenth eighteenth nineteenth", 17)
    | _numbered(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10
    )
    | {"hundredth": Decimal(100), "thousandth": Decimal(1000)}
)
_SINGLE_PARTS = _numbered("half third quarter fifth sixth seventh eighth ninth tenth", 2)
_PLURAL_PARTS = {word + "s": value for word, value in _SINGLE_PARTS.items() if word != "half"}
_PLURAL_PARTS["halves"] = Decimal(2)
_PARTS = _SINGLE_PARTS | _PLURAL_PARTS

_PLURALS = {"tens": Decimal(10), "dozens": Decimal(12), "scores": Decimal(20)} | {
    word + "s": value for word, value in MULTIPLIERS.items() if word != "dozen"
}
# The least that each entails: several are more than two, the others two at least.
_VAGUE = {"several": Decimal(3)} | dict.fromkeys(
    "many numerous multiple countless".split(), Decimal(2)
)
_AFTER_COUPLE = frozenset("of more minutes hours days weeks months years".split())
_RUN = _CARDINALS.keys() | MULTIPLIERS.keys() | _PLURALS.keys()
_VAGUE_AFTER_A = frozenset("few couple handful".split())
OPENERS = frozenset(_CARDINALS) | _ORDINALS.keys() | _PLURALS.keys() | _VAGUE.keys() | {
    *MULTIPLIERS, *_PARTS, "a", "an",
}  # fmt: skip

# Around "one" where it stands for a person or a thing, or in a phrase, and counts nothing.
_BEFORE_ONE = _ORDINALS.keys() | set(
    "no any every each some the this that which what another such anyone day number for"
    " by at whichever either neither same loved little big any not".split()
)
# Behind these it counts what follows: "that one man fled", "killed by one soldier".
_MAY_COUNT = frozenset("that by at".split())
_COUNTS_NONE = frozenset("in on of from with as at for that".split())
_AFTER_ONE = frozenset(
    "another day night morning evening moment hand side thing way point step time could"
    " can may might must should would will has had is was were who that which if to or s"
    " such and reason cannot after by a an when evening knee ever".split()
)
_AFTER_ORDINAL = frozenset(
    "time times lady ladies class hand thing aid degree rate minister responder"
    " responders thoughts world largest biggest half quarter most best highest smallest"
    " deadliest hands place of".split()
)
_BEFORE_HALF = _ORDINALS.keys() | frozenset("other latter better last former past opening".split())
# "second" the unit of time: "a second later", "per second", "for a second".
_BEFORE_TIME = frozenset("a per every each split this any".split())
_AFTER_TIME = frozenset(
    "ago later after before and or but to for in on at from with when while is was more"
    " less fewer since during compared by as".split()
)
_BEFORE_MANY = frozenset("how too so as not the very that these those".split())
_AFTER_SCORES = frozenset(
    "of more were have are killed dead injured wounded hurt maimed missing arrested detained"
    " displaced trapped homeless people others".split()
)
# What may hang on a number word by a hyphen and still be counted by it.
COMPOUNDS = frozenset(
    "strong member man woman person people nation country vehicle party seat truck car"
    " plane room point part story storey bed kilogram plus odd or to".split()
)


def read_amount(tokens: Sequence[Token], at: int, *, bound: bool = False) -> Amount | None:
    """Read the longest numeral that starts at a token; a `bound` of a range may follow a hyphen."""
    token = tokens[at]
    if token.kind == "numeral":
        return read_digits(tokens, at, bound=bound)
    if token.text not in OPENERS:
        return None
    if not bound and is_part_of_word(tokens, at):
        return Amount("skipped", at + 1)
    return (
        _read_vague(tokens, at)
        or _read_part(tokens, at)
        or _read_ordinal(tokens, at)
        or _read_count(tokens, at)
    )


def _exact(kind: Literal["count", "fraction", "ordinal"], value: Decimal, end: int) -> Amount:
    return Amount(kind, end, value, value, value)


def _read_vague(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read "dozens", "tens of thousands", "several hundred thousand", "a few"."""
    word, end, before = tokens[at].text, at + 1, text_at(tokens, at - 1)
    if word in _PLURALS:
        return _read_plural(tokens, at)
    if word == "a" and next_text(tokens, end) in _VAGUE_AFTER_A:
        low, end = Decimal(2), end + 1
        after = text_at(tokens, end)
        end += after == "of" and next_text(tokens, end + 1) in MULTIPLIERS
        pair = tokens[end - 1].text == "couple" and after.isalpha() and after not in _AFTER_COUPLE
        if pair and after not in MULTIPLIERS:
            return Amount("skipped", end)  # "a couple returned": husband and wife
    elif word in _VAGUE:
        if word == "many" and (
            before in _BEFORE_MANY or next_text(tokens, end) in ("a", "an", "as")
        ):
            return Amount("skipped", end)
        low = _VAGUE[word]
    else:
        return None
    while (step := follows(tokens, end)) and (
        text_at(tokens, step) in MULTIPLIERS or tokens[step].text in _PLURALS
    ):
        low *= MULTIPLIERS.get(tokens[step].text) or _PLURALS[tokens[step].text]
        end = step + 1
        if low > 10**15:
            return Amount("unreadable", end)
    return Amount("indefinite", end, low=low)


def _read_plural(tokens: Sequence[Token], at: int) -> Amount:
    word, end = tokens[at].text, at + 1
    size = _PLURALS[word]
    if word == "scores" and len(tokens) > 1 and next_text(tokens, end) not in _AFTER_SCORES:
        return Amount("skipped", end)
    high = Decimal(99) if word == "tens" else None
    of = next_text(tokens, end + 1) if text_at(tokens, end) == "of" else ""
    if of in _PLURALS and of not in ("tens", "dozens", "scores"):
        size, end = size * _PLURALS[of], end + 2
        # Ten of what is counted is the next word's business, so these two are bounded above.
        high = {"tens": 100, "hundreds": 1000}.get(word, Decimal(0)) * _PLURALS[of] - 1
        high = high if high > 0 else None
    return Amount("indefinite", end, low=2 * size, high=high)


def _read_part(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read "half", "half a million", "a third of", "a quarter of a million", "two thirds"."""
    word, end = tokens[at].text, at + 1
    top = _CARDINALS.get(word, Decimal(1))
    if word == "half":
        if text_at(tokens, at - 1) in _BEFORE_HALF:
            return Amount("skipped", end)
    elif word == "quarter":
        multiple = _multiple(tokens, end)
        if multiple is None:
            return None
        return _exact("count", MULTIPLIERS[tokens[multiple].text] / 4, multiple + 1)
    elif (word in _CARDINALS or word in ("a", "an")) and next_text(tokens, end) in _PARTS:
        end += 1 + (text_at(tokens, end) == "-")
    else:
        return None
    part = tokens[end - 1].text
    if part == "half" and word == "a" and text_at(tokens, at - 1) == "and":
        return Amount("unreadable", end)  # the rest of "a million and a half"
    if (top == 1) == (part in _PLURAL_PARTS):
        return None
    multiple = _multiple(tokens, end)
    if multiple is not None:
        value = top * MULTIPLIERS[tokens[multiple].text] / _PARTS[part]
        return _exact("count", value, multiple + 1)
    return _bare_part(tokens, at, end, top / _PARTS[part])


def _bare_part(tokens: Sequence[Token], at: int, end: int, value: Decimal) -> Amount | None:
    """A part of no number: a fraction, unless its words say something else here."""
    word, part, after = tokens[at].text, tokens[end - 1].text, text_at(tokens, end)
    if after == "-" and is_tight(tokens, end):
        return Amount("skipped", end + 2)  # half-brother, quarter-final
    if part == "half" and after in ("time", "way", "term"):
        return Amount("skipped", end)
    if is_change(tokens, at, end):
        return _exact("fraction", value, end)
    if part.startswith("quarter") and after != "of":
        return Amount("unreadable", end)  # a part, three months or a coin
    if word == "a" and part != "half" and after.isalpha() and after != "of":
        # "a third attack" is an ordinal, "a fifth more", "up by a third from" nobody's guess.
        is_vague = after in _AFTER_TIME or text_at(tokens, at - 1) == "by"
        return Amount("unreadable", end) if is_vague else None
    return _exact("fraction", value, end)


def _multiple(tokens: Sequence[Token], end: int) -> int | None:
    """The scale word a part is taken of: half-million, half a dozen, a quarter of a million."""
    step = follows(tokens, end)
    if text_at(tokens, step) == "of" and step is not None:
        step = follows(tokens, step + 1)
        if text_at(tokens, step) not in ("a", "an"):
            return None
    if step is not None and tokens[step].text in ("a", "an"):
        step = follows(tokens, step + 1)
    return step if text_at(tokens, step) in MULTIPLIERS else None


def _read_ordinal(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read an ordinal of one word, unless it belongs to an idiom."""
    word, end = tokens[at].text, at + 1
    if word == "a" or word not in _ORDINALS:
        return None
    joined, after = follows(tokens, end), next_text(tokens, end)
    hyphened = joined is not None and joined > end
    superlative = after.endswith("est") and len(after) > 5
    if hyphened or superlative or after in _AFTER_ORDINAL:
        return Amount("skipped", end)
    before = text_at(tokens, at - 1) if tokens[at].glue == "space" else ""
    if before == "at" or (word == "second" and _is_time(before, after)):
        return Amount("skipped", end)
    return _exact("ordinal", _ORDINALS[word], end)


def _is_time(before: str, after: str) -> bool:
    if not before and not after:
        return True  # "second" and nothing else
    if before in _CARDINALS or before[:1].isdecimal():
        return True
    return before in _BEFORE_TIME and (not after or after in _AFTER_TIME)


def _read_count(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read a cardinal, or an ordinal that ends like one ("twenty-first")."""
    word = tokens[at].text
    if word in ("a", "an"):
        if next_text(tokens, at + 1) not in MULTIPLIERS:
            return None
    elif word in MULTIPLIERS and text_at(tokens, at - 1) == "another":
        pass  # "another dozen"
    elif word not in _CARDINALS:
        # A scale without a factor is the rest of a figure, not a figure.
        return Amount("unreadable", at + 1) if word in MULTIPLIERS else None
    if word == "zero" and text_at(tokens, at - 1) == "ground":
        return Amount("skipped", at + 1)
    if word == "one" and _is_pronoun(tokens, at):
        return Amount("skipped", at + 1)
    amount = _read_cardinal(tokens, at, joins=True)
    return _checked_end(tokens, amount)


def _is_pronoun(tokens: Sequence[Token], at: int) -> bool:
    before = text_at(tokens, at - 1) if tokens[at].glue == "space" else ""
    after = next_text(tokens, at + 1)
    if after == "point" and text_at(tokens, at + 2) in _CARDINALS:
        return False
    if after == "of":
        return text_at(tokens, at + 3) not in ("them", "whom") and text_at(tokens, at + 2) not in (
            "them",
            "whom",
        )
    if text_at(tokens, at + 1) == "'":
        return True
    if before in _BEFORE_ONE and not (before in _MAY_COUNT and _counts(tokens, at, after)):
        return True
    # "a hard one", "this particular one"
    if not after and text_at(tokens, at - 2) in ("a", "an", "the", "this", "that", "any"):
        return True
    if after in ("or", "to", "and"):
        beyond = text_at(tokens, at + 2)
        half = beyond == "a" and text_at(tokens, at + 3) == "half"
        return not (half or beyond == "more" or beyond in _CARDINALS or beyond[:1].isdecimal())
    return after in _AFTER_ONE


def _counts(tokens: Sequence[Token], at: int, after: str) -> bool:
    """Whether "one" counts what follows: not "that one fled", nor "they left one by one"."""
    is_noun = after.isalpha() and after not in _COUNTS_NONE and not after.endswith("ed")
    return is_noun and text_at(tokens, at - 2) != "one"


def _checked_end(tokens: Sequence[Token], amount: Amount) -> Amount:
    """Refuse a cardinal that runs on into more number words or into a compound."""
    end = amount.end
    step = follows(tokens, end)
    if step is None or amount.kind == "ordinal":
        return amount
    after, hyphened = tokens[step].text, step > end
    part = _ORDINALS.get(after.removesuffix("s"), 0) > 10 or after.startswith("millionth")
    runs_on = part or after in _RUN or (after in ("point", "score") and not hyphened)
    if runs_on:
        while step is not None and (
            part or tokens[step].text in _RUN or tokens[step].text in ("point", "score")
        ):
            part = False
            end, step = step + 1, follows(tokens, step + 1)
            step = step if step is not None and step < len(tokens) else None
        return Amount("unreadable", end)
    if tokens[step].kind == "numeral" and amount.scale >= 100 and not hyphened:
        return Amount("unreadable", step + 1)
    return amount


def read_cardinal(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read a cardinal in words that ends before its first "and": the near bound of "between"."""
    if tokens[at].text not in _CARDINALS and next_text(tokens, at + 1) not in MULTIPLIERS:
        return None
    return _read_cardinal(tokens, at, joins=False)


def _read_cardinal(tokens: Sequence[Token], at: int, *, joins: bool) -> Amount:
    """Add up the words of a cardinal; each must fit the place that the ones before it leave."""
    total = group = Decimal(0)
    floor, room = Decimal(10**15), Decimal(1000)  # the next scale, the next word must be smaller
    scale = Decimal(1)
    end, step = at, at
    if tokens[at].text in ("a", "an"):
        group, room, step = Decimal(1), Decimal(0), follows(tokens, at + 1) or at
    elif tokens[at].text in MULTIPLIERS:
        group, room = Decimal(1), Decimal(0)
    while True:
        word = text_at(tokens, step)
        if word in _CARDINALS and _CARDINALS[word] < room and (word != "zero" or step == at):
            group += _CARDINALS[word]
            room, scale = Decimal(10 if word in _TENS else 0), Decimal(1)
        elif word in ("hundred", "dozen") and 0 < group < 100:
            scale = MULTIPLIERS[word]
            group, room = group * scale, Decimal(100 if word == "hundred" else 0)
        elif word in SCALES and group and SCALES[word] < floor:
            scale = SCALES[word] * (scale if scale == 100 else 1)
            floor, room = SCALES[word], Decimal(1000)
            total, group = total + group * floor, Decimal(0)
        elif word in _ORDINALS and step > at and _ORDINALS[word] < room and room <= 1000:
            return _exact("ordinal", total + group + _ORDINALS[word], step + 1)
        elif (
            joins
            and word == "and"
            and step > at
            and (nxt := _after_and(tokens, step, scale, floor))
        ):
            if tokens[nxt].text in ("half", "quarter"):
                return _and_a_part(tokens, total + group, scale, nxt)
            step = nxt
            continue
        else:
            break
        end = step + 1
        step = follows(tokens, end) or len(tokens)
    value = total + group
    return Amount("count", end, value, value, value, scale)


def _after_and(tokens: Sequence[Token], at: int, scale: Decimal, floor: Decimal) -> int | None:
    """The token at which a cardinal goes on behind "and": "hundred and five", "two and a half"."""
    step = follows(tokens, at + 1)
    if step is None or step > at + 1:
        step = at + 2 if text_at(tokens, at + 1) == "-" else None
    if step is None:
        return None
    word, after = text_at(tokens, step), next_text(tokens, step + 1)
    if word == "a" and after in ("half", "quarter"):
        return follows(tokens, step + 1)
    ends_group = (
        after in ("hundred", "dozen") if scale == 100 else SCALES.get(after, Decimal(0)) >= floor
    )
    is_next = word in _CARDINALS and scale >= 100 and not ends_group
    return step if is_next else None


def _and_a_part(tokens: Sequence[Token], value: Decimal, scale: Decimal, at: int) -> Amount:
    end = at + 1
    if scale > 1:
        return Amount("unreadable", end)  # "a million and a half"
    value += 1 / _PARTS[tokens[at].text]
    step = follows(tokens, end)
    factor = MULTIPLIERS.get(text_at(tokens, step))
    if step is None or factor is None:
        return _exact("count", value, end)
    return replace(_exact("count", value * factor, step + 1), scale=factor)
