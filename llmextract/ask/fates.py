"""Labels of what became of people who are counted, and the words that each of them needs."""

from typing import Final

from llmextract.article.numbers.units import LENGTHS
from llmextract.article.syntax.grammar import tokenise, words_of

FATES: Final = {
    "killed": words_of(
        "killed kill kills killing dead died die dies dying death deaths slain executed murdered"
        " massacred massacring fatalities fatality perished perish perishing drowned beheaded"
        " beheading assassinated assassinating slaughtered slaughtering gunned"
    ),
    "injured": words_of(
        "injured injure injures injuring injury injuries wounded wound wounds wounding hurt maimed"
    ),
    "captured": words_of(
        "captured capture captures capturing captive captives arrested arrest arrests arresting"
        " detained detain detains detaining kidnapped abducted hostage hostages imprisoned jailed"
    ),
    "displaced": words_of(
        "displaced displace displaces displacing displacement fled flee flees fleeing evacuated"
        " homeless uprooted"
    ),
    "missing": words_of("missing unaccounted"),
    "freed": words_of("rescued rescue freed free released release saved survived survivors"),
    # Killed or injured, or out of the fight in whatever way: the words say no more.
    "casualties": words_of("casualties neutralized neutralised neutralizing neutralising"),
}
"""Words that, right beside a figure, say what became of those whom it counts."""

LOCALITIES: Final = words_of(
    "village villages town towns city cities position positions base bases district districts area"
    " areas settlement settlements neighborhood neighborhoods neighbourhood neighbourhoods post"
    " posts checkpoint checkpoints outpost outposts hamlet hamlets"
)
EQUIPMENT: Final = words_of(
    "drone drones vehicle vehicles tank tanks truck trucks car cars boat boats ship ships aircraft"
    " plane planes jet jets helicopter helicopters missile missiles rocket rockets shells weapon"
    " weapons rifle rifles gun guns cartridges mines bombs howitzers"
)
"""Nouns of what is counted and is no people."""

UNHARMED: Final = words_of(
    "unhurt unharmed uninjured unscathed safe alive survived survivor survivors rescued saved"
    " spared"
)
"""Labels of whom nothing befell, or who came through it."""

# "Casualties" are killed or injured; other labels name one fate or none.
NAMED: Final = {fate: frozenset({fate}) for fate in FATES} | {
    **dict.fromkeys(("dead", "died", "deaths", "fatalities"), frozenset({"killed"})),
    **dict.fromkeys(("wounded", "hurt", "injuries"), frozenset({"injured"})),
    "casualties": frozenset({"killed", "injured", "missing", "casualties"}),
    **dict.fromkeys(UNHARMED, frozenset({"freed"})),
    "arrested": frozenset({"captured"}),
    "detained": frozenset({"captured"}),
}
"""The fates that a label names."""

# Beside those above; the lists are wide, for without any of them nothing of the kind is said.
_SIGNS: Final = {
    "killed": words_of(
        "murder murders execution executions massacre massacres assassination assassinations"
        " slaughter toll tolls life lives body bodies corpse corpses victim victims fatal fatally"
        " deadly deadliest lethal buried funeral funerals martyred martyrs hanged lynched strangled"
        " poisoned suicide lost lose loses losing loss losses claimed drown drowning starved"
        " burned burnt executing murdering"
    ),
    "injured": words_of(
        "shot stabbed beaten burned burnt burns hospital hospitals hospitalized hospitalised"
        " treated treatment victim victims hit struck bruised poisoned sickened harmed mutilated"
    ),
    "captured": words_of(
        "took take takes taken taking seized seize seizes seizing held hold holds holding prison"
        " prisons prisoner prisoners custody jail cells inmates captivity detention detainee"
        " detainees surrender surrendered surrenders rounded abduct abduction abductions kidnap"
        " kidnapping kidnappings imprisonment sentenced interned trapped besieged convicted charged"
        " caught nabbed apprehended handed"
    ),
    "displaced": words_of(
        "refugee refugees left leave leaves leaving abandoned abandon abandoning driven drive"
        " shelter shelters sheltering sheltered camp camps exodus migrant migrants migrated"
        " migration return returned returnees returning crossed crossing escape escaped escaping"
        " forced expelled moved move relocated evacuate evacuates evacuating evacuation"
        " evacuations evacuees homes home tents stranded exile exiled asylum"
    ),
    "missing": words_of("lost disappeared vanished trapped buried feared rubble search searching"),
    "freed": words_of(
        "rescuing rescuers liberated liberate escaped escape exchange exchanged swap swapped"
        " spared releasing releases freeing acquitted returned"
    ),
    "casualties": words_of("casualty toll tolls victims losses"),
}
_WORDS: Final = {
    label: frozenset[str]().union(*(FATES[fate] | _SIGNS[fate] for fate in fates))
    for label, fates in NAMED.items()
}
# Nobody need be named by these: "escaped", "no one was hurt", "came out well".
_UNHARMED_BY: Final = UNHARMED | words_of(
    "survive survives surviving survival rescue rescues rescuing saving safely safety escaped"
    " escape escapes escaping evacuated unaffected well fine okay ok no not n't never none nobody"
    " neither nor without free freed released only remaining remained rest others left walked"
    " intact"
)
# A single letter is no unit of its own to the reader of figures, but "10m" may be a way.
_LENGTHS: Final = LENGTHS | {"m"}


def may_befall(label: object, text: str) -> bool:
    """Whether a text has any word for a label of what became of people, or for a distance.

    Labels that name neither may always be.
    """
    name = label.casefold() if isinstance(label, str) else ""
    if name != "distance" and name not in NAMED:
        return True
    words = tokenise(text).words
    if name in UNHARMED:
        return not (_UNHARMED_BY | _WORDS[name]).isdisjoint(words)
    if name == "distance":
        pieces = (piece for word in words for piece in word.split("-"))
        return any(piece.lstrip("0123456789.,") in _LENGTHS for piece in pieces)
    return not _WORDS[name].isdisjoint(words)
