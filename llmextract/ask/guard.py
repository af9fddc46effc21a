"""What stands between the SDK and the wire: a deadline, a cap and no redirects.

The SDK's timeout is per read, so a server that sends a byte a second never meets it; the SDK reads
and decodes a body whole, however large; and it follows redirects, to wherever they lead.
"""

import asyncio
import inspect
import time
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.request import getproxies

import httpx2

from llmextract.ask.connections import CONNECT, Connections, TooLargeError

# Bytes of a body, decoded. No model's reply comes near; a small compressed one may grow so large.
LARGEST_BODY = 8 * 2**20
# An error's words are read by the SDK, which loses the status where the server names an encoding
# that is none, or another one than it wrote. Bytes that are no UTF-8 are replaced.
_ENCODING = "utf-8"
# The body that is handed on is decoded and whole.
_TRANSFER = frozenset({"content-encoding", "content-length", "transfer-encoding"})


class Guarded(httpx2.AsyncClient):
    """Sends through `inner`, and gives up what takes longer than `seconds` from call to last byte.

    Everything that `inner` adds to a request (headers, proxies, hooks) is kept.
    """

    def __init__(self, inner: httpx2.AsyncClient, *, seconds: float) -> None:
        # Without a transport of its own httpx2 would read all root certificates once more.
        super().__init__(transport=httpx2.AsyncBaseTransport(), trust_env=False)
        self._inner = inner
        self._seconds = seconds

    def build_request(self, *arguments: Any, **options: Any) -> httpx2.Request:
        """Build the request as `inner` would."""
        return self._inner.build_request(*arguments, **options)

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send and read whole, or raise what the SDK knows as a timeout or a failed connection."""
        try:
            async with asyncio.timeout(self._seconds):
                response = await self._inner.send(request, **_streamed(options))
                try:
                    body = _Body()
                    async for chunk in response.aiter_bytes():
                        body.add(chunk)
                finally:
                    await response.aclose()
        except TimeoutError:
            raise httpx2.ReadTimeout("the deadline of the call", request=request) from None
        return body.of(response)

    async def aclose(self) -> None:
        """Leave `inner` open: it is the user's."""


_HOME = str(Path(httpx2.__file__).parent)
# One endpoint has one address, and parsing it costs as much as reading a reply.
_parsed = lru_cache(maxsize=16)(httpx2.URL)


def _is_replaced(method: Any) -> bool:
    """Whether a method of httpx2 stands in for its own; one that a cassette put there comes of vcr.

    Kept from the import "its own" might be a cassette's: this module loads with the first call.
    """
    return inspect.unwrap(method) is not method or not method.__code__.co_filename.startswith(_HOME)


class Direct(httpx2.AsyncClient):
    """Sends over connections of its own, under the same deadline and cap.

    The SDK's way there is taken where it has something to say: at a proxy, at a scheme that is not
    HTTP, and where the transport of httpx2 was replaced, as a cassette does.
    """

    def __init__(self, *, seconds: float) -> None:
        super().__init__(transport=httpx2.AsyncBaseTransport(), trust_env=False)
        self._seconds = seconds
        self._connections = Connections(LARGEST_BODY)
        self._usual: httpx2.AsyncClient | None = None
        self._proxied = getproxies().keys()

    def build_request(self, *arguments: Any, **options: Any) -> httpx2.Request:
        """Build a request that says what may come compressed."""
        del options["timeout"]  # the deadline is this client's own
        options["headers"] = [*options["headers"], ("Accept-Encoding", "gzip, deflate")]
        options["url"] = _parsed(options["url"])
        return httpx2.Request(*arguments, **options)

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send and read whole, or raise what the SDK knows as a timeout or a failed connection."""
        if self._is_unusual(request.url.scheme):
            return await self._guarded().send(request, **options)
        response = await self._connections.exchange(request, seconds=self._seconds)
        if "content-encoding" not in response.headers:
            response.read()
            response.encoding = _ENCODING
            return response
        body = _Body()
        for chunk in response.iter_bytes():
            body.add(chunk)
        return body.of(response)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._connections.aclose()
        if self._usual is not None:
            await self._usual.aclose()

    def _is_unusual(self, scheme: str) -> bool:
        return (
            scheme not in ("http", "https")
            or not self._proxied.isdisjoint((scheme, "all"))
            or _is_replaced(httpx2.AsyncHTTPTransport.handle_async_request)
        )

    def _guarded(self) -> Guarded:
        if self._usual is None:
            limits = httpx2.Limits(max_connections=None)
            timeout = httpx2.Timeout(None, connect=CONNECT)
            self._usual = httpx2.AsyncClient(timeout=timeout, limits=limits)
        return Guarded(self._usual, seconds=self._seconds)


class BlockingGuarded(httpx2.Client):
    """The same over a user's own blocking client.

    The deadline is looked at between chunks of the body: whoever waits for the thread keeps time.
    """

    def __init__(self, inner: httpx2.Client, *, seconds: float) -> None:
        super().__init__(transport=httpx2.BaseTransport(), trust_env=False)
        self._inner = inner
        self._seconds = seconds

    def build_request(self, *arguments: Any, **options: Any) -> httpx2.Request:
        """Build the request as `inner` would."""
        return self._inner.build_request(*arguments, **options)

    def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send and read whole, or raise what the SDK knows as a timeout or a failed connection."""
        end = time.monotonic() + self._seconds
        response = self._inner.send(request, **_streamed(options))
        try:
            body = _Body()
            for chunk in response.iter_bytes():
                body.add(chunk)
                if time.monotonic() > end:
                    raise httpx2.ReadTimeout("the deadline of the call", request=request)
        finally:
            response.close()
        return body.of(response)


def _streamed(options: dict[str, Any]) -> dict[str, Any]:
    return {**options, "stream": True, "follow_redirects": False}


class _Body:
    """The bytes of a response as they come; httpx2 decodes them in pieces of at most 1 MiB."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def add(self, chunk: bytes) -> None:
        self._bytes += chunk
        if len(self._bytes) > LARGEST_BODY:
            raise TooLargeError(f"a body of more than {LARGEST_BODY >> 20} MiB")

    def of(self, response: httpx2.Response) -> httpx2.Response:
        """The response with this body, as if it had been read by whoever asked for it."""
        headers = [
            (name, value)
            for name, value in response.headers.multi_items()
            if name.lower() not in _TRANSFER
        ]
        whole = httpx2.Response(
            response.status_code,
            headers=headers,
            content=bytes(self._bytes),
            request=response.request,
            extensions=response.extensions,
        )
        whole.encoding = _ENCODING
        return whole
