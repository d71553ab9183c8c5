"""The audit: everything in the file that was neither taken nor named as ignored becomes a warning."""

from collections.abc import Iterable, Mapping
from typing import Final

from ostiary.lists.nodes import Node

_NOTHING: Final[frozenset[str]] = frozenset()


class Audit:
    """Collects what the reader does not know, once per kind, with the first place and the number of places.

    Args:
        ignored: ``Element@Attribute`` or ``Element/Child`` to the reason for leaving it out.
    """

    def __init__(self, ignored: Mapping[str, str]) -> None:
        self._ignored = frozenset(ignored)
        self._attributes = _group_by_element(ignored, "@")
        self._first: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def list_skipped(self) -> dict[str, set[str]]:
        """Return for each element the names of the children that are ignored."""
        return _group_by_element(self._ignored, "/")

    def warn(self, what: str, place: object) -> None:
        """Note something unknown.

        Args:
            what: What it is; equal texts are counted together.
            place: Where it stands; printed only for the first.
        """
        self._first.setdefault(what, str(place))
        self._counts[what] = self._counts.get(what, 0) + 1

    def expect(self, node: Node, name: str, value: str) -> None:
        """Take an attribute that is not kept because it always has one value; note any other value."""
        found = node.find(name)
        if found != value:
            self.warn(f"{node.tag}@{name} is {found!r} where it was always {value!r}", node.tag)

    def expect_leaf(self, node: Node, name: str, value: str) -> None:
        """Take a child with text that is not kept because it always has one value; note any other value."""
        found = node.take_value(name)
        if found != value:
            self.warn(f"{node.tag}/{name} is {found!r} where it was always {value!r}", node.tag)

    def check(self, nodes: Iterable[Node], place: object) -> None:
        """Note all that is left in the nodes and is not named as ignored."""
        for node in nodes:
            if node.attributes or node.nodes or node.leaves or node.text:
                self._check_node(node, place)

    def _check_node(self, node: Node, place: object) -> None:
        ignored = self._attributes.get(node.tag, _NOTHING)
        if not node.attributes.keys() <= ignored:
            for name in sorted(node.attributes.keys() - ignored):
                self.warn(f"unknown attribute {node.tag}@{name}", place)
        for name in (*node.nodes, *node.leaves):
            self.warn(f"unknown element {node.tag}/{name}", place)
        if node.text:
            self.warn(f"text where none was expected, in {node.tag}", place)

    def report(self) -> list[str]:
        """Return the warnings, in the order in which their kinds first occurred."""
        return [f"{what} (first at {first}, {self._counts[what]:,} in all)" for what, first in self._first.items()]


def _group_by_element(ignored: Iterable[str], sign: str) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for key in ignored:
        tag, found, name = key.partition(sign)
        if found:
            groups.setdefault(tag, set()).add(name)
    return groups
