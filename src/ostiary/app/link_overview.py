"""All that is known of a listing's being one party with others, and of all listings at once."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from ostiary.app.judging import list_judgements
from ostiary.app.linking import open_linking
from ostiary.app.opening import use_register
from ostiary.app.settings import Settings
from ostiary.identity.clusters import STRENGTH, list_of
from ostiary.identity.kept import KeptLinks, group_links, list_ends
from ostiary.model.identity import Judgement, Link


@dataclass(frozen=True, slots=True)
class LinksAround:
    """What is known of a listing's being one party with others.

    Attributes:
        listing: The listing.
        linked: The other listings of its party, one link for each.
        links: Every link around it, also those that are blocked or in conflict.
        names: Names of all these listings by their ids.
        judgements: Every judgement on it, the first one first.
    """

    listing: str
    linked: tuple[Link, ...]
    links: tuple[Link, ...]
    names: Mapping[str, str]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All links at once.

    Attributes:
        parties: How many parties stand in several listings.
        listings: How many listings they have in all.
        counts: How many links there are, by basis and then by state.
        links: All of them.
        names: Names of the listings of those that are not joined.
        judgements: Every judgement, the first one first.
    """

    parties: int
    listings: int
    counts: Mapping[str, Mapping[str, int]]
    links: tuple[Link, ...]
    names: Mapping[str, str]
    judgements: tuple[Judgement, ...]


def gather_links(settings: Settings, listing: str, *, recorded_at: datetime | None = None) -> LinksAround:
    """Return all that is known of a listing's being one party with others.

    Args:
        settings: Where things are kept.
        listing: The listing.
        recorded_at: Only judgements that were recorded by then count; None: all.
    """
    linking = open_linking(settings, recorded_at=recorded_at)
    links = linking.find_links(listing)
    return LinksAround(
        listing=listing,
        linked=linking.find_linked(listing),
        links=links,
        names=_find_names(settings, {listing, *list_ends(links)}),
        judgements=list_judgements(settings, listing, recorded_at=recorded_at),
    )


def gather_overview(settings: Settings, *, recorded_at: datetime | None = None) -> Overview:
    """Return all links at once.

    Args:
        settings: Where things are kept.
        recorded_at: Only judgements that were recorded by then count; None: all.
    """
    linking = open_linking(settings, recorded_at=recorded_at)
    judgements = list_judgements(settings, recorded_at=recorded_at)
    links = linking.find_all(one for group in KeptLinks(settings.links_path) for one in list_ends(group))
    joined = [{*list_ends(group)} for group in group_links(one for one in links if one.state == "linked")]
    return Overview(
        parties=len(joined),
        listings=sum(map(len, joined)),
        counts={basis: Counter(one.state for one in links if one.basis == basis) for basis in STRENGTH},
        links=links,
        names=_find_names(settings, set(list_ends(one for one in links if one.state != "linked"))),
        judgements=judgements,
    )


def _find_names(settings: Settings, listings: Collection[str]) -> dict[str, str]:
    with use_register(settings) as register:
        lists = {list_of(one) for one in listings} & {*register.list_ids()}
        return {one.id: one.caption for name in sorted(lists) for one in register.state(name).pick(listings)}
