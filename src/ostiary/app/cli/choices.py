"""Several listings to choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from ostiary.app.cli.output import clean, make_table, show, show_json
from ostiary.app.plain import count
from ostiary.model.parties import Party

#: How many are printed; more is no choice.
MOST = 20


@dataclass(frozen=True, slots=True)
class Bearer:
    """A party whose names hold the words asked for.

    Attributes:
        party: Its newest listing.
        name: The name that holds them.
        listings: Ids of all its listings.
    """

    party: Party
    name: str
    listings: tuple[str, ...]


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
    show(make_table(columns, [tuple(one.values()) for one in described[:MOST]]))
    if len(parties) > MOST:
        show(Text(f"The first {MOST} of {len(parties):,}.", style="yellow"))
    more = f"; the one of a list: --list {parties[0].list_id}" if len(recorded) > 1 else ""
    show(Text(f"All of one: ostiary show {parties[0].id}{more}"))


def show_bearers(asked: str, bearers: Sequence[Bearer], of_all: int, *, as_json: bool) -> None:
    """Print the parties whose names hold some words: a part of a name names nobody.

    Args:
        asked: The words.
        bearers: The first of the parties, the best known ones.
        of_all: How many parties there are.
        as_json: Whether to print JSON.
    """
    described = [_describe(one.party, one.name, "") | {"listings": list(one.listings)} for one in bearers]
    if as_json:
        show_json({"asked": asked, "choices": described, "parties": of_all})
        return
    names = "name" if of_all == 1 else "names"
    said = f"{clean(asked)} is a part of the {names} of {count(of_all, 'party', 'parties')}."
    order = "Those on the most lists stand first, then those that the most notices concern."
    show(Text(said, style="bold"), *([Text(order)] if len(bearers) > 1 else []))
    rows = [
        (
            one.party.id,
            one.party.caption,
            found["found_as"],
            one.party.schema,
            found["birth_dates"],
            found["programs"],
            ", ".join(sorted({listing.partition(":")[0] for listing in one.listings})),
        )
        for one, found in zip(bearers, described, strict=True)
    ]
    show(make_table(("listing", "name", "found as", "kind", "birth date", "programs", "on lists"), rows))
    if of_all > len(bearers):
        more = f"The first {len(bearers)}; {of_all - len(bearers):,} more. Another word of the name leaves fewer."
        show(Text(more, style="yellow"))
    show(Text(f"All of one: ostiary show {bearers[0].party.id}"))


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
