"""Labels of what part somebody plays, held against the head of a name: no soldiers are civilians.

Nor against what the article calls him: by a title, another name, or what stands right beside the
name ("the Dorva Front, a jihadist group,").
By the usual names of such labels; those that are not known stay unchecked. The lists are short:
what they do not know is of no sort, and nothing is held against it.
"""

import re
from collections.abc import Iterator
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import CONJUNCTIONS, PREPOSITIONS, words_of
from llmextract.ask.markers import Anywhere, Beside, Signs
from llmextract.ask.realis import realis_name
from llmextract.ask.shape import Label
from llmextract.judge.rules.actors.callings import callings, is_of_states, of_form
from llmextract.judge.rules.actors.described import (
    BODIES,
    BY_NAME,
    before_name,
    is_called_body,
    of_band,
    of_body,
    of_name,
    one_person,
    personal,
    sorts_of,
)
from llmextract.judge.rules.actors.labels import (
    BAND_OF_PEOPLE,
    CIVILIANS,
    ONE,
    ORGANIZATION,
    OTHER,
    SEVERAL,
    Sort,
)
from llmextract.judge.rules.actors.licensed import (
    KINDS,
    PLAYED,
    Signed,
    Who,
    why_not_kind,
    why_not_part,
)
from llmextract.judge.rules.actors.own_words import is_abbreviated, labels_of, own_parts
from llmextract.judge.rules.actors.persons import called_person
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.actors.told_beside import told_beside
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.spans import evidence_of, occurrences, spans_in
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode
from llmextract.judge.tree import labels_of as labels_of_leaf
from llmextract.judge.verdict import Code, Span

_ARMED: Final = words_of(
    "army armies forces troops soldier soldiers police policemen fighter fighters militant"
    " militants rebel rebels insurgent insurgents gunman gunmen militia militias militiamen"
    " guerrillas jihadists terrorists brigade brigades battalion battalions navy paratroopers"
    " warplanes helicopters"
)
_UNARMED: Final = words_of(
    "community communities resident residents family families civilian civilians villager villagers"
    " refugee refugees woman women child children student students protester protesters worshippers"
    " farmers shopkeepers passengers"
)
_RULING: Final = words_of(
    "leadership government governments ministry minister ministers president parliament senate"
    " congress embassy authorities country countries nations cabinet presidency kingdom"
)
_TELLING: Final = words_of(
    "tv television radio newspaper newspapers broadcaster broadcasters magazine outlets newsroom"
)
_ENVOYS: Final = words_of("diplomat diplomats ambassador ambassadors consul consuls")
_FIGHTERS: Final = words_of(
    "state_forces rebel_group rebels insurgents external_forces political_militia identity_militia"
    " militia armed_group security_forces military"
)
_STATES: Final = words_of("government intergovernmental")
_OTHERS: Final = words_of("media press monitor_ngo ngo")
# What the head of a name is of, and the labels that it plays no part of.
_AGAINST: Final = (
    (_ARMED, CIVILIANS | _OTHERS | {"intergovernmental"}),
    (_UNARMED, _FIGHTERS | _STATES | _OTHERS),
    (_RULING, words_of("rebel_group rebels insurgents identity_militia") | CIVILIANS | _OTHERS),
    (_TELLING, _FIGHTERS | CIVILIANS),
    (_ENVOYS, _FIGHTERS | CIVILIANS | _OTHERS | OTHER),
)
# The labels that such a head tells by itself; whose the armed are it does not tell.
_TOLD: Final = (
    (_UNARMED, CIVILIANS),
    (_RULING | _ENVOYS, frozenset({"government"})),
    (_TELLING, words_of("media press")),
)
# "The aid group" before a name, and ", a rights body," behind it: a list has no such article.
_NOUN_BEFORE: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s(?P<words>(?:[a-z-]+\s){1,4})\Z")
# "Told the paper Hale had left" is told of Hale, "told the paper Post that" of the paper.
_TOLD_TO: Final = re.compile(r"\b(?:told|tells?|informed|assured)\s\Z")
_NO_SUBJECT: Final = re.compile(r"\s(?:that|on|in|by|at)\b|[,.;]")
_NOUN_BEHIND: Final = re.compile(
    r"(?:\s\([^()]{1,20}\))?,\san?\s(?P<words>(?:[\w.’'-]+\s){0,4}[a-z-]+)(?=[,.]|\s(?:of|in|based)\b)"
)
# What opens the words for what code reads of somebody, and the article does not say.
_READ: Final = ("a body ", "an officer ", "beside ", "of the ", "one ")
# A field of fewer such labels is of something else.
_LEAST: Final = 2
_LINKS: Final = PREPOSITIONS | CONJUNCTIONS
_NEAR: Final = 60
# No state plays such a part, nor is it a person, unless people have its name.
_NO_STATE: Final = words_of("rebel_group rebels media press monitor_ngo ngo civilians") | ONE
_FIRST_NAMES: Final = words_of(
    "Chad Jordan Georgia Israel Kenya India Paris London Santiago Lima Sofia Washington Juba"
)
# "The opposition Dorva Army".
_BEFORE: Final = re.compile(r"\b[Tt]he (?P<word>[a-z]+) \Z")
_ONE_BEFORE: Final = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s\Z")
_NAMES_BEFORE: Final = re.compile(r"(?:[A-Z][\w.&’'-]{0,20} ){1,3}\Z")


