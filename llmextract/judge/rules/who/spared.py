"""Who surely does not suffer it: the verb has another object, or its passive another subject.

Of "the rebels freed three men and shot a guard" the guard was not freed, nor was Hale where "two
men were freed, while Hale fled". Where a sentence leaves it open, nothing is said.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import is_participle, passive_zone, subject_zone
from llmextract.article.syntax.sorts import names_people
from llmextract.ask.markers import Parts
from llmextract.judge.rules.nouns import DEEDS, head_of
from llmextract.judge.rules.who.objects import LITTLE
from llmextract.judge.rules.who.rivals import is_somebody_else, stands_parted
from llmextract.judge.rules.who.slots import filled_by_another
from llmextract.judge.rules.who.stations import victim_elsewhere
from llmextract.judge.rules.who.tags import tells_not_suffers
from llmextract.judge.rules.who.voice import SUFFERING, main_verb, part_of, parts_in
from llmextract.judge.spans import (
    evidence_of,
    shared_sentence,
    shown_throughout,
    stands_elsewhere,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, Node
from llmextract.judge.verdict import Code

# What is done to one may be meant for others too: "shelled Dorva and killed five residents".
_SPREADING: Final = grammar.inflected(
    """
    attack storm raid shell bomb bombard ambush shoot fire burn torch invade besiege crash explode
    detonate launch target pound strafe open drop* throw hurl lob* pelt stab* beat carry stage do
    make have blow use cause kill wound injure hurt
    =shot =hit =hits =hitting =struck =strike =strikes =striking =blew =threw =beat =beaten =did
    =made =had
    """
)
_PARTICLE: Final = r"(?:\s+(?:up|down|off|out|away|back|over|dead))?"
# Where another verb begins that has the same subject: "and were questioning", "but released".
_NEXT_VERB: Final = re.compile(
    r",?\s+(?:and|but)\s+(?:(?:also|then|later|again|has|have|had|was|were|is|are|not|still|to"
    r"|\w+ly)\s+){0,3}(?P<verb>[a-z]+)\s"
)
# "arrested two men and took a woman into custody": the same is done by other words.
_SAME: Final = grammar.words_of("took taken taking did done doing")
_ANEW: Final = re.compile(
    r"(?:an?|any|another|some|several|many|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|dozens|hundreds|thousands|about|at least|around|more than|nearly|\d[\d,]*)\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"(?:(?:an?|another|some|several|many|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*|at"
    r"|least|about|around|more|than|nearly)\s+){1,4}\Z"
)
_OWN_OBJECT: Final = re.compile(
    rf"{_PARTICLE}\s+(?!(?:him|her|them|it|us|me|you|himself|herself|themselves|itself|what|whom)\b"
    r"(?!\s+[a-z]+\s))(?:(?:the|an?|its|his|their|some|several|many|more|about|at|two|three|four|five"
    r"|six|seven|eight|nine|ten|dozens|hundreds|her)\b|\d|[A-Z])"
)
_FIRST_OBJECT: Final = re.compile(
    rf"\b(?P<verb>[a-z]+){_PARTICLE}\s+(?:(?:fire\s+to)\s+)?(?:(?:the|an?|its|his|her|their|some|several|many|more|than"
    r"|about|at|least|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\s+){0,4}\Z"
)
_JOINED: Final = re.compile(
    r"[^;:“”\"()]{0,160}?,?\s(?:and|but)\s+(?:(?:also|then|later|still|has|have|had|was|were|is|are"
    r"|not|\w+ly)\s+){0,3}\Z"
)
_CLAUSE: Final = re.compile(
    r"(?P<opens>;|,?\s(?:(?P<contrast>while|but|whereas)|when|as|after|before|although|since|because|until"
    r"|where|(?:and\s|but\s)?that|(?:in|at|of|by|from|on|for|during|after|under|with)\swhich)|,\sand)\s+"
    r"(?:in\s[A-Z][\w’'-]+\s)?"
    rf"(?:(?:an?|the|its|his|her|their)\s(?:[\w-]+\s){{0,3}}[\w-]+,\s)?{LITTLE}\Z"
)
_OPENERS: Final = "|".join(sorted(clausal.LINKED | clausal.BARE | clausal.RELATIVE))
_PREDICATE: Final = re.compile(
    rf"(?:\s+(?:in|of|from|at|on)(?:\s(?!(?:{_OPENERS})\b)[\w’'-]+){{1,5}}?,?|,[^,;:“”\"]{{1,60}},|,)?"
    r"\s+(?:\w+ly\s+)?"
    rf"(?:{'|'.join(sorted(clausal.FINITE_AUXILIARIES | clausal.FINITE))}|[a-z]{{2,}}ed)\b"
)
DEFINITE: Final = ("the ", "these ", "those ", "its ", "his ", "her ", "their ", "both ")
_LOOK_BACK: Final = 60


def keep_sufferers(evidence: Evidence, node: GroupNode, child: Node, marker: Parts) -> None:
    """Reject who is said to suffer what a verb surely does to others."""
    told = evidence_of(node.leaf(marker.of))
    for who, words, role, part in parts_in(child, marker):
        if told is None or part != "suffers" or not (role.judged.stands and who.judged.stands):
            continue
        sentence = shared_sentence(evidence.article, told, words)
        if sentence is None or stands_elsewhere(evidence, sentence, (words,)):
            continue
        shown = shown_throughout(evidence, (told, words), _shown)
        if shown is not None:
            detail = f"{told.exact!r} does not befall {words.exact!r}: {shown!r} tells of others"
            who.refuse(Code.MISATTACHED, detail, nearest=shown)


def keep_takers(child: Node, marker: Parts) -> None:
    """Reject a deed as somebody to whom something is done: "survived an [attack]".

    It may do so: "the airstrikes destroyed a mill".
    """
    for who, words, _, part in parts_in(child, marker):
        if part == "suffers" and head_of(words.exact) in DEEDS:
            who.refuse(Code.UNREADABLE, f"{words.exact!r} is what happens, and nobody")


def _shown(sentence: str, verb: Range, words: Range) -> str | None:
    """What shows that others suffer it than these words name; None where that is not sure."""
    if part_of(sentence, verb, words) is not None:
        return None
    other = _other_sufferer(sentence, verb, words)
    other = other or filled_by_another(sentence, verb, words, "suffers")
    return None if other is None else sentence[slice(*other)]


def _other_sufferer(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who suffers it, or is told of, where these words are surely not of those."""
    found = _other_passive(sentence, verb, words)
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if found is None and main_verb(told) not in _SPREADING:
        found = of_next_verb(sentence, verb, words)
    found = found or _object_of_first(sentence, verb, words)
    found = found or victim_elsewhere(sentence, verb, words)
    return found or tells_not_suffers(sentence, verb, words)


