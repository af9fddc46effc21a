"""Whether words name anything, and whether two names mean the same."""

import re
from collections.abc import Container

from llmextract.article.syntax.empty import cut_number
from llmextract.article.syntax.grammar import ARTICLES, PRONOUNS, is_gerund, is_past
from llmextract.article.syntax.named import names_nothing
from llmextract.article.syntax.sorts import (
    is_attack,
    is_bare_gerund,
    is_bare_verb,
    is_compass,
    is_no_place,
    is_of_nation,
    is_told,
    is_told_deed,
    is_told_place,
    opens_infinitive,
    opens_no_name,
    opens_place,
    sort_of,
)
from llmextract.ask.markers import Anywhere, Named
from llmextract.ask.shape import Words
from llmextract.judge.rules.actors.aliases import another_actor
from llmextract.judge.rules.actors.equated import may_be_equated
from llmextract.judge.rules.actors.introduced import introduced_alone
from llmextract.judge.rules.actors.no_actors import no_actor
from llmextract.judge.rules.actors.persons import has_office
from llmextract.judge.rules.nameless import why_nameless
from llmextract.judge.rules.nouns import is_firm, may_act
from llmextract.judge.rules.setting.places import (
    is_called_place,
    is_country_around,
    is_only_placed,
)
from llmextract.judge.rules.setting.where import letters_tell, says_where
from llmextract.judge.spans import (
    evidence_of,
    in_sentence,
    occurrences,
    spans_in,
    standing,
    within,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, Node
from llmextract.judge.verdict import Code, Span

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_LEAST_INITIALS = 2
_SORTS = {
    "people": "names people",
    "deed": "names a deed",
    "locality": "names a locality",
    "thing": "names a thing",
    "pronoun": "is a pronoun",
    "clause": "is a clause, or the verb of one",
}
# What never holds people nor deeds holds places or things: nothing that strikes.
_WHERE = ("people", "deed")
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: (?:of |the |al-)*[A-Z][\w'’.-]*)*")
_AND = r"(?:(?:, | and |, and )(?:the )?|,? and the (?:[a-z]+ ){1,3}of )"
_BETWEEN = re.compile(rf"(?:{_AND}{_NAME.pattern})*{_AND}")
_GOES_ON = re.compile(rf"(?:{_AND}{_NAME.pattern})*")
# Behind a closed insertion stands the verb: "the Dorva Front (DF), advanced to Sarn".
_RUNS_ON = re.compile(r",\s+([a-z]+)(?=\Z|\s+(?:to|on|into|towards?|the|an?)\b)")
_GOES_ON_DOING = re.compile(r"\band ([a-z]+ing)\s+(?:the|to|an?|for|forward|its|his|their)\b")
# Behind a name, where somebody spoke: "the Dorva Front on Telegram".
ON_CHANNEL = re.compile(
    r"\S\s+(on (?:Telegram|Twitter|X|Facebook|Instagram|WhatsApp|YouTube|TikTok|VK|Weibo"
    r"|social media|air|(?:state |national )?(?:television|TV|radio)))\Z"
)
# Right before other words for a name in its own clause: what is in, on or against somebody is
# somebody else.
_ANOTHER = re.compile(
    r"\b(?:in|on|at|to|from|with|against|near|into|towards?)\s+(?:the\s+|[A-Z]\w*['’]s?\s+)?\Z"
)
_RENAMED = re.compile(r"\b(?:as|called|named|dubbed|nam\w+|alias|aka|also|merg\w+|chang\w+)\b|\(")
_SUBJECTS = frozenset("he she they".split())
_PERSONAL = frozenset("he she him her".split())
_PLACED = re.compile(r"\b(?:in|at|near|across|into|inside)\s+(?:the\s+)?\Z")
# Between a pronoun and a name, what may end the clause of the pronoun, or its voice.
_ENDS_CLAUSE = re.compile(r"[;:\"“”‘—–]|,|\b(?:and|but|or|so)\b|'(?!s)")
# "Bill Clinton" and "the Clinton Foundation" are others than Clinton.
_CAPITAL_BEFORE, _CAPITAL_BEHIND = re.compile(r"\b[A-Z][\w.]*\s+\Z"), re.compile(r"\s+[A-Z]")
_LEAST_LISTED = 4
# "Both groups": they have names of their own.
_BOTH = re.compile(
    r"(?:(?:both|either|neither)(?:\s(?:of\s)?(?:the|these|those))?|(?:the|these|those)\s(?:two|three|four|five))"
    r"\s(?:armed\s|warring\s|rival\s|opposing\s)?(?:groups?|sides?|parties|party|countries|country|nations?"
    r"|states?|organi[sz]ations?|factions?|movements?|bodies|governments?|forces|camps?|armies|powers"
    r"|neighbou?rs|rivals|enemies|allies)",
    re.IGNORECASE,
)
# "They all"; more words behind a pronoun are a clause.
_MOST_PRONOUN = 2
_BEGUN = 5


def keep_named(evidence: Evidence, child: Node, marker: Named) -> None:
    """Reject words that name nobody and nothing, or a sort of thing that the field never holds."""
    _keep_sorts(evidence, child, marker.never)
    if marker.acting:
        _keep_acting(evidence, child)


def _keep_acting(evidence: Evidence, child: Node) -> None:
    """Reject words in small letters whose head is none of people, nor of a body."""
    for leaf, span in standing(child):
        text, *_ = in_sentence(evidence.article, span)
        told = isinstance(leaf.shape, Words) and letters_tell(evidence.article, text)
        if told and not may_act(span.exact):
            leaf.refuse(Code.UNREADABLE, f"{span.exact!r} names neither people nor a body")


def _keep_sorts(
    evidence: Evidence, child: Node, never: Container[str], *, gerunds: bool = True
) -> None:
    for leaf, span in standing(child):
        if not isinstance(leaf.shape, Words):
            continue
        why = _why_unnamed(evidence, span, never)
        if why is None and "deed" in never and not gerunds and is_bare_gerund(span.exact):
            why = "tells what is done, and names nobody"
        if why is not None:
            leaf.refuse(Code.UNREADABLE, f"{span.exact!r} {why}")


def _why_unnamed(evidence: Evidence, span: Span, never: Container[str]) -> str | None:
    """Why words are none of a field that never holds some sorts of names; None where they may."""
    words, no_place = span.exact, all(sort in never for sort in _WHERE)
    text, *place = in_sentence(evidence.article, span)
    if names_nothing(text, *place):
        return "names nobody and nothing"
    if (number := cut_number(text, *place)) is not None:
        return f"is cut before {number!r}"
    if (sort := sort_of(words)) is not None and sort in never:
        may_be = says_where(words) if no_place else "deed" not in never and is_firm(words)
        where = sort == "people" and may_be
        is_clause = sort == "pronoun" and len(words.split()) > _MOST_PRONOUN
        return None if where else _SORTS["clause" if is_clause else sort]
    if "deed" in never and is_told_deed(text, *place):
        return _SORTS["deed"]
    if (why := why_nameless(words, never)) is not None:
        return why
    if opens_no_name(words) and not (no_place and says_where(words)):
        return "only says something of what it leaves out"
    if (verb := _runs_on(words)) is not None:
        return f"runs on over {verb!r}, which is no part of a name"
    if "locality" in never and (why := _why_nobody(evidence, span, never)) is not None:
        return why
    if no_place and (
        is_no_place(words) or is_of_nation(text, *place) or opens_infinitive(text, *place)
    ):
        return "is no place"
    if "people" not in never and opens_place(words):
        return "says where, and names nobody"
    is_done = "deed" in never and "people" not in never and is_bare_verb(words)
    return "tells what is done, and names nobody" if is_done else None


def _why_nobody(evidence: Evidence, span: Span, never: Container[str]) -> str | None:
    """Why words of a field that never holds localities name nobody; None where they may."""
    words = span.exact
    text, *place = in_sentence(evidence.article, span)
    if (why := no_actor(evidence.article, text, (place[0], place[1]))) is not None:
        return why
    if "deed" in never and is_attack(words):
        return _SORTS["deed"]
    if _BOTH.fullmatch(words):
        return "points back at others, and names nobody"
    if is_of_nation(text, *place):
        return "only says of which nation somebody is"
    is_place = is_compass(words) or is_told_place(text, place[0])
    is_place = is_place or is_only_placed(evidence.article, words)
    is_place = is_place or is_country_around(text, (place[0], place[1]))
    return _SORTS["locality"] if is_place or is_called_place(evidence.article, words) else None


def _runs_on(words: str) -> str | None:
    """The verb that shows that words run on behind a name; None without one."""
    behind = _RUNS_ON.search(words)
    if behind and is_past(behind[1]):
        return behind[1]
    if channel := ON_CHANNEL.search(words):
        return channel[1]
    goes_on = _GOES_ON_DOING.search(words)
    if goes_on and is_gerund(goes_on[1]):
        return goes_on[1]
    return words.split()[-1] if words[:1].isupper() and is_told(words) else None


def keep_other_names(evidence: Evidence, node: GroupNode, child: Node, marker: Anywhere) -> None:
    """Reject words for another name than that of a sibling that are no name.

    They hold what that sibling holds: no deed where it never holds deeds. A locality may be another
    name of a place ("the old town"), and a pronoun stands for a name, but not for what one is in.
    """
    beside = marker.other_than[0] if marker.alias_of is None and marker.other_than else None
    slot = next((s for s in node.group.slots if s.name == (marker.alias_of or beside)), None)
    named = next((m for m in slot.markers if isinstance(m, Named)), None) if slot else None
    if named is not None:
        may_be = {"locality"} if marker.alias_of is None else {"locality", "pronoun"}
        never = {"pronoun", *named.never}.difference(may_be)
        _keep_sorts(evidence, child, never, gerunds=False)


def keep_alias(evidence: Evidence, node: GroupNode, child: Node, marker: Anywhere) -> None:
    """Reject other words for a name that are the very words, or those of another one."""
    named = node.leaf(marker.alias_of) if marker.alias_of is not None else None
    name = evidence_of(named)
    if name is None:
        return
    for leaf, span in standing(child):
        if (why := _why_another(evidence, name, span)) is not None:
            leaf.refuse(Code.MISATTACHED, f"{span.exact!r} {why}")


def _why_another(evidence: Evidence, name: Span, alias: Span) -> str | None:
    """Why other words for a name are none; None where they may be."""
    if [w.casefold() for w in _words(alias.exact)] == [w.casefold() for w in _words(name.exact)]:
        return "is the name itself"
    if _listed_beside(evidence, name, alias):
        return f"stands beside {name.exact!r} in a list"
    if (before := _other_object(evidence, name, alias)) is not None:
        return f"is another than {name.exact!r}: {before!r} stands before it"
    if may_be_one(name.exact, alias.exact):
        return None
    shown = another_actor(evidence.article, name.exact, alias.exact)
    if shown is None and (alone := introduced_alone(evidence.article, name.exact, alias.exact)):
        shown = f"{alone!r} introduces it on its own"
    if shown is None and not may_be_equated(evidence.article, name.exact, alias.exact):
        return f"is another than {name.exact!r}: nothing says that they are one"
    return shown and f"is another than {name.exact!r}: {shown}"


def _listed_beside(evidence: Evidence, one: Span, other: Span) -> bool:
    """Whether two names are joined by "and", or stand in a list too long to be an apposition."""
    first, second = sorted((one, other), key=lambda span: span.start)
    text = evidence.article.text
    if first.sentence != second.sentence or first.end >= second.start:
        return False
    between, behind = text[first.end : second.start], _GOES_ON.match(text, second.end)
    if _BETWEEN.fullmatch(between) is None:
        return False
    listed = len(re.findall(_AND, between + (behind[0] if behind else ""))) + 1
    return "and" in between.split() or listed >= _LEAST_LISTED


def _other_object(evidence: Evidence, name: Span, alias: Span) -> str | None:
    """What shows that words behind a name, and nowhere else, are those of another.

    "Roe, an adviser to Norland's president, is in Kelmar": neither of them is Roe. But the last
    words of the name are: "the Norland army fled, and rebels fired on the army".
    """
    article = evidence.article
    if name.sentence is None or name.sentence != alias.sentence or alias.start < name.end:
        return None
    if is_same_name(name.exact, alias.exact):
        return None
    before = _ANOTHER.search(article.text, name.end, alias.start)
    if before is None or _RENAMED.search(article.text, name.end, alias.start):
        return None
    return None if article.locate(alias.exact).others else before[0].strip()


def keep_name(evidence: Evidence, node: GroupNode, child: Node, marker: Anywhere) -> None:
    """Reject the name of somebody else than whom a sibling names: "Anna Smith" for "Roe".

    Nor does a pronoun mean whom its own clause goes on to name: "he said that Roe had left".
    """
    named = evidence_of(node.leaf(marker.name_of)) if marker.name_of is not None else None
    if named is None:
        return
    for leaf, span in standing(child):
        if (why := _why_unnamed(evidence, span, ("pronoun", "deed"))) is not None:
            leaf.refuse(Code.UNREADABLE, f"{span.exact!r} {why}")
            continue
        if _is_name(named.exact):
            is_other = not may_be_one(span.exact, named.exact)
        else:
            pronoun = named.exact.lower()
            is_other = (pronoun in _SUBJECTS and _is_named_behind(evidence, named, span)) or (
                pronoun in _PERSONAL and _is_where(evidence, span)
            )
        if is_other:
            detail = f"{span.exact!r} is not the name of {named.exact!r}"
            leaf.refuse(Code.MISATTACHED, detail)


def _is_where(evidence: Evidence, name: Span) -> bool:
    """Whether a name stands nowhere but where something is: "in Dorva"."""
    text = evidence.article.text
    places = occurrences(text, name.exact)
    return bool(places) and all(_PLACED.search(text, max(0, at - 20), at) for at, _ in places)


def _is_named_behind(evidence: Evidence, pronoun: Span, name: Span) -> bool:
    """Whether what a pronoun is the subject of names somebody by this name."""
    sentence = evidence.article.line_at(pronoun.start)
    if sentence is None:
        return False
    text, (_, behind) = sentence.text, within(sentence, pronoun)
    return any(
        behind < start
        and _ENDS_CLAUSE.search(text, behind, start) is None
        and not (_CAPITAL_BEFORE.search(text, behind, start) or _CAPITAL_BEHIND.match(text, end))
        for start, end in occurrences(text, name.exact)
    )


def _is_name(words: str) -> bool:
    """Whether words are surely a name: all with a capital, no pronoun, no office."""
    parts = _words(words)
    capital = bool(parts) and all(part[0].isupper() for part in parts)
    return capital and parts[0].lower() not in PRONOUNS and sort_of(words) is None


def may_be_one(one: str, other: str) -> bool:
    """Whether two names share the beginning of a word, or one is the initials of the other."""
    begun, known = ({part.casefold()[:_BEGUN] for part in _words(name)} for name in (one, other))
    return not begun.isdisjoint(known) or is_same_name(one, other)


def keep_other(evidence: Evidence, node: GroupNode, child: Node, marker: Anywhere) -> None:
    """Reject words that name what one of the fields `marker.other_than` names already.

    Nor is anybody a part of a person.
    """
    known = [span.exact for name in marker.other_than for span in spans_in(node.children[name])]
    for leaf, span in standing(child) if marker.other_than else ():
        same = next((name for name in known if is_same_name(span.exact, name)), None)
        if same is not None:
            leaf.refuse(Code.MISATTACHED, f"{span.exact!r} is the same as {same!r}")
        elif has_office(evidence.article, span.exact):
            leaf.refuse(Code.MISATTACHED, f"{span.exact!r} is a person")


def is_same_name(one: str, other: str) -> bool:
    """Whether one name is the other, its last words ("the army") or its initials ("HTS").

    "Rebels of the Dorva Front" are not the Front.
    """
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if not shorter:
        return False
    before, tail = longer[: -len(shorter)], longer[-len(shorter) :]
    link = "".join([word for word in before if word.casefold() not in ARTICLES][-1:])
    if [word.casefold() for word in tail] == [word.casefold() for word in shorter]:
        return link != "from" and not (link == "of" and sort_of(" ".join(longer)) == "people")
    capitals = [word for word in longer if word[0].isupper()]
    initials = "".join(word if word.isupper() else word[0] for word in capitals)
    return len(capitals) >= _LEAST_INITIALS and [initials] == [
        word.replace(".", "") for word in shorter
    ]


def _words(name: str) -> list[str]:
    """The words of a name without its article and the genitive at its end; O’Roe is O'Roe."""
    words = [word.removesuffix("'s") for word in _WORD.findall(name.replace("’", "'"))]
    return words[1:] if words and words[0].casefold() in ARTICLES else words
