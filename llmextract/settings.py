"""Settings: one frozen model, filled from arguments, then from the environment."""

import os
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator

from llmextract.errors import SettingsError

LOCAL = "local"
DEFAULT_REMOTE = "gpt-4.1-mini"
_CALL = "/chat/completions"

_ENVIRONMENT = {
    "api_key": "OPENAI_API_KEY",
    "base_url": "OPENAI_BASE_URL",
    "model": "LLMEXTRACT_MODEL",
    "cache_dir": "LLMEXTRACT_CACHE_DIR",
}


class Settings(BaseModel):
    """How to reach a model and how to ask it.

    `model` is a name the endpoint knows, `local` for the embedded model, or the path of a `.gguf`
    file; `window` is the number of sentences shown a call (None: the whole article), `context` that
    of the sentences before them that are shown too, only to know who is meant; `timeout` is the
    seconds one call may take; `tries` is how often a call is made before an endpoint's fault is
    believed; `grammar` says that the endpoint is llama.cpp, which takes a pointer grammar (for a
    local model it is unless said otherwise); `enums` names, to any other that holds a reply to its
    schema, the only figures, times and sentences that a call can state, which spoils a cache of
    prompts that takes the schema for a part of them; `policy` says what becomes of rejected fields;
    `repair` whether the model is asked once more for them (`on`), or only for those without which a
    record or an item falls (`required`); `verify` whether each record is shown once more to a
    model, `verify_model` if to another one of the same endpoint, and falls where that takes it for
    stated with less than `verify_threshold`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    base_url: str | None = None
    api_key: SecretStr | None = None
    cache_dir: Path = Path("~/.cache/llmextract")
    temperature: float | None = Field(default=0.0, ge=0)
    seed: int | None = None
    window: int | None = Field(default=None, ge=1)
    context: int = Field(default=0, ge=0)
    max_tokens: int | None = Field(default=None, ge=1)
    extra_body: dict[str, object] = Field(default_factory=dict)
    grammar: bool = False
    enums: bool = False
    policy: Literal["drop", "strict", "report"] = "drop"
    repair: Literal["off", "required", "on"] = "off"
    verify: bool = False
    verify_model: str | None = None
    verify_threshold: float = Field(default=0.5, ge=0, le=1)
    timeout: float = Field(default=120.0, gt=0)
    tries: int = Field(default=3, ge=1)

    @model_validator(mode="before")
    @classmethod
    def _let_a_local_model_point(cls, given: dict[str, object]) -> dict[str, object]:
        return {"grammar": _is_local(given.get("model")), **given}

    @classmethod
    def load(cls, **arguments: object) -> Self:
        """Settings from arguments that are not None, then the environment, then the defaults.

        With no model, no key and no base URL anywhere, the model is `local`.
        """
        given = {name: value for name, value in arguments.items() if value is not None}
        for name, variable in _ENVIRONMENT.items():
            if name not in given and os.environ.get(variable):
                given[name] = os.environ[variable]
        if "cache_dir" not in given and os.environ.get("XDG_CACHE_HOME"):
            given["cache_dir"] = Path(os.environ["XDG_CACHE_HOME"]) / "llmextract"
        if "model" not in given:
            given["model"] = _default_model(given)
        try:
            settings = cls.model_validate(given)
        except ValidationError as error:
            raise SettingsError(first_fault(error)) from None
        if settings.base_url is not None and not _is_address(settings.base_url):
            raise SettingsError(
                "base_url: no address; give the one that ends before /chat/completions, without a "
                "query, such as http://127.0.0.1:8080/v1"
            )
        if settings.base_url is not None and _CALL in settings.base_url:
            raise SettingsError(
                f"base_url: leave {_CALL} and what follows out; it is added to every call"
            )
        if settings.enums and settings.grammar:
            raise SettingsError(
                "enums: a pointer grammar takes the place of a schema; say one of the two "
                "(for a local model: --no-grammar, in the library grammar=False)"
            )
        if settings.verify_model is not None and settings.is_local:
            raise SettingsError(
                f"verify_model {settings.verify_model!r}: a local model has no other beside it"
            )
        return settings.model_copy(update={"cache_dir": _at_home(settings.cache_dir)})

    @property
    def is_local(self) -> bool:
        """Whether the model runs on this machine, started by us."""
        return _is_local(self.model)


def first_fault(error: ValidationError) -> str:
    """The first thing that is wrong, with its place."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg'].lower()}" if place else first["msg"].lower()


def _is_local(model: object) -> bool:
    return isinstance(model, str) and (model == LOCAL or model.endswith(".gguf"))


def _default_model(given: dict[str, object]) -> str:
    if "base_url" in given:
        raise SettingsError(
            "a base URL without a model: "
            "name one with --model or LLMEXTRACT_MODEL (model= in the library)"
        )
    return DEFAULT_REMOTE if "api_key" in given else LOCAL


def _at_home(folder: Path) -> Path:
    """A folder below a home in full; raises `SettingsError` where there is no such home."""
    try:
        return folder.expanduser()
    except RuntimeError as error:
        raise SettingsError(
            f"cache_dir {folder}: there is no such home; set LLMEXTRACT_CACHE_DIR to a folder"
        ) from error


def _is_address(url: str) -> bool:
    """Whether a call could leave for it at all; behind a query or a fragment no path can stand."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # half a bracket, or a port that none can be
        return False
    spaced = any(map(str.isspace, url.strip()))
    open_ended = not (parts.query or parts.fragment or url.endswith(("?", "#")))
    reached = parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0
    return reached and open_ended and not spaced
