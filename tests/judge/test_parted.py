"""Who belongs to another verb of a sentence than the one that is asked about."""

import pytest

from tests.judge.test_slots import takes_part


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        # a clause of its own behind
        ("Rebels blocked the bridge while Roe opened the market.", "blocked", "Roe"),
        ("Villagers fled as the army advanced on Dorva.", "fled", "the army"),
        ("Deputies walked out as the minister Roe read the budget.", "walked out", "Roe"),
        ("Ada Hale met Ivo Vale in Dorva, and Premier Roe called it useful.", "met", "Premier Roe"),
        ("Ada Hale met the envoy, and the premier, Ilan Roe, called it off.", "met", "Ilan Roe"),
        # a clause before, or around
        ("Roe fired the clerk days after guards beat a driver.", "beat", "Roe"),
        ("Troops took Dorva after rebels who had held it pulled out.", "pulled out", "Troops"),
        ("Hale found the clerk Ada Roe at home; the guards opened fire.", "opened fire", "Ada Roe"),
        ("Guards fought miners over a well, and police sent to Dorva held ten.", "held", "miners"),
        # a relative clause, an aside
        ("Hale, whose brother Roe leads the guard, surrendered.", "surrendered", "Roe"),
        ("The man who robbed Roe in May attacked a guard.", "attacked", "Roe"),
        ("Police stoned nurses who had blocked the road.", "blocked", "Police"),
        ("Guards fired at nurses who had blocked the road.", "blocked", "Guards"),
        ("The house elected Roe in place of Ada Hale, who resigned.", "resigned", "Roe"),
        ("Lawyers for a clerk, Ilan Roe, met the minister.", "met", "Ilan Roe"),
        ("Guards stopped a man, Ilan Roe, and seized his car.", "seized", "Ilan Roe"),
        # an agent of another participle
        ("Men freed a guard held by rebels.", "freed", "rebels"),
        ("Hale, held by rebels in May, was freed by marines.", "freed", "rebels"),
        ("A guard abducted by rebels was freed by marines.", "abducted", "marines"),
        ("Hale was freed through the mediation of Roe.", "freed", "Roe"),
        ("Hale was convicted of killing a guard whom Roe had hired.", "killing", "Roe"),
        # who only tells, and who asks
        ("Drones hit Dorva, according to Ilan Roe.", "hit", "Ilan Roe"),
        ("Norland and, according to two envoys, Oria are arming them.", "arming", "two envoys"),
        ("With cover from Roe, guards drove the rebels out.", "drove", "Roe"),
        ("Roe asked the guards to free Hale.", "free", "Roe"),
    ],
)
def test_who_does_something_else_does_not_do_it(text: str, trigger: str, who: str) -> None:
    assert not takes_part(text, trigger, who, "actor")


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Roe, held by rebels in May, attacked a guard.", "attacked", "Roe"),
        ("The man who robbed Hale in May attacked a guard.", "attacked", "The man"),
        ("Guards fired at nurses who had blocked the road.", "blocked", "nurses"),
        ("A bomb planted by Roe destroyed the mill.", "destroyed", "Roe"),
        ("Two drones launched by the army struck a camp.", "struck", "the army"),
        ("Rebels, supported by Roe, took Dorva.", "took", "Roe"),
        ("A man shot a guard before the suspect was held.", "shot", "the suspect"),
        ("Rebels shot a guard before the group fled.", "shot", "the group"),
        ("Hale was abducted and killed by rebels.", "abducted", "rebels"),
        ("Hale was killed in a raid by rebels.", "killed", "rebels"),
        ("Two officers, Ilan Roe and a captain, escaped.", "escaped", "Ilan Roe"),
        ("Two brothers who lived in Dorva, Hale and Roe, burned the mill.", "burned", "Roe"),
        ("Norland said its jets had hit Dorva.", "hit", "Norland"),
        ("Hale told the court that his stepson burned the mill.", "burned", "his stepson"),
        ("Roe and, according to two envoys, Oria are arming them.", "arming", "Oria"),
        ("The mission said that it was hit, and that it would send guards.", "send", "The mission"),
        ("Roe was due to testify but refused to leave his cell.", "leave his cell", "Roe"),
    ],
)
def test_who_stands_before_a_verb_may_do_it(text: str, trigger: str, who: str) -> None:
    assert takes_part(text, trigger, who, "actor")


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The judge sentenced the clerk Ada Hale for taking money from Roe.", "sentenced", "Roe"),
        ("The man who stabbed Roe in Dorva was arrested by guards.", "arrested", "Roe"),
        ("The man accused of killing Roe was arrested.", "arrested", "Roe"),
        ("The court acquitted ex-general Ivo Hale of shooting miners.", "acquitted", "miners"),
        ("Hale was detained in Dorva as he returned from a visit to Roe.", "detained", "Roe"),
        ("Hale was arrested in Dorva on a warrant issued by Judge Roe.", "arrested", "Judge Roe"),
        ("Rebels freed ten nurses after mediation by elders.", "freed", "elders"),
        ("Hale shot two guards before he was caught by a cleaner, Ada Roe.", "shot", "Ada Roe"),
        ("Lawyers for Ada Roe, who was shot in May, sued.", "shot", "Lawyers"),
        ("Two guards were taken hostage, and the inmates' mothers wept.", "taken", "mothers"),
        (
            "Floods drove out 90 people, and the mayor promised aid.",
            "drove out",
            "the mayor",
        ),
        ("Hale, expelled in June, returned at the wish of Roe.", "expelled", "Roe"),
        (
            "Drones killed ten men, according to Hale, a spokesman for the rebels.",
            "killed",
            "rebels",
        ),
    ],
)
def test_who_stands_with_another_verb_suffers_nothing(text: str, trigger: str, who: str) -> None:
    assert not takes_part(text, trigger, who, "recipient")


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Hale, abducted in May and freed in July, has left.", "freed", "Hale"),
        ("The captain, rescued with most of his crew by a trawler, was held.", "rescued", "crew"),
        ("Guards held ten people, including the owner, Ilan Roe, and two clerks.", "held", "Roe"),
        ("Rebels fired on the crowd, killing a nurse.", "fired", "a nurse"),
        (
            "Guards tried to retake the mill but were thrown back by the Dorva Front.",
            "tried to retake",
            "the Dorva Front",
        ),
        ("Rebels planted a bomb that killed a nurse.", "planted a bomb", "a nurse"),
        ("Guards arrested a man, and the suspect was jailed.", "arrested", "the suspect"),
        ("Police said they had held two men who robbed a clerk, and Ilan Roe.", "held", "Ilan Roe"),
        ("The man who robbed Hale in May was arrested.", "arrested", "The man"),
    ],
)
def test_who_may_be_meant_may_suffer_it(text: str, trigger: str, who: str) -> None:
    assert takes_part(text, trigger, who, "recipient")


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("The arrest of Ada Hale surprised Roe.", "arrest", "Roe", "recipient"),
        ("The killing of a nurse led Roe to resign.", "killing", "Roe", "recipient"),
        ("The visit of the queen ended as Roe praised Dorva.", "visit", "Roe", "actor"),
        ("The earthquake buried ten while the mayor, Ilan Roe, slept.", "earthquake", "Ilan Roe",
         "recipient"),
        ("The murder of the lawyer Ada Hale was ordered, and Roe is accused.", "murder", "Roe",
         "recipient"),
    ],
)  # fmt: skip
def test_who_stands_beside_a_noun_of_a_deed_has_no_part(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert not takes_part(text, trigger, who, role)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("The arrest of Roe surprised Hale.", "arrest", "Roe", "recipient"),
        ("The raid on Dorva killed Roe.", "raid", "Roe", "recipient"),
        ("The raid was carried out by rebels.", "raid", "rebels", "actor"),
        ("There were raids in which, according to local lawyers, ten miners died.", "raids",
         "miners", "recipient"),
        ("Talks between Norland and Oria broke down.", "Talks", "Oria", "actor"),
        ("The strike on Dorva, for which the army apologised, killed two.", "strike", "the army",
         "actor"),
        ("Clashes broke out as rebels attacked a post.", "Clashes", "rebels", "actor"),
    ],
)  # fmt: skip
def test_who_stands_with_a_noun_of_a_deed_may_take_part(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert takes_part(text, trigger, who, role)
