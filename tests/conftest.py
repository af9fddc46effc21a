"""What all tests share: no network but loopback, no settings of the developer's, no deadlines."""

import json
import os
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from llmextract.cli import main

ROOT = Path(__file__).resolve().parents[1]

# A slow machine is no failure, and a gate that draws other examples each time is no gate.
settings.register_profile(
    "llmextract",
    deadline=None,
    derandomize="CI" in os.environ,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("llmextract")

_ENVIRONMENT = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "LLMEXTRACT_MODEL", "LLMEXTRACT_CACHE_DIR")
_Address = tuple[str | bytes, int] | str | bytes | None
_LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})
_CALLS = _LOOKUPS | {"socket.connect", "socket.sendto", "socket.sendmsg"}
_reached: list[str] = []
_online = False


class NetworkReachedError(RuntimeError):
    """A test reached for the network. Not an OSError: no retry may take it for a fault."""


def _host(event: str, arguments: tuple[_Address, ...]) -> str:
    """The host a call names; "" for none and for the path of a UNIX socket."""
    address = arguments[0 if event in _LOOKUPS else 1]
    if isinstance(address, tuple):
        address = address[0]
    elif event not in _LOOKUPS:
        return ""
    return address.decode("latin-1") if isinstance(address, bytes) else address or ""


def _is_local(host: str) -> bool:
    try:
        return host in ("", "localhost") or ip_address(host).is_loopback
    except ValueError:
        return False


def _guard(event: str, arguments: tuple[_Address, ...]) -> None:
    """Stop every call of this process that would leave the machine, whichever library makes it."""
    if _online or event not in _CALLS or _is_local(host := _host(event, arguments)):
        return
    if host.endswith(".invalid"):  # RFC 6761: never resolves, so a test may ask for it
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    _reached.append(f"{event} {host}")
    raise NetworkReachedError(_reached[-1])


sys.addaudithook(_guard)


@pytest.fixture(autouse=True)
def reached(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[str]]:
    """Keep a test on this machine and out of the developer's settings, unless it is marked live.

    What was reached for and then swallowed, by a retry say, fails the test at its end.
    """
    global _online
    _online = request.node.get_closest_marker("live") is not None
    if not _online:
        for name in _ENVIRONMENT:
            monkeypatch.delenv(name, raising=False)
        # What a test keeps there, no other test finds: servers differ by their port.
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    _reached.clear()
    yield _reached
    _online = False
    assert not _reached, f"reached for the network: {_reached}"


@dataclass
class Server:
    """A real HTTP server on this machine: it answers from a list, then repeats the last."""

    url: str
    answers: list[tuple[int, dict[str, str], bytes]]
    bodies: list[bytes] = field(default_factory=list[bytes])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])

    def completes(self, text: str | None, **choice: object) -> None:
        """Answer the next call with a chat completion of this text."""
        message = {"role": "assistant", "content": text, "refusal": choice.pop("refusal", None)}
        completion = {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "fake",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message, **choice}],
            "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
        }
        self.says(200, json.dumps(completion).encode())

    def says(self, status: int, body: bytes, **headers: str) -> None:
        """Answer the next call with this status and body."""
        kind = {"content-type": "application/json", "content-length": str(len(body))}
        self.answers.append((status, {**kind, **headers}, body))


@pytest.fixture
def server() -> Iterator[Server]:
    """A chat endpoint on 127.0.0.1; tell it what to answer before it is called."""
    state = Server("", [])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            state.bodies.append(self.rfile.read(int(self.headers["content-length"])))
            state.headers.append({name.lower(): value for name, value in self.headers.items()})
            status, headers, body = state.answers.pop(0) if state.answers[1:] else state.answers[0]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name)
            """Say nothing on stderr."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        state.url = f"http://127.0.0.1:{http.server_port}/v1"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield state
        http.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The result lines of the five seeds, replayed by the command that users run."""
    out = tmp_path_factory.mktemp("replay") / "seeds.jsonl"
    arguments = ["extract", str(ROOT / "seeds"), "--model", "local", "-o", str(out)]
    assert main([*arguments, "--replay", str(ROOT / "cassettes")]) == 0
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
