"""Words that are written as a listed name is, and not taken for the party: nothing is lost in silence."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ostiary.documents.parties.appositions import spelled_otherwise
from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.judgement import Judgement
from ostiary.documents.parties.rows import row_span
from ostiary.documents.parties.setting import Setting
from ostiary.model.reports import PassedOver, Span


class Dropped(NamedTuple):
    """A candidate that was not taken for the party, and why, in plain words."""

    candidate: Candidate
    reason: str


def drop_unlikely(setting: Setting, judged: Sequence[Judgement]) -> tuple[list[Judgement], list[Dropped]]:
    """Return the judgements to show, and what is not shown with the reason.

    Args:
        setting: The text.
        judged: All judgements.
    """
    otherwise = spelled_otherwise(setting, [one for one in judged if one.shown])
    shown: list[Judgement] = []
    dropped: list[Dropped] = []
    for one in judged:
        spelled = otherwise.get((one.candidate.party, "".join(one.candidate.words)))
        if not one.shown:
            dropped.append(Dropped(one.candidate, one.doubt))
        elif spelled:
            dropped.append(Dropped(one.candidate, f"the text spells it out as “{spelled}”"))
        else:
            shown.append(one)
    return shown, dropped


def gather_passed(
    setting: Setting, dropped: Iterable[Dropped], judged: Iterable[Judgement]
) -> tuple[PassedOver, ...]:
    """Return what was dropped, the same words for the same reason together, by place.

    Args:
        setting: The text.
        dropped: Candidates that were not taken.
        judged: What is shown. Words that name a party in full are no part of another's name.
    """
    read = {(one.candidate.party, at) for one in judged for at in one.candidate.row.words}
    full = {at for one in judged if one.candidate.whole for at in one.candidate.row.words}
    found: dict[tuple[tuple[str, ...], str], list[Candidate]] = {}
    for one in dropped:
        row = one.candidate.row
        named = not one.candidate.whole and not full.isdisjoint(row.words)
        if not named and read.isdisjoint((one.candidate.party, at) for at in row.words):
            words = tuple(setting.wording.form_of(at) for at in row.words)
            found.setdefault((words, one.reason), []).append(one.candidate)
    told = [_tell(setting, candidates, reason) for (_, reason), candidates in found.items()]
    return tuple(sorted(told, key=lambda one: (one.spans[0], one.reason)))


def _tell(setting: Setting, candidates: Sequence[Candidate], reason: str) -> PassedOver:
    spans = tuple(sorted({row_span(setting, one.row) for one in candidates}))
    first: Span = spans[0]
    listed = {one.bearer.id: one.text for one in candidates}
    words = " ".join(setting.wording.text[first.start : first.end].split())
    return PassedOver(words, spans, tuple(listed), tuple(listed.values()), reason)
