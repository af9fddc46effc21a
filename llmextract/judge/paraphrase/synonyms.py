"""Words of news English that may stand for each other, and words that say nothing by themselves.

Two relations, both safe in the direction given: a group of `_ALIKE` holds words that say the same
in a summary; in `_KINDS` the first word says less than those behind it, so that "animals" may sum
up "pigs" and "died" may sum up "was shot dead", never the other way. Opposites and neighbours in
kind (doctor and nurse, Tuesday and Friday, arrest and release) share no group: they are what a
false summary is made of.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from llmextract.article.syntax.grammar import words_of
from llmextract.judge.paraphrase.wordforms import root

FUNCTION_WORDS: Final = words_of("""
    a an the this that these those it its itself he him his himself she her hers herself they them
    their theirs themselves we us our ours ourselves you your yours yourself i me my mine myself
    who whom whose which what when where why how whatever whichever whoever whether if then than
    as at by for from in into of off on onto out over to toward towards up upon with within about
    above across after against along amid amidst among amongst around before behind below beneath
    beside besides between beyond despite down during inside near next outside per since through
    throughout till under until via and or but nor yet so because although though while whilst
    whereas unless however moreover therefore meanwhile otherwise instead thus hence also too very
    just even still already again ago ever once now there here be am is are was were been being do
    does did done doing has have had having would will shall should can could may might must ought
    let some any each every all both either such other others another same own more most less
    least much many few several enough quite rather almost nearly well away earlier later back far
    apart together etc else aged vs versus pm s t d ll m re ve mr mrs ms dr according
    """)
"""Words that carry grammar; what they change (negation, figures) is read by other rules."""

LIGHT_WORDS: Final = frozenset(
    root(word)
    for word in """
    say tell speak call name mean ask add note state go come take make give put get keep let
    become seem appear look show see want need try know think feel believe like begin start
    continue happen set turn bring have include involve concern find use help work face new old
    first last former latter recent soon time part kind sort type people person thing place number
    group fact way case matter issue problem main major key big large great small little good
    different various certain particular own mostly mainly about currently previously originally
    finally eventually nearby entire whole full current one two ones
    """.split()
)
"""Verbs, nouns and adjectives so general that they add no fact of their own."""

_ALIKE: Final = """
    say/tell/report/state/announce/declare/add/reveal/disclose
    claim/allege/assert/insist/maintain/contend reply/respond/answer
    ask/request/urge/call/appeal/plead
    criticize/condemn/denounce/slam/blast/attack/lambaste/criticism/criticise/blasted
    praise/hail/laud/applaud/commend warn/caution/alert accuse/blame deny/reject/dismiss/refute
    admit/acknowledge/concede/confess agree/accept/consent/approve confirm/verify/corroborate
    explain/clarify promise/pledge/vow/swear suggest/propose/recommend describe/depict/portray
    discuss/debate/talk/talks/conversation meet/meeting/talks/encounter
    deal/agreement/pact/accord/treaty ceasefire/truce/armistice believe/think/consider/reckon/feel
    hope/wish want/seek/wish/desire expect/anticipate/await/predict/forecast
    plan/intend/aim/scheme decide/choose/opt/resolve/determine try/attempt/seek/effort/bid
    begin/start/launch/commence/open/kick-off end/finish/conclude/complete/stop/cease
    continue/remain/stay/keep/persist stop/halt/block/prevent/avert/thwart/foil
    delay/postpone/defer cancel/scrap/axe/call-off allow/permit/let/enable
    ban/prohibit/forbid/outlaw/bar force/compel/oblige need/require/must
    help/assist/aid/support/back give/grant/hand/offer/provide/present/donate/award
    get/receive/obtain/acquire/gain buy/purchase sell/flog pay/spend earn/make cost/price
    show/display/exhibit/reveal/demonstrate see/watch/observe/view/witness/spot/notice
    look/appear/seem appear/emerge/surface find/discover/uncover/locate/detect
    search/hunt/look/scour hide/conceal keep/retain/hold use/utilise/employ/deploy
    build/construct/erect create/make/produce/form/design destroy/demolish/ruin/wreck/raze
    damage/harm/hurt fix/repair/mend change/alter/modify/shift move/relocate/transfer
    leave/depart/exit/quit arrive/reach/land enter/join return/come flee/escape chase/pursue
    follow/trail/track lead/head travel/journey/trip/go/visit go/head/travel send/dispatch/deliver
    carry/transport/convey drive/steer crash/collide/smash/accident
    fall/drop/plunge/tumble/decline/decrease rise/increase/grow/climb/soar/surge/jump
    raise/increase/lift/boost cut/reduce/lower/slash win/beat/defeat/triumph/victory lose/defeat
    fight/battle/combat/clash attack/assault/raid/strike bomb/bombard shell/shelling/bombard
    capture/seize/take retake/recapture/regain withdraw/retreat/pull-out kill/slay murder/homicide
    dead/deceased die/perish/succumb deadly/fatal/lethal injure/wound/hurt shoot/gun/fire
    stab/knife explode/detonate/blast/explosion arrest/detain/custody
    jail/imprison/prison/imprisonment free/release convict/guilty sentence/sentencing
    charge/indict trial/court investigate/probe/inquiry/enquiry/examine suspect/suspected
    suspicion/suspected police/officer/cop/officers/policeman officials/authorities
    soldier/troops/serviceman troops/forces/soldiers fighter/militant/gunman rebel/insurgent
    militant/extremist/jihadist protest/demonstrate/demonstration/rally protester/demonstrator
    riot/unrest election/poll/vote elect/vote/choose vote/ballot politician/lawmaker
    lawmaker/legislator/parliamentarian leader/head/chief/boss chief/head/director
    boss/manager/coach manager/coach owner/own firm/company/business/corporation shop/store
    worker/employee/staff job/post/position/role/work hire/recruit/appoint/employ
    fire/sack/dismiss resign/quit/step-down money/cash/funds rich/wealthy poor/impoverished
    expensive/costly/pricey cheap/inexpensive big/large/huge/massive/enormous/giant/vast
    small/little/tiny/minor new/fresh/latest/recent old/elderly/aged/ancient young/youthful
    quick/fast/rapid/swift slow/gradual famous/well-known/renowned/celebrated/iconic
    important/significant/crucial/key/vital/major main/primary/chief/principal/key
    strange/odd/weird/bizarre/unusual rare/unusual/uncommon beautiful/gorgeous/stunning
    amazing/incredible/stunning/astonishing/remarkable/extraordinary
    terrible/awful/horrific/horrible/dreadful/grim/gruesome scary/frightening/terrifying
    angry/furious/outraged happy/pleased/delighted/glad sad/upset/devastated/distraught
    afraid/scared/frightened/fearful sorry/apologise/apology/regret worry/concern/fear/anxious
    problem/trouble/difficulty/issue danger/risk/threat/peril dangerous/hazardous/risky
    safe/secure sick/ill/unwell/illness/sickness/disease disease/illness/condition/disorder
    doctor/physician/medic hospital/clinic drug/medicine/medication cure/heal surgery/operation
    pregnant/expecting baby/infant/newborn child/kid/youngster teenager/teen/youngster/adolescent
    pupil/student/schoolchild teacher/tutor boy/lad girl/schoolgirl parent/mother/father
    mother/mum/mom father/dad wife/spouse husband/spouse married/wed/wedding/marriage
    split/separate/divorce relative/family friend/pal/mate pair/couple/duo
    partner/boyfriend/girlfriend neighbour/neighbor resident/inhabitant/local citizen/national
    immigrant/migrant refugee/displaced victim/casualty survivor/survive
    witness/onlooker/bystander crowd/spectators fan/supporter star/celebrity actor/actress
    singer/vocalist/musician/songwriter song/track/tune film/movie film/shoot
    picture/photo/photograph/image/snap/shot video/footage/clip book/novel writer/author
    write/pen/author letter/note/memo message/text newspaper/paper
    reporter/journalist/correspondent programme/show/series website/site
    game/match/fixture/tie/clash player/footballer footballer/player team/side/squad/club
    club/side season/campaign title/championship goal/score/net score/strike striker/forward
    penalty/spot trophy/cup champion/winner race/contest contest/compete/competition
    sign/contract/join home/house/residence/property house/building flat/apartment town/city
    village/settlement street/road car/vehicle/auto/automobile truck/lorry
    plane/aircraft/jet/airliner/airplane flight/plane ship/boat/vessel train/rail/railway
    airport/airfield passenger/traveller pilot/captain sea/ocean coast/shore/seaside hill/mountain
    forest/wood/woodland storm/hurricane rain/downpour fire/blaze flood/flooding/deluge
    earthquake/quake food/meal eat/consume/devour dog/puppy cat/kitten dirty/filthy clean/wash
    clothes/clothing/garment/outfit wear/dress/don gun/firearm/weapon weapon/arms bullet/round
    bag/suitcase/luggage body/corpse/remains grave/tomb rubbish/trash/garbage/waste gas/petrol
    phone/mobile/telephone tv/television nation/country/state country/homeland
    pm/premier government/administration war/conflict peace/truce religion/faith church/chapel
    muslim/islamic islamic/islamist law/legislation legal/lawful illegal/unlawful rule/regulation
    right/entitlement crime/offence/offense criminal/offender thief/robber/burglar
    steal/rob/theft/pinch kidnap/abduct rape/assault abuse/mistreat fake/false/bogus/counterfeit
    lie/untrue true/genuine/real secret/hidden/clandestine public/open private/personal
    famous/star common/frequent/usual often/frequently/regularly always/constantly
    sometimes/occasionally maybe/perhaps/possibly probably/likely
    about/approximately/roughly/around/some only/merely/solely/just especially/particularly
    suddenly/abruptly immediately/instantly finally/eventually again/once together/jointly
    total/overall/altogether amount/quantity/sum share/proportion majority/most
    result/outcome/consequence cause/lead/trigger/spark/prompt reason/motive/cause
    goal/aim/target/objective target/aim idea/plan/proposal chance/opportunity/possibility
    choice/option test/exam/examination/trial study/research/survey scientist/researcher/expert
    expert/specialist university/college school/academy list/roll figure/number/statistic
    part/section/portion piece/fragment group/band/gang member/participant party/celebration
    event/occasion anniversary/birthday night/evening morning/dawn afternoon/midday annual/yearly
    daily/everyday date/day period/spell moment/instant history/past past/previous/former
    future/upcoming incoming/new/next current/present earlier/previously/before following/after
    later/afterwards/subsequently early/beginning end/final/close final/last top/highest
    bottom/lowest front/ahead near/close/nearby far/distant abroad/overseas foreign/overseas
    local/neighbourhood world/global/international/worldwide region/area/zone/district area/region
    border/frontier line/queue hole/gap wall/barrier roof/ceiling floor/ground door/entrance
    room/chamber garden/yard farm/ranch field/pitch land/territory gift/present reward/prize/award
    honour/honor/tribute mark/celebrate/commemorate commemorate/remember memory/memorial
    remain/stay live/reside sleep/nap rest/break wait/await hit/strike kick/boot throw/hurl/toss
    catch/capture pull/drag push/shove fill/full/packed empty/vacant cover/coverage
    lack/shortage/absence enough/sufficient popular/beloved/best-loved favourite/beloved
    strong/powerful weak/feeble hard/tough/difficult easy/simple clear/evident/obvious/apparent
    apparent/seeming/ostensible unclear/uncertain/unknown sure/certain/confident uncertain/unsure
    ready/prepared/prepare able/capable/can likely/set/due set/due aim/bid deal/handle
    wrong/mistaken/incorrect/error/mistake mistake/error/blunder right/correct same/identical
    different/distinct separate/different similar/alike/like return/comeback recover/recuperate
    treat/treatment/therapy suffer/endure/undergo undergo/receive diagnose/diagnosis
    spread/transmit avoid/evade/dodge ignore/neglect/disregard forget/overlook
    remember/recall/recollect learn/discover know/aware understand/realise/realize
    recognise/recognize/identify organise/organize/arrange analyse/analyze defend/protect/guard
    protect/shield/safeguard rescue/save save/rescue evacuate/evacuation survive/outlive
    abandon/desert refuse/decline/reject oppose/against/resist challenge/dispute/contest
    compare/liken link/connect/tie/connection connect/join/link relationship/romance
    date/dating/romance propose/proposal/engaged engaged/engagement gather/assemble/collect
    collect/gather divide/split distribute/hand publish/release/print post/upload/share
    tweet/twitter online/internet/web hack/breach breach/violate/violation punish/penalise/penalty
    fine/penalty suspend/suspension/ban sanction/embargo import/importation trade/commerce
    bank/lender loan/credit debt/owe tax/levy economy/economic growth/expand/expansion
    recession/downturn/slump crisis/emergency disaster/catastrophe/tragedy tragedy/tragic
    scandal/controversy/row controversial/disputed/contentious row/dispute/quarrel/argument
