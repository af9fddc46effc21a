"""What sort of thing a phrase names, as far as its words tell: people, a deed, a locality, or none.

The lists are closed and short: what they do not know is of no sort, and nothing is held against it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from llmextract.article.syntax import grammar
from llmextract.article.syntax.named import is_small
from llmextract.article.times.words import NUMBERS

Sort = Literal["people", "deed", "locality", "thing", "pronoun", "clause"]

# Who speaks for a body, and bodies that act as one.
OFFICES: Final = grammar.words_of(
    """
    army police government commander commanders leader leaders official officials officers minister
    ministers president spokesman spokeswoman spokesperson
    """
)
_HEADS: Final[dict[Sort, frozenset[str]]] = {
    # Those whose very name tells what befell them ("refugees", "hostages") may be an event.
    "people": OFFICES
    | grammar.words_of(
        """
        armies forces troops soldier soldiers fighter fighters rebel rebels insurgent insurgents
        militant militants militia militias militiamen gunmen jihadists terrorists personnel
        military leadership regime opposition insurgency authorities faction factions group groups
        organizations organisations allies observatory agency broadcaster newspaper sources
        residents civilians people families citizens workers women men children
        """
    ),
    # Strikes and raids kill, so that they may take part.
    "deed": grammar.words_of(
        """
        clash clashes fighting battle battles conflict war offensive offensives counteroffensive
        counterattack counterattacks violence escalation advances gains withdrawal intervention
        reconciliation success successes victory victories defeat defeats setback setbacks
        """
    ),
    "locality": grammar.words_of(
        """
        countryside countrysides province provinces city cities town towns village villages area
        areas region regions district districts suburb suburbs outskirts neighborhood neighborhoods
        neighbourhood neighbourhoods mountain mountains river road roads highway border borders
        headquarters
        """
    ),
    "thing": grammar.words_of(
        """
        position positions line lines route routes base bases airport airports airbase bridge
        bridges building buildings house houses vehicle vehicles weapon weapons ammunition supplies
        territory territories site sites lives
        """
    ),
}
# A name with a capital may be that of a band or a government: "Oklahoma City", "the Thin Line".
_CHAMBER: Final = re.compile(r"\b(?:upper|lower) houses?\b")
_LOWER: Final = frozenset({"locality", "thing"})
_THINGS: Final = _HEADS["people"] | _HEADS["locality"]
# What strikes, and what is struck with: it may take part, but it is no place.
_STRIKING: Final = grammar.inflected(
    "attack strike airstrike raid bombing shelling explosion blast ambush assault skirmish massacre"
    " killing shooting operation bomb missile rocket grenade drone weapon rifle gun mine device"
) - {"mine", "mines"} | grammar.words_of(
    "ied ieds explosives ammunition incident incidents casualties"
)
_ATTACKS: Final = grammar.words_of(
    "attack attacks strike strikes airstrike airstrikes raid raids bombing bombings shelling"
    " explosion explosions blast blasts ambush ambushes assault assaults crackdown crackdowns"
    " exercise exercises airspace"
)
_DEEDS: Final = _HEADS["deed"] | _STRIKING | _ATTACKS
_PERSONS: Final = ("men", "man", "ist", "ists", "ian", "ians")
# People by what they are or do. Unlike those above they may be the verb of something that happens.
_CALLED: Final = frozenset(
    noun + ending
    for noun in grammar.words_of(
        """
        bomber attacker protester demonstrator rioter looter student pupil teacher employee member
        guerrilla passenger driver prosecutor lawyer judge diplomat lawmaker senator mayor governor
        sailor pilot doctor nurse voter adult youth boy girl mother father brother sister daughter
        son widow husband suspect defendant victim survivor killer hijacker kidnapper migrant
        villager farmer trader shopkeeper worshipper pilgrim follower supporter backer reporter
        professor general colonel lieutenant sergeant bystander onlooker person team patrol
        committee
        """
    )
    for ending in ("", "s")
) | grammar.words_of("man woman child wife wives deputy deputies spokeswoman others")
_LEAST_PERSON: Final = 6
# "At least 20 soldiers", "in-laws": the words behind say that no place is meant.
_AT_PLACE: Final = grammar.words_of("near in at into across inside toward towards")
# Those that are no verbs in any form: "forces", "police" and "borders" may happen.
_BARE_THINGS: Final = _THINGS - grammar.words_of(
    "forces police people officers groups sources border borders suburb river road roads mountain"
    " highway rebel rebels opposition insurgency military"
)
# Before a head they only say which one: "terrorist organizations", "the surrounding province".
_WHICH: Final = grammar.ADJECTIVES | grammar.words_of(
    "surrounding neighbouring neighboring terrorist islamist jihadist communist separatist"
)
_BODIES: Final = grammar.words_of("air armed security special task peacekeeping occupation police")
# What is done about something, and names no place behind "to".
_TREATING: Final = grammar.words_of("discuss negotiate resolve restore end stop help support")
_PLACE_OF: Final = re.compile(
    r"\b(?:(?:town|village|city|district|suburb|province) of "
    r"|(?:town|village|citie|district|suburb|province)s of (?:[A-Z][\w’' -]*,? )?(?:and )?)\Z"
)
_PLACE_REACH: Final = 60
_DEED_BEHIND: Final = re.compile(r"[\"”’']\s+(?:operation|offensive|campaign)\b")
_DEED_REACH: Final = 12
_DEED_BEFORE: Final = re.compile(r"\bOperation\s+[\"“‘']?\Z")
_NATIONAL: Final = re.compile(
    r"(?: (?:and|or) [A-Z][a-z]+)?(?: [A-Z][a-z]+){0,3} (?!(?:and|or)\b)([a-z]+)"
)
# Of a nation, by its ending; before a noun they are no place: "Norlandian strikes".
_OF_NATION: Final = ("ian", "ean", "ish", "ese")
# Things and people by whose bare names nothing happens. Of those whom something befell ("victims")
# it may be told, and those that are verbs as well ("pilot", "house") are left out.
_BARE_NOUNS: Final = (
    _BARE_THINGS
    | (
        _CALLED
        - grammar.words_of(
            "victim victims survivor survivors migrant migrants suspect suspects judge judges pilot"
            " pilots doctor doctors nurse nurses father mother youth general other others follower"
        )
    )
    | grammar.words_of(
        "vehicle vehicles tanks trucks car cars boat boats plane planes jet jets aircraft"
        " helicopters building buildings apartments school schools hospital hospitals helicopter"
        " church churches mosque mosques shops factory factories bridges airport airports street"
        " streets square squares office offices bakery windows door doors roof"
        " hotel hotels week weeks month months weekend century"
    )
)
_PRONOUNS: Final = grammar.words_of("i you he she we they who me him us them hers theirs")
_SUBJECTS: Final = grammar.words_of("i you he she it we they")
_BEARERS: Final = grammar.words_of("her his their my our your its")
_BARE_NAMES: Final = grammar.words_of(
    "wounded injured displaced detained uprising gathering meeting wedding building offspring"
)
_RELATIVES: Final = grammar.words_of("where which that who whose whom when")
# With "to" or "for" behind them they say something of a noun that is not there.
_SAID_OF: Final = grammar.words_of(
    "loyal close hostile opposed related similar due next adjacent prior according subject thanks"
    " responsible able unable ready likely willing aware"
)
_SUPERLATIVES: Final = grammar.words_of(
    "largest biggest smallest greatest strongest heaviest deadliest fiercest worst latest oldest"
    " youngest highest lowest nearest closest bloodiest"
)
_WHERE: Final = grammar.words_of("in near at from to into toward towards around outside inside")
_COMPASS: Final = frozenset(
    way + ending
    for way in "north south east west northeast northwest southeast southwest".split()
    for ending in ("", "ern")
)
# At the end of a phrase they may be what happens: "is over", "broke out".
_PARTICLES: Final = grammar.words_of("over out off down up back away on in through about")


@lru_cache(maxsize=2048)
def sort_of(name: str) -> Sort | None:
    """What the head of a name tells it to be, None where it tells nothing.

    The head is the last word before a preposition: "groups" of "groups in the city". A locality
    or thing with a capital may be a team or a government: "Oklahoma City". Pronouns ("them",
    "his") and clauses ("besieged", "what was promised") are no names at all; "it" and "there" may
    be places.
    """
    head = _head(name)
    for sort, listed in _HEADS.items():
        if head.lower() in listed and (sort not in _LOWER or head.islower()):
            return None if _CHAMBER.search(name) else sort
    tokens = grammar.tokenise(name)
    words = tokens.words
    stands_for = words and (words[0] in _PRONOUNS or (len(words) == 1 and words[0] in _BEARERS))
    # "US" and "WHO" are names.
    if stands_for and not (len(words[0]) > 1 and name[tokens.starts[0] :][:2].isupper()):
        return "pronoun"
    bare = name.islower() and words[:1] and words[0] not in ("a", "an")
    return "clause" if is_told(name) or (bare and _is_participle(name)) else None


@lru_cache(maxsize=2048)
def is_told(name: str) -> bool:
    """Whether words have a verb of their own: "Roe will lead", not "the house where they were"."""
    tokens = grammar.tokenise(name)
    words = tokens.words
    relative = next((at for at in range(1, len(words)) if _opens_relative(words, at)), len(words))
    # "Will" and "Can" may be names, and "do" stands within others: "Dorva do Norte".
    return any(
        word in grammar.AUXILIARIES
        and name[start].islower()
        and not (word == "do" and name[start + 3 : start + 4].isupper())
        for word, start in zip(words[:relative], tokens.starts, strict=False)
    )


def _opens_relative(words: Sequence[str], at: int) -> bool:
    """Whether a relative clause opens there: "the towns which they hold", "the towns they hold"."""
    return words[at] in _RELATIVES or (words[at] in _SUBJECTS and words[at - 1] in _THINGS)


@lru_cache(maxsize=2048)
def is_no_place(name: str) -> bool:
    """Whether the head of a name is of what strikes, or of a person: "bomber", "gunmen"."""
    head = _head(name)
    if head.istitle() or sort_of(name) is not None:
        return False
    return head.lower() in _STRIKING or _is_person(head)


@lru_cache(maxsize=2048)
def is_attack(name: str) -> bool:
    """Whether the head of a name is an attack or an exercise, written small: "missile strike"."""
    return _head(name) in _ATTACKS


def names_people(name: str) -> bool:
    """Whether the head of a name is of people, as far as the lists and its ending tell."""
    head = _head(name)
    return sort_of(name) == "people" or (not head.istitle() and _is_person(head))


def _is_person(head: str) -> bool:
    return head.lower() in _CALLED or (len(head) >= _LEAST_PERSON and head.endswith(_PERSONS))


def is_of_nation(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] only says of which nation what follows is: "Norlandian jets".

    "Dalian" of "Dalian province" is a name.
    """
    words = sentence[start:end]
    if not (words.endswith(_OF_NATION) and words.isalpha() and words.istitle()):
        return False
    noun = _NATIONAL.match(sentence, end)
    return noun is not None and noun[1] not in _HEADS["locality"]


