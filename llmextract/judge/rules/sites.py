"""Nouns of places, by which words in small letters may name one: "outskirts", "a warehouse"."""

from typing import Final

from llmextract.article.syntax import grammar

# Places by what they are called, whatever stands before them.
SITES: Final = grammar.words_of(
    """
    airbase airport airspace apartment area avenue bank barracks base bay border bridge building
    cafe camp canton cape capital cemetery center centre checkpoint church city clinic coast
    compound consulate continent corner countryside county courthouse crossing dam department depot
    desert district east embassy enclave entrance facility factory farm field floor forest front
    frontline garden garrison gate governorate ground gulf hamlet harbor harbour headquarter
    highway hill home hospital hotel house installation interior intersection island jail junction
    jungle jurisdiction kilometer kiosk lake land library location mall market marketplace mine
    monastery monument mosque mountain municipality museum neighborhood neighbourhood newsroom
    north northeast northwest ocean office outskirt palace parish park part peninsula pipeline
    place plant plaza point port position post precinct premises prison province quarter refinery
    region residence restaurant river road rooftop room route safehouse scene school sea sector
    settlement shop side site sky soil south southeast southwest spot square stadium station store
    street stronghold studio suburb synagogue temple terrain territory theater theatre tower town
    tunnel valley village ward warehouse well west yard zone
    """
)
# What is a place where something else tells so: "in the community", not "the community".
_MAY_BE: Final = grammar.words_of(
    """
    abbey academy acropolis aerodrome aircraft airfield airstrip aisle alley alleyway altar apron
    aquarium arcade archipelago arena asylum attic auditorium backyard bakery balcony ballpark
    ballroom bar barbershop barn barrage basement basilica basin bathroom battlefield battleground
    bazaar beach bedroom bedside bell-tower bistro boardwalk boat bookshop bookstore borough bottom
    boulevard boundary boutique brewery bungalow bunker bus bush cabin cafeteria café campground
    campus canal canyon car carriageway casbah casino castle catchment cathedral cave cell cellar
    chalet chamber chapel churchyard cinema citadel classroom cliff club cockpit college colony
    commune community complex condo convent corridor cosmodrome cottage counter country court
    courtroom courtyard crater creek crematorium crevice crossroads crosswalk cul-de-sac culvert
    curb dairy debris deck delta demarcation den depression diner distillery ditch dock dockyard
    door doorstep doorway dormitory downtown driveway dugout dump dwelling dyke earth eatery edge
    emirate encampment escarpment estate expressway fairground farmhouse farmland farmyard fault
    favela fence ferry flat flyover foot foothill footpath forecourt fort fortress foundry fountain
    foyer freeway frontier gallery garage gateway ghetto globe gorge grassland grave graveside
    graveyard greenhouse grocery guesthouse gully gurdwara gutter gym gymnasium hacienda half hall
    hallway hangar haven headquarters heart heartland helipad heliport hermitage hideout hillside
    hilltop hinterland homeland hospice hostel hostelry hub hut igloo inlet inn inside institute
    jetty kerb kibbutz kindergarten kingdom kitchen lab laboratory lagoon lakeside landfill landing
    lane laundry lawn lay-by layby ledge levee lighthouse line lobby locale locality lodge loft lot
    lounge madrasa madrassa mainland mansion marina mark marsh mausoleum meadow medina megacity
    metro metropolis middle mill minaret ministry moat mooring morgue mortuary motel motorway
    mountainside mud nation nightclub node nursery oasis obelisk observatory oilfield orchard
    orphanage outback outhouse outpost outside outskirts overpass paddock pagoda parking parliament
    parlor parlour pass passage path patio pavement pavilion penitentiary penthouse perimeter
    pharmacy pier pit pitch pizzeria plain plane planet planetarium plateau platform playground
    pocket pond pool poolside porch prairie prefecture promenade pub pyramid quarry quay racetrack
    railroad railway rampart ranch range ravine reef refuge regulator republic reserve reservoir
    resort rest restroom ridge rift ring rink riverbank riverbed riverside roadblock roadside rock
    roof roundabout rubble ruins runway salon sanctuary sandbank sauna savanna savannah sawmill
    schoolyard seabed seaside section seminary shack shaft shantytown shed shelter ship shipyard
    shore shoreline shrine sidetrack sidewalk siding silo sinkhole skyscraper slope slum smelter
    souk souq space spaceport spring stable stage stair staircase stairwell stall stand state
    statue steeple steppe stop strait stream structure substation subway supermarket surface swamp
    tanker tarmac tavern tent terminal thicket thoroughfare tip toilet tollbooth tomb top townhouse
    township track trail train tramway trench tube tundra turnpike turret underpass university
    uptown vault vehicle velodrome veranda vessel viaduct vicinity villa vineyard wadi wall
    wasteland watchtower water waterfront watershed way weir wetland wharf wilderness window wing
    wood woodland workplace workshop world wreckage zoo
    """
)


def is_site(words: str) -> bool:
    """Whether the head of a phrase is a sort of place: "side" of "the side of the river"."""
    return _is_in(head_of(words).lower(), SITES)


def may_be_site(words: str) -> bool:
    """Whether a phrase may name a place: by a head with a capital, or one of a sort of place."""
    head = head_of(words)
    return not head.islower() or _is_in(head, SITES | _MAY_BE)


def head_of(words: str) -> str:
    """The last word of a phrase before a preposition or a clause."""
    tokens = grammar.tokenise(words)
    head = ""
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        if head and (word in grammar.PREPOSITIONS or word in ("where", "which", "that", ",")):
            break
        head = words[start:end]
    return head


def _is_in(head: str, nouns: frozenset[str]) -> bool:
    return head in nouns or head.removesuffix("s") in nouns or _singular(head) in nouns


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("es")
