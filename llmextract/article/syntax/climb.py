"""From a word up to what governs it: through its verb group, its phrase, its clause.

A head is a position among the words of a sentence. Each step looks to the left, where English
keeps what governs, and notes what it meets; nothing beyond the head's own clause is looked at,
but for the verb or noun that takes the clause. What is not understood governs nothing.
"""

from llmextract.article.syntax import governing as lists
from llmextract.article.syntax import grammar
from llmextract.article.syntax.governing import Force
from llmextract.article.syntax.phrase import (
    CLAUSE,
    REACH,
    Climb,
    before_insertion,
    condition_before,
    deny,
    ends_verb,
    ensue,
    inversion,
    is_dropped,
    is_infinitive,
    is_nearly,
    is_noun,
    joins_verbs,
    modal,
    negate,
    noun_phrase,
    opens_clause,
    refuted,
    sent_for,
    stands_alone,
    takes_clause,
    takes_object,
    wanting,
)

# Auxiliaries of a gerund: "risks being captured", "denied having captured".
_GERUNDS = grammar.words_of("being having")
# Between a noun and its infinitive: "no plans whatsoever” to leave".
_BEFORE_TO = grammar.QUOTES | {"whatsoever"}


def climb(c: Climb, head: int) -> bool | None:
    """Note what governs the word at `head`; for a noun, whether it is a known one."""
    noun = is_noun(c, head)
    if noun is False:
        _verb(c, head)
        return True
    place = c.left_of(head)
    if noun is None and joins_verbs(c, place, head) and _join(c, place, head):
        return True
    if noun is None and (opens := condition_before(c, head)) is not None:
        c.note(Force.CONDITION, opens)
        return True
    return climb_noun(c, head, sure=noun is True)


def _verb(c: Climb, head: int) -> None:
    if not c.spend():
        return
    place, finite = _verb_group(c, head)
    word, bare = c.at(place), not finite
    if word == "to":
        _infinitive(c, place)
    elif word in grammar.CONDITIONS:
        c.note(Force.CONDITION, place)
    elif word == "nor":
        c.note(Force.NEGATION, place)
    elif word in grammar.CONJUNCTIONS or (word == "," and grammar.is_base(c.words[head])):
        if bare:
            _join(c, place, head)
    elif c.words[place + 1] in _GERUNDS or (bare and grammar.is_gerund(c.words[head])):
        _gerund(c, place)
    else:
        _clause(c, place)


def _verb_group(c: Climb, head: int) -> tuple[int, bool]:
    """The place before a verb's auxiliaries and adverbs, and whether it has an auxiliary."""
    place, finite = head - 1, False
    while place >= 0:
        word = c.words[place]
        if word in grammar.NOT:
            negate(c, place)
            finite = finite or word == "cannot"
        elif word == "longer" and c.at(place - 1) == "no":
            place -= 1
            c.note(Force.NEGATION, place, place + 1)
        elif is_nearly(c, place):
            c.note(Force.FAILURE, place)
        elif word in grammar.MODALS:
            modal(c, place, head)
            finite = True
        elif word in grammar.AUXILIARIES or (word == "'s" and c.at(place - 1) in grammar.PRONOUNS):
            finite = True
        elif not (grammar.is_adverb(word) or word in grammar.QUOTES):
            break
        place -= 1
    return place, finite


def _infinitive(c: Climb, to: int) -> None:
    """From "to" up: the word before it, or the verb before its object."""
    if not c.spend():
        return
    place = _before_to(c, to)
    word = c.at(place)
    if word in grammar.BE:
        c.note(Force.INTENTION, place, to)
        _clause(c, place - 1)
    elif word in ("have", "has", "'ve"):
        c.note(Force.MODALITY, place, to)
        _verb(c, place)
    elif word in lists.TO:
        c.note(lists.TO[word], place, to)
        climb(c, place)
    elif (sent := sent_for(c, place, to)) is not None:
        c.note(Force.INTENTION, sent, to)
    elif word == "able":
        if c.at(c.left_of(place)) in ("is", "are", "be"):
            c.note(Force.MODALITY, place)
        _verb(c, place)
    elif (denied := wanting(c, place)) is not None:
        c.note(Force.NEGATION, denied)
    elif word not in lists.FACTIVE:
        _before_object(c, place)


def _before_to(c: Climb, to: int) -> int:
    """The place of the word before a "to", noting a "not" between them."""
    place = to - 1
    while place >= 0:
        if c.words[place] in grammar.NOT:
            negate(c, place)
        elif not (grammar.is_adverb(c.words[place]) or c.words[place] in _BEFORE_TO):
            break
        place -= 1
    return place


