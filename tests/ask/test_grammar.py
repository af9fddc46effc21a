"""The pointer grammar: it lets through what stands in the sentence, and nothing else.

The matcher below reads the part of GBNF that is written: literals, groups, choices and `?`.
"""

import json
import re
from functools import cache
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from llmextract import Article, Quantity, Time, check
from llmextract.ask.derive import derive
from llmextract.ask.examples import read_record
from llmextract.ask.grammar import reply_grammar
from llmextract.ask.row import Row, row_of
from llmextract.ask.wire import JsonObject
from llmextract.schemas import Actor, Claim, Event, News

TEXT = (
    "Russia’s “air force” killed 1,600 men near Dorva on Friday, he said. The 25th Division fled."
)
ARTICLE = Article(text=TEXT)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]\{\d+,\d+\}|[()|?]|[a-z0-9]+')


class Grammar:
    """Matches texts against a grammar, by sets of places reached."""

    def __init__(self, text: str | None) -> None:
        assert text is not None
        lines = (line.split(" ::= ", 1) for line in text.splitlines())
        self.rules = {name: _TOKEN.findall(body) for name, body in lines}

    def accepts(self, text: str) -> bool:
        self.text = text
        self.reach.cache_clear()
        return len(text) in self.reach("root", 0)

    @cache  # noqa: B019 (lives as long as a test)
    def reach(self, rule: str, start: int) -> frozenset[int]:
        ends, rest = self._choice(self.rules[rule], start)
        assert not rest
        return frozenset(ends)

    def _choice(self, tokens: list[str], start: int) -> tuple[set[int], list[str]]:
        ends: set[int] = set()
        while True:
            places = {start}
            while tokens and tokens[0] not in "|)":
                reached, tokens = self._item(tokens, places)
                if tokens and tokens[0] == "?":
                    reached, tokens = reached | places, tokens[1:]
                places = reached
            ends |= places
            if not tokens or tokens[0] == ")":
                return ends, tokens
            tokens = tokens[1:]

    def _item(self, tokens: list[str], places: set[int]) -> tuple[set[int], list[str]]:
        head, rest = tokens[0], tokens[1:]
        if head == "(":
            reached: set[int] = set()
            after = rest
            for place in places or {len(self.text) + 1}:
                ends, after = self._choice(rest, place)
                reached |= ends
            return {end for end in reached if end <= len(self.text)}, after[1:]
        if head.startswith('"'):
            literal = re.sub(r"\\(.)", r"\1", head[1:-1])
            return {p + len(literal) for p in places if self.text.startswith(literal, p)}, rest
        if head.startswith("["):
            runs = (re.compile(r'[^"\\\x00-\x1f]*').match(self.text, place) for place in places)
            return {
                end for run in runs if run for end in range(run.start() + 1, run.end() + 1)
            }, rest
        return {end for place in places for end in self.reach(head, place)}, rest


class Deed(BaseModel):
    who: str
    count: Quantity | None = None
    where: list[str] = []
    mood: Literal["calm", "angry"] | None = None


def accepts(*records: dict[str, Any], schema: type[BaseModel] = Deed, sentences: int = 2) -> bool:
    grammar = Grammar(reply_grammar(derive(schema), ARTICLE.sentences[:sentences]))
    return grammar.accepts(written(schema, *records))


def written(schema: type[BaseModel], *records: dict[str, Any]) -> str:
    """A reply with these records; what is always there stands by its place, without its key."""
    row = row_of(derive(schema))
    placed = [_placed(row, record) for record in records] if row else list(records)
    return json.dumps(placed, ensure_ascii=False, separators=(",", ":"))


def _placed(row: Row, record: dict[str, Any]) -> list[Any]:
    evidence, labels = ([s.name for s in slots] for slots in (row.evidence, row.labels))
    cited = [record["sentences"]] if "sentences" in record else []
    known = {"sentences", *evidence, *labels}
    others = {name: value for name, value in record.items() if name not in known}
    places = [record[n] for n in evidence], [others] if others else [], [record[n] for n in labels]
    return [*cited, *(value for values in places for value in values)]


FULL: dict[str, Any] = {"sentences": [1], "who": "he"}


