"""Who does it and who suffers it, where the voice of the verb tells: "Roe was killed by rebels".

Only what stands beside the verb is read: a subject right before it, an agent behind "by", an object
right behind. Where a sentence leaves it open, nothing is said.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.own_subject import (
    HAS_OBJECT,
    is_participle,
    is_surely_active,
    passive_zone,
    subject_zone,
)
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.subjects import subject_of
from llmextract.ask.markers import Parts
from llmextract.ask.parts import Part, part_named
from llmextract.judge.rules.who.befallen import (
    ASIDE,
    DONE_TO,
    HOW,
    OPENS_OBJECT,
    done_behind,
    harmed_behind,
    harmed_by,
    is_listed,
    is_passive_subject,
    is_reduced,
    passive_of,
    word_before,
)
from llmextract.judge.rules.who.heads import heads_subject, is_head
from llmextract.judge.rules.who.mutual import is_of_both
from llmextract.judge.rules.who.objects import LITTLE, agent_by, goes_on, is_member
from llmextract.judge.spans import everywhere, evidence_of, shared_sentence
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node
from llmextract.judge.verdict import Code, Span

_TARGETS: Final = grammar.words_of("target targets victim victims")
_PARTICLES: Final = grammar.words_of("up down off out away back over apart dead")
# To take something over is no more undergone than to seize it.
_SEIZED: Final = {
    "took": "seized",
    "taken": "seized",
    "taking": "seizing",
    "takes": "seizes",
    "take": "seize",
}
_OBJECT: Final = re.compile(rf"[\"”]?(?:\s+(?:{'|'.join(sorted(_PARTICLES))}))?\s*{LITTLE}\Z")
# "27 were arrested, among them a baker, Roe".
_AMONG: Final = re.compile(
    rf"(?:\s(?!by\b|and\b|who\b|when\b)[\w’'-]+){{0,8}}?,\s(?:among\s+them|including)\s+{LITTLE}"
    r"(?:[a-z-]+\s){0,3}(?:[a-z-]+,\s)?"
)
_BEFORE_DEATH: Final = re.compile(
    rf"{ASIDE}(?:,?\s+who)?(?:\s+(?:{HOW}|has|have|had|reportedly))*\s+"
)
SUFFERING: Final = grammar.inflected("die perish succumb survive suffer sustain endure undergo") | {
    "underwent",
    "undergone",
}
# Who goes, or comes to have, may do it or be done by: nothing is said of these.
UNDERGOING: Final = grammar.inflected(
    "receive lose face flee need want get see fall experience escape avoid evade miss"
    " accept gain inherit have hear feel take know find head"
) | grammar.words_of("lost fled got saw fell had heard felt took knew found left met")
_MOVING: Final = grammar.inflected(
    "advance retreat approach march arrive enter clash attack counterattack withdraw rally protest"
    " demonstrate riot resign"
) | grammar.words_of("withdrew fought")
# Who goes or comes to these has it done to him: "went on trial".
_TRIED_IN: Final = grammar.words_of("trial court prison jail custody hospital")
# Who does these does what a form in -ing behind them tells: "denied shelling it".
_WITH_GERUND: Final = grammar.inflected(
    "deny admit* finish avoid consider resume stop* halt suspend continue start risk =began =begun"
    " =kept =quit"
)
NOUNS_OF: Final = grammar.words_of(
    """
    killing killings murder murders assassination death deaths arrest arrests detention
    capture recapture abduction abductions kidnapping kidnappings execution executions bombing
    shelling bombardment massacre seizure siege injuries beheading torture indictment
    conviction beating beatings stabbing stabbings lynching shooting shootings expulsion
    eviction deportation poisoning rape sentencing release imprisonment loss losses overthrow
    ouster toppling removal defeat destruction liberation occupation encirclement isolation
    evacuation rescue displacement annexation reconquest retaking recovery fall downfall
    purchase acquisition takeover buyout
    """
)
_NOUNS_ON: Final = grammar.words_of(
    "attack attacks assault assaults strike strikes airstrike airstrikes raid raids offensive"
    " offensives bombing bombings attempt ambush assassination violence war crackdown operation"
)
NOUNS: Final = NOUNS_OF | _NOUNS_ON
# Whose object may do it as well, or is no other than the subject.
BOTH: Final = UNDERGOING | grammar.inflected(
    """
    meet marry fight battle confront join follow lead accompany include engage divorce become
    play face tie kiss date wed* debate star* feature cost involve
    remain resemble involve enter leave reach approach visit call tell let help make
    =met =fought =led =became =left =told =made
    """
)
# "Roe lost his life", "gave her life".
_OF_LIFE: Final = grammar.inflected("lose lay give") | grammar.words_of("lost laid gave given")
# Auxiliaries behind which a subject does what is told, if its verb is no passive.
_SURELY_ACTIVE: Final = (
    grammar.HAVE | grammar.MODALS | grammar.DO | grammar.words_of("was were is are")
)
_OF: Final = re.compile(rf"\s+of\s+{LITTLE}\Z")
_ON: Final = re.compile(rf"\s+(?:on|against)\s+{LITTLE}\Z")


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


def parts_in(child: Node, marker: Parts) -> Iterator[tuple[LeafNode, Span, LeafNode, Part]]:
    """Those of a list who have a part: leaf and place of their words, the label, and the part."""
    for who, words, role in labelled_in(child, marker):
        part = part_named(role.judged.verdict.value)
        if part is not None:
            yield who, words, role, part


def labelled_in(child: Node, marker: Parts) -> Iterator[tuple[LeafNode, Span, LeafNode]]:
    """Those of a list whose words stand somewhere: leaf and place of these, and the label."""
    for item in child.items if isinstance(child, ListNode) else ():
        if not isinstance(item, GroupNode):
            continue
        who, role = item.leaf(marker.who), item.leaf(marker.role)
        words = evidence_of(who)
        if who is not None and words is not None and role is not None:
            yield who, words, role


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
    if (both := is_of_both(sentence, verb, words)) is not None:
        return "does", both
    told = _without_particle(grammar.tokenise(sentence[slice(*verb)]).words)
    if not told or (words[0] < verb[1] and verb[0] < words[1]):
        return None
    if is_listed(sentence, verb, words):
        return "suffers", verb
    if words[0] >= verb[1]:
        return _behind(sentence, verb, words, told)
    if (harmed := harmed_by(sentence, verb, words)) is not None:
        return "suffers", harmed
    if told[-1] in _TARGETS:
        return None
    if (denied := _denied(sentence, verb, told)) is not None:
        is_subject = heads_subject(sentence, denied, words) is not None
        return ("does", verb) if is_subject else None
    if not any(map(is_participle, told)):
        is_active = subject_zone(sentence, verb) is not None
        return part_before(sentence, verb, words, told) if is_active else None
    passive = passive_of(sentence, verb, told, of_any=True)
    if passive is not None:
        zone = passive_zone(sentence, verb)
        is_subject = is_passive_subject(sentence, words, passive[0])
        is_subject = is_subject or is_head(sentence, zone, verb, words)
        return ("suffers", passive) if is_subject else None
    if is_reduced(sentence, verb, words, told):
        return "suffers", verb
    is_free = not _is_held(sentence, words) or heads_subject(sentence, verb, words) is not None
    return part_before(sentence, verb, words, told) if is_free else None


def _denied(sentence: str, verb: Range, told: tuple[str, ...]) -> Range | None:
    """The verb before a form in -ing whose subject does that too: "the army denied [shelling]"."""
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(*verb)
    is_done = grammar.is_gerund(told[0]) and told[0] not in UNDERGOING
    if touched is None or not touched[0] or not is_done:
        return None
    before = touched[0] - 1
    return tokens.place(before) if tokens.words[before] in _WITH_GERUND else None


def _without_particle(told: tuple[str, ...]) -> tuple[str, ...]:
    """A verb without what belongs to it: "shot" of "shot down", "was blown" of "was blown up"."""
    if "of" in told[1:] and told[told.index("of") - 1] in NOUNS:
        told = told[: told.index("of")]
    if told[-1:] == ("over",) and told[-2:-1] and told[-2] in _SEIZED:
        return (*told[:-2], _SEIZED[told[-2]])
    is_behind = len(told) > 1 and told[-1] in _PARTICLES and told[-2] not in grammar.DETERMINERS
    return told[:-1] if is_behind else told


def _verb_alone(sentence: str, told: Range) -> Range:
    """The verb of what stands before an object: "held" of "held about 300" and "civilians"."""
    tokens = grammar.tokenise(sentence[slice(*told)])
    own = (at for at, word in enumerate(tokens.words) if word not in grammar.AUXILIARIES)
    last = next((at for at in own if not grammar.is_adverb(tokens.words[at])), None)
    return told if last is None else (told[0], told[0] + tokens.ends[last])


def _behind(
    sentence: str, verb: Range, words: Range, told: tuple[str, ...]
) -> tuple[Part, Range] | None:
    """Who stands behind a verb: its agent, its object, or those of a noun."""
    end, start, last = verb[1], words[0], told[-1]
    passive = passive_of(sentence, verb, told)
    harmed = harmed_behind(sentence, verb, words) or done_behind(sentence, verb, words)
    if harmed is not None:
        return "suffers", harmed
    if passive is not None and _AMONG.fullmatch(sentence, end, start):
        return "suffers", passive
    is_past = is_participle(last)
    is_whole = told[0] in grammar.BE and any(map(is_participle, told[1:]))  # "was taken prisoner"
    done = (is_past or is_whole) and not OPENS_OBJECT.match(sentence, end)
    by = agent_by(sentence, end, words) if done or last in NOUNS else None
    if by and not any(map(grammar.is_past, grammar.tokenise(by[0]).words)):
        return "does", by.span()
    if last in NOUNS_OF and (of := _OF.fullmatch(sentence, end, start)):
        return "suffers", of.span()
    if last in _NOUNS_ON and (on := _ON.fullmatch(sentence, end, start)):
        return "suffers", on.span()
    is_verb = last in DONE_TO and (is_past or grammar.is_gerund(last))
    is_verb = is_verb or (last not in BOTH and subject_zone(sentence, verb) is not None)
    is_verb = is_verb or _has_object(sentence, verb, last)
    is_owner = sentence[words[1] : words[1] + 1] in ("'", "’")
    if (
        is_verb
        and not is_owner
        and passive_of(sentence, verb, (last,)) is None
        and (
            _OBJECT.fullmatch(sentence, end, start)
            or is_member(sentence, end, words)
            or goes_on(sentence, end, words)
        )
    ):
        return "suffers", verb
    return None


def main_verb(told: tuple[str, ...]) -> str:
    """The verb that is no auxiliary: "given" of "have also given"."""
    rest = (word for word in told if word not in grammar.AUXILIARIES)
    return next((word for word in rest if not grammar.is_adverb(word)), "")


def _has_object(sentence: str, verb: Range, last: str) -> bool:
    """Whether a past form is surely a verb by its object, and no verb of saying or of both sides.

    "summoned the envoy"; "said the envoy" has him say it.
    """
    if not grammar.is_past(last) or last in BOTH | grammar.AUXILIARIES or says(last):
        return False
    return OPENS_OBJECT.match(sentence, verb[1]) is not None


def part_before(
    sentence: str, verb: Range, words: Range, told: tuple[str, ...]
) -> tuple[Part, Range] | None:
    """Who stands before an active verb.

    Of a lone past form only where what follows shows that it is none of "men killed in Dorva".
    """
    rest = [
        word for word in told if word not in grammar.AUXILIARIES and not grammar.is_adverb(word)
    ]
    if not rest:
        return None
    head = rest[0]
    if head in _OF_LIFE and not {"life", "lives"}.isdisjoint(rest):
        is_named = heads_subject(sentence, verb, words) is not None
        return ("suffers", verb) if is_named else None
    if (head in UNDERGOING and "control" not in rest) or not _TRIED_IN.isdisjoint(rest):
        return None
    whole = heads_subject(sentence, verb, words)
    if not grammar.is_past(head) and whole is None:
        return None
    subject = whole or subject_of(sentence, verb)
    is_set_off = word_before(sentence, words) == "," and sentence[words[1] : verb[0]] == ", "
    if head in SUFFERING and (
        is_set_off or whole or _BEFORE_DEATH.fullmatch(sentence, words[1], verb[0])
    ):
        return "suffers", verb
    if subject is None or not (subject[0] <= words[0] and words[1] == subject[1]):
        return None
    is_pair = len(rest) == 3 and rest[1] == "and"  # "shot and wounded"
    is_alone = len(rest) == 1 or is_pair
    behind = _takes_object(sentence, verb, whole) if is_alone else _is_object(rest[1])
    group = {*told, *grammar.tokenise(sentence[max(subject[1], verb[0] - 40) : verb[0]]).words}
    is_sure = whole is not None and is_surely_active(head)
    is_active = behind or is_sure or head in _MOVING or not group.isdisjoint(_SURELY_ACTIVE)
    return ("does", verb) if is_active else None


def _takes_object(sentence: str, verb: Range, subject: Range | None) -> bool:
    """Whether an object follows a verb; of one whose subject is sure a bare noun is one."""
    if OPENS_OBJECT.match(sentence, verb[1]) is not None:
        return True
    noun = HAS_OBJECT.match(sentence, verb[1]) if subject is not None else None
    return noun is not None and noun[0].split()[0] not in grammar.PREPOSITIONS


def _is_object(word: str) -> bool:
    return word not in grammar.PREPOSITIONS and word not in grammar.CONJUNCTIONS


def _is_held(sentence: str, words: Range) -> bool:
    """Whether a preposition holds words, so that they are no subject: "relatives of the dead"."""
    return word_before(sentence, words) in grammar.PREPOSITIONS | {"and", "or", "to"}
