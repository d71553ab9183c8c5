"""A party as one row of a table: texts, and lists of texts where there may be several."""

from collections.abc import Iterator

from ostiary.model.parties import Party

#: Columns in their order; whether a column holds several values.
COLUMNS = (
    ("id", False),
    ("list", False),
    ("version", False),
    ("schema", False),
    ("name", False),
    ("aliases", True),
    ("weak_aliases", True),
    ("birth_dates", True),
    ("countries", True),
    ("addresses", True),
    ("identifiers", True),
    ("wallets", True),
    ("programs", True),
    ("first_listed", False),
)
_COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")


def make_row(party: Party) -> dict[str, str | list[str]]:
    """Return a party with the columns of :data:`COLUMNS`; every value as the list publishes it."""
    strong = [alias.name for alias in party.aliases if alias.quality == "strong"]
    days = [act.date for entry in party.entries for act in entry.acts if act.kind == "designation" and act.date]
    return {
        "id": party.id,
        "list": party.list_id,
        "version": party.version,
        "schema": party.schema,
        "name": party.caption,
        "aliases": _once(name for name in strong if name != party.caption),
        "weak_aliases": _once(alias.name for alias in party.aliases if alias.quality == "weak"),
        "birth_dates": list(party.properties.get("birthDate", ())),
        "countries": _once(value for name in _COUNTRIES for value in party.properties.get(name, ())),
        "addresses": _once(address.full or address.country for address in party.addresses),
        "identifiers": _once(
            f"{one.type}: {one.number}" for one in party.documents if one.number and not one.fraudulent
        ),
        "wallets": _once(f"{one.currency}: {one.address}" for one in party.wallets),
        "programs": list(party.programs),
        "first_listed": min(days, default=""),
    }


def _once(values: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
