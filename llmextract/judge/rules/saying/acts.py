"""What is done by saying something, held against the words of saying: who condemns supports not.

By the usual names of such labels; those that are not known stay unchecked, as "report" does, which
all may be called. Only words that say one act by themselves are read, not "said" or "told".
"""

import re
from typing import Final

from llmextract.article.syntax.grammar import NOBODY, NOT, inflected, tokenise, words_of
from llmextract.ask.realis import realis_name
from llmextract.ask.shape import Label
from llmextract.judge.rules.saying.act_words import (
    ACCUSE,
    ACTS,
    BRIGHT,
    CALLING,
    COMMIT,
    CONDEMN,
    DENY,
    DISMAL,
    KNOWN,
    REQUEST,
    SUPPORT,
    TELL,
    THREATEN,
    TURNED,
    Act,
)
from llmextract.judge.spans import evidence_of, spans_in
from llmextract.judge.tree import GroupNode, LeafNode, Node
from llmextract.judge.verdict import Code, Span

# Of two words: "called on", "appealed for".
_CALLS: Final = re.compile(
    r"(?:.*\s)?(?:call(?:ed|s|ing)?\s(?:on|for|upon)|appeal(?:ed|s|ing)?\s(?:to|for))",
    re.IGNORECASE,
)
_CALLS_FOR: Final = Act(frozenset(), REQUEST, DENY | COMMIT | THREATEN | CONDEMN | ACCUSE | TELL)
# "Reaffirmed [its strong support for]", "We hope [that it holds]": who says so does it by that.
_UTTERS: Final = re.compile(
    r"(?:.*\s)?(?:express|voic|reaffirm|reiterat|affirm|convey|renew|underlin|stress)(?:e?[sd]|ing|es)?"
    r"\s(?:(?:my|our|his|her|its|their|the|an?|full|deep|strong|firm|unwavering|continued)\s){0,3}"
    r"(?P<word>support|solidarity|gratitude|thanks|condemnation|outrage|hope)\b",
    re.IGNORECASE,
)
_PERFORMS: Final = re.compile(
    r"[\"“‘']?(?:We|I)\s(?:(?:also|all|fully|firmly|\w+ly)\s){0,2}"
    r"(?P<word>condemn|denounce|deplore|support|back|welcome|praise|thank|commend|applaud|urge"
    r"|demand|hope|promise|pledge|vow)\s(?!no\b|not\b|nobody\b)"
)
# "Offered [to help]".
_OFFERS: Final = re.compile(r"(?:.*\s)?offer(?:ed|s|ing)?\sto", re.IGNORECASE)
_OFFERS_TO: Final = Act(frozenset(), COMMIT, DENY | REQUEST | THREATEN | CONDEMN | ACCUSE | TELL)
# Who says it so affirms something: what they deny needs a word for it.
_AFFIRMING: Final = inflected("announce insist claim affirm confirm assert proclaim")
_STATES: Final = inflected("announce claim affirm assert proclaim report reveal disclose")
_FEW: Final = 3
# So far what is said may open with "We express our".
_OPENING: Final = 60
# They do so too, and what they do besides is not told.
_TELLING: Final = _AFFIRMING | inflected(
    "admit* acknowledge concede confess report predict forecast expect estimate propose recommend"
    " order reveal disclose warn hope agree"
)
_DENYING_VERBS: Final = inflected(
    "deny refuse reject refute dismiss dispute fail lack contradict rebut* disavow disown exclude"
    " prevent avoid stop* cease end allege fabricate invent"
)
_DENYING_WORDS: Final = words_of(
    """
    without false falsely fake wrong untrue lie lies lying hoax myth nonsense baseless unfounded
    groundless absurd denial denials allegation allegations claim claims accusation accusations
    charge charges report reports rumor rumors rumour rumours innocent innocence unaware unable
    impossible contrary nor only instead rather but propaganda fiction rubbish misleading
    """
)
_MAY_DENY: Final = NOT | NOBODY | _DENYING_VERBS | _DENYING_WORDS
# Behind these words of praise or blame may follow: what somebody is urged to do may be support.
_BACKING: Final = inflected("support back vote elect endorse approve join help aid") | words_of(
    "unity solidarity yes"
)
# "I start by denying it": whoever says so backs nothing by it.
_OWN_DENIAL: Final = re.compile(
    r"\b(?:I|[Ww]e)(?:\s+(?!who\b|those\b|not\b|never\b|cannot\b|support\b)[\w’-]+){1,8}?"
    r"\s+(?:deny|denying|condemn|condemning|denounce|denouncing)\b"
)
_CITING: Final = re.compile(r"according to", re.IGNORECASE)
_TO_COME: Final = re.compile(
    r"\b(?:will|would|shall|can|could|may|might|must|should|to|if|unless|until|soon|next|if|going"
    r"|\w+['’](?:ll|re|s|d))\b",
    re.IGNORECASE,
)
# What somebody promises or threatens is to come; "the first to" and "able to" bring nothing of it.
_NOT_TO_COME: Final = re.compile(
    r"\b(?:first|last|only|next|able|unable|failed|refused|tried|due|according)\s+to\b", re.I
)
_MEANT: Final = re.compile(
    r"\b(?:ready|prepared|intend\w*|plan\w*|determined|committed|promise\w*|never|always|never"
    r"|continu\w*|stay\w*|remain\w*)\b",
    re.I,
)
# It comes of itself, and nobody does it: "the mutiny could spread".
_OF_ITSELF: Final = re.compile(
    r"(?:that\s+)?(?!(?:it|they|we|he|she|I|you)\b)[^,;:]{1,80}?\s(?:could|may|might)\s+(?:\w+ly\s+)?"
    r"(?:spread|become|worsen|exceed|rise|collapse|grow|deteriorate|fall|drop|lead|result|continue|occur"
    r"|happen|break|spill|last|double|increase|reach|escalate|erupt|return|follow|die|starve|suffer|run"
    r"|flood|sink|slide|shrink|shift|come|be\s+(?:delayed|lost|missed|short|worse))\b",
    re.IGNORECASE,
)
_COULD: Final = re.compile(r"\b(?:could|may|might)\b")
_WILL: Final = re.compile(r"\b(?:will|would|shall|going\s+to|ready|\w+['’](?:ll|d))\b", re.I)
_HARM: Final = re.compile(
    r"\b(?:punish|retaliat|reveng|aveng|strik|attack|kill|destroy|crush|hit|bomb|war|blow|respon|respond"
    r"|consequence|pay|harsh|fight|sanction|cut|block|shut|stop|clos|sue|prosecut|arrest|jail|expel"
    r"|withdraw|pull|leave|quit|resign|force|forc|boycott|tariff|retribution|vengeance|hell|fire|fury"
    r"|burn|execut|hunt|eliminat|wipe|make|teach|never|not|no|invad|march|storm|shell|raid|tak|seiz)\w*",
    re.I,
)
# What whoever says so is to do: "said [it would suspend] its work", "[we will march] on Dorva".
_OWN_DEED: Final = re.compile(
    r"(?:\A|[,\"“‘']\s?|\bthat\s)(?:that\s)?(?P<who>it|he|she|they|[Ww]e|I)"
    r"(?:['’]ll|\s(?:would|will|shall))\s(?:(?:also|now|soon|then|not|never|\w+ly)\s)?(?P<verb>[a-z]+)\b"
)
# Nobody does these by wanting to, and of "it" may be told what a thing does by itself.
_NO_DEED: Final = words_of(
    """
    be have become lose win need like love prefer take cost rain snow mean require lead depend cause
    affect make allow result happen occur collapse fall rise reach die suffer face seem look appear
    know want expect run last get feel see hear remain come end survive benefit struggle fail
    """
)
_OF_THINGS: Final = words_of(
    "open reopen close start begin resume continue stop return arrive help serve work cover include"
    " bring give create apply go stay move show provide"
)
_HARMS: Final = words_of(
    """
    march attack strike bomb shell shoot kill destroy crush hit storm invade raid seize burn punish
    retaliate avenge respond fight cut block shut expel execute hunt eliminate wipe target
    """
)
_SAYS: Final = inflected("add announce indicate state declare confirm assure") | words_of(
    "said say says saying wrote writes"
)
_PROMISES: Final = inflected("promise pledge")
_WARNS: Final = inflected("warn caution")
_THREATENS: Final = inflected("threaten")
# Without any of these nothing is backed by what somebody tells as a fact.
_FAVOUR: Final = re.compile(
    r"\b(?:support|back|welcom|prais|applaud|commend|laud|congratulat|thank|endors|hail|cheer|agree"
    r"|approv|accept|favou?r|solidarity|right|good|great|excellent|success|glad|happy|pleased|proud"
    r"|admir|honou?r|brave|courag|hero|stand|side|ready|help|join|vote|elect|aid|benefit|promis"
    r"|committed|commitment|importan|necess|justif|deserv|best|better|positive|progress|historic)\w*",
    re.IGNORECASE,
)
# "We will stop the country": who says so backs nobody by it.
_OWN_THREAT: Final = re.compile(r"\b(?:I|[Ww]e)(?:['’]ll|\s(?:will|shall|are\sgoing\sto))\s")
_NEUTRAL: Final = _SAYS | words_of("told tells tell to reporters")
# "We will answer": no request, whatever follows.
_OWN_WILL: Final = re.compile(r"[\"“‘']?(?:We|I)(?:['’]ll|\s+(?:will|shall|are\s+going\s+to))\s")
_ASKING: Final = re.compile(
    r"\b(?:please|let|must|should|you|your|need|hope|ask|urge|want)\b", re.I
)
# Who says so has done nothing, and accuses nobody.
_NO_PART: Final = re.compile(
    r"\b(?:no\s+(?:involvement|part|role|hand|responsibility|connection|aircraft\s+of\s+ours)"
    r"|no\s+(?:\w+\s+){1,3}of\s+ours|nothing\s+to\s+do\s+with"
    r"|(?:not|n['’]t|never)\s+(?:\w+ly\s+)?(?:been\s+)?(?:involved|responsible|behind))\b",
    re.I,
)
_CONTRASTING: Final = re.compile(r"\b(?:but|instead|rather|while|because|since)\b", re.I)
# Who "pleaded not guilty" denies it.
_PLEADS: Final = inflected("plead") | {"pled"}
_INNOCENT: Final = re.compile(r"(?:not\s+guilty|innocent|innocence)\b", re.IGNORECASE)
_PAST: Final = re.compile(r"\b(?:was|were|had|has been|have been)\b", re.IGNORECASE)


