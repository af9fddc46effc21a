"""Nouns of people, of bodies that act, of places and of things, and the head of a phrase.

By lists and by endings: what none has is of no sort.
"""

import re
from functools import lru_cache
from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import names_people, sort_of
from llmextract.article.times.words import NUMBERS
from llmextract.ask.fates import EQUIPMENT, LOCALITIES

_PEOPLE: Final = grammar.words_of(
    """
    acolyte actor addict adherent adolescent adult advisor advocate agent agents aide aircrew
    alawite alien ally alumni amateur ambassador analyst ancestor apprentice arab architect
    aristocrat assailant assassin assistant associate astronaut athlete attendant attorney aunt
    author baby bachelor band bandit bard baron beneficiary bereaved bishop bloke body bodyguard
    administrator arbitrator auditor aviator benefactor collaborator commentator competitor
    conspirator contractor coordinator counsellor counselor creator creditor curator debtor
    dictator educator facilitator impersonator inspector instructor inventor investigator janitor
    legislator liberator liquidator mediator mentor moderator narrator navigator negotiator
    operator orator perpetrator predecessor proprietor rector sculptor solicitor sponsor successor
    supervisor surveyor translator vendor visitor warrior
    boss boy bride bureaucrat burglar cadet cadre candidate captain captive carabinero cardinal
    casualty celebrity champion chap chef chief child children christian citizen civilian cleric
    clerk client clown coach colleague colonel combatant comedian commandant commando community
    compatriot comrade congregant conscript conservative constable consul consultant contestant
    convict cook cop corporal corpse coastguard coastguards correspondent councillor
    councilor counsel counterpart couple
    cousin cowboy crew criminal crook crowd culprit dad dead dean defendant delegate democrat
    demonstrator dependent deputy descendant despot detective diplomat director disciple dissident
    doctor drunk drunkard druze duke earl editor elderly elite emir emissary emperor enthusiast
    entrepreneur envoy evangelical executive exile expat expatriate expert family fan fanatic
    fellow felon female firebrand foe folk fool freak friend fugitive geek general girl goon
    governor graduate grandchildren grandparent guard guardian guerilla guerrilla guest guide guy
    gymnast head heir hero hippie hooligan horde host hostage household husband idol imam immigrant
    incumbent indigenous individual infant infidel inhabitant inmate innocent insurgent
    intellectual intern investor jew jihadi judge juror justice juvenile kid kin king knight kurd
    lad lady landlord laureate liberal lieutenant life lives local lord lout magistrate magnate
    maid male man maniac marine marshal martyr mate matriarch mayor medic men mercenary merchant
    migrant militant millennial minor misfit missionary mob model moderate mogul mom monarch monk
    mullah musician muslim nanny national native neighbor neighbour nephew newlywed niece noble
    nomad novice nun nurse occupant octogenarian official operative opponent orphan outcast outlaw
    pal parent participant partisan passerby passersby pastor patient patriarch patriot patron
    peasant pedestrian pedophile peer people person pilgrim pilot pirate plaintiff poet pope
    population president priest prince princess principal pro prodigy professional professor
    progressive prophet prosecutor prostitute provocateur pundit pupil queen rabbi radical rebel
    recluse recruit relative remain representative republican resident rival rogue rookie royal
    russian saboteur sailor saint samaritan schoolboy schoolchild schoolchildren schoolgirl scout
    secretary senator sentry serf sergeant servant sheikh shepherd sheriff shiite sibling sick
    skeptic slave son soul spectator spokesperson spouse spy staff star student subordinate
    subversive sunni surgeon surrogate survivor suspect teammate teen tenant thief thieves thug tot
    traitor tramp triplet troop truant turk tutor twin tycoon tyrant uncle undergraduate upstart
    academic carabinieri cellmate classmate flatmate godfather godmother granddaughter grandfather
    grandmother grandson playmate roommate schoolmate shipmate stepbrother stepdaughter stepfather
    mechanic paramedic stepmother stepsister stepson workmate
    vagrant vandal vet veteran vicar victim vigilante villain virgin visionary warden warlord widow
    wife witch witness wives wounded yazidi youth zealot
    """
)
# Bodies, and whoever is called by what he does or is: they act as well.
_BODIES: Final = grammar.words_of(
    """
    administration adviser agency air-force airline alliance army assembly association authority
    jirga shura contra chain archdiocese auctioneer bakery brand brewery clinic consulate dealership
    diocese distillery distributor exchange festival gallery grocer label museum orchestra parish
    regulator startup start-up subsidiary supermarket supplier theater theatre utility watchdog
    winery zoo
    bank battalion bloc board branch brigade broadcaster brother bureau business cabinet caliphate
    campaign cartel cell chamber channel charity church clan clergy club coalition colectivos
    column command commission committee company congregation congress consortium contingent contras
    convoy corporation corps council country court crime daughter delegation department detained
    diaspora directorate disabled displaced division electorate element embassy emirate enemy
    enterprise establishment faction father federation fighter firm fleet force foundation front
    fund gang garrison gendarmerie gendarmes government group grouping gunmen homeless hospital
    house industry initiative injured insider institute institution insurgency intelligence
    judiciary jury kingdom lawmaker lawyer leadership league legislature lobby magazine majority
    management media military militia minister ministry minority mission monarchy mother movement
    mp mujahideen nation navy network newspaper newsroom ngo observatory office officer operator
    opposition order organisation organization outfit outlet panel paper parliament partner
    partnership party patrol personnel peshmerga platform platoon police policemen politburo poor
    power prefect premier presidency press prime producers prosecution public publication publisher
    radio rebellion regime regiment registry republic resistance rich school secretariat sect
    section security senate
    service settlement ship side sister society source spokesman spokespeople spokeswoman squad
    state station studio supplier syndicate task-force team television terrorist think-tank tribe
    tribunal tv unemployed union unit university voters website wing woman women
    """
)
_ENDS_PERSON: Final = (
    "ers",
    "er",
    "ors",
    "men",
    "women",
    "man",
    "woman",
    "ists",
    "ist",
    "ians",
    "ees",
    "ee",
)
# Things that end so too.
_ENDS_SO: Final = grammar.words_of(
    """
    kilometers kilometres metres centimeters centimetres millimeters millimetres litres
    computers containers trailers towers rivers helicopters posters letters matters numbers orders
    papers powers centers quarters shelters theaters theatres printers boosters sectors reactors
    tractors doors floors factors errors motors generators corridors harbors harbours answers
    offers chapters counters trawlers tankers launchers mortars bombers lasers
    newspapers skyscrapers drawers flowers layers meters liters corners borders
    rumors rumours colors colours hours hour water fever order number power river paper letter
    matter center summer winter weather quarter tower shelter helicopter computer newspaper door
    floor error motor sector factor charter disaster disasters encounter encounters danger dangers
    cover covers takeover takeovers handover handovers firepower manpower gunpowder powder armor
    armour copper silver rubber timber leather cancer disorder surrender slaughter murder murders
    banner banners trigger triggers shoulder finger fingers dinner supper
    ladder cylinder cylinders terror horror labor labour honor honour favor favour rumor mirror
    tumor tumour elevator elevators detonator detonators mist fist
    barrier barriers bunker bunkers bulldozer bulldozers launcher trees tree degrees degree fees
    fee bees bee knees knee coffee
    """
)
_LEAST: Final = 4
_ENDS: Final = grammar.words_of("who whom whose which that where when to")
# Where a hyphen goes on with a word.
_GOES_ON: Final = frozenset("abcdefghijklmnopqrstuvwxyz.")
_LINKS: Final = ("'s", "’s", "'", "’")
_MORE: Final = grammar.words_of(
    "loyal close hostile opposed related due next adjacent responsible able unable ready likely"
    " willing aware present familiar active alone alike involved concerned based armed"
)
# A relative clause without its pronoun: "the towns they hold".
_SUBJECTS: Final = grammar.words_of("i you he she it we they")
_AMOUNTS: Final = grammar.words_of(
    "number much hundreds thousands dozens scores tens millions many some most several lots couple"
    " handful majority range variety rest remainder half third all each one two three four five six"
    " seven eight nine ten none plenty host array stretch swathe swath tract strip expanse"
)
# Places by what they are called, whatever stands before them.
_SITES: Final = grammar.words_of(
    """
    airbase airport airspace alley apartment area attic avenue backyard balcony bank barn barracks
    base basement bay beach border boulevard bridge building bunker cafe camp campus canal canton
    canyon cape capital cathedral cave cellar cemetery center centre chapel checkpoint church city
    classroom cliff clinic coast compound consulate continent corner corridor countryside county
    courthouse courtyard creek crossing crossroads dam department depot desert district dock
    dormitory driveway east embassy enclave entrance facility factory farm farmhouse farmland
    field floor footbridge foothill forest freeway front frontline garage garden garrison gate
    governorate graveyard ground gulf gym hamlet hangar harbor harbour headquarter highway hill
    home hospital hotel house inn installation interior intersection island jail junction jungle
    jurisdiction kilometer kindergarten kiosk kitchen laboratory lagoon lake land library lobby
    location mall market marketplace marsh meadow mine monastery monument mosque motorway mountain
    municipality museum neighborhood neighbourhood newsroom nightclub north northeast northwest
    ocean office orchard outpost outskirt overpass palace parish park part pavement peninsula
    pharmacy pier pipeline place plant playground plaza point pond porch port position post
    precinct premises prison province quarry quarter quay ranch ravine reef refinery region
    reservoir residence restaurant ridge river road roadside roof rooftop room roundabout route
    runway safehouse scene school sea sector settlement shed shop shore shrine side sidewalk site
    sky slope slum soil south southeast southwest spot square stable stadium stairwell station
    store strait street stronghold studio suburb supermarket swamp synagogue tavern temple terrain
    territory theater theatre tower town trench tunnel underpass valley vicinity villa village
    vineyard ward warehouse waterfront well west wharf yard zone
    """
)
# What is a place where something else tells so: "in the community", not "the community".
_MAY_BE: Final = grammar.words_of(
    """
    abbey academy acropolis aerodrome aircraft airfield airstrip aisle alley alleyway altar apron
    armory armoury
    aquarium arcade archipelago arena asylum attic auditorium backyard bakery balcony ballpark
    ballroom bar barbershop barn barrage basement basilica basin bathroom battlefield belt bin
    battleground bazaar beach bedroom bedside bell-tower bistro boardwalk boat bookshop bookstore
    borough bottom boulevard boundary boutique brewery bungalow bunker bus bush cabin cafeteria café
    campground campus canal canteen canyon car carriageway casbah casino castle catchment cathedral
    cave cell cellar chalet chamber chapel churchyard cinema citadel classroom cliff club cockpit
    collectorate college colony commune community complex condo convent corridor cosmodrome cottage
    counter country court courtroom courtyard crater creek crematorium crevice crossroads crosswalk
    cul-de-sac culvert curb dairy debris deck delta demarcation den depression diner distillery
    ditch dock dockyard door doorstep doorway dormitory downtown driveway dugout dump dwelling dyke
    earth eatery edge emirate encampment escarpment estate expressway fairground farmhouse farmland
    farmyard fault favela fence ferry flat flyover foot foothill footpath forecourt fort fortress
    foundry fountain foyer freeway frontier gallery garage gateway ghetto globe gorge grassland
    grave graveside graveyard greenhouse grocery guesthouse gully gurdwara gutter gym gymnasium
    hacienda half hall hallway hangar haven headquarters heart heartland helipad heliport hermitage
    hideout hillside hilltop hinterland homeland hospice hostel hostelry hub hut igloo inlet inn
    inside institute jetty kerb kibbutz kindergarten kingdom kitchen lab laboratory lagoon lakeside
    landfill landing lane laundry lawn lay-by layby ledge legislature levee lighthouse line lobby
    locale locality lodge loft lot lounge madrasa madrassa mainland mansion marina mark marsh
    mausoleum meadow medina megacity metro metropolis middle mill minaret ministry moat mooring
    morgue mortuary motel motorway mountainside mud nation nightclub node nursery oasis obelisk
    observatory oilfield orchard orphanage outback outhouse outpost outside outskirts overpass
    paddock pagoda parking parliament parlor parlour pass passage pasture path patio pavement
    pavilion penitentiary penthouse perimeter pharmacy pier pit pitch pizzeria plain plane planet
    planetarium plateau platform playground pocket pond pool poolside porch prairie prefecture
    promenade pub pyramid quarry quay racetrack railroad railway rampart ranch range ravine reef
    refuge regulator republic reserve reservoir resort rest restroom ridge rift ring rink riverbank
    riverbed riverside roadblock roadside rock roof roundabout rubble ruins runway salon sanctuary
    sandbank sauna savanna savannah sawmill schoolyard seabed seaside section seminary shack shaft
    shantytown shed shelter ship shipyard shore shoreline shrine sidetrack sidewalk siding silo
    sinkhole skyscraper slope slum smelter souk souq space spaceport spring stable stage stair
    staircase stairwell stall step stand state statue steeple steppe stop strait stream structure
    substation subway supermarket surface swamp tanker tarmac tavern tent terminal thicket
    thoroughfare tip toilet tollbooth tomb top townhouse township track trail train tramway trench
    tube tundra turnpike turret underpass university uptown vault vehicle velodrome veranda vessel
    viaduct vicinity villa vineyard wadi wall wasteland watchtower water waterfront watershed way
    helicopter motorcade convoy minibus minivan lorry truck van yacht dinghy raft trawler submarine
    tram taxi carriage ambulance jet
    weir wetland wharf wilderness window wing wood woodland workplace workshop world wreckage zoo
    moon sun star asteroid comet orbit pole equator tropic glacier iceberg volcano fjord estuary
    heights rainforest mangrove
    headland atoll islet sandbar dune pad launchpad capsule spacecraft
    """
)
_SITES_OR_SO: Final = _SITES | _MAY_BE
# "Room 25", "Gate 5A".
_NUMBERED: Final = re.compile(r"\s\d{1,4}[A-Z]?\Z")
# Nouns of two that the second makes places: "cornfield", "teahouse".
_ENDS_SITE: Final = (
    *("field", "fields", "yard", "yards", "house", "houses", "room", "rooms", "hill", "lands"),
)
# What is counted and is no people.
THINGS: Final = (
    LOCALITIES
    | EQUIPMENT
    | grammar.words_of(
        """
        houses homes house home building buildings apartments schools hospitals churches mosques
        shops factories bridges roads shacks huts bus buses cases case occasions occasion times
        village rounds charges counts points seats votes percent companies jobs tons
        """
    )
)
# What does it for others, who may be named further on: "the blast killed five, and rebels".
_MEANS: Final = grammar.words_of(
    """
    aircraft airstrike ambush animal artillery ash assault attack avalanche bacteria balloon
    barrage battery battle bear blast blaze boat bomb bombardment bombing bullet bus campaign
    car clash cold company convoy crackdown cover crash cyclone debris device disaster disease dog
    drone drought earthquake elephant epidemic eruption explosion explosive fire flood gas
    grenade gunfire heat helicopter hurricane incident jet knife landslide lightning market
    massacre mine missile mortar mosquito move mudslide operation outbreak pandemic parasite
    plane plot poison projectile raid rain riot rocket satellite shark shell shelling
    shockwave shooting shootout shot siege smoke snow storm strike tank tornado train truck
    tsunami typhoon unrest van vehicle violence virus volcano warplane warship wave weapon
    wildfire wind
    """
)
# "a plane chartered by Roe"
_REDUCED: Final = re.compile(r"\s\w+ed\s(?:by|in|at|on|from|to|with)\b.*", re.DOTALL)
# Nouns of deeds alone, none of a body or of somebody as well ("operation", "campaign", "service").
DEEDS: Final = frozenset(
    noun + ending
    for noun in grammar.words_of(
        """
        attack strike airstrike raid assault ambush bombing shelling explosion bombardment shooting
        killing murder assassination massacre execution arrest release detention abduction
        kidnapping hijacking investigation inquiry probe indictment prosecution siege capture
        recapture withdrawal retreat evacuation deployment liberation invasion incursion
        annexation meeting negotiation discussion election visit ceasefire protest riot
        demonstration clash skirmish crackdown destruction
        """
    )
    for ending in ("", "s")
)


