"""Labels held against what the article calls an actor: by its head, a title, words beside it."""

import pytest

from llmextract import Article, check
from llmextract.judge.rules.actors.described import of_name, sorts_of
from llmextract.schemas import Actor


def refused(text: str, name: str, **given: object) -> list[str]:
    record = {"sentences": [1], "name": name, "kind": "organization", "type": "other", **given}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    return [row.path for row in judgement.rejected if row.code == "contradicted"]


BAND = "The Dorva Front, a jihadist group, met Kelmar Fund aides and its own allies."


@pytest.mark.parametrize(
    ("text", "name", "given", "path"),
    [
        (BAND, "Dorva Front", {"title": "a jihadist group", "type": "state_forces"}, "type"),
        (BAND, "Dorva Front", {"title": "a jihadist group", "kind": "individual"}, "kind"),
        (BAND, "Kelmar Fund", {"type": "media"}, "type"),
        (
            "Norland shelled the Vale. It fears this terrorist group.",
            "Vale",
            {"aliases": ["this terrorist group"], "type": "civilians"},
            "type",
        ),
        ("The opposition Norland Army left.", "Norland Army", {"type": "state_forces"}, "type"),
        ("Sarn militants left.", "Sarn militants", {"type": "state_forces"}, "type"),
        ("The Orin regime left.", "Orin regime", {"type": "rebel_group"}, "type"),
        (
            "Premier Ilan Roe met police officer Anna Hale.",
            "Anna Hale",
            {"title": "police officer", "kind": "individual", "type": "civilians"},
            "type",
        ),
        (
            "Chief Inspector Anna Hale told Kelmar Radio.",
            "Anna Hale",
            {"title": "Chief Inspector", "kind": "individual", "type": "media"},
            "type",
        ),
        (
            "Prime Minister Ilan Roe left.",
            "Ilan Roe",
            {"title": "Prime Minister", "kind": "individual", "type": "rebel_group"},
            "type",
        ),
        (
            "Norland state media, NSN, left.",
            "NSN",
            {"title": "Norland state media", "type": "state_forces"},
            "type",
        ),
        (
            "The Kelmar Observatory for Human Rights said so.",
            "Kelmar Observatory for Human Rights",
            {"type": "government"},
            "type",
        ),
        (
            "The Dorva Police Department left.",
            "Dorva Police Department",
            {"kind": "individual"},
            "kind",
        ),
        ("Kelmar civilians left.", "Kelmar civilians", {"kind": "state"}, "kind"),
        ("The Grey Hats left.", "Grey Hats", {"kind": "individual"}, "kind"),
        ("It stood under King Oren II.", "Oren II", {}, "kind"),
        ("Kelmar police spokesman Ilan Roe left.", "Ilan Roe", {"kind": "group"}, "kind"),
        ("Ilan Roe, 43, left.", "Ilan Roe", {"kind": "state"}, "kind"),
        (
            "ODK, the Norlandian body overseeing ports, left.",
            "ODK",
            {"title": "the Norlandian body overseeing ports", "kind": "state"},
            "kind",
        ),
        ("Poland left.", "Poland", {"kind": "state", "type": "rebel_group"}, "type"),
    ],
)
def test_what_an_actor_is_called_denies_a_label(
    text: str, name: str, given: dict[str, object], path: str
) -> None:
    assert refused(text, name, **given) == [path]


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        (BAND, "Dorva Front", {"title": "a jihadist group", "type": "rebel_group"}),
        (BAND, "Kelmar Fund", {"type": "monitor_ngo"}),
        ("The Norland Army left.", "Norland Army", {"type": "rebel_group"}),
        ("Sarn militants left.", "Sarn militants", {"type": "political_militia", "kind": "group"}),
        (
            "Dorva Club President Ilan Roe left.",
            "Ilan Roe",
            {"title": "President", "kind": "individual", "type": "civilians"},
        ),
        (
            "Rebel foreign minister Ilan Roe left.",
            "Ilan Roe",
            {"title": "foreign minister", "kind": "individual", "type": "rebel_group"},
        ),
        (
            "Former mayor Ilan Roe left.",
            "Ilan Roe",
            {"title": "Former mayor", "kind": "individual", "type": "media"},
        ),
        (
            "Retired police officer Ilan Roe left.",
            "Ilan Roe",
            {"title": "Retired police officer", "kind": "individual", "type": "civilians"},
        ),
        (
            "Kelmar, a private military company, left.",
            "Kelmar",
            {"title": "a private military company", "type": "political_militia"},
        ),
        ("Market leader Dorva Motors left.", "Dorva Motors", {}),
        ("He told a judge Dorva Air left.", "Dorva Air", {}),
        ("Dorva United, who won, left.", "Dorva United", {"kind": "group"}),
        ("Ilan Roe feared the rebels.", "Ilan Roe", {"aliases": ["rebels"], "kind": "individual"}),
        ("The Soviet Union left.", "Soviet Union", {"kind": "state"}),
        ("Tom Bank left.", "Tom Bank", {"kind": "individual"}),
        ("Jordan left.", "Jordan", {"kind": "individual"}),
    ],
)
def test_what_it_leaves_open_stands(text: str, name: str, given: dict[str, object]) -> None:
    assert refused(text, name, **given) == []


@pytest.mark.parametrize("words", ["", "the", "of", "(", "–", " ", "'s", "of the"])
def test_any_words_are_described(words: str) -> None:
    assert sorts_of(words) == ()
    assert of_name(words) == ()


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        ("Vale, a rights body, left.", "Vale", {"type": "political_militia"}),
        ("The aid group Vale left.", "Vale", {"type": "media"}),
        ("Medical charity Vale left.", "Vale", {"type": "media", "title": "charity"}),
        (
            "Roe told the television channel Orin-24 that it fell.",
            "Orin-24",
            {"type": "monitor_ngo"},
        ),
        ("Roe told the daily Orin Post that it fell.", "Orin Post", {"kind": "individual"}),
        (
            "Police Colonel Ilan Roe left.",
            "Ilan Roe",
            {"type": "civilians", "title": "Police Colonel"},
        ),
        (
            "The girls’ mother, Ada Hale, left.",
            "Ada Hale",
            {"type": "state_forces", "title": "mother"},
        ),
        ("The Orin Liberation Front left.", "Orin Liberation Front", {"type": "monitor_ngo"}),
        ("The Orin Guard left.", "Orin Guard", {"type": "civilians"}),
    ],
)
def test_what_stands_beside_a_name_denies_a_label(
    text: str, name: str, given: dict[str, str]
) -> None:
    assert refused(text, name, **given) != []


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        ("Vale, a rights body, left.", "Vale", {"type": "monitor_ngo"}),
        ("Roe told the newspaper Hale had left.", "Hale", {"kind": "individual"}),
        ("The aid group Vale left.", "Vale", {"type": "monitor_ngo"}),
        ("The army commander Hale left.", "Hale", {"kind": "individual", "type": "state_forces"}),
        ("Roe, a rebel group and Hale left.", "Roe", {"type": "state_forces"}),
        ("The Orin Liberation Front left.", "Orin Liberation Front", {"type": "rebel_group"}),
        ("The Orin Guard left.", "Orin Guard", {"type": "state_forces"}),
        ("The foreign ministers of Orin met.", "Orin", {"kind": "state", "type": "government"}),
    ],
)
def test_what_stands_beside_a_name_leaves_open_stands(
    text: str, name: str, given: dict[str, str]
) -> None:
    assert refused(text, name, **given) == []