def keep_act(node: GroupNode, said: Node, anchor: LeafNode | None) -> None:
    """Reject a label of what is done by saying it that the words of saying contradict."""
    cue = evidence_of(anchor)
    if cue is None:
        return
    for leaf in node.children.values():
        if not isinstance(leaf, LeafNode) or not isinstance(leaf.shape, Label):
            continue
        name = realis_name(leaf.judged.verdict.value)
        if name not in ACTS or not leaf.judged.stands:
            continue
        own_deed = _own_deed(cue.exact, " ".join(span.exact for span in spans_in(said)))
        if own_deed is not None and name in TELL - _acts_with(cue.exact, own_deed):
            told = f"{cue.exact}, {own_deed.lstrip(' ,“‘')}"
            detail = f"{told!r} is said by who does something else than {name!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=told)
        elif name in TELL and (word := _uttered(cue.exact, spans_in(said))) is not None:
            detail = f"{cue.exact!r} is said by who does something else than {name!r}: {word!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=word)
        elif _is_another(name, cue.exact, spans_in(said)):
            detail = f"{cue.exact!r} is said by who does something else than {name!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=cue.exact)


def acts_told(cue: str | None) -> frozenset[str]:
    """The usual names of the act that words of saying tell; empty where they tell none."""
    words = tokenise(cue or "").words
    if cue is not None and (deed := _OWN_DEED.search(cue)) is not None:
        return _acts_with(cue[: deed.start()], deed[0])
    act = _act(words)
    if act is not None:
        return act.told
    return words_of("report") if not _AFFIRMING.isdisjoint(words) else frozenset()


