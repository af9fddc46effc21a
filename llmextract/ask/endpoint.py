"""The way to an endpoint; the only module that knows openai and instructor.

The instructor client carries the call, without a response model: its own modes would add words to
the prompt, and re-ask after refusals. Retries have one owner, tenacity; the SDK's own are switched
off.
"""

import asyncio
import random
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import httpx2
import instructor
import openai
import tenacity
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice

from llmextract.ask.request import Reply, Request, Usage
from llmextract.errors import EndpointError, Failure
from llmextract.settings import Settings

Client = openai.OpenAI | openai.AsyncOpenAI

_RETRYABLE = frozenset({Failure.UNREACHABLE, Failure.TRANSIENT})
# Seconds a server may order us to wait; a longer order defers the article instead.
LONGEST_WAIT = 60.0
# The SDK insists on a key; a server on the user's own machine often needs none.
_NO_KEY = "none"


class Endpoint:
    """An OpenAI-compatible endpoint, reached by the user's own client or one made from settings."""

    def __init__(
        self, settings: Settings, *, client: Client | None = None, name: str | None = None
    ) -> None:
        self._settings = settings
        self._given = client
        self._name = name or settings.model
        self._sync: Any = None
        self._async: tuple[asyncio.AbstractEventLoop, openai.AsyncOpenAI, Any] | None = None

    @property
    def name(self) -> str:
        """The model's name, as the endpoint knows it."""
        return self._name

    def send(self, request: Request) -> Reply:
        """Answer one request, trying again on faults that pass; raises `EndpointError`."""
        if isinstance(self._given, openai.AsyncOpenAI):
            raise EndpointError(
                "the client is asynchronous: await aextract, or give an openai.OpenAI client",
                kind=Failure.BAD_REQUEST,
            )
        if self._sync is None:
            client = self._given or openai.OpenAI(**self._connection())
            self._sync = instructor.from_openai(
                client.with_options(max_retries=0), mode=instructor.Mode.JSON
            )
        retrying = tenacity.Retrying(**_policy(self._settings.tries))
        with _counted(retrying):
            return _with_attempts(retrying(self._once, request), retrying)

    def _once(self, request: Request) -> Reply:
        with _translated(self._settings):
            return read(self._sync.create(**self._body(request)))

    async def asend(self, request: Request) -> Reply:
        """Answer one request without blocking the event loop; raises `EndpointError`."""
        if isinstance(self._given, openai.OpenAI):
            return await asyncio.to_thread(self.send, request)
        retrying = tenacity.AsyncRetrying(**_policy(self._settings.tries))
        with _counted(retrying):
            return _with_attempts(await retrying(self._aonce, request), retrying)

    async def _aonce(self, request: Request) -> Reply:
        with _translated(self._settings):
            return read(await self._client_of_this_loop().create(**self._body(request)))

    def _client_of_this_loop(self) -> Any:
        """A pool of connections belongs to one event loop; a new loop gets a new client."""
        loop = asyncio.get_running_loop()
        if self._async is None or self._async[0] is not loop:
            client = self._given if isinstance(self._given, openai.AsyncOpenAI) else None
            client = client or openai.AsyncOpenAI(**self._connection())
            patched = instructor.from_openai(
                client.with_options(max_retries=0), mode=instructor.Mode.JSON
            )
            self._async = (loop, client, patched)
        return self._async[2]

    async def aclose(self) -> None:
        """Close the connections made on this event loop; the user's own client stays open."""
        if self._async is not None and self._given is None:
            await self._async[1].close()
        self._async = None

    def close(self) -> None:
        """Close the blocking connections; the user's own client stays open."""
        if self._sync is not None and self._given is None:
            self._sync.client.close()
        self._sync = None

    def _connection(self) -> dict[str, Any]:
        key = self._settings.api_key
        return {
            "base_url": self._settings.base_url,
            "api_key": key.get_secret_value() if key else _NO_KEY,
            "timeout": self._settings.timeout,
            "max_retries": 0,
        }

    def _body(self, request: Request) -> dict[str, Any]:
        settings = self._settings
        optional = {
            "temperature": settings.temperature,
            "seed": settings.seed,
            "max_tokens": request.max_tokens,
            **_form(request, settings),
        }
        return {
            "model": self._name,
            "messages": [{"role": role, "content": content} for role, content in request.messages],
            **{name: value for name, value in optional.items() if value is not None},
            "response_model": None,
            "max_retries": 0,
        }


def _form(request: Request, settings: Settings) -> dict[str, Any]:
    """What holds the reply to its form: with both, llama.cpp lets the schema win without a word."""
    if request.grammar is not None:
        return {"extra_body": {"grammar": request.grammar, **settings.extra_body}}
    schema = {"name": request.name, "strict": True, "schema": request.schema}
    return {
        "response_format": {"type": "json_schema", "json_schema": schema},
        "extra_body": settings.extra_body or None,
    }


def read(completion: object) -> Reply:
    """Tell the parts of a completion apart; raises `EndpointError` for a body that is none."""
    if not isinstance(completion, ChatCompletion):
        raise EndpointError(
            "the endpoint answered with something that is no chat completion; check the base URL",
            kind=Failure.BAD_RESPONSE,
            reply=str(completion)[:2000],
        )
    raw = completion.model_dump_json(exclude_none=True)
    choice = _first_choice(completion, raw)
    usage = completion.usage
    details = usage.prompt_tokens_details if usage else None
    return Reply(
        text=choice.message.content,
        finish_reason=choice.finish_reason,
        refusal=choice.message.refusal,
        usage=Usage(
            prompt_tokens=usage.prompt_tokens if usage else None,
            completion_tokens=usage.completion_tokens if usage else None,
            cached_tokens=details.cached_tokens if details else None,
        ),
        raw=raw,
    )


