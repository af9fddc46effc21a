"""What an endpoint's refusal means: from status, code and words to a kind with a remedy."""

import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from llmextract.errors import EndpointError, Failure, MisdirectedError

# Characters of a bad reply that an error keeps for diagnosis, and of its words that are shown.
SHOWN = 2000
_SAID = 300

_KINDS = {
    401: (Failure.BAD_KEY, "set OPENAI_API_KEY to a key the endpoint accepts"),
    402: (Failure.SPENT_QUOTA, "top up the account, then run the same command again"),
    403: (Failure.BAD_KEY, "the key may not use this model or endpoint"),
    404: (Failure.BAD_REQUEST, "check --model and --base-url"),
    405: (Failure.BAD_REQUEST, "check --base-url"),
    408: (Failure.TRANSIENT, "try again later"),
    409: (Failure.TRANSIENT, "try again later"),
    413: (Failure.TOO_LONG, "use a smaller --window"),
    425: (Failure.TRANSIENT, "try again later"),
    429: (Failure.DEFERRED, "lower --concurrency or run again later"),
}
# Waiting helps against these alone; what else comes with an order to wait is about its own call.
_PASSING = frozenset({Failure.DEFERRED, Failure.TRANSIENT})
# Seconds; whoever asks for more asks for ever.
_LONGEST_WAIT = 366 * 86_400.0
# After one of these no other call of the run can go better.
_STRIKING = frozenset({Failure.BAD_KEY, Failure.SPENT_QUOTA})
# The endpoint's own word for what most say with 404.
_NO_MODEL = "model_not_found"
_BAD_KEY = frozenset({"invalid_api_key", "API_KEY_INVALID"})
_SPENT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_FILTERED = frozenset({"content_filter", "content_policy_violation", "moderation_blocked"})
_LONG = frozenset({"context_length_exceeded", "exceed_context_size_error"})
_TOO_LONG = re.compile(
    r"context (?:length|window|size)|prompt is too long|too many (?:input )?tokens"
    r"|maximum (?:input |sequence )?length|reduce the length|maximum number of tokens"
    r"|request too large",
    re.IGNORECASE,
)
# Where no code says so, the first words do; what stands further on may be the article's.
_FIRST_WORDS = 60
_SAYS_SPENT = re.compile(rf"\b(?:{'|'.join(sorted(_SPENT))})\b|credit balance is too low")
_SAYS_BAD_KEY = re.compile(
    r"api[ _]key (?:is )?(?:not valid|not found|invalid|expired)|(?:invalid|incorrect) api[ _]key",
    re.IGNORECASE,
)
_SAYS_FILTERED = re.compile(
    r"\bmoderation\b|\bcontent[ _-]?(?:policy|policies|filter|management)"
    r"|\b(?:input|prompt|content|text)\b[^.]{0,40}\bflagged\b|\bflagged (?:input|content)\b",
    re.IGNORECASE,
)
# An error may stand in a list, or under a key of its own.
_DEEPEST_ERROR = 4


def strikes_all(error: EndpointError) -> bool:
    """Whether no other call of a run could escape the failure."""
    return error.kind in _STRIKING or isinstance(error, MisdirectedError)


def of_status(
    status: int,
    said: str,
    *,
    codes: frozenset[str] = frozenset(),
    headers: Mapping[str, str] | None = None,
    reply: str | None = None,
) -> EndpointError:
    """The failure behind an HTTP status; `codes` are the endpoint's own words for it."""
    kind, remedy = _kind(status, said, codes)
    shown = " ".join(said.split())[:_SAID]
    if 300 <= status < 400:
        target = (headers or {}).get("location", "elsewhere")
        shown, remedy = f"a redirect to {target}", "redirects are refused; check the base URL"
    wait = retry_after(headers or {}) if kind in _PASSING else None
    if wait is not None:
        remedy = f"the endpoint asks to wait {wait:.0f} seconds"
    message = f"HTTP {status}: {shown or 'no reason given'}; {remedy}"
    misdirected = status in (404, 405) or 300 <= status < 400 or _NO_MODEL in codes
    made = MisdirectedError if misdirected and kind is Failure.BAD_REQUEST else EndpointError
    failure = made(message, kind=kind, reply=(reply or "")[:SHOWN])
    failure.retry_after = wait
    return failure


def of_answer(error: Any, raw: str) -> EndpointError:
    """The failure behind an error that came with status 200: gateways pass theirs on so."""
    codes, said = codes_of(error), str(said_in(error) or error or "no reason given")
    status = next((int(code) for code in codes if re.fullmatch(r"[45]\d\d", code)), None)
    if status is not None or codes & (_SPENT | _FILTERED | _LONG):
        return of_status(status or 400, said, codes=codes, reply=raw)
    message = f"the endpoint answered with an error: {' '.join(said.split())[:_SAID]}"
    return EndpointError(message, kind=Failure.BAD_RESPONSE, reply=raw[:SHOWN])


def codes_of(error: Any) -> frozenset[str]:
    """The endpoint's own words for what went wrong, from the error object it sent."""
    match _unwrapped(error):
        case {"code": code, "type": kind}:
            return frozenset((str(code), str(kind)))
        case {"code": code} | {"type": code}:
            return frozenset((str(code),))
        case _:
            return frozenset()


def said_in(error: Any) -> str:
    """The message of the error object an endpoint sent; "" where there is none."""
    match _unwrapped(error):
        case {"message": str(message)}:
            return message
        case _:
            return ""


def _unwrapped(error: Any) -> Any:
    for _ in range(_DEEPEST_ERROR):
        match error:
            case [first, *_]:
                error = first
            case {"error": {} | [*_]}:
                error = error["error"]
            case _:
                break
    return error


def _kind(status: int, said: str, codes: frozenset[str]) -> tuple[Failure, str]:
    begin = said[:_FIRST_WORDS]
    is_refusal = status in (400, 401, 403, 422, 429)
    if codes & _SPENT or (is_refusal and _SAYS_SPENT.search(begin)):
        return _KINDS[402]
    if status >= 500:
        return Failure.TRANSIENT, "try again later"
    if codes & _BAD_KEY or (is_refusal and _SAYS_BAD_KEY.search(begin)):
        return _KINDS[401]
    if codes & _FILTERED or (status in (400, 403, 422) and _SAYS_FILTERED.search(said[:SHOWN])):
        return Failure.FILTERED, "the endpoint will not read this article"
    return _of_length(status, said, codes)


def _of_length(status: int, said: str, codes: frozenset[str]) -> tuple[Failure, str]:
    # A single request above a limit of tokens a minute comes as 429, and waiting does not help.
    if codes & _LONG or (status in (400, 413, 422, 429) and _TOO_LONG.search(said[:SHOWN])):
        return _KINDS[413]
    return _KINDS.get(status, (Failure.BAD_REQUEST, "see what the endpoint says"))


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds the server asks to wait, from its headers; None where it says nothing usable."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        value = headers.get(name, "")
        seconds = _number(value)
        if seconds is None and unit == 1.0:
            seconds = _until(value, headers.get("date", ""))
        if seconds is not None and 0 < seconds < float("inf"):
            return min(seconds / unit, _LONGEST_WAIT)
    return None


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def _until(value: str, date: str) -> float | None:
    """Seconds to an HTTP date by the server's own clock, which need not agree with ours."""
    then = _timestamp(value)
    now = _timestamp(date)
    return None if then is None else then - (time.time() if now is None else now)


def _timestamp(value: str) -> float | None:
    try:
        return parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None
