"""Claims: who says what, and how surely; one attribution at a time."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from llmextract import Anywhere, Beside, CuedBy, Factuality, Polarity, Signs, Time
from llmextract.schemas.labels import Label


class SpeechAct(Label):
    """What the source does by saying it; after the verbal modes of PLOVER."""

    REPORT = "report", "States, says or tells it as a fact."
    ACCUSE = "accuse", "Blames somebody, or alleges wrongdoing."
    CONDEMN = "condemn", "Disapproves of it strongly."
    DENY = "deny", "Says that it is not so."
    SUPPORT = "support", "Praises, backs or agrees."
    REQUEST = "request", "Asks, urges, hopes for or demands it."
    THREATEN = "threaten", "Warns of harm that the source would do."
    COMMIT = "commit", "Promises, vows, offers or says that it intends to."
    ASSESS = "assess", "Judges, interprets, predicts or warns."


class Certainty(Label):
    """How sure the source is made to be; after the values of FactBank."""

    CERTAIN = "certain", "Stated without any hedge."
    PROBABLE = "probable", "Likely, expected, believed."
    POSSIBLE = "possible", "May, might, could, possibly."
    UNDERSPECIFIED = "underspecified", "Reportedly, allegedly: the article leaves it open."


class ClaimPolarity(Label):
    """Whether the content affirms or denies; after FactBank."""

    POSITIVE = "positive", "The content says that something is so."
    NEGATIVE = "negative", "The content says that something is not so."


class Verification(Label):
    """What the article itself says of the claim's proof."""

    NOT_ADDRESSED = "not_addressed", "The article says nothing of it."
    UNVERIFIED = "unverified", "Could not be verified."
    WITHOUT_EVIDENCE = "without_evidence", "Made without evidence."
    CORROBORATED = "corroborated", "Confirmed by somebody else."
    DISPUTED = "disputed", "Contradicted by somebody else."


# What words of saying, of hedging and of proof are known by.
_SAYING = Signs.of("""
    according accus* acknowledg* add added adding address* adds admit* advis* advocat* affirm*
    agree* alleg* allegedly announc* announcement* answer* apparently appeal* applaud* approv*
    argu* ask* assert* assess* assum* assur* attribut* backed backing backs beg begged begs
    belie* bemoan* blam* blast* boast* brag* brand* brief* broadcast* call called calling calls
    caution* challeng* characteri* charged charging chastis* cit* claim* commend* comment*
    compare* comparing complain* compliment* conced* conclud* concur* condemn* confess* confid*
    confirm* congratulat* consider* contend* continued continues contrast* convinc* credit*
    critic critici* critics debat* decid* decision* declar* declin* decr* defend* demand*
    denial* denied denies denounc* deny denying depict* deplor* describ* determin* disagree*
    disclos* discuss* dismiss* disput* doubt* dub* echo* elaborat* emphasi* encourag* endors*
    estimat* exclaim* exhort* expect* explain* express* extol* fear* feel feels felt find
    finding* finds forecast* foresee* found guess* hail* hear heard hears highlight* hint* hope
    hoped hopes hoping imagin* implied implies imply implying indicat* inform informed informs
    insinuat* insist* instruct* insult* intend* interpret* joke* joking judg* knew know known
    knows label* lament* laud* learn* liken* maintain* mean means meant mention* mock* mourn*
    note noted notes noting object* observ* offer* opined oppos* order* outline* outlining
    petition* plead* pledg* point* portray* posted posting posts prais* pray* predict* prefer*
    proclaim* promis* propos* protest* publish* purportedly question* quip* quot* read reads
    reaffirm* realis* realiz* rebuff* rebuk* rebut* recall* recogni* recommend* record*
    recount* refer* refus* refut* regard* register* reiterat* reject* releas* remark* remind*
    repeat* repl* report* reportedly request* respond* response* retort* retweet* reveal* ruled
    rules ruling said saw say saying says see seek* sees sense* show* signal* sought speak*
    specif* speculat* spoke spoken stated statement* states stating stipulat* stress* suggest*
    summar* supported supporting supports suppos* supposedly surmis* suspect* swear* swore
    sworn talk* teas* tell telling tells testif* testim* thank* think* thought threat* told
    tout* tweet* underlin* underscor* understand* understood unveil* urg* view* voic* vot* vow*
    want* warn* welcom* wonder* worr* writ* wrote yell*
""")
_HEDGES = Signs.of("""
    may might could can would should perhaps maybe likely unlikely report* alleg* purport* suppos*
    apparent* seem* appear* possib* probab* potential* belie* think* thought expect* suspect*
    presum* rumour* rumor* unconfirmed unverified claim* suggest* estimat* uncertain unclear hop*
    fear* predict*
""")
_PROOF = Signs.of("""
    verif* unverif* confirm* unconfirm* evidence proof prov* corroborat* disput* contradict* refut*
    reject* denied denies deny denying denial independent* baseless unsubstantiated
""")


class Claim(BaseModel):
    """One thing that somebody is said to have said, thought or reported."""

    model_config = ConfigDict(frozen=True)

    source: Annotated[str, Beside("cue", within="subject", outside="content")] | None = Field(
        default=None,
        description="Who says it, in the sentence's words; null where nobody is named.",
    )
    source_name: Annotated[str, Anywhere()] | None = Field(
        default=None, description="The name behind a pronoun source, from anywhere in the article."
    )
    relayed_by: Annotated[list[str], Beside("cue", within="sentence")] = Field(
        default_factory=list,
        description="Outlets between source and article, nearest the source first.",
    )
    cue: Annotated[str, _SAYING] = Field(
        description="The words of saying, such as 'said' or 'according to'."
    )
    content: Annotated[list[str], Beside("cue", within="speech")] = Field(
        min_length=1,
        description="What is said; one string for each piece where the words are interrupted.",
    )
    certainty_cue: Annotated[str, _HEDGES] | None = Field(
        default=None, description="The words that hedge; needed unless the claim is certain."
    )
    verification_cue: Annotated[str, _PROOF] | None = Field(
        default=None,
        description="The article's words on its proof; needed unless it is not addressed.",
    )
    time: Time | None = Field(default=None, description="When it was said, in the article's words.")
    speech_act: SpeechAct = Field(description="What the source does by saying it.")
    certainty: Annotated[
        Certainty, CuedBy("certainty_cue", unless="certain"), Factuality("content")
    ] = Field(description="How sure it is.")
    polarity: Annotated[ClaimPolarity, Polarity("content", plain="positive")] = Field(
        description="Whether the content affirms or denies."
    )
    verification: Annotated[Verification, CuedBy("verification_cue", unless="not_addressed")] = (
        Field(description="What the article says of its proof.")
    )
