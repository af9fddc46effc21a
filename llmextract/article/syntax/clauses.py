"""The clauses of one sentence that are sure to have a subject and a finite verb of their own.

No grammar is parsed. A sentence is cut only at a semicolon, at a conjunction or behind an opening
subordinate clause, and only where a subject and a finite verb follow at once and the part before
has a verb too. Whatever is unsure stays in one clause: two words in different clauses really have
different subjects. Relative, participial and reported clauses stay with what they belong to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from llmextract.article.location import Range
from llmextract.article.syntax import clausal as lists

Joint = Literal["opening", "parallel", "linked"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause by half-open code-point offsets into its sentence, and how it is joined.

    `joint` says what joins it to the clause before: `parallel` ("and", "but", "while", a
    semicolon) sets two things side by side, `linked` ("after", "because") makes one the setting of
    the other. `subject` is None where the clause does not start with one.
    """

    start: int
    end: int
    joint: Joint
    subject: Range | None


_CONTRACTED: Final = re.compile(r"n['’]t\Z|\A(?:i|you|he|she|it|we|they|there|that)['’]\w", re.I)
_MOST_WORDS: Final = 12
_MOST_CLAUSES, _FRONTED = 24, 60
_LIST_LOOK_BACK: Final = 60
_SEMICOLON: Final = re.compile(r";\s*")
_COMMA: Final = re.compile(r",\s+")
_ASIDE: Final = re.compile(r",\s(?:who|which|whose|where)\b[^,;]*(?:,|$)")


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_JOINT: Final = re.compile(rf"\s(?P<word>{_any_of(lists.PARALLEL | lists.LINKED)})\s")
_BREAK: Final = re.compile(r"(?:[,–—]|--)[\"”’]?\Z")
_OPENER: Final = re.compile(
    rf"\W{{0,3}}(?P<word>{_any_of((lists.BARE | lists.LINKED) - {'but', 'so'})})\s", re.IGNORECASE
)
_SINGULAR: Final = re.compile(r"\s+(?:was|is|has)\s")  # not "Smith and Roe were"
_AMOUNTS: Final = "$£€¥0123456789"
# "Fell to 22% and the Front climbed": no name goes on with a figure.
_FIGURE: Final = re.compile(r"(?:\d%?|\bper\s?cent|[mb]illion)\Z")
# "Ada Roe, his deputy, was named": between the name and its verb.
APPOSED: Final = re.compile(r",\s(?:his|her|its|their|the|an?)\s[^,;:“”\"]{2,60},(?=\s[a-z])")
Words = Sequence[re.Match[str]]


