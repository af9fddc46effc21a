"""The verbs that news tells deeds with, in their base form."""

from typing import Final

from llmextract.article.syntax.grammar import words_of

# They are no nouns.
VERBS: Final = words_of(
    """
    abandon abate abduct abhor abolish abort absolve absorb abstain abut accept acclaim acclimatise
    accompany accrue accumulate accuse accustom achieve acknowledge acquaint acquire acquit act
    activate adapt add adhere adjourn adjust administer admire admit admonish adopt adore
    adorn advise affect affirm afflict afford aggravate agitate agree align allay allege alleviate
    allocate allot allow allude alter amend amputate analyse analyze anger annex announce annoy
    anoint anticipate apologise apologize appal appear appease applaud apply appoint apportion
    appraise appreciate apprehend approve argue arouse arraign arrange arrive ascend ascribe ask
    aspire assail assassinate assemble assert assess assign assist assume assure astonish astound
    attach attain attend attract audit authorise authorize autograph avenge avert avoid await
    baffle bamboozle banish baptise batter become bedevil befall befriend beg beget begin beguile
    behead belie believe belittle belong bemoan bequeath berate bereave beseech besiege bestow
    betray bewilder blacklist blackmail bolster boost brandish breathe brighten bring broker build
    bulldoze bully bungle burgle buy calculate cancel capitalise capitulate captivate carry
    celebrate censor censure certify chastise cherish chide choose christen cite clamber clarify
    cling coax coerce coincide collaborate collapse collate collude combine come commandeer
    commemorate commence commend commit commute compare compel compensate compete compile complain
    compliment comply compose comprise compromise compute concede concentrate conclude condemn
    condone confer confess configure confine confirm confiscate confound confront confuse
    congratulate congregate connect conserve consider consist console consolidate conspire
    constitute constrain construct consult consume contain contaminate contemplate contend continue
    contradict contravene contribute convene converse convert convey convict convince cooperate
    coordinate correct correspond corroborate corrupt counterfeit covet create cripple criticize
    cultivate curb curtail dampen dazzle debunk deceive decimate decipher declare decline decorate
    decriminalise dedicate deduct deem deepen defame defect defend defer deflect deform defraud
    defuse defy degrade dehydrate delegate delete deliberate deliver demolish demote denote
    denounce deny depart depend deplete deplore deploy deport depose deprive derail derive descend
    describe desecrate deserve designate desire despise destabilise destroy detain determine
    detonate devalue devastate develop deviate devise devour die differ differentiate digest
    digitise dilute diminish disagree disappear disarm disband discard discharge disclaim disclose
    disconnect discourage discover discredit discriminate discuss disembark disfigure disgrace
    disguise dishonour disinfect dislodge dismantle dismiss disobey disown disparage dispatch
    dispel dispense disperse displace dispose disprove disqualify disregard disrupt dissent
    dissipate dissolve dissuade distance distinguish distort distract distribute divert dominate
    donate downgrade downplay dramatise drape drown dub dwell dwindle earn eavesdrop eclipse
    educate eject elaborate elapse elect electrocute elevate elicit eliminate elude emanate embark
    embarrass embattle embed embezzle embolden embrace embroil emerge emigrate emit employ empower
    emulate enable enact encircle encompass encourage encroach endanger endorse endow endure
    enforce engage engrave engross engulf enhance enjoy enlarge enlighten enlist enrage enrich
    enrol enroll enslave ensnare ensure entangle enter entertain entice entrench entrust envisage
    envision equal equip eradicate erect erode erupt establish evacuate evade evaluate evaporate
    evict evoke evolve exacerbate exaggerate examine excavate exceed excel exclaim exclude execute
    exempt exert exhaust exhibit exhort exhume exonerate expand expect expel explain explode expose
    express extend exterminate extinguish extol extort extradite extricate fabricate facilitate
    fail falsify falter fascinate fasten fathom fell finalise finalize finish fizzle flee flout
    fluctuate foil follow forbid foresee forestall foretell forfeit forget forgive formulate
    forsake fortify founder freeze frighten frustrate fulfil fulfill fumigate furnish garner
    garrison generate get give glean glorify go govern grapple greet grieve grow hamper happen
    harass harden hasten hear heighten hesitate hijack hinder hire hoodwink hospitalise humiliate
    hurl hydrate identify idolise ignite ignore illuminate imagine immigrate immobilise impair
    impart impeach impede imperil impersonate implant implicate implore imply impose impound
    imprison improve improvise inaugurate incapacitate incinerate incite incline include
    incorporate incriminate incubate incur indicate indict induce indulge infect infer infest
    infiltrate inflame inflate inflict infringe infuriate ingest inhabit inhale inherit inhibit
    initiate inject injure innovate inquire inscribe insert insist inspect inspire instal install
    instigate instil instruct insulate insure integrate intend intensify intercede intercept
    interfere intern interpret interrogate interrupt intervene interview intimidate introduce
    intrude inundate invade invalidate invent invert invest investigate invoke involve irritate
    isolate itemise jeopardise jeopardize jettison join jubilate justify kidnap kill know lambast
    lambaste lament languish legalise legalize legislate lessen let liaise liberate lie liken
    linger liquidate listen loathe localise loosen lower magnify maim maintain make malign manage
    manipulate manufacture marginalise marry marvel massacre materialise mature maul maximise
    mediate meet memorise menace merge mesmerise minimise misappropriate misbehave mishandle
    misjudge mislay mislead misplace misread mistake mistreat misunderstand misuse mitigate moan
    mobilise mobilize modernise modify molest monopolise mortgage motivate mourn multiply mutilate
    mutiny nab narrate narrow nationalise navigate negate neglect negotiate neutralise neutralize
    nominate normalise notify nullify nurture obey obfuscate obliterate observe obstruct obtain
    occupy occur offend officiate omit opine oppose oppress opt ordain organise organize orient
    originate orphan oscillate ostracise oust outbid outfox outgrow outlast outlive outnumber
    outperform outrun outsell outshine outsmart outsource outvote outweigh outwit overbook
    overcharge overcome overdose overhear overlap overload overlook overpower overreact override
    overrule oversee overshadow overspend overstate overtake overtax overthrow overturn overwhelm
    own pacify pamper partake participate penalise penalize penetrate perceive perfect perform
    perish perpetrate perpetuate persecute persist persuade perturb pervert petition petrify
    philosophise pillage pioneer placate plagiarise plead plummet plunder polarise ponder populate
    portray possess postpone postulate precede precipitate predict preoccupy prepare prescribe
    preside presume pretend prevail prevent prey privatise privatize proceed proclaim procrastinate
    procure prod prohibit proliferate prolong pronounce propagate propel propose proscribe
    prosecute prosper protect protrude prove provide provision provoke prune publicise publish
    pulverise punish purchase purify purport pursue quash quell quench quit radicalise raise
    ransack ratify ration rationalise re-elect reach react reaffirm realise realize reappear
    rearrange reassert reassess reassign reassure rebound recant recapture recede receive
    reciprocate recite reclaim reclassify recognise recognize recollect recommend reconsider
    reconstruct recount recreate rectify recuperate recycle redeem redefine redeploy redesign
    redirect rediscover redraw reduce reelect refashion refine reflect refrain refund refurbish
    refuse refute regroup regulate rehabilitate rehearse reimburse reimpose reincarnate reinforce
    reinstate reiterate rejoin rejuvenate relapse relate relaunch relinquish relive relocate rely
    remain remarry remind reminisce remodel remove rename renege renew renounce renovate reopen
    reorganise repatriate repay repel repent replace replenish replicate repossess represent
    repress reprimand reproach reproduce repudiate repulse require rescind resemble resent
    reshuffle reside resign resist resolve resonate respond restart restock restore restrict
    restructure resume resurface resurrect retain retake retaliate retract retrain retrieve reunify
    reunite reuse revamp reveal reverberate reverse revert revise revisit revitalise revive revoke
    revolutionise revolve ricochet ridicule rob rot rough sacrifice safeguard salivate salvage
    sanctify sanitise satisfy saturate save savour say scuttle secede seduce seek seem segregate
    seize select sell send separate sequester serenade sever shrivel shun shutter sideline sidestep
    signify simplify simulate situate sizzle skirmish skyrocket slander slash slay smoulder
    socialise soften solicit solidify spearhead specialise specify speculate spend squander
    stabilise stabilize stagnate standardise startle steal stigmatise stimulate stipulate stoke
    straighten streamline strip subdue submit subside subsidize substantiate substitute subtract
    succeed succumb suffer suffocate suggest summarise summon supersede supervise supplant
    supplement suppose suppress surmise surmount surpass surround survive suspend sustain swallow
    sympathise synchronise take tantalise teach tell tempt tend terminate terrify terrorise
    terrorize testify think threaten thwart tolerate topple torment totter transcend transform
    translate transmit transpire traumatise traverse trespass triple triumph trounce
    ululate unblock uncover undercut underestimate undergo underline undermine underpin underscore
    understand undertake unearth unfold unify unite unleash unload unlock unmask unravel unseat
    unsettle untangle unveil unwind upend upgrade uphold uproot usurp utilise utilize vacate
    vaccinate validate vandalise vandalize vanish vaporise vary vilify vindicate violate visualise
    waive wander warn weaken weep welcome whisk withdraw wither withhold withstand worsen wrest
    write yearn zigzag
    """
)
# Nouns as often: before a name or a bare noun they may be either.
NOUNS_TOO: Final = words_of(
    """
    abuse access accord advance aid ail air airlift alert amass ambush angle answer ape appeal arch
    arm arrest assault attack award axe back bail bait balk ban bank bar bash bath battle beam bear
    bench benefit bet bid bind bite blame blank blast bleed block blockade blow bluff blunder board
    bolt bomb bombard book boom border boss bounce bow bowl boycott brace brake brand brawl breach
    break breeze bribe bridge bridle brief bruise brush buck buckle budget bug bump burden burn
    bury bus bust butcher cage call calm camp campaign cap capsize capture care carve cast cause
    cave chain chair challenge change chant charge chart chase cheat check cheer chill chip choke
    circle claim clash claw clean clear climb clip clock clone close cloud club coach coast collar
    combat comfort command comment commission compound conceal concern conduct conflict conquer
    contact content contest contract control convoy cook cool cope copy corner cost count counter
    counterattack coup court cover crack cradle craft cram crash crave crawl credit criticise cross
    crowd crown cruise crush cry cuddle cue curse curve cut dam damage dance dare dash date dawn
    deal debate deck decrease decree defeat delay delight demand demo dent deposit desert detail
    deter detour diagnose dig dispute dive dock dodge doom dose double doubt down draft drag drain
    draw dread dream dress drift drill drink drive drone drop drum dry duck dump dust dwarf ease
    ebb echo edge elbow empty encounter end engineer erase err escape escort estimate even exchange
    excuse exercise exile exit experience exploit export extract eye face fall fan fare fast fault
    favor favour fear feature feed feel fetch fetter fever field fight file finance find fine fire
    fish fix flag flank flap flare flash flatten flaunt flight flip flirt float flock flood flop
    flow fly focus fold fool foot force forecast forge form foster foul frame free fret fuel
    function fund fuss gag gain gamble gang gape gas gather gauge gear gift glance glare glow gnaw
    grab grade graft grant grasp grass graze grill grin grind grip groan groom grope ground group
    grouse growl guarantee guard guess guide gulp gun gush hack hail halt halve ham hammer hand
    handle hang harbor harbour harm harness harvest hatch haul haunt hawk head heat hedge heel help
    herald hide hike hinge hint hit hitch hoard hobble hoist hold honor honour hook hope host hound
    house hover hunt hurdle hurt hush ice idle illustrate impact implement import inch increase
    influence inform ink insult interest intrigue invite invoice iron issue itch jab jail jam jeer
    jet jog joke jolt journey judge juggle jump junk keep kick kneel knife knock label lack ladder
    lag lance land lapse lash laugh launch launder lay lead leak leap lease leave lecture lend
    level lift light limit line link lip list litter live load loan lobby lock lodge log long look
    loom loop loose loot lose lounge love lull lunge lurch lure lurk lynch mail man mandate map
    march mark mask mass master mate matter measure mend mention merit mess migrate mill mimic mind
    mine mirror miss mix mob mock model monitor monkey moor mop motor mount move muddle mug murder
    murmur mushroom muster nail name need nick nod nose notch note notice nudge number nurse object
    offer open order outcry outlaw outlay outline outpace output outrage overhaul overrun oversight
    owe pace pack pad paint pair pan panic paper parade pardon park part pass paste pat patch
    patrol pause pave pay peak pedal peel peer pen pension perch perk permit pester phase phone
    pick picket picture pile pilot pin pinch pine pipe pit pitch pity place plague plan plane plant
    plate play pledge plot plough plow plunge pocket point poison poll pollute pool pop pose
    position post pot pound pour powder power praise preach preen premiere present press price
    pride prime print privilege prize probe process produce profit program progress project promise
    promote prompt protest pull pulse pump punch puncture purge push puzzle quake qualify quarrel
    quarry query quest question queue quiz quote race rack radio rage raid rain rake rally ram
    range ransom rap rape rate rattle ravage rave raze ready reap reason rebel rebuke recall recess
    reckon reconcile record recover recruit reel refer reform refuel regain register regret rein
    reject relax relay release relief relish remand remark remedy rent repair repeal repeat replay
    report reprieve request rescue reserve resort respect rest result retire retort retreat return
    revel review revolt reward rework rid ride rig ring riot rip rise risk rival rivet roam roar
    roast rock rocket roll root rope rotate rout row rub rubbish ruin rule rumble rumor rumour run
    rupture rush rust sabotage sack saddle sail salute sample sanction savage scale scalp scam scan
    scare scatter school scoff scold scoop scorch score scorn scour scout scowl scramble scrap
    scrape scratch scream screen scrub scrutinise scuffle sculpt seal search seat secure sense
    sentence serve set settle shadow shake shame share shatter shave shed shell shelter shelve
    shield shift ship shiver shock shoot shop short shoulder shout shove shovel show shower shriek
    shrink shrug shuffle shunt shut sigh sight sign signal silence sin sink sip skate sketch skid
    skim skip skirt slack slam slant slap slate slaughter slice slide slight slip slow slug slump
    slur smack smash smear smell smile smoke smother smuggle snag snap snatch sneak sneer sniff
    snip snipe snow snub soak soar solve soothe sound sour sow span spare spark spat speak speed
    spell spike spill spin spiral spit splash splinter split spoil sponge sponsor spot spotlight
    spread sprint spur spurn spy squabble squash squat squeal squeeze stab stack staff stage stain
    stake stalk stall stamp stand star stare start starve state stay steady steam steer stem step
    stick stifle sting stir stitch stock stockpile stoop stop store storm straddle strain strand
    strangle strategy stray streak stream strengthen stress stretch strike stroke stroll struggle
    strut study stumble stump stun stunt subject subsidise sue suit sum summit supply support surf
    surface surge surprise surrender survey suspect swamp swap sway swear sweat sweep swell swerve
    swim swing swipe switch swoop table tack tackle tag tail taint talk tally tamper tangle tap
    tape tar target tarnish task taste tattoo taunt tax team tear tease term terror test thank thaw
    thin thirst thrash thread threat thrill thrive throttle throw thrust thump thunder tick ticket
    tide tidy tie tighten tilt time tip tire title toast toil token toll tone tool top torch
    torpedo torture toss total tote touch tour tow trace track trade traffic trail train tramp
    trample transfer transport trap trash travel tread treasure treat tremble trench trend trial
    trick trigger trip trouble trust try tumble tunnel turn tussle tweak twist type umpire upset
    urge use usher utter value vault vent venture verge veto vie view visit voice void volunteer
    vote vow wade wage wager wait walk wane want ward warm warrant wash waste watch water wave
    waver weather wed weed weigh weld whack whip whisper whistle widen wield win wind wink winter
    wipe wire wish witness work worry worship wound wrangle wrap wreak wreck wrestle wring yank
    yell yield zone zoom
    """
)
# They have no object, or none beside them: "thousands flee as troops arrive".
GOING: Final = words_of(
    """
    abstain admit agree apologise apologize appeal appear arrive assemble begin bet bid bite blaze
    blow bottom brawl break burn burst camp capitulate capsize cave cheer choke claim clash climb
    close collapse collide compete concede confess continue converge crack crash crawl crumble cry
    dance defect depart derail detonate die dip disagree disappear dive down drift drop drown ease
    ebb eject emerge emigrate end erupt escalate escape explode fail fall falter fear fight file
    fire flare flee flock flow founder gain gather go grieve grow head heal hear hide hold
    intensify jump kneel lag land leak leap learn lie linger list live lobby look loom march meet
    migrate mount mourn move nod object open overflow overturn parade peak perish persist plead
    plough plunge pour pray protest quake queue quit race rage rally react reappear rebound recede
    recover rejoin relapse relocate remain reopen reply resign respond resume retreat return reveal
    ring riot rip rise roll rule rush sail say seep settle shake show shrink shut sing sink sit
    skid slide slip slump smoulder soar soften speed spill spread sputter stall stand start starve
    stay steady step storm strand stray stream strike struggle stumble stutter suffocate suggest
    surface surge surrender survive swear sweep swell swerve talk taxi testify topple trail trek
    tremble tumble turn vanish veer vie vote wait walk wane warm warn weep withdraw wither work
    worsen
    """
)
# Behind them stands what their subject is to do: "vow to storm", "fail to take".
CONTROL: Final = words_of(
    "fail vow agree continue try manage begin refuse threaten promise decide plan hope want seek"
    " prepare attempt pledge intend expect claim offer start rush move aim struggle decline race"
)
