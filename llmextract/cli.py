"""The command line: thin, for batches; data on stdout or `-o`, everything else on stderr."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from pydantic import BaseModel

import llmextract
from llmextract.errors import InputError, LlmextractError, SchemaError, SettingsError

Command = Callable[[argparse.Namespace], int]

OK, FAILED, USAGE, RESUMABLE, INTERRUPTED = 0, 1, 2, 75, 130

_EXTRACT = """\
Extract records from articles and write one JSON line an article.

PATH is a UTF-8 text file, a JSON Lines file (one object a line: text, and if
you have them id, published, title, url) or a folder of such files. Every value
written is a span of the article, located and read by code; what the model
invented is listed under "rejections", with the field, a code and what it wrote.

With no --model, no OPENAI_API_KEY and no --base-url, a small model runs in this
process (extra "local"; 1.1 GB are fetched once into the cache folder)."""

_EXAMPLES = """\
examples:
  events, claims and actors, whatever model is set
    llmextract extract articles/ -o out.jsonl
  the embedded model, events only
    llmextract extract a.txt --model local --schema event
  your own endpoint
    llmextract extract a.txt --base-url http://127.0.0.1:8000/v1 --model my-llm
  your own Pydantic model
    llmextract extract a.txt --schema mypackage.models:Ruling
  keep every model call, and later do it again without a model or a network
    llmextract extract articles/ --record tapes/
    llmextract extract articles/ --replay tapes/

environment:
  OPENAI_API_KEY, OPENAI_BASE_URL, LLMEXTRACT_MODEL, LLMEXTRACT_CACHE_DIR

exit codes:
  0    done (rejections are results)
  1    some articles or lines failed
  2    bad usage
  75   stopped but resumable (bad key, spent quota, asked to wait)
  130  interrupted"""

_LOCATE = """\
Read JSON Lines {"id", "quote"} on stdin and write, in the same order, where the
article says each quote: lenient on form (case, quotes, dashes, line breaks),
strict on content (numbers, names, negation, words)."""

_CHECK = """\
Read JSON Lines {"id", "article", "schema", "record"} on stdin and write, in the
same order, whether each record is accepted, its value, and a verdict on every
field. No model is asked. "article" is an id or a file name in the folder; a
record cites by "sentences" (numbers) or by "quotes" (words)."""

_EVAL = """\
Hold the result lines of `extract` against gold and print precision, recall and
F1 of records and of every field, a confusion table for every label, and the
misses and false alarms to read.

GOLD holds JSON Lines {"id", "article", "schema", "record"}, as `check` takes
them: the article's id or file name, and a record in the article's words that
cites by "quotes" or "sentences". It is located in the article, never judged.

Records are paired one to one. They match if the words of their key fields have
at least half of their tokens in common (overlap), or are the same but for case
and punctuation (exact). Key fields are the required words of the schema;
records whose label is bound to a passage (an event, a claim) must also have a
sentence in common. Fields are measured within the records that match;
"characters" asks whether the very same place in the article is cited."""

_EVAL_EXAMPLES = """\
examples:
  everything, against gold that holds some records of each article
    llmextract eval out.jsonl gold.jsonl --articles articles/
  gold that leaves nothing out: whatever it does not have is a false alarm
    llmextract eval out.jsonl gold.jsonl --articles articles/ --gold complete
  events only, matched on other fields, wherever they are told
    llmextract eval out.jsonl gold.jsonl --articles articles/ --schema event \\
      --match-on event:trigger,places
  for programs
    llmextract eval out.jsonl gold.jsonl --articles articles/ --json

JSON keys: mode, articles, unanswered, bootstrap, records, schemas (by name:
match_on, same_sentence, records, fields), matches, misses, false_alarms,
unjudged, other_schemas. A measure is {hits, predicted, gold, precision, recall,
f1, intervals}; a ratio without a divisor is null."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    arguments = _parser().parse_args(argv)
    command: Command = arguments.command
    try:
        return command(arguments)
    except (SettingsError, SchemaError) as error:
        _say(error)
        return USAGE
    except LlmextractError as error:
        _say(error)
        return FAILED
    except KeyboardInterrupt:
        _say("interrupted; with -o FILE, what was done by then is in FILE.part")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; that is how pipes end.
        sys.stderr.close()
        return OK


