"""One flight for identical calls, whichever threads and tasks make them and however they end."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from llmextract.ask.request import Model, Reply, Request
from llmextract.errors import EndpointError, Failure
from llmextract.run.cache import Cached
from tests.run.caching import reply, request

Make = Callable[..., tuple[Cached, "Slow"]]


class Slow:
    """A model that answers when it is told to; `ends` are what its calls end with, in order."""

    name = "slow"

    def __init__(self, *ends: Reply | BaseException) -> None:
        self.called = threading.Semaphore(0)
        self.calls = 0
        self.go = threading.Event()
        self._ends = iter(ends or [reply()] * 99)

    def _end(self) -> Reply:
        end = next(self._ends)
        if isinstance(end, Reply):
            return end
        raise end

    def send(self, request: Request) -> Reply:
        del request
        self.calls += 1
        self.called.release()
        assert self.go.wait(10)
        return self._end()

    async def asend(self, request: Request) -> Reply:
        del request
        self.calls += 1
        self.called.release()
        while not self.go.is_set():
            await asyncio.sleep(0.001)
        return self._end()

    def close(self) -> None: ...

    async def aclose(self) -> None: ...


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Make]:
    made: list[Cached] = []

    def make(*ends: Reply | BaseException) -> tuple[Cached, Slow]:
        model: Model = (kept := Slow(*ends))
        made.append(Cached(model, tmp_path, settings_digest="s"))
        return made[-1], kept

    yield make
    for cache in made:
        cache.close()


def failure_of(cache: Cached) -> EndpointError:
    with pytest.raises(EndpointError) as raised:
        cache.send(request())
    return raised.value


SETTLE = 0.05


def test_threads_that_ask_the_same_make_one_call(slow: Make) -> None:
    cache, model = slow()
    with ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(cache.send, request()) for _ in range(8)]
        model.called.acquire()
        time.sleep(SETTLE)
        model.go.set()
        replies = [call.result() for call in calls]
    assert model.calls == 1
    assert sorted(each.attempts for each in replies) == [0] * 7 + [1]


def test_tasks_that_ask_the_same_make_one_call(slow: Make) -> None:
    cache, model = slow()

    async def main() -> list[Reply]:
        calls = [asyncio.create_task(cache.asend(request())) for _ in range(8)]
        await asyncio.sleep(SETTLE)
        model.go.set()
        return await asyncio.gather(*calls)

    replies = asyncio.run(main())
    assert model.calls == 1
    assert sorted(each.attempts for each in replies) == [0] * 7 + [1]


@pytest.mark.parametrize("first", ["thread", "task"])
def test_threads_and_tasks_share_one_call(slow: Make, first: str) -> None:
    cache, model = slow()

    async def main() -> list[Reply]:
        def start(kind: str) -> asyncio.Task[Reply]:
            if kind == "task":
                return asyncio.create_task(cache.asend(request()))
            return asyncio.create_task(asyncio.to_thread(cache.send, request()))

        leader = start(first)
        await asyncio.to_thread(model.called.acquire)
        others = [start("thread"), start("task")]
        await asyncio.sleep(SETTLE)
        model.go.set()
        return await asyncio.gather(leader, *others)

    assert [each.attempts for each in asyncio.run(main())] == [1, 0, 0]
    assert model.calls == 1


def test_different_requests_do_not_wait_for_each_other(slow: Make) -> None:
    cache, model = slow()
    with ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(cache.send, request(str(n))) for n in range(8)]
        for _ in calls:
            assert model.called.acquire(timeout=5)
        model.go.set()
        assert [call.result().attempts for call in calls] == [1] * 8


def test_a_failure_is_shared_and_raised_by_each_for_itself(slow: Make) -> None:
    failure = EndpointError("busy", kind=Failure.DEFERRED, attempts=3, reply="later")
    failure.retry_after = 600.0
    cache, model = slow(failure)
    with ThreadPoolExecutor(4) as pool:
        calls = [pool.submit(failure_of, cache) for _ in range(4)]
        model.called.acquire()
        time.sleep(SETTLE)
        model.go.set()
        ends = [call.result() for call in calls]
    assert model.calls == 1
    assert len({id(end) for end in ends}) == 4
    assert sorted(end.attempts for end in ends) == [0, 0, 0, 3]
    facts = {(str(end), end.kind, end.reply, end.retry_after) for end in ends}
    assert facts == {("busy", Failure.DEFERRED, "later", 600.0)}


def test_a_cancelled_leader_leaves_the_call_to_the_next(slow: Make) -> None:
    cache, model = slow()

    async def main() -> list[Any]:
        calls = [asyncio.create_task(cache.asend(request())) for _ in range(5)]
        await asyncio.to_thread(model.called.acquire)
        calls[0].cancel()
        await asyncio.to_thread(model.called.acquire)
        model.go.set()
        return await asyncio.gather(*calls, return_exceptions=True)

    leader, *others = asyncio.run(main())
    assert isinstance(leader, asyncio.CancelledError)
    assert sorted(each.attempts for each in others) == [0, 0, 0, 1]
    assert model.calls == 2


def test_a_cancelled_follower_takes_nobody_along(slow: Make) -> None:
    cache, model = slow()

    async def main() -> list[Any]:
        calls = [asyncio.create_task(cache.asend(request())) for _ in range(4)]
        await asyncio.to_thread(model.called.acquire)
        calls[1].cancel()
        await asyncio.sleep(SETTLE)
        model.go.set()
        return await asyncio.gather(*calls, return_exceptions=True)

    leader, cancelled, *others = asyncio.run(main())
    assert isinstance(cancelled, asyncio.CancelledError)
    assert [each.attempts for each in (leader, *others)] == [1, 0, 0]
    assert model.calls == 1


def test_a_fault_of_the_leaders_own_is_not_shared(slow: Make) -> None:
    cache, model = slow(KeyboardInterrupt(), reply())
    with ThreadPoolExecutor(2) as pool:
        leader = pool.submit(cache.send, request())
        model.called.acquire()
        follower = pool.submit(cache.send, request())
        time.sleep(SETTLE)
        model.go.set()
        assert follower.result(5).attempts == 1
        with pytest.raises(KeyboardInterrupt):
            leader.result(5)


def test_a_leader_whose_loop_stands_still_is_not_waited_for(slow: Make) -> None:
    cache, model = slow()
    loop = asyncio.new_event_loop()
    leader = loop.create_task(cache.asend(request()))
    loop.run_until_complete(asyncio.to_thread(model.called.acquire))
    assert model.calls == 1
    model.go.set()
    assert cache.send(request()).attempts == 1
    assert loop.run_until_complete(leader).attempts == 1
    loop.close()


def test_a_blocking_call_inside_a_task_does_not_wait_for_its_own_loop(slow: Make) -> None:
    cache, model = slow()

    async def main() -> list[Reply]:
        task = asyncio.create_task(cache.asend(request()))
        await asyncio.to_thread(model.called.acquire)
        model.go.set()
        return [cache.send(request()), await task]

    assert [each.attempts for each in asyncio.run(main())] == [1, 1]
