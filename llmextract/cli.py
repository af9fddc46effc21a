"""The command line: thin, for batches; data on stdout or `-o`, everything else on stderr."""

import argparse
import errno
import io
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO, cast

from pydantic import BaseModel

from llmextract.arguments import parser
from llmextract.errors import (
    DONE,
    FAILED,
    INTERRUPTED,
    USAGE,
    InputError,
    LlmextractError,
    SchemaError,
    SettingsError,
    reason_of,
    say,
)

Command = Callable[[argparse.Namespace], int]

# The number of the last of the three streams.
_STDERR = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    _take_streams()
    # Not at the first call only: loading what a call needs takes most of a second.
    with suppress(ValueError):  # in the main thread alone may signals be heeded
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        arguments = parser().parse_args(argv)
        code = _COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
        return code
    except (SettingsError, SchemaError) as error:
        say(error)
        return USAGE
    except LlmextractError as error:
        say(error)
        return FAILED
    except KeyboardInterrupt:
        _end_at_the_next_signal()
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; that is how pipes end.
        _let_stdout_go()
        return DONE
    except OSError as error:
        # A full disk, below stdout or below a tape.
        say(f"{error.filename or 'stdout'}: {reason_of(error)}; mend this, then run it again")
        _let_stdout_go()
        return FAILED


class _Closed(io.TextIOBase):
    """In place of a stdout that was closed: what is meant for it is refused, before any call."""

    def reconfigure(self, **_: object) -> None:
        raise OSError(errno.EBADF, "stdout is closed", "stdout")

    def write(self, _text: str, /) -> int:
        raise OSError(errno.EBADF, "stdout is closed", "stdout")


