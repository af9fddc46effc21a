"""The past form of a verb of the present tense: "took" of "takes", "robbed" of "rob"."""

import re
from typing import Final

_PAIRS: Final = """
    arise/arose awake/awoke bear/bore beat/beat become/became begin/began bet/bet bid/bid
    bind/bound bite/bit bleed/bled blow/blew break/broke bring/brought broadcast/broadcast
    build/built burst/burst buy/bought cast/cast catch/caught choose/chose cling/clung come/came
    cost/cost creep/crept cut/cut deal/dealt dig/dug do/did draw/drew drink/drank drive/drove
    eat/ate fall/fell feed/fed feel/felt fight/fought find/found flee/fled fling/flung fly/flew
    forbid/forbade forget/forgot forgive/forgave free/freed freeze/froze get/got give/gave go/went
    grind/ground grow/grew hang/hung have/had hear/heard hide/hid hit/hit hold/held hurt/hurt
    keep/kept knit/knit know/knew lay/laid lead/led leave/left lend/lent let/let light/lit
    lose/lost make/made mean/meant meet/met mislead/misled offset/offset overcome/overcame
    override/overrode overrun/overran oversee/oversaw overtake/overtook overthrow/overthrew
    overturn/overturned pay/paid put/put quit/quit read/read rebuild/rebuilt repay/repaid
    reset/reset retake/retook rewrite/rewrote rid/rid ride/rode ring/rang rise/rose run/ran
    say/said see/saw seek/sought sell/sold send/sent set/set shake/shook shed/shed shine/shone
    shoot/shot show/showed shrink/shrank shut/shut sing/sang sink/sank sit/sat slay/slew
    sleep/slept slide/slid slit/slit speak/spoke spend/spent spin/spun spit/spat split/split
    spread/spread spring/sprang stand/stood steal/stole stick/stuck sting/stung strike/struck
    strive/strove swear/swore sweep/swept swim/swam swing/swung take/took teach/taught tear/tore
    tell/told think/thought throw/threw thrust/thrust understand/understood undertake/undertook
    undergo/underwent undo/undid uphold/upheld upset/upset wake/woke wear/wore weep/wept win/won
    wind/wound withdraw/withdrew withhold/withheld withstand/withstood write/wrote
"""
_IRREGULAR: Final = {base: past for base, _, past in (p.partition("/") for p in _PAIRS.split())}
_DOUBLED: Final = frozenset(
    """
    admit allot ban bar beg blot brag cap chat chip chop clap clip commit compel control cram crop
    dam dim dip drag drip drop drum excel expel fan fit flap flip flog flop gap grab grin grip gun
    handicap hop hug jam jog kidnap knot lag log man map mob mop nab nod occur omit outwit patrol
    pen permit pin plan plot plug pop prefer program prop propel quiz ram rap rebel rebut refer
    regret repel rid rig rip rob rot rub sag scan scrap scrub ship shop shrug sin sip skid skip slam
    slap slip snap snub sob spot squat stab star stem step stir stop strap strip submit swap swat
    tag tan tap tip top transfer transmit trap trek trim trip wed whip wrap zap
    """.split()
)
_SIBILANT: Final = re.compile(r"(?:s|x|z|ch|sh|o)es\Z")


def base_of(word: str) -> str:
    """The base of a third person: "carry" of "carries"; other words are their own.

    >>> base_of("carries"), base_of("reaches"), base_of("seizes"), base_of("hold")
    ('carry', 'reach', 'seize', 'hold')
    """
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _SIBILANT.search(word) and not word.endswith(("zes", "ses", "oes")):
        return word[:-2]
    return word[:-2] if word in ("goes", "does") or word.endswith(("sses", "zzes")) else word[:-1]


def past_of(word: str) -> str:
    """The past form of a verb in the present tense.

    >>> past_of("takes"), past_of("robs"), past_of("carries"), past_of("seize"), past_of("arrests")
    ('took', 'robbed', 'carried', 'seized', 'arrested')
    """
    base = base_of(word)
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeou":
        return base[:-1] + "ied"
    return base + "ed"
