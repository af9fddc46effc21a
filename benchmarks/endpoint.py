"""An endpoint that is faster than its clients: raw asyncio, keep-alive, replies written before.

python -m benchmarks.endpoint FORM DELAY SLOW_SHARE SLOW_DELAY

Prints its base URL and serves until its stdin ends. `GET /count` says how many calls it answered.
"""

import asyncio
import sys
from dataclasses import dataclass
from typing import cast

from benchmarks.bulletins import VARIANTS, number_in, replies
from benchmarks.pace import Pace

_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


@dataclass
class Desk:
    """What is answered, and after how many seconds."""

    answers: tuple[bytes, ...]
    pace: Pace
    count: int = 0


class Line(asyncio.Protocol):
    """One connection; its requests come one after the other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head = self._buffer.find(_END)
        if head < 0:
            return
        if self._buffer.startswith(b"GET"):
            self._buffer.clear()
            self._write(_whole(str(self._desk.count).encode()))
            return
        lines = bytes(self._buffer[:head]).lower().split(b"\r\n")
        length = next(int(line[len(_LENGTH) :]) for line in lines if line.startswith(_LENGTH))
        end = head + len(_END) + length
        if len(self._buffer) < end:
            return
        number = number_in(bytes(self._buffer[head + len(_END) : end]))
        del self._buffer[:end]
        self._answer(number)

    def _answer(self, number: int) -> None:
        answer, delay = self._desk.answers[number % VARIANTS], self._desk.pace.delay_of(number)
        self._desk.count += 1
        if delay > 0:
            asyncio.get_running_loop().call_later(delay, self._write, answer)
        else:
            self._write(answer)

    def _write(self, answer: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(answer)


def _whole(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


async def serve(desk: Desk) -> None:
    """Answer until stdin ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Line(desk), "127.0.0.1", 0, backlog=1024)
    async with server:
        port: int = server.sockets[0].getsockname()[1]
        print(f"http://127.0.0.1:{port}/v1", flush=True)
        await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    form, *given = sys.argv[1:]
    delay, slow_share, slow_delay = map(float, given)
    answers = tuple(_whole(body) for body in replies(form))
    asyncio.run(serve(Desk(answers, Pace(1, delay, slow_share, slow_delay))))
