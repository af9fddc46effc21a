"""Short articles without end, and what a model would answer to each: ten events that are there."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

VARIANTS = 1000
"""Different articles, more than are timed: what a client remembers of one serves no other.

After so many only the number in the first line is new.
"""
EVENTS = 10
MARK = "Bulletin "
"""What stands before an article's number; nowhere else in a request to a model."""

_NUMBER = re.compile(rb"[0-9]{1,12}")
_ONSETS = ("T", "K", "D", "M", "N", "L", "R", "S", "V", "Z")
_MIDDLES = ("arin", "elmo", "orva", "udeka", "ilan", "atresh", "onim", "evar", "upol", "isken")
_ENDS = ("", "abad", "grad", "holm", "mere", "stan", "thal", "ville", "wick", "zor")
_MORE = ("", " Alta", " Bari", " Cora", " Dene", " Esk", " Fal", " Gora", " Haim", " Isla")


@dataclass(frozen=True, slots=True)
class _Event:
    """A sentence with holes, and the same event in the words of the wire."""

    sentence: str
    trigger: str
    actor: str
    place: str
    type: str
    time: str | None = None
    count: str | None = None
    of: str | None = None
    kind: str = "killed"
    said_by: str | None = None


_PATTERNS = (
    _Event("Rebels captured the village of {place} on Monday, killing {number} soldiers.",
           "captured", "Rebels", "the village of {place}", "non_state_actor_overtakes_territory",
           "Monday", "{number}", "soldiers"),
    _Event("Army troops retook the town of {place} on Tuesday, the ministry said.",
           "retook", "Army troops", "the town of {place}", "government_regains_territory",
           "Tuesday", said_by="the ministry"),
    _Event("Warplanes bombed a depot near {place}, wounding {number} people.",
           "bombed", "Warplanes", "a depot near {place}", "air_drone_strike",
           None, "{number}", "people", "injured"),
    _Event("Gunners shelled the suburb of {place} on Wednesday.",
           "shelled", "Gunners", "the suburb of {place}", "shelling_artillery_missile_attack",
           "Wednesday"),
    _Event("Insurgents attacked a market in {place} on Thursday, killing at least {number} "
           "civilians.",
           "attacked", "Insurgents", "a market in {place}", "attack_on_civilians",
           "Thursday", "at least {number}", "civilians"),
    _Event("Police arrested {number} suspects in {place}, a spokesman said.",
           "arrested", "Police", "{place}", "abduction_detention",
           None, "{number}", "suspects", "captured", "a spokesman"),
    _Event("Villagers fled {place} on Friday.",
           "fled", "Villagers", "{place}", "displacement", "Friday"),
    _Event("Envoys met in the port of {place} on Saturday.",
           "met", "Envoys", "the port of {place}", "diplomatic_meeting", "Saturday"),
    _Event("Militiamen withdrew from {place} on Sunday.",
           "withdrew", "Militiamen", "{place}", "withdrawal", "Sunday"),
    _Event("Students marched through {place}, demanding cheaper bread.",
           "marched", "Students", "{place}", "protest_riot"),
)  # fmt: skip
_BETWEEN = (
    "The road to the coast stayed open.",
    "It was the third such day this year.",
    "Shops in the old quarter opened late.",
    "Rain is forecast for the whole region.",
    "Schools there have been closed for weeks.",
    "Prices of flour and fuel have doubled since the spring.",
    "The river is too low for barges at this time of the year.",
    "Most families in the valley live on what their orchards bring.",
    "A new hospital is being built beside the railway station.",
    "The province is known for its olives and its bad roads.",
    "Nobody could say when the power lines would be mended.",
)
_FILLERS = 3
"""Sentences that say nothing, behind each that does."""


def bulletin(number: int) -> str:
    """The text of an article, about 370 words."""
    return f"{MARK}{number}\n\n{_body(number % VARIANTS)}"


def number_in(request: bytes) -> int:
    """The number of the article that a request ends in."""
    found = _NUMBER.match(request, request.rindex(MARK.encode()) + len(MARK))
    return int(found[0]) if found else 0


def bulletins(count: int) -> Iterator[tuple[str, str]]:
    """So many articles: id and text."""
    return ((f"b{number}", bulletin(number)) for number in range(count))


def events(variant: int) -> list[dict[str, object]]:
    """The events of an article as records of the wire."""
    return [_record(place, *_filled(variant, place)) for place in range(EVENTS)]


def passages(variant: int) -> list[dict[str, object]]:
    """The same events as extractions of langextract: a passage and what is known of it."""
    rows: list[dict[str, object]] = []
    for place in range(EVENTS):
        event, name, number = _filled(variant, place)
        sentence = event.sentence.format(place=name, number=number)
        passage = sentence[sentence.index(event.trigger) : sentence.index(name) + len(name)]
        known = {"type": event.type, "actor": event.actor, "place": name}
        rows.append({"event": passage, "event_attributes": known})
    return rows


def cited_passages(variant: int) -> list[dict[str, object]]:
    """The same passages as records of the wire, for the model `Passage`."""
    rows: list[dict[str, object]] = []
    for place, passage in enumerate(passages(variant)):
        known = cast("dict[str, object]", passage["event_attributes"])
        rows.append({"sentences": [_sentence(place)], "event": passage["event"], **known})
    return rows


def replies(form: str) -> tuple[bytes, ...]:
    """The whole bodies of the completions, one a variant, in the form a client expects."""
    key, facts = {
        "events": ("records", events),
        "passages": ("records", cited_passages),
        "extractions": ("extractions", passages),
    }[form]
    return tuple(_completion(json.dumps({key: facts(variant)})) for variant in range(VARIANTS))


@cache
def _body(variant: int) -> str:
    sentences: list[str] = []
    for place in range(EVENTS):
        event, name, number = _filled(variant, place)
        sentences.append(event.sentence.format(place=name, number=number))
        first = variant + _FILLERS * place
        sentences += [_BETWEEN[(first + filler) % len(_BETWEEN)] for filler in range(_FILLERS)]
    return " ".join(sentences)


def _filled(variant: int, place: int) -> tuple[_Event, str, int]:
    more, end, onset = map(int, f"{variant:03}")
    name = f"{_ONSETS[onset]}{_MIDDLES[place]}{_ENDS[end]}{_MORE[more]}"
    return _PATTERNS[place], name, 11 + (variant * 7 + place * 3) % 800


def _sentence(place: int) -> int:
    """The number of the sentence that tells an event; the first line is sentence 1."""
    return 2 + (1 + _FILLERS) * place


def _record(place: int, event: _Event, name: str, number: int) -> dict[str, object]:
    figure = {
        "count": (event.count or "").format(number=number),
        "of": event.of,
        "period": None,
        "kind": event.kind,
    }
    return {
        "sentences": [_sentence(place)],
        "trigger": event.trigger,
        "participants": [{"mention": event.actor, "role": "actor"}],
        "places": [event.place.format(place=name)],
        "time": event.time,
        "figures": [figure] if event.count else [],
        "reported_by": event.said_by,
        "type": event.type,
        "factuality": "occurred",
    }


def _completion(text: str) -> bytes:
    message = {"role": "assistant", "content": text, "refusal": None}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "fast",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message, "logprobs": None}],
        "usage": {"prompt_tokens": 1500, "completion_tokens": 900, "total_tokens": 2400},
    }
    return json.dumps(body, separators=(",", ":")).encode()
