"""One answer from a model: which requests to send and what to make of each reply.

The decisions are a generator that yields requests and receives replies; sending is the driver's, so
the synchronous and the asynchronous way share them.
"""

from collections.abc import Awaitable, Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from llmextract.ask.blocking import in_thread
from llmextract.ask.reply import CUT, Parsed
from llmextract.ask.request import Message, Reply, Request
from llmextract.ask.wire import Json
from llmextract.errors import EndpointError, Failure, Paid

Step = TypeVar("Step")
Brought = TypeVar("Brought")
T = TypeVar("T")

# A reply that is no answer is paid for again this often, no more.
MOST_REASKS = 1
# What of a bad reply is shown back to the model.
_SHOWN = 2000


@dataclass(frozen=True)
class Answer:
    """The records a model gave for one window, with every reply it took, the last one kept.

    `truncated` says that the kept reply was cut, so that records may be missing; `looped` that the
    model ran wild, so that only different records were kept.
    """

    records: tuple[Json, ...]
    replies: tuple[Reply, ...]
    truncated: bool = False
    looped: bool = False


Conversation = Generator[Request, Reply, Answer]


@dataclass(frozen=True)
class _Reading:
    reply: Reply

    @property
    def parsed(self) -> Parsed:
        return self.reply.parsed

    @property
    def is_cut(self) -> bool:
        return self.reply.finish_reason == "length" or self.parsed.problem == CUT

    @property
    def is_whole(self) -> bool:
        return self.parsed.problem is None and not self.is_cut and not self.parsed.looped

    def answer(self, replies: tuple[Reply, ...], *, also: tuple[Paid, ...] = ()) -> Answer:
        """The answer this reading is, with itself as the last of the replies.

        `also` was paid for it, and brought no reply.
        """
        others = tuple(reply for reply in replies if reply is not self.reply)
        kept = replace(self.reply, paid=(*self.reply.paid, *also)) if also else self.reply
        return Answer(
            self.parsed.records,
            (*others, kept),
            truncated=self.is_cut,
            looped=self.parsed.looped,
        )


def converse(request: Request) -> Conversation:
    """Ask until there is an answer; raises `EndpointError` when there is none to be had.

    What is cut is asked for once more, with more room, and the better of the two replies is kept.
    """
    replies: list[Reply] = []
    best: _Reading | None = None
    asked = request
    while True:
        try:
            reply = yield asked
        except EndpointError as error:
            if best is None:
                _put_after(error, replies)
                raise
            return best.answer(tuple(replies), also=error.paid)
        replies.append(reply)
        if best is None:
            _refuse_refusals(replies)
        reading = _Reading(reply)
        if reading.is_whole:
            return reading.answer(tuple(replies))
        best = _better(best, reading)
        if _is_final(reading, request) or len(replies) > MOST_REASKS:
            if best is None:
                raise _no_answer(replies)
            return best.answer(tuple(replies))
        asked = _more_room(request) if reading.is_cut else _again(request, reading)


def reread(reply: Reply) -> Answer:
    """The answer that a kept reply was; it was told apart from a bad one when it came."""
    return _Reading(reply).answer((reply,))


def _better(best: _Reading | None, reading: _Reading) -> _Reading | None:
    """What can be salvaged: complete records of a reply that was cut or ran wild."""
    if not reading.parsed.records or not (reading.is_cut or reading.parsed.looped):
        return best
    more = best is None or len(reading.parsed.records) >= len(best.parsed.records)
    return reading if more else best


def _is_final(reading: _Reading, request: Request) -> bool:
    """Whether asking again could only repeat it: a loop, or a limit that is not ours to lift."""
    limited = reading.reply.finish_reason == "length" and request.max_tokens is None
    return reading.parsed.looped or limited


def _refuse_refusals(replies: Sequence[Reply]) -> None:
    """A refusal is an answer, and asking again is paid waste."""
    reply = replies[-1]
    withheld = reply.finish_reason == "content_filter"
    if reply.refusal or withheld:
        said = reply.refusal or reply.text or "the endpoint's content filter withheld the reply"
        message = f"the model refused: {said[:_SHOWN]}"
        raise _unusable(message, Failure.REFUSED, replies)


