"""The files of an evaluation: result lines, gold lines, and the articles they are of."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from llmextract.article.article import Article
from llmextract.article.sources import read_folder
from llmextract.ask.jsontext import read_rows
from llmextract.ask.shape import Group
from llmextract.ask.wire import Json, JsonObject
from llmextract.errors import InputError, SchemaError, reason_of
from llmextract.evaluate.fill import from_gold, from_result, strange_words
from llmextract.evaluate.labelled import Labelled

Errors = list[InputError]


@dataclass(frozen=True)
class ResultLine:
    """One result line before its records are read: where it stands and the article it is of."""

    origin: str
    row: JsonObject
    article: str
    sha256: str | None
    published: date | None

    @property
    def is_failed(self) -> bool:
        """Whether no call for the article was answered."""
        return self.row.get("status") == "failed"


@dataclass(frozen=True)
class Rejected:
    """A record that a run let fall: what the model wrote, and the rows that say why."""

    id: str
    article: str
    schema: str
    value: Json
    rows: tuple[JsonObject, ...]


@dataclass(frozen=True)
class Gold:
    """Gold records with the lines they stand in, and their schemas by name.

    `strange` holds, for each record, the words that its article does not say, with their paths.
    """

    records: list[Labelled] = field(default_factory=list[Labelled])
    origins: list[str] = field(default_factory=list[str])
    strange: list[list[tuple[str, str]]] = field(default_factory=list[list[tuple[str, str]]])
    groups: dict[str, Group] = field(default_factory=dict[str, Group])


def read_results(path: Path, errors: Errors) -> dict[str, ResultLine]:
    """The result lines of a file by article id; a line that cannot be used is added to `errors`."""
    found: dict[str, ResultLine] = {}
    for origin, row in _rows(path, errors):
        with _named(origin, errors):
            line = _result_line(origin, row)
            if line.article in found:
                first = found[line.article].origin
                raise InputError(
                    f"the article {line.article!r} stands in {first} too; give one run at a time"
                )
            found[line.article] = line
    return found


def read_gold(
    path: Path,
    articles: Mapping[str, Article],
    group_of: Callable[[str], Group | None],
    errors: Errors,
) -> Gold:
    """The gold records of a file, located in their articles.

    `group_of` gives None for a schema that is not asked for. A line that cannot be used is added to
    `errors`.
    """
    gold = Gold()
    for origin, row in _rows(path, errors):
        with _named(origin, errors):
            group = group_of(_string(row, "schema"))
            if group is None:
                continue
            name = _string(row, "article")
            if name not in articles:
                raise InputError(f"no article {name!r} in the folder; give an id or a file name")
            given = row.get("id")
            identity = origin if given is None else str(given)
            article, record = articles[name], row.get("record")
            gold.records.append(from_gold(group, article, identity, record))
            gold.origins.append(origin)
            gold.strange.append(strange_words(group, article, record))
            gold.groups[group.name] = group
    return gold


def articles_by_name(
    folder: Path, results: Mapping[str, ResultLine], errors: Errors
) -> dict[str, Article]:
    """The articles of a folder by id and by file name, dated as the results are.

    Raises `InputError` for results of another text.
    """
    named: dict[str, Article] = {}
    for origin, article in read_folder(folder, errors):
        line = results.get(article.id)
        if line is not None:
            if line.sha256 not in (None, article.sha256):
                raise InputError(
                    f"{line.origin}: made from another text than {origin}, so that no "
                    f"offset can be compared; extract again, or give the folder of that text"
                )
            article = replace(article, published=article.published or line.published)
        named[article.id] = named[Path(origin).name] = article
    return named


def read_records(
    line: ResultLine, groups: Mapping[str, Group], errors: Errors
) -> tuple[list[Labelled], int]:
    """The records of a result line that are of these schemas, and how many are of others."""
    records: list[Labelled] = []
    others = 0
    for record in _objects(line.row.get("records")):
        identity = record.get("id")
        with _named(f"{line.origin}: record {identity}", errors):
            group = groups.get(_string(record, "schema"))
            if group is None:
                others += 1
                continue
            spans = record.get("spans")
            by_path = {
                at: _objects(found)
                for at, found in (spans if isinstance(spans, dict) else {}).items()
            }
            value = record.get("value")
            records.append(from_result(group, line.article, str(identity), value, by_path))
    return records, others


def read_rejected(line: ResultLine) -> list[Rejected]:
    """The records of a result line that fell whole, each with all of its rows."""
    rows = _objects(line.row.get("rejections"))
    return [
        Rejected(
            id=str(row.get("record")),
            article=line.article,
            schema=str(row.get("schema")),
            value=row.get("value"),
            rows=tuple(each for each in rows if each.get("record") == row.get("record")),
        )
        for row in rows
        if row.get("path") == ""
    ]


def _result_line(origin: str, row: JsonObject) -> ResultLine:
    article = row.get("article")
    if not isinstance(article, dict) or not isinstance(row.get("records"), list):
        raise InputError("no result line of llmextract extract: 'article' or 'records' is missing")
    digest, published = article.get("sha256"), article.get("published")
    try:
        day = None if published is None else date.fromisoformat(str(published))
    except ValueError as error:
        raise InputError("article.published is no ISO date such as 2024-12-04") from error
    return ResultLine(
        origin=origin,
        row=row,
        article=_string(article, "id"),
        sha256=digest if isinstance(digest, str) else None,
        published=day,
    )


def _rows(path: Path, errors: Errors) -> Iterator[tuple[str, JsonObject]]:
    """The objects of a JSON Lines file with the place of each; raises `InputError` for the file."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise InputError(f"{path}: {reason_of(error)}; check the path") from error
    for origin, row in read_rows(lines, f"{path}:"):
        if isinstance(row, InputError):
            errors.append(row)
        else:
            yield origin, row


@contextmanager
def _named(origin: str, errors: Errors) -> Generator[None]:
    """Keep what is wrong with a line, with its place, so that the other lines are still read."""
    try:
        yield
    except (InputError, SchemaError) as error:
        errors.append(InputError(f"{origin}: {error}"))


def _string(row: JsonObject, name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise InputError(f"the field {name!r} is missing or no string")
    return value


def _objects(value: Json) -> list[JsonObject]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
