"""The way to an endpoint; the only module that knows openai and instructor.

The instructor client carries the call, without a response model: its own modes would add words to
the prompt, and re-ask after refusals. The body is read by `completion`, not by the SDK, which
validates nothing. Retries have one owner, `retry`; the SDK's own are switched off.
"""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import httpx2
import instructor
import openai
from pydantic import SecretStr

from llmextract.ask.address import password_of, proxy_of, without_user
from llmextract.ask.blocking import in_thread, run_blocking
from llmextract.ask.body import Body
from llmextract.ask.completion import read
from llmextract.ask.connections import TooLargeError
from llmextract.ask.failures import codes_of, of_status, said_in
from llmextract.ask.guard import BlockingGuarded, Direct, Guarded
from llmextract.ask.recorded import of_cassette
from llmextract.ask.redaction import Redaction
from llmextract.ask.request import Reply, Request
from llmextract.ask.retry import PATIENCE, Cooldown, Pace, Sleep, Waking, trying
from llmextract.errors import EndpointError, Failure, Paid, SettingsError
from llmextract.settings import Settings

Client = openai.OpenAI | openai.AsyncOpenAI
# Gives the whole body of one completion.
_Ask = Callable[[Request], Awaitable[bytes]]

# The SDK insists on a key; a server on the user's own machine often needs none.
_NO_KEY = "none"
_PATH = "/chat/completions"
# Bytes of a body above which it is read beside the event loop.
_LARGE = 1 << 17
# Said here, or the SDK would look for it in the environment, and take an empty address for one.
_OPENAI = "https://api.openai.com/v1"
# Instructor then adds no word of its own, and asks once.
_AS_IT_IS = {"response_model": None, "max_retries": 0}
# Where to, in vain: a failure of the line before any request was sent.
_UNREACHED = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError)


class Endpoint:
    """An OpenAI-compatible endpoint, reached by the user's own client or one made from settings.

    `pace` says when calls may leave; without one, all calls of this endpoint wait when one of them
    is told to. `sleep` waits in its stead, so that tests need not.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        client: Client | None = None,
        name: str | None = None,
        pace: Pace | None = None,
        sleep: Sleep | None = None,
    ) -> None:
        self._settings = settings
        self._given = client
        self._name = name or settings.model
        self._pace = pace or Cooldown()
        own = self._pace.sleep if isinstance(self._pace, Waking) else asyncio.sleep
        self._sleep = sleep or own
        key = client.api_key if client else settings.api_key
        self._key = key.get_secret_value() if isinstance(key, SecretStr) else key or ""
        self._redaction = Redaction((self._key, password_of(settings.base_url or "")))
        self._seconds = _total(client.timeout, settings) if client else settings.timeout
        # A pool of connections belongs to one event loop.
        self._clients: dict[asyncio.AbstractEventLoop, tuple[Client, _Ask]] = {}
        self._body = Body(settings, self._name)

    @property
    def name(self) -> str:
        """The model's name, as the endpoint knows it."""
        return self._name

    def send(self, request: Request) -> Reply:
        """Answer one request, trying again on faults that pass; raises `EndpointError`."""
        if isinstance(self._given, openai.AsyncOpenAI):
            raise SettingsError(
                "client: it is asynchronous; await aextract, or give an openai.OpenAI client"
            )
        return run_blocking(self.asend(request))

    async def asend(self, request: Request) -> Reply:
        """Answer one request without blocking the event loop; raises `EndpointError`."""
        calls = 0
        paid: list[Paid] = []

        async def once() -> Reply:
            nonlocal calls
            while (seconds := self._pace.enter(request)) > 0:
                await self._sleep(seconds)
            calls += 1
            try:
                return await self._call(request, calls)
            except EndpointError as error:
                paid.extend(error.paid)
                raise

        try:
            reply = await trying(once, self._settings.tries, sleep=self._sleep)
        except EndpointError as error:
            error.attempts, error.paid = calls, tuple(paid)
            if error.kind is Failure.TRANSIENT and (error.retry_after or 0) > PATIENCE:
                error.kind = Failure.DEFERRED
            raise
        return replace(reply, paid=tuple(paid)) if paid else reply

    async def _call(self, request: Request, attempts: int) -> Reply:
        """One call, from leave to return; whatever ends it, the pace is told."""
        ended: Reply | EndpointError | None = None
        try:
            _refuse_unsendable(self._key)
            with _translated(self._settings, self._seconds, self._redaction):
                body = await self._ask_of_this_loop()(request)
                reading = partial(self._read, body, attempts)
                ended = await in_thread(reading) if len(body) > _LARGE else reading()
                return ended
        except EndpointError as error:
            ended = error
            raise
        finally:
            self._pace.leave(request, ended)

    def _read(self, body: bytes, attempts: int) -> Reply:
        reply = read(self._redaction.of(body))
        reply = replace(
            reply,
            text=reply.text and self._redaction.of(reply.text),
            refusal=reply.refusal and self._redaction.of(reply.refusal),
            attempts=attempts,
        )
        _ = reply.parsed  # kept with it, for whoever asks on the event loop
        return reply

    def _ask_of_this_loop(self) -> _Ask:
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            for closed in [known for known in self._clients if known.is_closed()]:
                self._clients.pop(closed, None)
            self._clients[loop] = self._own() if self._given is None else self._users(self._given)
        return self._clients[loop][1]

    def _own(self) -> tuple[Client, _Ask]:
        client = openai.AsyncOpenAI(
            base_url=self._settings.base_url or _OPENAI,
            api_key=self._key or _NO_KEY,
            timeout=self._seconds,
            max_retries=0,
            http_client=Direct(seconds=self._seconds),
        )

        url = str(client.base_url).rstrip("/") + _PATH

        # The SDK's `create` walks through all it sends by its types, which costs more than a call.
        async def post(content: bytes) -> httpx2.Response:
            return await client.post(url, cast_to=httpx2.Response, content=content)

        create = _patched(post)

        async def ask(request: Request) -> bytes:
            content = self._body.encoded(request)
            response: httpx2.Response = await create(content=content, **_AS_IT_IS)
            return response.content

        return client, ask

    def _users(self, given: Client) -> tuple[Client, _Ask]:
        """The user's client, behind the guard, which keeps all that the client brings."""
        # The SDK has no public name for the client it sends through.
        inner: object = getattr(given, "_client", None)
        guard: dict[str, Any] = {}
        if isinstance(inner, httpx2.AsyncClient):
            guard["http_client"] = Guarded(inner, seconds=self._seconds)
        elif isinstance(inner, httpx2.Client):
            guard["http_client"] = BlockingGuarded(inner, seconds=self._seconds)
        client = given.with_options(max_retries=0, **guard)
        create = _patched(client.chat.completions.with_raw_response.create)

        async def ask(request: Request) -> bytes:
            # What stands in `extra_body` is sent as it is.
            asked: dict[str, Any] = {
                "model": request.model or self._name,
                "messages": [],
                "extra_body": self._body.fields(request),
                **_AS_IT_IS,
            }
            if isinstance(client, openai.AsyncOpenAI):
                return (await create(**asked)).content  # type: ignore[no-any-return]
            # A blocking client answers in threads beside the event loop.
            return await in_thread(lambda: create(**asked).content, seconds=self._seconds)

        return client, ask

    async def aclose(self) -> None:
        """Close the connections made on this event loop; the user's own client stays open."""
        client, _ = self._clients.pop(asyncio.get_running_loop(), (None, None))
        if isinstance(client, openai.AsyncOpenAI) and self._given is None:
            await client.close()

    def close(self) -> None:
        """Close the connections of blocking calls; the user's own client stays open."""
        if self._clients:
            run_blocking(self.aclose())


