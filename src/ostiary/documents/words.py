"""The words and sentences of a report, with their places in its text.

Furniture is left out here, so that nothing downstream can take it for what the report says.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter

from ostiary.documents.tables import read_column
from ostiary.model.reports import Report, Span

#: A word, a title or initial with its point, an initialism, a number, the possessive ending, or one mark.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Maj|St|Jr|Sr|Prof|Rev|Hon|Adm|Cmdr|Messrs|Pres|Rt)\."
    r"|Nos?\.(?=\s?\d)"
    r"|[A-Z]\.(?=\s[A-Z])"
    r"|\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|m|bn|k|s)\b)?"
    r"|''|``"
    r"|['’]s\b"
    r"|\w+(?:[-&]\w+|['’](?!s\b)\w+)*"
    r"|\S"
)
_ENDS = frozenset(".!?…")
_CLOSING = frozenset((*"\"'”’»)]", "''"))
_MARKS_OF_OPENING = frozenset((*"\"'“‘«([„", "''", "``"))
#: What runs on for longer is no sentence that anybody wrote; cut there, so that no rule looks further.
_LONGEST_SENTENCE = 250
_BULLET = re.compile(r"\s*[-•*–·]\s+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Words:
    """The readable words of a report in order.

    Attributes:
        text: The report's text.
        starts: Where each word starts in it.
        ends: Where each word ends.
        forms: Each word as written.
        lower: Each word in lower case, with straight apostrophes.
        sentences: The words of each sentence.
        sentence_of: Number of the sentence of each word.
        paragraph_of: Number of the paragraph of each sentence; one zone may hold several.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    lower: Sequence[str]
    sentences: tuple[range, ...]
    sentence_of: Sequence[int]
    paragraph_of: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, words: range) -> Span:
        """Return where a run of words stands, at least one."""
        return Span(self.starts[words.start], self.ends[words.stop - 1])

    def within(self, span: Span) -> range:
        """Return the words that lie wholly within a span."""
        first = bisect_left(self.starts, span.start)
        return range(first, max(first, bisect_right(self.ends, span.end)))

    def number_at(self, position: int) -> int:
        """Return the number of the word that holds a position, else of the next one; their count at the end."""
        return bisect_right(self.ends, position)

    def sentence_at(self, position: int) -> int:
        """Return the number of the sentence that holds a position, or of the next one."""
        number = min(self.number_at(position), len(self) - 1)
        return self.sentence_of[number] if number >= 0 else 0

    def sentence_span(self, sentence: int) -> Span:
        """Return where a sentence stands."""
        return self.span(self.sentences[sentence])

    def list_paragraphs(self) -> list[range]:
        """Return the words of each paragraph, in order."""
        grouped = groupby(zip(self.paragraph_of, self.sentences, strict=True), key=itemgetter(0))
        runs = ([sentence for _, sentence in found] for _, found in grouped)
        return [range(run[0].start, run[-1].stop) for run in runs]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_column("abbreviations.csv", "word"))


@cache
def _openers() -> frozenset[str]:
    return frozenset(read_column("sentence_openers.csv", "word"))


def split_words(report: Report) -> Words:
    """Return the words and sentences of a report's readable zones.

    A sentence never goes beyond its paragraph. An abbreviation ends a sentence only where the next word
    seldom follows it inside (``in the U.S. The``).
    """
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    sentences: list[range] = []
    paragraph_of: list[int] = []
    for paragraph, block in enumerate(_paragraphs(report)):
        first = len(starts)
        for found in _WORD.finditer(report.text, _after_bullet(report.text, block), block.end):
            starts.append(found.start())
            ends.append(found.end())
            forms.append(found.group())
        inside = _split_sentences(forms, ends, starts, range(first, len(starts)))
        sentences.extend(inside)
        paragraph_of.extend([paragraph] * len(inside))
    sentence_of = [number for number, words in enumerate(sentences) for _ in words]
    lower = [form.replace("’", "'").lower() for form in forms]
    return Words(report.text, starts, ends, forms, lower, tuple(sentences), sentence_of, tuple(paragraph_of))


def _paragraphs(report: Report) -> Iterable[Span]:
    for zone in report.zones:
        if zone.furniture:
            continue
        start = zone.span.start
        for gap in _BLANK_LINE.finditer(report.text, zone.span.start, zone.span.end):
            yield Span(start, gap.start())
            start = gap.end()
        yield Span(start, zone.span.end)


def _after_bullet(text: str, block: Span) -> int:
    """Return where a paragraph begins, past the mark of a list."""
    mark = _BULLET.match(text, block.start, block.end)
    return mark.end() if mark else block.start


def _split_sentences(
    forms: Sequence[str], ends: Sequence[int], starts: Sequence[int], words: range
) -> list[range]:
    sentences: list[range] = []
    first, at = words.start, words.start
    while at < words.stop:
        after = at + 1
        if forms[at][-1] in _ENDS:
            while after < words.stop and _closes(forms, starts, ends, after):
                after += 1
            if after < words.stop and _ends_sentence(forms, ends, starts, at, after):
                sentences.append(range(first, after))
                first = after
        elif at - first >= _LONGEST_SENTENCE:
            sentences.append(range(first, after))
            first = after
        at = after
    if first < words.stop:
        sentences.append(range(first, words.stop))
    return sentences


def _closes(forms: Sequence[str], starts: Sequence[int], ends: Sequence[int], at: int) -> bool:
    """Return whether a mark belongs to the sentence before it: it closes something, or is one more point."""
    if forms[at] in _ENDS:
        return True
    return forms[at] in _CLOSING and starts[at] == ends[at - 1]


def _ends_sentence(forms: Sequence[str], ends: Sequence[int], starts: Sequence[int], at: int, after: int) -> bool:
    if starts[after] == ends[after - 1]:
        return False
    following = forms[after]
    if following in _MARKS_OF_OPENING and after + 1 < len(forms):
        following = forms[after + 1]
        sure = forms[at] != "…" and not _abbreviates(forms, ends, starts, at)
        return sure or following[0].isupper()
    if not (following[0].isupper() or following[0].isdigit() or not following[0].isalnum()):
        return False
    return not _abbreviates(forms, ends, starts, at) or following.lower() in _openers()


def _abbreviates(forms: Sequence[str], ends: Sequence[int], starts: Sequence[int], at: int) -> bool:
    if len(forms[at]) > 1:
        return True
    before = at - 1
    if forms[at] != "." or before < 0 or ends[before] != starts[at]:
        return False
    word = forms[before]
    return (len(word) == 1 and word.isupper()) or word.lower() in _abbreviations()