@lru_cache(maxsize=2048)
def find_clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in order; together they hold every character of it."""
    opener = _OPENER.match(sentence)
    openings = list(_openings(sentence, opener))
    if not openings or len(openings) > _MOST_CLAUSES:
        return (Clause(0, len(sentence), "opening", None),)
    first = subject_at(sentence, opener.end() if opener else 0)
    comma = _COMMA.search(sentence, 0, _FRONTED) if first is None else None
    if comma is not None and not _has_verb(sentence[: comma.start()]):
        first = subject_at(sentence, comma.end())  # "Days later, Roe was"
    starts: list[tuple[int, Joint, Range | None]] = [(0, "opening", first)]
    for start, joint, subject in openings:
        if _has_verb(sentence[starts[-1][0] : start]):
            starts.append((start, joint, subject))
    ends = [start for start, _, _ in starts[1:]] + [len(sentence)]
    return tuple(
        Clause(start, end, joint, subject)
        for (start, joint, subject), end in zip(starts, ends, strict=True)
    )


def _openings(sentence: str, opener: re.Match[str] | None) -> Iterator[tuple[int, Joint, Range]]:
    """Where a clause with its own subject and verb may start, in order."""
    found: dict[int, tuple[Joint, Range]] = {}
    for match in _SEMICOLON.finditer(sentence):
        if (subject := subject_at(sentence, match.end())) is not None:
            found[match.start()] = "parallel", subject
    for match in _JOINT.finditer(sentence):
        word = match["word"]
        pause = _BREAK.search(sentence, max(0, match.start() - 3), match.start())
        alone = pause is None and word == "and"
        after_figure = alone and _FIGURE.search(sentence, max(0, match.start() - 8), match.start())
        alone = alone and not after_figure
        bare = after_figure or (
            alone and _SINGULAR.search(sentence, match.end(), match.end() + _FRONTED)
        )
        if pause is None and word not in lists.BARE and not bare:
            continue
        start = match.start() if pause is None else pause.start()
        subject = subject_at(sentence, match.end(), apposed=True)
        if subject is None or (alone and not _SINGULAR.match(sentence, subject[1])):
            continue
        if word in ("and", "or", "nor") and _is_list(sentence, start):
            continue
        found[start] = ("linked" if word in lists.LINKED else "parallel"), subject
    if opener is not None and subject_at(sentence, opener.end()) is not None:
        for match in _COMMA.finditer(sentence):
            subject = subject_at(sentence, match.end())
            if subject is not None and _has_verb(sentence[: match.start()]):
                linked = opener["word"].lower() in lists.LINKED
                found.setdefault(match.start(), ("linked" if linked else "parallel", subject))
                break
    for start in sorted(found):
        yield start, *found[start]


def _is_list(sentence: str, comma: int) -> bool:
    """Whether the comma ends a list ("Aleppo, Hama, and Idlib were"), so that no clause starts."""
    before = sentence.rfind(",", max(0, comma - _LIST_LOOK_BACK), comma)
    return before >= 0 and not _has_verb(sentence[before + 1 : comma])


def subject_at(sentence: str, start: int, *, apposed: bool = False) -> Range | None:
    """The subject that starts at an offset, where a finite verb follows it at once.

    Where it may be `apposed`, the verb may stand behind another name of it: "Roe, his deputy, was".
    """
    words: list[re.Match[str]] = []
    for match in lists.WORD.finditer(sentence, start):
        words.append(match)
        if len(words) > _MOST_WORDS:
            break
    if not words or not opens_noun(words):
        return None
    for place, word in enumerate(words):
        if apposed and place and word.group() == "," and words[place - 1].group()[0].isupper():
            name = words[0].start(), words[place - 1].end()
            return name if _is_apposed(sentence, name) else None
        if place and (word.group().lower() in lists.RELATIVE or not word.group()[0].isalnum()):
            return None
        if _CONTRACTED.search(word.group()):
            # "they're", "can't": the verb is in the word, and a pronoun may be as well.
            return words[0].start(), words[max(0, place - 1)].end()
        if place and _is_finite(words, place):
            # "dismissed the cases and released them": the subject stands before.
            joined = words[place - 1].group().lower() in ("and", "or")
            last = words[place - 3 if _is_more_than(words, place) else place - 1]
            return None if joined else (words[0].start(), last.end())
    return None


def _is_apposed(sentence: str, name: Range) -> bool:
    """Whether a name is told again between commas, right behind which its verb follows.

    "Ada Roe, his deputy, was named"; not the list "Ada Roe, the guard, and Hale".
    """
    aside = APPOSED.match(sentence, name[1])
    if aside is None or _has_verb(aside[0]):
        return False
    verb = lists.WORD.search(sentence, aside.end())
    low = verb.group().lower() if verb is not None else ""
    return low in lists.FINITE or low in lists.FINITE_AUXILIARIES or low in lists.INTRANSITIVE


def opens_noun(words: Words) -> bool:
    """Whether a noun phrase may begin with these words."""
    low = words[0].group().lower()
    if not low[0].isalnum() or low in lists.NO_NOUN:
        return low == "that"
    if low in lists.JOINING and low != "at":
        return False
    if low.endswith("ed") and len(words) > 1:
        # "and criticized Obama": a verb, whose subject stands before; "armed groups" is a noun.
        after = words[1].group()
        return after.islower() and after not in lists.OPENS_PHRASE
    return low in lists.DETERMINERS or not low.endswith(("ing", "ly"))


def _is_more_than(words: Words, place: int) -> bool:
    """Whether "more than" stands before a verb, behind its subject: "sales more than doubled"."""
    before = [word.group().lower() for word in words[max(0, place - 3) : place]]
    return len(before) == 3 and before[1:] == ["more", "than"]


def _is_finite(words: Words, place: int) -> bool:
    low = words[place].group().lower()
    place_before = place - 2 if _is_more_than(words, place) else place
    before = words[place_before - 1].group().lower() if place else ""
    if low in lists.FINITE_AUXILIARIES:
        return before not in ("to", "not")
    if before in lists.PRONOUNS:
        return low in lists.FINITE or low.endswith("ed")
    if before in lists.DETERMINERS or before in lists.PREPOSITIONS or before in lists.BE:
        return False
    if low in lists.FINITE or low in lists.INTRANSITIVE:
        return True
    is_past = low.endswith("ed") and words[place].group()[0].islower()
    if not is_past or place + 1 >= len(words):
        return False
    # Behind a noun, a form in -ed may be a participle; with an object it is the verb.
    after = words[place + 1].group()
    if after in ("to", "by", "from") and place + 2 < len(words):
        # "climbed to 18%", "tripled to $3 million".
        return words[place + 2].group()[0] in _AMOUNTS
    if after in lists.PARTICLES and place + 2 < len(words):
        # "carried out strikes", never "strikes carried out by" or "in".
        after = words[place + 2].group()
        return after[0].isalnum() and after.lower() not in lists.JOINING
    return after[0].isupper() or after[0] in _AMOUNTS or after.lower() in lists.OPENS_OBJECT


def _has_verb(text: str) -> bool:
    words = list(lists.WORD.finditer(_ASIDE.sub(" ", text)))
    return any(
        _is_finite(words, place) or _CONTRACTED.search(words[place].group())
        for place in range(len(words))
    )
