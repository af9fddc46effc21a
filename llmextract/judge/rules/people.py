"""Nouns of people and of bodies that act: "residents", "the coalition", by lists and by endings."""

from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import names_people
from llmextract.article.times.words import NUMBERS

PEOPLE: Final = grammar.words_of(
    """
    lives life bodies body victims victim casualties corpses remains souls dead others
    families family households household kids kid infants infant babies baby toddler toddlers teens
    locals veterans veteran pilgrims cadets nuns monks priests clerics deputies civilians refugees
    refugee conservatives liberals employees employee detainees detainee hostages hostage inmates
    prisoners residents resident students student patients patient agents agent immigrants migrants
    servants assistants tenants combatants combatant occupants consultants militants pedestrians
    pedestrian presidents parents parent relatives relative friends friend neighbors neighbours
    guests guest tourists mourners spectators spectator crew staff cops cop troops guards guard
    scouts aides aide nationals national citizens foreigners youths teenagers couples couple brides
    siblings cousins uncles aunts grandchildren grandparents schoolchildren schoolboys schoolgirls
    schoolboy schoolgirl people recruits conscripts reservists marines commandos operatives suspects
    councilors councillors mayors governors chiefs chief heads addicts individuals individual
    persons candidates candidate delegates peasants soldiers martyrs thugs bandits thieves pirates
    fans models artists actors dancers nephews nieces orphans widows twins triplets crowd mob slaves
    justices justice captains captain surgeons surgeon folks colonels heroes hero sons son dads moms
    girls boys analysts analyst gymnasts enthusiasts hosts priest athletes chefs monarchs princes
    bystanders natives indigenous muslims christians jews sunnis shiites kurds arabs turks russians
    """
)
# Bodies, and whoever is called by what he does or is: they act as well.
_BODIES: Final = grammar.words_of(
    """
    aircrew aircrews alumni attorney attorneys advocate advocates attendants attendant caliphate
    commands crowds ladies lady panel panels poet poets sheikh sheikhs ships ship peoples
    wounded injured displaced detained poor rich elderly unemployed homeless sick disabled
    republic republics colectivos carabineros gendarmes gendarmerie jihadis peshmerga mujahideen
    administration administrations agency agencies airline airlines allies ally alliance alliances
    ambassador ambassadors assembly association associations authorities authority bank banks bloc
    board boards body bodies branch broadcaster broadcasters brigade brigades battalion battalions
    bureau business businesses cabinet campaign cartel cartels cell cells chamber channel charity
    charities church clan clans clergy club coalition coalitions column command commission
    commissions committee committees community communities companies company congregation congress
    consortium contingent convoy corporation corporations council councils counterpart counterparts
    country countries court courts crime delegation delegations department departments diaspora
    directorate division divisions elements element electorate elite embassy emirate enemy enemies
    enterprise envoy envoys establishment executive executives faction factions federation firm
    firms fleet force forces foundation front fund funds gang gangs garrison general generals
    government governments group groups grouping groupings guerrillas guerrilla house hospital
    hospitals industry initiative insider insiders institute institution institutions insurgency
    intelligence investors judge judges judiciary jury kingdom king lawmaker lawmakers leadership
    league legislature lobby magazine majority management media men migrants militia militias
    military ministry ministries minority mission missions mission monarchy movement movements
    nation nations navy network networks newspaper newspapers newsroom observatory office offices
    officer officers official officials operator operators opponent opponents opposition order
    organisation organisations organization organizations outfit outlet outlets paper papers
    parliament parties party partner partners partnership patrol patrols peers personnel platform
    platoon police policemen politburo population populations power powers prefect prefects
    premier presidency press producers prosecution public publication publisher queen radio rebel
    rebels regime regimes regiment registry rival rivals school schools sect sects secretariat
    secretary secretaries section security senate senator service services settlement side sides
    society source sources spokespeople squad squads state states station studio supplier
    syndicate task-force team teams television terrorist terrorists think-tank tribe tribes tribunal
    tv union unions unit units university voters website websites wing witness witnesses women youth
    adviser advisers advisor advisors ministers minister president prime spokesman spokeswoman
    spokesperson diplomat diplomats expert experts lawyer lawyers wife husband mother father brother
    sister daughter son child children woman man men boy girl mp mps ngo ngos contras troops army
    armies air-force guard guards corps militants militant fighters fighter gunmen
    """
)
_ENDS_PERSON: Final = grammar.words_of("ers er ors men women man woman ists ist ians ees ee")
# Things that end so too.
_ENDS_SO: Final = grammar.words_of(
    """
    computers containers trailers towers rivers helicopters posters letters matters numbers orders
    papers powers centers quarters shelters theaters theatres printers boosters sectors reactors
    tractors doors floors factors errors motors generators corridors harbors harbours answers
    offers chapters counters trawlers tankers launchers mortars bombers lasers
    newspapers skyscrapers drawers flowers layers meters liters corners borders
    rumors rumours colors colours hours hour water fever order number power river paper letter
    matter center summer winter weather quarter tower shelter helicopter computer newspaper door
    floor error motor sector factor charter disaster disasters encounter encounters danger dangers
    barrier barriers bunker bunkers bulldozer bulldozers launcher trees tree degrees degree fees
    fee bees bee knees knee coffee
    """
)
_LEAST: Final = 4
_ENDS: Final = grammar.words_of("who whom whose which that where when and or to")
_MORE: Final = grammar.words_of(
    "loyal close hostile opposed related due next adjacent responsible able unable ready likely"
    " willing aware present familiar active alone alike involved concerned based"
)
_AMOUNTS: Final = grammar.words_of(
    "number hundreds thousands dozens scores tens millions many some most several lots couple"
    " handful majority range variety rest remainder half third all each one two three four five six"
    " seven eight nine ten none plenty host array"
)


def is_people(word: str) -> bool:
    """Whether a noun is of people, as far as the lists and its ending tell."""
    if word in PEOPLE or names_people(word):
        return True
    return word.endswith(tuple(_ENDS_PERSON)) and len(word) > _LEAST and word not in _ENDS_SO


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
    return word in _BODIES or is_people(word)


def _only_tells_which(word: str) -> bool:
    """Whether a word behind a noun says more of it: "forces loyal to", "troops stationed in"."""
    return word in _MORE or (grammar.is_past(word) and word not in grammar.ADJECTIVES)


def head_of(words: str) -> str:
    """The last word of a phrase before a preposition or a clause: "groups" of "groups in Dorva".

    Behind an amount it is that of what there is: "friends" of "many of his friends".
    """
    tokens = grammar.tokenise(words)
    head = ""
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        if word == "of" and head in _AMOUNTS:
            continue
        ends = word in grammar.PREPOSITIONS or word in _ENDS or not word[0].isalnum()
        if word == "-" and head.islower():
            continue  # "al- Roe"
        if head and (ends or (_only_tells_which(word) and _names(head))):
            break
        head = words[start:end]
    return head
