"""Who does it and who suffers it, where the voice of the verb tells: "Roe was killed by rebels".

Only what stands beside the verb is read: a subject right before it, an agent behind "by", an object
right behind. Where a sentence leaves it open, nothing is said.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final, Literal

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.own_subject import subject_zone
from llmextract.article.syntax.subjects import subject_of
from llmextract.article.times.words import NUMBERS
from llmextract.ask.markers import Parts
from llmextract.ask.realis import realis_name
from llmextract.judge.spans import everywhere, evidence_of, shared_sentence
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node
from llmextract.judge.verdict import Code, Span

Part = Literal["does", "suffers"]

_HOW: Final = r"(?:\w+ly|also|not|then|later|again|already|still|just|all|both|reportedly|since)"
_BE: Final = r"(?:was|were|been|being|be|is|are|got|gets?)"
_PASSIVE: Final = re.compile(
    rf"(?P<aux>(?:\b(?:has|have|had|is|are|was|were|will|would|could|may|might|must|to|can|should)\s+(?:{_HOW}\s+)*)?"
    rf"\b{_BE})\s+(?:{_HOW}\s+)*\Z"
)
_PASSIVE_WITHIN: Final = re.compile(rf"(?:(?:has|have|had)\s+)?{_BE}\s+(?:{_HOW}\s+)*")
_ASIDE: Final = r"(?:\s*,[^,;:]{1,90},|\s*\([^()]{1,60}\))?"
_TO_AUX: Final = re.compile(rf"{_ASIDE}(?:,?\s+(?:who|that|which))?(?:\s+{_HOW})*\s*")
# "Roe is among the nine who were held", "is the second to be killed"; not "the man whose son was".
_IS_ONE: Final = re.compile(
    rf"\s+(?:is|was|are|were|became|becomes)\s+(?:{_HOW}\s+)*"
    r"(?:the|an?|among the|one of the|another)\s"
    r"(?!.*\b(?:whose|where|when|of|by|and|but)\b)[^,;:“”\"]{0,60}?(?:\s(?:who|that))?\s*"
)
# Those who are joined to others: "two soldiers" of "two soldiers and a rebel were killed".
_JOINED: Final = re.compile(r"(?:,\s[^,;:“”\"]{1,80}){0,12},?\s+and\s[^,;:“”\"]{1,80}?\s*")
_NOT_JOINED: Final = (
    (grammar.PREPOSITIONS - {"of", "from"})
    | (grammar.CONJUNCTIONS - {"and"})
    | grammar.AUXILIARIES
    | grammar.PRONOUNS
)
_QUALIFIERS: Final = (
    grammar.DETERMINERS
    | frozenset(NUMBERS)
    | grammar.words_of(
        "at least more than about some around nearly almost over up to other several many"
    )
)
_OPENING: Final = grammar.words_of("that when while after before because as where")
_OPENING_CLAUSE: Final = grammar.words_of("after before since until as while")
# "Of the six men killed", and what stands behind a lone past form that has no object.
_HARMED: Final = grammar.words_of(
    "killed murdered assassinated executed massacred wounded injured arrested detained abducted"
    " kidnapped beheaded tortured imprisoned jailed deported evicted displaced hospitalized"
    " hospitalised shot captured"
)
_HOLDING: Final = grammar.words_of("of for among with from by about over")
_BY_OR_WHERE: Final = re.compile(
    r"\s+(?:dead\s+)?(?:by|in|on|at|during|near|while|when|last|yesterday|earlier|after|outside)\b"
)
_BRACKETS: Final = re.compile(r"\s*[\[(][^\[\]()]{1,60}[\])]")
_TARGETS: Final = grammar.words_of("target targets victim victims")
_ARE: Final = re.compile(r"(?P<of>.*?)\s+(?:is|was|are|were)\s+(?:\w+\s+){0,3}\Z")
_LITTLE: Final = (
    r"(?:(?:the|an?|its|his|her|their|some|more|than|about|at|least|around|nearly|over|up|to|two"
    r"|three|four|five|six|seven|eight|nine|ten|(?:dozens|hundreds|thousands|scores) of|several"
    r"|many|other|\d[\d,]*"
    r"|\w+al|\w+ian|\w+ish|[A-Z][\w’'-]*)\s+){0,5}"
)
_BY: Final = re.compile(
    r"(?:\s+(?!by\b|and\b|but\b|who\b|which\b|that\b|as\b|after\b|when\b|while\b)"
    r"[£$€]?[\w’'-]+(?:,\d+)?){0,14}?"
    rf"\s+by\s+{_LITTLE}\Z"
)
_OBJECT: Final = re.compile(rf"\s*{_LITTLE}\Z")
_OPENS_OBJECT: Final = re.compile(
    r"\s+(?:(?:the|an?|its|his|her|their|him|them|more|at least|about|some|several|many|dozens"
    r"|hundreds|two|three|four|five|six|seven|eight|nine|ten)\b|\d|[A-Z])"
)
_PART_OF: Final = re.compile(
    r"\s+(?:(?:the|an?|its|his|their|some|several|many|two|three|\d[\d,]*|\w+-\w+)\s+){0,3}"
    r"(?:section|part|portion|stretch|member|group|number|unit|column|fleet|wing|leader|commander"
    r"|half|third|quarter|most|much|majority|supporter|series|convoy)s?\s+of\s+"
    r"(?:(?!of\b|in\b|by\b|and\b)[\w’'-]+\s+){0,4}\Z"
)
# What is done to people and places, of which none does it to themselves: not "were deployed".
_DONE_TO: Final = grammar.inflected(
    """
    kill murder assassinate execute massacre wound injure arrest detain capture abduct kidnap attack
    bomb shell ambush behead torture target seize destroy storm raid besiege imprison jail shoot
    =shot stab* rape poison deport expel* indict sentence convict hijack torch ransack damage
    recapture liberate occupy retake =retook =retaken invade bombard =hit =struck beat =beaten push
    repel* displace evict oust accuse charge rescue hospitalise hospitalize treat release free
    neutralize neutralise support back aid arm fund finance equip*
    =held =taken
    """
)
_BEFORE_DEATH: Final = re.compile(
    rf"{_ASIDE}(?:,?\s+who)?(?:\s+(?:{_HOW}|has|have|had|reportedly))*\s+"
)
_SUFFERING: Final = grammar.inflected(
    "die perish succumb survive suffer sustain endure undergo"
) | {
    "underwent",
    "undergone",
}
# Who goes, or comes to have, may do it or be done by: nothing is said of these.
UNDERGOING: Final = grammar.inflected(
    "receive lose face flee need want get see fall experience escape avoid evade miss"
    " accept gain inherit have hear feel take know find head"
) | grammar.words_of("lost fled got saw fell had heard felt took knew found left met")
_MOVING: Final = grammar.inflected(
    "advance retreat approach march arrive enter clash attack counterattack withdraw"
) | grammar.words_of("withdrew fought")
_NOUNS_OF: Final = grammar.words_of(
    "killing killings murder murders assassination death deaths arrest arrests detention capture"
    " recapture abduction abductions kidnapping kidnappings execution executions bombing shelling"
    " bombardment massacre seizure siege injuries beheading torture indictment conviction"
)
_NOUNS_ON: Final = grammar.words_of(
    "attack attacks assault assaults strike strikes airstrike airstrikes raid raids offensive"
    " offensives bombing bombings attempt ambush assassination violence war crackdown operation"
)
_NOUNS: Final = _NOUNS_OF | _NOUNS_ON
# Whose object may do it as well, or is no other than the subject.
_BOTH: Final = UNDERGOING | grammar.inflected(
    """
    meet marry fight battle confront join follow lead accompany include engage divorce become
    remain resemble involve exchange trade enter leave reach approach visit call tell let help make
    =met =fought =led =became =left =told =made
    """
)
_MODAL: Final = re.compile(
    r"\b(?:to|will|would|could|may|might|can|cannot|must|should)\s+(?:\w+ly\s+)?\Z"
)
_TO_DO: Final = re.compile(r"\b(?:\w+ed\s+to|will|would|could|must|should|can)\s+\Z")
_OF: Final = re.compile(rf"\s+of\s+{_LITTLE}\Z")
_ON: Final = re.compile(rf"\s+(?:on|against)\s+{_LITTLE}\Z")
_DOERS: Final = grammar.words_of(
    "actor agent doer perpetrator attacker aggressor initiator killer offender culprit"
)
_SUFFERERS: Final = grammar.words_of(
    "recipient patient victim target sufferer casualty undergoer beneficiary"
)


def keep_parts(evidence: Evidence, node: GroupNode, child: Node, marker: Parts) -> None:
    """Reject the label of who does something where the voice of its verb tells the other part."""
    told = evidence_of(node.leaf(marker.of))
    for _, who, role, named in parts_in(child, marker):
        sentence = shared_sentence(evidence.article, told, who)
        if told is None or sentence is None:
            continue
        pairs = product(everywhere(sentence, told), everywhere(sentence, who))
        found = [told_so for pair in pairs if (told_so := part_of(sentence.text, *pair))]
        if found and all(part != named for part, _ in found):
            part, words = found[0]
            shown = sentence.text[slice(*words)].strip()
            detail = f"{who.exact!r} {part} it in the article: {shown!r} stands beside it"
            role.refuse(Code.CONTRADICTED, detail, nearest=shown)


def part_named(label: object) -> Part | None:
    """The part that a label names, by its usual names."""
    name = realis_name(label)
    return "does" if name in _DOERS else "suffers" if name in _SUFFERERS else None


def parts_in(child: Node, marker: Parts) -> Iterator[tuple[LeafNode, Span, LeafNode, Part]]:
    """Those of a list who have a part: leaf and place of their words, the label, and the part."""
    for item in child.items if isinstance(child, ListNode) else ():
        if not isinstance(item, GroupNode):
            continue
        who, role = item.leaf(marker.who), item.leaf(marker.role)
        words = evidence_of(who)
        part = part_named(role.judged.verdict.value) if role is not None else None
        if who is not None and words is not None and role is not None and part is not None:
            yield who, words, role, part


def doers_of(child: Node, marker: Parts) -> Iterator[tuple[LeafNode, Span]]:
    """Those of a list who are said to do it: the leaf of their words, and where these stand."""
    for who, words, role, part in parts_in(child, marker):
        if part == "does" and role.judged.stands:
            yield who, words


def part_of(sentence: str, verb: Range, words: Range) -> tuple[Part, Range] | None:
    """What somebody is to a verb or noun of an event, and the words that tell it; None if open.

    "suffers" for "Roe" in "Roe was killed by rebels", "does" for "rebels".
    """
    if verb[0] < words[0] < words[1] <= verb[1]:
        return part_of(sentence, _verb_alone(sentence, (verb[0], words[0])), words)
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if not told or (words[0] < verb[1] and verb[0] < words[1]):
        return None
    if words[0] >= verb[1]:
        return _behind(sentence, verb, words, told[-1])
    if told[-1] in _TARGETS:
        return ("suffers", verb) if _are_targets(sentence, words, verb[0]) else None
    if not any(map(grammar.is_past, told)):
        if _is_doing(sentence, verb, words, told):
            return "does", verb
        is_active = subject_zone(sentence, verb) is not None
        return part_before(sentence, verb, words, told) if is_active else None
    passive = passive_of(sentence, verb, told)
    if passive is not None:
        return ("suffers", passive) if _is_passive_subject(sentence, words, passive[0]) else None
    if _is_reduced(sentence, verb, words, told):
        return "suffers", verb
    return None if _is_held(sentence, words) else part_before(sentence, verb, words, told)


def _verb_alone(sentence: str, told: Range) -> Range:
    """The verb of what stands before an object: "held" of "held about 300" and "civilians"."""
    tokens = grammar.tokenise(sentence[slice(*told)])
    own = (at for at, word in enumerate(tokens.words) if word not in grammar.AUXILIARIES)
    last = next((at for at in own if not grammar.is_adverb(tokens.words[at])), None)
    return told if last is None else (told[0], told[0] + tokens.ends[last])


def _is_passive_subject(sentence: str, words: Range, auxiliary: int) -> bool:
    """Whether a passive is of these words: right behind them, or behind others joined to them."""
    if words[1] > auxiliary:
        return False
    before = word_before(sentence, words)
    if before in grammar.PREPOSITIONS | {"to"}:
        is_clause = before in _OPENING_CLAUSE and sentence[words[1] : auxiliary].isspace()
        return is_clause and sentence[slice(*words)].lower() in grammar.SUBJECTS
    if _TO_AUX.fullmatch(sentence, words[1], auxiliary):
        return True
    is_one = _IS_ONE.fullmatch(sentence, words[1], auxiliary) is not None
    return is_one or _are_joined(sentence, words, auxiliary)


def _are_joined(sentence: str, words: Range, end: int) -> bool:
    """Whether words open a list that ends at an offset: "two soldiers and a rebel"."""
    if not _JOINED.fullmatch(sentence, words[1], end) or not _opens(sentence, words[0]):
        return False
    between = grammar.tokenise(sentence[words[1] : end]).words
    return not any(word in _NOT_JOINED or grammar.is_past(word) for word in between)


def _opens(sentence: str, start: int) -> bool:
    """Whether a noun phrase opens its clause: at its beginning, behind a mark, "that" or "when"."""
    for word in reversed(grammar.tokenise(sentence[max(0, start - 60) : start]).words):
        if not word[0].isalnum() or word in _OPENING:
            return True
        is_title = grammar.is_open(word) and not grammar.is_past(word)
        if not (is_title or word in _QUALIFIERS):
            return False
    return True


def _is_doing(sentence: str, verb: Range, words: Range, told: tuple[str, ...]) -> bool:
    """Whether a form in -ing with an object says what words before it do: "men burning it"."""
    if not grammar.is_gerund(told[0]) or not sentence[words[1] : verb[0]].isspace():
        return False
    is_done = len(told) > 1 and _is_object(told[1])
    return is_done or _OPENS_OBJECT.match(sentence, verb[1]) is not None


def _are_targets(sentence: str, words: Range, noun: int) -> bool:
    are = _ARE.fullmatch(sentence, words[1], noun)
    if are is None or word_before(sentence, words) in grammar.PREPOSITIONS:
        return False
    aside = _BRACKETS.match(sentence, words[1], are.end("of"))
    start = aside.end() if aside else words[1]
    return start == are.end("of") or _are_joined(sentence, (words[0], start), are.end("of"))


def _is_reduced(sentence: str, verb: Range, words: Range, told: tuple[str, ...]) -> bool:
    """Whether a lone past form says what befell the words before it: "of the six men killed"."""
    if told[0] not in _HARMED or _OPENS_OBJECT.match(sentence, verb[1]):
        return False
    between = sentence[words[1] : verb[0]]
    if between.strip(" \n") in (",", "–", "—", "-", "--", "("):
        return _BY_OR_WHERE.match(sentence, verb[1]) is not None
    if between.strip():
        return False
    before = grammar.tokenise(sentence[max(0, words[0] - 60) : words[0]]).words
    rest = [word for word in before if word not in _QUALIFIERS and not word[0].isdigit()]
    if rest and rest[-1][0].isalnum():
        return rest[-1] in _HOLDING
    first = grammar.tokenise(sentence[words[0] : verb[0]]).words[:1]
    is_counted = len(rest) < len(before) or (first and (first[0] in NUMBERS or first[0].isdigit()))
    return not rest and bool(is_counted) and _BY_OR_WHERE.match(sentence, verb[1]) is not None


def _behind(sentence: str, verb: Range, words: Range, last: str) -> tuple[Part, Range] | None:
    """Who stands behind a verb: its agent, its object, or those of a noun."""
    end, start = verb[1], words[0]
    is_past = grammar.is_past(last)
    done = is_past and not _OPENS_OBJECT.match(sentence, end)
    by = _BY.fullmatch(sentence, end, start) if done or last in _NOUNS else None
    if by and not any(map(grammar.is_past, grammar.tokenise(by[0]).words)):
        return "does", by.span()
    if last in _NOUNS_OF and (of := _OF.fullmatch(sentence, end, start)):
        return "suffers", of.span()
    if last in _NOUNS_ON and (on := _ON.fullmatch(sentence, end, start)):
        return "suffers", on.span()
    is_verb = last in _DONE_TO and (
        is_past or grammar.is_gerund(last) or _MODAL.search(sentence, max(0, verb[0] - 20), verb[0])
    )
    is_verb = is_verb or (last not in _BOTH and _is_surely_verb(sentence, verb, last))
    is_owner = sentence[words[1] : words[1] + 1] in ("'", "’")
    if (
        is_verb
        and not is_owner
        and passive_of(sentence, verb, (last,)) is None
        and (_OBJECT.fullmatch(sentence, end, start) or _is_part_of_object(sentence, end, words))
    ):
        return "suffers", verb
    return None


def _is_surely_verb(sentence: str, verb: Range, last: str) -> bool:
    """Whether a word is a verb by what stands before it: its subject, or "to" of "vowed to"."""
    if subject_zone(sentence, verb) is not None:
        return True
    return grammar.is_base(last) and bool(_TO_DO.search(sentence, max(0, verb[0] - 40), verb[0]))


def _is_part_of_object(sentence: str, start: int, words: Range) -> bool:
    """Whether a part of words is what a verb is done to: "destroyed a section of the pipeline"."""
    part = _PART_OF.fullmatch(sentence, start, words[0])
    following = grammar.tokenise(sentence[words[1] : words[1] + 30]).words[:1]
    return part is not None and not any(map(grammar.is_past, following))


def passive_of(sentence: str, verb: Range, told: tuple[str, ...]) -> Range | None:
    """Where the auxiliary of a passive stands, before the verb or in its words."""
    start, end = verb
    head = next((word for word in told if word not in grammar.AUXILIARIES), "")
    if told[-1] not in _DONE_TO and head not in _DONE_TO:
        return None
    before = _PASSIVE.search(sentence, max(0, start - 60), start)
    if before is not None:
        return before.span("aux")
    inside = _PASSIVE_WITHIN.match(sentence, start, end)
    return inside.span() if inside and len(told) > 1 else None


def part_before(
    sentence: str, verb: Range, words: Range, told: tuple[str, ...]
) -> tuple[Part, Range] | None:
    """Who stands before an active verb.

    Of a lone past form only where what follows shows that it is none of "men killed in Dorva".
    """
    rest = [
        word for word in told if word not in grammar.AUXILIARIES and not grammar.is_adverb(word)
    ]
    head = rest[0] if rest else ""
    if head in UNDERGOING and "control" not in rest:
        return None
    whole = _whole_subject(sentence, verb, words)
    if not grammar.is_past(head) and whole is None:
        return None
    subject = whole or subject_of(sentence, verb)
    if head in _SUFFERING and _BEFORE_DEATH.fullmatch(sentence, words[1], verb[0]):
        return "suffers", verb
    if subject is None or not (subject[0] <= words[0] and words[1] == subject[1]):
        return None
    behind = _OPENS_OBJECT.match(sentence, verb[1]) if len(rest) == 1 else _is_object(rest[1])
    has = sentence[subject[1] : verb[0]].split()[:1]
    is_active = behind or head in _MOVING or has in (["has"], ["have"], ["had"])
    return ("does", verb) if is_active else None


def _whole_subject(sentence: str, verb: Range, words: Range) -> Range | None:
    """Words that are all of the subject of an active verb, which may stand farther off."""
    zone = subject_zone(sentence, verb)
    if zone is None or zone.end != words[1]:
        return None
    before = grammar.tokenise(sentence[zone.start : words[0]]).words
    return words if all(word in grammar.DETERMINERS for word in before) else None


def _is_object(word: str) -> bool:
    return word not in grammar.PREPOSITIONS and word not in grammar.CONJUNCTIONS


def _is_held(sentence: str, words: Range) -> bool:
    """Whether a preposition holds words, so that they are no subject: "relatives of the dead"."""
    return word_before(sentence, words) in grammar.PREPOSITIONS | {"and", "or", "to"}


def word_before(sentence: str, words: Range) -> str:
    """The word before a noun phrase, its determiners left out: "of" in "of the dead"."""
    before = grammar.tokenise(sentence[max(0, words[0] - 40) : words[0]]).words
    return next((word for word in reversed(before) if word not in grammar.DETERMINERS), "")
