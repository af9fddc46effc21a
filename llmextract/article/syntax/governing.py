"""Words that govern others: what they make of the words they take, by the way they take them.

A word missing here governs nothing: evidentials ("reportedly", "claimed to") and verbs whose
complement is as real as they are ("managed to", "began to", "was forced to") are left out.
"""

from enum import StrEnum
from typing import Final

from llmextract.article.syntax.grammar import inflected, words_of


class Force(StrEnum):
    """What a governing word makes of the words it governs."""

    NEGATION = "negation"
    FAILURE = "failure"
    CONDITION = "condition"
    MODALITY = "modality"
    INTENTION = "intention"


DENIALS: Final = frozenset({Force.NEGATION, Force.FAILURE})


def _table(**words: frozenset[str]) -> dict[str, Force]:
    return {word: Force(force) for force, listed in words.items() for word in listed}


_FAILING: Final = inflected("fail struggle neglect omit*") | words_of(
    "failure failures unable inability powerless incapable"
)
_REFUSING: Final = inflected("refuse decline hesitate") | words_of(
    "refusal unwilling unwillingness reluctant reluctance"
)
_PLANNING: Final = inflected(
    "plan* intend aim seek =sought prepare attempt try plot* scheme decide conspire"
) | (
    words_of("plans plan intention intentions aim aims effort efforts bid bids attempts attempt")
    | words_of("preparations preparation readiness ready poised plotting planning set determined")
    | words_of("due scheduled slated eager keen willing willingness desire ambition ambitions")
    | words_of("efforts drive plot schedule goal goals objective going about mission tipped")
    | words_of("supposed meant designed waiting waited waits wait tasked assigned hired readying")
    | words_of("signal signals means")
)
_WISHING: Final = inflected("want hope wish desire need expect prefer* await consider") | words_of(
    "expected hopes hope bound urge pressure need needs"
)
_SAYING: Final = inflected(
    "vow threaten promise pledge swear =swore =sworn propose offer demand order urge ask call"
    " request commit* appeal agree instruct direct command"
) | words_of(
    "threat threats proposal proposals promise pledge vow offer calls call demand demands"
    " request requests order orders agreement appeal commitment"
)

TO: Final = _table(
    failure=_FAILING,
    negation=_REFUSING | {"unlikely"},
    intention=_PLANNING | _WISHING | _SAYING,
    modality=words_of(
        "likely possible impossible ability power capacity capability right opportunity chance"
        " permission possibility potential sure certain ought authorised authorized necessary"
        " essential vital crucial imperative advisable illegal unlawful"
    ),
)
"""Before an infinitive: "failed to capture", "plans to capture"."""

REACHED: Final = inflected("agree") | {"agreement"}
"""Governors that are events of their own: a trigger "agreed to withdraw" is an agreement."""

WITH_OBJECT: Final = {
    **_table(
        intention=inflected(
            "urge ask order want expect call press encourage invite request require instruct need"
            " direct command implore beg* appeal exhort warn persuade gear task hire authorise"
            " authorize"
        )
        | words_of("told tell wants pressing plans plan efforts effort attempts attempt bid calls")
        | words_of("call proposal proposals pressure order orders preparations appeal")
        | words_of("demand demands goal aim"),
        negation=inflected("forbid* =forbade =forbidden"),
    )
}
"""Before an object and an infinitive: "urged Turkey to withdraw", "efforts by Turkey to"."""

SENDING: Final = inflected("dispatch mobilise mobilize mass") | words_of("send sends sending sent")
"""Events of their own, for what an infinitive says: "was sent to storm", "sent them to storm"."""
ON_WAY: Final = words_of("way route course track")
"""Behind "on" or "en" and before an infinitive: "on their way to attack"."""

FACTIVE: Final = words_of(
    "first last only second next surprised glad happy sorry proud lucky pleased shocked rushed"
    " wrong right enough good delighted fortunate"
)
"""Before an infinitive that is so even where they are denied: "was not the first to"."""

RASH: Final = words_of("quick fast hasty swift ready prone")
"""Behind "too" and before an infinitive that then is so: "was too quick to attack"."""

GERUND: Final = _table(
    negation=inflected("deny avoid reject oppose resist rule escape") | {"out"},
    failure=inflected("prevent avert preclude"),
    intention=inflected("consider contemplate mull propose recommend plan* favor favour")
    | words_of("anticipate discuss discussed discussing"),
    modality=inflected("risk envisage envision imagine suggest"),
)
"""Before a form in -ing: "denied capturing", "consider sending"."""

KEPT_FROM: Final = inflected(
    "prevent stop* bar* block ban* prohibit hinder deter* discourage dissuade refrain exclude keep"
    " =kept halt preclude hold =held restrain shy abstain exempt forbid* protect shield"
)
"""Before "from" and a form in -ing: "prevented rebels from capturing"."""

RUMOURS: Final = words_of("rumour rumours rumor rumors")
"""What nobody vouches for, unlike reports."""

