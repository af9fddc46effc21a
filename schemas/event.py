"""Events: what happened, was tried, planned or denied, one mention at a time."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from llmextract import (
    Beside,
    Counts,
    Factuality,
    Named,
    Parts,
    Quantity,
    Signs,
    Speaker,
    Time,
)
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
    mortar* plane* position* prison* refugee* rocket* station* uav* victim* warplane*
""".split()
)
# What events of each type are known by. No stem is so short that it opens other words as well:
# "secur*" would be the Security Council, "bomb*" a bomber, "force" the armed forces.
_TYPES: dict[str, str] = {
    EventType.ARMED_CLASH: """
        clash* fight fights fighting fought battle battles battled battling combat gunfire
        confront* exchang* skirmish* crossfire firefight* gunfight* shootout* engag* resist resists
        resisted resisting counterattack* hostilit* war
    """,
    EventType.NON_STATE_ACTOR_OVERTAKES_TERRITORY: """
        captur* seiz* control controls controlled controlling took taken take takes taking takeover*
        overran overrun* conquer* occupied occupies occupy occupying occupation fell fallen fall
        falls storm stormed storming enter enters entered entering advanc* hold holding holds held
        expel* drove driven drive driving annex* gain* surround surrounds surrounded reach*
    """,
    EventType.GOVERNMENT_REGAINS_TERRITORY: """
        recaptur* retak* retook regain* reclaim* recover* liberat* captur* seiz* control controls
        controlled controlling took taken take takes taking secure secured secures securing restor*
        clear cleared clearing clears return* reopen* expel* drove driven drive driving push* enter
        enters entered entering advanc* surround surrounds surrounded reach*
    """,
    EventType.AIR_DRONE_STRIKE: """
        airstrike* air-strike* air aerial strike* striking struck drone* raid raids raided raiding
        helicopter* warplane* jet jets plane* aircraft missile* bomb bombs bombed bombing* bombard*
        hit hits hitting target* pound* uav*
    """,
    EventType.SHELLING_ARTILLERY_MISSILE_ATTACK: """
        shell* artiller* rocket* missile* mortar* bombard* barrag* fire fired fires firing salvo*
        howitzer* launch launched launches launching hit hits hitting struck strike* striking pound*
        target*
    """,
    EventType.EXPLOSION: """
        explode* exploding explosion* blast* bomb bombs bombed bombing* detonat* mine mines blew
        blow blown ied ieds grenade* device* burst*
    """,
    EventType.ATTACK_ON_CIVILIANS: """
        attack attacks attacked attacking kill kills killed killing* murder murders murdered
        murdering massacr* assassinat* execute* executing execution* shot shoot shoots shooting*
        stab stabs stabbed stabbing* assault* rape* tortur* beat beaten beating* behead* civilian*
        target* slaughter* slain slay* terroriz* terrorised terrorising genocid* persecut* hijack
        hijacked hijacking* arson* burn* rob robs robbed robbing robber* loot* ambush* violence
        gunm* lynch* poison* sabotag*
    """,
    EventType.ABDUCTION_DETENTION: """
        abduct* kidnap kidnaps kidnapped kidnapping* captur* captiv* arrest* detain detains detained
        detaining detent* hostage* hold holding holds held prison* imprison* jail jailed jailing
        custody seiz* taken took
    """,
    EventType.TROOP_MOVEMENT: """
        advanc* deploy* redeploy* reinforc* encircl* surround surrounds surrounded offensive*
        counteroffensive* launch launched launches launching push* move moved moves moving movement*
        march* approach* enter enters entered entering cross* sent send sends sending dispatch*
        convoy* mobili* position* station* surge surged surges surging assault* besieg* siege*
        blockad* fortif* amass* mass massed massing headed heading arriv* prepar* operation
        operations campaign campaigns incursion* invad* invasion* step stepped stepping steps cut
        cutting counter-offensive*
    """,
    EventType.WITHDRAWAL: """
        withdr* retreat* pull* push* leave leaves leaving left evacuat* abandon* repel* flee* fled
        deserted deserting drove driven drive driving quit
    """,
    EventType.DISRUPTED_WEAPONS_USE: """
        intercept* defus* shot shoot shoots shooting* down downed seiz* dismantl* thwart* foil*
        destroy* destruct* neutrali* disarm* confiscat* disabl* prevent*
    """,
    EventType.DISPLACEMENT: """
        displac* flee* fled refugee* evacuat* exodus homeless uproot* driven drove forced forcing
        escap* left leave leaves leaving migrat* return* expel* exil* deport*
    """,
    EventType.FOREIGN_SUPPORT: """
        support supports supported supporting backed backing backs aid aided aiding aids arming
        train trains trained training fund funds funded funding financ* supply supplied supplies
        supplying assist* help helps helped helping sent send sends sending provide provided
        provides providing deliver* interven* intervent* alli* sponsor sponsored sponsoring sponsors
        equip equipped equipping ship shipped shipping shipment* donat* transfer*
    """,
    EventType.DIPLOMATIC_MEETING: """
        meet* met talk* visit* call called calls summit* discuss* negotiate* negotiating
        negotiation* contact* confer* consult* communicat* host hosts hosted hosting receiv* spoke
        mediat*
    """,
    EventType.AGREEMENT: """
        agree* accord accords deal deals sign signed signs signing truce* ceasefire* cease-fire*
        treaty treaties pact pacts reconcil* settle settled settles settling settlement* armistice*
        normali* peace ratif*
    """,
    EventType.PROTEST_RIOT: """
        protest protests protested protesting demonstrate* demonstrating demonstration* rally
        rallies rallied rallying riot* march* unrest uprising* strike* boycott* vandali* block*
        revolt* walkout*
    """,
    EventType.CASUALTY_REPORT: """
        kill kills killed killing* dead death* die died dies dying casualt* toll tolls injur* wound*
        fatal* victim* lost loss losses neutrali* perish* slain bodies body
    """,
}
# Words that tell their type by themselves, whatever else the sentence tells.
_TOLD: dict[str, str] = {
    EventType.ARMED_CLASH: "clash* battle battles battled firefight* gunfight* skirmish* shootout*",
    EventType.AIR_DRONE_STRIKE: "airstrike* air-strike*",
    EventType.SHELLING_ARTILLERY_MISSILE_ATTACK: "shelled shelling*",
    EventType.EXPLOSION: "explosion* exploded explodes detonat* blast blasts",
    EventType.ABDUCTION_DETENTION: """
        abduct* kidnap kidnaps kidnapped kidnapping* arrest* detain* imprison*
    """,
    EventType.TROOP_MOVEMENT: """
        offensive* counteroffensive* counter-offensive* incursion* encircl*
    """,
    EventType.WITHDRAWAL: "retreat* withdraw withdraws withdrew withdrawn withdrawing withdrawal*",
    EventType.DISPLACEMENT: "displac*",
    EventType.FOREIGN_SUPPORT: "intervention*",
    EventType.DIPLOMATIC_MEETING: "meeting meetings summit*",
    EventType.PROTEST_RIOT: "protest protests protested protesting riot* demonstrat*",
    EventType.CASUALTY_REPORT: "toll casualt*",
}
# Who never regains for a government, and who is one. Foreign armies take territory like rebels
# (ACLED codebook), so no army is of either sort.
_NEVER_BY: dict[str, str] = {
    EventType.GOVERNMENT_REGAINS_TERRITORY: """
        rebel rebels insurgent* insurgency militant militants jihadi jihadist* guerrilla*
        separatist* faction factions opposition
    """,
    EventType.NON_STATE_ACTOR_OVERTAKES_TERRITORY: "government governments regime",
}
# Nothing is of these types that its own words do not tell.
_ONLY_BY = (
    EventType.NON_STATE_ACTOR_OVERTAKES_TERRITORY,
    EventType.GOVERNMENT_REGAINS_TERRITORY,
    EventType.DISRUPTED_WEAPONS_USE,
    EventType.DISPLACEMENT,
    EventType.WITHDRAWAL,
    EventType.CASUALTY_REPORT,
)
# Events of no such type.
_OTHERS = """
    accus* charged charges charging charge convict* sentenc* trial* tried indict* extradit* elect
    elects elected electing election* vote votes voted voting resign* appoint* crash* collid*
    collision* accident accidents earthquake* flood* hurricane* landslid* ablaze blaz* outbreak*
    epidemic* sanction* ban banned bans embargo* test tested tests collaps* damag* demolish* wreck*
    shatter* releas* freed free rescu* investigate* investigating investigation* probe* open opened
    opens opening close closed closes closing closure* suspend* end ended ending ends began begin*
    begun start started starting starts resum* happen* occur* erupt* broke escalat* intensif*
    worsen* funeral* ceremon* coup coups overthr* oust* toppl* violat* smuggl* traffick* purchas*
    buy buying bought sell selling sold stole* steal* treated treating treatment hospitali* suicide*
    curfew* crackdown* conflict* crisis infiltrat* defect* surrender* revolution* rebellion*
    insurrection* mutin* starv* famine* drown* search searched searches searching conduct* carried
    carry carrying jailed imprison* positioned stationed
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
    participants: Annotated[
        list[Participant],
        Beside("trigger", apart=True),
        Parts("trigger", who="mention", role="role"),
    ] = Field(default_factory=list[Participant], description="Who takes part.")
    places: Annotated[
        list[str],
        Beside("trigger", apart=True),
        Named(never=("people", "deed", "pronoun", "clause"), placed=True),
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
    type: Annotated[
        EventType,
        Signs.of_labels(
            _TYPES, field="trigger", told_by=_TOLD, never_by=_NEVER_BY, only_by=_ONLY_BY
        ),
    ] = Field(description="What sort of event it is.")
    factuality: Annotated[EventFactuality, Factuality("trigger")] = Field(
        description="How real it is."
    )
