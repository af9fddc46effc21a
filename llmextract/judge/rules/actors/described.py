"""What an article calls somebody, and the labels that this denies: no jihadist group is the army.

Each sort of description is told by closed lists of heads: what they do not know is of no sort, and
nothing is held against it.
"""

import re
from functools import lru_cache
from typing import Final

from llmextract.article.syntax.grammar import (
    ARTICLES,
    PREPOSITIONS,
    is_gerund,
    tokenise,
    words_of,
)
from llmextract.judge.rules.actors.labels import (
    ARMED,
    BAND_OF_PEOPLE,
    BANDS,
    CIVILIANS,
    FORCES,
    NEWS,
    ONE,
    REBELS,
    RULING,
    SEVERAL,
    STATE,
    UNITED,
    WATCHING,
    Sort,
)
from llmextract.judge.rules.actors.states import STATE_OF, state_of
from llmextract.judge.rules.nouns import head_of

_REBEL_HEADS: Final = words_of(
    "rebel rebels insurgent insurgents militant militants jihadist jihadists guerrilla guerrillas"
    " insurgency"
)
_GROUPS: Final = words_of(
    "group groups organization organizations organisation organisations movement movements faction"
    " factions outfit outfits network coalition alliance"
)
_FIGHTING: Final = words_of(
    "rebel rebels jihadist jihadi terrorist terror insurgent insurgents militant militants"
    " separatist guerrilla extremist"
)
_POINTING: Final = words_of("the this that")
_REGIME: Final = words_of("regime")
_OPPOSED: Final = words_of("opposition insurgency rebel rebels insurgent")
_POLICE: Final = words_of("officer constable spokesperson spokesman spokeswoman chief commander")
_RANKS: Final = words_of(
    "general colonel brigadier lieutenant sergeant corporal gen lt col sgt brig maj det insp"
    " inspector superintendent"
)
_SERVICES: Final = words_of("police army navy air force military")
_BEFORE_RANKS: Final = _RANKS | words_of("chief staff major")
_NO_MORE: Final = words_of("former ex retired one-time onetime ousted would-be self-styled")
_RULERS: Final = words_of(
    "minister governor gov senator sen mayor lawmaker congressman congresswoman rep"
)
_AT_HEAD: Final = words_of("prime minister president king queen")
OF_STATE: Final = words_of(
    "prime foreign defense defence interior finance health justice education energy information"
    " protection transport trade agriculture environment labour labor mining tourism culture"
    " planning security affairs"
)
_MEDIA: Final = words_of("broadcaster newspaper media television radio tv magazine newsroom")
# "The daily Dorva Post": alone these are papers, before a noun they tell how often.
_PAPERS: Final = (["daily"], ["weekly"])
_BODY: Final = words_of("body bodies")
_KIN: Final = words_of(
    "mother father wife husband son daughter brother sister widow widower aunt uncle cousin niece"
    " nephew grandmother grandfather"
)
_AGED: Final = re.compile(r"\d{1,3}-year-old|boy|girl|teenager|toddler|schoolboy|schoolgirl")
_FIRMS: Final = words_of("firm company manufacturer airline retailer")
GUARDING: Final = words_of("security military mercenary paramilitary")
_FUNDS: Final = words_of("fund bank")
_MONITORS: Final = words_of("monitor charity ngo")
WATCHED: Final = words_of("rights aid humanitarian monitoring relief")
# Bodies by their heads: none of them is one person, nor a country.
BODIES: Final = (
    _GROUPS
    | _FIRMS
    | _FUNDS
    | words_of(
        """
        army armies navy military forces department ministry agency division brigade battalion
        regiment committee commission council union party front body office bureau court university
        institute observatory association federation militia militias broadcaster newspaper police
        parliament senate cabinet corporation service administration command
        """
    )
)
# Those who rise by their names, "Dorva Liberation Front", and what states alone have.
_RISING: Final = words_of("liberation resistance revolutionary insurgent jihad mujahideen")
_RISING_HEADS: Final = words_of("front army movement brigade brigades command forces tigers")
_OF_STATES: Final = words_of(
    "ministry parliament senate police army navy administration guard gendarmerie"
)
_MORE_BODIES: Final = words_of("community league federation network")
_MOST_SURNAMES: Final = 2
_SURNAMES: Final = words_of("court bank church")
_PEOPLE: Final = words_of(
    "people men women children soldiers troops fighters rebels militants insurgents civilians"
    " residents refugees protesters demonstrators officials students families villagers"
    " preservationists workers citizens supporters leaders ministers officers"
)
_PERSONAL: Final = words_of(
    "president minister king queen prince princess governor mayor senator chancellor spokesman"
    " spokeswoman spokesperson chairman chairwoman founder commander general colonel captain"
    " sergeant lieutenant professor lawyer attorney judge editor ambassador envoy secretary"
    " bishop pope journalist reporter"
)
# Each of these is one person; a "carrier" or "supplier" may be a body.
_ALONE: Final = words_of(
    "man woman boy girl official officer soldier policeman policewoman lawmaker diplomat analyst"
    " expert activist witness survivor resident doctor nurse teacher driver coordinator director"
    " counterpart colleague leader deputy adviser advisor aide chairperson premier politician"
    " insider representative negotiator mediator fighter militant rebel insurgent gunman protester"
    " demonstrator refugee prisoner hostage detainee veteran villager passenger tourist"
)
# "A military source" is somebody who tells, "a news source" a medium, "a source of income" none.
_TELLERS: Final = words_of(
    "military security army police government official officials diplomatic medical hospital local"
    " opposition rebel field intelligence ministry judicial palace political party well-placed"
    " well-informed informed anonymous unnamed senior tribal"
)
# An alliance or a police force of some name are bodies as well, but nobody's word for a group.
_NAMED_BODIES: Final = words_of(
    "front army militia brigade battalion division regiment column movement organization"
    " organisation party corps command council committee agency ministry"
)
NATION: Final = re.compile(r"[A-Z][\w.]*(?:ian|ean|ish|ese|an|i|ch|ek|k)\Z")


