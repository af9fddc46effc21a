"""What each command takes; what --help says of it at length stands in `manual`."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import llmextract
from llmextract import manual


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes longer than all of --help."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        parser.exit(message=f"llmextract {llmextract.__version__}\n")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` names what was asked for."""
    built = argparse.ArgumentParser(
        prog="llmextract",
        description="Structured facts from news articles; "
        "nothing gets through that the article does not say.",
    )
    built.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = built.add_subparsers(required=True, metavar="COMMAND")
    for each in _COMMANDS:
        # Examples stand as they are written, and so does what is told above them.
        form = argparse.RawDescriptionHelpFormatter if each.examples else argparse.HelpFormatter
        command = commands.add_parser(
            each.name,
            help=each.brief,
            description=each.description,
            epilog=each.examples,
            formatter_class=form,
        )
        each.add_arguments(command)
        command.set_defaults(command=each.name)
    return built


def _add_extract_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="+", type=_said, metavar="PATH", help="files and folders to read")
    add(
        "-o",
        "--output",
        type=_said,
        metavar="FILE",
        help="write result lines here instead of to stdout, and keep the run in FILE.ledger: "
        "the same command goes on where it stopped",
    )
    add(
        "--no-cache",
        action="store_true",
        help="with -o: neither keep replies in the cache folder nor take them from there",
    )
    add("--fresh", action="store_true", help="with -o: begin anew; the old ledger is renamed")
    add(
        "--schema",
        default="news",
        metavar="NAME",
        help="news (default), actor, event, claim or package.module:Model",
    )
    _add_asking(parser)
    _add_asking_again(parser)
    _add_policy(parser)
    _add_limits(parser)
    add("--watch", action="store_true", help="show each record as it is accepted")
    add("--dry-run", action="store_true", help="say what a run would ask for, and ask nothing")
    tapes = parser.add_mutually_exclusive_group()
    tapes.add_argument(
        "--record",
        type=_said,
        metavar="DIR",
        help="record every model call into a folder of cassettes; keeps no ledger",
    )
    tapes.add_argument(
        "--replay",
        type=_said,
        metavar="DIR",
        help="answer every model call from such a folder; keeps no ledger",
    )


def _add_asking_again(parser: argparse.ArgumentParser) -> None:
    """Further calls about what was answered."""
    add = parser.add_argument
    add(
        "--repair",
        choices=("off", "required", "on"),
        help="ask once more for rejected fields: off (default), only for those without which a "
        "record falls, or on; one call a window that has any",
    )
    add("--verify", action="store_true", help="ask of every record whether its sentences state it")
    add("--verify-model", metavar="NAME", help="another model of the endpoint for --verify")
    add("--verify-threshold", type=_amount, metavar="P", help="the least probability (default 0.5)")


def _add_asking(parser: argparse.ArgumentParser) -> None:
    """Whom to ask, about what, and how much at a time."""
    add = parser.add_argument
    add(
        "--model",
        type=_said,
        metavar="NAME",
        help="a name the endpoint knows, local, or the path of a .gguf file",
    )
    add(
        "--base-url",
        metavar="URL",
        help="an OpenAI-compatible endpoint, such as http://127.0.0.1:8000/v1",
    )
    add(
        "--published",
        type=_day,
        metavar="DATE",
        help="when the articles were published that state no date themselves, as 2024-12-04",
    )
    add(
        "--concurrency",
        type=_positive,
        metavar="N",
        help="calls in flight (default 32; 1 for a local model)",
    )
    _add_showing(parser)
    add(
        "--shard",
        type=_share,
        metavar="K/N",
        help="do only the Kth of N shares of the articles, chosen by their ids: the same ones "
        "on every machine; give each its own -o, then merge them",
    )


def _add_showing(parser: argparse.ArgumentParser) -> None:
    """What a call shows of an article, and what holds its reply."""
    add = parser.add_argument
    add(
        "--window",
        type=_positive,
        metavar="N",
        help="sentences a call (default: all; 1 for a local model, 8 without its grammar)",
    )
    add(
        "--context",
        type=_positive,
        metavar="N",
        help="sentences shown before those of a call, only to know who is meant (default: none)",
    )
    add(
        "--grammar",
        action=argparse.BooleanOptionalAction,
        help="the endpoint is llama.cpp: hold the model to the sentence's words while it writes "
        "(a local model is, unless you say --no-grammar)",
    )
    add(
        "--enums",
        action="store_true",
        help="name in the schema of each call the only figures, times and sentence numbers it can "
        "state, for an endpoint that holds a reply to its schema (vLLM, SGLang)",
    )


def _add_check_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--articles", metavar="DIR", help="the folder of the articles (of a run: if they moved)")
    add("--published", type=_day, metavar="DATE", help="when the articles were published")
    add(
        "--from",
        dest="kept",
        metavar="OUT",
        help="the -o of a run to judge again; without --policy, by the policy of the run",
    )
    add("-o", "--output", metavar="FILE", help="with --from: write the lines here, not to stdout")
    _add_policy(parser)
    # So that a run can be judged again by its own.
    parser.set_defaults(policy=None)


