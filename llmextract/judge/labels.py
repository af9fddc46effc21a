"""Labels that code reads from the words around them, where a model's own cannot stand.

A model under a pointer grammar leaves out what goes without saying; where the article says
otherwise, it is the article that is read.
"""

from collections.abc import Iterator

from llmextract.article.article import Article
from llmextract.article.syntax.governing import Force
from llmextract.article.syntax.governors import governors
from llmextract.article.syntax.grammar import CONDITIONS, NOT, inflected, tokenise, words_of
from llmextract.ask.markers import CuedBy, Factuality, Polarity, Signs
from llmextract.ask.parts import part_named
from llmextract.ask.realis import (
    ASSERTED,
    PLANNED,
    POSSIBLE,
    carrier,
    is_of_proof,
    may_be,
    realis_name,
)
from llmextract.ask.shape import Label, LabelValue, Slot
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.plain import plainly_told
from llmextract.judge.rules.actors.parties import labels_told
from llmextract.judge.rules.saying.acts import acts_told
from llmextract.judge.rules.saying.doubts import (
    hedges_noun,
    holds,
    only_promised,
    without_dates,
    without_promises,
)
from llmextract.judge.rules.sorts.aspect import going_on
from llmextract.judge.rules.sorts.idioms import kind_of
from llmextract.judge.rules.sorts.kinds import labels_denied
from llmextract.judge.rules.sorts.unrealised import ONGOING, unrealised
from llmextract.judge.spans import in_sentence
from llmextract.judge.verdict import Code, Judgement, Span

# So much of a word makes "believes" and the "believed" of a definition one.
_STEM = 5
_EITHER = 2
_COULD = POSSIBLE | words_of("hypothetical conditional")
# What governs an event and tells alone how real it is, by the usual names of labels. Whether what
# is tried, sought or wished for came about it does not tell.
_TOLD = (
    (words_of("negated did_not_happen not_occurred"), NOT | words_of("no none nobody neither")),
    (words_of("failed unsuccessful"), inflected("fail") | words_of("unable")),
    (
        PLANNED,
        inflected("plan* intend vow pledge promise threaten order prepare decide schedule urge")
        | words_of("will going set slated poised due"),
    ),
    (_COULD, CONDITIONS | words_of("could might would")),
)


def read_labels(
    article: Article, slot: Slot, record: JsonObject, judgement: Judgement
) -> Iterator[JsonObject]:
    """The record with other words for a refused label, or another label, as its markers allow.

    One of two labels that the article contradicts is the other. Words that are too many for a label
    of doubt are cut to the one that carries it. A label without such words goes back to the plain
    one, but a label of doubt only in sentences that leave nothing open. A plain label that a word
    contradicts becomes the only one in whose definition that word stands. How real an event is,
    what governs it tells: planned is what somebody "vowed to" do. A community are civilians. What
    those who do it never do is another thing that they may, if the words have a sign of it.
    """
    refused = next((row for row in judgement.rejected if row.path == slot.name), None)
    if refused is None or not isinstance(slot.shape, Label):
        return
    options, value, told = slot.shape.options, refused.value, refused.nearest
    if refused.code is Code.CONTRADICTED:
        names = labels_told(told) | acts_told(told) | kind_of(told)
        yield from ({**record, slot.name: label} for label in _named(slot.shape, names))
    for marker in slot.markers:
        match marker, refused.code:
            case Polarity(), Code.CONTRADICTED if len(options) == _EITHER:
                yield from ({**record, slot.name: label} for label in options if label != value)
            case CuedBy(field=field, unless=plain), Code.CUE_MISSING:
                yield from _recued(slot, record, judgement, (field, plain))
            case CuedBy(field=field), Code.CONTRADICTED if told:
                defined = [label for label in options if _defines(slot.shape, label, told)]
                if not defined and holds(told):
                    defined = _named(slot.shape, frozenset({"probable"}))
                if len(defined) == 1 and defined[0] != value:
                    yield {**record, field: told, slot.name: defined[0]}
            case Factuality(of=of), Code.CONTRADICTED:
                span = next((row.span for row in judgement.verdicts if row.path == of), None)
                names = _told_by(article, span, value) if span is not None else frozenset[str]()
                yield from ({**record, slot.name: label} for label in _named(slot.shape, names))
            case Signs(field=str(field)), Code.CONTRADICTED:
                signed = _others_signed(marker, record, value, _words(record, field))
                yield from ({**record, slot.name: label} for label in signed)
            case _:
                pass


def _recued(
    slot: Slot, record: JsonObject, judgement: Judgement, cued: tuple[str, LabelValue | None]
) -> Iterator[JsonObject]:
    """The record with the one word of a cue that carries its label, or with the plain label.

    A cue that leaves open its own noun alone ("a possible truce") is none, and leaves nothing open.
    """
    field, plain = cued
    value, cue, told = record.get(slot.name), record.get(field), _cited(judgement)
    if isinstance(cue, str) and hedges_noun(cue):
        told = told.replace(cue, "")
    elif isinstance(cue, str) and (word := carrier(value, cue)) is not None:
        yield {**record, field: word}
    told = without_promises(without_dates(told))
    if plain is not None and (is_of_proof(value) or not may_be("possible", told)):
        rest = {name: held for name, held in record.items() if name != field}
        yield {**rest, slot.name: plain}


