"""On whose side somebody speaks or commands, by the body that his office is beside.

Of "the spokesman of the Dorva Front, Ilan Roe," where the article tells of "rebels of the Dorva
Front", Roe is of the rebels and of no government. An officer who speaks for "the army" is of it.
"""

import re
from collections.abc import Iterator
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.rules.actors.labels import (
    CIVILIANS,
    NEWS,
    OTHER,
    OWN_ARMY,
    REBELS,
    RULING,
    UNITED,
    WATCHING,
    Sort,
)
from llmextract.judge.spans import occurrences

_UNARMED: Final = CIVILIANS | NEWS | OTHER | RULING | UNITED | WATCHING
_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*"
_BODY: Final = (
    rf"(?P<body>{_CAPITAL}(?:\s(?:(?:of|for)\s(?:the\s)?)?{_CAPITAL}){{0,5}}|army|military|rebels)"
)
_OFFICE: Final = (
    r"(?:[a-z][\w-]*\s){0,2}(?:leader|chief|head|commander|spokes(?:man|woman|person)|officer|founder"
    r"|deputy|general|official|fighter|director|secretary|chair(?:man|woman)?"
    r"|president|editor|reporter|correspondent|journalist)"
)
_RANK: Final = r"(?:(?:[A-Z][a-z]{1,10}\.?[\s-]){0,3})"
_IN: Final = r"(?:\s(?:in|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})?"
# Before a name: "the Front's spokesman,", "FDF leader", "the spokesman of the army in Dorva,".
_BEFORE: Final = (
    re.compile(rf"(?<![\w’'-]){_BODY}(?:['’]s)?\s{_OFFICE},?\s{_RANK}\Z"),
    re.compile(rf"\b{_OFFICE}\s(?:of|for)\s(?:the\s)?{_BODY}{_IN},?\s{_RANK}\Z"),
)
# Behind it: "Roe, a spokesman for the Front", "Roe, who commands the army's Third Brigade".
_BEHIND: Final = (
    re.compile(rf",\s(?:an?\s|the\s)?{_OFFICE}\s(?:of|for)\s(?:the\s)?{_BODY}"),
    re.compile(rf",\s(?:the\s)?{_BODY}['’]s\s{_OFFICE}\b"),
    re.compile(rf",\swho\s(?:leads|heads|commands|speaks\sfor)\s(?:the\s)?{_BODY}(?:['’]s\b)?"),
)
_ITS: Final = re.compile(rf"\b[Ii]ts\s{_OFFICE},?\s{_RANK}\Z")
# Who opens a sentence: its subject.
_SUBJECT: Final = re.compile(rf"(?:The\s)?{_BODY}\s(?:has\s|had\s)?[a-z]+(?:ed|s)\b")
_NO_MORE: Final = re.compile(r"\b(?:former|ex|one-time|ousted|retired|late)\b", re.IGNORECASE)
_LOOK_BACK: Final = 110
_MILITIAS: Final = words_of("political_militia identity_militia")
_REBELS: Final = r"(?i:insurgency|insurgents|rebellion|rebels|rebel\s[a-z]+|insurgent\s[a-z]+)"
_BESIDE: Final = "beside the army"
_ARMY: Final = (
    r"(?:the\s|[A-Z]\w+\s)?(?:(?:government|regime|state|security)\s(?:forces|troops|soldiers|army)"
    r"|army|military|soldiers|troops|police|government|regime|president)\b"
)
_FOR_STATE: Final = re.compile(
    r"\b(?i:pro-(?:government|regime)|(?:government|regime|state)-(?:backed|allied|aligned|affiliated)"
    r"|loyalist)\b"
)
# Who is told to fight for the state: "Vale militants fighting alongside the army".
_FIGHTS_FOR: Final = re.compile(
    r"(?:,?\s(?:who|which|that)(?:\s(?:are|is|were|was|have|has|had))?)?,?\s(?:fight|fought|battl)\w*\s"
    rf"(?:alongside|beside|for|on\sthe\sside\sof)\s{_ARMY}"
    rf"|,?\s(?:(?:who|which|that)\s(?:are|is|were|was)\s)?(?:loyal|allied)\s(?:to|with)\s{_ARMY}"
)
# Whom rebels hold with soldiers: "the rebels captured two soldiers and [Vale militants]".
_HELD_WITH: Final = re.compile(
    rf"\b{_REBELS}\b[^.;]{{0,80}}\b(?:captur|detain|arrest|imprison|abduct|kidnapp)(?:ed|ing|es?|s)?\s"
    r"(?:[\w’'-]+\s){0,3}(?:soldiers|troops|officers|policemen),?\sand\s(?:[a-z]+\s)?\Z"
)
_HELD_BACK: Final = 200
_REBEL: Final = r"(?:[Rr]ebels?|[Ii]nsurgents?|[Gg]uerr?illas?)"


