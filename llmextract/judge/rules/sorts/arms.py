"""With what and against whom force is used: held against the sort of what happens.

What a drone does is no shelling, a bomb by the road no airstrike, and who shoots a judge dead
fights no battle. What kills in an accident is no attack, and villagers who march move no troops.
"""

import re
from collections.abc import Iterable
from typing import Final

from llmextract.article.syntax.grammar import tokenise, words_of
from llmextract.judge.rules.nouns import head_of

_AIRCRAFT: Final = re.compile(
    r"\b(?:drones?|uavs?|(?:war)?planes?|aircraft|jets?|helicopters?|gunships?|bombers?"
    r"|quadcopters?|air[ -]?(?:force|strikes?|raids?|attacks?|power)|air|aerial|airborne|sorties?"
    r"|(?:F-?\d\d|MiG-?\d\d|Su-?\d\d|Sukhoi|Bayraktar|Shahed|Geran)s?)\b",
    re.I,
)
_GUNS: Final = re.compile(
    r"\b(?:artillery|mortars?|howitzers?|cannons?|shells?|shellfire|shelling|shelled|grads?"
    r"|rocket launchers?|gunboats?|field guns?)\b",
    re.I,
)
_BY_AIR: Final = re.compile(
    r"\b(?:drones?|uavs?|(?:war)?planes?|aircraft|jets?|helicopters?|gunships?|bombers?)\s+"
    r"(?:\w+\s+){0,2}?(?:fir(?:ed|es|ing)|launch(?:ed|es|ing)|dropp(?:ed|ing)|drops?"
    r"|strikes?|struck|attacks?|raids?|bomb(?:ed|s|ing)|hit|hits|pounded|strafed)\b"
    r"|\bair[ -]?(?:strikes?|raids?)\b",
    re.I,
)
_PLANTED: Final = re.compile(
    r"\b(?:(?:roadside|car|truck|lorry|suicide|petrol|parcel|letter|nail|pipe|time|sticky|magnetic"
    r"|home-?made|improvised|fire|bicycle|motorcycle|vehicle)[- ]bombs?|(?:planted|buried|hidden)"
    r"\s(?:\w+\s){0,2}(?:bomb|mine|device|charge)s?|(?:bomb|mine|device|charge)s?\s(?:that\s(?:had\sbeen|was)\s)?"
    r"(?:planted|hidden|buried|fixed|attached|placed|left|aboard|on\sboard|inside|under|underneath"
    r"|beneath|in\s(?:an?|the|his|her|their))|landmines?|ieds?"
    r"|improvised\sexplosive\sdevices?|suicide\sbomb\w*)\b",
    re.I,
)
_BLASTS: Final = re.compile(
    r"\b(?:explo\w*|blast\w*|bomb\w*|detonat\w*|mines?|ieds?|grenades?|devices?|blew|blow\w*|burst"
    r"|dynamit\w*|went off|charges?)\b",
    re.I,
)
_SHOOTS: Final = words_of("shot shoot shoots shooting gunned killed kill kills killing murdered")
_OPENS_FIRE: Final = re.compile(r"\b(?:open(?:ed|s|ing)?\s+fire|fir(?:ed|es|ing)\s+(?:on|at))\b")
# Who bears no arms, by what they are.
_UNARMED: Final = words_of(
    """
    civilian civilians resident residents villager villagers inhabitants locals citizens townspeople
    family families mother mothers father grandmother grandfather child children schoolchildren boy
    boys girl girls schoolboy schoolgirl teenager teenagers baby babies toddler pupil pupils student
    students teacher teachers nurse nurses doctor doctors medic medics paramedic paramedics patient
    patients judge judges lawyer lawyers journalist journalists reporter reporters photographer
    priest priests nun nuns monk monks imam pastor worshippers worshipers parishioners pilgrims
    farmer farmers farmworkers herder herders shepherd shepherds fisherman fishermen trader traders
    shopkeeper shopkeepers shoppers pensioner pensioners passerby passersby bystander bystanders
    commuters tourists tourist passengers passenger mourners protester protesters protestor
    protestors demonstrator demonstrators marchers strikers refugees migrants churchgoers miners
    workers relatives women employees aid-workers unionist unionists spectators fans beekeeper
    """
)
_CROWDS: Final = _UNARMED | words_of("people supporters staff activists members")
_ARMED: Final = words_of(
    "soldier soldiers troops fighter fighters rebels insurgents guerrillas militants gunmen"
    " militiamen commandos marines paratroopers combatants infantrymen jihadists policemen"
)
_MAY_FIGHT: Final = re.compile(
    r"\b(?:armed|militia\w*|pro-\w+|anti-\w+|guards?|off-duty|unarmed|former|retired|captured"
    r"|surrendered|wounded|prisoners?)\b",
    re.I,
)
_AGED: Final = re.compile(r"(?:an?\s)?(?:[1-9]|1\d)-year-old\b")
_ACCIDENT: Final = re.compile(
    r"\b(?:crash(?:ed|es)?|collided|collision|slammed|derail(?:ed|ment)|capsiz(?:ed|ing)|overturned"
    r"|sank|sunk|flood(?:s|ed|ing|waters)?|landslides?|mudslides?|avalanche|earthquakes?|tremor"
    r"|tornado(?:es)?|cyclone|hurricane|typhoon|storms?|lightning|heatwave|epidemic|outbreak"
    r"|cholera|measles|ebola|malaria|disease|hunger|starvation|famine|stampede|accidents?"
    r"|caught\sfire|wildfires?|forest\sfires?|gas\sleak|(?:bridge|building|roof|dam|mine|stand)\s"
    r"(?:had\s)?collapsed)\b",
    re.I,
)
_VIOLENT: Final = re.compile(
    r"\b(?:attack\w*|gunm[ae]n|shot|shoot\w*|bomb\w*|murder\w*|massacr\w*|stab\w*|assault\w*|ambush\w*"
    r"|raid\w*|rebels?|militants?|insurgents?|soldiers?|troops|fighters?|clash\w*|shell\w*|missiles?"
    r"|rockets?|explo\w*|arson\w*|hijack\w*|terror\w*|beat(?:en|ing)?|rammed|violence|fir(?:ed|ing))\b",
    re.I,
)
_HARMED: Final = re.compile(
    r"\b(?:kill\w*|died?|dies|dying|dead|drown\w*|injured|wounded|hurt|lives|claimed)\b", re.I
)
_PASSIVE: Final = re.compile(
    r"\b(?P<who>[a-z]+)\s+(?:(?:has|have|had)\s+been|was|were|is|are|being|been)\s+(?:\w+ly\s+)?\Z"
)
_CAUGHT: Final = words_of("captured recaptured seized taken caught retaken")
_CAUGHT_PEOPLE: Final = (
    _UNARMED
    | _ARMED
    | words_of(
        "fugitive fugitives prisoner prisoners inmate inmates escapees detainees hostages captives"
        " suspects suspect deserters men officers policemen commander commanders smugglers couriers"
    )
)
# Who escapes is driven from no home.
_PURSUED: Final = words_of(
    """
    robber robbers burglar burglars thief thieves attacker attackers assailant assailants gunman
    gunmen suspect suspects prisoner prisoners inmate inmates convict convicts hostage hostages
    captive captives killer killers kidnapper kidnappers driver drivers smuggler smugglers bomber
    bombers assassin assassins detainee detainees fugitive fugitives
    """
)
_SEIZES: Final = words_of(
    "seized captured overran took taken seize capture take seizing capturing taking recaptured"
    " retook retaken"
)
_AFAR: Final = words_of("air_drone_strike shelling_artillery_missile_attack explosion")
_MOVES: Final = words_of(
    "troop_movement withdrawal non_state_actor_overtakes_territory government_regains_territory"
)


