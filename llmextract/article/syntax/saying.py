"""Whether a sentence has words of saying: without any, it tells of nobody that they said so."""

import re
from functools import lru_cache

# Stems, most with any ending: "report", "reported", "reports", "reportedly".
_STEMS = (
    "say says said saying tell tells told telling report announc claim state states stated stating"
    " statement note notes noted noting add adds added adding affirm confirm den(?:y|ie) declar"
    " describ explain insist warn accus alleg argu assert believ cite cites cited citing citation"
    " comment conclud condemn disclos estimat find finds found finding hint indicat inform"
    " investigat learn maintain mention monitor observ point pointed points put puts quot"
    " reaffirm recall record releas remark repl(?:y|ie) reveal show shows showed shown showing"
    " stress suggest testif tweet urg vow writ wrote post posted posts publish broadcast air aired"
    " document count counts counted according accord per via source sources spokes interview survey"
    " study data figures register verif acknowledg admit allud appeal ask assess assum call calls"
    " called calling caution complain conced contend counter-claim declin demand dismiss emphasi"
    " expect fear hear heard hope imply implie judg know knew predict promis propos question"
    " reckon recount refer regard reiterat reject relat relay repeat report request respond"
    " speculat sp(?:eak|oke) swear swore tally talk testimon think thought threaten toll translat"
    " view vouch voice footage video image poll briefing conference communiqu"
)
_WHOLE = frozenset(
    "say says said saying tell tells told telling state states stated stating note notes noted"
    " noting add adds added adding cite cites cited citing find finds found finding point pointed"
    " points put puts show shows showed shown showing post posted posts air aired count counts"
    " counted per via source sources call calls called calling hear heard know knew".split()
)
_SAYING = re.compile(
    r"\b(?:"
    + "|".join(stem if stem in _WHOLE else rf"{stem}\w*" for stem in _STEMS.split())
    + r")\b|[\"\u201c\u201d\u00ab\u00bb]|:(?=\s)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def speaks(sentence: str) -> bool:
    """Whether a sentence may attribute anything to anybody: a word of saying, a quotation."""
    return _SAYING.search(sentence) is not None
