"""What a batch is given by others: a fault of theirs loses nothing that was asked already."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, ParamSpec, TypeVar

A = TypeVar("A")
P = ParamSpec("P")


class Given(Generic[A]):
    """The items of an iterable up to a fault, which `check` raises when what was begun is done.

    A fault is what the iterable raises, or a function behind `guarded`; no item comes after it.
    """

    def __init__(self, items: Iterable[A]) -> None:
        self._items = iter(items)
        self._fault: Exception | None = None

    def __iter__(self) -> Iterator[A]:
        return self

    def __next__(self) -> A:
        if self._fault is None:
            try:
                return next(self._items)
            except StopIteration:
                raise
            except Exception as error:  # noqa: BLE001 (kept for `check`)
                self._fault = error
        raise StopIteration

    def guarded(self, function: Callable[P, None] | None) -> Callable[P, None] | None:
        """The function, which is called no more once it has raised."""
        if function is None:
            return None

        def call(*arguments: P.args, **named: P.kwargs) -> None:
            if self._fault is None:
                try:
                    function(*arguments, **named)
                except Exception as error:  # noqa: BLE001 (kept for `check`)
                    self._fault = error

        return call

    def check(self) -> None:
        """Raise the fault, if there was one."""
        if self._fault is not None:
            raise self._fault
