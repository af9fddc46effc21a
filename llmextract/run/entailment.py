"""The second look at what was accepted: a record that a model does not see stated falls."""

from collections.abc import Iterator
from dataclasses import replace

from llmextract.article.article import Article
from llmextract.ask.second_look import NAME, in_words, look_request
from llmextract.judge.policy import Policy
from llmextract.judge.verdict import Code, Judgement, Status, Verdict
from llmextract.run.mending import cited_numbers
from llmextract.run.outcome import Job, Outcome
from llmextract.settings import Settings


def look_jobs(article: Article, outcome: Outcome, settings: Settings) -> Iterator[tuple[int, Job]]:
    """One call for each accepted record of an answer, with the record's place in it."""
    for place, judgement in enumerate(outcome.judgements):
        if judgement.value is None:
            continue
        evidence = {path: spans[0].exact for path, spans in judgement.spans.items()}
        request = look_request(
            [article.lines[number - 1] for number in cited_numbers(judgement)],
            in_words(outcome.job.group, judgement.value, evidence),
            grammar=settings.grammar or settings.is_local,
            model=settings.verify_model,
        )
        yield place, replace(outcome.job, request=request, step=f"{NAME} {place}")


def looked_at(outcome: Outcome, place: int, probability: float, settings: Settings) -> Outcome:
    """The outcome after a look at one of its records, which falls below the threshold."""
    if probability >= settings.verify_threshold or place >= len(outcome.judgements):
        return outcome
    judgements = list(outcome.judgements)
    judgements[place] = _refused(judgements[place], probability, Policy(settings.policy))
    return replace(outcome, judgements=tuple(judgements))


def _refused(judgement: Judgement, probability: float, policy: Policy) -> Judgement:
    if judgement.value is None:
        return judgement
    row = Verdict(
        "",
        Status.REJECTED,
        Code.NOT_ENTAILED,
        value=judgement.value.model_dump(mode="json"),
        detail=f"a second look says no: the sentences state it with probability {probability:.2f}",
    )
    losses = (*judgement.losses, row)
    if policy is Policy.REPORT:
        return replace(judgement, losses=losses, flagged=("", *judgement.flagged))
    return replace(judgement, value=None, spans={}, unchecked=(), flagged=(), losses=losses)
