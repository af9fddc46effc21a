"""The fields of two records that answer each other, held side by side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from llmextract.article.location import Range
from llmextract.evaluate.assignment import assign
from llmextract.evaluate.counts import Counts, Measure
from llmextract.evaluate.labelled import OVERLAP, Labelled, Piece, alike, general_path, same

Labels = tuple[str | None, str | None]  # gold, predicted
_FINE = 10**6


def compare_fields(predicted: Labelled, gold: Labelled) -> Iterator[tuple[str, Measure, Counts]]:
    """Count, for each field that either record states, what they share.

    The items of a list are held as a set: their order says nothing. Labels are held against each
    other only within one thing: the roles of the same participant.
    """
    links = _linked_items(predicted, gold)
    for path in sorted({*predicted.fields, *gold.fields}):
        mine, theirs = predicted.fields.get(path, ()), gold.fields.get(path, ())
        if _are_labels(mine, theirs):
            hits = sum(a is not None and a == b for a, b in _labels(mine, theirs, links))
            yield path, "exact", Counts(hits, len(mine), len(theirs))
            continue
        yield path, "exact", Counts(equal_pairs(mine, theirs), len(mine), len(theirs))
        yield path, "overlap", Counts(len(_overlapping(mine, theirs)), len(mine), len(theirs))
        yield path, "characters", _characters(mine, theirs)


def equal_pieces(one: Labelled, other: Labelled) -> int:
    """How many pieces of two records say exactly the same at the same field."""
    found = compare_fields(one, other)
    return sum(counts.hits for _, measure, counts in found if measure == "exact")


def equal_pairs(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """How many pieces of two lists can be paired so that each pair says exactly the same."""
    pairs = ((i, j) for i in range(len(one)) for j in range(len(other)))
    return len(assign({(i, j): 1 for i, j in pairs if same(one[i], other[j])}))


def compare_labels(predicted: Labelled, gold: Labelled) -> Iterator[tuple[str, Labels]]:
    """The labels that two records give the same thing, gold first; None where one gives none."""
    links = _linked_items(predicted, gold)
    for path in sorted({*predicted.fields, *gold.fields}):
        mine, theirs = predicted.fields.get(path, ()), gold.fields.get(path, ())
        if _are_labels(mine, theirs):
            for labels in _labels(mine, theirs, links):
                yield path, labels


def _are_labels(mine: Sequence[Piece], theirs: Sequence[Piece]) -> bool:
    return any(piece.kind == "label" for piece in (*mine, *theirs))


def _labels(
    mine: Sequence[Piece], theirs: Sequence[Piece], links: Mapping[str, str]
) -> list[Labels]:
    """Pair labels by the things they are of; a list of nothing but labels is held as a set."""
    given = {piece.item: piece.text for piece in mine}
    known = {piece.item: piece.text for piece in theirs}
    pairs = [(known.get(there), given.get(here)) for here, there in links.items()]
    return [pair for pair in pairs if pair != (None, None)]


def _linked_items(predicted: Labelled, gold: Labelled) -> dict[str, str]:
    """Which list elements of two records are the same thing, by what they say beside labels.

    Elements without words of their own, as in a list of labels, are the same if they are equal.
    """
    links = {"": ""}
    mine, theirs = _elements(predicted), _elements(gold)
    for shape in sorted(mine.keys() & theirs.keys()):
        left, right = list(mine[shape].items()), list(theirs[shape].items())
        weights: dict[tuple[int, int], int] = {}
        for i, (_, one) in enumerate(left):
            for j, (_, other) in enumerate(right):
                share = _element_alike(one, other)
                if share >= OVERLAP:
                    # Of two things with the same words, the labels tell which is which.
                    weights[i, j] = _FINE * round(_FINE * share) + _equal_labels(one, other)
        links.update((left[i][0], right[j][0]) for i, j in assign(weights))
    return links


def _elements(record: Labelled) -> dict[str, dict[str, dict[str, Piece]]]:
    """The list elements of a record: their pieces by path, by item, by the list they are in."""
    found: dict[str, dict[str, dict[str, Piece]]] = defaultdict(lambda: defaultdict(dict))
    for path, pieces in record.fields.items():
        for piece in pieces:
            if piece.item:
                found[general_path(piece.item)][piece.item][path] = piece
    return found


def _element_alike(one: Mapping[str, Piece], other: Mapping[str, Piece]) -> float:
    """The mean likeness of the fields that either element states; labels only if nothing else."""
    stated = {**one, **other}
    paths = [path for path, piece in stated.items() if piece.kind != "label"] or list(stated)
    shared = [path for path in paths if path in one and path in other]
    return sum(alike(one[path], other[path]) for path in shared) / len(paths)


def _equal_labels(one: Mapping[str, Piece], other: Mapping[str, Piece]) -> int:
    both = ((one[path], other[path]) for path in one.keys() & other.keys())
    return sum(a.kind == "label" and a.text == b.text for a, b in both)


def _overlapping(mine: Sequence[Piece], theirs: Sequence[Piece]) -> list[tuple[int, int]]:
    shares = {
        (i, j): alike(one, other) for i, one in enumerate(mine) for j, other in enumerate(theirs)
    }
    # As many pairs as can be, which a weight of one each gives.
    return assign({pair: 1 for pair, share in shares.items() if share >= OVERLAP})


def _characters(mine: Sequence[Piece], theirs: Sequence[Piece]) -> Counts:
    """The characters under the located spans of a field: shared, predicted, in gold."""
    here, there = _covered(mine, theirs), _covered(theirs, mine)
    return Counts(len(here & there), len(here), len(there))


def _covered(pieces: Sequence[Piece], against: Sequence[Piece]) -> set[int]:
    """The characters of each piece's span; of several, the one nearest what it is held against."""
    known = [span for piece in against for span in piece.spans]
    spans = (max(piece.spans, key=lambda s: _shared(s, known)) for piece in pieces if piece.spans)
    return {offset for start, end in spans for offset in range(start, end)}


def _shared(span: Range, others: Sequence[Range]) -> int:
    return sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in others)
