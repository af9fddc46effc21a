"""A scripted model, so that code which extracts can be tested without a model or a network."""

import json
from collections.abc import Callable, Iterable

from llmextract.ask.request import Reply, Request
from llmextract.errors import EndpointError, Failure

Scripted = str | Reply | EndpointError | Iterable[object]


class ScriptedModel:
    """Answers requests from a script, in order, and keeps them in `requests`.

    A script is a list of replies, or a function from a request to a reply. A reply is the text a
    model would write, a list of records, a whole `Reply`, or an `EndpointError` to raise. This is
    no language model: it shows what the library does with an answer, never what a model would
    answer.
    """

    def __init__(
        self, script: Iterable[Scripted] | Callable[[Request], Scripted], *, name: str = "scripted"
    ) -> None:
        self._next = script if callable(script) else _in_order(script)
        self._name = name
        self.requests: list[Request] = []

    @property
    def name(self) -> str:
        """The name that results state as the model."""
        return self._name

    def send(self, request: Request) -> Reply:
        """Give the next reply of the script."""
        self.requests.append(request)
        scripted = self._next(request)
        if isinstance(scripted, EndpointError):
            raise scripted
        if isinstance(scripted, Reply):
            return scripted
        text = scripted if isinstance(scripted, str) else json.dumps({"records": list(scripted)})
        return Reply(text=text, raw=text)

    async def asend(self, request: Request) -> Reply:
        """Give the next reply of the script."""
        return self.send(request)

    def close(self) -> None:
        """Do nothing: a script holds nothing."""

    async def aclose(self) -> None:
        """Do nothing: a script holds nothing."""


def _in_order(script: Iterable[Scripted]) -> Callable[[Request], Scripted]:
    replies = iter(script)

    def following(request: Request) -> Scripted:
        for reply in replies:
            return reply
        message = f"the script is at its end and {request.name} is asked for; add a reply"
        raise EndpointError(message, kind=Failure.BAD_REQUEST)

    return following
