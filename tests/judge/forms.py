"""Falsehoods beside the words: labels, the clause of a figure or source, form, and citations."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import permutations
from typing import cast

from llmextract.ask.wire import Json, JsonObject
from tests.judge.edits import words
from tests.judge.falsehoods import NOT_SAID, Falsehood, lie, names
from tests.judge.truths import Field, Gold, dotted, put, stands

_NO_LABELS: Sequence[Json] = (
    "unknown", "captured_city", "certainly", "OTHERS", "", "positive ", 1, 0.5, True, [], {},
    ["occurred"], "individual|group",
)  # fmt: skip
_STRANGE_KEYS: Mapping[str, Json] = {
    "summary": "HTS won", "confidence": 0.99, "start": 0, "id": "000", "Sentences": [1], "": None,
}  # fmt: skip
_NO_LISTS: Sequence[Json] = ("Hama", 7, True, {"0": "Hama"})
_NO_OBJECTS: Sequence[Json] = ("Hama", 7, [], ["Hama"])
_REQUIRED: Mapping[str, Sequence[str]] = {
    "actor": ("name", "kind", "type"),
    "event": ("trigger", "type", "factuality"),
    "claim": ("cue", "content", "speech_act", "certainty", "polarity", "verification"),
}
_DENIALS = frozenset(
    "not no never without nor neither none cannot fail failed refuse deny denied".split()
)
_RAISED: Mapping[str, Sequence[str]] = {
    "planned": ("occurred", "ongoing"),
    "hypothetical": ("occurred", "ongoing"),
    "failed": ("occurred", "ongoing"),
    "negated": ("occurred", "ongoing"),
}
_HEDGED = ("probable", "possible", "underspecified")
_CHECKED = ("unverified", "without_evidence", "corroborated", "disputed")
_DECOYS: Mapping[str, Sequence[str]] = {
    "certainty_cue": ("perhaps", "it is possible that", "allegedly"),
    "verification_cue": ("could not be verified", "without proof", "denied by Ankara"),
}
# Places of the cited sentence that are not where the event is.
_ELSEWHERE: Mapping[str, Sequence[str]] = {
    "001:event:6": ("Damascus", "the Syrian capital, Damascus"),
    "002:event:2": ("Aleppo", "Damascus", "the capital, Damascus"),
}
CONTESTED = frozenset(
    {
        *("evidential dropped", "factuality lowered", "idle cue", "verification lowered"),
        # Who does it tells only the verb, and that not of all verbs.
        "part swapped",
        # Where its words stand twice, one of them may be who does it.
        "place as actor",
        # Relative clauses and appositions have no certain end without a parser.
        "place of another clause",
    }
)
"""Kinds that the rules leave to prompts, repair or a second look; counted, not demanded."""
_PUT_IN = NOT_SAID | {"boilerplate"}
_SCHEMA = frozenset({"schema"})


def _named(gold: Gold, name: str) -> Field:
    return next(field for field in gold.fields if field.name == name)


def _with(gold: Gold, **changes: Json) -> JsonObject:
    return {**deepcopy(gold.record), **changes}


def label_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Labels that no list has."""
    for field in gold.fields:
        if field.sort == "label":
            for value in _NO_LABELS:
                yield lie(gold, field, "no label", value, _SCHEMA)
            other = "rebel_group" if gold.schema != "actor" else "planned"
            yield lie(gold, field, "label of another list", other, _SCHEMA)


def factuality_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Plans and conditions made facts; denials where the text affirms."""
    if gold.schema == "event":
        field = _named(gold, "factuality")
        for value in _RAISED.get(str(field.value), ()):
            yield lie(gold, field, "factuality raised", value, {"contradicted"})
        if field.value in ("occurred", "ongoing") and not _DENIALS & set(gold.cited.split()):
            for value in ("negated", "failed"):
                yield lie(gold, field, "factuality lowered", value, {"contradicted"})
    if gold.schema == "claim":
        field = _named(gold, "polarity")
        content = " ".join(cast("list[str]", gold.record["content"]))
        if not _DENIALS & set(words(content).split()):
            flipped = "negative" if field.value == "positive" else "positive"
            yield lie(gold, field, "polarity flipped", flipped, {"contradicted"})


def cue_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Certainty and verification with more, less or other than their cues carry."""
    if gold.schema != "claim":
        return
    yield from _uncued(gold, "certainty", "certain", _HEDGED)
    yield from _uncued(gold, "verification", "not_addressed", _CHECKED)
    yield from _idle_cues(gold)
    field = _named(gold, "certainty")
    if field.value in _HEDGED:
        yield lie(gold, field, "certainty raised", "certain", {"contradicted"})
        evident = field.value == "underspecified"
        yield Falsehood(
            "evidential dropped" if evident else "certainty raised",
            _with(gold, certainty="certain", certainty_cue=None),
            ("certainty",),
            frozenset({"contradicted"}),
            f"certainty {field.value!r} := 'certain', without its cue",
        )


