"""What people judge of links between listings, in a store of the home."""

from datetime import datetime

from ostiary.app.settings import Settings
from ostiary.model.identity import Judgement, Reasons, Verdict


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
    from ostiary.identity.judgements import open_judgements  # noqa: PLC0415 - loads the database library

    with open_judgements(settings.judgements_path) as judgements:
        return judgements.list(listing, recorded_at)


def judge_listings(settings: Settings, one: str, other: str, verdict: Verdict, reasons: Reasons) -> Judgement:
    """Record that two listings are one party, or two, and return the judgement; what was judged before stays.

    Raises:
        QueryError: The two are one listing, or a reason or name is missing or too long.
        RegisterError: The judgements cannot be kept.
    """
    from ostiary.identity.judgements import open_judgements  # noqa: PLC0415 - as above

    with open_judgements(settings.judgements_path) as judgements:
        return judgements.record(one, other, verdict, reasons)
