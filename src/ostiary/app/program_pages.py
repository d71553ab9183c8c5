"""The page on a program that somebody asks for by its tag, with how to object to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ostiary.lists import describe_list
from ostiary.model.errors import NotFoundError
from ostiary.model.programs import Program, Redress
from ostiary.programs import describe_program, describe_redress, find_lists, near_tags
from ostiary.programs.tags import find_tag

#: Stands with every page.
ADVICE: Final = "Information, not legal advice."


@dataclass(frozen=True, slots=True)
class ProgramPage:
    """A program as of a day, and how to object to the list that bears its tag; None where we do not know it."""

    program: Program
    redress: Redress | None


def find_pages(tag: str, list_id: str = "", on: date | None = None) -> tuple[ProgramPage, ...]:
    """Return the programs that a text may mean: one, unless several publishers use the tag.

    What is described goes before what is known by its law alone.

    Args:
        tag: As a list writes it, in any case; one half of a tag in two languages; or the id of a page.
        list_id: Only tags of this list; empty: of all.
        on: The day whose law is asked for; None: today.

    Raises:
        NotFoundError: There is no such list, or no such tag.
    """
    if list_id:
        describe_list(list_id)
    found = [(name, list_id or home) for name, home in find_lists(tag) if not list_id or find_tag(name, list_id)]
    programs = [describe_program(name, home, on) for name, home in dict.fromkeys(found)]
    if not programs:
        raise NotFoundError(
            f"No program is known under {tag!r}{f' on {list_id}' if list_id else ''}.",
            advice=_advise(near_tags(tag, list_id)),
        )
    described = [one for one in programs if one.standing == "described"]
    return tuple(ProgramPage(one, describe_redress(one.list_id)) for one in described or programs)


def _advise(near: Sequence[str]) -> str:
    if not near:
        return "Give a tag as a list writes it, for instance SDGT; `ostiary show` prints those of a party."
    return f"Near it: {', '.join(near)}."
