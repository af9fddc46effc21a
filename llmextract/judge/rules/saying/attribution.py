"""Who says what: sources, speakers and words of saying joined to what another one brings."""

import re
from itertools import product

from llmextract.article.article import Article
from llmextract.article.location import Range, touch
from llmextract.article.quotation import may_be_quoted
from llmextract.article.syntax.grammar import (
    ARTICLES,
    DETERMINERS,
    SUBJECTS,
    tokenise,
)
from llmextract.article.syntax.saying import (
    is_deed,
    is_denier,
    is_speaker,
    says,
    takes_lives,
    takes_up,
)
from llmextract.article.syntax.set_off import is_apart_from
from llmextract.article.syntax.subjects import brings_other, is_not_subject, subject_of
from llmextract.ask.markers import Factuality, Speaker
from llmextract.ask.realis import ASSERTED, SURE, realis_name
from llmextract.judge.rules.saying.cues import (
    PIECES_OF_NOTHING,
    holds_told,
    is_adjunct,
    is_agent,
    is_behind,
    is_hearsay,
    is_held,
    is_object,
    is_predicate,
    other_cue,
    says_nothing,
)
from llmextract.judge.rules.saying.doubts import is_turned_down, is_unsure
from llmextract.judge.rules.saying.no_words import brings_thing, only_fills
from llmextract.judge.rules.saying.reporters import other_reporter
from llmextract.judge.rules.saying.retorts import (
    goes_on_saying,
    no_teller,
    of_other_clause,
    rebuts,
)
from llmextract.judge.rules.saying.speechless import (
    brings_no_clause,
    is_help,
)
from llmextract.judge.rules.saying.statements import taken_up_next
from llmextract.judge.rules.saying.voices import other_voice
from llmextract.judge.rules.sorts.denial import hidden_denial
from llmextract.judge.spans import (
    contradict_words,
    everywhere,
    evidence_of,
    in_sentence,
    is_inside,
    places_of,
    sentences_of,
    shared_sentence,
    spans_in,
    standing,
    stands_elsewhere,
    within,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, Node, leaves
from llmextract.judge.verdict import Code, Span

# No other verb stands between a cue and what is said so near behind it.
_NEXT = len(" that ")
# The longest words of saying among the 684 that annotators marked in PolNeAR.
_MOST_CUE = 10
_NO_SPEECH = (is_object, is_predicate, is_agent, brings_thing)
# "A request", "these statements": behind these a word of saying is a noun.
_NOUN = re.compile(
    r"(?:\b(?:an?|the|these|those|this|his|her|its|their|no|any)|\w['’]s|s['’])\s+\Z", re.IGNORECASE
)
# So many single words are no speech; annotators of PolNeAR marked none of the kind.
_SCATTERED = 3
_NOUN_REACH = 12
# Between a cue and what is no speech: "said after [Roe had left]"; but "asked when [he left]".
_WHEN = re.compile(r"\s+(?:\w+ly\s+)?(?:after|before|while|until)\s+", re.IGNORECASE)


def keep_pieces(child: Node) -> None:
    """Reject pieces of what is said that are small words, and a speech of single words alone."""
    pieces = list(standing(child))
    scattered = len(pieces) >= _SCATTERED and all(span.exact.isalpha() for _, span in pieces)
    nothing = PIECES_OF_NOTHING if len(pieces) > 1 else PIECES_OF_NOTHING - DETERMINERS | ARTICLES
    for leaf, span in pieces:
        if scattered or nothing.issuperset(tokenise(span.exact).words):
            leaf.refuse(Code.UNREADABLE, f"{span.exact!r} says nothing")


def keep_said(evidence: Evidence, child: Node, anchor: LeafNode | None) -> None:
    """Reject a deed that is said to bring speech, and what the speech itself holds.

    A word of hearsay may stand in it: "Rebels allegedly fled".
    """
    cue = evidence_of(anchor)
    if anchor is None or cue is None:
        return
    said = spans_in(child)
    takes = len(said) == 1 and takes_lives(cue.exact, said[0].exact)
    saying = says(cue.exact) or is_hearsay(cue.exact)
    text, place = evidence.article.text, (cue.start, cue.end)
    nothing = (
        takes
        or says_nothing(text, place)
        or only_fills(text, place)
        or is_help(text, cue)
        or brings_no_clause(text, cue, said)
        or any(
            is_none(text, place, (span.start, span.end)) for is_none in _NO_SPEECH for span in said
        )
    )
    if nothing or (is_deed(cue.exact) and not saying):
        detail = f"nothing is said by {cue.exact!r}"
    elif said and all(is_adjunct(span.exact) for span in said):
        detail = f"{said[0].exact!r} only tells when, where or by whom"
    elif len(cue.exact.split()) > _MOST_CUE:
        detail = f"{cue.exact!r} is more than words of saying"
    elif holds_told(cue.exact) or any(is_inside(span.start, span.end, cue) for span in said):
        detail = f"{cue.exact!r} holds what it is said to bring"
    elif all(_is_said(text, place, said) for place in places_of(evidence, cue)):
        detail = f"{cue.exact!r} stands only inside what it is said to bring"
    else:
        return
    anchor.refuse(Code.MISATTACHED, detail)


def _is_said(text: str, cue: Range, said: list[Span]) -> bool:
    """Whether a cue stands inside what it brings, and does not only open it: "[said it fell]"."""
    is_noun = _NOUN.search(text, max(0, cue[0] - _NOUN_REACH), cue[0]) is not None
    is_left_open = not is_noun and is_hearsay(text[slice(*cue)])
    return any(
        is_inside(*cue, span) and (is_noun or span.start < cue[0]) and not is_left_open
        for span in said
    )


def keep_brought(evidence: Evidence, node: GroupNode, child: Node, anchor: LeafNode | None) -> None:
    """Reject words of saying where others, which no field shows, bring what is said."""
    cue, said = evidence_of(anchor), next(iter(spans_in(child)), None)
    if anchor is None or cue is None or said is None:
        return
    if _WHEN.fullmatch(evidence.article.text, cue.end, max(cue.end, said.start)):
        detail = f"{said.exact!r} only tells when {cue.exact!r} was"
        anchor.refuse(Code.MISATTACHED, detail)
        return
    if 0 <= said.start - cue.end <= _NEXT:
        return
    sentence = shared_sentence(evidence.article, cue, said)
    if sentence is None:
        return
    verb = other_cue(sentence.text, within(sentence, said), within(sentence, cue))
    if verb is None:
        return
    shown = (place for span in spans_in(node) for place in everywhere(sentence, span))
    is_shown = any(touch(verb, place) for place in shown)
    if not is_shown and not stands_elsewhere(evidence, sentence, (said,)):
        detail = (
            f"{cue.exact!r} does not bring {said.exact!r}: {sentence.text[slice(*verb)]!r} does"
        )
        anchor.refuse(Code.MISATTACHED, detail)


def keep_affirmed(evidence: Evidence, node: GroupNode, anchor: LeafNode | None) -> None:
    """Reject words of saying that are cut out of a denial: "say" out of "did not say".

    A denial that the record shows, in these words or in those of another field, is no cut.
    """
    cue = evidence_of(anchor)
    if anchor is None or cue is None or is_turned_down(*in_sentence(evidence.article, cue)):
        return
    contradict_words(
        evidence, anchor, cue, lambda start, end: hidden_denial(evidence.article, start, end, node)
    )


def keep_spoken(evidence: Evidence, node: GroupNode, leaf: LeafNode, marker: Speaker) -> None:
    """Reject somebody said to have said so who says nothing there, or something else."""
    article, words = evidence.article, evidence_of(leaf)
    if words is None:
        return
    speaking = [place for place in places_of(evidence, words) if _speaks(article, *place)]
    told = evidence_of(node.leaf(marker.of)) if marker.of else None
    if not speaking:
        detail = f"nothing is said beside {words.exact!r}"
    elif told is not None and not any(
        _tells(evidence, place[0], words, told) for place in speaking
    ):
        detail = f"{words.exact!r} says something else than {told.exact!r}"
    elif is_labelled(node, ASSERTED) and all(_denies(article, place, told) for place in speaking):
        detail = f"{words.exact!r} denies it"
    elif told is not None and (shown := _reported_by_other(evidence, words, told)):
        detail = f"{words.exact!r} does not report it: {shown!r}"
    else:
        return
    leaf.refuse(Code.MISATTACHED, detail)


def _reported_by_other(evidence: Evidence, words: Span, told: Span) -> str | None:
    """What shows that these words do not report what is told, wherever both stand; or None."""
    sentence = shared_sentence(evidence.article, words, told)
    if sentence is None:
        return None
    pairs = product(everywhere(sentence, words), everywhere(sentence, told))
    shown = [
        other_reporter(sentence.text, *pair)
        or no_teller(sentence.text, *pair)
        or of_other_clause(sentence.text, *pair)
        for pair in pairs
    ]
    if not shown or not all(shown) or stands_elsewhere(evidence, sentence, (words,)):
        return None
    return shown[0]


def keep_open(evidence: Evidence, node: GroupNode, child: Node, anchor: LeafNode | None) -> None:
    """Reject a label that is sure of what a cue of hearsay or doubt brings: "allegedly"."""
    cue = evidence_of(anchor)
    if cue is None:
        return
    said = [span.exact for span in spans_in(child)]
    unsure = is_hearsay(cue.exact) or is_unsure(cue.exact, said)
    if not (unsure or _is_held(evidence.article, cue)):
        return
    for slot, marker in node.group.ruled:
        leaf = node.leaf(slot.name)
        if leaf is None or not isinstance(marker, Factuality):
            continue
        is_of_it = node.children[marker.of] is child and leaf.judged.stands
        if is_of_it and realis_name(leaf.judged.verdict.value) in SURE:
            detail = f"{cue.exact!r} leaves it open"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=cue.exact)


