"""Countries as codes, whatever they are called.

rigour knows every name and takes three seconds to learn them, so names become codes when an index is compiled, and
the index keeps the table for queries.
"""

from collections.abc import Iterable, Mapping

#: What rigour's successors of a former state lack.
_MISSED_SUCCESSORS = {"yucs": ("csxx", "rs", "me"), "cshh": ("cz", "sk"), "sd": ("ss",)}


def country_table(listed: Iterable[str]) -> Mapping[str, str]:
    """Return the code of each country by code, name, and by what a list calls it.

    Args:
        listed: Names of countries as lists publish them; those that nothing knows are left out.
    """
    from rigour.territories import get_territories, lookup_territory  # noqa: PLC0415 - asked only when compiling

    table: dict[str, str] = {}
    for territory in get_territories():
        for name in (territory.code, territory.alpha3, territory.name, territory.full_name):
            if name:
                table.setdefault(plain_country(name), territory.code)
    for name in listed:
        if plain_country(name) not in table and (found := lookup_territory(name)):
            table[plain_country(name)] = found.code
    return dict(sorted(table.items()))


def related_countries() -> Mapping[str, tuple[str, ...]]:
    """Return the codes that stand for one place with each: what it is part of, and what came of a former state."""
    from rigour.territories import get_territories  # noqa: PLC0415 - asked only when compiling

    known = {territory.code: territory for territory in get_territories()}
    found = {}
    for code, territory in sorted(known.items()):
        kin = {code, *_MISSED_SUCCESSORS.get(code, ()), *(state.code for state in territory.successors)}
        parent = territory.parent
        while parent:
            kin.add(parent.code)
            parent = parent.parent
        if len(kin) > 1:
            found[code] = tuple(sorted(kin))
    return found


def plain_country(text: str) -> str:
    """Return a country's name or code as the table holds it: case and spacing folded."""
    return " ".join(text.casefold().split())
