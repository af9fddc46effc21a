"""Who surely does not do it: others stand right before its verb, or it happens there.

Of "rebels retreated as government forces advanced" the rebels retreated, and "clashes in Norland"
are none of Norland's. Where a sentence leaves it open, nothing is said.
"""

import re
from functools import partial
from itertools import product
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import subject_zone
from llmextract.article.syntax.sorts import is_attack, sort_of
from llmextract.article.syntax.subjects import subject_of
from llmextract.ask.markers import Parts
from llmextract.judge.rules.nouns import does_for_others, head_of, may_act
from llmextract.judge.rules.saying.telling import says_of
from llmextract.judge.rules.setting.asides import told_in_aside
from llmextract.judge.rules.setting.where import is_placed, letters_tell
from llmextract.judge.rules.who.backers import helps_alone
from llmextract.judge.rules.who.befallen import passive_of, word_before
from llmextract.judge.rules.who.bystanders import (
    heads_report,
    holds_place,
    is_of_accusation,
    is_of_other_side,
    only_looks_on,
    stands_by,
    takes_other_part,
)
from llmextract.judge.rules.who.heads import is_antecedent
from llmextract.judge.rules.who.nested import does_for_another, suffers_for_another
from llmextract.judge.rules.who.outside import stands_outside
from llmextract.judge.rules.who.owners import keep_owners
from llmextract.judge.rules.who.rivals import (
    accused,
    is_somebody_else,
    other_agent,
    other_subject,
)
from llmextract.judge.rules.who.slots import filled_by_another
from llmextract.judge.rules.who.stations import doer_elsewhere
from llmextract.judge.rules.who.tags import tells_not_does
from llmextract.judge.rules.who.voice import (
    UNDERGOING,
    doers_of,
    main_verb,
    part_before,
    part_of,
    parts_in,
)
from llmextract.judge.spans import (
    everywhere,
    evidence_of,
    in_sentence,
    shared_sentence,
    shown_throughout,
    standing,
    stands_elsewhere,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, Node
from llmextract.judge.verdict import Code, Span

# Who stands behind these may do it as well, and behind those may be the subject again.
_COMPANY: Final = grammar.words_of(
    "by with alongside along together besides plus like joined said says told"
)
_OPENING: Final = (
    clausal.PARALLEL | clausal.LINKED | clausal.BARE | clausal.RELATIVE | {"as", "that"}
) - {"and", "or"}
# What opens a clause whose company is none of who does what was told before.
_ANOTHER: Final = grammar.words_of("as while when whereas where because although though")
_IN: Final = re.compile(
    r"\b(?P<preposition>in|at|near|inside|across|throughout)\s+(?:(?:the|its|their|his|her)\s+)?\Z",
    re.IGNORECASE,
)
_ENDS_NAME: Final = (
    (grammar.PREPOSITIONS - {"of"})
    | grammar.CONJUNCTIONS
    | grammar.AUXILIARIES
    | grammar.words_of("today yesterday after before while when since")
)
# What both sides do.
_MUTUAL: Final = grammar.inflected(
    "fight battle marry meet confront face clash exchange trade engage combat join divorce"
    " =fought =met"
)
_VEHICLES: Final = grammar.words_of(
    "car truck lorry van bus minibus coach train tram taxi cab pickup jeep suv tractor trailer"
    " tanker ambulance motorcycle motorbike scooter moped bicycle bike plane jet airliner"
    " helicopter aircraft glider balloon ship ferry vessel yacht trawler barge canoe kayak dinghy"
    " vehicle"
)
_COLLIDING: Final = grammar.inflected(
    "hit collide crash smash ram* plough plow swerve skid* veer"
) | (
    grammar.words_of(
        "struck strikes striking ran runs overran sank sinks sinking overturned overturns"
    )
)
# Most plurals that no list of people has may be of people; these are not.
_INERT: Final = grammar.words_of(
    """
    pipelines highways roads bridges buildings houses homes forests trees fields farms streets
    rivers windows walls doors planks funds symptoms deaths losses costs prices damages hectares
    acres crops elections territories positions lines routes bases weapons supplies lives talks
    negotiations sanctions rights relations efforts plans measures results reasons weeks days months
    years hours
    """
)
# What it is done with: "armed with rifles".
_WITH: Final = re.compile(
    r"\b(?:(?:armed|equipped|loaded|filled|packed)\s+with|using|spraying|wielding|made\s+of"
    r"|\d+\s+(?:kilo|milli)?(?:gram|liter|litre|pound|ton|tonne)s?\s+of)\s+"
    r"(?:(?:an?|the|their|his|its|some|\d+)\s+)?(?:[\w-]+\s+)?\Z"
)
_INDEFINITE: Final = ("a ", "an ", "one ", "A ", "An ", "One ")


def keep_doers(evidence: Evidence, node: GroupNode, child: Node, marker: Parts) -> None:
    """Reject who is said to do what others do, or what happens there, or is done with it."""
    told = evidence_of(node.leaf(marker.of))
    keep_owners(evidence, child, marker, told)
    for who, words, _, part in parts_in(child, marker):
        if _is_means(evidence, words):
            who.refuse(Code.MISATTACHED, f"{words.exact!r} is what it is done with")
        elif told is not None:
            _keep_in_its_clause(evidence, told, who, words)
            _keep_no_bystander(evidence, told, who, words, does=part == "does")
    for who, words in doers_of(child, marker):
        if not (_may_do(evidence, words) or _collides(told, words) or _does(evidence, told, words)):
            who.refuse(Code.UNREADABLE, f"{words.exact!r} does nothing")
        elif _is_place_of(evidence, node, told, words):
            detail = f"{words.exact!r} is where it happens in this record"
            who.refuse(Code.MISATTACHED, detail)
        elif told is not None:
            _keep_doer(evidence, told, who, words)


def _keep_in_its_clause(evidence: Evidence, told: Span, who: LeafNode, words: Span) -> None:
    """Reject who stands in a clause between commas that what happens is not told in."""
    shows = partial(told_in_aside, takes_part=True)
    shown = shown_throughout(evidence, (told, words), shows)
    if shown is not None and words.exact.lower() not in grammar.PRONOUNS | grammar.OBJECT_PRONOUNS:
        detail = f"{words.exact!r} is told of apart from {told.exact!r}: {shown!r}"
        who.refuse(Code.MISATTACHED, detail)


def _keep_no_bystander(
    evidence: Evidence, told: Span, who: LeafNode, words: Span, *, does: bool
) -> None:
    """Reject who is only named beside what happens, and takes no such part in it."""
    doing = (
        heads_report,
        is_of_other_side,
        holds_place,
        does_for_another,
        helps_alone,
        only_looks_on,
    )
    done = (is_of_accusation, suffers_for_another, takes_other_part)
    for shows in (stands_by, *(doing if does else done)):
        shown = shown_throughout(evidence, (told, words), shows) if who.judged.stands else None
        if shown is not None:
            detail = f"{words.exact!r} is only named beside {told.exact!r}: {shown!r}"
            who.refuse(Code.MISATTACHED, detail)


def _is_means(evidence: Evidence, words: Span) -> bool:
    """Whether words are what something is done with, wherever their sentence has them."""
    sentence = evidence.article.line_at(words.start) if words.exact.islower() else None
    if sentence is None:
        return False
    before = [sentence.text[max(0, start - 60) : start] for start, _ in everywhere(sentence, words)]
    return bool(before) and all(map(_WITH.search, before))


def _may_do(evidence: Evidence, words: Span) -> bool:
    """Whether words may be of who does something, or of what does it for others."""
    text, *_ = in_sentence(evidence.article, words)
    if words.exact.lower() in _INERT:
        return False  # "Efforts" at the beginning of a sentence
    if (
        not letters_tell(evidence.article, text)
        or sort_of(words.exact) is not None
        or is_attack(words.exact)
    ):
        return True
    if does_for_others(words.exact) or may_act(words.exact):
        return True
    head = head_of(words.exact)
    return head.endswith("s") and not head.endswith("ss") and head not in _INERT


def _does(evidence: Evidence, told: Span | None, words: Span) -> bool:
    """Whether a verb tells that words do it: "the junta" of "the junta detains its critics"."""
    sentence = shared_sentence(evidence.article, told, words)
    if told is None or sentence is None:
        return False
    pairs = product(everywhere(sentence, told), everywhere(sentence, words))
    parts = [part_of(sentence.text, *pair) for pair in pairs]
    return bool(parts) and all(part is not None and part[0] == "does" for part in parts)


def _collides(told: Span | None, words: Span) -> bool:
    """Whether words are of a vehicle and what is told is what vehicles do: "a lorry hit a bus"."""
    head = head_of(words.exact)
    is_vehicle = head in _VEHICLES or head.endswith("boat")
    verbs = grammar.tokenise(told.exact).words if told is not None and is_vehicle else ()
    return not _COLLIDING.isdisjoint(verbs)


def _is_place_of(evidence: Evidence, node: GroupNode, told: Span | None, words: Span) -> bool:
    """Whether words are a place of the record, which is told there, and stand nowhere else.

    They stand behind what happens, or behind a preposition: "the Front" may hit, and be a place.
    """
    places = (span for name in node.group.placed for _, span in standing(node.children[name]))
    if all((place.start, place.end) != (words.start, words.end) for place in places):
        return False
    sentence = evidence.article.line_at(words.start)
    if sentence is None:
        return False
    spots = everywhere(sentence, words)
    if len(spots) != 1 or not is_placed(sentence.text, spots[0]):
        return False
    is_behind = told is not None and told.start < words.start
    return is_behind or word_before(sentence.text, spots[0]) in grammar.PREPOSITIONS


def _keep_doer(evidence: Evidence, told: Span, who: LeafNode, words: Span) -> None:
    sentence = shared_sentence(evidence.article, told, words)
    if sentence is None:
        return
    text = sentence.text
    pairs = list(product(everywhere(sentence, told), everywhere(sentence, words)))
    telling = [says_of(text, place, verb) for verb, place in pairs]
    if telling and all(telling):
        who.refuse(Code.MISATTACHED, f"{words.exact!r} only tells of it: {telling[0]!r}")
        return
    apart = [_instead(text, *pair) for pair in pairs]
    shown = apart[0] if apart and all(apart) else None
    if shown is None or any(part_of(text, *pair) for pair in pairs):
        return
    if not stands_elsewhere(evidence, sentence, (words,)):
        other = text[slice(*shown)]
        detail = f"{other!r} tells that {words.exact!r} does not do {told.exact!r}"
        who.refuse(Code.MISATTACHED, detail, nearest=other)


def _instead(sentence: str, verb: Range, words: Range) -> Range | None:
    """What shows that words are not of who does it: another doer, or that they are a place."""
    found = _doer_instead(sentence, verb, words) or _held_as_place(sentence, words)
    return found or filled_by_another(sentence, verb, words, "does")


def _doer_instead(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who else does it; means and deeds are nobody, since others may do it by them."""
    if (outside := stands_outside(sentence, verb, words)) is not None:
        return outside
    readings = (
        other_doer,
        other_subject,
        other_agent,
        accused,
        doer_elsewhere,
        tells_not_does,
    )
    found = next((who for read in readings if (who := read(sentence, verb, words))), None)
    return None if found is None or does_for_others(sentence[slice(*found)]) else found


def other_doer(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who does what an active verb tells, where words behind it are surely not those; else None.

    Nothing is said of who may be that subject again in another clause: "a man killed three before
    the attacker was shot".
    """
    if words[0] < verb[1]:
        return None
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if not _MUTUAL.isdisjoint(told) or passive_of(sentence, verb, told) is not None:
        return None
    between = grammar.tokenise(sentence[verb[1] : words[0]]).words
    named = sentence[slice(*words)]
    is_other = does_for_others(named)
    opens = next((at for at, word in enumerate(between) if word in _ANOTHER), len(between))
    if is_other and "well" not in between:
        between = between[:opens]
    if _may_be_joined(between) or (not _OPENING.isdisjoint(between) and not is_other):
        return None
    subject = _sure_subject(sentence, verb, words, told)
    if subject is None or does_for_others(sentence[slice(*subject)]):
        return None
    apart = "and" in between or "," in between
    may_return = apart and sentence.startswith(_INDEFINITE, subject[0])
    return None if may_return else subject


def _sure_subject(sentence: str, verb: Range, words: Range, told: tuple[str, ...]) -> Range | None:
    """The subject of an active verb, by the words before it or by the clause that holds it."""
    subject = subject_of(sentence, verb)
    if subject is not None and part_before(sentence, verb, subject, told) == ("does", verb):
        return subject
    zone = subject_zone(sentence, verb) if main_verb(told) not in UNDERGOING else None
    if zone is None or not is_somebody_else(sentence, zone.place, words):
        return None
    return zone.place


def _may_be_joined(between: tuple[str, ...]) -> bool:
    """Whether words behind a verb may be of who does it as well: "with Roe", "by Roe".

    Not by "by" behind another passive: "took Dorva and was fined by the court".
    """
    found = _COMPANY.intersection(between)
    if found != frozenset({"by"}):
        return bool(found)
    before = between[: between.index("by")]
    return grammar.BE.isdisjoint(before) or not any(map(grammar.is_past, before))


def _held_as_place(sentence: str, words: Range) -> Range | None:
    """The preposition that makes words the place of something: "in Norland", not "in IS raids"."""
    held = _IN.search(sentence, max(0, words[0] - 30), words[0])
    if held is None or is_antecedent(sentence, words):
        return None
    following = grammar.tokenise(sentence[words[1] : words[1] + 30]).words[:1]
    is_whole = not following or following[0] in _ENDS_NAME or not following[0][0].isalnum()
    is_whole = is_whole and sentence[words[1] : words[1] + 1] not in ("'", "’", "-")
    return held.span("preposition") if is_whole else None
