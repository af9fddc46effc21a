"""From JSON to records that can be compared: result values with their spans, gold words located."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from pydantic import ValidationError
from pydantic_core import to_jsonable_python

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import find_quantities, read_quantity
from llmextract.article.times.calendar import Time
from llmextract.article.times.cited import read_cited
from llmextract.ask.markers import Factuality, Polarity
from llmextract.ask.shape import FreeText, Group, Items, Label, Leaf, Moment, Number, Shape, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.errors import InputError
from llmextract.evaluate.alignment import MatchRule
from llmextract.evaluate.labelled import Kind, Labelled, Piece, Value, general_path
from llmextract.judge.citation import cite

# Where a path of a value stands in the article, as result lines say it.
Spans = Mapping[str, list[JsonObject]]


def default_rule(group: Group) -> MatchRule:
    """Match on what a schema cannot do without: its required words, else figures and times.

    A schema that requires neither is matched on all its evidence. One sentence must be shared where
    a label is held against what governs a field's span (`Factuality`, `Polarity`): such a record
    is one mention, and the same word elsewhere is another.
    """
    slots = group.slots
    markers = [marker for slot in slots for marker in slot.markers]
    required = [slot for slot in slots if slot.required]
    chosen = (
        [slot.name for slot in required if isinstance(_inmost(slot.shape), Words | FreeText)]
        or [slot.name for slot in required if isinstance(_inmost(slot.shape), Number | Moment)]
        or [slot.name for slot in slots if not isinstance(_inmost(slot.shape), Label)]
        or [slot.name for slot in slots]
    )
    mention = any(isinstance(marker, Factuality | Polarity) for marker in markers)
    return MatchRule(tuple(chosen), same_sentence=mention)


def paths_of(shape: Shape, path: str = "") -> Iterator[str]:
    """The paths of a schema's fields, in order: `trigger`, `participants[].mention`."""
    match shape:
        case Group():
            for slot in shape.slots:
                yield from paths_of(slot.shape, f"{path}.{slot.name}" if path else slot.name)
        case Items(item=item):
            yield from paths_of(item, f"{path}[]")
        case _:
            yield path


def from_result(group: Group, article: str, identity: str, value: Json, spans: Spans) -> Labelled:
    """A record of a result line; raises `InputError` for a value that the schema does not have."""
    fields: dict[str, list[Piece]] = defaultdict(list)
    cited: set[int] = set()
    anywhere: set[int] = set()
    for leaf, stated, path, item in _leaves(group, value):
        evidence = spans.get(path, [])
        found = {n for span in evidence if isinstance(n := span.get("sentence"), int)}
        (anywhere if isinstance(leaf, Words) and leaf.anywhere else cited).update(found)
        fields[general_path(path)].append(_result_piece(leaf, stated, path, item, evidence))
    return Labelled(identity, article, group.name, _frozen(fields), frozenset(cited or anywhere))


def from_gold(group: Group, article: Article, identity: str, record: Json) -> Labelled:
    """A gold record in wire words, located in the sentences it cites.

    Gold is never judged: what the validator would refuse still stands, or the validator would mark
    its own work. Words that are not in the cited sentences are looked for in the whole article.
    Raises `InputError` for a field or a label that the schema does not have.
    """
    if not isinstance(record, dict):
        raise InputError("the field 'record' is missing or no object")
    strays = record.keys() - {slot.name for slot in group.slots} - {"sentences", "quotes"}
    if strays:
        raise InputError(f"{sorted(strays)[0]}: {group.name} has no such field")
    ranges = cite(article, record).ranges
    cited = {s.number for s in article.sentences for a, b in ranges if a <= s.start < b}
    if not cited:
        raise InputError("the record cites no sentence that the article holds")
    fields: dict[str, list[Piece]] = defaultdict(list)
    for leaf, stated, path, item in _leaves(group, record):
        fields[general_path(path)].append(_gold_piece(article, ranges, leaf, stated, path, item))
    return Labelled(identity, article.id, group.name, _frozen(fields), frozenset(cited))


def strange_words(group: Group, article: Article, record: Json) -> list[tuple[str, str]]:
    """The words of a gold record that its article does not say anywhere, with their paths."""
    return [
        (path, stated)
        for leaf, stated, path, _ in _leaves(group, record)
        if isinstance(stated, str)
        and isinstance(leaf, Words | Number | Moment)
        and article.locate(stated).start is None
        and not (isinstance(leaf, Moment) and _is_date(stated))
    ]