def _is_held(article: Article, cue: Span) -> bool:
    """Whether a cue says what somebody is held to have done, by nobody who is named."""
    return is_held(*in_sentence(article, cue))


def is_labelled(node: GroupNode, names: frozenset[str]) -> bool:
    """Whether a label of factuality is one of these: that it is so, or that it is not."""
    labels = (node.leaf(slot.name) for slot, m in node.group.ruled if isinstance(m, Factuality))
    return any(
        leaf is not None and realis_name(leaf.judged.verdict.value) in names for leaf in labels
    )


def _denies(article: Article, place: Range, told: Span | None) -> bool:
    """Whether who stands at a place only denies it there, or rejects a report of it."""
    sentence = article.line_at(place[0])
    if sentence is None:
        return False
    start, end = place[0] - sentence.start, place[1] - sentence.start
    is_there = told is not None and sentence.start <= told.start < sentence.end
    event = within(sentence, told) if told is not None and is_there else None
    if event is not None and goes_on_saying(sentence.text, (start, end), event):
        return False
    return is_denier(sentence.text, end) or bool(rebuts(sentence.text, (start, end), event))


def _tells(evidence: Evidence, start: int, words: Span, told: Span) -> bool:
    """Whether a sentence of saying may be about these words, in it or in another sentence."""
    sentence = evidence.article.line_at(start)
    if sentence is None or sentence.number in sentences_of(evidence, told):
        return True
    if sentence.text.rstrip().endswith(":") or taken_up_next(evidence.article, start, told.start):
        return True
    quoted = may_be_quoted(evidence.article.text, told.start, told.end)
    if quoted and other_voice(evidence, words, told) is not None:
        return False
    return quoted or takes_up(sentence.text, told.exact)


