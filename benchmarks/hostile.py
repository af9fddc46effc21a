"""How the cost of reading grows with texts made to be slow: `python -m benchmarks.hostile`.

Each text is read at a size and at four times that size; a linear reader takes about four times as
long, a quadratic one sixteen times. Growth above eight is marked.
"""

import time
from collections.abc import Callable, Mapping

from llmextract import Article, check
from llmextract.article.locate import Index
from llmextract.article.numbers.reader import find_quantities
from llmextract.article.regions import find_regions
from llmextract.article.sentences import split_sentences
from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.times.reader import find_times
from llmextract.judge.paraphrase.objections import judge_paraphrase
from llmextract.schemas import Claim, Event

_SIZE = 25_000
_TIMES = 4
_SUSPECT = 2 * _TIMES
_PIECES = (
    *("a", "1", " ", "1,", "1 ", "one ", "1-", ". . ", "[", "&amp;", "U.S. The ", "Tuesday "),
    *("since since early ", "between 1 and ", "at about 9:30 a.m. ", "the end of ", "\u0e42\u20ac"),
    *(
        "and Roe ",
        "Roe, ",
        "Roe, who fled, ",
        "a raid that killed it ",
        "\u2013 so ",
        "[not it] ",
        "is the man ",
    ),
    *("told a man ", "called it a ", "by men ", "involved in the ", "in Dorva and "),
    *(
        "**a** ",
        "[a](b) ",
        "no not ",
        "and he said ",
        "and shot ",
        "May 7 ",
        "A. ",
        "<a ",
        "\u201ca\u201d ",
    ),
)


def _readers() -> Mapping[str, Callable[[str], object]]:
    return {
        "sentences": split_sentences,
        "regions": find_regions,
        "index": lambda text: Index(text).locate("a quote that stands nowhere in it"),
        "figures": find_quantities,
        "times": find_times,
        "clauses": find_clauses,
        "judging": _judge,
        "a teller": _judge_told,
        "free text": lambda text: judge_paraphrase(text[: len(text) // 20], text),
    }


def _judge(text: str) -> object:
    """All rules on an event at both ends of one sentence."""
    record = {
        "sentences": [1],
        "trigger": "killed",
        "participants": [{"mention": "Ilan Hale", "role": "actor"}],
        "places": ["Kelm"],
        "figures": [{"count": "3", "kind": "injured", "of": "men"}],
        "reported_by": "Ilan Hale",
        "type": "other",
        "factuality": "negated",
    }
    article = Article(text=f"Ilan Hale, {text} killed with 3 men in Kelm, he said.")
    return check(article, [record], schema=Event)


def _judge_told(text: str) -> object:
    """All rules on a claim and an event that somebody tells whom one sentence names all over."""
    claim = {
        "sentences": [1],
        "source": "he",
        "source_name": "Roe",
        "cue": "said",
        "content": ["that it fell"],
        "time": "Monday",
        "speech_act": "support",
        "certainty": "certain",
        "polarity": "positive",
        "verification": "corroborated",
    }
    event = {
        "sentences": [1],
        "trigger": "fell",
        "participants": [{"mention": "Roe", "role": "actor"}],
        "time": "Monday",
        "reported_by": "Roe",
        "type": "other",
        "factuality": "occurred",
    }
    article = Article(text=f"Roe said that it fell, {text} in Dorva on Monday, he said.")
    return check(article, [claim], schema=Claim), check(article, [event], schema=Event)


def _seconds(read: Callable[[str], object], text: str) -> float:
    took: list[float] = []
    for _ in range(3):
        begin = time.process_time()
        read(text)
        took.append(time.process_time() - begin)
    return min(took)


def main() -> None:
    """Print the growth of every reader on every text."""
    for name, read in _readers().items():
        for piece in _PIECES:
            short, long = ((piece * (size // len(piece))) for size in (_SIZE, _TIMES * _SIZE))
            first, then = _seconds(read, short), _seconds(read, long)
            growth = then / max(first, 1e-4)
            mark = "  <-- more than linear?" if growth > _SUSPECT else ""
            print(f"{name:10} {piece!r:24} {1e3 * then:9.1f} ms  x{growth:4.1f}{mark}", flush=True)


if __name__ == "__main__":
    main()
