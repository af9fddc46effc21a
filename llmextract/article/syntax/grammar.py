"""The words of one sentence and the classes they fall in, as far as closed lists tell.

No tagger stands behind this: function words, auxiliaries and endings decide, and what they leave
open is an open-class word. All words are folded; a contraction is cut ("did", "n't").
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(
    r"\d+(?:[.,]\d+)+|(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’\-.&][^\W_]+)*|['’](?:s|re|ve|ll|d|m)\b|-{2,}|[^\w\s]|_"
)
_CLITIC: Final = re.compile(r"(?<=.)(?:n't|'(?:s|re|ve|ll|d|m))$")
_STEMS: Final = {"ca": "can", "wo": "will", "sha": "shall"}
_CLITICS: Final = {"'ll": "will"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, folded, and where each stands: half-open code points."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def covering(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last word that text[start:end] touches."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end) - 1
        while first <= last and self.words[first] in MARKS:
            first += 1
        while last >= first and self.words[last] in MARKS:
            last -= 1
        return (first, last) if first <= last else None

    def place(self, at: int) -> tuple[int, int]:
        """Where a word stands."""
        return self.starts[at], self.ends[at]

    def written(self, text: str, first: int, last: int) -> list[str]:
        """The words from the first to the last of some, as the text they were cut from has them."""
        return [text[self.starts[at] : self.ends[at]] for at in range(first, last + 1)]


@lru_cache(maxsize=256)
def tokenise(text: str) -> Tokens:
    """Cut a text into words and marks."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[start:end].lower() for start, end in spans]
    if "'" in text or "’" in text:
        found = [
            piece
            for word, span in zip(words, spans, strict=True)
            for piece in _without_clitic(word, *span)
        ]
        for place, (stem, start, end) in enumerate(found[:-1]):
            if stem in _STEMS and found[place + 1][0] == "n't":
                found[place] = (_STEMS[stem], start, end)
        words = [word for word, _, _ in found]
        spans = [(start, end) for _, start, end in found]
    if "May" in text:
        words = [
            "May" if text[start:end] == "May" and _is_month(words, place) else words[place]
            for place, (start, end) in enumerate(spans)
        ]
    return Tokens(
        tuple(words), tuple([start for start, _ in spans]), tuple([end for _, end in spans])
    )


