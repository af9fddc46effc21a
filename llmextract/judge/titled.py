"""Names without the office that stands before them, read by code: "Roe" of "President Roe"."""

import re
from collections.abc import Iterator
from typing import Final

from llmextract.article.syntax.grammar import CONJUNCTIONS, PREPOSITIONS, words_of
from llmextract.article.syntax.patterns import OF_NAMES
from llmextract.ask.markers import Beside
from llmextract.ask.realis import realis_name
from llmextract.ask.shape import Group, Label, Words
from llmextract.ask.wire import JsonObject
from llmextract.judge.rules.actors.described import NATION
from llmextract.judge.rules.actors.labels import ONE
from llmextract.judge.rules.actors.states import STATE_OF
from llmextract.judge.rules.actors.titles import is_office_free
from llmextract.judge.rules.naming import ON_CHANNEL
from llmextract.judge.rules.nouns import is_people

_PART: Final = re.compile(rf"(?:(?:{OF_NAMES})-)?[A-Z][\w.’'-]*|{OF_NAMES}|abu|bint")
_CAPITAL: Final = re.compile(r"(?:[a-z]{1,3}-)?[A-Z]")
_OWNER: Final = re.compile(r".*(?:['’]s|s['’])\Z")
# They say no more of somebody than that he is one, and stay with the name.
_HONORIFICS: Final = words_of("mr mrs ms")
# Surnames and first names as well, and "Mother", "Brother" of an order.
_SURNAMES: Final = words_of(
    "king prince queen pope judge major captain sheikh bishop chief host mother father brother"
    " sister general chancellor page man woman mate"
)
_RANKING: Final = words_of(
    "crown chief former deputy vice acting interim police army navy grand supreme prime lieutenant"
    " brigadier major lt brig maj district federal high"
)
_OPENS: Final = words_of("the a an")
_NO_TITLE: Final = PREPOSITIONS | CONJUNCTIONS
_MOST: Final = 6
_MOST_OF_NAME: Final = 4


def without_title(group: Group, record: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """One person without the office before his name, and with the title where none is given.

    "Norland's Supreme Leader Ilan Roe" is "Ilan Roe", a "Supreme Leader". And anybody without the
    channel that he speaks on: "Dorva Office" of "Dorva Office on Telegram".
    """
    naming = group.naming
    name = record.get(naming or "")
    if naming is None or not isinstance(name, str):
        return
    if channel := ON_CHANNEL.search(name):
        yield naming, {**record, naming: name[: channel.start(1)].rstrip()}
    is_one = any(
        isinstance(slot.shape, Label) and realis_name(record.get(slot.name)) in ONE
        for slot in group.slots
    )
    if not is_one or (parted := part_title(name)) is None:
        return
    title, bare = parted
    for slot, marker in group.ruled:
        if isinstance(marker, Beside) and marker.of == naming and isinstance(slot.shape, Words):
            if not record.get(slot.name):
                yield naming, {**record, naming: bare, slot.name: title}
            break
    yield naming, {**record, naming: bare}


def part_title(name: str) -> tuple[str, str] | None:
    """The office before the name of a person and the name; None where none stands before it.

    >>> part_title("Deputy Prime Minister Ilan Roe")
    ('Deputy Prime Minister', 'Ilan Roe')
    """
    words = name.split()
    for at in range(min(len(words) - 2, _MOST), -1, -1):
        title, bare = words[: at + 1], words[at + 1 :]
        if not (_is_office(title) and _is_bare(bare)):
            continue
        owned = max((place for place, word in enumerate(title) if _OWNER.match(word)), default=-1)
        title = [word for word in title[owned + 1 :] if word.lower() not in _OPENS]
        return (" ".join(title), " ".join(bare)) if title else None
    return None


def _is_office(words: list[str]) -> bool:
    """Whether words end in an office, and hold nothing else that may be of a name."""
    *before, last = words
    head = last.lower().rstrip(".").split("-")
    if any(word.rstrip(",;:") != word or word in _NO_TITLE for word in before):
        return False
    if last.islower():
        return is_people(last) or not all(map(is_office_free, head))
    if not _HONORIFICS.isdisjoint(head) or all(map(is_office_free, head)):
        return False
    if _SURNAMES.isdisjoint(head) or not before:
        return True
    beside = before[-1]
    is_ranking = beside.lower().rstrip(".") in _RANKING or not is_office_free(beside)
    is_of_state = beside in STATE_OF or NATION.fullmatch(beside) or _OWNER.match(beside)
    return is_ranking or is_of_state is not None


def _is_bare(words: list[str]) -> bool:
    """Whether words are the name of a person alone."""
    if len(words) > _MOST_OF_NAME or not all(map(_PART.fullmatch, words)):
        return False
    is_named = _CAPITAL.match(words[0]) is not None and _CAPITAL.match(words[-1]) is not None
    owns = any(map(_OWNER.match, words))
    return is_named and not owns and all(map(is_office_free, words))
