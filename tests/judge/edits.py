"""Edits of a string of an article that make something else of what it says.

An edit gives every variant it can make, in a fixed order; whoever uses it drops what is true.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

Edit = Callable[[str], Iterator[str]]

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_ALNUM = re.compile(r"[^\W_]+")
_WIDE = {ord("0") + n: 0xFF10 + n for n in range(10)}
_ARABIC = {ord("0") + n: 0x0660 + n for n in range(10)}
_DIGITS = re.compile(r"\d+")
_GROUPS: Mapping[str, str] = {
    "direction": "north|south|east|west|northeast|northwest|southeast|southwest"
    " northern|southern|eastern|western|central",
    "day or month": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday"
    " midnight|noon|dawn previous|next|following last|coming",
    "unit": "kilometers|miles|meters|feet hours|days|weeks|minutes families|people|soldiers"
    " cities|districts towns|camps villages|bases",
    "number word": "two|three|four|twelve several|seven|dozens|numerous|many|few one|six"
    " dozens|hundreds|thousands three|nine second|third fourth|fifth",
    "antonym": "advancing|retreating increase|reduce capture|lose captured|lost|liberated"
    " capturing|losing launched|cancelled violent|peaceful strengthen|weaken internal|external"
    " support|opposition supported|opposed preparing|refusing before|after fierce|sporadic"
    " permanent|temporary close|distant deployed|withdrawn received|refused|sent largest|smallest"
    " significant|minor strategic|worthless allied|rival control|abandon controls|lost"
    " condemn|praise comprehensive|partial encircle|leave approached|left regained|lost"
    " sending|recalling destroyed|spared displaced|sheltered recent|ancient direct|indirect"
    " positioned|stationed troops|medics rebel|government",
    "synonym": "clashes|fights airstrikes|bombardments said|claimed|announced stated|warned"
    " reported|denied|confirmed report|deny states|jokes told|asked alleged|proved"
    " concluded|joked groups|gangs fighters|terrorists forces|militias army|police towns|hamlets"
    " region|republic countryside|suburbs city|village president|king minister|general"
    " spokesperson|chief agency|tribunal neutralized|killed|wounded armed|unarmed troops|tanks"
    " advisor|envoy crisis|war attack|coup confirmed|rumoured considered|called",
    "modal": "could|will|must|has will|might would|will have|had are|were were|are|will aims|swore"
    " request|threat if|because when possible|certain hope|know doubt|proof",
    "hedge": "reportedly|allegedly|undoubtedly|officially alleged|proven could|should",
}
_NAMES: Mapping[str, str] = {
    "country": "Iran/Iraq/Qatar Russia/Belarus/China Syria/Lebanon Ukraine/Poland Turkey/Greece"
    " Iranian/Israeli/Saudi Russian/Ukrainian/Chinese Syrian/Jordanian UK/US",
    "place": "Hama/Raqqa/Deraa Aleppo/Mosul Idlib/Palmyra Damascus/Baghdad Halfaya/Kafranbel"
    " Mardes/Suran Taybet/Tel Zine/Qasr Moscow/Minsk Tehran/Riyadh",
    "group": "HTS/ISIS/YPG IS/PKK SOHR/SNHR/OCHA SANA/TASS/AFP Hayat/Jabhat Observatory/Commission"
    " Novosti/Vesti Islamist/Communist Islamic/Kurdish 25th/4th",
    "person": "Abbas/Mahmoud Iraqichi/Raisi Bashar/Maher Assad/Makhlouf Maria/Svetlana"
    " Zakharova/Peskova Mohsen/Hassan Komei/Rezai Khamenei/Khomeini She/He she/he",
    "office": "President/Premier Minister/Marshal Deputy/Acting Foreign/Defence spokesperson/deputy"
    " Ministry/Academy",
}
# Words whose loss makes what was reported a fact, or a part the whole.
_HEDGES = frozenset(
    "reportedly allegedly could would may might reported if possible recently succeeded aims"
    " consider considered trying hope deputy radical some most much nearby allied".split()
)
_NEGATIONS = frozenset("not no without never nor".split())
_QUALIFIERS = (
    "more than", "less than", "fewer than", "at least", "at most", "up to", "nearly",
    "approximately", "exactly", "only", "as many as", "no more than",
)  # fmt: skip


@cache
def words(text: str) -> str:
    """The words and figures of a text, folded and without marks, a space around each."""
    plain = text.replace("โ€™", "’").casefold()  # seed 004, read as code page 874
    return f" {' '.join(_ALNUM.findall(plain))} "


def _matching(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _swapping(rows: str, between: str, *, cased: bool = False) -> Edit:
    """An edit that puts another word of a row for each word that stands in it."""
    table: dict[str, list[str]] = {}
    for row in rows.split():
        options = row.split(between)
        for option in options:
            table.setdefault(option, []).extend(other for other in options if other != option)

    def edit(text: str) -> Iterator[str]:
        for match in _WORD.finditer(text):
            stem = match[0].removesuffix("’s").removesuffix("'s")
            for new in table.get(stem if cased else stem.casefold(), ()):
                put = new if cased else _matching(new, stem)
                yield text[: match.start()] + put + text[match.start() + len(stem) :]

    return edit


def _without(chosen: Callable[[str], bool], *, inside: bool) -> Edit:
    """An edit that leaves out one word; `inside`: neither the first nor the last."""

    def edit(text: str) -> Iterator[str]:
        parts = text.split(" ")
        for place, part in enumerate(parts[1:-1] if inside else parts, 1 if inside else 0):
            if chosen(part.strip(".,“”\"'’()…").casefold()) and len(parts) > 1:
                yield " ".join(parts[:place] + parts[place + 1 :])

    return edit


def _wrapping(*forms: str) -> Edit:
    def edit(text: str) -> Iterator[str]:
        lowered = text[:1].lower() + text[1:] if text[1:2].islower() else text
        for form in forms:
            yield form.format(lowered if not form.startswith("{}") else text)

    return edit


def _inserting(*inserted: str) -> Edit:
    """An edit that puts each word between two words, at the first, a middle and the last gap."""

    def edit(text: str) -> Iterator[str]:
        parts = text.split(" ")
        gaps = sorted({1, len(parts) // 2, len(parts) - 1} - {0}) if len(parts) > 1 else []
        for word in inserted:
            for gap in gaps:
                yield " ".join([*parts[:gap], word, *parts[gap:]])

    return edit


def _negation_lifted(text: str) -> Iterator[str]:
    for old, new in (("without", "with"), ("no doubt", "some doubt"), ("not", "now")):
        changed = re.sub(rf"\b{old}\b", new, text, count=1)
        if changed != text:
            yield changed


def _letters(text: str) -> Iterator[str]:
    """One letter of a name changed, lost, doubled, or the name cut short."""
    for match in _WORD.finditer(text):
        name = match[0]
        if not name[0].isupper() or len(name) < 3 or not name.isascii() or not name.isalpha():
            continue
        vowel = next((n for n, c in enumerate(name) if c in "aeiou"), 1)
        other = {"a": "o", "e": "i", "i": "u", "o": "a", "u": "e"}.get(name[vowel], "X")
        for new in (
            name[:vowel] + other + name[vowel + 1 :],
            name[:-1],
            name[0] + name[2] + name[1] + name[3:] if name[1] != name[2] else name[0] + name[3:],
            name + ("s" if name[-1] != "s" else "is"),
            {"H": "K", "S": "Z"}.get(name[0], "B") + name[1:],
            name[:vowel]
            + {"a": "ä", "e": "é", "i": "ï", "o": "ø"}.get(name[vowel], "ß")
            + name[vowel + 1 :],
        ):
            yield text[: match.start()] + new + text[match.end() :]


def _reordered(text: str) -> Iterator[str]:
    parts = text.split(" ")
    for n in range(len(parts) - 1):
        yield " ".join([*parts[:n], parts[n + 1], parts[n], *parts[n + 2 :]])
    if len(parts) > 3:
        middle = len(parts) // 2
        yield " ".join(parts[middle:] + parts[:middle])
        yield " ".join(reversed(parts))


def _bent(text: str) -> Iterator[str]:
    """Another form of the verb, far enough from the true one to be no slip of the pen."""
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.islower():
            continue
        if word.endswith("ed") and len(word) > 5:
            bent = (word[:-2] + "ing", f"will {word[:-1]}", f"re{word}")
        elif word.endswith("ing") and len(word) > 6:
            bent = (word[:-3] + "ed", f"stopped {word}", f"un{word}")
        else:
            continue
        for new in bent:
            yield text[: match.start()] + new + text[match.end() :]


def _digits(text: str) -> Iterator[str]:
    """Another figure of about the same look: a digit changed, lost, added, or marks put inside."""
    for match in _DIGITS.finditer(text):
        old = match[0]
        head, tail = text[: match.start()], text[match.end() :]
        changed = [
            old[:-1] + str((int(old[-1]) + 3) % 10),
            str(int(old[0]) % 9 + 1) + old[1:],
            old + "0",
            "1" + old,
            f"{old},000",
            f"{old}.5",
            f"-{old}",
            f"{old}%",
            f"{old} thousand",
            f"{old} million",
        ]
        if len(old) > 1:
            changed += [
                old[:-1],
                old[1:].lstrip("0") or "0",
                f"{old[:-1]}.{old[-1]}",
                f"{old[0]},{old[1:]}",
                old[::-1],
                f"{old[0]} {old[1:]}",
                old.replace("0", "O"),
            ]
        changed += [f"{old}²", changed[0].translate(_WIDE), changed[1].translate(_ARABIC)]
        for new in changed:
            yield head + new + tail


def _qualified(text: str) -> Iterator[str]:
    """Another qualifier before a figure, or one where there was none."""
    own = next((q for q in _QUALIFIERS if text.casefold().startswith(f"{q} ")), "")
    bare = text[len(own) :].lstrip()
    yield from (f"{qualifier} {bare}" for qualifier in _QUALIFIERS if qualifier != own)
    yield f"{bare} or more"
    yield f"{bare} percent"
    yield f"{bare} to 900"


def _measured(text: str) -> Iterator[str]:
    swapped = re.sub(r"(\w+) \((\d+) (\w+)\)", r"\3 (\2 \1)", text)
    if swapped != text:
        yield swapped
    match = re.search(r"(\d+) to (\d+)", text)
    if match:
        for new in (f"{match[2]} to {match[1]}", match[1] + match[2], f"{match[1]} and {match[2]}"):
            yield text[: match.start()] + new + text[match.end() :]


def _each(*edits: Edit) -> Edit:
    def edit(text: str) -> Iterator[str]:
        for one in edits:
            yield from one(text)

    return edit


WORD_EDITS: Mapping[str, Edit] = {
    **{kind: _swapping(rows, "|") for kind, rows in _GROUPS.items()},
    "name": _each(*(_swapping(rows, "/", cased=True) for rows in _NAMES.values())),
    "letter of a name": _letters,
    "negation put in": _each(
        _inserting("not", "never", "no longer"), _wrapping("no {}", "did not {}", "failed to {}")
    ),
    "negation taken out": _each(
        _without(lambda word: word in _NEGATIONS, inside=True), _negation_lifted
    ),
    "hedge put in": _each(
        _inserting("possibly", "almost", "reportedly"), _wrapping("alleged {}", "would have {}")
    ),
    "hedge taken out": _without(lambda word: word in _HEDGES, inside=True),
    "word taken out": _without(lambda word: word not in _HEDGES | _NEGATIONS, inside=True),
    "word put in": _inserting("heavily", "and", "former", "pro-Kurdish"),
    "head put on": _wrapping("heavily {}", "former {}", "the capital {}", "Kurdish {}", "anti-{}"),
    "tail put on": _wrapping("{} forces in Kobani", "{}, killing 12", "{} yesterday", "{}ville"),
    "order": _reordered,
    "digit": _digits,
    "tense": _bent,
}
"""Edits of words by what they change."""

NUMBER_EDITS: Mapping[str, Edit] = {
    "digit": _digits,
    "qualifier": _qualified,
    "number word": WORD_EDITS["number word"],
    "unit": _each(WORD_EDITS["unit"], _measured),
    "thing": _wrapping("{} tanks", "{} civilians killed"),
}
"""Edits of a figure in words."""
