"""Who only helps those who do it, and who is said to help and does it, or suffers it.

Of "the army, backed by Norland, took Dorva" Norland is no victim, nor is the army one that helps.
Where a sentence leaves it open, nothing is said.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.ask.markers import Parts
from llmextract.ask.parts import part_named
from llmextract.ask.realis import realis_name
from llmextract.judge.rules.setting.asides import HELPING
from llmextract.judge.rules.who.heads import heads_subject
from llmextract.judge.rules.who.objects import LITTLE
from llmextract.judge.rules.who.voice import (
    UNDERGOING,
    labelled_in,
    main_verb,
    part_of,
)
from llmextract.judge.spans import evidence_of, shown_throughout
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, Node
from llmextract.judge.verdict import Code

_HELPERS: Final = grammar.words_of(
    "supporter helper backer ally accomplice abettor assistant sponsor patron"
)
_BACKED_BY: Final = re.compile(
    r"\b(?:(?:back|support|aid|assist|help|broker|mediat|facilitat|sponsor|reinforc)ed\s+by"
    r"|with\s+(?:the\s+)?(?:help|support|backing|assistance|aid|mediation)\s+of|thanks\s+to)\s+"
    r"(?:(?:the|an?|its|their|some|several|two|three|four|five|six|\d[\d,]*)\s+){0,3}\Z"
)
# To do these is to help, so that who does them may be called one that helps.
_HELPING: Final = grammar.inflected(
    "train equip* supply provide donate deploy deliver send lend give =gave =given =sent =lent"
)
# Whom somebody opposes he does not have for a helper: "battled the guards".
_OPPOSING: Final = grammar.inflected(
    "battle fight confront engage oppose resist face combat challenge defeat =fought"
)
_RIGHT_BEHIND: Final = re.compile(rf"\s+{LITTLE}")
_LOOK_BACK: Final = 80
_NEXT: Final = 30
_WHICH: Final = re.compile(
    r"[a-z]s?\s(?:back|support|fund|financ|sponsor|train|arm)ed\sby\s(?:the\s)?\Z"
)


def keep_backers(evidence: Evidence, node: GroupNode, child: Node, marker: Parts) -> None:
    """Reject who helps and is said to suffer it, and who does or suffers it and is said to help."""
    told = evidence_of(node.leaf(marker.of))
    for _, who, role in labelled_in(child, marker):
        label = role.judged.verdict.value
        if told is None or not role.judged.stands:
            continue
        if realis_name(label) in _HELPERS:
            shown = shown_throughout(evidence, (told, who), _helps_not)
        elif part_named(label) == "suffers":
            shown = shown_throughout(evidence, (told, who), _helps)
        else:
            continue
        if shown is not None:
            detail = f"{who.exact!r} is no {label} of it in the article: {shown!r} stands beside it"
            role.refuse(Code.CONTRADICTED, detail, nearest=shown)


def _helps_not(sentence: str, verb: Range, words: Range) -> str | None:
    """The words by which somebody does or suffers it; none where to do it is to help."""
    part = part_of(sentence, verb, words)
    told = grammar.tokenise(sentence[slice(*verb)]).words
    undergoes = main_verb(told) in UNDERGOING
    if main_verb(told) in _OPPOSING and _RIGHT_BEHIND.fullmatch(sentence, verb[1], words[0]):
        return sentence[slice(*verb)]
    if part is None and not undergoes and heads_subject(sentence, verb, words) is not None:
        part = "does", verb
    helps = HELPING.search(sentence, *verb) is not None or not _HELPING.isdisjoint(told)
    if part is None or (part[0] == "does" and helps):
        return None
    return sentence[slice(*part[1])].strip()


def _helps(sentence: str, verb: Range, words: Range) -> str | None:
    """The words by which somebody helps another: "backed by", unless it is these that are told."""
    found = _BACKED_BY.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    is_told = found is None or (verb[0] < found.end() and found.start() < verb[1])
    return None if found is None or is_told else found[0].strip()


def helps_alone(sentence: str, verb: Range, words: Range) -> str | None:
    """The same, where the words only tell which others do it: "militias backed by [Norland]".

    Who is named beside them between commas may be told to have his part in it.
    """
    found = _WHICH.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if found is None:
        return None
    following = grammar.tokenise(sentence[words[1] : words[1] + _NEXT]).words[:1]
    is_whole = not (following and grammar.is_open(following[0])) or grammar.is_past(following[0])
    return _helps(sentence, verb, words) if is_whole else None
