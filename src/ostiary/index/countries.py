"""Countries as codes, whatever they are called.

rigour knows every name and takes three seconds to learn them, so names become codes when an index is compiled, and
the index keeps the table for queries.
"""

from collections.abc import Iterable, Mapping

from rigour.territories import get_territories, lookup_territory

from ostiary.index.texts import plain_country


def country_table(listed: Iterable[str]) -> Mapping[str, str]:
    """Return the code of each country by code, name, and by what a list calls it.

    Args:
        listed: Names of countries as lists publish them; those that nothing knows are left out.
    """
    table: dict[str, str] = {}
    for territory in get_territories():
        for name in (territory.code, territory.alpha3, territory.name, territory.full_name):
            if name:
                table.setdefault(plain_country(name), territory.code)
    for name in listed:
        if plain_country(name) not in table and (found := lookup_territory(name)):
            table[plain_country(name)] = found.code
    return dict(sorted(table.items()))
