"""Cassettes: model calls recorded to a file, and answered from it without a model or a network.

A call is matched on method, path and body; the host is dropped, so that a cassette replays at any
base URL. Secrets never reach the file: no header does that is not needed, and a key found in a body
is cut out.
"""

import tempfile
from base64 import b64decode
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from llmextract.errors import CassetteError, naming, reason_of

_CALL = "/chat/completions"
_HOST = "http://endpoint"
_KEPT_REQUEST_HEADERS = frozenset({"content-type"})
_KEPT_RESPONSE_HEADERS = frozenset({"content-type", "retry-after"})
_REDACTED = b"[redacted]"
# A shorter "key" is a placeholder, and cutting it out would tear words apart.
_SHORTEST_SECRET = 8

# Cassettes patch the process's HTTP transports, so there is one at a time; True while it replays.
_active: list[bool] = []


def is_replaying() -> bool:
    """Whether calls are answered from a cassette, so that no model needs to run."""
    return _active == [True]


@contextmanager
def cassette(path: str | Path, *, record: bool = False) -> Generator[None]:
    """Answer every model call inside from the cassette at `path`, or record it there anew.

    Replaying, a call that the cassette does not hold fails with the kind `cassette` and says how to
    record again. One cassette at a time a process. Raises `CassetteError` for a file that is
    missing or unreadable, or a place that takes no recording.
    """
    import vcr  # pyright: ignore[reportMissingTypeStubs]
    import vcr.persisters.filesystem as files  # pyright: ignore[reportMissingTypeStubs]
    import yaml

    path = Path(path)
    if _active:
        raise CassetteError(f"{path}: another cassette is in use; there is one at a time a process")
    if record:
        _refuse_place(path)
    elif not path.is_file():
        raise CassetteError(
            f"{path}: no such cassette; record it with --record (record=True in the library)"
        )
    scrub = _Scrubber()
    recorder: Any = vcr.VCR(
        match_on=("method", "path", "body"),
        record_mode=vcr.mode.ALL if record else vcr.mode.NONE,
        before_record_request=scrub.request,
        before_record_response=scrub.response,
        decode_compressed_response=True,
        drop_unused_requests=record,
    )
    keeper = _Keeper(files.FilesystemPersister)
    recorder.register_persister(keeper)
    _active.append(not record)
    try:
        with ExitStack() as stack:
            try:
                stack.enter_context(recorder.use_cassette(str(path), allow_playback_repeats=True))
            except (yaml.YAMLError, ValueError, TypeError, KeyError) as error:
                raise CassetteError(f"{path}: no readable cassette; record it again") from error
            yield
        if keeper.fault is not None:
            raise naming(keeper.fault, path) from keeper.fault
    finally:
        _active.clear()


def refuse_folder(folder: Path) -> None:
    """Raise `OSError` for a folder that takes no file: calls that are paid would be lost."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def _refuse_place(path: Path) -> None:
    try:
        refuse_folder(path.parent)
        if path.is_dir():
            raise OSError("a folder")
    except OSError as error:
        raise CassetteError(
            f"{path}: {reason_of(error)}; give a file in a folder that can be written"
        ) from error


class _Keeper:
    """Keeps files as vcr does; one that cannot be written is told when its patches are undone.

    An error while it saves would leave the process's HTTP transports patched.
    """

    def __init__(self, files: Any) -> None:
        self.load_cassette = files.load_cassette
        self._save = files.save_cassette
        self.fault: OSError | None = None

    def save_cassette(self, *given: Any, **settings: Any) -> None:
        try:
            self._save(*given, **settings)
        except OSError as error:
            self.fault = error


class _Scrubber:
    """Keeps the call and nothing of who made it; a key once seen is cut out wherever it recurs."""

    def __init__(self) -> None:
        self._secrets: set[bytes] = set()

    def request(self, request: Any) -> Any:
        if not request.path.endswith(_CALL):
            return None
        self._learn(request.headers)
        request.uri = f"{_HOST}{_CALL}"
        request.headers = {
            k: v for k, v in request.headers.items() if k.lower() in _KEPT_REQUEST_HEADERS
        }
        request.body = self._cut(request.body)
        return request

    def response(self, response: dict[str, Any]) -> dict[str, Any]:
        headers = {
            k: v for k, v in response["headers"].items() if k.lower() in _KEPT_RESPONSE_HEADERS
        }
        body = {**response["body"], "string": self._cut(response["body"]["string"])}
        return {**response, "headers": headers, "body": body}

    def _learn(self, headers: dict[str, str]) -> None:
        for name, value in headers.items():
            if name.lower() not in ("authorization", "api-key", "x-api-key"):
                continue
            _, _, secret = str(value).rpartition(" ")
            for each in (secret.encode(), _password(secret)):
                if len(each) >= _SHORTEST_SECRET:
                    self._secrets.add(each)

    def _cut(self, body: bytes) -> bytes:
        for secret in self._secrets:
            body = body.replace(secret, _REDACTED)
        return body


def _password(secret: str) -> bytes:
    """What a name and a password were packed from, for a gateway; nothing where it is a key."""
    try:
        return b64decode(secret, validate=True).partition(b":")[2]
    except ValueError:
        return b""
