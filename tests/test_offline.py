"""The suite cannot reach the network by accident: the guard in conftest.py works."""

import asyncio
import socket

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.com"])
def test_connecting_beyond_this_machine_is_stopped(host: str, reached: list[str]) -> None:
    with pytest.raises(RuntimeError, match=host):
        socket.create_connection((host, 443), timeout=1)
    assert reached.pop().endswith(host)


def test_an_event_loop_is_stopped_too(reached: list[str]) -> None:
    with pytest.raises(RuntimeError, match=r"192\.0\.2\.1"):
        asyncio.run(asyncio.open_connection("192.0.2.1", 443))
    assert reached.pop()


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_an_invalid_name_does_not_resolve() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("model.invalid", 443)