def sides(article: Article, name: str) -> Iterator[Sort]:
    """What the body that somebody speaks for or leads tells of his part."""
    if _leads_rebels(article, name):
        yield Sort(f"of the rebels that {name} leads", _UNARMED | OWN_ARMY | _MILITIAS)
    elif _is_beside_army(article, name):
        yield Sort(_BESIDE, REBELS)
    for body in bodies_of(article, name):
        if body in ("army", "military"):
            yield Sort(f"of the {body}", _UNARMED)
        elif body == "rebels" or _is_of_rebels(article, body):
            yield Sort(f"of the rebels of {body}", _UNARMED | OWN_ARMY)


def told_side(told: str) -> frozenset[str]:
    """The usual names of the labels that words of a side tell; empty where they tell none."""
    if told.startswith("of the rebels "):
        return REBELS
    if told == _BESIDE:
        return words_of("political_militia")
    return OWN_ARMY if told in ("of the army", "of the military") else frozenset()


def bodies_of(article: Article, name: str) -> Iterator[str]:
    """The bodies of which an office beside a name is."""
    text = article.text
    for start, end in occurrences(text, name):
        low = max(0, start - _LOOK_BACK)
        found = [pattern.search(text, low, start) for pattern in _BEFORE]
        found += [pattern.match(text, end) for pattern in _BEHIND]
        for each in found:
            if each is not None and not _NO_MORE.search(each[0]):
                # "Roe left Kelmar. The Front's leader": a body opens where its sentence does.
                yield each["body"].rpartition(". ")[2].removeprefix("The ")
        if _ITS.search(text, low, start) and (body := _subject_before(article, start)) is not None:
            yield body


def _subject_before(article: Article, start: int) -> str | None:
    """The body that opens the sentence before "its spokesman", or that very sentence."""
    line = article.line_at(start)
    if line is None:
        return None
    near = [each for each in article.lines if line.number - 1 <= each.number <= line.number]
    found = [subject["body"] for each in near if (subject := _SUBJECT.match(each.text))]
    return found[0] if len(set(found)) == 1 else None


def _leads_rebels(article: Article, name: str) -> bool:
    """Whether a name is of who leads those who rise: "rebels led by the Front and the Vale"."""
    led = rf"(?:the\s)?{re.escape(name)}(?![\w’'-])"
    return name[:1].isupper() and bool(
        re.search(
            rf"\b{_REBELS}\b(?:\s(?:is|are|was|were))?,?\s(?:[a-z]+ly\s)?led\sby\s"
            rf"(?:[^.;]{{0,90}}\b(?:along|together)\swith\s)?{led}"
            rf"|\b{re.escape(name)}-led\s(?:[a-z]+\s)?{_REBELS}\b",
            article.text,
        )
    )


def _is_beside_army(article: Article, name: str) -> bool:
    """Whether somebody fights for the state, or rebels hold him with its soldiers."""
    if _FOR_STATE.search(name):
        return True
    text = article.text
    return any(
        _FIGHTS_FOR.match(text, end) or _HELD_WITH.search(text, max(0, start - _HELD_BACK), start)
        for start, end in occurrences(text, name)
    )


def _is_of_rebels(article: Article, body: str) -> bool:
    """Whether the article calls a body one of rebels: "the rebel Front", "rebels of the Front"."""
    bare = re.sub(r"['’]s\Z", "", body)
    full = article.abbreviations.get(bare, bare)
    short = "".join(re.findall(r"[A-Z]", full))
    return any(
        re.search(
            rf"\b{_REBEL}\s(?:(?:of|from)\s(?:the\s)?)?(?:group\s|movement\s|army\s)?{re.escape(each)}"
            rf"|\b{re.escape(each)}(?:\s\([^()]{{1,20}}\))?(?:\s{_REBEL}\b|,\s(?:an?|the)\s(?:\w+\s)?{_REBEL}\b)",
            article.text,
        )
        for each in {bare, full}
    ) or (bare.isupper() and _spelt_out(article, short))


def _spelt_out(article: Article, letters: str) -> bool:
    """Whether letters are those of a body that is called one of rebels: "the rebel Dorva Front"."""
    for found in re.finditer(rf"\b[Tt]he\s{_REBEL}\s((?:{_CAPITAL}\s?){{2,6}})", article.text):
        if "".join(re.findall(r"\b[A-Z]", found[1])) == letters:
            return True
    return False
