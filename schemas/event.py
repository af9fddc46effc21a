"""Events: what happened, was tried, planned or denied, one mention at a time."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from llmextract import Beside, Counts, Factuality, Named, Quantity, Speaker, Time
from llmextract.schemas.labels import Label


class EventType(Label):
    """What sort of event; after the sub-event types of ACLED and the modes of PLOVER."""

    ARMED_CLASH = (
        "armed_clash",
        "Armed sides fight each other; no territory is said to change hands.",
    )
    NON_STATE_ACTOR_OVERTAKES_TERRITORY = (
        "non_state_actor_overtakes_territory",
        "Rebels or militias capture a town, village, base or area.",
    )
    GOVERNMENT_REGAINS_TERRITORY = (
        "government_regains_territory",
        "State forces recapture a town, village, base or area.",
    )
    AIR_DRONE_STRIKE = "air_drone_strike", "An attack from aircraft, helicopters or drones."
    SHELLING_ARTILLERY_MISSILE_ATTACK = (
        "shelling_artillery_missile_attack",
        "An attack with artillery, rockets or missiles.",
    )
    EXPLOSION = "explosion", "A bomb, mine or other blast of unclear or planted origin."
    ATTACK_ON_CIVILIANS = "attack_on_civilians", "Violence aimed at people who bear no arms."
    ABDUCTION_DETENTION = (
        "abduction_detention",
        "People are captured, held captive, arrested or abducted.",
    )
    TROOP_MOVEMENT = (
        "troop_movement",
        "Forces advance, deploy, reinforce, encircle or go on the offensive.",
    )
    WITHDRAWAL = "withdrawal", "Forces retreat, withdraw or are pushed back."
    DISRUPTED_WEAPONS_USE = (
        "disrupted_weapons_use",
        "A weapon is shot down, defused or seized before use.",
    )
    DISPLACEMENT = "displacement", "People flee or are driven from their homes."
    FOREIGN_SUPPORT = (
        "foreign_support",
        "Another state gives arms, training, money, troops or backing.",
    )
    DIPLOMATIC_MEETING = "diplomatic_meeting", "Officials meet, call or keep in contact."
    AGREEMENT = "agreement", "Sides agree, sign or declare a truce."
    PROTEST_RIOT = "protest_riot", "People demonstrate or riot."
    CASUALTY_REPORT = (
        "casualty_report",
        "A toll of dead, injured or neutralized, not tied to one attack.",
    )
    OTHER = "other", "None of the others."


class EventFactuality(Label):
    """How real the article makes the event; after the values of FactBank."""

    OCCURRED = "occurred", "It happened."
    ONGOING = "ongoing", "It is happening and has not ended."
    FAILED = "failed", "It was tried and did not succeed."
    PLANNED = "planned", "It is intended, prepared, vowed or ordered."
    HYPOTHETICAL = "hypothetical", "It could, might or would happen, or hangs on a condition."
    NEGATED = "negated", "It did not happen."


class Role(Label):
    """What a participant does in an event; the roles of PLOVER."""

    ACTOR = "actor", "Does it."
    RECIPIENT = "recipient", "Suffers or receives it, or is fought."
    SUPPORTER = "supporter", "Helps the one who does it."


class FigureKind(Label):
    """What a figure counts."""

    KILLED = "killed", "People dead."
    INJURED = "injured", "People wounded."
    CASUALTIES = "casualties", "Killed and injured together, or 'neutralized'."
    CAPTURED = "captured", "People taken or held."
    DISPLACED = "displaced", "People who fled."
    PLACES = "places", "Towns, villages, positions."
    EQUIPMENT = "equipment", "Vehicles, drones, weapons."
    DISTANCE = "distance", "How far."
    OTHER = "other", "Anything else that is counted."


class Participant(BaseModel):
    """Who takes part in an event."""

    model_config = ConfigDict(frozen=True)

    mention: Annotated[str, Named(never=("deed",))] = Field(
        description="The participant as the sentence calls it; a pronoun stays a pronoun."
    )
    role: Role = Field(description="What the participant does.")


class Figure(BaseModel):
    """A number that the article gives for an event."""

    model_config = ConfigDict(frozen=True)

    count: Annotated[Quantity, Counts("of")] = Field(
        description="The number with its qualifier and unit, "
        "such as 'more than 200' or '5 to 7 kilometers'."
    )
    of: str | None = Field(default=None, description="What is counted, such as 'HTS fighters'.")
    period: Time | None = Field(default=None, description="The time the figure covers.")
    kind: FigureKind = Field(description="What sort of thing is counted.")


class Event(BaseModel):
    """One event as one passage mentions it."""

    model_config = ConfigDict(frozen=True)

    trigger: str = Field(description="The few words that say what happens, such as 'captured'.")
    participants: Annotated[list[Participant], Beside("trigger", apart=True)] = Field(
        default_factory=list[Participant], description="Who takes part."
    )
    places: Annotated[list[str], Beside("trigger", apart=True), Named(never=("people", "deed"))] = (
        Field(default_factory=list, description="Where it happens.")
    )
    time: Annotated[Time, Beside("trigger")] | None = Field(
        default=None, description="When it happens, in the article's words."
    )
    figures: Annotated[list[Figure], Beside("trigger")] = Field(
        default_factory=list[Figure], description="The numbers given for it."
    )
    reported_by: Annotated[str, Speaker("trigger")] | None = Field(
        default=None, description="Who says so; null where the article says it itself."
    )
    type: EventType = Field(description="What sort of event it is.")
    factuality: Annotated[EventFactuality, Factuality("trigger")] = Field(
        description="How real it is."
    )
