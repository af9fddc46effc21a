"""Words for what happens that are surely of another sort than a label says."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

REGAINED, OVERTAKEN = "government_regains_territory", "non_state_actor_overtakes_territory"


def falls(text: str, trigger: str, kind: str) -> bool:
    record = {"sentences": [1], "trigger": trigger, "type": kind, "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return "type" in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Roe signed the budget, which pays for arrests.", "signed", "abduction_detention"),
        ("Norland signed a lease with Kelmar.", "signed", "foreign_support"),
        ("The mayor resigned after the attacks.", "resigned", "attack_on_civilians"),
        ("Hale was sworn in as the fighting spread.", "was sworn in", "armed_clash"),
        ("Roe was detained after the killing.", "was detained", "attack_on_civilians"),
        ("The rebels freed nine hostages.", "freed", "abduction_detention"),
        ("Roe was convicted of the bombing.", "was convicted", "explosion"),
        ("Half the town had to flee to tents.", "flee", "casualty_report"),
        ("Six families were evacuated from the valley.", "were evacuated", "abduction_detention"),
        ("Troops were deployed to guard the mill they left.", "were deployed", "withdrawal"),
        ("The navy sent two boats as crews left.", "sent", "withdrawal"),
        ("The guards withdrew from the square.", "withdrew", REGAINED),
        ("Men from two valleys fought over a dam.", "fought", "attack_on_civilians"),
        ("Bakers had protested against the raids.", "had protested", "armed_clash"),
        ("Relatives of the dead marched to the mill.", "marched", "casualty_report"),
        ("Nurses stopped work in the biggest strike in years.", "stopped work", "air_drone_strike"),
        ("Gunmen killed four captives.", "killed", "abduction_detention"),
        ("A ferry overturned off Dorva.", "overturned", "explosion"),
        ("A rocket struck a barn in Dorva.", "struck", "disrupted_weapons_use"),
        (
            "A bomb went off as police defused another.",
            "went off",
            "disrupted_weapons_use",
        ),
        ("Rebels shot down a drone.", "shot down", "air_drone_strike"),
        ("Rebels took six men hostage.", "took", "armed_clash"),
        ("Farmers blocked the coastal road.", "blocked", OVERTAKEN),
        ("Norland sent a note of protest.", "sent a note of protest", "protest_riot"),
        ("Norland recalled its envoy and left the pact.", "recalled", "withdrawal"),
        ("Army planes dropped 9 tons of food on Monday.", "dropped", "air_drone_strike"),
        (
            "The two will hold a televised debate in Dorva.",
            "will hold a televised debate",
            "protest_riot",
        ),
        ("Police seized two rifles in a barn.", "seized", "abduction_detention"),
        ("Ten bakers on strike at a mill in Dorva were sacked.", "strike", "air_drone_strike"),
        ("Guards pulled out of Dorva after planes bombed it.", "pulled out", OVERTAKEN),
        ("Guards pulled out of Dorva after planes bombed it.", "pulled out", "air_drone_strike"),
        ("Soldiers recaptured Dorva from the rebels.", "recaptured", OVERTAKEN),
        ("Army troops retook the town of Dorva from insurgents.", "retook", OVERTAKEN),
        ("Norland sent 60 tonnes of food to Dorva.", "sent", "troop_movement"),
        ("Roe and Hale met for talks in Dorva.", "talks", "protest_riot"),
        ("Norland is paying for two battalions.", "paying for two battalions", "troop_movement"),
    ],
)
def test_words_that_tell_another_sort_deny_the_label(text: str, trigger: str, kind: str) -> None:
    assert falls(text, trigger, kind)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Army planes dropped bombs on a food market.", "dropped", "air_drone_strike"),
        ("Police seized two bakers and a rifle.", "seized", "abduction_detention"),
        ("Some 900 farmers escaped into the hills.", "escaped", "displacement"),
        ("Some 900 farmers have crossed the river.", "have crossed", "displacement"),
        ("Ten fled Dorva, and 90 more could follow.", "could follow", "displacement"),
        ("Hale had suffered 14 blows to the head.", "14 blows", "attack_on_civilians"),
        ("Roe signed a truce.", "signed", "agreement"),
        ("Norland signed a deal to supply tanks to Kelmar.", "signed", "foreign_support"),
        ("The mayor resigned after the attacks.", "resigned", "other"),
        ("Roe was arrested and beaten.", "arrested and beaten", "attack_on_civilians"),
        ("Rebels kidnapped six villagers.", "kidnapped", "attack_on_civilians"),
        ("The rebels freed nine hostages under a deal.", "freed", "agreement"),
        ("The army freed Dorva from the rebels.", "freed", REGAINED),
        ("The guards fled their posts.", "fled", "withdrawal"),
        ("Half the town had to flee.", "flee", "displacement"),
        ("Norland deployed 300 men to help Kelmar.", "deployed", "foreign_support"),
        ("Norland sent its soldiers home.", "sent its soldiers home", "withdrawal"),
        ("The guards withdrew from the square.", "withdrew", "withdrawal"),
        ("Rebels marched on Dorva.", "marched on", "troop_movement"),
        ("Gunmen killed four soldiers.", "killed", "armed_clash"),
        ("A drone killed four men.", "killed", "air_drone_strike"),
        ("Norland and Kelmar struck a deal.", "struck a deal", "agreement"),
        ("Sappers destroyed a bomb before it went off.", "destroyed", "disrupted_weapons_use"),
        ("Rebels shot down a helicopter.", "shot down", "armed_clash"),
        ("Rebels blocked the advance.", "blocked the advance", "armed_clash"),
        ("Norland recalled its soldiers, who left.", "recalled", "withdrawal"),
        ("Farmers held a protest.", "held a protest", "protest_riot"),
        ("Planes struck the bakers on strike in Dorva.", "struck", "air_drone_strike"),
        ("A strike on the mill in Dorva killed two.", "strike", "air_drone_strike"),
        ("Guards pulled out of Dorva on Monday.", "pulled out", "withdrawal"),
        ("Soldiers recaptured Dorva from the rebels.", "recaptured", REGAINED),
        ("Rebels recaptured Dorva from the army.", "recaptured", OVERTAKEN),
        ("Rebels recaptured Dorva from militants.", "recaptured", OVERTAKEN),
        ("Norland sent troops and food to Dorva.", "sent", "troop_movement"),
        ("Norland sent 60 tonnes of food to Dorva.", "sent", "foreign_support"),
        ("Roe and Hale met for talks in Dorva.", "talks", "diplomatic_meeting"),
    ],
)
def test_words_that_may_tell_it_leave_the_label(text: str, trigger: str, kind: str) -> None:
    assert not falls(text, trigger, kind)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "refused"),
    [
        ("Roe banned the club in May.", "banned", "abduction_detention", True),
        ("Roe was picked up at home.", "picked up", "abduction_detention", False),
        ("Roe opened a mill.", "opened", "agreement", True),
        ("Roe opened a mill.", "opened", "displacement", True),
        ("Roe painted a wall.", "painted", "air_drone_strike", True),
        ("The war has cost many lives.", "cost many lives", "casualty_report", False),
        ("Rebels ambushed a convoy.", "ambushed", "armed_clash", False),
        ("The brigade would try again.", "try again", "troop_movement", False),
        ("Six families sought shelter in Dorva.", "sought shelter", "displacement", False),
        ("Roe telephoned Hale.", "telephoned", "diplomatic_meeting", False),
        ("Norland lent Kelmar a drill.", "lent", "foreign_support", False),
        ("The hills were seized before the port reopened.", "were seized", OVERTAKEN, False),
        ("Roe hurled paint at the guards.", "hurled", "protest_riot", False),
        ("The attacks, which went on at night, left a hole.", "attacks", "explosion", False),
        ("It began at dawn, when rebels fought guards.", "It began", "armed_clash", False),
    ],
)
def test_some_sorts_have_a_word_of_their_own(
    text: str, trigger: str, kind: str, *, refused: bool
) -> None:
    assert falls(text, trigger, kind) is refused


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "refused"),
    [
        ("The army accused the rebels of a raid.", "accused", "attack_on_civilians", True),
        ("The army accused the rebels of killing Roe.", "killing", "attack_on_civilians", False),
        ("The militia is holding nine villagers.", "is holding", "troop_movement", True),
        ("Rebels take Dorva base after a siege.", "take Dorva base", "troop_movement", True),
        ("Rebels took the road to Dorva.", "took the road to Dorva", "troop_movement", False),
        ("The loss of Dorva would hurt Roe.", "loss", "troop_movement", True),
        ("Rebels seized Dorva and advanced.", "seized Dorva and advanced", "troop_movement", False),
        ("Norland sent observers to Dorva.", "sent observers", "foreign_support", True),
        ("Norland sent 90 rifles to Dorva.", "sent 90 rifles", "foreign_support", False),
        (
            "A barn was hit by gunfire from a helicopter.",
            "hit by gunfire from a helicopter",
            "air_drone_strike",
            False,
        ),
        ("Men with rockets killed two nurses.", "killed", "attack_on_civilians", False),
        ("The front controls 31 towns.", "controls", REGAINED, True),
        ("The army will control the town.", "control", REGAINED, False),
        ("The army took control of Dorva.", "took control", REGAINED, False),
        ("The front captured the base of the regime.", "captured", REGAINED, True),
        ("The front captured an army base in Dorva.", "captured", REGAINED, True),
        ("The army captured a base in Dorva.", "captured", REGAINED, False),
        ("Troops seized an army base held by rebels.", "seized", REGAINED, False),
        ("Villagers were seized by gunmen.", "seized", "abduction_detention", False),
    ],
)
def test_the_deed_itself_is_of_the_sort(
    text: str, trigger: str, kind: str, *, refused: bool
) -> None:
    assert falls(text, trigger, kind) is refused
