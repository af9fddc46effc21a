"""What models cost, from a file that the user gives: prices go stale, so none is shipped."""

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from llmextract.errors import SettingsError, reason_of
from llmextract.run.limits import Price
from llmextract.settings import first_fault

_PRICES = TypeAdapter(dict[str, Price])
_EXAMPLE = '{"gpt-4.1-mini": {"prompt": 0.40, "completion": 1.60, "cached": 0.10}}'


def read_prices(path: Path) -> dict[str, Price]:
    """Read prices by model, in money per million tokens; raises `SettingsError` for a bad file."""
    try:
        return _PRICES.validate_python(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SettingsError(
            f"--prices {path}: {reason_of(error)}; give a JSON file like {_EXAMPLE}"
        ) from error
    except (ValueError, RecursionError) as error:
        said = first_fault(error) if isinstance(error, ValidationError) else str(error)
        raise SettingsError(
            f"--prices {path}: {said}; money per million tokens by model, like {_EXAMPLE}"
        ) from error