def _first_choice(completion: ChatCompletion, raw: str) -> Choice:
    # The SDK validates nothing: a list or a message may be anything.
    match completion.choices:
        case [Choice(message=ChatCompletionMessage()) as choice, *_]:
            return choice
        case [_, *_]:
            raise EndpointError("the choice has no message", kind=Failure.BAD_RESPONSE, reply=raw)
        case _:
            error = (completion.model_extra or {}).get("error")
            message = (
                f"the endpoint answered with an error: {error}"
                if error
                else "the completion has no choices"
            )
            raise EndpointError(message, kind=Failure.BAD_RESPONSE, reply=raw)


@contextmanager
def _translated(settings: Settings) -> Generator[None]:
    """Whatever the SDK and its parts raise leaves as an `EndpointError` with kind and remedy."""
    try:
        yield
    except openai.APIStatusError as error:
        raise _of_status(error) from error
    except openai.APITimeoutError as error:
        message = f"no reply within {settings.timeout:g} seconds"
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
        message = (
            f"the endpoint's reply cannot be read ({type(error).__name__}); check the base URL"
        )
        raise EndpointError(message, kind=Failure.BAD_RESPONSE) from error


def _of_connection(error: openai.APIConnectionError, settings: Settings) -> EndpointError:
    # Loading vcrpy takes longer than a call; only a failure that may be its own is worth it.
    import vcr.errors  # pyright: ignore[reportMissingTypeStubs]

    cause = error.__cause__
    if isinstance(cause, vcr.errors.CannotOverwriteExistingCassetteException):
        message = (
            "no recorded call matches this one: the prompt, the schema, the settings or the "
            "article changed since the recording; record again with `make record`, "
            "`extract --record DIR` or `lx.cassette(path, record=True)`"
        )
        return EndpointError(message, kind=Failure.CASSETTE)
    where = settings.base_url or "the endpoint"
    message = (
        f"{where} cannot be reached ({cause or error}); check the base URL and that the server runs"
    )
    return EndpointError(message, kind=Failure.UNREACHABLE)


def _of_status(error: openai.APIStatusError) -> EndpointError:
    said = " ".join(str(error.message).split())[:300]
    kind, remedy = _KINDS.get(
        error.status_code, (Failure.BAD_REQUEST, "see what the endpoint says")
    )
    code = str(error.code or "")
    if error.status_code >= 500:
        kind, remedy = Failure.TRANSIENT, "try again later"
    if code == "insufficient_quota":
        kind, remedy = Failure.SPENT_QUOTA, "top up the account, then run the same command again"
    if error.status_code == 400 and (
        code == "context_length_exceeded" or "context" in said.lower()
    ):
        kind, remedy = Failure.TOO_LONG, "use a smaller --window"
    if error.status_code == 400 and code == "content_filter":
        kind, remedy = Failure.FILTERED, "the endpoint will not read this article"
    wait = _retry_after(error)
    if kind is Failure.TRANSIENT and wait is not None and wait > LONGEST_WAIT:
        kind, remedy = (
            Failure.DEFERRED,
            f"the endpoint asks to wait {wait:.0f} seconds; run again then",
        )
    failure = EndpointError(
        f"HTTP {error.status_code}: {said}; {remedy}", kind=kind, reply=error.response.text[:2000]
    )
    failure.retry_after = wait
    return failure


_KINDS = {
    401: (Failure.BAD_KEY, "set OPENAI_API_KEY to a key the endpoint accepts"),
    403: (Failure.BAD_KEY, "the key may not use this model or endpoint"),
    404: (Failure.BAD_REQUEST, "check --model and --base-url"),
    408: (Failure.TRANSIENT, "try again later"),
    409: (Failure.TRANSIENT, "try again later"),
    413: (Failure.TOO_LONG, "use a smaller --window"),
    429: (Failure.TRANSIENT, "lower --concurrency or try again later"),
}


def _retry_after(error: openai.APIStatusError) -> float | None:
    """Seconds the server asks to wait, from its headers; None where it says nothing usable."""
    headers = error.response.headers
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) / unit
        except ValueError:
            continue
        if 0 <= seconds < float("inf"):
            return seconds
    return None


def _policy(tries: int) -> dict[str, Any]:
    return {
        "retry": tenacity.retry_if_exception(_passes),
        "stop": tenacity.stop_after_attempt(tries),
        "wait": _wait,
        "reraise": True,
    }


def _passes(error: BaseException) -> bool:
    return isinstance(error, EndpointError) and error.kind in _RETRYABLE


def _wait(state: tenacity.RetryCallState) -> float:
    """What the server asked for, else full jitter under a doubling cap."""
    error = state.outcome.exception() if state.outcome else None
    ordered = error.retry_after if isinstance(error, EndpointError) else None
    return (
        ordered
        if ordered is not None
        else random.uniform(0, min(20.0, 0.5 * 2**state.attempt_number))
    )


@contextmanager
def _counted(retrying: tenacity.BaseRetrying) -> Generator[None]:
    try:
        yield
    except EndpointError as error:
        error.attempts = int(retrying.statistics.get("attempt_number", 1))
        raise


def _with_attempts(reply: Reply, retrying: tenacity.BaseRetrying) -> Reply:
    return replace(reply, attempts=int(retrying.statistics.get("attempt_number", 1)))
