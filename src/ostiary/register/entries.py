"""From what is said of a party's entries on lists to the entries, their acts and their dated programs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final, get_args

from ostiary.model import vocabulary as words
from ostiary.model.acts import Act, ActKind, Membership
from ostiary.model.errors import InputError
from ostiary.model.parties import Entry
from ostiary.model.periods import Period, parse_period
from ostiary.register.continuity import Continuity
from ostiary.register.parts import Said, build_parts, pick_first
from ostiary.register.standing import Program

_ACT = f"/{words.ACT}/"
_KINDS: Final[Mapping[str, ActKind]] = {kind: kind for kind in get_args(ActKind)}
#: Dates and acts that are remembered: a list has few thousands, each at many parties.
_MOST_DATES = 10_000
_make_act = lru_cache(_MOST_DATES)(Act)


@dataclass(frozen=True, slots=True)
class Run:
    """The versions between which something stood.

    Attributes:
        first_in: Label of the first one with it.
        first_on: Day on which that one was published.
        absent_in: Label of the one before that, or empty.
        absent_on: Day on which that one was published, or None.
        last_in: Label of the last one with it, if a later one does not have it; else empty.
        gone_in: Label of the one after that, or empty.
        gone_on: Day on which that one was published, or None.
    """

    first_in: str
    first_on: date
    absent_in: str = ""
    absent_on: date | None = None
    last_in: str = ""
    gone_in: str = ""
    gone_on: date | None = None

    def may_cover(self, day: date | None) -> bool:
        """Whether a day lies neither on or before the last version without it nor on or after the next one."""
        return day is None or not (
            (self.absent_on and day <= self.absent_on) or (self.gone_on and day >= self.gone_on)
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """What assembling needs to know of the version in question.

    Attributes:
        list_id: The list.
        label: Label of the version.
        authority: The body whose acts the list publishes.
        runs: For the id of each version up to this one, the run that began with it.
        continuity: What came before statements of programs.
        valid_on: Leave out what was certainly not in force on this day; None: leave nothing out.
    """

    list_id: str
    label: str
    authority: str
    runs: Mapping[int, Run]
    continuity: Continuity
    valid_on: date | None = None


def assemble_entries(
    party_id: str, parts: Mapping[str, Said], programs: Iterable[Program], frame: Frame
) -> tuple[Entry, ...]:
    """Return a party's entries, without those that certainly did not stand on the day asked.

    Args:
        party_id: The party.
        parts: What is said of each entry and act, by subject below the party.
        programs: The statements of programs: they tell in which version each came.
        frame: The version, and the day.
    """
    own: dict[str, Said] = {}
    acts: defaultdict[str, dict[str, Said]] = defaultdict(dict)
    for subject, said in parts.items():
        entry, is_act, _ = subject.partition(_ACT)
        if is_act:
            acts[party_id + entry][subject] = said
        else:
            own[subject] = said
    dated = _date_programs(party_id, programs, frame)

    def build(subject: str, said: Said) -> Entry:
        return Entry(
            id=subject,
            list_name=pick_first(said, words.ENTRY_LIST),
            acts=_build_acts(party_id, acts[subject], _name_authority(said, frame)),
            programs=_build_memberships(subject, dated[subject], frame),
            measures=_collect(said, words.ENTRY_MEASURE),
            numbers=_collect(said, words.ENTRY_NUMBER) + _collect(said, words.ENTRY_UN_NUMBER),
            remarks=_collect(said, words.ENTRY_REASON) + _collect(said, words.ENTRY_MEASURE_COMMENT),
        )

    entries = build_parts(build, party_id, own)
    day = frame.valid_on
    if day is None:
        return entries
    return tuple(one for one in entries if _may_stand(one, day) and not _was_between(dated[one.id], day))


def _collect(said: Said, prop: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said.get(prop, ())))


def _name_authority(said: Said, frame: Frame) -> str:
    """Return whose act an entry is: the list's authority, and those whose designations it takes over."""
    sources = ", ".join(_collect(said, words.ENTRY_SOURCE))
    return f"{frame.authority} ({sources})" if sources else frame.authority


def _date_programs(
    party_id: str, programs: Iterable[Program], frame: Frame
) -> defaultdict[str, dict[str, list[Run]]]:
    """Return between which versions each program of each entry stood, the last time first."""
    dated: defaultdict[str, dict[str, list[Run]]] = defaultdict(dict)
    firsts, earlier = frame.continuity.firsts, frame.continuity.earlier
    for one in sorted(programs, key=lambda one: firsts.get(one.id, one.first)):
        tags = dated[party_id + one.subject]
        if one.tag not in tags:
            last = frame.runs[firsts.get(one.id, one.first)]
            tags[one.tag] = [last, *(_close_run(*ended, frame) for ended in earlier.get(one.id, ()))]
    return dated


def _close_run(brought: int, lost: int, frame: Frame) -> Run:
    gone = frame.runs[lost]
    return replace(frame.runs[brought], last_in=gone.absent_in, gone_in=gone.first_in, gone_on=gone.first_on)


def _build_acts(party_id: str, acts: Mapping[str, Said], authority: str) -> tuple[Act, ...]:
    def build(_subject: str, said: Said) -> Act:
        basis = "; ".join(_collect(said, words.ACT_LEGAL_BASIS))
        kind = _KINDS.get(pick_first(said, words.ACT_KIND), "designation")
        return _make_act(
            kind, authority, pick_first(said, words.ACT_DATE), basis, pick_first(said, words.ACT_EVENT)
        )

    return build_parts(build, party_id, acts)


def _build_memberships(entry: str, programs: Mapping[str, list[Run]], frame: Frame) -> tuple[Membership, ...]:
    """Return the programs with the time that the day falls into; of no day the last one."""
    return tuple(
        [
            Membership(tag, entry, run.first_in, run.absent_in, run.last_in, run.gone_in)
            for tag in sorted(programs)
            for run in [one for one in programs[tag] if one.may_cover(frame.valid_on)][:1]
        ]
    )


def _was_between(programs: Mapping[str, Sequence[Run]], day: date) -> bool:
    """Whether all programs had gone by a day and came back after it: the versions around it show none."""
    return bool(programs) and all(
        not any(run.may_cover(day) for run in runs) and any(run.gone_on and run.gone_on <= day for run in runs)
        for runs in programs.values()
    )


def _may_stand(entry: Entry, day: date) -> bool:
    """Whether an entry was neither certainly made later nor certainly ended before; other acts do not say."""
    made = [_read_span(act.date) for act in entry.acts if act.kind == "designation"]
    begun = [span for span in made if span and span.first <= day]
    if made and not begun and None not in made:
        return False
    ends = [span.last for act in entry.acts if act.kind == "delisting" and (span := _read_span(act.date))]
    gone = max((end for end in ends if end < day), default=None)
    return gone is None or any(span.last > gone for span in begun)


@lru_cache(maxsize=_MOST_DATES)
def _read_span(text: str) -> Period | None:
    """Return the days of a date; None of one that cannot be read, which excludes nothing."""
    try:
        return parse_period(text) if text else None
    except InputError:
        return None
