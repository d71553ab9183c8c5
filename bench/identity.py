"""How fast, how right, how complete are the links between listings?

``python bench/identity.py --home HOME`` computes the links over all lists of a home and prints how many there are;
the time and the memory; the recall on the entries of the UN Security Council that the EU and the United Kingdom
repeat, by their own UN numbers, with these numbers and with them set aside; and with ``--sample N`` so many links
that hold, drawn by a seed, with both entries, to be read and judged by hand: more of those that rest on less.
"""

import argparse
import os
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from ostiary.app.collection import collect_rarely
from ostiary.app.pipeline import choose_screened, use_register
from ostiary.app.settings import Settings
from ostiary.identity.clusters import resolve_links
from ostiary.identity.computation import compute_links
from ostiary.identity.kept import group_links, list_ends
from ostiary.model.identity import Link
from ostiary.model.parties import Party

_UN_NUMBER = re.compile(r"[A-Z]{2}[ie]\.\d{3}")
_UN_LIST = "un_sc"
_KB_IN_MB = 1024
#: Of a sample, by what the links rest on.
_SHARES = {"cross reference": 0.25, "identifier": 0.3, "name, birth date and country": 0.45}
_STATES = ("linked", "blocked", "conflict", "proposed")
#: Shown of a listing in a sample.
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """Links as they were computed: with states, in how many seconds of the clock and of a processor."""

    links: tuple[Link, ...]
    listings: int
    seconds: float
    processor: float


def read_parties(settings: Settings) -> Iterator[Party]:
    """Yield every listing of the lists that are screened."""
    with use_register(settings) as register:
        for version in choose_screened(register):
            yield from register.state(version.list_id, known_at=version.label).parties()


def count_parties(parties: Iterable[Party], counted: Counter[str]) -> Iterator[Party]:
    """Yield parties and count them by list."""
    for party in parties:
        counted[party.list_id] += 1
        yield party


def measure(parties: Iterable[Party]) -> Measured:
    """Compute links and resolve them."""
    counted: Counter[str] = Counter()
    clock, processor = time.perf_counter(), time.process_time()
    with collect_rarely():
        links = resolve_links(compute_links(count_parties(parties, counted)))
    return Measured(links, counted.total(), time.perf_counter() - clock, time.process_time() - processor)


def find_repeated(parties: Iterable[Party]) -> set[tuple[str, str]]:
    """Return the listings that repeat an entry of the UN, by their own UN number, each with that entry."""
    un, repeated = set(), set()
    for party in parties:
        if party.list_id == _UN_LIST:
            un.add(party.id)
            continue
        numbers = {number for entry in party.entries for number in entry.numbers if _UN_NUMBER.fullmatch(number)}
        repeated |= {(party.id, f"{_UN_LIST}:{number}") for number in numbers}
    return {(listing, entry) for listing, entry in repeated if entry in un}


def set_numbers_aside(parties: Iterable[Party]) -> Iterator[Party]:
    """Yield parties without the UN numbers that other lists publish."""
    for party in parties:
        if party.list_id == _UN_LIST:
            yield party
            continue
        entries = (
            replace(entry, numbers=tuple(one for one in entry.numbers if not _UN_NUMBER.fullmatch(one)))
            for entry in party.entries
        )
        yield replace(party, entries=tuple(entries))


def find_groups(links: Iterable[Link]) -> dict[str, int]:
    """Return the number of the party of each listing that is linked."""
    groups = group_links(link for link in links if link.state == "linked")
    return {listing: number for number, group in enumerate(groups) for listing in list_ends(group)}


def tabulate_links(measured: Measured) -> Table:
    """Return how many links there are of each kind and state."""
    table = Table("by", *_STATES, title=f"Links over {measured.listings:,} listings")
    counts = Counter((link.basis, link.state) for link in measured.links)
    for basis in sorted({basis for basis, _ in counts}):
        table.add_row(basis, *(f"{counts[basis, state]:,}" for state in _STATES))
    groups = find_groups(measured.links)
    spent = f"{measured.seconds:.1f} s, {measured.processor:.1f} s of a processor, load {os.getloadavg()[0]:.1f}"
    joined = f"{len(set(groups.values())):,} parties in {len(groups):,} listings"
    table.caption = f"{joined}; {spent}; at most {_peak_memory():,.0f} MB"
    return table


def _peak_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KB_IN_MB


def tabulate_recall(truth: set[tuple[str, str]], with_numbers: Measured, without: Measured) -> Table:
    """Return which share of the repeated entries of the UN is found to be one party with them."""
    table = Table("list", "repeated", "found", "found without UN numbers", title="Entries of the UN repeated by")
    found = [find_groups(one.links) for one in (with_numbers, without)]
    for list_id in sorted({listing.partition(":")[0] for listing, _ in truth}):
        pairs = [pair for pair in truth if pair[0].startswith(f"{list_id}:")]
        hits = [sum(_are_one(groups, *pair) for pair in pairs) for groups in found]
        table.add_row(list_id, str(len(pairs)), *(f"{hit} ({hit / len(pairs):.1%})" for hit in hits))
    return table


def _are_one(groups: dict[str, int], left: str, right: str) -> bool:
    return left in groups and groups[left] == groups.get(right)


def print_sample(settings: Settings, links: Sequence[Link], size: int, seed: int) -> None:
    """Print links that hold, drawn by a seed, with what both listings say."""
    choice = random.Random(seed)  # noqa: S311 - a sample, no secret
    drawn: list[Link] = []
    for basis, share in _SHARES.items():
        held = [link for link in links if link.state == "linked" and link.basis == basis]
        drawn += choice.sample(held, min(round(size * share), len(held)))
    wanted = set(list_ends(drawn))
    parties = {party.id: party for party in read_parties(settings) if party.id in wanted}
    for number, link in enumerate(drawn, 1):
        print(f"{number}. {link.basis}: {'; '.join(one.text for one in link.evidence)}")
        for listing in (link.left, link.right):
            print(f"     {_describe(parties[listing])}")


def _describe(party: Party) -> str:
    names = " / ".join(alias.name for alias in party.aliases[:_MOST_NAMES])
    said = ("birthDate", "birthPlace", "gender", "nationality", "citizenship", "position")
    facts = "; ".join(f"{name} {', '.join(party.properties[name])}" for name in said if name in party.properties)
    numbers = ", ".join(f"{one.type} {one.number}" for one in party.documents[:_MOST_NAMES])
    return f"{party.id}: {names} | {facts} | {numbers} | {', '.join(party.programs)}"


def main() -> None:
    """Measure a home."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--home", type=Path, required=True, help="a home in which several lists are recorded")
    parser.add_argument("--sample", type=int, default=0, help="print so many links to be judged by hand")
    parser.add_argument("--seed", type=int, default=20261122, help="of the sample")
    given = parser.parse_args()
    settings = Settings(given.home.absolute())
    console = Console(width=None if sys.stdout.isatty() else 140)
    measured = measure(read_parties(settings))
    console.print(tabulate_links(measured))
    truth = find_repeated(read_parties(settings))
    without = measure(set_numbers_aside(read_parties(settings)))
    console.print(tabulate_recall(truth, measured, without))
    if given.sample:
        print_sample(settings, measured.links, given.sample, given.seed)


if __name__ == "__main__":
    main()
