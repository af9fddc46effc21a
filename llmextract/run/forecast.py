"""The dry run: what is left to do of an order and what it may cost, without asking anything."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.ask.request import Usage
from llmextract.errors import counted
from llmextract.run.extractor import Extractor
from llmextract.run.ledger import State, read_ledger
from llmextract.run.limits import Budget
from llmextract.run.order import Order


@dataclass
class _Due:
    """The articles that a run would still do; those that are done are counted."""

    known: dict[str, tuple[tuple[str, str | None], State]]
    articles: int = 0
    done: int = 0
    failed: int = 0

    def among(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            self.articles += 1
            published = article.published.isoformat() if article.published else None
            version, state = self.known.get(article.id, (None, None))
            if version != (article.sha256, published):
                yield article
            elif state is State.FAILED:
                self.failed += 1
            else:
                self.done += 1


def forecast(
    extractor: Extractor[BaseModel], articles: Iterable[Article], order: Order, budget: Budget
) -> Iterator[str]:
    """What a run would ask for and cost, from the very requests it would send, line by line.

    What a kept run has done and spent already is read from its ledger, which stays as it is.
    """
    due = _Due(_begun(extractor, order, budget))
    calls = prompt = completion = 0
    for article in due.among(articles):
        for usage in extractor.estimate(article):
            calls += 1
            prompt += usage.prompt_tokens or 0
            completion += usage.completion_tokens or 0
    before = f", {due.done:,} done before" if due.done else ""
    before += f", {due.failed:,} had failed (see retry)" if due.failed else ""
    asked = f"{counted(due.articles, 'article')}{before}, {counted(calls, 'call')}"
    asked += f" to {extractor.settings.model}"
    if extractor.settings.repair != "off" or extractor.settings.verify:
        asked += " (those of --repair and --verify come on top)"
    usage = Usage(prompt, completion)
    told = f"about {prompt:,} tokens in and {completion:,} out{_money(order, budget, usage)}"
    yield f"{asked}, {told}; nothing was asked"
    if short := budget.falls_short(usage):
        yield f"the budget may not cover this ({short}): the run would stop until it is raised"


def _begun(
    extractor: Extractor[BaseModel], order: Order, budget: Budget
) -> dict[str, tuple[tuple[str, str | None], State]]:
    """What the order's ledger has done; raises `SettingsError` where it is of another order."""
    from llmextract.run.changes import is_begun, refuse_changed
    from llmextract.run.resume import run_key

    output = order.output
    if output is None or order.tape is not None or order.fresh:
        return {}
    refuse_changed(output, run_key(extractor), replace(order, model=extractor.settings.model))
    if not is_begun(output):
        return {}
    with read_ledger(output) as ledger:
        budget.begin(ledger.spent())
        return ledger.done()


def _money(order: Order, budget: Budget, usage: Usage) -> str:
    if budget.price is not None:
        return f", about {budget.price.cost(usage):.2f} in money"
    return f" (no price of this model in {order.prices})" if order.prices is not None else ""
