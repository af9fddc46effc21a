"""What a run was asked for, and what a kept one remembers of it."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from llmextract.ask.address import without_user
from llmextract.errors import LedgerError
from llmextract.run.batch import Tape
from llmextract.run.extractor import Extractor
from llmextract.run.shards import Shard

if TYPE_CHECKING:
    from llmextract.ask.retry import Pace
    from llmextract.run.ledger import Reader, Retriable


@dataclass(frozen=True, kw_only=True)
class Asking:
    """How a model is reached and asked, as in `Extractor`; None is what was not said."""

    model: str | None = None
    base_url: str | None = None
    window: int | None = None
    context: int | None = None
    grammar: bool | None = None
    enums: bool = False
    policy: str | None = None
    repair: str | None = None
    verify: bool = False
    verify_model: str | None = None
    verify_threshold: float | None = None

    def asked(self) -> dict[str, object]:
        """All of it by name, as `Settings.load` takes it."""
        return {field.name: getattr(self, field.name) for field in fields(Asking)}

    def extractor(
        self,
        schemas: Sequence[type[BaseModel]],
        *,
        max_tokens: int | None = None,
        pace: "Pace | None" = None,
        cache: Path | None = None,
    ) -> Extractor[BaseModel]:
        """An extractor that asks so."""
        return Extractor(
            schemas,
            model=self.model,
            base_url=self.base_url,
            window=self.window,
            context=self.context,
            max_tokens=max_tokens,
            grammar=self.grammar,
            enums=self.enums,
            policy=self.policy,
            repair=self.repair,
            verify=self.verify,
            verify_model=self.verify_model,
            verify_threshold=self.verify_threshold,
            pace=pace,
            cache=cache,
        )


@dataclass(frozen=True, kw_only=True)
class Order(Asking):
    """What the extract command was asked for; a kept run remembers it."""

    paths: tuple[str, ...]
    output: Path | None
    schema: str
    published: date | None = None
    concurrency: int | None = None
    requests: float | None = None
    tokens: float | None = None
    budget_tokens: int | None = None
    budget: float | None = None
    prices: Path | None = None
    cache: bool = False
    tape: Tape | None = None
    shard: Shard | None = None
    fresh: bool = False
    again: "tuple[Retriable, ...]" = ()
    watch: bool = False
    dry_run: bool = False
    folder: Path | None = None
    """Where the run was begun: a schema's own module may lie there."""

    def remembered(self) -> str:
        """What another command needs to go on with the run, as JSON; no key and no password."""
        once = {"tape": None, "fresh": False, "again": (), "dry_run": False}
        prices = self.prices and self.prices.resolve()
        url = self.base_url and without_user(self.base_url)
        paths = _absolute(self.paths)
        where = {"paths": paths, "prices": prices, "folder": self.folder or Path.cwd()}
        kept = {**asdict(self), **once, **where, "base_url": url}
        return json.dumps(kept, default=str)

    @classmethod
    def recalled(cls, text: str) -> "Order":
        """The order that `remembered` wrote; a password in its address the environment may know."""
        kept = json.loads(text)
        for name, of in (
            ("output", Path),
            ("prices", Path),
            ("folder", Path),
            ("published", date.fromisoformat),
        ):
            kept[name] = of(kept[name]) if kept.get(name) is not None else None
        if kept.get("shard") is not None:
            kept["shard"] = Shard(*kept["shard"])
        known = os.environ.get("OPENAI_BASE_URL")
        if known and without_user(known) == kept["base_url"]:
            kept["base_url"] = known
        kept["paths"], kept["again"] = tuple(kept["paths"]), ()
        return cls(**kept)

    @classmethod
    def of_run(cls, ledger: "Reader", output: Path) -> "Order":
        """How a kept run was begun; raises `LedgerError` where its ledger does not say."""
        text = ledger.recall("order")
        if text is None:
            raise LedgerError(
                f"{output}: the ledger does not say how the run was begun; extract again"
            )
        return cls.recalled(text)


def _absolute(paths: Iterable[str]) -> list[str]:
    return [os.path.realpath(path) for path in paths]
