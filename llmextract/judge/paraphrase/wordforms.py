"""Forms of English words: one root for what is inflected or derived from the same word.

The root is no dictionary form and is never shown; it only says that "killings" and "killed", or
"decide" and "decision", are one word. Prefixes stay: "legal" and "illegal" are two. So does "less".
"""

from functools import lru_cache
from typing import Final

_VOWELS: Final = frozenset("aeiouy")
_LEAST: Final = 4


def _table(rows: str) -> dict[str, str]:
    """Each group is a word and the forms that no rule leads back to it."""
    groups = (group.split("/") for group in rows.split())
    return {form: word for word, *forms in groups for form in forms}


# A group a word: irregular verbs, plurals and comparatives, then nouns made by other means.
_IRREGULAR: Final = _table(
    """
    be/am/is/are/was/were/been/being bear/bore/borne/born/birth/births beat/beaten
    become/became/becoming begin/began/begun/beginning bend/bent bid/bade/bidden bind/bound
    bite/bit/bitten bleed/bled/blood/bloody blow/blew/blown break/broke/broken/breakage breed/bred
    bring/brought build/built burn/burnt buy/bought catch/caught
    choose/chose/chosen/choice/choices cling/clung come/came/coming creep/crept deal/dealt dig/dug
    do/did/done/does/doing draw/drew/drawn dream/dreamt drink/drank/drunk drive/drove/driven
    eat/ate/eaten fall/fell/fallen feed/fed/food/foods feel/felt fight/fought find/found flee/fled
    fly/flew/flown/flies/flight/flights forbid/forbade/forbidden forget/forgot/forgotten
    forgive/forgave/forgiven freeze/froze/frozen get/got/gotten/getting give/gave/given/gift/gifts
    go/went/gone/goes/going grow/grew/grown/growth hang/hung have/has/had/having hear/heard
    hide/hid/hidden hold/held keep/kept kneel/knelt know/knew/known/knowledge lay/laid
    lead/led/leadership leap/leapt learn/learnt leave/left/leaving lend/lent lie/lain/lying/lies
    light/lit lose/lost/loss/losses/losing make/made/making mean/meant meet/met pay/paid
    prove/proven/proof quit/quitting ride/rode/ridden ring/rang/rung rise/rose/risen
    run/ran/running say/said/says see/saw/seen/sight/sights seek/sought sell/sold/sale/sales
    send/sent shake/shook/shaken shine/shone shoot/shot/shots show/shown shrink/shrank/shrunk
    sing/sang/sung/song/songs sink/sank/sunk sit/sat/seat/seats slay/slew/slain sleep/slept/asleep
    slide/slid speak/spoke/spoken/speech/speeches speed/sped spend/spent spin/spun stand/stood
    steal/stole/stolen stick/stuck strike/struck/stricken/striking swear/swore/sworn sweep/swept
    swim/swam/swum swing/swung take/took/taken/taking teach/taught tear/tore/torn tell/told
    think/thought/thoughts throw/threw/thrown understand/understood undergo/underwent/undergone
    wake/woke/woken/awake wear/wore/worn weave/wove/woven weep/wept win/won/winning wind/wound
    withdraw/withdrew/withdrawn/withdrawal write/wrote/written/writing man/men woman/women
    child/children/childhood person/people/persons foot/feet tooth/teeth goose/geese mouse/mice
    wife/wives knife/knives half/halves leaf/leaves thief/thieves/theft/thefts wolf/wolves
    shelf/shelves good/better/best/well bad/worse/worst/badly far/further/farther/furthest
    crisis/crises analysis/analyses/analyse/analyze/analyst medium/media criterion/criteria
    phenomenon/phenomena die/dies/died/dying/dead/death/deaths/deadly
    live/life/lives/alive/living/lively strong/strength/strengthen long/length/lengthy
    high/height/heighten wide/width/widen broad/breadth/broaden deep/depth/deepen
    young/youth/youths/younger/youngest true/truth/truths/truly warm/warmth heal/health/healthy
    weigh/weight succeed/success/successes/successful/successfully/succession/successor
    fail/failure/failures destroy/destruction/destructive describe/description/descriptions
    receive/reception/receipt/recipient deceive/deception/deceit believe/belief/beliefs
    relieve/relief grieve/grief admit/admission/admissions permit/permission
    submit/submission/submissions acquire/acquisition argue/argument/arguments
    judge/judgment/judgement/judgments arrive/arrival/arrivals hate/hatred pursue/pursuit
    poor/poverty free/freedom marry/marriage/marriages
    compete/competition/competitions/competitor/competitors/competitive
    apply/application/applications/applicant supply/supplier/supplies deny/denial/denies
    try/trial/trials reveal/revelation/revelations explain/explanation/explanations
    pronounce/pronunciation/announcement maintain/maintenance repeat/repetition
    require/requirement/requisite retain/retention detain/detention/detentions/detainee/detainees
    intervene/intervention invent/invention prevent/prevention solve/solution/solutions
    resolve/resolution evolve/evolution revolt/revolution assume/assumption consume/consumption
    resume/resumption collide/collision abuse/abusive injure/injury/injuries/injured
    perjure/perjury tax/taxation/taxes vary/variety/various/variation angry/anger/angered
    hungry/hunger weak/weakness/weaken safe/safety/safely difficult/difficulty/difficulties
    honest/honesty royal/royalty loyal/loyalty cruel/cruelty certain/certainty
    hero/heroes/heroic/heroine enemy/enemies medic/medical/medicine/medicines
    science/scientist/scientific music/musician/musical
    politics/politician/politicians/political/politically/policy/policies
    economy/economic/economics/economist finance/financial/financially
    history/historic/historical/historian crime/criminal/criminals/criminally
    law/lawyer/lawyers/lawful office/officer/officers/official/officials/officially
    parliament/parliamentary minister/ministry/ministries/ministerial
    president/presidential/presidency
    govern/government/governments/governmental/governor/governors diplomat/diplomacy/diplomatic
    democracy/democratic/democrat secretary/secretariat
    terror/terrorist/terrorists/terrorism/terrify robber/robbery/robbed/rob burglar/burglary
    surgeon/surgery/surgical nurse/nursing pregnant/pregnancy
    """
)
# Demonyms that no ending leads back to the name of their place; a place has several.
_PLACES: Final = _table(
    """
    france/french britain/british/briton/uk spain/spanish/spaniard germany/german
    netherlands/dutch denmark/danish/dane sweden/swedish/swede norway/norwegian
    finland/finnish/finn poland/polish/pole turkey/turkish/turk england/english
    scotland/scottish/scot wales/welsh ireland/irish switzerland/swiss greece/greek cyprus/cypriot
    china/chinese lebanon/lebanese portugal/portuguese vietnam/vietnamese kurdistan/kurdish/kurd
    afghanistan/afghan peru/peruvian thailand/thai philippines/filipino/philippine
    ukraine/ukrainian argentina/argentine/argentinian mexico/mexican canada/canadian
    belgium/belgian chile/chilean morocco/moroccan america/american/us/usa january/jan
    february/feb august/aug september/sept/sep october/oct november/nov december/dec monday/mon
    tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun
    """
)
# Endings of demonyms, with what the name of the place has in their stead.
_DEMONYMS: Final = (
    ("ian", ("", "e", "y", "ia")),
    ("an", ("", "a", "e", "y")),
    ("n", ("",)),
    ("ese", ("", "a")),
    ("i", ("", "a")),
)
# Longest first; what is left must have four letters.
_SUFFIXES: Final = tuple(
    sorted(
        """
        ization isation izations isations ational ations ation ating ated ative ator ators ate
        ition ions ion ment ments mental ness ful fully ship ships hood able ible ably ibly ability
        ibility al ally ial ially ual ually ian ians an ic ical ically ics ive ively ous ously ious
        eous ity ities er ers or ors ist ists istic ism ance ence ances ences ancy ency ant ent ants
        ents ently antly ize ise iz is ify ifi ary ery ly y
        dom age ages ee ees eer ette ess esses en ened ening some ish wise ward wards
        """.split(),
        key=len,
        reverse=True,
    )
)
_MAIN_ENDINGS: Final = ("ing", "ed")


