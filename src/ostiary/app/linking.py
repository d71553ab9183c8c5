"""Which listings are one party: computed links and the judgements of people, asked for one listing at a time."""

from datetime import datetime

from ostiary.app.settings import Settings
from ostiary.model.identity import Link


def find_linked(settings: Settings, party_id: str, *, recorded_at: datetime | None = None) -> tuple[Link, ...]:
    """Return the other listings of the party that a listing is of: one link for each, its ``right`` that listing.

    Args:
        settings: Where things are kept.
        party_id: A listing (``us_ofac:22790``), the ``left`` of every link.
        recorded_at: Only judgements that were recorded by then count; None: all.
    """
    del settings, party_id, recorded_at
    return ()
