"""Words of news that one slip of the pen turns into each other, as "looting" and "looking".

In such a pair a changed letter is a changed word. The list holds the common English words of which
one is the other with a letter lost, added, changed or swapped; spellings of one word ("honour",
"honor") are none.
"""

from functools import cache
from itertools import pairwise
from typing import Final

# Stems: "lead/leak/lean" makes "leading" no slip for "leaking", nor "leaning" for "leaking".
_CHAINS: Final = """
    abiding/aiding ability/agility aboard/abroad absorption/adsorption abus/amus abuse/abuser
    academic/academie accent/accept accursed/accused accuser/accuse ache/arche/archer/archery
    action/auction adapt/adopt addiction/addition/audition ador/adorn advert/avert
    advertise/advertiser advic/advis advise/adviser/advisor/advisory ageing/aging aground/around
    aiming/arming airline/airliner alert/avert alleges/alleles altitude/aptitude/attitude/altitude
    aluminium/aluminum ambition/ambitiou analyse/analysi/analyst/analyse angel/angele angel/angl
    angel/angle anger/angler announce/announcer antarctic/antarctica apologies/apologise
    appeal/appear appl/appli ardent/arent area/arena arise/arisen arisen/arises armor/armory
    artistic/autistic aspirin/aspiring asse/asset/assert/assort assent/asset asses/assess
    assum/assur attach/attack auditor/auditory automation/automaton awake/awaken awoke/awoken
    babe/babie back/bank/bang/bann/bank/bark/back/black/block backe/bake backing/baking/banking
    backyard/backward bacon/beacon bacteria/bacterial badge/badger baked/banked baker/bakery
    baker/banker baker/barker baking/barking baking/braking ballet/ballot band/brand/brandy
    bandage/bondage bank/blank bankers/bunkers bark/barr bark/brak/break barns/barons
    baron/barton/baton barrack/barrage base/biase based/bashed bash/bath/batt/battl/bottl
    bashing/basing/basin/basi/basic bashing/bushing batch/bitch batman/batsman
    batt/bett/beat/bear/beard/bead batter/battery beach/bench beach/bleach
    beach/breach/breath/breadth beard/board beast/beat/boat/boast/blast beast/breast
    bedd/bend/bind/bidd/bedd/budd/bidd bedside/beside believe/believer benches/bunches
    bend/blend/bleed/breed bend/bond/bind/blind/blend bidding/birding bike/biker bitten/britten
    blam/blaz blaze/blazer bleached/breached blind/blink blockade/blockage blood/bloody
    bloom/boom/book/brook blowing/bowing boarder/border boast/boost/bolst bobbing/bombing boil/bowl
    bombed/boomed bombing/booming bond/bound/bounc boost/boot/booth boring/bring/bridg/brid
    both/broth bought/brought bowe/bowle boxers/boxes bravely/bravery breath/breathe brewer/brewery
    broke/broken broke/broker brother/brothel brow/brown/brows/browse/browser brunch/bunch
    brush/bush budge/budget burger/burges burgers/burners burglar/burglary burn/bury burst/bust
    burying/buying buse/bushe buyers/byers caching/catching caliber/calibre call/calm calve/cave
    camp/campu camp/champ camp/cramp camped/clamped canal/carnal cancels/cancers cann/cunn
    cannon/canon/canton cannons/canyons canon/canyon capita/capital capitol/capital captain/captive
    caption/cation caption/caution care/carve/carver carer/career/carrier carers/cares
    caring/carving carrie/carrier/carried cart/chart/chapt/chatt/chant/chang/chanc
    cart/crat/creat/cheat/chat/chant carter/cater/crater/crate carton/cartoon carv/crav
    carving/caving case/cause case/cease/crease case/chase cases/castes cashes/clashes
    cashing/casting casing/casting casing/causing casing/chasing cast/coast/coat/cost/cast
    caste/castle casual/causal casually/casualty/causality catch/catchy catching/coaching
    caus/claus/class/clash/crash/crush caution/cautious cautions/cautious caving/craving
    cement/clement center/centr certain/curtain certainly/certainty chain/chair challenge/challenger
    chang/change/changer chang/charg/charm charg/chart/chat charge/charger charity/clarity/clarify
    charr/charg/charm chart/chatt charter/charmer charter/chatter/clatter cheap/cheat/chest
    cheek/cheeky chef/chief chill/chilly chipp/chopp/copp chipp/clipp chloride/chlorine
    chok/cook/cool choose/chose/chosen chopp/cropp choral/coral chord/cord chore/core chunk/chunky
    cite/citie claim/clam clamped/cramped clan/clean/cleans/cleanse clasps/class class/classy
    clean/clear client/clint clon/clos clone/cone close/closer close/closet closest/closet
    clothes/cloths clothing/clotting cloths/clots cloud/cloudy
    clover/cover/covert/convert/concert/concept clust/clutt/cutt clutches/crutches coarse/course
    coast/cost codon/cordon collage/collagen collage/college collide/collude collision/collusion
    colon/colony combing/coming comic/cosmic comman/commen command/commando commandeer/commander
    commenc/commend/comment/commenc commence/commerce commune/commute/commuter
    commut/comput/compet/complet/complex compil/compli compile/compiler complain/complaint/compliant
    complement/compliment complicity/complicit compose/composer compute/computer
    concern/concert/concerto concession/concussion concession/confession condemn/contemn
    conducive/conductive conduct/conduit confection/connection confers/confess confidant/confident
    confirm/conform congested/contested conical/cynical connection/convection/convention
    connective/convective consent/content/contend consent/convent/content/contest/context/content
    constructed/constricted consul/consult consume/consumer contact/contract/contrast
    continent/contingent convection/conviction conven/convey/convoy convent/convert
    converge/converse converged/converted convert/converge converters/converts convict/convince
    cook/crook coping/copying corn/coron corp/corpu corps/corpse couch/crouch council/counsel
    count/county/country counted/courted counter/countes/countles counti/countri counting/courting
    countryside/countrywide counts/courts cours/curs/curl courts/counts cover/covet craft/crafty
    crammed/cramped crash/cash cream/creamy creased/created created/crested creep/creepy
    cremat/creat crie/crime crie/crise cris/cruis crisp/crispy crow/crowd/crown/crow cruise/cruiser
    crunch/crunchy crusade/crusader cure/curle cure/curse cure/curve curing/curling curing/cursing
    damping/dumping danc/dang dance/dancer dance/dane daring/darling dealing/dialing death/dearth
    debat/debut/debt decad/decid decadent/decedent decay/delay deceas/decreas decease/disease
    decent/descent decided/decoded deciding/decoding decision/derision decree/degree
    dedicate/delicate deduced/deducted deduct/deduce defeat/defect/detect defeat/deflat
    defend/depend deferr/deterr defiant/deviant defied/denied defies/denies deflect/defect
    defying/denying deigned/designed delectable/detectable delet/deplet deliver/delivery demo/demon
    depart/deport deplor/deploy depose/dispose depot/deport depot/despot deprecated/depreciated
    depriv/deriv/driv deprivation/derivation derailed/detailed desert/deserv desert/dessert
    despise/despite detail/detain detect/deject detection/detention detergent/deterrent
    device/devise devot/denot devoted/demoted devotion/demotion diagnose/diagnosi
    difficult/difficulty diner/dinner diploma/diplomat dipp/dripp/dropp director/directory
    discar/discor discover/discovery discreet/discrete disperse/dispense displac/display
    distract/district dive/diver/divert dive/drive/drie divers/diverse diversity/diversify
    divide/dividen dividers/divides diving/driving doing/doping domed/doomed donor/door doubl/doubt
    down/drown/drawn draft/drift dragg/drugg draught/drought dread/dream/dreamt dream/dreamy
    drive/driven drive/driver drooped/dropped drying/dying dying/dyeing earn/earr earned/eared
    earthly/earthy ease/erase eased/erased easing/erasing easter/eastern easter/eater
    economic/economie edit/exit/excit either/ether eject/elect/erect/eject election/electron/electro
    emphase/emphasi empir/expir employee/employer empres/expres enacting/exacting
    encourage/entourage endur/ensur/ensu engag/enrag entirely/entirety entities/entitles
    eternal/external ethic/ethnic evacuat/evaluat examine/examiner excelled/expelled except/excerpt
    except/expect/expert/exert/export/expert exhort/extort exist/exit expand/expend/extend
    expanse/expense expansive/expensive/extensive expeditions/expeditious explod/explor
    explore/explorer face/facet/fact/fract faction/fiction/friction/fraction factor/factory
    faculty/faulty/fault failed/filled failing/falling failings/filings fairly/fairy fake/flake
    fall/fill/film fame/farme fame/frame fare/flare farm/form/forc/forg/form/forum farm/fram/flam
    farming/firming farth/fath/feath farth/furth favor/flavor feared/fared feasts/feats fece/fence
    feed/feel fellow/follow fiance/fiancee fiance/finance fight/flight fight/fright/freight
    file/filme filed/filled filed/foiled filing/filling filing/filming filing/firing
    filing/fling/flying filing/foiling filming/firming filth/filthy final/finale find/fund/found
    finder/finer/finger finders/fingers finish/finisher finishers/finishes firearm/forearm
    fireball/firewall fireman/foreman firing/firming firming/forming firsts/fists fisher/fishery
    flash/flashy flash/flush flat/float flatten/flatter flee/fleet flee/free/freez fleeing/flexing
    flipp/flopp flood/floor flood/food flora/floral flounder/founder fluff/fluffy font/front
    fool/foot forage/forge forceps/forces forgave/forgive/forgiven forge/forget formal/former
    franc/france franchisees/franchises freak/freaky freeze/freezer frie/frien friend/fiend
    frost/frosty froze/frozen fruit/fruity funding/fending gain/grain gallery/galley game/gamer
    garage/garbage gasped/grasped gazing/grazing gear/glar gene/genre genera/general generic/genetic
    genome/gnome gentile/gentle giggl/goggl glass/grass/grassy gliding/guiding gloom/gloomy
    gloss/glossy glove/glover glow/grow graceful/grateful grad/graz grade/grader grading/grating
    grafting/granting grandma/grandpa grange/granger granted/grated granting/grating grating/grazing
    grave/gravel greed/greedy grinding/grinning groov/grov grove/grover gues/guest guest/gust
    guilt/guilty hack/hawk haire/hire halfway/hallway halte/hate/hater halting/hating hammer/hamper
    hand/handl hand/hang hand/hard/harm handle/handler hardness/harness harvest/hardest hate/hatre
    hate/heate hating/heating haunt/hunt/hurt haven/havent haven/heaven
    head/heal/hear/head/heat/heal headed/heeded heading/herding health/healthy
    health/heath/heat/hear/heart/hearty hear/herr heart/heat heritage/hermitage heroin/heroine
    heroin/heron homeles/hopeles honest/honesty/honestly hoover/hover hope/hoppe hoping/hopping
    horses/hoses hosted/hoisted hostel/hostile hostel/hotel hosting/hoisting houses/horses
    houses/hoses human/humane humidity/humility hunting/hinting hunting/hurting hurting/hurling
    hypothese/hypothesi iconic/ionic idea/ideal identifi/identiti identifiers/identifies
    identify/identity immense/immerse immoral/immortal immunity/impunity impart/import
    impatient/inpatient impeding/impending incense/intense incentive/inventive incite/invite
    inciting/inviting inde/index indebted/indented indented/invented indi/indic
    indicat/indict/induct/induc inert/insert inert/invert
    infect/infest/invest/invent/invert/insert/insect/inspect infect/inject infection/infectiou
    infection/inflection inferior/interior infested/ingested inflamed/inflated inhabit/inhibit
    injur/insur injure/injurie inside/insider insulat/insult insure/insurer intensify/intensity
    intention/invention inter/intern internal/infernal internal/interval interned/interred
    interviewees/interviewers invaded/invader inventor/inventory invert/invest invest/ingest
    irrigated/irritated irrigation/irritation issue/issuer jealous/jealousy join/joint
    keeling/kneeling kick/knick killed/killer lace/lacke lack/lick/link lack/lock/lick
    lagg/logg/lodg/long/logg land/lend/lead/leak/lean/lead/leap/leak/leas/lead/leav/leak
    large/larger last/list/lift later/latter/latte lateral/literal/liberal latter/letter
    launch/lunch launche/launcher lawyer/layer laying/lying lead/load
    lean/leap/leas/lean/learn/learnt lean/leav/leap leas/leav leases/leashes lecture/lecturer
    ledge/ledger legion/lesion/lesson/lessen length/lengthy liberate/literate licenc/licens
    licensees/licenses licke/like/linke/line/liner/linear licking/liking/linking/lining light/lightn
    lightening/lightning likelihoo/livelihoo linden/linen lineage/linkage liner/linger liter/litter
    literacy/literary locales/locals lock/look/loom/loot/look loner/longer looking/loosing
    looming/looping looming/loosing loose/loosen loosing/looting loosing/losing looting/looping
    lose/loser lose/losse love/lover madam/madame mainly/manly make/maker/marker/market
    making/marking making/masking mamma/mammal manage/manager manager/manger mania/maniac/manic
    mania/manila manifest/manifesto mantel/mantle manufacture/manufacturer march/match
    marches/marshes maria/marina marine/mariner marital/martial marked/masked marking/masking
    married/marred massage/message massaging/messaging mast/matt master/mastery/mystery
    master/mater/matter/matte mastered/mustered material/materiel material/maternal
    mattered/muttered meal/medal/medial/media/median meal/metal/mental mean/moan/morn medial/medical
    mediated/medicated mediation/medication/meditation/mediation meet/melt meeting/meting
    merge/merger mess/miss meteor/meter militarily/military milking/milling minde/mine/miner
    minding/mining minister/minster/ministry misle/mislea missed/misused misspoke/misspoken
    mistake/mistaken mobility/motility modality/morality mode/model modes/modest/modesty
    modifiers/modifies monarch/monarchy money/monkey month/moth/mouth moon/moron/mormon
    mooring/motoring moral/morale moral/mortal/mortar morning/mourning move/mover move/movie
    mustered/muttered naive/native nation/notion needles/needless negligent/negligible nest/nett
    neural/neutral noise/nose norma/normal notices/novices observe/observer occupiers/occupies
    office/officer/offices olive/oliver optical/optimal orchestra/orchestral ordinance/ordnance
    organize/organizer orthodox/orthodoxy outage/outrage outgrew/outgrow/outgrown outlaws/outlays
    outlin/outliv outside/outsider overcame/overcome overhea/overhear overlaid/overland
    overlay/overly overload/overlord overly/overtly overnight/oversight overran/overrun
    oversea/oversee oversee/overseen overtake/overtaken overthrow/overthrew overthrow/overthrown
    owing/owning pace/packe pace/place pacing/packing pacing/placing pack/park/part/party/parity
    pack/pick packer/packet/pocket pain/paint/pant/plant/plan/plain/pain
    paint/pint/point/paint/print/pint palac/plac/play/pray palate/plate palm/psalm panti/parti
    parable/payable parent/patent/patient paris/parish/perish
    parson/person/persona/personal/personnel parties/patties parting/passing parting/pasting
    parting/posting partly/party passing/pasting passing/pausing paste/pastel pasting/posting
    pasture/posture patch/pitch patrol/patron patrol/petrol payable/playable payback/playback
    payer/player payer/prayer paying/playing paying/praying payoff/playoff peach/preach pearls/pears
    peasant/pheasant/pleasant peasant/pleasant peeing/peeling peer/peter performed/preformed
    perpetrat/perpetuat persecut/prosecut pervious/previous petit/petite petty/pretty phas/phras
    phenomena/phenomenal photo/photon photograph/photography picked/pickled piece/pierce pilot/plot
    pistol/piston pitche/pitcher pitched/pinched placid/plaid placing/plating plagues/plaques
    plan/plane/planet plan/plank plane/pane planes/plants planes/plates plann/plant/plat
    planned/panned planning/panning planter/platter plast/platt plated/pleated plating/playing
    plead/pleas/please pleaded/pleated pleas/pleads pleased/pleated plugg/plung plunder/plunger
    point/print poise/pose/poste poison/prison police/policy polices/policing poll/pull
    polling/pooling pond/pound populace/populate portable/potable porters/posters portion/potion
    posing/posting position/positron potter/pottery powder/power precede/proceed preciou/previou
    precise/premise preclude/prelude predator/predatory predicate/predict predicated/predicted
    premier/premiere premis/promis prescri/proscri present/preset present/prevent preserve/reserve
    pric/princ prices/prizes pricing/priming prima/primal primacy/privacy primary/primacy
    prime/primer principal/principle private/primate prob/prov proces/prowes process/profess
    processed/professed procession/profession processor/professor produce/producer produce/product
    profess/prowess profit/profil project/protect/protest projectile/projective promot/prompt
    promote/promoter prop/prosp properly/property prospect/prospectu protester/protestor
    proto/proton prove/proven provide/provider psych/psyche pubic/public publishe/publisher
    pudding/padding purchase/purchaser purse/pursue qualifi/qualiti qualifie/qualifier
    qualify/quality quantify/quantity quiet/quite rabbi/rabbit race/racer racing/racking
    racist/rapist racking/ranking radial/radical raging/ranging raid/rail/rain/raid/rais/rail
    raid/rapid raider/rider/ride/ridge raiding/riding rain/rais rain/ruin/runn raise/rise
    raising/rising/risking rally/really ranch/rancho ranchers/ranches rang/rank rang/ring/rigg
    range/rage range/ranger ranging/ranting ranking/raking ranking/ranting ranting/renting
    raping/rapping raping/reaping rapp/ripp rapture/rupture rarified/ratified rating/ranting
    rating/ration/ratio rational/rationale reach/react reacted/redacted reaction/redaction
    reactor/realtor reactor/rector read/rend reading/reaping realist/relist reality/realty
    rebates/relates rebel/reel/revel rebel/repel/repeal/repeat rebounding/resounding
    receive/receiver recent/relent recent/resent/reset recital/rectal reckon/recon recoded/recorded
    recover/recovery recover/remover recreated/retreated redness/redress redress/regress
    refereed/referred reference/reverence reflection/reelection refuge/refugee refuse/refute
    refute/repute regain/remain/retain/regain regard/retard/reward/regard regime/regimen/regiment
    regress/regrets regression/repression regulator/regulatory reign/rein reign/resign/resin
    relat/relax related/relayed relating/relaying relaxed/relayed relaxing/relaying
    relay/replay/repay reli/repli relieve/relive religion/religiou relisted/resisted
    rely/reply/replay remaind/remind/remand remote/remove renal/rental rent/rest renters/renders
    repeal/repell repeal/reveal repeated/repented replaced/replayed replacing/replaying
    report/resort report/retort reporte/reposte repressive/regressive rescuers/rescues
    researche/researcher resid/residu residing/resizing resole/resolve resolution/revolution
    resolv/revolv restarted/restated restrain/restraint restraining/retraining retailer/retainer
    retailing/retaining retails/retains retaining/retraining retire/retiree reveal/revel
    reveng/revenu rever/revers revere/reveren revered/reverted revert/revers revis/reviv
    revolve/revolver rewrite/rewrote rich/richt richest/riches riot/root/robot roam/roar robb/rubb
    robber/robbery rocket/racket rocki/rooki roof/root/rott/rotat roost/rost root/rout/rott
    route/router royal/royale rule/ruler runaway/runway sack/smack/stack/sack/snack sacks/slacks
    sacr/scar/scal/seal/seat/sett/settl safely/safety sail/smil sail/snail sale/scale
    salmon/salon/saloon salt/slat salvage/savage sanctify/sanction sand/stand sandal/scandal
    save/shave save/slave saving/shaving savings/sayings saying/slaying saying/staying
    saying/swaying scann/spann/spank scar/scare/scarce scar/scarr scar/scor/snor/stor/scor
    scar/shar/shad/shak/sham/shad/shap/shak/shar/sham/shap/shar/shav/shad scar/soar/shar/star/scar
    scaring/sparing scatt/shatt/shutt scoot/shoot/short/shot/shoot/shout/scout/scot
    scramble/scrabble scrap/scrape scrap/scrapp/strapp/stripp/strip/strid/strik/strip/stripe
    scream/stream/steam/steal/seal/sell/shell/shelly sealing/searing sear/spear
    seat/skat/stat/seat/sweat/swear seated/sedated seating/sedating secretary/secretory
    section/suction secul/secur seed/seek/seem/seed/send/sens seed/speed/speedy
    seeding/seeing/seeking seeing/seeming seize/size seizing/sizing sell/smell/smelly
    sell/spell/smell/swell/sell seminar/seminary send/slend/sland send/spend/speed
    senior/sensor/sensory sentient/sentiment serve/server server/sever sett/sitt/spitt/splitt
    settle/settler seven/steven sever/severe/severed sewing/swing/sing/sign shadow/shadowy
    shak/shav/sham shak/soak/soar/star/stag/stat/star/stair shake/shaken shake/shaker
    shallow/swallow shap/shav/shov/show/slow shaper/sharper share/shre shared/shard sharing/shearing
    sharing/sparing shattering/scattering shearing/swearing shelled/shelved shelled/smelled
    shelled/spelled shelling/smelling shelling/spelling shelling/swelling shine/shrine
    shipp/shopp/stopp/stepp shipp/sipp/skipp/shipp/slipp/sipp shock/sock/stock/shock shoe/shore
    short/sort/sport/spot shot/shout/shut shove/shovel showing/snowing side/slide/slider
    siding/sliding sigh/sight/slight sigma/stigma signing/sighing silicon/silicone silver/sliver
    simm/swimm simmon/summon simple/simpler simulat/stimulat/stipulat sing/sink
    sing/sinn/skinn/spinn/sinn singer/stinger singing/stinging sister/sitter site/suite/suit
    sizable/sizeable skate/skater sketch/sketchy skie/skier skill/spill/spell/swell
    skipp/slipp/slapp/snapp/swapp/slapp slamm/spamm slash/splash slate/slater slay/stay/stag
    slayed/stayed slaying/staying slaying/swaying sleep/sleepy sleep/sweep sleeper/steeper
    slice/splice sloan/slogan slowing/snowing slump/stump smart/start/star/stare smash/slash
    smash/stash smoke/smoker smoothing/soothing smuggl/snuggl sneak/sneaky sneak/speak soil/spoil
    soldier/solder source/sours spann/spawn spann/spinn spar/spark spare/sparse sparing/sparring
    sparing/staring specially/specialty specific/specifie spectra/spectral spence/spencer
    spice/spie/spike spie/spine/spin spitt/spott/sport spoke/spoken spott/slott spout/sprout
    spraying/straying spring/string/staring stabl/stapl stable/stale/staple stack/stalk/stall
    stack/stick/sticky stack/stock/stick stacked/staked staff/stuff staged/staked
    stain/strain/strait stamped/stumped stan/stran star/starr/start/startl star/starv/starr/stirr
    star/stay/stat/start/starv star/stor/stori starting/starling starving/starling stat/state
    stat/statu/statue/stature/statute stationary/stationery statu/statut statue/status
    status/stratus staying/straying staying/swaying steak/streak/stream steal/sterl steam/stemm
    steeped/steered stella/stellar sting/string/storing stitch/switch stock/stok/strok/strik/striv
    stole/stolen stone/stoner stor/storm/stormy stores/sores stores/storeys strang/strong
    strange/stranger strange/strangle stranger/stringer strides/strives strike/striker
    stringer/stronger stripes/strives strive/striven struck/stuck strung/stung studd/studi
    studie/studio study/sturdy stunning/shunning sturgeon/surgeon submit/summit subscribe/subscriber
    subsets/sunsets suff/surf super/superb super/supper supervisor/supervisory supplie/supplier
    surely/surly suspicion/suspiciou swamps/swaps sweat/sweaty sweat/sweet swimmer/slimmer
    swing/sowing table/tablet table/tale tail/trail/train tailed/tiled taint/tint take/taker/tanker
    takin/taking/talking taking/tasking talking/tasking talks/tanks tampered/tapered
    tampering/tapering tank/thank/think/thick tape/tappe taping/tapping
    tapp/tipp/topp/tapp/trapp/tripp/tipp tast/test/text tast/toast teache/teacher
    team/tear/teas/team tease/teaser teenage/teenager tend/trend tenets/tents there/theyre
    therein/thereon thing/thingy think/thinn think/tink thirst/thirsty
    thorough/through/though/thought though/tough/trough/through threa/trea thread/threat/throat
    throughout/throughput throw/thrown thrust/trust/trus tick/trick/track/trac/trad tier/tiger
    tier/timer/timber tile/title tilt/titl time/timer toll/troll topical/tropical topical/typical
    topics/tropics torches/touches torie/trie/tribe torment/torrent touched/torched
    touching/torching trace/trance track/truck/truce tracked/tacked tracking/tacking tractor/traitor
    trade/tirade trade/trader trail/trial/tribal trailer/trawler trainee/trainer transit/transmit
    treading/trading treading/treating treasure/treasurer treat/treaty treaties/treatise
    tribune/tribute trick/tricky trivia/trivial troop/troupe trying/tying/typing tune/turne
    tuning/turning unarmed/unharmed unbearable/unbeatable unbounded/unfounded undermin/underlin
    undertake/undertaken unfounded/unfunded uniformed/uninformed union/unison united/untied
    unites/unties units/unites unleaded/unloaded unload/upload updated/undated updating/undating
    vacation/vocation vagina/vaginal valiant/variant valley/volley vanish/varnish vantage/vintage
    vehicles/vesicles victor/victory vigilant/vigilante village/villager violent/violet
    virtual/virtue voices/vices vote/voter voyage/voyager wait/waiv wait/walt/walk
    wait/want/wast/wait/writ waiter/water/walter waiting/wailing waive/waiver waive/wave
    waking/walking wale/whale wander/wonder waning/weaning warm/warn warned/waned warned/warmed
    warning/waning warrant/warranty warring/warning warring/warping warship/worship wash/wast
    wash/wish watch/witch watche/watcher waving/weaving weakly/weekly wealth/wealthy weaning/wearing
    wear/weav weave/weaver webber/weber wedd/weld/wield wedding/weeding weeding/welding
    weigh/weight/wight/wright whenev/wherev whether/whither whipp/whopp whiskey/whisky
    widely/wildly/willy wider/wilder widow/window wind/winn/wing/wint/winn wishful/wistful
    withdraw/withdrawn withdraw/withdrew withhel/withhol witness/wetness woman/women word/work
    word/world worth/worthy wrath/wreath wrestle/wrestler write/writer
"""
# "leadership" is no form of "lead".
_LONGEST_ENDING = 4
_LONG_STEM = 6


def are_look_alikes(one: str, other: str) -> bool:
    """Whether two words, one letter apart, are known to be two words."""
    pairs = _pairs()
    for cut in range(min(len(one), len(other)) - 1):
        if cut and one[-cut] != other[-cut]:
            return False
        pair = one[: len(one) - cut], other[: len(other) - cut]
        if pair in pairs and (cut <= _LONGEST_ENDING or min(map(len, pair)) >= _LONG_STEM):
            return True
    return False


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    chains = [chain.split("/") for chain in _CHAINS.split()]
    there = {pair for chain in chains for pair in pairwise(chain)}
    return frozenset(there | {(other, one) for one, other in there})
