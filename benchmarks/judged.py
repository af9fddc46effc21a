"""How many true values are refused, and how many false ones let through, field by field.

python -m benchmarks.judged [FOLDER] [--each]

A folder has articles, `true.jsonl` and `false.jsonl`: lines of `{"id", "article", "schema",
"record"}`, a false one with `wrong`, the path of the one field that was made wrong in a true
record, and `how`. `benchmarks/invented` holds eight articles that were invented for it, and what
was filled from them before the rules had seen any.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from benchmarks.tables import circumstances, table
from llmextract import Article, Judgement, check
from llmextract.schemas import Actor, Claim, Event

_PLACE = re.compile(r"\[\d+\]")
INVENTED = Path(__file__).with_name("invented")
SCHEMAS: dict[str, type[BaseModel]] = {"actor": Actor, "claim": Claim, "event": Event}


def main() -> None:
    """Judge both files and print the shares of each field."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judged", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=INVENTED)
    parser.add_argument("--each", action="store_true", help="list every value that went wrong")
    given = parser.parse_args()
    stated, refused = _true(given.folder, each=given.each)
    made, accepted = _false(given.folder, each=given.each)
    fields = sorted(set(stated) | set(made))
    rows = [[name, *_counts(name, stated, refused, made, accepted)] for name in fields]
    everything = [_sum(column) for column in (stated, refused, made, accepted)]
    rows.append(["**all**", *_counts("", *everything)])
    print(circumstances(), end="\n\n")
    print(table(["field", "true", "refused", "false", "let through", "share"], rows))


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


def _sum(column: Counter[str]) -> Counter[str]:
    return Counter({"": column.total()})


def _counts(name: str, *columns: Counter[str]) -> list[str]:
    numbers = [column[name] for column in columns]
    share = f"{numbers[3] / numbers[2]:.0%}" if numbers[2] else ""
    return [*map(str, numbers), share]


if __name__ == "__main__":
    main()
