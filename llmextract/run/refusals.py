"""What an order cannot be done with, told before the first call."""

from contextlib import suppress
from pathlib import Path

from llmextract.errors import SettingsError, reason_of
from llmextract.run.cassettes import refuse_folder
from llmextract.run.export import refuse_output
from llmextract.run.models import refuse_nowhere
from llmextract.run.order import Order
from llmextract.settings import Settings

# Files of our own: the ledger, its journal, the cache, modules still to be imported.
_OWN_FILES = 32


def refuse_unfit(order: Order, settings: Settings) -> None:
    """Raise `SettingsError` for an order that cannot be done as it was given."""
    if not order.again:  # what a run was begun with is no fault of who goes on with it
        _refuse_idle(order, settings)
    _refuse_own_input(order)
    if order.dry_run:
        return
    _refuse_tape(order)
    if order.tape is None or order.tape.record:
        refuse_nowhere(settings)


def _refuse_idle(order: Order, settings: Settings) -> None:
    """What would change nothing was meant to."""
    if order.base_url is not None and settings.is_local:
        raise SettingsError(
            f"--base-url: --model {settings.model} runs on this machine; give one of the two"
        )
    if order.fresh and order.output is None:
        raise SettingsError("--fresh: without -o no run is kept that could begin anew")
    if not order.verify:
        for option, given in (
            ("--verify-model", order.verify_model),
            ("--verify-threshold", order.verify_threshold),
        ):
            if given is not None:
                raise SettingsError(f"{option}: nothing is verified without --verify; add it")


def _refuse_own_input(order: Order) -> None:
    """An output that would take the place of what it is made of."""
    output = order.output
    if output is None:
        return
    for path in map(Path, order.paths):
        with suppress(OSError):  # a name that is too long is told below, or where it is read
            if path.exists() and output.is_file() and output.samefile(path):
                raise SettingsError(
                    f"-o {output}: the articles are read from it; give another file"
                )
    refuse_output(output)


def _refuse_tape(order: Order) -> None:
    """A folder that takes no recording, or that holds none."""
    if order.tape is None:
        return
    folder = order.tape.folder
    if not order.tape.record:
        if not folder.is_dir():
            raise SettingsError(
                f"--replay {folder}: no such folder; give one that --record has written"
            )
        return
    try:
        refuse_folder(folder)
    except OSError as error:
        raise SettingsError(
            f"--record {folder}: {reason_of(error)}; give a folder that can be written"
        ) from error


def refuse_too_many(concurrency: int) -> None:
    """Raise `SettingsError` where this process may not open a connection for every call."""
    try:
        import resource
    except ImportError:  # no such limit on Windows
        return
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed != resource.RLIM_INFINITY and concurrency + _OWN_FILES > allowed:
        raise SettingsError(
            f"--concurrency {concurrency}: this process may open {allowed} files, and needs "
            f"{concurrency + _OWN_FILES}; ask for fewer calls, or raise the limit with ulimit -n"
        )
