"""The validator against hand-filled records: true, it takes them whole; falsified, it does not."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import cast

import pytest

from llmextract import check
from llmextract.ask.wire import Json
from llmextract.judge.verdict import Status
from tests.judge.falsify import Outcome, cases, judge
from tests.judge.forms import CONTESTED
from tests.judge.truths import SCHEMAS, Gold, by_sentences, load_all, put, reached

GOLD = load_all()
_LEAST_REJECTED, _LEAST_FITTING = 0.99, 0.99
# Of one kind, some reasons are matters of taste: which of two differences is named first.
_LEAST_FITTING_OF_A_KIND = 0.9
# How many cases of each kind there are at least: a generator that goes empty proves nothing.
_LEAST_MADE = {
    "another article's record": 212,
    "antonym": 56,
    "boundless citation": 223,
    "certainty raised": 5,
    "cue from elsewhere": 68,
    "cue missing": 68,
    "day or month": 9,
    "denial elided": 2,
    "digit": 16,
    "direction": 10,
    "factuality raised": 8,
    "false citation": 334,
    "far ellipsis": 360,
    "figure from nowhere": 16,
    "figure misattached": 9,
    "figure of another article": 16,
    "figure of another sentence": 16,
    "from nowhere": 360,
    "from nowhere, where nothing is stated": 397,
    "further false citation": 111,
    "head put on": 360,
    "hedge": 14,
    "hedge put in": 360,
    "hedge taken out": 12,
    "item put in": 82,
    "label of another list": 177,
    "letter of a name": 232,
    "modal": 25,
    "name": 169,
    "negation put in": 360,
    "negation taken out": 3,
    "no figure": 16,
    "no figure's type": 16,
    "no label": 354,
    "no list": 228,
    "no object": 63,
    "no string": 757,
    "no time": 84,
    "no words": 774,
    "number word": 13,
    "order": 178,
    "other article": 353,
    "other article, where nothing is stated": 371,
    "other sentence": 331,
    "other sentence, where nothing is stated": 268,
    "outlet for a source": 1,
    "page furniture": 259,
    "polarity flipped": 16,
    "prompt's example": 757,
    "qualifier": 16,
    "required missing": 174,
    "source of another clause": 1,
    "source out of the content": 14,
    "splice": 360,
    "strange key": 366,
    "synonym": 78,
    "tail put on": 360,
    "tense": 25,
    "thing": 16,
    "time as place": 9,
    "turned ellipsis": 233,
    "typed figure": 16,
    "typed object": 28,
    "typed time": 90,
    "unit": 15,
    "word put in": 225,
    "word taken out": 113,
    "wrong quotes": 318,
    "wrong sentences": 318,
}


@pytest.fixture(scope="module")
def outcomes() -> Mapping[str, Sequence[Outcome]]:
    """What became of every falsehood that a rule demands to be found, by kind."""
    found: defaultdict[str, list[Outcome]] = defaultdict(list)
    for case in cases(GOLD, most=2):
        if case.lie.kind not in CONTESTED:
            found[case.lie.kind].append(judge(case))
    return found


@pytest.mark.parametrize("gold", [pytest.param(gold, id=gold.id) for gold in GOLD])
@pytest.mark.parametrize("citing", ["quotes", "sentences"])
def test_a_true_record_is_accepted_whole(gold: Gold, citing: str) -> None:
    record = gold.record if citing == "quotes" else by_sentences(gold, gold.record)
    (judgement,) = check(gold.page.article, [record], schema=SCHEMAS[gold.schema])
    assert [v for v in judgement.verdicts if v.status is Status.REJECTED] == []
    assert judgement.accepted


@pytest.mark.parametrize("gold", [pytest.param(gold, id=gold.id) for gold in GOLD])
def test_what_was_read_is_accepted_as_typed_values(gold: Gold) -> None:
    (read,) = check(gold.page.article, [gold.record], schema=SCHEMAS[gold.schema])
    assert read.value is not None
    typed = {**read.value.model_dump(mode="json"), "quotes": gold.record["quotes"]}
    (again,) = check(gold.page.article, [typed], schema=SCHEMAS[gold.schema])
    assert [v for v in again.verdicts if v.status is Status.REJECTED] == []
    assert again.value == read.value


@pytest.mark.parametrize(
    ("record", "cut", "whole"),
    [
        pytest.param("000:event:2", "200", "more than 200", id="qualifier"),
        pytest.param("000:event:5", "7 kilometers", "5 to 7 kilometers", id="range"),
        pytest.param("002:event:1", "two", "two", id="word"),
    ],
)
def test_a_figure_cut_short_reads_as_the_whole(record: str, cut: str, whole: str) -> None:
    gold = next(gold for gold in GOLD if gold.id == record)
    shortened = put(gold.record, ("figures", 0, "count"), cut)
    (judgement,) = check(gold.page.article, [shortened], schema=SCHEMAS["event"])
    assert judgement.spans["figures[0].count"][0].exact.startswith(whole)


@pytest.mark.parametrize("kind", sorted(_LEAST_MADE))
def test_a_falsehood_is_rejected(kind: str, outcomes: Mapping[str, Sequence[Outcome]]) -> None:
    made = outcomes[kind]
    survivors = [str(outcome) for outcome in made if outcome.code is None]
    assert len(survivors) <= (1 - _LEAST_REJECTED) * len(made), "\n".join(survivors)


@pytest.mark.parametrize("kind", sorted(_LEAST_MADE))
def test_the_reason_fits(kind: str, outcomes: Mapping[str, Sequence[Outcome]]) -> None:
    rejected = [outcome for outcome in outcomes[kind] if outcome.code is not None]
    odd = [str(outcome) for outcome in rejected if not outcome.fits]
    assert len(odd) <= (1 - _LEAST_FITTING_OF_A_KIND) * len(rejected), "\n".join(odd)


def test_of_all_falsehoods_nearly_none_gets_through(
    outcomes: Mapping[str, Sequence[Outcome]],
) -> None:
    everything = [outcome for made in outcomes.values() for outcome in made]
    odd = [str(outcome) for outcome in everything if not outcome.fits]
    assert len(odd) <= (1 - _LEAST_FITTING) * len(everything), "\n".join(odd)


def test_enough_of_each_kind_is_made(outcomes: Mapping[str, Sequence[Outcome]]) -> None:
    made = {kind: len(found) for kind, found in outcomes.items()}
    assert made.keys() == _LEAST_MADE.keys()
    assert not {kind: n for kind, n in made.items() if n < _LEAST_MADE[kind]}


def test_every_record_is_falsified_citing_either_way() -> None:
    citing = Counter(
        (case.gold.id, name)
        for case in cases(GOLD, most=1)
        for name in ("quotes", "sentences")
        if name in case.record and not case.lie.recited
    )
    assert min(citing[gold.id, name] for gold in GOLD for name in ("quotes", "sentences")) >= 10


def test_the_cases_are_the_same_each_time() -> None:
    once, again = ([case.id for case in cases(GOLD[:3], most=2)] for _ in range(2))
    assert once == again
    assert len(set(once)) == len(once)


def test_no_falsehood_reaches_the_value() -> None:
    for case in cases(GOLD, most=1):
        (path, *_) = case.lie.paths
        if case.lie.kind != "from nowhere" or "[" in path:
            continue
        (judgement,) = check(case.article, [case.record], schema=SCHEMAS[case.gold.schema])
        if judgement.value is not None:
            kept = judgement.value.model_dump(mode="json")
            assert reached(cast("dict[str, Json]", kept), (path,)) is None, case.id
