"""What each command takes, and the words of --help."""

import argparse
from datetime import date

import llmextract

_EXTRACT = """\
Extract records from articles and write one JSON line an article.

PATH is a UTF-8 text file, a JSON Lines file (one object a line: text, and if
you have them id, published, title, url) or a folder of such files. Every value
written is a span of the article, located and read by code; what the model
invented is listed under "rejections", with the field, a code and what it wrote.

With -o FILE a run is kept in FILE.ledger: stopped, killed or out of money, it
goes on when the same command is run again. See `status` and `retry`.

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
  a big batch: what it costs, then the run, within 20 of your money
    llmextract extract articles/ --model m --prices prices.json --dry-run
    llmextract extract articles/ --model m --prices prices.json --budget 20 \\
        -o out.jsonl --concurrency 64 --rpm 3000
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
record cites by "sentences" (numbers) or by "quotes" (words).

With --from, judge a run that was kept with -o again, from the replies in its
ledger, and write its result lines anew: under another policy, or newer rules."""

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

_STATUS = """\
Show how a run that was kept with -o stands: articles by state, tokens, cost,
and why articles failed. Works while the run goes on."""

_RETRY = """\
Do articles of a kept run again, with the settings that it was begun with. What
they gave before stays until something better comes."""


_MERGE = """\
Join runs that were kept with -o, such as the shards of one, into a new one with
its own ledger: status, retry, check --from and extract go on with it. Only runs
of the same settings go together. Of an article in several runs the best result
stands; all that was asked is kept. Articles stand in the order of the input of
the shards; of runs that are no shards, run by run in the order given."""


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
    extract = commands.add_parser(
        "extract",
        help="extract records from articles with a language model",
        description=_EXTRACT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_extract_arguments(extract)
    extract.set_defaults(command="extract")
    status = commands.add_parser("status", help="show how a kept run stands", description=_STATUS)
    status.add_argument("output", metavar="OUT", help="the -o of the run")
    status.add_argument("--json", action="store_true", help="print one JSON object")
    status.set_defaults(command="status")
    retry = commands.add_parser("retry", help="do articles of a kept run again", description=_RETRY)
    _add_retry_arguments(retry)
    retry.set_defaults(command="retry")
    merge = commands.add_parser("merge", help="join kept runs into one", description=_MERGE)
    merge.add_argument("outputs", nargs="+", metavar="OUT", help="the -o of a run")
    merge.add_argument("-o", "--output", required=True, metavar="FILE", help="the run they become")
    merge.add_argument("--fresh", action="store_true", help="rename the ledger that is there")
    merge.set_defaults(command="merge")
    locate = commands.add_parser("locate", help="find quotes in an article", description=_LOCATE)
    locate.add_argument("article", metavar="ARTICLE", help="a UTF-8 text file")
    locate.set_defaults(command="locate")
    check = commands.add_parser("check", help="judge records without a model", description=_CHECK)
    _add_check_arguments(check)
    check.set_defaults(command="check")
    evaluate = commands.add_parser(
        "eval",
        help="measure results against gold",
        description=_EVAL,
        epilog=_EVAL_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_eval_arguments(evaluate)
    evaluate.set_defaults(command="eval")
    schema = commands.add_parser("schema", help="print the JSON Schema of a schema")
    schema.add_argument(
        "name", metavar="NAME", help="news, actor, event, claim or package.module:Model"
    )
    schema.set_defaults(command="schema")
    return built


def _add_extract_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="files and folders to read")
    add(
        "-o",
        "--output",
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
        "--record", metavar="DIR", help="record every model call into a folder of cassettes"
    )
    tapes.add_argument("--replay", metavar="DIR", help="answer every model call from such a folder")


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
    add("--budget-tokens", type=_positive, metavar="N", help="stop before more tokens are used")
    add("--budget", type=_amount, metavar="MONEY", help="stop before more is spent; needs --prices")
    add(
        "--prices",
        metavar="FILE",
        help="JSON: money per million tokens by model, as "
        '{"gpt-4.1-mini": {"prompt": 0.4, "completion": 1.6, "cached": 0.1}}',
    )


def _add_retry_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("output", metavar="OUT", help="the -o of the run")
    add("--failed", action="store_true", help="those that failed (the default)")
    add("--partial", action="store_true", help="those of which a part is missing")
    add("--concurrency", type=_positive, metavar="N", help="calls in flight, if other than before")


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