BY_NAME: Final = Sort("a body by its name", BAND_OF_PEOPLE)
_PROPER: Final = re.compile(r"(?:[a-z]{1,3}-)?[A-Z][\w’'-]*|al|el|of|the|for")
_MANY: Final = words_of(
    "groups organizations organisations movements factions outfits armies militias forces police"
    " military front body office service command administration"
)
_OF_BIRTH: Final = words_of(
    "ethnic minority religious tribal indigenous faith age social linguistic sectarian language"
    " rock pop music band"
)


@lru_cache(maxsize=1024)
def sorts_of(words: str) -> tuple[Sort, ...]:
    """The sorts of a description, each with the labels that it denies.

    >>> [sort.told for sort in sorts_of("a jihadist group")]
    ['jihadist group', 'group']
    """
    folded = folded_words(words)
    if not folded:
        return ()
    head = folded[-1]
    found = [*_armed(words, folded), *_official(words, folded), *_civil(folded)]
    if head in BODIES:
        found.append(Sort(head, ONE | STATE))
    if head in _PEOPLE:
        found.append(Sort(head, ONE | STATE))
    return tuple(found)


def personal(title: str) -> Sort | None:
    """The sort of a title that one person alone bears: "King", "police spokesperson"."""
    folded = folded_words(title)
    known = bool(folded) and folded[-1] in _PERSONAL
    return Sort(folded[-1], SEVERAL) if known else None


def folded_words(words: str) -> list[str]:
    """The words of a description up to its head, folded: "the Norlandian body" of "body seeing"."""
    tokens = [word for word in tokenise(words).words if word.isalnum() or "-" in word]
    tokens = [word for word in tokens if word not in ARTICLES]
    for at, word in enumerate(tokens):
        # "West Riding Police" is a name.
        doing = is_gerund(word) and word in words
        if at and (word in PREPOSITIONS or doing or word in ("which", "that", "who")):
            return tokens[:at]
    return tokens


def _armed(words: str, folded: list[str]) -> list[Sort]:
    head, before = folded[-1], folded[:-1]
    unarmed = NEWS | WATCHING | UNITED | words_of("state_forces")
    denied = unarmed | RULING | CIVILIANS
    found: list[Sort] = []
    band = next((word for word in before if word in _FIGHTING), None)
    if head in _REBEL_HEADS:
        found.append(Sort(head, denied))
    elif head in _GROUPS and band is not None:
        # Who wants a state of his own may bear no arms.
        found.append(Sort(f"{band} {head}", unarmed if band == "separatist" else denied))
    elif head in _GROUPS and (members := _members(words)) is not None:
        found.append(Sort(f"{head} of {members}", denied))
    if "opposition" in (folded[0], head):
        found.append(Sort("opposition", words_of("state_forces")))
    if _NO_MORE.isdisjoint(folded):
        is_police = head in _POLICE and "police" in before
        is_rank = head in _RANKS and (_BEFORE_RANKS | _SERVICES).issuperset(before)
        if is_police or is_rank:
            found.append(Sort(" ".join(folded), CIVILIANS | NEWS | WATCHING))
    return found


def _members(words: str) -> str | None:
    """The fighters that a band is of: "an umbrella group of Norland-backed militias"."""
    _, of, rest = words.partition(" of ")
    head = head_of(rest).lower() if of else ""
    return head if head in _REBEL_HEADS or head == "militias" else None


def _official(words: str, folded: list[str]) -> list[Sort]:
    """Sorts of those who rule; clubs have presidents, churches ministers and rebels both."""
    head, before = folded[-1], folded[:-1]
    if head in _REGIME:
        return [Sort(head, REBELS | CIVILIANS | NEWS | WATCHING)]
    if not _NO_MORE.isdisjoint(folded) or " of " in words:
        return []
    denied = NEWS | WATCHING | CIVILIANS
    of_state = not before or before[-1] in OF_STATE
    if head in _RULERS and (head != "minister" or (of_state and before)):
        denied |= REBELS if before == ["prime"] else frozenset()
        return [Sort(" ".join(folded), denied)]
    names = [word for word in words.split() if word.lower() not in (*_AT_HEAD, *ARTICLES)]
    is_ruler = head in _AT_HEAD and words.split()[-1][0].isupper()
    if is_ruler and all(name in STATE_OF or NATION.fullmatch(name) for name in names):
        return [Sort(" ".join(folded), denied | REBELS)]
    return []


