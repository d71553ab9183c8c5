"""``ostiary lists``: what is recorded."""

from dataclasses import dataclass
from datetime import UTC, datetime

from ostiary.app.cli.options import Common, takes
from ostiary.app.settings import advise_start
from ostiary.model.errors import NotReadyError


@dataclass(frozen=True, kw_only=True)
class ListsOptions(Common):
    """What ``lists`` takes."""


@takes(ListsOptions)
def lists(options: ListsOptions) -> None:
    """Say which versions of which lists are recorded, and which one names are screened against."""
    from ostiary.app.cli.output import make_table, show, show_banner, show_json
    from ostiary.app.opening import use_register
    from ostiary.app.plain import to_plain
    from ostiary.app.updates import find_current_index

    with use_register(options.settings) as register:
        versions = [version for list_id in register.list_ids() for version in register.versions(list_id)]
    if not versions:
        advice = advise_start(options.settings)
        raise NotReadyError("No list is recorded yet.", where=str(options.settings.register_path), advice=advice)
    in_use = [find_current_index(options.settings, version) is not None for version in versions]
    if options.json:
        show_json([to_plain(one) | {"in_use": used} for one, used in zip(versions, in_use, strict=True)])
        return
    if options.samples:
        show_banner(versions[-1].parties)
    today = datetime.now(UTC).date()
    rows = [
        (
            v.list_id,
            v.label,
            (today - v.published).days,
            v.parties,
            f"{v.recorded:%Y-%m-%d %H:%M} UTC",
            v.snapshot.name,
            "in use" if used else "",
        )
        for v, used in zip(versions, in_use, strict=True)
    ]
    show(make_table(("list", "version", ">days old", ">parties", "recorded", "file", "index"), rows))
