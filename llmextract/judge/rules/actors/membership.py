"""What an actor belongs to, held against the body that the article puts right beside his name.

Only where no sentence joins him to the body given, and where the one beside him is another: of "FDF
spokesman Roe said" he is no member of the Norland Union. A unit may be part of an army that the
article joins nobody to, and a minister of a party.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import ARTICLES, PREPOSITIONS, words_of
from llmextract.ask.markers import Anywhere, Beside
from llmextract.judge.rules.actors.aliases import (
    counted_people,
    fights,
    is_renamed,
    is_short_for,
    may_be_short,
)
from llmextract.judge.rules.actors.belonging import may_belong
from llmextract.judge.rules.actors.described import BODIES, one_person
from llmextract.judge.rules.actors.introduced import behind_another
from llmextract.judge.rules.actors.joins import PARTS, UNITED, Pair, is_whole, may_be_joined
from llmextract.judge.rules.actors.others_of import set_apart
from llmextract.judge.rules.actors.persons import called_person
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.spans import evidence_of, occurrences, places_of, spans_in, standing
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, Node
from llmextract.judge.verdict import Code, Span

_CAPITAL: Final = r"[A-Z][\w.&’'-]*"
_BODY: Final = rf"{_CAPITAL}(?:\s(?:(?:of|and|for|the)\s){{0,2}}{_CAPITAL}){{0,7}}"
_ROLES: Final = ROLES | words_of(
    "colleague fighter member presenter head director director-general president chief"
)
_ROLE: Final = "(?:" + "|".join(sorted(_ROLES, key=len, reverse=True)) + r")\b"
_LOW: Final = r"(?:[a-z][\w-]*\s+)"
# Nobody serves in two of these at a time.
_SERVICES: Final = ("army", "navy", "air force", "marines", "coast guard")
_SERVICE: Final = f"(?i:{'|'.join(_SERVICES)})"
# "NBK's Roe", "FDF spokesman Roe", "Hale's NBK News colleague Roe".
_BEFORE: Final = (
    re.compile(rf"(?P<body>{_BODY}?)['’]s\s+{_LOW}{{0,3}}\Z"),
    re.compile(rf"(?P<body>{_BODY})\s+{_LOW}{{0,2}}{_ROLE},?\s+\Z"),
)
# "FDF administrator Roe": behind letters any noun of people is an office.
_LETTERS_BEFORE: Final = re.compile(
    rf"\b(?P<body>[A-Z]{{2,7}})\s{_LOW}{{0,2}}(?P<noun>[a-z][\w-]*)\s+\Z"
)
# "Roe, of the Dorva Police,", "Roe, a spokesman for the Front", "Roe, the Front's spokesman".
_NOTE: Final = r"(?:\[\d{1,4}\])?,\s+"
_BEHIND: Final = (
    re.compile(rf"{_NOTE}of\s+(?:the\s+)?(?P<body>{_BODY})"),
    re.compile(
        rf"{_NOTE}(?:(?:an?|the)\s+)?{_LOW}{{0,3}}?{_ROLE}(?:,|\s+(?:of|for|at|with))\s+(?:the\s+)?"
        rf"(?P<body>{_BODY})"
    ),
    re.compile(rf"{_NOTE}(?:the\s+)?(?P<body>{_BODY})['’]s\s+{_LOW}{{0,2}}{_ROLE}"),
    re.compile(rf"{_NOTE}(?:the|an?)\s+(?P<body>army|police)(?:['’]s)?\s+{_ROLE}"),
    re.compile(rf"{_NOTE}(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?(?P<body>{_SERVICE})\s+[a-z]+"),
    re.compile(
        rf"{_NOTE}(?:the|an?)\s+{_LOW}{{0,2}}{_ROLE}\s+(?:of|for)\s+the\s+(?P<body>rebels)\b"
    ),
)
# "Roe, a chemist at Dorva University": behind "a" any noun of people is an office.
_PEOPLE_BEHIND: Final = re.compile(
    rf"{_NOTE}(?:an?|the)\s+{_LOW}{{0,3}}?(?P<noun>[a-z][\w-]*)\s+(?:at|with)\s+(?:the\s+)?(?P<body>{_BODY})"
)
# "Roe, who heads the Dorva Institute", "Roe of the firm Hale".
_OF_FIRM: Final = (
    re.compile(rf"\s+of\s+(?:the\s+)?(?P<body>{_BODY})"),
    re.compile(
        rf"{_NOTE}who\s+(?:heads|leads|runs|chairs|directs|manages|founded|represents|works\s+(?:at|for))"
        rf"\s+(?:the\s+)?(?P<body>{_BODY})"
    ),
    re.compile(
        rf"\s+of\s+(?:the\s+)?(?P<body>(?:firm|company|agency|institute|foundation|bank|group)\s+{_BODY})"
    ),
)
_HONORIFIC: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\b")
_FORMER: Final = re.compile(r"\b(?:former(?:ly)?|ex|retired|then|once)\b", re.IGNORECASE)
_SHORT_LOOK: Final = 10
_CLIENT: Final = re.compile(rf"\b(?:lawyer|attorney|counsel)\s+for\s+(?P<body>{_CAPITAL})")
_ITS: Final = re.compile(rf"\b[Ii]ts\s+{_LOW}{{0,2}}{_ROLE},?\s+\Z")
_GENERIC: Final = re.compile(
    rf"\b[Tt]he\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(BODIES | {'regulator', 'watchdog'}))})\b"
)
# Who is told, and where somebody spoke.
_TOLD: Final = re.compile(r"\b(?:told|on)\s+(?:[Tt]he\s+)?\Z")
_SHOWN: Final = re.compile(r"\b(?:told|on|to|with)\s+(?:[Tt]he\s+)?\Z")
_SHOWS: Final = words_of("show program programme podcast")
_HOSTS: Final = words_of("host anchor presenter star producer journalist reporter comedian")
_OUSTING: Final = re.compile(
    rf"\bto\s+(?:unseat|defeat|beat|topple|overthrow)\s+(?:{_CAPITAL}\s+){{0,3}}\Z"
)
_PERSONAL: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|him|himself|herself)\b")
_LETTERS: Final = re.compile(r"\b[A-Z]{2,6}\b")
_ABBREVIATED: Final = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5})")
_NO_BODY: Final = words_of(
    "mp mps pm ceo cfo coo vp gp qc kc mep dr mr mrs ms det insp lt col gen sgt"
)
_MORE_BODIES: Final = words_of(
    "firm news times embassy caucus school college society service academy directorate"
)
# To these others belong of which nobody says so: a unit to an army, a minister to a party.
_WHOLES: Final = words_of(
    "army armies forces military police navy government ministry administration state party"
    " coalition alliance"
)
_ARMED: Final = words_of("army forces military police navy government ministry")
_SMALL: Final = ("army", "police", "rebels")
_UNIONS: Final = words_of("front union movement group court organisation organization brotherhood")
_ALIKE: Final = 4
_LEAST_NAME: Final = 3
_LOOK_BACK: Final = 100
_MOST_PLACES: Final = 8
_LINES_BEFORE: Final = 1


def keep_member(evidence: Evidence, node: GroupNode, child: Node, marker: Anywhere) -> None:
    """Reject what an actor surely does not belong to, or the one person whom a record is about."""
    if not marker.other_than or marker.alias_of is not None:
        return
    naming = _naming(node)
    name = evidence_of(node.leaf(naming)) if naming in marker.other_than else None
    if name is None or (node.group.naming is None and not _is_of_one(evidence, node, name)):
        return
    for leaf, body in standing(child):
        why = _why_no_member(evidence, node, name, body.exact)
        if why is not None:
            leaf.refuse(Code.MISATTACHED, f"{name.exact!r} is not of {body.exact!r}: {why}")


def _why_no_member(evidence: Evidence, node: GroupNode, name: Span, body: str) -> str | None:
    article = evidence.article
    if (person := one_person(body)) is not None:
        return f"{person!r} is one person"
    if (count := counted_people(article, body)) is not None:
        return f"{count!r} of them are counted"
    if not called_person(article, name.exact) and (fight := fights(article, name.exact, body)):
        return f"{fight!r} stands between them"
    if (parted := set_apart(article, _known(node, name), body)) is not None:
        return f"{parted!r} parts them"
    if not _SHOWS.isdisjoint(body.lower().split()[-1:]):
        return _only_shown(article, node, name, body)
    if (ousted := _ousted(evidence, name, body)) is not None:
        return f"{ousted!r} stands beside the name"
    beside = next(_others_beside(evidence, node, name, body), None)
    if beside and not _is_joined(article, _known(node, name), body):
        return f"{beside!r} stands beside the name"
    # "Dorva City lost. Coach Ada Roe said": the employer is not told beside him.
    pair = _pair(article, node, name, body)
    if node.group.naming is not None and not may_be_joined(pair):
        return "no sentence joins them"
    if is_whole(body) or state_of(body) is not None or not _are_people(pair, name.exact):
        return None
    titles = [title.exact for title in _titles(node)]
    return None if may_belong(pair, titles) else "nothing says that he is"


def _are_people(pair: Pair, name: str) -> bool:
    """Whether a name is that of a person, or of people in the plural: "Villagers"."""
    head = head_of(name).lower()
    return pair.is_person or (is_people(head) and head.endswith(("s", "men")))


def _pair(article: Article, node: GroupNode, name: Span, body: str) -> Pair:
    titles = _titles(node)
    heads = [head for title in titles if (head := head_of(title.exact)).islower()]
    offices = [f"{each} {head}" for head in heads for each in ("the", "The")]
    is_person = bool(titles) or called_person(article, name.exact) is not None
    # "Chen" of "Chen Wei" is a family name as well.
    first = [each for each in name.exact.split()[:1] if len(each) >= _LEAST_NAME]
    names = [*(each for each in _known(node, name) if each not in offices), *first]
    return Pair(article, names, offices, body, is_person)


def _only_shown(article: Article, node: GroupNode, name: Span, body: str) -> str | None:
    """What shows that somebody only spoke on a show."""
    titles = [word for title in _titles(node) for word in title.exact.lower().split()]
    own = not {*body.lower().split()}.isdisjoint(name.exact.lower().split())
    if own or not _HOSTS.isdisjoint(titles):
        return None
    text = article.text
    found = [_SHOWN.search(text, max(0, at - _LOOK_BACK), at) for at, _ in occurrences(text, body)]
    return (
        f"{found[0][0].strip()!r} stands before it" if found and found[0] and all(found) else None
    )


def _naming(node: GroupNode) -> str | None:
    """The field that names whom a record is about: by its other names, or by what it is not."""
    markers = (m for _, m in node.group.ruled if isinstance(m, Anywhere))
    return node.group.naming or next((m.other_than[0] for m in markers if m.other_than), None)


def _is_of_one(evidence: Evidence, node: GroupNode, name: Span) -> bool:
    """Whether a name in full is surely that of a person, by a title or an age beside it."""
    full = name.exact
    is_person = _HONORIFIC.match(full) or _titles(node) or called_person(evidence.article, full)
    return " " in full and bool(is_person)


def _titles(node: GroupNode) -> list[Span]:
    naming = _naming(node)
    slots = (slot for slot, m in node.group.ruled if isinstance(m, Beside) and m.of == naming)
    return [span for slot in slots for span in spans_in(node.children[slot.name])]


def _known(node: GroupNode, name: Span) -> list[str]:
    """The names by which an article may mention an actor: his full one, its last word, others."""
    other = node.group.other_names
    aliases = spans_in(node.children[other]) if other is not None else []
    heads = [head for title in _titles(node) if (head := head_of(title.exact)).islower()]
    offices = [f"{article} {head}" for head in heads for article in ("the", "The")]
    return [name.exact, *name.exact.split()[-1:], *(span.exact for span in aliases), *offices]


def _ousted(evidence: Evidence, name: Span, body: str) -> str | None:
    """What shows that a body is against somebody: "the Union needs allies to unseat Roe"."""
    sentence = evidence.article.line_at(name.start)
    if sentence is None:
        return None
    at = name.start - sentence.start
    found = _OUSTING.search(sentence.text, max(0, at - _LOOK_BACK), at)
    first = occurrences(sentence.text, body)
    return found[0].strip() if found and first and first[0][1] <= found.start() else None


def _others_beside(evidence: Evidence, node: GroupNode, name: Span, body: str) -> Iterator[str]:
    """The bodies beside a name that are surely others than the one given."""
    article = evidence.article
    found = [*_beside(article, places_of(evidence, name)), *_in_titles(_titles(node))]
    bodies = [each for each in found if each in _SMALL or _is_body(each)]
    if (service := _other_service(found, body)) is not None:
        yield service
        return
    near = any(_alike(_folded(each), _folded(body)) for each in found)
    if near or not all(_is_other(article, each, body) for each in bodies):
        return
    yield from bodies
    clients = (_CLIENT.search(title.exact) for title in _titles(node))
    yield from (client["body"] for client in clients if client and client["body"] not in body)
    its = _its(article, name, body)
    if its is not None:
        yield its


def _other_service(beside: Iterable[str], body: str) -> str | None:
    """The service that somebody is said to be of, where the body given is another one."""
    low = body.lower()
    if not any(low.endswith(service) for service in _SERVICES):
        return None
    named = [each for each in beside if each.lower() in _SERVICES]
    return named[0] if named and all(each.lower() not in low for each in named) else None


def _beside(article: Article, places: Iterable[Range]) -> Iterator[str]:
    text = article.text
    for start, end in sorted({*places})[:_MOST_PLACES]:
        low = max(0, start - _LOOK_BACK)
        low = max(low, text.rfind(". ", low, start) + 1)
        for pattern in _BEFORE:
            before = pattern.search(text, low, start)
            if before is not None and not _FORMER.search(text, low, start):
                yield before["body"]
        letters = _LETTERS_BEFORE.search(text, low, start)
        if letters is not None and is_people(letters["noun"]):
            yield letters["body"]
        people = _PEOPLE_BEHIND.match(text, end)
        if people is not None and is_people(people["noun"]) and not _FORMER.search(people[0]):
            yield people["body"]
        for pattern in (*_BEHIND, *_OF_FIRM):
            behind = pattern.match(text, end)
            if behind is not None and not _FORMER.search(behind[0]):
                body = behind["body"]
                yield body if "." in body[:-1] else body.rstrip(".")


def _in_titles(titles: Sequence[Span]) -> Iterator[str]:
    """The bodies that titles name: "U.N." of "U.N. envoy", "the rebels" of "for the rebels"."""
    for title in titles:
        if _FORMER.search(title.prefix[-_SHORT_LOOK:] + title.exact):
            continue
        for found in re.finditer(_BODY, title.exact):
            yield found[0]
        if title.exact.endswith((" for the rebels", " of the rebels")):
            yield "rebels"


def _is_body(words: str) -> bool:
    """Whether a name is surely that of a body: by a word of one, or as an abbreviation."""
    parts = words.split()
    if state_of(words) is not None or (len(parts) == 1 and parts[0].lower() in BODIES):
        return False
    known = BODIES | _MORE_BODIES
    return any(
        part.lower() in known
        or (
            _ABBREVIATED.fullmatch(part) is not None
            and part.lower() not in _NO_BODY
            and state_of(part) is None
        )
        for part in parts
    )


def _is_other(article: Article, beside: str, body: str) -> bool:
    """Whether a body beside a name is surely another than the one given."""
    here, there = (_folded(each) for each in (beside, body))
    head = there[-1] if there else ""
    if beside == "rebels":
        return head in _ARMED
    if beside in _SMALL:
        return head in _UNIONS or (head == "forces" and _parted(article, beside, body))
    if not here or not there:
        return False
    if head in _WHOLES or state_of(body) is not None or "party" in there:
        return False
    letters = [part.replace(".", "") for part in (*beside.split(), *body.split())]
    shorts = [part for part in letters if _ABBREVIATED.fullmatch(part)]
    united = not UNITED.isdisjoint(shorts) and not PARTS.isdisjoint(there)
    # Many a short form has letters of a name, but not one that the article spells out.
    shorts = [part for part in shorts if behind_another(article, body, part) is None]
    is_short = any(may_be_short(part, each) for part in shorts for each in (beside, body))
    return not (united or is_short or is_renamed(article, beside, body))


def _alike(here: list[str], there: list[str]) -> bool:
    """Whether two names have a word, or the beginning of one, in common."""
    begun, known = ({word[:_ALIKE] for word in words} for words in (here, there))
    return not begun.isdisjoint(known)


def _folded(name: str) -> list[str]:
    small = ARTICLES | PREPOSITIONS | {"and"}
    return [word for word in re.findall(r"\w+", name.casefold()) if word not in small]


def _parted(article: Article, small: str, body: str) -> bool:
    """Whether an article sets an army against forces: "the army took it from the Dorva Forces"."""
    against = re.compile(
        rf"\b{small}\b[^.]{{0,80}}\b(?:from|against|with)\s+the\s+(?:[a-z]+\s+)?{re.escape(body)}"
    )
    return any(against.search(sentence.text) for sentence in article.lines)


def _its(article: Article, name: Span, body: str) -> str | None:
    """The body before "its director, Roe" where the one given is not near before it."""
    sentence = article.line_at(name.start)
    if sentence is None:
        return None
    its = _ITS.search(article.text, max(sentence.start, name.start - _LOOK_BACK), name.start)
    if its is None:
        return None
    first = max(0, sentence.number - 1 - _LINES_BEFORE)
    before = article.text[article.lines[first].start : its.start()]
    if _GENERIC.search(before) or not _alike_none(before, body):
        return None
    bodies = [found[0] for found in re.finditer(_BODY, before) if _is_body(found[0])]
    return bodies[-1] if bodies else None


def _alike_none(before: str, body: str) -> bool:
    """Whether nothing of a text may be the name of a body, nor letters for it."""
    if any(is_short_for(found[0], body) for found in _LETTERS.finditer(before)):
        return False
    return not _alike(_folded(before), _folded(body)) and not (
        is_short_for(body, before) or body in before
    )


def _is_joined(article: Article, names: Sequence[str], body: str) -> bool:
    """Whether any sentence may say that an actor is of a body, other than who is told something."""
    for sentence in article.lines:
        text = sentence.text
        if not (any(name in text for name in names) or _PERSONAL.search(text)):
            continue
        places = occurrences(text, body)
        if any(not _TOLD.search(text, max(0, at - 12), at) for at, _ in places):
            return True
    return False