def _is_date(text: str) -> bool:
    """Whether a time is given as a value, not in words."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def words_at(value: Json, rule: MatchRule, path: str = "") -> Iterator[str]:
    """The strings that a record in any form gives for the key fields."""
    match value:
        case dict():
            for name, part in value.items():
                yield from words_at(part, rule, f"{path}.{name}" if path else name)
        case list():
            for part in value:
                yield from words_at(part, rule, f"{path}[]")
        case str() if rule.covers(path):
            yield value
        case _:
            return


def _inmost(shape: Shape) -> Shape:
    return _inmost(shape.item) if isinstance(shape, Items) else shape


def _leaves(
    shape: Shape, value: Json, path: str = "", item: str = ""
) -> Iterator[tuple[Leaf, Json, str, str]]:
    """Every stated leaf: its shape, value, path, and the list element that it belongs to."""
    match shape:
        case _ if value is None:
            return
        case Group():
            if not isinstance(value, dict):
                raise InputError(f"{path or 'value'}: an object is expected")
            for slot in shape.slots:
                at = f"{path}.{slot.name}" if path else slot.name
                yield from _leaves(slot.shape, value.get(slot.name), at, item)
        case Items(item=inner):
            if not isinstance(value, list):
                raise InputError(f"{path}: a list is expected")
            for place, part in enumerate(value):
                at = f"{path}[{place}]"
                yield from _leaves(inner, part, at, at)
        case _:
            yield shape, value, path, item


def _frozen(fields: Mapping[str, list[Piece]]) -> dict[str, tuple[Piece, ...]]:
    return {path: tuple(pieces) for path, pieces in fields.items()}


def _result_piece(
    leaf: Leaf, stated: Json, path: str, item: str, evidence: list[JsonObject]
) -> Piece:
    spans = tuple(span for each in evidence if (span := _range(each)) is not None)
    said = evidence[0].get("exact") if evidence else None
    words = said if isinstance(said, str) else str(stated)
    match leaf:
        case Label(options=options):
            return Piece("label", _label(options, stated, path), item=item)
        case Number(type=kind):
            return Piece("number", words, spans, _typed(kind, stated, path), item)
        case Moment(type=kind):
            return Piece("time", words, spans, _typed(kind, stated, path), item)
        case Words() if isinstance(stated, str):
            return Piece("words", stated, spans, item=item)
        case FreeText() if isinstance(stated, str):
            # Its span is the sentence that bears it out, not its words.
            return Piece("words", stated, item=item)
        case _:
            raise InputError(f"{path}: a string is expected")


def _range(span: JsonObject) -> Range | None:
    start, end = span.get("start"), span.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None


def _gold_piece(
    article: Article, ranges: tuple[Range, ...], leaf: Leaf, stated: Json, path: str, item: str
) -> Piece:
    if isinstance(leaf, Label):
        return Piece("label", _label(leaf.options, stated, path), item=item)
    if not isinstance(stated, str):
        # Gold may hold typed values as well: 200, or a quantity field by field.
        if isinstance(leaf, Number | Moment) and not isinstance(stated, list | bool):
            kind: Kind = "number" if isinstance(leaf, Number) else "time"
            return Piece(kind, str(stated), value=_typed(leaf.type, stated, path), item=item)
        raise InputError(f"{path}: words of the article are expected")
    span = None if isinstance(leaf, FreeText) else _located(article, ranges, stated)
    spans = () if span is None else (span,)
    words = stated if span is None else article.text[span[0] : span[1]]
    match leaf:
        case Words() | FreeText():
            return Piece("words", words, spans, item=item)
        case Number(type=kind_of_number):
            figure = _figure(article, span, words)
            return Piece("number", words, spans, _number(figure, kind_of_number), item)
        case Moment(type=kind_of_time):
            time = read_cited(words, article.published)
            return Piece("time", words, spans, _moment(time, kind_of_time), item)


def _located(article: Article, ranges: tuple[Range, ...], words: str) -> Range | None:
    """Where words stand: in the cited sentences if they do, else anywhere."""
    for location in (article.locate(words, within=ranges), article.locate(words)):
        if location.start is not None and location.end is not None:
            return location.start, location.end
    return None


def _figure(article: Article, span: Range | None, words: str) -> Quantity | None:
    """The figure of some words, read where they stand: "1,600" may be cut from "over 1,600"."""
    sentence = None if span is None else article.sentence_at(span[0])
    if span is None or sentence is None:
        return read_quantity(words)
    touching = [
        mention.quantity
        for mention in find_quantities(article.text[sentence.start : sentence.end])
        if sentence.start + mention.start < span[1] and span[0] < sentence.start + mention.end
    ]
    return touching[0] if len(touching) == 1 else read_quantity(words)


def _number(figure: Quantity | None, kind: type) -> Value | None:
    """A figure in the form that a field of this kind takes; only `Quantity` takes a loose one."""
    if figure is None or kind is Quantity:
        return figure
    return Decimal(str(figure.value)) if figure.is_exact else None


def _moment(time: Time | None, kind: type) -> Value | None:
    """A time in the form that a field of this kind takes; only `Time` takes a loose one."""
    if time is None or kind is Time:
        return time
    return time.moment if kind is datetime else time.day


def _label(options: Mapping[str | int | bool, object], stated: Json, path: str) -> str:
    """The label by its name on the wire, which results give in the form of the user's model."""
    for wire, option in options.items():
        # In Python True == 1, so the kind is compared as well.
        for form in (wire, to_jsonable_python(option)):
            if form == stated and type(form) is type(stated):
                return str(wire)
    raise InputError(f"{path}: not one of: {', '.join(str(wire) for wire in options)}")


def _typed(kind: type, stated: object, path: str) -> Value:
    """A figure or a time by its JSON form, so that both sides are read from the same one."""
    try:
        if kind is Quantity or kind is Time:
            return kind.model_validate(stated)
        if kind is date or kind is datetime:
            return kind.fromisoformat(str(stated))
        return Decimal(str(stated))
    except (ValidationError, ValueError, ArithmeticError) as error:
        raise InputError(f"{path}: no {kind.__name__} ({stated!r})") from error
