"""What an article must say for a figure to be that of what happens, and for its label."""

import pytest

from llmextract.article.location import Range
from llmextract.judge.rules.figures.governed import governed
from llmextract.judge.rules.figures.labelled import told_of_others
from llmextract.judge.rules.figures.licence import of_another_told, of_unlicensed, tells_whom


def place(text: str, words: str) -> Range:
    start = text.index(words)
    return start, start + len(words)


SEARCH = "The fall of a dam left 19 dead, and 300 men were searching for Roe."
DOWN = "Guards shot down 14 drones and said that six reached their targets."
SHUT = "Guards blew up four bridges and captured two forts in Dorva."
AFTER = "The Front captured three forts on Monday after losing five a week before."
STILL = "Rebels freed 30 men but are still holding 75 others."
SWAP = "The Front freed 40 men in exchange for 55 guards held in Norland."
COUP = "A court jailed 37 men over the Hale affair, in which 250 people were killed."
PRISON = "Four men died in a riot in Dorva prison, which was built for 90 but holds 240."
SLOPES = "Some 450 men were moved from Mount Roe, where an eruption in 2010 killed 28."
AID = "Norland sent 60 trucks to Dorva, where 900 people have died."
TOLL = "Three men were killed in Dorva, bringing to 29 the number of deaths this season."
RAID = "Drones hit a convoy, wounding eight; a previous raid had killed five."
YEAR = "The Front lost four forts last year, and on Monday it captured two."
BURNED = "Rebels ambushed a patrol, killing four guards, and burned two trucks."
BOMBS = "Guards found three bombs in Dorva and defused them."
REST = "Rebels overran a base in Dorva, and 25 guards are missing."
RIOT = "Guards opened fire in Dorva, and 12 people were taken to hospital."
WHERE = "A bomb exploded in Dorva, where 12 people died."
TAKEN = "A blast killed nine men, bringing the toll to 12."


@pytest.mark.parametrize(
    ("text", "told", "count", "label", "is_refused"),
    [
        pytest.param(SEARCH, "fall", "300", "other", True, id="who-search"),
        pytest.param(SEARCH, "fall", "19", "killed", False, id="left-dead"),
        pytest.param(DOWN, "shot down", "six", "equipment", True, id="reached-their-targets"),
        pytest.param(DOWN, "shot down", "14", "equipment", False, id="shot-down"),
        pytest.param(SHUT, "captured", "four", "places", True, id="blown-up"),
        pytest.param(SHUT, "captured", "two", "places", False, id="captured"),
        pytest.param(BOMBS, "defused", "three", "equipment", False, id="taken-up-by-a-pronoun"),
        pytest.param(AFTER, "captured", "five", "places", True, id="after-losing"),
        pytest.param(AFTER, "captured", "three", "places", False, id="before-that"),
        pytest.param(STILL, "freed", "75", "other", True, id="still-held"),
        pytest.param(STILL, "freed", "30", "other", False, id="freed"),
        pytest.param(SWAP, "freed", "55", "other", True, id="in-exchange"),
        pytest.param(SWAP, "freed", "40", "other", False, id="freed-for-others"),
        pytest.param(COUP, "jailed", "250", "other", True, id="over-what-killed"),
        pytest.param(COUP, "jailed", "37", "other", False, id="jailed"),
        pytest.param(PRISON, "riot", "240", "captured", True, id="what-a-prison-holds"),
        pytest.param(SLOPES, "moved", "28", "killed", True, id="where-another-deed-killed"),
        pytest.param(SLOPES, "moved", "450", "displaced", False, id="moved"),
        pytest.param(AID, "sent", "900", "killed", True, id="where-many-have-died"),
        pytest.param(WHERE, "exploded", "12", "killed", False, id="where-some-died"),
        pytest.param(TOLL, "killed", "29", "killed", True, id="with-those-of-a-season"),
        pytest.param(TAKEN, "blast", "12", "killed", False, id="the-toll-may-be-its-own"),
        pytest.param(RAID, "raid", "eight", "injured", True, id="before-another-raid"),
        pytest.param(RAID, "hit", "eight", "injured", False, id="what-a-deed-brings"),
        pytest.param(YEAR, "captured", "four", "places", True, id="of-last-year"),
        pytest.param(BURNED, "ambushed", "two", "equipment", False, id="joined-behind"),
        pytest.param(BURNED, "ambushed", "four", "killed", False, id="killing"),
        pytest.param(REST, "overran", "25", "other", False, id="are-missing"),
        pytest.param(RIOT, "opened fire", "12", "injured", False, id="whom-it-befell"),
    ],
)
def test_a_figure_is_that_of_what_governs_it(
    text: str, told: str, count: str, label: str, *, is_refused: bool
) -> None:
    found = of_unlicensed(text, place(text, told), place(text, count), label, [])
    assert (found is not None) is is_refused


