"""Programs restated with other valid dates: the statement is new, the standing under the program is not."""

from sqlalchemy import Connection, select

from ostiary.model import vocabulary as words
from ostiary.register.schema import RETRACTION, STATEMENT
from ostiary.register.texts import find_texts


def load_continued(connection: Connection, party: int | None = None) -> dict[int, int]:
    """Return, for each statement of a program that took the place of another, the version that brought the first.

    Args:
        connection: To the register.
        party: Only statements of this party; None: of all.

    Returns:
        Ids of versions by ids of statements.
    """
    program = find_texts(connection, [words.ENTRY_PROGRAM]).get(words.ENTRY_PROGRAM)
    old, new = STATEMENT.alias("old"), STATEMENT.alias("new")
    query = (
        select(old.c.id, old.c.version, new.c.id)
        .join(RETRACTION, RETRACTION.c.statement == old.c.id)
        .join(new, (new.c.party == old.c.party) & (new.c.version == RETRACTION.c.version))
        .where(new.c.subject == old.c.subject, new.c.value == old.c.value)
        .where(old.c.property == program, new.c.property == program)
        .order_by(RETRACTION.c.version)
    )
    firsts: dict[int, int] = {}
    for old_id, first, new_id in connection.execute(query if party is None else query.where(old.c.party == party)):
        firsts[new_id] = firsts.get(old_id, first)
    return firsts
