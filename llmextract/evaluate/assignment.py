"""One-to-one assignment of greatest total weight."""

from collections import defaultdict, deque
from collections.abc import Mapping

Weights = Mapping[tuple[int, int], int]


def assign(weights: Weights) -> list[tuple[int, int]]:
    """The one-to-one pairs whose weights, all positive, add up to most; in order of the left side.

    Weights are whole numbers, so that no sum is rounded and a tie is a tie. A pair that is not
    listed is never made.
    """
    rights: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (left, right), weight in sorted(weights.items()):
        rights[left].append((right, weight))
    partner: dict[int, int] = {}  # right -> left
    while path := _best_path(rights, partner, weights):
        # Along the path each left side lets its old partner go to the next one.
        partner.update({right: left for left, right in path})
    return sorted((left, right) for right, left in partner.items())


def _best_path(
    rights: Mapping[int, list[tuple[int, int]]], partner: Mapping[int, int], weights: Weights
) -> list[tuple[int, int]]:
    """The pairs to make so that one more is made and most is gained; empty if nothing is gained.

    A shortest-path search (Bellman and Ford, with a queue): from the lefts that are free, over a
    pair to make, back over the pair that it undoes. Always taking the best path keeps the whole
    assignment the best of its size, so no round can gain by going in a circle.
    """
    taken = set(partner.values())
    gains = {left: 0 for left in rights if left not in taken}
    came: dict[int, tuple[int, int]] = {}
    waiting = deque(gains)
    best, end = 0, None
    while waiting:
        left = waiting.popleft()
        for right, weight in rights[left]:
            gain = gains[left] + weight
            owner = partner.get(right)
            if owner is None:
                if gain > best:
                    best, end = gain, (left, right)
            elif owner != left:
                gain -= weights[owner, right]
                if owner not in gains or gain > gains[owner]:
                    gains[owner], came[owner] = gain, (left, right)
                    waiting.append(owner)
    path: list[tuple[int, int]] = []
    while end is not None:
        path.append(end)
        end = came.get(end[0])
    return path