def _idle_cues(gold: Gold) -> Iterator[Falsehood]:
    """Cues that stand in the text and carry nothing: the words of saying, or what is said."""
    for name, label in (("certainty", "possible"), ("verification", "unverified")):
        for idle in (gold.record["cue"], *cast("list[Json]", gold.record["content"])):
            if gold.record[f"{name}_cue"] is None and len(words(str(idle)).split()) < 8:
                record = _with(gold, **{name: label, f"{name}_cue": idle})
                codes = frozenset({"cue_missing", "contradicted"})
                note = f"{name} := {label!r}, cued by {idle!r}"
                yield Falsehood("idle cue", record, (name, f"{name}_cue"), codes, note)
    if gold.record["verification"] != "not_addressed":
        record = _with(gold, verification="not_addressed", verification_cue=None)
        note = "verification := 'not_addressed', without its cue"
        codes = frozenset({"contradicted"})
        yield Falsehood("verification lowered", record, ("verification",), codes, note)


def _uncued(gold: Gold, name: str, plain: str, others: Sequence[str]) -> Iterator[Falsehood]:
    """A label that needs a cue: without one, with one from nowhere, with one from elsewhere."""
    value, cue = gold.record[name], f"{name}_cue"
    missing = frozenset({"cue_missing", "contradicted"})
    elsewhere = _foreign_cue(gold, cue)
    for label in others:
        if value != plain and label != value:
            continue
        note = f"{name} {value!r} := {label!r}"
        bare = _with(gold, **{name: label, cue: None})
        yield Falsehood("cue missing", bare, (name,), missing, f"{note}, no cue")
        decoys = [d for d in _DECOYS[cue] if not stands(d, gold.page.all)]
        for decoy, codes in [(d, NOT_SAID) for d in decoys] + [
            (e, frozenset({"wrong_sentence"})) for e in elsewhere
        ]:
            record = _with(gold, **{name: label, cue: decoy})
            said = f"{note}, cued by {decoy!r}"
            yield Falsehood("cue missing", record, (name,), missing, said)
            yield Falsehood("cue from elsewhere", record, (cue,), codes, said)


def _foreign_cue(gold: Gold, cue: str) -> list[str]:
    """Cues that other records of the article have, in sentences that this one does not cite."""
    found = [
        str(other.record[cue])
        for other in gold.siblings
        if other.article == gold.article and other.schema == "claim" and other.record[cue]
    ]
    return [value for value in dict.fromkeys(found) if not stands(value, gold.cited)][:2]


def clause_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Figures, sources and places joined to what another figure or clause of the sentence has."""
    yield from _figures_crossed(gold)
    for name in _ELSEWHERE.get(gold.id, ()):
        place = next(field for field in gold.fields if field.name == "places[]")
        yield lie(gold, place, "place of another clause", name, {"misattached"})
    if gold.schema != "claim":
        return
    source = _named(gold, "source")
    for other in gold.siblings:
        theirs = other.record.get("source")
        if (
            other.schema == "claim"
            and (other.article, other.numbers) == (gold.article, gold.numbers)
            and isinstance(theirs, str)
            and theirs != source.value
            and other.record["cue"] != gold.record["cue"]
        ):
            yield lie(gold, source, "source of another clause", theirs, {"misattached"})
    if source.value is not None:
        yield from _said_by_others(gold, source)


def _said_by_others(gold: Gold, source: Field) -> Iterator[Falsehood]:
    """Who is spoken of, or who passes it on, as who says it."""
    outlets = cast("list[str]", gold.record["relayed_by"])
    content = "|".join(words(piece) for piece in cast("list[str]", gold.record["content"]))
    for name in names(gold):
        apart = not stands(name, words(str(source.value))) and name not in outlets
        if apart and stands(name, content) and gold.cited.count(words(name)) == 1:
            yield lie(gold, source, "source out of the content", name, {"misattached"})
    for outlet in outlets:
        yield lie(gold, source, "outlet for a source", outlet, {"misattached"})


def _figures_crossed(gold: Gold) -> Iterator[Falsehood]:
    figures = cast("list[JsonObject]", gold.record.get("figures") or [])
    for (n, one), (_, other) in permutations(enumerate(figures), 2):
        for name in ("count", "of"):
            if one["of"] is None or other[name] is None or one[name] == other[name]:
                continue
            path = ("figures", n, name)
            # Which half is wrong cannot be told: either row says so.
            paths = (dotted(path), dotted(("figures", n, "of" if name == "count" else "count")))
            note = f"{paths[0]} {one[name]!r} := {other[name]!r}, the other figure's"
            record = put(gold.record, path, other[name])
            codes = frozenset({"misattached"})
            yield Falsehood("figure misattached", record, paths, codes, note)
        digits = "".join(word for word in words(str(other["count"])).split() if word.isdigit())
        if digits and one.get("of") and "(" not in str(other["count"]):
            record = put(gold.record, ("figures", n, "count"), int(digits))
            codes = frozenset({"misattached", "number_differs"})
            note = f"figures[{n}].count := {digits}, the other figure's"
            yield Falsehood("figure misattached", record, (f"figures[{n}].count",), codes, note)


def part_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Who does it as who suffers it, when it was as where, and where as who does it."""
    swapped = {"actor": "recipient", "recipient": "actor"}
    for field in gold.fields if gold.schema == "event" else ():
        if field.name.endswith("role") and (other := swapped.get(str(field.value))):
            yield lie(gold, field, "part swapped", other, {"contradicted"})
        elif field.name == "places[]" and (time := gold.record["time"]) is not None:
            yield lie(gold, field, "time as place", time, {"unreadable", "misattached"})
    yield from _places_as_actors(gold) if gold.schema == "event" else ()


