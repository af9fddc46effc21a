"""The tools compared, and an environment for each that is not ours."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_ENVIRONMENTS = ROOT / ".cache" / "bench"


@dataclass(frozen=True, slots=True)
class Tool:
    """A row of the tables: an adapter of `peers/` in one of its modes."""

    name: str
    adapter: str
    mode: str = ""
    requires: str = ""

    @property
    def module(self) -> str:
        """What `python -m` starts."""
        return f"benchmarks.peers.{self.adapter}_peer"


OURS = Tool("**llmextract**", "llmextract")
LANGEXTRACT = Tool("langextract", "langextract", "default", "langextract>=1.7.1")
PEERS = (
    LANGEXTRACT,
    Tool("langextract, no partial matches", "langextract", "no-lesser", "langextract>=1.7.1"),
    Tool("langextract, exact matches only", "langextract", "exact", "langextract>=1.7.1"),
    Tool("gtrex, verify", "gtrex", "verify", "gtrex>=1.1"),
    Tool("gtrex, repair", "gtrex", "repair", "gtrex>=1.1"),
    Tool("rapidfuzz, partial ratio >= 90", "rapidfuzz", "as-is", "rapidfuzz>=3.14"),
    Tool("the same, lower case", "rapidfuzz", "lower", "rapidfuzz>=3.14"),
    Tool("instructor, citations", "instructor", "", "instructor>=1.17,<2"),
    Tool("`str.find`", "find"),
)
TOOLS = (OURS, *PEERS)


@cache
def interpreter(tool: Tool) -> Path | None:
    """The Python that has the tool, installed now if need be; None where that fails."""
    if not tool.requires:
        return Path(sys.executable)
    folder = _ENVIRONMENTS / tool.adapter
    python, stamp = folder / "bin" / "python", folder / "requires.txt"
    wanted = f"{tool.requires} python {sys.version_info.major}.{sys.version_info.minor}\n"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    pip = [
        str(python),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "--quiet",
        "install",
    ]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([*pip, tool.requires], check=True, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{tool.requires}: not installed ({error})", file=sys.stderr)
        return None
    stamp.write_text(wanted, encoding="utf-8")
    return python
