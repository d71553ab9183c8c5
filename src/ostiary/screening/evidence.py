"""What else is known: birth dates, countries, addresses, identifiers. Each supports, contradicts, or is silent."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from ostiary.index import IdentifierPosting, IndexedParty
from ostiary.model.errors import InputError
from ostiary.model.hits import Part
from ostiary.model.periods import Period, parse_period
from ostiary.model.queries import Query
from ostiary.names.identifiers import is_lei, is_ship_number, normalise_identifier

_ALIKE_ADDRESS = 0.8
_LONG_IDENTIFIER = 8
_FAR_YEARS = 5
_GENDERS = frozenset("mf")
_PLACEHOLDERS = (date(1900, 1, 1), date(1901, 1, 1))

Points = Mapping[str, int]


def read_birth_dates(texts: Sequence[str]) -> tuple[Period, ...]:
    """Return those of the texts that are dates; others, and what systems write for an unknown one, say nothing."""
    found = []
    for text in texts:
        try:
            period = parse_period(text)
        except InputError:
            continue
        if period.first not in _PLACEHOLDERS:
            found.append(period)
    return tuple(found)


def birth_part(ours: Sequence[Period], theirs: Sequence[Period], points: Points) -> Part | None:
    """Return what birth dates say: the kindest of all pairs, since a list may publish several for one party."""
    if not ours or not theirs:
        return None
    labelled = [(_compare_births(our, their), our, their) for our in ours for their in theirs]
    label, our, their = max(labelled, key=lambda found: points[found[0]])
    return Part("birth date", str(our), str(their), points[label], f"{label}: {our} and {their}")


def _compare_births(ours: Period, theirs: Period) -> str:
    if (ours.first, ours.last) == (theirs.first, theirs.last) and ours.first == ours.last:
        return "birth date equal"
    margin = timedelta(days=366 if ours.circa or theirs.circa else 0)
    if ours.first - margin <= theirs.last and theirs.first <= ours.last + margin:
        return "birth dates overlap"
    apart = max(theirs.first.year - ours.last.year, ours.first.year - theirs.last.year)
    if apart <= 0:
        return _compare_in_one_year(ours, theirs)
    if apart == 1:
        return "birth year one off"
    return "birth year far off" if apart > _FAR_YEARS else "birth year off"


def _compare_in_one_year(ours: Period, theirs: Period) -> str:
    one, other = ours.first, theirs.first
    if ours.first == ours.last and theirs.first == theirs.last:
        if (one.month, one.day) == (other.day, other.month):
            return "birth day and month swapped"
        if one.month == other.month or one.day == other.day:
            return "birth day or month off"
    return "birth day and month off"


def country_part(ours: Sequence[str], theirs: Sequence[str], points: Points) -> Part | None:
    """Return what countries say; the values are codes."""
    if not ours or not theirs:
        return None
    shared = sorted(set(ours) & set(theirs))
    label = "country shared" if shared else "no country shared"
    reason = f"{label}: {', '.join(shared)}" if shared else f"{label}: {', '.join(ours)} and {', '.join(theirs)}"
    return Part("country", ", ".join(ours), ", ".join(theirs), points[label], reason)


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
    """Return that two bearers have other numbers of a kind of which each has one only: IMO number, LEI.

    Args:
        ours: The query's identifiers.
        theirs: Label and value of the party's.
        points: What evidence weighs.
        vessel: Whether the party is a ship; a company's IMO number is another kind.
    """
    kinds = (("LEI", is_lei), ("IMO number", is_ship_number)) if vessel else (("LEI", is_lei),)
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


def other_parts(query: Query, countries: Sequence[str], party: IndexedParty, points: Points) -> Iterator[Part]:
    """Yield what everything but names and equal identifiers says of a party.

    Args:
        query: What is screened.
        countries: The codes of its countries.
        party: The party.
        points: What evidence weighs.
    """
    vessel = party.schema == "Vessel"
    for part in (
        birth_part(read_birth_dates(query.birth_dates), party.births, points),
        country_part(countries, party.countries, points),
        gender_part(query.gender, party.gender, points),
        address_part(query.addresses, party.addresses, points),
        differing_identifier_part(query.identifiers, party.identifiers, points, vessel=vessel),
    ):
        if part:
            yield part
