"""What is asked of every article: one plan a schema, and the calls it takes for an article."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.ask.derive import derive
from llmextract.ask.examples import Example, Form
from llmextract.ask.prompt import Prompt, render
from llmextract.ask.request import Request
from llmextract.ask.shape import Group, judged_by
from llmextract.ask.templates import read_template
from llmextract.ask.wire import Bounds, JsonObject, reply_schema
from llmextract.errors import SchemaError
from llmextract.judge.policy import Policy, policy_fingerprint
from llmextract.run.extraction import Fingerprint
from llmextract.run.models import LOCAL_BOUNDS, LOCAL_MAX_TOKENS, LOCAL_WINDOW
from llmextract.run.outcome import Job
from llmextract.run.windows import Window, before, windows
from llmextract.run.windows import halves as split
from llmextract.settings import Settings


@dataclass(frozen=True)
class Plan:
    """What is asked for one schema: the same for every article."""

    group: Group
    prompt: Prompt
    wire: JsonObject

    @cached_property
    def shown(self) -> Article | None:
        """The sentences of the worked examples, to tell words that came from there."""
        sentences = [sentence for each in self.prompt.examples for sentence in each.sentences]
        return Article(text="\n".join(sentences), id="examples") if sentences else None


def make_plans(
    schemas: Sequence[type[BaseModel]],
    settings: Settings,
    examples: Mapping[str, Sequence[Example]],
) -> tuple[Plan, ...]:
    """Derive and render all that can be wrong before any call; raises `SchemaError`."""
    groups = [derive(schema) for schema in schemas]
    names = [group.name for group in groups]
    if not names:
        raise SchemaError("no schema: give at least one Pydantic model")
    if len(set(names)) != len(names):
        raise SchemaError(
            f"two schemas of one name among {names}: results could not tell them apart"
        )
    if strange := set(examples) - set(names):
        raise SchemaError(f"examples for {sorted(strange)}, but the schemas are {names}")
    plans = tuple(
        Plan(
            group,
            render(group, examples.get(group.name), form=_form(settings)),
            reply_schema(group, _bounds(settings)),
        )
        for group in groups
    )
    for plan in plans:
        for number, example in enumerate(plan.prompt.examples, start=1):
            _check_example(plan.group, number, example)
    return plans


def _check_example(group: Group, number: int, example: Example) -> None:
    """A model imitates its examples: one that the validator would refuse teaches it to invent."""
    # With the readers behind it, longer to load than the rest of the package.
    from llmextract.judge.record import judge

    which = f"example {number} of {group.name}"
    article = Article(text="\n\n".join(example.sentences), id=which)
    if len(article.sentences) != len(example.sentences):
        raise SchemaError(
            f"{which}: {len(example.sentences)} sentences are given, and they read as "
            f"{len(article.sentences)}; give each sentence by itself"
        )
    for record in example.records:
        judgement = judge(article, group, cast("JsonObject", dict(record)))
        for fault in (*judgement.rejected, *judgement.losses):
            raise SchemaError(
                f"{which}: {fault.path or 'the record'}: {fault.code}: {fault.detail}"
            )


def make_jobs(plans: Sequence[Plan], article: Article, settings: Settings) -> Iterator[Job]:
    """The calls an article takes, window by window, so that its beginning is done first."""
    for window in windows(article, window_size(settings)):
        for plan in plans:
            yield from _jobs(plan, article, window, settings)


def halves(
    plans: Sequence[Plan], article: Article, job: Job, settings: Settings
) -> tuple[Job, ...]:
    """The jobs that ask the same of half as many sentences each; none where there is one."""
    (plan,) = (plan for plan in plans if plan.group is job.group)
    parts = split(job.window)
    return tuple(half for part in parts for half in _jobs(plan, article, part, settings))


def _jobs(plan: Plan, article: Article, window: Window, settings: Settings) -> Iterator[Job]:
    """The job of a window; none where a pointer grammar finds nothing to point at."""
    told = before(article, window, settings.context)
    grammar: str | None = None
    schema = plan.wire
    if settings.grammar:
        # With the readers behind it, longer to load than the rest of the package.
        from llmextract.ask.grammar import reply_grammar

        # The last window may have one sentence; the prompt is that of all the others.
        numbered = plan.prompt.form is not Form.ALONE
        grammar = reply_grammar(plan.group, window, before=told, numbered=numbered)
        if grammar is None:
            return
    elif settings.enums:
        from llmextract.ask.found import find

        schema = reply_schema(plan.group, _bounds(settings), find(window))
    request = Request(
        messages=plan.prompt.messages(window, told),
        schema=schema,
        name=plan.group.name,
        grammar=grammar,
        max_tokens=settings.max_tokens or (LOCAL_MAX_TOKENS if settings.is_local else None),
    )
    yield Job(plan.group, window, request, plan.shown, plan.prompt.form)


def count_calls(plans: Sequence[Plan], article: Article, settings: Settings) -> int:
    """How many calls `make_jobs` makes of an article; without a grammar, writing no request."""
    if settings.grammar:
        return sum(1 for _ in make_jobs(plans, article, settings))
    return len(plans) * sum(1 for _ in windows(article, window_size(settings)))


def _bounds(settings: Settings) -> Bounds | None:
    return LOCAL_BOUNDS if settings.is_local else None


def _form(settings: Settings) -> Form:
    if not settings.grammar:
        return Form.SCHEMA
    return Form.ALONE if window_size(settings) == 1 else Form.GRAMMAR


def window_size(settings: Settings) -> int | None:
    """Sentences a call, None for all: what the user said, else few for a small model.

    One where it points.
    """
    if settings.window or not settings.is_local:
        return settings.window
    return 1 if settings.grammar else LOCAL_WINDOW


def fingerprint(plans: Sequence[Plan], settings: Settings) -> Fingerprint:
    """Digests of everything that a result depends on beside the article and the model.

    That of the schemas has two halves: what is asked, and by what the answers are judged.
    """
    asked = [list(plan.prompt.prefix) for plan in plans]
    settled = settings.model_dump(
        mode="json",
        include={"temperature", "seed", "window", "max_tokens", "extra_body", "grammar"},
    )
    return Fingerprint(
        schema="-".join(
            (
                _digest([plan.wire for plan in plans]),
                _digest([judged_by(plan.group) for plan in plans]),
            )
        ),
        prompt=_digest([asked, settled, *_following(settings)]),
        policy=policy_fingerprint(Policy(settings.policy)),
    )


def _following(settings: Settings) -> list[object]:
    """What is asked otherwise or after an answer: a run without it keeps the digest it had."""
    enums = ["enums"] if settings.enums else []
    context = [f"{settings.context} before"] if settings.context else []
    repair = [] if settings.repair == "off" else [settings.repair, read_template("repair").body]
    asked = [settings.verify_model, settings.verify_threshold]
    verify = [*asked, read_template("verify").body] if settings.verify else []
    return [*enums, *context, *repair, *verify]


def is_same_question(one: str, other: str) -> bool:
    """Whether two digests of schemas ask the same, whatever the answers are judged by."""
    return one.partition("-")[0] == other.partition("-")[0]


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:12]
