"""Closed lists of English words whose change changes what is said, and of words one letter apart.

All are folded: lower case, and cut at apostrophes ("didn", "t").
"""

NEGATIONS = frozenset(
    "not no never none nor neither nobody nothing nowhere without cannot t hardly barely"
    " scarcely non un dont didnt isnt wasnt wont cant".split()
)
"""Words that deny what stands around them."""

FAILURES = frozenset(
    "fail failed fails failing failure refuse refused refuses refusing unable deny denied"
    " denies denying avoid avoided stop stopped prevent prevented rejected".split()
)
"""Words that deny what they govern."""

HEDGES = frozenset(
    "may might could would should can will must shall reportedly allegedly apparently"
    " possibly probably likely unlikely perhaps maybe possible probable alleged suspected"
    " supposedly seemingly purported purportedly claimed potential potentially presumably"
    " about around nearly almost approximately roughly least most over under more fewer"
    " less some many several estimated".split()
)
"""Words that weaken, date or round what is said."""

NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred hundreds thousand thousands million millions billion"
    " billions trillion trillions first second third fourth fifth sixth seventh eighth"
    " ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
    " eighteenth nineteenth twentieth thirtieth hundredth thousandth half halves quarter"
    " quarters thirds dozen dozens tens score scores once twice thrice couple single"
    " double triple both".split()
)
"""Figures in words."""

_LOOK_ALIKES = (
    "office/officer trade/trader observe/observer produce/producer advise/adviser"
    " attack/attach adapt/adopt protest/protect project/protect detect/defect"
    " detail/detain charge/change chance/change police/policy country/county prison/poison"
    " border/boarder strike/stroke trail/trial battle/bottle aboard/abroad united/untied"
    " unites/unties martial/marital causal/casual casualty/causality prescri/proscri"
    " unarmed/unharmed moral/morale patrol/petrol patrol/patron principal/principle"
    " desert/dessert breath/breathe through/though thorough/through brought/bought"
    " defend/depend deterr/deferr infect/inject invest/infest expand/expend extend/expend"
    " contest/context content/contest contend/content convey/convoy convert/covert"
    " sweeping/sleeping shelling/spelling shelling/swelling shooting/shouting"
    " firing/filing raided/raised raided/railed march/match launch/lunch hunted/haunted"
    " planned/planted planes/plants planes/plates trained/trailed trucks/tracks"
    " tracks/tricks tanks/talks taking/talking walking/waking backed/banked"
    " backing/banking packed/parked marked/masked mortar/mortal leader/lender"
    " leader/loader leading/loading heading/hearing heading/healing headed/heated"
    " headed/heeded denied/defied denies/defies denying/defying repeal/repeat"
    " repeal/reveal repel/rebel resolv/revolv resort/report recent/resent recent/relent"
    " refuse/refute remove/remote running/ruining rising/raising safety/safely"
    " staged/stated staged/staked statue/statute status/statue statue/statute stopp/stepp"
    " threat/treat threat/throat valley/volley violet/violent warned/warmed"
    " warning/warming winding/winning winner/winter advice/advise advis/advic alert/avert"
    " appeal/appear arming/aiming ballot/ballet bearing/beating blast/boast crash/clash"
    " crush/crash clash/class cease/crease clean/clear cleaned/cleared cleaning/clearing"
    " command/commend comment/commend compete/complete competi/completi"
    " complement/compliment concern/concert confirm/conform contract/contrast"
    " courts/counts courted/counted degree/decree delay/decay deriv/depriv device/devise"
    " draft/drift drawn/drown elect/eject elect/erect engag/enrag evacuat/evaluat"
    " exist/exit expect/except expect/expert expert/export extort/exhort export/exert"
    " fact/fract faction/fraction falling/failing falling/filling filled/failed"
    " farmer/former father/farther farther/further finding/funding flight/fight"
    " force/forge forced/forged forces/forges formal/former formally/formerly"
    " funded/founded landing/lending lasting/listing latter/letter latter/later"
    " legion/lesion lesson/lessen lifted/listed lifting/listing material/maternal"
    " meeting/melting mental/metal message/massage morning/mourning officer/offices"
    " parish/perish places/palaces placed/played played/prayed player/prayer"
    " pointed/printed present/prevent presenting/preventing prices/princes prices/prizes"
    " promise/premise refuge/refugee react/reach reacted/reached reveng/revenu"
    " scared/scarred severe/sever severed/severe shopp/stopp shipp/shopp showed/shoved"
    " start/starv starv/star starr/start starting/staring started/stared struck/stuck"
    " summit/submit traced/traded tracing/trading weekly/weakly widely/wildly window/widow"
    " woman/women personal/personnel premier/premiere quiet/quite council/counsel"
    " human/humane import/impart imported/imparted invader/invaded killer/killed"
    " policing/polices reserve/preserve convict/convince secur/secul sanction/sanctify"
    " interned/interred internal/interval inspect/insect confident/confidant"
    " decent/descent decease/disease dispose/depose loose/loosen collision/collusion"
    " perpetrat/perpetuat prosecut/persecut proceed/precede wander/wonder"
    " wandered/wondered bombing/booming bombed/boomed troop/troupe truce/truck"
    " barrack/barrage carrier/carried hostile/hostel cannon/canon corps/corpse"
    " lightning/lightening negligent/negligible virtual/virtue minister/minster"
    " ministry/minster curse/course course/coarse source/sours captive/captain"
    " ration/rating ratified/rarified rational/rationale regime/regimen"
    " military/militarily"
)
LOOK_ALIKES = tuple(
    (first, second) for pair in _LOOK_ALIKES.split() for first, second in [pair.split("/")]
)
"""Stems that one slip turns into each other: in such a pair a changed letter is a changed word."""