def _before_object(c: Climb, last: int) -> None:
    """The verb whose object stands before an infinitive: "urged Turkey to withdraw"."""
    for place in range(last, max(-1, last - REACH), -1):
        word = c.words[place]
        if word in grammar.CONDITIONS:
            c.note(Force.CONDITION, place)
            return
        if word in grammar.BREAKS or word in grammar.CLAUSES or word in (",", "that"):
            return
        if word in lists.WITH_OBJECT and takes_object(c, place):
            c.note(lists.WITH_OBJECT[word], place)
            climb(c, place)
            return
        if place == last and ends_verb(c, place):
            _verb(c, place)
            return
        if word == "were" and (place == 0 or c.words[place - 1] in grammar.OPENERS):
            c.note(Force.CONDITION, place)
            return
        if word in grammar.MODALS:
            modal(c, place, last)
            return
        if word in grammar.NOT and last - place <= 1:
            negate(c, place)
        is_gerund = place < last and grammar.is_gerund(c.words[place + 1])
        if word == "to" and (is_gerund or grammar.is_base(c.words[place + 1])):
            _infinitive(c, place)  # "committed to working with Norland to end"
            return


def _gerund(c: Climb, place: int) -> None:
    word = c.at(place)
    if word == "from" and c.at(place - 1) == "far":
        c.note(Force.NEGATION, place - 1, place)
    elif word in grammar.PREPOSITIONS and not (
        word == "out" and c.at(place - 1)[:4] in ("rule", "ruli")
    ):
        _preposition(c, place)
    elif word == "out":
        c.note(Force.NEGATION, place - 1, place)
        _verb(c, place - 1)
    elif word in lists.GERUND:
        c.note(lists.GERUND[word], place)
        climb(c, place)
    elif word in lists.REALISING or word in lists.BRINGING or word in lists.PHASE:
        _verb(c, place)
    elif word == "," and c.words[place + 1] in lists.ENSUING:
        ensue(c, place)


def _preposition(c: Climb, place: int, *, definite: bool | None = None) -> None:
    word, before = c.words[place], c.left_of(place)
    if word == "without":
        # "could not have come without help": there was help.
        if grammar.NOT.isdisjoint(c.words[:place]) and "impossible" not in c.words[:place]:
            c.note(Force.NEGATION, place)
        return
    if word == "barring" or (word == "pending" and definite is False):
        c.note(Force.CONDITION, place)
        return
    if word == "from":
        _from(c, place)
        return
    if c.at(place - 1) == "instead":
        before = place - 1
    taken = lists.PREPOSITIONAL.get(word, {}).get(c.at(before))
    if taken is not None:
        if not (word == "of" and definite) and stands_alone(c, before):
            came = c.words[before] == "close" and c.at(before - 1) in ("came", "come")
            c.note(Force.FAILURE if came else taken, before, place)
            climb(c, before)
    elif word == "of" and c.at(before) in lists.MEASURE:
        refuted(c, before)
        climb_noun(c, before)
    elif c.at(before) in lists.BEARING:
        _verb(c, before)
    elif word in ("on", "over") and c.at(before) in lists.TALKS and definite is False:
        c.note(Force.INTENTION, before, place)


def _from(c: Climb, place: int) -> None:
    for at in range(place - 1, max(-1, place - REACH), -1):
        word = c.words[at]
        if word in grammar.BREAKS or word in grammar.CLAUSES or word in grammar.CONJUNCTIONS:
            return
        if word in lists.KEPT_FROM:
            c.note(Force.FAILURE, at)
            climb(c, at)
            return


def _clause(c: Climb, place: int) -> None:
    """Through the subject to what opens the clause, or to the verb that takes it."""
    if c.at(place) == "," or c.at(place) in grammar.DASHES or c.at(place) == ")":
        place = before_insertion(c, place)
    for at in range(place, max(-1, place - CLAUSE), -1):
        word = c.words[at]
        # "In case rebels left", "in the event rebels left"; but "the case will be heard".
        before = c.at(at - 2) if c.at(at - 1) == "the" else c.at(at - 1)
        if word in grammar.CONDITIONS or (word in ("case", "event") and before == "in"):
            c.note(Force.CONDITION, at)
            return
        if word == "that":
            _that(c, at)
            return
        if word in grammar.BREAKS or word in grammar.CLAUSES or word == ",":
            return
        if word in grammar.NOBODY and c.at(at - 1) not in grammar.PREPOSITIONS:
            deny(c, at)
        elif word in lists.BARE_THAT and at < place and takes_clause(c, at):
            c.note(lists.BARE_THAT[word], at)
            climb(c, at)
            return
        elif word in grammar.AUXILIARIES or word in grammar.NOT:
            if word == "not" and c.at(at - 1) == "or":
                continue  # "whether or not the army attacks"
            inversion(c, at)
            return


def _that(c: Climb, place: int) -> None:
    """The verb or noun that takes a clause: "denied that", "no evidence that", "so that"."""
    for at in range(place - 1, max(-1, place - 6), -1):
        word = c.words[at]
        adjoins = at == place - 1 or c.at(at + 1) in grammar.PREPOSITIONS or c.at(at + 1) == ","
        if not adjoins:
            continue
        refuted(c, at)
        before = c.words[max(0, at - (8 if "as" in c.words[:at] else 4)) : at]
        unproven = (word in lists.PROOF and "no" in before) or (
            word == "true" and not grammar.NOT.isdisjoint(before)
        )
        if unproven or (word in lists.CLAIMS and not lists.REFUTING.isdisjoint(before)):
            c.note(Force.NEGATION, at)
        elif word.startswith("doubt") and not {"no", "not", "n't", "never"}.isdisjoint(before):
            return
        elif word in lists.THAT:
            c.note(lists.THAT[word], at, place)
            climb(c, at)
        elif at == place - 1:
            continue
        return


