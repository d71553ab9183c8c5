"""The records of one XML file as nodes: each audited when it has been taken in, each error with its place."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager

from ostiary.lists.audit import Audit
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node, Unfolder
from ostiary.lists.records import Outline, iterate_records, read_root
from ostiary.lists.stored import StoredFile


class Source:
    """One XML file being read.

    Args:
        stored: The file.
        outline: What it must look like.
        audit: Told of everything unknown.
    """

    def __init__(self, stored: StoredFile, outline: Outline, audit: Audit) -> None:
        self.stored = stored
        self.audit = audit
        self._outline = outline
        self._place = "head of the file"

    def read_root(self) -> Node:
        """Return the root element, for which only the head of the file is read.

        Raises:
            ListFileError: It is no XML, a web page, or has a document type.
            ForeignListError: It is XML of another publisher or another list.
        """
        with self.locate_errors():
            attributes, _ = read_root(self.stored.unpack(), self._outline)
        return Node(self._outline.root, attributes, {}, {}, "")

    def read_nodes(self, check_root: Callable[[Node], None]) -> Generator[tuple[str, Node]]:
        """Yield each record and its node, and audit it when the next one is asked for.

        Args:
            check_root: Takes what it knows from the root; the rest is audited.

        Raises:
            ListFileError: The file is no XML, truncated, malformed or lacks a section.
            ForeignListError: It is XML of another publisher or another list.
        """
        attributes, pieces = read_root(self.stored.unpack(), self._outline)
        root = Node(self._outline.root, attributes, {}, {}, "")
        check_root(root)
        self.audit.check([root], "root element")
        unfolder = Unfolder(self._outline.namespace, self.audit.list_skipped())
        for record, element in iterate_records(pieces, self._outline, self.audit):
            node, nodes = unfolder.unfold(element)
            self._place = _name_place(node)
            yield record, node
            self.audit.check(nodes, self._place)
        self._place = "whole file"

    def locate_errors(self) -> AbstractContextManager[None]:
        """Add to an error the file and the record that it concerns, unless it names them itself."""
        return locate_errors(self.stored.path, lambda: self._place)


#: Where a record has its number: in an attribute or in a child.
_NUMBERS = ("ID", "FixedRef", "logicalId", "DATAID", "uid")


def _name_place(node: Node) -> str:
    """Return the name of a record and its number, if it has one."""
    leaves = (node.leaves.get(name, [""])[0] for name in _NUMBERS)
    found = (node.attributes.get(name, "") or leaf for name, leaf in zip(_NUMBERS, leaves, strict=True))
    return f"{node.tag} {next(filter(None, found), '')}".strip()
