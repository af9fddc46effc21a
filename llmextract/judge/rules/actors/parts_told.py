"""Words that tell what part somebody plays: offices, ranks, callings and sorts of bodies.

Each tells all the labels, by their usual names, that who is called so may have. A role ("leader")
tells nothing by itself: it is of a body.
"""

from functools import lru_cache
from typing import Final

from llmextract.article.syntax.grammar import words_of
from llmextract.judge.rules.actors.labels import (
    ARMED,
    BANDS,
    CIVILIANS,
    FORCES,
    NEWS,
    OTHER,
    OWN_ARMY,
    REBELS,
    RULING,
    UNITED,
    WATCHING,
)

Labels = frozenset[str]

_MILITIAS: Final = BANDS - REBELS
# Who serves a body by these is of whatever that is.
ROLES: Final = words_of(
    """
    leader head chief spokesman spokeswoman spokesperson spokesmen member founder co-founder
    commander chairman chairwoman chairperson chair officer representative negotiator adviser
    advisor aide figure cadre operative source sources deputy insider supporter supporters
    critic ally allies coordinator delegate delegation mediator executive secretary
    secretary-general general-secretary director manager president vice-president owner boss
    chancellor captain official officials expert specialist inspector editor treasurer organiser
    organizer liaison veteran second-in-command strongman successor predecessor counterpart
    colleague man woman men women people group groups organization organisation movement network
    coalition alliance body faction factions team members leaders workers staff staffers
    employee employees wing branch arm unit units side sides
    """
)
# These serve it less, and may be of no part of it.
LOOSE: Final = words_of(
    """
    supporter supporters critic ally allies employee employees workers staff staffers veteran
    people women men woman man members member team colleague counterpart figure
    """
)
# Groups of people with a calling may speak for them: "a farmers' group".
GROUPS: Final = words_of("group groups organization organisation network coalition alliance body")
_RANKS: Final = words_of(
    """
    general colonel brigadier lieutenant sergeant corporal major gen lt col sgt brig maj det
    supt pfc cpl capt admiral commodore marshal commandant
    """
)
_SERVICES: Final = words_of(
    """
    army armies military forces troops soldier soldiers police policeman policewoman policemen
    gendarmerie gendarmes navy air-force airforce marines paratroopers serviceman servicemen
    constable detective sailor sailors conscript conscripts infantry warplanes carabineros
    """
)
_BANDS: Final = words_of(
    """
    rebel rebels insurgent insurgents insurgency guerrilla guerrillas guerilla guerillas
    jihadist jihadists jihadi terrorist terrorists separatist separatists
    secessionist secessionists islamist
    islamists
    """
)
_MILITIA: Final = words_of(
    "militant militants gunman gunmen fighter fighters extremist extremists warlord"
    " militia militias militiaman militiamen paramilitary paramilitaries vigilante vigilantes"
)
_GANGS: Final = words_of("gang gangs cartel cartels mafia gangster gangsters")
# Bodies of many sorts bear arms under these names.
_FRONTS: Final = words_of(
    """
    tigers command brigade brigades battalion battalions regiment division corps legion
    column
    """
)
_FACTIONS: Final = words_of("faction factions outfit outfits breakaway")
_MOVEMENTS: Final = words_of("movement movements opposition elder elders chieftain")
_RUNNING: Final = words_of("nominee candidate campaign mate bloc")
_SENT: Final = words_of("mission contingent")
_OFFICES: Final = words_of(
    """
    minister ministers premier king queen prince princess monarch emir sultan governor mayor
    senator senators lawmaker lawmakers congressman congresswoman councillor councilor
    councilman councilwoman parliamentarian legislator legislators prosecutor prosecutors vizier
    mp mps assemblyman assemblywoman undersecretary ruler
    """
)
_GOVERNMENTS: Final = words_of(
    """
    ministry ministries government governments regime parliament senate cabinet administration
    authority authorities department embassy regulator presidency treasury customs kremlin
    dictatorship junta leadership legislature
    """
)
_OF_STATES_OR_NOT: Final = words_of(
    "agency directorate bureau office council commission committee court centre center institute"
    " tribunal"
)
_PRESS: Final = words_of(
    """
    newspaper newspapers magazine daily weekly tabloid broadcaster broadcasters television radio
    tv newsroom media press news website publication monthly
    """
)
_REPORTERS: Final = words_of(
    """
    reporter reporters journalist journalists correspondent columnist photojournalist newsreader
    presenter anchor blogger photographer cameraman writer author filmmaker cartoonist essayist
    """
)
_AIDS: Final = words_of(
    """
    charity charities ngo ngos watchdog foundation observatory monitor monitors aid relief
    humanitarian rights volunteer volunteers monitoring advocacy doctors medics campaigners
    watch liberties observers defenders
    """
)
_ACTIVE: Final = words_of("activist activists campaigner dissident dissidents organiser")
_FIRMS: Final = words_of(
    """
    company companies firm firms manufacturer airline retailer supplier operator shipper
    conglomerate startup start-up club clubs orchestra choir theatre lender brewery
    supermarket cooperative co-operative line carrier brand chain studio label hotel restaurant
    mosque temple farm mine factory
    """
)
_CIVIC: Final = words_of(
    """
    union unions federation guild league association society foundation church
    """
)
# Bodies that a state may have as well as others.
_PUBLIC: Final = words_of(
    "hospital clinic university academy institute school college faculty museum laboratory bank"
)
_GUARDS: Final = words_of("guard guards coastguard")
# "A radio station", but "a fire station".
_STATIONS: Final = words_of("station channel paper outlet outlets portal publisher")
# Offices that are not of states alone.
_MIXED: Final = words_of(
    "sheikh attorney collector administrator sheriff ombudsman house"
    " commissioner superintendent judge magistrate"
)
_ENVOYS: Final = words_of("ambassador ambassadors envoy consul diplomat diplomats")
_PEACEKEEPERS: Final = words_of("peacekeeper peacekeepers")
_PARTIES: Final = words_of("party parties")
# Who does such work bears no arms and rules nothing.
_CALLINGS: Final = words_of(
    """
    actor actress architect artist baker banker barber bartender billionaire biologist boxer
    broker builder businessman businesswoman butcher carpenter cashier chef chemist
    choreographer cleaner clerk coach comedian composer consultant cook cyclist dancer dealer
    defender dentist designer developer doctor driver drummer economist electrician engineer
    entrepreneur exporter farmer fisherman footballer forward gardener geologist goalkeeper
    golfer grocer guitarist hairdresser historian hotelier housewife investor janitor jeweller
    jockey lawyer lecturer librarian maid mechanic merchant midfielder midwife millionaire miner
    model musician novelist nurse painter paramedic pastor pensioner pharmacist philosopher
    physician physicist pianist plumber poet porter postman potter preacher priest professor
    programmer psychologist rabbi rapper receptionist researcher runner sailor salesman
    saleswoman scholar scientist screenwriter sculptor seamstress seller shepherd shopkeeper
    singer skier songwriter sprinter striker surgeon surveyor swimmer tailor teacher trader
    tutor tycoon veterinarian violinist waiter waitress weaver winemaker wrestler bishop
    archbishop cleric imam nun monk vet solicitor barrister headteacher
    """
)
_PRIVATE: Final = words_of(
    """
    student students pupil pupils schoolboy schoolgirl teenager boy girl child children toddler
    baby mother father wife husband son daughter brother sister widow widower aunt uncle niece
    nephew grandmother grandfather cousin neighbour neighbor resident residents villager
    villagers refugee refugees tourist tourists passenger passengers commuter shopper pedestrian
    hiker worshipper worshippers pilgrim pilgrims survivor survivors bystander bystanders
    civilian civilians herder herders farmers fishermen shopkeepers traders teachers nurses
    miners families family relatives parents women orphan orphans migrant migrants evacuees
    mourners homeowner customer patient patients protester protesters demonstrator demonstrators
    rioters marcher marchers locals tenant tenants townspeople inhabitants citizen citizens
    """
)
_MEN: Final = CIVILIANS | OTHER
# What each family of words may be.
_MAY: Final = (
    (_RANKS, FORCES | RULING),
    (_SERVICES, FORCES),
    (_BANDS, REBELS | {"armed_group"}),
    (_MILITIA, BANDS),
    (_GANGS, _MILITIAS | OTHER),
    (_FRONTS, ARMED | OTHER),
    (words_of("front"), ARMED | OTHER | RULING),
    (_OFFICES, RULING),
    (_GOVERNMENTS, RULING | OWN_ARMY),
    (_OF_STATES_OR_NOT, RULING | UNITED | _MEN | WATCHING | BANDS | OWN_ARMY),
    (_FACTIONS, BANDS | OTHER | RULING),
    (_MOVEMENTS, BANDS | OTHER | RULING | WATCHING | CIVILIANS),
    (_RUNNING, _MEN | RULING),
    (_SENT, UNITED | WATCHING | FORCES | RULING),
    (_PRESS, NEWS),
    (_REPORTERS, NEWS | _MEN),
    (_AIDS, WATCHING | CIVILIANS),
    (_ACTIVE, WATCHING | CIVILIANS | OTHER),
    (_FIRMS, _MEN),
    (_CIVIC, _MEN | WATCHING),
    (_PUBLIC, _MEN | WATCHING | RULING),
    (_MIXED, UNITED | _MEN | WATCHING | RULING | NEWS | OWN_ARMY | BANDS),
    (_GUARDS, ARMED | _MEN | RULING),
    (_STATIONS, NEWS | _MEN | RULING),
    (_ENVOYS, RULING | UNITED),
    (_PEACEKEEPERS, FORCES | UNITED),
    (_PARTIES, _MEN | RULING | BANDS),
    (_CALLINGS | _PRIVATE, _MEN),
)
# Words for sellers and makers that are companies as often.
_SELLERS: Final = words_of(
    "trader broker developer dealer exporter investor builder baker jeweller grocer designer seller"
    " consultant merchant tailor chemist coach butcher printer runner"
)
# The nouns of one person, and those of a body that are no word for people.
_PERSONS: Final = frozenset(
    word
    for word in _RANKS
    | _OFFICES
    | (_MIXED - {"house"})
    | (_CALLINGS - _SELLERS)
    | _PRIVATE
    | _ACTIVE
    if not word.endswith("s")
    and word not in ("women", "men", "children", "townspeople", "family", "model")
) | words_of(
    """
    spokesman spokeswoman spokesperson commander chairman chairwoman chairperson president
    director manager secretary captain chancellor editor inspector adviser advisor aide
    executive official soldier policeman policewoman serviceman constable detective conscript
    peacekeeper rebel gunman warlord reporter journalist correspondent columnist photojournalist
    newsreader presenter volunteer nominee candidate mr mrs ms miss dr sir lady sen rep gov
    leader head founder co-founder coordinator negotiator secretary-general lord mate
    counterpart hostage elder chieftain
    """
)
_BODIES: Final = (
    _GOVERNMENTS
    | _OF_STATES_OR_NOT
    | (_CIVIC - {"church"})
    | _PUBLIC
    | (_FIRMS - words_of("label brand line farm mine chain church school mosque temple hotel"))
    | _PARTIES
    | words_of(
        """
        newspaper magazine daily weekly tabloid broadcaster charity ngo watchdog foundation
        observatory militia movement organization organisation navy gendarmerie army battalion
        brigade division regiment gang cartel group network coalition alliance bloc station channel
        """
    )
)


