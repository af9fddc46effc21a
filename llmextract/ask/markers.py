"""What a schema says about a field beyond its type, inside `Annotated[...]`.

The engine knows no field by name: whatever a rule needs, one of these markers states.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

NameSort = Literal["people", "deed", "locality", "thing", "pronoun", "clause"]
Nearness = Literal["speech", "sentence", "clause", "subject", "phrase"]


@dataclass(frozen=True, slots=True)
class Anywhere:
    """The words may stand anywhere in the article, not only in the cited sentences.

    What the siblings `other_than` name they do not name again, nor a person: no actor is a member
    of itself or of Roe. Where they are other words for the sibling `alias_of`, they are not those
    very words, nor what stands beside them in a list ("Roe and Smith"), nor another person's name.
    Where they are the full name of the sibling `name_of`, they share a word with it, unless that
    names nobody ("she", "the minister"). They hold no sort of name that those siblings never hold.
    """

    other_than: tuple[str, ...] = ()
    alias_of: str | None = None
    name_of: str | None = None


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """Free text: accepted only if the cited sentences carry each word of it in some form.

    A figure, a name or a negation that they do not have is refused, and so is any other word.
    """


@dataclass(frozen=True, slots=True)
class CuedBy:
    """A label that needs the span of the sibling `field`, except for the label `unless`.

    With `Signs` of labels for the same `field`, a label needs one of its own signs there.
    """

    field: str
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Factuality:
    """A label of how real something is, held against what governs the span of the sibling `of`.

    Labels by their usual names are known (`ASSERTED`, `DENIED` and `UNREAL` of `ask.realis` have
    all): "occurred", "ongoing", "completed", "confirmed", "true"; "failed", "negated", "denied";
    "planned", "scheduled", "expected", "possible", "hypothetical", "conditional". `asserted` names
    others that say that it is so. Labels that are neither stay unchecked. The words of `of`, unless
    they are a list of pieces, tell something that happens: not "three men".
    """

    of: str
    asserted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Polarity:
    """A label "positive" or "negative", held against what denies the span of the sibling `of`.

    "positive" falls where what is claimed denies it itself ("Roe did not steal"), and where the
    words that bring it do ("denied that he stole"), unless another label of the model can say so:
    with "deny" for the act of saying it, "he stole" is positive. "negative" needs a negation in it
    or with the words that bring it. Of a list of pieces the first holds the main verb. `plain` is
    the label that goes without saying: a model under a pointer grammar writes the others only.
    """

    of: str
    plain: str | None = None


_Labelled = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Signs:
    """Words that hold one of these near their beginning: "may", or "verif*" for every ending.

    A pointer grammar offers no others, and a sentence without any is not asked about. Of a field
    of labels it offers those of `labels` only in a sentence that has one of their words, the others
    always. The validator does not ask for them, and without a `field` holds nothing against them:
    people say things in more words than a list has.

    Where the labels are of what the sibling `field` tells, words in it that are in `told_by` tell a
    label by themselves: "retreated" is a withdrawal, and falls as any other label of which it has
    no sign, unless that has none at all. A label falls too where all who do it, by a list marked
    `Parts`, are in its `never_by`: what rebels take no government regains. Code that reads a reply
    takes for no label of `only_by` what has none of its signs; a record that is checked keeps it.
    """

    words: tuple[str, ...] = ()
    labels: _Labelled = ()
    field: str | None = None
    told_by: _Labelled = ()
    never_by: _Labelled = ()
    only_by: frozenset[str] = frozenset()

    @classmethod
    def of(cls, words: str) -> Self:
        """Signs from words between spaces."""
        return cls(tuple(words.split()))

    @classmethod
    def of_labels(
        cls,
        signs: Mapping[str, str],
        *,
        field: str | None = None,
        told_by: Mapping[str, str] | None = None,
        never_by: Mapping[str, str] | None = None,
        only_by: Iterable[str] = (),
    ) -> Self:
        """Signs of labels, each from words between spaces."""
        told, never = _labelled(told_by or {}), _labelled(never_by or {})
        only = frozenset(map(str.__str__, only_by))
        return cls(labels=_labelled(signs), field=field, told_by=told, never_by=never, only_by=only)

    def cover(self, word: str) -> bool:
        """Whether a word is one of them, whatever its case."""
        return bool(self._by_word.labels_of(word))

    def allow(self, label: object, words: Iterable[str]) -> bool:
        """Whether a label may be said where these words stand."""
        if all(name != label for name, _ in self.labels):
            return True
        return any(label in self._by_label.labels_of(word) for word in words)

    def signed(self, words: Iterable[str]) -> frozenset[str]:
        """The labels of which these words have a sign."""
        return self._by_label.held(words)

    def told(self, words: Iterable[str]) -> frozenset[str]:
        """The labels that words of what is told tell by themselves."""
        return self._by_telling.held(words)

    def denied(self, words: Iterable[str]) -> frozenset[str]:
        """The labels of what those whom these words name never do."""
        return self._by_denying.held(words)

    @cached_property
    def _by_word(self) -> "_Index":
        return _Index((("", self.words),))

    @cached_property
    def _by_label(self) -> "_Index":
        return _Index(self.labels)

    @cached_property
    def _by_telling(self) -> "_Index":
        return _Index(self.told_by)

    @cached_property
    def _by_denying(self) -> "_Index":
        return _Index(self.never_by)


class _Index:
    """Signs by word: a look at a word and at its beginnings, not at every sign of every label."""

    def __init__(self, labelled: _Labelled) -> None:
        self._whole: dict[str, set[str]] = {}
        self._openings: dict[str, set[str]] = {}
        for label, signs in labelled:
            for sign in signs:
                is_opening = sign[-1] == "*"
                known = self._openings if is_opening else self._whole
                known.setdefault(sign[:-1] if is_opening else sign, set()).add(label)
        self._lengths = sorted({len(opening) for opening in self._openings})

    def labels_of(self, word: str) -> frozenset[str]:
        """The labels that a word, whatever its case, is a sign of."""
        folded = word.casefold()
        found = self._whole.get(folded, _NONE)
        for length in self._lengths:
            if length > len(folded):
                break
            found = found | self._openings.get(folded[:length], _NONE)
        return frozenset(found)

    def held(self, words: Iterable[str]) -> frozenset[str]:
        """The labels that any of these words is a sign of."""
        return _NONE.union(*(self.labels_of(word) for word in words))


_NONE: frozenset[str] = frozenset()


def _labelled(signs: Mapping[str, str]) -> _Labelled:
    # A member of an enum of words goes by its value.
    return tuple((str.__str__(label), tuple(words.split())) for label, words in signs.items())


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name somebody, something or some place: not "and", "said", "hours" or "10 km".

    Nor what only says something of a name ("loyal to Assad"), nor what the field `never` holds:
    people ("the army"), a deed ("heavy clashes"), a locality ("the northern countryside", or a name
    that the article calls a town), a thing ("supply lines"), a pronoun ("them") or a clause ("what
    was promised"). With `placed` the article tells that something is there: by the words before it
    ("in Dorva", "captured Dorva"), its own ("the road"), what befalls it ("Dorva was shelled"), or
    of the same name elsewhere; not "Monday night", nor Roe. With `acting` small letters name people
    or a body that acts: "the residents", not "speedy recovery".
    """

    never: tuple[NameSort, ...] = ()
    placed: bool = False
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """A list of those who take part: what each does, by the voice of the verb in the sibling `of`.

    Of each item the label `role`, by its usual names ("actor", "agent", "perpetrator", "attacker";
    "recipient", "patient", "victim", "target"; `ask.parts` has all), is held against where the
    words of its `who` stand: nobody who "was killed" does it. Other labels stay unchecked.
    """

    of: str
    who: str
    role: str


@dataclass(frozen=True, slots=True)
class Counts:
    """A number that counts what the sibling `of` names.

    It is no whole of which only a part is meant ("12 of the 40"), and a label beside it that names
    a fate ("killed", "injured", "captured", "displaced", "missing", "freed", "casualties") is held
    against the words around it.
    """

    of: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Words, figures, a time or a list of them that stand with those of the sibling `of`.

    `within` says how near: in its `sentence`, in its `clause`, as the `subject` of its verb, in its
    `phrase` as a title is, or, as `speech`, in its sentence or else between quotation marks; what
    brings speech is no deed ("entered"). They do not stand inside the words of the sibling
    `outside`, as no source does in what it says, nor before a verb that brings other words than
    these. With `apart` they are not the very words of `of`, as nobody is what happens. A time is
    not one that its sentence gives to something else, such as the saying ("said on Friday that").
    """

    of: str
    within: Nearness = "clause"
    outside: str | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so: words of saying stand in the same sentence.

    It is that of the sibling `of`, or one that takes its words up again.
    """

    of: str | None = None


Marker = (
    Anywhere
    | Paraphrase
    | CuedBy
    | Factuality
    | Polarity
    | Signs
    | Named
    | Parts
    | Counts
    | Beside
    | Speaker
)
