"""The chains of a report as one tree: the outlet that published, whom it cites, and so on down to the origins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ostiary.app.brief_words import say_office
from ostiary.model.claims import Link, Reading
from ostiary.model.reports import VoiceKind

Steps = tuple[tuple[Link, ...], str]


@dataclass(frozen=True, slots=True)
class Node:
    """A voice at one place of the tree.

    Attributes:
        name: Its name, or the wording of somebody who is not named.
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
            groups[chain[0].name, chain[0].kind].append((chain, claim_id))
    return tuple(_make_node(found, offices, branched) for found in groups.values())


def _make_node(steps: Sequence[Steps], offices: dict[str, str], branched: frozenset[str]) -> Node:
    first = steps[0][0][0]
    ended = tuple(dict.fromkeys(claim_id for chain, claim_id in steps if len(chain) == 1))
    office = offices.get(first.name, "")
    return Node(
        first.name,
        first.kind,
        tuple(dict.fromkeys(chain[0].relation for chain, _ in steps if chain[0].relation)),
        (office,) if office else (),
        ended,
        branched.intersection(ended),
        _grow(((chain[1:], claim_id) for chain, claim_id in steps), offices, branched),
    )