def _civil(folded: list[str]) -> list[Sort]:
    """Sorts of bodies that bear no arms."""
    head, before = folded[-1], folded[:-1]
    is_station = head == "channel" and not _MEDIA.isdisjoint(before)
    if head in _MEDIA or is_station or folded in _PAPERS or (head == "agency" and "news" in before):
        one = ONE | STATE if is_station or folded in _PAPERS else frozenset[str]()
        return [Sort(head, ARMED | CIVILIANS | WATCHING | UNITED | one)]
    if head in _FIRMS and GUARDING.isdisjoint(before):
        return [Sort(head, ARMED | CIVILIANS | WATCHING | UNITED)]
    if head in _FUNDS:
        lends = (head == "bank" and "food" not in before) or "monetary" in before
        watched = WATCHING if lends else frozenset[str]()
        return [Sort(head, ARMED | CIVILIANS | NEWS | watched)]
    watches = next((word for word in before if word in WATCHED), None)
    if watches is not None and head in _GROUPS | _BODY:
        return [Sort(f"{watches} {head}", ARMED | RULING | NEWS)]
    if head in _MONITORS:
        nobody = NEWS | UNITED if head == "charity" else frozenset[str]()
        return [Sort(head, ARMED | RULING | nobody)]
    if head in _KIN or _AGED.fullmatch(head):
        rebels = BANDS if head in _KIN else frozenset[str]()
        return [Sort(head, FORCES | rebels | UNITED | NEWS | WATCHING)]
    return []


def of_name(name: str) -> tuple[Sort, ...]:
    """What the name of a body tells of it: "Norland Observatory for Human Rights"."""
    folded = folded_words(name)
    # "Fund" and "Court" may be surnames, and the Soviet Union was a state.
    if not folded or state_of(name) is not None:
        return ()
    if name.istitle() and (len(folded) == 1 or folded[-1] in _SURNAMES):
        return ()
    if folded[-1] == "observatory":
        rights = "human rights" in name.lower()
        watching = Sort("observatory", ARMED | (RULING if rights else frozenset()))
        return (watching, *sorts_of(name))
    more: list[Sort] = []
    if folded[-1] in _RISING_HEADS and not _RISING.isdisjoint(folded):
        more.append(Sort(f"{folded[-1]} of that name", UNITED | NEWS | WATCHING))
    if folded[-1] in _OF_STATES and len(folded) > 1:
        more.append(Sort(folded[-1], NEWS | CIVILIANS | WATCHING))
    if folded[-1] in _MORE_BODIES and len(folded) > _MOST_SURNAMES:
        more.append(Sort(folded[-1], ONE))
    return (*more, *sorts_of(name))


def of_body(name: str) -> Sort | None:
    """What tells that a name is a body's, and no unnamed group: "Dorva Front", "Dorva militia".

    "The front" and "rebel militia" may be any; in the plural they are several.
    """
    first, *rest = name.split() or [""]
    is_named = bool(rest) and first[:1].isupper() and name.split()[-1].lower() in _NAMED_BODIES
    return BY_NAME if is_named else None


def one_person(words: str) -> str | None:
    """The head of words in small letters that are for one person: "commander"."""
    head = head_of(words)
    known = head in _PERSONAL | _RANKS | _KIN | _ALONE or head.endswith(("sman", "swoman"))
    known = known or (head == "source" and not _TELLERS.isdisjoint(words.lower().split()))
    return head if known and head.islower() else None


def is_called_body(name: str, words: str) -> bool:
    """Whether words for a proper name tell that it is a body's: "a jihadist group" of "the Vale".

    A name in the plural may be that of people, as are "an ethnic group" and "a minority".
    """
    folded = folded_words(words)
    is_proper = all(_PROPER.fullmatch(word) for word in name.split()) and not name.endswith("s")
    is_body = bool(folded) and folded[-1] in BODIES - _MANY and _OF_BIRTH.isdisjoint(folded)
    return is_body and is_proper and state_of(name) is None and not NATION.fullmatch(name)


def of_band(words: str) -> Sort | None:
    """What other words tell of a body that they point back to: "this terrorist group"."""
    first, _, rest = words.partition(" ")
    folded = folded_words(rest)
    if first.lower() not in _POINTING or not folded or folded[-1] not in _GROUPS:
        return None
    return next((sort for sort in _armed(rest, folded) if " " in sort.told), None)


def before_name(modifier: str) -> Sort | None:
    """What a word right before a name says of a body: "the opposition Norland Army"."""
    known = modifier.lower() in _OPPOSED
    return Sort(modifier, words_of("state_forces")) if known else None
