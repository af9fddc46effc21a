"""What extracting from one article gives, and its form as a result line."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError, to_json, to_jsonable_python

from llmextract.article.article import Article
from llmextract.ask.request import Reply
from llmextract.ask.wire import Json
from llmextract.errors import Failure
from llmextract.judge.verdict import Code, Span

T = TypeVar("T", bound=BaseModel)
T_co = TypeVar("T_co", bound=BaseModel, covariant=True)


class RunStatus(StrEnum):
    """How an article went: `partial` if calls failed or were cut, `failed` if none answered."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"


@dataclass(frozen=True)
class Record(Generic[T_co]):
    """An accepted record: `value` is the user's own model, every part of it read from `spans`.

    `spans` maps the paths of `value` to the evidence; `unchecked` lists the paths of labels, which
    no text can prove, `flagged` those that the policy `report` keeps although they were rejected.
    """

    id: str
    schema: str
    value: T_co
    spans: dict[str, list[Span]] = field(default_factory=dict[str, list[Span]])
    unchecked: tuple[str, ...] = ()
    flagged: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rejection:
    """One thing a model wrote and the article does not carry.

    `path` is the field in what the model wrote (empty for the whole record), `value` what stood
    there, `nearest` the article's closest words where there are any.
    """

    record: str
    schema: str
    path: str
    code: Code
    value: Json = None
    nearest: str | None = None
    detail: str | None = None


@dataclass(frozen=True)
class RunError:
    """A call that brought nothing, after `attempts` tries.

    `strikes_all` says that no other article could fare better; result lines do not repeat it.
    """

    kind: Failure
    message: str
    attempts: int
    strikes_all: bool = False


@dataclass(frozen=True)
class Attempt:
    """One request and what came of it; `cost` is None where the price is unknown.

    `call` names the call within the article, `number` counts its tries from 1 and is 0 where the
    cache answered and nothing was sent, `started` is in seconds since 1970.
    """

    call: str
    number: int
    outcome: Literal["ok"] | Failure
    reply: str | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cached_tokens: int | None = None
    cost: float | None = None
    started: float = 0.0
    seconds: float = 0.0


@dataclass(frozen=True)
class Fingerprint:
    """Short digests of what a result depends on beside the article and the model."""

    schema: str
    prompt: str
    policy: str


@dataclass(frozen=True)
class RunUsage:
    """Calls whose replies were kept and their tokens; None where the endpoint did not count."""

    calls: int = 0
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cached_tokens: int | None = None


@dataclass(frozen=True)
class Extraction(Generic[T_co]):
    """Everything one article gave: accepted records, rejections, and raw replies for diagnosis.

    `attempts` are the requests that were sent, by call, with what came of each.
    """

    article: Article
    model: str
    fingerprint: Fingerprint
    status: RunStatus
    records: tuple[Record[T_co], ...]
    rejections: tuple[Rejection, ...]
    usage: RunUsage
    errors: tuple[RunError, ...] = ()
    replies: tuple[Reply, ...] = ()
    attempts: tuple[Attempt, ...] = ()

    def to_json(self) -> str:
        """The result line: one JSON object without a line break."""
        line = self._line()
        try:
            # By name, as `spans` and `unchecked` have their paths.
            return to_json(line, by_alias=False).decode("utf-8")
        except PydanticSerializationError:  # a model wrote half a surrogate pair
            by_name = partial(to_jsonable_python, by_alias=False)
            plain = json.dumps(line, default=by_name, ensure_ascii=False)
            return plain.encode("utf-8", "replace").decode("utf-8")

    def _line(self) -> dict[str, object]:
        published = self.article.published
        return {
            "article": {
                "id": written_id(self.article),
                "sha256": self.article.sha256,
                "published": published.isoformat() if published else None,
            },
            "model": self.model,
            "fingerprint": vars(self.fingerprint),
            "status": self.status,
            "records": [
                {
                    "id": record.id,
                    "schema": record.schema,
                    "value": record.value,
                    "spans": {
                        path: [span._asdict() for span in spans]
                        for path, spans in record.spans.items()
                    },
                    "unchecked": list(record.unchecked),
                    "flagged": list(record.flagged),
                }
                for record in self.records
            ],
            "rejections": [vars(rejection) for rejection in self.rejections],
            "usage": vars(self.usage),
            "errors": [
                {"kind": error.kind, "message": error.message, "attempts": error.attempts}
                for error in self.errors
            ],
        }


def written_id(article: Article) -> str:
    """The id as it is written: a file's name that is no UTF-8 has its bytes told, none lost."""
    return article.id.encode("utf-8", "backslashreplace").decode("utf-8")


def total_usage(replies: Iterable[Reply]) -> RunUsage:
    """Add up what the kept replies cost; a count that any of them lacks stays unknown."""
    kept = list(replies)
    return RunUsage(
        calls=len(kept),
        prompt_tokens=_sum([reply.usage.prompt_tokens for reply in kept]),
        completion_tokens=_sum([reply.usage.completion_tokens for reply in kept]),
        cached_tokens=_sum([reply.usage.cached_tokens for reply in kept]),
    )


def _sum(counts: list[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None
