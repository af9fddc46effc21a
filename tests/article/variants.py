"""Edits of a sentence: `BENIGN` ones change its form, `FALSE` ones what it says.

An edit that does not apply gives None.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Mapping
from random import Random

Edit = Callable[[str, Random], str | None]

_LONG = re.compile(
    r"(?<![\w'\u2019-])(?!thousand|hundred|million|seventeen|eighteen|without)[a-z]{8,}(?![\w'"
    r"\u2019-])"
)
_CHANGED = {
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February March April May June July August September October November"
    " December",
    "direction": "northern southern eastern western",
    "point": "north south east west northeast northwest",
    "unit": "kilometers miles meters tons hours days weeks",
    "scale": "hundreds thousands millions billions million billion",
    "number": "two three four five six seven eight nine ten twelve twenty dozens",
    "hedge": "may could will must might should would reportedly allegedly",
    "antonym": "increase decrease increased decreased more fewer before after advance retreat"
    " captured lost support oppose supported opposed strengthened weakened largest smallest",
}


def _swap_word(words: str) -> Edit:
    pool = words.split()
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(pool)})(?![\w-])")

    def edit(text: str, random: Random) -> str | None:
        found = list(pattern.finditer(text))
        if not found:
            return None
        match = random.choice(found)
        new = random.choice([word for word in pool if word != match[0]])
        return text[: match.start()] + new + text[match.end() :]

    return edit


def _replace(old: str, new: str) -> Edit:
    return lambda text, _: changed if (changed := re.sub(old, new, text)) != text else None


def _wrapped(text: str, random: Random) -> str | None:
    """Breaks a line at two spaces."""
    for _ in range(2):
        spaces = [match.start() for match in re.finditer(" ", text)]
        if not spaces:
            return None
        at = random.choice(spaces)
        text = text[:at] + random.choice(("\n", "\r\n", "  ", "\t", " \n ")) + text[at + 1 :]
    return text


def _inserted(mark: str) -> Edit:
    """Puts a mark that does not print inside some long words."""
    return lambda text, _: (
        changed
        if (changed := _LONG.sub(lambda m: m[0][:4] + mark + m[0][4:], text)) != text
        else None
    )


def _broken_at_hyphen(text: str, random: Random) -> str | None:
    found = list(_LONG.finditer(text))
    if not found:
        return None
    at = random.choice(found).start() + 4
    return f"{text[:at]}-\n{text[at:]}"


def _emphasised(mark: str) -> Edit:
    def edit(text: str, random: Random) -> str | None:
        words = text.split(" ")
        at = random.randrange(len(words))
        words[at] = f"{mark}{words[at]}{mark}"
        return " ".join(words)

    return edit


def _entities(text: str, random: Random) -> str | None:
    form = random.choice(("&#{};", "&#x{:x};"))
    changed = html.escape(text)
    changed = "".join(c if c.isascii() else form.format(ord(c)) for c in changed)
    return changed if changed != text else None


def _misread(page: str) -> Edit:
    """The UTF-8 bytes of every mark and letter beyond ASCII, read in another code page."""

    def edit(text: str, _: Random) -> str | None:
        curly = re.sub(r"(?<=\w)'(?=\w)", "\u2019", text)
        try:
            changed = re.sub(r"[^\x00-\x7f]", lambda match: match[0].encode().decode(page), curly)
        except UnicodeDecodeError:
            return None
        return changed if changed != text else None

    return edit


def _elided(mark: str) -> Edit:
    def edit(text: str, _: Random) -> str | None:
        words = text.split()
        if len(words) < 10:
            return None
        return " ".join([*words[:4], mark, *words[-4:]])

    return edit


def _slip(kind: str) -> Edit:
    """One letter of a long word lost, doubled or swapped with the next, or the last lost."""

    def edit(text: str, random: Random) -> str | None:
        found = list(_LONG.finditer(text))
        if not found or len(text.split()) < 6:
            return None
        match = random.choice(found)
        word = match[0]
        at = random.randrange(2, len(word) - 2)
        new = {
            "lost": word[:at] + word[at + 1 :],
            "doubled": word[:at] + word[at] + word[at:],
            "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            "cut": word[:-1],
        }[kind]
        return None if new == word else text[: match.start()] + new + text[match.end() :]

    return edit


def _changed_digit(text: str, random: Random) -> str | None:
    digits = [match.start() for match in re.finditer(r"\d", text)]
    if not digits:
        return None
    at = random.choice(digits)
    new = random.choice([digit for digit in "123456789" if digit != text[at]])
    return text[:at] + new + text[at + 1 :]


def _dropped_word(text: str, random: Random) -> str | None:
    words = text.split()
    at = random.randrange(1, len(words) - 1) if len(words) > 4 else 0
    if not at or not re.search(r"\w", words[at]) or words[at] in (words[at - 1], words[at + 1]):
        return None
    return " ".join(words[:at] + words[at + 1 :])


def _added(word: str) -> Edit:
    def edit(text: str, random: Random) -> str | None:
        words = text.split()
        if len(words) < 4:
            return None
        at = random.randrange(1, len(words) - 1)
        return " ".join([*words[:at], word, *words[at:]])

    return edit


def _swapped_neighbours(text: str, random: Random) -> str | None:
    words = text.split()
    pairs = [
        at
        for at in range(1, len(words) - 2)
        if words[at].isalpha()
        and words[at + 1].isalpha()
        and words[at].lower() != words[at + 1].lower()
    ]
    if not pairs:
        return None
    at = random.choice(pairs)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _invented_tail(text: str, _: Random) -> str | None:
    words = text.split()
    return " ".join([*words[: len(words) // 2], "and executed the prisoners at dawn"])


def _invented_head(text: str, _: Random) -> str | None:
    words = text.split()
    return " ".join(["Witnesses in the capital confirmed that", *words[len(words) // 2 :]])


def _halves_joined(text: str, _: Random) -> str | None:
    """Two true halves with the middle left out, and no ellipsis."""
    words = text.split()
    if len(words) < 12 or "\u2026" in text:
        return None
    return " ".join([*words[:5], *words[-5:]])


def _foreign_name(text: str, random: Random) -> str | None:
    found = list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}(?![\w-])", text))
    if not found:
        return None
    match = random.choice(found)
    return text[: match.start()] + "Ouagadougou" + text[match.end() :]


def _other_letter_in_name(text: str, random: Random) -> str | None:
    found = list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]{5,}(?![\w-])", text))
    if not found:
        return None
    at = random.choice(found).end() - 2
    return text[:at] + ("x" if text[at] != "x" else "z") + text[at + 1 :]


BENIGN: Mapping[str, Edit] = {
    "as_is": lambda text, _: text,
    "upper": lambda text, _: text.upper(),
    "lower": lambda text, _: text.lower(),
    "wrapped": _wrapped,
    "no_break_spaces": _replace(" ", "\u00a0"),
    "thin_spaces": _replace(" ", "\u2009"),
    "zero_width": _inserted("\u200b"),
    "soft_hyphens": _inserted("\u00ad"),
    "bidi_marks": _inserted("\u200e"),
    "decomposed": lambda text, _: unicodedata.normalize("NFD", text),
    "compatibility": lambda text, _: unicodedata.normalize("NFKC", text),
    "straight_quotes": _replace("[\u201c\u201d]", '"'),
    "straight_apostrophes": _replace("[\u2018\u2019]", "'"),
    "curly_apostrophes": _replace("(?<=\\w)'(?=\\w)", "\u2019"),
    "en_dashes": _replace("[-\u2014]", "\u2013"),
    "hard_hyphens": _replace("[-\u2013]", "\u2011"),
    "broken_at_hyphen": _broken_at_hyphen,
    "entities": _entities,
    "bold": _emphasised("**"),
    "italic": _emphasised("_"),
    "code": _emphasised("`"),
    "misread_1252": _misread("cp1252"),
    "misread_latin1": _misread("latin-1"),
    "misread_1250": _misread("cp1250"),
    "misread_1251": _misread("cp1251"),
    "misread_1253": _misread("cp1253"),
    "misread_1256": _misread("cp1256"),
    "misread_437": _misread("cp437"),
    "misread_850": _misread("cp850"),
    "misread_mac": _misread("mac_roman"),
    "no_separators": _replace(r"(?<=\d),(?=\d{3}\b)", ""),
    "no_commas": _replace(r"(?<!\d),|,(?!\d)", ""),
    "no_final_mark": _replace(r"[.!?\"'\u201d]+$", ""),
    "in_quotes": lambda text, _: f'"{text}"',
    "in_curly_quotes": lambda text, _: f"\u201c{text}\u201d",
    "dots_around": lambda text, _: f"... {text}...",
    "ellipsis": _elided("..."),
    "ellipsis_mark": _elided("\u2026"),
    "ellipsis_brackets": _elided("[...]"),
    "ellipsis_mark_parentheses": _elided("(\u2026)"),
    "ellipsis_spaced": _elided(". . ."),
    "slip_lost": _slip("lost"),
    "slip_doubled": _slip("doubled"),
    "slip_swapped": _slip("swapped"),
    "slip_cut": _slip("cut"),
}

FALSE: Mapping[str, Edit] = {
    **{f"other_{name}": _swap_word(words) for name, words in _CHANGED.items()},
    "other_digit": _changed_digit,
    "other_name": _foreign_name,
    "other_letter_in_name": _other_letter_in_name,
    "dropped_word": _dropped_word,
    "negated": _added("not"),
    "denied": _added("never"),
    "hedged": _added("reportedly"),
    "swapped_neighbours": _swapped_neighbours,
    "invented_tail": _invented_tail,
    "invented_head": _invented_head,
    "halves_joined": _halves_joined,
}