def _places_as_actors(gold: Gold) -> Iterator[Falsehood]:
    taking_part = cast("list[JsonObject]", gold.record["participants"])
    named = {words(str(each["mention"])) for each in taking_part}
    for place in cast("list[str]", gold.record["places"]):
        for n, each in enumerate(taking_part):
            if each["role"] == "actor" and words(place) not in named:
                path = ("participants", n, "mention")
                record = put(gold.record, path, place)
                codes = frozenset({"misattached", "unreadable"})
                note = f"participants[{n}].mention := {place!r}, where it happens"
                yield Falsehood("place as actor", record, (dotted(path),), codes, note)


def form_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Keys that no model has, and lists and models that are none."""
    for key, value in _STRANGE_KEYS.items():
        yield _shaped(gold, (key,), value, "strange key", _SCHEMA)
    lists = {name: value for name, value in gold.record.items() if isinstance(value, list)}
    for name, items in lists.items():
        if name == "quotes":
            continue
        for value in _NO_LISTS:
            yield _shaped(gold, (name,), value, "no list", _SCHEMA)
        for n, item in enumerate(items):
            if isinstance(item, dict):
                yield _shaped(gold, (name, n, "note"), "HTS won", "strange key", _SCHEMA)
                for wrong in _NO_OBJECTS:
                    yield _shaped(gold, (name, n), wrong, "no object", _SCHEMA)
        for path, added in _additions(name, len(items)):
            yield _shaped(gold, (name, len(items)), added, "item put in", _PUT_IN, at=path)


def missing_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Required fields left out or null, of the record and of the models in it."""
    codes = frozenset({"required", "schema"})
    for name in _REQUIRED[gold.schema]:
        gone = {key: value for key, value in gold.record.items() if key != name}
        for record in (gone, put(gold.record, (name,), None)):
            yield Falsehood("required missing", record, ("",), codes, f"no {name}", whole=True)
    within = {"participants": ("mention", "role"), "figures": ("count", "kind")}
    for head, required in within.items():
        for n in range(len(cast("list[Json]", gold.record.get(head) or []))):
            for name in required:
                path, at = (head, n, name), dotted((head, n))
                yield _shaped(gold, path, None, "required missing", {"required"}, at=at)


def _additions(name: str, place: int) -> list[tuple[str, JsonObject]]:
    match name:
        case "participants":
            return [
                (f"participants[{place}].mention", {"mention": mention, "role": "supporter"})
                for mention in ("Hezbollah", "the United Nations", "Wagner fighters")
            ]
        case "figures":
            return [
                (f"figures[{place}].count", {"count": count, "of": None, "kind": "killed"})
                for count in ("437", "at least a dozen", "ninety-one", 437)
            ]
        case _:
            return []


def _shaped(
    gold: Gold,
    path: tuple[str | int, ...],
    value: Json,
    kind: str,
    codes: frozenset[str] | set[str],
    at: str | None = None,
) -> Falsehood:
    record, where = put(gold.record, path, value), at or dotted(path)
    return Falsehood(kind, record, (where,), frozenset(codes), f"{dotted(path)} := {value!r}")