def kind_told(
    signs: Signs, shape: Label, given: Json, record: JsonObject, told: tuple[str, ...]
) -> LabelValue | None:
    """The label that the words of what happens tell, where they have no sign of the label given.

    One that they tell by themselves; or else, of a label that is told by them only, the only one
    that they have a sign of, or the one that needs none. None where they tell none. A label that
    needs no sign gives way to the one that they tell plainly: `told` are they, or their subject.
    """
    words = _words(record, signs.field or "")
    known = {name for name, _ in signs.labels}
    if given not in known or told != words:
        plainly = plainly_told(signs, shape, told)
        if plainly is not None or signs.allow(given, words):
            return plainly
    if signs.allow(given, words):
        return None
    by_words = signs.told(words)
    if len(by_words) == 1:
        return next(iter(by_words))
    if given not in signs.only_by:
        return None
    signed = signs.signed(words)
    plain = [label for label in shape.options if label not in known]
    open_to_all = [label for label in shape.options if label in signed - signs.only_by]
    rest = open_to_all if len(signed) == 1 and open_to_all else plain
    return rest[0] if len(rest) == 1 else None


def _others_signed(
    signs: Signs, record: JsonObject, value: Json, words: tuple[str, ...]
) -> list[str]:
    """The labels that some never do, but this one, of which these words have a sign.

    Of two only one that those who do it do not deny, where they deny the other. Then the only other
    one of which they have: who "captured three guards" detained them.
    """
    never = [label for label, _ in signs.never_by]
    others = [label for label in never if label != value and signs.allow(label, words)]
    if len(others) > 1:
        denied = frozenset[str]().union(*(labels_denied(who, signs) for who in _doers(record)))
        others = [label for label in others if denied and label not in denied]
    rest = signs.signed(words).difference(never, (str(value),))
    return [*others, *(rest if len(rest) == 1 else ())]


def _doers(record: JsonObject) -> Iterator[str]:
    """Those of whom a record says that they do what it tells."""
    lists = (held for held in record.values() if isinstance(held, list))
    for item in (item for items in lists for item in items if isinstance(item, dict)):
        told = [each for each in item.values() if isinstance(each, str)]
        if any(part_named(each) == "does" for each in told):
            yield from (each for each in told if part_named(each) is None)


def _words(record: JsonObject, field: str) -> tuple[str, ...]:
    held = record.get(field)
    return tokenise(held).words if isinstance(held, str) else ()


def _named(shape: Label, names: frozenset[str]) -> list[LabelValue]:
    """The label with one of these usual names; none where several have one."""
    named = [label for label in shape.options if realis_name(label) in names]
    return named if len(named) == 1 else []


def _told_by(article: Article, span: Span, given: Json) -> frozenset[str]:
    """The usual names of how real it is that all that governs some words tells; empty for none.

    Where nothing governs them, what leaves them open, or over, otherwise than they are `given`.

    A denial that they hold themselves tells nothing: "no mere accident" is no accident that was
    not.
    """
    text, start, end = in_sentence(article, span)
    found = governors(text, start, end)
    if not found and realis_name(given) in ASSERTED:
        ongoing = realis_name(given) == ONGOING
        unreal = unrealised(text, start, end, ongoing=ongoing)
        if unreal is not None or ongoing:
            return unreal.tells if unreal is not None else frozenset()
        going = going_on(text, start, end)
        return frozenset({ONGOING} if going is not None and going.is_sure else ())
    if not found and realis_name(given) in PLANNED:
        unreal = unrealised(text, start, end)
        return unreal.tells - PLANNED if unreal is not None else frozenset()
    if any(each.force is Force.NEGATION and start <= each.start < end for each in found):
        return frozenset()
    if found and all(only_promised(text, each.start, each.end) for each in found):
        return PLANNED
    words = [tokenise(text[each.start : each.end]).words[0] for each in found]
    told = {next((names for names, signs in _TOLD if word in signs), None) for word in words}
    if _COULD in told:
        told.discard(None)  # What "could be considered" is only possible.
    only = told.pop() if len(told) == 1 else None
    return only or frozenset()


def _defines(shape: Label, label: LabelValue, word: str) -> bool:
    """Whether a word stands in the definition of a label, in some form."""
    stem = word.lower()[:_STEM]
    words = tokenise(shape.definitions.get(label, "")).words
    return any(w == word.lower() or (len(stem) == _STEM and w.startswith(stem)) for w in words)


def _cited(judgement: Judgement) -> str:
    """The text of the sentences that a record cites."""
    citations = (row for row in judgement.verdicts if row.path.startswith("sentences["))
    return " ".join(row.span.exact for row in citations if row.span is not None)
