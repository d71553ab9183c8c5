"""Which listings are one party with one: what was computed, and what people judged of it."""

import sys
from collections.abc import Iterable
from datetime import datetime

from ostiary.app.judging import list_judgements
from ostiary.app.opening import use_register
from ostiary.app.settings import Settings
from ostiary.identity.kept import KeptLinks, open_kept_links
from ostiary.identity.linking import Linking
from ostiary.identity.rules import describe_state
from ostiary.model.identity import Link


def find_linked(settings: Settings, party_id: str, *, recorded_at: datetime | None = None) -> tuple[Link, ...]:
    """Return the other listings of the party that a listing is of: one link for each, its ``right`` that listing.

    Links that other lists or rules computed are computed anew first, which takes a minute for all lists.

    Args:
        settings: Where things are kept.
        party_id: A listing (``us_ofac:22790``), the ``left`` of every link.
        recorded_at: Only judgements that were recorded by then count; None: all.
    """
    return open_linking(settings, recorded_at=recorded_at).find_linked(party_id)


def open_linking(settings: Settings, *, recorded_at: datetime | None = None) -> Linking:
    """Return the links over all recorded lists, computed anew if they are of other lists or rules.

    Args:
        settings: Where things are kept.
        recorded_at: Only judgements that were recorded by then count; None: all.

    Raises:
        NotReadyError: Nothing is recorded.
    """
    from ostiary.app.current_links import bring_links_up_to_date  # noqa: PLC0415 - screening loads no register

    with use_register(settings) as register:
        bring_links_up_to_date(settings, register, begin=_tell_that_it_takes_a_while)
    return Linking(KeptLinks(settings.links_path).find, list_judgements(settings, recorded_at=recorded_at))


def open_screened_linking(settings: Settings, versions: Iterable[tuple[str, str]]) -> Linking | None:
    """Return the links over the lists of an index without opening the register; None if there are none of these.

    Args:
        settings: Where things are kept.
        versions: Id and content digest of each list.
    """
    kept = open_kept_links(settings.links_path, describe_state(versions))
    return Linking(kept.find, list_judgements(settings)) if kept else None


def _tell_that_it_takes_a_while() -> None:
    sys.stderr.write(
        "Which listings are one party is computed anew, once for these lists; this can take a minute or two.\n"
    )
