"""What is known of a list before any version of it is read, and what reading one file yields."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ostiary.model.statements import Listing, Snapshot


@dataclass(frozen=True, slots=True)
class ListDescription:
    """One list: whose it is, under which terms, and what a whole file of it looks like.

    Attributes:
        id: Our name for it (``us_ofac``).
        title: The publisher's name for it.
        authority: The body whose acts it publishes.
        publisher: Who publishes the file.
        licence: Terms of use, in a few words.
        url: Where the publisher offers it.
        cadence: How often it changes.
        reader: Name of the module in ``lists`` that reads it.
        least_parties: Fewer than this and the file is refused as incomplete.
        largest_loss: Share of parties, 0 to 1, that may go from one version to the next unremarked; for each full
            year between the two as much again.
        sample: Whether it is the bundled sample and no real list.
        entry_list: Name of the list (``SDN List``) whose entries count in reports of changes, where one file holds
            entries of several; empty: all of them.
        repeats: Id of the list whose listings this one gives in another form; where both are recorded, names are
            screened against that one alone. Empty: none.
        addresses: Where each file of it is fetched from; none: it cannot be fetched by a program.
        expected: Properties to the share of parties, 0 to 1, that have one in a whole file; far fewer is remarked,
            and none at all where it should not be rare is refused.
        ignored: Elements and attributes that the reader leaves out on purpose, each with the reason.
    """

    id: str
    title: str
    authority: str
    publisher: str
    licence: str
    url: str
    cadence: str
    reader: str
    least_parties: int
    largest_loss: float
    sample: bool = False
    entry_list: str = ""
    repeats: str = ""
    addresses: tuple[str, ...] = ()
    expected: dict[str, float] = field(default_factory=dict)
    ignored: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ListReading:
    """One file being read.

    ``listings`` is lazy: the file is read while it is consumed, and a fault of the file is raised from there. When
    it is exhausted the file has been read to its end, ``snapshot`` is set and ``warnings`` is complete.

    Attributes:
        description: The list.
        published: Date of issue that the file states.
        listings: The parties, each once.
        warnings: Elements that the reader does not know, each with its place.
        snapshot: The bytes read; None until the last listing is taken.
        missing: What of the list is not there and what that loses; empty if it is whole. A list that is not whole
            is recorded only if somebody accepts it with a reason.
    """

    description: ListDescription
    published: date
    listings: Iterator[Listing]
    warnings: list[str] = field(default_factory=list)
    snapshot: Snapshot | None = None
    missing: str = ""
