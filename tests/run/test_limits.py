"""Limits: pure counting on a clock of the test's own."""

import asyncio
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.ask.request import Message, Reply, Request, Usage
from llmextract.errors import EndpointError, Failure, MisdirectedError, SettingsError
from llmextract.run.limits import Bucket, Budget, Limits, Price, estimate

REQUEST = Request((Message("user", "x" * 396),), {}, "event", max_tokens=100)  # 100 + 100 tokens
PRICE = Price(prompt=2.0, completion=8.0, cached=0.5)


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def run(limits: Limits, clock: Clock, calls: int, usage: Usage | None = None) -> float:
    """Seconds until so many calls have left, one after the other."""
    begin = clock.now
    for _ in range(calls):
        while (delay := limits.enter(REQUEST)) > 0:
            clock.now += delay
        limits.leave(REQUEST, Reply("", usage=usage or Usage(100, 100)))
    return clock.now - begin


def test_without_limits_nothing_waits() -> None:
    clock = Clock()
    assert run(Limits(clock=clock), clock, 1000) == 0


def test_requests_leave_at_their_rate() -> None:
    clock = Clock()
    assert run(Limits(requests=60, clock=clock), clock, 66) == pytest.approx(60, abs=0.01)


def test_tokens_leave_at_their_rate() -> None:
    clock = Clock()
    assert run(Limits(tokens=12_000, clock=clock), clock, 66) == pytest.approx(60, abs=0.01)


def test_the_slower_of_two_rates_counts() -> None:
    clock = Clock()
    limits = Limits(requests=600, tokens=12_000, clock=clock)
    assert run(limits, clock, 66) == pytest.approx(60, abs=0.01)


def test_a_call_larger_than_the_bucket_still_leaves() -> None:
    clock = Clock()
    limits = Limits(tokens=60, clock=clock)
    assert run(limits, clock, 1) == 0
    assert run(limits, clock, 1) == pytest.approx(200, abs=0.01), "and the next one pays for it"


def test_a_call_that_waits_for_its_rate_is_kept_back_once_the_run_is_stopped() -> None:
    limits = Limits(requests=10)
    assert limits.enter(REQUEST) == 0
    delay = limits.enter(REQUEST)
    limits.drain()
    with pytest.raises(EndpointError, match="stopped while this article waited") as caught:
        asyncio.run(limits.sleep(delay))
    assert (caught.value.kind, caught.value.attempts) == (Failure.DEFERRED, 0)


def test_tokens_that_were_not_used_are_given_back() -> None:
    clock = Clock()
    limits = Limits(tokens=12_000, clock=clock)
    assert run(limits, clock, 66, Usage(50, 50)) < 30


@given(st.lists(st.tuples(st.floats(0, 30), st.integers(1, 50)), max_size=60))
def test_no_minute_holds_more_than_the_rate_and_its_burst(steps: list[tuple[float, int]]) -> None:
    clock = Clock()
    bucket = Bucket(300, clock=clock)
    left: list[tuple[float, int]] = []
    for pause, amount in steps:
        clock.now += pause
        if bucket.delay(amount) == 0:
            bucket.take(amount)
            left.append((clock.now, amount))
    for start, _ in left:
        inside = sum(amount for at, amount in left if start <= at < start + 60)
        assert inside <= 300 * 1.1 + 50


def test_what_one_worker_is_told_all_wait() -> None:
    random.seed(1)
    clock = Clock()
    limits = Limits(clock=clock)
    assert limits.enter(REQUEST) == 0
    told = EndpointError("slow down", kind=Failure.DEFERRED)
    told.retry_after = 10.0
    limits.leave(REQUEST, told)
    delays = {limits.enter(REQUEST) for _ in range(20)}
    assert all(10.0 <= delay <= 11.0 for delay in delays)
    assert len(delays) > 1, "spread, or all would call at once"
    clock.now += 10.0
    assert limits.enter(REQUEST) == 0


def test_a_shorter_wait_does_not_end_a_longer_one() -> None:
    clock = Clock()
    limits = Limits(clock=clock)
    for seconds in (30.0, 1.0):
        told = EndpointError("slow down", kind=Failure.DEFERRED)
        told.retry_after = seconds
        _fail(limits, told)
    clock.now += 29.0
    assert limits.enter(REQUEST) > 0


def _fail(limits: Limits, error: EndpointError) -> None:
    limits.budget.reserve(estimate(REQUEST))
    limits.leave(REQUEST, error)


def test_more_than_patience_bears_is_deferred() -> None:
    limits = Limits(clock=Clock())
    told = EndpointError("slow down", kind=Failure.DEFERRED)
    told.retry_after = 61.0
    _fail(limits, told)
    with pytest.raises(EndpointError, match="61 more seconds") as caught:
        limits.enter(REQUEST)
    assert (caught.value.kind, caught.value.attempts) == (Failure.DEFERRED, 0)


