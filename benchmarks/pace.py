"""How fast an endpoint answers, and how many calls it is given at once."""

from dataclasses import dataclass
from heapq import heapreplace


@dataclass(frozen=True, slots=True)
class Pace:
    """How many calls are in flight, and how long the endpoint takes for one."""

    concurrency: int
    delay: float = 0.0
    slow_share: float = 0.0
    slow_delay: float = 0.0

    def ideal(self, count: int) -> float:
        """Articles a second if clients took no time: each call leaves when another has returned."""
        if not self.delay:
            return float("inf")
        free = [0.0] * self.concurrency
        for number in range(count):
            heapreplace(free, free[0] + self.delay_of(number))
        return count / max(free)

    def delay_of(self, number: int) -> float:
        """The same articles are slow for every client, in no order that one could profit from."""
        is_slow = number * 2654435761 % 2**32 < self.slow_share * 2**32
        return self.slow_delay if is_slow else self.delay
