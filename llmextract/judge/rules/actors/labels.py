"""Labels of actors by their usual names, in groups, and what words deny them."""

from typing import Final, NamedTuple

from llmextract.article.syntax.grammar import words_of

FORCES: Final = words_of("state_forces external_forces security_forces military")
BANDS: Final = words_of(
    "rebel_group rebels insurgents political_militia identity_militia militia armed_group"
)
ARMED: Final = FORCES | BANDS
REBELS: Final = words_of("rebel_group rebels insurgents")
CIVILIANS: Final = words_of("civilians civilian residents")
NEWS: Final = words_of("media press")
WATCHING: Final = words_of("monitor_ngo ngo")
RULING: Final = words_of("government")
UNITED: Final = words_of("intergovernmental")
OTHER: Final = words_of("other")
OWN_ARMY: Final = words_of("state_forces")
BAND_OF_PEOPLE: Final = words_of("group")
ORGANIZATION: Final = words_of("organization organisation")
ONE: Final = words_of("individual person")
STATE: Final = words_of("state country")
SEVERAL: Final = words_of("organization organisation group") | STATE


class Sort(NamedTuple):
    """The words that tell a sort of description, and the labels that it denies."""

    told: str
    denied: frozenset[str]
