"""A call that no cassette holds: why it missed, as far as the recorded calls tell."""

import json
from typing import Any

from llmextract.errors import EndpointError, Failure


def of_cassette(cause: BaseException | None) -> EndpointError | None:
    """The failure behind what vcrpy raises for a call that was not recorded; None for all else."""
    # Loading vcrpy takes longer than a call; only a failure that may be its own is worth it.
    import vcr.errors  # pyright: ignore[reportMissingTypeStubs]

    if not isinstance(cause, vcr.errors.CannotOverwriteExistingCassetteException):
        return None
    return EndpointError(
        f"no recorded call matches this one: {_difference(cause)}; record again with "
        f"`make record`, `extract --record DIR` or `lx.cassette(path, record=True)`",
        kind=Failure.CASSETTE,
    )


def _difference(cause: Any) -> str:
    """What differs from the recorded calls: the model, where it is another, else what may."""
    asked = _model_of(cause.failed_request)
    recorded = {_model_of(request) for request in cause.cassette.requests} - {None}
    if asked is not None and recorded and asked not in recorded:
        return f"it asks {asked!r}, the recording is of {' and '.join(map(repr, sorted(recorded)))}"
    return "the prompt, the schema, the settings or the article changed since the recording"


def _model_of(request: Any) -> Any:
    """The model that a request asks; None where it does not say."""
    try:
        match json.loads(request.body):
            case {"model": str(model)}:
                return model
            case _:
                return None
    except (TypeError, ValueError):
        return None
