"""Who stands in a slot of another verb, in a tag of speech or only looks on has no part in it."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event


def refused(text: str, trigger: str, who: str, role: str) -> list[str]:
    """The fields of an event's one participant that are refused."""
    record = {
        "sentences": [1],
        "trigger": trigger,
        "participants": [{"mention": who, "role": role}],
        "type": "other",
        "factuality": "occurred",
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return [row.path for row in judgement.rejected if row.path.startswith("participants")]


_OTHERS = [
    ("Rebels killed a baker and wounded two clerks.", "killed", "two clerks", "recipient"),
    ("A man was killed by rebels who also shot two clerks.", "killed", "two clerks", "recipient"),
    ("Farmers rallied in Dorva after guards shot a boy.", "shot", "Farmers", "actor"),
    ("Farmers rallied in Dorva after guards shot a boy.", "shot", "Farmers", "recipient"),
    ("Rebels raided Dorva and Kelmar farmers burned a mill.", "burned", "Rebels", "actor"),
    ("Police arrested a clerk who had stabbed a baker.", "arrested", "a baker", "recipient"),
    ("Ada Roe was arrested by guards after meeting owners of the mill.", "arrested",
     "owners of the mill", "recipient"),
    ("Two clerks were attacked by guards seeking a word from the mayor.", "attacked",
     "the mayor", "recipient"),
    ("A clerk was beaten by a crowd that mistook him for a robber.", "beaten", "a robber", "actor"),
    ("Rebels killed a baker in Dorva and abducted his three sons.", "killed", "his three sons",
     "recipient"),
    ("Rebels killed a baker in Dorva and abducted his three sons.", "abducted", "a baker",
     "recipient"),
    ("Dorva was seized by the Hale Guard in May, forcing dozens of clerks to flee.", "seized",
     "dozens of clerks", "actor"),
    ("The truce was signed by the rebels in May but spurned by a small band.", "signed",
     "a small band", "actor"),
    ("After the murder of a clerk, Hale's men attacked two guards.", "attacked", "a clerk",
     "recipient"),
]  # fmt: skip
_MAY_BE = [
    ("Farmers fled Dorva after guards shot at them.", "shot", "Farmers", "recipient"),
    ("Ada Roe was hurt when men attacked a bus.", "attacked", "Ada Roe", "recipient"),
    ("Rebels killed a baker in Dorva and a clerk in Kelmar.", "killed", "a clerk", "recipient"),
    ("Rebels shelled Dorva and killed five clerks.", "shelled", "five clerks", "recipient"),
    ("Police arrested a man before the clerk fled.", "arrested", "the clerk", "recipient"),
    ("Police arrested a man who called himself Ada Roe.", "arrested", "a man", "recipient"),
    ("Guards shot a boy as farmers and clerks looked on with police.", "shot", "Guards", "actor"),
    ("Dorva was seized by men hired by the Hale Guard.", "seized", "the Hale Guard", "actor"),
    ("Dorva was seized by a band led by Ada Roe.", "seized", "Ada Roe", "actor"),
    ("Rebels raided Dorva and Kelmar and burned a mill.", "burned", "Rebels", "actor"),
    ("Rebels based in Dorva and farmers burned a mill.", "burned", "farmers", "actor"),
]


@pytest.mark.parametrize(("text", "trigger", "who", "role"), _OTHERS)
def test_who_is_in_a_slot_of_another_verb_has_no_part(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert refused(text, trigger, who, role)


@pytest.mark.parametrize(("text", "trigger", "who", "role"), _MAY_BE)
def test_who_may_be_in_both_stands(text: str, trigger: str, who: str, role: str) -> None:
    assert refused(text, trigger, who, role) == []


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("Rebels killed two bakers in Dorva, a nurse at the mill said.", "killed", "a nurse",
         "recipient"),
        ("A rebel attack on a mill hurt six, a nurse in Dorva said.", "attack", "a nurse", "actor"),
        ("Rebels killed two bakers, Dr. Ada Roe of the mill told the Dorva Post.", "killed",
         "Ada Roe", "recipient"),
        ("Rebels killed two bakers, said Dr. Ada Roe, who saw them.", "killed", "Ada Roe", "actor"),
        ("“They beat my son,” said Ada Roe, a baker.", "beat", "Ada Roe", "actor"),
        ("“They beat my son,” said Ada Roe, a baker.", "beat", "Ada Roe", "recipient"),
    ],
)  # fmt: skip
def test_who_only_tells_of_it_behind_has_no_part(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert refused(text, trigger, who, role)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("“They beat me,” said Ada Roe, a baker.", "beat", "Ada Roe", "recipient"),
        ("“We beat two guards,” said Ada Roe, a baker.", "beat", "Ada Roe", "actor"),
        ("“They beat us,” a nurse at the mill said.", "beat", "a nurse", "recipient"),
        ("She was beaten in Dorva, said Ada Roe, a baker.", "beaten", "Ada Roe", "recipient"),
        ("Rebels captured it, said farmers.", "captured", "farmers", "actor"),
    ],
)  # fmt: skip
def test_who_may_tell_of_his_own_part_stands(text: str, trigger: str, who: str, role: str) -> None:
    assert refused(text, trigger, who, role) == []


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("The brother of mayor Ada Roe was abducted by two men.", "abducted", "mayor Ada Roe",
         "recipient"),
        ("Rebels abducted a baker's son.", "abducted", "a baker", "recipient"),
        ("Rebels killed a critic of Ada Roe.", "killed", "Ada Roe", "recipient"),
        ("Supporters of the mayor clashed with guards.", "clashed", "the mayor", "actor"),
        ("Ilan Hale was killed by rebels loyal to Roe.", "killed", "Roe", "actor"),
        ("Rebels killed Ada Roe, a lawyer for the Dorva Union.", "killed", "the Dorva Union",
         "recipient"),
        ("Militias backed by Norland took Dorva.", "took", "Norland", "actor"),
    ],
)  # fmt: skip
def test_who_is_only_named_in_the_words_for_another_has_no_part(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert refused(text, trigger, who, role)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("Supporters of the Hale Front clashed with guards.", "clashed", "the Hale Front", "actor"),
        ("Rebels killed a member of the Hale Guard.", "killed", "the Hale Guard", "recipient"),
        ("Ada Roe mourned the friends of the victims of the attack.", "attack", "the victims",
         "recipient"),
        ("Rebels led by Ada Roe took Dorva.", "took", "Ada Roe", "actor"),
        ("The army, backed by Norland, took Dorva.", "took", "Norland", "actor"),
        ("The army, aided by Norland jets, took Dorva.", "took", "Norland", "actor"),
        ("Ada Roe, a lawyer for the Dorva Union, was killed.", "killed", "Ada Roe", "recipient"),
    ],
)  # fmt: skip
def test_who_may_act_by_others_or_be_one_of_them_stands(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert refused(text, trigger, who, role) == []


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("Roe saw gunmen kill Hale.", "kill", "Roe", "actor"),
        ("Roe named the men who killed Hale.", "killed", "Roe", "actor"),
        ("Ada Roe blamed the army for the killing of Hale.", "killing", "Ada Roe", "actor"),
        ("The raid on Dorva drew condemnation from Norland.", "raid", "Norland", "actor"),
        ("A court jailed Ilan Hale for six years for murdering a clerk.", "murdering", "A court",
         "actor"),
        ("The man suspected of killing Ada Roe was arrested by guards in Dorva.", "killing",
         "guards", "actor"),
        ("Two men were killed during a rally for Ada Roe.", "killed", "Ada Roe", "actor"),
        ("In revenge for the murder of a clerk, Hale's men burned two farmers' homes.", "murder",
         "Hale's men", "actor"),
        ("Clashes between guards and rebels broke out, and nurses pulled two boys from a mill.",
         "Clashes", "nurses", "recipient"),
    ],
)  # fmt: skip
def test_who_only_looks_on_does_not_do_it(text: str, trigger: str, who: str, role: str) -> None:
    assert refused(text, trigger, who, role)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("Roe had gunmen kill Hale.", "kill", "Roe", "actor"),
        ("Ada Roe blamed the army for the killing of Hale.", "killing", "the army", "actor"),
        ("Roe blamed Hale for the delay and led an attack.", "attack", "Roe", "actor"),
        ("Roe became the man who killed Hale.", "killed", "Roe", "actor"),
        ("Two men were killed during a raid by Ada Roe.", "killed", "Ada Roe", "actor"),
        ("Ilan Hale was jailed for murdering a clerk.", "murdering", "Ilan Hale", "actor"),
        ("After the murder of a clerk, Hale's men left Dorva.", "murder", "Hale's men", "actor"),
        ("Guards were hit in protests by farmers.", "hit", "farmers", "actor"),
        ("Clashes between guards and rebels went on in Dorva.", "Clashes", "rebels", "actor"),
    ],
)  # fmt: skip
def test_who_may_have_done_it_stands(text: str, trigger: str, who: str, role: str) -> None:
    assert refused(text, trigger, who, role) == []
