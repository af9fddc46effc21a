"""The calls that one window takes: the question itself, and what may follow its answer.

Like a conversation this is a generator of requests, so that blocking and asynchronous calls share
every decision.
"""

from collections.abc import Generator

from llmextract.article.article import Article
from llmextract.ask.conversation import Answer, converse
from llmextract.ask.request import Reply, Request
from llmextract.ask.second_look import look
from llmextract.errors import EndpointError
from llmextract.judge.policy import Policy
from llmextract.run.entailment import look_jobs, looked_at
from llmextract.run.mending import mend, repair_job
from llmextract.run.outcome import Job, Outcome, judged
from llmextract.settings import Settings

Flow = Generator[Request, Reply, list[Outcome]]


def examine(article: Article, job: Job, settings: Settings) -> Flow:
    """The outcome of a job, as it stands in the end, and then those of the calls that followed it.

    Whatever ends a following call, what was there before it stands, and the error is told.
    """
    policy = Policy(settings.policy)
    try:
        answer = yield from converse(job.request)
    except EndpointError as error:
        return [Outcome(job, error=error)]
    outcome, further = judged(article, job, answer, policy), list[Outcome]()
    if outcome.is_too_much and len(job.window) > 1:
        return [outcome]  # it is asked again in halves
    repair = repair_job(article, outcome, settings)
    if repair is not None:
        try:
            repaired = yield from converse(repair.request)
        except EndpointError as error:
            further.append(Outcome(repair, error=error))
        else:
            outcome = mend(article, outcome, repaired, policy)
            further.append(Outcome(repair, repaired))
    for place, again in look_jobs(article, outcome, settings) if settings.verify else ():
        try:
            seen = yield from look(again.request)
        except EndpointError as error:
            further.append(Outcome(again, error=error))
        else:
            outcome = looked_at(outcome, place, seen.probability, settings)
            further.append(Outcome(again, Answer((), (seen.reply,))))
    return [outcome, *further]
