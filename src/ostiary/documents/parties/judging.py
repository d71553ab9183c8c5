"""Which candidates are kept, and which are sure: evidence against the bar that a name of that kind has to pass."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from ostiary.documents.parties.candidates import Candidate, telling_class
from ostiary.documents.parties.cues import name_cues
from ostiary.documents.parties.evidence import Evidence, find_contradiction, gather_evidence, state_evidence
from ostiary.documents.parties.identifying import identifying_contradiction
from ostiary.documents.parties.names import PartyNames, is_craft, is_person
from ostiary.documents.parties.setting import Setting
from ostiary.documents.tables import read_table
from ostiary.names.written import WrittenForm

_PACKAGE = "ostiary.documents.parties"
#: Names that stand also where something speaks against the listed party as their bearer, though unsure.
_TELLING = frozenset({"rare person", "rare person in part", "rare organisation", "rare organisation in part"})
#: Names of plain words: every country has a National Bank, so a country named beside it says too little.
_PLAIN = "usual organisation"
#: Names of groups so distinct that a text need not say where the group is.
#: What speaks for a group so plainly that a text may leave its country unsaid.
_DIRECT = frozenset({"designation near", "signs near", "group beside"})
#: What holds for one place even where a text speaks of somebody else of that name as well.
_IDENTIFYING = frozenset({"identifier", "told apart"})
#: The rows of ``bars.csv`` that say what is needed on top.
_RESPELLED = "respelled"
_DELISTED = "delisted"
_PLACELESS = frozenset({"one word", "acronym", "rare organisation", "rare organisation in part"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A candidate with what speaks for it.

    Attributes:
        candidate: The name and the party.
        telling: How telling such a name is, a row of ``bars.csv``.
        evidence: What in the text speaks for the party.
        against: What in the text speaks against it; empty if nothing does.
        elsewhere: Whether evidence stands where the text has the same name elsewhere.
        shared: Whether other parties may be meant as well.
        outdone: The party of the same name for which the text says more; empty if there is none.
    """

    candidate: Candidate
    telling: str
    evidence: tuple[Evidence, ...]
    against: str = ""
    elsewhere: bool = False
    shared: bool = False
    outdone: str = ""

    @property
    def points(self) -> int:
        """The sum of all evidence."""
        return sum(one.points for one in self.evidence)

    @property
    def sure(self) -> bool:
        """Whether the name is taken for the party."""
        plain = self.telling.startswith(_PLAIN)
        points = sum(one.points for one in self.evidence if not (plain and one.kind.startswith("country")))
        return self.shown and not self.shared and not self.against and points >= self._bar[0]

    @property
    def shown(self) -> bool:
        """Whether the name is shown at all."""
        if not self.telling or self.outdone or (self.against and self.telling not in _TELLING):
            return False
        if any(one.kind == "designation near" for one in self.evidence):
            return True
        return self.points >= self._bar[1]

    @property
    def doubt(self) -> str:
        """Why a name that is not shown is not, in plain words."""
        if not self.telling:
            return "so common a word or name tells nobody apart"
        if self.outdone:
            return f"the text says more for {self.outdone}, who has this name too"
        if self.against and self.telling not in _TELLING:
            return self.against
        said = "; ".join(one.wording for one in self.evidence)
        return (
            f"too little speaks for the listed party ({said})"
            if said
            else "nothing near speaks for the listed party"
        )

    @property
    def _bar(self) -> tuple[int, int]:
        """The points to be sure, and to be shown: more for another spelling and for who has left the list."""
        bars = [_bars()[self.telling]]
        bars += [_bars()[_RESPELLED]] if self.candidate.row.spelled else []
        bars += [_bars()[_DELISTED]] if self.candidate.bearer.delisted_in else []
        return sum(sure for sure, _ in bars), sum(shown for _, shown in bars)


@cache
def _bars() -> Mapping[str, tuple[int, int]]:
    return {row["name"]: (int(row["sure"]), int(row["shown"])) for row in read_table("bars.csv", _PACKAGE)}


def judge_candidates(
    setting: Setting, names: PartyNames, candidates: Iterable[Candidate], published: date | None
) -> list[Judgement]:
    """Return all candidates with what speaks for and against them, those that are not to be shown too."""
    classed = [(candidate, telling_class(setting, names, candidate)) for candidate in candidates]
    judged = [_judge(setting, candidate, telling, published) for candidate, telling in classed if telling]
    judged = _add_other_names(setting, _share_evidence(judged))
    judged = _settle_shared(_add_associates(judged))
    mute = (candidate for candidate, telling in classed if not telling and _stands_as_name(setting, candidate))
    return [*judged, *(Judgement(candidate, "", ()) for candidate in mute)]


def _stands_as_name(setting: Setting, candidate: Candidate) -> bool:
    """Return whether a word that says nothing stands as a name would: not for its place in the sentence alone."""
    first = candidate.row.first
    return candidate.whole and not setting.opening[first] and setting.case_at(first) == "running"


def _judge(setting: Setting, candidate: Candidate, telling: str, published: date | None) -> Judgement:
    evidence = tuple(gather_evidence(setting, candidate, published))
    plain = not is_person(candidate.bearer) and any(one.kind in _DIRECT for one in evidence)
    placed = telling in _PLACELESS or is_craft(candidate.bearer) or plain
    against = identifying_contradiction(setting, candidate)
    against = against or ("" if placed else find_contradiction(setting, candidate, published))
    return Judgement(candidate, telling, evidence, against)


def _share_evidence(judged: Sequence[Judgement]) -> list[Judgement]:
    """A name means one party throughout a text: what speaks for or against it in one place holds in all."""
    best: dict[tuple[int, tuple[str, ...]], Judgement] = {}
    against: dict[tuple[int, tuple[str, ...]], str] = {}
    for one in judged:
        key = one.candidate.party, one.candidate.words
        if key not in best or one.points > best[key].points:
            best[key] = one
        against[key] = against.get(key, "") or one.against
    shared: list[Judgement] = []
    for one in judged:
        key = one.candidate.party, one.candidate.words
        told = best[key]
        elsewhere = told.points > one.points
        evidence = told.evidence if elsewhere else one.evidence
        contrary = "" if _is_identified(one) else against[key]
        shared.append(replace(one, evidence=evidence, against=contrary, elsewhere=elsewhere))
    return shared


def _is_identified(one: Judgement) -> bool:
    return any(evidence.kind in _IDENTIFYING for evidence in one.evidence)


def _add_other_names(setting: Setting, judged: Sequence[Judgement]) -> list[Judgement]:
    """Two different names of one party in a text speak for each other, unless another party has the other one."""
    bearers: dict[tuple[int, int, str], set[int]] = {}
    forms: dict[int, dict[str, str]] = {}
    for one in judged:
        bearers.setdefault(_place(one), set()).add(one.candidate.party)
    for one in judged:
        if len(bearers[_place(one)]) == 1:
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
    own = "".join(one.candidate.words)
    full = next((text for form, text in forms.items() if own in form and own != form), "")
    told = _with(one, "full name", full) if one.candidate.form == WrittenForm.KINDLESS else one
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
    against = one.against if is_person(one.candidate.bearer) else ""
    return replace(_with(one, "associate", "x"), against=against)


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
