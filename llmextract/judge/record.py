"""The judgement of one record: cite, judge each field, relate the fields, build what stands."""

from llmextract.article.article import Article
from llmextract.ask.shape import Group
from llmextract.ask.wire import MOST_SENTENCES, Json, JsonObject
from llmextract.judge.build import build
from llmextract.judge.citation import Citation, cite
from llmextract.judge.policy import Policy
from llmextract.judge.relocation import relocate
from llmextract.judge.retold import relate_as_told
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, grow, verdicts
from llmextract.judge.verdict import Code, Judgement, Status, Verdict


def judge(
    article: Article,
    group: Group,
    record: Json,
    *,
    policy: Policy = Policy.DROP,
    shown: Article | None = None,
) -> Judgement:
    """Judge one record against the article; never raises, whatever JSON the record is.

    `shown` is the text of the worked examples that the model saw.
    """
    if not isinstance(record, dict):
        detail = "a record is an object: a dict of its fields, with sentences or quotes beside them"
        return Judgement(
            None, (Verdict("", Status.REJECTED, Code.SCHEMA, value=record, detail=detail),)
        )
    citation = cite(article, record, most=MOST_SENTENCES if group.points else None)
    evidence = Evidence(article, citation.ranges, shown)
    root = grow(evidence, group, record)
    relocated = relocate(article, root, record) if citation.ranges else ()
    if relocated:
        citation = _moved(article, citation, relocated)
        evidence = Evidence(article, citation.ranges, shown)
        root = grow(evidence, group, record)
    relate_as_told(evidence, root)
    return _concluded(article, root, citation, policy, relocated)


def _moved(article: Article, citation: Citation, numbers: tuple[int, ...]) -> Citation:
    """The citation of the sentences that hold the record's words, the old ones being rejected."""
    where = " and ".join(str(number) for number in numbers)
    detail = f"the words of the record stand in sentence {where}; it was relocated there"
    moved = cite(article, {"sentences": list(numbers)})
    rejected = tuple(
        verdict._replace(status=Status.REJECTED, code=Code.WRONG_SENTENCE, detail=detail)
        for verdict in citation.verdicts
    )
    return Citation(moved.ranges, rejected)


def _concluded(
    article: Article,
    root: GroupNode,
    citation: Citation,
    policy: Policy,
    relocated: tuple[int, ...],
) -> Judgement:
    value, built = build(root, policy, article.published)
    rows = (*citation.verdicts, *verdicts(root))
    fall = _fall(root.wire, citation, rows, policy)
    if value is not None and fall is not None:
        value, built.losses = None, [fall]
    return Judgement(
        value=value,
        verdicts=rows,
        losses=tuple(built.losses),
        spans=built.spans if value is not None else {},
        unchecked=built.unchecked if value is not None else (),
        flagged=built.flagged if value is not None else (),
        relocated=relocated,
    )


def _fall(
    record: JsonObject, citation: Citation, rows: tuple[Verdict, ...], policy: Policy
) -> Verdict | None:
    """Why a record falls whose required fields all stand."""
    detail = None
    if not citation.ranges and policy is not Policy.REPORT:
        detail = "a record cites at least one sentence of the article, in sentences or quotes"
    elif policy is Policy.STRICT:
        first = next((row for row in rows if row.status is Status.REJECTED), None)
        if first is not None:
            detail = f"{first.path} was rejected ({first.code}), and the policy is strict"
    if detail is None:
        return None
    return Verdict("", Status.REJECTED, Code.REQUIRED, value=record, detail=detail)
