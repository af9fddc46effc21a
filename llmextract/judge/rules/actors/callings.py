"""What a calling or the form of a name tells of somebody's part: no ambassador is a civilian.

Companies, academies, envoys, militias, stations and bodies of states, each by the whole family of
its heads. "Dorva Lines Inc." is no government, and the African Union no charity.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from llmextract.article.syntax.grammar import ARTICLES, words_of
from llmextract.judge.rules.actors.described import GUARDING, WATCHED, folded_words
from llmextract.judge.rules.actors.labels import (
    ARMED,
    BANDS,
    CIVILIANS,
    FORCES,
    NEWS,
    ONE,
    OTHER,
    RULING,
    STATE,
    UNITED,
    WATCHING,
    Sort,
)
from llmextract.judge.rules.actors.states import state_of

_PRESS: Final = words_of(
    "media news press publishing publisher broadcasting newspaper television tv radio film"
)
_PUBLIC: Final = words_of("state public national government state-owned state-run utility")
_FIRMS: Final = words_of("firm company manufacturer airline retailer supplier operator shipper")
_SUFFIX: Final = re.compile(r"\s(?:Inc|Ltd|Limited|LLC|PLC|Plc|Corp|Co|GmbH|AG|AB|S\.A)\.?\Z")
_FIRM_NAMES: Final = words_of(
    "airlines airways lines tankers motors industries shipping terminals logistics holdings"
    " breweries mills mines shipyards steelworks pharmaceuticals chemicals electronics"
)
_SCHOLARS: Final = words_of(
    "historian professor academic lecturer sociologist anthropologist economist geologist"
    " seismologist political-scientist linguist philosopher archaeologist"
)
_CARERS: Final = words_of("doctor nurse surgeon physician midwife paramedic teacher headteacher")
_TANKS: Final = words_of("think-tank institute university college")
_ENVOYS: Final = words_of("ambassador diplomat consul attaché attache envoy emissary")
_DISTRICTS: Final = words_of("councillor councilor councilman councilwoman alderman")
_MILITIAS: Final = words_of("militia militias militiamen vigilantes")
_STATIONS: Final = words_of("radio tv television")
_OF_UNITED: Final = words_of("un u.n eu au united nations international")
_CONTINENTS: Final = words_of(
    "african european arab asian eurasian caribbean nordic andean pacific"
)
AIDING: Final = WATCHED | words_of("medical charitable advocacy watchdog nonprofit non-profit")
_AID_HEADS: Final = words_of(
    "group groups charity charities organization organizations organisation organisations ngo ngos"
)
_PART_OF_WORLD: Final = _CONTINENTS | words_of(
    "south southern north northern east eastern west western central southeast economic"
    " development monetary customs"
)
_OF_STATES_HEADS: Final = words_of("union community league")
# By their names, in full and short.
_OF_STATES: Final = frozenset(
    name.replace("_", " ").lower()
    for name in """
    United_Nations UN U.N. UNHCR UNICEF UNESCO UNRWA UNDP UNFPA WHO World_Health_Organization
    World_Health_Organisation WFP World_Food_Programme World_Food_Program IOM FAO ILO IAEA OCHA
    International_Organization_for_Migration International_Organisation_for_Migration
    International_Atomic_Energy_Agency International_Monetary_Fund IMF World_Bank
    World_Trade_Organization     WTO NATO Nato EU AU ECOWAS Ecowas SADC Sadc IGAD ASEAN Asean OSCE
    OAS OPEC Mercosur Arab_League
    Security_Council Council_of_Europe Organization_of_American_States Commonwealth_of_Nations
    International_Criminal_Court Interpol Gulf_Cooperation_Council
    Organization_for_Security_and_Cooperation_in_Europe
    """.split()
)


@lru_cache(maxsize=1024)
def is_of_states(name: str) -> bool:
    """Whether a name is surely that of a body of states: "East African Community", "UNICEF"."""
    bare = " ".join(word for word in name.lower().split() if word not in ARTICLES)
    *front, head = bare.split() or [""]
    is_region = not _CONTINENTS.isdisjoint(front) and _PART_OF_WORLD.issuperset(front)
    return bare in _OF_STATES or (is_region and head in _OF_STATES_HEADS)


@lru_cache(maxsize=1024)
def callings(words: str) -> tuple[Sort, ...]:
    """What a description or title tells: "an Amhara militia", "Norland ambassador", "a company"."""
    return tuple(_callings(folded_words(words)))


def _callings(words: list[str]) -> Iterator[Sort]:
    if not words:
        return
    *before, head = words
    both = "-".join(words[-2:])
    if head in _FIRMS and GUARDING.isdisjoint(before):
        if _PRESS.isdisjoint(before):
            yield Sort(head, NEWS)
        if _PUBLIC.isdisjoint(before):
            yield Sort(head, RULING)
    if head in _SCHOLARS:
        yield Sort(head, ARMED | UNITED | NEWS | (RULING if _PUBLIC.isdisjoint(before) else set()))
    if head in _CARERS and GUARDING.isdisjoint(before) and "army" not in before:
        yield Sort(head, FORCES | NEWS)
    if head in _TANKS or both == "think-tank":
        yield Sort(head, ARMED | NEWS | UNITED | STATE)
    if head in _ENVOYS:
        yield Sort(head, CIVILIANS | NEWS | WATCHING | FORCES)
    if head in _DISTRICTS or both == "council-leader":
        yield Sort(head, BANDS | FORCES | NEWS | WATCHING | UNITED)
    if head in _MILITIAS or both in ("death-squad", "death-squads"):
        yield Sort(head, RULING | UNITED | NEWS | WATCHING | CIVILIANS | {"state_forces"})
    aid = next((word for word in before if word in AIDING), None)
    if aid is not None and head in _AID_HEADS and _OF_UNITED.isdisjoint(before):
        yield Sort(f"{aid} {head}", UNITED | ARMED | RULING | NEWS | OTHER)


@lru_cache(maxsize=1024)
def of_form(name: str) -> tuple[Sort, ...]:
    """What the form of a name tells: "Radio Dorva", "Dorva Lines Inc.", "African Union"."""
    words = name.lower().split()
    if state_of(name) is not None or len(words) == 1:
        return (Sort(name, _BODY_OF_STATES),) if is_of_states(name) else ()
    if is_of_states(name):
        return (Sort(words[-1], _BODY_OF_STATES),)
    if words[0] in _STATIONS and name[0].isupper():
        return (Sort(words[0], ARMED | CIVILIANS | WATCHING | UNITED | ONE | STATE),)
    is_firm = words[-1] in _FIRM_NAMES and name.split()[-1].istitle()
    if _SUFFIX.search(name) or is_firm:
        ruling = RULING if _SUFFIX.search(name) else frozenset[str]()
        none = ARMED | CIVILIANS | WATCHING | UNITED | ONE | STATE
        return (Sort(words[-1], none | ruling),)
    return ()


_BODY_OF_STATES: Final = NEWS | WATCHING | CIVILIANS | BANDS | ONE | STATE | {"state_forces"}
