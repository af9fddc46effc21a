"""From the answers to an article's calls to its extraction: judge, number, merge."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.ask.conversation import Answer
from llmextract.ask.examples import Form, read_record
from llmextract.ask.failures import strikes_all
from llmextract.ask.reply import MOST_ITEMS, MOST_RECORDS
from llmextract.ask.request import Request
from llmextract.ask.shape import CITING, Group
from llmextract.ask.wire import Json
from llmextract.errors import EndpointError, Failure, Paid
from llmextract.judge.policy import Policy
from llmextract.judge.verdict import Code, Judgement, Verdict
from llmextract.run.extraction import (
    Attempt,
    Extraction,
    Fingerprint,
    Record,
    Rejection,
    RunError,
    RunStatus,
    total_usage,
    written_id,
)
from llmextract.run.union import unite
from llmextract.run.windows import Window

# In place of a request that has been answered.
_ANSWERED = Request(messages=(), schema={}, name="")


@dataclass(frozen=True)
class Job:
    """One call to make: which records to ask for, and in which sentences.

    `shown` is the text of the worked examples that the model sees with them, `form` what its reply
    is written in, `step` what a call does with an answer that is there already, such as `repair`.
    """

    group: Group
    window: Window
    request: Request
    shown: Article | None = None
    form: Form = Form.SCHEMA
    step: str = ""

    @property
    def call(self) -> str:
        """The name of the call within its article, such as `event 3-3` or `event 3-3 repair`."""
        first, last = self.window[0].number, self.window[-1].number
        return f"{self.group.name} {first}-{last} {self.step}".rstrip()


@dataclass(frozen=True)
class Outcome:
    """What became of a job: an answer with its records and their judgements, or an error.

    One that is `superseded` was too much to ask: the outcomes of its halves stand in its place.
    """

    job: Job
    answer: Answer | None = None
    records: tuple[Json, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    error: EndpointError | None = None
    superseded: bool = False

    @property
    def is_too_much(self) -> bool:
        """Whether fewer sentences would have been answered better."""
        if self.error is not None:
            return self.error.kind in (Failure.TOO_LONG, Failure.TRUNCATED)
        return self.answer is not None and self.answer.truncated

    def without_request(self) -> "Outcome":
        """What is kept until the article is done: a long one has many requests, and long ones."""
        return replace(self, job=replace(self.job, request=_ANSWERED))


def in_place(whole: Outcome, parts: Sequence[Outcome]) -> list[Outcome]:
    """A job's outcome and those of its halves; it stands no more where all of them answered."""
    answered = all(part.answer is not None or part.superseded for part in parts)
    return [replace(whole, superseded=answered), *parts]


def judged(article: Article, job: Job, answer: Answer, policy: Policy) -> Outcome:
    """Judge every record of an answer."""
    found = [_judged(article, job, _in_wire_form(job, each), policy) for each in answer.records]
    records, judgements = zip(*found, strict=True) if found else ((), ())
    return Outcome(job, answer, records, judgements)


def _judged(article: Article, job: Job, record: Json, policy: Policy) -> tuple[Json, Judgement]:
    """A record with what code reads beyond what a model pointed at, and its judgement."""
    # With the readers behind it, longer to load than the rest of the package.
    from llmextract.judge.reading import read_on
    from llmextract.judge.record import judge

    def judge_it(each: Json) -> Judgement:
        return judge(article, job.group, each, policy=policy, shown=job.shown)

    alone = job.window[0].number if job.form is Form.ALONE else None
    return read_on(article, job.group, record, judge_it, alone=alone)


def _in_wire_form(job: Job, record: Json) -> Json:
    """A sentence that was shown alone is what a record without a citation is about."""
    if job.form is Form.SCHEMA:
        return record
    read = read_record(job.group, record)
    if job.form is Form.ALONE and isinstance(read, dict) and not CITING & read.keys():
        return {"sentences": [job.window[0].number], **read}
    return read


def conclude(
    article: Article, model: str, fingerprint: Fingerprint, outcomes: Sequence[Outcome]
) -> Extraction[BaseModel]:
    """Put the outcomes of an article's jobs together; nothing a model wrote goes without a row."""
    standing = [outcome for outcome in outcomes if not outcome.superseded]
    rows = list(_numbered(article, standing))
    answers = [outcome.answer for outcome in standing if outcome.answer is not None]
    errors = tuple(_errors(standing))
    return Extraction(
        article=article,
        model=model,
        fingerprint=fingerprint,
        status=_status(standing, errors),
        records=tuple(unite(_records(rows), article.abbreviations, article.text)),
        rejections=tuple(rejection for row in rows for rejection in _rejections(*row)),
        usage=total_usage(answer.replies[-1] for answer in answers),
        errors=errors,
        replies=tuple(reply for answer in answers for reply in answer.replies),
        attempts=tuple(attempt for outcome in outcomes for attempt in _attempts(outcome)),
    )