def test_no_record_is_an_answer() -> None:
    assert accepts()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"who": "Russia"}, id="before-a-genitive"),
        pytest.param({"who": "Russia’s “air force"}, id="across-marks"),
        pytest.param({"who": "Russia’s “air force” killed 1,600 men near Dorva"}, id="long"),
        pytest.param({"count": "1,600"}, id="figure"),
        pytest.param({"where": ["Dorva"]}, id="list"),
        pytest.param({"where": ["Dorva", "Friday"]}, id="list-forward"),
        pytest.param({"mood": "angry"}, id="label"),
    ],
)
def test_what_the_sentence_says_can_be_pointed_at(change: dict[str, Any]) -> None:
    assert accepts({**FULL, **change})


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"who": "Moscow"}, id="elsewhere"),
        pytest.param({"who": "forc"}, id="half-a-word"),
        pytest.param({"who": "’s"}, id="genitive"),
        pytest.param({"who": "he fled"}, id="splice"),
        pytest.param({"who": "Division"}, id="other-sentence"),
        pytest.param({"who": None}, id="required"),
        pytest.param({"count": None}, id="not-stated"),
        pytest.param({"count": "600"}, id="half-a-figure"),
        pytest.param({"count": "men"}, id="no-figure"),
        pytest.param({"where": ["Dorva", "Dorva"]}, id="list-repeats"),
        pytest.param({"mood": "sad"}, id="label"),
        pytest.param({"sentences": [3]}, id="sentence"),
    ],
)
def test_what_it_does_not_say_cannot(change: dict[str, Any]) -> None:
    assert not accepts({**FULL, **change})


def test_an_ordinal_of_a_name_is_no_figure() -> None:
    second = {"sentences": [2], "who": "The 25th Division"}
    assert accepts(second)
    assert not accepts({**second, "count": "25th"})


def test_records_go_forward_and_none_repeats() -> None:
    class Word(BaseModel):
        word: str

    one, two = {"sentences": [1], "word": "men"}, {"sentences": [1], "word": "Dorva"}
    grammar = Grammar(reply_grammar(derive(Word), ARTICLE.sentences))
    assert grammar.accepts(written(Word, one))
    assert grammar.accepts(written(Word, one, two))
    for wrong in ([one, one], [two, one]):
        assert not grammar.accepts(written(Word, *wrong))


def test_a_sentence_with_one_thing_to_point_at_may_be_passed_over() -> None:
    class Loss(BaseModel):
        count: Quantity

    slow = "The army said, " + "and said again, " * 10 + "that it had lost 20 men."
    text = f"{slow} Rebels lost 30 tanks."
    grammar = Grammar(reply_grammar(derive(Loss), Article(text=text).sentences))
    assert grammar.accepts('[[[2],"30"]]')


def test_what_must_be_stated_cannot_be_left_out_of_a_row() -> None:
    class Raid(BaseModel):
        who: str
        when: Time | None = None
        where: list[str] = Field(min_length=1)
        count: Quantity | None = None

    needed = {"sentences": [1], "who": "he", "where": ["Dorva"]}
    full = {**needed, "count": "1,600"}
    assert accepts(needed, schema=Raid)
    assert accepts(full, schema=Raid)
    assert accepts({"sentences": [1], "who": "he", "when": "Friday", **full}, schema=Raid)
    for missing in ({"sentences": [1], "who": "he"}, {**FULL, "count": "1,600"}):
        assert not accepts(missing, schema=Raid)


def test_what_may_be_missing_stands_in_its_order() -> None:
    assert accepts({**FULL, "count": "1,600", "where": ["Dorva"], "mood": "calm"})
    assert accepts({**FULL, "count": "1,600", "mood": "calm"})
    assert not accepts({**FULL, "mood": "calm", "count": "1,600"})
    grammar = Grammar(reply_grammar(derive(Deed), ARTICLE.sentences))
    assert not grammar.accepts('[[[1],"he",{}]]')


def test_a_sentence_alone_needs_no_number() -> None:
    record = {name: value for name, value in FULL.items() if name != "sentences"}
    assert accepts(record, sentences=1)
    assert not accepts(FULL, sentences=1)


CLAIM = {"source": "he", "cue": "said", "content": ["killed 1,600 men"], "speech_act": "report"}


def claims(text: str, record: dict[str, Any]) -> bool:
    grammar = Grammar(reply_grammar(derive(Claim), Article(text=text).sentences))
    return grammar.accepts(json.dumps([record], separators=(",", ":")))


def test_a_label_that_goes_without_saying_is_not_written() -> None:
    assert accepts({"sentences": [1], **CLAIM}, schema=Claim)
    assert not accepts({"sentences": [1], **CLAIM, "certainty": "certain"}, schema=Claim)


