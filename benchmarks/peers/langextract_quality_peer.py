"""langextract on whole articles at an endpoint: what it extracts, what it drops, what it takes.

Asked in its best light: temperature 0, the constraints that it derives from its worked examples,
as many workers as the server has slots. Passages are as long as by default (1,000 characters).
A line of stdin is an article and the endpoint, a line of stdout what came of it.
"""

import json
import logging
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

_SECONDS = 3600.0


class Details(Protocol):
    """What a server says of its cache."""

    cached_tokens: int | None


class Usage(Protocol):
    """What a server counts."""

    prompt_tokens: int
    completion_tokens: int
    prompt_tokens_details: Details | None


class Message(Protocol):
    """What a model writes."""

    content: str | None


class Choice(Protocol):
    """A reply, and why it ended."""

    message: Message
    finish_reason: str


class Answer(Protocol):
    """The part of a completion that is read here."""

    choices: list[Choice]
    usage: Usage


class Interval(Protocol):
    """Where an extraction was located."""

    start_pos: int | None
    end_pos: int | None


class Status(Protocol):
    """How it was."""

    value: str


class Extraction(Protocol):
    """What langextract returns."""

    extraction_class: str
    extraction_text: str
    attributes: dict[str, object] | None
    char_interval: Interval | None
    alignment_status: Status | None


class Omissions(logging.Handler):
    """Counts the passages whose replies langextract could not read and left out."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += record.getMessage().startswith("Chunk omitted")


class Meter:
    """Reads usage and replies off the answers as they pass; langextract itself keeps neither."""

    def __init__(self, send: Callable[..., Answer]) -> None:
        self._send = send
        self.replies: list[str | None] = []
        self.cut = self.prompt = self.cached = self.completion = 0

    def __call__(self, **request: object) -> Answer:
        answer = self._send(**request)
        choice = answer.choices[0]
        self.replies.append(choice.message.content)
        self.cut += choice.finish_reason == "length"
        self.prompt += answer.usage.prompt_tokens
        self.completion += answer.usage.completion_tokens
        details = answer.usage.prompt_tokens_details
        self.cached += (details.cached_tokens or 0) if details else 0
        return answer


def ask(order: dict[str, Any]) -> dict[str, object]:
    """Extract one schema's records from one article."""
    langextract = import_module("langextract")
    task = json.loads(Path(order["tasks"]).read_text(encoding="utf-8"))[order["schema"]]
    examples = _examples([_joined(task["examples"])] if order["joined"] else task["examples"])
    model, meter = _model(order, examples)
    omissions = Omissions()
    logger = logging.getLogger("absl")
    logger.addHandler(omissions)
    begun = time.perf_counter()
    error = ""
    extractions: list[Extraction] = []
    try:
        extractions = _extract(order, task["description"], examples, model)
    except (langextract.exceptions.LangExtractError, ValueError) as failure:
        error = str(failure)[:500]
    finally:
        logger.removeHandler(omissions)
    return {
        "seconds": time.perf_counter() - begun,
        "error": error,
        "omitted": omissions.count,
        "cut": meter.cut,
        "usage": {
            "calls": len(meter.replies),
            "prompt_tokens": meter.prompt,
            "completion_tokens": meter.completion,
            "cached_tokens": meter.cached,
        },
        "version": version("langextract"),
        "extractions": [_written(each) for each in extractions],
        "replies": meter.replies,
    }


def _examples(shown: list[dict[str, Any]]) -> list[Any]:
    data = import_module("langextract.core.data")
    return [
        data.ExampleData(
            text=example["text"],
            extractions=[
                data.Extraction(each["class"], each["text"], attributes=each["attributes"])
                for each in example["extractions"]
            ],
        )
        for example in shown
    ]


def _model(order: dict[str, Any], examples: list[Any]) -> tuple[object, Meter]:
    """langextract's provider for OpenAI's API, and what counts its calls."""
    factory = import_module("langextract.factory")
    config = factory.ModelConfig(
        model_id=order["model"],
        provider="OpenAILanguageModel",
        provider_kwargs={
            "api_key": order["key"],
            "base_url": order["url"],
            "temperature": order["temperature"],
            "max_workers": order["slots"],
            "max_output_tokens": order["most"],
        },
    )
    model = factory.create_model(config, examples=examples, use_schema_constraints=True)
    # On a busy machine a call may take long; it is not asked twice for that.
    model._client = model._client.with_options(timeout=_SECONDS)
    completions = model._client.chat.completions
    meter = completions.create = Meter(completions.create)
    return model, meter


def _extract(
    order: dict[str, Any], description: str, examples: list[Any], model: object
) -> list[Extraction]:
    langextract = import_module("langextract")
    validation = import_module("langextract.prompt_validation")
    answered = langextract.extract(
        order["text"],
        prompt_description=description,
        examples=examples,
        model=model,
        use_schema_constraints=False,  # the model that is given has them already
        max_workers=order["slots"],
        # It cannot check an example that shows a passage with nothing to find.
        prompt_validation_level=validation.PromptValidationLevel.OFF,
        show_progress=False,
    )
    return answered.extractions or []


def _joined(examples: list[dict[str, Any]]) -> dict[str, Any]:
    """All examples as one passage, nearer in length to those that are asked about."""
    return {
        "text": " ".join(each["text"] for each in examples),
        "extractions": [one for each in examples for one in each["extractions"]],
    }


def _written(extraction: Extraction) -> dict[str, object]:
    interval, status = extraction.char_interval, extraction.alignment_status
    return {
        "class": extraction.extraction_class,
        "text": extraction.extraction_text,
        "attributes": extraction.attributes or {},
        "start": interval.start_pos if interval else None,
        "end": interval.end_pos if interval else None,
        "status": status.value if status else None,
    }


def main() -> None:
    """Answer every line."""
    for line in sys.stdin:
        with redirect_stdout(sys.stderr):
            answer = ask(json.loads(line))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
