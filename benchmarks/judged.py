"""How many true values are refused, and how many false ones let through, set by set or by field.

python -m benchmarks.judged [FOLDER] [--each]

Without a folder every set of `benchmarks/invented` has a line; of a folder every field has one. A
set has articles, `true.jsonl` and `false.jsonl`: lines of `{"id", "article", "schema", "record"}`,
a false one with `wrong`, the path of the one field that was made wrong in a true record, and
`how`. All its articles are invented, and its records were filled in before any rule had seen them.
Of the sets called `unread` no rule was written by looking at what went wrong: `--each` on one of
them ends that.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from benchmarks.tables import circumstances, table
from llmextract import Article, Judgement, check
from llmextract.schemas import Actor, Claim, Event

_PLACE = re.compile(r"\[\d+\]")
INVENTED = Path(__file__).with_name("invented")
SCHEMAS: dict[str, type[BaseModel]] = {"actor": Actor, "claim": Claim, "event": Event}


class Judged(NamedTuple):
    """How often each field of a set is stated, refused, made wrong, and let through."""

    stated: Counter[str]
    refused: Counter[str]
    made: Counter[str]
    accepted: Counter[str]

    def row(self, name: str, field: str | None = None) -> list[str]:
        """The cells of a line: of one field, or of all of them."""
        true, fell, false, stood = (
            column.total() if field is None else column[field] for column in self
        )
        share = f"{stood / false:.0%}" if false else ""
        return [name, *map(str, (true, fell, false, stood)), share]


def main() -> None:
    """Judge true and false records and print what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judged", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="one set, field by field")
    parser.add_argument("--each", action="store_true", help="list every value that went wrong")
    given = parser.parse_args()
    if given.folder is None:
        folders = sorted(path.parent for path in INVENTED.glob("*/true.jsonl"))
        rows = [judge_set(folder, each=given.each).row(folder.name) for folder in folders]
        first = "set"
    else:
        judged = judge_set(given.folder, each=given.each)
        fields = sorted(set(judged.stated) | set(judged.made))
        rows = [judged.row(field, field) for field in fields] + [judged.row("**all**")]
        first = "field"
    print(circumstances(), end="\n\n")
    print(table([first, "true", "refused", "false", "let through", "share"], rows))


def judge_set(folder: Path, *, each: bool) -> Judged:
    """Judge the true and the false records of a folder; with `each` print what went wrong."""
    return Judged(*_true(folder, each=each), *_false(folder, each=each))


def _true(folder: Path, *, each: bool) -> tuple[Counter[str], Counter[str]]:
    """The values that true records state, and those that are refused."""
    stated, refused = Counter[str](), Counter[str]()
    for row, judgement in _judged(folder, "true.jsonl"):
        for verdict in judgement.verdicts:
            name = _field(row, verdict.path)
            if verdict.status == "not_stated" or verdict.path.startswith("quotes"):
                continue
            stated[name] += 1
            if verdict.status == "rejected":
                refused[name] += 1
                if each:
                    print(f"refused: {row['id']} {verdict.path}: {verdict.detail}")
    return stated, refused


def _false(folder: Path, *, each: bool) -> tuple[Counter[str], Counter[str]]:
    """The values that were made wrong, and those that stand."""
    made, accepted = Counter[str](), Counter[str]()
    for row, judgement in _judged(folder, "false.jsonl"):
        name = _field(row, row["wrong"])
        made[name] += 1
        if not _falls(judgement, row["wrong"]):
            accepted[name] += 1
            if each:
                print(f"let through: {row['id']} {row['wrong']}: {row['how']}")
    return made, accepted


def _judged(folder: Path, name: str) -> Iterator[tuple[dict[str, Any], Judgement]]:
    articles = {
        path.name: Article.from_file(path) for path in sorted((folder / "articles").glob("*.txt"))
    }
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (judgement,) = check(
            articles[row["article"]], [row["record"]], schema=SCHEMAS[row["schema"]]
        )
        yield row, judgement


def _falls(judgement: Judgement, wrong: str) -> bool:
    """Whether a path is refused, or the item or list that it stands in, or a part of it."""
    item = re.sub(r"\.\w+\Z", "", wrong) if "[" in wrong else wrong
    return any(
        row.path.startswith((wrong, item)) or wrong.startswith(f"{row.path}.") or not row.path
        for row in judgement.rejected
    )


def _field(row: dict[str, Any], path: str) -> str:
    return f"{row['schema']}, {_PLACE.sub('', path)}"


if __name__ == "__main__":
    main()
