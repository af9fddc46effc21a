"""Prompts: a template file a record type; a stable prefix first, the article last, as a value.

Only a template is ever substituted into, and only with what a schema says of itself. The article is
a message of its own, joined by plain concatenation, so nothing in it can be taken for a template.
"""

import json
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from llmextract.ask.examples import Example, Form, write_record
from llmextract.ask.jsontext import compact, whole_characters
from llmextract.ask.request import Message
from llmextract.ask.row import row_of, told_of_row
from llmextract.ask.shape import (
    FreeText,
    Group,
    Items,
    Label,
    Moment,
    Number,
    Shape,
    Slot,
    Words,
)
from llmextract.ask.templates import Template, has_template, read_examples, read_template
from llmextract.ask.wire import JsonObject, wire_order

if TYPE_CHECKING:
    from llmextract.article.sentences import Sentence

_CITED = "- sentences: the numbers of the sentences that say it, mostly one."
_UNDER_SCHEMA = {
    "answer": 'one JSON object: {"records": [...]}',
    "nothing": '{"records": []}',
    "absent": "null or [] says that the sentences do not state it.",
}
_UNDER_GRAMMAR = {
    "answer": "a JSON list of records",
    "nothing": "[]",
    "absent": "What the sentences do not state is left out.",
}
_BEFORE = "What was said before, only to know who is meant: "
# The template for schemas that have none of their own.
_ANY = "record"


@dataclass(frozen=True)
class Prompt:
    """The stable part of every request for one schema; `version` is the template's.

    The words of its worked `examples` are no evidence.
    """

    version: str
    prefix: tuple[Message, ...]
    form: Form = Form.SCHEMA
    examples: tuple[Example, ...] = ()

    def messages(
        self, window: "Sequence[Sentence]", before: "Sequence[Sentence]" = ()
    ) -> tuple[Message, ...]:
        """The messages that ask for the records of these sentences.

        Those `before` are shown without a number, so that none cites them.
        """
        shown = _shown([(sentence.number, sentence.text) for sentence in window], self.form)
        if before:
            said = whole_characters(" ".join(each.text for each in before))
            shown = f"{_BEFORE}{said}\n\n{shown}"
        return (*self.prefix, Message("user", shown))


def render(
    group: Group, examples: Sequence[Example] | None = None, form: Form = Form.SCHEMA
) -> Prompt:
    """The prompt of a schema, by its own template or the general one, with worked examples.

    `examples` replace those that are shipped.
    """
    template = _template_of(group)
    cited = "" if form is Form.ALONE else _CITED
    system = string.Template(template.body).substitute(
        name=group.name.replace("_", " "),
        description=group.description or f"a {group.name.replace('_', ' ')}.",
        fields="\n".join([*filter(None, [cited]), *_field_lines(group, "", form)]),
        **(_UNDER_SCHEMA if form is Form.SCHEMA else _under_grammar(group, form)),
    )
    shots = _shipped(template.name) if examples is None else tuple(examples)
    version = f"{template.name}-{template.head['version']}"
    system_message = Message("system", system)
    return Prompt(version, (system_message, *_worked(shots, group, form)), form, shots)


def _under_grammar(group: Group, form: Form) -> dict[str, str]:
    row = row_of(group)
    if row is None:
        return _UNDER_GRAMMAR
    written = told_of_row(row, cites=form is not Form.ALONE)
    return {**_UNDER_GRAMMAR, "answer": f"{_UNDER_GRAMMAR['answer']}, each written {written}"}


def _template_of(group: Group) -> Template:
    """The template written for this very model; a user's own `Event` is not the built-in one."""
    if has_template(group.name):
        template = read_template(group.name)
        if template.head["record"] == f"{group.model.__module__}:{group.model.__qualname__}":
            return template
    return read_template(_ANY)


class _Shipped(TypedDict):
    sentences: list[str]
    records: list[JsonObject]


def _shipped(name: str) -> tuple[Example, ...]:
    rows: list[_Shipped] = json.loads(read_examples(name) or "[]")
    return tuple(Example(tuple(row["sentences"]), tuple(row["records"])) for row in rows)


def _worked(examples: Iterable[Example], group: Group, form: Form) -> list[Message]:
    messages: list[Message] = []
    for example in examples:
        records = [write_record(group, record, form) for record in example.records]
        shown = _shown(list(enumerate(example.sentences, start=1)), form)
        told = {"records": records} if form is Form.SCHEMA else records
        messages += [Message("user", shown), Message("assistant", compact(told))]
    return messages


def _shown(sentences: Sequence[tuple[int, str]], form: Form) -> str:
    if form is Form.ALONE and len(sentences) == 1:
        return whole_characters(sentences[0][1])
    return whole_characters("\n".join(f"[{number}] {text}" for number, text in sentences))


def _field_lines(group: Group, indent: str, form: Form) -> list[str]:
    lines: list[str] = []
    for slot in wire_order(group):
        inner = slot.shape.item if isinstance(slot.shape, Items) else slot.shape
        row = row_of(inner) if isinstance(inner, Group) and form is not Form.SCHEMA else None
        written = f" Written {told_of_row(row)}." if row else ""
        lines.append(f"{indent}- {slot.name}: {_sentence(slot)}{written}")
        if isinstance(inner, Group):
            lines.extend(_field_lines(inner, f"{indent}  ", form))
    return lines


def _sentence(slot: Slot) -> str:
    return " ".join(part for part in (slot.description, told_of(slot.shape)) if part)


def told_of(shape: Shape) -> str:
    """What a model is told of the values that a shape takes; nothing of plain words."""
    match shape:
        case Label(options=options, definitions=definitions):
            named = {v: v if isinstance(v, str) else json.dumps(v) for v in options}
            said = [
                f"{name} ({d.rstrip('.')})" if (d := definitions.get(v)) else name
                for v, name in named.items()
            ]
            return f"One of: {', '.join(said)}."
        case Items(item=item):
            return f"A list. {told_of(item)}".strip()
        case Number():
            return "The words that state the number."
        case Moment():
            return "The words that state the time."
        case FreeText():
            return "In your own words, with no name or number that the sentences do not say."
        case Words() | Group():
            return ""
