"""The pointer grammar: while a model writes, it can only point.

A GBNF grammar (the form llama.cpp reads) is made for each window. A record names one sentence of
the window, and every verbatim string of it is a run of that sentence's words, by a chain of rules,
one a word: `s5w7 ::= "pushing" (" " s5w8)?`. Figures and times are only those that the readers read
there, labels only the listed ones. Records and lists go forward in their sentence, so none repeats
an item. The size of a grammar is linear in its window.
"""

import json
import re
from collections.abc import Sequence

from llmextract.article.numbers.reader import find_quantities, stands_as_figure
from llmextract.article.sentences import Sentence
from llmextract.article.times.reader import find_times
from llmextract.ask.shape import FreeText, Group, Items, Label, Moment, Number, Shape, Slot, Words
from llmextract.ask.wire import cues_of, wire_order

# A word as it can begin or end a quote; the genitive is a step of its own, so that "Russia" can be
# pointed at in "Russia's". Marks between words stand in the chain, never at an end of it.
_WORD = re.compile(r"[^\W_](?:[^\s\"“”„«»()\[\]{}<>—]*[^\W_])?%?")
_GENITIVE = re.compile(r"['’]s\Z")
_FREE_TEXT = r'"\"" [^"\\\x00-\x1F]{1,400} "\""'
# A long sentence holds more records than a short one; a small model would fill any number.
_WORDS_A_RECORD = 25
_MOST_RECORDS = 2


def reply_grammar(group: Group, window: Sequence[Sentence]) -> str:
    """The grammar of a reply, with its records in the order of the text.

    A sentence that is shown alone needs no number, so its records state none.
    """
    rules: dict[str, str] = {}
    following: str | None = None
    # From the end, because the records of a sentence may be followed by those of any later one.
    for sentence in reversed(window):
        pointer = _Pointer(sentence, rules, alone=len(window) == 1)
        following = pointer.records(group, following)
    listed = [f"{following}?"] if following else []
    rules["root"] = " ".join([_literal('{"records":['), *listed, _literal("]}")])
    return "\n".join(f"{name} ::= {rule}" for name, rule in rules.items())


