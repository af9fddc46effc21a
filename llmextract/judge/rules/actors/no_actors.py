"""Words that name no actor by the place they have: a month, a verb, a station, a clause behind.

"May" of "14 May", "never applied" of "was never applied", "a bus station", and a name that runs on
over ", which counts the dead" or over the verb that it is the subject of.
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import PREPOSITIONS, is_past, words_of
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import MONTHS, SURE_NAMES
from llmextract.judge.spans import occurrences

# Names of no person: "April" and "August" may be.
_DAYS: Final = SURE_NAMES - {"april", "june", "august", "march"}
_DAY_BEFORE: Final = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?:\sof)?|\b(?:in|since|until|till|last|next|this|early|late|mid|by|during))[\s-]\Z"
)
_DAY_BEHIND: Final = re.compile(r"\s\d{1,4}\b")
_AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could)\s\Z"
)
_ADVERB: Final = re.compile(
    r"(?:never|not|ever|already|still|also|again|always|often|soon|later|since|only|just|\w+ly)\s"
)
_STATION: Final = re.compile(
    r"(?:\S+\s)*(?:bus|coach|train|railway|rail|metro|subway|tube|tram|underground|petrol|gas|filling"
    r"|fuel|power|pumping|water|polling|weather|space)\s(?:station|terminal|depot|stop|shelter)s?"
)
_CLAUSE: Final = re.compile(r"(?<=[\w)]),\s(?P<word>which|who|whose|whom|where)\s\w")
_BRINGS: Final = re.compile(
    r"\s(?:that|how|why|whether|the|its|his|her|their|it|they|on|in)\b|[,:]"
)
_NAMED: Final = re.compile(r".*[A-Z)][\w’'-]*\)?\s(?P<verb>[a-z]+)")
# Small words that no name holds, whatever their letters: "Driver Pleads Not Guilty to Arson".
_OF_HEADLINES: Final = PREPOSITIONS - {"of", "for", "in", "on", "at"} | words_of(
    "not no as after before amid while is are was were be been says said will may"
)
# What somebody works as: "lost his job as a [taxi driver]".
_WORKS_AS: Final = re.compile(
    r"\b(?:jobs?|work(?:s|ed|ing)?|careers?|role|post|position|stint|shifts?|employed|hired|trained)\s+as\s+an?\s+\Z"
)
_LEAST_OF_HEADLINE: Final = 5
_LOOK_BACK: Final = 20


def no_actor(article: Article, sentence: str, place: Range) -> str | None:
    """Why words at a place of a sentence name nobody who acts; None where they may."""
    start, end = place
    words = sentence[start:end]
    if words.lower() in _DAYS or _is_month(article, words):
        return "names a time"
    if _STATION.fullmatch(words):
        return "names a thing"
    if _is_headline(sentence, place):
        return "is a whole line, and names nobody"
    clause = _CLAUSE.search(words)
    if words[:1].isupper() and clause is not None:
        return f"runs on over {clause['word']!r}, which opens a clause"
    told = _NAMED.fullmatch(words)
    if told and is_past(told["verb"]) and says(told["verb"]) and _BRINGS.match(sentence, end):
        return f"runs on over {told['verb']!r}, which is no part of a name"
    if words.islower() and _is_calling(article, words):
        return "is only what somebody works as"
    aux = _AUXILIARY.search(sentence, max(0, start - _LOOK_BACK), start)
    adverb = _ADVERB.match(words)
    if aux and adverb and words.islower() and all(map(is_past, words[adverb.end() :].split())):
        return "tells what is done, and names nobody"
    return None


def _is_headline(sentence: str, place: Range) -> bool:
    """Whether words are all of a line that is no name by the small words in it."""
    start, end = place
    if sentence[:start].strip() or sentence[end:].strip(" .!?"):
        return False
    words = sentence[start:end].lower().split()
    return len(words) >= _LEAST_OF_HEADLINE and not _OF_HEADLINES.isdisjoint(words)


def _is_calling(article: Article, words: str) -> bool:
    """Whether words stand nowhere but where they say what somebody works as."""
    text, back = article.text, 40
    places = occurrences(text, words)
    return bool(places) and all(
        _WORKS_AS.search(text, max(0, start - back), start) for start, _ in places
    )


def _is_month(article: Article, words: str) -> bool:
    """Whether a word is that of a month, by a day or "in" wherever it stands: "May" of "14 May"."""
    text = article.text
    places = occurrences(text, words) if words.lower() in MONTHS else []
    return bool(places) and all(
        _DAY_BEFORE.search(text, max(0, start - _LOOK_BACK), start) or _DAY_BEHIND.match(text, end)
        for start, end in places
    )