@pytest.mark.parametrize(
    ("kind", "opens"), [(kind, kind in {Failure.BAD_KEY, Failure.SPENT_QUOTA}) for kind in Failure]
)
def test_only_what_strikes_all_opens_the_circuit(kind: Failure, opens: bool) -> None:
    limits = Limits()
    _fail(limits, EndpointError("HTTP 401: no", kind=kind))
    assert limits.circuit.is_open is opens
    if opens:
        with pytest.raises(EndpointError, match="HTTP 401") as caught:
            limits.enter(REQUEST)
        assert (caught.value.kind, caught.value.attempts) == (kind, 0)
    else:
        assert limits.enter(REQUEST) == 0


@pytest.mark.parametrize(
    ("calls", "seconds", "answered_at", "opens"),
    [
        pytest.param(20, 40, None, True, id="gone"),
        pytest.param(20, 20, None, False, id="not-for-long"),
        pytest.param(19, 60, None, False, id="few-calls"),
        pytest.param(38, 60, 19, False, id="answered-between"),
    ],
)
def test_an_endpoint_that_nobody_reaches_for_long_opens_the_circuit(
    calls: int, seconds: float, answered_at: int | None, opens: bool
) -> None:
    clock = Clock()
    limits = Limits(clock=clock)
    for number in range(calls):
        if number == answered_at:
            limits.enter(REQUEST)
            limits.leave(REQUEST, Reply(""))
        _fail(limits, EndpointError("nobody listens", kind=Failure.UNREACHABLE))
        clock.now += seconds / (calls - 1)
    assert limits.circuit.is_open is opens
    if opens:
        with pytest.raises(MisdirectedError, match="nobody has answered for 40 seconds") as caught:
            limits.enter(REQUEST)
        assert (caught.value.kind, caught.value.attempts) == (Failure.UNREACHABLE, 0)


def test_a_price_tells_cached_tokens_apart() -> None:
    usage = Usage(prompt_tokens=1_000_000, completion_tokens=500_000, cached_tokens=400_000)
    assert PRICE.cost(usage) == pytest.approx(0.6 * 2.0 + 0.4 * 0.5 + 0.5 * 8.0)
    assert replace(PRICE, cached=None).cost(usage) == pytest.approx(2.0 + 4.0)


def test_a_budget_in_tokens_lets_no_call_go_that_no_longer_fits() -> None:
    clock = Clock()
    limits = Limits(budget_tokens=1000, clock=clock)
    run(limits, clock, 5)
    with pytest.raises(EndpointError, match="budget has no room") as caught:
        limits.enter(REQUEST)
    assert caught.value.kind is Failure.SPENT_QUOTA
    assert limits.budget.spent_tokens == 1000


def test_calls_side_by_side_stay_inside_the_budget() -> None:
    limits = Limits(budget_tokens=1000)
    for _ in range(5):
        assert limits.enter(REQUEST) == 0
    assert limits.enter(REQUEST) > 0, "what is set aside is waited for"
    limits.leave(REQUEST, None)
    assert limits.enter(REQUEST) == 0


def test_a_budget_is_spent_when_what_was_used_leaves_no_room() -> None:
    limits = Limits(budget_tokens=500)
    for _ in range(2):
        assert limits.enter(REQUEST) == 0
    assert limits.enter(REQUEST) > 0
    for _ in range(2):
        limits.leave(REQUEST, Reply("", usage=Usage(90, 70)))
    said = "320 of 500 tokens are spent, this call may take 200.*raise it"
    with pytest.raises(EndpointError, match=said):
        limits.enter(REQUEST)


def test_money_set_aside_and_given_back_holds_up_no_call() -> None:
    """A tenth and two tenths given back leave a crumb; no call waits for what nobody holds."""
    budget = Budget(money=0.001, price=Price(prompt=1.0, completion=1.0))
    calls = Usage(100_000, 0), Usage(200_000, 0)
    for guess in calls:
        budget.reserve(guess)
    assert not budget.has_room(Usage(1_000, 0))
    for guess in calls:
        budget.settle(guess, None)
    assert budget.reserved_money > 0
    assert budget.has_room(Usage(1_000, 0))


def test_a_budget_in_money_counts_by_the_models_price() -> None:
    clock = Clock()
    limits = Limits(model="m", budget=0.0025, prices={"m": PRICE}, clock=clock)
    run(limits, clock, 2)
    assert limits.budget.spent_money == pytest.approx(0.002)
    with pytest.raises(EndpointError, match="budget"):
        limits.enter(REQUEST)


def test_usage_that_nobody_told_counts_as_estimated() -> None:
    clock = Clock()
    limits = Limits(budget_tokens=1000, clock=clock)
    run(limits, clock, 1, Usage(None, None))
    assert limits.budget.spent_tokens == 200


def test_a_call_that_failed_costs_nothing() -> None:
    limits = Limits(budget_tokens=1000)
    _fail(limits, EndpointError("gone", kind=Failure.UNREACHABLE))
    assert (limits.budget.spent_tokens, limits.budget.reserved_tokens) == (0, 0)


def test_a_budget_in_money_needs_a_price() -> None:
    with pytest.raises(SettingsError, match="price"):
        Limits(model="m", budget=1.0)
    with pytest.raises(SettingsError, match="price"):
        Budget(money=1.0)


@pytest.mark.parametrize("rate", [0, -1])
def test_a_rate_that_lets_nothing_leave_is_refused(rate: float) -> None:
    with pytest.raises(SettingsError, match="no call leave"):
        Limits(requests=rate)
