"""The server of the faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running
