"""Every listed name in a report, with how sure it is that the listed party bears it there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from ostiary.documents.parties.appositions import Taught, find_taught
from ostiary.documents.parties.candidates import Candidate, find_candidates
from ostiary.documents.parties.evidence import countries_of
from ostiary.documents.parties.inserts import find_split_rows
from ostiary.documents.parties.judgement import Judgement
from ostiary.documents.parties.judging import judge_candidates
from ostiary.documents.parties.legal_forms import has_foreign_form
from ostiary.documents.parties.names import PartyNames, is_craft, is_person
from ostiary.documents.parties.neighbours import is_longer
from ostiary.documents.parties.passed import Dropped, drop_unlikely, gather_passed
from ostiary.documents.parties.references import Reference, find_references
from ostiary.documents.parties.rows import Row, find_rows, find_spelled_rows, longest_rows, row_span
from ostiary.documents.parties.setting import Setting, read_setting
from ostiary.documents.parties.shortened import Shortened, find_shortened
from ostiary.documents.parties.spellings import is_armed_or_criminal
from ostiary.documents.parties.surnames import Surname, find_surnames
from ostiary.model.reports import Mention, MentionKind, PassedOver, Report, Span

_HOW: dict[MentionKind, str] = {
    "name": "its listed name",
    "alias": "a listed alias",
    "partial name": "part of its listed name",
    "acronym": "a listed acronym",
}


class Named(NamedTuple):
    """What a report has of listed names.

    Attributes:
        mentions: The places that name or refer to a listed party, in order.
        passed_over: Words that are written as a listed name is and were not taken for the party, by place.
    """

    mentions: tuple[Mention, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


def find_mentions(report: Report, names: PartyNames) -> tuple[Mention, ...]:
    """Return the mentions of :func:`find_named` alone."""
    return find_named(report, names).mentions


def find_named(report: Report, names: PartyNames) -> Named:
    """Return the places of a report that name or refer to a listed party, and what was dropped.

    Names that several parties share, that many people have, or that nothing in the text ties to the listed party
    are not sure: the same name, identity not established. What the text itself rules out is passed over. All zones
    are read, furniture too.

    Args:
        report: The report.
        names: The listed names.
    """
    setting = read_setting(report.text)
    rows = sorted([*find_rows(setting, names), *find_split_rows(setting, names)])
    candidates, longer = _named_candidates(setting, names, [*rows, *find_spelled_rows(setting, names)])
    judged, dropped = drop_unlikely(setting, judge_candidates(setting, names, candidates, report.published))
    passed = gather_passed(setting, [*longer, *dropped], judged)
    if not judged:
        return Named((), passed)
    surnames = find_surnames(setting, names, rows, judged)
    taught = find_taught(setting, judged)
    taken = [
        *(one.candidate.row.words for one in judged),
        *(one.candidate.row.words for one in surnames),
        *(one.words for one in taught),
    ]
    shortened = find_shortened(setting, judged, [*taken, *(one.candidate.row.words for one in dropped)])
    taken += [one.words for one in shortened]
    clear = [one for one in (*judged, *map(_as_judged, surnames)) if one.side != "other"]
    references = find_references(setting, clear, taken)
    found = (
        *_named(setting, judged),
        *_by_surname(setting, surnames),
        *_taught(setting, taught),
        *_short(setting, shortened),
        *_referring(setting, references),
    )
    return Named(tuple(sorted(found, key=lambda mention: (mention.span, mention.party_id))), passed)


def _named_candidates(
    setting: Setting, names: PartyNames, rows: Iterable[Row]
) -> tuple[list[Candidate], list[Dropped]]:
    """The parties that the longest rows may name, and those whose name is part of a longer one there."""
    found = find_candidates(setting, names, rows)
    places = {(row.first, row.last) for row in longest_rows([one.row for one in found])}
    candidates: list[Candidate] = []
    longer: list[Dropped] = []
    for one in found:
        if (one.row.first, one.row.last) not in places:
            continue
        if not is_longer(setting, one.row, person=is_person(one.bearer)) or _is_of_own_country(setting, one):
            candidates.append(one)
        elif one.row.first != one.row.last:  # a word alone within a longer name is no name
            longer.append(Dropped(one, "it is part of a longer name"))
    named = {one.party for one in candidates}
    dropped: list[Dropped] = []
    for each in longer:
        if each.candidate.party in named and has_foreign_form(setting, each.candidate):
            candidates.append(each.candidate)
        else:
            dropped.append(each)
    return candidates, dropped


def _is_of_own_country(setting: Setting, one: Candidate) -> bool:
    """Return whether a group's or ship's name goes on with *of* and its country: *the Estero Cartel of Mexico*."""
    after = one.row.last + 2
    if not (is_armed_or_criminal(one.bearer) or is_craft(one.bearer)) or setting.wording.forms[
        after - 1 : after
    ] != ["of"]:
        return False
    marks = setting.countries_in(range(after, after + 1))
    return bool(marks) and bool(marks[0].word.codes & countries_of(one))


def _as_judged(surname: Surname) -> Judgement:
    return replace(surname.full, candidate=surname.candidate)


def _named(setting: Setting, judged: Iterable[Judgement]) -> Iterator[Mention]:
    for one in judged:
        candidate = one.candidate
        kind = _kind(setting, one)
        span = row_span(setting, candidate.row)
        yield Mention(span, kind, candidate.bearer.id, candidate.text, one.sure, _reason(kind, one))


def _kind(setting: Setting, one: Judgement) -> MentionKind:
    candidate = one.candidate
    if not candidate.whole:
        return "partial name"
    if one.telling in {"acronym", "short acronym", "two letters"} and setting.upper[candidate.row.first]:
        return "acronym"
    return "name" if candidate.text == candidate.bearer.caption else "alias"


def _reason(kind: MentionKind, one: Judgement) -> str:
    how = "an alias that the list calls weak" if one.candidate.weak else _HOW[kind]
    how += (
        f", written otherwise than the list has it (“{one.candidate.text}”)" if one.candidate.row.spelled else ""
    )
    said = "; ".join(evidence.wording for evidence in one.evidence) or "the text says no more of its bearer"
    said += " (where the text has this name elsewhere)" if one.elsewhere else ""
    against = f"; but {one.against}" if one.against else ""
    against += f"; {one.unsettled}" if one.unsettled else ""
    shared = "; several listed parties have it" if one.shared else ""
    gone = one.candidate.bearer.delisted_in
    gone = f"; no longer listed, gone in version {gone}" if gone else ""
    return f"{how}: {said}{against}{shared}{gone}"


def _by_surname(setting: Setting, surnames: Iterable[Surname]) -> Iterator[Mention]:
    for one in surnames:
        candidate = one.candidate
        reason = f"family name alone; the text has “{_words_of(setting, one.full)}”"
        if one.one_of:
            reason += f"; it may be any one of {'; '.join(one.one_of)}"
        elif one.untold:
            reason += "; the text tells of several bearers of that name, and not which of them is meant here"
        elif one.shared:
            reason += ", and somebody else of that name"
        sure = one.full.sure and not one.shared
        yield Mention(
            row_span(setting, candidate.row), "partial name", candidate.bearer.id, candidate.text, sure, reason
        )


def _taught(setting: Setting, taught: Iterable[Taught]) -> Iterator[Mention]:
    for one in taught:
        candidate = one.source.candidate
        reason = f"the text itself says that it is another name of “{_words_of(setting, one.source)}”"
        yield Mention(
            _span(setting, one.words), "alias", candidate.bearer.id, candidate.text, one.source.sure, reason
        )


def _short(setting: Setting, shortened: Iterable[Shortened]) -> Iterator[Mention]:
    for one in shortened:
        candidate = one.source.candidate
        reason = f"short for “{_words_of(setting, one.source)}”, which the text has too"
        yield Mention(
            _span(setting, one.words), "partial name", candidate.bearer.id, candidate.text, one.sure, reason
        )


def _referring(setting: Setting, references: Iterable[Reference]) -> Iterator[Mention]:
    for one in references:
        reason = f"refers back to “{_words_of(setting, one.source)}”, named just before"
        yield Mention(
            _span(setting, one.words), one.kind, one.source.candidate.bearer.id, sure=False, reason=reason
        )


def _words_of(setting: Setting, one: Judgement) -> str:
    span = row_span(setting, one.candidate.row)
    return " ".join(setting.wording.text[span.start : span.end].split())


def _span(setting: Setting, words: range) -> Span:
    return Span(setting.wording.starts[words.start], setting.wording.end_of(words.stop - 1, bare=True))
