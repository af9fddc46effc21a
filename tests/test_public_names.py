"""The public names are one short list, and asking for them loads nothing heavy."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import llmextract

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {"openai", "instructor", "vcr", "rich", "tenacity", "xllamacpp"}


def test_all_names_what_is_public() -> None:
    public = {
        name
        for name, value in vars(llmextract).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert public == set(llmextract.__all__) - {"__version__"}


def test_all_is_sorted_and_short() -> None:
    assert list(llmextract.__all__) == sorted(set(llmextract.__all__))
    assert len(llmextract.__all__) <= 25


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import llmextract", id="import"),
        pytest.param(
            "import sys; sys.argv = ['llmextract', '--help']; "
            "from llmextract.cli import main; sys.exit(main())",
            id="help",
        ),
    ],
)
def test_nothing_heavy_is_loaded(program: str) -> None:
    command = [sys.executable, "-X", "importtime", "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "llmextract" in loaded
    assert not loaded & HEAVY
