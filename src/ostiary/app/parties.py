"""Which party is meant: by number, by id, by exact listed name, or by a near one."""

from ostiary.app.opening import open_engine, use_register
from ostiary.app.settings import Settings
from ostiary.model.errors import NotFoundError, QueryError


def find_parties(settings: Settings, text: str) -> tuple[str, ...]:
    """Return the ids of the parties that a text may mean: exact ones if any, else near ones, best first."""
    with use_register(settings) as register:
        exact = tuple(register.find_ids(text))
    return exact or tuple(open_engine(settings).find(text))


def find_one_party(settings: Settings, text: str) -> str:
    """Return the id of the one party that a text means.

    Raises:
        NotFoundError: There is none.
        QueryError: There are several.
    """
    found = find_parties(settings, text)
    if not found:
        raise NotFoundError(
            f"No party is found under {text!r}.", advice="Give the list's number or a listed name."
        )
    if len(found) > 1:
        raise QueryError(f"{text!r} may be any of {', '.join(found[:10])}.", advice="Give one of these ids.")
    return found[0]
