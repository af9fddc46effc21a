"""The child's end of a measurement: JSON Lines in, JSON Lines out, CPU time counted here.

This module and the adapters beside it use the standard library and their own tool, no more.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Span = tuple[int, int]
Locate = Callable[[str, Sequence[str]], list[Span | None]]
"""Finds quotes in a text: half-open code-point offsets, or None, one for each quote."""


def serve(version: str, locate: Locate) -> None:
    """Answer each line of stdin, a text and its quotes, with one line a repeat.

    The tool is asked for all quotes at once or, if the line says `apart`, for each by itself.
    After `seconds` of CPU in all no further repeat begins. The parent ends one that takes longer:
    a limit set here (RLIMIT_CPU) makes Linux count this process's CPU in ticks of 4 ms.
    """
    for line in sys.stdin:
        request = json.loads(line)
        text: str = request["text"]
        quotes: list[str] = request["quotes"]
        batches = [[quote] for quote in quotes] if request["apart"] else [quotes]
        spent = 0.0
        for _ in range(request["repeats"]):
            begun = time.process_time()
            spans = [span for batch in batches for span in locate(text, batch)]
            cpu = time.process_time() - begun
            answer = {"cpu": cpu, "spans": spans, "peak": peak_bytes(), "version": version}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
            spent += cpu
            if spent >= request["seconds"]:
                break


def peak_bytes() -> int:
    """The most memory this process has held.

    Linux's `ru_maxrss` may count what the parent held before this program began; its own
    high-water mark does not.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
    return next(int(row.split()[1]) for row in status.splitlines() if "VmHWM" in row) * 1024