class _Pointer:
    """Writes the rules that point into one sentence."""

    def __init__(self, sentence: Sentence, rules: dict[str, str], *, alone: bool) -> None:
        self._sentence = sentence
        self._alone = alone
        self._name = f"s{sentence.number}"
        self._rules = rules
        self._words = _chain(sentence.text)
        for place, (word, gap) in enumerate(self._words):
            more = (
                f" ({_quoted(gap)} {self._name}w{place + 1})?"
                if place + 1 < len(self._words)
                else ""
            )
            rules[f"{self._name}w{place}"] = f"{_quoted(word)}{more}"

        self._starts = [
            place for place, (word, _) in enumerate(self._words) if not _GENITIVE.fullmatch(word)
        ]

    def records(self, group: Group, following: str | None) -> str | None:
        """The records of this sentence and then, maybe, the following; None where none can be."""
        opening = "{" if self._alone else f'{{"sentences":[{self._sentence.number}],'
        name = f"{self._name}r"
        most = min(_MOST_RECORDS, 1 + len(self._words) // _WORDS_A_RECORD)
        return self._list(name, group, opening, most=most, following=following) or following

    def _list(
        self,
        name: str,
        shape: Shape,
        opening: str = "{",
        *,
        most: int = 0,
        following: str | None = None,
    ) -> str | None:
        """At least one item, then maybe the following; None where nothing can fill an item."""
        items = self._items(name, shape, opening)
        return self._forward(name, items, most, following) if items else None

    def _forward(
        self, name: str, items: Sequence[str], most: int, following: str | None
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

    def _items(self, name: str, shape: Shape, opening: str) -> list[str]:
        """What an item can be, by what its key points at, in the order of the sentence."""
        match shape:
            case Words():
                return [f"{_QUOTE} {self._name}w{place} {_QUOTE}" for place in self._starts]
            case Number() | Moment():
                return [f"{_QUOTE} {_quoted(text)} {_QUOTE}" for text in self._found(shape)]
            case Group():
                return self._models(name, shape, opening)
            case _:
                value = self._value(f"{name}i", shape)
                return [value] if value else []

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
        after = self._properties(f"{name}a", group, slots[at + 1 :])
        if before is None or after is None:
            return []
        key = _literal(json.dumps(slots[at].name) + ":")
        self._rules[f"{name}b"] = f"{_literal(opening)} {_COMMA.join([*before, key])}"
        self._rules[f"{name}a"] = f"{_COMMA.join(['', *after])} {_literal('}')}".strip()
        return [f"{name}b {value} {name}a" for value in self._items(name, slots[at].shape, "{")]

    def _members(self, name: str, group: Group, opening: str) -> str | None:
        """A rule for a whole model; None where nothing can fill a required property."""
        properties = self._properties(name, group, wire_order(group))
        if properties is None:
            return None
        self._rules[name] = f"{_literal(opening)} {_COMMA.join(properties)} {_literal('}')}"
        return name

    def _properties(self, name: str, group: Group, slots: Sequence[Slot]) -> list[str] | None:
        """The properties that the sentence can fill; what it cannot state is not even asked for."""
        cues = cues_of(group)
        properties: list[str] = []
        for slot in slots:
            if slot.name in {cue.name for cue, _ in cues.values()}:
                continue
            value = self._value(f"{name}{len(properties)}", slot.shape)
            if value is None:
                if slot.required and not isinstance(slot.shape, Items):
                    return None
                continue
            if slot.name in cues and isinstance(slot.shape, Label):
                properties.append(self._cued(slot, slot.shape, *cues[slot.name]))
                continue
            absent = "[]" if isinstance(slot.shape, Items) else "null"
            value = value if slot.required else f"({value} | {_literal(absent)})"
            properties.append(f"{_literal(json.dumps(slot.name) + ':')} {value}")
        return properties

    def _cued(self, slot: Slot, shape: Label, cue: Slot, default: str | None) -> str:
        """The default label alone, or the words that carry another and then that."""
        label = json.dumps(slot.name) + ":"
        alone = [
            _literal(label + json.dumps(option)) for option in shape.options if option == default
        ]
        others = [_literal(json.dumps(option)) for option in shape.options if option != default]
        words = self._any_words()
        if words:
            carried = f"{_literal(json.dumps(cue.name) + ':')} {words}"
            alone.append(f"{carried} {_literal(',' + label)} ({' | '.join(others)})")
        return f"({' | '.join(alone)})"

    def _value(self, name: str, shape: Shape) -> str | None:
        match shape:
            case Words():
                return self._any_words()
            case Number() | Moment():
                texts = [f"{_QUOTE} {_quoted(text)} {_QUOTE}" for text in self._found(shape)]
                return f"({' | '.join(texts)})" if texts else None
            case Label(options=options):
                return "(" + " | ".join(_literal(json.dumps(option)) for option in options) + ")"
            case FreeText():
                return f"({_FREE_TEXT})"
            case Items(item=item):
                listed = self._list(f"{name}l", item, most=0)
                return listed and f'"[" {listed} "]"'
            case Group():
                return self._members(name, shape, "{")

    def _any_words(self) -> str | None:
        if not self._starts:
            return None
        starts = " | ".join(f"{self._name}w{place}" for place in self._starts)
        self._rules[self._name] = f"{_QUOTE} ({starts}) {_QUOTE}"
        return self._name

    def _found(self, shape: Number | Moment) -> list[str]:
        """The figures or times of the sentence, in its words."""
        text = self._sentence.text
        if isinstance(shape, Moment):
            return list(dict.fromkeys(text[time.start : time.end] for time in find_times(text)))
        figures = (figure for figure in find_quantities(text) if stands_as_figure(text, figure))
        return list(dict.fromkeys(text[figure.start : figure.end] for figure in figures))


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


def _quoted(text: str) -> str:
    """A piece of a JSON string, as a literal; the empty gap before a genitive is one too."""
    return _literal(json.dumps(text, ensure_ascii=False)[1:-1])


def _literal(text: str) -> str:
    """A GBNF literal: backslash and quote are escaped; JSON has escaped control characters."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_QUOTE = _literal('"')
_COMMA = f" {_literal(',')} "
