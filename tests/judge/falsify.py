"""Falsehoods made of true records: each case is a record of the gold with one thing made false.

Pure and in a fixed order. What would be true by accident is not made: words that the cited
sentences say are true of any field, unless the case is about the clause they stand in.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from llmextract import Article, Judgement, check
from llmextract.ask.wire import JsonObject
from tests.judge.citations import (
    boundless_citation_falsehoods,
    foreign_record_falsehoods,
    number_of_sentence_falsehoods,
    quote_falsehoods,
    wrong_citation_falsehoods,
)
from tests.judge.falsehoods import (
    Falsehood,
    spread,
    string_falsehoods,
)
from tests.judge.figures import moment_falsehoods, number_falsehoods, typed_falsehoods
from tests.judge.forms import (
    clause_falsehoods,
    cue_falsehoods,
    factuality_falsehoods,
    form_falsehoods,
    label_falsehoods,
    missing_falsehoods,
    part_falsehoods,
)
from tests.judge.truths import SCHEMAS, Gold, by_sentences, fields, load_all, stands

_MAKERS: tuple[Callable[[Gold], Iterator[Falsehood]], ...] = (
    string_falsehoods,
    number_falsehoods,
    moment_falsehoods,
    typed_falsehoods,
    label_falsehoods,
    factuality_falsehoods,
    cue_falsehoods,
    clause_falsehoods,
    part_falsehoods,
    form_falsehoods,
    missing_falsehoods,
    quote_falsehoods,
    number_of_sentence_falsehoods,
    boundless_citation_falsehoods,
    wrong_citation_falsehoods,
    foreign_record_falsehoods,
)


@dataclass(frozen=True)
class Case:
    """A false record; `moves` where all its strings stand together in sentences it does not cite.

    Such a record may be moved there whole instead of being rejected.
    """

    id: str
    gold: Gold
    record: JsonObject
    lie: Falsehood
    moves: bool

    @property
    def article(self) -> Article:
        """The article to judge it against."""
        article = self.lie.article or self.gold.page.article
        return replace(article, published=self.lie.published) if self.lie.published else article


@dataclass(frozen=True)
class Outcome:
    """What became of a falsehood: `code` is None where it got through."""

    case: Case
    code: str | None

    @property
    def fits(self) -> bool:
        """Whether the reason is one that a reader would give."""
        return self.code is not None and (self.code == "moved" or self.code in self.case.lie.codes)

    def __str__(self) -> str:
        return f"{self.case.id}  {self.case.lie.note}  -> {self.code or 'ACCEPTED'}"


def cases(golds: Sequence[Gold] | None = None, most: int = 4) -> Iterator[Case]:
    """Every case, citing by quotes and by sentences in turn; `most` of a kind for each path."""
    for gold in load_all() if golds is None else golds:
        groups: dict[tuple[str, ...], list[Falsehood]] = {}
        for make in _MAKERS:
            for lie in make(gold):
                groups.setdefault((lie.kind, *lie.paths), []).append(lie)
        for place, group in enumerate(groups.values()):
            for number, lie in enumerate(spread(group, most)):
                name = f"{gold.id}/{lie.kind}/{lie.paths[0]}/{number}"
                turn = place + number
                record = lie.record if lie.recited or turn % 2 else by_sentences(gold, lie.record)
                yield _case(name, gold, record, lie)


def judge(case: Case) -> Outcome:
    """Ask the validator about a case."""
    (judgement,) = check(case.article, [case.record], schema=SCHEMAS[case.gold.schema])
    return Outcome(case, _code(case, judgement))


def _case(name: str, gold: Gold, record: JsonObject, lie: Falsehood) -> Case:
    moves = "sentences" in record and not lie.article and _stand_together(gold, record)
    return Case(name, gold, record, lie, moves)


def _stand_together(gold: Gold, record: JsonObject) -> bool:
    """Whether all strings stand in some sentences that adjoin."""
    strings = [
        field.value
        for field in fields(gold.schema, record)
        if field.sort not in ("anywhere", "label") and isinstance(field.value, str)
    ]
    return any(all(stands(s, window) for s in strings) for window in gold.page.windows)


def _code(case: Case, judgement: Judgement) -> str | None:
    """The code at a falsified path, "moved", or None."""
    rows = (*judgement.verdicts, *judgement.losses)
    if case.lie.whole and judgement.accepted:
        return None
    for row in rows:
        if row.path in case.lie.paths and row.code is not None:
            return str(row.code)
    return "moved" if case.moves and judgement.relocated else None
