"""Opening the store of holdings: a database of its own in the home folder, never the register."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from ostiary.app.settings import Settings
from ostiary.model.errors import NotReadyError, RegisterError
from ostiary.ownership.store import HoldingStore
from ostiary.register.store import Store, connect_sqlite

_WAIT_SECONDS: Final = 10.0


@contextmanager
def use_holdings(settings: Settings, *, create: bool = False) -> Iterator[HoldingStore]:
    """Open the holdings for a while.

    Args:
        settings: Where things are kept.
        create: Whether to make the store if it is absent.

    Raises:
        NotReadyError: Nothing is loaded yet, and nothing is to be made.
        RegisterError: The store is damaged, of a newer release, or cannot be written.
    """
    path = settings.holdings_path
    if not path.is_file() and not create:
        raise NotReadyError(
            "No holdings are loaded yet.", where=path.name, advice="Load some: ostiary holdings load FILE."
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegisterError(f"Its folder cannot be made: {error.strerror}.", where=path.name) from error
    with HoldingStore(
        Store(connect_sqlite(path, _WAIT_SECONDS), path.name, "store of holdings"), create=create
    ) as store:
        yield store