def test_a_sum_that_has_its_time_in_the_record_stands() -> None:
    season = place(TOLL, "this season")
    assert of_unlicensed(TOLL, place(TOLL, "killed"), place(TOLL, "29"), "killed", [season]) is None


@pytest.mark.parametrize(
    ("text", "count", "told"),
    [
        ("A second bomb went off in Kelmar, killing 12.", "12", "A second bomb"),
        ("A similar raid killed 40 last year.", "40", "A similar raid"),
        ("More than 40 people have died in such raids.", "40", "such raids"),
        ("The blast killed 12 people.", "12", None),
        ("Another 12 people were hurt.", "12", None),
        ("Twelve men died, and a second guard fled.", "Twelve", None),
    ],
)
def test_a_sentence_may_tell_of_another_deed_than_one_before(
    text: str, count: str, told: str | None
) -> None:
    assert of_another_told("A bomb killed four men in Dorva.", text, place(text, count)) == told


@pytest.mark.parametrize(
    ("text", "count", "label", "word"),
    [
        ("Roe killed three men before he was shot; 10 others were taken to hospital.", "10",
         "killed", "taken"),
        ("Roe killed three men before he was shot; 10 others were taken to hospital.", "10",
         "injured", None),
        ("Rebels killed 34 men in Dorva, forcing 180 people to flee.", "180", "killed", "forcing"),
        ("Trains collided, killing 44 men and injuring 130, of whom 18 are in Dorva.", "18",
         "killed", "in"),
        ("Rebels executed 17 men and took away 60 women.", "60", "killed", "took"),
        ("Police detain 150 at a rally in Dorva, 12 hospitalised", "12", "captured",
         "hospitalised"),
        ("Of the 75 men on the boat, 62 were saved and 13 died.", "75", "killed", "Of"),
        ("Of the 13 men hurt, 7 were guards.", "7", "injured", None),
        ("Rebels took six men and killed a guard and two drivers.", "two", "captured", "killed"),
        ("Rebels captured a guard and two drivers, killing one.", "two", "captured", None),
        ("Eight of the dead were women, and 14 of the 20 wounded were boys.", "20", "injured",
         None),
        ("The toll has risen to 87, and 12 are hurt; all were killed in Dorva.", "87", "killed",
         None),
        ("The blast saw 12 men and a general killed.", "12", "killed", None),
    ],
)  # fmt: skip
def test_a_label_is_told_in_the_clause_of_the_verb_that_governs_a_figure(
    text: str, count: str, label: str, word: str | None
) -> None:
    found = told_of_others(text, label, place(text, count))
    assert (found.lower() if found else None) == (word.lower() if word else None)


@pytest.mark.parametrize(
    ("text", "count", "told"),
    [
        ("Boats brought 88 men ashore, and five drowned.", "88", ("object", "brought")),
        ("Boats brought 88 men ashore, and five drowned.", "five", ("subject", "drowned")),
        ("Rebels killed a guard and two men.", "two", ("object", "killed")),
        ("Roe said 12 men were killed.", "12", ("subject", "killed")),
        ("Rebels took away 60 women.", "60", ("object", "took")),
        ("The camp of 12 men burned.", "12", ("prep", "of")),
        ("Police arrested nine men, two of them boys.", "two", ("object", "arrested")),
    ],
)
def test_what_governs_a_figure_is_its_verb_or_preposition(
    text: str, count: str, told: tuple[str, str]
) -> None:
    found = governed(text, place(text, count))
    assert (found and (found.kind, found.word)) == told


RAIDED = "Two of the rebels died and a third was held after the raid on the mill."
CRASHED = "At least 70 men were hurt but nobody was missing when a train crashed near Dorva."
FALLEN = "Rebels overran the base at Dorva, and 25 guards were killed by a bomb in Kelmar."
REVISED = "Roe first said 16 men died in the Dorva fire but later revised the figure to 13."
WERE = "Roe said the dead included two clerks, and that 50 were hurt by the shelling."


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        pytest.param(RAIDED, "Two", True, id="who-died"),
        pytest.param(RAIDED, "the rebels", True, id="some-of-whom-died"),
        pytest.param(RAIDED, "the mill", False, id="nobody-counted"),
        pytest.param(CRASHED, "At least 70", True, id="who-was-hurt"),
        pytest.param(FALLEN, "25", False, id="by-what-and-where"),
        pytest.param(REVISED, "13", True, id="the-figure-revised"),
        pytest.param(WERE, "two", True, id="the-dead-included"),
    ],
)
def test_a_clause_may_tell_whom_it_befell_and_no_more(text: str, words: str, *, told: bool) -> None:
    assert tells_whom(text, place(text, words)) == told
