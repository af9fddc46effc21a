"""A secret that a server repeats is found in each of its forms."""

import json
import time
from urllib.parse import quote

import pytest

from llmextract.ask.redaction import Redaction

SECRET = "sk-ключ/93b1+F6d2c7"
REDACTION = Redaction((SECRET, "another-one"))

FORMS = [
    pytest.param(SECRET, id="plain"),
    pytest.param(quote(SECRET), id="percent"),
    pytest.param(quote(SECRET, safe="").lower().replace("f6", "F6"), id="percent-small"),
    pytest.param("".join(f"%{byte:02X}" for byte in SECRET.encode()), id="percent-all"),
    pytest.param(quote(quote(SECRET)), id="percent-twice"),
    pytest.param(json.dumps(SECRET)[1:-1], id="json"),
    pytest.param("".join(f"\\u{ord(letter):04X}" for letter in SECRET), id="json-all"),
    pytest.param(SECRET.replace("/", "\\/"), id="json-slash"),
    pytest.param(json.dumps(json.dumps("\\u0073" + SECRET[1:]))[3:-3], id="json-in-json"),
]


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_is_redacted_in_every_form(form: str) -> None:
    text = f'{{"said": "before {form} behind"}}'
    assert REDACTION.of(text) == '{"said": "before [redacted] behind"}'


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_is_redacted_in_bytes(form: str) -> None:
    assert REDACTION.of(f"before {form} behind".encode()) == b"before [redacted] behind"


def test_what_is_no_secret_stays() -> None:
    text = "93 % of \\u0073k-klu, 50%25 \\/ another one"
    assert REDACTION.of(text) == text


def test_what_is_too_short_is_no_secret() -> None:
    assert Redaction(("", "none")).of("none of 5 %") == "none of 5 %"


def test_a_hostile_text_is_searched_in_linear_time() -> None:
    begin = time.process_time()
    for piece in ("\\", "%", "%25", "\\u0073", "sk-"):
        REDACTION.of((piece * (2_000_000 // len(piece))).encode() + b"%")
    assert time.process_time() - begin < 8.0
