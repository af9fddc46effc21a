"""JSON as text: as it is sent, in characters that can be, and as lines of it are read."""

import json
import re
from collections.abc import Iterable, Iterator

from llmextract.ask.wire import Json, JsonObject
from llmextract.errors import InputError

_SURROGATES = re.compile("[\ud800-\udfff]")


def compact(value: object) -> str:
    """JSON as it is sent: in its own letters, without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def whole_characters(text: str) -> str:
    """A text without half surrogate pairs, which no UTF-8 can hold: U+FFFD stands in for each."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def read_rows(lines: Iterable[bytes], place: str) -> Iterator[tuple[str, JsonObject | InputError]]:
    """The object of every line that is not blank, or why it has none, each with where it stands.

    That is `place` with the number of the line behind it: "line 1", "gold.jsonl:1".
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        origin = f"{place}{number}"
        try:
            row: Json = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield origin, InputError(f"{origin}: no JSON ({error})")
            continue
        if isinstance(row, dict):
            yield origin, row
        else:
            yield origin, InputError(f"{origin}: an object is expected")
