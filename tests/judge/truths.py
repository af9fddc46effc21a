"""Hand-filled records, the articles they are of, and what is said where."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, cast

from pydantic import BaseModel

from llmextract import Article
from llmextract.ask.wire import Json, JsonObject
from llmextract.schemas import Actor, Claim, Event
from tests.judge.edits import words

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "data" / "gold.jsonl"
MORE = GOLD.with_name("gold_more.jsonl")
SCHEMAS: dict[str, type[BaseModel]] = {"actor": Actor, "event": Event, "claim": Claim}
# Names "Iran" and cites a sentence that only says "Iranian".
WRONG = frozenset({"000:actor:7"})
"""Records of the gold that are wrong themselves."""

Sort = Literal["words", "anywhere", "time", "number", "label"]
Steps = tuple[str | int, ...]

_SORTS: dict[str, dict[str, Sort]] = {
    "actor": {
        "name": "words",
        "aliases[]": "anywhere",
        "title": "words",
        "member_of": "anywhere",
        "kind": "label",
        "type": "label",
    },
    "event": {
        "trigger": "words",
        "participants[].mention": "words",
        "participants[].role": "label",
        "places[]": "words",
        "time": "time",
        "figures[].count": "number",
        "figures[].of": "words",
        "figures[].period": "time",
        "figures[].kind": "label",
        "reported_by": "words",
        "type": "label",
        "factuality": "label",
    },
    "claim": {
        "source": "words",
        "source_name": "anywhere",
        "relayed_by[]": "words",
        "cue": "words",
        "content[]": "words",
        "certainty_cue": "words",
        "verification_cue": "words",
        "time": "time",
        "speech_act": "label",
        "certainty": "label",
        "polarity": "label",
        "verification": "label",
    },
}


@dataclass(frozen=True)
class Field:
    """A field of a record: where it is, what sort of thing it holds, and what it holds now."""

    path: Steps
    name: str
    sort: Sort
    value: Json


@dataclass(frozen=True)
class Page:
    """An article, and the folded words of each of its sentences."""

    article: Article

    @cached_property
    def said(self) -> list[str]:
        """The words of each sentence; furniture says nothing."""
        return [
            "" if sentence.region == "boilerplate" else words(sentence.text)
            for sentence in self.article.sentences
        ]

    @cached_property
    def printed(self) -> str:
        """The words of page furniture, each sentence apart from the next."""
        furniture = (s for s in self.article.sentences if s.region == "boilerplate")
        return "|".join(words(sentence.text) for sentence in furniture)

    @cached_property
    def all(self) -> str:
        """The words of the whole article without its furniture."""
        return self.of([n for n, said in enumerate(self.said, 1) if said])

    @cached_property
    def windows(self) -> list[str]:
        """The words of every one to four sentences that adjoin."""
        size = len(self.said)
        return [
            self.of(range(first, first + wide))
            for wide in range(1, 5)
            for first in range(1, size - wide + 2)
        ]

    def of(self, numbers: Sequence[int]) -> str:
        """The words of some sentences, run on where they adjoin."""
        run = ""
        for place, number in enumerate(numbers):
            apart = place and number != numbers[place - 1] + 1
            run += f"|{self.said[number - 1]}" if apart else self.said[number - 1][1:]
        return f" {run}"


@dataclass(frozen=True)
class Gold:
    """A record that a person filled in and holds to be true."""

    id: str
    article: str
    schema: str
    record: JsonObject
    file: Path

    @property
    def siblings(self) -> "tuple[Gold, ...]":
        """The records of the same file."""
        return load(self.file)

    @property
    def page(self) -> Page:
        """The article it is of."""
        return pages(self.file.parent / "articles")[self.article]

    @cached_property
    def numbers(self) -> list[int]:
        """The sentences that its quotes stand in."""
        article, found = self.page.article, set[int]()
        for quote in cast("list[str]", self.record["quotes"]):
            start = article.text.index(quote)
            found.update(
                sentence.number
                for sentence in article.sentences
                if sentence.start < start + len(quote) and start < sentence.end
            )
        return sorted(found)

    @cached_property
    def cited(self) -> str:
        """The words of the sentences it cites."""
        return self.page.of(self.numbers)

    @cached_property
    def fields(self) -> list[Field]:
        """Every field, stated or not; one more item at the end of each list of words."""
        return list(fields(self.schema, self.record))


@cache
def pages(folder: Path = ROOT / "seeds") -> dict[str, Page]:
    """The articles of a folder by file name; those of the seeds where there is none."""
    texts = sorted((folder if folder.is_dir() else ROOT / "seeds").glob("*.txt"))
    return {text.name: Page(Article.from_file(text)) for text in texts}


@cache
def load(path: Path = GOLD) -> tuple[Gold, ...]:
    """The records of a file, without those known to be wrong."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [Gold(**json.loads(line), file=path) for line in lines if line]
    return tuple(row for row in rows if row.id not in WRONG)


def load_all() -> tuple[Gold, ...]:
    """The client's records and those added for the seeds that they leave out."""
    return (*load(), *load(MORE))


def stands(value: str, said: str) -> bool:
    """Whether the words of `value` stand in a row in `said`; what has no words stands nowhere."""
    asked = words(value)
    return bool(asked.strip()) and asked in said


def fields(schema: str, record: JsonObject) -> Iterator[Field]:
    """Every field of a record, stated or not, in the order of the schema."""
    for name, sort in _SORTS[schema].items():
        head, _, rest = name.partition("[]")
        if head == name:
            yield Field((head,), name, sort, record.get(head))
            continue
        found = record.get(head)
        items = found if isinstance(found, list) else []
        inner = rest.removeprefix(".")
        for place, item in enumerate(items):
            if not inner:
                yield Field((head, place), name, sort, item)
            elif isinstance(item, dict):
                yield Field((head, place, inner), name, sort, item.get(inner))
        if not rest:
            yield Field((head, len(items)), name, sort, None)


def dotted(path: Steps) -> str:
    """A path as the verdicts write it."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def reached(record: Json, path: Steps) -> Json:
    """What stands at a path, or None."""
    here = record
    for step in path:
        if isinstance(here, list):
            here = here[step] if isinstance(step, int) and step < len(here) else None
        else:
            here = here.get(str(step)) if isinstance(here, dict) else None
    return here


def put(record: JsonObject, path: Steps, value: Json) -> JsonObject:
    """A copy with one value changed; an index one past the end adds an item."""
    return cast("JsonObject", _put(record, path, value))


def _put(node: Json, path: Steps, value: Json) -> Json:
    if not path:
        return value
    step = path[0]
    if isinstance(node, list):
        assert isinstance(step, int)
        below = node[step] if step < len(node) else None
        return [*node[:step], _put(below, path[1:], value), *node[step + 1 :]]
    assert isinstance(node, dict)
    assert isinstance(step, str)
    return {**node, step: _put(node.get(step), path[1:], value)}


def by_sentences(gold: Gold, record: JsonObject) -> JsonObject:
    """The same record citing by sentence numbers."""
    rest = {name: value for name, value in record.items() if name != "quotes"}
    return {"sentences": cast("Json", gold.numbers), **rest}
