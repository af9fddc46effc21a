"""What governs some words of a sentence: negation, failure, condition, modality, intention."""

from dataclasses import dataclass

from llmextract.article.syntax import governing as lists
from llmextract.article.syntax import grammar
from llmextract.article.syntax.climb import climb
from llmextract.article.syntax.governing import Force
from llmextract.article.syntax.phrase import Climb, Noted, deny, is_noun
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import WEEKDAYS

# How far behind a noun its verb may stand: "a rebel capture of Hama would".
_REACH = 14
# Behind a noun: "the vote, planned for May, will be close", "the march planned for May is banned".
_PLANNED = grammar.words_of("planned scheduled slated due set")
# Behind a noun they hold what is more of it, as prepositions do.
_LIKE_PREPOSITIONS = grammar.words_of("to involving including regarding concerning affecting")
_TABLES = grammar.words_of("table cards")


@dataclass(frozen=True, slots=True)
class Governor:
    """A governing word or two, by half-open code points of the sentence, and their force."""

    force: Force
    start: int
    end: int


def governors(text: str, start: int, end: int) -> tuple[Governor, ...]:
    """What governs text[start:end], the words of an event, within the sentence `text`.

    Two denials cancel ("did not fail to capture", "failed to prevent the capture"): what then
    holds is not decided, so neither is given.
    """
    tokens = grammar.tokenise(text)
    touched = tokens.covering(start, end)
    if touched is None:
        return ()
    c = Climb(tokens.words)
    head = _head(c, *touched)
    _within(c, head, touched[1])
    noun = is_noun(c, head) is not False
    definite = climb(c, head)
    if noun:
        _predicate(c, touched[1], definite=definite)
        _keep_real(c, touched[1], definite=definite)
    else:
        _nobody(c, head, touched[1])
    if not c.found:
        return ()
    found = _decided(c, sorted(dict.fromkeys(c.found), key=lambda item: item[1]))
    return tuple(
        Governor(force, tokens.starts[first], tokens.ends[last]) for force, first, last in found
    )


def _keep_real(c: Climb, last: int, *, definite: bool | None) -> None:
    """Drop what leaves a noun real: "the planned strike began", "deny carrying out the attack"."""
    began = c.at(last + 1) in lists.HAPPENED
    c.found = [
        (force, first, end)
        for force, first, end in c.found
        if not (began and force is Force.INTENTION)
        and not (
            definite and c.words[first] in lists.DENYING_DEED and grammar.is_gerund(c.at(end + 1))
        )
    ]


def _nobody(c: Climb, head: int, last: int) -> None:
    """An object that is nobody: "killed no one", "took no prisoners", but not "told no one"."""
    if c.at(last + 1) not in grammar.NOBODY or c.at(last + 2) in ("longer", "time", "doubt"):
        return
    if not says(c.words[head]):
        deny(c, last + 1)


def _decided(c: Climb, found: list[Noted]) -> list[Noted]:
    """What is found without denials that cancel, and without what then only belongs to them.

    "could not prevent the capture", "had they not captured it": it was captured.
    """
    denials = [item for item in found if item[0] in lists.DENIALS]
    if len(denials) > 1:
        return [
            item
            for item in found
            if item not in denials and c.words[item[1]] not in ("could", "can", "cannot")
        ]
    counterfactual = [item for item in found if c.words[item[1]] == "had"]
    return [] if denials and len(found) == len(denials) + len(counterfactual) > 1 else found


def may_deny(text: str) -> bool:
    """Whether a sentence has any word that could deny another: asked before climbing to it."""
    return not lists.DENYING.isdisjoint(grammar.tokenise(text).words)


def _head(c: Climb, first: int, last: int) -> int:
    """The first word that carries meaning: behind auxiliaries, determiners and adverbs."""
    head = first
    while head < last and (
        c.words[head] in grammar.AUXILIARIES
        or c.words[head] in grammar.NOT
        or c.words[head] in grammar.DETERMINERS
        or c.words[head] in grammar.MARKS
        or c.words[head] in ("no", "to", "without")
        or grammar.is_adverb(c.words[head])
        or (c.words[head] in lists.ADJECTIVAL and _is_adjective(c, head))
    ):
        head += 1
    return head


def _is_adjective(c: Climb, place: int) -> bool:
    following = c.at(place + 1)
    return grammar.is_open(following) and c.at(c.left_of(place)) not in grammar.AUXILIARIES


def _within(c: Climb, head: int, last: int) -> None:
    """A governor that the words hold themselves: "failed to capture", "preparing for an attack"."""
    word, following = c.words[head], c.at(head + 1)
    if head + 2 > last:
        return
    if following == "to" and word in lists.TO and word not in lists.REACHED:
        c.note(lists.TO[word], head, head + 1)
    elif following == "for" and word.startswith(("prepar", "plan", "ready", "poised")):
        c.note(Force.INTENTION, head, head + 1)
    elif word in lists.GERUND and grammar.is_gerund(following):
        c.note(lists.GERUND[word], head)


