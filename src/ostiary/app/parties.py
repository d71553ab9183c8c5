"""Which party is meant: by number, by id, by exact listed name, by words of a name, or by a near one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ostiary.app.opening import open_engine, use_register
from ostiary.app.settings import Settings
from ostiary.model.errors import NotFoundError, QueryError


@dataclass(frozen=True, slots=True)
class FoundParties:
    """The parties that a text may mean.

    Attributes:
        how: ``exact``: it is their number, id or name; ``held``: their names hold each word of it, among others;
            ``near``: names of theirs are near it.
        names: Id of each, best first, to the name by which it is found; empty where the text is exact.
    """

    how: Literal["exact", "held", "near"]
    names: Mapping[str, str]

    def on_list(self, list_id: str) -> "FoundParties":
        """Return those of one list; of all lists if none is named."""
        if not list_id:
            return self
        return FoundParties(
            self.how, {one: name for one, name in self.names.items() if one.startswith(f"{list_id}:")}
        )


def find_parties(settings: Settings, text: str) -> FoundParties:
    """Return the parties that a text may mean: those it names; else those whose names hold it; else near ones."""
    from ostiary.app.bearers import find_bearers  # noqa: PLC0415 - an id or a whole name needs no kernels

    with use_register(settings) as register:
        exact = dict.fromkeys(register.find_ids(text), "")
    if exact:
        return FoundParties("exact", exact)
    engine = open_engine(settings)
    if held := find_bearers(engine.index, text):
        return FoundParties("held", held)
    near = {hit.party_id: hit.matched_name for hit in engine.screen(text, weak=True)}
    return FoundParties("near", {party_id: near.get(party_id, "") for party_id in engine.find(text)})


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