def is_told_place(sentence: str, start: int) -> bool:
    """Whether the words before an offset say that a place is named there: "the towns of"."""
    is_name = sentence[start].isupper()
    return is_name and bool(_PLACE_OF.search(sentence, max(0, start - _PLACE_REACH), start))


def is_told_deed(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] is the name of an operation: "the “Red Dawn” offensive"."""
    if not sentence[start].isupper():
        return False
    before = _DEED_BEFORE.search(sentence, max(0, start - _DEED_REACH), start)
    return bool(before or _DEED_BEHIND.match(sentence, end))


def opens_infinitive(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] is a verb behind "to", with its object: "discuss ways"."""
    words = grammar.tokenise(sentence[start:end]).words
    if len(words) < 2 or not _TO_BEFORE.search(sentence, max(0, start - 4), start):
        return False
    is_verb = grammar.is_base(words[0]) and grammar.is_open(words[0])
    return is_verb and (words[0] in _TREATING or words[1] in grammar.DETERMINERS)


_TO_BEFORE: Final = re.compile(r"(?<!\w)to \Z", re.IGNORECASE)


@lru_cache(maxsize=2048)
def opens_place(name: str) -> bool:
    """Whether words say where something is, which nobody is: "near the city"."""
    opening, _, rest = name.partition(" ")
    return opening in _AT_PLACE and not rest.startswith(("least ", "most ", "total "))


