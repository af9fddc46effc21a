"""The parent's end of a measurement: one child process a tool and task."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median

from pydantic import BaseModel

from benchmarks.peers.child import Span
from benchmarks.tools import ROOT, Tool, interpreter

_WALL = 2
"""Seconds on the wall for a second of CPU: the machine may be busy with other things."""


@dataclass(frozen=True, slots=True)
class Request:
    """Quotes to find in a text, within `seconds` of CPU."""

    text: str
    quotes: Sequence[str]
    repeats: int
    seconds: float
    apart: bool = False


class Answer(BaseModel):
    """One repeat: a span or None for each quote, CPU seconds, and bytes at the peak so far."""

    cpu: float
    spans: tuple[Span | None, ...]
    peak: int
    version: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool did: the repeats it ended, or in one word why there are none."""

    answers: Sequence[Answer] = ()
    failure: str = ""

    @property
    def cpu(self) -> float | None:
        """The median of the repeats."""
        return median(answer.cpu for answer in self.answers) if self.answers else None


def measure(tool: Tool, request: Request, *, start: float = 10) -> Outcome:
    """Run one request in a child process of its own, which may take so many seconds to start."""
    python = interpreter(tool)
    if python is None:
        return Outcome(failure="not installed")
    command = [str(python), "-m", tool.module, tool.mode]
    limit = request.seconds
    lines, ended = run_child(command, json.dumps(asdict(request)), start + _WALL * limit)
    if lines:
        return Outcome([Answer.model_validate_json(line) for line in lines])
    return Outcome(failure=f"> {limit:g} s" if ended is None else "failed")


def run_here(module: str, request: BaseModel) -> str:
    """Run one of our own modules in this environment; its answer, or an error if it fails."""
    command = [sys.executable, "-m", module]
    lines, ended = run_child(command, request.model_dump_json(by_alias=True), None)
    if ended != 0:
        raise RuntimeError(f"{module} ended with {ended}")
    return lines[0]


def child_environment() -> dict[str, str]:
    """The environment of a child that may import this folder's modules."""
    # Behind what the caller has on its path, so that a wheel under test stays the one measured.
    paths = [*filter(None, [os.environ.get("PYTHONPATH")]), str(ROOT)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def run_child(
    command: Sequence[str], line: str, seconds: float | None
) -> tuple[list[str], int | None]:
    """Give a child its line; what it answered, and its exit code, None if it took too long."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=child_environment(), stdin=pipe, stdout=pipe, encoding="utf-8"
    ) as child:
        try:
            out, _ = child.communicate(line + "\n", seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            out, _ = child.communicate()
            return out.splitlines(), None
    return out.splitlines(), child.returncode