def _add_limits(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("limits of a run").add_argument
    add("--rpm", type=_amount, metavar="N", help="calls a minute")
    add("--tpm", type=_amount, metavar="N", help="tokens a minute, in and out")
    _add_budget(add)


def _add_budget(add: Callable[..., argparse.Action]) -> None:
    """What all runs of an output together may use."""
    add(
        "--budget-tokens",
        type=_positive,
        metavar="N",
        help="stop before more tokens are used, by all runs of an -o",
    )
    add("--budget", type=_amount, metavar="MONEY", help="the same in money; needs --prices")
    add(
        "--prices",
        type=_said,
        metavar="FILE",
        help="JSON: money per million tokens by model, as "
        '{"gpt-4.1-mini": {"prompt": 0.4, "completion": 1.6, "cached": 0.1}}',
    )


def _add_status_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("output", metavar="OUT", help="the -o of the run")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _add_retry_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("output", metavar="OUT", help="the -o of the run")
    add("--failed", action="store_true", help="those that failed (the default)")
    add("--partial", action="store_true", help="those of which a part is missing")
    add("--concurrency", type=_positive, metavar="N", help="calls in flight, if other than before")
    _add_budget(add)


def _add_merge_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("outputs", nargs="+", metavar="OUT", help="the -o of a run")
    add("-o", "--output", required=True, metavar="FILE", help="the run they become")
    add("--fresh", action="store_true", help="rename the ledger that is there")


def _add_locate_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="a UTF-8 text file")


def _add_eval_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("results", metavar="RESULTS", help="result lines of extract")
    add("gold", metavar="GOLD", help="gold lines, as above")
    add("--articles", required=True, metavar="DIR", help="the folder of the articles")
    add(
        "--gold",
        dest="mode",
        choices=("partial", "complete"),
        default="partial",
        help="partial (default): a record without its like is a false alarm only where gold of "
        "its schema cites one of its sentences; complete: everywhere",
    )
    add("--schema", metavar="NAME", help="judge only this schema (default: all that gold names)")
    add(
        "--match-on",
        action="append",
        default=[],
        metavar="[SCHEMA:]FIELD,...",
        help="the key fields; with `sentences` among them a sentence must be shared",
    )
    add("--json", action="store_true", help="print one JSON object instead of tables")
    add(
        "--show",
        choices=("all", "misses", "false-alarms", "none"),
        default="all",
        help="which records to list below the tables (default: all)",
    )
    add("--seed", type=int, default=0, metavar="N", help="of the random draws (default 0)")
    add(
        "--resamples",
        type=_whole,
        default=1000,
        metavar="N",
        help="draws for the 95%% intervals, of whole articles (default 1000; 0: none)",
    )


def _add_schema_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="NAME", help="news, actor, event, claim or package.module:Model"
    )


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--policy",
        choices=("drop", "strict", "report"),
        default="drop",
        help="what becomes of rejected fields: drop them (default), reject the whole record, "
        "or keep what can be kept and flag it",
    )


def _said(text: str) -> str:
    """A name that is not empty, as that of a variable is which a shell has not set."""
    if not text:
        raise argparse.ArgumentTypeError("an empty name; is a variable not set?")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no ISO date such as 2024-12-04") from error


def _amount(text: str) -> float:
    try:
        amount = float(text)
    except ValueError:
        amount = 0.0
    if not 0 < amount < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return amount


def _share(text: str) -> tuple[int, int]:
    number, slash, of = text.partition("/")
    if not (slash and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError(f"{text!r} is no share such as 3/16")
    return int(number), int(of)


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number")
    return int(text)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 up")
    return int(text)


class _Command(NamedTuple):
    """A command of the command line, as --help tells of it and with what it takes."""

    name: str
    brief: str
    description: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    examples: str | None = None


# In the order of --help.
_COMMANDS = (
    _Command(
        "extract",
        "extract records from articles with a language model",
        manual.EXTRACT,
        _add_extract_arguments,
        manual.EXTRACT_EXAMPLES,
    ),
    _Command("status", "show how a kept run stands", manual.STATUS, _add_status_arguments),
    _Command("retry", "do articles of a kept run again", manual.RETRY, _add_retry_arguments),
    _Command("merge", "join kept runs into one", manual.MERGE, _add_merge_arguments),
    _Command(
        "locate",
        "find quotes in an article",
        manual.LOCATE,
        _add_locate_arguments,
        manual.LOCATE_EXAMPLES,
    ),
    _Command(
        "check",
        "judge records without a model",
        manual.CHECK,
        _add_check_arguments,
        manual.CHECK_EXAMPLES,
    ),
    _Command(
        "eval",
        "measure results against gold",
        manual.EVAL,
        _add_eval_arguments,
        manual.EVAL_EXAMPLES,
    ),
    _Command("schema", "print the JSON Schema of a schema", manual.SCHEMA, _add_schema_arguments),
)
