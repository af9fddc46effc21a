"""The line commands: JSON Lines in, JSON Lines out, in the same order, without any model."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from llmextract.article.article import Article
from llmextract.article.sources import read_folder
from llmextract.ask.derive import Models, derive_only
from llmextract.ask.jsontext import read_rows
from llmextract.ask.shape import Group
from llmextract.ask.wire import Json
from llmextract.errors import InputError, SchemaError
from llmextract.judge.policy import Policy, policy_fingerprint, policy_of
from llmextract.judge.record import judge
from llmextract.judge.verdict import Judgement, Verdict

# One answer, or why a line has none.
Answered = str | InputError


def locate_lines(path: str, lines: Iterable[bytes]) -> Iterator[Answered]:
    """Where an article says each quote of `{"id", "quote"}` lines; raises `InputError` for it."""
    article = Article.from_file(path)
    for origin, row in read_rows(lines, "line "):
        quote = row.get("quote") if isinstance(row, dict) else None
        if isinstance(row, InputError):
            yield row
        elif not isinstance(quote, str):
            yield InputError(f"{origin}: the field 'quote' is missing or no string")
        else:
            location = article.locate(quote)
            yield _line(
                {
                    "id": row.get("id"),
                    "status": location.status,
                    "start": location.start,
                    "end": location.end,
                    "exact": location.exact,
                    "region": location.region,
                    "others": [{"start": start, "end": end} for start, end in location.others],
                    "code": location.code,
                    "nearest": location.nearest,
                }
            )


def check_lines(
    folder: Path,
    published: date | None,
    models_of: Callable[[str], Models],
    lines: Iterable[bytes],
    policy: str = Policy.DROP,
) -> Iterator[Answered]:
    """A judgement of each `{"id", "article", "schema", "record"}` line.

    An article that cannot be read is said first. Raises `SettingsError` for two of one id.
    """
    unread: list[InputError] = []
    articles = _articles_by_name(folder, published, unread)
    yield from unread
    chosen = policy_of(policy)

    @cache
    def group_of(name: str) -> Group:
        return derive_only(name, models_of(name))

    for origin, row in read_rows(lines, "line "):
        if isinstance(row, InputError):
            yield row
            continue
        name, schema = row.get("article"), row.get("schema")
        try:
            if not isinstance(name, str) or name not in articles:
                raise InputError(f"no article {name!r} in the folder; give an id or a file name")
            if not isinstance(schema, str):
                raise InputError("the field 'schema' is missing or no string")
            group = group_of(schema)
        except (InputError, SchemaError) as error:
            yield InputError(f"{origin}: {error}")
            continue
        judgement = judge(articles[name], group, row.get("record"), policy=chosen)
        yield _line(_judgement(row.get("id"), judgement, chosen))


def _articles_by_name(
    folder: Path, published: date | None, unread: list[InputError]
) -> dict[str, Article]:
    """The articles of a folder by id and by file name."""
    named: dict[str, Article] = {}
    for origin, article in read_folder(folder, unread, published=published):
        named[article.id] = named[Path(origin).name] = article
    return named


def _judgement(identity: Json, judgement: Judgement, policy: Policy) -> dict[str, object]:
    value = judgement.value
    return {
        "id": identity,
        "accepted": judgement.accepted,
        "value": None if value is None else value.model_dump(mode="json", by_alias=False),
        "verdicts": [_verdict(verdict) for verdict in judgement.verdicts],
        "losses": [_verdict(verdict) for verdict in judgement.losses],
        "flagged": list(judgement.flagged),
        "fingerprint": {"policy": policy_fingerprint(policy)},
    }


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "path": verdict.path,
        "status": verdict.status,
        "code": verdict.code,
        "span": None if verdict.span is None else verdict.span._asdict(),
        "nearest": verdict.nearest,
        "detail": verdict.detail,
    }


def _line(row: dict[str, object]) -> str:
    # A lone surrogate in an id or a quote cannot be written as UTF-8; it stays escaped.
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