def other_means(label: str, clause: str, sentence: str) -> str | None:
    """The weapon of a clause with which nothing of such a label is done, or None."""
    if label not in _AFAR:
        return None
    by_air, guns = _AIRCRAFT.search(sentence), _GUNS.search(clause)
    planted = _PLANTED.search(clause)
    if label == "air_drone_strike":
        found = guns or planted
        return found[0] if found and not by_air else None
    if planted and label != "explosion":
        return None if by_air or _GUNS.search(sentence) else planted[0]
    flown = _BY_AIR.search(clause)
    if flown is None or _GUNS.search(sentence):
        return None
    if label == "explosion":
        return None if _BLASTS.search(clause) else flown[0]
    return flown[0]


def not_of_such(
    label: str, told: str, doers: Iterable[str], suffering: Iterable[str]
) -> str | None:
    """Those who do or suffer it by whom a label is never told: "judges" shot in a battle."""
    doers, suffering = list(doers), list(suffering)
    if label == "protest_riot":
        # Soldiers may protest, but by what they seize they do not.
        seized = not _SEIZES.isdisjoint(tokenise(told).words)
        return doers[0] if seized and doers and all(_are(who, _ARMED) for who in doers) else None
    if label in _MOVES:
        return doers[0] if doers and all(_are(who, _CROWDS) for who in doers) else None
    if label == "displacement" and "escaped" in tokenise(told).words:
        return doers[0] if doers and all(head_of(who) in _PURSUED for who in doers) else None
    if not suffering:
        return None
    if label == "attack_on_civilians":
        return suffering[0] if all(_are(who, _ARMED) for who in suffering) else None
    shoots = not _SHOOTS.isdisjoint(tokenise(told).words) or _OPENS_FIRE.search(told)
    if label == "armed_clash" and shoots:
        harmless = all(_are(who, _UNARMED) or _AGED.match(who) for who in suffering)
        return suffering[0] if harmless else None
    return None


def _are(who: str, listed: frozenset[str]) -> bool:
    return head_of(who).lower() in listed and _MAY_FIGHT.search(who) is None


def by_accident(told: str, sentence: str) -> str | None:
    """What kills nobody on purpose, where a sentence tells no violence: "capsized"."""
    if not _HARMED.search(told) or _VIOLENT.search(sentence):
        return None
    found = _ACCIDENT.search(sentence)
    return found[0] if found else None


def people_caught(told: str, before: str) -> str | None:
    """The people before a passive verb of taking: "fugitives" who "had been recaptured"."""
    words = tokenise(told).words
    if _CAUGHT.isdisjoint(words[-1:]):
        return None
    found = _PASSIVE.search(f"{before}{told.removesuffix(words[-1])}")
    return found["who"] if found and found["who"] in _CAUGHT_PEOPLE else None
