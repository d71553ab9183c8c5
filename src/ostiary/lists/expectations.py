"""What a whole file should hold, checked when it has been read: a field that vanished is noticed."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

#: Less than this part of what is expected is far below it: lists of these sizes move by a few per cent a year.
_FAR_BELOW: Final = 0.75
#: A property that at least this share of parties should have cannot be missing from a whole file.
_NOT_RARE: Final = 0.05


def watch_expectations(reading: ListReading) -> ListReading:
    """Let a reading check at its end how many parties have the properties that the description expects.

    A file with fewer parties than a whole one has is not looked at: it is refused as incomplete elsewhere.

    Args:
        reading: The reading, none of its listings taken yet. What falls short is added to its warnings; the
            error, if a property is missing everywhere, is raised in place of its end.

    Returns:
        The same reading.
    """
    if reading.description.expected:
        reading.listings = _count(reading, reading.listings)
    return reading


def _count(reading: ListReading, listings: Iterator[Listing]) -> Iterator[Listing]:
    expected = frozenset(reading.description.expected)
    found: Counter[str] = Counter()
    parties = 0
    for listing in listings:
        parties += 1
        found.update(expected.intersection(statement.property for statement in listing.statements))
        yield listing
    if parties >= reading.description.least_parties:
        _check(reading, found, parties)


def _check(reading: ListReading, found: Counter[str], parties: int) -> None:
    for prop, share in reading.description.expected.items():
        if not found[prop] and share >= _NOT_RARE:
            raise ListFileError(
                f"No party has {prop}, which {share:.0%} of them should have.",
                where="whole file",
                advice="The file is damaged, or its form has changed: fetch it again, or report it.",
            )
        if found[prop] < _FAR_BELOW * share * parties:
            reading.warnings.append(
                f"only {found[prop] / parties:.1%} of the parties have {prop}, where {share:.0%} are expected"
            )
