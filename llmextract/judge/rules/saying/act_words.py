"""Words that say one act by themselves, the usual names of such acts, and of praise or blame."""

from dataclasses import dataclass
from typing import Final

from llmextract.article.syntax.grammar import NOBODY, NOT, inflected, words_of

DENY: Final = words_of("deny denial")
SUPPORT: Final = words_of("support endorse praise")
REQUEST: Final = words_of("request demand")
COMMIT: Final = words_of("commit commitment promise")
CONDEMN: Final = words_of("condemn condemnation criticize")
ACCUSE: Final = words_of("accuse accusation")
THREATEN: Final = words_of("threaten threat")
TELL: Final = words_of("report assess")
ACTS: Final = DENY | SUPPORT | REQUEST | COMMIT | CONDEMN | ACCUSE | THREATEN | TELL


@dataclass(frozen=True, slots=True)
class Act:
    """Words that say one act, its usual names, and the names of those that it plainly is not."""

    words: frozenset[str]
    told: frozenset[str]
    never: frozenset[str]


KNOWN: Final = (
    Act(
        inflected("condemn denounce deplore criticise criticize castigate decry blast slam*")
        | words_of("condemnation outrage"),
        CONDEMN,
        SUPPORT | REQUEST | COMMIT | THREATEN | TELL,
    ),
    Act(
        inflected("praise applaud commend laud congratulate thank hail extol*"),
        SUPPORT,
        DENY | CONDEMN | ACCUSE | THREATEN | TELL | REQUEST | COMMIT,
    ),
    Act(
        inflected("welcome endorse cheer support back") | words_of("solidarity gratitude"),
        SUPPORT,
        DENY | CONDEMN | ACCUSE | THREATEN | TELL,
    ),
    Act(
        inflected("dismiss reject rebuff refute rebut* dispute contradict"),
        DENY,
        SUPPORT | REQUEST | COMMIT | THREATEN,
    ),
    Act(inflected("vow pledge promise"), COMMIT, DENY | CONDEMN | ACCUSE | REQUEST | TELL),
    Act(
        inflected("urge beg* implore exhort plead"),
        REQUEST,
        DENY | COMMIT | THREATEN | SUPPORT | CONDEMN | ACCUSE | TELL,
    ),
    Act(inflected("demand"), REQUEST, DENY | COMMIT | SUPPORT | CONDEMN | ACCUSE | TELL),
    Act(inflected("ask"), REQUEST, COMMIT | THREATEN),
    Act(
        inflected("threaten"),
        THREATEN,
        DENY | SUPPORT | REQUEST | CONDEMN | ACCUSE | TELL,
    ),
    Act(
        inflected("deny"),
        DENY,
        SUPPORT | REQUEST | COMMIT | THREATEN | ACCUSE | CONDEMN | TELL,
    ),
    Act(inflected("warn caution"), frozenset(), SUPPORT),
    Act(inflected("hope"), REQUEST, THREATEN | CONDEMN | ACCUSE | TELL),
    Act(inflected("assure reassure"), frozenset(), THREATEN | CONDEMN | ACCUSE),
    Act(inflected("allege"), ACCUSE, SUPPORT | REQUEST | COMMIT | THREATEN),
    Act(inflected("accuse blame"), ACCUSE, SUPPORT | REQUEST | COMMIT | THREATEN | TELL),
    Act(inflected("mourn apologise apologize"), frozenset(), THREATEN | ACCUSE),
    Act(inflected("oppose"), frozenset(), SUPPORT),
    Act(
        inflected("believe think =thought estimate predict forecast reckon suspect speculate")
        | inflected("fear worry doubt presume assume anticipate foresee")
        | words_of("expects expected expect"),
        words_of("assess"),
        words_of("report") | REQUEST | COMMIT | THREATEN | CONDEMN,
    ),
    Act(  # "Considering" and "viewing" tell of what somebody is about to do as well.
        inflected("deem") | words_of("considers considered consider regards regarded regard views"),
        words_of("assess"),
        words_of("report"),
    ),
)
CALLING: Final = inflected("call brand label* dub* term describe")
DISMAL: Final = words_of(
    "ploy sham farce disgrace hoax hypocrite liar coward cowardly outrage scandal travesty betrayal"
    " charade propaganda baseless absurd shameful disgraceful outrageous ridiculous despicable"
    " appalling heinous barbaric cruel spite malice evil murderers murderous terrorism barbarity"
    " savagery atrocity massacre thuggery cowardice slaughter reckless irresponsible dangerous"
    " disastrous catastrophic illegal unlawful unconstitutional criminal unfair unjust unacceptable"
    " intolerable insane madness stupid foolish idiotic crazy evil monstrous inhumane brutal vile"
    " corrupt incompetent useless worthless failure mistake blunder insult joke scam fraud theft"
    " robbery murder crime crimes tyrant dictator thief thieves traitor traitors racist fascist"
)
# Who calls somebody so condemns and accuses nobody.
BRIGHT: Final = words_of(
    "hero heroes heroic historic brilliant outstanding excellent wonderful fantastic superb"
    " admirable courageous brave inspiring remarkable treasure triumph masterpiece breakthrough"
    " milestone genius visionary exemplary"
)
# They turn such words round: "no disgrace", "anything but a farce", "called Roe's foe a liar".
TURNED: Final = NOT | NOBODY | words_of("anything hardly far but opponent opponents critics foe")
