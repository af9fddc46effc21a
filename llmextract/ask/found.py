"""What a model may point at beside words: the figures and times that the readers read."""

from collections.abc import Sequence

from llmextract.article.numbers.reader import find_quantities, stands_as_figure
from llmextract.article.sentences import Sentence
from llmextract.article.times.reader import find_times
from llmextract.ask.wire import Found


def find(window: Sequence[Sentence]) -> Found:
    """All that a window has, sentence by sentence."""
    texts = [sentence.text for sentence in window]
    return Found(
        sentences=tuple(sentence.number for sentence in window),
        figures=tuple(dict.fromkeys(each for text in texts for each in figures(text))),
        times=tuple(dict.fromkeys(each for text in texts for each in times(text))),
    )


def figures(sentence: str) -> list[str]:
    """The figures of a sentence, in its words, each once."""
    found = (figure for figure in find_quantities(sentence) if stands_as_figure(sentence, figure))
    return list(dict.fromkeys(sentence[figure.start : figure.end] for figure in found))


def times(sentence: str) -> list[str]:
    """The times of a sentence, in its words, each once."""
    return list(dict.fromkeys(sentence[time.start : time.end] for time in find_times(sentence)))
