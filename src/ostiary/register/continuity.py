"""Programs in versions: restated with other valid dates, standing goes on; gone and back, it does not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from ostiary.model import vocabulary as words
from ostiary.register.schema import RETRACTION, STATEMENT
from ostiary.register.texts import bind_ids, find_texts, split_chunks

# Each from few rows to many: the other way round every statement ever recorded would be looked at.
_RESTATED = select(STATEMENT.c.party).where(STATEMENT.c.id.in_(select(RETRACTION.c.statement))).distinct()
_PROGRAMS = (
    select(
        STATEMENT.c.id,
        STATEMENT.c.version,
        RETRACTION.c.version.label("gone"),
        STATEMENT.c.party,
        STATEMENT.c.subject,
        STATEMENT.c.value,
    )
    .outerjoin(RETRACTION, RETRACTION.c.statement == STATEMENT.c.id)
    .where(STATEMENT.c.party.in_(bind_ids("parties")))
    .order_by(STATEMENT.c.version)
)


@dataclass(frozen=True, slots=True)
class Continuity:
    """What came before statements of programs.

    Attributes:
        firsts: For the id of a statement that took the place of another of the same program, the version that
            brought the first of them.
        earlier: For the id of a statement whose program had stood before and gone, the versions that brought and
            ended it each time.
    """

    firsts: dict[int, int] = field(default_factory=dict)
    earlier: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)


def load_continuity(connection: Connection, parties: Iterable[int] | None = None) -> Continuity:
    """Return what came before statements of programs.

    Args:
        connection: To the register.
        parties: Only statements of these parties; None: of all.
    """
    program = find_texts(connection, [words.ENTRY_PROGRAM]).get(words.ENTRY_PROGRAM)
    if parties is None:
        parties = connection.scalars(_RESTATED.where(STATEMENT.c.property == program)).all()
    stated = _PROGRAMS.where(STATEMENT.c.property == program)
    found = Continuity()
    for chunk in split_chunks(parties):
        ended: dict[tuple[object, ...], int] = {}
        runs: defaultdict[tuple[object, ...], dict[int, int]] = defaultdict(dict)
        for id_, version, gone, *where in connection.execute(stated, {"parties": chunk}):
            own = runs[tuple(where)]
            first = ended.get((version, *where), version)
            if first != version:
                found.firsts[id_] = first
            if before := tuple((brought, lost) for brought, lost in own.items() if lost < first):
                found.earlier[id_] = before
            if gone is not None:
                ended[gone, *where] = min(first, ended.get((gone, *where), version))
                own[first] = max(gone, own.get(first, gone))
    return found
