"""Speech that a single sentence cuts short: the rest of the quotation is read by code."""

from llmextract.article.article import Article, one_line
from llmextract.article.quotation import is_quoted, whole_speech
from llmextract.ask.wire import MOST_SENTENCES, Json, JsonObject


def with_whole_speech(
    article: Article, names: tuple[str, str], record: JsonObject, number: int
) -> JsonObject:
    """The record with the whole of what is said, where its words are part of a longer quotation.

    `names` are the fields of what is said and of what brings it. A model that was shown the
    sentence of this `number` alone could not point at the rest. What brings the speech must stand
    outside of it: words said within a quotation are not its speaker's.
    """
    said, cue = (record.get(name) for name in names)
    sentence = article.sentences[number - 1]
    if not (isinstance(said, list) and said and isinstance(cue, str)):
        return record
    text, around = article.text, article.sentences
    shown = one_line(text)  # as a model is shown it
    brought = shown.find(cue, sentence.start, sentence.end)
    if brought < 0 or is_quoted(text, around, number, brought, brought + len(cue)):
        return record
    spoken = [piece for piece in said if isinstance(piece, str)]
    places = [
        (at, at + len(p))
        for p in spoken
        if (at := shown.find(p, sentence.start, sentence.end)) >= 0
    ]
    speeches = [whole_speech(text, around, number, *place, most=MOST_SENTENCES) for place in places]
    before = next((each.before for each in speeches[:1] if each), ())
    behind = next((each.behind for each in speeches[-1:] if each), ())
    if not before and not behind:
        return record
    numbers = dict.fromkeys([*(n for n, _ in before), number, *(n for n, _ in behind)])
    return {
        **record,
        "sentences": list[Json](numbers),
        names[0]: [*(words for _, words in before), *said, *(words for _, words in behind)],
    }
