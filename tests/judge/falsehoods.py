"""Falsehoods in one field: other words, other figures, other times."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from llmextract import Article
from llmextract.ask.wire import Json, JsonObject
from tests.judge.edits import WORD_EDITS, Edit
from tests.judge.truths import (
    ROOT,
    Field,
    Gold,
    Page,
    dotted,
    load,
    put,
    stands,
)

_T = TypeVar("_T")

NOT_SAID = frozenset(
    "not_found number_differs negation_differs name_differs words_differ order_differs".split()
)
_NUMBER = frozenset({"not_found", "number_differs", "words_differ"})
_NEGATION = frozenset({"not_found", "negation_differs", "words_differ"})
_NAME = frozenset({"not_found", "name_differs", "words_differ"})
_FITS: Mapping[str, frozenset[str]] = {
    "number word": _NUMBER,
    "digit": _NUMBER,
    "qualifier": _NUMBER,
    "unit": _NUMBER | {"order_differs"},
    "thing": _NUMBER | _NAME,
    "negation put in": _NEGATION,
    "negation taken out": _NEGATION,
    "name": _NAME | {"number_differs"},  # "25th" is one too
    "letter of a name": _NAME,
    "direction": _NAME,
    "day or month": _NAME | _NUMBER,
}
_KIN: Mapping[str, str] = {
    "name": "who",
    "aliases[]": "who",
    "member_of": "who",
    "participants[].mention": "who",
    "figures[].of": "who",
    "reported_by": "who",
    "source": "who",
    "source_name": "who",
    "relayed_by[]": "who",
    "places[]": "where",
    "certainty_cue": "hedge",
    "verification_cue": "proof",
    "figures[].period": "time",
}
"""Fields that hold the same sort of words; the others are of a kind of their own."""
NOWHERE: Mapping[str, Sequence[str]] = {
    "who": (
        "Ahmed al-Sharaa", "Reuters", "Hezbollah", "local residents", "the Pentagon", "he",
        "REUTERS", "**Wagner Group**", "“Ansar al-Din”", "unnamed officials", "НТС",
    ),
    "where": (
        "Kherson", "Latakia", "the Golan Heights", "northern Raqqa", "Gaza City", "kherson",
        "**Homs**", "the Turkish border", "downtown", "Нama",
    ),
    "trigger": ("bombed", "surrendered", "signed a ceasefire", "were executed", "_shelled_"),
    "title": (
        "Prime Minister", "General", "Iranian Foreign Minister", "Syrian Prime Minister",
        "Russian Foreign Minister", "Supreme Leader's envoy", "Syrian Vice President",
    ),
    "cue": ("whispered", "insisted", "was quoted by", "boasted that", "**tweeted**"),
    "content[]": (
        "that the war is over", "chemical weapons were used", "17 civilians died in Homs",
        "Syria will never surrender", "... the rebels have won ...", "everything is fine",
    ),
    "hedge": ("perhaps", "allegedly", "most likely", "is believed to", "might well"),
    "proof": (
        "could not be independently verified", "confirmed by two witnesses",
        "without any proof", "disputed by Damascus",
    ),
    "time": (
        "Saturday", "last month", "December 2023", "in 1999", "3 p.m.", "2024-12-25",
        "this morning", "on Friday night", "1999",
    ),
    "figures[].count": (
        "437", "1,600", "ninety-one", "a handful", "thousands", "half a million", "more than 437",
        "3/4", "dozens and dozens", "two or three hundred",
    ),
}  # fmt: skip
"""Said in no seed; the Cyrillic ones look like what is."""
_CLOCK = re.compile(
    r"(?:on |last |since )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:19|20)\d\d\b|\btoday\b"
)
_FIGURE = re.compile(
    r"\b\d[\d,]*(?: (?:kilometers|miles))?|\b(?:two|three|several|dozens|numerous)\b"
)
_FIGURED = re.compile(
    r"\d|day|night|hours|week|year|one|two|first|several|dozen|numerous|some|second|a\b", re.I
)
WORDLESS = ("", " ", "...", "—", "“”", "\u200b", "''", "**")
_NO_STRING: Sequence[Json] = (7, True, 0.5, [], {}, ["Hama"], {"text": "Hama"}, [None])


@dataclass(frozen=True)
class Falsehood:
    """A record made false: `paths` are where it is, any of which may be the one rejected.

    `whole`: the record may not survive. `recited`: it keeps its citation, which is what is false.
    """

    kind: str
    record: JsonObject
    paths: tuple[str, ...]
    codes: frozenset[str]
    note: str
    whole: bool = False
    recited: bool = False
    article: Article | None = None
    published: date | None = None


def _verdict(gold: Gold, field: Field, value: str, fits: frozenset[str]) -> frozenset[str] | None:
    """The codes that fit a string, or None where the article says it for that field."""
    if stands(value, gold.cited):
        return None
    if stands(value, gold.page.all):
        return None if field.sort == "anywhere" else frozenset({"wrong_sentence"})
    return frozenset({"boilerplate"}) if stands(value, gold.page.printed) else fits


def lies(
    gold: Gold, field: Field, kind: str, values: Iterable[str], fits: frozenset[str]
) -> Iterator[Falsehood]:
    judged = ((value, _verdict(gold, field, value, fits)) for value in dict.fromkeys(values))
    for value, codes in spread([(value, codes) for value, codes in judged if codes is not None]):
        yield lie(gold, field, kind, value, codes)


def spread(group: Sequence[_T], most: int = 8) -> list[_T]:
    """At most so many of a group, from its beginning to its end."""
    if len(group) <= most:
        return list(group)
    return [group[n * (len(group) - 1) // max(1, most - 1)] for n in range(most)]


def lie(gold: Gold, field: Field, kind: str, value: Json, codes: Iterable[str]) -> Falsehood:
    """One field with another value."""
    note = f"{dotted(field.path)} {field.value!r} := {value!r}"
    record = put(gold.record, field.path, value)
    return Falsehood(kind, record, (dotted(field.path),), frozenset(codes), note)


@cache
def _pool(file: Path) -> Mapping[tuple[str, str], Sequence[str]]:
    """The strings of a file of records by article and kin."""
    pool: dict[tuple[str, str], dict[str, None]] = {}
    for gold in load(file):
        for field in gold.fields:
            if isinstance(field.value, str) and field.sort != "label":
                pool.setdefault((gold.article, _kin(field)), {})[field.value] = None
    return {key: tuple(values) for key, values in pool.items()}


def _of_kin(gold: Gold, field: Field) -> Sequence[str]:
    """What records of the same article hold of the same sort."""
    return _pool(gold.file).get((gold.article, _kin(field)), ())


def foreign(gold: Gold, field: Field) -> list[str]:
    """What records of other articles hold of the same sort."""
    pool = _pool(gold.file)
    return [
        v
        for (name, kin), vs in pool.items()
        if name != gold.article and kin == _kin(field)
        for v in vs
    ]


@cache
def _examples() -> Sequence[str]:
    """Strings of the prompts' worked examples, which a model may repeat."""
    found: dict[str, None] = {}
    for schema in ("actor", "event", "claim"):
        text = (ROOT / "prompts" / f"{schema}.examples.json").read_text(encoding="utf-8")
        for example in json.loads(text):
            for record in example["records"]:
                found.update(dict.fromkeys(v for v in record.values() if isinstance(v, str)))
    return tuple(value for value in found if value[0].isupper() and " " in value)


