"""Schemas by name: a user's own models from an importable module, and their JSON Schema."""

import importlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from llmextract.ask.derive import Models, derive
from llmextract.errors import SchemaError


def load_models(name: str, folder: Path | None = None) -> Models:
    """The model, or tuple of models, that `package.module:Model` names; raises `SchemaError`.

    Its module is looked for in `folder`, then in the current one and where Python looks.
    """
    module, _, attribute = name.rpartition(":")
    if module.endswith(".py") or "/" in module or "\\" in module:
        file = Path(module.replace("\\", "/"))
        raise SchemaError(
            f"{name}: a module is named as in an import, without .py: --schema "
            f"{file.stem}:{attribute or 'Model'}, run from the folder {file.parent}"
        )
    if not attribute or not module or module.startswith("."):
        raise SchemaError(
            f"{name}: no schema of this name; use news, actor, event, claim or package.module:Model"
        )
    # A console script does not look in the current folder, where a user's own module mostly lies.
    sys.path[:0] = [*([str(folder)] if folder else []), str(Path.cwd())]
    try:
        defined = importlib.import_module(module)
    except ImportError as error:
        raise SchemaError(
            f"{name}: cannot import {module} ({error}); run from the folder that it lies in, or "
            f"set PYTHONPATH"
        ) from error
    except Exception as error:  # code of the user's own may raise anything
        said = f"{module} raised {type(error).__name__}: {error}"
        raise SchemaError(f"{name}: {said}") from error
    if not hasattr(defined, attribute):
        known = ", ".join(_models_in(vars(defined), module))
        raise SchemaError(f"{name}: {module} has no {attribute}; it has {known or 'no model'}")
    found: object = getattr(defined, attribute)
    kind = type(found).__name__
    models = cast("tuple[object, ...]", found if isinstance(found, tuple) and found else (found,))
    if any(not isinstance(model, type) for model in models):
        raise SchemaError(
            f"{name}: {attribute} is no Pydantic model class (a subclass of BaseModel), nor a "
            f"tuple of such, but {kind}"
        )
    return tuple(derive(model).model for model in models)


def _models_in(defined: Mapping[str, object], module: str) -> list[str]:
    """The names of the models that a module itself defines."""
    return [
        name
        for name, value in defined.items()
        if isinstance(value, type) and issubclass(value, BaseModel) and value.__module__ == module
    ]


def json_schema(models: Models) -> dict[str, object]:
    """The JSON Schema of a record that is of any one of these models, its fields by name."""
    if len(models) == 1:
        return models[0].model_json_schema(by_alias=False)
    references, shared = models_json_schema(
        [(model, "validation") for model in models], by_alias=False
    )
    return {**shared, "anyOf": list(references.values())}
