"""Which candidates are kept, and which are sure: evidence against the bar that a name of that kind has to pass."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ostiary.documents.parties.candidates import Candidate, telling_class
from ostiary.documents.parties.contradicting import (
    find_contradiction,
    find_doubt,
    names_no_country,
)
from ostiary.documents.parties.cues import name_cues
from ostiary.documents.parties.describing import UNDESCRIBED, describe
from ostiary.documents.parties.evidence import gather_evidence, state_evidence
from ostiary.documents.parties.introductions import tell_bearers
from ostiary.documents.parties.judgement import NAMED, Judgement
from ostiary.documents.parties.names import PartyNames, is_craft, is_person
from ostiary.documents.parties.setting import Setting
from ostiary.names.written import WrittenForm

#: What speaks for a group so plainly that a text may leave its country unsaid.
_DIRECT = frozenset({"designation near", "signs near", "group beside"})
#: Names of groups so distinct that a text need not say where the group is.
_PLACELESS = frozenset({"distinct word", "one word", "acronym", "rare organisation", "rare organisation in part"})
#: What settles that a ship is the listed one, whatever kind it is called.
_SETTLING = frozenset({"identifier", "craft listed", "designation near"})
_NO_COUNTRY = "the text names none of the countries that the list gives it"

_Bearing = tuple[int, tuple[str, ...], bool]


def judge_candidates(
    setting: Setting, names: PartyNames, candidates: Iterable[Candidate], published: date | None
) -> list[Judgement]:
    """Return all candidates with what speaks for and against them, those that are not to be shown too."""
    classed = [(candidate, telling_class(setting, names, candidate)) for candidate in candidates]
    starts = sorted({candidate.row.first for candidate, _ in classed})
    judged = [_judge(setting, *one, starts, published) for one in classed if one[1]]
    judged = [_miss_country(setting, one) for one in _share_evidence(tell_bearers(setting, judged))]
    judged = _add_other_names(setting, judged)
    judged = _settle_shared(_add_associates(judged))
    mute = (candidate for candidate, telling in classed if not telling and _stands_as_name(setting, candidate))
    return [*judged, *(Judgement(candidate, "", UNDESCRIBED, ()) for candidate in mute)]


def _stands_as_name(setting: Setting, candidate: Candidate) -> bool:
    """Return whether a word that says nothing stands as a name would: not for its place in the sentence alone."""
    first = candidate.row.first
    return candidate.whole and not setting.opening[first] and setting.case_at(first) == "running"


def _judge(
    setting: Setting, candidate: Candidate, telling: str, starts: Sequence[int], published: date | None
) -> Judgement:
    at = bisect_right(starts, candidate.row.last)
    told = describe(setting, candidate.row, starts[at] if at < len(starts) else len(setting.wording))
    evidence = tuple(gather_evidence(setting, candidate, published))
    against = find_contradiction(setting, candidate, told, published)
    return Judgement(candidate, telling, told, evidence, against, find_doubt(setting, candidate, told))


def _share_evidence(judged: Sequence[Judgement]) -> list[Judgement]:
    """A name means one party throughout a text, if it has one bearer: what is said in one place holds in all."""
    best: dict[_Bearing, Judgement] = {}
    doubts: dict[_Bearing, str] = {}
    for one in judged:
        key = _bearing(one)
        if key not in best or one.points > best[key].points:
            best[key] = one
        doubts[key] = doubts.get(key, "") or one.unsettled
    return [_share(one, best[_bearing(one)], doubts[_bearing(one)]) for one in judged]


def _bearing(one: Judgement) -> _Bearing:
    """The party and name of a judgement, and whether another bearer of it is meant."""
    return one.candidate.party, one.candidate.words, one.side == "other"


def _share(one: Judgement, best: Judgement, doubt: str) -> Judgement:
    elsewhere = best.points > one.points
    evidence = best.evidence if elsewhere else one.evidence
    settled = any(each.kind in _SETTLING for each in evidence)
    unsettled = one.unsettled if one.side else "" if settled else doubt
    return replace(one, evidence=evidence, elsewhere=elsewhere, unsettled=unsettled)


def _miss_country(setting: Setting, one: Judgement) -> Judgement:
    """Return an organisation with what speaks against it where a text names none of its countries.

    That of a person's name (*Wagner Group*) is so much rarer than *National Bank* that it stays possible.
    """
    bearer = one.candidate.bearer
    direct = any(evidence.kind in _DIRECT for evidence in one.evidence)
    if one.against or one.telling in _PLACELESS or is_person(bearer) or is_craft(bearer) or direct:
        return one
    named = one.telling.startswith(NAMED)
    if not names_no_country(setting, one.candidate, programs=named):
        return one
    return replace(one, unsettled=_NO_COUNTRY) if named else replace(one, against=_NO_COUNTRY)


def _add_other_names(setting: Setting, judged: Sequence[Judgement]) -> list[Judgement]:
    """Two different names of one party in a text speak for each other, unless another party has the other one."""
    bearers: dict[tuple[int, int, str], set[int]] = {}
    forms: dict[int, dict[str, str]] = {}
    for one in judged:
        bearers.setdefault(_place(one), set()).add(one.candidate.party)
    for one in judged:
        if len(bearers[_place(one)]) == 1 and one.side != "other":
            forms.setdefault(one.candidate.party, {})["".join(one.candidate.words)] = one.candidate.text
    named = [_add_name(one, forms.get(one.candidate.party, {})) for one in judged]
    starts = {_start(setting, one): one for one in judged}
    apposed = [_with(one, "apposition", _apposed(setting, one, starts)) for one in named]
    told = {
        (one.candidate.party, place): one.candidate.text
        for one in judged
        for place, _ in name_cues(setting.wording.text, setting.wording.ends[one.candidate.row.last])
    }
    return [_with(one, "apposition", told.get(_start(setting, one), "")) for one in apposed]


def _start(setting: Setting, one: Judgement) -> tuple[int, int]:
    return one.candidate.party, setting.wording.starts[one.candidate.row.first]


def _apposed(setting: Setting, one: Judgement, starts: Mapping[tuple[int, int], Judgement]) -> str:
    """Another name of the party that stands in brackets, or after *also known as*, right behind a name."""
    end = setting.wording.ends[one.candidate.row.last]
    found = (starts.get((one.candidate.party, place)) for place, _ in name_cues(setting.wording.text, end))
    return next((other.candidate.text for other in found if other), "")


def _add_name(one: Judgement, forms: Mapping[str, str]) -> Judgement:
    if one.side == "other":
        return one
    own = "".join(one.candidate.words)
    full = next((text for form, text in forms.items() if own in form and own != form), "")
    short = one.candidate.form == WrittenForm.KINDLESS or (
        one.candidate.form == WrittenForm.PARTIAL and not is_person(one.candidate.bearer)
    )
    told = _with(one, "full name", full) if short else one
    return _with(told, "other name", _other_name(one, forms))


def _place(one: Judgement) -> tuple[int, int, str]:
    """Where a name stands, and the list that has it: entries of two lists may well be one party."""
    row = one.candidate.row
    return row.first, row.last, one.candidate.bearer.id.partition(":")[0]


def _other_name(one: Judgement, forms: Mapping[str, str]) -> str:
    own = "".join(one.candidate.words)
    if one.telling.endswith("craft"):
        return ""
    return next((text for form, text in forms.items() if form not in own and own not in form), "")


def _with(one: Judgement, kind: str, what: str) -> Judgement:
    return replace(one, evidence=(state_evidence(kind, what), *one.evidence)) if what else one


def _add_associates(judged: Sequence[Judgement]) -> list[Judgement]:
    """A text that surely names one party of a program is likelier to name another."""
    sure = {
        (one.candidate.party, program) for one in judged if one.sure for program in one.candidate.bearer.programs
    }
    programs: dict[str, set[int]] = {}
    for party, program in sure:
        programs.setdefault(program, set()).add(party)
    return [_associate(one) if _has_associate(one, programs) else one for one in judged]


def _associate(one: Judgement) -> Judgement:
    """Return a name with what its company says for it: beside a party of its program a group needs no country."""
    against = "" if one.against == _NO_COUNTRY else one.against
    unsettled = "" if one.unsettled == _NO_COUNTRY else one.unsettled
    return replace(_with(one, "associate", "x"), against=against, unsettled=unsettled)


def _has_associate(one: Judgement, programs: Mapping[str, set[int]]) -> bool:
    party = one.candidate.party
    return any(programs.get(program, set()) - {party} for program in one.candidate.bearer.programs)


def _settle_shared(judged: Sequence[Judgement]) -> list[Judgement]:
    """Of several parties of a list that one row may name, prefer those that the text says most for.

    Entries of two lists do not stand against each other: they may well be one party.
    """
    by_row: dict[tuple[int, int, str], list[Judgement]] = {}
    for one in judged:
        if one.shown:
            by_row.setdefault(_place(one), []).append(one)
    settled = [one for one in judged if not one.shown]
    for rivals in by_row.values():
        best = max(map(_standing, rivals))
        leading = [one for one in rivals if _standing(one) == best]
        settled += [replace(one, shared=len(leading) > 1) for one in leading]
        winner = leading[0].candidate.bearer.caption
        settled += [replace(one, outdone=winner) for one in rivals if _standing(one) < best]
    return settled


def _standing(one: Judgement) -> tuple[bool, int, bool, bool, int]:
    person = is_person(one.candidate.bearer)
    omitted = one.candidate.omitted if person else 0
    points = sum(evidence.points for evidence in one.evidence if evidence.tells_apart or not person)
    candidate = one.candidate
    return not candidate.row.spelled, points, candidate.whole, not candidate.bearer.delisted_in, -omitted
