"""What a second look by the embedded model catches of BUMP's intrinsic errors, and what it costs.

    python -m benchmarks.second_look KEPT [FILE] [--seconds 220] [--page docs/quality.md]

Every word of an intrinsic error stands in the article; what it says does not. References are looked
at as well: how many of them are taken for unsupported is the false-alarm rate. A claim is a line of
KEPT, so that a run that was stopped goes on; tables are over all of it. FILE is as in
`benchmarks.bump`; with --page the tables are written between the markers of that page.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.bump import DEFAULT, REFERENCE, Claim, Row, Summary, auc
from llmextract import Article, check
from llmextract.article.regions import Region
from llmextract.ask.conversation import drive
from llmextract.ask.derive import derive
from llmextract.ask.request import Model
from llmextract.ask.second_look import in_words, look, look_request
from llmextract.run.models import model_name, open_model
from llmextract.settings import Settings

BEGIN, END = "<!-- second look: begin -->", "<!-- second look: end -->"
GROUP = derive(Summary)
# False-alarm rates at which catches are compared.
RATES = (0.05, 0.1, 0.2)


@dataclass(frozen=True)
class Looked:
    """One claim: what the look and what the rules make of it, and what the look cost."""

    article: str
    claim: str
    kind: str
    probability: float
    refused_by_rules: bool
    prompt: int
    cached: int
    completion: int
    seconds: float


def wanted(row: Row) -> Iterator[Claim]:
    yield from (c for c in row.claims if c.error_type.startswith(("Intrinsic", REFERENCE)))


def look_at(article: Article, claim: Claim, model: Model) -> Looked:
    body = [s for s in article.sentences if s.region != Region.BOILERPLATE]
    record = {"sentences": [sentence.number for sentence in body], "text": claim.claim}
    (judged,) = check(article, [record], schema=Summary)
    request = look_request(body, in_words(GROUP, Summary(text=claim.claim), {}), grammar=True)
    began = time.perf_counter()
    seen = drive(look(request), model.send)
    usage = seen.reply.usage
    return Looked(
        article.id,
        claim.claim,
        claim.error_type.removesuffix(" Error"),
        seen.probability,
        not judged.accepted,
        usage.prompt_tokens or 0,
        usage.cached_tokens or 0,
        usage.completion_tokens or 0,
        time.perf_counter() - began,
    )


def at_rate(edits: Sequence[Looked], references: Sequence[Looked], rate: float) -> float:
    """The share of edits below the threshold that refuses at most this share of the references."""
    ordered = sorted(reference.probability for reference in references)
    threshold = ordered[int(rate * len(ordered))]
    return sum(edit.probability < threshold for edit in edits) / len(edits)


def tables(looks: Sequence[Looked]) -> str:
    references = [look for look in looks if look.kind == REFERENCE]
    intrinsic = [look for look in looks if look.kind != REFERENCE]
    kinds = sorted({look.kind for look in intrinsic})
    groups = [(kind, [look for look in intrinsic if look.kind == kind]) for kind in kinds]
    rows = [*groups, ("all intrinsic", intrinsic), ("references (false alarms)", references)]
    rates = "".join(f" caught at {rate:.0%} false alarms |" for rate in RATES)
    heads = (
        "claims | n | look says no | rules refuse | either | let through by rules, then no | AUC"
    )
    lines = [
        f"| {heads} |{rates}",
        "| --- " * (7 + len(RATES)) + "|",
    ]
    for name, group in rows:
        no = [look.probability < 0.5 for look in group]
        rules = [look.refused_by_rules for look in group]
        either = sum(n or r for n, r in zip(no, rules, strict=True))
        passed = [n for n, r in zip(no, rules, strict=True) if not r]
        cells = [name, str(len(group)), *(f"{x / len(group):.0%}" for x in (sum(no), sum(rules)))]
        cells += [f"{either / len(group):.0%}", f"{sum(passed)} of {len(passed)}"]
        if group is references:
            cells += ["-"] * (1 + len(RATES))
        else:
            scores = (
                [1 - look.probability for look in group],
                [1 - r.probability for r in references],
            )
            cells += [f"{auc(*scores):.2f}"]
            cells += [f"{at_rate(group, references, rate):.0%}" for rate in RATES]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, "", cost(looks)])


def cost(looks: Sequence[Looked]) -> str:
    count = len(looks)
    prompt, cached, completion = (
        sum(getattr(each, name) for each in looks) / count
        for name in ("prompt", "cached", "completion")
    )
    seconds = sum(each.seconds for each in looks) / count
    return (
        f"One call a claim: {count} calls, {prompt:.0f} tokens in ({cached:.0f} of them read "
        f"before by the server), {completion:.1f} out and {seconds:.1f} seconds each on average."
    )


def write(page: Path, said: str, settings: Settings) -> None:
    """Put the tables between the markers of the page, or at its end."""
    day = datetime.now(UTC).date().isoformat()
    head = (
        f"{BEGIN}\n## A second look\n\n"
        f"BUMP's intrinsic errors (every word stands in the article, what is said does not), each "
        f"looked at with its whole article by {model_name(settings)}; {day}, llmextract "
        f"{version('llmextract-grounded')}, `python -m benchmarks.second_look`.\n\n"
    )
    section = f"{head}{said}\n{END}"
    text = page.read_text(encoding="utf-8") if page.exists() else "# Quality\n"
    before, found, rest = text.partition(BEGIN)
    after = rest.partition(END)[2] if found else "\n"
    page.write_text(f"{before.rstrip()}\n\n{section}{after}", encoding="utf-8")


def todo(rows: Iterable[Row], done: set[tuple[str, str]]) -> Iterator[tuple[Article, Claim]]:
    for row in rows:
        article = Article(text=row.text, id=row.id)
        yield from ((article, c) for c in wanted(row) if (row.id, c.claim) not in done)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kept", type=Path)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--seconds", type=float, default=220)
    parser.add_argument("--page", type=Path)
    arguments = parser.parse_args()
    kept: Path = arguments.kept
    text = kept.read_text(encoding="utf-8") if kept.exists() else ""
    looks = [Looked(**json.loads(line)) for line in text.splitlines()]
    lines = arguments.file.read_text(encoding="utf-8").splitlines()
    # The shortest first, so that a run that is stopped has seen as many articles as it could.
    rows = sorted((Row.model_validate_json(line) for line in lines), key=lambda r: len(r.text))
    left = list(todo(rows, {(look.article, look.claim) for look in looks}))
    settings, began = Settings.load(model="local"), time.perf_counter()
    if left and arguments.seconds > 0:
        model, opened = open_model(settings)
        with opened, kept.open("a", encoding="utf-8") as out:
            while left and time.perf_counter() - began < arguments.seconds:
                looks.append(look_at(*left.pop(0), model))
                print(json.dumps(asdict(looks[-1])), file=out, flush=True)
    print(tables(looks))
    seen = f"{len({look.article for look in looks})} of {len(rows)} articles, the shortest"
    if left:
        print(f"{len(left)} claims are left: run the same command again", file=sys.stderr)
    if arguments.page:
        write(arguments.page, f"{seen if left else 'All articles'}.\n\n{tables(looks)}", settings)


if __name__ == "__main__":
    main()
