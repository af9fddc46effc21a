"""Words for what happens that by themselves tell which sorts it is none of.

Who "resigned" or "signed a treaty" took no town, who "was arrested" was not bombed, and what "will
be deployed" is no withdrawal. And nothing is of a sort of which no cited sentence has any word.
Labels are known by their usual names, as ACLED and PLOVER have them.
"""

import re
from typing import Final, NamedTuple

from llmextract.article.syntax.grammar import (
    inflected,
    tokenise,
    words_of,
)
from llmextract.ask.markers import Signs

_CLASH, _AIR, _SHELLS = "armed_clash", "air_drone_strike", "shelling_artillery_missile_attack"
_BLAST, _ATTACK, _DISRUPTED = "explosion", "attack_on_civilians", "disrupted_weapons_use"
_HELD, _FLIGHT, _TOLL = "abduction_detention", "displacement", "casualty_report"
_MOVE, _BACK, _HELP = "troop_movement", "withdrawal", "foreign_support"
_TALKS, _DEAL, _PROTEST = "diplomatic_meeting", "agreement", "protest_riot"
LAND: Final = words_of("non_state_actor_overtakes_territory government_regains_territory")
FORCE: Final = frozenset({_CLASH, _AIR, _SHELLS, _BLAST, _ATTACK, _DISRUPTED})
_CIVIC: Final = frozenset({_TALKS, _DEAL, _PROTEST})
_PEOPLE: Final = frozenset({_HELD, _FLIGHT, _TOLL})
_FIGHTING: Final = FORCE | LAND | {_MOVE, _BACK}
ALL: Final = FORCE | LAND | _CIVIC | _PEOPLE | {_MOVE, _BACK, _HELP}


class _Deed(NamedTuple):
    """Words of one sort of deed, and the labels that it plainly never has."""

    words: frozenset[str]
    never: frozenset[str]


