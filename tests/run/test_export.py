"""The export is there whole or not at all, and takes nothing else's place."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from llmextract.errors import LedgerError, SettingsError
from llmextract.run.export import write_jsonl, written_whole
from llmextract.run.ledger import ledger_path

ROOT = Path(__file__).resolve().parents[2]
SHORT_OF_ROOM = """
import resource, sys
from pathlib import Path
from llmextract.errors import LlmextractError
from llmextract.run.export import write_jsonl
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    write_jsonl((b"x" * 999 for _ in range(3000)), Path(sys.argv[1]))
except LlmextractError as error:
    sys.exit(str(error))
"""

OLD = b'{"article": {"id": "a"}}\n'


def test_lines_are_written_in_order_and_counted(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    lines = [b'{"n": %d, "text": "%s"}' % (n, b"x" * n) for n in range(3000)]
    assert write_jsonl(iter(lines), output) == 3000
    assert output.read_bytes() == b"".join(line + b"\n" for line in lines)
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_no_lines_make_an_empty_file(tmp_path: Path) -> None:
    assert write_jsonl([], tmp_path / "out.jsonl") == 0
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_the_new_file_may_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_jsonl([b"{}"], tmp_path / "out.jsonl")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.jsonl").stat().st_mode) == 0o640


def test_lines_that_end_in_an_error_leave_the_old_file(tmp_path: Path) -> None:
    def lines() -> Iterator[bytes]:
        yield b"new" * 1_000_000
        raise LedgerError("altered")

    (output := tmp_path / "out.jsonl").write_bytes(OLD)
    with pytest.raises(LedgerError, match="altered"):
        write_jsonl(lines(), output)
    assert output.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("size", [0, 500, 1_048_576, 2_999_999])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, size: int) -> None:
    """The limit makes the disk take a part of a write first, as a full one does."""
    (output := tmp_path / "out.jsonl").write_bytes(OLD)
    command = [sys.executable, "-c", SHORT_OF_ROOM, str(output), str(size)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "the results are safe in the ledger" in ended.stderr
    assert output.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no room") as told, written_whole(tmp_path / "out.jsonl"):
        raise OSError("no room")
    assert (told.value.strerror, told.value.filename) == ("no room", str(tmp_path / "out.jsonl"))
    assert not list(tmp_path.iterdir())


def test_what_a_dead_run_left_is_replaced_and_never_followed(tmp_path: Path) -> None:
    (victim := tmp_path / "victim").write_bytes(b"dear")
    (tmp_path / "out.jsonl.part").symlink_to(victim)
    write_jsonl([b"{}"], tmp_path / "out.jsonl")
    assert victim.read_bytes() == b"dear"
    assert (tmp_path / "out.jsonl").read_bytes() == b"{}\n"


@pytest.mark.parametrize("leads", ["real.jsonl", "nowhere"])
def test_a_link_is_refused_and_stays_a_link(tmp_path: Path, leads: str) -> None:
    (real := tmp_path / "real.jsonl").write_bytes(b"old")
    (link := tmp_path / "link.jsonl").symlink_to(tmp_path / leads)
    with pytest.raises(SettingsError, match="a symbolic link, which is not followed"):
        write_jsonl([b"{}"], link)
    assert link.is_symlink()
    assert real.read_bytes() == b"old"


def test_what_is_no_result_is_not_replaced(tmp_path: Path) -> None:
    (notes := tmp_path / "notes.txt").write_bytes(b"hello")
    with pytest.raises(SettingsError, match="holds something else than results"):
        write_jsonl([OLD], notes)
    assert notes.read_bytes() == b"hello"


def test_a_pipe_or_a_folder_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    for place in (pipe, tmp_path):
        with pytest.raises(LedgerError, match="no regular file"):
            write_jsonl([b"{}"], place)
    assert pipe.is_fifo()
    assert tmp_path.is_dir()


@pytest.mark.parametrize(
    "there",
    [
        pytest.param(OLD[:5], id="cut"),
        pytest.param(bytes(len(OLD)), id="zeros"),
        pytest.param(b"\xef\xbb\xbf" + OLD, id="byte-order-mark"),
        pytest.param(b"\r\n" + OLD, id="crlf"),
    ],
)
def test_whatever_became_of_an_output_beside_its_ledger_it_is_written_again(
    tmp_path: Path, there: bytes
) -> None:
    """row-35"""
    (output := tmp_path / "out.jsonl").write_bytes(there)
    with pytest.raises(SettingsError, match="something else"):
        write_jsonl([OLD[:-1]], output)
    ledger_path(output).touch()
    write_jsonl([OLD[:-1]], output)
    assert output.read_bytes() == OLD