def _attempts(outcome: Outcome) -> Iterator[Attempt]:
    """What was sent for a job, and what came of it."""
    call, error = outcome.job.call, outcome.error
    for number, paid in enumerate(_replies(outcome), start=1):
        counts = (paid.prompt_tokens, paid.completion_tokens, paid.cached_tokens)
        # What came out of the cache was paid before.
        tried, cost = (number, None) if paid.sent else (0, 0.0)
        yield Attempt(call, tried, paid.kind or "ok", paid.reply, *counts, cost=cost)
    if error is not None and error.attempts > len(error.paid):
        yield Attempt(call, error.attempts, error.kind, error.reply)


def _replies(outcome: Outcome) -> Iterator[Paid]:
    """All that an endpoint answered to a job, usable or not, in order."""
    for reply in outcome.answer.replies if outcome.answer else ():
        yield from reply.paid
        yield reply.as_paid(Failure.TRUNCATED if outcome.superseded else None)
    if outcome.error is not None:
        yield from outcome.error.paid


def _numbered(
    article: Article, outcomes: Iterable[Outcome]
) -> Iterator[tuple[str, Group, Judgement]]:
    """Each judgement with its record's id and shape; ids count all records, accepted or not."""
    counts: dict[str, int] = {}
    identity = written_id(article)
    for outcome in outcomes:
        name = outcome.job.group.name
        for judgement in outcome.judgements:
            number = counts.get(name, 0)
            counts[name] = number + 1
            yield f"{identity}:{name}:{number}", outcome.job.group, judgement


def _records(
    rows: Iterable[tuple[str, Group, Judgement]],
) -> Iterator[tuple[Group, Record[BaseModel]]]:
    for identity, group, of in rows:
        if of.value is not None:
            record = Record(identity, group.name, of.value, of.spans, of.unchecked, of.flagged)
            yield group, record


def _rejections(identity: str, group: Group, judgement: Judgement) -> Iterator[Rejection]:
    for verdict in (*judgement.rejected, *judgement.losses, *judgement.mended):
        yield _rejection(identity, group.name, verdict)


def _rejection(identity: str, schema: str, verdict: Verdict) -> Rejection:
    return Rejection(
        record=identity,
        schema=schema,
        path=verdict.path,
        code=verdict.code or Code.NOT_FOUND,
        value=verdict.value,
        nearest=verdict.nearest,
        detail=verdict.detail,
    )


def _errors(outcomes: Iterable[Outcome]) -> Iterator[RunError]:
    """One row a kind of failure and message, however many calls it struck."""
    attempts: dict[tuple[Failure, str], int] = {}
    striking: set[tuple[Failure, str]] = set()
    for outcome in outcomes:
        if outcome.error is not None:
            key = (outcome.error.kind, str(outcome.error))
            if strikes_all(outcome.error):
                striking.add(key)
            attempts[key] = attempts.get(key, 0) + outcome.error.attempts
        elif outcome.answer is not None and outcome.answer.truncated:
            first, last = outcome.job.window[0].number, outcome.job.window[-1].number
            name = f"{outcome.job.group.name} {outcome.job.step}".rstrip()
            message = (
                f"the {name} reply on sentences {first} to {last} was cut; its last record is lost"
            )
            attempts[Failure.TRUNCATED, message] = len(outcome.answer.replies)
        elif outcome.answer is not None and outcome.answer.looped:
            name = outcome.job.group.name
            message = (
                f"a {name} reply ran in circles or on and on; what differed in it is kept, up to "
                f"{MOST_RECORDS} records and {MOST_ITEMS} items of a list"
            )
            attempts[Failure.LOOPED, message] = len(outcome.answer.replies)
    for key, count in attempts.items():
        yield RunError(*key, count, strikes_all=key in striking)


def _status(outcomes: Sequence[Outcome], errors: tuple[RunError, ...]) -> RunStatus:
    if not errors:
        return RunStatus.OK
    answered = any(outcome.answer is not None for outcome in outcomes)
    return RunStatus.PARTIAL if answered else RunStatus.FAILED
