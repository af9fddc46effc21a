"""Tolerant, loss-free parsing of a reply: every complete record is kept, nothing is guessed.

Models wrap JSON in prose, in Markdown fences and behind thoughts, and are cut in the middle.
Records are therefore read one by one from the first `"records": [`; what is torn is left, and said
to be torn.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from llmextract.ask.jsontext import whole_characters
from llmextract.ask.wire import Json, JsonObject

_THOUGHT = re.compile(r"\s*<think(?:ing)?>")
_THOUGHT_END = re.compile(r"</think(?:ing)?>")
_OPENING = re.compile(r'\{\s*"records"\s*:\s*\[')
_AGAIN = re.compile(r'\]\s*,\s*"records"\s*:')
_BETWEEN = re.compile(r"\s*,?\s*")
# Deeper JSON than any schema can ask for; what reads it further on may overflow its stack.
_DEEPEST = 100
# More than any article holds, in a reply or in a list of a record: the model ran wild.
MOST_RECORDS = 500
# Of a list in a record so many different items are judged, of a reply so many values in all: each
# is looked for in its sentences, which takes a thousand times as long as to write it.
MOST_ITEMS, MOST_VALUES = 100, 20_000
# Characters at the end of a reply that are looked at for words said over and over.
_TAIL = 2000
_ROUNDS = 5
# Characters; no article's words for one field are that many.
_LONGEST_WORDS = 20_000
# One reply may hold its answer more than once, wrapped or repeated.
_MOST_ANSWERS = 8
CUT = "cut off"
_TOO_DEEP = "nested deeper than any schema asks for"
# What is left of a number, a literal or an escape at the end of a torn text.
_TORN_END = re.compile(r"\\?[-+.\w]{0,12}\s*\Z")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_ESCAPES = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
    r"|\\.",
    re.DOTALL,
)
_REPLACED = r"\ufffd"


@dataclass(frozen=True)
class Parsed:
    """The records of a reply in the model's order; `problem` says what kept it from being whole.

    `looped` says that the model ran wild; its records are then the different ones, each once, with
    the first of the different items of a long list.
    """

    records: tuple[Json, ...] = ()
    problem: str | None = None
    looped: bool = False


def parse(text: str) -> Parsed:
    """Read the records of one reply; never raises."""
    text = _without_halves(text.lstrip("\ufeff"))
    parsed = _parse(text)
    if len(parsed.records) > MOST_RECORDS or _has_wild(parsed.records, within=text):
        return replace(parsed, records=_sound(parsed.records), looped=True)
    return replace(parsed, looped=parsed.problem is not None and _repeats(text[-_TAIL:]))


def _parse(whole: str) -> Parsed:
    text = _after_thought(whole)
    if text is None:
        return Parsed(problem=CUT)
    answers: list[Parsed] = []
    opening = _OPENING.search(text)
    if opening is None:
        return _without_opening(text)
    while opening is not None and len(answers) < _MOST_ANSWERS:
        answer, end = _read_list(text, opening.end())
        if len(answer.records) > MOST_RECORDS:
            return answer
        if _AGAIN.match(text, end):
            return Parsed(problem="the key 'records' twice in one object")
        answers.append(answer)
        opening = _OPENING.search(text, end)
    if any(other.records != answers[0].records for other in answers[1:]):
        return Parsed(problem="two different answers in one reply")
    return answers[0]


def _after_thought(text: str) -> str | None:
    """The reply behind the model's thoughts, which may hold drafts; None if it never got there."""
    end = _THOUGHT_END.search(text)
    if _THOUGHT.match(text):
        return text[end.end() :] if end else None
    # Some templates open the thought in the prompt, so that only its end is in the reply.
    thinks = end is not None and not text.lstrip().startswith(("{", "[", "`"))
    return text[end.end() :] if end and thinks else text


def _without_opening(text: str) -> Parsed:
    """A bare list of records, or bare records, are taken; anything else is no answer."""
    starts = [place for place in (text.find("["), text.find("{")) if place >= 0]
    if not starts:
        return Parsed(problem="no JSON in the reply")
    start = min(starts)
    if text[start] == "[":
        parsed, _ = _read_list(text, start + 1)
        whole = all(map(_is_record, parsed.records))
        if whole and (parsed.records or text.strip() == "[]"):
            return parsed
        begun = parsed.problem == _TOO_DEEP or text.startswith(("{", '["'), _past(text, start + 1))
        return Parsed(problem=(begun and parsed.problem) or "no JSON in the reply")
    return _read_bare(text, start)


def _read_bare(text: str, start: int) -> Parsed:
    """Records one after the other, without a list around them; what is torn is said to be."""
    records: list[Json] = []
    place = start
    while text.startswith("{", place) and len(records) <= MOST_RECORDS:
        record, end, problem = _read_one(text, place)
        if problem or not isinstance(record, dict) or "sentences" not in record:
            return Parsed(tuple(records), problem or 'no "records" in the reply')
        records.append(record)
        place = _past(text, end)
    return Parsed(tuple(records))


def _is_record(value: Json) -> bool:
    """An object; or under a grammar a row, which begins with words or with the sentences it cites.

    Lists of figures stand in prose too, as references do: "[1]".
    """
    match value:
        case dict() | [str(), *_] | [list(), str(), *_]:
            return True
        case _:
            return False


