"""What people judge of links between listings, in a store of the home."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from ostiary.app.settings import Settings
from ostiary.model.identity import Judgement, Reasons, Verdict

if TYPE_CHECKING:
    from ostiary.identity.judgements import Judgements

#: How long a judgement waits for another one that is being recorded.
_WAIT_SECONDS = 10.0


def list_judgements(
    settings: Settings, listing: str = "", *, recorded_at: datetime | None = None
) -> tuple[Judgement, ...]:
    """Return what people judged, the first one first; none if nobody ever did.

    Args:
        settings: Where things are kept.
        listing: Only judgements on this listing; empty: all.
        recorded_at: Only those recorded by then; None: all.

    Raises:
        RegisterError: The judgements cannot be read.
    """
    if not settings.judgements_path.is_file():
        return ()
    with use_judgements(settings) as judgements:
        return judgements.list(listing, recorded_at)


def judge_listings(settings: Settings, one: str, other: str, verdict: Verdict, reasons: Reasons) -> Judgement:
    """Record that two listings are one party, or two, and return the judgement; what was judged before stays.

    Raises:
        QueryError: The two are one listing, or a reason or name is missing or too long.
        RegisterError: The judgements cannot be kept.
    """
    with use_judgements(settings) as judgements:
        return judgements.record(one, other, verdict, reasons)


@contextmanager
def use_judgements(settings: Settings) -> Iterator["Judgements"]:
    """Open the store of judgements for a while; it is made if it is absent.

    Raises:
        RegisterError: It holds something else, or cannot be used.
    """
    from ostiary.identity.judgements import Judgements  # noqa: PLC0415 - loads the database library
    from ostiary.register.store import Store, connect_sqlite  # noqa: PLC0415 - as above

    path = settings.judgements_path
    path.parent.mkdir(parents=True, exist_ok=True)
    store = Store(connect_sqlite(path, _WAIT_SECONDS), path.name, "store of judgements")
    try:
        yield Judgements(store, path.name)
    finally:
        store.close()
