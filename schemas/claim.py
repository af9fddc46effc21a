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
    according accus* acknowledg* add added adding addressed addressing adds admit* advised
    advises advising advocat* affirm* agree agreed agreeing agrees allegation* allege alleged
    allegedly alleges alleging announc* announcement* answer* apparently appeal* applaud*
    approv* argu* ask* assert* assess* assum* assur* attribut* backed backing backs beg begged
    begs belie* bemoan* blam* boast* brag* branded briefed briefing broadcast* call called
    calling calls caution* challeng* characteri* charged charging chastis* cite cited cites
    citing claim* commend* comment* compare* comparing complain* compliment* conced* conclud*
    concur* condemn* confess* confided confirm* congratulat* consider considered considering
    considers contend* continued continues contrast* convinc* credit* critic critici* critics
    debat* decid* decision* declar* declin* demand* denial* denied denies denounc* deny denying
    depict* deplor* describ* determin* disagree* disclos* discuss* dismiss* disput* doubt*
    dubbed echo* elaborat* emphasi* encourag* endors* estimat* exclaim* exhort* expect*
    explain* expressed expresses expressing extol* fear* feel feels felt find finding* finds
    forecast* foresee* found guess* hail* hear heard hears highlight* hint* hope hoped hopes
    hoping imagin* implied implies imply implying indicat* inform informed informs insinuat*
    insist* instruct* insult* intend* interpret* joke* joking knew know knows label* lament*
    laud* learn* liken* maintained maintaining maintains mean means meant mention* mock* mourn*
    note noted notes noting objected objecting objects observe observed observes observing
    offered offering offers opined oppose opposed opposes opposing ordered ordering orders
    outline* outlining petition* plead* pledg* pointed pointing points portray* posted posting
    prais* pray* predict* prefer* proclaim* promis* propos* protested protesting protests
    publish* purportedly question* quip* quot* read reads reaffirm* realis* realiz* rebuff*
    rebuk* rebut* recall* recogni* recommend* recorded recount* referred referring refers
    refus* refut* regard* register* reiterat* reject* released releases releasing remarked
    remarking remarks remind* repeat* replied replies reply replying report* reportedly
    request* respond* response* retort* retweet* reveal* ruled said say saying says seek
    seeking seeks sensed senses showed shown shows signal* sought speak* specified specifies
    specifying speculat* spoke spoken stated statement* states stating stipulat* stress*
    suggest* summar* supported supports suppos* supposedly surmis* suspect* swear* swore sworn
    talked talking teas* tell telling tells testif* testim* thank* think* thought threat* told
    tout* tweet* underlin* underscor* understand* understood unveil* urge urged urges urging
    viewed views voic* vote voted votes voting vow* want* warn* welcom* wondered wonders worr*
    writ* wrote yelled
""")
_HEDGES = Signs.of("""
    alleged allegedly apparent* appear* belie* can could
    estimat* expect* fear* hope hoped hopes hoping likely may maybe might perhaps possib*
    potential* predict* presum* probab* purported purportedly reportedly rumor* rumour* seem*
    should suggest* suppos* suspect* think* thought uncertain unclear unconfirmed unlikely
    unverified would
""")
_PROOF = Signs.of("""
    baseless confirm* contradict* corroborat* denial denied denies deny denying disput*
    evidence independent* proof prove proved proven proves proving refut* reject* unconfirm*
    unsubstantiated unverif* verif*
""")


class Claim(BaseModel):
    """One thing that somebody is said to have said, thought or reported."""

    model_config = ConfigDict(frozen=True)

    source: Annotated[str, Beside("cue", within="subject", outside="content")] | None = Field(
        default=None,
        description="Who says it, in the sentence's words; null where nobody is named.",
    )
    source_name: Annotated[str, Anywhere(name_of="source")] | None = Field(
        default=None, description="The name behind a pronoun source, from anywhere in the article."
    )
    relayed_by: Annotated[list[str], Beside("cue", within="sentence", outside="content")] = Field(
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
    time: Annotated[Time, Beside("cue", within="sentence", outside="content")] | None = Field(
        default=None, description="When it was said, in the article's words."
    )
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
