"""Labels that a name, its title or the words beside it tell by themselves."""

import json

import pytest

from llmextract import Article, Extractor
from llmextract.judge.rules.actors.own_words import own_parts
from llmextract.schemas import Actor
from llmextract.testing import ScriptedModel
from tests.judge.test_described import refused

WAR = "The Norland civil war goes on. "
NOHR = "The Norland Observatory for Human Rights (NOHR) said so. The Observatory added more. "


@pytest.mark.parametrize(
    ("text", "name", "given", "path"),
    [
        (NOHR, "NOHR", {"type": "external_forces"}, "type"),
        (NOHR, "Observatory", {"type": "other"}, "type"),
        (
            "The Norland state news agency NSN said so.",
            "NSN",
            {"type": "intergovernmental"},
            "type",
        ),
        ("The state news agency NSN said so.", "NSN", {"type": "government"}, "type"),
        ("Norland state media, NSN, said so.", "NSN", {"type": "government"}, "type"),
        (
            "Norland state television said so.",
            "Norland state television",
            {"type": "other"},
            "type",
        ),
        ("Dorva News/ On Monday, Roe left.", "Dorva News", {"type": "other"}, "type"),
        (
            "Norland government forces left.",
            "Norland government forces",
            {"type": "external_forces"},
            "type",
        ),
        (
            WAR + "A Norlandian military source said so.",
            "Norlandian military source",
            {"type": "external_forces"},
            "type",
        ),
        (
            "Foreign Ministry spokeswoman Anna Hale said so.",
            "Anna Hale",
            {"title": "Foreign Ministry spokeswoman", "kind": "individual", "type": "other"},
            "type",
        ),
        (
            "U.N. Special Envoy Anna Hale said so.",
            "Anna Hale",
            {"title": "U.N. Special Envoy", "kind": "individual", "type": "government"},
            "type",
        ),
        ("President Ilan Roe left. Roe lost.", "Roe", {"kind": "state"}, "kind"),
        ("President Ilan Roeโ€™s aides left. Roe lost.", "Roe", {"kind": "state"}, "kind"),
        ("Ilan Roe, 43, left. Roe lost.", "Roe", {"kind": "organization"}, "kind"),
        ("It fell, as told by the news agency NSN.", "NSN", {"type": "government"}, "type"),
        (
            "Foreign Ministry spokeswoman Anna Hale left. Hale lost.",
            "Hale",
            {"kind": "individual", "type": "other"},
            "type",
        ),
        ("The Dorva Front (FOD) left.", "FOD", {"kind": "group"}, "kind"),
        ("The Dorva Way (DW) left.", "Dorva Way", {"kind": "group"}, "kind"),
        ("The Dorva Way (DW) group left.", "Dorva Way (DW) group", {"kind": "group"}, "kind"),
        ("The DWF left.", "DWF", {"kind": "group"}, "kind"),
        ("The Vale, a jihadist group, left.", "Vale", {"kind": "group"}, "kind"),
        ("A military source left.", "military source", {"kind": "organization"}, "kind"),
        ("A rebel fighter left.", "rebel fighter", {"kind": "group"}, "kind"),
    ],
)
def test_what_its_own_words_deny_falls(
    text: str, name: str, given: dict[str, object], path: str
) -> None:
    assert path in refused(text, name, **given)


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        (NOHR, "NOHR", {"type": "monitor_ngo"}),
        ("The Dorva Crime Observatory said so.", "Dorva Crime Observatory", {"type": "other"}),
        ("The state news agency NSN said so.", "NSN", {"type": "media"}),
        ("Roe told the state news agency Hale had left.", "Hale", {"type": "government"}),
        ("Roe spoke to state media, Hale said.", "Hale", {"type": "government"}),
        (
            "A Dorva News editor left.",
            "Dorva News editor",
            {"type": "other", "kind": "individual"},
        ),
        (WAR + "Kelmar army units left.", "Kelmar army units", {"type": "external_forces"}),
        ("Norlandian troops left.", "Norlandian troops", {"type": "external_forces"}),
        (
            "Rebel government spokeswoman Anna Hale said so.",
            "Anna Hale",
            {"title": "Rebel government spokeswoman", "kind": "individual", "type": "other"},
        ),
        (
            "Mill spokeswoman Anna Hale said so.",
            "Anna Hale",
            {"title": "Mill spokeswoman", "kind": "individual", "type": "other"},
        ),
        (
            "Norland envoy Anna Hale said so.",
            "Anna Hale",
            {"title": "Norland envoy", "kind": "individual", "type": "government"},
        ),
        ("President Roe Airport is shut. Roe is small.", "Roe", {"kind": "state"}),
        ("Kelmar rejected the offer.", "Kelmar", {"kind": "state", "type": "government"}),
        ("Ilan Roe Motors left. Roe lost.", "Roe", {"kind": "organization"}),
        ("It was told to the news agency NSN claims.", "NSN", {"type": "government"}),
        ("REBELS left. Rebels lost.", "REBELS", {"kind": "group"}),
        ("The DWF rebels left.", "DWF rebels", {"kind": "group"}),
        ("The Dorva Way (DW) and allies left.", "Dorva Way (DW) and allies", {"kind": "group"}),
        ("The Zarn, an ethnic group, left.", "Zarn", {"kind": "group"}),
        ("The Hales, a religious community, left.", "Hales", {"kind": "group"}),
        ("Military sources left.", "Military sources", {"kind": "group"}),
        ("A news source left.", "news source", {"kind": "organization"}),
        ("The rebel fighters left.", "rebel fighters", {"kind": "group"}),
    ],
)
def test_what_its_own_words_leave_open_stands(
    text: str, name: str, given: dict[str, object]
) -> None:
    assert refused(text, name, **given) == []


@pytest.mark.parametrize(
    ("text", "name", "given", "read"),
    [
        (NOHR, "Observatory", {"type": "other"}, ("organization", "monitor_ngo")),
        ("The state news agency NSN left.", "NSN", {"type": "other"}, ("organization", "media")),
        (
            WAR + "The Norland military left.",
            "Norland military",
            {"type": "external_forces"},
            ("organization", "state_forces"),
        ),
        (
            "President Ilan Roe left. Roe lost the vote.",
            "Roe",
            {"kind": "state", "type": "government"},
            ("individual", "government"),
        ),
        ("The DWF left.", "DWF", {"kind": "group"}, ("organization", "other")),
        ("A medical source left.", "medical source", {"kind": "state"}, ("individual", "other")),
        ("The Orin army left.", "Orin army", {"kind": "state"}, ("organization", "other")),
    ],
)
def test_what_its_own_words_tell_is_read(
    text: str, name: str, given: dict[str, object], read: tuple[str, str]
) -> None:
    article = Article(text=text)
    number = next(line.number for line in reversed(article.lines) if name in line.text)
    record = {"sentences": [number], "name": name, "kind": "organization", "type": "other", **given}
    model = ScriptedModel(
        lambda _: json.dumps([record] if name in article.lines[number - 1].text else [])
    )
    extraction = Extractor(Actor, model=model, grammar=True, window=1).extract(article)
    assert {(str(r.value.kind), str(r.value.type)) for r in extraction.records} == {read}


def test_a_town_is_no_state() -> None:
    article = Article(text="Raids hit Dorva city. Raids hit Kelmar.")
    denied = {name: [sort.denied for sort in own_parts(article, name, [], [])] for name in PLACES}
    assert "state" in denied["Dorva"][0]
    assert denied["Kelmar"] == []


PLACES = ("Dorva", "Kelmar")
