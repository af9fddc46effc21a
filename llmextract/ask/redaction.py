"""What is answered is kept, printed and logged; a secret that a server repeats must not be.

A server may repeat it as it is, percent-encoded in an address, or escaped in JSON, and JSON may
stand in JSON: so each letter of it is looked for in all of its forms.
"""

import re
from collections.abc import Iterable
from typing import AnyStr

_SHORTEST_SECRET = 8
_INSTEAD = "[redacted]"
# Without one of these no letter is in another form than its own, and looking for one takes longer.
_SIGNS = ("%", "\\/", "\\u00")


class Redaction:
    """Puts `[redacted]` in the place of secrets; what is too short to be one stays."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = [secret for secret in secrets if len(secret) >= _SHORTEST_SECRET]
        pattern = "|".join("".join(map(_forms, secret)) for secret in self._secrets)
        is_ascii = all(map(str.isascii, self._secrets))
        self._signs = _SIGNS if is_ascii else (*_SIGNS, "\\u")
        self._in_text, self._in_bytes = re.compile(pattern), re.compile(pattern.encode())

    def of(self, text: AnyStr) -> AnyStr:
        """The text, or the bytes, without any secret."""
        if isinstance(text, bytes):
            return self._of_bytes(text)
        for secret in self._secrets:
            text = text.replace(secret, _INSTEAD)
        if self._secrets and any(sign in text for sign in self._signs):
            text = self._in_text.sub(_INSTEAD, text)
        return text

    def _of_bytes(self, text: bytes) -> bytes:
        for secret in self._secrets:
            text = text.replace(secret.encode(), _INSTEAD.encode())
        if self._secrets and any(sign.encode() in text for sign in self._signs):
            text = self._in_bytes.sub(_INSTEAD.encode(), text)
        return text


def _forms(letter: str) -> str:
    r"""A pattern for a letter as it is, percent-encoded, and escaped in JSON: `s`, `%73`, `\u0073`.

    Each may be encoded or escaped several times over, and begins with one letter, by which a text
    is searched fast.
    """
    encoded = "".join(
        f"%(?:25){{0,3}}{_hex(byte)}" for byte in letter.encode("utf-8", "surrogatepass")
    )
    units = letter.encode("utf-16-be", "surrogatepass")
    pairs = [units[at : at + 2] for at in range(0, len(units), 2)]
    escaped = "".join(rf"\\\\{{0,6}}u{_hex(high)}{_hex(low)}" for high, low in pairs)
    forms = [re.escape(letter), encoded, escaped]
    if not letter.isalnum():
        forms.append(rf"\\\\{{0,6}}{re.escape(letter)}")
    return f"(?:{'|'.join(forms)})"


def _hex(byte: int) -> str:
    return "".join(
        f"[{digit}{digit.upper()}]" if digit.isalpha() else digit for digit in f"{byte:02x}"
    )