def _head(name: str) -> str:
    tokens = grammar.tokenise(name)
    head = ""
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        if head and (word in grammar.PREPOSITIONS or _opens_relative((head, word), 1)):
            break
        if grammar.is_open(word):
            head = name[start:end]
    return head


@lru_cache(maxsize=2048)
def opens_no_name(name: str) -> bool:
    """Whether words only say something of a name: "supported by airstrikes", "loyal to Assad"."""
    words = grammar.tokenise(name).words
    if len(words) < 2:
        return False
    if words[0] in _SAID_OF:
        return words[1] in ("to", "for", "of")
    opens = name[0].islower() and _is_participle(words[0])
    return opens and words[1] in grammar.PREPOSITIONS


@lru_cache(maxsize=2048)
def only_describes(name: str) -> bool:
    """Whether a single word describes what it leaves out: "also", "largest"."""
    if not (name.islower() and name.isalpha()):
        return False
    return grammar.is_adverb(name) or name in _SUPERLATIVES


def is_compass(name: str) -> bool:
    """Whether words name a part of a country: "the north", "northern and eastern"."""
    return name.islower() and all(
        word in _COMPASS or is_small(word) for word in grammar.tokenise(name).words
    )


@lru_cache(maxsize=2048)
def is_bare_verb(name: str) -> bool:
    """Whether a single word tells what is done, or how, and names nobody: "moved", "heavily".

    Those who are "wounded" or "displaced" may be called so, and "shelling" may kill.
    """
    if not (name.islower() and name.isalpha()) or name in _BARE_NAMES | _STRIKING:
        return False
    return (name.endswith("ly") and grammar.is_adverb(name)) or _is_participle(name)


