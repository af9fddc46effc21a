"""The merge command: the kept runs of shards, joined into one kept run."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from llmextract.errors import SettingsError, counted
from llmextract.run.changes import begun_as, changes
from llmextract.run.export import refuse_output, write_jsonl
from llmextract.run.ledger import Reader, RunKey, ledger_path, lock_holder, open_ledger, read_ledger
from llmextract.run.ledger.joining import Standing, better, standing
from llmextract.run.ledger.store import lock_path
from llmextract.run.order import Order

# Under this note a ledger keeps which merge it is of, until its output is written.
_MERGING = "merging"


def merge(outputs: Sequence[Path], output: Path, *, fresh: bool = False) -> str:
    """Join kept runs into a new one with its own ledger and output, and say what is in it.

    Articles stand as they stood in the input, which shards remember; such as nobody remembers
    come after, ledger by ledger in the given order. Of an article in several ledgers the best
    result stands, and all attempts are kept. `fresh` renames what is there under the new name; a
    merge of the same results that died there is finished without.
    Raises `SettingsError` where runs do not go together, and `LedgerError` for a ledger.
    """
    _refuse_misuse(outputs, output)
    with ExitStack() as opened:
        readers = [opened.enter_context(read_ledger(each)) for each in outputs]
        key = _one_key(outputs, readers)
        chosen = _chosen(outputs, readers)
        places = _places(readers)
        last = len(places)
        # Sorting is stable: without a place, the order of the ledgers stays.
        ordered = sorted(chosen.items(), key=lambda each: places.get(each[0], last))
        mark = _mark(ordered)
        if not fresh:
            _refuse_kept(output, mark)
        ledger = opened.enter_context(open_ledger(output, key, fresh=fresh))
        if not any(True for _ in ledger.read().articles()):
            ledger.remember(_MERGING, mark)
            ledger.join([ledger_path(each) for each in outputs], ordered)
        if (order := _order(readers, output)) is not None:
            ledger.remember("order", order.remembered())
        if places:
            ledger.remember("places", json.dumps(places))
        count = write_jsonl(ledger.read().lines(), output)
        ledger.remember(_MERGING, "")
        counts = ledger.read().summary().counts
    told = ", ".join(f"{number} {state}" for state, number in counts.items() if number)
    return f"{output}: {counted(count, 'line')} ({told or 'no articles'})"


def _refuse_misuse(outputs: Sequence[Path], output: Path) -> None:
    refuse_output(output)
    ledgers = [ledger_path(each) for each in outputs]
    for number, each in enumerate(ledgers):
        if each in ledgers[:number]:
            raise SettingsError(f"{outputs[number]}: named twice; name each run once")
        if holder := lock_holder(lock_path(each)):
            raise SettingsError(f"{outputs[number]}: still run by {holder}; wait for it or stop it")
    if ledger_path(output) in ledgers:
        raise SettingsError(f"-o {output}: one of the runs to merge; give another file")


def _refuse_kept(output: Path, mark: str) -> None:
    """Raise `SettingsError` where anything would be lost; what died before it was whole would not.

    That has left a ledger without articles, or one whose output was never written.
    """
    if not ledger_path(output).exists():
        return
    with read_ledger(output) as ledger:
        if ledger.recall(_MERGING) != mark and any(True for _ in ledger.articles()):
            raise SettingsError(
                f"-o {output}: a run is kept there; give another file, or begin anew with --fresh, "
                f"which keeps the old ledger"
            )


def _mark(ordered: Sequence[tuple[str, Standing]]) -> str:
    """What tells a merge from one of other results."""
    digest = blake2b(digest_size=16)
    for identity, stands in ordered:
        digest.update(repr((identity, stands)).encode())
    return digest.hexdigest()


def _one_key(outputs: Sequence[Path], readers: Sequence[Reader]) -> RunKey:
    """What all results depend on; raises `SettingsError`, naming what differs."""
    for output, reader in zip(outputs[1:], readers[1:], strict=True):
        key = reader.key()
        differing = changes(readers[0], key, begun_as(reader))
        if differing:
            told = ", ".join(f"{name}: {one} and {other}" for name, one, other in differing)
            raise SettingsError(
                f"{outputs[0]} and {output}: run with other settings ({told}); "
                f"only runs of the same settings can be merged"
            )
    return readers[0].key()


def _chosen(outputs: Sequence[Path], readers: Sequence[Reader]) -> dict[str, Standing]:
    chosen: dict[str, Standing] = {}
    for number, reader in enumerate(readers):
        for article in reader.articles():
            stands, known = standing(article, number), chosen.get(article.id)
            chosen[article.id] = (
                stands if known is None else better(article.id, known, stands, outputs)
            )
    return chosen


def _places(readers: Sequence[Reader]) -> dict[str, int]:
    """The articles' ranks in the input, as far as the shards remember."""
    places: dict[str, int] = {}
    for reader in readers:
        known: dict[str, int] = json.loads(reader.recall("places") or "{}")
        places.update(known)
    return {identity: rank for rank, identity in enumerate(sorted(places, key=places.__getitem__))}


def _order(readers: Sequence[Reader], output: Path) -> Order | None:
    """How the whole run would have been ordered."""
    texts = [reader.recall("order") for reader in readers]
    orders = [Order.recalled(text) for text in texts if text is not None]
    if len(orders) < len(texts):
        return None
    paths = dict.fromkeys(path for order in orders for path in order.paths)
    return replace(orders[0], paths=tuple(paths), output=output, shard=None)