def test_a_cue_stands_beside_the_label_that_needs_it() -> None:
    hedged = {**CLAIM, "content": ["fled"], "certainty_cue": "may have", "certainty": "possible"}
    assert claims("They may have fled, he said.", hedged)
    del hedged["certainty_cue"]
    assert not claims("They may have fled, he said.", hedged)


def test_a_cue_begins_at_a_sign_of_it_or_just_before() -> None:
    claim = {**CLAIM, "content": ["fled"]}
    assert claims("They fled, he said.", claim)
    assert not claims("They fled to the border at night, he said.", {**claim, "cue": "to the"})
    hedged = {**claim, "certainty_cue": "fled", "certainty": "possible"}
    assert not claims("They fled, he said.", hedged)


def test_only_what_is_denied_is_called_negative() -> None:
    negative = {**CLAIM, "content": ["fled"], "polarity": "negative"}
    assert claims("They never fled, he said.", {**negative, "content": ["never fled"]})
    assert not claims("They fled, he said.", negative)


def test_a_sentence_without_a_sign_is_not_asked_about() -> None:
    assert reply_grammar(derive(Claim), Article(text="The bridge fell.").sentences) is None


def test_values_that_are_always_there_need_no_keys() -> None:
    said = {"trigger": "killed", "participants": [["men", "recipient"]], "type": "other"}
    event = {"sentences": [1], **said, "factuality": "occurred"}
    assert accepts(event, schema=Event)
    named = [{"mention": "men", "role": "recipient"}]
    assert not accepts({**event, "participants": named}, schema=Event)


