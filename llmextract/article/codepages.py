"""The single-byte code pages UTF-8 is misread in, and what characters say if read as its bytes."""

from collections.abc import Sequence
from functools import cache, lru_cache

# Seed 004 is cp874. The order matters only where two pages read the same characters as different
# bytes.
_PAGES = (
    "cp1252 latin-1 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp437 cp850"
    " cp866 mac_roman iso8859-15"
    " iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10"
    " iso8859-11 iso8859-13 iso8859-14 iso8859-16 koi8-r koi8-u mac_cyrillic mac_greek"
    " mac_latin2 mac_turkish cp737 cp775 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp865"
    " cp720 cp869 cp1125 kz1048 ptcp154 mac_croatian mac_iceland mac_romanian"
).split()


@cache
def pages() -> tuple[dict[str, int], ...]:
    """For each code page, the byte of each of its characters.

    What a page leaves unassigned is read as the character of that number or, as in seed 004, as in
    cp1252.
    """
    spare = {chr(byte): byte for byte in range(0x80, 0xA0)} | {
        char: byte
        for byte in range(0x80, 0xA0)
        if (char := bytes((byte,)).decode("cp1252", "ignore"))
    }
    found: list[dict[str, int]] = []
    for own in map(_own, _PAGES):
        gaps = set(range(0xA0, 0x100)).difference(own.values())
        found.append(spare | {chr(byte): byte for byte in gaps} | own)
    return tuple(found)


def _own(page: str) -> dict[str, int]:
    """The characters a page itself has for bytes beyond ASCII."""
    read = ((bytes((byte,)).decode(page, "ignore"), byte) for byte in range(0x80, 0x100))
    return {char: byte for char, byte in read if char}


@cache
def foreign_to(page: int) -> frozenset[str]:
    """The characters a page is taken to have though it writes another one for the same byte."""
    own = _own(_PAGES[page])
    taken = set(own.values())
    return frozenset(c for c, byte in pages()[page].items() if c not in own and byte in taken)


@cache
def leads() -> dict[str, list[int]]:
    """In which pages a character is the first byte of a sequence."""
    found: dict[str, list[int]] = {}
    for number, page in enumerate(pages()):
        for char, byte in page.items():
            if 0xC2 <= byte <= 0xF4:
                found.setdefault(char, []).append(number)
    return found


@lru_cache(maxsize=1024)
def pages_of(run: str) -> Sequence[int]:
    """In which pages the characters are the bytes of some others."""
    return [page for page in leads().get(run[0], ()) if decoded(run, page)]


def decoded(run: str, page: int) -> str:
    """What the characters say, read as UTF-8, or nothing where they are the bytes of no text."""
    codes = pages()[page]
    if not 0x80 <= codes.get(run[1], 0) < 0xC0:
        return ""
    try:  # 0xFF is in no UTF-8
        return bytes([codes.get(c, 0xFF) if c > "\x7f" else ord(c) for c in run]).decode()
    except UnicodeDecodeError:
        return ""
