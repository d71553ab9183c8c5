"""Which party is meant: by number, by id, by exact listed name, or by a near one."""

from ostiary.app.opening import open_engine, use_register
from ostiary.app.settings import Settings
from ostiary.model.errors import NotFoundError, QueryError


def find_parties(settings: Settings, text: str) -> tuple[dict[str, str], bool]:
    """Return the parties that a text may mean, best first, and whether it names them exactly.

    Returns:
        Id to the listed name that is near the text, empty where the text is exact; and whether it is.
    """
    with use_register(settings) as register:
        exact = dict.fromkeys(register.find_ids(text), "")
    if exact:
        return exact, True
    engine = open_engine(settings)
    near = {hit.party_id: hit.matched_name for hit in engine.screen(text, weak=True)}
    return {party_id: near.get(party_id, "") for party_id in engine.find(text)}, False


def find_exact_party(settings: Settings, text: str) -> str:
    """Return the id of the one party that a number, an id or an exact listed name means.

    Raises:
        NotFoundError: There is none; near names are told, never taken.
        QueryError: There are several.
    """
    with use_register(settings) as register:
        found = tuple(register.find_ids(text))
    if not found:
        near = ", ".join(open_engine(settings).find(text)[:5])
        raise NotFoundError(
            f"No party bears the number or name {text!r}.",
            advice=f"Near names: {near}." if near else "Give the list's number or a listed name.",
        )
    if len(found) > 1:
        raise QueryError(f"{text!r} may be any of {', '.join(found[:10])}.", advice="Give one of these ids.")
    return found[0]
