"""What else is known beside names: everything together, and addresses, genders and numbers themselves."""

from collections.abc import Iterator, Mapping, Sequence

from ostiary.index import IdentifierPosting, IndexedParty
from ostiary.model.hits import Part
from ostiary.model.queries import Query
from ostiary.names.identifiers import is_lei, is_ship_number, is_state_number, normalise_identifier
from ostiary.screening.dates import birth_part, founding_part, read_dates
from ostiary.screening.origins import Origins

_ALIKE_ADDRESS = 0.8
_LONG_IDENTIFIER = 8
_GENDERS = frozenset("mf")

Points = Mapping[str, int]


def address_part(ours: Sequence[str], theirs: Sequence[str], points: Points) -> Part | None:
    """Return what addresses say: only that two are alike, never that they differ, since people move."""
    if not ours or not theirs:
        return None
    from rigour.addresses import match_addresses  # noqa: PLC0415 - takes a second to learn addresses

    best = match_addresses(list(ours), list(theirs))
    if best is None or best.score < _ALIKE_ADDRESS:
        return None
    return Part("address", best.query, best.result, points["address alike"], "address alike")


def gender_part(ours: str, theirs: str, points: Points) -> Part | None:
    """Return what genders say, each by its first letter: *male*, *M*."""
    one, other = ours[:1].casefold(), theirs[:1].casefold()
    if not {one, other} <= _GENDERS:
        return None
    label = "gender equal" if one == other else "gender differs"
    return Part("gender", ours, theirs, points[label], label)


def differing_identifier_part(
    ours: Sequence[str], theirs: Sequence[tuple[str, str]], points: Points, *, vessel: bool
) -> Part | None:
    """Return that two bearers have other numbers of a kind of which each has one only.

    These are a ship's IMO number, an LEI, and the register numbers of Russia (OGRN) and China (USCC), all with
    check digits. Passports and tax numbers are not: people have several.

    Args:
        ours: The query's identifiers.
        theirs: Label and value of the party's.
        points: What evidence weighs.
        vessel: Whether the party is a ship; a company's IMO number is another kind.
    """
    if not ours:
        return None
    kinds = (
        ("LEI", is_lei),
        ("IMO number" if vessel else "register number", is_ship_number if vessel else is_state_number),
    )
    for kind, is_one in kinds:
        mine = {normalise_identifier(text): text for text in ours if is_one(text)}
        listed = {normalise_identifier(value): value for _, value in theirs if is_one(value)}
        if mine and listed and not mine.keys() & listed.keys():
            one, other = next(iter(mine.values())), next(iter(listed.values()))
            label = "identifier differs"
            return Part("identifier", one, other, points[label], f"{label}: {kind} {one} and {other}")
    return None


def identifier_part(postings: Sequence[IdentifierPosting], points: Points, *, alone: bool) -> Part:
    """Return what an equal identifier says, with a matching name or alone."""
    best = max(postings, key=lambda posting: (posting.checked, len(normalise_identifier(posting.value))))
    label = "identifier equal"
    if alone:
        telling = best.checked or len(normalise_identifier(best.value)) >= _LONG_IDENTIFIER
        label = "telling identifier alone" if telling else "short identifier alone"
    return Part("identifier", best.value, best.value, points[label], f"{label}: {best.label} {best.value}")


def other_parts(query: Query, origins: Origins, party: IndexedParty, points: Points) -> Iterator[Part]:
    """Yield what everything but names and equal identifiers says of a party.

    Args:
        query: What is screened.
        origins: Where its bearer comes from.
        party: The party.
        points: What evidence weighs.
    """
    vessel = party.schema == "Vessel"
    yield from filter(
        None,
        (
            birth_part(read_dates(query.birth_dates), party.births, points),
            founding_part(read_dates(query.founding_dates), party.foundings, points, vessel=vessel),
            *origins.parts(party, points),
            gender_part(query.gender, party.gender, points),
            address_part(query.addresses, party.addresses, points),
            differing_identifier_part(query.identifiers, party.identifiers, points, vessel=vessel),
        ),
    )