def _join(c: Climb, place: int, head: int) -> bool:
    """A verb behind "and" or "or" is governed as the one of its form before them."""
    word = c.words[head]
    if grammar.is_base(word):
        return _join_bases(c, place)
    alike = grammar.is_gerund if grammar.is_gerund(word) else grammar.is_past
    for at in range(place - 1, max(-1, place - CLAUSE), -1):
        other = c.words[at]
        if other in grammar.CLAUSES or other in grammar.BREAKS or other in grammar.CONDITIONS:
            return False
        before = c.at(c.left_of(at))
        if alike(other) and before not in grammar.DETERMINERS:
            governed = before in grammar.AUXILIARIES or before in grammar.NOT
            if alike is grammar.is_gerund or (governed and c.words[place] == "or"):
                _verb(c, at)
            return True
    return False


def _join_bases(c: Climb, place: int) -> bool:
    """A base form behind "and" shares the "to" or the modal before it; whether there is one."""
    for at in range(place - 1, max(-1, place - CLAUSE), -1):
        word = c.words[at]
        if word in grammar.CLAUSES or word in grammar.BREAKS or word in grammar.CONDITIONS:
            return False
        if word == "to" and is_infinitive(c.at(at + 1)):
            _infinitive(c, at)
            return True
        if word in grammar.MODALS or word in grammar.DO:
            verb = at + 1
            while grammar.is_adverb(c.at(verb)) or c.at(verb) in grammar.NOT:
                verb += 1
            if verb < place:
                _verb(c, verb)
            return True
    return False


def climb_noun(c: Climb, head: int, *, sure: bool = True) -> bool | None:
    """Note what governs a noun; whether it is a known one (None: no determiner tells).

    Where it is not sure that the word is a noun, what would govern a verb counts as well.
    """
    if not c.spend():
        return None
    place, definite = noun_phrase(c, head)
    word = c.at(place)
    if word in grammar.CONDITIONS:
        if definite is not True or not sure:
            c.note(Force.CONDITION, place)
    elif not sure and opens_clause(c, place, head):
        _clause(c, place)
    elif word in grammar.NOT:
        _not_noun(c, place, head)
    elif word in grammar.CONJUNCTIONS:
        _join_nouns(c, place)
    elif word in ("out", "off") and grammar.is_open(c.at(place - 1)):
        _object(c, place - 1, definite=definite)
    elif word in grammar.PREPOSITIONS or word == "to":
        _preposition(c, place, definite=definite)
    elif word == "should":
        inversion(c, place)
    elif word in grammar.BE or word in grammar.HAVE:
        _aimed_at(c, place)
        _verb(c, place)
    elif grammar.is_open(word):
        _object(c, place, definite=definite)
    return definite


def _aimed_at(c: Climb, verb: int) -> None:
    """Note the noun by which what it "is" is still to be: "the aim is the capture of Dorva"."""
    subject = c.left_of(verb)
    if c.at(subject) in lists.AIMS:
        c.note(Force.INTENTION, subject, verb)


def _not_noun(c: Climb, place: int, head: int) -> None:
    if c.at(c.left_of(place)) in grammar.AUXILIARIES:
        if lists.FACTIVE.isdisjoint(c.words[place:head]):
            _verb(c, place + 1)
    else:
        negate(c, place)


def _join_nouns(c: Climb, place: int) -> None:
    if c.words[place] == "nor":
        c.note(Force.NEGATION, place)
        return
    other = place - 1
    before = c.at(c.left_of(other))
    if grammar.is_open(c.at(other)) and not (
        before == "to" or before in grammar.MODALS or before in grammar.NOT or before in grammar.DO
    ):
        climb_noun(c, other)


def _object(c: Climb, place: int, *, definite: bool | None) -> None:
    """What a verb makes of its object, and what governs the verb where it only carries it."""
    word = c.words[place]
    if is_dropped(c, place):
        c.note(Force.NEGATION, place, place + 1)
    elif word in lists.FAILED_OBJECT:
        c.note(Force.FAILURE, place)
    elif word in lists.DENIED_OBJECT and not definite:
        c.note(Force.NEGATION, place)
    elif word in lists.DEMANDED_OBJECT or (word in lists.INTENDED_OBJECT and not definite):
        c.note(Force.INTENTION, place)
    elif word not in lists.REALISING and (definite or word not in lists.BRINGING):
        before = c.at(c.left_of(place))
        governed = before == "to" or before in grammar.MODALS or before in grammar.NOT
        if definite is not False or not governed:
            return
    _verb(c, place)