def _speaks(article: Article, start: int, end: int) -> bool:
    sentence = article.line_at(start)
    if sentence is None or end > sentence.end:
        return True
    return is_speaker(sentence.text, start - sentence.start, end - sentence.start)


def keep_said_apart(child: Node, other: Node, beside: LeafNode | None) -> None:
    """Reject what is said where it is no more than who says it, or the words of saying."""
    cue = evidence_of(beside)
    for leaf, words in standing(child):
        held = [span for span in spans_in(other) if span != words]
        if any(is_inside(span.start, span.end, words) for span in held):
            leaf.refuse(Code.MISATTACHED, f"{words.exact!r} holds what is said")
    telling = [(span.start, span.end) for span in (*spans_in(child), *([cue] if cue else []))]
    for leaf, words in standing(other):
        if (words.start, words.end) in telling:
            leaf.refuse(Code.MISATTACHED, f"{words.exact!r} is given for who or what says it, too")


def keep_paired(evidence: Evidence, child: Node, other: Node, beside: LeafNode | None) -> None:
    """Reject words whose verb brings other words: "Smith" where it is Jones who "said" these."""
    anchor, said = evidence_of(beside), next(map(evidence_of, leaves(other)), None)
    if anchor is None or said is None:
        return
    for leaf, words in standing(child):
        if (voice := other_voice(evidence, words, said)) is not None:
            detail = f"{words.exact!r} is not who says {said.exact!r}: {voice!r} does"
            leaf.refuse(Code.MISATTACHED, detail)
    sentence = shared_sentence(evidence.article, anchor, said)
    if sentence is None:
        return
    text, brought = sentence.text, within(sentence, said)
    cues = [
        cue for cue in everywhere(sentence, anchor) if not brings_other(text, cue, brought, says)
    ]
    for leaf, words in standing(child):
        if shared_sentence(evidence.article, anchor, words) is None:
            continue
        pairs = [(cue, place) for cue in cues for place in everywhere(sentence, words)]
        behind = pairs and all(is_behind(text, place, cue, brought) for cue, place in pairs)
        if not behind and any(touch(*pair) or not _is_other(text, *pair) for pair in pairs):
            continue
        if not stands_elsewhere(evidence, sentence, (anchor, words, said)):
            detail = f"{words.exact!r} is not who says {said.exact!r}"
            leaf.refuse(Code.MISATTACHED, detail)


def _is_other(sentence: str, cue: Range, words: Range) -> bool:
    """Whether the verb at a cue surely has another subject, be the words a pronoun or not."""
    if sentence[slice(*words)].lower() not in SUBJECTS:
        return is_not_subject(sentence, cue, words) or is_apart_from(sentence, cue, words)
    subject = subject_of(sentence, cue)
    return subject is not None and not touch(subject, words)
