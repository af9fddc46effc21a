"""gtrex: `verify` under its default policy, or `repair`, which also replaces near misses."""

import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from benchmarks.peers.child import Span, serve


def main(mode: str) -> None:
    """Serve one mode."""
    gtrex = import_module("gtrex")
    # That nobody has calibrated the threshold is the user's everyday case.
    warnings.simplefilter("ignore", gtrex.DefaultThresholdWarning)

    def verify(text: str, quotes: Sequence[str]) -> list[Span | None]:
        verifier = gtrex.Verifier(text)
        found = [verifier.verify(quote) for quote in quotes]
        return [(each.start, each.end) if each.grounded else None for each in found]

    def repair(text: str, quotes: Sequence[str]) -> list[Span | None]:
        repairer = gtrex.Repairer(text)
        repairs = [repairer.repair(quote) for quote in quotes]
        found = [each.certificate for each in repairs]
        return [(each.start, each.end) if each.grounded else None for each in found]

    serve(version("gtrex"), {"verify": verify, "repair": repair}[mode])


if __name__ == "__main__":
    main(sys.argv[1])
