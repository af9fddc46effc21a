"""Template files of the prompts folder: a head of `name: value` lines, then the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "prompts"
_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Template:
    """What a prompt says before anything of an article is joined to it."""

    name: str
    head: Mapping[str, str]
    body: str


def has_template(name: str) -> bool:
    """Whether a template of this name ships with the package."""
    return _FOLDER.joinpath(f"{name}.md").is_file()


def read_examples(name: str) -> str | None:
    """The JSON of the worked examples beside a template; None where it has none."""
    file = _FOLDER.joinpath(f"{name}.examples.json")
    return file.read_text(encoding="utf-8") if file.is_file() else None


def read_template(name: str) -> Template:
    """The template of a name; it ships with the package."""
    text = _FOLDER.joinpath(f"{name}.md").read_text(encoding="utf-8")
    head = _HEAD.match(text)
    assert head is not None, f"the template {name} has no head"
    pairs = dict(line.split(": ", 1) for line in head[1].splitlines())
    return Template(name, pairs, text[head.end() :].strip())
