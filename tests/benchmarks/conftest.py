"""The benchmarks are no part of the wheel: they are found in the checkout, behind all else."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
