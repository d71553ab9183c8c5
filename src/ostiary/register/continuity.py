"""Programs restated with other valid dates: the statement is new, the standing under the program is not."""

from collections.abc import Iterable

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


def load_continued(connection: Connection, parties: Iterable[int] | None = None) -> dict[int, int]:
    """Return, for each statement of a program that took the place of another, the version that brought the first.

    Args:
        connection: To the register.
        parties: Only statements of these parties; None: of all.

    Returns:
        Ids of versions by ids of statements.
    """
    program = find_texts(connection, [words.ENTRY_PROGRAM]).get(words.ENTRY_PROGRAM)
    if parties is None:
        parties = connection.scalars(_RESTATED.where(STATEMENT.c.property == program)).all()
    stated = _PROGRAMS.where(STATEMENT.c.property == program)
    firsts: dict[int, int] = {}
    for chunk in split_chunks(parties):
        ended: dict[tuple[object, ...], int] = {}
        for id_, version, gone, *where in connection.execute(stated, {"parties": chunk}):
            first = ended.get((version, *where))
            if first is not None:
                firsts[id_] = first
            if gone is not None:
                ended[gone, *where] = min(firsts.get(id_, version), ended.get((gone, *where), version))
    return firsts
