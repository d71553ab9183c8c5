from collections.abc import Callable, Sequence

import pytest

from ostiary.model.acts import Membership
from ostiary.model.parties import Alias, Entry, IdentityDocument, Party

#: A document: label, number, country.
Document = tuple[str, str, str]


def _listing(
    listing: str,
    *names: str,
    schema: str = "Person",
    documents: Sequence[Document] = (),
    numbers: Sequence[str] = (),
    program: str = "",
    list_name: str = "A List",
    **properties: str,
) -> Party:
    aliases = [Alias(f"{listing}/alias/{at}", name, "name", "strong", "") for at, name in enumerate(names)]
    programs = (Membership(program, f"{listing}/entry/1", "2025"),) if program else ()
    return Party(
        listing,
        schema,
        listing.partition(":")[0],
        "2025",
        tuple(aliases),
        entries=(Entry(f"{listing}/entry/1", list_name, programs=programs, numbers=tuple(numbers)),),
        documents=tuple(
            IdentityDocument(f"{listing}/document/{at}", *document) for at, document in enumerate(documents)
        ),
        properties={name: tuple(value.split("; ")) for name, value in properties.items()},
    )


@pytest.fixture(scope="session")
def listing() -> Callable[..., Party]:
    """A function that returns a listing: its id, its names, and what else the list says of it."""
    return _listing
