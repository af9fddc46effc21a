"""What of a kept run's settings has changed, told by the names that a user gave them."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final, NamedTuple

from llmextract.errors import LlmextractError, SettingsError
from llmextract.run.ledger import Reader, RunKey, ledger_path, read_ledger
from llmextract.run.order import Order
from llmextract.run.plan import window_size
from llmextract.settings import Settings

# What of an order the digest of a prompt follows from, beside the schema and the model.
_ASKED: Final = ("context", "grammar", "enums", "repair", "verify")
_VERIFIED: Final = ("verify_model", "verify_threshold")
# What a part of a key changes with: where that is told, its digest says no more.
_FOLLOWS: Final = {
    "schema": ("model",),
    "prompt": ("schema", "model"),
    "policy": ("library",),
}


class Change(NamedTuple):
    """A setting that two runs do not share."""

    name: str
    was: str
    now: str


def refuse_changed(output: Path, key: RunKey, order: Order) -> None:
    """Raise `SettingsError`, naming what changed, where a run would not go on as it was begun.

    A ledger without any result takes the new settings. The ledger holds to that by itself, but
    knows digests only.
    """
    if not is_begun(output):
        return
    with read_ledger(output) as ledger:
        if not ledger.has_results():
            return
        begun, changed = begun_as(ledger), changes(ledger, key, order)
    if changed:
        told = ", ".join(f"{name} was {was}, is {now}" for name, was, now in changed)
        raise SettingsError(
            f"{output}: begun with other settings ({told}); take the same ones to go on, write to "
            f"another file, or begin anew with --fresh, which keeps the old ledger"
        )
    if begun is not None and begun.shard != order.shard:
        raise SettingsError(
            f"{output}: begun with {_share(begun)}, this is {_share(order)}; give each share its "
            f"own -o and merge them, or begin anew with --fresh, which keeps the old ledger"
        )


def is_begun(output: Path) -> bool:
    """Whether an output has a ledger; a name that is too long is told where the ledger is made."""
    try:
        return ledger_path(output).is_file()
    except OSError:
        return False


def begun_as(ledger: Reader) -> Order | None:
    """How a run was begun; None where its ledger does not say, or says it in another version."""
    text = ledger.recall("order")
    try:
        return None if text is None else Order.recalled(text)
    except (TypeError, ValueError, KeyError):
        return None


def changes(ledger: Reader, now: RunKey, order: Order | None) -> list[Change]:
    """What differs between the run of a ledger and another one, by names as far as they are known.

    Digests are told only of what no setting explains, as an edited schema or prompt.
    """
    before, after = asdict(ledger.key()), asdict(now)
    differing = [name for name in after if before[name] != after[name]]
    named = dict(_named(begun_as(ledger), order)) if differing else {}
    told: list[Change] = []
    for part in differing:
        mine = [change for change, of in named.items() if of == part]
        if mine:
            told += mine
        elif not set(_FOLLOWS.get(part, ())).intersection(differing):
            told.append(Change(part, before[part], after[part]))
    return told


def _named(begun: Order | None, order: Order | None) -> Iterator[tuple[Change, str]]:
    """The settings in which two orders differ, each with the part of a key that it changes."""
    if begun is None or order is None:
        return
    if begun.schema != order.schema:
        yield Change("schema", begun.schema, order.schema), "schema"
    try:
        was, now = (Settings.load(**each.asked()) for each in (begun, order))
    except LlmextractError:
        return
    if was.policy != now.policy:
        yield Change("policy", was.policy, now.policy), "policy"
    if window_size(was) != window_size(now):
        sizes = (str(window_size(each) or "all") for each in (was, now))
        yield Change("window", *sizes), "prompt"
    for name in (*_ASKED, *(_VERIFIED if was.verify and now.verify else ())):
        one, other = getattr(was, name), getattr(now, name)
        if one != other:
            yield Change(name.replace("_", "-"), _shown(one), _shown(other)), "prompt"


def _shown(value: object) -> str:
    """A value as its option says it."""
    match value:
        case bool():
            return "on" if value else "off"
        case None:
            return "none"
        case _:
            return str(value)


def _share(order: Order) -> str:
    return "all articles" if order.shard is None else f"--shard {order.shard}"
