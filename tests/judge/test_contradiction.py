"""Labels of how real something is, held against what the article says of their words."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, CuedBy, Factuality, Polarity, check
from llmextract.judge.verdict import Code, Status, Verdict


class Deed(BaseModel):
    words: str
    state: Annotated[
        Literal["occurred", "failed", "negated", "planned", "possible", "settled", "odd"],
        Factuality("words", asserted=("settled",)),
    ]


class Fact(BaseModel):
    words: str
    happened: Annotated[bool, Factuality("words")]


class Saying(BaseModel):
    content: list[str]
    polarity: Annotated[Literal["positive", "negative"], Polarity("content")] = "positive"
    certainty: Annotated[
        Literal["certain", "possible"], CuedBy("cue", unless="certain"), Factuality("content")
    ] = "certain"
    cue: str | None = None


def verdict(text: str, schema: type[BaseModel], path: str, **record: object) -> Verdict:
    (judgement,) = check(Article(text=text), [{"sentences": [1], **record}], schema=schema)
    return next(verdict for verdict in judgement.verdicts if verdict.path == path)


FAILED = "The army failed to capture the ridge."
TAKEN = "The army captured the ridge."
SAID = "The army reportedly captured the ridge."
WHEN = "on Sunday rebels captured the ridge, yet when they left in May it was free."
UNHURT = "The army captured the ridge, but no one was hurt."
NEITHER = "Roe said that no shell fell and that rebels captured the ridge."
NO_AVAIL = "The army captured the ridge to no avail."
MEANT = "The army plans to capture the ridge."


@pytest.mark.parametrize(
    ("text", "label", "code"),
    [
        pytest.param(FAILED, "occurred", Code.CONTRADICTED, id="failed-is-no-occurrence"),
        pytest.param(MEANT, "occurred", Code.CONTRADICTED, id="plan-is-no-occurrence"),
        pytest.param(TAKEN, "occurred", None, id="occurrence"),
        pytest.param(FAILED, "settled", Code.CONTRADICTED, id="own-name-of-an-occurrence"),
        pytest.param(FAILED, "failed", None, id="failure"),
        pytest.param(TAKEN, "failed", Code.CONTRADICTED, id="failure-without-words"),
        pytest.param(TAKEN, "negated", Code.CONTRADICTED, id="negation-without-words"),
        pytest.param("The army almost captured the ridge.", "failed", None, id="all-but-done"),
        pytest.param(MEANT, "failed", Code.CONTRADICTED, id="plan-is-no-failure"),
        pytest.param(WHEN, "planned", Code.CONTRADICTED, id="told-on-a-day-is-no-plan"),
        pytest.param(WHEN, "possible", Code.CONTRADICTED, id="told-on-a-day-is-no-chance"),
        pytest.param(WHEN, "failed", Code.CONTRADICTED, id="told-yet-is-no-failure"),
        pytest.param(UNHURT, "negated", Code.CONTRADICTED, id="a-no-behind-is-of-another"),
        pytest.param(NEITHER, "negated", Code.CONTRADICTED, id="a-no-before-and-that"),
        pytest.param(NO_AVAIL, "failed", None, id="to-no-avail"),
        pytest.param("No army captured the ridge.", "negated", None, id="a-no-of-its-subject"),
        pytest.param(WHEN, "occurred", None, id="told"),
        pytest.param(f"Rumour had it that {WHEN}", "possible", None, id="told-by-rumour"),
        pytest.param(f"{WHEN[:-1]} and they failed.", "failed", None, id="told-and-failed"),
        pytest.param("The army captured the ridge but lost it.", "failed", None, id="and-lost"),
        pytest.param("What if rebels captured the ridge?", "possible", None, id="asked"),
        pytest.param(
            "What if rebels captured the ridge?",
            "planned",
            Code.CONTRADICTED,
            id="asked-is-no-plan",
        ),
        pytest.param(FAILED, "planned", Code.CONTRADICTED, id="failed-is-no-plan"),
        pytest.param(MEANT, "planned", None, id="plan"),
        pytest.param(
            "The army could capture the ridge today.",
            "planned",
            Code.CONTRADICTED,
            id="chance-is-no-plan",
        ),
        pytest.param(
            "Should the army capture the ridge, Dorva falls.",
            "planned",
            Code.CONTRADICTED,
            id="condition-is-no-plan",
        ),
        pytest.param("The army will capture the ridge.", "planned", None, id="will"),
        pytest.param("It may plan to capture the ridge.", "possible", None, id="perhaps-a-plan"),
        pytest.param(
            "It is necessary to capture the ridge.",
            "occurred",
            Code.CONTRADICTED,
            id="necessity-is-no-occurrence",
        ),
        pytest.param(
            "Norland sought to facilitate the capture of Dorva.",
            "occurred",
            Code.CONTRADICTED,
            id="sought-to-bring-about",
        ),
        pytest.param(
            "Norland helped to facilitate the capture of Dorva.",
            "occurred",
            None,
            id="brought-about",
        ),
        pytest.param(
            "The siege could drag on, leading to the capture of Dorva.",
            "occurred",
            Code.CONTRADICTED,
            id="ensues-from-what-could-be",
        ),
        pytest.param(
            "The siege dragged on, leading to the capture of Dorva.", "occurred", None, id="ensued"
        ),
        pytest.param(
            "It could not hold, leading to the capture of Dorva.",
            "occurred",
            None,
            id="ensued-from-what-could-not-be",
        ),
        pytest.param(TAKEN, "planned", Code.CONTRADICTED, id="plan-without-words"),
        pytest.param(TAKEN, "possible", Code.CONTRADICTED, id="chance-without-words"),
        pytest.param(SAID, "possible", None, id="what-is-reported-is-possible"),
        pytest.param(SAID, "planned", Code.CONTRADICTED, id="what-is-reported-is-no-plan"),
        pytest.param(FAILED, "odd", None, id="unknown-label"),
        pytest.param("Roe wants the ridge captured now.", "planned", None, id="wanted"),
        pytest.param("It was ordered captured.", "planned", None, id="ordered"),
    ],
)
def test_a_label_is_held_against_what_governs_its_words(
    text: str, label: str, code: Code | None
) -> None:
    words = "capture" if "capture " in text else "captured"
    assert verdict(text, Deed, "state", words=words, state=label).code is code


@pytest.mark.parametrize(
    ("text", "words", "label", "falls"),
    [
        ("A few hours later rebels attacked Dorva.", "attacked", "failed", True),
        ("A few hours later rebels attacked Dorva.", "attacked", "negated", True),
        ("Few rebels attacked Dorva.", "attacked", "negated", False),
        ("Rebels attacked Dorva [not Kelm].", "attacked", "negated", True),
        ("Rebels attacked Dorva; none fled.", "attacked", "negated", True),
        ("Less than 10 rebels attacked Dorva.", "attacked", "failed", True),
        ("Roe was killed in a raid against Dorva.", "killed", "failed", True),
        ("Roe, who voted against talks, was killed.", "killed", "failed", False),
        ("Roe was shot dead in Dorva.", "shot dead", "failed", True),
        ("Roe was shot dead in Dorva in May.", "shot dead", "planned", True),
        ("Rebels launched a drone that was shot down.", "launched a drone", "failed", False),
        ("On Friday rebels launched an attack.", "launched an attack", "planned", True),
        ("On Friday rebels planned an attack.", "planned an attack", "planned", False),
        ("On Friday Roe agreed to leave Dorva.", "agreed to leave", "planned", False),
        ("Rebels shelled Dorva and also destroyed it.", "destroyed", "failed", True),
        ("The attempted raid occurred on Friday.", "attempted raid", "failed", False),
        ("The raid occurred on Friday.", "raid", "planned", True),
        ("The raid is on Friday.", "raid", "planned", False),
        ("The blast has destroyed 12 homes.", "blast", "failed", True),
        ("The raid, a failure, killed 12.", "raid", "failed", False),
        ("His car came to a stop and he was killed.", "was killed", "failed", True),
        ("His raid came to a stop, and Dorva was free.", "raid", "failed", False),
        ("The alleged gunmen shelled Dorva in May.", "shelled", "planned", True),
        ("The alleged raid killed 12 in May.", "killed", "possible", False),
        ("Rebels, who suspect Roe, left Dorva.", "left", "possible", False),
        ("Roe authorised certain strikes.", "strikes", "occurred", True),
        ("The authorised strikes began.", "strikes", "occurred", False),
    ],
)
def test_what_is_told_is_done_unless_something_takes_it_back(
    text: str, words: str, label: str, *, falls: bool
) -> None:
    code = verdict(text, Deed, "state", words=words, state=label).code
    assert code is (Code.CONTRADICTED if falls else None)


def test_of_a_list_of_words_the_first_decides() -> None:
    class Deeds(BaseModel):
        words: list[str]
        state: Annotated[Literal["occurred", "failed"], Factuality("words")]

    state = verdict(FAILED, Deeds, "state", words=["capture", "army"], state="occurred")
    assert state.code is Code.CONTRADICTED


def test_a_true_label_is_an_assertion() -> None:
    happened = verdict(FAILED, Fact, "happened", words="capture", happened=True)
    assert happened.code is Code.CONTRADICTED
    assert verdict(FAILED, Fact, "happened", words="capture", happened=False).code is None


def test_the_rejection_quotes_the_governing_words() -> None:
    state = verdict(FAILED, Deed, "state", words="capture", state="occurred")
    assert state.nearest == "failed to"
    assert state.detail == "the article says 'failed to' of these words: 'capture'"
    assert state.value == "occurred"


def test_words_that_are_not_in_the_article_leave_their_label_alone() -> None:
    state = verdict(FAILED, Deed, "state", words="stormed", state="occurred")
    assert state.status is Status.UNCHECKED


def test_a_failure_may_be_told_in_another_cited_sentence() -> None:
    text = "Troops attacked the ridge. They were repelled."
    deed = {"words": "attacked", "state": "failed"}
    assert verdict(text, Deed, "state", **deed).code is Code.CONTRADICTED
    assert verdict(text, Deed, "state", **deed, sentences=[1, 2]).code is None
    quotes = ["Troops attacked the ridge.", "They were repelled."]
    assert verdict(text, Deed, "state", **deed, sentences=[], quotes=quotes).code is None


@pytest.mark.parametrize(
    ("label", "code"), [("positive", Code.CONTRADICTED), ("negative", None)], ids=str
)
@pytest.mark.parametrize(
    "content",
    [
        "that it would not withdraw",
        "no agreement was reached",
        "nobody was killed",
        "there was no agreement",
        "not to withdraw",
        "the envoy, a former judge, had never visited the camp",
        "neither side has moved",
        "if the roads open, aid will not come",
        "at no time did the army shell the town",
        "under no circumstances would it withdraw",
        "nowhere did the army withdraw",
        "nor did the army withdraw",
        "never did the army withdraw",
        "the army has not since withdrawn",
        "the army had never been in such a town",
    ],
)
def test_a_negated_main_verb_is_no_positive_content(
    content: str, label: str, code: Code | None
) -> None:
    text = f"The ministry said {content}."
    assert verdict(text, Saying, "polarity", content=[content], polarity=label).code is code


@pytest.mark.parametrize(
    "content",
    [
        "that rebels who had not fled were seized",
        "there is no doubt that rebels seized the town",
        "rebels seized the town because nobody held it",
        "rebels seized not only the town but the port",
        "rebels had entered the town without a fight",
        "if talks do not start, war will follow",
        "the town was taken and not a shot was fired",
        "they withdrew and did not return",
        "never before had so many fled",
        "never have so many fled",
        "not since 1991 have so many fled",
        "nowhere else did so many die",
        "no sooner had the army left than rebels came",
        "not only did rebels seize the town, they burned it",
        "nothing but rubble was left",
        "no one but the rebels fled",
    ],
)
def test_a_negation_elsewhere_leaves_the_content_positive(content: str) -> None:
    text = f"The ministry said {content}."
    assert verdict(text, Saying, "polarity", content=[content], polarity="positive").code is None


def test_a_clause_is_not_denied_by_the_verb_of_what_brings_it() -> None:
    text = "The claim that rebels had won was not heard."
    content = ["that rebels had won"]
    assert verdict(text, Saying, "polarity", content=content, polarity="positive").code is None


@pytest.mark.parametrize(
    ("text", "content", "code"),
    [
        pytest.param(
            "The ministry said rebels hold the town.",
            ["rebels hold the town"],
            Code.CONTRADICTED,
            id="affirmed",
        ),
        pytest.param(
            "The ministry denied that rebels hold the town.",
            ["that rebels hold the town"],
            None,
            id="denied-outside",
        ),
        pytest.param(
            "“Rebels,” he said, “hold no town.”", ["“Rebels,”", "“hold no town.”"], None, id="piece"
        ),
        pytest.param(
            "She said, without giving proof, that rebels hold the town.",
            ["that rebels hold the town"],
            Code.CONTRADICTED,
            id="without-outside",
        ),
        pytest.param(
            "He said that rebels hold the town – not what she had in mind.",
            ["rebels hold the town"],
            Code.CONTRADICTED,
            id="behind-a-dash",
        ),
        pytest.param(
            "Rebels hold the town – a claim the army denies.",
            ["Rebels hold the town"],
            None,
            id="denied-behind-a-dash",
        ),
        pytest.param(
            "He said it could not have come without help from abroad.",
            ["it could not have come without help from abroad"],
            Code.CONTRADICTED,
            id="not-without",
        ),
    ],
)
def test_a_negative_content_needs_something_that_denies(
    text: str, content: list[str], code: Code | None
) -> None:
    assert verdict(text, Saying, "polarity", content=content, polarity="negative").code is code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("that rebels may attack", Code.CONTRADICTED),
        ("rebels are likely to attack", Code.CONTRADICTED),
        ("perhaps rebels attacked", Code.CONTRADICTED),
        ("rebels would attack if troops left", None),
        ("could attack soon", Code.CONTRADICTED),
        ("that rebels will attack", None),
        ("that rebels reportedly attacked", None),
        ("rebels seized a town that may fall again", None),
        ("that shots could be heard", None),
        ("that it would not withdraw", None),
        ("to attack the town", None),
        ("rebels are not likely to attack", Code.CONTRADICTED),
        ("rebels may not attack", Code.CONTRADICTED),
        ("it is not possible to attack", None),
        ("rebels could not attack", None),
    ],
)
def test_a_hedged_main_verb_is_not_certain(content: str, code: Code | None) -> None:
    text = f"The ministry said {content}."
    assert verdict(text, Saying, "certainty", content=[content], certainty="certain").code is code


@pytest.mark.parametrize(
    ("said", "content", "code"),
    [
        pytest.param("the army may be ready to fight", "ready to fight", "may", id="modal"),
        pytest.param("he suspected rebels held it", "rebels held it", "suspected", id="belief"),
        pytest.param("he could not tell whether it fell", "it fell", "whether", id="whether"),
        pytest.param("it would stay if it won", "it won", "if", id="if"),
        pytest.param("it was thought to have been shelled", "shelled", "thought", id="passive"),
        pytest.param("it would sign, but only if he won", "it would sign", "if", id="condition"),
        pytest.param("if he won, it would sign", "it would sign", "if", id="condition-before"),
        pytest.param("if he won, it would sign", "if he won, it will", None, id="not-there"),
        pytest.param("in May the army fled", "the army fled", None, id="month"),
        pytest.param("he may stay and the army fled", "the army fled", None, id="another-clause"),
        pytest.param("the army fled", "the army fled", None, id="whole"),
    ],
)
def test_content_cut_out_behind_a_hedge_is_not_certain(
    said: str, content: str, code: str | None
) -> None:
    text = f"The ministry said {said}."
    found = verdict(text, Saying, "certainty", content=[content], certainty="certain")
    assert (found.code, found.nearest) == (Code.CONTRADICTED if code else None, code)


def test_a_question_may_be_shown_by_what_brings_it() -> None:
    class Asked(Saying):
        brings: str

    text = "Reporters asked whether the army fled."
    asked = {"content": ["the army fled"], "certainty": "certain"}
    assert verdict(text, Asked, "certainty", brings="asked", **asked).code is None
    assert verdict(text, Asked, "certainty", brings="army", **asked).code is Code.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "content", "code"),
    [
        pytest.param("The plan is “not enough,” he said.", ["The plan is", "not enough"], True),
        pytest.param("“The plan works,” he said.", ["The plan works"], False, id="whole"),
    ],
)
def test_content_that_ends_before_its_denied_verb_is_not_positive(
    text: str, content: list[str], code: bool
) -> None:
    found = verdict(text, Saying, "polarity", content=content, polarity="positive")
    assert (found.code is Code.CONTRADICTED) is code


def test_the_verb_of_saying_is_attribution() -> None:
    text = "The ministry vowed to attack the town."
    saying = verdict(text, Saying, "certainty", content=["to attack the town"], certainty="certain")
    assert saying.status is Status.UNCHECKED


@pytest.mark.parametrize(
    ("cue", "code"), [("reportedly", Code.CONTRADICTED), ("the army", None)], ids=str
)
def test_a_label_that_needs_no_cue_is_not_cued_by_a_hedge(cue: str, code: Code | None) -> None:
    text = "It was reportedly the army that attacked."
    record = {"content": ["attacked"], "certainty": "certain", "cue": cue}
    assert verdict(text, Saying, "certainty", **record).code is code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('The clashes are considered the "most violent" of the year.', None),
        ('The clashes are considered "most violent" by the police.', None),
        ("The clashes were considered heavy.", None),
        ("A counterattack is being considered.", Code.CONTRADICTED),
        ("Airstrikes were considered by the cabinet.", Code.CONTRADICTED),
    ],
)
def test_what_is_considered_something_has_happened(text: str, code: Code | None) -> None:
    words = next(word for word in ("clashes", "counterattack", "Airstrikes") if word in text)
    assert verdict(text, Deed, "state", words=words, state="occurred").code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Claims that rebels captured the ridge are false.", Code.CONTRADICTED),
        ("The report that rebels captured the ridge was baseless, she said.", Code.CONTRADICTED),
        ("Reports that rebels captured the ridge were confirmed.", None),
        ("Reports that rebels captured the ridge said his offer was rejected.", None),
        ("Reports that rebels captured the ridge came, and his offer was rejected.", None),
    ],
)
def test_what_is_false_did_not_happen(text: str, code: Code | None) -> None:
    assert verdict(text, Deed, "state", words="captured", state="occurred").code is code


class Doubted(BaseModel):
    said: str
    hedge: str | None = None
    proof: str | None = None
    certainty: Annotated[
        Literal["certain", "possible", "underspecified"], CuedBy("hedge", unless="certain")
    ] = "certain"
    verification: Annotated[
        Literal["not_addressed", "unverified"], CuedBy("proof", unless="not_addressed")
    ] = "not_addressed"


@pytest.mark.parametrize(
    ("path", "label", "cue", "falls"),
    [
        ("certainty", "possible", "feared", False),
        ("certainty", "possible", "may", False),
        ("certainty", "possible", "as soon as possible", True),
        ("certainty", "possible", "the ridge", True),
        ("certainty", "possible", "reported", True),
        ("certainty", "possible", "told", True),
        ("certainty", "possible", "claimed", True),
        ("certainty", "underspecified", "claimed", False),
        ("certainty", "possible", "told to stay", False),
        ("certainty", "possible", "Friday", True),
        ("certainty", "underspecified", "reported", False),
        ("certainty", "underspecified", "the ridge", True),
        ("certainty", "possible", "they feared, it was reported, that he may leave", True),
        ("verification", "unverified", "could not be verified", False),
        ("verification", "unverified", "the ridge", True),
        ("verification", "unverified", "confirmed", True),
        ("verification", "unverified", "hard to confirm", False),
    ],
)
def test_a_cue_carries_its_label(path: str, label: str, cue: str, *, falls: bool) -> None:
    text = (
        "Late on Friday they feared, it was reported, that he may leave the ridge, where he was"
        " told to stay as soon as possible, but this was hard to confirm and could not be verified,"
        " they claimed."
    )
    field = "hedge" if path == "certainty" else "proof"
    found = verdict(text, Doubted, path, said="leave", **{path: label, field: cue})
    assert found.code is (Code.CUE_MISSING if falls else None)


@pytest.mark.parametrize(
    ("content", "falls"),
    [
        pytest.param("no matter what Roe says, that is not a vote", True, id="no-matter"),
        pytest.param("the fact is that she has no idea of it", True, id="the-fact-is"),
        pytest.param("the fact is that she has an idea of it", False, id="the-fact-affirmed"),
        pytest.param("the town had no intention of paying", True, id="no-intention"),
        pytest.param("there is no more bread", True, id="no-more"),
        pytest.param("there were no more than ten of them", False, id="no-more-than"),
        pytest.param("it wouldn’t matter", True, id="would-not-matter"),
        pytest.param("no matter who asks, it is so", False, id="no-matter-alone"),
        pytest.param("the town had no choice but to pay", False, id="no-choice"),
        pytest.param("the man who had no role in it left", False, id="no-role-of-another"),
        pytest.param("Roe had shown “not a shred of pity”", True, id="not-a-shred"),
        pytest.param("Roe had shown not a flaw but a gift", False, id="not-this-but-that"),
        pytest.param(
            "a convoy of 30 trucks that had been sent to Dorva has not arrived", True, id="behind"
        ),
        pytest.param(
            "a convoy of 30 trucks that had been sent to Dorva has arrived", False, id="arrived"
        ),
        pytest.param(
            "a convoy that was sent to those who have not arrived left", False, id="of-another"
        ),
    ],
)
def test_a_clause_is_denied_behind_what_stands_before_its_verb(
    content: str, *, falls: bool
) -> None:
    told = verdict(
        f"Hale said {content}.", Saying, "polarity", content=[content], polarity="positive"
    )
    assert told.code is (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("content", "falls"),
    [
        pytest.param("the army seems to have left", True, id="seems-to"),
        pytest.param("the army is expected to leave", True, id="is-expected-to"),
        pytest.param("the army appeared in Dorva", False, id="appeared-somewhere"),
        pytest.param("the army that seems to be lost left", False, id="of-another-clause"),
        pytest.param("the army left and seems to be lost", False, id="of-another-verb"),
    ],
)
def test_a_verb_that_leaves_it_open_is_not_certain(content: str, *, falls: bool) -> None:
    told = verdict(
        f"Hale said {content}.", Saying, "certainty", content=[content], certainty="certain"
    )
    assert told.code is (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("text", "words", "label", "falls"),
    [
        pytest.param(
            "Roe says that it holds Dorva, but Hale doubts it.",
            "holds",
            "negated",
            False,
            id="both",
        ),
        pytest.param("Roe never said that rebels fled.", "fled", "negated", False, id="never-said"),
        pytest.param(
            "Roe said that rebels fled, which Hale denied.", "fled", "negated", False, id="denied"
        ),
        pytest.param(
            "Roe said he left but denied that rebels fled.",
            "fled",
            "negated",
            False,
            id="next-verb",
        ),
        pytest.param(
            "Roe said that it pushed back men trying to flee.", "flee", "failed", False, id="undone"
        ),
        pytest.param("Roe said that no rebels fled.", "fled", "negated", False, id="none-fled"),
        pytest.param(
            "The talks collapsed despite a plea.", "collapsed", "failed", False, id="talks-failed"
        ),
        pytest.param(
            "She appealed to donors to help Dorva.", "donors to help", "occurred", True, id="asked"
        ),
        pytest.param(
            "Roe came with donors to help Dorva.", "donors to help", "occurred", False, id="came"
        ),
        pytest.param(
            "Roe is expected in Dorva on Friday for talks.",
            "talks",
            "occurred",
            True,
            id="expected",
        ),
        pytest.param(
            "Roe was in Dorva on Friday for talks.", "talks", "occurred", False, id="was-there"
        ),
    ],
)
def test_how_real_a_whole_event_is(text: str, words: str, label: str, *, falls: bool) -> None:
    found = verdict(text, Deed, "state", words=words, state=label)
    assert (found.code is Code.CONTRADICTED) is falls


class Told(BaseModel):
    cue: str
    content: Annotated[list[str], Beside("cue", within="speech")]
    polarity: Annotated[Literal["positive", "negative"], Polarity("content")] = "positive"


@pytest.mark.parametrize(
    ("text", "cue", "content", "falls"),
    [
        pytest.param(
            "Roe accuses Hale of theft, which Hale denies.", "accuses", "theft", True, id="which"
        ),
        pytest.param(
            "Forces announce a raid on Dorva, the rebels deny.",
            "announce",
            "a raid",
            True,
            id="they",
        ),
        pytest.param("Roe denies the raid on Dorva.", "denies", "the raid", False, id="own"),
        pytest.param(
            "The raid never was, Roe said, which Hale denies.",
            "said",
            "The raid",
            False,
            id="before",
        ),
        pytest.param(
            "Roe said no raid took place, which Hale denies.", "said", "no raid", False, id="in-it"
        ),
        pytest.param(
            "Roe denied guilt and said he left.", "said", "he left", True, id="other-deed"
        ),
        pytest.param(
            "Roe rejected it, saying that he left.", "saying", "that he left", True, id="participle"
        ),
        pytest.param(
            "Dorva urged both sides to talk, but has failed to bring them together.",
            "urged",
            "both sides to talk",
            True,
            id="goes-on",
        ),
        pytest.param(
            "He left, a man, who asked not to be named, said.", "said", "He left", True, id="aside"
        ),
        pytest.param(
            "He left, Roe said; nobody was hurt.", "said", "He left", True, id="semicolon"
        ),
        pytest.param(
            "Roe warned he would go if the raids did not stop.",
            "warned",
            "he would go if the raids did not stop",
            True,
            id="condition",
        ),
        pytest.param(
            "Roe urged Dorva to ban ferries.", "urged", "Dorva to ban ferries", True, id="deed"
        ),
        pytest.param("Roe did not say he left.", "say", "he left", False, id="not-said"),
        pytest.param(
            "Hale and Roe denied that he left.", "denied", "that he left", False, id="both"
        ),
        pytest.param("That he left is not true, Roe said.", "said", "he left", False, id="behind"),
        pytest.param(
            "Roe said he would not go if the raids did.",
            "said",
            "he would not go if the raids did",
            False,
            id="main",
        ),
    ],
)
def test_what_others_deny_is_not_denied_by_who_says_it(
    text: str, cue: str, content: str, *, falls: bool
) -> None:
    found = verdict(text, Told, "polarity", cue=cue, content=[content], polarity="negative")
    assert (found.code is Code.CONTRADICTED) is falls
