"""When a call is made again, and how long all calls wait.

Faults of the line are believed after a few tries. A limit is no fault: it is waited out, together,
as long as patience lasts.
"""

import random
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from llmextract.ask.request import Reply, Request
from llmextract.errors import EndpointError, Failure, MisdirectedError

if TYPE_CHECKING:
    import tenacity

# Seconds an article waits for an endpoint's limits; a longer order defers it instead.
PATIENCE = 60.0
# A body that is no completion may be a proxy's passing mood, or the wrong address.
_MOST_BAD_RESPONSES = 2
# Seconds: the first full-jitter ceiling, which doubles, and the last.
_FIRST_CEILING = 1.0
_LAST_CEILING = 20.0

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]


class Pace(Protocol):
    """Says when a call may leave, and is told how it ended; shared by all workers of a process."""

    def enter(self, request: Request, /) -> float:
        """Seconds until this call may leave; at zero it has left, and `leave` must follow.

        Raises `EndpointError` where no call may leave any more.
        """
        ...

    def leave(self, request: Request, ended: Reply | EndpointError | None, /) -> None:
        """Learn how a call ended; None if it was given up from outside."""
        ...


@runtime_checkable
class Waking(Pace, Protocol):
    """A pace that waits by itself, and wakes who waits when no call may leave any more."""

    async def sleep(self, seconds: float) -> None:
        """Wait so long, or raise `EndpointError` as soon as waiting is vain."""
        ...


class Cooldown:
    """One waiting time for all: what one worker is told to wait, all wait."""

    def __init__(self, *, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._until = float("-inf")

    def enter(self, _request: Request, /) -> float:
        """Seconds left; raises `EndpointError` of kind `deferred` when they try patience."""
        left = self._until - self._clock()
        if left > PATIENCE:
            message = f"the endpoint asks to wait {left:.0f} more seconds; run again then"
            failure = EndpointError(message, kind=Failure.DEFERRED, attempts=0)
            failure.retry_after = left
            raise failure
        # Spread a little, so that those who waited together do not all call at once.
        return left * random.uniform(1.0, 1.1) if left > 0 else 0.0

    def leave(self, _request: Request, ended: Reply | EndpointError | None, /) -> None:
        """Start or lengthen the waiting, if the endpoint asked for it."""
        if isinstance(ended, EndpointError) and ended.retry_after is not None:
            self._until = max(self._until, self._clock() + ended.retry_after)


async def trying(call: Callable[[], Awaitable[Reply]], tries: int, *, sleep: Sleep) -> Reply:
    """Call, and call again by the policy; raises the last `EndpointError`."""
    # Most calls need no policy, and setting one up costs as much as reading what was answered.
    first: EndpointError | None
    try:
        return await call()
    except EndpointError as error:
        first = error

    async def again() -> Reply:
        nonlocal first
        if first is not None:
            failed, first = first, None
            raise failed
        return await call()

    reply: Reply = await _retrying(tries, sleep)(again)
    return reply


def _retrying(tries: int, sleep: Sleep) -> "tenacity.AsyncRetrying":
    """The policy of one request: what is tried again, how often and after which wait."""
    import tenacity

    def is_over(state: "tenacity.RetryCallState") -> bool:
        error = _error(state)
        ordered = error.retry_after if error else None
        if ordered is not None and ordered > PATIENCE:
            return True
        if error is not None and error.kind is Failure.DEFERRED:
            return state.idle_for + state.upcoming_sleep > PATIENCE
        bad = error is not None and error.kind is Failure.BAD_RESPONSE
        return state.attempt_number >= (min(tries, _MOST_BAD_RESPONSES) if bad else tries)

    return tenacity.AsyncRetrying(
        retry=tenacity.retry_if_exception(_passes),
        stop=is_over,
        wait=_wait,
        sleep=sleep,
        reraise=True,
    )


def _passes(error: BaseException) -> bool:
    if isinstance(error, MisdirectedError):
        return False
    return isinstance(error, EndpointError) and error.kind in _PASSING


_PASSING = frozenset(
    {Failure.UNREACHABLE, Failure.TRANSIENT, Failure.DEFERRED, Failure.BAD_RESPONSE}
)


def _error(state: "tenacity.RetryCallState") -> EndpointError | None:
    error = state.outcome.exception() if state.outcome else None
    return error if isinstance(error, EndpointError) else None


def _wait(state: "tenacity.RetryCallState") -> float:
    """Full jitter under a doubling ceiling, and never less than the server asked for."""
    error = _error(state)
    ordered = (error.retry_after if error else None) or 0.0
    ceiling = min(_LAST_CEILING, _FIRST_CEILING * 2.0 ** (state.attempt_number - 1))
    return max(ordered, random.uniform(0.0, ceiling))