_FOR: Final = _table(
    intention=inflected("plan* prepare call hope push appeal brace ask wait press lobby campaign")
    | inflected("schedule slate arrange bid vote request demand argue advocate aim")
    | words_of("preparations ready poised set plans calls demands request requests proposal bid")
    | words_of("proposals appeals need hopes scheduled due conditions deadline pressure date"),
)
_OF: Final = _table(
    modality=words_of(
        "possibility prospect prospects threat threats risk risks danger chance chances likelihood"
        " fear fears potential capable idea probability dangers spectre specter"
        " verge brink cusp edge"
        " warned warn warns warning"
    )
    | RUMOURS,
    intention=words_of("hope hopes plan plans intention aim goal"),
    condition=words_of("event case"),
    negation=words_of("instead lack absence denial denials"),
    failure=words_of("short incapable failure"),
)
PREPOSITIONAL: Final[dict[str, dict[str, Force]]] = {
    "for": _FOR,
    "of": _OF,
    "against": _table(negation=inflected("decide vote warn advise caution argue")),
    "at": _table(intention=inflected("aim") | words_of("attempt attempts")),
    "in": _table(failure=inflected("fail")),
    "on": _table(intention=inflected("plan* count insist") | words_of("bent intent")),
    "about": _table(modality=inflected("think =thought talk") | words_of("doubts doubt")),
    "than": _table(negation=words_of("rather")),
    "with": _table(intention=inflected("threaten") | {"tasked"}),
    "near": _table(failure=words_of("nowhere")),
    "to": _table(intention=words_of("close commitment committed opposed opposition")),
}
"""Before a preposition: "plans for", "threat of", "short of"."""

BEARING: Final = words_of(
    "succeed succeeded succeeding result resulted resulting results lead led leading"
) | inflected(
    "engage participate involve end culminate proceed return amount escalate turn start begin"
)
"""Before a preposition, as real as what follows: "succeeded in", "could lead to"."""
TO_NOUN: Final = BEARING | words_of(
    "according close prior due response addition thanks access opposition opposed"
    " contrary subject return returned related similar next owing"
)
"""Before "to" and a noun, where an infinitive would look alike."""

MEASURE: Final = words_of(
    """
    series wave waves round rounds number dozens hundreds thousands scores sign signs evidence
    report reports indication indications trace lot spate string kind type types form forms start
    beginning resumption continuation launch outbreak reports record acts act case cases details
    """
)
"""Before "of": nouns that are no more and no less real than what follows."""

FAILED_OBJECT: Final = inflected(
    "prevent thwart foil avert avoid abort cancel postpone forestall preclude scrap* scupper derail"
) | words_of("cancelled cancelling canceling called-off")
"""Take as an object what then does not happen."""
DENIED_OBJECT: Final = inflected("deny reject refuse oppose forbid* ban* prohibit dismiss")
"""The same where the object is not a thing already known ("denied the attack")."""
DEMANDED_OBJECT: Final = inflected(
    "demand seek =sought urge propose request await advocate threaten order authorise authorize"
    " simulate rehearse"
) | words_of("require requires")
"""Take as an object what has not happened yet."""
INTENDED_OBJECT: Final = inflected(
    "plan* prepare vow promise pledge want consider mull expect fear plot* contemplate need"
    " anticipate recommend envisage schedule predict favor favour"
)
"""The same where the object is not a thing already known ("planned the attacks")."""

REALISING: Final = inflected(
    "launch carry conduct mount stage undertake start commit* wage execute perform deploy impose"
    " achieve secure inflict implement complete accomplish send make begin* sign reach deliver"
    " facilitate enable permit*"
) | words_of("made making undertook undertaken began begun beginning sent waging staging")
"""Verbs that only carry a noun out: "launch an offensive" is as real as the verb."""
BRINGING: Final = inflected(
    "open resume declare provide cause trigger order receive spark ensure join continue engage"
    " announce accept offer step accompany face suffer exchange grant take give bring have see hold"
    " mean put* use"
) | words_of("held gave given brought put seen taken took had meant giving taking using bringing")
"""The same where the object is not a thing already known ("condemn", "face the attack")."""

NEARLY: Final = words_of("almost nearly")
"""Before a verb: "nearly captured"."""

ENSUING: Final = words_of("leading resulting causing triggering sparking forcing prompting paving")
"""Behind a comma they tell what its clause brings about, as real as the verb of the clause."""
DOUBTS: Final = words_of("may might could can")
"""What they govern is possible, and no plan."""

PHASE: Final = inflected("stop* cease halt finish keep quit* start continue resume")
"""Verbs of beginning and ending, as real as the form in -ing behind them."""

HAPPENING: Final = words_of(
    "take taken took place happen happened happening occur occurred occurring carried conducted"
    " launched materialise materialised materialize materialized held go gone going ahead staged"
    " made reached begin begun start started come signed exist declared achieved completed"
    " implemented continue resume resumed stage hold agreed established recorded imposed introduced"
)
"""What a noun does when it happens: an attack that "did not take place"."""

HAPPENED: Final = words_of("took happened occurred went began came started")
"""Right behind a noun they say that it happened, planned as it was: "the planned strike began"."""
DENYING_DEED: Final = inflected("deny")
"""Before a form in -ing with a known noun they doubt who did it, not that it was done."""

