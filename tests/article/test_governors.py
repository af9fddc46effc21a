"""What governs words: sentences whose brackets hold the words, with the forces that govern them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.syntax.governors import governors

# The forces; "-" for none.
GOVERNED = [
    # negation of the verb group and of the subject
    ("negation", "The army did not [capture] the hill."),
    ("negation", "The rebels have never [captured] Dorva."),
    ("negation", "The rebels haven’t [captured] Dorva."),
    ("negation", "They left without [capturing] the hill."),
    ("negation", "The army neither held the hill nor [captured] the town."),
    ("negation", "There were no [airstrikes] on Friday."),
    ("negation", "No [airstrikes] were reported."),
    ("negation", "Nobody was [killed] in the blast."),
    ("negation", "None of the villages was [captured]."),
    ("negation", "No prisoners were [released] on Monday."),
    ("negation", "The town was no longer [shelled]."),
    ("negation", "Nor did the army [capture] the hill."),
    ("negation", "The army carried out no [airstrikes] or [shelling]."),
    ("negation", "The army did not launch an [attack]."),
    ("negation", "The [attack] did not take place."),
    ("negation", "The [offensive] was not carried out."),
    ("negation", "The [ceasefire] on the coast has never been signed."),
    ("negation", "There was no evidence that rebels had [used] gas."),
    ("negation", "The ministry denied [capturing] the village."),
    ("negation", "The ministry denied that it had [captured] the village."),
    ("negation", "The ministry denied on Friday that troops had [entered] the village."),
    ("negation", "The ministry denied claims that troops had [entered] the village."),
    ("negation", "The group denied any [involvement]."),
    ("negation", "They retreated instead of [attacking] the base."),
    ("negation", "The garrison refused to [surrender]."),
    ("negation", "Rebels are far from [capturing] Dorva."),
    ("negation", "He denied having [captured] Dorva."),
    ("negation", "Roe refused to leave and to [surrender] Dorva."),
    ("failure", "Rebels almost [captured] Dorva."),
    ("failure", "Rebels had nearly [captured] Dorva."),
    ("-", "Hale managed to take Dorva and to [occupy] Kelmar."),
    ("-", "Nearly 200 men were [killed]."),
    ("-", "The town was almost completely [destroyed]."),
    ("modality", "Dorva is on the verge of being [captured]."),
    ("modality", "Dorva risks being [captured]."),
    ("condition", "Had rebels [captured] Dorva, it would be over."),
    ("-", "Rebels had [captured] Dorva."),
    ("-", "After having [captured] Dorva, they left."),
    ("-", "Far from the [battle], rebels held Dorva."),
    ("negation", "Hale said that not a single soldier had [died]."),
    ("negation", "Hale said that not one soldier had [died]."),
    ("-", "Hale said that a single soldier had [died]."),
    ("-", "Hale said that one soldier had not left and had [died]."),
    ("failure", "The army all but [captured] Dorva."),
    ("-", "The army [captured] all but two towns."),
    ("-", "All but two men were [killed]."),
    ("negation", "Roe was too weak to [attack]."),
    ("negation", "It was too late to [stop] the raid."),
    ("-", "The army was too quick to [attack]."),
    ("-", "Dorva was all but [destroyed]."),
    ("-", "The [attacks] have put off investors."),
    ("-", "Roe was only too glad to [help]."),
    ("negation", "A [withdrawal] was never on the table."),
    ("negation", "He said a [withdrawal] “was not on the table”."),
    ("-", "The [war] was not on the table of the ministers."),
    ("-", "The [raid] was on the agenda of the talks."),
    ("negation", "A [withdrawal] is off the table."),
    ("intention", "A [withdrawal] is on the table."),
    ("-", "The [withdrawal] was on the road to Dorva."),
    ("intention", "The [vote], planned for 12 June, would be close."),
    ("intention", "A [meeting] scheduled for Friday will be held in Dorva."),
    ("-", "The [attack], planned for months, killed ten men."),
    ("-", "The [raid], planned for Friday, was held on Monday and will be condemned."),
    ("failure", "The [visit] was put off."),
    ("-", "The [blast] was put down to a gas leak."),
    ("negation", "Roe put off a [visit] to Dorva."),
    ("-", "Roe put out a [call] for calm."),
    ("intention", "Roe is tipped to [win]."),
    ("negation", "The clashes [killed] no one."),
    ("negation", "The rebels [took] no prisoners."),
    ("-", "The army [said] no one was hurt."),
    ("-", "The blast [killed] no fewer than 12 people."),
    ("negation", "The army ruled out an [attack]."),
    ("negation", "The army called off the [attack]."),
    ("-", "The army carried out the [attack]."),
    ("negation", "At no point did the rebels [enter] Dorva."),
    ("negation", "At no point had the rebels [entered] Dorva."),
    ("negation", "Not once did the rebels [enter] Dorva."),
    ("negation", "Nowhere did the rebels [enter] Dorva."),
    ("-", "Nowhere else did the rebels [enter] a town."),
    ("-", "Never before had so many [fled]."),
    ("-", "No sooner had rebels [entered] Dorva than shells fell."),
    ("negation", "It is not true that rebels [captured] Dorva."),
    ("negation", "The mayor escaped being [killed]."),
    ("-", "He escaped after [killing] 12 people."),
    ("-", "Not one but two bombs [exploded]."),
    # what somebody is sent, due or on the way to do, and the verb that an infinitive has itself
    ("intention", "Rebels planned to attack Kelmar and to [occupy] Dorva."),
    ("intention", "The army is due to [withdraw] from Dorva."),
    ("intention", "Talks are due to [resume] in Dorva."),
    ("intention", "The [talks] are to be held in Dorva."),
    ("intention", "The [summit] is to open on Monday."),
    ("-", "The [attack] was to avenge the raid."),
    ("intention", "Rebels massed to [attack] Dorva."),
    ("intention", "Roe booked a truck, to be [picked] up at noon."),
    ("-", "Dorva was the first town to be [captured]."),
    ("intention", "Norland is committed to working with its allies to [bring] peace."),
    ("negation", "The army did not do enough to [stop] the rebels."),
    ("negation", "The army did not march fast enough to [bring] help."),
    ("-", "He was lucky enough to [survive]."),
    ("-", "Theresa May [said] that Norland had left."),
    ("-", "May has [captured] the imagination."),
    ("modality", "Rebels May [Attack] Dorva."),
    ("-", "The outage was due to [fire] in the port."),
    ("intention", "The brigade was sent to [storm] the hill."),
    ("-", "The brigade was sent to storm the hill and [took] it."),
    ("-", "The brigade was [sent] to storm the hill."),
    ("-", "The mayor was sent to [trial] this week."),
    ("intention", "Norland sent troops to Kelmar to [fight] rebels."),
    ("intention", "Gunmen hired to [kill] him were caught."),
    ("intention", "Fighters were on their way to [attack] Dorva."),
    ("-", "A [fire] broke out on the way to Dorva."),
    ("intention", "They met so as to [sign] a truce."),
    ("intention", "The unit was tasked with [seizing] the port."),
    ("intention", "Norland is gearing up to [invade] Kelmar."),
    ("intention", "The commander decided to [withdraw]."),
    ("intention", "Gunmen waited to [attack] the convoy."),
    ("failure", "Rebels were nowhere near [capturing] Dorva."),
    ("-", "Soldiers sent to Dorva managed to [capture] it."),
    ("-", "Troops urged by Norland began to [withdraw]."),
    ("intention", "The ministers asked the displaced to [return]."),
    ("intention", "Rebels are expected to be forced to [withdraw]."),
    ("-", "Rebels in May [captured] Dorva."),
    ("-", "Rebels sent there in May have [captured] Dorva."),
    ("modality", "Rebels may [capture] Dorva."),
    ("-", "The army could not prevent the [capture] of Dorva."),
    ("-", "The army could not prevent rebels from [capturing] Dorva."),
    ("-", "The army cannot deny that it [shelled] Dorva."),
    ("-", "Had rebels not [captured] Dorva, it would be over."),
    # failure
    ("failure", "The army failed to [capture] Mount Zain."),
    ("failure", "Rebels came close to [capturing] Dorva."),
    ("failure", "An [attack] on the embassy has been frustrated."),
    ("failure", "The [attack] was called off."),
    ("-", "The [attack] was later called a massacre."),
    ("failure", "The [rally] in Dorva was banned."),
    ("modality", "There were rumours that rebels had [captured] Dorva."),
    ("modality", "Rumors of an [attack] spread."),
    ("modality", "Suppose rebels [captured] Dorva."),
    ("condition", "Pending a [withdrawal], nobody will talk."),
    ("intention", "The offensive was meant to [capture] Dorva."),
    ("intention", "The offensive was supposed to [capture] Dorva."),
    ("failure", "The army was unable to [hold] the bridge."),
    ("failure", "The bombing prevented rebels from [capturing] Dorva."),
    ("failure", "The patrol stopped them from [crossing] the river."),
    ("failure", "The attack fell short of [breaking] the siege."),
    ("failure", "Police thwarted an [attack] on the embassy."),
    ("failure", "The failed [offensive] cost many lives."),
    ("failure", "The column [failed to capture] the ridge."),
    ("failure", "The army failed to carry out the [attack]."),
    ("failure", "The army failed to take the town or [hold] the road."),
    # modality
    ("modality", "The strike could [send] prices up."),
    ("modality", "The strike [could send] prices up."),
    ("modality", "Rebels might have [captured] the town."),
    ("modality", "Troops will [withdraw] on Monday."),
    ("modality intention", "Iran could consider [sending troops] to Syria."),
    ("modality", "The attack could lead to [escalation]."),
    ("modality", "A rebel [capture of Hama] would threaten the coast."),
    ("modality", "An [attack] on the port might follow."),
    ("modality", "The [talks] will begin on Monday."),
    ("modality", "They warned of the risk of an [escalation]."),
    ("modality", "A possible [intervention] worries the region."),
    ("negation modality", "Officials cannot [confirm] the toll."),
    ("modality negation", "The army would not [withdraw]."),
    # intention
    ("intention", "The group aims to [encircle] the city and blockade it."),
    ("intention", "The group aims to encircle the city and [blockade] it."),
    ("intention", "The group plans to attack, encircle and [take] the city."),
    ("intention", "The minister vowed to [retaliate]."),
    ("intention", "The army is preparing to [attack]."),
    ("intention", "The army is preparing for a [counter-offensive]."),
    ("intention", "Troops were reportedly [preparing for a counter-offensive]."),
    ("intention", "Ankara urged Moscow to [stop] the bombing."),
    ("intention", "The envoy called on both sides to [end] the fighting."),
    ("intention", "Efforts by Turkey to [broker] a truce continue."),
    ("intention", "A bid to [seize] the port is under way."),
    ("intention", "The council called for a [ceasefire]."),
    ("intention", "The ministers demanded the [withdrawal] of all troops."),
    ("intention", "The group is planning an [offensive]."),
    ("intention", "The planned [offensive] alarmed the town."),
    ("intention", "The [offensive] is expected within days."),
    ("intention", "They discussed a [ceasefire] proposal."),
    ("intention", "The summit is to [take] place in Doha."),
    ("intention", "Residents hope that the army [withdraws]."),
    ("intention", "The group plans to launch an [offensive]."),
    # condition
    ("condition", "If the insurgents [capture] Hama, the road is open."),
    ("condition", "Should the insurgents [capture] Hama, the road is open."),
    ("condition", "Unless troops [withdraw], talks are off."),
    ("condition", "The road is open in case the rebels [attack]."),
    ("condition", "It is unclear whether rebels [captured] the town."),
    ("condition", "Were rebels to [capture] Hama, the road is open."),
    # nothing: evidentials, and complements as real as their verb
    ("-", "The army reportedly [captured] the hill."),
    ("-", "The army claimed to have [captured] the hill."),
    ("-", "The army said it had [captured] the hill."),
    ("-", "The group is believed to have [captured] the hill."),
    ("-", "The army allegedly [killed] two men."),
    ("-", "The army managed to [capture] the hill."),
    ("-", "The army succeeded in [capturing] the hill."),
    ("-", "The fighters began to [withdraw]."),
    ("-", "Clashes continued to [rage]."),
    ("-", "The garrison was forced to [surrender]."),
    ("-", "The fighting resulted in [displacement]."),
    ("-", "The jets helped to [capture] the hill."),
    # nothing: a negation, modal or governor of something else
    ("-", "She alleged, without offering proof, that rebels had [received] drones."),
    ("-", "The [airstrikes] were not limited to the town."),
    ("-", "There is no doubt that rebels [captured] the hill."),
    ("-", "No fewer than ten [attacks] were carried out."),
    ("-", "The army not only [captured] the hill but held it."),
    ("-", "The [attack] could lead to escalation."),
    ("-", "The [explosion] could be heard in the capital."),
    ("-", "An [explosion] could be heard in the capital."),
    ("-", "The blast could be [heard] in the capital."),
    ("-", "The army, which did not expect an assault, [withdrew]."),
    ("-", "The rebels [captured] a town that the army could not defend."),
    ("-", "The army [withdrew] because it could not hold the town."),
    ("-", "The army failed to hold the town and [withdrew]."),
    ("-", "Police did not stop the march and later [arrested] a man."),
    ("-", "He plans to resign, and troops [attacked] the palace."),
    ("-", "The army would later [capture] the hill."),
    ("-", "The ministry condemned the [attack]."),
    ("-", "The ministry did not comment on the [attack]."),
    ("-", "The army could not stop the [offensive]."),
    ("-", "He denied that the [attack] was aimed at civilians."),
    ("-", "The peace plan was discussed after rebels [seized] the town."),
    ("-", "Operations to retake the town follow the [capture] of the bridge."),
    ("-", "If confirmed, the toll of the [bombing] is the highest yet."),
    ("-", "The minister, who hopes to win, [visited] the front."),
    ("-", "The general [refused] to speak."),
    ("-", "The two sides [agreed to withdraw]."),
    # the same words in and out of what a governor governs
    ("negation", "Russia said the [strike] on the market never happened."),
    ("-", "Government troops backed by jets [retook] the village."),
    ("-", "Rebels who could not hold the ridge [fled] on Friday."),
    ("-", "The mayor said he would not resign after protesters [stormed] the hall."),
    ("-", "Protesters [stormed] the hall to demand his resignation."),
    ("-", "After failing to take the city, the group [withdrew]."),
    ("-", "Without warning, gunmen [opened fire] on the bus."),
    ("-", "Although no one claimed it, the [bombing] killed six."),
    ("-", "The group claimed responsibility for the [attack]."),
    ("-", "Police have not yet identified the man who [carried out] the shooting."),
    ("-", "No group has claimed the [attack]."),
    ("-", "The blast [injured] at least 40, and the toll could rise."),
    ("intention", "The toll is expected to [rise]."),
    ("modality", "The toll could [rise]."),
    ("-", "The [attack] was not the first on the base."),
    ("-", "It was not clear who [carried out] the strike."),
    ("-", "The army denied responsibility for the [strike]."),
    ("negation", "The army denied [carrying out] the strike."),
    ("-", "They called the [attack] a war crime."),
    ("-", "Troops had to [retreat]."),
    ("-", "He was killed while trying to flee when soldiers [shot] him."),
    ("intention", "He was killed while trying to [flee]."),
    ("intention", "Thousands were preparing to [leave] their homes."),
    ("-", "The ministers [met] in Doha to discuss a plan to end the war."),
    ("intention", "The ministers met in Doha to discuss a plan to [end] the war."),
    ("-", "The government, unable to pay wages, [resigned]."),
    ("-", "Jets [bombed] the convoy before it could reach the border."),
    ("modality", "Jets bombed the convoy before it could [reach] the border."),
    ("-", "Rebels have been [fighting] to take the town."),
    ("-", "The UN said aid was [blocked] and called for access."),
    ("-", "He said that if attacked they would respond, but that troops had [left]."),
    ("-", "The [ceasefire] was not respected."),
    ("-", "The [talks] did not produce a deal."),
    ("negation", "The talks did not produce a [deal]."),
    ("-", "Nearly 300 people have been [killed] since Monday, not including soldiers."),
    ("-", "It is the worst [violence] in years, and no end is in sight."),
    ("-", "Turkey, which wants to return refugees, [sent] troops."),
    ("-", "The rebels’ [advance] has not been stopped."),
    ("-", "The [offensive] will be remembered."),
    ("-", "Officials hope the [deal] signed on Monday will hold."),
    ("-", "Hopes for peace rose after the two sides [signed] a truce."),
    ("intention", "The two sides hope to [sign] a truce."),
    ("-", "Two men were [arrested] on suspicion of planning an attack."),
    ("intention", "Two men were arrested on suspicion of planning an [attack]."),
    ("-", "The plan was [rejected] by the council."),
    ("-", "Threats against the embassy led to its [closure]."),
    ("-", "The president [ordered] the army to withdraw."),
    ("intention", "The president ordered the army to [withdraw]."),
    ("-", "Workers who refused to leave were [detained]."),
    ("negation", "Workers refused to [leave]."),
    ("-", "The soldiers, none of whom were armed, were [killed]."),
    ("modality", "There may have been [casualties]."),
    ("-", "They feared for their lives as shells [landed] nearby."),
    (
        "-",
        "Should protests go on, force will be used, as it was when they [cleared] the square.",
    ),
    ("-", "The attempted coup was followed by mass [arrests]."),
    ("-", "The army promised that it had [stopped] the shelling."),
    ("negation", "There has been no confirmation that the general was [killed]."),
    ("-", "The general was [killed], though there has been no confirmation."),
    ("-", "The possible use of gas was discussed after [attacks] on two towns."),
    ("-", "The prime minister's plan to resign followed [protests] in the capital."),
    ("-", "The United States will not recognise the [annexation] of the region."),
    ("-", "They may appeal the [verdict]."),
    ("-", "He is accused of [planning] the attack."),
    ("-", "Fighters could be seen [looting] shops."),
    ("-", "Dorva condemned in the strongest possible terms the [attack] on its mill."),
    ("modality", "Dorva spoke of a possible [attack]."),
    ("-", "The [attack] was planned by Roe and carried out by his men."),
    ("intention", "The [attack] was planned for Friday."),
    ("-", "The planned [strike] began on Monday."),
    ("intention", "The planned [strike] could hurt trade."),
    ("-", "The rebels deny carrying out the [massacre]."),
    ("negation", "The rebels deny carrying out [massacres]."),
    ("condition", "Whether or not the army [attacks] Dorva, it will fall."),
    # nothing: two denials
    ("-", "The army did not fail to [capture] the hill."),
    ("-", "The army failed to prevent the [capture] of the hill."),
    ("-", "He denied that the army had failed to [capture] the hill."),
    ("-", "Such a raid could not have come without the [support] of others."),
]


def forces(sentence: str) -> list[set[str]]:
    """The forces that govern each bracketed piece of a sentence."""
    pieces = sentence.split("[")
    text = sentence.replace("[", "").replace("]", "")
    found: list[set[str]] = []
    at = len(pieces[0])
    for piece in pieces[1:]:
        words = piece.split("]")[0]
        governing = governors(text, at, at + len(words))
        found.append({str(governor.force) for governor in governing})
        at += len(piece) - 1
    return found


@pytest.mark.parametrize(
    ("expected", "sentence"), [pytest.param(*row, id=row[1]) for row in GOVERNED]
)
def test_what_governs_is_found_and_nothing_else(expected: str, sentence: str) -> None:
    wanted = set(expected.replace("-", "").split())
    found = forces(sentence)
    assert found
    assert found == [wanted] * len(found)


@given(st.text(alphabet='to and not , that if no of from plan deny’s"“', max_size=400), st.data())
def test_any_text_is_read_and_spans_stay_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for governor in governors(text, start, end):
        assert 0 <= governor.start < governor.end <= len(text)


@given(
    st.lists(
        st.sampled_from("to and or not , that if no of from plans could deny the a attack".split())
    )
)
def test_any_order_of_governing_words_is_read(words: list[str]) -> None:
    text = " ".join([*words, "attack"])
    for governor in governors(text, len(text) - 6, len(text)):
        assert text[governor.start : governor.end].strip()


@pytest.mark.parametrize("part", ["to plan ", "and attack ", "no plans of ", "that deny "])
def test_a_sentence_without_end_is_read(part: str) -> None:
    text = part * 20_000 + "attack"
    assert isinstance(governors(text, len(text) - 6, len(text)), tuple)


def test_the_span_of_a_governor_is_its_words() -> None:
    text = "The column failed to capture the ridge."
    (governor,) = governors(text, text.index("capture"), text.index(" the ridge"))
    assert text[governor.start : governor.end] == "failed to"


def test_the_words_must_touch_a_word() -> None:
    assert governors("It failed.", 9, 10) == ()
