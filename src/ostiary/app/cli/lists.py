"""``ostiary lists``: what is recorded."""

from dataclasses import dataclass
from datetime import UTC, datetime

from ostiary.app.cli.options import Common, takes


@dataclass(frozen=True, kw_only=True)
class ListsOptions(Common):
    """What ``lists`` takes."""


@takes(ListsOptions)
def lists(options: ListsOptions) -> None:
    """Say which versions of which lists are recorded."""
    from ostiary.app.cli.output import make_table, show, show_banner, show_json
    from ostiary.app.opening import use_register

    with use_register(options.settings) as register:
        versions = [version for list_id in register.list_ids() for version in register.versions(list_id)]
    if options.json:
        show_json(versions)
        return
    if options.samples:
        show_banner(max(version.parties for version in versions))
    today = datetime.now(UTC).date()
    rows = [
        (
            v.list_id,
            v.label,
            (today - v.published).days,
            v.parties,
            f"{v.recorded:%Y-%m-%d %H:%M} UTC",
            v.snapshot.name,
        )
        for v in versions
    ]
    show(make_table(("list", "version", ">days old", ">parties", "recorded", "file"), rows))
