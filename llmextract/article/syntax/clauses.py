"""The clauses of one sentence that are sure to have a subject and a finite verb of their own.

No grammar is parsed. A sentence is cut only at a semicolon, at a conjunction or behind an opening
subordinate clause, and only where a subject and a finite verb follow at once and the part before
has a verb too. Whatever is unsure stays in one clause: two words in different clauses really have
different subjects. Relative, participial and reported clauses stay with what they belong to.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from llmextract.article.times.words import MONTHS, WEEKDAYS

Joint = Literal["opening", "parallel", "linked"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause by half-open code-point offsets into its sentence, and how it is joined.

    `joint` says what joins it to the clause before: `parallel` ("and", "but", "while", a
    semicolon) sets two things side by side, `linked` ("after", "because") makes one the setting of
    the other. `subject` is None where the clause does not start with one.
    """

    start: int
    end: int
    joint: Joint
    subject: Span | None


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PARALLEL: Final = _set("and but or yet nor while whereas although though whilst")
_LINKED: Final = _set("as when after before since because until once if so unless")
# These open a clause without a comma before them as well: "fled while the army advanced".
_BARE: Final = _set("but while whereas although though whilst")
_RELATIVE: Final = _set("who whom whose which that where what how why whether")
_PRONOUNS: Final = _set(
    "i he she it we you they this that these those there who one some many few several most all"
    " both none others another any each"
)
# Words that take up somebody or some place from elsewhere.
_POINTING: Final = _set(
    "i me my we us our you your he she it they him her them his its their hers theirs there this"
    " these those here both itself themselves each other same former latter"
)
_DETERMINERS: Final = _set(
    "a an the this that these those his her its their our my your some any each every all both"
    " no many most several few another other more two three four five six seven eight nine ten"
    " dozens hundreds thousands at"
)
_PREPOSITIONS: Final = _set(
    "in on at by for from with of to into onto over under near around across through during"
    " without within against between among toward towards along behind beyond inside outside"
    " after before since until as than about amid despite per via upon following"
)
_BE: Final = _set("is are was were am be been being isn aren wasn weren")
_MODALS: Final = _set("will would can could may might must should shall cannot did does do")
_AUXILIARIES: Final = _BE - {"be", "been", "being"} | _set(
    "has have had will would can could may might must should shall did does do cannot ought"
)
# Forms that stand behind a subject as its verb and are not often anything else there.
_FINITE: Final = _set(
    "said says say told tells tell wrote writes went goes came comes took takes gave gives got"
    " began begins became becomes fell falls fled flees fought fights held holds kept keeps knew"
    " knows led leads left lost loses made makes met meets paid ran runs saw sees sent sends"
    " shot stood stands struck strikes thought thinks threw won wins withdrew broke drove drew"
    " blew brought built bought caught chose felt flew forgot found froze grew heard hid rose sank"
    " shook slept sold spent spoke stole swore taught tore understood wore believes argues"
    " claims states reports adds denies insists warns wants needs remains seems appears follows"
    " continues includes supports controls believe argue want need remain seem appear believed"
    " retook overran overtook undertook"
)
# Past forms that have no object and so are no participle behind a noun.
_INTRANSITIVE: Final = _set(
    "died arrived happened occurred remained appeared continued erupted retreated marched"
    " collapsed resigned vowed agreed refused failed escaped clashed declined decided hesitated"
    " hoped managed tried"
)
_PARTICLES: Final = _set("out up off down back away")
_OBJECTS: Final = _set("that him them it us me")
_NO_NOUN: Final = _RELATIVE | _AUXILIARIES | _FINITE
_JOINING: Final = _PREPOSITIONS | _PARALLEL | _LINKED
_OPENS_OBJECT: Final = _DETERMINERS | _OBJECTS
_OPENS_PHRASE: Final = _OPENS_OBJECT | _PREPOSITIONS
_TAKING_UP: Final = _PRONOUNS | _POINTING
_NAMES_NOBODY: Final = _TAKING_UP | _DETERMINERS | _PREPOSITIONS
_PARTING: Final = _PARALLEL | _LINKED | _FINITE
_ENDS_SUBJECT: Final = _PARTING | _AUXILIARIES | _RELATIVE | _BE
_WORD: Final = re.compile(
    r"(?:[A-Z]\.){1,4}|(?:Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Col|Lt|Maj|Capt|Sgt|St|Prof|Jr|Sr)\."
    r"|[^\W_]+(?:[.'’&-][^\W_]+)*|[^\w\s]"
)
_CONTRACTED: Final = re.compile(r"n['’]t\Z|\A(?:i|you|he|she|it|we|they|there|that)['’]\w", re.I)
_DATE: Final = re.compile(
    rf"(?:{'|'.join([*WEEKDAYS, *(month for month in MONTHS if month != 'may')])})\Z", re.IGNORECASE
)
_MOST_WORDS: Final = 12
_MOST_CLAUSES, _FRONTED = 24, 60
_LIST_LOOK_BACK: Final = 60
_SEMICOLON: Final = re.compile(r";\s*")
_THAT: Final = re.compile(r"\s+that\s+")
_COMMA: Final = re.compile(r",\s+")
_ASIDE: Final = re.compile(r",\s(?:who|which|whose|where)\b[^,;]*(?:,|$)")


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_JOINT: Final = re.compile(rf"\s(?P<word>{_any_of(_PARALLEL | _LINKED)})\s")
_BREAK: Final = re.compile(r"(?:[,–—]|--)[\"”’]?\Z")
_OPENER: Final = re.compile(
    rf"\W{{0,3}}(?P<word>{_any_of((_BARE | _LINKED) - {'but', 'so'})})\s", re.IGNORECASE
)
_SINGULAR: Final = re.compile(r"\s+(?:was|is|has)\s")  # not "Smith and Roe were"
_Words = Sequence[re.Match[str]]