def _without_clitic(word: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """A word and the "n't" or "'s" behind it, apart."""
    if "'" not in word and "’" not in word:
        return ((word, start, end),)
    word = word.replace("’", "'")
    clitic = _CLITIC.search(word)
    if clitic is None or len(word) != end - start:
        return ((_CLITICS.get(word, word), start, end),)
    cut = start + clitic.start()
    ending = _CLITICS.get(clitic[0], clitic[0])
    return (word[: clitic.start()], start, cut), (ending, cut, end)


def _is_month(words: list[str], place: int) -> bool:
    """Whether "May" at a place is no auxiliary: "in May", "3 May", "May 3", "Theresa May said"."""
    before = words[place - 1] if place else ""
    following = words[place + 1] if place + 1 < len(words) else ""
    if is_past(following) or following in HAVE - {"have"} or following == "'s":
        return True
    known = before in PREPOSITIONS or before in ("last", "early", "late")
    return known or before.isdigit() or following.isdigit()


def words_of(text: str) -> frozenset[str]:
    """A set of words from a table."""
    return frozenset(text.split())


def inflected(verbs: str) -> frozenset[str]:
    """All forms of regular verbs; "plan*" doubles its last letter, "=shot" stands as it is."""
    return frozenset(form for verb in verbs.split() for form in _forms(verb))


def _forms(verb: str) -> tuple[str, ...]:
    if verb[0] == "=":
        return (verb[1:],)
    if verb[-1] == "*":
        stem = verb[:-1]
        return stem, stem + "s", stem + stem[-1] + "ed", stem + stem[-1] + "ing"
    if verb[-1] == "e":
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return verb, verb + plural, verb + "ed", verb + "ing"


MARKS: Final = frozenset(".,;:!?()[]{}\"'“”‘’«»`…–—-/*_") | {"--", "---"}
# After what closes a quotation or an aside, its sentence goes on: "“reinforcements” were sent".
OPENERS: Final = MARKS - frozenset(")]}\"”’»`'")
QUOTES: Final = frozenset("\"'“”‘’«»`[]*_")
BREAKS: Final = frozenset(";:!?…()") | {"--", "---", "–", "—"}
DASHES: Final = frozenset("-–—") | {"--", "---"}
BE: Final = words_of("am is are was were be been being 're 'm")
HAVE: Final = words_of("have has had having 've 'd")
DO: Final = words_of("do does did")
MODALS: Final = words_of("may might could would should can must will shall ought cannot")
NOT: Final = words_of("not n't never cannot hardly scarcely barely")
NOBODY: Final = words_of("no none nobody nothing neither")
AUXILIARIES: Final = BE | HAVE | DO | MODALS
DEFINITE: Final = words_of("the this that these those its his her their our my your whose both 's")
INDEFINITE: Final = words_of("a an any some another no every each either neither more further")
ARTICLES: Final = words_of("the a an")
DETERMINERS: Final = DEFINITE | INDEFINITE | {"all"}
SUBJECTS: Final = words_of("i you he she it we they")
PRONOUNS: Final = SUBJECTS | words_of("there who which that what this these those")
OBJECT_PRONOUNS: Final = words_of("me him her us them it itself themselves himself herself you")
PREPOSITIONS: Final = words_of(
    """
    of in on at by for from with without to into onto upon over under against between among amid
    amidst about around near across through throughout during before after since until till despite
    within inside outside behind beyond toward towards along alongside above below beneath beside
    besides except including regarding concerning following like unlike than per via versus as off
    out up down back away aside due because barring pending
    """
)
CONJUNCTIONS: Final = words_of("and or nor but yet &")
# Words that open a clause of its own, which no negation or modal outside reaches into.
CLAUSES: Final = words_of(
    """
    who whom whose which where when while whereas because although though since after before until
    till once as than so what how why whereby meanwhile
    """
)
CONDITIONS: Final = words_of("if unless whether lest assuming supposing provided")
_ADVERBS: Final = words_of(
    """
    also already still now then just ever even soon again yet once often always only thus later
    indeed perhaps maybe too so today tomorrow yesterday instead first further actually otherwise
    ahead either however therefore both twice back together almost
    """
)
_NO_ADVERBS: Final = words_of(
    "family supply ally rally reply assembly anomaly monopoly daily weekly monthly italy july early"
    " deadly friendly elderly only rely apply fly"
)
# Participles in -ed that stand before a noun as mere adjectives.
ADJECTIVES: Final = words_of(
    """
    armed combined renewed increased continued intensified sustained limited repeated coordinated
    heightened expanded united allied alleged suspected accused confirmed reported so-called
    targeted concerted unprecedented prolonged escalated organised organized improved extended
    large-scale related mixed advanced
    """
)
# Past forms that the ending does not tell.
PAST: Final = words_of(
    """
    agreed arisen arose ate awoke bade beaten became befallen befell began begun bitten bled
    blew blown bore born borne bought bred broadcasted broke broken brought built burnt came
    caught chose chosen clung crept dealt decreed disagreed drank drawn dreamt drew driven drove
    dug dwelt fallen fed fell felt fled flew flown flung forbade forbidden forced foregone
    foresaw foreseen forgave forgiven forgone forgot forgotten fought found freed froze frozen
    gave given gone got gotten grew grown guaranteed heard held hewn hid hidden hung kept knelt
    knew known laden laid lain leapt learnt led left lent lit lost made meant met misled mown
    outdid outfought outgrew outgrown outran outsold overcame overdrawn overran overrode oversaw
    overseen overtaken overthrew overthrown overtook paid proven ran rang rebuilt redrawn redrew
    repaid resold retaken rethought retold retook rewritten rewrote ridden risen rode rose said
    sang sank sat saw seen sent sewn shaken shaven shone shook shorn shot showed shown shrank
    shrunk shut slain slept slew slid slung sold sought sown spat sped spent spoke spoken sprang
    sprung spun stank stole stolen stood stricken strode strove struck stuck stung sung sunk
    swam swept swore sworn swung taken taught thought threw thrown told took tore torn trod
    trodden undergone understood undertaken undertook underwent undid undone unwound upheld was
    went wept were withdrawn withdrew withheld withstood woke woken won wore worn wove woven
    written wrote wrung
    """
)

# Past forms that are no other than the base.
UNCHANGED: Final = words_of(
    "beat bet bid broadcast burst cast cost cut hit hurt knit let offset put quit read reset rid"
    " set shed shut slit spit split spread thrust upset wed wet"
)


def is_adverb(word: str) -> bool:
    """Whether a word may stand inside a verb group and say nothing of negation."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS)


def is_past(word: str) -> bool:
    """Whether a word looks like a past form or a past participle."""
    return word in PAST or (word.endswith("ed") and len(word) > 3 and not word.endswith("eed"))


def has_verb(text: str) -> bool:
    """Whether any word of a text is an auxiliary or a past form: "the road was lost"."""
    return any(word in AUXILIARIES or is_past(word) for word in tokenise(text).words)


def is_gerund(word: str) -> bool:
    """Whether a word looks like a form in -ing of a verb."""
    return word.endswith("ing") and len(word) > 5 and word not in _NO_GERUNDS


_NO_GERUNDS: Final = words_of("during nothing something anything everything morning evening")


def is_base(word: str) -> bool:
    """Whether a word may be the base form of a verb."""
    return (
        word.isalpha()
        and not is_past(word)
        and not (word.endswith("ing") and word != "bring")
        and not (word.endswith("s") and not word.endswith(("ss", "us")))
    )


def is_open(word: str) -> bool:
    """Whether a word belongs to no closed class: a noun, a name, a verb, an adjective."""
    return word not in _CLOSED and word[:1].isalnum()


_CLOSED: Final = (
    MARKS
    | AUXILIARIES
    | NOT
    | DETERMINERS
    | PRONOUNS
    | PREPOSITIONS
    | CONJUNCTIONS
    | CLAUSES
    | CONDITIONS
)