# Beside what tells somebody plainly these allow a part, and tell none by themselves.
_HINTS: Final = (
    (
        words_of(
            "united nations un u.n u.n. eu e.u. au nato union league international world global"
            " european african arab council summit commission bloc alliance coalition regional fund"
            " bank"
        ),
        UNITED,
    ),
    (
        words_of(
            "state state-owned state-run national public federal ruling central municipal city"
            " county provincial district governmental supreme royal high chief white interior"
            " fire rescue emergency civil town borough parish village regional"
        ),
        RULING,
    ),
    (
        words_of(
            "human civic help peace justice legal medical international network institute victims"
            " solidarity committee"
        ),
        WATCHING,
    ),
    (words_of("fire rescue former ex retired one-time onetime ex-"), _MEN),
    (words_of("mercenary military private security"), BANDS | FORCES),
    (words_of("armed liberation freedom resistance revolutionary opposition"), BANDS),
)


@lru_cache(maxsize=4096)
def hinted(word: str) -> Labels:
    """The labels that a word allows beside what tells somebody plainly."""
    return frozenset[str]().union(*(labels for words, labels in _HINTS if word in words))


@lru_cache(maxsize=4096)
def may_play(word: str) -> Labels:
    """The labels that who is called by a word may have; empty where it tells none."""
    return frozenset[str]().union(*(labels for words, labels in _MAY if word in words))


