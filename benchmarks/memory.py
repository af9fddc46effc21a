"""Memory of the command over very many articles: sampled from outside, while it runs."""

import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.children import child_environment
from benchmarks.load import answered, command, endpoint, write_articles
from benchmarks.pace import Pace

_EVERY = 0.5
_PACE = Pace(32)


@dataclass(frozen=True, slots=True)
class Growth:
    """Bytes resident: at most, at the first fifth, at the end; `slope` is bytes an article."""

    given: int
    done: int
    seconds: float
    most: int
    first: int
    last: int
    slope: float
    code: int


def grow(count: int, seconds: float) -> Growth:
    """Run the command over so many articles; after `seconds` it is asked to stop."""
    with TemporaryDirectory() as folder, endpoint("events", _PACE) as url:
        articles, output = Path(folder) / "articles.jsonl", Path(folder) / "out.jsonl"
        write_articles(articles, count)
        line = command(articles, output, url, concurrency=_PACE.concurrency)
        begun = time.monotonic()
        # What it says is let go: a pipe that nobody reads would stop it.
        with subprocess.Popen(
            line,
            env=child_environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            samples = _watch(process, url, begun + seconds)
            code = process.wait()
        return _growth(count, samples, time.monotonic() - begun, code)


def _watch(process: subprocess.Popen[bytes], url: str, end: float) -> list[tuple[int, int]]:
    """Articles done and bytes resident, until it ends or is told to."""
    samples: list[tuple[int, int]] = []
    while process.poll() is None:
        resident = resident_bytes(process.pid)
        if resident:
            samples.append((answered(url), resident))
        if time.monotonic() > end:
            process.send_signal(signal.SIGTERM)
            end = float("inf")
        time.sleep(_EVERY)
    return samples


def resident_bytes(pid: int) -> int:
    """What a process holds in memory now; 0 where that cannot be told, as when it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(row.split()[1]) for row in status.splitlines() if "VmRSS" in row), 0) * 1024


def slope(samples: Sequence[tuple[int, int]]) -> float:
    """The straight line of least squares: bytes an article."""
    if len(samples) < 2:
        return 0.0
    count = len(samples)
    x, y = (sum(column) / count for column in zip(*samples, strict=True))
    spread = sum((done - x) ** 2 for done, _ in samples)
    return sum((done - x) * (held - y) for done, held in samples) / spread if spread else 0.0


def _growth(given: int, samples: Sequence[tuple[int, int]], seconds: float, code: int) -> Growth:
    done = samples[-1][0] if samples else 0
    later = [sample for sample in samples if sample[0] >= done / 5]
    return Growth(
        given=given,
        done=done,
        seconds=seconds,
        most=max((held for _, held in samples), default=0),
        first=later[0][1] if later else 0,
        last=later[-1][1] if later else 0,
        slope=slope(later),
        code=code,
    )
