"""The built-in schemas: actors, events and claims of a news article."""

if __name__ == "schemas":
    raise ImportError(
        "import llmextract.schemas, not schemas: this folder is reached through the package"
    )

from pydantic import BaseModel

from llmextract.schemas.actor import Actor, ActorKind, ActorType
from llmextract.schemas.claim import Certainty, Claim, ClaimPolarity, SpeechAct, Verification
from llmextract.schemas.event import (
    Event,
    EventFactuality,
    EventType,
    Figure,
    FigureKind,
    Participant,
    Role,
)

News: tuple[type[BaseModel], ...] = (Actor, Event, Claim)

__all__ = [
    "Actor",
    "ActorKind",
    "ActorType",
    "Certainty",
    "Claim",
    "ClaimPolarity",
    "Event",
    "EventFactuality",
    "EventType",
    "Figure",
    "FigureKind",
    "News",
    "Participant",
    "Role",
    "SpeechAct",
    "Verification",
]
