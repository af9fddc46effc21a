"""What brings words into the slot of a phrase before them, and what is right before a place.

Offsets are half-open code points in a sentence.
"""

from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import is_participle
from llmextract.judge.rules.who.again import takes_up
from llmextract.judge.rules.who.objects import is_followed_by_verb
from llmextract.judge.rules.who.phrases import hangs_on

# What brings others into the slot of a phrase before it.
BRINGS: Final = grammar.words_of(
    "with alongside besides plus including among like both namely as together joined especially"
    " except apart such and or nor then"
)
HELPS: Final = grammar.words_of(
    "backed supported helped led followed accompanied assisted aided hired armed funded trained"
    " sent paid ordered recruited commanded"
)
# "Held ten men and took Roe into custody": the same by other words.
TAKING: Final = grammar.words_of("took taken taking")
# These only give somebody another name: "a clerk named Roe".
NAMING: Final = grammar.words_of("named called identified known dubbed nicknamed")
HELP: Final = grammar.words_of("help support behalf backing assistance hands")
_OPENS_ASIDE: Final = grammar.words_of("( – — - :")
_OF_THEM: Final = grammar.words_of("them whom which those who these is was")
_LATER: Final = grammar.words_of(
    "after before since following during until amid ahead despite pending over"
)
_NEAR: Final = 12
_NEXT: Final = 30


def is_brought(sentence: str, words: Range, start: int, *, does: bool = False) -> bool:
    """Whether a word behind an offset brings words into the slot of what stands before it."""
    word, before = hangs_on(sentence, words, start)
    if "according" in before:
        return False
    brings = BRINGS | HELPS | {"by"} if does else BRINGS
    if word == "with":  # not "an elder who had met with Roe", nor "after talks with Roe"
        return not any(
            each in clausal.RELATIVE | _LATER or clausal.may_be_verb(each) for each in before
        )
    if word in ("and", "or") and not takes_up(sentence, words):
        return not _has_own_verb(sentence, words)
    if not word or word in brings or word in _OPENS_ASIDE or before[-1:] == ("as",):
        return True
    if word in TAKING | NAMING | {"surnamed"} or takes_up(sentence, words):
        return True
    if does and word in ("said", "says"):
        return True  # who tells of it may have done it
    if word == ",":  # "the authorities, that is, the judge", but no "killed ten and fled, Roe said"
        is_listed = not brings.isdisjoint(before) or before[-2:] == ("that", "is")
        is_told = any(
            clausal.may_be_verb(each) or (grammar.is_gerund(each) and each not in brings)
            for each in before
        )
        return is_listed and not (is_told or is_followed_by_verb(sentence, words))
    if word == "of" and "with" in before[-3:]:
        return True  # "with most of his crew"
    if word in _OF_THEM:
        return not brings.isdisjoint(before[-4:]) or "of" in before[-2:]
    return does and word == "of" and not HELP.isdisjoint(before[-1:])


def _has_own_verb(sentence: str, words: Range) -> bool:
    """Whether a verb that is surely no participle stands right behind words: "Roe is"."""
    behind = grammar.tokenise(sentence[words[1] : words[1] + _NEXT]).words[:1]
    return any(
        word in grammar.AUXILIARIES or (word in clausal.FINITE and not is_participle(word))
        for word in behind
    )


def words_before(sentence: str, at: int) -> tuple[str, ...]:
    """The last two words before an offset."""
    return grammar.tokenise(sentence[max(0, at - _NEAR) : at]).words[-2:]