def _no_answer(replies: Sequence[Reply]) -> EndpointError:
    kind, said = _fault(_Reading(replies[-1]))
    follows = kind is Failure.BAD_RESPONSE
    hint = "try a model that follows JSON Schema" if follows else "try a smaller window"
    return _unusable(f"{said}; {hint}", kind, replies)


def _unusable(message: str, kind: Failure, replies: Sequence[Reply]) -> EndpointError:
    """The failure that the last of the replies is."""
    *before, reply = replies
    failure = EndpointError(message, kind=kind, reply=reply.raw)
    failure.paid = (*reply.paid, reply.as_paid(kind))
    _put_after(failure, before)
    return failure


def _fault(reading: _Reading) -> tuple[Failure, str]:
    """How a reply is no answer, and that in words."""
    if reading.parsed.looped:
        return Failure.LOOPED, "the model said the same over and over"
    if reading.is_cut:
        return Failure.TRUNCATED, "the reply was cut before its first record ended"
    if not (reading.reply.text or "").strip():
        return Failure.EMPTY, "the model's reply is empty"
    said = f"the model did not answer with the JSON asked for ({reading.parsed.problem})"
    return Failure.BAD_RESPONSE, said


def _put_after(error: EndpointError, replies: Sequence[Reply]) -> None:
    """Tell with a failure of the replies before it, which were paid and were no answer either."""
    if error.attempts:  # else nothing was sent after them
        error.attempts += len(replies)
    before = [
        paid
        for reply in replies
        for paid in (*reply.paid, reply.as_paid(_fault(_Reading(reply))[0]))
    ]
    error.paid = (*before, *error.paid)


def _more_room(request: Request) -> Request:
    return (
        request
        if request.max_tokens is None
        else replace(request, max_tokens=2 * request.max_tokens)
    )


def _again(request: Request, reading: _Reading) -> Request:
    text = reading.reply.text or ""
    if not text.strip():
        return request
    complaint = (
        f"That was not the JSON asked for: {reading.parsed.problem}. "
        'Answer with {"records": [...]} and nothing else.'
    )
    shown = text[:_SHOWN].encode("utf-8", "replace").decode("utf-8")
    return replace(
        request,
        messages=(*request.messages, Message("assistant", shown), Message("user", complaint)),
    )


def drive(conversation: Generator[Step, Brought, T], send: Callable[[Step], Brought]) -> T:
    """Run a conversation over a blocking `send`; it is told of a call that failed."""
    try:
        step = next(conversation)
        while True:
            try:
                brought = send(step)
            except EndpointError as error:
                step = conversation.throw(error)
            else:
                step = conversation.send(brought)
    except StopIteration as stop:
        answer: T = stop.value
        return answer


@dataclass(frozen=True)
class _Ended:
    answer: Any


async def adrive(
    conversation: Generator[Step, Brought, T],
    asend: Callable[[Step], Awaitable[Brought]],
    *,
    takes_long: Callable[[Brought], bool] = lambda _: False,
) -> T:
    """Run a conversation over an awaitable `asend`; it is told of a call that failed.

    Where it `takes_long` to make something of what was brought, a thread does it, so that the event
    loop has time for other calls.
    """
    came = _went(lambda: next(conversation))
    while not isinstance(came, _Ended):
        try:
            brought = await asend(came)
        except EndpointError as error:
            came = _went(partial(conversation.throw, error))
            continue
        go_on = partial(_went, partial(conversation.send, brought))
        came = await in_thread(go_on) if takes_long(brought) else go_on()
    answer: T = came.answer
    return answer


def _went(on: Callable[[], Step]) -> Step | _Ended:
    """The next step of a conversation, or its end, which no coroutine and no thread may raise."""
    try:
        return on()
    except StopIteration as stop:
        return _Ended(stop.value)
