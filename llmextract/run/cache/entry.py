"""What a reply is kept under, and the bytes it is kept as."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from llmextract.ask import second_look
from llmextract.ask.request import Message, Reply, Request, Usage
from llmextract.settings import LOCAL, Settings

# What is kept under another number is never found again.
FORMAT = 2
_SEAL_BYTES = hashlib.sha256().digest_size


class EntryError(ValueError):
    """What lies under a key is not what was put there."""


def request_digest(request: Request, *, model: str, settings: str) -> bytes:
    """The key of a request: a digest of everything that the reply depends on, and of no secret.

    Names keep their order, for a model writes the properties of a schema in the order it is given.
    """
    asked = [
        request.schema,
        request.name,
        request.grammar,
        request.max_tokens,
        # Where they are not asked for, a key stays what it was before they could be.
        *([request.alternatives, request.model] if request.alternatives or request.model else []),
    ]
    digest = hashlib.sha256(_encode([FORMAT, model, settings]))
    for message in request.messages:
        digest.update(_digest_of(message))
    digest.update(_encode(asked))
    return digest.digest()


@lru_cache(maxsize=256)
def _digest_of(message: Message) -> bytes:
    """Most messages of a request come in every other one too."""
    return hashlib.sha256(_encode(message)).digest()


def settings_digest(settings: Settings) -> str:
    """A digest of the settings that change what a model answers, beside the request itself.

    Where the model is reached is one of them, for many servers call different models by one name.
    Of the base URL only host, port and path count: the rest may be a secret.
    """
    told = settings.model_dump(mode="json", include={"temperature", "seed", "extra_body"})
    return hashlib.sha256(
        json.dumps([told, _whereabouts(settings)], sort_keys=True, default=str).encode()
    ).hexdigest()


def is_worth_keeping(reply: Reply, name: str = "") -> bool:
    """Whether a reply is whole: kept, a bad one would be given for ever instead of asked again.

    `name` is that of the request: a second look is answered with a word, all others with records.
    """
    if reply.finish_reason != "stop" or reply.refusal or not reply.text:
        return False
    if name == second_look.NAME:
        return second_look.is_answer(reply.text)
    return reply.parsed.problem is None and not reply.parsed.looped


def pack(key: bytes, reply: Reply) -> bytes:
    """The bytes of a reply behind a seal that ties them to their key."""
    usage = reply.usage
    counts = [usage.prompt_tokens, usage.completion_tokens, usage.cached_tokens]
    body = _encode([reply.text, reply.finish_reason, reply.refusal, counts, reply.raw])
    return _seal(key, body) + body


def unpack(key: bytes, entry: object) -> Reply:
    """The reply that was packed, as one that took no call; raises `EntryError` for anything else.

    SQLite gives no warning of a flipped bit, and may take bytes for text; the seal does.
    """
    if not isinstance(entry, bytes):
        raise EntryError(f"a {type(entry).__name__} where bytes were written")
    seal, body = entry[:_SEAL_BYTES], entry[_SEAL_BYTES:]
    if seal != _seal(key, body):
        raise EntryError("a reply does not match its seal")
    try:
        kept: object = json.loads(body.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise EntryError("a reply cannot be read") from error
    match kept:
        case [
            str(text),
            "stop",
            None | str() as refusal,
            [
                None | int() as prompt,
                None | int() as completion,
                None | int() as cached,
            ],
            str(raw),
        ] if text and not refusal:
            usage = Usage(prompt, completion, cached)
            return Reply(text, "stop", refusal, usage, raw, attempts=0)
        case _:
            raise EntryError("a reply has another form")


def _seal(key: bytes, body: bytes) -> bytes:
    return hashlib.sha256(key + body).digest()


def _encode(value: object) -> bytes:
    """JSON that keeps apart what differs: escaped, two halves of a pair would read as a whole."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _whereabouts(settings: Settings) -> list[str | int | None]:
    if settings.model == LOCAL:
        return [LOCAL]  # its name stands for the very bytes
    if settings.is_local:
        path = Path(settings.model).expanduser()
        found = path.stat() if path.exists() else None
        # The name of a file says nothing of what is in it.
        return [str(path.absolute()), *((found.st_size, found.st_mtime_ns) if found else ())]
    try:
        parts = urlsplit(settings.base_url or "")
        return [parts.hostname, parts.port, parts.path.rstrip("/")]
    except ValueError:  # no URL at all; the endpoint will say so
        return [settings.base_url]