def keep_parties(node: GroupNode) -> None:
    """Reject a label that the head of the record's own name denies."""
    naming = node.group.naming
    name = evidence_of(node.leaf(naming)) if naming is not None else None
    if name is None:
        return
    head = head_of(name.exact).lower()
    for leaf in _labels(node) if not is_of_states(name.exact) else ():
        label = realis_name(leaf.judged.verdict.value)
        denied = any(head in heads and label in labels for heads, labels in _AGAINST)
        if denied or (label in ONE and _are_several(name.exact, head)):
            detail = f"the article says {head!r} of these words: {name.exact!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=head)


def _are_several(name: str, head: str) -> bool:
    """Whether a name is of more than one: "rebels", "rival parties", but not "Ilan Masters"."""
    if not head.endswith("s"):
        return False
    is_common = name.split()[-1].islower() or " " not in name
    one = head.removesuffix("s")
    is_body = one in BODIES or one.removesuffix("ie") + "y" in BODIES
    return head in _ARMED or (is_common and (is_people(head) or is_body))


def keep_described(evidence: Evidence, node: GroupNode) -> None:
    """Reject a label that what the article calls the actor denies, by its own words for it.

    Asked last, of titles and other names that stand: "King" is no organization.
    """
    naming = node.group.naming
    name = evidence_of(node.leaf(naming)) if naming is not None else None
    if name is None:
        return
    given = [(leaf, realis_name(leaf.judged.verdict.value)) for leaf in _labels(node)]
    if not given:
        return
    described = list(_descriptions(evidence, node, name, frozenset(label for _, label in given)))
    for leaf, label in given:
        found = next(((sort, words) for sort, words in described if label in sort.denied), None)
        if found is not None:
            sort, words = found
            detail = f"the article says {sort.told!r} of {name.exact!r}: {words!r}"
            if sort.told.startswith(_READ):
                shown = f": {words!r}" if words != sort.told else ""
                detail = f"{name.exact!r} is {sort.told}{shown}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=sort.told)
    _keep_licensed(evidence, node, name, frozenset(label for _, label in given))


def _keep_licensed(evidence: Evidence, node: GroupNode, name: Span, given: frozenset[str]) -> None:
    """Reject a label that nothing allows which the article plainly calls somebody."""
    titles, others = _beside(node)
    bodies = tuple(span.exact for span in _bodies(node))
    is_person = not ONE.isdisjoint(given) or given.isdisjoint(KINDS)
    who = Who(name.exact, tuple(others), tuple(titles), bodies, is_person=is_person)
    for leaf in _labels(node):
        label = realis_name(leaf.judged.verdict.value)
        options = {*map(realis_name, labels_of_leaf(leaf))}
        why = None
        if label in PLAYED and len(options & PLAYED) >= _LEAST:
            why = why_not_part(evidence.article, who, label, _signed(node, leaf))
        elif label in KINDS and len(options & KINDS) >= _LEAST:
            why = why_not_kind(evidence.article, who, label)
        if why is not None:
            detail = f"nothing says that {name.exact!r} is {label!r}: the article says {why!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=head_of(why).lower())


def _signed(node: GroupNode, leaf: LeafNode) -> Signed:
    """The labels of a field of which words have a sign, as its schema lists them."""
    for slot, marker in node.group.ruled:
        if isinstance(marker, Signs) and node.children[slot.name] is leaf:
            return marker.signed
    return lambda _: frozenset()


