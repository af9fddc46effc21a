"""What becomes of a record some of whose fields are rejected."""

import hashlib
from enum import StrEnum

from llmextract.errors import SettingsError

# Raised whenever the rules change, so that results of other rules are not taken for the same.
RULES = 30


class Policy(StrEnum):
    """What becomes of what the article does not carry; every rejection is listed in any case."""

    DROP = "drop"
    """A rejected field is left out, and its record with it where the field is required."""
    STRICT = "strict"
    """A record with any rejected field is rejected."""
    REPORT = "report"
    """What the model wrote is kept where the field can hold it, and its path is flagged."""


def policy_of(name: str) -> Policy:
    """The policy of a name; raises `SettingsError` where there is none."""
    try:
        return Policy(name)
    except ValueError:
        known = ", ".join(Policy)
        raise SettingsError(f"policy {name!r}: choose one of {known}") from None


def policy_fingerprint(policy: Policy) -> str:
    """A short digest of a policy and the rules it goes by."""
    return hashlib.sha256(f"{policy}:{RULES}".encode()).hexdigest()[:12]
