"""Falsehoods in what a record cites: quotes and numbers of sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from llmextract.ask.wire import Json, JsonObject
from tests.judge.edits import WORD_EDITS
from tests.judge.falsehoods import NOT_SAID, Falsehood
from tests.judge.truths import Gold, dotted, pages, stands

_SCHEMA = frozenset({"schema"})
_NOTHING = frozenset({"required", "schema"})
_NOT_CITED = NOT_SAID | {"boilerplate", "wrong_sentence"}
# A record that cites everything cites nothing.
_TOO_MUCH = frozenset({"schema", "not_found", "wrong_sentence", "boilerplate"})
_BREAKS = ("name", "negation put in", "word taken out", "antonym", "order", "tail put on")
_NO_QUOTES: Sequence[Json] = (7, None, [], {}, True)
_NO_NUMBERS: Sequence[Json] = (0, -1, 10**9, True, 1.5, "1", None, [1])
_NO_CITATIONS: Sequence[JsonObject] = (
    {},
    {"quotes": []},
    {"sentences": []},
    {"sentences": "1"},
    {"quotes": "Hama"},
    {"quotes": None, "sentences": None},
)


def quote_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Quotes that the article does not say, alone and beside the true ones."""
    quotes = cast("list[Json]", gold.record["quotes"])
    for kind, text in _broken(gold, str(quotes[0])):
        if not stands(text, gold.page.all):
            yield _recited(gold, {"quotes": [text]}, "quotes[0]", _NOT_CITED, f"quote: {kind}")
            both: JsonObject = {"quotes": [*quotes, text]}
            at = f"quotes[{len(quotes)}]"
            yield _recited(gold, both, at, _NOT_CITED, f"further quote: {kind}", whole=False)
    for value in _NO_QUOTES:
        yield _recited(gold, {"quotes": [value]}, "quotes[0]", _SCHEMA, f"quote {value!r}")


def _broken(gold: Gold, quote: str) -> Iterator[tuple[str, str]]:
    for kind in _BREAKS:
        for changed in list(WORD_EDITS[kind](quote))[:2]:
            yield kind, changed
    yield "splice", " ".join(quote.split()[:4] + quote.split()[-4:])
    for name, page in pages().items():
        if name != gold.article:
            yield "another article", page.article.sentences[1].text
            yield "another article", page.article.sentences[3].text
    for text in ("Rebels surrendered in Kherson.", "…", "", "\n"):
        yield "nowhere", text
    for sentence in gold.page.article.sentences:
        if sentence.region == "boilerplate":
            yield "furniture", sentence.text


def number_of_sentence_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Numbers that no sentence has, sentences that are no evidence, and no citation at all."""
    for value in (*_NO_NUMBERS, len(gold.page.article.sentences) + 1):
        yield _recited(gold, {"sentences": [value]}, "sentences[0]", _SCHEMA, f"sentence {value!r}")
    for cited in _NO_CITATIONS:
        yield _recited(gold, cited, "", _NOTHING, f"cites {cited}")
    for sentence in gold.page.article.sentences:
        if sentence.region == "boilerplate":
            furniture: JsonObject = {"sentences": [sentence.number]}
            yield _recited(gold, furniture, "sentences[0]", frozenset({"boilerplate"}), "furniture")


def boundless_citation_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Citations of so much that any words of the article would stand in them."""
    text = gold.page.article.text
    yield _boundless(gold, {"quotes": [text]}, "quotes[0]")
    said: list[Json] = [n for n, sentence in enumerate(gold.page.said, 1) if sentence]
    yield _boundless(gold, {"sentences": said}, "sentences[4]")
    cited = cast("list[Json]", gold.numbers)
    yield _boundless(
        gold, {"sentences": [*cited, *(n for n in said if n not in cited)]}, "sentences[4]"
    )
    quoted: list[Json] = [gold.page.article.sentences[cast("int", n) - 1].text for n in said]
    yield _boundless(gold, {"quotes": quoted}, "quotes[4]")


def _boundless(gold: Gold, citation: JsonObject, path: str) -> Falsehood:
    lie = _recited(gold, citation, path, _TOO_MUCH, "cites the whole article", whole=False)
    return replace(lie, kind="boundless citation")


def _recited(
    gold: Gold,
    citation: Mapping[str, Json],
    path: str,
    codes: frozenset[str],
    note: str,
    *,
    whole: bool = True,
) -> Falsehood:
    kind = "false citation" if whole else "further false citation"
    record = {**_uncited(gold), **citation}
    return Falsehood(kind, record, (path,), codes, note, whole=whole, recited=True)


def _uncited(gold: Gold) -> JsonObject:
    return {key: value for key, value in gold.record.items() if key != "quotes"}


def wrong_citation_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """The true record with other true sentences: each string is out of its place."""
    page = gold.page
    for field in gold.fields:
        if field.sort != "words" or not isinstance(field.value, str):
            continue
        for sentence, said in zip(page.article.sentences, page.said, strict=True):
            if not said or stands(field.value, said):
                continue
            at, note = dotted(field.path), f"{field.value!r} cited in {sentence.number}"
            citations: Sequence[JsonObject] = (
                {"sentences": [sentence.number]},
                {"quotes": [sentence.text]},
            )
            for cited in citations:
                lie = _recited(gold, cited, at, frozenset({"wrong_sentence"}), note, whole=False)
                yield replace(lie, kind=f"wrong {next(iter(cited))}")


def foreign_record_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """The true record of another article."""
    main = {"actor": "name", "event": "trigger", "claim": "content[]"}[gold.schema]
    field = next(field for field in gold.fields if field.name == main)
    for name, page in pages().items():
        if name == gold.article:
            continue
        value, note = str(field.value), f"judged against {name}"
        if not stands(value, page.all) and not stands(value, page.printed):
            at = dotted(field.path)
            lie = _recited(gold, {"sentences": [4]}, at, NOT_SAID, note, whole=False)
            yield replace(lie, kind="another article's record", article=page.article)
        lie = _recited(gold, {"quotes": gold.record["quotes"]}, "quotes[0]", _NOT_CITED, note)
        yield replace(lie, kind="another article's record", article=page.article)
