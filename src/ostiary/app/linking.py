"""Which listings are one party: computed when the lists change, judged by people, asked for by everybody else."""

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from ostiary.app.collection import collect_rarely
from ostiary.app.settings import Settings
from ostiary.app.whole_files import replace_file
from ostiary.identity.clusters import STRENGTH, list_of
from ostiary.identity.kept import KeptLinks, LinkFacts, group_links, list_ends, write_links
from ostiary.identity.linking import Linking
from ostiary.identity.rules import rules_digest
from ostiary.model.errors import IndexFileError
from ostiary.model.identity import Judgement, Link, Reasons, Verdict

if TYPE_CHECKING:
    from ostiary.app.pipeline import Progress
    from ostiary.identity.judgements import Judgements
    from ostiary.model.parties import Party
    from ostiary.model.statements import ListVersion
    from ostiary.register import Register

#: Among the digests of lists, that of the rules.
_RULES = "rules"
#: How long a judgement waits for another one that is being recorded.
_WAIT_SECONDS = 10.0


def find_linked(settings: Settings, party_id: str, *, recorded_at: datetime | None = None) -> tuple[Link, ...]:
    """Return the other listings of the party that a listing is of: one link for each, its ``right`` that listing.

    Links that other lists or rules computed are computed anew first, which takes a minute for all lists.

    Args:
        settings: Where things are kept.
        party_id: A listing (``us_ofac:22790``), the ``left`` of every link.
        recorded_at: Only judgements that were recorded by then count; None: all.
    """
    return open_linking(settings, recorded_at=recorded_at).find_linked(party_id)


def open_linking(settings: Settings, *, recorded_at: datetime | None = None) -> Linking:
    """Return the links over all recorded lists, computed anew if they are of other lists or rules.

    Args:
        settings: Where things are kept.
        recorded_at: Only judgements that were recorded by then count; None: all.

    Raises:
        NotReadyError: Nothing is recorded.
    """
    from ostiary.app.opening import use_register  # noqa: PLC0415 - a process that only screens loads no register
    from ostiary.app.pipeline import choose_screened  # noqa: PLC0415 - as above

    with use_register(settings) as register:
        if _open_current(settings, _identify(choose_screened(register))) is None:
            sys.stderr.write("Which listings are one party is computed anew, once for these lists.\n")
            bring_links_up_to_date(settings, register)
    return Linking(KeptLinks(settings.links_path).find, list_judgements(settings, recorded_at=recorded_at))


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
    from ostiary.app.opening import use_register  # noqa: PLC0415 - a process that only screens loads no register

    with use_register(settings) as register:
        lists = {list_of(one) for one in listings} & {*register.list_ids()}
        return {one.id: one.caption for name in sorted(lists) for one in register.state(name).pick(listings)}


def open_screened_linking(settings: Settings, versions: Iterable[tuple[str, str]]) -> Linking | None:
    """Return the links over the lists of an index without opening the register; None if there are none of these.

    Args:
        settings: Where things are kept.
        versions: Id and content digest of each list.
    """
    kept = _open_current(settings, versions)
    return Linking(kept.find, list_judgements(settings)) if kept else None


def bring_links_up_to_date(
    settings: Settings, register: "Register", progress: "Progress | None" = None
) -> LinkFacts:
    """Return the facts of the links over the newest versions, computing them if they are of other lists or rules.

    Args:
        settings: Where things are kept.
        register: The open register.
        progress: Told how many listings were read, and of how many.
    """
    from ostiary.app.pipeline import choose_screened  # noqa: PLC0415 - as above
    from ostiary.identity.computation import compute_links  # noqa: PLC0415 - loads the analysis of names

    versions = choose_screened(register)
    if kept := _open_current(settings, _identify(versions)):
        return kept.facts
    parties = chain.from_iterable(register.state(one.list_id, known_at=one.label).parties() for one in versions)
    counted = _count(parties, sum(one.parties for one in versions), progress)
    with collect_rarely(), replace_file(settings.links_path) as part:
        return write_links(compute_links(counted), _describe_state(_identify(versions)), part)


def list_judgements(
    settings: Settings, listing: str = "", *, recorded_at: datetime | None = None
) -> tuple[Judgement, ...]:
    """Return what people judged, the first one first; none if nobody ever did.

    Args:
        settings: Where things are kept.
        listing: Only judgements on this listing; empty: all.
        recorded_at: Only those recorded by then; None: all.

    Raises:
        RegisterError: The judgements cannot be read.
    """
    if not settings.judgements_path.is_file():
        return ()
    with use_judgements(settings) as judgements:
        return judgements.list(listing, recorded_at)


def judge_listings(settings: Settings, one: str, other: str, verdict: Verdict, reasons: Reasons) -> Judgement:
    """Record that two listings are one party, or two, and return the judgement; what was judged before stays.

    Raises:
        QueryError: The two are one listing, or a reason or name is missing or too long.
        RegisterError: The judgements cannot be kept.
    """
    with use_judgements(settings) as judgements:
        return judgements.record(one, other, verdict, reasons)


@contextmanager
def use_judgements(settings: Settings) -> Iterator["Judgements"]:
    """Open the store of judgements for a while; it is made if it is absent.

    Raises:
        RegisterError: It holds something else, or cannot be used.
    """
    from ostiary.identity.judgements import Judgements  # noqa: PLC0415 - loads the database library
    from ostiary.register.store import Store, connect_sqlite  # noqa: PLC0415 - as above

    path = settings.judgements_path
    path.parent.mkdir(parents=True, exist_ok=True)
    store = Store(connect_sqlite(path, _WAIT_SECONDS), path.name, "store of judgements")
    try:
        yield Judgements(store, path.name)
    finally:
        store.close()


def _identify(versions: Iterable["ListVersion"]) -> list[tuple[str, str]]:
    return [(one.list_id, one.content_digest) for one in versions]


def _describe_state(versions: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {_RULES: rules_digest(), **dict(versions)}


def _open_current(settings: Settings, versions: Iterable[tuple[str, str]]) -> KeptLinks | None:
    """Return the kept links if they were computed from these versions by these rules; else None."""
    if not settings.links_path.is_file():
        return None
    try:
        kept = KeptLinks(settings.links_path)
    except IndexFileError:
        return None
    return kept if kept.facts.state == _describe_state(versions) else None


def _count(parties: Iterable["Party"], whole: int, progress: "Progress | None") -> Iterator["Party"]:
    for done, party in enumerate(parties, 1):
        yield party
        if progress:
            progress(done, whole)