def _read_list(text: str, start: int) -> tuple[Parsed, int]:
    """Every complete item, an object or not, and where reading ended: behind one too many at last.

    What is no record is for the validator to reject.
    """
    records: list[Json] = []
    place = start
    while len(records) <= MOST_RECORDS:
        place = _past(text, place)
        if text.startswith("]", place):
            return Parsed(tuple(records)), place
        record, place, problem = _read_one(text, place)
        if problem or _past(text, place) >= len(text):
            if not problem and _is_record(record):
                records.append(record)
            return Parsed(tuple(records), problem or CUT), place
        records.append(record)
    return Parsed(tuple(records)), place


def _past(text: str, place: int) -> int:
    match = _BETWEEN.match(text, place)
    return match.end() if match else place


def _read_one(text: str, start: int) -> tuple[Json, int, str | None]:
    try:
        value: Json
        value, end = _DECODER.raw_decode(text, start)
    except _DuplicateKeyError as error:
        return None, start, f"the key {error.args[0]!r} twice in one object"
    except RecursionError:
        return None, start, _TOO_DEEP
    except ValueError as error:
        return None, start, CUT if _is_torn(error, text) else "malformed JSON"
    # What is deep has as many brackets, which are counted faster than the value is walked.
    if text.count("{", start, end) + text.count("[", start, end) > _DEEPEST and _is_deep(value):
        return None, start, _TOO_DEEP
    return value, end, None


def _is_torn(error: ValueError, text: str) -> bool:
    """Whether more text could have made it whole."""
    if not isinstance(error, json.JSONDecodeError):
        return False
    if error.pos >= len(text.rstrip()) or "Unterminated" in error.msg:
        return True
    return _TORN_END.match(text, error.pos) is not None


def _is_deep(value: Json) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True


def _has_wild(records: tuple[Json, ...], *, within: str) -> bool:
    """Whether a record runs wild: what is long has as many commas, and a string the length."""
    if len(within) > _LONGEST_WORDS and any(map(_runs_wild, records)):
        return True
    return within.count(",") >= MOST_ITEMS and _is_long(records)


def _is_long(records: tuple[Json, ...]) -> bool:
    """Whether a list has more items than are judged, or all of them together more values."""
    values = 0
    for count, longest in map(_measured, records):
        values += count
        if values > MOST_VALUES or longest > MOST_ITEMS:
            return True
    return False


def _measured(record: Json) -> tuple[int, int]:
    """How many values a record holds, and how many items its longest list."""
    values = longest = 0
    level = [record]
    while level:
        outer = level.pop()
        if isinstance(outer, list):
            longest = max(longest, len(outer))
        if isinstance(outer, list | dict):
            inside = outer.values() if isinstance(outer, dict) else outer
            values += len(inside)
            level += [inner for inner in inside if isinstance(inner, list | dict)]
    return values, longest


def _runs_wild(value: Json) -> bool:
    """Whether a list or a string is longer than any article could fill."""
    match value:
        case str():
            return len(value) > _LONGEST_WORDS
        case list():
            return len(value) > MOST_RECORDS or any(map(_runs_wild, value))
        case dict():
            return len(value) > MOST_RECORDS or any(map(_runs_wild, value.values()))
        case _:
            return False


def _sound(records: tuple[Json, ...]) -> tuple[Json, ...]:
    """The different records that do not run wild themselves, in order, and no more than bearable.

    What is left out is told by `looped`.
    """
    different = _different(record for record in records if not _runs_wild(record))
    kept: list[Json] = []
    values = 0
    for record in map(_shortened, different[:MOST_RECORDS]):
        values += _measured(record)[0]
        if values > MOST_VALUES:
            break
        kept.append(record)
    return tuple(kept)


def _shortened(value: Json) -> Json:
    """A value whose lists are no longer than is judged."""
    match value:
        case list() if len(value) > MOST_ITEMS:
            return [_shortened(item) for item in _different(value)[:MOST_ITEMS]]
        case list():
            return [_shortened(item) for item in value]
        case dict():
            return {name: _shortened(inner) for name, inner in value.items()}
        case _:
            return value


def _different(values: Iterable[Json]) -> list[Json]:
    return list({json.dumps(value): value for value in values}.values())


def _repeats(tail: str) -> bool:
    """Whether a torn reply ends in the same words over and over.

    A text less its longest border is its shortest period (Knuth, Morris and Pratt), in one pass.
    """
    borders = [0] * len(tail)
    border = 0
    for place in range(1, len(tail)):
        while border and tail[place] != tail[border]:
            border = borders[border - 1]
        border += tail[place] == tail[border]
        borders[place] = border
    return len(tail) == _TAIL and (_TAIL - border) * _ROUNDS <= _TAIL


def _without_halves(text: str) -> str:
    """A reply without half surrogate pairs, in its characters or in its escapes."""
    text = whole_characters(text)
    if _ESCAPED_SURROGATE.search(text):
        text = _ESCAPES.sub(lambda escape: _REPLACED if escape["half"] else escape[0], text)
    return text


class _DuplicateKeyError(ValueError):
    pass


def _unique(pairs: list[tuple[str, Json]]) -> JsonObject:
    value = dict(pairs)
    if len(value) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise _DuplicateKeyError(next(key for key, count in counts.items() if count > 1))
    return value


def _no_constant(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


def _integer(digits: str) -> Json:
    # Python refuses to convert very long digit strings; no figure of an article is that long.
    return int(digits) if len(digits) <= 40 else digits


def _real(digits: str) -> Json:
    # 1e999 would be read as infinity, which is no JSON and could not be written again.
    value = float(digits)
    return value if math.isfinite(value) else digits


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique,
    parse_constant=_no_constant,
    parse_int=_integer,
    parse_float=_real,
    strict=False,
)
