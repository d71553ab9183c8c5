"""The chains of a report as one tree: the outlet that published, whom it cites, and so on down to the origins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ostiary.app.brief_words import name_link, say_office
from ostiary.model.claims import Link, Reading
from ostiary.model.reports import VoiceKind

Steps = tuple[tuple[Link, ...], str]


@dataclass(frozen=True, slots=True)
class Node:
    """A voice at one place of the tree.

    Attributes:
        name: Its name, the wording of somebody who is not named, or that nobody is.
        kind: What it is.
        relations: How it stands to the one above, each once.
        offices: Its office, if the text gives one.
        claims: Keys of the claims whose chain ends here.
        branched: Those of them that come here by another way too.
        below: Whom it cites.
    """

    name: str
    kind: VoiceKind
    relations: tuple[str, ...]
    offices: tuple[str, ...]
    claims: tuple[str, ...]
    branched: frozenset[str]
    below: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A claim, or a run of them, to be linked: ``c4`` or ``c4-c7``."""

    text: str
    claim: str


def grow_trees(reading: Reading) -> tuple[Node, ...]:
    """Return the trees of a report's chains: one, unless its claims begin with different outlets."""
    steps: list[Steps] = [
        (chain, claim.id) for claim in reading.claims for chain in dict.fromkeys((claim.chain, *claim.branches))
    ]
    offices = {voice.name: say_office(voice) for voice in reading.voices}
    branched = frozenset(claim.id for claim in reading.claims if claim.branches)
    return _grow(steps, offices, branched)


def _grow(steps: Iterable[Steps], offices: dict[str, str], branched: frozenset[str]) -> tuple[Node, ...]:
    groups: defaultdict[tuple[str, VoiceKind], list[Steps]] = defaultdict(list)
    for chain, claim_id in steps:
        if chain:
            groups[name_link(chain[0]), chain[0].kind].append((chain, claim_id))
    return tuple(_make_node(found, offices, branched) for found in groups.values())


def _make_node(steps: Sequence[Steps], offices: dict[str, str], branched: frozenset[str]) -> Node:
    first = steps[0][0][0]
    name = name_link(first)
    ended = tuple(dict.fromkeys(claim_id for chain, claim_id in steps if len(chain) == 1))
    office = offices.get(name, "")
    return Node(
        name,
        first.kind,
        tuple(dict.fromkeys(chain[0].relation for chain, _ in steps if chain[0].relation)),
        (office,) if office else (),
        ended,
        branched.intersection(ended),
        _grow(((chain[1:], claim_id) for chain, claim_id in steps), offices, branched),
    )


def list_chips(claims: Sequence[str]) -> list[Chip]:
    """Return claims as chips: from three on that follow each other stand as one."""
    numbered = [(int(claim.rpartition("c")[2]), claim) for claim in claims if claim.rpartition("c")[2].isdecimal()]
    chips = [Chip(claim, claim) for claim in claims if not claim.rpartition("c")[2].isdecimal()]
    for _, run in groupby(enumerate(sorted(numbered)), key=lambda pair: pair[1][0] - pair[0]):
        found = [claim for _, (_, claim) in run]
        names = [claim.rpartition(":")[2] for claim in found]
        if len(found) > 2:  # noqa: PLR2004 - two are as short by themselves
            chips.append(Chip(f"{names[0]}\u2013{names[-1]}", found[0]))
        else:
            chips += [Chip(name, claim) for name, claim in zip(names, found, strict=True)]
    return chips
