"""Claims: who says what, and how surely; one attribution at a time."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from llmextract import Anywhere, Beside, CuedBy, Factuality, Polarity, Time
from llmextract.schemas.labels import Label


class SpeechAct(Label):
    """What the source does by saying it; after the verbal modes of PLOVER."""

    REPORT = "report", "States, says or tells it as a fact."
    ACCUSE = "accuse", "Blames somebody, or alleges wrongdoing."
    CONDEMN = "condemn", "Disapproves of it strongly."
    DENY = "deny", "Says that it is not so."
    SUPPORT = "support", "Praises, backs or agrees."
    REQUEST = "request", "Asks, urges, hopes for or demands it."
    THREATEN = "threaten", "Warns of harm that the source would do."
    COMMIT = "commit", "Promises, vows, offers or says that it intends to."
    ASSESS = "assess", "Judges, interprets, predicts or warns."


class Certainty(Label):
    """How sure the source is made to be; after the values of FactBank."""

    CERTAIN = "certain", "Stated without any hedge."
    PROBABLE = "probable", "Likely, expected, believed."
    POSSIBLE = "possible", "May, might, could, possibly."
    UNDERSPECIFIED = "underspecified", "Reportedly, allegedly: the article leaves it open."


class ClaimPolarity(Label):
    """Whether the content affirms or denies; after FactBank."""

    POSITIVE = "positive", "The content says that something is so."
    NEGATIVE = "negative", "The content says that something is not so."


class Verification(Label):
    """What the article itself says of the claim's proof."""

    NOT_ADDRESSED = "not_addressed", "The article says nothing of it."
    UNVERIFIED = "unverified", "Could not be verified."
    WITHOUT_EVIDENCE = "without_evidence", "Made without evidence."
    CORROBORATED = "corroborated", "Confirmed by somebody else."
    DISPUTED = "disputed", "Contradicted by somebody else."


class Claim(BaseModel):
    """One thing that somebody is said to have said, thought or reported."""

    model_config = ConfigDict(frozen=True)

    source: Annotated[str, Beside("cue", within="subject", outside="content")] | None = Field(
        default=None,
        description="Who says it, in the sentence's words; null where nobody is named.",
    )
    source_name: Annotated[str, Anywhere()] | None = Field(
        default=None, description="The name behind a pronoun source, from anywhere in the article."
    )
    relayed_by: Annotated[list[str], Beside("cue", within="sentence")] = Field(
        default_factory=list,
        description="Outlets between source and article, nearest the source first.",
    )
    cue: str = Field(description="The words of saying, such as 'said' or 'according to'.")
    content: Annotated[list[str], Beside("cue", within="speech")] = Field(
        min_length=1,
        description="What is said; one string for each piece where the words are interrupted.",
    )
    certainty_cue: str | None = Field(
        default=None, description="The words that hedge; needed unless the claim is certain."
    )
    verification_cue: str | None = Field(
        default=None,
        description="The article's words on its proof; needed unless it is not addressed.",
    )
    time: Time | None = Field(default=None, description="When it was said, in the article's words.")
    speech_act: SpeechAct = Field(description="What the source does by saying it.")
    certainty: Annotated[
        Certainty, CuedBy("certainty_cue", unless="certain"), Factuality("content")
    ] = Field(description="How sure it is.")
    polarity: Annotated[ClaimPolarity, Polarity("content")] = Field(
        description="Whether the content affirms or denies."
    )
    verification: Annotated[Verification, CuedBy("verification_cue", unless="not_addressed")] = (
        Field(description="What the article says of its proof.")
    )
