"""How someone who is hit shows not to be the party: a line below the hits, and for programs."""

from typing import Final

from ostiary.model.hits import Screening
from ostiary.model.programs import Redress
from ostiary.programs import describe_redress

_SEVERAL: Final = (
    "A like name alone is no match; compare the whole entry. How to object to each list: ostiary show"
)


def find_redress(screening: Screening) -> dict[str, Redress]:
    """Return how to object to the lists that were hit, by list id, as far as we know it."""
    lists = sorted({hit.list_id for hit in screening})
    return {list_id: redress for list_id in lists if (redress := describe_redress(list_id))}


def describe_redress_of_hits(screening: Screening) -> str:
    """Return the line that stands below hits; empty where nothing is hit, or nothing is known to say."""
    found = find_redress(screening)
    pointers = {redress.pointer for redress in found.values()}
    if not pointers:
        return ""
    if len(pointers) > 1:
        return f"Not this party? {_SEVERAL} {screening[0].party_id}."
    return f"Not this party? {pointers.pop()}. More: ostiary show {screening[0].party_id}."
