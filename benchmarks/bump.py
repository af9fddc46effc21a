"""Free text against whole articles: how much of what BUMP's edits bring in is refused.

    python -m benchmarks.bump [FILE]

Each claim is the one `Paraphrase` field of a record that cites every body sentence. FILE has a line
an article: `id`, `text` and `claims`, each with `claim`, `label` and, for an edit, `error_type`.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel

from llmextract import Article, Paraphrase, check
from llmextract.article.regions import Region
from llmextract.judge.paraphrase.objections import objections
from llmextract.judge.paraphrase.source import Source, read_source
from llmextract.judge.paraphrase.synonyms import LIGHT_WORDS
from llmextract.judge.paraphrase.tokens import Token, tokens_of
from llmextract.judge.paraphrase.wordforms import root
from llmextract.judge.verdict import Code

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "eval" / "bump_dev.jsonl"
REFERENCE = "supported_reference"
# What an objection weighs in the score; other words weigh less.
_WEIGHT = {Code.NUMBER_DIFFERS: 0.9, Code.NAME_DIFFERS: 0.9, Code.NEGATION_DIFFERS: 0.8}
_WORD_WEIGHT = 0.6
_SCATTER = 0.3
_NEAR = 6
FACTS = {Code.NUMBER_DIFFERS, Code.NAME_DIFFERS, Code.NEGATION_DIFFERS}


class Summary(BaseModel):
    text: Annotated[str, Paraphrase()]


class Claim(BaseModel):
    claim: str
    label: str
    error_type: str = REFERENCE


class Row(BaseModel):
    id: str
    text: str
    claims: list[Claim]


@dataclass(frozen=True)
class Outcome:
    """One claim: its kind, its score and its article's reference's, and what refuses it."""

    kind: str
    score: float
    reference: float
    rejected: bool
    facts: int
    words: int


def measure(row: Row) -> list[Outcome]:
    article = Article(text=row.text, id=row.id)
    body = [s for s in article.sentences if s.region != Region.BOILERPLATE]
    cited = [sentence.number for sentence in body]
    source = " ".join(sentence.text for sentence in body)
    claims = row.claims
    records = [{"sentences": cited, "text": claim.claim} for claim in claims]
    judged = check(article, records, schema=Summary)
    scores = [unsupported(claim.claim, source) for claim in claims]
    reference = min(
        score for claim, score in zip(claims, scores, strict=True) if claim.label == REFERENCE
    )
    outcomes: list[Outcome] = []
    for claim, verdict, score in zip(claims, judged, scores, strict=True):
        codes = [objection.code for objection in objections(claim.claim, source)]
        facts = sum(code in FACTS for code in codes)
        kind = claim.error_type.removesuffix(" Error")
        outcomes.append(
            Outcome(kind, score, reference, not verdict.accepted, facts, len(codes) - facts)
        )
    return outcomes


def unsupported(text: str, source: str) -> float:
    """How much of `text` its source does not carry: 0 for nothing, near 1 for much or for a figure.

    What is objected to weighs most; the rest is how scattered the words stand in the source, which
    tells apart two texts that are objected to alike, and rejects none.
    """
    carried = 1.0
    for objection in objections(text, source):
        carried *= 1 - _WEIGHT.get(objection.code, _WORD_WEIGHT)
    return 1 - carried * (1 - _SCATTER * _scatter(tokens_of(text), read_source(source)))


def _scatter(tokens: Sequence[Token], known: Source) -> float:
    """The share of near pairs of words in the text that stand together in no sentence of it."""
    groups: list[list[str]] = [[]]
    for token in tokens:
        if token.opens:
            groups.append([])
        stem = root(token.text)
        if not token.is_free and stem not in LIGHT_WORDS:
            groups[-1].append(stem)
    pairs = apart = 0
    for group in groups:
        for place, stem in enumerate(group):
            for other in group[place + 1 : place + 1 + _NEAR]:
                pairs += 1
                apart += not any({stem, other} <= each.roots for each in known.sentences)
    return apart / pairs if pairs else 0.0


def auc(edits: Sequence[float], references: Sequence[float]) -> float:
    """How often an edit scores worse than a reference, over all pairs; ties count half."""
    above = sum((e > r) + 0.5 * (e == r) for e in edits for r in references)
    return above / (len(edits) * len(references))


def print_types(outcomes: Sequence[Outcome]) -> None:
    references = [o.score for o in outcomes if o.kind == REFERENCE]
    groups: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in sorted(outcomes, key=lambda o: o.kind):
        groups[outcome.kind].append(outcome)
        if outcome.kind != REFERENCE:
            groups[f"all {outcome.kind.partition(' ')[0]}"].append(outcome)
            groups["all edits"].append(outcome)
    print(f"{'':26}{'n':>5}{'refused':>9}{'AUC':>7}{'consistent':>12}{'tied':>7}")
    for name, group in sorted(groups.items(), key=lambda item: item[0].startswith("all")):
        refused = sum(o.rejected for o in group) / len(group)
        line = f"{name:26}{len(group):5}{refused:9.1%}"
        if name != REFERENCE:
            better = sum(o.score > o.reference for o in group) / len(group)
            tied = sum(o.score == o.reference for o in group) / len(group)
            line += f"{auc([o.score for o in group], references):7.3f}{better:12.1%}{tied:7.1%}"
        print(line)


def print_trade_off(outcomes: Sequence[Outcome]) -> None:
    """What would be refused if so many common words without evidence were let through."""
    references = [o for o in outcomes if o.kind == REFERENCE]
    extrinsic = [o for o in outcomes if o.kind.startswith("Extrinsic")]
    print(f"\n{'refused if':44}{'references':>11}{'extrinsic':>11}")
    rules = [(f"a figure, name or negation, or over {n} words", n) for n in (0, 1, 2, 3)]
    for name, most in [*rules, ("a figure, name or negation", 10**6)]:
        print(f"{name:44}", end="")
        for group in (references, extrinsic):
            refused = sum(o.facts > 0 or o.words > most for o in group) / len(group)
            print(f"{refused:11.1%}", end="")
        print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    lines = parser.parse_args().file.read_text(encoding="utf-8").splitlines()
    rows = [Row.model_validate_json(line) for line in lines]
    begin = time.perf_counter()
    outcomes = [outcome for row in rows for outcome in measure(row)]
    spent = time.perf_counter() - begin
    print_types(outcomes)
    print_trade_off(outcomes)
    print(f"\n{len(outcomes)} claims, {1000 * spent / len(outcomes):.1f} ms each, all judgements")


if __name__ == "__main__":
    main()
