"""News of places that do not exist: text from a word model with a seed, and quotes from it."""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from random import Random

from benchmarks.peers.child import Span

_ONSETS = "b br d dr f g gr h k kr l m n p pr r s sh st t tr v z".split()
_VOWELS = "a e i o u a e o ai ou".split()
_CODAS = "n r l m s t k nd rt lm".split()
_NOUNS = (
    "army brigade convoy militia government council ministry village bridge airport border harbour"
    " ceasefire offensive shelling hospital school market refinery warehouse checkpoint prison"
    " spokesman commander governor resident witness observer correspondent delegation statement"
    " truce evacuation ammunition artillery helicopter pipeline railway province suburb hillside"
).split()
_ADJECTIVES = (
    "northern southern eastern western local armed foreign heavy medical humanitarian strategic"
    " military provincial mountainous abandoned besieged coastal neighbouring former joint senior"
    " temporary independent industrial diplomatic damaged crowded remote"
).split()
_DEEDS = (
    "advanced towards;withdrew from;reinforced;inspected;condemned;evacuated;surrounded;crossed;"
    "repaired;reopened;bombarded;negotiated with;promised to protect;closed;searched;attacked;"
    "returned to;delivered supplies to;denied having entered;took control of;lost contact with"
).split(";")
_JOINS = ", while ;, and ; after ; because ; although ; as ;, but ; before ".split(";")
_SAID = "said;told reporters;confirmed;announced;wrote in a statement;added".split(";")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October".split()
_COUNTED = "people families soldiers fighters vehicles prisoners houses rockets buses".split()
_WORD = re.compile(r"\S+")
_LONG = re.compile(r"(?<![\w'-])[a-z]{8,}(?![\w'-])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class News:
    """A text and the spans of its sentences."""

    text: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to find, and where they were taken from."""

    text: str
    span: Span


def write_news(words: int, seed: int) -> News:
    """Write about so many words; the vocabulary grows with the text, as it does in real news."""
    random = Random(seed)
    parts: list[str] = []
    sentences: list[Span] = []
    at = written = 0
    while written < words:
        sentence = _sentence(random)
        sentences.append((at, at + len(sentence)))
        gap = "\n\n" if random.random() < 0.3 else " "
        parts += (sentence, gap)
        at += len(sentence) + len(gap)
        written += sentence.count(" ") + 1
    return News("".join(parts).rstrip(), tuple(sentences))


def take_quotes(news: News, count: int, seed: int) -> list[Quote]:
    """Take quotes evenly from a text, in its order: each second one with one letter changed.

    Each other pair is a whole sentence, the rest 6 to 12 words out of one.
    """
    random = Random(seed)
    known = frozenset(_LONG.findall(news.text))
    quotes: list[Quote] = []
    for number in range(count):
        place = number * len(news.sentences) // count
        quotes.append(_quote(news, place, random, known, number))
    return quotes


def slip(words: str, random: Random, known: Set[str]) -> str | None:
    """Change one letter of one long lower-case word into a word that is not `known`, if any can."""
    long = [match.span() for match in _LONG.finditer(words)]
    for start, end in random.sample(long, len(long)):
        at = random.randrange(start + 2, end - 2)
        written = words[start:at] + random.choice(_LETTERS) + words[at + 1 : end]
        if written != words[start:end] and written not in known:
            return words[:start] + written + words[end:]
    return None


def _quote(news: News, place: int, random: Random, known: Set[str], number: int) -> Quote:
    """The quote of this number out of the sentence at this place, or the next that gives one."""
    for start, end in news.sentences[place:] + news.sentences[:place]:
        words = [match.span() for match in _WORD.finditer(news.text, start, end)]
        if number % 4 > 1 and len(words) > 6:
            first = random.randrange(len(words) - 6)
            last = min(first + random.randrange(6, 13), len(words)) - 1
            start, end = words[first][0], words[last][1]
        said = news.text[start:end]
        written = slip(said, random, known) if number % 2 else said
        if written is not None and news.text.count(said) == 1:
            return Quote(written, (start, end))
    raise ValueError("the text is too short for this many quotes")


def _sentence(random: Random) -> str:
    clauses = [_clause(random)]
    while random.random() < 0.4 and len(clauses) < 4:
        clauses += (random.choice(_JOINS), _clause(random))
    said = "".join(clauses)
    if random.random() < 0.3:
        said += f", {_person(random)} {random.choice(_SAID)}"
    return said[0].upper() + said[1:] + "."


def _clause(random: Random) -> str:
    who = random.choice((_person, _thing, _thing, _many))(random)
    clause = f"{who} {random.choice(_DEEDS)} {_thing(random)}"
    if random.random() < 0.5:
        clause += f" {random.choice((_where, _when))(random)}"
    return clause


def _thing(random: Random) -> str:
    adjective = f"{random.choice(_ADJECTIVES)} " if random.random() < 0.5 else ""
    noun = _rare(random) if random.random() < 0.2 else random.choice(_NOUNS)
    of = f" of {_rare(random).title()}" if random.random() < 0.3 else ""
    return f"the {adjective}{noun}{of}"


def _many(random: Random) -> str:
    about = random.choice(("", "", "more than ", "at least ", "about "))
    return f"{about}{random.randrange(2, 4000):,} {random.choice(_COUNTED)}"


def _person(random: Random) -> str:
    return f"{_rare(random).title()} {_rare(random).title()}"


def _where(random: Random) -> str:
    return f"{random.choice(('near', 'in', 'outside', 'north of'))} {_rare(random).title()}"


def _when(random: Random) -> str:
    day = f"{random.randrange(1, 31)} {random.choice(_MONTHS)}"
    return f"on {random.choice((*_DAYS, day))}"


def _rare(random: Random) -> str:
    """A word of an open vocabulary: few are frequent, most are rare."""
    return _invented(int(40 * random.paretovariate(0.7)) % 10**9)


def _invented(rank: int) -> str:
    random = Random(rank)
    pick: Callable[[list[str]], str] = random.choice
    syllables = [pick(_ONSETS) + pick(_VOWELS) for _ in range(random.choice((2, 3, 3, 4)))]
    return "".join(syllables) + pick(_CODAS)
