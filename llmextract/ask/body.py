"""The body of a chat request: as fields for an SDK to encode, or as the very bytes.

Prefix and schema are the same for every article, so their JSON is written once: encoding them anew
would cost more than reading the reply.
"""

import re
from functools import lru_cache
from typing import Any

from llmextract.ask.jsontext import compact, whole_characters
from llmextract.ask.request import Message, Request
from llmextract.ask.wire import JsonObject
from llmextract.settings import Settings

_UNNAMEABLE, _LONGEST_NAME = re.compile(r"[^\w-]", re.ASCII), 64
# Schemas whose JSON is kept; an extractor has few, each one object for all its requests.
_MOST_KEPT = 32


class Body:
    """Writes the bodies of requests to one model under the same settings."""

    def __init__(self, settings: Settings, name: str) -> None:
        self._settings = settings
        self._name = name
        # By the identity of a schema, which is kept with its JSON so that no other can take it.
        self._kept: dict[tuple[int, str, int | None], tuple[JsonObject, str]] = {}

    def fields(self, request: Request) -> dict[str, Any]:
        """What is asked, field by field, in the order in which it is sent."""
        return {"messages": [_message(each) for each in request.messages], **self._rest(request)}

    def encoded(self, request: Request) -> bytes:
        """The fields as the JSON that the SDK would make of them."""
        if "messages" in self._settings.extra_body:
            return compact(self.fields(request)).encode()
        *before, last = request.messages
        said = ",".join([*map(_known, before), compact(_message(last))])
        return f'{{"messages":[{said}],{self._rest_encoded(request)}'.encode()

    def _rest(self, request: Request) -> dict[str, Any]:
        settings = self._settings
        rest = {
            "temperature": settings.temperature,
            "seed": settings.seed,
            "max_tokens": request.max_tokens,
            "logprobs": None if request.alternatives is None else True,
            "top_logprobs": request.alternatives,
            **_form(request),
            **settings.extra_body,
        }
        said = {name: value for name, value in rest.items() if value is not None}
        return {"model": request.model or self._name, **said}

    def _rest_encoded(self, request: Request) -> str:
        if request.grammar is not None or request.alternatives or request.model:
            return compact(self._rest(request))[1:]
        key = id(request.schema), request.name, request.max_tokens
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            known = self._kept[key] = request.schema, compact(self._rest(request))[1:]
        return known[1]


def _form(request: Request) -> dict[str, Any]:
    """What holds the reply to its form: with both, llama.cpp lets the schema win without a word."""
    if request.grammar is not None:
        return {"grammar": request.grammar}
    # Endpoints take no other characters, but a class may be called `Box[int]` or `Événement`.
    name = _UNNAMEABLE.sub("_", request.name)[:_LONGEST_NAME]
    schema = {"name": name, "strict": True, "schema": request.schema}
    return {"response_format": {"type": "json_schema", "json_schema": schema}}


def _message(message: Message) -> dict[str, str]:
    return {"role": message.role, "content": whole_characters(message.content)}


@lru_cache(maxsize=64)
def _known(message: Message) -> str:
    return compact(_message(message))
