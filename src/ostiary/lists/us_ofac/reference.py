"""Reference values: the tables at the head of the file that all the numbers in it point to."""

from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.mapping import Mapping
from ostiary.model.errors import ListFileError

#: What the list writes where it states nothing.
UNKNOWN: Final = "Unknown"


class ReferenceValues:
    """The tables by name, each from number to text as published.

    Beside the text a few have something more, kept under a name of its own: ``ScriptCode`` (of ``Script``),
    ``PartyType of`` (the party type of each ``PartySubType``) and ``AreaCode description``.
    """

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, str]] = {}

    def read(self, sets: Node) -> None:
        """Fill the tables from the ``ReferenceValueSets`` element.

        Raises:
            ListFileError: A value has no number.
        """
        for name in list(sets.nodes):
            for values in sets.take_nodes(name):
                self._read_set(values)
        for name in list(sets.leaves):  # sets without a value
            sets.take_leaf(name)

    def _read_set(self, values: Node) -> None:
        for kind in list(values.nodes):
            for value in values.take_nodes(kind):
                self._read_value(kind, value)

    def _read_value(self, kind: str, value: Node) -> None:
        number = value.take("ID")
        self._put(kind, number, value.take_text())
        if kind == "Script":
            self._put("ScriptCode", number, value.take("ScriptCode"))
        elif kind == "PartySubType":
            self._put("PartyType of", number, value.take("PartyTypeID"))
        elif kind == "AreaCode":
            self._put("AreaCode description", number, value.take("Description"))

    def _put(self, table: str, number: str, text: str) -> None:
        self._tables.setdefault(table, {})[number] = text

    def look_up(self, table: str, number: str) -> str:
        """Return the text that a number stands for.

        Raises:
            ListFileError: The table has no such number.
        """
        try:
            return self._tables[table][number]
        except KeyError:
            raise ListFileError(
                f"{table} {number} is referred to but stands nowhere among the reference values.",
                advice="The file is incomplete: fetch it again.",
            ) from None

    def look_up_known(self, table: str, number: str) -> str:
        """Return the text that a number stands for, or an empty text where the list says that it is unknown.

        Raises:
            ListFileError: The table has no such number.
        """
        text = self.look_up(table, number)
        return "" if text == UNKNOWN else text

    def check(self, mapping: Mapping, audit: Audit) -> None:
        """Note reference values that would give a meaning to what is ignored."""
        for table, value in mapping.single_values.items():
            for text in self._tables.get(table, {}).values():
                if text != value:
                    audit.warn(
                        f"reference value {text!r} in {table}, which had only {value!r}", "ReferenceValueSets"
                    )
