"""Words that part clauses, and that tell a subject and its verb from what stands around them.

Not the classes of `grammar`: a sentence is cut by these, so what is doubtful at a joint is left out
("like", "including"), and what opens a phrase there is taken in ("two", "than").
"""

import re
from typing import Final

from llmextract.article.syntax import grammar

PARALLEL: Final = grammar.words_of("and but or yet nor while whereas although though whilst")
LINKED: Final = grammar.words_of("as when after before since because until once if so unless")
# These open a clause without a comma before them as well: "fled while the army advanced".
BARE: Final = grammar.words_of("but while whereas although though whilst")
RELATIVE: Final = grammar.words_of("who whom whose which that where what how why whether")
PRONOUNS: Final = grammar.words_of(
    "i he she it we you they this that these those there who one some many few several most all"
    " both none others another any each"
)
# Words that take up somebody or some place from elsewhere.
POINTING: Final = grammar.words_of(
    "i me my we us our you your he she it they him her them his its their hers theirs there this"
    " these those here both itself themselves each other same former latter"
)
# Of these, words that mean a time or a place, or nobody yet: "this week", "there were".
MEANING_NOBODY: Final = grammar.words_of("there here this these those each")
DETERMINERS: Final = grammar.words_of(
    "a an the this that these those his her its their our my your some any each every all both"
    " no many most several few another other more two three four five six seven eight nine ten"
    " dozens hundreds thousands at"
)
PREPOSITIONS: Final = grammar.words_of(
    "in on at by for from with of to into onto over under near around across through during"
    " without within against between among toward towards along behind beyond inside outside"
    " after before since until as than about amid despite per via upon following"
)
# "isn t": the apostrophe was lost.
BE: Final = grammar.BE | grammar.words_of("isn aren wasn weren")
MODALS: Final = grammar.MODALS | grammar.DO
FINITE_AUXILIARIES: Final = (BE | grammar.HAVE | MODALS) - grammar.words_of("be been being having")
# Forms that stand behind a subject as its verb and are not often anything else there.
FINITE: Final = grammar.words_of(
    "said says say told tells tell wrote writes went goes came comes took takes gave gives got"
    " began begins became becomes fell falls fled flees fought fights held holds kept keeps knew"
    " knows led leads left lost loses made makes met meets paid ran runs saw sees sent sends"
    " shot stood stands struck strikes thought thinks threw won wins withdrew broke drove drew"
    " blew brought built bought caught chose felt flew forgot found froze grew heard hid rose sank"
    " shook slept sold spent spoke stole swore taught tore understood wore believes argues"
    " claims states reports adds denies insists warns wants needs remains seems appears follows"
    " continues includes supports controls believe argue want need remain seem appear believed"
    " retook overran overtook undertook overthrew overcame overrode overturned upheld withheld"
    " withstood underwent undid arose awoke woke foresaw forbade forgave misled mistook oversaw"
    " rewrote rebuilt repaid sought proved showed swept swung sang swam sprang shrank strove wept"
    " crept leapt slid ate rang rode sat lent dealt"
)
# Past forms that have no object and so are no participle behind a noun.
INTRANSITIVE: Final = grammar.words_of(
    "died arrived happened occurred remained appeared continued erupted retreated marched"
    " collapsed resigned vowed agreed refused failed escaped clashed declined decided hesitated"
    " hoped managed tried abstained retired climbed soared slumped tumbled surged plummeted"
    " voted stayed"
)
# Of these, verbs beside which nobody stands but who does it: not "died", nor "clashed".
ALONE: Final = grammar.words_of(
    "resign resigns resigned resigning abstain abstains abstained abstaining retire retires retired"
    " retiring quit quits quitting"
)
PARTICLES: Final = grammar.words_of("out up off down back away")
OBJECTS: Final = grammar.words_of("that him them it us me")
NO_NOUN: Final = RELATIVE | FINITE_AUXILIARIES | FINITE
JOINING: Final = PREPOSITIONS | PARALLEL | LINKED
OPENS_OBJECT: Final = DETERMINERS | OBJECTS
OPENS_PHRASE: Final = OPENS_OBJECT | PREPOSITIONS
TAKING_UP: Final = PRONOUNS | POINTING
NAMES_NOBODY: Final = TAKING_UP | DETERMINERS | PREPOSITIONS
PARTING: Final = PARALLEL | LINKED | FINITE
ENDS_SUBJECT: Final = PARTING | FINITE_AUXILIARIES | RELATIVE | BE

WORD: Final = re.compile(
    r"(?:[A-Z]\.){1,4}|(?:Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Col|Lt|Maj|Capt|Sgt|St|Prof|Jr|Sr)\."
    r"|[^\W_]+(?:[.'’&-][^\W_]+)*|[^\w\s]"
)


def may_be_verb(word: str) -> bool:
    """Whether a word may be a finite verb: an auxiliary, a known form, or a past one.

    >>> may_be_verb("was"), may_be_verb("told"), may_be_verb("seized"), may_be_verb("mill")
    (True, True, True, False)
    """
    return word in grammar.AUXILIARIES or word in FINITE or grammar.is_past(word)