def _uttered(cue: str, said: list[Span]) -> str | None:
    """The word for what is done in what is said: "support" of "reaffirmed its strong support"."""
    text = said[0].exact if said else ""
    if not (NOT | NOBODY).isdisjoint(tokenise(cue).words):
        return None
    performs = _PERFORMS.match(text)
    found = performs or _UTTERS.match(f"{cue} {text}") or _UTTERS.match(text[:_OPENING])
    return found["word"] if found is not None else None


def _own_deed(cue: str, text: str) -> str | None:
    """What whoever says so is to do by what they say, in a word: "it would suspend"; or None.

    Only where it stands first or is what a condition hangs on: "If they stay, we will march".
    """
    words = tokenise(cue).words
    found = _OWN_DEED.search(text)
    if found is None or not (NOT | NOBODY).isdisjoint(words):
        return None
    opens = found.start() == 0 or re.match(r"[\"“‘']?(?:[Ii]f|[Uu]nless)\s", text) is not None
    if not opens or found["verb"] in _NO_DEED:
        return None
    if not _WARNS.isdisjoint(words) or not _THREATENS.isdisjoint(words):
        return found[0] if found["verb"] in _HARMS else None
    is_said = _SAYS.issuperset(words) and found.start() == 0
    may_be_thing = found["who"] in ("it", "they") and found["verb"] in _OF_THINGS
    return found[0] if is_said and not may_be_thing else None


