"""Falsify every hand-filled record in every way known and print what the validator says.

python -m benchmarks.falsify [RECORDS.jsonl] [--most N]

The articles are those of the folder `articles` beside the records, or else the seeds:
`benchmarks/invented/war/true.jsonl` has its own. What got through is listed on stderr.
"""

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tests.judge.falsify import Outcome, cases, judge
from tests.judge.forms import CONTESTED
from tests.judge.truths import GOLD, load


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--most", type=int, default=4, help="falsehoods of a kind for each field")
    parser.add_argument("--codes", action="store_true", help="count the codes of each kind")
    arguments = parser.parse_args()
    rows: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for case in cases(load(arguments.records), arguments.most):
        rows[case.lie.kind, case.gold.schema].append(judge(case))
    print(f"{'falsification':<36} {'schema':<7} {'made':>6} {'rejected':>8} {'fitting':>8}")
    for (kind, schema), outcomes in sorted(rows.items()):
        mark = " *" if kind in CONTESTED else ""
        print(f"{kind + mark:<36} {schema:<7} {_counts(outcomes)}")
        if arguments.codes:
            codes = Counter(str(outcome.code) for outcome in outcomes)
            print(" " * 8, ", ".join(f"{code} {n}" for code, n in codes.most_common()))
    everything = [outcome for outcomes in rows.values() for outcome in outcomes]
    demanded = [outcome for outcome in everything if outcome.case.lie.kind not in CONTESTED]
    print(f"{'all but * (no rule demands those)':<44} {_counts(demanded)}")
    for outcome in everything:
        if not outcome.fits:
            print(outcome, file=sys.stderr)


def _counts(outcomes: list[Outcome]) -> str:
    rejected = sum(outcome.code is not None for outcome in outcomes)
    fitting = sum(outcome.fits for outcome in outcomes)
    return f"{len(outcomes):>6} {rejected:>8} {fitting:>8}"


if __name__ == "__main__":
    main()
