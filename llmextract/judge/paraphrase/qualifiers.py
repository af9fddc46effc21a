"""Small words that change what free text says, and by which words of its source each may be said.

"All", "more", "new", "large", "must" and "may" are so common that they say nothing by themselves,
and yet "large magnets" are not in "small magnets" and "more work" is not in "an end to work". A
word of the list needs itself, a word that says as much, or what stands beside its noun there.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from llmextract.article.lexicon import NUMBER_WORDS
from llmextract.article.syntax.grammar import is_adverb, words_of
from llmextract.judge.paraphrase.source import Source
from llmextract.judge.paraphrase.synonyms import summed_up_by
from llmextract.judge.paraphrase.tokens import Token
from llmextract.judge.paraphrase.wordforms import root


def _roots(words: str) -> frozenset[str]:
    return frozenset(map(root, words.split()))


_MORE: Final = _roots(
    "more further extra additional another other also again up over above increase rise grow"
    " raise boost exceed surge jump climb soar gain expand double triple quadruple add extend"
    " strengthen widen deepen escalate intensify accelerate most growing plus besides beyond new"
)
_ALL: Final = _roots(
    "all every each any both entire whole everyone everybody everything anyone anybody total"
    " complete nationwide throughout across full none nobody always unanimous only universal"
)
_DEFINITE: Final = words_of("the its their his her our my your these those this that both s")
_OTHER: Final = _roots(
    "other another else further more additional also different similar rest second third extra"
    " besides except apart including alternative elsewhere next new separate beyond"
)
_NEW: Final = _roots(
    "new fresh latest recent first launch unveil introduce announce adopt pass approve build"
    " open found create develop replace elect appoint plan propose sign draft invent discover"
    " add another extra more further change start begin young next debut release publish update"
    " upgrade reform modern novel enact incoming successor establish form buy acquire hire"
    " recruit will now experimental renew reopen rename emerge different"
)
_OLD: Final = _roots(
    "old aged ancient elder century decade history former previous past long since year early"
)
_HUGE: Final = _roots(
    "heavy severe wide broad hundreds thousands millions many several crowd mass serious"
    " widespread much most sweeping long high tall soar surge jump double triple plunge plummet"
    " record extensive intense considerable substantial significant hefty whopping dozens scores"
    " half majority billions wave devastate"
)
_SMALL: Final = _roots("few slight short narrow marginal modest mini low minor one two handful")
_MUST: Final = _roots(
    "must need require order oblige force compel tell demand mandate mandatory rule law duty"
    " should deadline sentence fine jail bind instruct command necessary essential insist urge"
    " condition only until ultimatum ought shall legal legally obligation request subject ban"
    " prohibit forbid bar illegal unlawful stop cannot impose court vow"
)
_HAVE_TO: Final = words_of("has have had is are was were be")
_OPEN: Final = _roots(
    "could may might would should will shall must can cannot possible possibly perhaps maybe"
    " potential potentially risk threat threaten fear warn danger dangerous hazard if whether"
    " unless believe think suspect consider seek plan expect hope aim intend want try attempt"
    " prepare due likely unlikely wish offer propose promise vow schedule chance prospect"
    " predict estimate forecast allege accuse claim deny doubt unclear uncertain question ask"
    " investigate able allow enable urge demand call vulnerable bid idea poised future probable"
    " presume suppose seem appear speculate hypothetical apparent concern worry theory"
)
_OF_TIME: Final = _roots("day week month year hour night time one side morning minute season")
_ASIDE: Final = words_of("at after above for in not nearly almost first once of but")
_MAYBE: Final = words_of("may might could")
_BEFORE_VERB: Final = words_of("be been have also still even not")


def is_unlicensed(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether a small word of free text changes what its source says, which has no word for it."""
    token = tokens[place]
    asked = _ASKED.get(token.text)
    if asked is None or token.text in known.words or (token.capital and not token.opens):
        return False
    return asked(tokens, place, known)


def _lacks(known: Source, licences: frozenset[str]) -> bool:
    return known.roots.isdisjoint(licences)


def _next(tokens: Sequence[Token], place: int) -> Token | None:
    """The word behind a place, in its sentence."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return None if after is None or after.opens else after


def _is_more(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether nothing grows, and nothing of this noun is higher or better, in the source."""
    after = _next(tokens, place)
    negated = place > 0 and tokens[place - 1].negates
    if negated or after is None or after.is_free or after.kind == "figure":
        return False  # "No more", "more than", "more or less"
    compared = any(word.endswith("er") for word in known.beside.get(root(after.text), ()))
    compared = compared or after.text[:4] in known.compared
    return not compared and _lacks(known, _MORE)


def _is_all(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether the source tells of some only: "magnets", not "the magnets"."""
    if place > 0 and not tokens[place].opens and tokens[place - 1].text in _ASIDE:
        return False
    noun = next((t for t in tokens[place + 1 : place + 4] if not t.is_free), None)
    if noun is None or noun.kind == "figure" or noun.text in NUMBER_WORDS:
        return False
    is_plural = noun.text.endswith("s") or noun.text in ("people", "men", "women", "children")
    stem = root(noun.text)
    if stem in _OF_TIME or (tokens[place].text == "all" and not is_plural):
        return False
    before = known.beside.get(stem)
    definite = before is None or not _DEFINITE.isdisjoint(before) or any(map(str.isdigit, before))
    return not definite and _lacks(known, _ALL)


def _is_other(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether neither the text nor its source has anything from which it is another."""
    first = place
    while first > 0 and not tokens[first].opens:
        first -= 1
    alone = all(token.is_free for token in tokens[first:place]) and first == 0
    return alone and _lacks(known, _OTHER)


def _is_of_size(contrary: str, licences: frozenset[str]) -> "_Asked":
    opposite = summed_up_by([root(contrary)])

    def asked(tokens: Sequence[Token], place: int, known: Source) -> bool:
        after = _next(tokens, place)
        if root(tokens[place].text) in known.carried or after is None:
            return False
        before = {root(word) for word in known.beside.get(root(after.text), ())}
        if not opposite.isdisjoint(before):
            return True
        return not known.figures and _lacks(known, licences)

    return asked


def _is_listed(licences: frozenset[str]) -> "_Asked":
    return lambda _tokens, _place, known: _lacks(known, licences)


def _is_must(_tokens: Sequence[Token], _place: int, known: Source) -> bool:
    has_to = not _HAVE_TO.isdisjoint(known.beside.get("to", ()))
    return not has_to and _lacks(known, _MUST)


def _is_maybe(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether the source tells as done what may be, and leaves nothing open."""
    rest = (t for t in tokens[place + 1 : place + 5])
    verb = next(
        (t for t in rest if t.text not in _BEFORE_VERB and not is_adverb(t.text)),
        None,
    )
    return verb is not None and root(verb.text) in known.past and _lacks(known, _OPEN)


_Asked = Callable[[Sequence[Token], int, Source], bool]
_ASKED: Final[Mapping[str, _Asked]] = MappingProxyType(
    {
        "more": _is_more,
        **dict.fromkeys(("all", "every", "each"), _is_all),
        **dict.fromkeys(("other", "others", "another"), _is_other),
        "new": _is_listed(_NEW),
        "old": _is_of_size("new", _OLD),
        **dict.fromkeys(("large", "big"), _is_of_size("small", _HUGE)),
        "small": _is_of_size("large", _SMALL),
        "must": _is_must,
        **dict.fromkeys(_MAYBE, _is_maybe),
    }
)
