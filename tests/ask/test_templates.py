"""Template files."""

from llmextract.ask.templates import read_template


def test_a_template_is_a_head_and_a_text() -> None:
    template = read_template("event")
    assert template.head["record"] == "llmextract.schemas.event:Event"
    assert template.body.startswith("You find events")