def _acts_with(cue: str, own_deed: str) -> frozenset[str]:
    """The usual names of what somebody does who says by such words what he is to do."""
    words = tokenise(cue).words
    harms = not _HARMS.isdisjoint(tokenise(own_deed).words)
    warns = not (_WARNS | _THREATENS).isdisjoint(words)
    return THREATEN if harms and warns else COMMIT


def _act(words: tuple[str, ...]) -> Act | None:
    """The act that words tell, where they tell one only and do not deny it."""
    if not (NOT | NOBODY).isdisjoint(words):
        return None
    if _CALLS.fullmatch(" ".join(words)):
        return _CALLS_FOR
    told = [act for act in KNOWN if not act.words.isdisjoint(words)]
    return told[0] if len(told) == 1 else None


def _is_another(name: str, cue: str, said: list[Span]) -> bool:
    """Whether words of saying, with what they bring, say another act than that of a label."""
    words = tokenise(cue).words
    text = " ".join(span.exact for span in said)
    content = frozenset(word for span in said for word in tokenise(span.exact).words)
    act = _act(words) or _act_with(cue, text)
    if act is not None and not (name in DENY and _pleads_innocent(words, text)):
        may_back = name in SUPPORT and not _BACKING.isdisjoint(content)
        if name in act.never and not may_back:
            return True
        if name in DENY and act.told & (ACCUSE | CONDEMN):
            return _MAY_DENY.isdisjoint(content - act.words) and bool(content)
    if _is_of_another_time(name, words, text) and (act is None or name not in act.told):
        return True
    if act is not None:
        return False
    if name in SUPPORT | CONDEMN | ACCUSE and not CALLING.isdisjoint(words):
        return _calls_otherwise(name, words, content)
    if name in SUPPORT:
        return _OWN_DENIAL.search(text) is not None or _is_without_favour(words, content, text)
    if name in DENY and not _TELLING.isdisjoint(words):
        return _MAY_DENY.isdisjoint({*content, *words} - _TELLING) and bool(content)
    if name in REQUEST:
        return bool(_OWN_WILL.match(text)) and not _ASKING.search(text)
    if name in ACCUSE:
        return bool(_NO_PART.search(text)) and not _CONTRASTING.search(text)
    if name in THREATEN and _CITING.search(cue):
        return _PAST.search(text) is not None and _TO_COME.search(text) is None
    return False


def _calls_otherwise(name: str, words: tuple[str, ...], content: frozenset[str]) -> bool:
    """Whether who calls somebody something blames where a label praises, or the other way."""
    other, same = (DISMAL, BRIGHT) if name in SUPPORT else (BRIGHT, DISMAL)
    is_turned = not TURNED.isdisjoint({*content, *words})
    return not is_turned and not other.isdisjoint(content) and same.isdisjoint(content)


def _is_without_favour(words: tuple[str, ...], content: frozenset[str], text: str) -> bool:
    """Whether what is stated as a fact, denied or threatened has no word of favour for anybody."""
    if not words or _FAVOUR.search(text):
        return False
    if _STATES.issuperset(words):
        return len(content) > _FEW
    hostile = _OWN_THREAT.search(text) is not None and _HARM.search(text) is not None
    return _NEUTRAL.issuperset(words) and (hostile or not (NOT | NOBODY).isdisjoint(content))


def _pleads_innocent(words: tuple[str, ...], text: str) -> bool:
    return not _PLEADS.isdisjoint(words) and _INNOCENT.match(text) is not None


def _act_with(cue: str, text: str) -> Act | None:
    """The act that words of saying tell with the first word of what they bring: "called [for]"."""
    first = text.split(maxsplit=1)[0] if text else ""
    both = f"{cue} {first}"
    if not (NOT | NOBODY).isdisjoint(tokenise(both).words):
        return None
    if _CALLS.fullmatch(both):
        return _CALLS_FOR
    return _OFFERS_TO if _OFFERS.fullmatch(both) else None


def _is_of_another_time(name: str, words: tuple[str, ...], text: str) -> bool:
    """Whether what is promised, threatened or asked for is past, or would do no harm."""
    if name in THREATEN and not _PROMISES.isdisjoint(words):
        return _HARM.search(text) is None
    warns = not _WARNS.isdisjoint(words) and _COULD.search(text) and not _WILL.search(text)
    if name in THREATEN and warns and _OF_ITSELF.match(text):
        return True
    open_to_come = name in COMMIT | THREATEN or (name in REQUEST and not _ASKING.search(text))
    if not open_to_come or not (NOT | NOBODY).isdisjoint(words):
        return False
    if warns and name in COMMIT:
        return True
    past = _PAST.search(text) is not None
    text = _NOT_TO_COME.sub(" ", text)
    return past and _TO_COME.search(text) is None and _MEANT.search(text) is None
