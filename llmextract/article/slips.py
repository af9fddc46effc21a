"""The one difference in content that is forgiven: a slip of the pen in a long lower-case word."""

from llmextract.article.lexicon import FAILURES, HEDGES, NEGATIONS, NUMBER_WORDS
from llmextract.article.lookalikes import are_look_alikes

LEAST_WORDS = 5
"""A shorter quote allows no slip."""
_SHORTEST = 6
_SHORTEST_CHANGED = 7
_FIXED = NEGATIONS | FAILURES | NUMBER_WORDS
_MEN = {"man", "men"}


def is_slip(meant: str, written: str) -> bool:
    """Whether `written` is `meant` with one letter lost, added, changed, or two swapped.

    The first letter stays, as it tells more words apart than any other ("president", "resident"),
    and no letter is added at the end, which makes a plural or another tense ("rebels", "agreed");
    figures and negations allow no slip, none may make a hedge, or gunmen of a gunman, and none
    stands between words known to be one letter apart.
    """
    if meant == written or max(len(meant), len(written)) < _SHORTEST or meant[0] != written[0]:
        return False
    if not (meant.isalpha() and written.isalpha() and meant.islower()):
        return False
    if meant in _FIXED or written in _FIXED or written in HEDGES:
        return False
    if {meant[-3:], written[-3:]} == _MEN:
        return False
    return _is_one_edit(meant, written) and not are_look_alikes(meant, written)


def lost_ending(meant: str, written: str) -> bool:
    """Whether `written` is `meant` without its final s, or without the d of "-ed"."""
    return meant[:-1] == written and meant.endswith(("s", "ed"))


def is_cut_off(meant: str, written: str, goes_on: str, after: str) -> bool:
    """Whether `written`, the last word of a quote, is `meant` with its end left out.

    The text `goes_on` behind the word, and no mark of a sentence `after` it shows that it ends.
    """
    is_ended = after[:1] in tuple(",;:!?") or (after[:1] == "." and after[1:2] != ".")
    return goes_on[:1] == " " and not is_ended and meant.startswith(written)


def _is_one_edit(meant: str, written: str) -> bool:
    shorter, longer = sorted((meant, written), key=len)
    same = 0
    while same < len(shorter) and shorter[same] == longer[same]:
        same += 1
    if len(longer) - len(shorter) == 1:
        return shorter[same:] == longer[same + 1 :] and not _is_derived(meant, written)
    if len(longer) != len(shorter):
        return False
    if shorter[same + 1 :] == longer[same + 1 :]:
        return len(longer) >= _SHORTEST_CHANGED and same < len(longer) - 1
    swapped = shorter[same + 1 : same + 2] + shorter[same : same + 1]
    return longer[same : same + 2] == swapped and shorter[same + 2 :] == longer[same + 2 :]


def _is_derived(meant: str, written: str) -> bool:
    """Whether a last letter was added that may make another word, as in "observer", "rebels"."""
    return written[:-1] == meant and written[-1] != meant[-1]
