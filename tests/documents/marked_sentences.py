"""Sentences with marks, as the tables of stance write them: ``{source} <cue> [[content]] *id:party*``."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ostiary.documents.words import Words, split_words
from ostiary.model.claims import Attribution, Claim, Form, Link
from ostiary.model.reports import Mention, Report, Span, Voice, Zone

OUTLET = "The Courier"
DATA = Path(__file__).parent / "data"
_MARK = re.compile(r"\[\[|\]\]|[{}<>]|\*(\w+)([~^]?):|\*")


def read_cases(name: str) -> list[dict[str, str]]:
    """Return the rows of a table beside the tests; lines that start with # are remarks."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, and what they marked."""

    report: Report
    words: Words
    mentions: tuple[Mention, ...]
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]

    def texts(self, spans: tuple[Span, ...]) -> list[str]:
        return [self.report.text[span.start : span.end] for span in spans]

    def attribution(self, cue_word: str, cue_kind: str = "say", *, negated: bool = False) -> Attribution:
        assert self.cue
        quoted = [self.report.text[span.start] in '"“' for span in self.content]
        form: Form = "direct" if all(quoted) else "indirect"
        return Attribution(
            self.cue,
            self.content,
            self.source,
            cue_word,
            cue_kind,
            form,
            0,
            negated=negated,  # type: ignore[arg-type]
        )

    def claim(self, stance: str = "asserted") -> Claim:
        links = [Link(OUTLET, "outlet", relation="publishes")]
        voice = None
        if self.source:
            name = self.report.text[self.source.start : self.source.end]
            kind = "outlet" if name.endswith("Post") else "person"
            voice = Voice("r1:v1", name, kind, spans=(self.source,))  # type: ignore[arg-type]
            links.append(Link(name, kind, "r1:v1", self.source))  # type: ignore[arg-type]
        elif self.cue:
            links.append(Link("not named", "unknown"))
        whole = (Span(0, len(self.report.text)),)
        return Claim(
            "r1:c1",
            "r1",
            self.content or whole,
            attributed=bool(self.cue),
            chain=tuple(links),
            stance=stance,  # type: ignore[arg-type]
            quote="none",
            sentence=0,
            cue=self.cue,
            source=self.source,
            speaker=voice,
        )


def read_marked(marked: str) -> Marked:
    """Return a marked sentence taken apart."""
    text, at = "", 0
    opened: dict[str, int] = {}
    found: dict[str, list[Span]] = {"{": [], "<": [], "[[": []}
    mentions: list[Mention] = []
    mention: tuple[int, str, str] | None = None
    closing = {"}": "{", ">": "<", "]]": "[["}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        sign = mark.group()
        if sign in found:
            opened[sign] = len(text)
        elif sign in closing:
            found[closing[sign]].append(Span(opened.pop(closing[sign]), len(text)))
        elif mark.group(1):
            mention = (len(text), mark.group(1), mark.group(2))
        elif mention is not None:
            start, party, sort = mention
            kind = "pronoun" if sort == "^" else "name"
            mentions.append(Mention(Span(start, len(text)), kind, party, sure=not sort))  # type: ignore[arg-type]
            mention = None
    text += marked[at:]
    report = Report("r1", "a.txt", "0" * 64, "text", text, _zones(text), outlet=OUTLET, language="en")
    source, cue = (next(iter(found[sign]), None) for sign in "{<")
    return Marked(report, split_words(report), tuple(mentions), source, cue, tuple(found["[["]))


def _zones(text: str) -> tuple[Zone, ...]:
    return tuple(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[Zone]:
    start = 0
    for part in text.split("\n"):
        if part.strip():
            yield Zone("body", Span(start, start + len(part)))
        start += len(part) + 1
