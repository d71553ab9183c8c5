"""Hits that are listings of one party, told so; the hits themselves stay as they are."""

from collections.abc import Mapping, Sequence

from ostiary.app.linking import open_screened_linking
from ostiary.app.settings import Settings
from ostiary.model.hits import Screening
from ostiary.model.identity import Link
from ostiary.screening import Engine

#: By the id of a hit's party, the other listings of that party.
Linked = Mapping[str, tuple[Link, ...]]

NOT_COMPUTED = "Which of these are listings of one party was not computed for these lists: ostiary links does it."


def find_links_of_hits(settings: Settings, engine: Engine, screening: Screening) -> Linked | None:
    """Return the other listings of the party of each hit that has any; None if none were computed for these lists.

    Args:
        settings: Where things are kept.
        engine: What was screened with; of a day gone by there are no links.
        screening: The answer.
    """
    if not screening.hits:
        return {}
    versions = ((one.list_id, one.content_digest) for one in engine.index.facts.versions)
    linking = open_screened_linking(settings, versions)
    if linking is None:
        return None
    found = {hit.party_id: linking.find_linked(hit.party_id) for hit in screening}
    return {party_id: links for party_id, links in found.items() if links}


def describe_linked(engine: Engine, links: Sequence[Link]) -> str:
    """Return by which lists a party is listed too, and under which names."""
    return "; ".join(f"by {link.right.partition(':')[0]} as {_name(engine, link.right)}" for link in links)


def _name(engine: Engine, listing: str) -> str:
    number = engine.index.party_number(listing)
    return f"{engine.index.party(number).caption} ({listing})" if number is not None else listing