FORESEEN: Final = {
    **_table(
        intention=words_of(
            "planned expected scheduled set due likely imminent looming feared intended proposed"
            " considered contemplated threatened slated possible anticipated envisaged"
        ),
        failure=words_of(
            "cancelled canceled postponed thwarted foiled averted prevented avoided aborted called"
            " frustrated banned blocked put"
        ),
    )
}
"""What a noun is when it has not happened: an attack "was planned", "was averted"."""
WANTED: Final = _table(
    modality=words_of(
        "necessary needed required essential vital crucial imperative unlikely"
        " impossible elusive unthinkable"
    ),
    intention=words_of("discussed negotiated mulled sought demanded requested"),
)
"""What a noun is that is not known and has not happened: "a truce is necessary"."""
LOOMING: Final = inflected("loom") | words_of("nears")
"""Right behind a noun they say that it is to come: "an election looms"."""
HOAXES: Final = words_of("hoax myth fabrication lie")
"""What a noun is that never was: "the attack was a hoax"."""
AIMS: Final = words_of("aim aims goal goals objective purpose")
"""Of these an "is" says what is still to be: "the aim is the capture of Dorva"."""
TALKS: Final = words_of("talks negotiations negotiation discussions discussion consultations")
"""Before "on" or "over" and what is not there yet: "negotiations over a truce"."""

ADJECTIVAL: Final = _table(
    intention=words_of(
        "planned proposed imminent future expected upcoming threatened would-be prospective looming"
        " impending anticipated intended scheduled forthcoming attempted"
    ),
    modality=words_of("possible potential hypothetical conceivable eventual likely feared"),
    failure=words_of("failed foiled thwarted abortive unsuccessful aborted averted cancelled"),
)
"""Before a noun: "the planned offensive"."""
COMPOUND: Final = words_of(
    "plan plans proposal proposals threat threats attempt attempts bid bids request requests plot"
    " plots possibility scenario effort efforts prospects hopes fears"
)
"""After a noun: "a ceasefire proposal"."""

THAT: Final = _table(
    negation=inflected("deny dispute refute disprove") | words_of("denial denials untrue false"),
    modality=inflected("doubt fear worry imagine")
    | words_of("doubts possible possibility likelihood likely chance chances risk danger prospect")
    | words_of("fears worries worried unlikely doubtful impossible prospects")
    | RUMOURS
    | words_of("suppose supposing"),
    intention=inflected("hope wish demand propose recommend request urge expect")
    | words_of("hopes demands so ensure"),
    condition=words_of("event case condition provided assuming supposing providing"),
)
"""Before a clause with "that"."""
BARE_THAT: Final = _table(
    negation=inflected("deny"),
    modality=inflected("doubt fear") | {"suppose"},
    intention=inflected("hope expect wish"),
)
"""The same without "that": "denied rebels had captured"."""
CLAIMS: Final = (
    words_of("claim claims report reports allegation allegations accusation accusations")
    | words_of("suggestion suggestions assertion assertions charges notion idea")
    | RUMOURS
)
"""Nouns of saying: denied themselves, they deny what they say."""
REFUTING: Final = inflected("deny reject dismiss refute dispute rebut*")
UNTRUE: Final = words_of(
    "false untrue baseless unfounded groundless fabricated fake bogus inaccurate incorrect"
    " fictitious nonsense denied rejected dismissed refuted debunked disproved disproven"
)
"""What claims are when what they say is denied: "claims that ... are false"."""
PROOF: Final = words_of("evidence indication indications sign signs proof confirmation")
"""With "no" before and "that" after, they deny."""

PERCEIVED: Final = words_of("heard seen felt smelled smelt observed hear see feel")
"""What "could" does no harm to: "could be heard" was heard."""
LATER: Final = words_of("later eventually subsequently ultimately")
"""A "would" beside them tells the past: "would later capture"."""


def words_with(forces: frozenset[Force]) -> frozenset[str]:
    """The words of the tables above that govern with one of these forces."""
    tables = (TO, WITH_OBJECT, GERUND, FORESEEN, ADJECTIVAL, THAT, BARE_THAT)
    return frozenset(
        word
        for table in (*tables, *PREPOSITIONAL.values())
        for word, force in table.items()
        if force in forces
    )


DENYING: Final = (
    words_with(DENIALS)
    | KEPT_FROM
    | FAILED_OBJECT
    | DENIED_OBJECT
    | REFUTING
    | UNTRUE
    | NEARLY
    | words_of(
        "no not n't never cannot hardly scarcely barely none nobody nothing neither nor without few"
        " fail failed fails far instead untrue false truth"
    )
)
"""All words that may deny others; a sentence without any denies nothing."""

NO_DOUBT: Final = words_of("doubt question wonder matter fewer less more")
"""Behind a "no" that denies nothing: "no doubt", "no fewer than"."""
ONLY: Final = words_of("only just merely simply")
"""Behind a "not" that denies nothing."""
