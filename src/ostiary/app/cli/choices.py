"""Several parties to choose from."""

from rich.text import Text

from ostiary.app.cli.output import clean, make_table, show, show_json
from ostiary.model.parties import Party
from ostiary.register import Register

_MOST = 20


def show_choices(register: Register, asked: str, found: tuple[str, ...], *, exact: bool, as_json: bool) -> None:
    """Print the parties that a name may mean; a near name is never taken for an exact one."""
    parties = [register.party(party_id) for party_id in found[:_MOST]]
    if as_json:
        show_json({"asked": asked, "choices": [_describe(party) for party in parties]})
        return
    rows = [tuple(_describe(party).values()) for party in parties]
    said = f"{clean(asked)} may be any of {len(found)} parties:"
    if not exact:
        said = f"No party bears the name {clean(asked)} in these letters. Near it:"
    show(
        Text(said, style="bold"),
        make_table(("party", "name", "kind", "birth date", "programs", "delisted in"), rows),
        Text(f"Ask for one by its id, for instance: ostiary show {found[0]}"),
    )


def _describe(party: Party) -> dict[str, str]:
    return {
        "id": party.id,
        "name": party.caption,
        "schema": party.schema,
        "birth_dates": ", ".join(party.properties.get("birthDate", ())),
        "programs": ", ".join(party.programs),
        "delisted_in": party.delisted_in,
    }
