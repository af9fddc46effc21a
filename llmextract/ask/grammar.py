"""The pointer grammar: while a model writes, it can only point.

A GBNF grammar (the form llama.cpp reads) is made for each window. A record names one sentence of
the window, and every verbatim string of it is a run of that sentence's words, by a chain of rules,
one a word: `s5w7 ::= "pushing" (" " s5w8)?`. Figures and times are only those that the readers read
there, labels only the listed ones. Records and lists go forward in their sentence, none over the
words of another, so none repeats an item. What is not stated is not written, nor is a label that
goes without saying. The size of a grammar is linear in its window.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from llmextract.article.regions import Region
from llmextract.article.sentences import Sentence
from llmextract.article.syntax.grammar import tokenise
from llmextract.article.syntax.predication import denies
from llmextract.ask.chain import Told, Word, begins, chain, ends, lead, literal, quoted
from llmextract.ask.fates import may_befall
from llmextract.ask.found import figures, times
from llmextract.ask.markers import Counts, Factuality, Named, Polarity, Signs
from llmextract.ask.realis import may_be
from llmextract.ask.row import Row, row_of
from llmextract.ask.shape import FreeText, Group, Items, Label, Moment, Number, Shape, Slot, Words
from llmextract.ask.wire import cues_of, wire_order

_FREE_TEXT = r'"\"" [^"\\\x00-\x1F]{1,400} "\""'
# A long sentence holds more records than a short one; a small model would fill any number.
_WORDS_A_RECORD = 12
_MOST_RECORDS = 4


def reply_grammar(
    group: Group,
    window: Sequence[Sentence],
    *,
    before: Sequence[Sentence] = (),
    must: bool = False,
    numbered: bool = False,
) -> str | None:
    """The grammar of a reply, with its records in the order of the text.

    A sentence that is shown alone needs no number, so its records state none, unless they are to be
    `numbered` like those of longer windows. Words that may stand anywhere may be those of the
    sentences `before`. None where the window has nothing to point at, so that there is nothing to
    ask. With `must` there is a record.
    """
    rules: dict[str, str] = {}
    following: str | None = None
    # From the end, because the records of a sentence may be followed by those of any later one.
    alone = len(window) == 1 and not numbered
    for sentence in reversed(window):
        pointer = _Pointer(sentence, rules, before, alone=alone)
        following = pointer.records(group, following)
    if following is None:
        return None
    rules["root"] = f'"[" {following} "]"' if must else f'"[" {following}? "]"'
    return "\n".join(f"{name} ::= {rule}" for name, rule in rules.items())


class _Frame(NamedTuple):
    """What stands around the words, figure or time that an item points at first."""

    opening: str
    shape: Words | Number | Moment
    told: Told
    closing: str


class _Property(NamedTuple):
    """A key and its value, as a rule; one that is not needed may be left out."""

    rule: str
    needed: bool


def _key(slot: Slot) -> str:
    return literal(json.dumps(slot.name, ensure_ascii=False) + ":")


def _said(name: str | int) -> str:
    """A name or a label as JSON has it, in its own letters."""
    return literal(json.dumps(name, ensure_ascii=False))


def _led(each: _Property) -> str:
    """A property before one that is always there."""
    return f"{each.rule} {_COMMA}" if each.needed else f"({each.rule} {_COMMA})?"


def _trailed(each: _Property) -> str:
    """A property behind one that is always there."""
    return f"{_COMMA} {each.rule}" if each.needed else f"({_COMMA} {each.rule})?"


def _told_by(slot: Slot) -> Told:
    return next((marker for marker in slot.markers if isinstance(marker, Signs | Named)), None)


def _is_polarity(slot: Slot) -> bool:
    return any(isinstance(marker, Polarity) for marker in slot.markers)


class _Pointer:
    """Writes the rules that point into one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        rules: dict[str, str],
        before: Sequence[Sentence],
        *,
        alone: bool,
    ) -> None:
        self._sentence = sentence
        self._alone = alone
        self._name = f"s{sentence.number}"
        self._rules = rules
        tokens = tokenise(sentence.text).words
        self._denies_nothing = not denies(tokens, 0, len(tokens) - 1)
        self._is_title = sentence.region is Region.TITLE
        self._words = chain(sentence, rules)
        self._before = [word for earlier in before for word in chain(earlier, rules)]

    def records(self, group: Group, following: str | None) -> str | None:
        """The records of this sentence and then, maybe, the following; None where none can be."""
        most = min(_MOST_RECORDS, 1 + len(self._words) // _WORDS_A_RECORD)
        name = f"{self._name}r"
        cited = None if self._alone else self._sentence.number
        return self._framed(name, self._frame(name, group, cited), most, following)

    def _list(self, name: str, shape: Shape, told: Told) -> str | None:
        """A list that is not empty; None where nothing can stand in it."""
        match shape:
            case Words():
                items = self._walk(name, _Frame(_QUOTE, shape, told, _QUOTE))
            case Number() | Moment():
                items = self._forward(name, self._texts(shape))
            case Label(options=options):
                items = self._forward(name, [_said(each) for each in options])
            case Group():
                items = self._framed(name, self._frame(name, shape))
            case _:
                items = self._value(f"{name}i", shape)
        return f'"[" {items} "]"' if items else None

    def _framed(
        self, name: str, frame: _Frame | str | None, most: int = 0, following: str | None = None
    ) -> str | None:
        """Models or rows in the order of what each points at first."""
        if frame is None:
            return following
        if isinstance(frame, str):
            return self._forward(name, [frame], most, following)
        opening, shape, told, closing = frame
        if isinstance(shape, Words):
            quote = _Frame(f"{opening} {_QUOTE}", shape, told, f"{_QUOTE} {closing}")
            return self._walk(name, quote, most, following)
        items = [f"{opening} {text} {closing}" for text in self._texts(shape)]
        return self._forward(name, items, most, following)

    def _forward(
        self, name: str, items: Sequence[str], most: int = 0, following: str | None = None
    ) -> str | None:
        """Items in their order, each at most once, and some of them left out.

        `most` bounds records; a list inside a record (0) is bounded by what there is to point at.
        """
        fewer: list[str | None] = [following] * (len(items) + 1)
        for left in range(1, most + 1) if most else (0,):
            rest: list[str | None] = [following] * (len(items) + 1)
            for index in reversed(range(len(items))):
                then = (fewer if most else rest)[index + 1]
                more = f' ("," {then})?' if then else ""
                skip = f" | {rest[index + 1]}" if rest[index + 1] else ""
                rest[index] = rule = f"{name}{left}x{index}"
                self._rules[rule] = f"{items[index]}{more}{skip}"
            fewer = rest
        return fewer[0]

    def _walk(
        self, name: str, frame: _Frame, most: int = 0, following: str | None = None
    ) -> str | None:
        """Runs of words in their order, none over the words of another, each in its frame.

        A run is a chain of its own, one rule a word, for where it ends says where the next may
        begin. `most` is as in `_forward`.
        """
        assert isinstance(frame.shape, Words)
        words = self._words_for(frame.shape)
        leads = dict(begins(words, frame.told, title=self._is_title))
        fewer: list[str | None] = [following] * (len(words) + 1)
        for left in range(1, most + 1) if most else (0,):
            rest: list[str | None] = [following] * (len(words) + 1)
            links: list[str | None] = [None] * (len(words) + 1)
            for at, word in reversed([*enumerate(words)]):
                then = (fewer if most else rest)[at + 1]
                steps: list[str] = []
                if word.gap is not None and links[at + 1]:
                    steps.append(f"{quoted(word.gap)} {links[at + 1]}")
                if ends(word, frame.told):
                    steps.append(frame.closing + (f' ("," {then})?' if then else ""))
                if steps:
                    links[at] = link = f"{name}{left}w{at}"
                    self._rules[link] = f"{quoted(word.text)} ({' | '.join(steps)})"
                rest[at] = rest[at + 1]
                first = links[leads[at]] if at in leads else None
                if first is not None:
                    skip = f" | {rest[at + 1]}" if rest[at + 1] else ""
                    rest[at] = run = f"{name}{left}n{at}"
                    self._rules[run] = f"{frame.opening} {lead(words[at : leads[at]])}{first}{skip}"
            fewer = rest
        return fewer[0]

    def _words_for(self, shape: Words) -> list[Word]:
        return [*self._before, *self._words] if shape.anywhere else self._words

    def _frame(self, name: str, group: Group, cited: int | None = None) -> _Frame | str | None:
        """A row or a model; one that is a record names its sentence, unless it is shown alone."""
        row = row_of(group)
        if row is not None:
            return self._row(name, group, row, "[" if cited is None else f"[[{cited}],")
        return self._model(name, group, "{" if cited is None else f'{{"sentences":[{cited}],')

    def _row(self, name: str, group: Group, row: Row, opening: str) -> _Frame | None:
        """A row behind its first value, which points."""
        first, *more = row.evidence
        evidence = self._places(f"{name}v", group, more)
        labels = self._places(f"{name}t", group, row.labels)
        others = self._properties(f"{name}o", group, row.others, behind=True)
        if evidence is None or labels is None or others is None:
            return None
        assert isinstance(first.shape, Words | Number | Moment)
        stated = [self._stated(f"{name}o", others)] if others else []
        self._rules[f"{name}v"] = " ".join([*evidence, *stated, *labels, literal("]")])
        return _Frame(literal(opening), first.shape, _told_by(first), f"{name}v")

    def _places(self, name: str, group: Group, slots: Sequence[Slot]) -> list[str] | None:
        """Values without keys; None where one of them cannot be stated."""
        values = [
            self._value(f"{name}{at}", self._sayable(group, each), _told_by(each))
            for at, each in enumerate(slots)
        ]
        return None if None in values else [f"{_COMMA} {value}" for value in values]

    def _stated(self, name: str, properties: Sequence[_Property]) -> str:
        """An object of what is stated of these, in their order; none where nothing is."""
        rest, needed = "", False
        for at, each in reversed([*enumerate(properties)]):
            more = rest and (f" {_COMMA} {rest}" if needed else f" ({_COMMA} {rest})?")
            skip = f" | {rest}" if rest and not each.needed else ""
            rest, needed = f"{name}p{at}", needed or each.needed
            self._rules[rest] = f"{each.rule}{more}{skip}"
        stated = f"{literal(',{')} {rest} {literal('}')}"
        return stated if needed else f"({stated})?"

    def _model(self, name: str, group: Group, opening: str) -> _Frame | str | None:
        """A model around its first required pointing property; a rule for it where it has none."""
        slots = wire_order(group)
        keys = [
            (at, slot.shape)
            for at, slot in enumerate(slots)
            if slot.required and isinstance(slot.shape, Words | Number | Moment)
        ]
        if not keys:
            return self._members(f"{name}i", group, opening)
        at, shape = keys[0]
        before = self._properties(f"{name}b", group, slots[:at])
        after = self._properties(f"{name}a", group, slots[at + 1 :], behind=True)
        if before is None or after is None:
            return None
        self._rules[f"{name}b"] = " ".join([literal(opening), *map(_led, before), _key(slots[at])])
        self._rules[f"{name}a"] = " ".join([*map(_trailed, after), literal("}")])
        return _Frame(f"{name}b", shape, _told_by(slots[at]), f"{name}a")

    def _members(self, name: str, group: Group, opening: str) -> str | None:
        """A rule for a whole model; None where nothing can fill a required property."""
        properties = self._properties(name, group, wire_order(group))
        if not properties:
            return None
        first, *others = properties
        written = " ".join([first.rule, *map(_trailed, others)])
        self._rules[name] = f"{literal(opening)} {written} {literal('}')}"
        return name

    def _properties(
        self, name: str, group: Group, slots: Sequence[Slot], *, behind: bool = False
    ) -> list[_Property] | None:
        """The properties that the sentence can fill; what it cannot state is not even asked for.

        The first one is always there, null where it is not stated; not if they stand `behind` one.
        """
        cues = cues_of(group)
        spoken = {cue.name for cue in cues.values()}
        properties: list[_Property] = []
        for slot in slots:
            if slot.name in spoken:
                continue
            rule, needed = f"{name}{len(properties)}", slot.required
            if isinstance(slot.shape, Label):
                opens = not behind and not properties
                properties += self._label(rule, group, slot, cues.get(slot.name), opens=opens)
                continue
            value = self._value(rule, slot.shape, _told_by(slot))
            if value is not None:
                if not behind and not needed and not properties:
                    absent = "[]" if isinstance(slot.shape, Items) else "null"
                    value, needed = f"({value} | {literal(absent)})", True
                properties.append(_Property(f"{_key(slot)} {value}", needed))
            elif slot.required and not isinstance(slot.shape, Items):
                return None
        return properties

    def _sayable(self, group: Group, slot: Slot) -> Shape:
        """A label without the options that no word of the sentence carries."""
        shape = slot.shape
        if not isinstance(shape, Label):
            return shape
        text, options = self._sentence.text, shape.options
        if any(isinstance(marker, Factuality) for marker in slot.markers):
            options = {label: value for label, value in options.items() if may_be(label, text)}
        for signs in (marker for marker in slot.markers if isinstance(marker, Signs)):
            words = [word.text for word in self._words]
            options = {label: v for label, v in options.items() if signs.allow(label, words)}
        if any(isinstance(marker, Counts) for _, marker in group.ruled):
            options = {label: value for label, value in options.items() if may_befall(label, text)}
        return replace(shape, options=options or shape.options)

    def _label(
        self, name: str, group: Group, slot: Slot, cue: Slot | None, *, opens: bool
    ) -> Iterator[_Property]:
        """The labels that the sentence allows; behind the words that carry it, if it needs any."""
        assert isinstance(slot.shape, Label)
        if slot.plain is not None and self._denies_nothing and _is_polarity(slot):
            return
        shape = slot.shape if cue is not None else self._sayable(group, slot)
        assert isinstance(shape, Label)
        options = [_said(each) for each in shape.options if each != slot.plain]
        needed = slot.required and slot.plain is None
        if opens and not needed and cue is None:
            options, needed = [*options, literal("null")], True
        label = f"{_key(slot)} ({' | '.join(options)})"
        if cue is not None:
            words = self._value(name, cue.shape, _told_by(cue))
            if words is None:
                return
            label = f"{_key(cue)} {words} {_COMMA} {label}"
        if options:
            yield _Property(label, needed)

    def _value(self, name: str, shape: Shape, told: Told = None) -> str | None:
        match shape:
            case Words():
                return self._words_value(name, shape, told)
            case Number() | Moment():
                texts = self._texts(shape)
                return f"({' | '.join(texts)})" if texts else None
            case Label(options=options):
                return "(" + " | ".join(map(_said, options)) + ")"
            case FreeText():
                return f"({_FREE_TEXT})"
            case Items(item=item):
                return self._list(f"{name}l", item, told)
            case Group() if row_of(shape):
                return self._framed(name, self._frame(name, shape), most=1)
            case Group():
                return self._members(name, shape, "{")

    def _words_value(self, name: str, shape: Words, told: Told) -> str | None:
        """One run of words, by the chain that all such runs of a sentence share."""
        words = self._words_for(shape)
        found = begins(words, told, title=self._is_title)
        runs = [f"{lead(words[at:place])}{words[place].link}" for at, place in found]
        if not runs:
            return None
        # Any words of the sentence are the same, whichever property asks for them.
        rule = self._name if told is None and words is self._words else name
        self._rules[rule] = f"{_QUOTE} ({' | '.join(runs)}) {_QUOTE}"
        return rule

    def _texts(self, shape: Number | Moment) -> list[str]:
        """The figures or times of the sentence, in its words."""
        text = self._sentence.text
        found = times(text) if isinstance(shape, Moment) else figures(text)
        return [f"{_QUOTE} {quoted(each)} {_QUOTE}" for each in found]


_QUOTE = literal('"')
_COMMA = literal(",")