@lru_cache(maxsize=2048)
def is_people(word: str) -> bool:
    """Whether a noun is of people, as far as the lists and its ending tell."""
    if is_listed_people(word):
        return True
    return word.endswith(_ENDS_PERSON) and len(word) > _LEAST and word not in _ENDS_SO


@lru_cache(maxsize=2048)
def is_listed_people(word: str) -> bool:
    """Whether a noun is of people by the lists alone: a "transfer" ends as a "carter" does."""
    return not _PEOPLE.isdisjoint(_forms(word)) or names_people(word)


def _forms(word: str) -> tuple[str, ...]:
    """A noun, and what it may be the plural of."""
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("es")
    return word, word.removesuffix("s"), singular


@lru_cache(maxsize=2048)
def may_act(words: str) -> bool:
    """Whether words may name who acts: by a head with a capital, or one of people or of a body.

    Or they point at somebody named elsewhere: "those responsible", "three".
    """
    head = head_of(words)
    if not head.islower() or _names(head):
        return True
    points = head in NUMBERS or not grammar.is_open(head) or head in _AMOUNTS
    return points or grammar.tokenise(words).words[0] == "those"


def _names(word: str) -> bool:
    return not _BODIES.isdisjoint(_forms(word)) or is_people(word)


def _only_tells_which(word: str) -> bool:
    """Whether a word behind a noun says more of it: "troops stationed in", "men seeking"."""
    if word in _MORE or grammar.is_gerund(word):
        return True
    return grammar.is_past(word) and word not in grammar.ADJECTIVES


