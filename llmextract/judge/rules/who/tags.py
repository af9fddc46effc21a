"""Who stands in a tag of speech behind a deed: ", a doctor at the mill told the Dorva Post"."""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import subject_zone
from llmextract.judge.rules.saying.telling import TAKES_UP
from llmextract.judge.rules.who.rivals import agent_of, is_somebody_else
from llmextract.judge.rules.who.stations import victim_of_deed

_OPENERS: Final = "|".join(
    sorted(clausal.LINKED | clausal.PARALLEL | clausal.RELATIVE | {"including", "among", "with"})
)
_SAYS: Final = (
    r"(?P<verb>sa(?:id|ys)|t(?:old|ells)|wrote|writes|(?:add|report|announc|stat|confirm|claim|recall|recount"
    r"|explain|testifi|argu|warn|insist|alleg)ed)"
)
_TAG: Final = re.compile(
    rf",[\"”’]{{0,2}}\s(?P<tag>(?!(?:{_OPENERS})\b)(?P<who>[^,;:“”\"]{{2,100}}?(?:,\s[^,;:“”\"]{{2,60}},)?)"
    rf"\s{_SAYS}(?P<rest>(?:\s[^,;:“”\"]{{1,60}})?))[.\"”]{{0,3}}\Z"
)
_INVERTED: Final = re.compile(
    rf",[\"”’]{{0,2}}\s{_SAYS}\s(?P<tag>(?!(?:{_OPENERS})\b)[^;:“”\"]{{2,160}})\Z"
)
_FIRST: Final = re.compile(r"\b(?:I|me|we|us|my|our|mine|ours)\b", re.IGNORECASE)
_QUOTE: Final = re.compile(r"[\"”]")
_LOOK_BACK: Final = 200


def tag_of(sentence: str, words: Range) -> re.Match[str] | None:
    """The tag at the end of a sentence that holds words; None where none surely does."""
    low = max(0, words[0] - _LOOK_BACK)
    for comma in re.finditer(r",", sentence[low : words[0]]):
        start = low + comma.start()
        found = _INVERTED.match(sentence, start)
        if found is not None and found.start("tag") <= words[0]:
            first = found["tag"].split()[0].lower()
            return None if first in grammar.SUBJECTS | {"that"} else found
        found = _TAG.match(sentence, start)
        if found is None or not found.start("tag") <= words[0] < found.end("tag"):
            continue
        if not grammar.has_verb(found["rest"]) and " that" not in found["rest"]:
            return found
    return None


def tells_not_suffers(sentence: str, verb: Range, words: Range) -> Range | None:
    """The tag of speech by which somebody only tells what is done to others before it."""
    tag = _behind(sentence, verb, words)
    if tag is None or _is_new(sentence, words, tag):
        return None if tag is None else tag.span("tag")
    own = victim_of_deed(sentence, verb)
    if own is None:
        return None
    is_mine = sentence.startswith(("my ", "our "), own[0])
    return own if is_mine or is_somebody_else(sentence, own, words) else None


def tells_not_does(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who does what somebody in a tag of speech behind it only tells; the tag where it names him.

    "He" of his own words is another: "“They hit him,” said Roe".
    """
    tag = _behind(sentence, verb, words)
    if tag is None:
        return None
    if _is_new(sentence, words, tag):
        return tag.span("tag")
    zone = subject_zone(sentence, verb)
    who = zone.place if zone is not None and not zone.shared else agent_of(sentence, verb)
    if who is None:
        return None
    if sentence[slice(*who)].lower() in ("he", "she", "they"):
        return who if _QUOTE.search(tag[0][:3]) else None
    is_one = sentence[slice(*who)].lower().startswith(("a ", "an "))
    may_be_they = sentence[slice(*words)].islower() and sentence[words[1] - 1] == "s"
    if (is_one or may_be_they) and TAKES_UP.search(sentence, 0, tag.start()):
        return None
    return who if is_somebody_else(sentence, who, words) else None


def _behind(sentence: str, verb: Range, words: Range) -> re.Match[str] | None:
    """The tag behind a deed that holds words, outside of what it says of who speaks."""
    if words[0] < verb[1] or "," not in sentence[verb[1] : words[0]]:
        return None
    tag = tag_of(sentence, words)
    if tag is None or tag.start() < verb[1]:
        return None
    before = grammar.tokenise(sentence[tag.start("tag") : words[0]]).words
    return tag if clausal.RELATIVE.isdisjoint(before) else None


def _is_new(sentence: str, words: Range, tag: re.Match[str]) -> bool:
    """Whether one is first named in a tag, so that he has no part before; his own words aside."""
    is_one = sentence[slice(*words)].startswith(("a ", "an ", "another "))
    return is_one and _FIRST.search(sentence, 0, tag.start()) is None
