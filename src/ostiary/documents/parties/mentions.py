"""Every listed name in a report, with how sure it is that the listed party bears it there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ostiary.documents.parties.appositions import Taught, drop_spelled_out, find_taught
from ostiary.documents.parties.candidates import find_candidates, has_named_forms
from ostiary.documents.parties.inserts import find_split_rows
from ostiary.documents.parties.judging import Judgement, judge_candidates
from ostiary.documents.parties.names import PartyNames
from ostiary.documents.parties.references import Reference, find_references
from ostiary.documents.parties.rows import find_rows, longest_rows, row_span
from ostiary.documents.parties.setting import Setting, read_setting
from ostiary.documents.parties.surnames import Surname, find_surnames
from ostiary.model.reports import Mention, MentionKind, Report, Span

_HOW: dict[MentionKind, str] = {
    "name": "its listed name",
    "alias": "a listed alias",
    "partial name": "part of its listed name",
    "acronym": "a listed acronym",
}


def find_mentions(report: Report, names: PartyNames) -> tuple[Mention, ...]:
    """Return the places of a report that name or refer to a listed party, furniture included, in order.

    Names that several parties share, that many people have, or that nothing in the text ties to the listed party
    are not sure: the same name, identity not established. What the text itself rules out is left out.

    Args:
        report: The report.
        names: The listed names.
    """
    setting = read_setting(report.text)
    rows = sorted([*find_rows(setting, names), *find_split_rows(setting, names)])
    named = longest_rows([row for row in rows if has_named_forms(names, row)])
    candidates = find_candidates(setting, names, named)
    judged = drop_spelled_out(setting, judge_candidates(setting, names, candidates, report.published))
    if not judged:
        return ()
    surnames = find_surnames(setting, names, rows, judged)
    taught = find_taught(setting, judged)
    taken = [
        *(one.candidate.row.words for one in judged),
        *(one.candidate.row.words for one in surnames),
        *(one.words for one in taught),
    ]
    references = find_references(setting, [*judged, *map(_as_judged, surnames)], taken)
    found = (
        *_named(setting, judged),
        *_by_surname(setting, surnames),
        *_taught(setting, taught),
        *_referring(setting, references),
    )
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.party_id)))


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
    said = "; ".join(evidence.wording for evidence in one.evidence) or "the text says no more of its bearer"
    said += " (where the text has this name elsewhere)" if one.elsewhere else ""
    against = f"; but {one.against}" if one.against else ""
    shared = "; several listed parties have it" if one.shared else ""
    return f"{how}: {said}{against}{shared}"


def _by_surname(setting: Setting, surnames: Iterable[Surname]) -> Iterator[Mention]:
    for one in surnames:
        candidate = one.candidate
        reason = f"family name alone; the text has “{_words_of(setting, one.full)}”"
        reason += ", and somebody else of that name" if one.shared else ""
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
