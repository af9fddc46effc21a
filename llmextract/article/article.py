"""An article: its text exactly as given, and what can be pointed at in it."""

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

from llmextract.article.location import Location, Range
from llmextract.errors import InputError, reason_of

if TYPE_CHECKING:
    # The patterns of the reader take longer to load than everything else here.
    from llmextract.article.locate import Index
    from llmextract.article.retold import Retold
    from llmextract.article.sentences import Sentence
    from llmextract.article.skim import Skim

# Files that hold an article a line.
LINES = frozenset({".jsonl", ".ndjson"})
_ONE_LINE = dict.fromkeys(map(ord, "\n\r\t"), " ")


@dataclass(frozen=True)
class Article:
    """A news article; every offset the library gives is a half-open code-point range of `text`.

    `text` is never altered: no line break, mark or space is normalised. `published` is what
    relative dates ("Tuesday") are resolved against; of a moment its day is kept. Without an `id`,
    the first 12 hex digits of `sha256` serve. Raises `InputError` for what is no text or no date.
    """

    text: str
    id: str = ""
    published: date | None = None
    title: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        # Programs without type checks hand over what JSON gave them.
        text, published = cast("object", self.text), cast("object", self.published)
        if not isinstance(text, str):
            raise InputError(f"an article: text is no string but {text!r:.80}")
        if not isinstance(cast("object", self.id), str):
            raise InputError(f"an article: id is no string but {self.id!r:.80}")
        if isinstance(published, datetime):
            # A moment is a date to Python, and its hours would be those of every "Tuesday".
            object.__setattr__(self, "published", published.date())
        elif not isinstance(published, date | None):
            raise InputError(
                f"an article: published is {published!r:.80}; give a datetime.date, "
                f"such as date.fromisoformat('2024-12-04')"
            )
        if not self.id:
            object.__setattr__(self, "id", self.sha256[:12])

    @classmethod
    def from_file(cls, path: str | Path, *, published: date | None = None) -> Self:
        """Read a UTF-8 text file; its id is the file name without folder and extension.

        Bytes are decoded and nothing else: line ends and a byte-order mark stay in the text.
        Raises `InputError` for a file that is missing, empty, no UTF-8 text or JSON Lines.
        """
        path = Path(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(f"{path}: {reason_of(error)}; check the path") from error
        if path.suffix.lower() in LINES:
            raise InputError(
                f"{path}: JSON Lines, which hold an article a line, are no text of one; save that "
                f"text into a .txt file (in the library: Article(text, id=...) of its line)"
            )
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(
                f"{path}: not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start}); "
                f"{_remedy(data)}"
            ) from error
        return cls(text=refuse_unreadable(text, str(path)), id=path.stem, published=published)

    @cached_property
    def sha256(self) -> str:
        """The digest of the text as UTF-8, in hex."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def sentences(self) -> "tuple[Sentence, ...]":
        """The sentences in order, numbered from 1; each knows the region it stands in."""
        from llmextract.article.sentences import split_sentences

        return split_sentences(self.text)

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """The abbreviations that the text defines behind a name, and the names."""
        from llmextract.article.abbreviations import abbreviations

        return abbreviations(self.text)

    @cached_property
    def retold(self) -> "Retold | None":
        """The article told in the past; None where no sentence is in the present tense."""
        from llmextract.article.retold import retell

        return retell(self)

    @cached_property
    def index(self) -> "Index":
        """The searchable view of the text, built once, for the quotes that need it."""
        from llmextract.article.locate import Index

        return Index(self.text)

    @cached_property
    def _skim(self) -> "Skim":
        from llmextract.article.skim import Skim

        return Skim(self.text)

    def locate(self, quote: str, *, within: Sequence[Range] | None = None) -> Location:
        """Find where the article says `quote`: lenient on form, strict on content.

        `within` restricts the search to code-point ranges, as the cited sentences. A quote that
        stands nowhere gives status `not_found`, with a code and the nearest text. Raises
        `InputError` for a quote that is no string.
        """
        if not isinstance(cast("object", quote), str):
            raise InputError(f"a quote is a string, not {quote!r:.80}")
        location = self._skim.locate(quote, within) or self.index.locate(quote, within)
        if location.start is None or (sentence := self.sentence_at(location.start)) is None:
            return location
        return location.placed(sentence.number, str(sentence.region))

    def sentence_at(self, offset: int) -> "Sentence | None":
        """The sentence that holds a code-point offset, or the one just before it."""
        place = bisect_right(self._starts, offset) - 1
        return self.sentences[place] if place >= 0 else None

    def line_at(self, offset: int) -> "Sentence | None":
        """The sentence at an offset, its text on one line."""
        place = bisect_right(self._starts, offset) - 1
        return self.lines[place] if place >= 0 else None

    @cached_property
    def lines(self) -> "tuple[Sentence, ...]":
        """The sentences, the text of each on one line for rules that look for phrases."""
        return tuple(
            [
                each._replace(text=one_line(each.text)) if "\n" in each.text else each
                for each in self.sentences
            ]
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


def refuse_other(article: object) -> None:
    """Raise `InputError` for what is no article, such as its text alone."""
    if not isinstance(article, Article):
        raise InputError(
            f"an Article is needed, not a {type(article).__name__}: give Article(text), "
            f"or Article.from_file(path)"
        )


def _remedy(data: bytes) -> str:
    """How bytes that are no UTF-8 become it; of archives and pictures latin1 would make noise."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "convert it first: iconv -f utf-16 -t utf-8"
    if b"\0" in data:
        return "it holds NUL bytes, so it is no text; unpack it, or save its text as UTF-8"
    return "convert it first, for example with: iconv -f latin1 -t utf-8"


def one_line(text: str) -> str:
    """A text without line breaks, every other character where it was."""
    return text.translate(_ONE_LINE) if "\n" in text else text


def refuse_unreadable(text: str, name: str) -> str:
    """Give `text` back, or raise `InputError` naming `name` where it holds no article."""
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise InputError(f"{name}: empty; there is nothing to extract from")
    if "\0" in text:
        raise InputError(
            f"{name}: holds NUL characters, so it is no text; give UTF-8 text or JSON Lines"
        )
    return text
