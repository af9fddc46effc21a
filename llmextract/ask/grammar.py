"""The pointer grammar: while a model writes, it can only point.

A GBNF grammar (the form llama.cpp reads) is made for each window. A record names one sentence of
the window, and every verbatim string of it is a run of that sentence's words, by a chain of rules,
one a word: `s5w7 ::= "pushing" (" " s5w8)?`. Figures and times are only those that the readers read
there, labels only the listed ones. Records and lists go forward in their sentence, so none repeats
an item. What is not stated is not written, nor is a label that goes without saying. The size of a
grammar is linear in its window.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from llmextract.article.sentences import Sentence
from llmextract.article.syntax.grammar import tokenise
from llmextract.article.syntax.predication import denies
from llmextract.ask.examples import is_row
from llmextract.ask.found import figures, times
from llmextract.ask.markers import Polarity, Signs
from llmextract.ask.shape import FreeText, Group, Items, Label, Moment, Number, Shape, Slot, Words
from llmextract.ask.wire import cues_of, wire_order

# A word as it can begin or end a quote; the genitive is a step of its own, so that "Russia" can be
# pointed at in "Russia's". Marks between words stand in the chain, never at an end of it.
_WORD = re.compile(r"[^\W_](?:[^\s\"“”„«»()\[\]{}<>—]*[^\W_])?%?")
_GENITIVE = re.compile(r"['’]s\Z")
_FREE_TEXT = r'"\"" [^"\\\x00-\x1F]{1,400} "\""'
# A long sentence holds more records than a short one; a small model would fill any number.
_WORDS_A_RECORD = 12
_MOST_RECORDS = 4
# "could not be verified": a sign is among the first words.
_SIGN_REACH = 4


def reply_grammar(
    group: Group,
    window: Sequence[Sentence],
    *,
    before: Sequence[Sentence] = (),
    must: bool = False,
) -> str | None:
    """The grammar of a reply, with its records in the order of the text.

    A sentence that is shown alone needs no number, so its records state none. Words that may
    stand anywhere may be those of the sentences `before`. None where the window has nothing to
    point at, so that there is nothing to ask. With `must` there is a record.
    """
    rules: dict[str, str] = {}
    following: str | None = None
    # From the end, because the records of a sentence may be followed by those of any later one.
    for sentence in reversed(window):
        pointer = _Pointer(sentence, rules, before, alone=len(window) == 1)
        following = pointer.records(group, following)
    if following is None:
        return None
    rules["root"] = f'"[" {following} "]"' if must else f'"[" {following}? "]"'
    return "\n".join(f"{name} ::= {rule}" for name, rule in rules.items())


class _Property(NamedTuple):
    """A key and its value, as a rule; one that is not needed may be left out."""

    rule: str
    needed: bool


def _key(slot: Slot) -> str:
    return _literal(json.dumps(slot.name) + ":")


def _led(each: _Property) -> str:
    """A property before one that is always there."""
    return f"{each.rule} {_COMMA}" if each.needed else f"({each.rule} {_COMMA})?"


def _trailed(each: _Property) -> str:
    """A property behind one that is always there."""
    return f"{_COMMA} {each.rule}" if each.needed else f"({_COMMA} {each.rule})?"


def _signs_of(slot: Slot) -> Signs | None:
    return next((marker for marker in slot.markers if isinstance(marker, Signs)), None)


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
        self._words = _chain(sentence.text)
        tokens = tokenise(sentence.text).words
        self._denies_nothing = not denies(tokens, 0, len(tokens) - 1)
        _write_chain(self._name, self._words, rules)
        self._starts = _starts(self._words)
        self._before: list[str] = []
        for earlier in before:
            name, words = f"s{earlier.number}", _chain(earlier.text)
            _write_chain(name, words, rules)
            self._before += [f"{name}w{place}" for place in _starts(words)]

    def records(self, group: Group, following: str | None) -> str | None:
        """The records of this sentence and then, maybe, the following; None where none can be."""
        opening = "{" if self._alone else f'{{"sentences":[{self._sentence.number}],'
        name = f"{self._name}r"
        most = min(_MOST_RECORDS, 1 + len(self._words) // _WORDS_A_RECORD)
        items = self._models(name, group, opening)
        return self._forward(name, items, most, following) if items else following

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

    def _items(self, name: str, shape: Shape, signs: Signs | None = None) -> list[str]:
        """What an item can be, by what its key points at, in the order of the sentence."""
        match shape:
            case Words():
                return [f"{_QUOTE} {run} {_QUOTE}" for run in self._runs(shape, signs)]
            case Number() | Moment():
                return [f"{_QUOTE} {_quoted(text)} {_QUOTE}" for text in self._found(shape)]
            case Group():
                return self._rows(name, shape) if is_row(shape) else self._models(name, shape, "{")
            case _:
                value = self._value(f"{name}i", shape)
                return [value] if value else []

    def _rows(self, name: str, group: Group) -> list[str]:
        """Values in their order, without keys, for each thing that the first one can point at."""
        first, *others = wire_order(group)
        values = [
            self._value(f"{name}v{at}", each.shape, _signs_of(each))
            for at, each in enumerate(others)
        ]
        if None in values:
            return []
        self._rules[f"{name}v"] = " ".join([*(f"{_COMMA} {each}" for each in values), '"]"'])
        found = self._items(name, first.shape, _signs_of(first))
        return [f'"[" {value} {name}v' for value in found]

    def _models(self, name: str, group: Group, opening: str) -> list[str]:
        """A model for each thing that its first required pointing property can point at."""
        slots = wire_order(group)
        pointing = (Words, Number, Moment)
        keys = [at for at, s in enumerate(slots) if s.required and isinstance(s.shape, pointing)]
        if not keys:
            whole = self._members(f"{name}i", group, opening)
            return [whole] if whole else []
        at = keys[0]
        before = self._properties(f"{name}b", group, slots[:at])
        after = self._properties(f"{name}a", group, slots[at + 1 :], behind=True)
        if before is None or after is None:
            return []
        self._rules[f"{name}b"] = " ".join([_literal(opening), *map(_led, before), _key(slots[at])])
        self._rules[f"{name}a"] = " ".join([*map(_trailed, after), _literal("}")])
        found = self._items(name, slots[at].shape, _signs_of(slots[at]))
        return [f"{name}b {value} {name}a" for value in found]

    def _members(self, name: str, group: Group, opening: str) -> str | None:
        """A rule for a whole model; None where nothing can fill a required property."""
        properties = self._properties(name, group, wire_order(group))
        if not properties:
            return None
        first, *others = properties
        written = " ".join([first.rule, *map(_trailed, others)])
        self._rules[name] = f"{_literal(opening)} {written} {_literal('}')}"
        return name

    def _properties(
        self, name: str, group: Group, slots: Sequence[Slot], *, behind: bool = False
    ) -> list["_Property"] | None:
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
                properties += self._label(rule, slot, cues.get(slot.name))
                continue
            value = self._value(rule, slot.shape, _signs_of(slot))
            if value is not None:
                if not behind and not needed and not properties:
                    absent = "[]" if isinstance(slot.shape, Items) else "null"
                    value, needed = f"({value} | {_literal(absent)})", True
                properties.append(_Property(f"{_key(slot)} {value}", needed))
            elif slot.required and not isinstance(slot.shape, Items):
                return None
        return properties

    def _label(self, name: str, slot: Slot, cue: Slot | None) -> Iterator["_Property"]:
        """The labels that the sentence allows; behind the words that carry it, if it needs any."""
        assert isinstance(slot.shape, Label)
        if slot.plain is not None and self._denies_nothing and _is_polarity(slot):
            return
        options = [_literal(json.dumps(each)) for each in slot.shape.options if each != slot.plain]
        label = f"{_key(slot)} ({' | '.join(options)})"
        if cue is not None:
            words = self._value(name, cue.shape, _signs_of(cue))
            if words is None:
                return
            label = f"{_key(cue)} {words} {_COMMA} {label}"
        if options:
            yield _Property(label, needed=slot.required and slot.plain is None)

    def _runs(self, shape: Words, signs: Signs | None) -> list[str]:
        """Words in a row, from anywhere; or those that hold a sign among the first few."""
        if signs is None:
            here = [f"{self._name}w{place}" for place in self._starts]
            return [*self._before, *here] if shape.anywhere else here
        at = [place for place, (word, _) in enumerate(self._words) if signs.cover(word)]
        runs: list[str] = []
        for start in self._starts:
            sign = next((place for place in at if start <= place < start + _SIGN_REACH), None)
            if sign is not None:
                before = "".join(word + gap for word, gap in self._words[start:sign])
                lead = f"{_quoted(before)} " if before else ""
                runs.append(f"{lead}{self._name}w{sign}")
        return runs

    def _value(self, name: str, shape: Shape, signs: Signs | None = None) -> str | None:
        match shape:
            case Words():
                common = signs is None and not (shape.anywhere and self._before)
                return self._any(self._name if common else name, self._runs(shape, signs))
            case Number() | Moment():
                texts = [f"{_QUOTE} {_quoted(text)} {_QUOTE}" for text in self._found(shape)]
                return f"({' | '.join(texts)})" if texts else None
            case Label(options=options):
                return "(" + " | ".join(_literal(json.dumps(option)) for option in options) + ")"
            case FreeText():
                return f"({_FREE_TEXT})"
            case Items(item=item):
                items = self._items(f"{name}l", item)
                return f'"[" {self._forward(f"{name}l", items)} "]"' if items else None
            case Group() if is_row(shape):
                rows = self._rows(name, shape)
                return f"({' | '.join(rows)})" if rows else None
            case Group():
                return self._members(name, shape, "{")

    def _any(self, name: str, runs: Sequence[str]) -> str | None:
        """A rule for one of some runs of words; None where there is none."""
        if not runs:
            return None
        self._rules[name] = f"{_QUOTE} ({' | '.join(runs)}) {_QUOTE}"
        return name

    def _found(self, shape: Number | Moment) -> list[str]:
        """The figures or times of the sentence, in its words."""
        text = self._sentence.text
        return times(text) if isinstance(shape, Moment) else figures(text)


def _chain(text: str) -> list[tuple[str, str]]:
    """The words of a sentence, each with what stands between it and the next."""
    pieces: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        genitive = _GENITIVE.search(match[0])
        cut = match.start() + genitive.start() if genitive else match.end()
        pieces.append((match.start(), cut))
        if genitive:
            pieces.append((cut, match.end()))
    afters = [*(start for start, _ in pieces), len(text)][1:]
    return [
        (text[start:end], text[end:after])
        for (start, end), after in zip(pieces, afters, strict=True)
    ]


def _starts(words: Sequence[tuple[str, str]]) -> list[int]:
    """Where a quote may begin."""
    return [place for place, (word, _) in enumerate(words) if not _GENITIVE.fullmatch(word)]


def _write_chain(name: str, words: Sequence[tuple[str, str]], rules: dict[str, str]) -> None:
    """One rule a word: the word, and maybe the next one."""
    for place, (word, gap) in enumerate(words):
        more = f" ({_quoted(gap)} {name}w{place + 1})?" if place + 1 < len(words) else ""
        rules[f"{name}w{place}"] = f"{_quoted(word)}{more}"


def _quoted(text: str) -> str:
    """A piece of a JSON string, as a literal; the empty gap before a genitive is one too."""
    return _literal(json.dumps(text, ensure_ascii=False)[1:-1])


def _literal(text: str) -> str:
    """A GBNF literal: backslash and quote are escaped; JSON has escaped control characters."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_QUOTE = _literal('"')
_COMMA = _literal(",")
