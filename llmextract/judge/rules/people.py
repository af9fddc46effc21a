"""Nouns of people and of bodies that act: "residents", "the coalition", by lists and by endings."""

from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import names_people
from llmextract.article.times.words import NUMBERS

PEOPLE: Final = grammar.words_of(
    """
    acolyte actor addict adherent adolescent adult advisor advocate agent agents aide aircrew
    alawite alien ally alumni amateur ambassador analyst ancestor apprentice arab architect
    aristocrat assailant assassin assistant associate astronaut athlete attendant attorney aunt
    author baby bachelor band bandit bard baron beneficiary bereaved bishop bloke body bodyguard
    boss boy bride bureaucrat burglar cadet cadre candidate captain captive carabinero cardinal
    casualty celebrity champion chap chef chief child children christian citizen civilian cleric
    clerk client clown coach colleague colonel combatant comedian commandant commando community
    compatriot comrade congregant conscript conservative constable consul consultant contestant
    convict cook cop corporal corpse correspondent councillor councilor counsel counterpart couple
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
    vagrant vandal vet veteran vicar victim vigilante villain virgin visionary warden warlord widow
    wife witch witness wives wounded yazidi youth zealot
    """
)
# Bodies, and whoever is called by what he does or is: they act as well.
_BODIES: Final = grammar.words_of(
    """
    administration adviser agency air-force airline alliance army assembly association authority
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
    radio regime regiment registry republic rich school secretariat sect section security senate
    service settlement ship side sister society source spokesman spokespeople spokeswoman squad
    state station studio supplier syndicate task-force team television terrorist think-tank tribe
    tribunal tv unemployed union unit university voters website wing woman women
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
_ENDS: Final = grammar.words_of("who whom whose which that where when to")
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
    if not PEOPLE.isdisjoint(_forms(word)) or names_people(word):
        return True
    return word.endswith(tuple(_ENDS_PERSON)) and len(word) > _LEAST and word not in _ENDS_SO


def _forms(word: str) -> tuple[str, ...]:
    """A noun, and what it may be the plural of."""
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("es")
    return word, word.removesuffix("s"), singular


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