def _predicate(c: Climb, last: int, *, definite: bool | None) -> None:
    """What the verb says whose subject a noun is: "did not take place", "would be a threat"."""
    if c.at(last + 1) in lists.COMPOUND or c.at(last + 1) in lists.LOOMING:
        c.note(Force.INTENTION, last + 1)
        return
    _planned_behind(c, last)
    place = _verb_of(c, last)
    if place is None:
        return
    group: list[int] = []
    while (
        c.at(place) in grammar.AUXILIARIES
        or c.at(place) in grammar.NOT
        or (grammar.is_adverb(c.at(place)) and c.at(place) not in lists.WANTED)
    ):
        group.append(place)
        place += 1
    verb = c.at(place)
    if verb == "to" and group and c.words[group[-1]] in grammar.BE and _is_to_happen(c, place + 1):
        c.note(Force.INTENTION, group[-1], place)
    happens = verb in lists.HAPPENING
    for at in group:
        if c.words[at] in grammar.NOT and happens:
            c.note(Force.NEGATION, at)
        elif c.words[at] in grammar.MODALS and (
            happens or (definite is False and _is_hypothetical(c, at, verb))
        ):
            c.note(Force.MODALITY, at)
    is_denied = any(c.words[at] in grammar.NOT for at in group)
    if definite is not True:
        _table(c, place, is_denied=is_denied)
    if verb in lists.FORESEEN and not is_denied and not _is_taken_for(c, place):
        c.note(lists.FORESEEN[verb], place)
    elif c.words[place - 1] in grammar.BE:
        _being(c, place, definite=definite, is_denied=is_denied)
    elif verb in ("fail", "failed", "fails") and c.at(place + 2) in lists.HAPPENING:
        c.note(Force.FAILURE, place)


def _being(c: Climb, place: int, *, definite: bool | None, is_denied: bool) -> None:
    """What a noun is: "is needed", "was a hoax", "is on Sunday"."""
    word, following = c.at(place), c.at(place + 1)
    if word in lists.WANTED and definite is False:
        c.note(lists.WANTED[word], place)
    elif word in grammar.DETERMINERS and following in lists.HOAXES and not is_denied:
        c.note(Force.NEGATION, place + 1)
    elif _is_dated(c, place):
        c.note(Force.INTENTION, place - 1)


def _is_dated(c: Climb, place: int) -> bool:
    """Whether a day is named for what is told in the present: "is on Sunday"."""
    named = c.at(place) == "on" and c.at(place + 1) in WEEKDAYS and c.at(place + 2) != "'s"
    return named and c.at(place - 1) in ("is", "are")


def _table(c: Climb, place: int, *, is_denied: bool) -> None:
    """What has not happened where it is, or was never, "on the table", "on the cards"."""
    if c.at(place) in ("on", "off") and c.at(place + 1) == "the" and c.at(place + 2) in _TABLES:
        is_off = is_denied or c.at(place) == "off"
        c.note(Force.NEGATION if is_off else Force.INTENTION, place)


def _planned_behind(c: Climb, last: int) -> None:
    """What plans a noun right behind it that is still to be: "the vote, set for May, will be"."""
    place = last + 2 if c.at(last + 1) == "," else last + 1
    if c.at(place) not in _PLANNED or c.at(place + 1) not in ("for", "on", "to"):
        return
    for at in range(place + 2, min(len(c.words), place + _REACH)):
        word = c.words[at]
        if word in grammar.MODALS:
            c.note(Force.INTENTION, place)
        elif lists.FORESEEN.get(c.at(at + 1 + (c.at(at + 1) == "been"))) is Force.FAILURE:
            c.note(Force.FAILURE, at + 1)
        if word in grammar.AUXILIARIES or word in grammar.CLAUSES or grammar.is_past(word):
            return


def _is_to_happen(c: Climb, verb: int) -> bool:
    """Whether what a noun is to do is to happen: "is to open", not "was to avenge"."""
    word = c.at(verb + 1 if c.at(verb) == "be" else verb)
    return word == "open" or word in lists.HAPPENING


def _is_taken_for(c: Climb, verb: int) -> bool:
    """Whether a noun is "considered the heaviest", which it could not be before it happened.

    What "was planned by" somebody may have happened since.
    """
    word = c.at(verb + 1)
    takes = word in grammar.DETERMINERS or word in grammar.QUOTES or grammar.is_open(word)
    if c.words[verb] == "put" and c.words[verb - 1] not in grammar.BE:
        return True  # "the attacks have put off investors"
    if c.words[verb] in ("called", "put"):
        return word != "off"
    if c.words[verb] == "planned":
        return word == "by"
    return c.words[verb] == "considered" and (takes or word in ("as", "to"))


def _is_hypothetical(c: Climb, modal: int, verb: str) -> bool:
    past = c.words[modal] == "would" and c.at(modal + 1) in lists.LATER
    return c.words[modal] != "will" and verb not in lists.PERCEIVED and not past


def _verb_of(c: Climb, last: int) -> int | None:
    """The place of the verb group behind a noun, over the prepositional phrases it has."""
    inside, last = False, _behind_insertion(c, last)
    for place in range(last + 1, min(len(c.words), last + _REACH)):
        word = c.words[place]
        if word in grammar.AUXILIARIES or word in grammar.NOT or word in ("fail", "failed"):
            return place
        if word in grammar.PREPOSITIONS or word in _LIKE_PREPOSITIONS:
            inside = True
        elif word in grammar.DETERMINERS:
            if c.at(place - 1) not in grammar.PREPOSITIONS and word != "'s":
                return None
        elif _ends_subject(word) or not (
            inside or grammar.is_adverb(word) or word in grammar.QUOTES
        ):
            return None
    return None


def _behind_insertion(c: Climb, last: int) -> int:
    """The last word of what a phrase between commas only adds to: ", with 20 men on board, is"."""
    if c.at(last + 1) != "," or c.at(last + 2) not in grammar.PREPOSITIONS:
        return last
    for place in range(last + 3, min(len(c.words) - 1, last + _REACH)):
        word = c.words[place]
        if word == ",":
            return place if c.words[place + 1] in grammar.AUXILIARIES else last
        if word in grammar.AUXILIARIES or word in grammar.CLAUSES or word in grammar.BREAKS:
            return last
    return last


def _ends_subject(word: str) -> bool:
    stops = word in grammar.MARKS and word not in grammar.QUOTES
    return stops or word in grammar.CLAUSES or word == "that"
