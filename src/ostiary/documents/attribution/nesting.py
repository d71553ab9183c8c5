"""How attributions of one sentence stand to each other: which ends before another begins, which lies in which."""

from collections.abc import Sequence
from dataclasses import replace

from ostiary.documents.attribution.lexicon import cue_forms
from ostiary.documents.words import Words
from ostiary.model.claims import Attribution
from ostiary.model.reports import Span

_CLAUSES = frozenset("qtci")
#: What hangs on a noun by one of these describes it, and is not what is denied.
_RELATIVES = frozenset(("which", "who", "that"))
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
    return _without_denied([replace(one, within=_past_attitudes(nested, one)) for one in nested], words)


def _past_attitudes(found: Sequence[Attribution], one: Attribution) -> int | None:
    """Return the attribution that one lies within, past those that only take a stand on what they name.

    Who rejects a report which says that the bank is broke does not say so.
    """
    holder = one.within
    while holder is not None and (_only_names(found[holder]) or _of_thing_denied(found[holder], one)):
        holder = found[holder].within
    return holder


def _only_names(attribution: Attribution) -> bool:
    """Return whether a cue takes a stand on a thing and does not tell of it (``rejects a report``)."""
    known = cue_forms().get(attribution.cue_word)
    takes_clause = known is not None and not known[0].frames.isdisjoint(_CLAUSES)
    return attribution.cue_kind == "reject" or (known is not None and not takes_clause)


def _of_thing_denied(holder: Attribution, one: Attribution) -> bool:
    """Return whether one describes a thing that is denied (``denied the union's claim that ...``)."""
    return holder.cue_kind == "deny" and one.cue_word not in cue_forms()


def _without_denied(found: Sequence[Attribution], words: Words) -> tuple[Attribution, ...]:
    """Return attributions without those that are denied (``denied that he had told the police that ...``)."""
    unsaid = {number for number, one in enumerate(found) if _is_denied(found, one, words)}
    if not unsaid:
        return tuple(found)
    kept = [number for number in range(len(found)) if number not in unsaid]
    place: dict[int | None, int] = {number: at for at, number in enumerate(kept)}
    return tuple(replace(found[number], within=place.get(found[number].within)) for number in kept)


def _is_denied(found: Sequence[Attribution], one: Attribution, words: Words) -> bool:
    holder = found[one.within] if one.within is not None else None
    if holder is None or holder.cue_kind != "deny" or holder.negated:
        return False
    source = words.text[one.source.start : one.source.end].lower() if one.source else ""
    return source not in _RELATIVES


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
