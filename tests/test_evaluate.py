"""Results against gold: every figure here was worked out by hand or holds for any records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.times.calendar import Time
from llmextract.evaluate.alignment import MatchRule
from llmextract.evaluate.assignment import assign
from llmextract.evaluate.counts import Bootstrap, Counts, Key, Measure, Scope
from llmextract.evaluate.labelled import Labelled, Piece, alike, same
from llmextract.evaluate.score import Evaluation, GoldMode, score

MENTION = {"e": MatchRule(("trigger",), same_sentence=True)}
NO_DRAWS = Bootstrap(resamples=0)
Fields = dict[str, tuple[Piece, ...]]


def record(identity: str, trigger: str, sentence: int = 1, more: Fields | None = None) -> Labelled:
    fields = {"trigger": (Piece("words", trigger),), **(more or {})}
    return Labelled(identity, "a", "e", fields, frozenset({sentence}))


def words(*texts: str) -> tuple[Piece, ...]:
    return tuple(Piece("words", text, item=f"places[{i}]") for i, text in enumerate(texts))


def places(*texts: str) -> Fields:
    return {"places[]": words(*texts)}


def label(text: str) -> tuple[Piece, ...]:
    return (Piece("label", text),)


def participants(*pairs: tuple[str, str]) -> Fields:
    at = [f"participants[{place}]" for place in range(len(pairs))]
    return {
        "participants[].mention": tuple(
            Piece("words", mention, item=item) for item, (mention, _) in zip(at, pairs, strict=True)
        ),
        "participants[].role": tuple(
            Piece("label", role, item=item) for item, (_, role) in zip(at, pairs, strict=True)
        ),
    }


def evaluated(
    predicted: list[Labelled], gold: list[Labelled], mode: GoldMode = "complete"
) -> Evaluation:
    return score(predicted, gold, rules=MENTION, mode=mode, bootstrap=NO_DRAWS)


def counts(
    found: Evaluation, measure: Measure, field: str = "", scope: Scope | None = None
) -> Counts:
    key = Key("e", field, measure, scope or ("matched" if field else "records"))
    return found.scores[key].counts


# -- assignment ----------------------------------------------------------------------------------


def test_the_best_pairs_are_found_where_taking_the_best_first_is_wrong() -> None:
    assert assign({(0, 0): 10, (0, 1): 9, (1, 0): 9}) == [(0, 1), (1, 0)]


def test_one_good_pair_outweighs_two_bad_ones() -> None:
    assert assign({(0, 0): 10, (0, 1): 4, (1, 0): 4}) == [(0, 0)]


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_an_assignment_weighs_as_much_as_the_best_of_all(table: list[list[int]]) -> None:
    weights = {(i, j): w for i, row in enumerate(table) for j, w in enumerate(row) if w}
    pairs = assign(weights)
    best = max(
        sum(table[i][j] for i, j in zip(range(len(table)), order, strict=False))
        for order in permutations(range(4), len(table))
    )
    assert sum(weights[pair] for pair in pairs) == best
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


# -- pieces --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(Piece("words", "The  Army"), Piece("words", "the army,"), 1.0, id="form"),
        pytest.param(Piece("words", "the army"), Piece("words", "army"), 0.5, id="half"),
        pytest.param(Piece("words", "army"), Piece("words", "navy"), 0.0, id="other-word"),
        pytest.param(Piece("label", "occurred"), Piece("label", "failed"), 0.0, id="label"),
        pytest.param(
            Piece("number", "200", value=Decimal(200)),
            Piece("number", "two hundred", value=Decimal("200.0")),
            1.0,
            id="number-by-value",
        ),
        pytest.param(
            Piece("number", "200 men", value=Quantity(value=200)),
            Piece("number", "over 200 men", value=Quantity(low=201, comparator="more_than")),
            0.0,
            id="number-nearly-right-is-wrong",
        ),
        pytest.param(
            Piece("time", "Tuesday", value=Time(edtf="2024-12-03", resolved=True, precision="day")),
            Piece("time", "3 Dec", value=Time(edtf="2024-12-03", resolved=True, precision="day")),
            1.0,
            id="time-by-value",
        ),
        pytest.param(
            Piece("time", "on Friday", value=date(2024, 12, 6)),
            Piece("time", "on Thursday", value=date(2024, 12, 5)),
            0.0,
            id="another-day",
        ),
    ],
)
def test_how_alike_two_pieces_are(one: Piece, other: Piece, expected: float) -> None:
    assert alike(one, other) == alike(other, one) == expected
    assert same(one, other) == (expected == 1.0)


def test_a_time_without_a_place_in_the_calendar_is_held_by_its_words() -> None:
    loose = Time(edtf=None, resolved=False, unresolved="published", precision="day")
    one, other = Piece("time", "Tuesday", value=loose), Piece("time", "Monday", value=loose)
    assert same(one, one)
    assert not same(one, other)


def test_words_in_another_order_overlap_but_are_not_the_same() -> None:
    one, other = Piece("words", "dog bites man"), Piece("words", "man bites dog")
    assert alike(one, other) == 1.0
    assert not same(one, other)


# -- records -------------------------------------------------------------------------------------


def test_records_are_counted_exactly_and_by_overlap() -> None:
    gold = [record("g1", "captured"), record("g2", "shelled the town", 2), record("g3", "fled", 3)]
    # "shelled the village" shares 2 of 4 tokens with "shelled the town".
    predicted = [record("p1", "Captured"), record("p2", "shelled the village", 2)]
    predicted += [record("p3", "met", 3), record("p4", "fled", 9)]
    found = evaluated(predicted, gold)
    assert counts(found, "exact") == Counts(hits=1, predicted=4, gold=3)
    overlap = counts(found, "overlap")
    assert overlap == Counts(hits=2, predicted=4, gold=3)
    assert (overlap.precision, overlap.recall, overlap.f1) == (2 / 4, 2 / 3, 4 / 7)
    assert [miss.record.id for miss in found.misses] == ["g3"]
    assert [alarm.record.id for alarm in found.false_alarms] == ["p3", "p4"]


def test_the_same_words_elsewhere_match_only_where_no_sentence_need_be_shared() -> None:
    gold, predicted = [record("g", "HTS", 1)], [record("p", "HTS", 2)]
    assert not evaluated(predicted, gold).matches
    anywhere = {"e": MatchRule(("trigger",))}
    assert len(score(predicted, gold, rules=anywhere, bootstrap=NO_DRAWS).matches) == 1


def test_of_two_records_with_the_same_key_the_other_fields_decide() -> None:
    gold = [record("g1", "hit", more=places("Dorva")), record("g2", "hit", more=places("Kalim"))]
    predicted = [
        record("p1", "hit", more=places("Kalim")),
        record("p2", "hit", more=places("Dorva")),
    ]
    found = evaluated(predicted, gold)
    assert {(m.predicted.id, m.gold.id) for m in found.matches} == {("p1", "g2"), ("p2", "g1")}


def test_a_thing_told_twice_is_one_match_and_one_false_alarm() -> None:
    found = evaluated([record("p1", "fled"), record("p2", "fled")], [record("g", "fled")])
    (alarm,) = found.false_alarms
    assert (len(found.matches), alarm.overlap, alarm.taken) == (1, 1.0, True)


def test_partial_gold_calls_a_false_alarm_only_what_it_covers() -> None:
    gold = [record("g", "fled", 2)]
    predicted = [record("p1", "fled", 2), record("p2", "met", 2), record("p3", "met", 7)]
    found = evaluated(predicted, gold, "partial")
    assert [alarm.record.id for alarm in found.false_alarms] == ["p2"]
    assert [each.id for each in found.unjudged] == ["p3"]
    assert counts(found, "exact") == Counts(hits=1, predicted=2, gold=1)
    assert counts(evaluated(predicted, gold), "exact") == Counts(hits=1, predicted=3, gold=1)


def test_records_of_schemas_without_a_rule_are_not_judged() -> None:
    other = Labelled("x", "a", "other", {})
    assert evaluated([other], [record("g", "fled")]).unjudged == (other,)


# -- fields --------------------------------------------------------------------------------------


def test_list_items_are_held_as_sets() -> None:
    gold = [record("g", "hit", more=places("Hama", "the town of Dorva", "Kalim"))]
    predicted = [record("p", "hit", more=places("town of Dorva", "Hama"))]
    found = evaluated(predicted, gold)
    assert counts(found, "exact", "places[]") == Counts(hits=1, predicted=2, gold=3)
    assert counts(found, "overlap", "places[]") == Counts(hits=2, predicted=2, gold=3)


def test_fields_of_misses_and_false_alarms_count_over_all_records_only() -> None:
    gold = [record("g1", "hit", more=places("Hama")), record("g2", "ran", more=places("A", "B"))]
    predicted = [record("p1", "hit", more=places("Hama")), record("p2", "x", more=places("C"))]
    found = evaluated(predicted, gold)
    assert counts(found, "exact", "places[]") == Counts(1, 1, 1)
    assert counts(found, "exact", "places[]", "all") == Counts(hits=1, predicted=2, gold=3)


def test_characters_ask_for_the_very_place() -> None:
    gold = [record("g", "x", more={"of": (Piece("words", "0123456789", ((10, 20),)),)})]
    # Of the two places that tell it, the one that gold cites is held against gold.
    predicted = [record("p", "x", more={"of": (Piece("words", "56789", ((90, 95), (15, 20))),)})]
    found = evaluated(predicted, gold)
    assert counts(found, "characters", "of") == Counts(hits=5, predicted=5, gold=10)


def test_labels_have_an_accuracy_and_a_confusion_table() -> None:
    truth, given_labels = ("occurred", "occurred", "failed"), ("occurred", "failed", "failed")
    gold = [record(f"g{i}", "x", i, {"type": label(text)}) for i, text in enumerate(truth)]
    predicted = [
        record(f"p{i}", "x", i, {"type": label(text)}) for i, text in enumerate(given_labels)
    ]
    found = evaluated(predicted, gold)
    assert counts(found, "accuracy", "type") == Counts(2, 3, 3)
    assert found.confusion["e", "type"] == {
        ("occurred", "occurred"): 1,
        ("occurred", "failed"): 1,
        ("failed", "failed"): 1,
    }


def test_a_role_is_held_against_the_role_of_the_same_participant() -> None:
    gold = [record("g", "hit", more=participants(("HTS", "actor"), ("the army", "recipient")))]
    said = participants(("army", "actor"), ("HTS", "actor"), ("Iran", "supporter"))
    found = evaluated([record("p", "hit", more=said)], gold)
    assert found.confusion["e", "participants[].role"] == {
        ("actor", "actor"): 1,
        ("recipient", "actor"): 1,
    }
    assert counts(found, "exact", "participants[].role") == Counts(hits=1, predicted=3, gold=2)


def test_one_participant_in_two_roles_is_told_apart_by_the_roles() -> None:
    pairs = (("HTS", "actor"), ("HTS", "recipient"))
    gold = [record("g", "hit", more=participants(*pairs))]
    found = evaluated([record("p", "hit", more=participants(*pairs[::-1]))], gold)
    assert counts(found, "accuracy", "participants[].role") == Counts(2, 2, 2)


# -- properties ----------------------------------------------------------------------------------

_WORDS = st.lists(st.sampled_from(["hit", "the", "town"]), min_size=1, max_size=3).map(" ".join)


@st.composite
def labelled(draw: st.DrawFn) -> Labelled:
    fields = {
        "trigger": (Piece("words", draw(_WORDS)),),
        **places(*draw(st.lists(_WORDS, max_size=2))),
        "type": label(draw(st.sampled_from("xy"))),
    }
    sentences = frozenset({draw(st.integers(1, 2))})
    return Labelled("", draw(st.sampled_from("ab")), "e", fields, sentences)


_RECORDS = st.lists(labelled(), max_size=5)


def ratios(found: Evaluation) -> dict[Key, Counts]:
    return {key: each.counts for key, each in found.scores.items()}


@given(_RECORDS)
def test_gold_held_against_itself_is_perfect(gold: list[Labelled]) -> None:
    found = evaluated(list(gold), gold)
    assert not found.misses
    assert not found.false_alarms
    assert all(each.hits == each.predicted == each.gold for each in ratios(found).values())


@given(_RECORDS, _RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(
    predicted: list[Labelled], gold: list[Labelled], random: Any
) -> None:
    before = ratios(evaluated(predicted, gold))
    random.shuffle(predicted)
    random.shuffle(gold)
    assert ratios(evaluated(predicted, gold)) == before


@given(_RECORDS, _RECORDS)
def test_swapping_the_sides_swaps_precision_and_recall(
    predicted: list[Labelled], gold: list[Labelled]
) -> None:
    swapped = {
        key: Counts(each.hits, each.gold, each.predicted)
        for key, each in ratios(evaluated(gold, predicted)).items()
    }
    assert ratios(evaluated(predicted, gold)) == swapped


@given(_RECORDS, _RECORDS, st.sampled_from(["partial", "complete"]))
def test_every_record_is_in_exactly_one_list(
    predicted: list[Labelled], gold: list[Labelled], mode: GoldMode
) -> None:
    found = evaluated(predicted, gold, mode)
    assert len(found.matches) + len(found.misses) == len(gold)
    told = len(found.matches) + len(found.false_alarms) + len(found.unjudged)
    assert told == len(predicted)


# -- intervals -----------------------------------------------------------------------------------


def in_article(name: str, *texts: str) -> list[Labelled]:
    fields = ({"trigger": (Piece("words", text),)} for text in texts)
    return [Labelled(f"{name}{i}", name, "e", f, frozenset({1})) for i, f in enumerate(fields)]


def test_intervals_are_drawn_over_articles() -> None:
    """One article is all right and one all wrong: either may be drawn alone."""
    gold = in_article("a", "hit", "ran") + in_article("b", "hit")
    predicted = in_article("a", "hit", "ran") + in_article("b", "met")
    found = score(predicted, gold, rules=MENTION, bootstrap=Bootstrap(200, seed=3))
    overall = found.scores[Key("e", "", "exact", "records")]
    assert overall.counts.precision == 2 / 3
    assert overall.precision == overall.recall == overall.f1 == (0.0, 1.0)
    again = score(predicted, gold, rules=MENTION, bootstrap=Bootstrap(200, seed=3))
    assert again.scores == found.scores


def test_articles_that_are_alike_give_a_point() -> None:
    gold = [each for name in "abcd" for each in in_article(name, "hit", "ran")]
    predicted = [each for name in "abcd" for each in in_article(name, "hit")]
    found = score(predicted, gold, rules=MENTION, bootstrap=Bootstrap(50))
    assert found.scores[Key("e", "", "exact", "records")].recall == (0.5, 0.5)


def test_one_article_gives_no_interval() -> None:
    found = score([record("p", "hit")], [record("g", "hit")], rules=MENTION)
    assert found.scores[Key("e", "", "exact", "records")].f1 is None


def test_a_ratio_without_a_divisor_is_none() -> None:
    assert (Counts(0, 0, 2).precision, Counts(0, 0, 2).recall, Counts().f1) == (None, 0.0, None)


APART = {"e": MatchRule(("trigger", "places"), apart=True)}


@pytest.mark.parametrize(
    ("given", "wanted", "hits"),
    [
        pytest.param(("Dorva",), ("Dorva",), 1, id="both-overlap"),
        pytest.param(("Kelmar",), ("Dorva",), 0, id="one-does-not"),
        pytest.param((), ("Dorva",), 0, id="one-is-not-stated"),
        pytest.param((), (), 1, id="stated-on-neither-side"),
    ],
)
def test_key_fields_apart_must_each_overlap(
    given: tuple[str, ...], wanted: tuple[str, ...], hits: int
) -> None:
    trigger = "seized the old stone bridge"  # so long that together it would carry the place
    mine, gold = (
        record("p", trigger, more=places(*given)),
        record("g", trigger, more=places(*wanted)),
    )
    assert len(score([mine], [gold], rules=APART, bootstrap=NO_DRAWS).matches) == hits