def _descriptions(
    evidence: Evidence, node: GroupNode, name: Span, given: frozenset[str]
) -> Iterator[tuple[Sort, str]]:
    """What the article calls an actor, and the words by which it does.

    The whole article is searched only for what one of the labels given may be denied by.
    """
    yield from ((sort, name.exact) for sort in (*of_name(name.exact), *of_form(name.exact)))
    if (state := state_of(name.exact)) is not None and name.exact not in _FIRST_NAMES:
        yield Sort(state, _NO_STATE), name.exact
    yield from _of_siblings(node)
    titles, others = _beside(node)
    yield from (
        (sort, sort.told) for sort in own_parts(evidence.article, name.exact, titles, others)
    )
    yield from ((sort, sort.told) for sort in told_beside(evidence.article, name.exact))
    full = evidence.article.abbreviations.get(name.exact, name.exact)
    if (body := of_body(full)) is not None:
        yield body, full
    elif not BAND_OF_PEOPLE.isdisjoint(given) and is_abbreviated(evidence.article, name.exact):
        yield BY_NAME, name.exact
    before = _BEFORE.search(name.prefix)
    beside = before_name(before["word"]) if before is not None else None
    if before is not None and beside is not None:
        yield beside, before[0] + name.exact
    for words in _called(evidence.article, name.exact):
        yield from ((sort, words) for sort in (*sorts_of(words), *callings(words)))
        if is_called_body(name.exact, words):
            yield BY_NAME, words
    office = None if SEVERAL.isdisjoint(given) else called_person(evidence.article, name.exact)
    if office is not None:
        yield Sort(office, SEVERAL), name.exact
    alone = one_person(name.exact) if _ONE_BEFORE.search(name.prefix) else None
    if alone is not None:
        yield Sort(f"one {alone}", SEVERAL), name.exact
    if not ONE.isdisjoint(given) and _is_plural(evidence.article, name.exact):
        yield Sort("the", ONE), name.exact


def _beside(node: GroupNode) -> tuple[list[str], list[str]]:
    """The titles of somebody, and the other names."""
    titles: list[str] = []
    others: list[str] = []
    for slot, marker in node.group.ruled:
        words = [span.exact for span in spans_in(node.children[slot.name])]
        if isinstance(marker, Beside) and marker.of == node.group.naming:
            titles.extend(words)
        elif isinstance(marker, Anywhere) and marker.alias_of == node.group.naming:
            others.extend(words)
    return titles, others


def _of_siblings(node: GroupNode) -> Iterator[tuple[Sort, str]]:
    """What titles, other names and the body that somebody is of tell of him."""
    for slot, marker in node.group.ruled:
        if isinstance(marker, Beside) and marker.of == node.group.naming:
            for title in spans_in(node.children[slot.name]):
                alone = personal(title.exact)
                sorts = (*sorts_of(_whole(title)), *callings(title.exact))
                yield from ((sort, title.exact) for sort in (*sorts, *([alone] if alone else [])))
        elif isinstance(marker, Anywhere) and marker.alias_of == node.group.naming:
            for other in spans_in(node.children[slot.name]):
                if (band := of_band(other.exact)) is not None:
                    yield band, other.exact
    for body in _bodies(node):
        for sort in (*of_form(body.exact), *of_name(body.exact)):
            yield Sort(sort.told, sort.denied - ONE - SEVERAL), body.exact


def _bodies(node: GroupNode) -> Iterator[Span]:
    """The bodies that somebody is of."""
    for slot, marker in node.group.ruled:
        is_other = isinstance(marker, Anywhere) and marker.alias_of is None
        if is_other and isinstance(marker, Anywhere) and node.group.naming in marker.other_than:
            yield from spans_in(node.children[slot.name])


def _called(article: Article, name: str) -> Iterator[str]:
    """What stands right beside a name in small letters: "the aid group", ", a rights body,"."""
    text = article.text
    for start, end in occurrences(text, name):
        before = _NOUN_BEFORE.search(text, max(0, start - _NEAR), start)
        if before is not None and not _LINKS.isdisjoint(before["words"].split()):
            before = None  # "the foreign ministers of Norland" are not Norland
        if before is not None and _TOLD_TO.search(text, max(0, start - 2 * _NEAR), before.start()):
            before = before if _NO_SUBJECT.match(text, end) else None
        behind = _NOUN_BEHIND.match(text, end)
        yield from (found["words"] for found in (before, behind) if found is not None)


def _whole(title: Span) -> str:
    """A title with the names that it is cut from: "Dorva Club" before "President"."""
    names = _NAMES_BEFORE.search(title.prefix)
    return (names[0] if names else "") + title.exact


def _is_plural(article: Article, name: str) -> bool:
    """Whether a name in the plural has an article wherever it stands: "the Grey Hats"."""
    if not name.endswith("s") or name.endswith("ss") or " " not in name:
        return False
    text = article.text
    places = occurrences(text, name)
    return bool(places) and all(text[max(0, at - 4) : at].lower() == "the " for at, _ in places)


def labels_told(head: str | None) -> frozenset[str]:
    """The usual names of the labels that the head of a name tells; empty where it tells none."""
    told = frozenset[str]().union(*(labels for heads, labels in _TOLD if head in heads))
    told = told or labels_of(head)
    return told | ORGANIZATION if head in BODIES - words_of("group groups") else told


def _labels(node: GroupNode) -> Iterator[LeafNode]:
    for child in node.children.values():
        if isinstance(child, LeafNode) and isinstance(child.shape, Label) and child.judged.stands:
            yield child