def names(gold: Gold) -> Sequence[str]:
    """Who records of the same article name."""
    return _pool(gold.file).get((gold.article, "who"), ())


def _kin(field: Field) -> str:
    return _KIN.get(field.name, field.name)


def other_sentences(gold: Gold, field: Field) -> list[str]:
    """What the article says elsewhere, as words of the same sort and as bare slices."""
    article = gold.page.article
    found = list(_of_kin(gold, field))
    for sentence in article.sentences:
        if sentence.number in gold.numbers or sentence.region == "boilerplate":
            continue
        match field.sort:
            case "time":
                found += _CLOCK.findall(sentence.text)
            case "number":
                found += _FIGURE.findall(sentence.text)
            case _:
                parts = sentence.text.split()
                place = len(parts) // 2
                found += [" ".join(parts[place : place + 2]), " ".join(parts[-4:]).rstrip(".")]
    return found


def furniture(page: Page) -> list[str]:
    """Slices of page furniture, and its words with a capital."""
    texts = [s.text for s in page.article.sentences if s.region == "boilerplate"]
    slices = [" ".join(text.split()[:n]) for text in texts for n in (1, 2, 4)]
    return [text.strip(".…") for text in slices if len(text) > 4]


def string_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Words and times: edited, taken from elsewhere, or from nowhere."""
    for field in gold.fields:
        if field.sort not in ("words", "anywhere", "time"):
            continue
        also = frozenset({"unreadable"} if field.sort == "time" else ())
        kin, fits = _kin(field), NOT_SAID | also
        added = "" if field.value is not None else ", where nothing is stated"
        yield from lies(gold, field, f"from nowhere{added}", NOWHERE[kin], fits)
        yield from lies(gold, field, "prompt's example", _examples(), fits | {"prompt_leak"})
        elsewhere = [v for v in other_sentences(gold, field) if stands(v, gold.page.all)]
        yield from lies(gold, field, f"other sentence{added}", elsewhere, fits)
        yield from lies(gold, field, f"other article{added}", foreign(gold, field), fits)
        yield from lies(gold, field, "page furniture", furniture(gold.page), fits)
        if isinstance(field.value, str):
            yield from edited(gold, field, WORD_EDITS, also)
            yield from _spliced(gold, field, fits | {"wrong_sentence"})
        yield from _unreal(gold, field)


def edited(
    gold: Gold, field: Field, edits: Mapping[str, Edit], also: frozenset[str] = frozenset()
) -> Iterator[Falsehood]:
    """A string with each edit made to it."""
    for kind, edit in edits.items():
        if kind != "tense" or field.name == "trigger":
            fits = _FITS.get(kind, NOT_SAID) | also
            yield from lies(gold, field, kind, edit(cast("str", field.value)), fits)


def _spliced(gold: Gold, field: Field, fits: frozenset[str]) -> Iterator[Falsehood]:
    """Two true halves made one: of different sentences, of far ends, or in the wrong order."""
    value = cast("str", field.value)
    parts = value.split()
    head = " ".join(parts[: max(1, len(parts) // 2)])
    sentences = gold.page.article.sentences
    ends = [
        " ".join(sentence.text.rstrip(".”").split()[-3:])
        for sentence in sentences
        if sentence.region != "boilerplate"
        and min(abs(sentence.number - number) for number in gold.numbers) > 1
    ]
    yield from lies(gold, field, "splice", (f"{head} {end}" for end in ends), fits)
    yield from lies(gold, field, "far ellipsis", (f"{head} … {end}" for end in ends), fits)
    for number in gold.numbers:
        run = sentences[number - 1].text.rstrip(".”").split()
        if len(run) > 9:
            first, last = " ".join(run[:3]), " ".join(run[-3:])
            yield from lies(gold, field, "splice", [f"{first} {last}"], fits)
            yield from lies(gold, field, "turned ellipsis", [f"{last} … {first}"], fits)
    if len(parts) > 3:
        first, last = " ".join(parts[: len(parts) // 2]), " ".join(parts[len(parts) // 2 :])
        yield from lies(gold, field, "turned ellipsis", [f"{last} ... {first}"], fits)
    for denial in ("not", "no", "without"):
        elided = re.sub(rf"\b{denial}\b", "…", value)
        # At its beginning an ellipsis leaves nothing out.
        if elided != value and not elided.startswith("…"):
            yield lie(gold, field, "denial elided", elided, NOT_SAID)


def _unreal(gold: Gold, field: Field) -> Iterator[Falsehood]:
    """What is no string, or holds no words."""
    # A time may be given as an object.
    codes = {"schema", "number_differs"} if field.sort == "time" else {"schema"}
    for value in _NO_STRING:
        yield lie(gold, field, "no string", value, codes)
    for empty in WORDLESS:
        yield lie(gold, field, "no words", empty, {"schema", "not_found", "unreadable"})
    if field.sort == "time":
        for word in no_figures(gold):
            yield lie(gold, field, "no time", word, {"unreadable"})


def no_figures(gold: Gold) -> list[str]:
    """Strings of the cited sentences that hold neither figure nor time."""
    strings = [f.value for f in gold.fields if f.sort in ("words", "anywhere") and f.value]
    return [
        string
        for string in cast("list[str]", strings)
        if not _FIGURED.search(string) and stands(string, gold.cited)
    ]
