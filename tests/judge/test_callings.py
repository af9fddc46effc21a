"""Labels held against a calling, and against the form of a name."""

import pytest

from llmextract.judge.rules.actors.callings import is_of_states
from tests.judge.test_described import refused


@pytest.mark.parametrize(
    ("name", "given", "path"),
    [
        ("Zarn", {"title": "a Dorva militia", "type": "state_forces"}, "type"),
        ("Ilan Roe", {"title": "Norland ambassador", "type": "civilians"}, "type"),
        ("Ilan Roe", {"title": "a historian", "type": "government"}, "type"),
        ("Ilan Roe", {"title": "council leader", "type": "rebel_group"}, "type"),
        ("Zarn", {"title": "a think tank", "type": "intergovernmental"}, "type"),
        ("Zarn", {"title": "private company", "type": "media"}, "type"),
        ("Dorva Lines Inc.", {"type": "government"}, "type"),
        ("Dorva Tankers", {"kind": "state"}, "kind"),
        ("Radio Dorva", {"type": "media", "kind": "individual"}, "kind"),
        ("West Riding Police", {"type": "state_forces", "kind": "state"}, "kind"),
        ("African Union", {"type": "monitor_ngo"}, "type"),
        ("UNICEF", {"type": "media"}, "type"),
        ("Ilan Roe", {"member_of": "African Union", "type": "monitor_ngo"}, "type"),
    ],
)
def test_a_calling_or_a_form_denies_a_label(name: str, given: dict[str, object], path: str) -> None:
    text = f"{name}, {given.get('title') or given.get('member_of') or 'it'}, met Hale in Sarn."
    labels = {"kind": "individual" if name == "Ilan Roe" else "organization", **given}
    assert refused(text, name, **labels) == [path]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Zarn", {"title": "a Dorva militia", "type": "political_militia"}),
        ("Ilan Roe", {"title": "Norland ambassador", "type": "government"}),
        ("Ilan Roe", {"title": "a government historian", "type": "government"}),
        ("Ilan Roe", {"title": "council leader", "type": "government"}),
        ("Zarn", {"title": "media company", "type": "media"}),
        ("Zarn", {"title": "state oil company", "type": "government"}),
        ("Zarn", {"title": "UN aid group", "type": "intergovernmental"}),
        ("Dorva Lines Inc.", {"type": "other"}),
        ("Radio Dorva", {"type": "media"}),
        ("West Riding Police", {"type": "state_forces"}),
        ("African Union", {"type": "intergovernmental"}),
        ("South African Development Community", {"type": "intergovernmental"}),
        ("Ilan Roe", {"member_of": "African Union", "type": "intergovernmental"}),
    ],
)
def test_what_they_leave_open_stands(name: str, given: dict[str, object]) -> None:
    text = f"{name}, {given.get('title') or given.get('member_of') or 'it'}, met Hale in Sarn."
    labels = {"kind": "individual" if name == "Ilan Roe" else "organization", **given}
    assert refused(text, name, **labels) == []


@pytest.mark.parametrize("name", ["Northern Council", "American Union", "African Congress"])
def test_a_name_of_a_region_is_not_always_of_states(name: str) -> None:
    assert not is_of_states(name)
