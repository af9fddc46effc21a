"""What a sentence says of the proof of what is said in it, right beside it.

"Roe claimed, without evidence, that it fell", "it fell, Roe said, a claim that could not be
verified": a record of it that says that nothing is told of its proof is wrong.
"""

import re
from typing import Final

from llmextract.article.syntax.saying import says
from llmextract.ask.markers import Beside
from llmextract.judge.spans import evidence_of, shared_sentence, spans_in, within
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode

_GIVING: Final = (
    r"(?:any|further|providing|presenting|offering|giving|citing|producing|showing|supplying"
    r"|furnishing|adducing|submitting|having|its|his|her|their|the|clear|concrete|hard|public|such)"
)
# "Without providing any evidence", and behind a comma the first words of it are a verb.
WITHOUT: Final = rf"without\s(?:{_GIVING}\s){{0,4}}(?:evidence|proof)"
_BETWEEN: Final = re.compile(rf",?\s{WITHOUT}\b")
_VERIFIED: Final = r"(?:verif|confirm|corroborat|substantiat|authenticat)(?:y|ied|ed|e)\b"
_NOT: Final = r"(?:could|can|has|have|had|was|were|is|are|did|does)(?:\s?not|n['’]t)\s"
# Behind all of it: "a claim that could not be verified", "but there was no evidence".
_BEHIND: Final = re.compile(
    rf",\s(?:(?=without\s[a-z]+ing\s){WITHOUT}\b"
    r"|(?:(?:but|and|though|although)\s)?(?:an?\s[a-z]+\s(?:that|which)|which|this|that|it"
    r"|(?:the|this|that|his|her|its|their)\s(?:claim|figure|number|toll|report|account|statement|allegation"
    rf"|assertion|version|accusation)s?)\s{_NOT}(?:(?:be|been|yet|immediately|\w+ly)\s){{0,3}}{_VERIFIED}"
    rf"|(?:but|and|though|although)\s(?:there\s(?:is|was|has\sbeen)|(?:gave|offered|provided|cited"
    rf"|presented|showed|produced))\sno\s(?:{_GIVING}\s)?(?:evidence|proof)\b(?!\sthat\b))",
)


def told_of_proof(evidence: Evidence, node: GroupNode) -> str | None:
    """The words right beside what is said that tell of its proof; None without any."""
    for slot, marker in node.group.ruled:
        if not isinstance(marker, Beside) or marker.within != "speech":
            continue
        cue, said = evidence_of(node.leaf(marker.of)), spans_in(node.children[slot.name])
        sentence = shared_sentence(evidence.article, cue, said[-1]) if said else None
        # "According to Hale, Roe said it fell, which could not be verified": it tells of Roe's.
        if cue is None or sentence is None or any(says(piece.exact) for piece in said):
            continue
        (start, end), (_, high) = within(sentence, cue), within(sentence, said[-1])
        before = within(sentence, said[0])[0] if said[0].sentence == cue.sentence else 0
        between = _BETWEEN.match(sentence.text, end) if start < before else None
        behind = _BEHIND.match(sentence.text, max(end, high))
        found = between or behind
        return found[0].strip(" ,") if found is not None else None
    return None
