"""What leaves for the endpoint and what comes back, as plain values."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, Protocol

from llmextract.ask.reply import Parsed, parse
from llmextract.ask.wire import JsonObject
from llmextract.errors import Failure, Paid

# Characters of a reply above which it is judged beside the event loop: most have fewer, and what is
# written to do harm takes a tenth of a second for so many.
_LONG = 16_000


class Message(NamedTuple):
    """One chat message."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Usage:
    """Tokens as the endpoint counted them; None where it did not say."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cached_tokens: int | None = None


@dataclass(frozen=True)
class Request:
    """One call: the messages, the JSON Schema of the reply, and what the endpoint takes beside.

    `alternatives` asks for the probabilities of so many other words in each place of the reply;
    `model` for another model of the same endpoint.
    """

    messages: tuple[Message, ...]
    schema: JsonObject
    name: str
    grammar: str | None = None
    max_tokens: int | None = None
    alternatives: int | None = None
    model: str | None = None


@dataclass(frozen=True)
class Reply:
    """One reply, told apart before it is parsed; `raw` is the whole response body.

    `paid` are the replies to the same request that came before it and were none.
    """

    text: str | None
    finish_reason: str | None = "stop"
    refusal: str | None = None
    usage: Usage = Usage()
    raw: str = ""
    attempts: int = 1
    paid: tuple[Paid, ...] = ()

    def as_paid(self, kind: Failure | None) -> Paid:
        """What it cost, and how it was no answer, if it was none."""
        used = self.usage
        counts = (used.prompt_tokens, used.completion_tokens, used.cached_tokens)
        return Paid(kind, self.raw, *counts, sent=self.attempts > 0)

    @cached_property
    def parsed(self) -> Parsed:
        """The records in its text, for whoever keeps the reply and whoever answers with it."""
        return parse(self.text or "")


def is_long(reply: Reply) -> bool:
    """Whether reading and judging a reply would hold up an event loop."""
    return len(reply.text or "") > _LONG


class Model(Protocol):
    """Whatever answers requests: an endpoint, or a scripted model in a test."""

    @property
    def name(self) -> str:
        """The model's name, as results state it."""
        ...

    def send(self, request: Request) -> Reply:
        """Answer one request; raises `EndpointError` when no reply can be had."""
        ...

    async def asend(self, request: Request) -> Reply:
        """Answer one request without blocking the event loop."""
        ...

    def close(self) -> None:
        """Let go of what blocking calls hold."""
        ...

    async def aclose(self) -> None:
        """Let go of what calls on this event loop hold."""
        ...
