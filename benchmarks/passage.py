"""What langextract is told of an event, as a model of one's own: a passage and three fields."""

from pydantic import BaseModel

from llmextract.schemas import EventType


class Passage(BaseModel):
    """An event that the article tells."""

    event: str
    type: EventType
    actor: str
    place: str
