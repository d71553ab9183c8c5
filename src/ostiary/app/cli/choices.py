"""Several listings to choose from."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from ostiary.app.cli.output import clean, make_table, show, show_json
from ostiary.app.plain import count
from ostiary.model.parties import Party

_MOST = 20


def show_choices(
    asked: str,
    parties: Sequence[Party],
    joined: Mapping[str, str],
    near: Mapping[str, str] | None,
    *,
    as_json: bool,
) -> None:
    """Print the listings that a name may mean; a near name is never taken for an exact one.

    Args:
        asked: The name.
        parties: Each with one of them.
        joined: Listing to another one above it that is the same party.
        near: Listing to its name that is near the one asked for; None where they bear that very name.
        as_json: Whether to print JSON.
    """
    described = [_describe(party, (near or {}).get(party.id, ""), joined.get(party.id, "")) for party in parties]
    recorded = {party.list_id for party in parties}
    if as_json:
        show_json({"asked": asked, "choices": described})
        return
    note = ""
    said = f"No party bears the name {clean(asked)} in these letters. Near it:"
    if near is None:
        lists = f" on {len(recorded)} lists" if len(recorded) > 1 else ""
        said = f"{clean(asked)} is the name of {count(len(parties), 'listing')}{lists}."
        note = "Those that are one party say so; that they bear one name does not make the others one."
    columns = ("listing", "name", "found as", "kind", "birth date", "programs", "listed", "delisted in", "remark")
    show(Text(said, style="bold"), *([Text(note)] if note else []))
    show(make_table(columns, [tuple(one.values()) for one in described[:_MOST]]))
    if len(parties) > _MOST:
        show(Text(f"The first {_MOST} of {len(parties):,}.", style="yellow"))
    more = f"; the one of a list: --list {parties[0].list_id}" if len(recorded) > 1 else ""
    show(Text(f"All of one: ostiary show {parties[0].id}{more}"))


def _describe(party: Party, near: str, joined: str) -> dict[str, str]:
    dates = [act.date for entry in party.entries for act in entry.acts if act.kind == "designation" and act.date]
    return {
        "id": party.id,
        "name": party.caption,
        "found_as": near if near != party.caption else "",
        "schema": party.schema,
        "birth_dates": ", ".join(party.properties.get("birthDate", ())),
        "programs": ", ".join(party.programs),
        "listed": min(dates, default=""),
        "delisted_in": party.delisted_in,
        "remark": f"one party with {joined}" if joined else "",
    }
