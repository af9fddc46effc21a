"""Actors: who an article speaks of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from llmextract import Anywhere, Beside, Named, Signs
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


_ARMED = """
    army armies force forces troop* military militar* police* soldier* officer* gendarm* brigade*
    division* battalion* regiment* corps navy naval fleet airforce air guard* marines infantry
    artillery commander* general colonel lieutenant sergeant helicopter* warplane* jet jets
    aircraft airstrike* strike* warship* unit units
"""
# Words for what a part is played in. The other types are said in too many words for a list.
_TYPES: dict[str, str] = {
    ActorType.STATE_FORCES: _ARMED,
    ActorType.EXTERNAL_FORCES: _ARMED + "foreign allied ally allies back* mission coalition nato "
    "peacekeep* intervention",
    ActorType.POLITICAL_MILITIA: """
        militia* paramilitar* loyal* pro-* party wing armed vigilante* gang* squad* thug* supporters
    """,
    ActorType.IDENTITY_MILITIA: """
        militia* tribal tribe* clan* ethnic* sectarian communal vigilante* self-defen* herder*
        villagers
    """,
    ActorType.INTERGOVERNMENTAL: """
        united nations un u.n. union nato league council international organization* organisation*
        bank fund opec african european arab envoy* peacekeep* mission* summit commission* alliance
        coalition agency agencies court tribunal world bloc guarantor* g7 g20 unicef unhcr who eu
    """,
    ActorType.MEDIA: """
        news agency agencies tv television radio newspaper* daily weekly magazine* broadcast*
        channel* times post press media journal* report* tribune herald gazette network* website*
        site blog* told wrote interview* correspondent* according
    """,
}


class Actor(BaseModel):
    """
    A person, organization, group or state that does, suffers or says something in the article.
    """

    model_config = ConfigDict(frozen=True)

    name: Annotated[str, Named(never=("deed", "locality", "thing", "pronoun"), acting=True)] = (
        Field(description="The fullest name in the cited sentence, without title or article.")
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
    type: Annotated[ActorType, Signs.of_labels(_TYPES)] = Field(
        description="What part the actor plays."
    )
