"""A statement that runs on under the words that open it: "Roe said:", and what he says there."""

import re
from itertools import islice
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.saying import says
from llmextract.judge.verdict import Span

# So far a statement is followed.
_MOST_SENTENCES, _LONGEST = 12, 3000
# Behind words of saying, before the colon: "said in a statement:", "told Radio Nord on Monday:".
_OPENS: Final = re.compile(r"[^.;:!?“”\"]{0,80}:\s*\Z")
# Who spoke in one sentence is taken up in the next: "It is lost, he added", "She warned that".
_GOES_ON: Final = re.compile(
    r"\b(?:he|she|they|it)\s+(?:(?:has|have|had|also|then|later|further|\w+ly)\s+)?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_MARKS: Final = re.compile(r"[“”\"]")
_MOST_CUES: Final = 6


def runs_on(article: Article, cue: Span, words: Span) -> bool:
    """Whether words of a later sentence belong to the statement that a cue opens with a colon.

    It has no quotation marks up to these words.
    """
    if cue.sentence is None or words.sentence is None:
        return False
    far = words.sentence - cue.sentence
    if not 0 < far <= _MOST_SENTENCES or words.start - cue.end > _LONGEST:
        return False
    opening = article.lines[cue.sentence - 1]
    if _OPENS.fullmatch(opening.text, cue.end - opening.start) is None:
        return False
    between = article.lines[cue.sentence : words.sentence]
    return not any(
        sentence.region != opening.region or _MARKS.search(sentence.text) for sentence in between
    )


def taken_up_next(article: Article, speaking: int, told: int) -> bool:
    """Whether a sentence right behind another goes on by a pronoun that says something.

    `speaking` and `told` are offsets in the one and in the other: "Roe said mills burned. He warned
    that more would."
    """
    here, there = article.line_at(speaking), article.line_at(told)
    if here is None or there is None or there.number != here.number + 1:
        return False
    found = islice(_GOES_ON.finditer(there.text), _MOST_CUES)
    cue = next((each for each in found if says(each["verb"])), None)
    # Of "Hale denied it: she knew, he said" he is Hale.
    return cue is not None and not says(there.text[: cue.start()])
