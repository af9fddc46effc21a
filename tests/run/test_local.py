"""The embedded server: what fails says why, and what starts can be closed."""

import gc
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from pydantic import SecretStr

from llmextract.errors import LocalModelError
from llmextract.run.download import EMBEDDED
from llmextract.run.local import LocalServer, serve
from llmextract.settings import Settings


@pytest.fixture
def idle() -> Iterator[subprocess.Popen[str]]:
    """A child process that does nothing until its input ends, as the real one."""
    with subprocess.Popen(
        [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process


def test_closing_ends_the_process(idle: subprocess.Popen[str]) -> None:
    with LocalServer(idle, "http://127.0.0.1:1234", secret=SecretStr("x"), slots=2) as server:
        assert server.base_url == "http://127.0.0.1:1234/v1"
        assert (server.model, server.slots) == ("local", 2)
        assert idle.poll() is None
    assert idle.poll() is not None
    server.close()


def test_a_server_that_nobody_holds_ends(idle: subprocess.Popen[str]) -> None:
    LocalServer(idle, "http://127.0.0.1:1234", secret=SecretStr("x"), slots=1)
    gc.collect()
    assert idle.poll() is not None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"<html>Sign in</html>", "is no GGUF file", id="page"),
        pytest.param(b"", "is no GGUF file", id="empty"),
        pytest.param(b"GGUF", "cannot be loaded .*: it is incomplete", id="cut"),
        pytest.param(b"GGUF\x03\0\0\0" + bytes(64), "cannot be loaded", id="hollow"),
    ],
)
def test_a_file_that_is_no_model_is_named(
    tmp_path: Path, content: bytes, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    if content.startswith(b"GGUF"):
        pytest.importorskip("xllamacpp")
    path = tmp_path / "tiny.gguf"
    path.write_bytes(content)
    with pytest.raises(LocalModelError, match=rf"tiny\.gguf {reason}"):
        serve(path, slots=1, context=512)
    assert capfd.readouterr() == ("", "")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LocalModelError, match=r"none\.gguf cannot be read \(No such file"):
        serve(tmp_path / "none.gguf", slots=1, context=512)


def test_a_folder_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(LocalModelError, match="cannot be read"):
        serve(tmp_path, slots=1, context=512)


def test_a_missing_engine_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)  # as if it were not installed
    (tmp_path / "tiny.gguf").write_bytes(b"GGUF")
    with pytest.raises(LocalModelError, match=r"pip install 'llmextract-grounded\[local\]'"):
        serve(tmp_path / "tiny.gguf", slots=1, context=512)


@pytest.fixture(scope="module")
def gguf() -> Path:
    path = Settings.load().cache_dir / "models" / EMBEDDED.name
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    return path


@pytest.fixture(scope="module")
def server(gguf: Path) -> Iterator[LocalServer]:
    with serve(gguf, slots=2, context=1024) as running:
        yield running


def ask(server: LocalServer, *, key: str, tokens: int = 4) -> dict[str, object]:
    message = {"role": "user", "content": "Count from one to a thousand."}
    body = {"model": server.model, "messages": [message], "max_tokens": tokens, "temperature": 0}
    request = urllib.request.Request(  # noqa: S310
        f"{server.base_url}/chat/completions",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=120) as reply:  # noqa: S310
        answer: dict[str, object] = json.load(reply)
    return answer


@pytest.mark.live
def test_a_call_is_answered_under_the_alias(server: LocalServer, gguf: Path) -> None:
    answer = ask(server, key=server.secret.get_secret_value())
    assert answer["model"] == "local"
    assert gguf.name not in json.dumps(answer)


@pytest.mark.live
def test_a_call_without_the_key_is_refused(server: LocalServer) -> None:
    with pytest.raises(urllib.error.HTTPError, match="401"):
        ask(server, key="guess")


@pytest.mark.live
def test_closing_breaks_off_a_running_call(gguf: Path) -> None:
    server = serve(gguf, slots=1, context=1024)
    failures: list[OSError] = []

    def call() -> None:
        try:
            ask(server, key=server.secret.get_secret_value(), tokens=1000)
        except OSError as error:
            failures.append(error)

    caller = Thread(target=call)
    caller.start()
    caller.join(1.0)
    server.close()
    caller.join(10.0)
    assert not caller.is_alive()
    assert failures


START = (
    "import os, sys; from pathlib import Path; from llmextract.run.local import serve\n"
    "server = serve(Path(sys.argv[1]), slots=1, context=512)\n"
    "print(server.base_url, flush=True)\n"
)


@pytest.mark.live
@pytest.mark.parametrize(
    ("end", "code"),
    [("", 0), ("sys.exit(3)", 3), ("os._exit(4)", 4), ("os.kill(os.getpid(), 9)", -9)],
)
def test_an_interpreter_that_never_closes_it_ends_in_silence(
    gguf: Path, end: str, code: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START + end, gguf], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (code, "")
    time.sleep(0.5)
    with pytest.raises(urllib.error.URLError, match="refused"):
        urllib.request.urlopen(done.stdout.strip())  # noqa: S310
