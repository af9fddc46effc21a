"""Whose words a sentence surely has: those of who alone speaks in it by name.

Of "Hale spoke. “We left,” said Ilan Roe" the quotation is none of Hale's.
"""

import re
from typing import Final

from llmextract.article.syntax.grammar import SUBJECTS
from llmextract.judge.rules.actors.aliases import is_renamed
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.rules.saying.pronouns import sole_speaker
from llmextract.judge.support import Evidence
from llmextract.judge.verdict import Span

# "Clerk Ilan Roe": at least two words of a name at the end.
_FULL_NAME: Final = re.compile(r"(?:\b[A-Z][\w’'.-]*\s){1,3}[A-Z][\w’'-]+\Z")
_PLURAL: Final = re.compile(r"[a-z]\w*(?:[^s]s|men|women|people|police)\Z", re.IGNORECASE)


def other_voice(evidence: Evidence, words: Span, said: Span) -> str | None:
    """The name of who alone speaks in the sentence of what is said, surely not these words.

    None where the words stand in that sentence too, and where they may mean the one who speaks.
    """
    article = evidence.article
    here, there = article.line_at(words.start), article.line_at(said.start)
    if here is None or there is None or here is there or words.exact.lower() in SUBJECTS:
        return None
    speaker = sole_speaker(there)
    name = _FULL_NAME.search(speaker) if speaker is not None else None
    if speaker is None or name is None:
        return None
    own = head_of(words.exact)
    if own in there.text or not (own[:1].isupper() or _PLURAL.match(own)):
        return None
    parts = {part.strip(".").lower() for part in words.exact.split()}
    if not parts.isdisjoint(part.strip(".").lower() for part in speaker.split()):
        return None
    is_other = any(is_renamed(article, words.exact, each) for each in (name[0], speaker))
    return None if is_other else speaker
