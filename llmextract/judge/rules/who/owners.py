"""Who is named within the words for somebody or something else, and has no part of his own.

"Norlandian" of "Norlandian spokesman Roe" is cut out of his office, the Pact of "the guarantors of
the Pact" takes no part beside them, and of "these remarks of Roe" he only speaks. Offsets
are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import is_compass, is_of_nation
from llmextract.ask.markers import Parts
from llmextract.ask.parts import Part
from llmextract.judge.rules.who.befallen import DONE_TO
from llmextract.judge.rules.who.voice import parts_in
from llmextract.judge.spans import everywhere, shown_throughout, within
from llmextract.judge.support import Evidence
from llmextract.judge.tree import LeafNode, Node
from llmextract.judge.verdict import Code, Span

_TITLE: Final = re.compile(
    r"(?:\s[A-Z][\w’'-]*){0,4}\s(?P<noun>(?:[Ss]pokes\w+|[Mm]inister|[Pp]resident|[Aa]mbassador|[Ee]nvoy|[Oo]fficial"
    r"|[Gg]eneral|[Cc]ommander|[Aa]nalyst|[Ll]eader|[Cc]hancellor|[Dd]iplomat|[Ss]enator|[Cc]olonel|[Ll]awmaker"
    r"|[Jj]ournalist|[Pp]rofessor|[Ee]xpert|[Dd]irector|[Kk]ing|[Pp]rince))\s[A-Z]"
)
# What somebody says, which is no deed of his beside another one.
_REMARKS: Final = (
    r"(?:statements?|remarks?|comments?|words|claims?|assertions?|allegations?|speech|announcements?"
    r"|declarations?|warnings?|tweets?|(?<!to\sthe\s)posts?)"
)
_OF_REMARKS: Final = re.compile(rf"\b{_REMARKS}\s(?:of|by|from)\s(?:the\s)?\Z")
_OF: Final = re.compile(r"[”\"]?\sof\s(?:the\s)?")
# Whom somebody hinders or helps in what is theirs: "slowed the advance of rebels".
_HELPING: Final = grammar.inflected(
    "slow hinder hamper halt stop* block delay obstruct disrupt repel* thwart frustrate stem* check"
    " contain support back aid assist help fund finance sponsor reinforce bolster"
) | grammar.words_of("impeding impeded impede impedes stall stalled stalling stalls")
_DEED: Final = (
    r"(?:efforts?|advances?|fight|struggle|campaigns?|drive|push|bid|operations?|offensives?|attempts?|progress"
    r"|retreat|movements?|attacks?|assaults?|work)"
)
_OWNED: Final = re.compile(
    r"(?:\s(?:down|off|up|back|out))?\s(?:(?:the|any|an?|all|further)\s)?(?:[a-z-]+\s){0,2}?"
    rf"{_DEED}\sof\s(?:the\s)?"
)
_RIGHT_BEHIND: Final = re.compile(r"\s(?:the\s)?")
_OWNS: Final = re.compile(rf"['’]s?\s(?:[a-z-]+\s){{0,2}}?{_DEED}\b")
# What somebody enters or holds is only where he is; what is hit or seized may suffer it.
_BEING_THERE: Final = grammar.inflected(
    "control enter reach approach patrol traverse cross inhabit visit leave"
) | grammar.words_of("hold holds held holding left leaving")
_GROUND: Final = re.compile(
    r"(?:\A|\s)(?:(?:north|south|east|west|central|north-?east|north-?west|south-?east|south-?west)(?:ern)?\s[A-Z]"
    r"[\w’'-]*\Z|(?:city|cities|towns?|villages?|countryside|provinces?|districts?|areas?|regions?|suburbs?"
    r"|outskirts|neighbou?rhoods?|hills?|valley|plain|coast|border)\Z)"
)
_FOR_CONTROL: Final = re.compile(r"\b(?:for|over)\s(?:the\s)?control\s(?:of|over)\s(?:the\s)?\Z")
_LOOK_BACK: Final = 40

_Row = tuple[LeafNode, Span, LeafNode, Part]


def keep_owners(evidence: Evidence, child: Node, marker: Parts, told: Span | None) -> None:
    """Reject words that say something of others, and the part that the article gives to nobody.

    Whose deed is hindered, or whom a verb helps, suffers or receives it, and two who are taken
    together are on one side.
    """
    parts = [row for row in parts_in(child, marker) if row[0].judged.stands]
    for who, words, _, _ in parts:
        if (noun := _cut_from(evidence, words)) is not None:
            who.refuse(Code.MISATTACHED, f"{words.exact!r} is cut out of the words for {noun!r}")
    for row in parts if told is not None else ():
        if told is not None and row[0].judged.stands:
            _keep_with_verb(evidence, told, row)
    for at, row in enumerate(parts):
        for other in parts[:at]:
            if told is not None and row[0].judged.stands and other[3] != row[3]:
                _keep_on_one_side(evidence, told, row, other)


def _keep_with_verb(evidence: Evidence, told: Span, row: _Row) -> None:
    """Reject who only says so or is only where it is, and the part of whom it is done to."""
    who, words, role, part = row
    remarks = shown_throughout(evidence, (told, words), only_remarks)
    where = shown_throughout(evidence, (told, words), is_only_where)
    verb = shown_throughout(evidence, (told, words), owns_what_is_done_to)
    if remarks is not None:
        who.refuse(Code.MISATTACHED, f"{words.exact!r} only says so: {remarks!r}")
    elif where is not None:
        who.refuse(Code.MISATTACHED, f"{words.exact!r} is only where it is: {where!r}")
    elif verb is not None and part == "does":
        detail = f"{words.exact!r} suffers it in the article: {verb!r} is done to theirs"
        role.refuse(Code.CONTRADICTED, detail, nearest=verb)


def _keep_on_one_side(evidence: Evidence, told: Span, row: _Row, first: _Row) -> None:
    """Reject words that only say whose the first are, or the other part of who is with them."""
    who, words, role, _ = row
    line = evidence.article.line_at(words.start)
    if line is None or first[1].sentence != words.sentence:
        return
    here, there = within(line, words), within(line, first[1])
    if (of := ends_phrase_of(line.text, here, there)) is not None:
        who.refuse(Code.MISATTACHED, f"{words.exact!r} only says whose {of!r} are")
    elif (verb := taken_together(line.text, there, here)) and not _tells(told, verb):
        detail = f"{words.exact!r} is told with {first[1].exact!r}: {verb!r} takes both"
        role.refuse(Code.CONTRADICTED, detail, nearest=verb)


def _tells(told: Span, verb: str) -> bool:
    return verb in told.exact.lower().split()


def _cut_from(evidence: Evidence, words: Span) -> str | None:
    """The noun that words only say something of, wherever their sentence has them."""
    line = evidence.article.line_at(words.start)
    if line is None or " " in words.exact:
        return None
    shown = [is_cut_out(line.text, place) for place in everywhere(line, words)]
    return shown[0] if shown and all(shown) else None


def is_cut_out(sentence: str, words: Range) -> str | None:
    """The office of which words are a bare adjective: "spokesman" of "[Norlandian] spokesman Roe".

    "Norlandian" of "Norlandian airstrikes" tells whose they are, and may stand for Norland.
    """
    found = _TITLE.match(sentence, words[1]) if is_of_nation(sentence, *words) else None
    return found["noun"] if found is not None else None


def only_remarks(sentence: str, verb: Range, words: Range) -> str | None:
    """The noun by which words are only of who says something: "these statements of [Roe]"."""
    found = _OF_REMARKS.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    return None if found is None or touch(found.span(), verb) else found[0].strip()


def ends_phrase_of(sentence: str, words: Range, other: Range) -> str | None:
    """Others who take part, of whom words only say what they are of: "members of [the Pact]"."""
    is_end = other[1] <= words[0] and _OF.fullmatch(sentence, other[1], words[0])
    return sentence[slice(*other)] if is_end else None


def owns_what_is_done_to(sentence: str, verb: Range, words: Range) -> str | None:
    """The verb that hinders or helps what is that of words behind it; None where none does."""
    told = grammar.tokenise(sentence[slice(*verb)])
    at = next((at for at, word in enumerate(told.words) if word in _HELPING), None)
    if at is None or words[0] < verb[0] + told.ends[at]:
        return None
    end = verb[0] + told.ends[at]
    is_owner = _OWNS.match(sentence, words[1]) and _RIGHT_BEHIND.fullmatch(sentence, end, words[0])
    is_owner = is_owner or _OWNED.fullmatch(sentence, end, words[0])
    return sentence[verb[0] + told.starts[at] : end] if is_owner else None


def is_only_where(sentence: str, verb: Range, words: Range) -> str | None:
    """What shows that words are where sides are, and none of them: "entered [the hills]"."""
    named = sentence[slice(*words)]
    if not (is_compass(named) or _GROUND.search(named)):
        return None
    fought_for = _FOR_CONTROL.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if fought_for is not None:
        return fought_for[0].strip()
    told = grammar.tokenise(sentence[slice(*verb)]).words
    is_object = _RIGHT_BEHIND.fullmatch(sentence, verb[1], words[0]) is not None
    is_there = bool(told) and told[-1] in _BEING_THERE
    return sentence[slice(*verb)] if is_object and is_there else None


def taken_together(sentence: str, first: Range, second: Range) -> str | None:
    """The verb that two have for one object: "captured [guards] and [rebels]"."""
    if first[1] > second[0] or sentence[first[1] : second[0]] not in (" and ", " and the "):
        return None
    before = grammar.tokenise(sentence[max(0, first[0] - _LOOK_BACK) : first[0]]).words
    own = [word for word in before if word not in grammar.DETERMINERS and not word.isdigit()]
    last = [word for word in own[-2:] if word in DONE_TO]
    return last[-1] if last and "between" not in own[-3:] else None
