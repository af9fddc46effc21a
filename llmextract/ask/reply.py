"""Tolerant, loss-free parsing of a reply: every complete record is kept, nothing is guessed.

Models wrap JSON in prose, in Markdown fences and behind thoughts, and are cut in the middle.
Records are therefore read one by one from the first `"records": [`; what is torn is left, and said
to be torn.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from llmextract.ask.wire import Json, JsonObject

_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_OPENING = re.compile(r'\{\s*"records"\s*:\s*\[')
_BETWEEN = re.compile(r"\s*,?\s*")
# Deeper JSON than any schema can ask for; the standard parser would overflow its stack.
_DEEPEST = 100


@dataclass(frozen=True)
class Parsed:
    """The records of a reply in the model's order; `problem` says what kept it from being whole."""

    records: tuple[Json, ...] = ()
    problem: str | None = None


def parse(text: str) -> Parsed:
    """Read the records of one reply; never raises."""
    text = _THOUGHT.sub("", text.lstrip("\ufeff"), count=1)
    if _depth(text) > _DEEPEST:
        return Parsed(problem="nested deeper than any schema asks for")
    openings = list(_OPENING.finditer(text))
    if not openings:
        return _without_opening(text)
    answers = [_read_list(text, opening.end()) for opening in openings]
    if any(other.records != answers[0].records for other in answers[1:]):
        return Parsed(problem="two different answers in one reply")
    return answers[0]


def _without_opening(text: str) -> Parsed:
    """A bare list of records, or one bare record, is taken; anything else is no answer."""
    starts = [place for place in (text.find("["), text.find("{")) if place >= 0]
    if not starts:
        return Parsed(problem="no JSON in the reply")
    start = min(starts)
    if text[start] == "[":
        parsed = _read_list(text, start + 1)
        whole = all(isinstance(record, dict) for record in parsed.records)
        return parsed if whole and parsed.records else Parsed(problem="no JSON in the reply")
    record, _, problem = _read_one(text, start)
    if problem or not isinstance(record, dict) or "sentences" not in record:
        return Parsed(problem=problem or 'no "records" in the reply')
    return Parsed(records=(record,))


def _read_list(text: str, start: int) -> Parsed:
    """Every complete item, an object or not: what is no record is for the validator to reject."""
    records: list[Json] = []
    place = start
    while True:
        place = _past(text, place)
        if text.startswith("]", place):
            return Parsed(tuple(records))
        record, place, problem = _read_one(text, place)
        if problem or _past(text, place) >= len(text):
            if not problem and isinstance(record, dict):
                records.append(record)
            return Parsed(tuple(records), problem or "cut off")
        records.append(record)


def _past(text: str, place: int) -> int:
    match = _BETWEEN.match(text, place)
    return match.end() if match else place


def _read_one(text: str, start: int) -> tuple[Json, int, str | None]:
    try:
        value: Json
        value, end = _DECODER.raw_decode(text, start)
    except _DuplicateKeyError as error:
        return None, start, f"the key {error.args[0]!r} twice in one object"
    except ValueError as error:
        torn = isinstance(error, json.JSONDecodeError) and error.pos >= len(text.rstrip())
        return None, start, "cut off" if torn or _unclosed(error) else "malformed JSON"
    return value, end, None


def _unclosed(error: ValueError) -> bool:
    return "Unterminated" in str(error)


def _depth(text: str) -> int:
    deepest = depth = 0
    for bracket in _brackets(text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _brackets(text: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(r"[\[\]{}]", text))


class _DuplicateKeyError(ValueError):
    pass


def _unique(pairs: list[tuple[str, Json]]) -> JsonObject:
    value = dict(pairs)
    if len(value) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _DuplicateKeyError(next(key for key in keys if keys.count(key) > 1))
    return value


def _no_constant(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


def _integer(digits: str) -> Json:
    # Python refuses to convert very long digit strings; no figure of an article is that long.
    return int(digits) if len(digits) <= 40 else digits


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_no_constant, parse_int=_integer, strict=False
)
