"""Computed links in a file: written whole, opened at once, asked for one listing at a time.

The file is text: a line of facts (JSON), a sorted line for each linked listing with the place of its group, and a
line of JSON for each group of listings that links join in any way. A group is small, so what holds within it is
worked out when it is asked for, together with the judgements of the day.
"""

import json
import mmap
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from ostiary.model.errors import IndexFileError
from ostiary.model.identity import Evidence, Link

_FORMAT: Final = 1
_BETWEEN: Final = b"\t"
_ADVICE: Final = "Delete it: it is made anew from the register."


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """What is in a file of links.

    Attributes:
        state: What the links were computed from: digests of the lists by their ids, and of the rules.
        listings: Number of listings that any link joins.
        links: Number of links, those that something speaks against among them.
    """

    state: Mapping[str, str]
    listings: int
    links: int


def write_links(links: Iterable[Link], state: Mapping[str, str], path: Path) -> LinkFacts:
    """Write computed links and return what is in the file.

    Args:
        links: At most one for any two listings.
        state: What they were computed from.
        path: The file, replaced.
    """
    taken = list(links)
    keys: list[tuple[bytes, int]] = []
    lines: list[bytes] = []
    start = 0
    for group in group_links(taken):
        packed = [_pack(link) for link in group]
        line = json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        keys += [(listing.encode(), start) for listing in sorted(set(list_ends(group)))]
        lines.append(line)
        start += len(line)
    facts = LinkFacts(state, len(keys), len(taken))
    index = b"".join(key + _BETWEEN + str(place).encode() + b"\n" for key, place in sorted(keys))
    head = {"format": _FORMAT, "index": len(index), "groups": start, **asdict(facts)}
    path.write_bytes(json.dumps(head).encode() + b"\n" + index + b"".join(lines))
    return facts


def group_links(links: Iterable[Link]) -> list[list[Link]]:
    """Return links by the groups of listings that they join, in the order of each group's first link."""
    members: dict[str, list[str]] = {}
    taken = list(links)
    for link in taken:
        ours, theirs = (members.setdefault(one, [one]) for one in (link.left, link.right))
        if ours is not theirs:
            ours.extend(theirs)
            members.update(dict.fromkeys(theirs, ours))
    groups: defaultdict[int, list[Link]] = defaultdict(list)
    for link in taken:
        groups[id(members[link.left])].append(link)
    return list(groups.values())


def list_ends(links: Iterable[Link]) -> Iterator[str]:
    """Yield the listings that links join, those of several links several times."""
    return (end for link in links for end in (link.left, link.right))


class KeptLinks:
    """A file of links, mapped into memory.

    Args:
        path: The file.

    Raises:
        IndexFileError: It is no such file, of another release, or not whole.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            end = self._bytes.find(b"\n") + 1
            head = json.loads(self._bytes[:end])
            index, groups = int(head["index"]), int(head["groups"])
            self.facts = LinkFacts(dict(head["state"]), int(head["listings"]), int(head["links"]))
            known = head["format"] == _FORMAT
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexFileError("This is no file of links.", where=self._name, advice=_ADVICE) from error
        if not known or len(self._bytes) != end + index + groups:
            raise IndexFileError("The file of links is not whole.", where=self._name, advice=_ADVICE)
        self._index, self._groups = range(end, end + index), end + index

    def find(self, listing: str) -> tuple[Link, ...]:
        """Return all links of the group that a listing is in; none if no link joins it to another.

        Raises:
            IndexFileError: The file is damaged.
        """
        place = self._find_place(listing.encode())
        if place is None:
            return ()
        self._bytes.seek(self._groups + place)
        try:
            return tuple(_unpack(packed) for packed in json.loads(self._bytes.readline()))
        except (ValueError, KeyError, TypeError) as error:
            raise IndexFileError("The file of links is damaged.", where=self._name, advice=_ADVICE) from error

    def __iter__(self) -> Iterator[tuple[Link, ...]]:
        """Yield the links of each group."""
        self._bytes.seek(self._groups)
        while line := self._bytes.readline():
            yield tuple(_unpack(packed) for packed in json.loads(line))

    def _find_place(self, key: bytes) -> int | None:
        """Return where the group of a listing starts, by halving the sorted lines of the index."""
        start, end = self._index.start, self._index.stop
        at = bisect_left(range(start, end), key, key=self._read_key)
        line = self._bytes[self._line_start(start + at) : end].partition(b"\n")[0] if start + at < end else b""
        found, _, place = line.partition(_BETWEEN)
        return int(place) if found == key else None

    def _read_key(self, position: int) -> bytes:
        begin = self._line_start(position)
        return self._bytes[begin : self._bytes.find(_BETWEEN, begin)]

    def _line_start(self, position: int) -> int:
        """Return where the line begins that a position is in."""
        return max(self._bytes.rfind(b"\n", 0, position) + 1, self._index.start)


def open_kept_links(path: Path, state: Mapping[str, str]) -> KeptLinks | None:
    """Return the links of a file if they were computed from this state; else, or if it is damaged, None."""
    if not path.is_file():
        return None
    try:
        kept = KeptLinks(path)
    except IndexFileError:
        return None
    return kept if kept.facts.state == state else None


def _pack(link: Link) -> list[Any]:
    said = [[_pack_evidence(one) for one in part] for part in (link.evidence, link.contradictions)]
    return [link.left, link.right, link.state, link.basis, *said]


def _pack_evidence(evidence: Evidence) -> list[str]:
    return [evidence.kind, evidence.left_value, evidence.right_value]


def _unpack(packed: Sequence[Any]) -> Link:
    left, right, state, basis, *said = packed
    evidence, contradictions = (tuple(Evidence(kind, left, right, *both) for kind, *both in part) for part in said)
    return Link(left, right, state, basis, evidence, contradictions)
