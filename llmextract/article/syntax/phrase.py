"""Phrases on the way from a word to what governs it: what one look tells, without climbing on."""

from dataclasses import dataclass, field
from typing import Final

from llmextract.article.syntax import governing as lists
from llmextract.article.syntax import grammar
from llmextract.article.syntax.governing import Force
from llmextract.article.syntax.verbs import VERBS
from llmextract.article.times.words import WEEKDAYS

# Words that a phrase, and a clause, may put between a governor and what it governs.
REACH: Final = 14
CLAUSE: Final = 30

_BEHIND_VERBS: Final = grammar.words_of("from to into with on back out up off again")
_PARTS_VERBS: Final = grammar.MARKS | grammar.CLAUSES | grammar.CONJUNCTIONS | {"that"}
_PARTICLES: Final = grammar.words_of("off out up down away")
_WHEN: Final = grammar.words_of("this last next earlier") | WEEKDAYS.keys()
_OPENS_SPEECH: Final = grammar.words_of("that said say says who which whose")
_CLOSING: Final = grammar.BREAKS | grammar.CONDITIONS | {",", "that"}

Noted = tuple[Force, int, int]


@dataclass
class Climb:
    """The words, what was found so far (a force and its first and last word), the steps left."""

    words: tuple[str, ...]
    found: list[Noted] = field(default_factory=list[Noted])
    steps: int = 16

    def spend(self) -> bool:
        """Take one of the steps left; a sentence without end ends here."""
        self.steps -= 1
        return self.steps >= 0

    def at(self, place: int) -> str:
        """The word at a place; "" outside the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def note(self, force: Force, first: int, last: int | None = None) -> None:
        """Keep what governs."""
        self.found.append((force, first, first if last is None else last))

    def left_of(self, place: int) -> int:
        """The place of the next word to the left that is neither an adverb nor a quote."""
        place -= 1
        while place >= 0 and (
            grammar.is_adverb(self.words[place]) or self.words[place] in grammar.QUOTES
        ):
            place -= 1
        return place


def is_noun(c: Climb, head: int) -> bool | None:
    """Whether a word stands as a noun here, or as a verb; None where either may be."""
    word, place = c.words[head], c.left_of(head)
    left = c.at(place)
    gerund = grammar.is_gerund(word)
    inflected = gerund or grammar.is_past(word)
    if left in grammar.NOT and c.at(c.left_of(place)) in grammar.BE:
        return not inflected
    if left in grammar.BE or left in grammar.HAVE:
        return not inflected
    if left in grammar.MODALS or left in grammar.DO or left in grammar.NOT:
        return False
    if left == "to":
        before = c.left_of(place)
        takes_noun = c.at(before) in lists.TO_NOUN and not _is_due(c, before, head)
        nominal = gerund or not grammar.is_base(word) or takes_noun
        return nominal and not grammar.is_past(word)
    if left in grammar.DETERMINERS or left == "no" or left.isdigit():
        return left not in grammar.PRONOUNS or not grammar.is_past(word)
    if gerund and left in grammar.CONJUNCTIONS:
        return None
    if left in grammar.PRONOUNS or inflected:
        return False
    return True if left in grammar.PREPOSITIONS else None


def _is_due(c: Climb, place: int, head: int) -> bool:
    """Whether a verb is due: "is due to withdraw from", not "the delay is due to fire"."""
    if c.words[place] != "due" or c.at(c.left_of(place)) not in grammar.BE:
        return False
    verb, following = c.words[head], c.at(head + 1)
    return verb in lists.HAPPENING or following in _BEHIND_VERBS or _takes_words(following)


def _takes_words(following: str) -> bool:
    """Whether a word behind what may be a verb begins its object."""
    known = following in grammar.DETERMINERS or following in grammar.OBJECT_PRONOUNS
    return known or grammar.is_open(following)


def ends_verb(c: Climb, place: int) -> bool:
    """Whether a past form is the verb before an infinitive: "managed to", not "the accused to"."""
    word = c.words[place]
    if not grammar.is_past(word) or word in grammar.ADJECTIVES:
        return False
    return c.at(c.left_of(place)) not in grammar.DETERMINERS


def sent_for(c: Climb, last: int, to: int) -> int | None:
    """Where words begin by which an infinitive behind `last` is a purpose, or None.

    "Was sent to storm the hill", "sent them to storm it", "on their way to attack", "so as to".
    """
    word, near = c.at(last), (last - 1, last - 2)
    if word == "as" and c.at(last - 1) == "so":
        return last - 1
    if word == "," and c.at(to + 1) == "be" and grammar.is_past(c.at(to + 2)):
        return to  # "booked a truck, to be picked up at noon"
    if word in lists.ON_WAY:
        return next((at for at in near if c.at(at) in ("on", "en")), None)
    following = c.at(to + 2)
    if lists.SENDING.isdisjoint(c.words) or following in _WHEN or not _takes_words(following):
        return None  # "sent to trial this week"
    for at in range(last, max(-1, last - REACH), -1):
        word = c.words[at]
        if word in lists.SENDING:
            return at
        closes = word in grammar.AUXILIARIES or word in grammar.CLAUSES or word in _CLOSING
        if closes or (grammar.is_past(word) and word not in grammar.ADJECTIVES):
            return None  # "soldiers sent to Dorva managed to"
    return None


def joins_verbs(c: Climb, place: int, head: int) -> bool:
    """Whether "and" before a word that may be noun or verb seems to join verbs."""
    if c.at(place) not in grammar.CONJUNCTIONS and c.at(place) != ",":
        return False
    following, before = c.at(head + 1), c.at(c.left_of(place - 1))
    return (
        grammar.is_gerund(c.words[head])
        or following in grammar.DETERMINERS
        or following in _PARTICLES
        or following[:1].isdigit()
        or following in grammar.OBJECT_PRONOUNS
        or following in grammar.CONJUNCTIONS
        or following == ","
        or before == "to"
        or before in grammar.MODALS
        or c.words[head] in VERBS
    )


def takes_object(c: Climb, place: int) -> bool:
    """Whether an object and an infinitive may follow: "urged Turkey to", "efforts by Turkey to"."""
    if is_noun(c, place):
        return c.at(place + 1) in ("by", "for", "from", "on", "upon", "of")
    return True


def takes_clause(c: Climb, place: int) -> bool:
    """Whether a clause without "that" may follow: "denied rebels had left", not "was denied"."""
    return (
        c.at(place + 1) != "to"
        and c.at(place + 1) not in grammar.PREPOSITIONS
        and c.at(c.left_of(place)) not in grammar.BE | grammar.DETERMINERS
    )


def opens_clause(c: Climb, place: int, head: int) -> bool:
    """Whether the word before what looks like a noun phrase opens a clause with `head` its verb."""
    word, following = c.at(place), c.at(head + 1)
    if word == "that":
        return not (grammar.is_past(following) or following in grammar.AUXILIARIES)
    return word in grammar.MODALS or word in grammar.DO or word in ("case", "event")


def is_infinitive(word: str) -> bool:
    """Whether a word behind "to" may be a verb, its past form or not: "is to shut a mill and"."""
    return word in grammar.UNCHANGED or (grammar.is_base(word) and grammar.is_open(word))


def condition_before(c: Climb, head: int) -> int | None:
    """Where a condition opens whose only verb a word is: "if the dam in Dorva [fails], "."""
    word, following = c.words[head], c.at(head + 1)
    if following and following not in grammar.MARKS | grammar.DETERMINERS:
        return None
    if not (word.endswith("s") or grammar.is_base(word)):
        return None
    has_phrase, is_one = False, word.endswith("s")
    has_plural = False
    for at in range(head - 1, max(-1, head - CLAUSE), -1):
        word = c.words[at]
        if word in grammar.CONDITIONS:
            return at if has_phrase and has_plural is not is_one else None
        if word in _PARTS_VERBS or word in grammar.AUXILIARIES or grammar.is_past(word):
            return None
        has_phrase = has_phrase or word in grammar.PREPOSITIONS
        has_plural = has_plural or (word.endswith("s") and not word.endswith(("ss", "us")))
    return None


def stands_alone(c: Climb, place: int) -> bool:
    """Not "in the case of", where "in case of" would be a condition."""
    return c.words[place] != "case" or c.at(place - 1) == "in"


def negate(c: Climb, place: int) -> None:
    """Note a negation, but not in "not only" or "not until"."""
    if c.at(place + 1) in lists.ONLY or "until" in c.words[place:]:
        return  # "did not fall until Friday": it fell
    # "Whether or not they attack" leaves it open.
    c.note(Force.CONDITION if c.at(place - 1) == "or" else Force.NEGATION, place)
    if c.words[place] == "cannot":
        c.note(Force.MODALITY, place)


def modal(c: Climb, place: int, head: int) -> None:
    """Note a modal, but not where it tells what was: "could be heard", "would later capture"."""
    between = c.words[place + 1 : head]
    perceived = c.words[head] in lists.PERCEIVED and c.words[place] in ("could", "can")
    past = c.words[place] == "would" and not lists.LATER.isdisjoint(between)
    inferred = c.words[place] == "must" and "have" in between
    if not (perceived or past or inferred):
        c.note(Force.MODALITY, place)


def ensue(c: Climb, comma: int) -> None:
    """Note the modal of a clause for what ensues behind it: "could worsen, leading to strikes"."""
    for at in range(comma - 1, max(-1, comma - REACH), -1):
        word = c.words[at]
        if word in grammar.MODALS:
            if c.at(at + 1) != "have" and grammar.NOT.isdisjoint(c.words[at:comma]):
                modal(c, at, at + 1)
            return
        if word in _CLOSING or word in grammar.CLAUSES or word in grammar.CONJUNCTIONS:
            return


def deny(c: Climb, place: int) -> None:
    """Note a "no", but not in "no doubt" or "no fewer than"."""
    if c.at(place + 1) not in lists.NO_DOUBT:
        c.note(Force.NEGATION, place)


def inversion(c: Climb, place: int) -> None:
    """An auxiliary before its subject: "had rebels attacked", "nor did they attack"."""
    word, before = c.words[place], c.at(place - 1)
    opens = before in ("", "and", "but", "—", "–") or before in grammar.OPENERS
    if before == "that":  # "said that not a single soldier had died"
        opens = word == "not" and c.at(place + 1) in ("a", "an", "one")
    if before in ("nor", "neither", "never", "nowhere") or (word in grammar.NOT and opens):
        # "not only did they", "not one but two bombs"
        if c.at(place + 1) not in ("only", "just") and "but" not in c.words[place : place + 4]:
            c.note(Force.NEGATION, place)
    elif (word in grammar.DO | grammar.MODALS or word == "had") and (
        (c.at(place - 2) == "no" and before != "sooner")
        or (before == "once" and c.at(place - 2) == "not")
    ):
        c.note(Force.NEGATION, place - 2)  # "at no point did they", "not once had they"
    elif opens and word in ("were", "had") and grammar.is_past(c.at(place + 1)):
        return  # "rebels, many of them boys, were killed"
    elif opens and word in ("should", "were", "had"):
        c.note(Force.CONDITION, place)
    elif opens and word in grammar.MODALS:
        c.note(Force.MODALITY, place)


def wanting(c: Climb, enough: int) -> int | None:
    """The "not" by which something is not enough for what follows: "did not do enough to stop".

    Or the "too" by which it is more than enough: "too weak to attack", not "only too glad to help".
    """
    if c.at(enough - 1) == "too" and c.words[enough] not in lists.FACTIVE | lists.RASH:
        return enough - 1
    if c.at(enough) != "enough":
        return None
    for at in range(enough - 1, max(-1, enough - REACH), -1):
        word = c.words[at]
        if word in grammar.NOT:
            return at
        if word in grammar.CLAUSES or word in grammar.CONJUNCTIONS or word in _CLOSING:
            return None
    return None


def is_nearly(c: Climb, place: int) -> bool:
    """Whether a word before a verb says that it was not quite so: "almost", "all but captured"."""
    if c.words[place] == "but":
        # What "was all but destroyed" was damaged.
        return c.at(place - 1) == "all" and c.at(place - 2) not in grammar.BE
    return c.words[place] in lists.NEARLY and not grammar.is_adverb(c.words[place + 1])


def is_dropped(c: Climb, verb: int) -> bool:
    """Whether a verb drops its object with the word behind it: "ruled out", "put off"."""
    word, behind = c.words[verb], c.at(verb + 1)
    if word in ("put", "puts", "putting"):
        return behind == "off"
    return behind in ("out", "off") and word[:4] in ("rule", "ruli", "call")


def refuted(c: Climb, noun: int) -> None:
    """Note what is said of claims behind all that they say: "claims that ... are false"."""
    if c.words[noun] not in lists.CLAIMS:
        return
    for at in range(noun + 2, len(c.words)):
        word = c.words[at]
        if word in grammar.BREAKS or word in grammar.CONJUNCTIONS or word in _OPENS_SPEECH:
            return
        if word in lists.UNTRUE and c.at(c.left_of(at)) in grammar.BE | {"proved", "proven"}:
            c.note(Force.NEGATION, at)
            return


def before_insertion(c: Climb, place: int) -> int:
    """The place before what commas or dashes set off; -1 where none opens it."""
    opening = "(" if c.words[place] == ")" else c.words[place]
    for at in range(place - 1, max(-1, place - CLAUSE), -1):
        if c.words[at] == opening:
            return at - 1
    return -1


def noun_phrase(c: Climb, head: int) -> tuple[int, bool | None]:
    """The place before a noun phrase, noting what its own adjectives and determiner say."""
    place, definite, opened = head - 1, None, 0
    while place >= 0 and opened < 6:
        word = c.words[place]
        if word in lists.ADJECTIVAL:
            # "In the strongest possible terms" doubts nothing.
            if not (word == "possible" and c.at(place - 1).endswith("st")):
                c.note(lists.ADJECTIVAL[word], place)
        elif word in ("no", "neither"):
            deny(c, place)
            definite = False
        elif word == "'s" and c.at(place - 2) == "next" and c.at(place - 3) != "the":
            c.note(Force.INTENTION, place - 2, place)  # "next week's summit"
        elif word in grammar.DETERMINERS or word == "'":
            definite = definite or word in grammar.DEFINITE or word == "'"
            if word not in ("'s", "'", "all", "both"):
                place -= 1
                break
        elif _ends_phrase(c, place):
            break
        elif grammar.is_open(word):
            opened += 1
        place -= 1
    return place, definite


_TAKING: Final = (
    lists.REALISING
    | lists.BRINGING
    | lists.FAILED_OBJECT
    | lists.DENIED_OBJECT
    | lists.DEMANDED_OBJECT
    | lists.INTENDED_OBJECT
    | lists.BEARING
)


def _ends_phrase(c: Climb, place: int) -> bool:
    word = c.words[place]
    if word in grammar.QUOTES or word == "-":
        return False
    if not grammar.is_open(word):
        return not grammar.is_adverb(word)
    if word.isdigit() or word in grammar.ADJECTIVES or c.at(place - 1) in grammar.DETERMINERS:
        return False
    return grammar.is_past(word) or word in _TAKING
