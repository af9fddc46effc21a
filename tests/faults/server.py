"""A server that misbehaves on purpose, byte by byte: raw sockets, for no library sends bad HTTP."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import struct
import threading
import time
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

GOOD = '{"records": [{"sentences": [1]}]}'
Fault = Callable[[asyncio.StreamWriter], Awaitable[None]]


def completion(text: object, *, usage: bool = True, **choice: object) -> bytes:
    """The body of a chat completion."""
    message = {"role": "assistant", "content": text, "refusal": choice.pop("refusal", None)}
    body: dict[str, object] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "fake",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message, **choice}],
    }
    if usage:
        body["usage"] = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
    return json.dumps(body).encode()


def head(status: int, length: int | None, **headers: str) -> bytes:
    """A status line and headers; an underscore in a name stands for a hyphen."""
    lines = {"content-type": "application/json", "connection": "close"}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    if length is not None:
        lines["content-length"] = str(length)
    text = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} Whatever\r\n{text}\r\n".encode("latin-1")


def says(status: int, body: bytes = b"", **headers: str) -> Fault:
    """A whole answer, with the right length."""
    return sends(head(status, len(body), **headers) + body)


def sends(raw: bytes) -> Fault:
    """These bytes, whatever they are, and then the end of the connection."""

    async def act(line: asyncio.StreamWriter) -> None:
        line.write(raw)
        await line.drain()

    return act


def resets(raw: bytes = b"") -> Fault:
    """These bytes, and then a reset instead of an orderly end."""

    async def act(line: asyncio.StreamWriter) -> None:
        line.write(raw)
        await line.drain()
        await asyncio.sleep(0.02)
        plug: socket.socket = line.get_extra_info("socket")
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.transport.abort()

    return act


def hangs(raw: bytes = b"") -> Fault:
    """These bytes, and then nothing, for ever."""
    return trickles(raw, every=3600.0)


def trickles(raw: bytes, *, drop: bytes = b" ", every: float = 0.02) -> Fault:
    """These bytes, and then one drop after the other, for ever."""

    async def act(line: asyncio.StreamWriter) -> None:
        line.write(raw)
        while not line.transport.is_closing():
            await line.drain()
            await asyncio.sleep(every)
            line.write(drop)

    return act


def floods(megabytes: int) -> Fault:
    """A body of so many megabytes, whose end is a good reply."""

    async def act(line: asyncio.StreamWriter) -> None:
        body = completion(GOOD)
        line.write(head(200, (megabytes << 20) + len(body)))
        for _ in range(megabytes):
            line.write(b" " * (1 << 20))
            await line.drain()
        line.write(body)

    return act


def bomb(megabytes: int) -> bytes:
    """A small body that unpacks to so many megabytes of white space and a good reply."""
    packer = zlib.compressobj(level=1, wbits=zlib.MAX_WBITS | 16)
    pieces = [packer.compress(b" " * (1 << 20)) for _ in range(megabytes)]
    return b"".join([*pieces, packer.compress(completion(GOOD)), packer.flush()])


async def body_of(reader: asyncio.StreamReader) -> str:
    """The body of the next request."""
    top = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = re.search(r"content-length: *([0-9]+)", top)
    return (await reader.readexactly(int(length[1]) if length else 0)).decode()


@dataclass
class Seen:
    """One request as it came."""

    at: float
    body: str


class Background:
    """A server on an event loop of its own, in a thread beside the test."""

    url: str

    async def _serve(self, reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        raise NotImplementedError

    async def _run(self) -> None:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        self._ready.set()
        await self._over.wait()
        server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def __enter__(self) -> Self:
        self._ready = threading.Event()
        self._over = asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._run(),))
        self._thread.start()
        assert self._ready.wait(5)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(5)
        self._loop.run_until_complete(asyncio.sleep(0.01))
        self._loop.close()


@dataclass
class FaultServer(Background):
    """Answers requests that hold `struck` from a list of faults, then repeats the last of them.

    All others get a good reply at once, so that a test can tell that they go on.
    """

    struck: str = "STRUCK"
    faults: list[Fault] = field(default_factory=list[Fault])
    seen: list[Seen] = field(default_factory=list[Seen])
    url: str = ""

    def does(self, *faults: Fault) -> None:
        """Answer the next struck requests so."""
        self.faults.extend(faults)

    @property
    def strikes(self) -> list[Seen]:
        """The struck requests, in order."""
        return [seen for seen in self.seen if self.struck in seen.body]

    async def _serve(self, reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        try:
            body = await body_of(reader)
            self.seen.append(Seen(time.monotonic(), body))
            await self._fault(body)(line)
        except (OSError, asyncio.IncompleteReadError):
            return  # the client went away, as it may
        finally:
            line.close()

    def _fault(self, body: str) -> Fault:
        if self.struck not in body:
            return says(200, completion(GOOD))
        return self.faults.pop(0) if self.faults[1:] else self.faults[0]