@pytest.mark.parametrize("model", News)
def test_the_size_is_linear_in_the_sentence(model: type[BaseModel]) -> None:
    sizes = [
        len(
            reply_grammar(derive(model), Article(text="army said struck " * (n // 3)).sentences)
            or ""
        )
        for n in (100, 200, 400)
    ]
    assert sizes[2] - sizes[1] < 2.5 * (sizes[1] - sizes[0])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_every_word_that_can_be_pointed_at_is_located(text: str) -> None:
    class Word(BaseModel):
        word: str

    for sentence in Article(text=text).sentences:
        grammar = reply_grammar(derive(Word), [sentence]) or ""
        for word in re.findall(r'^s\d+w\d+ ::= ("(?:[^"\\]|\\.)*")', grammar, re.MULTILINE):
            exact = json.loads('"' + re.sub(r"\\(.)", r"\1", word[1:-1]) + '"')
            assert exact in sentence.text


@pytest.mark.parametrize("model", [Actor, Event])
def test_what_the_grammar_lets_through_the_validator_finds(model: type[BaseModel]) -> None:
    wire: dict[type[BaseModel], JsonObject] = {
        Actor: {
            "name": "air force",
            "aliases": ["he"],
            "member_of": "Russia",
            "kind": "organization",
            "type": "external_forces",
        },
        Event: {
            "trigger": "killed",
            "participants": [["men", "recipient"]],
            "places": ["Dorva"],
            "time": "Friday",
            "figures": [["1,600", {"of": "men"}, "killed"]],
            "reported_by": "he",
            "type": "other",
            "factuality": "occurred",
        },
    }
    record: JsonObject = {"sentences": [1], **wire[model]}
    assert accepts(record, schema=model)
    read = read_record(derive(model), record)
    (judgement,) = check(ARTICLE, [read], schema=model)
    assert not [verdict for verdict in judgement.verdicts if verdict.code]


@pytest.mark.parametrize(("before", "is_accepted"), [(1, True), (0, False)])
def test_a_name_behind_a_pronoun_may_stand_before(before: int, *, is_accepted: bool) -> None:
    first, second = Article(text="Tara Velle came. He said that the road was closed.").sentences
    grammar = Grammar(reply_grammar(derive(Claim), (second,), before=(first,)[:before]))
    record = {
        "source": "He",
        "source_name": "Tara Velle",
        "cue": "said",
        "content": ["the road was closed"],
        "speech_act": "report",
    }
    assert grammar.accepts(json.dumps([record], separators=(",", ":"))) is is_accepted
    record["cue"] = "came"
    assert not grammar.accepts(json.dumps([record], separators=(",", ":")))


def takes(model: type[BaseModel], text: str, *records: dict[str, Any]) -> bool:
    grammar = Grammar(reply_grammar(derive(model), Article(text=text).sentences))
    return grammar.accepts(written(model, *records))


LABELS = {"type": "armed_clash", "factuality": "occurred"}


@pytest.mark.parametrize(
    ("mention", "place", "is_accepted"),
    [
        ("the army", "near the city", True),
        ("Rebels", "city", True),
        ("and", "city", False),
        ("the", "city", False),
        ("Rebels", "near the", False),
    ],
)
def test_a_name_begins_and_ends_with_what_can_be_one(
    mention: str, place: str, *, is_accepted: bool
) -> None:
    parts = {"participants": [[mention, "actor"]], "places": [place]}
    text = "Rebels and the army clashed near the city on Friday."
    assert takes(Event, text, {"trigger": "clashed", **parts, **LABELS}) is is_accepted


@pytest.mark.parametrize(
    ("places", "is_accepted"),
    [
        (["the city", "the province"], True),
        (["the city of Dorva", "the province"], True),
        (["the city of Dorva", "Dorva"], False),
        (["the city", "city"], False),
        (["Dorva", "the city"], False),
    ],
)
def test_no_item_of_a_list_stands_over_another(places: list[str], *, is_accepted: bool) -> None:
    text = "Both clashed in the city of Dorva and the province."
    assert takes(Event, text, {"trigger": "clashed", "places": places, **LABELS}) is is_accepted


def test_no_record_begins_with_words_of_another() -> None:
    text = "The army further noted that the bridge fell and the town said that it was closed."
    first, over, later = (
        {"source": None, "cue": cue, "content": ["the bridge fell"], "speech_act": "report"}
        for cue in ("further noted", "noted", "said")
    )
    assert takes(Claim, text, first, later)
    assert takes(Claim, text, over, later)
    assert not takes(Claim, text, first, over)


@pytest.mark.parametrize(
    ("text", "cue", "is_accepted"),
    [
        ("Norland states that it said no.", "states", True),
        ("The United States said no.", "States", False),
    ],
)
def test_a_sign_in_a_name_is_none(text: str, cue: str, *, is_accepted: bool) -> None:
    record = {"source": None, "cue": cue, "content": ["no"], "speech_act": "report"}
    assert takes(Claim, text, record) is is_accepted


@pytest.mark.parametrize(
    ("text", "factuality", "is_accepted"),
    [
        ("The army captured Dorva.", "occurred", True),
        ("The army captured Dorva.", "planned", False),
        ("The army captured Dorva.", "failed", False),
        ("The army plans to have captured Dorva.", "planned", True),
        ("The army captured Dorva, but failed to hold it.", "failed", True),
    ],
)
def test_no_plan_and_no_failure_without_a_word_for_it(
    text: str, factuality: str, *, is_accepted: bool
) -> None:
    record = {"trigger": "captured", "type": "other", "factuality": factuality}
    assert takes(Event, text, record) is is_accepted


@pytest.mark.parametrize(
    ("text", "count", "kind", "is_accepted"),
    [
        ("The raid displaced 300 men.", "300", "displaced", True),
        ("The raid displaced 300 men.", "300", "killed", False),
        ("The raid displaced 300 men.", "300", "other", True),
        ("The raid displaced 300 men, a death toll unknown.", "300", "killed", True),
        ("The raid reached 10-kilometer lines.", "10-kilometer", "distance", True),
        ("The raid displaced 300 men.", "300", "distance", False),
    ],
)
def test_no_fate_without_a_word_for_it(
    text: str, count: str, kind: str, *, is_accepted: bool
) -> None:
    labels = {"type": "other", "factuality": "occurred"}
    record = {"trigger": "raid", "figures": [[count, kind]], **labels}
    assert takes(Event, text, record) is is_accepted


def test_labels_of_a_list_stand_in_their_order_each_once() -> None:
    class Battle(BaseModel):
        who: str
        moods: list[Literal["calm", "війна", 3]] = []

    for moods in (["calm"], ["calm", "війна", 3], ["війна"]):
        assert accepts({**FULL, "moods": moods}, schema=Battle)
    for moods in ([], ["calm", "calm"], ["sad"]):
        assert not accepts({**FULL, "moods": moods}, schema=Battle)


def test_a_label_that_may_be_missing_is_not_forced_by_its_place() -> None:
    class Mood(BaseModel):
        before: Literal["calm"] | None = None
        after: Literal["angry"] | None = None

    grammar = Grammar(reply_grammar(derive(Mood), ARTICLE.sentences))
    assert grammar.accepts('[{"sentences":[1],"before":null,"after":"angry"}]')
    assert grammar.accepts('[{"sentences":[1],"before":"calm"}]')
