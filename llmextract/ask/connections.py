"""Connections to one endpoint, kept open: HTTP/1.1 over asyncio, one wait a call.

The SDK's own pool looks at every connection twice a call and reads in layers: with ten records an
article that took as long as judging them. Here h11 reads the protocol, and a call waits once.
"""

import asyncio
import ssl
import time
from typing import cast

import h11
import httpx2

# Seconds after which an idle connection is not trusted any more: servers and middleboxes drop them.
_IDLE = 5.0
_LARGEST_HEAD = 100 * 1024
# Seconds to reach anybody at all: time for three more tries of the system, where the first is lost.
CONNECT = 10.0


class TooLargeError(ValueError):
    """A body above what a caller takes; reading it was given up."""


class Connection(asyncio.Protocol):
    """One connection, which carries one call after the other."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LARGEST_HEAD)
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[httpx2.Response] | None = None
        self._head: h11.Response | None = None
        self._body = bytearray()
        self.idle_since = 0.0
        self.lost = asyncio.get_running_loop().create_future()
        """Done when the connection is gone, whoever ended it."""

    async def exchange(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and read its response, still encoded; raises errors of httpx2."""
        answer: asyncio.Future[httpx2.Response] = asyncio.get_running_loop().create_future()
        self._answer = answer
        try:
            self._send(request)
            response = await answer
        finally:
            self._answer = None
            self._head, self._body = None, bytearray()
            if self._is_between:
                self._state.start_next_cycle()
                self.idle_since = time.monotonic()
            else:
                self.abort()
        response.request = request
        return response

    @property
    def is_idle(self) -> bool:
        """Whether it is open, and nothing is on the way."""
        return self._transport is not None and self._state.our_state is h11.IDLE

    def abort(self) -> None:
        """Close without waiting for what is on the way."""
        if self._transport is not None:
            self._transport.abort()
            self._transport = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Read what came; bytes that nobody asked for end the connection."""
        if self._answer is None or self._answer.done():
            self.abort()
            return
        try:
            self._state.receive_data(data)
            while self._take(self._state.next_event()):
                pass
        except h11.RemoteProtocolError as error:
            self._fail(httpx2.RemoteProtocolError(str(error)))
        except TooLargeError as error:
            self._fail(error)

    def eof_received(self) -> None:
        """Read the end: it ends a body without a length, and cuts every other short."""
        self.data_received(b"")
        self.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits; nobody can ask any more."""
        self._transport = None
        said = str(exc or "the server closed the connection")
        self._fail(httpx2.ReadError(said))
        self.lost.set_result(None)

    @property
    def _is_between(self) -> bool:
        """Whether a call has ended as the protocol wants it, and no byte came behind it."""
        state = self._state
        return state.our_state is state.their_state is h11.DONE and not state.trailing_data[0]

    def _send(self, request: httpx2.Request) -> None:
        if self._transport is None:
            raise httpx2.WriteError("the server closed the connection")
        try:
            head = h11.Request(
                method=request.method, target=request.url.raw_path, headers=request.headers.raw
            )
            parts = (head, h11.Data(data=request.content), h11.EndOfMessage())
            written = b"".join(self._state.send(part) or b"" for part in parts)
        except h11.LocalProtocolError as error:
            raise httpx2.LocalProtocolError(str(error)) from error
        self._transport.write(written)

    def _take(self, event: "h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]") -> bool:
        """Take one event of the protocol; whether another may follow."""
        match event:
            case h11.Response():
                self._head = event
            case h11.Data():
                self._body += event.data
                if len(self._body) > self._largest:
                    raise TooLargeError(f"a body of more than {self._largest >> 20} MiB")
            case h11.EndOfMessage():
                self._end()
                return False
            case h11.InformationalResponse():
                pass
            case h11.ConnectionClosed():
                raise h11.RemoteProtocolError("the server closed the connection")
            case _:
                return False
        return True

    def _end(self) -> None:
        assert self._head is not None
        assert self._answer is not None
        self._answer.set_result(
            httpx2.Response(
                self._head.status_code,
                headers=self._head.headers.raw_items(),
                stream=httpx2.ByteStream(bytes(self._body)),
                extensions={"reason_phrase": bytes(self._head.reason)},
            )
        )

    def _fail(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)


class Connections:
    """As many connections to an endpoint as there are calls at once; the last one left is taken."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._idle: list[Connection] = []
        self._open: set[Connection] = set()
        self._secure: ssl.SSLContext | None = None

    async def exchange(self, request: httpx2.Request, *, seconds: float) -> httpx2.Response:
        """Send over a connection that is free, or a new one, and read the response in `seconds`.

        Raises errors of httpx2.
        """
        end = asyncio.get_running_loop().time() + seconds
        connection = self._free() or await self._connect(request, min(seconds, CONNECT))
        try:
            async with asyncio.timeout_at(end):
                return await connection.exchange(request)
        except TimeoutError:
            raise httpx2.ReadTimeout("the deadline of the call", request=request) from None
        finally:
            if connection.is_idle:
                self._idle.append(connection)

    async def aclose(self) -> None:
        """Close all connections, and see them closed."""
        self._idle.clear()
        for connection in self._open:
            connection.abort()
        await asyncio.gather(*(connection.lost for connection in self._open))

    def _free(self) -> Connection | None:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_idle and time.monotonic() - connection.idle_since < _IDLE:
                return connection
            connection.abort()
        return None

    async def _connect(self, request: httpx2.Request, seconds: float) -> Connection:
        url = request.url
        host = url.raw_host.decode("ascii")
        secure = url.scheme == "https"
        if secure and self._secure is None:
            self._secure = httpx2.create_ssl_context()
        try:
            async with asyncio.timeout(seconds):
                _, connection = await asyncio.get_running_loop().create_connection(
                    lambda: Connection(self._largest),
                    host,
                    url.port or (443 if secure else 80),
                    ssl=self._secure if secure else None,
                    server_hostname=request.extensions.get("sni_hostname", host)
                    if secure
                    else None,
                )
        except TimeoutError as error:
            said = f"no connection within {seconds:g} seconds"
            raise httpx2.ConnectTimeout(said, request=request) from error
        except (OSError, UnicodeError) as error:
            raise httpx2.ConnectError(str(error), request=request) from error
        self._open.add(connection)
        connection.lost.add_done_callback(lambda _: self._open.discard(connection))
        return connection
