"""What only we can be measured at gives figures."""

from benchmarks.ours import CostTask, Gold, JudgeTask, cost, judge


def test_the_cost_of_a_text_has_two_parts() -> None:
    found = cost(CostTask(words=300, quotes=4, repeats=1))
    assert found.words == 300
    assert min(found.index, found.quotes, found.peak) > 0


def test_records_are_judged_by_their_schema() -> None:
    actor: dict[str, object] = {"kind": "organization", "type": "rebel_group", "sentences": [1]}
    gold = [
        Gold(article="a", schema="actor", record={**actor, "name": "HTS"}),
        Gold(article="a", schema="actor", record={**actor, "name": "ISIS"}),
    ]
    judging = judge(JudgeTask(text="HTS left Hama.", rows=gold, repeats=1))
    assert judging.accepted == 1
    assert min(judging.reading, judging.judging) > 0
