"""From settings to a model that answers: an endpoint, the embedded model, or a cassette."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from llmextract.ask.request import Model
from llmextract.ask.wire import Bounds
from llmextract.errors import LocalModelError, SettingsError
from llmextract.run.cassettes import is_replaying
from llmextract.settings import LOCAL, Settings

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

    from llmextract.ask.retry import Pace

# Sentences a small model is shown at a time. Larger windows cost less, for its lists are bounded.
LOCAL_WINDOW = 8
LOCAL_MAX_TOKENS = 1200
# A small model does not always find its way out of a list.
LOCAL_BOUNDS = Bounds(records=3, items=4)
# More slots share the same cores: hardly faster in all, and the first reply comes later.
LOCAL_SLOTS = 1
# Seconds; calls share two cores, and no money is lost by waiting.
LOCAL_TIMEOUT = 600.0
# Tokens a slot: prompt, window and reply of one call.
LOCAL_CONTEXT = 6144
# Nothing listens there: a replay that tries to reach a server must fail.
_NOWHERE = "http://127.0.0.1:9/v1"

Progress = Callable[[int, int], None]


def model_name(settings: Settings) -> str:
    """What results and requests call the model: never a path of this machine."""
    if settings.model == LOCAL:
        from llmextract.run.download import EMBEDDED

        return EMBEDDED.name.removesuffix(".gguf")
    return Path(settings.model).stem if settings.is_local else settings.model


def refuse_nowhere(settings: Settings) -> None:
    """Raise `SettingsError` where a call could only be turned away."""
    if not settings.is_local and settings.base_url is None and settings.api_key is None:
        raise SettingsError(
            f"no key for {settings.model}: set OPENAI_API_KEY, name a server of your own with "
            f"--base-url or OPENAI_BASE_URL (base_url= in the library), or ask --model {LOCAL}"
        )


def open_model(
    settings: Settings,
    *,
    client: "OpenAI | AsyncOpenAI | None" = None,
    progress: Progress | None = None,
    pace: "Pace | None" = None,
    cache: Path | None = None,
    trouble: Callable[[str], None] | None = None,
) -> tuple[Model, ExitStack]:
    """Open the model that settings name; the stack closes what was opened.

    While a cassette replays, no server is started and none could be reached. `pace` says when
    calls may leave; `cache` is a folder where replies are kept, and `trouble` is told
    once if that does not work. Raises `SettingsError` where nobody could be asked.
    """
    from llmextract.ask.endpoint import Endpoint

    name = model_name(settings)
    with ExitStack() as stack:
        reach = settings
        if client is None and is_replaying():
            reach = settings.model_copy(update={"base_url": _NOWHERE, "api_key": None})
        elif settings.is_local:
            from llmextract.run.local import check_engine, serve

            if settings.model == LOCAL:
                check_engine()  # before a download for nothing
            path = _model_file(settings, progress)
            server = stack.enter_context(serve(path, slots=LOCAL_SLOTS, context=LOCAL_CONTEXT))
            reach = settings.model_copy(
                update={
                    "base_url": server.base_url,
                    "api_key": server.secret,
                    "timeout": max(settings.timeout, LOCAL_TIMEOUT),
                }
            )
        elif client is None:
            refuse_nowhere(settings)
        endpoint = Endpoint(reach, client=client, name=name, pace=pace)
        stack.callback(endpoint.close)
        if cache is None:
            return endpoint, stack.pop_all()
        from llmextract.run.cache import Cached, settings_digest

        digest = settings_digest(settings)
        cached = Cached(endpoint, cache, settings_digest=digest, trouble=trouble)
        stack.callback(cached.close)
        return cached, stack.pop_all()
    raise AssertionError("unreachable: an exit stack without contexts swallows nothing")


def _model_file(settings: Settings, progress: Progress | None) -> Path:
    if settings.model == LOCAL:
        from llmextract.run.download import fetch_model

        return fetch_model(settings.cache_dir, progress=progress)
    path = Path(settings.model).expanduser()
    if not path.is_file():
        raise LocalModelError(
            f"{path}: no such model file; give the path of a .gguf file, or --model local"
        )
    return path