"""

_KINDS: Final = """
    person/man/woman/boy/girl/child/teenager/adult/passenger/worker/resident/citizen/civilian/soldier
    people/men/women/children/families/passengers/residents/citizens/civilians/crowd/fans/victims/locals
    man/father/husband/son/brother/boy/gentleman/uncle/grandfather/king/prince/waiter/guy
    woman/mother/wife/daughter/sister/girl/lady/aunt/grandmother/queen/princess/actress/waitress
    child/boy/girl/son/daughter/toddler/baby/infant/schoolboy/schoolgirl
    youngster/teenager/boy/girl/child parent/mother/father sibling/brother/sister/twin
    relative/mother/father/son/daughter/brother/sister/uncle/aunt/cousin/grandmother/grandfather/niece
    family/mother/father/wife/husband/son/daughter/parents/brother/sister/children
    die/kill/murder/execute/drown/perish/suicide death/kill/murder/die/execution/suicide
    kill/murder/execute/assassinate/massacre/slaughter/behead/strangle murder/assassinate
    attack/bomb/shoot/shell/raid/strike/ambush/stab/assault/airstrike/missile
    violence/attack/fight/clash/kill/riot/bomb/shoot fight/battle/clash/war
    injure/stab/burn/fracture/break/bruise injury/wound/fracture/burn/bruise/cut arrest/detain
    crime/murder/robbery/theft/rape/fraud/burglary/assault
    weapon/gun/rifle/pistol/knife/bomb/missile/grenade gun/rifle/pistol/revolver/shotgun/handgun
    vehicle/car/truck/van/bus/lorry/motorcycle/tank/taxi
    boat/sailboat/yacht/ferry/ship/dinghy/canoe vessel/ship/boat/sailboat/yacht/ferry/tanker
    aircraft/plane/jet/helicopter/drone/airliner/bomber
    animal/dog/cat/horse/pig/cow/bird/sheep/lion/tiger/bear/elephant/monkey/rabbit/snake/fish
    bird/chicken/turkey/duck/eagle/goose/hen/owl pet/dog/cat/rabbit/hamster
    food/bread/meat/cheese/pie/pudding/fruit/egg/chicken/vegetable/cake
    meat/beef/pork/chicken/lamb/bacon/poultry drink/beer/wine/coffee/tea/vodka/whisky/juice
    alcohol/beer/wine/vodka/whisky drug/cocaine/heroin/cannabis/marijuana
    building/house/school/hospital/church/mosque/temple/tower/warehouse/station
    home/house/flat/apartment/mansion/cottage/bungalow
    clothes/shirt/dress/trousers/jacket/coat/shoes/jeans jewellery/ring/necklace/bracelet
    jewelry/ring/necklace/bracelet illness/cancer/flu/cold/pneumonia/diabetes/malaria/ebola
    disease/cancer/flu/malaria/diabetes/ebola/measles virus/ebola/flu/hiv
    doctor/surgeon/paediatrician/psychiatrist/cardiologist
    worker/nurse/teacher/driver/engineer/waiter/builder
    official/minister/spokesman/spokeswoman/spokesperson/governor/mayor/ambassador/commissioner
    politician/senator/congressman/mp/minister/president/governor/mayor
    leader/president/chairman/captain/prime/chief/king/queen
    soldier/private/sergeant/corporal/commander
    officer/policeman/detective/sergeant/constable/inspector
    player/striker/midfielder/defender/goalkeeper/winger/batsman/bowler/quarterback/pitcher/forward
    sport/football/cricket/rugby/tennis/golf/basketball/baseball/hockey/swimming
    athlete/swimmer/runner/cyclist/boxer/footballer/golfer/player
    musician/singer/guitarist/drummer/pianist/songwriter artist/singer/painter/sculptor/musician
    performer/singer/dancer/actor/comedian entrepreneur/founder show/programme/concert/exhibition
    game/match/final/semi-final/derby match/final/semi-final/derby
    competition/championship/tournament/league/cup media/newspaper/television/radio/website
    money/pound/dollar/euro say/tweet/write/announce communicate/say/write/call
    message/email/tweet/text/letter document/letter/memo/report/file/passport/contract
    picture/photograph/painting/drawing/selfie test/exam
    storm/hurricane/tornado/typhoon/cyclone/blizzard weather/rain/snow/storm/wind
    disaster/earthquake/flood/tsunami/hurricane water/sea/river/lake body/corpse
    area/town/city/village/district/region place/town/city/village/country town/suburb
    settlement/village/town travel/fly/drive/sail/walk move/walk/run/drive/fly
    take/steal/seize/grab hold/grip remove/strip/delete hurt/injure/wound speak/talk/whisper/shout
    talk/speak express/say create/build/write/design make/build/create/produce work/job
    european/french/german/italian/spanish/british/dutch/polish/greek
    african/nigerian/kenyan/egyptian/libyan/somali
    month/january/february/march/april/may/june/july/august/september/october/november/december
    weekend/saturday/sunday season/summer/winter/spring/autumn
"""


def _related() -> dict[str, frozenset[str]]:
    allowed: defaultdict[str, set[str]] = defaultdict(set)
    for line in _ALIKE.split():
        words = {root(word) for word in line.split("/")}
        for word in words:
            allowed[word] |= words
    for line in _KINDS.split():
        general, *special = (root(word) for word in line.split("/"))
        for word in special:
            allowed[word].add(general)
    return {word: frozenset(others) for word, others in allowed.items()}


@cache
def _allowed() -> dict[str, frozenset[str]]:
    return _related()


def summed_up_by(roots: Iterable[str]) -> frozenset[str]:
    """The roots of all words that may sum up a text that has `roots`."""
    allowed = _allowed()
    found: set[str] = set()
    for word in roots:
        found.add(word)
        found |= allowed.get(word, frozenset())
    return frozenset(found)
