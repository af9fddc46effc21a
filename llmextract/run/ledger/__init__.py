"""The ledger of a batch run: what was asked, answered and paid, kept safe beside the output."""

from llmextract.run.ledger.ledger import Ledger, open_ledger
from llmextract.run.ledger.lock import lock_holder
from llmextract.run.ledger.reader import Reader, read_ledger
from llmextract.run.ledger.rows import (
    Admission,
    Decision,
    KeptAttempt,
    Retriable,
    RunKey,
    State,
    Summary,
)
from llmextract.run.ledger.store import ledger_path

__all__ = [
    "Admission",
    "Decision",
    "KeptAttempt",
    "Ledger",
    "Reader",
    "Retriable",
    "RunKey",
    "State",
    "Summary",
    "ledger_path",
    "lock_holder",
    "open_ledger",
    "read_ledger",
]
