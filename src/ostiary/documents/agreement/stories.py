"""Whose story do two reports tell? Then what they say alike, naming nobody, is no second word for it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ostiary.documents.agreement.credits import find_credits, name_credited
from ostiary.documents.agreement.origins import Stories, Telling, share_outlets
from ostiary.documents.agreement.sources import find_sources
from ostiary.documents.agreement.speakers import name_body
from ostiary.model.claims import Reading

#: Positions of two readings in the sequence compared.
Pair = tuple[int, int]

#: A report tells an outlet's story if this many of its attributed claims came through it, and this share of them.
RETOLD, RETOLD_SHARE = 2, 0.25


def find_stories(readings: Sequence[Reading], told: Sequence[Sequence[Telling]]) -> Mapping[Pair, Stories]:
    """Return, for each two reports, the outlets whose story both tell.

    That is an outlet which one of the two credits for the whole report, or one through which a claim came to
    both and of whose claims one of them consists in good part. Quoting an outlet once is not telling its story.

    Args:
        readings: The reports.
        told: For each claim that several make, the telling of each.
    """
    stories = {pair: dict(credited) for pair, credited in _credited(readings)}
    retold = [_find_retold(reading) for reading in readings]
    for pair, outlets in _told_alike(told):
        main = retold[pair[0]] | retold[pair[1]]
        stories[pair].update({outlet: name for outlet, name in outlets.items() if outlet in main})
    return stories


def _find_retold(reading: Reading) -> frozenset[str]:
    """Return the outlets through which a good part of a report's attributed claims came, itself left out."""
    hands = [
        {outlet for source in find_sources(claim, reading) for outlet in source.outlets}
        for claim in reading.claims
        if claim.attributed
    ]
    counts = Counter(outlet for outlets in hands for outlet in outlets)
    enough = max(RETOLD, RETOLD_SHARE * len(hands))
    publisher = name_body(reading.report.outlet)
    return frozenset(outlet for outlet, count in counts.items() if count >= enough and outlet != publisher)


def _told_alike(told: Sequence[Sequence[Telling]]) -> Iterator[tuple[Pair, Mapping[str, str]]]:
    """Yield, for each claim and two reports that make it, the outlets through which it came to both."""
    for tellings in told:
        for one, other in combinations(tellings, 2):
            shared = [share_outlets(left, right) for left in one.sources for right in other.sources]
            yield (one.report, other.report), {outlet: name for each in shared for outlet, name in each.items()}


def _credited(readings: Sequence[Reading]) -> Iterator[tuple[Pair, Stories]]:
    """Yield, for each two reports, the outlets that one credits and the other is, names or credits too."""
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
