"""Code-point offsets in the units of other programs: UTF-8 bytes and UTF-16 code units."""

from llmextract.errors import InputError


def utf8_offset(text: str, index: int) -> int:
    """The number of UTF-8 bytes before the code point at `index`, as byte-wise programs count.

    Raises `InputError` for an index that the text does not have.
    """
    return len(_before(text, index).encode("utf-8", "surrogatepass"))


def utf16_offset(text: str, index: int) -> int:
    """The number of UTF-16 code units before the code point at `index`, as JavaScript counts.

    Raises `InputError` for an index that the text does not have.
    """
    return len(_before(text, index).encode("utf-16-le", "surrogatepass")) // 2


def _before(text: str, index: int) -> str:
    if not 0 <= index <= len(text):
        raise InputError(f"offset {index}: the text has 0 to {len(text)}")
    return text[:index]
