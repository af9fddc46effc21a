"""What a run may do to an endpoint: calls and tokens a minute, a budget, and when to stop asking.

An endpoint asks `Limits.enter` how long to wait, and waits on its event loop by `Limits.sleep`, for
blocking and asynchronous callers alike. That ends at once when no call may leave any more.
"""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ConfigDict

from llmextract.ask.failures import strikes_all
from llmextract.ask.request import Reply, Request, Usage
from llmextract.ask.retry import PATIENCE, Clock, Cooldown
from llmextract.errors import EndpointError, Failure, MisdirectedError, SettingsError
from llmextract.run.alarm import Alarm

# A rough count before the endpoint's own: it only has to be of the right size.
_CHARACTERS_A_TOKEN = 4
_REPLY_TOKENS = 1000
# Seconds' worth of a minute's rate that may leave at once, so that no minute holds twice the rate.
_BURST = 6.0
# So many calls in a row that reached nobody, over so many seconds, and no other is worth its wait.
_MOST_UNREACHED, _UNREACHED_SECONDS = 20, 30.0
# Seconds after which a call looks again whether those in flight have left it room in the budget.
_AGAIN = 0.1
# Seconds that a call may still wait for its turn when the run is to end.
_BRIEF = 2.0


@dataclass(frozen=True)
class Price:
    """What a model costs, in money per million tokens; `cached` is the prompt price if None."""

    # A misspelt key would leave its price out, unseen.
    __pydantic_config__ = ConfigDict(extra="forbid")

    prompt: float
    completion: float
    cached: float | None = None

    def __post_init__(self) -> None:
        for price in (self.prompt, self.completion, self.cached or 0.0):
            if not 0 <= price < float("inf"):
                raise ValueError(f"a price is a number from 0 up, not {price}")

    def cost(self, usage: Usage) -> float:
        """The money a call cost; tokens that nobody counted cost nothing here."""
        prompt, cached = usage.prompt_tokens or 0, usage.cached_tokens or 0
        cached = min(cached, prompt)
        cheap = self.prompt if self.cached is None else self.cached
        completion = (usage.completion_tokens or 0) * self.completion
        return ((prompt - cached) * self.prompt + cached * cheap + completion) / 1e6


class Bucket:
    """A rate a minute, refilled all the time; one large amount may leave it in debt."""

    def __init__(self, per_minute: float, *, clock: Clock = time.monotonic) -> None:
        self._rate = per_minute / 60.0
        self._most = max(1.0, self._rate * _BURST)
        self._clock = clock
        self._level = self._most
        self._at = clock()

    def delay(self, amount: float) -> float:
        """Seconds until `amount` may be taken."""
        self._refill()
        # What is larger than the bucket leaves when it is full, and the next ones wait longer.
        return max(0.0, min(amount, self._most) - self._level) / self._rate

    def take(self, amount: float) -> None:
        """Take an amount, or give back a negative one."""
        self._refill()
        self._level = min(self._most, self._level - amount)

    def _refill(self) -> None:
        now = self._clock()
        self._level = min(self._most, self._level + (now - self._at) * self._rate)
        self._at = now