# What may end the name of a person, and so of no body for sure.
_NO_BODIES: Final = (
    _RANKS
    | _PERSONS
    | _BANDS
    | (_MILITIA - words_of("militia militias"))
    | _REPORTERS
    | _RUNNING
    | _MIXED
    | _PEACEKEEPERS
    | _OFFICES
    | _ENVOYS
    | _CALLINGS
    | _PRIVATE
    | _ACTIVE
    | words_of(
        """
        soldier soldiers sailor sailors militiaman vigilante monitor elders bank court church
        guard press miner miners brand major chain temple post line
        """
    )
)
_MANY: Final = frozenset(word for word in _PRIVATE if word.endswith("s")) | words_of(
    "women men children people townspeople families lawmakers senators diplomats officials"
)


def is_person(word: str) -> bool:
    """Whether a noun is one person's."""
    return word in _PERSONS


def is_body(word: str) -> bool:
    """Whether a noun is a body's, and no word for people without one."""
    return word in _BODIES


def ends_body(word: str) -> bool:
    """Whether a name of several words that ends so is a body's: "Dorva Front", not "Ada Bank"."""
    return bool(may_play(word)) and word not in _NO_BODIES


def is_unarmed_many(word: str) -> bool:
    """Whether a noun is for several people who are no body: "residents", "two farmers"."""
    return word in _MANY