@lru_cache(maxsize=2048)
def head_of(words: str) -> str:
    """The last word of a phrase before a preposition or a clause: "groups" of "groups in Dorva".

    Behind an amount it is that of what there is: "friends" of "many of his friends".
    """
    tokens = grammar.tokenise(words)
    head = ""
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        if word == "of" and head in _AMOUNTS:
            continue
        ends = word in grammar.PREPOSITIONS or word in _ENDS or word in grammar.MARKS
        if word in _LINKS or (word == "-" and head[-1:] in _GOES_ON):
            continue  # "Roe's house", "al- Roe", "the U.S.-led coalition"
        told = _only_tells_which(word) or word in _SUBJECTS
        if head and (ends or (told and (_names(head) or not _SITES.isdisjoint(_forms(head))))):
            break
        head = words[start:end]
    return head


def is_firm(words: str) -> bool:
    """Whether words for one body may be those of a firm: "the group", but not "rebel groups"."""
    return head_of(words).lower() in ("group", "agency", "broadcaster", "newspaper")


@lru_cache(maxsize=2048)
def is_site(words: str) -> bool:
    """Whether the head of a phrase is a sort of place: "side" of "the side of the river"."""
    return not _SITES.isdisjoint(_forms(head_of(_NUMBERED.sub("", words)).lower()))


@lru_cache(maxsize=2048)
def may_be_site(words: str) -> bool:
    """Whether a phrase may name a place: by a head with a capital, or one of a sort of place."""
    head = head_of(words)
    if not head.islower() or not _SITES_OR_SO.isdisjoint(_forms(head)):
        return True
    return head.endswith(_ENDS_SITE)


def does_for_others(subject: str) -> bool:
    """Whether a subject is a deed or a means, behind which those who do it may be named."""
    head = head_of(_REDUCED.sub("", subject)).lower()
    return head.removesuffix("s") in _MEANS or head in _MEANS or sort_of(subject) == "deed"
