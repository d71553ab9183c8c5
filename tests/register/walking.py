"""The plain way to what stands: a walk over every statement ever recorded, to check the fast one against."""

from dataclasses import dataclass
from datetime import date

from ostiary.register import Register
from ostiary.register.presence import load_presences
from ostiary.register.rows import load_all, stands_at
from ostiary.register.standing import Program, Standing
from ostiary.register.subjects import read_kind


@dataclass(frozen=True)
class Present:
    """Number of a version in the register, and those of the parties in it."""

    version: int
    parties: list[int]


def find_present(register: Register, list_id: str, label: str) -> Present:
    version = register.state(list_id, known_at=label)._recorded.id
    with register._store.read() as connection:
        found = load_presences(connection, list_id, version)
    return Present(version, [one.id for one in found.values() if one.digest is not None])


def walk_standing(register: Register, present: Present, day: date | None) -> dict[int, Standing]:
    with register._store.read() as connection:
        rows = load_all(connection, present.parties)
    found = {party: Standing() for party in present.parties}
    for row in (row for party in present.parties for row in rows[party] if stands_at(row, present.version)):
        standing, kind = found[row.party], read_kind(row.subject)
        starts_later = bool(day and row.valid_from and row.valid_from > day.isoformat())
        if starts_later or (day and row.valid_until and row.valid_until < day.isoformat()):
            standing.excluded.add(kind)
            continue
        said = standing.kinds[kind].setdefault(row.subject, {})
        said[row.property] = sorted([*said.get(row.property, []), row.value])
        if row.property == "Sanction.program":
            standing.programs.append(Program(row.id, row.first, row.subject, row.value))
    return found