def _total(timeout: object, settings: Settings) -> float:
    """The deadline of a call over the user's client: what they set per read is meant in all."""
    seconds = timeout.read if isinstance(timeout, httpx2.Timeout) else timeout
    return float(seconds) if isinstance(seconds, int | float) else settings.timeout


def _patched(create: Any) -> Any:
    return instructor.patch(create=create, mode=instructor.Mode.JSON)


def _refuse_unsendable(key: str) -> None:
    """A key with the line end of its file in it would be quoted by whoever refuses it."""
    if not (key.isascii() and key.isprintable() and key == key.strip()):
        message = (
            "the key holds a line end, a space or a letter that cannot be sent; "
            "set OPENAI_API_KEY without it"
        )
        raise EndpointError(message, kind=Failure.BAD_KEY, attempts=0)


@contextmanager
def _translated(settings: Settings, seconds: float, redaction: Redaction) -> Generator[None]:
    """Whatever the SDK and its parts raise leaves as an `EndpointError` with kind and remedy."""
    try:
        yield
    except openai.APIStatusError as error:
        raise _of_status(error, redaction) from None  # theirs may repeat the key
    except (openai.APITimeoutError, TimeoutError) as error:
        if isinstance(error.__cause__, _UNREACHED):
            raise _unreachable(error, settings) from error
        message = f"no reply within {seconds:g} seconds"
        raise EndpointError(message, kind=Failure.TRANSIENT) from error
    except openai.APIConnectionError as error:
        raise _of_connection(error, settings) from error
    except (
        openai.OpenAIError,
        httpx2.HTTPError,
        httpx2.InvalidURL,
        ValueError,
        TypeError,
    ) as error:
        message = f"the endpoint cannot be asked ({type(error).__name__}); check the base URL"
        raise EndpointError(message, kind=Failure.BAD_REQUEST) from error


def _of_connection(error: openai.APIConnectionError, settings: Settings) -> EndpointError:
    cause = error.__cause__
    match cause:
        case httpx2.ConnectError() | httpx2.ProxyError():
            return _unreachable(error, settings)
        case TooLargeError() | httpx2.DecodingError():
            message = f"the endpoint's reply cannot be read ({cause}); check the base URL"
            return EndpointError(message, kind=Failure.BAD_RESPONSE)
        case httpx2.LocalProtocolError():
            # What it says repeats the header it means, and a header may hold a secret.
            message = "the endpoint cannot be asked (a header that cannot be sent); check the key"
            return EndpointError(message, kind=Failure.BAD_REQUEST)
        case httpx2.UnsupportedProtocol() | httpx2.InvalidURL():
            message = f"the endpoint cannot be asked ({cause}); check the base URL"
            return EndpointError(message, kind=Failure.BAD_REQUEST)
        case httpx2.TransportError():
            message = f"the connection broke ({type(cause).__name__}); try again later"
            return EndpointError(message, kind=Failure.TRANSIENT)
        case _:
            return of_cassette(cause) or _unreachable(error, settings)


def _unreachable(error: Exception, settings: Settings) -> EndpointError:
    where = without_user(settings.base_url or "the endpoint")
    said = error.__cause__ or error
    through = proxy_of(settings.base_url or _OPENAI)
    by = f" through the proxy {through}" if through else ""
    message = f"{where} cannot be reached{by} ({said}); check the base URL and that the server runs"
    return EndpointError(message, kind=Failure.UNREACHABLE)


def _of_status(error: openai.APIStatusError, redaction: Redaction) -> EndpointError:
    headers = error.response.headers.items()
    return of_status(
        error.status_code,
        redaction.of(said_in(error.body) or error.message),
        codes=codes_of(error.body),
        headers={name.lower(): redaction.of(value) for name, value in headers},
        reply=redaction.of(error.response.text),
    )
