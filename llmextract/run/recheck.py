"""A finished run judged again: the ledger holds every reply, so that no model is asked.

A new line differs from the old one in what the judge says and in the fingerprint of the policy;
status, usage and errors are those of the calls, which are not made again.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ValidationError

from llmextract.article.article import Article
from llmextract.article.sources import read_articles
from llmextract.ask import repair, second_look
from llmextract.ask.completion import read
from llmextract.ask.conversation import reread
from llmextract.ask.derive import Models
from llmextract.ask.request import Reply, Request, Usage
from llmextract.errors import EndpointError, Failure, InputError, SettingsError, counted
from llmextract.judge.policy import RULES, policy_fingerprint, policy_of
from llmextract.run.entailment import looked_at
from llmextract.run.export import refuse_output, write_jsonl
from llmextract.run.extraction import (
    Attempt,
    Fingerprint,
    RunError,
    RunStatus,
    RunUsage,
    total_usage,
)
from llmextract.run.ledger import KeptAttempt, Reader, ledger_path, read_ledger
from llmextract.run.lines import Answered
from llmextract.run.mending import mend
from llmextract.run.order import Order
from llmextract.run.outcome import Job, Outcome, conclude, judged
from llmextract.run.plan import Plan, fingerprint, is_same_question, make_plans
from llmextract.run.progress import Progress
from llmextract.run.windows import windows
from llmextract.settings import Settings

Say = Callable[[str], None]
# An article's text and date, which a result depends on.
_Version = tuple[str, str | None]

_CALL = re.compile(
    r"(?P<schema>.+) (?P<first>\d{1,9})-(?P<last>\d{1,9})(?P<step> [a-z]+( \d{1,9})?)?"
)
# A call that ended so may stand in its halves, and then is no error of the line.
_HALVED = frozenset({Failure.TRUNCATED, Failure.TOO_LONG, Failure.LOOPED})


@dataclass(frozen=True)
class Recheck:
    """What to judge again, and how.

    `policy` None takes that of the run; `articles` is where they lie now, if not where they lay.
    """

    kept: Path
    policy: str | None = None
    articles: Path | None = None


class _Line(BaseModel):
    """What of a result line stays as it is."""

    model: str
    status: RunStatus
    usage: RunUsage
    errors: tuple[RunError, ...]


@dataclass(frozen=True)
class _Judge:
    """How the replies of a run are judged now."""

    plans: Mapping[str, Plan]
    settings: Settings
    fingerprint: Fingerprint


@dataclass
class _Sources:
    """The articles of a run, read again; only such as come out of turn are held."""

    paths: Sequence[str | Path]
    published: date | None
    wanted: Mapping[str, _Version]
    held: dict[str, Article] = field(default_factory=dict[str, Article])

    def __post_init__(self) -> None:
        self._waiting = self._read()
        self.found: dict[str, bool] = {}
        """Of the ids that there are, whether any article is the one that was asked about."""
        for article in self._read():
            known = self.found.get(article.id, False)
            self.found[article.id] = known or self._is_wanted(article)

    def take(self, identity: str) -> Article:
        """The article of an id; raises `InputError` where it is not what it was."""
        if not self.found.get(identity):
            raise InputError(
                f"{identity}: its text or date has changed since the run; extract from it again"
                if identity in self.found
                else f"{identity}: no article of this id can be read where the run read it; "
                f"put it back, or say with --articles where it is"
            )
        while identity not in self.held:
            article = next(self._waiting, None)
            if article is None:
                raise InputError(f"{identity}: changed while it was being read; check again")
            if self._is_wanted(article):
                self.held[article.id] = article
        return self.held.pop(identity)

    def _read(self) -> Iterator[Article]:
        for sourced in read_articles(self.paths, published=self.published):
            if sourced.article is not None:
                yield sourced.article

    def _is_wanted(self, article: Article) -> bool:
        published = article.published.isoformat() if article.published else None
        return self.wanted.get(article.id) == (article.sha256, published)


def recheck_lines(
    asked: Recheck, models_of: Callable[[str, Path | None], Models], say: Say
) -> Iterator[Answered]:
    """The result lines of a kept run, judged anew, in the order of its output.

    What cannot be judged again comes as its `InputError`. Raises `LedgerError` for the ledger, and
    `SettingsError` and `SchemaError` where the schema is not the one that was asked for.
    """
    with read_ledger(asked.kept) as ledger:
        order = Order.of_run(ledger, asked.kept)
        judge = _judge(asked, order, models_of(order.schema, order.folder), ledger, say)
        sources = _Sources(
            order.paths if asked.articles is None else [asked.articles],
            order.published,
            {
                each.id: (each.sha256, each.published)
                for each in ledger.articles()
                if each.line is not None
            },
        )
        for each in ledger.articles():
            if each.line is None:
                continue
            try:
                article = sources.take(each.id)
                yield _again(article, each.line, ledger.attempts(each.id), judge)
            except InputError as error:
                yield error


def write_recheck(answers: Iterable[Answered], output: Path, *, asked: Recheck, say: Say) -> bool:
    """Write the lines to a file of their own, whole or not at all; whether none was missing."""
    if os.path.realpath(output) == os.path.realpath(asked.kept) or ledger_path(output).exists():
        raise SettingsError(
            f"-o {output}: the output of a run, which the next run would write over; "
            f"give another file"
        )
    refuse_output(output)
    missing: list[InputError] = []

    def lines() -> Iterator[bytes]:
        for answer in answers:
            progress.advance()
            if isinstance(answer, InputError):
                missing.append(answer)
                say(str(answer))
            else:
                yield answer.encode("utf-8", "backslashreplace")

    with read_ledger(asked.kept) as ledger:
        total = ledger.summary().done
    with Progress(total, "articles") as progress:
        count = write_jsonl(lines(), output)
    say(f"{output}: {counted(count, 'line')}")
    return not missing


def _judge(asked: Recheck, order: Order, models: Models, ledger: Reader, say: Say) -> _Judge:
    policy = str(policy_of(asked.policy or order.policy or "drop"))
    settings = Settings.load(**{**order.asked(), "policy": policy})
    plans = make_plans(models, settings, {})
    now, key = fingerprint(plans, settings), ledger.key()
    if not is_same_question(now.schema, key.schema):
        raise SettingsError(
            f"{asked.kept}: the schema was {key.schema}, is {now.schema}: the replies are to "
            f"another question; judge with the schema of the run, or extract again"
        )
    if now.prompt != key.prompt:
        say("the prompt has changed since: words of its worked examples are those of today")
    if key.library != f"rules {RULES}":
        say(f"judged by rules {RULES}, the run was by {key.library}")
    return _Judge(
        {plan.group.name: plan for plan in plans},
        settings,
        Fingerprint(now.schema, key.prompt, policy_fingerprint(policy_of(settings.policy))),
    )


def _again(article: Article, line: bytes, attempts: Sequence[KeptAttempt], judge: _Judge) -> str:
    """The result line of an article with the judgements of today; raises `InputError`."""
    try:
        was = _Line.model_validate(json.loads(line))
    except (ValueError, ValidationError) as error:
        raise InputError(f"{article.id}: its line in the ledger is no result line") from error
    calls = _standing(article, was, attempts)
    answered = [kept for kept in calls if kept.attempt.outcome == "ok"]
    told = conclude(article, was.model, judge.fingerprint, _outcomes(article, answered, judge))
    return replace(told, status=was.status, usage=was.usage, errors=was.errors).to_json()


def _standing(article: Article, was: _Line, kept: Sequence[KeptAttempt]) -> list[KeptAttempt]:
    """How each call ended in the extraction that gave the line: the newest that used as much.

    A later one may have been broken off or have failed, and then took no line away.
    """
    runs: dict[int, dict[str, KeptAttempt]] = {}
    for each in kept:
        runs.setdefault(each.run, {})[each.attempt.call] = each
    for run in sorted(runs, reverse=True):
        calls = list(runs[run].values())
        if _fits([call.attempt for call in calls], was):
            return calls
    if was.usage.calls:
        raise InputError(f"{article.id}: the ledger holds no replies that its line came from")
    return []


def _fits(calls: Sequence[Attempt], was: _Line) -> bool:
    answered = [call for call in calls if call.outcome == "ok"]
    used = (Usage(c.prompt_tokens, c.completion_tokens, c.cached_tokens) for c in answered)
    failed = {call.outcome for call in calls if call.outcome != "ok"}
    told = {error.kind for error in was.errors if error.attempts}
    usage = total_usage(Reply(None, usage=each) for each in used)
    return usage == was.usage and failed - _HALVED == told - _HALVED


def _outcomes(article: Article, kept: Sequence[KeptAttempt], judge: _Judge) -> list[Outcome]:
    """The answers that were kept, judged; raises `InputError` where one cannot be read again."""
    policy = policy_of(judge.settings.policy)
    outcomes: dict[str, Outcome] = {}
    for each in kept:
        job, reply = _answered(article, each, judge)
        asked = replace(job, step="").call
        step, _, place = job.step.partition(" ")
        if not step:
            outcomes[asked] = judged(article, job, reread(reply), policy)
        elif asked in outcomes and step == repair.NAME:
            outcomes[asked] = mend(article, outcomes[asked], reread(reply), policy)
        elif asked in outcomes and (seen := second_look.probability(reply)) is not None:
            outcomes[asked] = looked_at(outcomes[asked], int(place or 0), seen, judge.settings)
    return list(outcomes.values())


def _answered(article: Article, kept: KeptAttempt, judge: _Judge) -> tuple[Job, Reply]:
    """A call that was answered, and its reply."""
    attempt = kept.attempt
    raw, call = attempt.reply or "", _CALL.fullmatch(attempt.call)
    if kept.reply_length != len(raw):
        raise InputError(f"{article.id}: only the beginning of the reply to {attempt.call} is kept")
    plan = judge.plans.get(call["schema"]) if call else None
    if call is None or plan is None:
        raise InputError(f"{article.id}: the call {attempt.call!r} is none of this run's schemas")
    try:
        reply = read(raw.encode("utf-8", "surrogatepass"))
    except EndpointError as error:
        raise InputError(f"{article.id}: the reply to {attempt.call} cannot be read") from error
    job = _job(article, plan, int(call["first"]), int(call["last"]))
    return replace(job, step=(call["step"] or "").strip()), reply


def _job(article: Article, plan: Plan, first: int, last: int) -> Job:
    shown = next(windows(article, None), ())
    window = tuple(each for each in shown if first <= each.number <= last)
    if not window or (window[0].number, window[-1].number) != (first, last):
        raise InputError(
            f"{article.id}: its sentences are no longer those that were shown "
            f"({first} to {last}); extract from it again"
        )
    # Nothing is sent: a judge looks at the window and at what was shown with it.
    request = Request(messages=(), schema=plan.wire, name=plan.group.name)
    return Job(plan.group, window, request, plan.shown, plan.prompt.form)
