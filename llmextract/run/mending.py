"""Repair: one more call for the rejected fields of a window's answer, judged like the first.

What the call brings is put in field by field, and a record is changed only where it becomes better:
more of it stands, and nothing that stood is lost. What was mended keeps its row.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from llmextract.article.article import Article
from llmextract.article.sentences import Sentence
from llmextract.ask.conversation import Answer
from llmextract.ask.leaves import Leaf, leaves_of, with_value
from llmextract.ask.markers import CuedBy
from llmextract.ask.repair import NAME, Fault, Faulty, can_be_stated, repair_request, replacement
from llmextract.ask.shape import Group
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.policy import Policy
from llmextract.judge.verdict import Code, Judgement, Status, Verdict
from llmextract.run.outcome import Job, Outcome
from llmextract.settings import Settings

Mode = Literal["off", "required", "on"]

# A call that asks for everything at once is answered badly, and a window rarely has more.
_MOST_RECORDS = 4
_MOST_FIELDS = 8
_STANDING = (Status.SUPPORTED, Status.UNCHECKED)


def repair_job(article: Article, outcome: Outcome, settings: Settings) -> Job | None:
    """The call that asks for what was rejected of an answer; None where there is nothing to ask.

    A local model is held to the words of the sentences even if it was asked freely at first: shown
    what it wrote, it would write it again.
    """
    job, mode = outcome.job, settings.repair
    if mode == "off" or outcome.answer is None:
        return None
    records: list[Faulty] = []
    cited: set[int] = set()
    judged = zip(outcome.records, outcome.judgements, strict=True)
    for place, (record, judgement) in enumerate(judged):
        numbers = cited_numbers(judgement)
        sentences = [article.lines[number - 1] for number in numbers]
        if isinstance(record, dict) and sentences and len(records) < _MOST_RECORDS:
            faults = _faults(job.group, record, judgement, sentences, mode)
            if faults:
                shown: JsonObject = {**record, "sentences": [*numbers]}
                records.append(Faulty(place, shown, tuple(faults[:_MOST_FIELDS])))
                cited.update(numbers)
    if not records:
        return None
    request = repair_request(
        [article.lines[number - 1] for number in sorted(cited)],
        records,
        grammar=settings.grammar or settings.is_local,
        max_tokens=job.request.max_tokens,
    )
    return replace(job, request=request, step=NAME)


def mend(article: Article, outcome: Outcome, repaired: Answer, policy: Policy) -> Outcome:
    """The outcome with what a repair made better; the rest of it stands as it was judged."""
    judgements = [
        _mended(article, outcome.job, judgement, record, policy, _Given(repaired.records, number))
        for number, (record, judgement) in enumerate(
            zip(outcome.records, outcome.judgements, strict=True)
        )
    ]
    return replace(outcome, judgements=tuple(judgements))


class _Given:
    """What a repair gives for one record."""

    def __init__(self, records: Sequence[Json], number: int) -> None:
        self._records = records
        self._number = number

    def value(self, leaf: Leaf) -> Json:
        """The new value of a field; None where the model gives none."""
        return replacement(self._records, self._number, leaf)


def _mended(
    article: Article,
    job: Job,
    judgement: Judgement,
    record: Json,
    policy: Policy,
    given: _Given,
) -> Judgement:
    """A record with each new value that makes it better."""
    from llmextract.judge.record import judge

    if not isinstance(record, dict):
        return judgement
    best, standing, rows = judgement, record, list[Verdict]()
    for leaves in _together(job.group, record, judgement):
        changed = standing
        for leaf in leaves:
            value = given.value(leaf)
            if value is not None and not _is_twin(job.group, changed, leaf, value):
                changed = with_value(changed, leaf, value)
        if changed == standing:
            continue
        tried = judge(article, job.group, changed, policy=policy, shown=job.shown)
        if _is_better(tried, best):
            rows += _told(best, tried, leaves)
            best, standing = tried, changed
    return replace(best, mended=tuple(rows))


def _faults(
    group: Group,
    record: JsonObject,
    judgement: Judgement,
    sentences: Sequence[Sentence],
    mode: Mode,
) -> list[Fault]:
    """The fields of a record that another answer might fill, in order, each once."""
    verdicts = _by_path(judgement.verdicts)
    faults = {
        leaf.path: Fault(leaf, _reason(verdicts[leaf.path]))
        for leaves in _together(group, record, judgement)
        if mode == "on" or any(leaf.slot.required for leaf in leaves)
        for leaf in leaves
        if can_be_stated(leaf.slot.shape, sentences)
    }
    return list(faults.values())


def _together(group: Group, record: JsonObject, judgement: Judgement) -> Iterable[list[Leaf]]:
    """The fields that do not hold, a label together with the words that it lacks."""
    verdicts = _by_path(judgement.verdicts)
    leaves = {leaf.path: leaf for leaf in leaves_of(group, record)}
    for path, leaf in leaves.items():
        verdict = verdicts.get(path)
        if verdict is None:
            continue
        if verdict.code is Code.CUE_MISSING:
            above = path.removesuffix(leaf.slot.name)
            cues = (above + mark.field for mark in leaf.slot.markers if isinstance(mark, CuedBy))
            yield [*(leaves[cue] for cue in cues if cue in leaves), leaf]
        elif verdict.status is Status.REJECTED or (
            verdict.status is Status.NOT_STATED and leaf.slot.required
        ):
            yield [leaf]


def _reason(verdict: Verdict) -> str:
    if verdict.status is not Status.REJECTED:
        return "it is needed, and was not stated"
    told = verdict.detail or (verdict.code or "").replace("_", " ")
    if not verdict.nearest or verdict.nearest == verdict.value:
        return told
    return f'{told}; the nearest are "{verdict.nearest}"'


def cited_numbers(judgement: Judgement) -> list[int]:
    """The numbers of the sentences that a record is held against."""
    if judgement.relocated:
        return list(judgement.relocated)
    citations = (v for v in judgement.verdicts if v.path.startswith(("sentences[", "quotes[")))
    spans = (verdict.span for verdict in citations if verdict.status is Status.SUPPORTED)
    return sorted({span.sentence for span in spans if span and span.sentence})


def _is_twin(group: Group, record: JsonObject, leaf: Leaf, value: Json) -> bool:
    """Whether a list has an item like this already: told again, it mends nothing."""
    if not leaf.is_key or not isinstance(value, str):
        return False
    form = _form(leaf)
    others = (
        other.written
        for other in leaves_of(group, record)
        if other.path != leaf.path and _form(other) == form
    )
    return any(isinstance(o, str) and o.casefold() == value.casefold() for o in others)


def _form(leaf: Leaf) -> tuple[object, ...]:
    return tuple(None if isinstance(step, int) else step for step in leaf.steps)


def _is_better(tried: Judgement, best: Judgement) -> bool:
    """Whether more of a record stands than before, nothing lost, and no more is refused."""
    return (
        _standing(best) < _standing(tried)
        and len(tried.rejected) <= len(best.rejected)
        and (tried.accepted or not best.accepted)
    )


def _standing(judgement: Judgement) -> set[str]:
    return {verdict.path for verdict in judgement.verdicts if verdict.status in _STANDING}


def _told(best: Judgement, tried: Judgement, leaves: Sequence[Leaf]) -> list[Verdict]:
    """The rows of what is rejected no more, with the words that stand there now."""
    now = _by_path(tried.verdicts)
    new = {leaf.path for leaf in leaves}
    rows: list[Verdict] = []
    for old in best.verdicts:
        verdict = now.get(old.path)
        if old.status is not Status.REJECTED or verdict is None:
            continue
        if verdict.status is not Status.REJECTED:
            what = repr(verdict.value) if old.path in new else "another field"
            detail = "; ".join(filter(None, [old.detail, f"mended by repair: {what}"]))
            rows.append(old._replace(detail=detail))
    return rows


def _by_path(verdicts: Iterable[Verdict]) -> Mapping[str, Verdict]:
    return {verdict.path: verdict for verdict in verdicts}
