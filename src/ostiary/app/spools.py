"""Spools: what a process that reads a file hands to the one that records it, as a file of plain frames.

A frame is a batch of listings, or the last one: what is known at the end of the file, or why it was not reached.
"""

import marshal
import pickle
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, TypeAlias, cast

from ostiary.model.errors import ListFileError, OstiaryError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing, Place, Snapshot, Statement

#: Parties in a frame: bounds the memory on both sides.
_BATCH = 200

_Row: TypeAlias = tuple[str, str, str, str, int, str, str]
_Frame: TypeAlias = list[tuple[str, list[_Row]]] | bytes
#: Warnings, snapshot and what is missing; or the error.
_End: TypeAlias = tuple[list[str], Snapshot | None, str] | OstiaryError


def write_spool(reading: ListReading, file: BinaryIO) -> None:
    """Read a list to its end, or to its fault, into a spool.

    Args:
        reading: The list being read.
        file: Written to from where it stands.
    """
    end: _End
    try:
        while batch := [_pack(listing) for listing in islice(reading.listings, _BATCH)]:
            marshal.dump(batch, file)
        end = reading.warnings, reading.snapshot, reading.missing
    except OstiaryError as error:
        end = error
    write_end(end, file)


def write_end(end: _End, file: BinaryIO) -> None:
    """Write the last frame of a spool."""
    marshal.dump(pickle.dumps(end), file)


def read_spool(reading: ListReading, file: BinaryIO) -> Iterator[Listing]:
    """Give the listings of a spool; at their end the reading knows what it would know had it read the file itself.

    Args:
        reading: Of the same file, none of its listings taken.
        file: The spool, from where it stands; closed at the end.

    Raises:
        ListFileError: The fault that reading met; or the spool has no end.
    """
    with file:
        while isinstance(frame := _load(file, reading), list):
            for party_id, rows in frame:
                yield _unpack(party_id, rows)
    end = cast("_End", pickle.loads(frame))  # noqa: S301 - written by our own process into a file without a name
    if isinstance(end, OstiaryError):
        raise end
    reading.warnings[:], reading.snapshot, reading.missing = end


def _load(file: BinaryIO, reading: ListReading) -> _Frame:
    try:
        return cast("_Frame", marshal.load(file))  # noqa: S302 - as above
    except (EOFError, ValueError, TypeError) as error:
        raise ListFileError(
            "The process that read the file ended before it.",
            where=reading.description.id,
            advice="Memory or disk may be full; take in this file alone.",
        ) from error


def _pack(listing: Listing) -> tuple[str, list[_Row]]:
    return listing.party_id, [
        (
            one.subject,
            one.property,
            one.value,
            one.place.element,
            one.place.number,
            one.valid_from,
            one.valid_until,
        )
        for one in listing.statements
    ]


def _unpack(party_id: str, rows: list[_Row]) -> Listing:
    return Listing(
        party_id,
        tuple(
            Statement(subject, prop, value, Place(element, number), valid_from, valid_until)
            for subject, prop, value, element, number, valid_from, valid_until in rows
        ),
    )
