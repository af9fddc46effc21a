"""What small words beside a name, or in it, tell of its kind and part."""

import pytest

from tests.judge.test_described import refused


@pytest.mark.parametrize(
    ("text", "name", "given", "path"),
    [
        ("Guards told reporter Ada Roe so.", "Ada Roe", {"kind": "state"}, "kind"),
        ("Guards told reporter Ada Roe so.", "Ada Roe", {"kind": "group"}, "kind"),
        (
            "Guards told reporter Ada Roe so.",
            "Ada Roe",
            {"kind": "individual", "type": "rebel_group"},
            "type",
        ),
        ("The Front said its leader, Ilan Roe, fled.", "Ilan Roe", {"kind": "state"}, "kind"),
        ("Two farmers fled.", "Two farmers", {"kind": "organization"}, "kind"),
        ("Dozens of residents fled.", "Dozens of residents", {"kind": "organization"}, "kind"),
        ("Rebels of the Grey Vale fled.", "Grey Vale", {"type": "civilians"}, "type"),
        ("Vale newspaper said so.", "Vale", {"type": "state_forces"}, "type"),
        ("The Kenyan army fled.", "Kenyan army", {"type": "rebel_group"}, "type"),
        ("The Free Dorva Front fled.", "Free Dorva Front", {"type": "media"}, "type"),
        ("The Free Dorva Front fled.", "Free Dorva Front", {"type": "intergovernmental"}, "type"),
    ],
)
def test_small_words_beside_a_name_deny_a_label(
    text: str, name: str, given: dict[str, object], path: str
) -> None:
    assert refused(text, name, **given) == [path]


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        ("Guards told reporter Ada Roe so.", "Ada Roe", {"kind": "individual", "type": "media"}),
        ("Hale told a reporter Dorva Lines had sunk.", "Dorva Lines", {}),
        ("Market leader Dorva Motors fell.", "Dorva Motors", {}),
        ("Its rival, Dorva Motors, fell.", "Dorva Motors", {}),
        ("Two farmers fled.", "Two farmers", {"kind": "group", "type": "civilians"}),
        ("Three armies fled.", "Three armies", {}),
        ("Rebels of the Grey Vale fled.", "Grey Vale", {"type": "rebel_group"}),
        ("Rebels from Dorva fled the Grey Vale.", "Grey Vale", {"type": "identity_militia"}),
        ("Vale newspaper said so.", "Vale", {"type": "media"}),
        ("The Kenyan army fled.", "Kenyan army", {"type": "external_forces"}),
        ("The Grey Vale Army fled.", "Grey Vale Army", {"type": "rebel_group"}),
        ("The Free Dorva Front fled.", "Free Dorva Front", {"type": "government"}),
    ],
)
def test_what_small_words_leave_open_stands(text: str, name: str, given: dict[str, object]) -> None:
    assert refused(text, name, **given) == []
