"""How attributions of one sentence stand to each other: which ends before another begins, which lies in which."""

from collections.abc import Sequence
from dataclasses import replace

from ostiary.documents.words import Words
from ostiary.model.claims import Attribution
from ostiary.model.reports import Span

_TRIMMED = " ,;–—-"


def cut_at_later_speakers(found: Sequence[Attribution], words: Words) -> tuple[Attribution, ...]:
    """Return the attributions with contents that end before a later speaker of the whole sentence.

    In *the envoy said that talks would resume, the agency reported*, the agency reports the whole; its name is no
    part of what the envoy said.
    """
    closing: dict[int, list[int]] = {}
    for attribution in found:
        start = min(span.start for span in attribution.content)
        opens = min(
            attribution.cue.start, attribution.source.start if attribution.source else attribution.cue.start
        )
        if start < opens:
            apposed = words.sentence_span(attribution.sentence).start < start and _after_comma(words, start)
            closing.setdefault(attribution.sentence, []).append(start if apposed else opens)
        elif attribution.source:
            closing.setdefault(attribution.sentence, []).append(_joined_start(words, attribution.source.start))
    return tuple(_cut(attribution, closing.get(attribution.sentence, []), words) for attribution in found)


def _joined_start(words: Words, position: int) -> int:
    """Return where *, and the minister* begins: the place of *and*, or one that cuts nothing."""
    before = words.number_at(position) - 1
    joined = before >= 0 and words.lower[before] in ("and", "but", "while")
    return words.starts[before] if joined else 0


def _cut(attribution: Attribution, closing: Sequence[int], words: Words) -> Attribution:
    last = attribution.content[-1]
    if attribution.form == "direct" or last.start < attribution.cue.start:
        return attribution
    for position in sorted(closing):
        if last.start < position < last.end and position > attribution.cue.end and _after_comma(words, position):
            end = last.start + len(words.text[last.start : position].rstrip(_TRIMMED))
            if end > last.start:
                return replace(attribution, content=(*attribution.content[:-1], Span(last.start, end)))
    return attribution


def _after_comma(words: Words, position: int) -> bool:
    before = words.number_at(position) - 1
    return before >= 0 and words.lower[before] in {",", "as", "–", "—"}


def order_nested(found: Sequence[Attribution], words: Words) -> tuple[Attribution, ...]:
    """Return the attributions in the order of their cues, each with the one that it lies within."""
    ordered = sorted(found, key=lambda attribution: attribution.cue)
    contents = sorted((span, number) for number, attribution in enumerate(ordered) for span in attribution.content)
    nested: list[Attribution] = []
    opened: list[tuple[Span, int]] = []
    at = 0
    for number, attribution in enumerate(ordered):
        while at < len(contents) and contents[at][0].start <= attribution.cue.start:
            opened.append(contents[at])
            at += 1
        carried = _holder(number, attribution.source, opened) if _hangs_on(attribution, words) else None
        opened = [content for content in opened if content[0].end > attribution.cue.start]
        holder = _holder(number, attribution.cue, opened)
        nested.append(replace(attribution, within=carried if holder is None else holder))
    return tuple(nested)


def _hangs_on(attribution: Attribution, words: Words) -> bool:
    """Return whether a cue is a participle behind its speaker (``reports that the council met, stating that``).

    Then it lies where its speaker is spoken of, though what is told of that ends before the participle.
    """
    cue = words.within(attribution.cue)
    return bool(cue) and attribution.source is not None and words.lower[cue.start].endswith("ing")


def _holder(number: int, part: Span | None, opened: Sequence[tuple[Span, int]]) -> int | None:
    """Return the narrowest other attribution whose content holds a cue or its source."""
    if part is None:
        return None
    holders = [(span.end - span.start, other) for span, other in opened if other != number and span.covers(part)]
    return min(holders)[1] if holders else None