def _other_passive(sentence: str, verb: Range, words: Range) -> Range | None:
    """Whom a passive befalls, or who dies, where words stand in another clause or only tell."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    dies = not SUFFERING.isdisjoint(told[:2])
    zone = subject_zone(sentence, verb) if dies else passive_zone(sentence, verb)
    if zone is None or zone.shared:
        return None
    if sentence.endswith("whose ", 0, zone.start):
        is_kin = names_people(sentence[slice(*zone.place)])  # "Roe, whose son was killed"
        return zone.place if is_kin and words[1] <= zone.start else None
    if not is_somebody_else(sentence, zone.place, words):
        return None
    if sentence[slice(*words)].lower() in grammar.PRONOUNS | grammar.OBJECT_PRONOUNS:
        return None
    if sentence.endswith(("of whom ", "of which "), 0, zone.start):
        return None
    if words[1] <= zone.start:
        return zone.place if stands_parted(sentence, zone, words) else None
    if words[0] < verb[1]:
        return None
    is_new = names_anew(sentence, words) or sentence[words[0]].isupper()
    is_apart = is_new and opens_clause(sentence, verb[1], words) is not None
    return zone.place if is_apart else None


def opens_clause(sentence: str, start: int, words: Range) -> re.Match[str] | None:
    """What opens a clause behind an offset whose subject words are; None where they are none."""
    opens = _CLAUSE.search(sentence, max(start, words[0] - _LOOK_BACK), words[0])
    return opens if opens and _PREDICATE.match(sentence, words[1]) else None


def of_next_verb(sentence: str, verb: Range, words: Range) -> Range | None:
    """The next verb of the same subject, whose object the words are: "freed men and shot a guard".

    The words name somebody anew, whom the first verb cannot have as well.
    """
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if words[0] < verb[1] or not told or not _has_object(sentence, verb, told):
        return None
    if not names_anew(sentence, words):
        return None
    for found in _NEXT_VERB.finditer(sentence, verb[1], words[0]):
        word = found["verb"]
        is_verb = is_participle(word) or word in clausal.FINITE or grammar.is_gerund(word)
        is_going_on = not grammar.BE.isdisjoint(found[0].split())  # "and were questioning"
        if grammar.is_gerund(word) and not (is_going_on or any(map(grammar.is_gerund, told))):
            continue
        if is_verb and word not in _SAME and word not in grammar.ADJECTIVES:
            return found.span("verb")
    return None


def _has_object(sentence: str, verb: Range, told: tuple[str, ...]) -> bool:
    """Whether a verb has an object of its own, in its words or right behind them."""
    last = told[-1]
    is_within = len(told) > 1 and last not in grammar.PREPOSITIONS and not is_participle(last)
    return is_within or _OWN_OBJECT.match(sentence, verb[1]) is not None


def names_anew(sentence: str, words: Range) -> bool:
    """Whether words name some that were not named before: "a guard", "12 men", "officers"."""
    named = sentence[slice(*words)]
    if named.startswith(("its ", "their ", "his ", "her ")):
        return True
    if _ANEW.match(named) or _COUNTED.search(sentence, max(0, words[0] - _LOOK_BACK), words[0]):
        return True
    before = grammar.tokenise(sentence[max(0, words[0] - _LOOK_BACK) : words[0]]).words[-1:]
    is_bare = named.islower() and named.endswith("s") and not named.startswith(DEFINITE)
    return is_bare and grammar.DEFINITE.isdisjoint(before)


def _object_of_first(sentence: str, verb: Range, words: Range) -> Range | None:
    """The verb before another of the same subject, whose object the words are.

    "drove" for "boys" in "drove boys away and shot two men", where the second has its own object.
    """
    first = _object_before(sentence, verb, words)
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if first is None or not told or not _has_object(sentence, verb, told):
        return None
    return first if sentence[slice(*first)] not in _SPREADING else None


def _object_before(sentence: str, verb: Range, words: Range) -> Range | None:
    """The verb whose object words are, where another follows behind "and" or "but"."""
    is_pronoun = sentence[slice(*words)].lower() in grammar.SUBJECTS
    if is_pronoun or words[1] > verb[0] or not _JOINED.fullmatch(sentence, words[1], verb[0]):
        return None
    first = _FIRST_OBJECT.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if first is None:
        return None
    is_verb = is_participle(first["verb"]) or first["verb"] in clausal.FINITE | {"set"}
    return first.span("verb") if is_verb and first["verb"] not in grammar.ADJECTIVES else None
