"""How to object to a list: by those who are not the party, and by those who are."""

from functools import cache

from ostiary.model.programs import Redress
from ostiary.programs.citations import load_citations
from ostiary.programs.points import read_points
from ostiary.programs.tables import DATA, read_table
from ostiary.programs.yaml_fields import read_fields


def describe_redress(list_id: str) -> Redress | None:
    """Return how to object to a list; None for lists of which we do not know it.

    Args:
        list_id: The list (``us_ofac``).

    Raises:
        InputError: The file that says it breaks the rules of docs/programs.md.
    """
    names = {row["list"]: row["redress"] for row in read_table("lists.csv")}
    return load_redress(names[list_id]) if names.get(list_id) else None


@cache
def load_redress(name: str) -> Redress:
    """Return what a file says: ``data/redress/<name>.yml``.

    Raises:
        InputError: A field is absent, unknown or wrong.
    """
    text = DATA.joinpath("redress", f"{name}.yml").read_text(encoding="utf-8")
    fields = read_fields(f"redress/{name}.yml", text)
    points = [one.point for one in read_points(fields, load_citations())]
    redress = Redress(
        authority=fields.text("authority"),
        pointer=fields.text("pointer"),
        mistaken=tuple(point for point in points if point.aspect == "mistaken"),
        removal=tuple(point for point in points if point.aspect == "removal"),
    )
    fields.finish()
    return redress
