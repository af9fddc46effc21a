"""Incidents: a schema of one's own, for a set whose gold holds nothing but acts of terrorism.

Kinds and what counts as one follow the definitions of the MUC-4 task: violence, or the threat of
it, with a political aim against people who bear no arms, officials or property. Its signs were
written from those definitions, not from texts of the set.
"""

from typing import Annotated

from pydantic import BaseModel, Field

from llmextract import Beside, Example, Named, Quantity, Signs
from llmextract.schemas.labels import Label


class IncidentKind(Label):
    """What sort of act; the incident types of MUC-4."""

    ARSON = "arson", "Something is set on fire."
    ATTACK = "attack", "People are killed, shot at, wounded or assaulted, or a place is stormed."
    BOMBING = "bombing", "A bomb or other explosive goes off, is thrown, planted or defused."
    KIDNAPPING = "kidnapping", "People are abducted or held hostage."
    HIJACKING = "hijacking", "A vehicle, ship or aircraft is seized with those in it."
    ROBBERY = "robbery", "Money or goods are taken by force."
    FORCED_WORK_STOPPAGE = "forced_work_stoppage", "Work or traffic is stopped by threats."


_SIGNS: dict[str, str] = {
    IncidentKind.ARSON: "arson* burn* fire fires firebomb* torch* ablaze incendiar*",
    IncidentKind.ATTACK: """
        attack* kill* murder* assassinat* massacr* shot shots shoot* gunn* machinegun* machine-gun*
        ambush* execut* slain slay* wound* injur* assault* storm* strafe* stab* behead* tortur*
        raid* threat* beat beaten fired firing
    """,
    IncidentKind.BOMBING: """
        bomb* explo* dynamit* deton* blast* blew blow blown grenade* mine mines sabotag* destroy*
    """,
    IncidentKind.KIDNAPPING: "kidnap* abduct* hostage* captiv* captur* ransom* held seiz*",
    IncidentKind.HIJACKING: "hijack* commandeer*",
    IncidentKind.ROBBERY: "rob robb* stole* steal* loot* holdup* assault*",
    IncidentKind.FORCED_WORK_STOPPAGE: "strike* stoppage* shutdown* paralyz* paralys* blockad*",
}
_ACTS = Signs(tuple(sorted({*" ".join(_SIGNS.values()).split()})))


class Incident(BaseModel):
    """A terrorist act: violence with a political aim against civilians, officials or property.
    Battles between armed forces, arrests, accidents and violence spoken of in general are none.
    """

    act: Annotated[str, _ACTS] = Field(
        description="The few words that say what is done, such as 'planted a bomb'."
    )
    perpetrators: Annotated[
        list[Annotated[str, Named(never=("deed",))]], Beside("act", apart=True)
    ] = Field(default_factory=list, description="The persons and organizations that do it.")
    targets: Annotated[list[Annotated[str, Named(never=("deed",))]], Beside("act", apart=True)] = (
        Field(
            default_factory=list,
            description="The people, buildings, vehicles or installations that it is aimed at "
            "or that suffer it.",
        )
    )
    number: Annotated[Quantity, Beside("act")] | None = Field(
        default=None, description="How many targets, as the article counts them."
    )
    places: Annotated[
        list[str],
        Beside("act", apart=True),
        Named(never=("people", "deed", "pronoun", "clause"), placed=True),
    ] = Field(default_factory=list, description="Where it happens.")
    kind: Annotated[IncidentKind, Signs.of_labels(_SIGNS)] = Field(
        description="What sort of act it is."
    )


EXAMPLES = {
    "incident": (
        Example(
            ("Gunmen of the Red Dawn shot Judge Ana Velle and three guards dead in Kelmar.",),
            (
                {
                    "sentences": [1],
                    "act": "shot",
                    "perpetrators": ["Gunmen", "Red Dawn"],
                    "targets": ["Judge Ana Velle", "guards"],
                    "number": "three",
                    "places": ["Kelmar"],
                    "kind": "attack",
                },
            ),
        ),
        Example(("The army killed 12 rebels in a clash near the border on Friday.",)),
        Example(
            ("A bomb damaged the Norland Bank in Dorva, and armed men kidnapped its head.",),
            (
                {
                    "sentences": [1],
                    "act": "A bomb damaged",
                    "targets": ["the Norland Bank"],
                    "places": ["Dorva"],
                    "kind": "bombing",
                },
                {
                    "sentences": [1],
                    "act": "kidnapped",
                    "perpetrators": ["armed men"],
                    "targets": ["its head"],
                    "kind": "kidnapping",
                },
            ),
        ),
        Example(("The president said that he condemns every attack on democracy.",)),
        Example(
            ("The pylons were destroyed by members of the People's Front.",),
            (
                {
                    "sentences": [1],
                    "act": "destroyed",
                    "perpetrators": ["members of the People's Front"],
                    "targets": ["The pylons"],
                    "kind": "bombing",
                },
            ),
        ),
    )
}
