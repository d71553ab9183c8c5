"""Whose story do two reports tell? Then what they say alike, naming nobody, is no second word for it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ostiary.documents.agreement.credits import find_credits, name_credited
from ostiary.documents.agreement.origins import Stories, Telling, share_outlets
from ostiary.documents.agreement.sources import find_sources
from ostiary.model.claims import Reading


def find_stories(
    readings: Sequence[Reading], told: Sequence[Sequence[Telling]]
) -> Mapping[tuple[int, int], Stories]:
    """Return, for each two reports, the outlets whose story both tell.

    That is an outlet through which a claim that both make came to each, or which one of the two credits for the
    report as a whole.

    Args:
        readings: The reports.
        told: For each claim that several make, the telling of each.
    """
    stories: dict[tuple[int, int], dict[str, str]] = {}
    for pair, outlets in (*_credited(readings), *_told_alike(told)):
        stories.setdefault(pair, {}).update(outlets)
    return stories


def _told_alike(told: Sequence[Sequence[Telling]]) -> Iterator[tuple[tuple[int, int], Stories]]:
    for tellings in told:
        for one, other in combinations(tellings, 2):
            for left in one.sources:
                for right in other.sources:
                    yield (one.report, other.report), share_outlets(left, right)


def _credited(readings: Sequence[Reading]) -> Iterator[tuple[tuple[int, int], Stories]]:
    outlets = [_find_outlets(reading) for reading in readings]
    known = frozenset(outlet for named in outlets for outlet in named)
    credited = [name_credited(find_credits(reading.report), known) for reading in readings]
    for one, other in combinations(range(len(readings)), 2):
        names = {**outlets[one], **outlets[other]}
        shared = (credited[one] & (set(outlets[other]) | credited[other])) | (credited[other] & set(outlets[one]))
        yield (one, other), {outlet: names.get(outlet, outlet) for outlet in shared}


def _find_outlets(reading: Reading) -> Mapping[str, str]:
    """Return all outlets that a report names as hands of a claim, and its publisher, folded."""
    return {
        outlet: name
        for claim in reading.claims
        for source in find_sources(claim, reading)
        for outlet, name in source.outlets.items()
    }
