"""Actors: who an article speaks of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from llmextract import Anywhere, Beside, Named
from llmextract.schemas.labels import Label


class ActorKind(Label):
    """What sort of thing an actor is; the identity classes of STIX 2.1."""

    INDIVIDUAL = "individual", "One person."
    ORGANIZATION = (
        "organization",
        "A body with a name and members: an army, an agency, an armed group.",
    )
    GROUP = "group", "People named together without a formal body: rebels, residents, allies."
    STATE = "state", "A country, or a capital that stands for its government."


class ActorType(Label):
    """What part an actor plays; after the actor types of ACLED and the sectors of PLOVER."""

    STATE_FORCES = "state_forces", "Army, police or other armed forces of the state at war."
    REBEL_GROUP = (
        "rebel_group",
        "An armed organization that fights the state to replace or leave it.",
    )
    POLITICAL_MILITIA = (
        "political_militia",
        "An armed group that serves a party, a leader or a government.",
    )
    IDENTITY_MILITIA = "identity_militia", "An armed group of a community, faith, clan or region."
    CIVILIANS = "civilians", "People who bear no arms: residents, refugees, protesters."
    EXTERNAL_FORCES = (
        "external_forces",
        "Armed forces of another state, or of an international mission.",
    )
    GOVERNMENT = "government", "A government, ministry, head of state, official or diplomat."
    INTERGOVERNMENTAL = "intergovernmental", "A body of several states, such as the United Nations."
    MONITOR_NGO = "monitor_ngo", "A non-governmental observer, aid or rights organization."
    MEDIA = "media", "A news agency, broadcaster, newspaper or site."
    OTHER = "other", "None of the others."


class Actor(BaseModel):
    """
    A person, organization, group or state that does, suffers or says something in the article.
    """

    model_config = ConfigDict(frozen=True)

    name: Annotated[str, Named(never=("deed", "locality"))] = Field(
        description="The fullest name in the cited sentence, without title or article."
    )
    aliases: Annotated[list[str], Anywhere(alias_of="name")] = Field(
        default_factory=list, description="Other names the article uses for the same actor."
    )
    title: Annotated[str, Beside("name", within="phrase")] | None = Field(
        default=None,
        description="Office, rank or description beside the name, such as 'Foreign Minister'.",
    )
    member_of: Annotated[str, Anywhere(other_than=("name", "aliases"))] | None = Field(
        default=None, description="The organization that the actor is part of."
    )
    kind: ActorKind = Field(description="What sort of thing the actor is.")
    type: ActorType = Field(description="What part the actor plays.")
