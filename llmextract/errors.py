"""Every error the library raises on purpose.

LlmextractError
├── SettingsError      an argument or an environment variable that cannot be used
├── SchemaError        a model, or a field of it, that cannot be asked for
├── InputError         a file or a line that holds no article or no record
├── EndpointError      the endpoint could not be made to answer; `kind` says how
├── CassetteError      a call that no cassette holds, or a cassette that cannot be read
├── LocalModelError    the embedded model cannot be fetched, verified or started
└── LedgerError        the ledger of a batch, or its export, cannot be kept or trusted

A rejected field is not an error: it is a result, with a code (see `llmextract.judge`).
"""

import errno
import re
import sys
from contextlib import suppress
from enum import StrEnum
from typing import NamedTuple

# How a command ends: all done; some articles or lines failed; used wrongly; stopped, but it goes on
# when it is called again; interrupted.
DONE, FAILED, USAGE, RESUMABLE, INTERRUPTED = 0, 1, 2, 75, 130


class Failure(StrEnum):
    """How a call, and so its article, failed: the closed list behind `EndpointError.kind`."""

    UNREACHABLE = "unreachable"
    TRANSIENT = "transient"
    DEFERRED = "deferred"
    BAD_KEY = "bad_key"
    SPENT_QUOTA = "spent_quota"
    BAD_REQUEST = "bad_request"
    TOO_LONG = "too_long"
    FILTERED = "filtered"
    REFUSED = "refused"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    LOOPED = "looped"
    BAD_RESPONSE = "bad_response"
    CASSETTE = "cassette"
    INTERNAL = "internal"


def reason_of(error: OSError) -> str:
    """Why the system refused, in words for the end of a message: "no space left on device"."""
    return (error.strerror or str(error)).lower()


def naming(error: OSError, path: object) -> OSError:
    """What the system refused, with the file: a write that fails does not say which."""
    said = error.strerror or str(error)
    return OSError(error.errno or errno.EIO, said, str(path))


# What moves a terminal's cursor, ends its line or turns its writing round.
_COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def escaped(message: object) -> str:
    """A message that a terminal only shows: what endpoints say and ids may hold commands to it."""
    return _COMMANDS.sub(lambda found: repr(found[0])[1:-1], str(message))


def say(message: object) -> None:
    """Tell who runs a command, beside its results; that nobody can be told stops nothing."""
    with suppress(OSError):
        sys.stderr.write(f"llmextract: {escaped(message)}\n")


def counted(count: int, noun: str) -> str:
    """How many there are of something: "1 record", "2,000 records"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


class LlmextractError(Exception):
    """The root of the tree; catch it to catch everything the library raises on purpose."""


class SettingsError(LlmextractError):
    """An argument or an environment variable cannot be used; the message says which and why."""


class SchemaError(LlmextractError):
    """A model cannot be asked for; the message names the field and what would do instead."""


class InputError(LlmextractError):
    """A file or a line holds no article or no record; the message names it and the remedy."""


class Paid(NamedTuple):
    """A reply that was paid for, and how it was no answer (None where it was one).

    Tokens are None where nobody counted them; `sent` is false for what another call had brought.
    """

    kind: Failure | None
    reply: str | None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cached_tokens: int | None = None
    sent: bool = True


class EndpointError(LlmextractError):
    """The endpoint gave no usable answer, after `attempts` calls.

    `reply` is what it did answer, for diagnosis; `retry_after` the seconds it asked to wait; `paid`
    all replies that came and were no answer, the oldest first.
    """

    def __init__(
        self, message: str, *, kind: Failure, attempts: int = 1, reply: str | None = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.attempts = attempts
        self.reply = reply
        self.retry_after: float | None = None
        self.paid: tuple[Paid, ...] = ()


class MisdirectedError(EndpointError):
    """No other call can go better: a wrong address or model, or nobody answers any more."""


class CassetteError(LlmextractError):
    """A call stands in no cassette, or a cassette cannot be read."""


class LedgerError(LlmextractError):
    """A ledger or its export cannot be kept or trusted; what was acknowledged before is safe."""


class LocalModelError(LlmextractError):
    """The embedded model cannot be fetched, verified or started; the message says what to do."""
