"""What sort of thing is told: held against who does it, and against words that tell another.

What rebels take no government regains, talks are no clash, and who captures guards takes no town.
Labels are known by their usual names, as ACLED and PLOVER have them.
"""

import re
from typing import Final

from llmextract.article.syntax.grammar import tokenise, words_of
from llmextract.article.syntax.sorts import names_people
from llmextract.ask.markers import Parts, Signs
from llmextract.ask.wire import Json
from llmextract.judge.rules.figures.counting import noun_behind
from llmextract.judge.rules.nouns import THINGS, is_people
from llmextract.judge.rules.sorts.arms import (
    by_accident,
    not_of_such,
    other_means,
    people_caught,
)
from llmextract.judge.rules.sorts.deeds import LAND, has_more_for, tells_another
from llmextract.judge.rules.sorts.idioms import only_looks_so, town_lost
from llmextract.judge.rules.who.voice import doers_of, parts_in
from llmextract.judge.spans import evidence_of, in_sentence
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode
from llmextract.judge.verdict import Code, Span

_WORD: Final = re.compile(r"[^\W\d_]+")
# With these a word may mean others: "anti-government forces", "backed by the regime".
_TURNING: Final = words_of(
    "anti non pro ex former against opposed opposing backed allied affiliated aligned loyal"
    " supported linked of by"
)


# Labels that the same words may be given: each of a line may be another of it.
_KIN: Final = (
    LAND
    | words_of(
        "armed_clash air_drone_strike shelling_artillery_missile_attack explosion troop_movement"
        " attack_on_civilians casualty_report disrupted_weapons_use foreign_support"
    ),
    LAND | words_of("withdrawal displacement troop_movement"),
    words_of("abduction_detention attack_on_civilians casualty_report displacement"),
    words_of("diplomatic_meeting agreement foreign_support"),
    words_of("protest_riot armed_clash attack_on_civilians displacement casualty_report"),
)
# Nothing is of these sorts of which no cited sentence has a word: of 746 true events none was.
_IN_WORDS: Final = words_of(
    "air_drone_strike shelling_artillery_missile_attack agreement diplomatic_meeting displacement"
)
_FORCE: Final = _KIN[0] - {"foreign_support"} | {"withdrawal"}
# What is found may count the dead, or weapons.
_FOUND: Final = words_of("casualty_report disrupted_weapons_use")
_PEACE: Final = words_of("diplomatic_meeting agreement protest_riot")
_FOR_STATE: Final = words_of("government_regains_territory")
_FROM_AFAR: Final = words_of("air_drone_strike shelling_artillery_missile_attack")
_BLASTS: Final = _FROM_AFAR | {"explosion"}
# Words of which none is a deed of force, whatever else a sentence tells.
_PEACEFUL: Final = words_of(
    "talks talk negotiations negotiation vote votes voted voting elected election elections treaty"
    " resolution summit meeting meetings visit visited agreement accord truce ceasefire trial"
    " prison testified convicted sentenced met found identified sworn inaugurated donated resigned"
    " appointed earthquake earthquakes"
)
# What ends a truce may be any deed.
_BREAKING: Final = re.compile(
    r"\b(?:br(?:oke|eak|each)\w*|violat\w*|end(?:ed|s|ing)?|collaps\w*|despite|during|resistance|fire)\b",
    re.I,
)
_DEADLY: Final = words_of(
    "shot killed murdered stabbed beheaded assassinated massacred bombed shelled"
)
_DEFUSED: Final = words_of("defused defuse defusing")
_ONWARD: Final = words_of(
    "advance advanced advances advancing enter entered entering storm stormed storming"
)
_BACK: Final = words_of("back out off away from back-and-forth")
_TAKES: Final = words_of("captured capturing capture seized seizing took taken taking")
_HOLDS: Final = words_of("hold holds holding held")
# Who takes nothing for a government, beside what a list of labels names.
_REBELS: Final = words_of(
    "resistance revolutionaries mujahideen mujahedeen secessionists breakaway mutineers bandits"
    " gangs gangsters cartel cartels terrorists extremists islamists"
)
_AMOUNT: Final = re.compile(
    r"\s+(?:(?:more|several|some|many|dozens\s+of|hundreds\s+of|at\s+least|about|around|nearly"
    r"|another|its|their|the|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\s+){0,3}"
)
_PARTS: Final = ("does", "suffers")
_BREAK: Final = re.compile(
    r"[;:,.()](?=\s|\Z)|\s[–—]\s|\b(?:when|while|after|before|as|because|since|who|which|that|where|but|and"
    r"|although|though|whereas|until|if)\b"
)
_REACH: Final = 120
_ANTI: Final = re.compile(r"\banti[-\s](?P<whom>[a-z]+)\b", re.IGNORECASE)


