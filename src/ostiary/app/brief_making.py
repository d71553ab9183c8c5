"""Readings to a brief: parties with their listings that day, key points, agreement, timeline."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ostiary.app.brief_outlets import name_outlets
from ostiary.app.ended_programs import add_ended_programs
from ostiary.app.read_names import join_listings
from ostiary.documents.acts import compare_act, events_of
from ostiary.documents.agreement import compare_readings
from ostiary.documents.parties import identity_wording, listings_on, party_differences
from ostiary.documents.stance.key_points import key_points
from ostiary.model.briefs import Brief, KeyPoint, NamedParty, PartyDifference, TimelineEvent
from ostiary.model.claims import Reading
from ostiary.model.errors import NotFoundError
from ostiary.model.parties import Party
from ostiary.register import Register

_KEY_POINTS = 6
_REFERRING = frozenset(("pronoun", "nominal"))
_LEAST_KEY_POINTS = 2


def make_brief(
    readings: Sequence[Reading],
    register: Register,
    day: date,
    listings_of: Callable[[str], Sequence[str]] = lambda listing: (listing,),
) -> Brief:
    """Return the brief over some readings.

    Args:
        readings: One for each report, in the order given.
        register: What the listings are taken from.
        day: The day on which listings are stated.
        listings_of: Returns the ids of all listings of the party that a listing is of, that one first.
    """
    parties = _load_parties(readings, register, listings_of)
    compared = tuple(_compare_acts(reading, parties, day) for reading in readings)
    differences = [pair for reading in compared for pair in _differences_of(reading, parties)]
    brief = Brief(
        day=day,
        readings=compared,
        parties=_name_parties(compared, parties, differences, day),
        key_points=_choose_key_points(compared),
        agreement=compare_readings(compared),
        timeline=_order_events(compared),
    )
    return name_outlets(brief)


def _load_parties(
    readings: Sequence[Reading], register: Register, listings_of: Callable[[str], Sequence[str]]
) -> dict[str, Party]:
    named = dict.fromkeys(mention.party_id for reading in readings for mention in reading.mentions)
    parties = {}
    for party_id in named:
        try:
            parties[party_id] = join_listings(
                [add_ended_programs(register.party(one), register) for one in listings_of(party_id)]
            )
        except NotFoundError:
            continue
    return parties


def _compare_acts(reading: Reading, parties: Mapping[str, Party], day: date) -> Reading:
    on = reading.report.published or day
    return replace(reading, acts=tuple(compare_act(act, parties, on) for act in reading.acts))


def _differences_of(reading: Reading, parties: Mapping[str, Party]) -> tuple[tuple[str, PartyDifference], ...]:
    return party_differences(reading.report, reading.mentions, parties)


def _name_parties(
    readings: Sequence[Reading],
    parties: Mapping[str, Party],
    differences: Sequence[tuple[str, PartyDifference]],
    day: date,
) -> tuple[NamedParty, ...]:
    """Return the parties named, those that are surely meant first, then by how often they are named."""
    named = [_name_party(readings, party, differences, day) for party in parties.values()]
    return tuple(sorted(named, key=lambda one: (one.possible, -sum(count for _, count in one.mentions), one.id)))


def _name_party(
    readings: Sequence[Reading], party: Party, differences: Sequence[tuple[str, PartyDifference]], day: date
) -> NamedParty:
    named = [
        (reading.report.id, mention)
        for reading in readings
        for mention in reading.mentions
        if mention.party_id == party.id and mention.kind not in _REFERRING
    ]
    by_name = [pair for pair in named if pair[1].sure] or named
    counts: dict[str, int] = {}
    for report_id, _mention in by_name:
        counts[report_id] = counts.get(report_id, 0) + 1
    mentions = [mention for _, mention in by_name]
    return NamedParty(
        id=party.id,
        name=party.caption,
        schema=party.schema,
        listings=listings_on(party, day),
        identity=identity_wording(mentions, party),
        mentions=tuple(counts.items()),
        differences=tuple(difference for party_id, difference in differences if party_id == party.id),
        possible=not any(mention.sure for mention in mentions),
    )


def _choose_key_points(readings: Sequence[Reading]) -> tuple[KeyPoint, ...]:
    each = max(_LEAST_KEY_POINTS, _KEY_POINTS // max(1, len(readings)))
    return tuple(point for reading in readings for point in key_points(reading, each))


def _order_events(readings: Sequence[Reading]) -> tuple[TimelineEvent, ...]:
    """Return the dated events of all reports in order, those without a day last."""
    events = [event for reading in readings for event in events_of(reading)]
    dated = sorted((event for event in events if event.period), key=lambda event: (event.period, event.report_id))
    return (*dated, *(event for event in events if not event.period))
