"""Words that look like those of a sort of deed and are none where they stand: "dealt a heavy blow".

Who "strikes back" flies no raid, who fights "for control" has taken nothing, nor who "still holds"
it, and "popular support" comes from no other state.
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import words_of
from llmextract.ask.markers import Signs
from llmextract.judge.rules.sorts.deeds import ALL, LAND

_BLASTS: Final = words_of("explosion air_drone_strike shelling_artillery_missile_attack")
_FROM_AFAR: Final = _BLASTS - {"explosion"}
_REGAINED, _OVERTAKEN = "government_regains_territory", "non_state_actor_overtakes_territory"
# Who says so only blames somebody, or sends some to look.
_NO_DEED: Final = re.compile(
    r"(?:accus|blam|alleg)\w*|loss|sen[dt]\w*\s.*|hit\s+by\s.*|struck\s+by\s.*", re.IGNORECASE
)
_SHOT: Final = re.compile(
    r"(?:(?:mortar|artillery|tank|rocket|shell|missile)s?\b.*)\s(?:struck|hits?|landed|slammed|crashed"
    r"|fell|exploded|ploughed|plowed|smashed)",
    re.IGNORECASE,
)
# A shape, the labels that it denies, and the one that it tells.
_FEW: Final = r"(?:[\w’'“”\"-]+\s+){0,4}?"
_IDIOMS: Final = (
    (
        re.compile(
            r"\b(?:deal(?:s|t|ing)?|deliver(?:s|ed|ing)?|suffer(?:s|ed|ing)?|inflict(?:s|ed|ing)?"
            rf"|land(?:s|ed|ing)?|(?:is|was|be|as))\s+{_FEW}blows?\b(?!\s+up)",
            re.IGNORECASE,
        ),
        _BLASTS | words_of("casualty_report"),
        "other",
    ),
    (
        re.compile(r"\b(?:str(?:ikes?|uck|iking)|hits?|hitting|fir(?:es?|ed|ing))\s+back\b", re.I),
        _FROM_AFAR,
        "armed_clash",
    ),
    (
        re.compile(
            r"\b(?:fight(?:s|ing)?|fought|battl\w+|clash\w*|struggl\w+|combat|vy(?:ing)|vies?|war)\b"
            r"[^.,;:]{0,80}?\s(?:for|over)\s+(?:the\s+)?control\s+of\b",
            re.IGNORECASE,
        ),
        LAND,
        "armed_clash",
    ),
    (
        re.compile(r"\b(?:repel|repuls|rebuff)\w*|\b(?:fend|ward|beat)\w*\s+(?:off|back)\b", re.I),
        LAND,
        "armed_clash",
    ),
    (
        re.compile(r"\bstill\s+(?:\w+ly\s+)?(?:controls?|holds?|occup(?:y|ies))\b", re.IGNORECASE),
        LAND,
        "other",
    ),
    # Who "controls 31 towns" regains none by it, nor who has taken a base of the army's.
    (
        re.compile(
            r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!may )(?<!under )\b(?:controls?|holds)\s+"
            r"(?:all|most|much|some|many|parts|more|over|about|at|nearly|almost|the|an?|several|[\d,]+|two"
            r"|three|four|five|six|seven|eight|nine|ten|[A-Z][\w’'-]+)\b",
        ),
        frozenset({_REGAINED}),
        "other",
    ),
    (
        re.compile(
            r"\b(?:captur(?:ed?|es|ing)|seiz(?:ed?|es|ing)|takes?|took|taken|taking|overr[au]n(?:s|ning)?|storm(?:ed|s|ing)?)"
            r"\s+(?:the\s+|an?\s+|\w+\s+){0,2}?(?:(?:bases?|outposts?|posts?|camps?|garrisons?|barracks"
            r"|positions|headquarters|strongholds?)\s+of\s+the\s+(?:regime|government|junta|army|military)\b"
            r"|(?:regime|government|junta|army|military|police)(?:['’]s)?\s+(?:\w+\s+)?(?:bases?|outposts?"
            r"|posts?|camps?|garrisons?|positions|strongholds?|stations?)\b)"
            r"(?!\s+(?:held|seized|captured|taken|occupied|lost|that|which))",
            re.I,
        ),
        frozenset({_REGAINED}),
        _OVERTAKEN,
    ),
    (
        re.compile(
            r"\b(?:popular|public|domestic|grassroots|electoral|voters?['’]?)\s+(?:support|backing)\b",
            re.IGNORECASE,
        ),
        words_of("foreign_support"),
        "other",
    ),
    (
        re.compile(
            r"\b(?:calls|appeals)\s+(?:for|on|upon)\b|\bcalls\b[^.,;:]{0,40}\burging\b",
            re.IGNORECASE,
        ),
        ALL - words_of("protest_riot"),
        "other",
    ),
    (
        re.compile(
            r"\b(?:on|general|hunger|sit-down|wildcat|solidarity)\s+strikes?\b", re.IGNORECASE
        ),
        ALL - words_of("protest_riot"),
        "protest_riot",
    ),
    (
        re.compile(r"\bpull(?:s|ed|ing)?\s+(?:out\s+of|back\s+from)\b", re.IGNORECASE),
        LAND | _FROM_AFAR,
        "withdrawal",
    ),
    (
        re.compile(
            r"\b(?:soldiers|troops|army|police|marines|commandos|government(?:\s+forces)?)\s+(?:\w+ly\s+|have\s+"
            r"|has\s+|had\s+)*(?:re(?:captur|gain|claim|cover|conquer|seiz|occup)\w+|retook|retaken|won\s+back"
            rf"|took\s+back|liberated|freed|wrested|captured|seized|took)\s+{_FEW}(?:[\w’'-]+\s+){{0,3}}?"
            r"from\s+(?:the\s+|\w+\s+)?(?:rebels?|insurgents?|militants?|jihadis?t?s?|guerr?illas?"
            r"|separatists?|extremists?|terrorists?|bandits|gangs?)\b",
            re.IGNORECASE,
        ),
        frozenset({_OVERTAKEN}),
        _REGAINED,
    ),
    (
        re.compile(
            r"\bsen(?:ds?|t|ding)\s+(?:(?!(?:troops|soldiers|forces|men|police|guards|ships|warships|units|and)\b)"
            r"[\w’'.,-]+\s+){0,5}?(?:food|aid|medicines?|supplies|tents|blankets|water|relief|flour|grain"
            r"|rice|wheat|fuel|money|vaccines|generators)\b(?!\s+(?:workers|convoys?|ships?|trucks?|and)\b)",
            re.IGNORECASE,
        ),
        words_of("troop_movement"),
        "other",
    ),
)
# A word of an object, or of those before it; none that may be the verb, or opens another phrase.
_WORD: Final = (
    r"(?:(?!(?:to|into|through|on|against|in|up|by|for|with|at|of|from|that|who|which|and|or|pulled|pull"
    r"|fell|fall|moved|went|came|drew|turned|held|fought|were|was|are|is|be|been|had|has|have"
    r"|trucks|tanks|vehicles|cars|buses|convoys?)\b)"
    r"[\w’'-]+\s+)"
)
# Shapes that open within the words for what happens: the verb is theirs, and its object tells.
_OBJECTS: Final = (
    # Whom somebody pushes back withdraws; who only "pushed back" or "drove back" may advance.
    (
        re.compile(
            r"\b(?:(?:push(?:ed|es|ing)?|dr[io]v(?:es?|ing)|forc(?:ed?|ing)|beat(?:ing)?|thr[eo]w(?:ing)?"
            rf"|roll(?:ed|ing))\s+{_WORD}{{1,5}}?back|push(?:ed|es|ing)?\s+back(?=\Z|\s+(?:the|an?|its|their|some"
            r"|several|two|three|many|all|any|more|[A-Z][\w’'-]*|[a-z-]+s)\b)(?!\s+(?:against|towards)\b)"
            rf"|(?:push(?:ed|es|ing)?|dr[io]v(?:es?|ing)|forc(?:ed|ing))\s+{_WORD}{{1,5}}?(?:\d[\d,.]*|[a-z]+)\s+"
            r"(?:kilomet(?:re|er)s?|km|miles?)\s+(?:\([^()]{1,30}\)\s+)?(?:away|back|from|out))\b"
        ),
        words_of("troop_movement"),
        "withdrawal",
    ),
    (
        re.compile(
            r"\b(?:slow|halt|stop|stall|block|hinder|hamper|imped|stem|thwart|delay|contain|obstruct|frustrat"
            r"|prevent|check)(?:s|p?ed|e[sd]?|p?ing|m(?:ed|ing))?\s+(?:down\s+)?(?:(?:the|their|its|an?|any|this"
            rf"|further|[A-Z][\w’'-]+)\s+)?{_WORD}{{0,3}}?advances?\b"
        ),
        words_of("troop_movement"),
        "other",
    ),
    # Who comes to the help of his own takes nothing by it.
    (
        re.compile(
            r"\benter(?:ed|s|ing)?\b[^.,;:]{1,120}?\sto\s(?:\w+ly\s)?(?:support|reinforce|bolster|back|relieve"
            r"|strengthen|assist|help|join|aid|escort|supply)\b"
        ),
        LAND,
        "troop_movement",
    ),
    (
        re.compile(
            r"\benter(?:ed|s|ing)?\b[^.,;:]{1,60}?\s(?:with|in)\s(?:an?|the|its|their|two|three|several|large)\s"
            r"[^.,;:]{0,40}?(?:convoys?|columns?|reinforcements)\b"
        ),
        frozenset({_REGAINED}),
        "troop_movement",
    ),
    # What is restored is no place, but for the control of one.
    (
        re.compile(
            r"\brestor(?:ed?|es|ing|ation\s+of)\s+(?!(?:[\w’'-]+\s+){0,5}?(?:control|authority|rule|sovereignty"
            r"|grip|hold|presence|integrity)\b)[\w’'-]+",
            re.IGNORECASE,
        ),
        LAND,
        "other",
    ),
    (
        re.compile(
            r"\b(?:recover(?:ed|s|ing)?\s+(?:from\b|(?:[\w’'-]+\s+){0,4}?(?:bod(?:y|ies)|corpses?|remains|wreckage"
            r"|weapons?|ammunition|drugs|money|documents|debris)\b)|secur(?:ed?|es|ing)\s+(?:[\w’'-]+\s+){0,4}?"
            r"(?:release|deal|agreement|ceasefire|truce|funding|loan|victory|win|seats?|nomination|votes?"
            r"|majority|contract|conviction|passage|support)\b|enter(?:ed|s|ing)?\s+(?:into\s+)?(?:[\w’'-]+\s+){0,3}?"
            r"(?:talks|negotiations|agreement|office|service|force|effect|race|fray|plea|pact|coalition)\b"
            r"|(?:takes?|took|taken|taking)\s+(?:part|office|steps|measures|action|note|shelter|refuge"
            r"|responsibility|credit|questions|stock|account|advantage|(?:an|the)\s+oath|to\s+the\s+streets)\b"
            r"|f(?:ell|alls?|allen|alling)\s+(?:by|ill|short|apart|sick|asleep|silent|below|behind)\b)",
            re.IGNORECASE,
        ),
        LAND,
        "other",
    ),
    (
        re.compile(
            r"\breach(?:ed|es|ing)?\s+(?:[\w’'-]+\s+){0,4}?(?:agreement|deal|accord|truce|ceasefire|compromise"
            r"|consensus|settlement|pact)\b",
            re.IGNORECASE,
        ),
        LAND,
        "agreement",
    ),
    # What is felt or feared over something is none of it.
    (
        re.compile(
            r"\b(?:concerns?|alarm|worry|worries|fears|regrets?"
            r"|condolences|outrage|anger|dismay|hopes|doubts|disappointment|sorrow|grief|shock|sadness)\s+"
            r"(?:over|about|at|for|that|regarding)\b",
            re.IGNORECASE,
        ),
        ALL,
        "other",
    ),
)
# Who is pushed back, and what is only helped from the air.
_CAUSES: Final = (
    (
        re.compile(
            r"\b(?:was|were|been|being|are|is|be|got)\s+(?:\w+ly\s+)?(?:pushed|driven|forced|beaten|thrown"
            r"|rolled)\s+back\b"
        ),
        words_of("troop_movement"),
        "withdrawal",
    ),
    (
        re.compile(
            r"\bair-(?:supported|backed|covered|assisted|aided)\s(?:[\w’'-]+\s){1,4}?(?:neutrali[sz]ed|killed)\b"
        ),
        words_of("air_drone_strike"),
        "casualty_report",
    ),
    (
        re.compile(rf"\bair-(?:supported|backed|covered|assisted|aided)\s{_FEW}[\w’'-]+"),
        words_of("air_drone_strike"),
        "other",
    ),
)
_SHAPES: Final = (*_IDIOMS, *_OBJECTS, *_CAUSES)
_OPENING: Final = frozenset(shape for shape, _, _ in _OBJECTS)
_TAKING_PLACE: Final = re.compile(r"\bt(?:ak(?:es?|en|ing)|ook)\s+place\b", re.IGNORECASE)
_TAKING: Final = LAND | words_of("abduction_detention")
_LOSS: Final = re.compile(r"\s+of\s+(?P<name>[A-Z][\w’'-]+)")
_LOST: Final = re.compile(r"\bloss\Z", re.IGNORECASE)
_LOSS_INSIDE: Final = re.compile(r"\bloss\s+of\s+(?P<name>[A-Z][\w’'-]+)", re.IGNORECASE)
# "The loss of Dorva was a blow to the government": others have taken it.
_WHOSE: Final = re.compile(
    r"\s*(?:loss\s+)?of\s[^.;:]{1,90}?\s(?:to|for|by)\s(?:[\w’']+\s){0,3}(?:government|regime|army)\b",
    re.IGNORECASE,
)
_RUIN: Final = re.compile(r"\b(?:destr(?:oy|uct)\w*)\b", re.IGNORECASE)
_ARMS: Final = re.compile(
    r"\b(?:weapon|arm|ammunition|munition|missile|rocket|drone|uav|bomb|mine|explosive|shell|grenade|tank"
    r"|vehicle|armou?r|aircraft|plane|jet|warplane|helicopter|artillery|launcher|depot|cache|radar|batter"
    r"|boat|ship|vessel|equipment|gun|howitzer|mortar|rifle|device|torpedo|warhead|stockpile|arsenal"
    r"|warehouse|convoy|truck|launch|system|laborator|factor|workshop|mortar|submarine)\w*",
    re.IGNORECASE,
)
_NEAR: Final = 80


def only_looks_so(text: str, start: int, end: int, label: str, marker: Signs) -> str | None:
    """The words by which text[start:end] is not of a sort whose signs it has, or None."""
    low, high = max(0, start - _NEAR), min(len(text), end + _NEAR)
    for shape, labels, _ in _SHAPES:
        if label not in labels:
            continue
        first = start if shape in _OPENING else low
        found = next(
            (m for m in shape.finditer(text, first, high) if m.start() < end and start < m.end()),
            None,
        )
        if found is not None and not _tells_it_too(text, (start, end), found, label, marker):
            return found[0]
    place = _TAKING_PLACE.search(text, start, end)
    if label in _TAKING and place is not None:
        around = text[low : place.start()] + text[place.end() : high]
        return None if _has_sign(around, label, marker) else place[0]
    if label == "disrupted_weapons_use" and (ruin := _RUIN.search(text, start, end)):
        return None if _ARMS.search(text) else ruin[0]
    return None


def kind_of(words: str | None) -> frozenset[str]:
    """The usual name of the sort that such words tell: "armed_clash" of "strikes back"."""
    if words is None:
        return frozenset()
    if _WHOSE.fullmatch(words):
        return words_of("non_state_actor_overtakes_territory")
    if _SHOT.fullmatch(words):
        return words_of("shelling_artillery_missile_attack")
    if _NO_DEED.fullmatch(words):
        return words_of("other")
    told = next((name for shape, _, name in _SHAPES if shape.fullmatch(words)), None)
    return frozenset({told or "other"}) if told or _RUIN.fullmatch(words) else frozenset()


def _tells_it_too(
    text: str, told: tuple[int, int], found: re.Match[str], label: str, marker: Signs
) -> bool:
    """Whether what is told has another sign of the sort besides: "fought for control and took"."""
    start, end = told
    rest = text[start : max(start, found.start())] + " " + text[min(end, found.end()) : end]
    return _has_sign(rest, label, marker) and not _ahead(found)


def _ahead(found: re.Match[str]) -> bool:
    return re.match(r"repel|repuls|rebuff|fend|ward|beat", found[0], re.IGNORECASE) is not None


def _has_sign(text: str, label: str, marker: Signs) -> bool:
    return marker.allow(label, tuple(re.findall(r"[^\W\d_]+", text.lower())))


def town_lost(article: Article, text: str, start: int, end: int) -> str | None:
    """The place of which text[start:end] tells the loss, which is no toll: "the loss of Dorva"."""
    found = _LOSS_INSIDE.search(text, start, end)
    if found is None and _LOST.search(text, start, end):
        found = _LOSS.match(text, end)
    if found is None:
        return None
    name = found["name"]
    place = re.escape(name)
    at_place = (
        rf"\b(?:in|near|from|towards?|outside|around|(?:fall|control|much|most|parts|siege|city|town"
        rf"|outskirts)\s+of)\s+{place}\b"
    )
    if not re.search(at_place, article.text):
        return None
    whose = _WHOSE.match(text, found.start())
    return whose[0].strip() if whose else name