def keep_kind(evidence: Evidence, node: GroupNode, leaf: LeafNode, marker: Signs) -> None:
    """Reject a label that those who do it deny, or the words for what happens.

    Nothing is said where one of them may do it, nor where the words tell two sorts.
    """
    label = leaf.judged.verdict.value
    told = node.leaf(marker.field) if marker.field is not None else None
    trigger = evidence_of(told)
    if any(label == name for name, _ in marker.never_by):
        named = [
            (words, labels_denied(words.exact, marker))
            for slot, parts in node.group.ruled
            if isinstance(parts, Parts) and parts.of == marker.field
            for _, words in doers_of(node.children[slot.name], parts)
        ]
        if named and all([*denied] == [label] for _, denied in named):
            words = named[0][0].exact
            leaf.refuse(Code.CONTRADICTED, f"it is done by {words!r} in this record", nearest=words)
            return
    if trigger is not None and (why := _told_otherwise(evidence, trigger, label, marker)):
        leaf.refuse(Code.CONTRADICTED, f"{why!r} tells no {label!r}", nearest=why)
        return
    if not _has_sign(evidence, trigger, label, marker):
        leaf.refuse(Code.CONTRADICTED, f"the article has no word for {label!r}")
        return
    if trigger is not None and (why := _of_other_arms(evidence, node, trigger, label, marker)):
        leaf.refuse(Code.CONTRADICTED, f"{why!r} is of no {label!r}", nearest=why)
        return


def _has_sign(evidence: Evidence, trigger: Span | None, label: Json, marker: Signs) -> bool:
    """Whether the trigger or a cited sentence has a word for a label that is always told by one."""
    if not isinstance(label, str) or label not in _IN_WORDS:
        return True
    if trigger is not None and marker.allow(label, tokenise(trigger.exact).words):
        return True
    cited = [evidence.article.text[low:high] for low, high in evidence.cited]
    return any(
        marker.allow(label, tokenise(text).words) or has_more_for(label, text) for text in cited
    )


def _of_other_arms(
    evidence: Evidence, node: GroupNode, trigger: Span, label: Json, marker: Signs
) -> str | None:
    """The arms, the people or the accident by which a label is not told; None where it may be."""
    if not isinstance(label, str):
        return None
    text, start, end = in_sentence(evidence.article, trigger)
    low, high = own_clause(text, start, end)
    parts = [
        (part, words.exact)
        for slot, parts in node.group.ruled
        if isinstance(parts, Parts) and parts.of == marker.field
        for _, words, role, part in parts_in(node.children[slot.name], parts)
        if role.judged.stands
    ]
    doers, suffering = ([who for part, who in parts if part == wanted] for wanted in _PARTS)
    if label in LAND and (taken := people_caught(trigger.exact, text[low:start])):
        return taken
    if label == "attack_on_civilians" and (cause := by_accident(trigger.exact, text)):
        return cause
    return other_means(label, text[low:high], text) or not_of_such(
        label, trigger.exact, doers, suffering
    )


