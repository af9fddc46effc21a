"""Articles from files and folders: plain UTF-8 text, or JSON Lines with one article a line."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from llmextract.article.article import LINES, Article, refuse_unreadable
from llmextract.errors import InputError, SettingsError, reason_of

_IN_FOLDERS = frozenset({".txt", ".md"}) | LINES
# Read as an article each would be a page of furniture, and give nothing without a word.
_NO_TEXT: Final = {
    ".json": "write one object a line into a .jsonl file",
    ".csv": "write one object a line, with its text, into a .jsonl file",
    ".tsv": "write one object a line, with its text, into a .jsonl file",
    ".html": "save the text of the page into a .txt file",
    ".htm": "save the text of the page into a .txt file",
    ".xml": "save the text that it holds into a .txt file",
    ".pdf": "save its text into a .txt file",
    ".docx": "save its text into a .txt file",
}

# How a line begins that `extract` has written; a folder may hold results beside its articles.
_RESULT: Final = (b'{"article":', b'"fingerprint":')
# What a shell puts file names in the place of.
_PATTERN: Final = frozenset("*?[")

_Parsed = dict[str, object] | list[object] | str | float | None


@dataclass(frozen=True)
class Sourced:
    """An article, or why there is none, and where it was to be found: `path` or `path:line`."""

    origin: str
    article: Article | None = None
    error: InputError | None = None


def read_articles(
    paths: Iterable[str | Path], *, published: date | None = None, without: Path | None = None
) -> Iterator[Sourced]:
    """Every article of the files and folders, in order; what cannot be read is given as its error.

    A folder is read with its sub-folders, by file name: `.txt` and `.md` as one article each,
    `.jsonl` and `.ndjson` line by line (`text`, and if given `id`, `published`, `title`, `url`).
    A file given by itself is text whatever its name, but for names of what is no plain text, such
    as `.json` and `.html`, which are refused.
    `published` is for articles that state no date themselves; `without` is a file that is left out
    of folders, such as one that is written there.
    """
    without = without and Path(os.path.realpath(without))
    for path in map(Path, paths):
        for sourced in _read(path, without):
            article = sourced.article
            if article is not None and article.published is None and published is not None:
                sourced = replace(sourced, article=replace(article, published=published))
            yield sourced


def refuse_twins(sources: Iterable[Sourced]) -> None:
    """Raise `SettingsError`, naming both places, where two articles go by one id."""
    seen: dict[str, str] = {}
    for sourced in sources:
        if sourced.article is None:
            continue
        identity = sourced.article.id
        if seen.get(identity) == sourced.origin:
            raise SettingsError(f"{sourced.origin}: named twice; name each file once")
        if identity in seen:
            raise SettingsError(
                f"{seen[identity]} and {sourced.origin}: both have the id {identity!r}; "
                f"rename one, for results could not tell them apart"
            )
        seen[identity] = sourced.origin


def read_folder(
    folder: Path, errors: list[InputError], *, published: date | None = None
) -> Iterator[tuple[str, Article]]:
    """The articles of a folder, each with where it was found, to be looked up by name.

    What cannot be read is added to `errors`. Raises `SettingsError` for two of one id.
    """
    sources = list(read_articles([folder], published=published))
    refuse_twins(sources)
    for sourced in sources:
        if sourced.article is not None:
            yield sourced.origin, sourced.article
        elif sourced.error is not None:
            errors.append(sourced.error)


def _read(path: Path, without: Path | None) -> Iterator[Sourced]:
    if path.is_dir():
        # A link that leads nowhere is no folder either: it is told when it is read.
        inside = sorted(
            p
            for p in path.rglob("*")
            if p.suffix.lower() in _IN_FOLDERS
            and not p.is_dir()
            and not (without and p.name == without.name and p.resolve() == without)
        )
        if not inside:
            yield Sourced(
                str(path),
                error=InputError(f"{path}: a folder without articles (.txt, .md, .jsonl)"),
            )
        for each in inside:
            yield from _read(each, without)
    elif not _PATTERN.isdisjoint(str(path)) and not path.exists():
        said = (
            f"{path}: no such file; patterns are for the shell, which has found nothing or was "
            f"kept from it by quotes: name the files, or their folder"
        )
        yield Sourced(str(path), error=InputError(said))
    elif not path.is_file() and (path.exists() or str(path) == "-"):
        # What comes through a pipe is gone once it was read, and a run reads more than once.
        said = f"{path}: no regular file; write the articles to a file first"
        yield Sourced(str(path), error=InputError(said))
    elif path.suffix.lower() in LINES:
        yield from _read_lines(path)
    elif path.suffix.lower() in _NO_TEXT and path.exists():
        said = f"{path}: no plain text and no JSON Lines; {_NO_TEXT[path.suffix.lower()]}"
        yield Sourced(str(path), error=InputError(said))
    else:
        try:
            yield Sourced(str(path), Article.from_file(path))
        except InputError as error:
            yield Sourced(str(path), error=error)


def _read_lines(path: Path) -> Iterator[Sourced]:
    try:
        lines = path.open("rb")
    except OSError as error:
        yield Sourced(str(path), error=InputError(f"{path}: {reason_of(error)}; check the path"))
        return
    with lines:
        empty = True
        for number, line in enumerate(lines, start=1):
            line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if not line.strip():
                continue
            if empty and line.startswith(_RESULT[0]) and _RESULT[1] in line:
                said = "results of llmextract, not articles; keep them out of the folder of these"
                yield Sourced(str(path), error=InputError(f"{path}: {said}"))
                return
            empty = False
            origin = f"{path}:{number}"
            try:
                yield Sourced(origin, _parse_line(line, origin, f"{path.stem}-{number}"))
            except InputError as error:
                yield Sourced(origin, error=error)
        if empty:
            yield Sourced(
                str(path), error=InputError(f"{path}: empty; there is nothing to extract from")
            )


def _parse_line(line: bytes, origin: str, default_id: str) -> Article:
    try:
        row: _Parsed = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"{origin}: not UTF-8; convert the file first") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{origin}: no JSON ({error}); give one object a line") from error
    if not isinstance(row, dict):
        raise InputError(f"{origin}: a {type(row).__name__}, not an object with a text")
    return article_of(row, origin, default_id=default_id)


def article_of(
    row: Mapping[str, object],
    origin: str,
    *,
    published: date | None = None,
    default_id: str | None = None,
) -> Article:
    """The article of a row (`text`, `id`, and if given `published`, `title`, `url`).

    `published` is for a row that states no date, `default_id` for one without an id (or null).
    Raises `InputError` naming `origin`.
    """
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError(f"{origin}: the field 'text' is missing or no string")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"{origin}: the field 'text' holds half a surrogate pair, so it is no Unicode text"
        ) from error
    return Article(
        text=refuse_unreadable(text, origin),
        id=_identity(default_id if row.get("id") is None else row["id"], origin),
        published=_published(row.get("published"), origin) or published,
        title=_optional(row.get("title"), "title", origin),
        url=_optional(row.get("url"), "url", origin),
    )


def _identity(value: object, origin: str) -> str:
    """An id as text; a whole number is one in decimal."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and value:
        return value
    said = "empty" if value == "" else "no string and no whole number"
    raise InputError(
        f"{origin}: the field 'id' is {said}; give one that is unique, or leave it out"
    )


def _published(value: object, origin: str) -> date | None:
    """A day, also out of a moment; what only begins like one is none."""
    if value is None:
        return None
    if value == "":
        raise InputError(f"{origin}: the field 'published' is empty; leave it out if it is unknown")
    if not isinstance(value, int | float):
        for read in (date.fromisoformat, datetime.fromisoformat):
            try:
                day = read(str(value))
            except ValueError:
                continue
            return day.date() if isinstance(day, datetime) else day
    raise InputError(f"{origin}: the field 'published' is no ISO date such as 2024-12-04")


def _optional(value: object, name: str, origin: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise InputError(f"{origin}: the field {name!r} is no string")
