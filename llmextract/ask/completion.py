"""Reading the body of a chat completion: bytes in, a reply told apart out.

Nothing is taken for granted: a server may answer 200 with a page, a list, an error or half of it.
"""

import json
from typing import Any

from llmextract.ask.failures import SHOWN, of_answer
from llmextract.ask.request import Reply, Usage
from llmextract.errors import EndpointError, Failure

# No call takes as many tokens; what is said to is no count, and a ledger could not add it up.
_MOST_TOKENS = 2**32


def read(body: bytes) -> Reply:
    """Tell the parts of a completion apart; raises `EndpointError` for a body that is none."""
    # A bad byte costs the field it stands in, which no article then holds, not the whole reply.
    raw = body.decode("utf-8-sig", "replace")
    try:
        completion = _loaded(raw)
    except (ValueError, RecursionError) as error:
        message = "the endpoint answered with something that is no JSON; check the base URL"
        raise EndpointError(message, kind=Failure.BAD_RESPONSE, reply=raw[:SHOWN]) from error
    match completion:
        case {"choices": [{"message": {}, "finish_reason": "error", **rest}, *_]}:
            raise _counted(of_answer(rest.get("error"), raw), completion, raw)
        case {"choices": [{"message": {}}, *_]}:
            return _reply(completion["choices"][0], completion.get("usage"), raw)
        case {"error": error} if error:
            raise _counted(of_answer(error, raw), completion, raw)
        case {"choices": [_, *_]}:
            said = "the choice has no message"
        case {"choices": _}:
            said = "the completion has no choices"
        case _:
            said = (
                "the endpoint answered with something that is no chat completion; "
                "check the base URL"
            )
    failure = EndpointError(said, kind=Failure.BAD_RESPONSE, reply=raw[:SHOWN])
    raise _counted(failure, completion, raw)


def _counted(error: EndpointError, completion: Any, raw: str) -> EndpointError:
    """The failure with the tokens that its body says it took all the same."""
    match completion:
        case {"usage": usage}:
            used = _usage(usage)
        case _:
            return error
    if used != Usage():
        error.paid = (Reply(None, usage=used, raw=raw[:SHOWN]).as_paid(error.kind),)
    return error


def _loaded(raw: str) -> Any:
    try:
        return json.loads(raw)
    except json.JSONDecodeError:
        raise
    except ValueError:
        # Python refuses to convert very long digit strings, which are a count of nothing.
        return json.loads(raw, parse_int=lambda digits: int(digits) if len(digits) < 40 else None)


def _reply(choice: Any, usage: Any, raw: str) -> Reply:
    message = choice["message"]
    return Reply(
        text=_text(message.get("content")),
        finish_reason=_string(choice.get("finish_reason")),
        refusal=_string(message.get("refusal")),
        usage=_usage(usage),
        raw=raw,
    )


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _text(content: Any) -> str | None:
    """The words of a message; some servers send them in parts."""
    match content:
        case [*parts]:
            return "".join(map(_part, parts))
        case _:
            return _string(content)


def _part(part: Any) -> str:
    match part:
        case {"type": "reasoning" | "reasoning_text" | "summary_text" | "thinking"}:
            return ""  # thoughts, and no answer
        case {"text": str(text)}:
            return text
        case _:
            return ""


def _usage(usage: Any) -> Usage:
    """What the endpoint did not count, or not in whole numbers, is unknown: None, never 0."""
    match usage:
        case {"prompt_tokens_details": {"cached_tokens": cached}, **counts}:
            pass
        case {**counts}:
            cached = counts.get("prompt_cache_hit_tokens")
        case _:
            return Usage()
    return Usage(
        prompt_tokens=_count(counts.get("prompt_tokens")),
        completion_tokens=_count(counts.get("completion_tokens")),
        cached_tokens=_count(cached),
    )


def _count(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_TOKENS:
        return value
    return None
