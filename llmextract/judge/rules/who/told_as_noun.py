"""Whether words behind a deed told as a noun are of something else that its sentence tells.

"The arrest of Hale surprised Roe" arrests no Roe, nor does he of "a raid on Dorva came as Roe
spoke". Who takes part in a deed stands behind it by "of", "by", "on" or "between", or beside a
verb by which deeds happen, are done or harm somebody; beside any other verb nobody does.

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.own_subject import is_participle, passive_zone, subject_zone
from llmextract.article.syntax.sorts import is_attack, sort_of
from llmextract.ask.parts import Part
from llmextract.judge.rules.who.befallen import DONE_TO, TO_ONE
from llmextract.judge.rules.who.parted import of_another_verb
from llmextract.judge.rules.who.phrases import hangs_on
from llmextract.judge.rules.who.voice import NOUNS

# By these a deed is done, takes place, or has somebody take part.
_HAPPENING: Final = (
    DONE_TO
    | TO_ONE
    | grammar.inflected(
        """
        push force drive displace affect strike bury trap scare threaten claim carry stage launch
        lead organise organize order plan* call join cause result leave draw attract involve
        include bring see reach exceed rise total host unite blame accuse suspect start end begin
        hold repel* resist respond retaliate counter free escape flee clash fight attack storm raid
        shell bomb ambush bombard fire burn torch invade besiege crash explode detonate target pound
        hit blow throw hurl make have do give take put meet commit carry conduct perpetrate
        =fought =led =left =drew =held =saw =brought =rose =took =taken =taking =began =fled =put
        =attended =gave =given =hit =blew =threw =thrown =made =had =did =done =met =struck
        """
    )
)
_OPENS_CLAUSE: Final = grammar.words_of("while although though whereas but as after before ;")
_CAUSES: Final = re.compile(r"(?:led|prompted|caused|forced|moved|drove|pushed)\Z")
_TO: Final = re.compile(r"\sto\s[a-z]")
# "While the mayor, [Roe]".
_NAMED: Final = re.compile(r"\s(?:while|although|though|whereas|but|as)\s[^,;]{2,40},\s\Z")
_REACH: Final = 30


def told_beside_noun(sentence: str, deed: Range, words: Range, part: Part) -> Range | None:
    """The verb that words behind a noun belong to, by which they have no part in its deed.

    >>> sentence = "The arrest of Hale surprised Roe."
    >>> sentence[slice(*told_beside_noun(sentence, (4, 10), (29, 32), "suffers"))]
    'surprised'
    """
    if words[0] < deed[1] or not _is_noun(sentence, deed):
        return None
    verb = of_another_verb(sentence, deed, words, part)
    if verb is None:
        return None
    if verb[1] <= words[0] and _CAUSES.match(sentence, *verb) and _TO.match(sentence, words[1]):
        return verb  # "led Roe to resign"
    if sentence[slice(*verb)].lower() in _HAPPENING:
        return None
    if verb[0] < words[0]:
        return verb
    hang, before = hangs_on(sentence, words, deed[1])
    is_clause = hang in _OPENS_CLAUSE or (hang == "and" and before[-1:] == (",",))
    is_named = hang == "," and _NAMED.search(sentence, max(deed[1], words[0] - 60), words[0])
    return verb if is_clause or is_named else None


def _is_noun(sentence: str, deed: Range) -> bool:
    """Whether the last word of a deed is surely a noun."""
    told = grammar.tokenise(sentence[slice(*deed)]).words
    if not told:
        return False
    last = told[-1]
    if last in NOUNS or is_attack(last) or sort_of(last) == "deed":
        return True
    if is_participle(last) or subject_zone(sentence, deed) or passive_zone(sentence, deed):
        return False
    before = grammar.tokenise(sentence[max(0, deed[0] - _REACH) : deed[0]]).words[-1:]
    opens = grammar.DETERMINERS | grammar.ADJECTIVES | {"of"}
    return any(word in opens for word in (told[0], *before))
