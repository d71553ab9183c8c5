"""All that the register knows of one party, as of the dates asked for."""

from dataclasses import dataclass

from ostiary.app.dates import Dates
from ostiary.model.changes import Change
from ostiary.model.errors import NotFoundError
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.register import Register


@dataclass(frozen=True, slots=True)
class Dossier:
    """One party with what belongs to it.

    Attributes:
        asked: The dates asked for.
        version: The version that answers.
        party: The party.
        names: Party id to name, of the parties that it is related to.
        history: What each version changed for it.
    """

    asked: Dates
    version: ListVersion
    party: Party
    names: dict[str, str]
    history: tuple[tuple[ListVersion, Change], ...]


def gather_dossier(register: Register, party_id: str, asked: Dates) -> Dossier:
    """Return the dossier of a party.

    Raises:
        NotFoundError: There is no such party at these dates.
    """
    party = register.party(
        party_id, valid_on=asked.valid_on, known_at=asked.known_at, recorded_at=asked.recorded_at
    )
    state = register.state(party.list_id, known_at=asked.known_at, recorded_at=asked.recorded_at)
    others = {end for relation in party.relations for end in (relation.source, relation.target)} - {party.id}
    names = {other: _find_name(register, other) for other in sorted(others)}
    return Dossier(asked, state.version, party, names, tuple(register.history(party_id)))


def _find_name(register: Register, party_id: str) -> str:
    try:
        return register.party(party_id).caption
    except NotFoundError:
        return party_id
