"""Serves a GGUF file to this process, and to nobody else, over the protocol of every endpoint.

llama.cpp (the wheel `xllamacpp`) runs in a child process: there it can be ended in the middle of a
call, its memory really goes back, a crash of it is an error here and no crash, and loading does
not hold the interpreter's lock. A random secret that every call must send as its key keeps other
users of the machine out.
"""

import json
import secrets
import subprocess
import sys
import weakref
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import SecretStr

from llmextract.errors import LocalModelError
from llmextract.run.llamacpp import Answer, Order

_ALIAS = "local"
_SCRIPT = Path(__file__).with_name("llamacpp.py")


class LocalServer:
    """A served model: an OpenAI-compatible endpoint that lasts until `close()`."""

    def __init__(
        self, process: subprocess.Popen[str], address: str, *, secret: SecretStr, slots: int
    ) -> None:
        self.base_url = f"{address}/v1"
        self.model = _ALIAS
        self.secret = secret
        self.slots = slots
        # Runs once: at `close()`, when nobody holds the server, or when the interpreter exits.
        self._end = weakref.finalize(self, _end, process)

    def close(self) -> None:
        """Ends the server and frees its memory; calls in flight break off."""
        self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def serve(path: Path, *, slots: int, context: int) -> LocalServer:
    """Loads the model and serves `slots` calls at a time, each of up to `context` tokens."""
    _check_file(path)
    check_engine()
    secret = SecretStr(secrets.token_urlsafe(32))
    order: Order = {
        "path": str(path.absolute()),
        "alias": _ALIAS,
        "api_key": secret.get_secret_value(),
        "slots": slots,
        "context": context,
    }
    # The parameters go through the pipe: an argument could be read by every user of the machine.
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-P", str(_SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,  # an interrupt at the terminal is for the parent alone
    )
    try:
        answer = _ask(process, order)
    except BaseException:  # above all an interrupt while the model loads
        _end(process)
        raise
    if answer["address"] is None:
        _end(process)
        raise LocalModelError(
            f"{path} cannot be loaded ({answer['error']}): it is incomplete, damaged, of a kind "
            "that the installed xllamacpp does not know, or too large for the memory; download it "
            "again, or try pip install --upgrade xllamacpp"
        )
    return LocalServer(process, answer["address"], secret=secret, slots=slots)


def check_engine() -> None:
    """Raises `LocalModelError` where llama.cpp is not installed; best asked before a download."""
    if find_spec("xllamacpp") is None:
        raise LocalModelError(
            "the embedded model needs the package xllamacpp: "
            "pip install 'llmextract-grounded[local]'"
        )


def _check_file(path: Path) -> None:
    """Looks at what can be told apart before llama.cpp fails without a reason."""
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise LocalModelError(
            f"{path} cannot be read ({error.strerror}): pass the path of a GGUF file, or the "
            "model name `local` for the embedded model"
        ) from error
    if magic != b"GGUF":
        raise LocalModelError(
            f"{path} is no GGUF file: pass one that a model hub offers as .gguf, or the model "
            "name `local` for the embedded model"
        )


def _ask(process: subprocess.Popen[str], order: Order) -> Answer:
    """Sends the order and waits while the model loads; no line at all means a crash."""
    assert process.stdin is not None
    assert process.stdout is not None
    line = ""
    try:
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except BrokenPipeError:
        pass
    if not line:
        return {"address": None, "error": f"llama.cpp ended with {process.wait()}"}
    answer: Answer = json.loads(line)
    return answer


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