@lru_cache(maxsize=2048)
def find_clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in order; together they hold every character of it."""
    opener = _OPENER.match(sentence)
    openings = list(_openings(sentence, opener))
    if not openings or len(openings) > _MOST_CLAUSES:
        return (Clause(0, len(sentence), "opening", None),)
    first = subject_at(sentence, opener.end() if opener else 0)
    comma = _COMMA.search(sentence, 0, _FRONTED) if first is None else None
    if comma is not None and not _has_verb(sentence[: comma.start()]):
        first = subject_at(sentence, comma.end())  # "Days later, Roe was"
    starts: list[tuple[int, Joint, Span | None]] = [(0, "opening", first)]
    for start, joint, subject in openings:
        if _has_verb(sentence[starts[-1][0] : start]):
            starts.append((start, joint, subject))
    ends = [start for start, _, _ in starts[1:]] + [len(sentence)]
    return tuple(
        Clause(start, end, joint, subject)
        for (start, joint, subject), end in zip(starts, ends, strict=True)
    )


def _openings(sentence: str, opener: re.Match[str] | None) -> Iterator[tuple[int, Joint, Span]]:
    """Where a clause with its own subject and verb may start, in order."""
    found: dict[int, tuple[Joint, Span]] = {}
    for match in _SEMICOLON.finditer(sentence):
        if (subject := subject_at(sentence, match.end())) is not None:
            found[match.start()] = "parallel", subject
    for match in _JOINT.finditer(sentence):
        word = match["word"]
        pause = _BREAK.search(sentence, max(0, match.start() - 3), match.start())
        alone = pause is None and word == "and"
        bare = alone and _SINGULAR.search(sentence, match.end(), match.end() + _FRONTED)
        if pause is None and word not in _BARE and not bare:
            continue
        start = match.start() if pause is None else pause.start()
        subject = subject_at(sentence, match.end())
        if subject is None or (alone and not _SINGULAR.match(sentence, subject[1])):
            continue
        if word in ("and", "or", "nor") and _is_list(sentence, start):
            continue
        found[start] = ("linked" if word in _LINKED else "parallel"), subject
    if opener is not None and subject_at(sentence, opener.end()) is not None:
        for match in _COMMA.finditer(sentence):
            subject = subject_at(sentence, match.end())
            if subject is not None and _has_verb(sentence[: match.start()]):
                linked = opener["word"].lower() in _LINKED
                found.setdefault(match.start(), ("linked" if linked else "parallel", subject))
                break
    for start in sorted(found):
        yield start, *found[start]


def _is_list(sentence: str, comma: int) -> bool:
    """Whether the comma ends a list ("Aleppo, Hama, and Idlib were"), so that no clause starts."""
    before = sentence.rfind(",", max(0, comma - _LIST_LOOK_BACK), comma)
    return before >= 0 and not _has_verb(sentence[before + 1 : comma])


def subject_at(sentence: str, start: int) -> Span | None:
    """The subject that starts at an offset, where a finite verb follows it at once."""
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(sentence, start):
        words.append(match)
        if len(words) > _MOST_WORDS:
            break
    if not words or not _opens_noun(words):
        return None
    for place, word in enumerate(words):
        if place and (word.group().lower() in _RELATIVE or not word.group()[0].isalnum()):
            return None
        if _CONTRACTED.search(word.group()):
            # "they're", "can't": the verb is in the word, and a pronoun may be as well.
            return words[0].start(), words[max(0, place - 1)].end()
        if place and _is_finite(words, place):
            return words[0].start(), words[place - 1].end()
    return None


def _opens_noun(words: _Words) -> bool:
    low = words[0].group().lower()
    if not low[0].isalnum() or low in _NO_NOUN:
        return low == "that"
    if low in _JOINING and low != "at":
        return False
    if low.endswith("ed") and len(words) > 1:
        # "and criticized Obama": a verb, whose subject stands before; "armed groups" is a noun.
        after = words[1].group()
        return after.islower() and after not in _OPENS_PHRASE
    return low in _DETERMINERS or not low.endswith(("ing", "ly"))


def _is_finite(words: _Words, place: int) -> bool:
    low = words[place].group().lower()
    before = words[place - 1].group().lower() if place else ""
    if low in _AUXILIARIES:
        return before not in ("to", "not")
    if before in _PRONOUNS:
        return low in _FINITE or low.endswith("ed")
    if before in _DETERMINERS or before in _PREPOSITIONS or before in _BE:
        return False
    if low in _FINITE or low in _INTRANSITIVE:
        return True
    is_past = low.endswith("ed") and words[place].group()[0].islower()
    if not is_past or place + 1 >= len(words):
        return False
    # Behind a noun, a form in -ed may be a participle; with an object it is the verb.
    after = words[place + 1].group()
    if after in _PARTICLES and place + 2 < len(words):
        # "carried out strikes", never "strikes carried out by" or "in".
        after = words[place + 2].group()
        return after[0].isalnum() and after.lower() not in _JOINING
    return after[0].isupper() or after[0].isdigit() or after.lower() in _OPENS_OBJECT


def _has_verb(text: str) -> bool:
    words = list(_WORD.finditer(_ASIDE.sub(" ", text)))
    return any(
        _is_finite(words, place) or _CONTRACTED.search(words[place].group())
        for place in range(len(words))
    )


def stands_apart(sentence: str, anchor: Span, words: Span) -> bool:
    """Whether words belong to a clause other than the anchor's, which is complete without them.

    Never where the anchor's clause or the words take up something from elsewhere ("it", "there"),
    nor where one clause is the setting of the other ("After rebels fled, the army bombed Idlib").
    """
    clauses = find_clauses(sentence)
    mine, other = _holding(clauses, anchor), _holding(clauses, words)
    if mine is None or other is None or mine == other:
        return False
    here = clauses[mine]
    if not _has_own_subject(sentence, here, anchor):
        return False
    if not _lower_words(sentence[here.start : here.end]).isdisjoint(_POINTING):
        return False
    if _lower_words(sentence[slice(*words)]) <= _TAKING_UP:
        return False
    low, high = sorted((mine, other))
    if any(clause.joint == "linked" for clause in clauses[low : high + 1]):
        return False
    return _is_complete(sentence, here, anchor)


def is_not_subject(sentence: str, anchor: Span, words: Span) -> bool:
    """Whether the verb at the anchor surely has a subject other than the words.

    The subject that opens the anchor's clause counts against words of another clause, the one right
    before the anchor against all. Pronouns are nobody's fault: they may mean whom the words mean.
    """
    agent = sentence[anchor[1] : words[0]].strip() in ("by", "by the")  # "first reported by Roe"
    if agent or _lower_words(sentence[slice(*words)]) <= _TAKING_UP:
        return False
    if (near := subject_of(sentence, anchor)) is not None:
        return words[1] <= near[0] or near[1] <= words[0]
    clauses = find_clauses(sentence)
    mine, other = _holding(clauses, anchor), _holding(clauses, words)
    if mine is None or other is None or mine == other:
        return False
    return _has_own_subject(sentence, clauses[mine], anchor)


def names_own_subject(sentence: str, start: int) -> bool:
    """Whether a clause at an offset opens with a subject that names somebody and takes up nobody.

    No pronoun behind it, either, could mean somebody from before it.
    """
    subject = subject_at(sentence, start)
    if subject is None or not _is_full(sentence, subject):
        return False
    return _lower_words(sentence[start:]).isdisjoint(_POINTING)


def _has_own_subject(sentence: str, clause: Clause, anchor: Span) -> bool:
    """Whether the anchor stands behind a subject that opens its clause and names somebody."""
    subject = clause.subject
    return subject is not None and subject[1] <= anchor[0] and _is_full(sentence, subject)


def _holding(clauses: tuple[Clause, ...], span: Span) -> int | None:
    for place, clause in enumerate(clauses):
        if clause.start <= span[0] < clause.end:
            return place if span[1] <= clause.end else None
    return None


def _lower_words(text: str) -> frozenset[str]:
    return frozenset(match.group().lower() for match in _WORD.finditer(text))


def _is_full(sentence: str, subject: Span) -> bool:
    """Whether a subject names somebody: neither a pronoun nor a bare number."""
    words = [word.lower() for word in _WORD.findall(sentence, *subject)]
    return any(word not in _NAMES_NOBODY and not word.isdigit() for word in words)


def _is_complete(sentence: str, clause: Clause, anchor: Span) -> bool:
    """Whether the anchor's own clause says of what or where it is: a name, an object, a passive."""
    assert clause.subject is not None
    predicate = list(_WORD.finditer(sentence, clause.subject[1], clause.end))
    for word in predicate:
        if word.group()[0].isupper() and not _DATE.search(word.group()) and word.end() > anchor[0]:
            return True
    verb = [word.group().lower() for word in predicate if word.start() < anchor[1]]
    if any(word in _BE for word in verb):
        return True
    after = next((word.group().lower() for word in predicate if word.start() >= anchor[1]), "")
    return after in _OPENS_OBJECT or after[:1].isdigit()