@lru_cache(maxsize=2048)
def is_bare_gerund(name: str) -> bool:
    """Whether a single word is a gerund, which names no person: "directing", but not "gathering".

    Among things there are some: "ceiling".
    """
    is_named = name in _BARE_NAMES or name in _STRIKING
    return name.islower() and name.isalpha() and grammar.is_gerund(name) and not is_named


def _is_participle(word: str) -> bool:
    return grammar.is_past(word) and word not in grammar.ADJECTIVES


def is_no_event(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] tells nothing that happens: "with", people, "Hama"."""
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(start, end)
    if touched is None:
        return True
    first, last = touched
    words = tokens.words[first : last + 1]
    written = tokens.written(sentence, first, last)
    if _is_cut(sentence[start:end]):
        return True
    if words[-1] in _PARTICLES or not grammar.AUXILIARIES.isdisjoint(words):
        return False
    if all(word in _COMPASS or is_small(word) for word in written) or _is_body(words):
        return True
    if any(_tells_deed(word) for word in words):
        return False
    if words[0] in ("by", "with") and _DEEDS.isdisjoint(words):
        return True
    is_name = first > 0 and written[0][:1].isupper()
    if is_name and len(words) == 1:
        return tokens.words[first - 1] in _WHERE or _is_name_of_another(sentence, tokens, first)
    if len(words) == 1 and words[0] in _BARE_NOUNS:
        return True
    opens_noun = words[0] in grammar.DETERMINERS or words[0] in NUMBERS or words[0].isdigit()
    return (is_name or opens_noun) and _head(sentence[start:end]).lower() in _THINGS


def _is_cut(words: str) -> bool:
    """Whether words run into or out of brackets: "Front] members", "lies. [end of a recording"."""
    return any(words.count(one) != words.count(other) for one, other in ("[]", "()"))


def _is_body(words: Sequence[str]) -> bool:
    """Whether words are people or a locality by all but a deed's name: "air force"."""
    open_words = [word for word in words if word not in grammar.DETERMINERS]
    if len(open_words) < 2:
        return False
    *which, head = open_words
    if head in ("force", "forces"):
        return which[-1] in _BODIES
    return head in _BARE_THINGS and _WHICH.issuperset(which)


def _is_name_of_another(sentence: str, tokens: grammar.Tokens, at: int) -> bool:
    """Whether a word with a capital only says whose something is: "Norland" in "Norland strikes".

    In a title every word has a capital.
    """
    is_last = at + 1 == len(tokens.words)
    behind = "" if is_last else sentence[tokens.starts[at + 1] : tokens.ends[at + 1]]
    return behind.islower() and grammar.is_open(behind) and grammar.is_open(tokens.words[at - 1])


def _tells_deed(word: str) -> bool:
    """Whether a word is a verb by its ending: "captured", but not the "armed" of armed groups."""
    return _is_participle(word) or grammar.is_gerund(word)
