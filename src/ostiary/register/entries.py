"""From what is said of a party's entries on lists to the entries, their acts and their dated programs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from ostiary.model import vocabulary as words
from ostiary.model.acts import Act, ActKind, Membership
from ostiary.model.errors import InputError
from ostiary.model.parties import Entry
from ostiary.model.periods import Period, parse_period
from ostiary.register.parts import Said, build_parts, pick_first
from ostiary.register.rows import StatementRow

_ACT = f"/{words.ACT}/"


@dataclass(frozen=True, slots=True)
class Run:
    """The versions between which something stood.

    Attributes:
        first_in: Label of the first one with it.
        absent_in: Label of the one before that, or empty.
        absent_on: Day on which that one was published, or None.
        last_in: Label of the last one with it, if a later one does not have it; else empty.
    """

    first_in: str
    absent_in: str = ""
    absent_on: date | None = None
    last_in: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What assembling needs to know of the version in question.

    Attributes:
        list_id: The list.
        label: Label of the version.
        authority: The body whose acts the list publishes.
        runs: For the id of each version up to this one, the run that began with it.
        firsts: For the id of a statement that took the place of another of the same program, the version that
            brought the first of them.
        valid_on: Leave out what was certainly not in force on this day; None: leave nothing out.
    """

    list_id: str
    label: str
    authority: str
    runs: Mapping[int, Run]
    firsts: Mapping[int, int]
    valid_on: date | None = None


def assemble_entries(
    party_id: str, parts: Mapping[str, Said], rows: Iterable[StatementRow], frame: Frame
) -> tuple[Entry, ...]:
    """Return a party's entries, without those that certainly did not stand on the day asked.

    Args:
        party_id: The party.
        parts: What is said of each entry and act, by subject below the party.
        rows: The party's statements: they tell in which version each program came.
        frame: The version, and the day.
    """
    acts: defaultdict[str, dict[str, Said]] = defaultdict(dict)
    for subject, said in parts.items():
        entry, is_act, _ = subject.partition(_ACT)
        if is_act:
            acts[party_id + entry][subject] = said
    programs = _date_programs(party_id, rows, frame.firsts)

    def build(subject: str, said: Said) -> Entry:
        return Entry(
            id=subject,
            list_name=pick_first(said, words.ENTRY_LIST),
            acts=_build_acts(party_id, acts[subject], _name_authority(said, frame)),
            programs=_build_memberships(subject, programs[subject], frame),
            measures=_collect(said, words.ENTRY_MEASURE),
            numbers=_collect(said, words.ENTRY_NUMBER) + _collect(said, words.ENTRY_UN_NUMBER),
            remarks=_collect(said, words.ENTRY_REASON) + _collect(said, words.ENTRY_MEASURE_COMMENT),
        )

    own = {subject: said for subject, said in parts.items() if _ACT not in subject}
    entries = build_parts(build, party_id, own)
    return tuple(entry for entry in entries if frame.valid_on is None or _may_stand(entry, frame.valid_on))


def _collect(said: Said, prop: str) -> tuple[str, ...]:
    return tuple(sorted(set(said.get(prop, ()))))


def _name_authority(said: Said, frame: Frame) -> str:
    """Return whose act an entry is: the list's authority, and those whose designations it takes over."""
    sources = ", ".join(_collect(said, words.ENTRY_SOURCE))
    return f"{frame.authority} ({sources})" if sources else frame.authority


def _date_programs(
    party_id: str, rows: Iterable[StatementRow], firsts: Mapping[int, int]
) -> defaultdict[str, dict[str, int]]:
    programs: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row[3] == words.ENTRY_PROGRAM:  # the property
            tags = programs[party_id + row.subject]
            first = firsts.get(row.id, row.first)
            tags[row.value] = min(first, tags.get(row.value, first))
    return programs


def _build_acts(party_id: str, acts: Mapping[str, Said], authority: str) -> tuple[Act, ...]:
    def build(_subject: str, said: Said) -> Act:
        basis = "; ".join(sorted(set(said.get(words.ACT_LEGAL_BASIS, ()))))
        stated = pick_first(said, words.ACT_KIND)
        kind: ActKind = next((one for one in get_args(ActKind) if one == stated), "designation")
        event = pick_first(said, words.ACT_EVENT)
        return Act(kind, authority, pick_first(said, words.ACT_DATE), basis, event)

    return build_parts(build, party_id, acts)


def _build_memberships(entry: str, programs: Mapping[str, int], frame: Frame) -> tuple[Membership, ...]:
    runs = ((tag, frame.runs[version]) for tag, version in sorted(programs.items()))
    return tuple(
        Membership(tag, entry, run.first_in, run.absent_in, run.last_in)
        for tag, run in runs
        if not (frame.valid_on and run.absent_on and frame.valid_on <= run.absent_on)
    )


def _may_stand(entry: Entry, day: date) -> bool:
    """Whether an entry was neither certainly made later nor certainly ended before; other acts do not say."""
    made = [span for act in entry.acts if act.kind == "designation" and (span := _read_span(act.date))]
    ends = [span.last for act in entry.acts if act.kind == "delisting" and (span := _read_span(act.date))]
    undated = any(act.kind == "designation" and not _read_span(act.date) for act in entry.acts)
    begun = [span for span in made if span.first <= day]
    if made and not begun and not undated:
        return False
    gone = max((end for end in ends if end < day), default=None)
    return gone is None or any(span.last > gone for span in begun)


def _read_span(text: str) -> Period | None:
    """Return the days of a date; None of one that cannot be read, which excludes nothing."""
    try:
        return parse_period(text) if text else None
    except InputError:
        return None
