"""Readings built by hand: what a reader of a list file would hand on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing, Place, Snapshot, Statement
from ostiary.register import Register, open_register

#: Subject below the party, property, value, then valid from and valid until if need be.
Said = tuple[str, ...]
Build = Callable[..., ListReading]

DESCRIPTION = ListDescription(
    id="zz_list",
    title="A list",
    authority="Ministry",
    publisher="Gazette",
    licence="free",
    url="",
    cadence="daily",
    reader="none",
    least_parties=1,
    largest_loss=0.5,
    entry_list="Main",
)


def make_listing(number: str, said: Iterable[Said], list_id: str = DESCRIPTION.id) -> Listing:
    party_id = f"{list_id}:{number}"
    return Listing(
        party_id,
        [
            Statement(party_id + below, prop, value, Place("Row", row), *valid)
            for row, (below, prop, value, *valid) in enumerate(said)
        ],
    )


def describe_party(name: str, *programs: str, since: str = "2020-01-01", on: str = "Main") -> list[Said]:
    """What a list says of a party with a primary name, and one entry with programs."""
    return [
        ("", "Thing.schema", "Person"),
        ("/alias/1", "Alias.name", name),
        ("/alias/1", "Alias.kind", "name"),
        ("/entry/1", "Sanction.list", on),
        *(("/entry/1", "Sanction.program", program) for program in programs),
        ("/entry/1/act/1", "Act.date", since),
    ]


def build_reading(
    published: str,
    parties: Mapping[str, Sequence[Said]] | Sequence[Listing],
    *,
    fault: Exception | None = None,
    **described: object,
) -> ListReading:
    """A file being read; with a fault it breaks off after its parties."""
    description = replace(DESCRIPTION, **described)  # type: ignore[arg-type]
    listings = (
        [make_listing(*one, description.id) for one in parties.items()]
        if isinstance(parties, Mapping)
        else parties
    )

    def read() -> Iterator[Listing]:
        yield from listings
        if fault is not None:
            raise fault
        reading.snapshot = Snapshot("ab" * 32, 10, f"{published}.xml")

    reading = ListReading(description, date.fromisoformat(published), read())
    return reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    with open_register(path, create=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def build() -> Build:
    return build_reading


@pytest.fixture(scope="session")
def describe() -> Callable[..., list[Said]]:
    return describe_party


@pytest.fixture(scope="session")
def listing() -> Callable[..., Listing]:
    return make_listing