_DEEDS: Final = (
    _Deed(inflected("sign ratify countersign initialled initialed"), ALL - {_DEAL, _TALKS, _HELP}),
    _Deed(
        inflected("resign appoint elect re-elect inaugurate nominate impeach vote ban* outlaw sack")
        | words_of("sworn"),
        ALL - _CIVIC,
    ),
    _Deed(
        inflected("arrest detain imprison jail remand apprehend handcuff rearrest re-arrest"),
        ALL - {_HELD},
    ),
    _Deed(
        inflected("convict sentence indict acquit extradite prosecute pardon") | {"fined"},
        ALL - {_HELD, _DEAL},
    ),
    _Deed(
        inflected("free release liberate escape") | {"freeing"},
        words_of("abduction_detention casualty_report armed_clash attack_on_civilians")
        | {_BACK, _MOVE, _DISRUPTED},
    ),
    _Deed(words_of("fled flee flees fleeing"), ALL - {_FLIGHT, _BACK, _MOVE}),
    _Deed(inflected("evacuate") | words_of("evacuation"), ALL - {_FLIGHT, _BACK, _MOVE, _HELP}),
    _Deed(
        inflected("deploy dispatch reinforce") | words_of("deployment deployments reinforcements"),
        _CIVIC | _PEOPLE | {_BACK, _ATTACK, _BLAST},
    ),
    _Deed(
        inflected("withdraw retreat") | words_of("withdrew withdrawn withdrawal"),
        FORCE | LAND | _PEOPLE - {_FLIGHT},
    ),
    _Deed(
        words_of("fight fights fighting fought"),
        _PEOPLE | {_ATTACK, _DEAL, _TALKS, _HELP, _BLAST, _BACK},
    ),
    _Deed(
        inflected("protest demonstrate march"),
        _PEOPLE | FORCE | {_DEAL, _TALKS, _HELP, _BACK},
    ),
    _Deed(
        inflected("kill murder assassinate stab* behead execute lynch massacre slaughter")
        | words_of("shot slain gunned"),
        LAND | {_HELD, _FLIGHT, _BACK, _MOVE, _DEAL, _TALKS, _HELP},
    ),
    _Deed(
        inflected("drown capsize overturn derail collide") | words_of("sank collision"),
        ALL - {_TOLL, _PROTEST, _FLIGHT},
    ),
    _Deed(
        inflected("pay fund finance donate lend grant sponsor") | words_of("paid lent funding"),
        _FIGHTING | _PEOPLE | {_PROTEST},
    ),
    _Deed(inflected("accuse blame allege") | words_of("accusation accusations"), ALL),
    _Deed(words_of("talks negotiations"), frozenset({_PROTEST})),
    # Who takes, holds or loses something moves no troops by it.
    _Deed(
        inflected("capture recapture seize occupy control overrun")
        | words_of("hold holds holding held overran retook retaken retake lost loss losing"),
        frozenset({_MOVE}),
    ),
    _Deed(
        inflected("explode shell bombard") | words_of("hit struck pounded pounding blew"),
        LAND | {_DISRUPTED, _HELD, _FLIGHT, _BACK, _MOVE, _TALKS, _HELP},
    ),
)
# Deeds that more than one word tells.
_PHRASES: Final = (
    (
        re.compile(r"\b(?:stop(?:ped|s|ping)? work|down(?:ed|s|ing)? tools|on strike)\b", re.I),
        ALL - {_PROTEST},
    ),
    (re.compile(r"\bwalk(?:ed|s|ing)?[- ]?outs?\b", re.I), ALL - {_PROTEST, _TALKS}),
    (re.compile(r"\bsteps?(?:ped|ping)? down\b", re.I), ALL - _CIVIC),
    (
        re.compile(r"\bsen[dt](?:s|ing)?\b(?!.*\b(?:home|back|away|out|off|fleeing)\b)", re.I),
        _PEOPLE | {_BACK},
    ),
    (
        re.compile(r"\b(?:shot|shoots?|shooting|brought)\s+down\b|\bdowned\b", re.I),
        LAND | _PEOPLE - {_TOLL} | {_AIR, _SHELLS, _BLAST, _BACK, _DEAL, _TALKS},
    ),
    (
        re.compile(
            r"\bt(?:ake|akes|ook|aken|aking)\s(?:[\w’'-]+\s){0,5}(?:prisoner|hostage|captive)s?\b",
            re.I,
        ),
        ALL - {_HELD},
    ),
    (
        re.compile(r"\b(?:went|go|goes|gone|going)\s+off\b", re.I),
        LAND | _CIVIC | {_DISRUPTED, _HELD, _HELP},
    ),
    (
        re.compile(
            r"\b(?:block|barricad|obstruct)\w*\s(?:[\w’'-]+\s){0,4}(?:high|motor|free|rail)?"
            r"(?:way|road|street|bridge|route|junction|crossing|line|port|airport)s?\b",
            re.I,
        ),
        LAND | _PEOPLE | FORCE | {_BACK, _DEAL, _TALKS, _HELP},
    ),
    (
        re.compile(
            r"\brecall(?:ed|s|ing)?\s(?:[\w’'-]+\s){0,5}"
            r"(?:ambassador|envoy|consul|diplomat|product|vehicle|car|lot|batch|model)(?:s|es)?\b",
            re.I,
        ),
        ALL - {_TALKS},
    ),
    (
        re.compile(
            r"\b(?:takes?|took|taken|taking)\s(?!(?:up|off|to|part|place|over|cover|shelter|refuge|aim)\b"
            r"|(?:the|an?|another)\s(?:\w+\s)?(?:road|route|path|boat|ferry|train|bus|flight)\b)"
            r"(?:[\w’'-]+\s){0,4}?(?:base|town|village|city|district|post|outpost|camp|hill|ridge|garrison"
            r"|airfield|airport|fort|barracks|headquarters|capital|stronghold|bridge|port)s?\b",
            re.I,
        ),
        frozenset({_MOVE}),
    ),
    (
        re.compile(
            r"\b(?:drop(?:ped|s|ping)?|deliver(?:ed|s|ing)?|flew|flown|airlift(?:ed|s|ing)?)"
            r"(?:\s(?!(?:on|onto|in|at|near|over|bombs?|explosives|grenades?)\b)[\w’'-]+){0,6}?"
            r"\s(?:food|medicines?|aid|relief|supplies|rations|parcels|blankets|tents|leaflets"
            r"|pamphlets|flyers)\b",
            re.I,
        ),
        FORCE | LAND | _PEOPLE,
    ),
    (
        re.compile(
            r"\bh(?:old|olds|eld|olding)\s(?:[\w’'-]+\s){0,4}"
            r"(?:debate|election|referendum|hearing|auction|ballot|poll|census)s?\b",
            re.I,
        ),
        ALL - {_TALKS, _DEAL},
    ),
    (
        # Who inquires, watches or mediates gives no arms, money or troops.
        re.compile(
            r"\b(?:sen[dt](?:s|ing)?|dispatch(?:ed|es|ing)?|deploy(?:ed|s|ing)?)\s(?:[\w’'-]+\s){0,4}?"
            r"(?:investigators?|inspectors?|observers?|monitors|mediators?|envoys?|delegations?|delegates?"
            r"|negotiators?|representatives?|diplomats?|auditors?|reporters?|fact-finding|inquiry)\b",
            re.I,
        ),
        frozenset({_HELP}),
    ),
    (
        re.compile(r"\b(?:notes?|letters?|statements?)\sof\sprotest\b|\bprotest\snotes?\b", re.I),
        frozenset({_PROTEST}),
    ),
)
# Words of a sort that are no signs of it for a model, as few of them would tell it alone.
_MORE: Final[dict[str, frozenset[str]]] = {
    _AIR: words_of("munitions sortie sorties payload payloads"),
    _FLIGHT: inflected("cross pour stream trek shelter empty relocate resettle")
    | words_of("shelters tents homes off"),
    _DEAL: words_of("memorandum contract terms compromise understanding concession"),
    _TALKS: inflected("telephone phone converse address")
    | words_of("table round dialogue audience"),
}
_QUELLING: Final = words_of("crackdown crackdowns suppression repression")


def tells_another(told: str, behind: str, label: str, marker: Signs) -> bool:
    """Whether words for what happens, with what follows, are surely of no such sort."""
    words = tokenise(told).words
    if _is_surely_none(told, label):
        return True
    # Who cracks down on a protest may attack those who protest.
    if marker.allow(label, words) or (label == _ATTACK and not _QUELLING.isdisjoint(words)):
        return False
    phrase = told + behind
    if label == _HELP and marker.allow(label, tokenise(behind).words):
        return False
    signed = label == _HELP and not _DEEDS[0].words.isdisjoint(words)
    never = [labels for shape, labels in _PHRASES if shape.search(phrase)]
    never = never or [deed.never for deed in _DEEDS if not deed.words.isdisjoint(words)]
    return signed or (bool(never) and all(label in labels for labels in never))


def _is_surely_none(told: str, label: str) -> bool:
    """Whether words are none of a sort whose signs they have: a protest in writing, envoys sent."""
    return any(label in labels and shape.search(told) for shape, labels in _PHRASES[-2:])


def has_more_for(label: str, text: str) -> bool:
    """Whether a text has a word of a sort that is no sign of it: "telephoned" of a meeting."""
    return not _MORE.get(label, frozenset()).isdisjoint(tokenise(text).words)
