"""Elements as plain objects from which every field is taken, so that what was not taken can be named."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, cast

from lxml import etree

from ostiary.model.errors import ListFileError

_BROKEN: Final = (
    "Fetch the file again; if it stays so, the publisher's form has changed and Ostiary needs an update."
)
#: As lxml types them; of a parsed file they are always text.
_Items = Sequence[tuple[str | bytes, str | bytes]]
_NOTHING: Final[frozenset[str]] = frozenset()


class Node:
    """One element. Taking a field removes it; what is left at the end was not read.

    Attributes:
        tag: Name without namespace.
        attributes: Attributes not yet taken.
        nodes: Children with attributes or children of their own, not yet taken, by name, in the order of the file.
        leaves: Texts of the other children, not yet taken, by name.
        text: The element's own text, exactly as it stands; empty if it is blank.
    """

    __slots__ = ("attributes", "leaves", "nodes", "tag", "text")

    def __init__(
        self,
        tag: str,
        attributes: dict[str, str],
        nodes: dict[str, list["Node"]],
        leaves: dict[str, list[str]],
        text: str,
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.nodes = nodes
        self.leaves = leaves
        self.text = text

    def take(self, name: str) -> str:
        """Return an attribute that must be there.

        Raises:
            ListFileError: It is missing.
        """
        try:
            return self.attributes.pop(name)
        except KeyError:
            raise ListFileError(f"{self.tag} lacks the attribute {name}.", advice=_BROKEN) from None

    def find(self, name: str) -> str:
        """Return an attribute, or an empty text."""
        return self.attributes.pop(name, "")

    def take_number(self, name: str) -> int:
        """Return an attribute that must be a whole number.

        Raises:
            ListFileError: It is missing or no number.
        """
        return _parse_number(self.tag, name, self.take(name))

    def take_text(self) -> str:
        """Return the element's own text."""
        text, self.text = self.text, ""
        return text

    def take_leaf(self, name: str) -> str:
        """Return the text of the one child of this name that has only text, or an empty text.

        Raises:
            ListFileError: There are several.
        """
        found = self.leaves.pop(name, None)
        if found is None:
            return ""
        if len(found) > 1:
            raise ListFileError(f"{self.tag} has more than one {name}.", advice=_BROKEN)
        return found[0]

    def take_value(self, name: str) -> str:
        """Return the text of the one child of this name, blanks and breaks between its words as one blank each.

        For lists in which these depend on the program that wrote the file and say nothing.

        Raises:
            ListFileError: There are several.
        """
        return join_words(self.take_leaf(name))

    def take_values(self, name: str) -> list[str]:
        """Return the texts of all children of this name that hold one, as :meth:`take_value` does."""
        return [text for text in map(join_words, self.leaves.pop(name, ())) if text]

    def take_filled(self, name: str) -> list["Node"]:
        """Return all children of this name that hold anything; those without anything are taken too."""
        if not any(text and not text.isspace() for text in self.leaves.get(name, ())):
            self.leaves.pop(name, None)
        return self.take_nodes(name)

    def take_leaf_number(self, name: str) -> int:
        """Return the number that stands in the one child of this name.

        Raises:
            ListFileError: It is missing or no number.
        """
        return _parse_number(self.tag, name, self.take_leaf(name))

    def take_nodes(self, name: str) -> list["Node"]:
        """Return all children of this name; an empty list if there are none."""
        return self.nodes.pop(name, [])

    def take_node(self, name: str) -> "Node":
        """Return the one child of this name.

        Raises:
            ListFileError: There is none, or several.
        """
        found = self.take_nodes(name)
        if len(found) != 1:
            raise ListFileError(f"{self.tag} has {len(found)} {name} where one is due.", advice=_BROKEN)
        return found[0]

    def find_node(self, name: str) -> "Node | None":
        """Return the one child of this name, or None.

        Raises:
            ListFileError: There are several.
        """
        return self.take_node(name) if name in self.nodes else None


def join_words(text: str) -> str:
    """Return a text with one blank between its words and none around them."""
    return " ".join(text.split())


def _parse_number(tag: str, name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ListFileError(f"{name} of {tag} is {text!r} and not a number.", advice=_BROKEN)
    return int(text)


class Unfolder:
    """Turns elements into nodes.

    Args:
        namespace: The namespace that all elements must have; another stays in the name and is so found unknown.
        skipped: For an element the names of children that are left out with all that they hold.
    """

    def __init__(self, namespace: str, skipped: Mapping[str, Collection[str]]) -> None:
        self._names = _LocalNames(namespace)
        self._skipped = skipped
        self._found: list[Node] = []

    def unfold(self, element: etree._Element) -> tuple[Node, list[Node]]:
        """Return the node of an element, and in one list it and all nodes below it."""
        self._found = []
        return self._unfold(element, self._names[element.tag], element.items()), self._found

    def _unfold(self, element: etree._Element, tag: str, attributes: _Items) -> Node:
        skipped = self._skipped.get(tag, _NOTHING)
        nodes: dict[str, list[Node]] = {}
        leaves: dict[str, list[str]] = {}
        for child in element:
            name = self._names[child.tag]
            if name in skipped:
                continue
            own = child.items()
            if len(child):
                nodes.setdefault(name, []).append(self._unfold(child, name, own))
            elif own:
                nodes.setdefault(name, []).append(self._keep(child, name, own, {}, {}))
            else:
                leaves.setdefault(name, []).append(child.text or "")
        return self._keep(element, tag, attributes, nodes, leaves)

    def _keep(
        self,
        element: etree._Element,
        tag: str,
        attributes: _Items,
        nodes: dict[str, list[Node]],
        leaves: dict[str, list[str]],
    ) -> Node:
        text = element.text
        own = "" if text is None or text.isspace() else text
        node = Node(tag, cast("dict[str, str]", dict(attributes)), nodes, leaves, own)
        self._found.append(node)
        return node


class _LocalNames(dict[str, str]):
    """Names without the namespace, worked out once per name."""

    def __init__(self, namespace: str) -> None:
        super().__init__()
        self._prefix = f"{{{namespace}}}"

    def __missing__(self, name: str) -> str:
        self[name] = name.removeprefix(self._prefix)
        return self[name]