def _say(message: object) -> None:
    print(f"llmextract: {message}", file=sys.stderr)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes longer than all of --help."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        parser.exit(message=f"llmextract {llmextract.__version__}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="llmextract",
        description="Structured facts from news articles; "
        "nothing gets through that the article does not say.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    extract = commands.add_parser(
        "extract",
        help="extract records from articles with a language model",
        description=_EXTRACT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_extract_arguments(extract)
    extract.set_defaults(command=_extract)
    locate = commands.add_parser("locate", help="find quotes in an article", description=_LOCATE)
    locate.add_argument("article", metavar="ARTICLE", help="a UTF-8 text file")
    locate.set_defaults(command=_locate)
    check = commands.add_parser("check", help="judge records without a model", description=_CHECK)
    check.add_argument(
        "--articles", required=True, metavar="DIR", help="the folder of the articles"
    )
    check.add_argument(
        "--published", type=_day, metavar="DATE", help="when the articles were published"
    )
    _add_policy(check)
    check.set_defaults(command=_check)
    evaluate = commands.add_parser(
        "eval",
        help="measure results against gold",
        description=_EVAL,
        epilog=_EVAL_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_eval_arguments(evaluate)
    evaluate.set_defaults(command=_eval)
    schema = commands.add_parser("schema", help="print the JSON Schema of a schema")
    schema.add_argument(
        "name", metavar="NAME", help="news, actor, event, claim or package.module:Model"
    )
    schema.set_defaults(command=_schema)
    return parser


def _add_extract_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="files and folders to read")
    add("-o", "--output", metavar="FILE", help="write result lines here instead of to stdout")
    add(
        "--schema",
        default="news",
        metavar="NAME",
        help="news (default), actor, event, claim or package.module:Model",
    )
    add(
        "--model",
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
        help="when the articles were published, as 2024-12-04",
    )
    add(
        "--concurrency",
        type=_positive,
        metavar="N",
        help="calls in flight (default 32; 1 for a local model)",
    )
    add(
        "--window",
        type=_positive,
        metavar="N",
        help="sentences a call (default: all; 8 for a local model)",
    )
    add(
        "--grammar",
        action="store_true",
        help="the endpoint is llama.cpp: hold the model to the sentence's words while it writes",
    )
    _add_policy(parser)
    add("--watch", action="store_true", help="show each record as it is accepted")
    add("--dry-run", action="store_true", help="say what a run would ask for, and ask nothing")
    tapes = parser.add_mutually_exclusive_group()
    tapes.add_argument(
        "--record", metavar="DIR", help="record every model call into a folder of cassettes"
    )
    tapes.add_argument("--replay", metavar="DIR", help="answer every model call from such a folder")


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


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--policy",
        choices=("drop", "strict", "report"),
        default="drop",
        help="what becomes of rejected fields: drop them (default), reject the whole record, "
        "or keep what can be kept and flag it",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no ISO date such as 2024-12-04") from error


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number")
    return int(text)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 up")
    return int(text)


def _schemas(name: str) -> tuple[type[BaseModel], ...]:
    """The models that a schema name stands for; raises `SchemaError`."""
    from llmextract.run.schemas import load_models
    from llmextract.schemas import Actor, Claim, Event, News

    built_in: dict[str, tuple[type[BaseModel], ...]] = {
        "news": News,
        "actor": (Actor,),
        "event": (Event,),
        "claim": (Claim,),
    }
    return built_in.get(name) or load_models(name)


def _extract(arguments: argparse.Namespace) -> int:
    from llmextract.run.batch import Tape
    from llmextract.run.command import Order, extract

    folder = arguments.record or arguments.replay
    order = Order(
        paths=tuple(arguments.paths),
        output=Path(arguments.output) if arguments.output else None,
        schemas=_schemas(arguments.schema),
        model=arguments.model,
        base_url=arguments.base_url,
        published=arguments.published,
        concurrency=arguments.concurrency,
        window=arguments.window,
        grammar=arguments.grammar,
        policy=arguments.policy,
        tape=Tape(Path(folder), record=bool(arguments.record)) if folder else None,
        watch=arguments.watch,
        dry_run=arguments.dry_run,
    )
    return extract(order)


def _locate(arguments: argparse.Namespace) -> int:
    from llmextract.run.lines import locate_lines

    return _print(locate_lines(arguments.article, sys.stdin.buffer))


def _check(arguments: argparse.Namespace) -> int:
    from llmextract.run.lines import check_lines

    folder = Path(arguments.articles)
    published, policy = arguments.published, arguments.policy
    return _print(check_lines(folder, published, _schemas, sys.stdin.buffer, policy))


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
    for error in errors:
        _say(error)
    if reading is not None and arguments.json:
        print(json.dumps(as_json(reading), indent=2))
    elif reading is not None:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        sys.stdout.write(as_text(reading, arguments.show))
    return FAILED if errors else OK


def _schema(arguments: argparse.Namespace) -> int:
    from llmextract.run.schemas import json_schema

    print(json.dumps(json_schema(_schemas(arguments.name)), indent=2, ensure_ascii=False))
    return OK


def _print(answers: Iterable[str | InputError]) -> int:
    """Write what is answered and say what is not; the lines that failed do not stop the others."""
    failed = False
    for answer in answers:
        if isinstance(answer, InputError):
            _say(answer)
            failed = True
        else:
            sys.stdout.write(answer + "\n")
    return FAILED if failed else OK