def _take_streams() -> None:
    """Have all three streams, and their numbers, which a ledger would get where one was closed."""
    # The next file that is opened gets the lowest number that is free.
    while (number := os.open(os.devnull, os.O_RDWR)) <= _STDERR:
        pass
    os.close(number)
    nothing = Path(os.devnull)
    if sys.stdin is None:
        sys.stdin = nothing.open(encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = nothing.open("w", encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = cast("TextIO", _Closed())
    reconfigure: Callable[..., None] | None = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and not isinstance(sys.stdout, _Closed):
        reconfigure(errors="backslashreplace")


def _write_in_utf8() -> None:
    """What programs read is the same on every terminal; half a surrogate pair is its escape."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _end_at_the_next_signal() -> None:
    """Nothing is left to be put in order, and Python would end in a traceback."""

    def end(*_: object) -> None:
        os._exit(INTERRUPTED)

    with suppress(ValueError):  # in the main thread alone
        signal.signal(signal.SIGINT, end)
        signal.signal(signal.SIGTERM, end)


def _let_stdout_go() -> None:
    """Close stdout, or what it still holds is tried once more when the process ends."""
    with suppress(OSError):
        sys.stdout.close()


def _schemas(name: str, folder: Path | None = None) -> tuple[type[BaseModel], ...]:
    """The models that a schema name stands for; raises `SchemaError`.

    A module of one's own is looked for in `folder` first.
    """
    from llmextract.run.schemas import load_models
    from llmextract.schemas import Actor, Claim, Event, News

    built_in: dict[str, tuple[type[BaseModel], ...]] = {
        "news": News,
        "actor": (Actor,),
        "event": (Event,),
        "claim": (Claim,),
    }
    return built_in.get(name) or load_models(name, folder)


def _extract(arguments: argparse.Namespace) -> int:
    from llmextract.run.batch import Tape
    from llmextract.run.command import extract
    from llmextract.run.order import Order
    from llmextract.run.shards import Shard

    folder = arguments.record or arguments.replay
    order = Order(
        paths=tuple(arguments.paths),
        output=Path(arguments.output) if arguments.output else None,
        schema=arguments.schema,
        model=arguments.model,
        base_url=arguments.base_url,
        published=arguments.published,
        concurrency=arguments.concurrency,
        window=arguments.window,
        context=arguments.context,
        grammar=arguments.grammar,
        enums=arguments.enums,
        policy=arguments.policy,
        repair=arguments.repair,
        verify=arguments.verify,
        verify_model=arguments.verify_model,
        verify_threshold=arguments.verify_threshold,
        requests=arguments.rpm,
        tokens=arguments.tpm,
        budget_tokens=arguments.budget_tokens,
        budget=arguments.budget,
        prices=Path(arguments.prices) if arguments.prices else None,
        cache=not arguments.no_cache,
        tape=Tape(Path(folder), record=bool(arguments.record)) if folder else None,
        shard=Shard(*arguments.shard) if arguments.shard else None,
        fresh=arguments.fresh,
        watch=arguments.watch,
        dry_run=arguments.dry_run,
    )
    return extract(order, _schemas(order.schema))


def _status(arguments: argparse.Namespace) -> int:
    from llmextract.run.status import status

    print(status(Path(arguments.output), as_json=arguments.json))
    return DONE


def _retry(arguments: argparse.Namespace) -> int:
    from llmextract.run.command import extract
    from llmextract.run.status import retried

    order = retried(
        Path(arguments.output),
        failed=arguments.failed or not arguments.partial,
        partial=arguments.partial,
        other={
            "concurrency": arguments.concurrency,
            "budget_tokens": arguments.budget_tokens,
            "budget": arguments.budget,
            "prices": arguments.prices and Path(arguments.prices),
        },
    )
    return extract(order, _schemas(order.schema, order.folder))


def _merge(arguments: argparse.Namespace) -> int:
    from llmextract.run.merge import merge

    outputs = [Path(each) for each in arguments.outputs]
    say(merge(outputs, Path(arguments.output), fresh=arguments.fresh))
    return DONE


def _locate(arguments: argparse.Namespace) -> int:
    from llmextract.run.lines import locate_lines

    return _print(locate_lines(arguments.article, sys.stdin.buffer))


def _check(arguments: argparse.Namespace) -> int:
    from llmextract.run.lines import check_lines

    if arguments.kept is not None:
        return _recheck(arguments)
    if arguments.articles is None:
        raise SettingsError(
            "check: give --articles DIR to judge the records on stdin, "
            "or --from OUT to judge a kept run again"
        )
    if arguments.output is not None:
        raise SettingsError("check: -o goes with --from; without it, answers go to stdout")
    folder = Path(arguments.articles)
    published, policy = arguments.published, arguments.policy or "drop"
    return _print(check_lines(folder, published, _schemas, sys.stdin.buffer, policy))


def _recheck(arguments: argparse.Namespace) -> int:
    from llmextract.run.recheck import Recheck, recheck_lines, write_recheck

    if arguments.published is not None:
        raise SettingsError("check --from: the run knows its dates; leave --published out")
    folder = arguments.articles
    asked = Recheck(Path(arguments.kept), arguments.policy, folder and Path(folder))
    answers = recheck_lines(asked, _schemas, say)
    if arguments.output is None:
        return _print(answers)
    whole = write_recheck(answers, Path(arguments.output), asked=asked, say=say)
    return DONE if whole else FAILED


def _eval(arguments: argparse.Namespace) -> int:
    from llmextract.evaluate.command import Order, evaluate
    from llmextract.evaluate.counts import Bootstrap
    from llmextract.evaluate.table import as_text
    from llmextract.evaluate.written import as_json

    order = Order(
        results=Path(arguments.results),
        gold=Path(arguments.gold),
        articles=Path(arguments.articles),
        schemas=_schemas(arguments.schema) if arguments.schema else None,
        mode=arguments.mode,
        match_on=tuple(arguments.match_on),
        bootstrap=Bootstrap(arguments.resamples, arguments.seed),
    )
    reading, errors = evaluate(order, _schemas)
    for told in (*errors, *(reading.doubts if reading is not None else ())):
        say(told)
    if reading is not None and arguments.json:
        print(json.dumps(as_json(reading), indent=2))
    elif reading is not None:
        _write_in_utf8()
        sys.stdout.write(as_text(reading, arguments.show))
    return FAILED if errors else DONE


def _schema(arguments: argparse.Namespace) -> int:
    from llmextract.run.schemas import json_schema

    _write_in_utf8()
    print(json.dumps(json_schema(_schemas(arguments.name)), indent=2, ensure_ascii=False))
    return DONE


def _print(answers: Iterable[str | InputError]) -> int:
    """Write what is answered and say what is not; the lines that failed do not stop the others."""
    _write_in_utf8()
    failed = False
    for answer in answers:
        if isinstance(answer, InputError):
            say(answer)
            failed = True
        else:
            sys.stdout.write(answer + "\n")
    return FAILED if failed else DONE


_COMMANDS: dict[str, Command] = {
    "extract": _extract,
    "status": _status,
    "retry": _retry,
    "merge": _merge,
    "locate": _locate,
    "check": _check,
    "eval": _eval,
    "schema": _schema,
}
