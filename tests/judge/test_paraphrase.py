"""Free text: no figure, name, negation or word that the cited sentences do not carry."""

from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from llmextract import Article, Paraphrase, check
from llmextract.judge.paraphrase.objections import judge_paraphrase
from llmextract.judge.verdict import Code
from tests.operations import operations

SOURCE = (
    "The army of Kelmar said that 20 rebels were killed near Dorva on Friday, May 7. "
    "Soldiers had raided two pig farms, but did not enter the town. "
    "United Relief counted some 300 displaced families. "
    "Kelmarian minister Ada Brandt will decide on Sept. 9 how to respond."
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Twenty rebels died near Dorva.", id="number-word-and-kind"),
        pytest.param("According to Kelmar's army, rebels were killed.", id="possessive"),
        pytest.param("The killing of 20 rebels was announced by the army.", id="noun-of-a-verb"),
        pytest.param("Minister Brandt's decision will come on September 9.", id="derived-noun"),
        pytest.param("Troops did not go into the town.", id="negated-there-too"),
        pytest.param("Places where animals are kept were raided by soldiers.", id="general-word"),
        pytest.param("UR counted 300 displaced families.", id="initials-and-rounded"),
        pytest.param("A minister of Kelmaria has yet to respond.", id="place-of-a-demonym"),
        pytest.param("Kelmar Army Killed 20 Rebels Near Dorva", id="headline"),
    ],
)
def test_a_summary_in_other_words_passes(text: str) -> None:
    assert judge_paraphrase(text, SOURCE) is None


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        pytest.param("30 rebels were killed.", Code.NUMBER_DIFFERS, "30", id="number"),
        pytest.param("Thirty rebels were killed.", Code.NUMBER_DIFFERS, "Thirty", id="in-words"),
        pytest.param(
            "More than 20 rebels were killed.", Code.NUMBER_DIFFERS, "More than 20", id="bound"
        ),
        pytest.param("Killed on May 9.", Code.NUMBER_DIFFERS, "May 9", id="date-of-two-dates"),
        pytest.param("Killed on May 8.", Code.NUMBER_DIFFERS, "8", id="day-of-a-date"),
        pytest.param("Rebels were killed near Velle.", Code.NAME_DIFFERS, "Velle", id="name"),
        pytest.param("The minister, Ada Farms.", Code.NAME_DIFFERS, "Farms", id="surname"),
        pytest.param("Velle Marsh decided.", Code.NAME_DIFFERS, "Velle", id="name-at-the-start"),
        pytest.param("Rebels were killed on Monday.", Code.NAME_DIFFERS, "Monday", id="weekday"),
        pytest.param("The army killed no rebels.", Code.NEGATION_DIFFERS, "no", id="negation"),
        pytest.param("The rebels were released.", Code.WORDS_DIFFER, "released", id="verb"),
        pytest.param("Soldiers raided two cow farms.", Code.WORDS_DIFFER, "cow", id="other-kind"),
        pytest.param("Soldiers murdered rebels.", Code.WORDS_DIFFER, "murdered", id="narrower"),
    ],
)
def test_what_the_sentences_do_not_carry_is_named(text: str, code: Code, word: str) -> None:
    objection = judge_paraphrase(text, SOURCE)
    assert objection is not None
    assert (objection.code, repr(word) in objection.detail) == (code, True)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("They had asked for twelve years.", "They asked for 12 years.", id="duration"),
        pytest.param("Roe left 2 days later.", "Two days later Roe left.", id="days-later"),
        pytest.param("Profit rose 8%.", "Profit rose 8 per cent.", id="per-cent"),
        pytest.param("Three quarters of homes burned.", "75 percent of homes burned.", id="part"),
        pytest.param("33 percent of homes burned.", "A third of homes burned.", id="percent"),
        pytest.param("Troops raided it, but did not stay.", "Troops raided it.", id="other-verb"),
        pytest.param("They did not leave until Friday.", "They left on Friday.", id="until"),
        pytest.param("No fewer than 20 rebels fled.", "Rebels fled.", id="no-fewer"),
        pytest.param("Not all bridges burned.", "Bridges burned.", id="not-all"),
        pytest.param("He did not win in May. He won in June.", "He won in June.", id="both"),
        pytest.param("He failed to enter Dorva.", "He did not enter Dorva.", id="failed"),
        pytest.param("Dozens, if not hundreds, of homes burned.", "Homes burned.", id="if-not"),
        pytest.param(
            "David Roe met Ada Brandt on Friday.", "Mr Brandt met David Roe.", id="mister"
        ),
        pytest.param("Over 12 fell.", "At least 12 fell.", id="looser-bound"),
        pytest.param("Nearly 300 fell.", "Up to 300 fell.", id="bound-of-nearly"),
        pytest.param("Roe plans to sell it.", "Roe may have it sold.", id="still-a-plan"),
        pytest.param("It could be sold. It was sold in May.", "It was sold.", id="sold-in-the-end"),
        pytest.param("Roe will sell it.", "The sale of it.", id="noun-of-a-plan"),
        pytest.param("The board may cut the rate.", "The rate cut.", id="noun-like-verb"),
    ],
)
def test_what_the_source_says_in_another_form_passes(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is None


@pytest.mark.parametrize(
    ("source", "text", "code"),
    [
        pytest.param(
            "Soldiers did not enter Dorva.", "Soldiers entered Dorva.", "negation_differs"
        ),
        pytest.param("No warning was issued.", "A warning was issued.", "negation_differs"),
        pytest.param("Troops failed to seize Dorva.", "Troops seized Dorva.", "negation_differs"),
        pytest.param("Roe pleaded not guilty.", "Roe pleaded guilty.", "negation_differs"),
        pytest.param("It began at 4:15 a.m. on Friday.", "It began at 4:15 p.m.", "number_differs"),
        pytest.param("They asked for twelve years.", "They asked for 12 months.", "number_differs"),
        pytest.param("Half of homes burned.", "60 percent of homes burned.", "number_differs"),
        pytest.param("At least 12 fell.", "More than 12 fell.", "number_differs"),
        pytest.param("It rose 23%.", "It rose nearly 23%.", "number_differs"),
        pytest.param("Roe plans to sell the firm.", "Roe sold the firm.", "words_differ"),
        pytest.param("Hale is expected to resign.", "Hale resigned.", "words_differ"),
        pytest.param("The firm could soon be sold.", "The firm was sold.", "words_differ"),
        pytest.param("The board may cut the rate.", "The board cut the rate.", "words_differ"),
        pytest.param(
            "Mira Sand ruled, and lawyer Petra Lund appealed.",
            "The lawyer of the man, Mira Lund, appealed.",
            "name_differs",
        ),
    ],
)
def test_what_the_source_denies_or_parts_is_refused(source: str, text: str, code: str) -> None:
    objection = judge_paraphrase(text, source)
    assert objection is not None
    assert objection.code == code


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The bridge did not fall.", "The bridge fell."),
        ("Tests did not show signs of life.", "The tests show signs of life."),
        ("Roe did not, though, sleep.", "Roe slept."),
        ("The plant no longer makes steel.", "The plant makes steel."),
        ("The plant no longer employs Roe.", "The plant employs Roe."),
        ("Roe ruled out arson as the cause.", "Arson was the cause."),
        ("The pump failed at dawn.", "The pump had not failed."),
        ("Roe was denied a visa.", "Roe was not denied a visa."),
    ],
)
def test_what_is_denied_in_another_form_is_refused(source: str, text: str) -> None:
    objection = judge_paraphrase(text, source)
    assert objection is not None
    assert objection.code in (Code.NEGATION_DIFFERS, Code.WORDS_DIFFER)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The bridge did not fall.", "The bridge did not fall."),
        ("No comment, Roe went on.", "Roe went on."),
        ("No, Roe slept.", "Roe slept."),
        ("Roe did not show up. Tests show signs of life.", "Tests show signs of life."),
        ("The plant no longer makes steel.", "The plant made steel."),
        ("The plant no longer makes steel.", "The plant makes steel no longer."),
        ("The search took no longer than a day.", "The search takes a day."),
        ("I have no doubt that the plant leaked.", "The plant leaked."),
        ("Hale did not deny that the plant leaked.", "The plant leaked."),
        ("Roe did not know that he had been watched.", "Roe had been watched."),
        ("Roe ruled out arson as the cause.", "Arson was ruled out."),
        ("Roe ruled out arson as the cause.", "It was not arson."),
        ("Roe has not ruled out arson.", "Arson"),
        ("The pump did not fail.", "The pump had not failed."),
        ("The pump failed to start.", "The pump did not start."),
    ],
)
def test_what_is_denied_of_another_or_no_more_stands(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Hale denied that Roe had misled voters.", "Roe had misled voters."),
        ("Hale denied Roe had misled voters.", "Roe misled voters."),
        ("Hale denied he had misled voters.", "Hale misled voters."),
        ("Hale denied having misled voters.", "Hale misled voters."),
        ("It was denied that Roe had stolen cars.", "Roe stole cars."),
        ("It is not true that Roe stole cars.", "Roe stole cars."),
        ("Hale rejected claims that warnings had been ignored.", "Warnings had been ignored."),
        ("Reports that Roe would leave Dorva were dismissed.", "Roe left Dorva."),
        ("The report that Roe had stolen cars was flatly denied.", "Roe had stolen cars."),
        ("Hale denied a report in the Post that a boat had been lost.", "A boat had been lost."),
        ("There was no evidence that ballots were burned.", "Ballots were burned."),
        ("Roe was acquitted of stealing cars.", "Roe stole cars."),
        ("Roe is accused of killing and robbing two men.", "Roe robbed two men."),
        ("Roe allegedly stole two cars.", "Roe stole two cars."),
    ],
)
def test_what_is_only_claimed_and_denied_is_refused(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is not None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Hale denied that Roe had misled voters.", "Hale denied that Roe had misled voters."),
        ("Hale denied that Roe had misled voters.", "Roe had not misled voters, said Hale."),
        ("Hale denied that Roe misled voters, but he misled them.", "Roe misled voters."),
        ("Hale rejected claims that cars burned.", "Claims that cars burned were rejected."),
        ("Hale denied the claim, and Roe resigned.", "Roe resigned."),
        ("Hale denied that the firm that burned in May had lied.", "The firm burned in May."),
        ("Hale denied lying and resigned.", "Hale resigned."),
        ("Hale denied that he had mislaid classified files.", "Hale spoke of classified files."),
        ("Those denied the right to vote have appealed.", "Those have appealed."),
        ("A man denied bail has appealed.", "A man has appealed."),
        ("Roe rejected a plan that raised taxes.", "A plan raised taxes."),
        ("Reports that were published in May were dismissed.", "Reports were published in May."),
        ("Hale's plea rejected, the aide had left.", "The aide left."),
        ("Roe is accused of stealing cars. He admitted stealing cars.", "Roe stole cars."),
        ("Roe, accused of theft, resigned.", "Roe resigned."),
    ],
)
def test_what_stands_beside_a_denied_claim_passes(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The signal may come from the star.", "The signal comes from the star."),
        ("Roe might skip the final.", "Roe skips the final."),
        ("The court would ask for money.", "The court has asked for money."),
        ("Hale would ask the court to strike it down.", "The court has struck it down."),
        ("Hale urged the firm to repay Roe.", "The firm repaid Roe."),
        ("Hale called on Roe to resign.", "Roe resigned."),
        ("Roe has yet to resign.", "Roe resigned."),
        ("Roe is unlikely to resign.", "Roe resigned."),
        ("The rebels were too weak to attack Dorva.", "The rebels attacked Dorva."),
        ("Police prevented rebels from entering Dorva.", "Rebels entered Dorva."),
        ("Hale was considering ending the programme.", "Hale was ending the programme."),
        ("Roe came close to drowning.", "Roe drowned."),
        ("Far from resigning, Roe ran again.", "Roe resigned."),
        ("Roe nearly drowned.", "Roe drowned."),
        ("If the dam at Dorva fails, villages will be moved.", "The dam failed."),
        ("Hale would move people if the dam at Dorva fails.", "The dam failed."),
        ("Talks end unless the rebels released the men.", "The rebels released the men."),
        ("Had the dam failed, Dorva would be gone.", "The dam failed."),
        ("Boats were ready in case the dam failed.", "The dam failed."),
        ("Hale asked whether the firms had lied and cheated.", "The firms cheated."),
        ("Did the mayor mislead voters? Hale did not say.", "The mayor misled voters."),
    ],
)
def test_what_is_open_asked_or_wanted_is_not_told_as_done(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is not None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The signal may come from the star.", "The signal could come from the star."),
        ("It may come from Dorva. It came from it, Hale found.", "It came from Dorva."),
        ("The trial will begin in May.", "The trial begins in May."),
        ("Hale asked the court to ban it, and it banned it.", "The court banned it."),
        ("Hale urged men who fled Dorva to return.", "Men fled Dorva."),
        ("Hale called police to report a fire.", "Hale reported a fire."),
        ("The firm forced Roe to resign.", "Roe resigned."),
        ("Roe managed to escape.", "Roe escaped."),
        ("Hale suggested giving money to Roe.", "Hale suggested giving money."),
        ("Police stopped the car and arrested Roe from Dorva.", "Police arrested Roe."),
        ("Roe was freed from the jail that rebels stormed.", "Rebels stormed the jail."),
        ("Profit nearly doubled.", "Profit doubled."),
        ("Nearly 300 homes burned.", "300 homes burned."),
        ("Villages will be moved if the dam fails.", "If the dam fails, villages will be moved."),
        ("If Roe, who lied, leaves, Hale stays.", "Roe lied."),
        ("Hale asked whether the accused men had lied.", "The accused men were there."),
        ("Why did the bridge collapse? Hale does not know.", "The bridge collapsed."),
        ("Is Roe fit? He played on Friday.", "Roe played on Friday."),
        ("Does anybody know it?", "Does anybody know it?"),
        ("Hale will decide whether to mend the bridge that burned.", "The bridge burned."),
        ("Hale is to ground planes.", "Planes on the ground."),
    ],
)
def test_what_is_done_in_the_end_or_still_open_passes(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is None


SPENT = "Norland will spend $12 million, not the $30 million that groups asked for."
UP = "The blast killed 12, up from 4 in May."
SOLD = "The firm sold 50 cars, more than last year's 40."
BOTH = "Some 12 soldiers and 30 farmers were hurt."
FATES = "There 12 people were killed and 30 wounded."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (SPENT, "Norland will spend $30 million."),
        (UP, "The blast killed 4."),
        (SOLD, "The firm sold 40 cars."),
        ("Norland spends $12 million instead of $30 million.", "Norland spends $30 million."),
        ("It rose to 50, compared with 40 in May.", "It rose to 40."),
        (BOTH, "30 soldiers were hurt."),
        ("Roe left with 12 aides and 30 drivers.", "Roe left with 30 aides."),
        (FATES, "30 people were killed."),
    ],
)
def test_a_figure_is_not_told_of_what_stands_against_it(source: str, text: str) -> None:
    objection = judge_paraphrase(text, source)
    assert objection is not None
    assert objection.code == Code.NUMBER_DIFFERS


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (SPENT, "Groups asked for $30 million."),
        (SPENT, "Norland will spend $12 million rather than $30 million."),
        (UP, "Blasts killed 4 in May."),
        (UP, "The blast killed 12 instead of 4."),
        (SOLD, "The firm sold 40 cars last year."),
        (BOTH, "30 farmers were hurt."),
        (BOTH, "30 farmers and 12 soldiers were hurt."),
        (FATES, "30 people were wounded."),
        (FATES, "12 died and 30 people were wounded."),
        ("There 12 were killed and 30 others died later.", "30 people died."),
        ("Roe fled with 12 aides and 30 cooks. Later 30 aides fled.", "30 aides fled."),
        ("The 12 pupils and 30 students left.", "30 pupils left."),
        ("Smoke rose up from the 12 homes.", "12 homes were in smoke."),
    ],
)
def test_a_figure_told_of_its_own_passes(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is None


def test_a_president_is_a_leader_but_no_leader_a_president() -> None:
    assert judge_paraphrase("The leader left.", "President Roe left.") is None
    assert judge_paraphrase("The president left.", "Opposition leader Roe left.") is not None


def test_the_gravest_objection_comes_first() -> None:
    objection = judge_paraphrase("Pilots released 30 rebels.", SOURCE)
    assert objection is not None
    assert objection.code == Code.NUMBER_DIFFERS


def test_every_sentence_carries_itself() -> None:
    assert judge_paraphrase(SOURCE, SOURCE) is None


def test_words_that_stand_apart_pass() -> None:
    assert judge_paraphrase("Soldiers raided families.", SOURCE) is None


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_judged(text: str, source: str) -> None:
    """Whatever is refused is refused for words that stand in the text."""
    assert text.strip() or judge_paraphrase(text, source) is None


@pytest.mark.parametrize(
    "piece",
    [
        "A.",
        "A ",
        "no ",
        "a-",
        "'",
        "1.",
        "May 7 ",
        "B. 1 ",
        "denied a ",
        "if ",
        "claim that ",
        "12 was and ",
        "more may all ",
        "one of 12 men was hurt ",
    ],
)
def test_four_times_the_text_takes_four_times_the_operations(piece: str) -> None:
    def judging(size: int) -> int:
        text = piece * (size // len(piece))
        return operations(lambda: judge_paraphrase(text, text))

    judging(400)  # what is loaded and compiled at the first call is not of the text
    assert judging(8_000) < 5 * judging(2_000) + 500


@pytest.mark.parametrize(
    ("source", "text", "word"),
    [
        ("Small magnets can come loose.", "Large magnets can come loose.", "Large"),
        ("Small magnets can come loose.", "Big magnets can come loose.", "Big"),
        ("Small magnets can come loose.", "All magnets can come loose.", "All"),
        ("Small magnets can come loose.", "Other magnets can come loose.", "Other"),
        ("Small magnets can come loose.", "New magnets can come loose.", "New"),
        ("Small magnets can come loose.", "Small magnets must come loose.", "must"),
        ("They want higher pay and an end to work.", "They want more work.", "more"),
        ("Five babies died in the seat.", "Babies may die in the seat.", "may"),
        ("It cut the risk in a late trial.", "It cut the risk of death.", "death"),
        ("One of two trials had failed.", "Two trials had failed.", "Two"),
        ("In all 12 of the 40 men were killed.", "40 men were killed.", "40"),
    ],
)
def test_a_small_word_that_changes_what_is_told_needs_its_word(
    source: str, text: str, word: str
) -> None:
    objection = judge_paraphrase(text, source)
    assert objection is not None
    assert repr(word) in objection.detail


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A massive fire burned in Dorva.", "A large fire burned in Dorva."),
        ("A crowd of 40,000 came.", "A large crowd came."),
        ("The passengers were killed.", "All passengers were killed."),
        ("Every magnet can come loose.", "All magnets can come loose."),
        ("Ministers approved a law on fish.", "There is a new law on fish."),
        ("Hale ordered the firm to pay Roe.", "The firm must pay Roe."),
        ("The firm has to pay Roe.", "The firm must pay Roe."),
        ("They want higher pay.", "They want more pay."),
        ("Sales rose in Dorva.", "There were more sales in Dorva."),
        ("Roe fears that babies died.", "Babies may have died."),
        ("Hale killed a boy and hurt two women.", "Hale killed a boy and hurt two other people."),
        ("One of two trials had failed.", "One trial had failed."),
        ("Roe was one of 12 men killed.", "12 men were killed."),
        ("In all 12 of the 40 men were killed.", "12 of 40 men were killed."),
    ],
)
def test_a_small_word_may_stand_for_what_says_as_much(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is None


class Summary(BaseModel):
    """A record of free text alone."""

    gist: Annotated[str, Paraphrase()]


@pytest.mark.parametrize(
    ("gist", "code"),
    [
        ("There were no clashes in Dorva.", None),
        ("There were clashes in Dorva.", Code.NEGATION_DIFFERS),
    ],
)
def test_a_line_may_end_within_a_sentence(gist: str, code: Code | None) -> None:
    article = Article(text="The report stated that there were no\nclashes in Dorva.")
    (judgement,) = check(article, [{"sentences": [1], "gist": gist}], schema=Summary)
    assert judgement.verdicts[-1].code is code
