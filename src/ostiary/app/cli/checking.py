"""What an option says, checked: a word that is not understood is refused, with the nearest ones that are."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from ostiary.intake import find_schema, list_schemas
from ostiary.model.errors import QueryError
from ostiary.names.tables import listed_countries
from ostiary.screening import Engine


def advise_near(text: str, known: Iterable[str], otherwise: str) -> str:
    """Return advice that names the known words nearest to one, or other advice where none is near.

    Args:
        text: The word that was not understood.
        known: Those that are; case does not count.
        otherwise: The other advice.
    """
    written: Mapping[str, str] = {word.casefold(): word for word in known}
    near = [written[one] for one in get_close_matches(text.casefold(), written, n=3)]
    return f"Did you mean {' or '.join(near)}?" if near else otherwise


def check_schema(text: str) -> str:
    """Return what a name names in FollowTheMoney's word; empty if nothing is said.

    Raises:
        QueryError: There is no such word; it would be passed over, and the name compared with every kind of party.
    """
    found = find_schema(text)
    if text and not found:
        known = list_schemas()
        advice = advise_near(text, known, f"Known are: {', '.join(known)}.")
        raise QueryError(f"{text!r} is no schema that is known.", where="--schema", advice=advice)
    return found


def check_countries(engine: Engine, countries: Iterable[str], option: str = "--country") -> None:
    """Check that the countries of an option are understood.

    Raises:
        QueryError: One is not; it would be passed over, and say neither yes nor no.
    """
    for text in countries:
        if not engine.index.country_code(text):
            names = (form for _, form, kind in listed_countries() if kind == "names")
            advice = advise_near(text, names, "Give a code (VE) or an English name.")
            raise QueryError(f"{text!r} is no country that is known.", where=option, advice=advice)