def own_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence that words share with their subject and objects, at most."""
    before = [found.end() for found in _BREAK.finditer(text, max(0, start - _REACH), start)]
    behind = _BREAK.search(text, end, end + _REACH)
    low = before[-1] if before else max(0, start - _REACH)
    return low, behind.start() if behind else min(len(text), end + _REACH)


def _told_otherwise(evidence: Evidence, trigger: Span, label: Json, marker: Signs) -> str | None:
    """The words for what happens that tell surely none of what a label is; None where they may."""
    if not isinstance(label, str):
        return None
    words = tokenise(trigger.exact).words
    if label in LAND and (taken := _people_taken(evidence, trigger, words)) is not None:
        return taken
    text, start, end = in_sentence(evidence.article, trigger)
    if (idiom := only_looks_so(text, start, end, label, marker)) is not None:
        return idiom
    if label == "casualty_report" and (town := town_lost(evidence.article, text, start, end)):
        return town
    behind = text[end : own_clause(text, start, end)[1]]
    if label == "abduction_detention" and (things := _things_taken(text, end, words, behind)):
        return things
    if tells_another(trigger.exact, behind, label, marker):
        return trigger.exact
    if marker.allow(label, words):
        return None
    told = marker.told(words)
    if told and not any(_akin(each, label) for each in told):
        return trigger.exact
    return _opposite(trigger.exact, frozenset(words), label, marker)


def _akin(told: str, label: str) -> bool:
    """Whether what tells one label may be given another."""
    if label in _FROM_AFAR and told in _FROM_AFAR:
        return told != "air_drone_strike"  # "warplanes shelled Dorva"
    return any({told, label} <= kin for kin in _KIN)


def _opposite(told: str, words: frozenset[str], label: str, marker: Signs) -> str | None:
    """The words where they hold one that such a label never has: "talks" of a clash."""
    signed = marker.signed(words)
    peaceful = label in _FORCE - _FOUND and words & _PEACEFUL and signed.isdisjoint(_FORCE)
    if peaceful and not _BREAKING.search(told):
        return told
    deadly = label in _PEACE and words & _DEADLY
    defused = label in _BLASTS and words & _DEFUSED
    onward = label == "withdrawal" and words & _ONWARD and not words & _BACK
    return told if deadly or defused or onward else None


def _people_taken(evidence: Evidence, trigger: Span, words: tuple[str, ...]) -> str | None:
    """The people right behind a verb of taking: "captured three guards" is of no town."""
    if (_TAKES | _HOLDS).isdisjoint(words[-1:]):
        return None
    text, _, end = in_sentence(evidence.article, trigger)
    amount = _AMOUNT.match(text, end)
    noun = noun_behind(text, amount.end()) if amount is not None else None
    if amount is None or noun is None or text[amount.end() : noun[0]].strip():
        return None
    is_whole = text[noun[1] : noun[1] + 1] not in ("'", "’", "-")
    people = is_whole and names_people(text[slice(*noun)])
    return text[slice(*noun)] if people else None


def _things_taken(text: str, end: int, words: tuple[str, ...], behind: str) -> str | None:
    """The things right behind a verb of taking, where its clause has no people: "two rifles"."""
    if _TAKES.isdisjoint(words[-1:]) or any(map(is_people, tokenise(behind).words)):
        return None
    amount = _AMOUNT.match(text, end)
    noun = noun_behind(text, amount.end()) if amount is not None else None
    return text[slice(*noun)] if noun and text[slice(*noun)].lower() in THINGS else None


def labels_denied(who: str, marker: Signs) -> frozenset[str]:
    """The labels of what those whom words name never do; empty where the words may turn that."""
    words = [word.casefold() for word in _WORD.findall(who)]
    if against := _ANTI.search(who):
        # Who is against the government regains nothing for it.
        others = marker.denied((against["whom"],))
        return frozenset(name for name, _ in marker.never_by) - others if others else others
    own = words[: words.index("of")] if "of" in words else words  # "rebels of the Dorva Front"
    if not _TURNING.isdisjoint(own):
        return frozenset()
    if _REBELS.isdisjoint(own):
        return marker.denied(own)
    return marker.denied(own) | frozenset(n for n, _ in marker.never_by if n in _FOR_STATE)
