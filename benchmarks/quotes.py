"""Whether a tool finds what an article says, and only that."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from benchmarks.children import Outcome, Request, measure
from benchmarks.peers.child import Span
from benchmarks.tools import ROOT, Tool

_SUITE = ROOT / "tests" / "data" / "quotes_dev.jsonl"
_OVERLAP = 0.9
_SECONDS = 240


class Row(BaseModel):
    """A quote of the suite: benign, and where it stands, or false."""

    kind: str
    benign: bool
    article: str
    start: int
    end: int
    quote: str


@dataclass(slots=True)
class Count:
    """Quotes of one kind: how many, how many located, and of these how well."""

    asked: int = 0
    located: int = 0
    same_span: int = 0
    same_words: int = 0
    overlapping: int = 0


@dataclass(frozen=True, slots=True)
class Quality:
    """What a tool makes of the suite, by kind of edit; or why nothing."""

    tool: Tool
    kinds: dict[str, Count] = field(default_factory=dict[str, Count])
    failure: str = ""


def read_suite() -> tuple[list[Row], dict[str, str]]:
    """The rows of the suite and the articles they name, with every line end as it is."""
    lines = _SUITE.read_text(encoding="utf-8").splitlines()
    rows = [Row.model_validate_json(line) for line in lines]
    names = sorted({row.article for row in rows})
    return rows, {name: (ROOT / "seeds" / name).read_bytes().decode() for name in names}


def assess(tool: Tool, rows: Sequence[Row], articles: dict[str, str]) -> Quality:
    """Ask a tool for every quote by itself, so that none depends on another."""
    kinds: defaultdict[str, Count] = defaultdict(Count)
    for name, text in articles.items():
        asked = [row for row in rows if row.article == name]
        outcome = _locate(tool, text, asked)
        if outcome.failure:
            return Quality(tool, failure=outcome.failure)
        for row, span in zip(asked, outcome.answers[0].spans, strict=True):
            tally(kinds[row.kind], text, (row.start, row.end), span)
    return Quality(tool, dict(kinds))


def tally(count: Count, text: str, true: Span, found: Span | None) -> None:
    """Count one answer."""
    count.asked += 1
    if found is None:
        return
    count.located += 1
    count.same_span += found == true
    count.same_words += words_of(text, found) == words_of(text, true)
    count.overlapping += overlap(found, true) >= _OVERLAP


def words_of(text: str, span: Span) -> Span:
    """The span without the marks and spaces at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def overlap(one: Span, other: Span) -> float:
    """What two spans share of what they cover together, from 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / max(max(one[1], other[1]) - min(one[0], other[0]), 1)


def _locate(tool: Tool, text: str, rows: Sequence[Row]) -> Outcome:
    quotes = [row.quote for row in rows]
    return measure(tool, Request(text, quotes, repeats=1, seconds=_SECONDS, apart=True))


def benign_kinds(rows: Sequence[Row]) -> dict[str, bool]:
    """Every kind of the suite, the benign ones first, and whether it is one."""
    kinds = {row.kind: row.benign for row in rows}
    return dict(sorted(kinds.items(), key=lambda kind: not kind[1]))


def total(quality: Quality, kinds: dict[str, bool], *, benign: bool) -> Count:
    """The counts of all benign kinds together, or of all false ones."""
    counts = [quality.kinds[kind] for kind, good in kinds.items() if good == benign]
    return Count(
        sum(count.asked for count in counts),
        sum(count.located for count in counts),
        sum(count.same_span for count in counts),
        sum(count.same_words for count in counts),
        sum(count.overlapping for count in counts),
    )