@lru_cache(maxsize=1 << 15)
def root(word: str) -> str:
    """What all forms of a word in lower case share."""
    word = word.removesuffix("'s").removesuffix("'")
    if word in _IRREGULAR:
        return _bare(_IRREGULAR[word])
    single = _singular(word)
    if single in _IRREGULAR:
        return _bare(_IRREGULAR[single])
    return _bare(single)


@lru_cache(maxsize=1 << 13)
def name_forms(name: str) -> frozenset[str]:
    """A name in lower case with the place it may be made from: "syrians" gives "syria" too.

    A wrong candidate does no harm: what counts is whether the text has it as a name.
    """
    name = name.removesuffix("'s").removesuffix("'")
    found = {name}
    for form in (name, name.removesuffix("s")):
        if form in _PLACES:
            found.add(_PLACES[form])
        for ending, instead in _DEMONYMS:
            stem = form.removesuffix(ending)
            if stem != form and len(stem) > 2 and (ending != "n" or stem.endswith("a")):
                found.update(stem + end for end in instead if len(stem + end) >= _LEAST)
    return frozenset(found)


def _bare(word: str) -> str:
    if word.endswith(("ingly", "edly")):
        word = word.removesuffix("ly")
    word = _without_ending(word)
    for _ in range(3):
        shorter = _without_suffix(word)
        if shorter == word:
            break
        word = shorter
    return _levelled(word)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "zes", "oes")):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    for ending in _MAIN_ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) != len(word) and len(stem) > 2 and not _VOWELS.isdisjoint(stem):
            return stem
    return word


def _without_suffix(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST:
            stem = word[: -len(suffix)]
            return word if _VOWELS.isdisjoint(stem) else stem
    return word


def _levelled(stem: str) -> str:
    """The end of a stem as it is before any suffix: "stopp" is "stop", "carry" is "carri"."""
    stem = stem.rstrip("e") or stem
    if len(stem) > 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    if len(stem) > 2 and stem[-1] == "y":
        stem = stem[:-1] + "i"
    if len(stem) > 4:
        # decide and decision, respond and response; produce and production
        if stem.endswith(("ad", "ed", "id", "od", "ud", "nd")):
            stem = stem[:-1] + "s"
        elif stem.endswith("ct"):
            stem = stem[:-1]
    return stem
