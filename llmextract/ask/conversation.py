"""One answer from a model: which requests to send and what to make of each reply.

The decisions are a generator that yields requests and receives replies; sending is the driver's, so
the synchronous and the asynchronous way share them.
"""

from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, replace

from llmextract.ask.reply import parse
from llmextract.ask.request import Message, Reply, Request
from llmextract.ask.wire import Json
from llmextract.errors import EndpointError, Failure

# A reply that is no answer is paid for again this often, no more.
MOST_REASKS = 1
# What of a bad reply is shown back to the model.
_SHOWN = 2000


@dataclass(frozen=True)
class Answer:
    """The records a model gave for one window, with every reply it took, the last one kept.

    `truncated` says that the kept reply was cut, so that records may be missing.
    """

    records: tuple[Json, ...]
    replies: tuple[Reply, ...]
    truncated: bool = False


Conversation = Generator[Request, Reply, Answer]


def converse(request: Request) -> Conversation:
    """Ask until there is an answer; raises `EndpointError` when there is none to be had."""
    replies: list[Reply] = []
    asked = request
    while True:
        reply = yield asked
        replies.append(reply)
        _refuse_refusals(reply, len(replies))
        text = reply.text or ""
        parsed = parse(text)
        cut = reply.finish_reason == "length" or parsed.problem == "cut off"
        if parsed.problem is None or (cut and parsed.records):
            return Answer(parsed.records, tuple(replies), truncated=cut)
        if len(replies) > MOST_REASKS:
            raise _no_answer(reply, parsed.problem, cut=cut, attempts=len(replies))
        asked = _more_room(request) if cut else _again(request, text, parsed.problem)


def _refuse_refusals(reply: Reply, attempts: int) -> None:
    """A refusal is an answer, and asking again is paid waste."""
    if reply.refusal:
        message = f"the model refused: {reply.refusal}"
        raise EndpointError(message, kind=Failure.REFUSED, attempts=attempts, reply=reply.raw)
    if reply.finish_reason == "content_filter":
        message = "the endpoint's content filter withheld the reply"
        raise EndpointError(message, kind=Failure.FILTERED, attempts=attempts, reply=reply.raw)


def _no_answer(reply: Reply, problem: str, *, cut: bool, attempts: int) -> EndpointError:
    if not (reply.text or "").strip():
        kind, said = Failure.EMPTY, "the model's reply is empty"
    elif cut:
        kind, said = Failure.TRUNCATED, "the reply was cut before its first record ended"
    else:
        kind, said = (
            Failure.BAD_RESPONSE,
            f"the model did not answer with the JSON asked for ({problem})",
        )
    hint = (
        "try a model that follows JSON Schema"
        if kind is Failure.BAD_RESPONSE
        else "try a smaller window"
    )
    return EndpointError(f"{said}; {hint}", kind=kind, attempts=attempts, reply=reply.raw)


def _more_room(request: Request) -> Request:
    return (
        request
        if request.max_tokens is None
        else replace(request, max_tokens=2 * request.max_tokens)
    )


def _again(request: Request, text: str, problem: str) -> Request:
    if not text.strip():
        return request
    complaint = (
        f"That was not the JSON asked for: {problem}. "
        'Answer with {"records": [...]} and nothing else.'
    )
    shown = text[:_SHOWN].encode("utf-8", "replace").decode("utf-8")
    return replace(
        request,
        messages=(*request.messages, Message("assistant", shown), Message("user", complaint)),
    )


def drive(conversation: Conversation, send: Callable[[Request], Reply]) -> Answer:
    """Run a conversation over a blocking `send`."""
    try:
        request = next(conversation)
        while True:
            request = conversation.send(send(request))
    except StopIteration as stop:
        answer: Answer = stop.value
        return answer


async def adrive(
    conversation: Conversation, asend: Callable[[Request], Awaitable[Reply]]
) -> Answer:
    """Run a conversation over an awaitable `asend`."""
    try:
        request = next(conversation)
        while True:
            request = conversation.send(await asend(request))
    except StopIteration as stop:
        answer: Answer = stop.value
        return answer
