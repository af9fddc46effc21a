"""A second look: whether sentences state a record, as a model sees it; yes or no, and how surely.

The sentences come first, so that looks at the same ones share what a server has read already. They
and the record are joined by concatenation, as in every prompt.
"""

import json
import math
import re
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from llmextract.article.sentences import Sentence
from llmextract.ask.request import Message, Reply, Request
from llmextract.ask.shape import FreeText, Group, Items, Label, Shape
from llmextract.ask.templates import read_template
from llmextract.ask.wire import JsonObject
from llmextract.errors import EndpointError, Failure

NAME = "verify"
_QUESTION = "Do the sentences state all of this? Answer yes or no."
# For endpoints that take no grammar; some insist on an object.
_SCHEMA: JsonObject = {
    "type": "object",
    "properties": {"answer": {"type": "string", "enum": ["yes", "no"]}},
    "required": ["answer"],
    "additionalProperties": False,
}
_GRAMMAR = 'root ::= "yes" | "no"'
# One word, or the object that holds it.
_WORD_TOKENS, _OBJECT_TOKENS = 3, 16
# As many as endpoints give; the other answer is rarely far.
_ALTERNATIVES = 20
_ANSWER = re.compile(r"\W*(?:answer\W+)?(?P<said>yes|no)\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Look:
    """How likely the sentences state the record, with the reply that says so."""

    probability: float
    reply: Reply


def look_request(
    sentences: Sequence[Sentence], statement: str, *, grammar: bool, model: str | None = None
) -> Request:
    """The call that asks whether these sentences state this; `model` is another one than usual."""
    shown = "\n".join(f"[{sentence.number}] {sentence.text}" for sentence in sentences)
    asked = f"Sentences:\n{shown}\n\nStatement:\n{statement}\n\n{_QUESTION}"
    return Request(
        messages=(Message("system", read_template(NAME).body), Message("user", asked)),
        schema=_SCHEMA,
        name=NAME,
        grammar=_GRAMMAR if grammar else None,
        max_tokens=_WORD_TOKENS if grammar else _OBJECT_TOKENS,
        alternatives=_ALTERNATIVES,
        model=model,
    )


def look(request: Request) -> Generator[Request, Reply, Look]:
    """Ask; an endpoint that gives no probabilities is asked without. Raises `EndpointError`."""
    try:
        reply = yield request
    except EndpointError as error:
        if error.kind is not Failure.BAD_REQUEST:
            raise
        reply = yield replace(request, alternatives=None)
    said = probability(reply)
    if said is None:
        message = "the second look was answered with neither yes nor no"
        kind = Failure.REFUSED if reply.refusal else Failure.BAD_RESPONSE
        failure = EndpointError(message, kind=kind, reply=reply.raw)
        failure.paid = (*reply.paid, reply.as_paid(kind))
        raise failure
    return Look(said, reply)


def probability(reply: Reply) -> float | None:
    """How likely the answer is yes: by the probabilities where there are any, else by the word."""
    match = _ANSWER.fullmatch(reply.text or "")
    if match is None:
        return None
    weighed = _weighed(reply.raw)
    return weighed if weighed is not None else float(match["said"].lower() == "yes")


def is_answer(text: str | None) -> bool:
    """Whether a text is yes or no and nothing else."""
    return _ANSWER.fullmatch(text or "") is not None


def _weighed(raw: str) -> float | None:
    """Yes against yes and no, at the first token that is either; None without probabilities."""
    try:
        body: Any = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    match body:
        case {"choices": [{"logprobs": {"content": [*tokens]}}, *_]}:
            pass
        case _:
            return None
    for token in tokens:
        weights = _weights(token)
        if weights is not None:
            return weights[True] / (weights[True] + weights[False])
    return None


def _weights(token: Any) -> dict[bool, float] | None:
    """What yes and no weigh in the place of a token; None where it is neither."""
    match token:
        case {"token": str(said), "top_logprobs": [*others]} if _is_yes(said) is not None:
            pass
        case _:
            return None
    weights = {True: 0.0, False: 0.0}
    for other in others:
        match other:
            case {"token": str(text), "logprob": int() | float() as weight}:
                is_yes = _is_yes(text)
                if is_yes is not None and weight <= 0:
                    weights[is_yes] += math.exp(weight)
            case _:
                pass
    return weights if sum(weights.values()) > 0 else None


def _is_yes(token: str) -> bool | None:
    """A token may bring a space or a quotation mark with it."""
    word = token.strip(" \t\n\"'▁Ġ").lower()
    return {"yes": True, "no": False}.get(word)


def in_words(group: Group, value: BaseModel, evidence: Mapping[str, str]) -> str:
    """A record as lines of fields with what they mean; `evidence` are its words by their paths."""
    name = group.name.replace("_", " ")
    head = f"{name}: {group.description}" if group.description else name
    return "\n".join([head, *_lines(group, value, _Telling(evidence, "", "", meant=True))])


@dataclass(frozen=True)
class _Telling:
    """Where in a record its telling has come to, and whether fields are told with their meaning."""

    evidence: Mapping[str, str]
    above: str
    indent: str
    meant: bool

    def inside(self, path: str, *, meant: bool, indent: str) -> "_Telling":
        return replace(self, above=path, indent=indent, meant=meant)


def _lines(group: Group, value: BaseModel, telling: _Telling) -> list[str]:
    lines: list[str] = []
    for slot in group.slots:
        stated = getattr(value, slot.name)
        if stated is None or stated == []:
            continue
        meant = slot.description.rstrip(".") if telling.meant else ""
        head = f"{telling.indent}- {slot.name}{f' ({meant})' if meant else ''}:"
        lines += _told(slot.shape, stated, telling, head, f"{telling.above}{slot.name}")
    return lines


def _told(shape: Shape, stated: Any, telling: _Telling, head: str, path: str) -> list[str]:
    within = f"{telling.indent}  "
    match shape:
        case Group():
            deeper = telling.inside(f"{path}.", meant=telling.meant, indent=within)
            return [head, *_lines(shape, stated, deeper)]
        case Items(item=Group() as inner):
            lines = [head]
            for place, item in enumerate(stated):
                # What the fields of an item mean is said once.
                first = telling.meant and not place
                at = telling.inside(f"{path}[{place}].", meant=first, indent="")
                parts = (line.removeprefix("- ") for line in _lines(inner, item, at))
                lines.append(f"{within}- {'; '.join(parts)}")
            return lines
        case Items(item=item):
            words = [
                _words(item, each, telling.evidence.get(f"{path}[{place}]"))
                for place, each in enumerate(stated)
            ]
            return [f"{head} {'; '.join(words)}"]
        case _:
            return [f"{head} {_words(shape, stated, telling.evidence.get(path))}"]


def _words(shape: Shape, stated: object, evidence: str | None) -> str:
    match shape:
        case Label(options=options, definitions=definitions):
            label = next((wire for wire, option in options.items() if option == stated), None)
            definition = "" if label is None else definitions.get(label, "").rstrip(".")
            return f"{label} ({definition})" if definition else str(label)
        case FreeText():
            return str(stated)
        case _:
            return str(stated) if evidence is None else evidence
