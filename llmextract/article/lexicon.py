"""Closed lists of English words whose change changes what is said.

All are folded: lower case, and cut at apostrophes ("didn", "t"). They tell two texts apart and ask
nothing of a sentence; what denies or hedges in one is asked by the narrower lists of `syntax`.
"""

NEGATIONS = frozenset(
    "not no never none nor neither nobody nothing nowhere without cannot t hardly barely"
    " scarcely non un dont didnt isnt wasnt wont cant".split()
)
"""Words that deny what stands around them."""

FAILURES = frozenset(
    "fail failed fails failing failure refuse refused refuses refusing unable deny denied"
    " denies denying denial avoid avoided avoids stop stopped stops prevent prevented prevents"
    " reject rejected rejects rejecting refusal".split()
)
"""Words that deny what they govern."""

HEDGES = frozenset(
    "may might could would should can will must shall reportedly allegedly apparently"
    " possibly probably likely unlikely perhaps maybe possible probable alleged suspected"
    " supposedly seemingly purported purportedly claimed potential potentially presumably"
    " about around nearly almost approximately roughly least most over under more fewer"
    " less some many several estimated".split()
)
"""Words that weaken, date or round what is said."""

NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred hundreds thousand thousands million millions billion"
    " billions trillion trillions first second third fourth fifth sixth seventh eighth"
    " ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
    " eighteenth nineteenth twentieth thirtieth hundredth thousandth half halves quarter"
    " quarters thirds dozen dozens tens score scores once twice thrice couple single"
    " double triple both".split()
)
"""Figures in words."""
