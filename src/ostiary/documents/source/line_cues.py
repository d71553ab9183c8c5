"""Lines that give themselves away by their wording: advertisements, calls to read on, credits, crew lists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.marks import Mark, Marks
from ostiary.documents.tables import read_table
from ostiary.model.reports import ZoneKind

PACKAGE = "ostiary.documents.source"

#: No cue of the table takes a longer line.
_LONGEST_LINE = 450
#: Some archives set such lines in quotation marks; speech has words beside its marks.
_BOTH_MARKS = 2
_BRACKETS = "([{)]}|\u2022*_~ "
_END_MARKS = ".:!\u2026 "
_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\xa0": " "})
_REASONS: Mapping[ZoneKind, str] = {
    "advertisement": "the words of an advertisement",
    "byline": "says who made the report",
    "photo credit": "says whose picture it is",
    "caption": "the words of a picture's caption",
}


@dataclass(frozen=True, slots=True)
class LineCue:
    """One row of the table of lines.

    Attributes:
        kind: The zone that it tells.
        at: ``start``, ``end`` or ``whole``.
        words: The cue, in lower case.
        longest: Characters that the line has at most.
        holds: Words of which one must stand in the line too; empty for no such condition.
    """

    kind: ZoneKind
    at: str
    words: str
    longest: int
    holds: frozenset[str]

    def fits(self, line: str) -> bool:
        """Return whether a plain line (see :func:`plain_line`) is of this sort."""
        if len(line) > self.longest or not self._stands_in(line):
            return False
        return not self.holds or not self.holds.isdisjoint(_words(line[len(self.words) :]))

    def _stands_in(self, line: str) -> bool:
        if self.at == "whole":
            return line.strip(_END_MARKS) == self.words
        if self.at == "end":
            line = line.rstrip(_END_MARKS)
            return line.endswith(self.words) and not line[: -len(self.words)][-1:].isalnum()
        if not line.startswith(self.words):
            return False
        return not (self.words[-1].isalnum() and line[len(self.words) :][:1].isalnum())


def _words(text: str) -> Iterator[str]:
    return (word.strip(".,:;!?\"'()") for word in text.split())


def straighten(text: str) -> str:
    """Return a text with straight quotation marks and plain spaces, as long as before."""
    return text.translate(_STRAIGHT)


def plain_line(text: str) -> str:
    """Return a line as the tables write it: lower case, straight quotation marks, nothing around it."""
    line = straighten(text).casefold().strip(_BRACKETS)
    quoted = line.count('"') == _BOTH_MARKS and line.startswith('"') and line.endswith('"')
    return line.strip('"') if quoted else line


@cache
def _cues() -> tuple[Mapping[str, Sequence[LineCue]], Mapping[str, Sequence[LineCue]]]:
    """Return the cues that begin a line or are all of it by their first word, the others by their last."""
    first: dict[str, list[LineCue]] = {}
    last: dict[str, list[LineCue]] = {}
    for row in read_table("line_cues.csv", PACKAGE):
        holds = frozenset(filter(None, row["holds"].split("|")))
        cue = LineCue(cast("ZoneKind", row["kind"]), row["at"], row["cue"], int(row["longest"]), holds)
        words = cue.words.split()
        table, key = (last, words[-1]) if cue.at == "end" else (first, words[0])
        table.setdefault(_key(key), []).append(cue)
    return first, last


def _key(word: str) -> str:
    """Return a word without the marks at its ends, or the word if it is only marks."""
    return word.strip(".,:;!?\u2026\"'") or word


def find_cued_lines(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield the lines that a cue of the table tells, with their zones."""
    first, last = _cues()
    for number, block in enumerate(blocks):
        if len(block.text) > _LONGEST_LINE:
            continue
        line = plain_line(block.text)
        words = line.split()
        if number in taken or not words:
            continue
        cues = (*first.get(_key(words[0]), ()), *last.get(_key(words[-1]), ()))
        found = next((cue for cue in cues if cue.fits(line)), None)
        if found:
            reason = _REASONS.get(found.kind, "points away from the report")
            yield number, Mark(found.kind, f"{reason}: \u201c{found.words}\u201d")
