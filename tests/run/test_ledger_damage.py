"""A ledger that is not what was written: refused and left alone, never believed, never rebuilt."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from llmextract.errors import LedgerError, LlmextractError, SettingsError
from llmextract.run.ledger import Decision, ledger_path, open_ledger, read_ledger
from tests.run.batches import KEY, articles, do, done, due, whole

COUNT = 60
FLIPS = int(os.environ.get("LLMEXTRACT_FLIPS", "150"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger whose batch is done."""
    output = tmp_path_factory.mktemp("sound") / "out.jsonl"
    done(output, COUNT)
    return ledger_path(output).read_bytes()


def version(data: bytes, number: int) -> bytes:
    """The same with another version, bytes 60 to 63 of the header."""
    return data[:60] + number.to_bytes(4, "big") + data[64:]


def zeroed(data: bytes) -> bytes:
    half = len(data) // 2
    return data[:half] + bytes(4096) + data[half + 4096 :]


def no_version(data: bytes) -> bytes:
    return version(data, 0)


def of_another_program(data: bytes) -> bytes:
    return data[:68] + bytes(4) + data[72:]


def cut(length: int) -> Callable[[bytes], bytes]:
    """The same up to a length; counted from its end if negative."""
    return lambda data: data[:length]


def all_zero(data: bytes) -> bytes:
    return bytes(len(data))


def some_text(data: bytes) -> bytes:
    return b'{"id": "a"}\n' * (len(data) // 12)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(cut(0), id="empty"),
        pytest.param(cut(50), id="cut-in-header"),
        pytest.param(cut(20_000), id="cut"),
        pytest.param(cut(-4096), id="last-page-gone"),
        all_zero,
        zeroed,
        some_text,
        no_version,
        of_another_program,
    ],
)
def test_damage_is_refused_and_left_as_it_is(
    tmp_path: Path, sound: bytes, damage: Callable[[bytes], bytes]
) -> None:
    output = tmp_path / "out.jsonl"
    ledger_path(output).write_bytes(damage(sound))
    with pytest.raises(LedgerError, match=r"damaged .*--fresh"):
        open_ledger(output, KEY)
    assert ledger_path(output).read_bytes() == damage(sound)
    with open_ledger(output, KEY, fresh=True) as ledger:
        assert ledger.set_aside is not None
        assert ledger.set_aside.read_bytes() == damage(sound)


def test_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path, sound: bytes) -> None:
    output = tmp_path / "out.jsonl"
    ledger_path(output).write_bytes(version(sound, 2))
    with pytest.raises(SettingsError, match=r"newer llmextract \(ledger version 2"):
        open_ledger(output, KEY)
    with pytest.raises(SettingsError, match="newer"), read_ledger(output):
        pass
    assert ledger_path(output).read_bytes() == version(sound, 2)
    with open_ledger(output, KEY, fresh=True) as ledger:
        assert due(ledger, 1) == ["a0"]


def test_a_link_in_the_place_of_the_ledger_is_not_followed(tmp_path: Path, sound: bytes) -> None:
    (victim := tmp_path / "victim").write_bytes(sound)
    ledger_path(tmp_path / "out.jsonl").symlink_to(victim)
    with pytest.raises(SettingsError, match=r"out\.jsonl\.ledger is a symbolic"):
        open_ledger(tmp_path / "out.jsonl", KEY)
    assert victim.read_bytes() == sound


def test_a_flipped_byte_never_gives_another_result(tmp_path: Path, sound: bytes) -> None:
    random_ = random.Random(1)
    refused = 0
    for number in range(FLIPS):
        output = tmp_path / f"{number}.jsonl"
        place, bit = random_.randrange(len(sound)), 1 << random_.randrange(8)
        ledger_path(output).write_bytes(
            sound[:place] + bytes([sound[place] ^ bit]) + sound[place + 1 :]
        )
        try:
            with open_ledger(output, KEY) as ledger:
                decisions = [each.decision for each in ledger.admit(articles(COUNT))]
                lines = b"".join(line + b"\n" for line in ledger.read().lines())
        except LlmextractError:
            refused += 1
        else:
            assert lines == whole(COUNT), f"byte {place}, bit {bit}"
            assert decisions == [Decision.DONE] * COUNT, f"byte {place}, bit {bit}"
    assert refused > FLIPS // 10


def test_a_result_that_was_altered_within_sound_pages_is_refused(
    tmp_path: Path, sound: bytes
) -> None:
    output = tmp_path / "out.jsonl"
    ledger_path(output).write_bytes(sound)
    with closing(sqlite3.connect(ledger_path(output))) as connection, connection:
        connection.execute("UPDATE results SET line = x'7b7d' WHERE article = 3")
    with read_ledger(output) as reader, pytest.raises(LedgerError, match="article 3 was altered"):
        list(reader.lines())


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_journal_costs_calls_but_gives_no_wrong_result(tmp_path: Path, seed: int) -> None:
    """SQLite takes its journal up to the first frame that is not whole."""
    output, random_ = tmp_path / "out.jsonl", random.Random(seed)
    with open_ledger(output, KEY) as ledger:
        for name in due(ledger, COUNT):
            do(ledger, [name])
            ledger.read()
        (aside := tmp_path / "aside").mkdir()
        for file in tmp_path.glob("out.jsonl.ledger*"):
            shutil.copy(file, aside)
    journal = aside / "out.jsonl.ledger-wal"
    data = bytearray(journal.read_bytes())
    data[random_.randrange(len(data))] ^= 1 << random_.randrange(8)
    journal.write_bytes(data)
    with open_ledger(aside / "out.jsonl", KEY) as ledger:
        left = due(ledger, COUNT)
        assert left == [f"a{n}" for n in range(COUNT - len(left), COUNT)]
        do(ledger, left)
        assert b"".join(line + b"\n" for line in ledger.read().lines()) == whole(COUNT)
