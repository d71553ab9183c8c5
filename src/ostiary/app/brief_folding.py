"""What a brief tells twice, so that whoever shows it can fold it, and how much there is of each kind."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from ostiary.app.brief_contents import Contents
from ostiary.app.plain import count
from ostiary.model.briefs import Agreement, TimelineEvent, Verdict
from ostiary.model.claims import ReportedAct
from ostiary.model.periods import Period

#: What confirms something stands first, then what an editor has to ask about.
_VERDICTS: tuple[Verdict, ...] = ("independent", "cannot tell", "one origin", "public record")

_Key = tuple[Period | None, str, Hashable]


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the timeline.

    Attributes:
        event: As the first report tells it.
        again: The same event, of one day and stage, as other reports tell it.
    """

    event: TimelineEvent
    again: tuple[TimelineEvent, ...] = ()


def fold_events(contents: Contents) -> tuple[Told, ...]:
    """Return the timeline; a dated event that several reports tell stands once.

    Two are the same if they have one stage and one date and are one kind of act on one party, or if their passages
    hold claims that agree.
    """
    groups = {key: at for at, one in enumerate(contents.brief.agreement) for key in one.claims}
    first: dict[_Key, int] = {}
    found: list[list[TimelineEvent]] = []
    for event in contents.brief.timeline:
        keys = list(_list_keys(contents, event, groups)) if event.period else []
        known = next((first[key] for key in keys if key in first), None)
        if known is None or any(one.report_id == event.report_id for one in found[known]):
            known = len(found)
            found.append([])
        found[known].append(event)
        first |= {key: known for key in keys if key not in first}
    return tuple(Told(events[0], tuple(events[1:])) for events in found)


def _list_keys(contents: Contents, event: TimelineEvent, groups: Mapping[str, int]) -> Iterator[_Key]:
    """Yield what tells an event from others: the acts on listed parties, and the shared claims, that it tells."""
    for act in contents.reading(event.report_id).acts:
        if act.span == event.span and act.parties:
            yield event.period, event.stage, (act.kind, frozenset(act.parties))
    for claim in contents.claims_in(event.report_id, event.span):
        if claim.id in groups:
            yield event.period, event.stage, groups[claim.id]


def sort_agreement(agreement: Iterable[Agreement]) -> list[Agreement]:
    """Return what agrees: what confirms something first, then what cannot be told, then what confirms nothing."""
    return sorted(agreement, key=lambda one: _VERDICTS.index(one.verdict))


def list_acts(contents: Contents) -> tuple[list[tuple[str, ReportedAct]], list[tuple[str, ReportedAct]]]:
    """Return the acts with their report: those of which the register can tell something, and the others."""
    acts = [(reading.report.id, act) for reading in contents.brief.readings for act in reading.acts]
    return [pair for pair in acts if pair[1].agrees is not None], [pair for pair in acts if pair[1].agrees is None]


def fold_listings(listings: Iterable[str]) -> list[str]:
    """Return the listings of a party; programs of one list that hold since the same day stand on one line."""
    programs: dict[tuple[str, str], list[str]] = {}
    for listing in listings:
        source, _, rest = listing.partition(": ")
        program, _, since = rest.partition(", ")
        programs.setdefault((source, since), []).append(program)
    return [f"{source}: {', '.join(found)}, {since}".rstrip(" ,:") for (source, since), found in programs.items()]


def say_counts(contents: Contents) -> tuple[str, ...]:
    """Return how much the brief holds, as sentences for its head."""
    brief = contents.brief
    plain = [claim for claim in contents.claims() if not claim.accusation]
    own = sum(not claim.attributed for claim in plain)
    statuses = Counter(claim.accusation.status for claim in contents.accusations() if claim.accusation)
    cleared = statuses["not accused"]
    accused = statuses.total() - cleared
    possible = sum(party.possible for party in brief.parties)
    questions = sum(len(reading.questions) for reading in brief.readings)
    perhaps = (
        ", perhaps somebody else" if len(brief.parties) == 1 else f", {possible:,} of them perhaps somebody else"
    )
    passed = sum(len(reading.passed_over) for reading in brief.readings)
    named = count(len(brief.parties), "designated party", "designated parties") + (perhaps if possible else "")
    parts = (
        named,
        f"{count(len(plain) - own, 'claim')} of others",
        f"{count(own, 'statement')} of the outlets themselves",
        count(accused, "accusation"),
        f"{count(cleared, 'time')} somebody is said not to be accused" if cleared else "",
        count(questions, "open question"),
        count(passed, "listed name passed over", "listed names passed over") if passed else "",
    )
    return (f"{'; '.join(filter(None, parts))}.", *_say_verdicts(brief.agreement, len(brief.readings)))


def _say_verdicts(agreement: Iterable[Agreement], reports: int) -> tuple[str, ...]:
    if reports == 1:
        return ()
    verdicts = Counter(one.verdict for one in agreement)
    each = ", ".join(f"{verdict} {verdicts[verdict]:,}" for verdict in get_args(Verdict))
    shared = count(verdicts.total(), "claim")
    stand = "stands" if verdicts.total() == 1 else "stand"
    return (f"{shared} {stand} in more than one report: {each}.",)
