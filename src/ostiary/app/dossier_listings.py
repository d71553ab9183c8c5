"""The listings of one party, each as it stood at the dates asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ostiary.app.dates import Dates
from ostiary.lists import describe_list
from ostiary.model.changes import Change
from ostiary.model.errors import NotFoundError
from ostiary.model.identity import Link
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.register import Register


@dataclass(frozen=True, slots=True)
class ListedParty:
    """One listing of a party.

    Attributes:
        party: What the list says.
        version: The version that answers.
        versions: All versions up to that one, the first one first.
        history: What each of them changed for the listing.
        link: Why it is held to be the same party as the listing that was asked for; None for that one itself.
    """

    party: Party
    version: ListVersion
    versions: tuple[ListVersion, ...]
    history: tuple[tuple[ListVersion, Change], ...]
    link: Link | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids by which lists and notices call it."""
        return name_listing(self.party.id)

    def find_before(self, version: ListVersion) -> ListVersion | None:
        """Return the version before one; None before the first."""
        return self.versions[version.sequence - 2] if version.sequence > 1 else None


def name_listing(party_id: str) -> tuple[str, ...]:
    """Return the ids of a listing: its own, and that on the list which its list repeats, number by number."""
    list_id, _, number = party_id.partition(":")
    repeated = describe_list(list_id).repeats
    return (party_id, f"{repeated}:{number}") if repeated else (party_id,)


def read_listing(register: Register, party_id: str, asked: Dates, link: Link | None = None) -> ListedParty:
    """Return a listing as it stood.

    Raises:
        NotFoundError: It was not known, or not in force, at these dates.
    """
    party = register.party(
        party_id, valid_on=asked.valid_on, known_at=asked.known_at, recorded_at=asked.recorded_at
    )
    version = register.state(party.list_id, known_at=asked.known_at, recorded_at=asked.recorded_at).version
    return ListedParty(
        party=party,
        version=version,
        versions=register.versions(party.list_id)[: version.sequence],
        history=tuple(one for one in register.history(party_id) if one[0].sequence <= version.sequence),
        link=link,
    )


def read_linked(register: Register, links: Sequence[Link], asked: Dates) -> Iterator[ListedParty]:
    """Yield the linked listings that were known at some dates, each with the reason of its link."""
    for link in links:
        if link.state != "linked":
            continue
        try:
            yield read_listing(register, link.right, asked, link)
        except NotFoundError:
            continue
