"""Events: what happened, was tried, planned or denied, one mention at a time."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from llmextract import Beside, Counts, Factuality, Named, Quantity, Signs, Speaker, Time
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


# Of the words below those that stand about an event and are none themselves.
_ABOUT = frozenset(
    """
    air aerial aircraft alli* artiller* bodies body civilian* convoy* custody device* down drone*
    grenade* gunm* helicopter* homeless hostage* howitzer* ied ieds jet jets mine mines missile*
    mortar* plane* position* prison* refugee* rocket* uav* victim* warplane*
""".split()
)
# What events of each type are known by.
_TYPES: dict[str, str] = {
    EventType.ARMED_CLASH: """
        clash* fight* fought battl* combat* gunfire confront* exchang* skirmish* crossfire
        firefight* gunfight* shootout* engag* resist* counterattack* hostilit* war
    """,
    EventType.NON_STATE_ACTOR_OVERTAKES_TERRITORY: """
        captur* seiz* control* took taken take takes taking takeover* overran overrun* conquer*
        occup* fell fallen fall falls storm* enter* advanc* hold holding holds held expel* drove
        driv* annex* gain* surround* reach*
    """,
    EventType.GOVERNMENT_REGAINS_TERRITORY: """
        recaptur* retak* retook regain* reclaim* recover* liberat* captur* seiz* control* took taken
        take takes taking secur* restor* clear* return* reopen* expel* drove driv* push* enter*
        advanc* surround* reach*
    """,
    EventType.AIR_DRONE_STRIKE: """
        airstrike* air-strike* air aerial strike* striking struck drone* raid* helicopter* warplane*
        jet jets plane* aircraft missile* bomb* hit hits hitting target* pound* uav*
    """,
    EventType.SHELLING_ARTILLERY_MISSILE_ATTACK: """
        shell* artiller* rocket* missile* mortar* bombard* barrag* fire fired fires firing salvo*
        howitzer* launch* hit hits hitting struck strike* striking pound* target*
    """,
    EventType.EXPLOSION: """
        explo* blast* bomb* deton* mine mines blew blow blown ied ieds grenade* device* burst*
    """,
    EventType.ATTACK_ON_CIVILIANS: """
        attack* kill* murder* massacr* assassinat* execut* shot shoot* stab* assault* rape*
        tortur* beat beaten beating* behead* civilian* target* slaughter* slain slay* terror*
        genocid* persecut* hijack* arson* burn* rob robb* loot* ambush* violen* gunm* lynch*
        poison* sabotag*
    """,
    EventType.ABDUCTION_DETENTION: """
        abduct* kidnap* captur* captiv* arrest* detain* detent* hostage* hold holding holds held
        prison* imprison* jail* custody seiz* taken took
    """,
    EventType.TROOP_MOVEMENT: """
        advanc* deploy* redeploy* reinforc* encircl* surround* offensive* counteroffensive* launch*
        push* mov* march* approach* enter* cross* sent send sends sending dispatch* convoy*
        mobili* position* station* surg* assault* besieg* siege* blockad* fortif* amass* mass*
        head* arriv* prepar* operation* campaign* incursion* invad* invasion* step* cut cutting
        counter-offensive*
    """,
    EventType.WITHDRAWAL: """
        withdr* retreat* pull* push* leav* left evacuat* abandon* repel* flee* fled desert* drove
        driv* quit
    """,
    EventType.DISRUPTED_WEAPONS_USE: """
        intercept* defus* shot shoot* down downed seiz* dismantl* thwart* foil* destr* neutrali*
        disarm* confiscat* disabl* prevent*
    """,
    EventType.DISPLACEMENT: """
        displac* flee* fled refugee* evacuat* exodus homeless uproot* driven drove forc* escap* left
        leav* migrat* return* expel* exil* deport*
    """,
    EventType.FOREIGN_SUPPORT: """
        support* back backed backing backs aid aided aiding aids arm armed arming arms train* fund*
        financ* suppl* assist* help* sent send sends sending provid* deliver* interven* intervent*
        alli* sponsor* equip* ship* donat* transfer*
    """,
    EventType.DIPLOMATIC_MEETING: """
        meet* met talk* visit* call called calls summit* discuss* negotiat* contact* confer*
        consult* communicat* host* receiv* spoke mediat*
    """,
    EventType.AGREEMENT: """
        agree* accord* deal deals sign signed signs signing truce* ceasefire* cease-fire* treat*
        pact pacts reconcil* settl* armistice* normali* peace ratif*
    """,
    EventType.PROTEST_RIOT: """
        protest* demonstrat* rall* riot* march* unrest uprising* strike* boycott* vandal* block*
        revolt* walkout*
    """,
    EventType.CASUALTY_REPORT: """
        kill* dead death* die died dies dying casualt* toll tolls injur* wound* fatal* victim* lost
        loss losses neutrali* perish* slain bodies body
    """,
}
# Events of no such type.
_OTHERS = """
    accus* charg* convict* sentenc* trial* tried indict* extradit* elect* vot* resign* appoint*
    crash* collid* collision* accident* earthquake* flood* hurricane* landslid* ablaze blaz*
    outbreak* epidemic* sanction* ban banned bans embargo* test tested tests collaps* damag*
    demolish* wreck* shatter* releas* freed free rescu* investigat* probe* open opened opens
    opening clos* suspend* end ended ending ends began begin* begun start* resum* happen* occur*
    erupt* broke escalat* intensif* worsen* funeral* ceremon* coup coups overthr* oust* toppl*
    violat* smuggl* traffick* purchas* buy buying bought sell selling sold stole* steal* treat*
    hospital* suicide* curfew* crackdown* conflict* crisis infiltrat* defect* surrender* revolution*
    rebellion* insurrection* mutin* starv* famine* drown* search* conduct* carried carry carrying
    jailed imprison* positioned
"""
_TRIGGERS = Signs(tuple(sorted({*" ".join([*_TYPES.values(), _OTHERS]).split()} - _ABOUT)))


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

    trigger: Annotated[str, _TRIGGERS] = Field(
        description="The few words that say what happens, such as 'captured'."
    )
    participants: Annotated[list[Participant], Beside("trigger", apart=True)] = Field(
        default_factory=list[Participant], description="Who takes part."
    )
    places: Annotated[
        list[str],
        Beside("trigger", apart=True),
        Named(never=("people", "deed", "pronoun", "clause")),
    ] = Field(default_factory=list, description="Where it happens.")
    time: Annotated[Time, Beside("trigger")] | None = Field(
        default=None, description="When it happens, in the article's words."
    )
    figures: Annotated[list[Figure], Beside("trigger")] = Field(
        default_factory=list[Figure], description="The numbers given for it."
    )
    reported_by: Annotated[str, Speaker("trigger")] | None = Field(
        default=None, description="Who says so; null where the article says it itself."
    )
    type: Annotated[EventType, Signs.of_labels(_TYPES)] = Field(
        description="What sort of event it is."
    )
    factuality: Annotated[EventFactuality, Factuality("trigger")] = Field(
        description="How real it is."
    )
