"""Code-point offsets in the units of other programs: UTF-8 bytes and UTF-16 code units."""


def utf8_offset(text: str, index: int) -> int:
    """The number of UTF-8 bytes before the code point at `index`, as byte-wise programs count."""
    return len(text[:index].encode("utf-8", "surrogatepass"))


def utf16_offset(text: str, index: int) -> int:
    """The number of UTF-16 code units before the code point at `index`, as JavaScript counts."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