class Circuit:
    """Closed while calls may leave; the first failure that strikes all of them opens it.

    So does an endpoint that no call has reached for half a minute: it is gone, or never was there.
    """

    def __init__(self, *, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._opened: EndpointError | None = None
        self._unreached = 0
        self._since = 0.0

    @property
    def is_open(self) -> bool:
        """Whether no call may leave any more."""
        return self._opened is not None

    def check(self) -> None:
        """Raise an `EndpointError` of the kind that opened it, if one did."""
        if self._opened is not None:
            message = f"not asked, for an earlier call failed: {self._opened}"
            raise type(self._opened)(message, kind=self._opened.kind, attempts=0)

    def learn(self, ended: Reply | EndpointError | None) -> None:
        """Open for a failure that no other call of the run could escape."""
        if ended is None or self._opened is not None:  # broken off, or nothing new
            return
        if not isinstance(ended, EndpointError):
            self._unreached = 0
        elif ended.kind is Failure.UNREACHABLE:
            self._miss(ended)
        else:
            self._unreached = 0
            self._opened = ended if strikes_all(ended) else None

    def _miss(self, error: EndpointError) -> None:
        """Count a call that reached nobody."""
        if not self._unreached:
            self._since = self._clock()
        self._unreached += 1
        seconds = self._clock() - self._since
        if self._unreached >= _MOST_UNREACHED and seconds >= _UNREACHED_SECONDS:
            said = f"nobody has answered for {seconds:.0f} seconds: {error}"
            self._opened = MisdirectedError(said, kind=error.kind)


@dataclass
class Budget:
    """What a run may spend, in tokens and in money; None is no bound.

    A call is let go only if what it may cost still fits, so that calls side by side stay inside.
    Most use less than they may: only what was spent ends a run, what is set aside is waited for.
    """

    tokens: int | None = None
    money: float | None = None
    price: Price | None = None
    spent_tokens: int = 0
    spent_money: float = 0.0
    reserved_tokens: int = 0
    reserved_money: float = 0.0
    in_flight: int = 0
    sent: int = 0

    def __post_init__(self) -> None:
        if self.money is not None and self.price is None:
            raise SettingsError(
                "a budget in money needs the model's price: give a price under its very name "
                "with --prices FILE (prices= in the library)"
            )

    def has_room(self, guess: Usage) -> bool:
        """Whether a call may leave now; if not, it may once calls in flight have ended.

        Raises an `EndpointError` of kind `spent_quota` where what was spent leaves no room for it.
        """
        if not self._fits(self.spent_tokens, self.spent_money, guess):
            raise EndpointError(self._refusal(guess), kind=Failure.SPENT_QUOTA, attempts=0)
        tokens = self.spent_tokens + self.reserved_tokens
        money = self.spent_money + self.reserved_money
        return not self.in_flight or self._fits(tokens, money, guess)

    def begin(self, usage: Usage) -> None:
        """Count what earlier runs of the same articles used: the budget is one for all of them."""
        self.spent_tokens += total_tokens(usage)
        self.spent_money += self._cost(usage)

    @property
    def told(self) -> str:
        """What was spent, in words; a reply that says nothing of its tokens counts as estimated."""
        money = "" if self.price is None else f", {self.spent_money:.4f} in money"
        return f"{self.spent_tokens:,} tokens{money}"

    def falls_short(self, guess: Usage) -> str:
        """By how much a guess of what is still to come goes beyond it, in words; "" if it fits."""
        told: list[str] = []
        spent, more = self.spent_tokens, total_tokens(guess)
        if self.tokens is not None and spent + more > self.tokens:
            told.append(f"{spent:,} of {self.tokens:,} tokens are spent, about {more:,} to come")
        spent_money, cost = self.spent_money, self._cost(guess)
        if self.money is not None and spent_money + cost > self.money:
            told.append(f"{spent_money:.4f} of {self.money:g} is spent, about {cost:.4f} to come")
        return "; ".join(told)

    def reserve(self, guess: Usage) -> None:
        """Set aside what a call that leaves may cost."""
        self.in_flight += 1
        self.sent += 1
        self.reserved_tokens += total_tokens(guess)
        self.reserved_money += self._cost(guess)

    def settle(self, guess: Usage, usage: Usage | None) -> None:
        """Replace what was set aside by what was used; None is a call that brought no reply."""
        self.in_flight -= 1
        self.reserved_tokens -= total_tokens(guess)
        self.reserved_money -= self._cost(guess)
        if usage is not None:
            self.spent_tokens += total_tokens(usage)
            self.spent_money += self._cost(usage)

    def _fits(self, tokens: int, money: float, guess: Usage) -> bool:
        """Whether a call still fits beside so much."""
        too_many = self.tokens is not None and tokens + total_tokens(guess) > self.tokens
        too_dear = self.money is not None and money + self._cost(guess) > self.money
        return not (too_many or too_dear)

    def _refusal(self, guess: Usage) -> str:
        """What to do where a call no longer fits: by how much to raise the budget."""
        told: list[str] = []
        if self.tokens is not None:
            spent, call = self.spent_tokens, total_tokens(guess)
            told.append(
                f"{spent:,} of {self.tokens:,} tokens are spent, this call may take {call:,}"
            )
        if self.money is not None:
            spent_money, cost = self.spent_money, self._cost(guess)
            told.append(
                f"{spent_money:.4f} of {self.money:g} is spent, this call may cost {cost:.4f}"
            )
        return f"the budget has no room for another call ({'; '.join(told)}); raise it to go on"

    def _cost(self, usage: Usage) -> float:
        return self.price.cost(usage) if self.price else 0.0


class Limits:
    """The pace of a run, shared by all its workers, in whichever thread they are.

    `requests` and `tokens` are rates a minute, `budget_tokens` and `budget` (money) what the run
    may spend in all; `prices` gives the price of each model. Give it to the endpoint as `pace`.
    """

    def __init__(
        self,
        *,
        model: str = "",
        requests: float | None = None,
        tokens: float | None = None,
        budget_tokens: int | None = None,
        budget: float | None = None,
        prices: Mapping[str, Price] | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        for name, value in (("requests", requests), ("tokens", tokens)):
            if value is not None and value <= 0:
                raise SettingsError(f"{name}: {value} a minute lets no call leave")
        self._requests = None if requests is None else Bucket(requests, clock=clock)
        self._tokens = None if tokens is None else Bucket(tokens, clock=clock)
        self.budget = Budget(budget_tokens, budget, (prices or {}).get(model))
        self._clock = clock
        self.circuit = Circuit(clock=clock)
        self._cooldown = Cooldown(clock=clock)
        self._lock = threading.Lock()
        self._alarm = Alarm()
        self._is_draining = False

    def renew(self) -> None:
        """Close the circuit: what opened it may have been mended."""
        with self._lock:
            self.circuit = Circuit(clock=self._clock)
            self._is_draining = False

    def drain(self) -> None:
        """Let nobody wait for long any more: who would have to is deferred."""
        with self._lock:
            self._is_draining = True
        self._alarm.wake()

    async def sleep(self, seconds: float) -> None:
        """Wait so long, unless that is vain: then raise `EndpointError` at once."""
        end = self._clock() + seconds

        def check() -> None:
            with self._lock:
                self.circuit.check()
                if self._is_draining and end - self._clock() > _BRIEF:
                    message = "the run was stopped while this article waited for its turn"
                    raise EndpointError(message, kind=Failure.DEFERRED, attempts=0)

        await self._alarm.sleep(seconds, check=check)

    def enter(self, request: Request, /) -> float:
        """Seconds until this call may leave; at zero it has left, and `leave` must follow.

        Raises `EndpointError` where the circuit is open, the budget is spent or the endpoint's own
        waiting time is too long.
        """
        guess = estimate(request)
        with self._lock:
            self.circuit.check()
            try:
                if not self.budget.has_room(guess):
                    return _AGAIN
            except EndpointError:
                self._alarm.wake()  # others wait in vain too
                raise
            delay = max(
                self._cooldown.enter(request),
                self._requests.delay(1) if self._requests else 0.0,
                self._tokens.delay(total_tokens(guess)) if self._tokens else 0.0,
            )
            if delay > 0:
                return delay
            if self._requests:
                self._requests.take(1)
            if self._tokens:
                self._tokens.take(total_tokens(guess))
            self.budget.reserve(guess)
            return 0.0

    def leave(self, request: Request, ended: Reply | EndpointError | None, /) -> None:
        """Count what a call used, and learn from how it failed.

        A reply that says nothing of its usage counts as estimated: unknown is not nothing.
        """
        guess = estimate(request)
        usage = _usage(ended)
        used = None if usage is None else _known(usage, guess)
        with self._lock:
            self.budget.settle(guess, used)
            if self._tokens and used is not None:
                self._tokens.take(total_tokens(used) - total_tokens(guess))
            self.circuit.learn(ended)
            if isinstance(ended, EndpointError):
                self._cooldown.leave(request, ended)
            asked = ended.retry_after if isinstance(ended, EndpointError) else None
            is_over = self.circuit.is_open or (asked or 0.0) > PATIENCE
        if is_over:
            self._alarm.wake()


def estimate(request: Request) -> Usage:
    """The tokens a call will take, roughly, before anybody counted them."""
    characters = sum(len(message.content) for message in request.messages)
    completion = _REPLY_TOKENS if request.max_tokens is None else request.max_tokens
    return Usage(characters // _CHARACTERS_A_TOKEN + 1, completion)


def _usage(ended: Reply | EndpointError | None) -> Usage | None:
    """What a call used; None where it brought nothing that says so."""
    if isinstance(ended, Reply):
        return ended.usage
    if ended is None or not ended.paid:
        return None
    paid = ended.paid[-1]
    return Usage(paid.prompt_tokens, paid.completion_tokens, paid.cached_tokens)


def _known(usage: Usage, guess: Usage) -> Usage:
    prompt, completion = usage.prompt_tokens, usage.completion_tokens
    return Usage(
        guess.prompt_tokens if prompt is None else prompt,
        guess.completion_tokens if completion is None else completion,
        usage.cached_tokens,
    )


def total_tokens(usage: Usage) -> int:
    """The tokens of a call, in and out."""
    return (usage.prompt_tokens or 0) + (usage.completion_tokens or 0)
