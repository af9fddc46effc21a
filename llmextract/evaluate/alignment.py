"""Which predicted record answers which gold record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from llmextract.evaluate.assignment import assign
from llmextract.evaluate.fields import equal_pairs, equal_pieces
from llmextract.evaluate.labelled import OVERLAP, Labelled, Piece, jaccard, tokens_of

# Similarities become whole numbers, exact to a millionth. What stands below that breaks ties: how
# many pieces are exactly equal, then the content of the two records.
_FINE, _EQUAL, _TIES = 10**6, 2**32, 2**48


@dataclass(frozen=True)
class MatchRule:
    """When two records of a schema may be the same: their key fields overlap.

    `fields` are names or paths ("content" stands for all below it). With `same_sentence` they must
    also have a sentence in common: an event is one mention of it, an actor is not. The fields count
    as one text, or with `apart` each must overlap by itself, which two that are not stated do.
    """

    fields: tuple[str, ...]
    same_sentence: bool = False
    apart: bool = False

    def covers(self, path: str) -> bool:
        """Whether a path, such as `content[]`, is one of the key fields or lies below one."""
        return any(
            path == name or path.startswith((f"{name}[]", f"{name}.")) for name in self.fields
        )


@dataclass(frozen=True)
class Match:
    """A predicted and a gold record that answer each other; `exact` if all key fields are equal."""

    predicted: Labelled
    gold: Labelled
    exact: bool


def key_of(record: Labelled, rule: MatchRule) -> list[Piece]:
    """The pieces of a record's key fields."""
    return [p for path, pieces in record.fields.items() if rule.covers(path) for p in pieces]


def key_overlap(one: Labelled, other: Labelled, rule: MatchRule) -> float:
    """The token Jaccard of two records' key fields.

    Taken together a long field weighs more; taken `apart` the worst of them counts.
    """
    return _overlap(_keys(one, rule), _keys(other, rule))


def align(
    predicted: Iterable[Labelled], gold: Iterable[Labelled], rules: Mapping[str, MatchRule]
) -> list[Match]:
    """Pair records of the same article and schema one to one, with the greatest total similarity.

    Neither the order of the records nor which side is called gold changes what is measured: ties
    are broken by the content of the two records.
    """
    rooms: dict[tuple[str, str], tuple[list[Labelled], list[Labelled]]] = {}
    for side, records in enumerate((predicted, gold)):
        for record in records:
            rooms.setdefault((record.article, record.schema), ([], []))[side].append(record)
    return [
        Match(p, g, _exact(p, g, rules[schema]))
        for (_, schema), (mine, theirs) in sorted(rooms.items())
        for p, g in _align(mine, theirs, rules[schema])
    ]


def _align(
    predicted: Sequence[Labelled], gold: Sequence[Labelled], rule: MatchRule
) -> list[tuple[Labelled, Labelled]]:
    keys = [_keys(record, rule) for record in gold]
    weights: dict[tuple[int, int], int] = {}
    for i, mine in enumerate(predicted):
        wanted = _keys(mine, rule)
        for j, theirs in enumerate(gold):
            if rule.same_sentence and mine.sentences.isdisjoint(theirs.sentences):
                continue
            key = _overlap(wanted, keys[j])
            if key >= OVERLAP:
                weights[i, j] = _weight(mine, theirs, rule, key)
    return [(predicted[i], gold[j]) for i, j in assign(weights)]


def _keys(record: Labelled, rule: MatchRule) -> list[frozenset[str]]:
    """The tokens of a record's key fields: of all together, or of each where they stand apart."""
    parts = [MatchRule((name,)) for name in rule.fields] if rule.apart else [rule]
    return [tokens_of(key_of(record, part)) for part in parts]


def _overlap(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> float:
    return min(jaccard(mine, theirs) for mine, theirs in zip(one, other, strict=True))


def _weight(one: Labelled, other: Labelled, rule: MatchRule, key: float) -> int:
    """The similarity of two records: half the key, a quarter each the other words and sentences.

    Between equals the more exact wins, then whatever the records' content says and nothing else,
    so that of two assignments equally good the same one is found from either side, in any order.
    """
    rest = jaccard(tokens_of(_rest(one, rule)), tokens_of(_rest(other, rule)))
    place = jaccard(one.sentences, other.sentences)
    contents = sorted((one.content, other.content))
    tie = crc32("\n".join(contents).encode("utf-8", "surrogatepass"))
    similarity = round(_FINE * (2 * key + rest + place))
    return (similarity * _EQUAL + equal_pieces(one, other)) * _TIES + tie


def _rest(record: Labelled, rule: MatchRule) -> list[Piece]:
    return [
        piece
        for path, pieces in record.fields.items()
        for piece in pieces
        if piece.kind != "label" and not rule.covers(path)
    ]


def _exact(one: Labelled, other: Labelled, rule: MatchRule) -> bool:
    """Whether all key fields say the same: the same pieces, in whatever order lists have them."""
    paths = {path for path in (*one.fields, *other.fields) if rule.covers(path)}
    for path in paths:
        mine, theirs = one.fields.get(path, ()), other.fields.get(path, ())
        if not len(mine) == len(theirs) == equal_pairs(mine, theirs):
            return False
    return True
