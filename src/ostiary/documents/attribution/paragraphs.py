"""Quotations that go on over paragraphs: a paragraph that is wholly quoted is said by the one who has the floor.

Newspapers do not name a speaker again for a paragraph of nothing but quotation: it goes on with who spoke at the
end of the paragraph before. Where nobody did, the speaker may be named behind the next paragraph of the quotation.
Where a paragraph holds an exchange between two, nobody can tell whose turn it is.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ostiary.documents.attribution.clause import Grammar
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution
from ostiary.model.reports import Span

#: Only what is said or thought goes on in a quotation: an order, a question put or a refusal does not.
_HOLDING = frozenset(("say", "announce", "allege", "deny", "reject", "confirm", "propose", "promise", "think"))
_FINAL = frozenset(".!?…")
_CLOSING_MARKS = 3
_LEAST_WORDS = 4
#: Words of a source that name nobody by themselves: another pronoun is no other speaker.
_PRONOUNS = frozenset((Part.SUBJECT, Part.RELATIVE, Part.THAT))


def go_on_over_paragraphs(grammar: Grammar, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return attributions with the paragraphs that go on with what was said.

    Args:
        grammar: The report.
        found: Its attributions in the order of their cues.
    """
    speakers = _by_paragraph(grammar, found)
    longer: dict[int, list[Span]] = {}
    waiting: list[Span] = []
    floor: int | None = None
    held = _Held(found)
    for number, paragraph in enumerate(grammar.words.list_paragraphs()):
        span = grammar.span(paragraph)
        if not _quoted_wholly(grammar, paragraph):
            speaking = speakers.get(number, ())
            opening = _opens(found, speaking, span)
            if opening is not None and waiting:
                longer.setdefault(opening, []).extend(waiting)
            floor, waiting = _floor(grammar, found, speaking, paragraph), []
        elif (owner := held.at(span)) is not None:
            floor = owner
        elif floor is not None:
            longer.setdefault(floor, []).append(span)
        else:
            waiting.append(span)
    return tuple(_lengthened(one, longer[number]) if number in longer else one for number, one in enumerate(found))


def _lengthened(one: Attribution, paragraphs: Sequence[Span]) -> Attribution:
    content = tuple(sorted((*one.content, *paragraphs)))
    return replace(one, content=content, form="mixed" if one.form == "indirect" else one.form)


def _by_paragraph(grammar: Grammar, found: Sequence[Attribution]) -> dict[int, list[int]]:
    """Return the numbers of attributions by the place of the paragraph that holds their cue."""
    order = {paragraph: place for place, paragraph in enumerate(dict.fromkeys(grammar.words.paragraph_of))}
    placed: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        placed.setdefault(order[grammar.words.paragraph_of[one.sentence]], []).append(number)
    return placed


def _quoted_wholly(grammar: Grammar, paragraph: range) -> bool:
    """Return whether a paragraph is nothing but a quotation; without a final mark it is a heading."""
    at = paragraph.start
    while at < paragraph.stop and grammar.quotation_of[at] >= 0:
        at = grammar.quotations[grammar.quotation_of[at]].words.stop
    marked = any(grammar.lower(number)[-1] in _FINAL for number in paragraph[-_CLOSING_MARKS:])
    return marked and len(paragraph) >= _LEAST_WORDS and at >= paragraph.stop - 1


class _Held:
    """What is said already, by its place."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        self._spans = sorted((span, number) for number, one in enumerate(found) for span in one.content)
        self._starts = [span.start for span, _ in self._spans]

    def at(self, paragraph: Span) -> int | None:
        """Return the attribution whose content a paragraph belongs to, or None."""
        place = bisect_right(self._starts, paragraph.start) - 1
        if place < 0:
            return None
        span, number = self._spans[place]
        return number if span.end > paragraph.start else None


def _floor(
    grammar: Grammar, found: Sequence[Attribution], speaking: Sequence[int], paragraph: range
) -> int | None:
    """Return the attribution that has the floor at a paragraph's end; None if nobody or one of several has."""
    if not speaking:
        return None
    last = speaking[-1]
    one = found[last]
    ends = grammar.words.starts[paragraph.stop - 1]
    closing = grammar.words.sentence_of[paragraph.stop - 1]
    if one.cue_kind not in _HOLDING or one.source is None:
        return None
    if one.sentence != closing and one.content[-1].end < ends:
        return None
    return last if _alone(grammar, [found[number] for number in speaking]) else None


def _alone(grammar: Grammar, speaking: Sequence[Attribution]) -> bool:
    """Return whether all who are quoted in a paragraph may be one: at most one is named, and nobody asks."""
    quoting = [one for one in speaking if one.form == "direct" or one.cue_kind == "ask"]
    names = {
        grammar.words.text[one.source.start : one.source.end].lower()
        for one in quoting
        if one.source and grammar.part(grammar.words.within(one.source).start) not in _PRONOUNS
    }
    return len(names) <= 1 and all(one.cue_kind != "ask" for one in quoting)


def _opens(found: Sequence[Attribution], speaking: Sequence[int], paragraph: Span) -> int | None:
    """Return the attribution of the quotation that a paragraph opens with, named behind it."""
    for number in speaking:
        one = found[number]
        if one.form == "direct" and one.source and one.content[0].start == paragraph.start < one.cue.start:
            return number
    return None