def brings_other(sentence: str, cue: Span, said: Span, brings: Callable[[str], bool]) -> bool:
    """Whether other words are those that a cue brings, or another verb is what brings these.

    The clause of the words opens with somebody and a verb that `brings` them, and the cue stands in
    another ("while Jones said"); or they stand before a cue that a clause follows ("added that").
    """
    if said[1] <= cue[0] and (that := _THAT.match(sentence, cue[1])):
        return subject_at(sentence, that.end()) is not None
    clauses = find_clauses(sentence)
    mine, other = _holding(clauses, said), _holding(clauses, cue)
    if mine is None or other is None or mine == other:
        return False
    subject = clauses[mine].subject
    return subject is not None and subject[1] <= said[0] and brings(sentence[subject[1] : said[0]])


_ADVERB: Final = re.compile(
    r"(?:has|have|had|will|would|could|also|then|later|further|again|\w{2,}ly)\Z",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 120


@lru_cache(maxsize=2048)
def subject_of(sentence: str, verb: Span) -> Span | None:
    """The words right before a verb where they are surely its subject: "Roe" in ", Roe said".

    None for a passive, for a pronoun, and wherever the subject may start farther off.
    """
    before = list(_WORD.finditer(sentence, max(0, verb[0] - _LOOK_BACK), verb[0]))
    while before and _ADVERB.match(before[-1].group()):
        before.pop()
    taken: list[re.Match[str]] = []
    while before and _continues_subject(before):
        taken.insert(0, before.pop())
    if not taken or not _is_verb(sentence, verb, taken[-1].group()):
        return None
    span = taken[0].start(), taken[-1].end()
    if not _opens_noun(taken) or not _is_full(sentence, span) or not _parts(before):
        return None
    return None if _lower_words(sentence[slice(*span)]) & _POINTING else span


def _continues_subject(before: _Words) -> bool:
    word = before[-1].group()
    low = word.lower()
    return word[0].isalnum() and low not in _ENDS_SUBJECT


def _is_verb(sentence: str, verb: Span, before: str) -> bool:
    words = [word.lower() for word in _WORD.findall(sentence, *verb)]
    low = next((word for word in words if not _ADVERB.match(word)), "")
    if before.lower() in _OPENS_PHRASE or before.endswith(("'s", "’s", "s’", "s'")):
        return False
    if low in _BE:
        return False
    if words[0] in _MODALS and low:
        return True
    is_noun = low.endswith(("ers", "ors", "ents", "ions", "ists", "ings", "ss"))
    return low in _FINITE or low.endswith("ed") or (low.endswith("s") and not is_noun)


def _is_relative(word: re.Match[str]) -> bool:
    return word.group().lower() in _RELATIVE


def _parts(before: _Words) -> bool:
    """Whether what stands before a subject parts it from all that goes before."""
    if not before:
        return True
    word = before[-1].group().lower()
    if word == "that" and len(before) > 1:
        said = before[-2].group().lower()
        return said in _FINITE or said.endswith("ed")
    if word == "and" or (word == "once" and len(before) > 1 and _is_relative(before[-2])):
        return False  # "countries that once backed rebels"
    return word in _PARTING or word in ',;:“”"—–'
