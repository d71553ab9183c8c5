"""Written names of a party: kind, quality, script and typed parts."""

from ostiary.lists.drafts import Draft
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.context import Context
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

_PRIMARY = "name"


class NameReader:
    """Reads the names of one identity.

    Args:
        context: The reader's tables.
        draft: The party.
        identity: The ``Identity`` element.
    """

    def __init__(self, context: Context, draft: Draft, identity: Node) -> None:
        self._context = context
        self._draft = draft
        self._identity = identity
        self._part_types = self._read_part_types()
        #: Numbers of all its written names.
        self.numbers: set[str] = set()
        #: Number of the primary one.
        self.primary = ""

    def read(self) -> None:
        """State every written name.

        Raises:
            ListFileError: There is no primary name, or a name points to something that does not exist.
        """
        for alias in self._identity.take_nodes("Alias"):
            self._read_alias(alias)
        if not self.primary:
            raise ListFileError("The party has no primary name.", advice="The file is incomplete: fetch it again.")

    def _read_part_types(self) -> dict[str, str]:
        groups = (
            group
            for master in self._identity.take_node("NamePartGroups").take_nodes("MasterNamePartGroup")
            for group in master.take_nodes("NamePartGroup")
        )
        look_up = self._context.reference.look_up
        return {group.take("ID"): look_up("NamePartType", group.take("NamePartTypeID")) for group in groups}

    def _read_alias(self, alias: Node) -> None:
        kind = self._context.reference.look_up("AliasType", alias.take("AliasTypeID")).lower()
        quality = "weak" if alias.take("LowQuality") == "true" else "strong"
        self._context.audit.expect(alias, "Primary", "true" if kind == _PRIMARY else "false")
        first = ""
        for name in alias.take_nodes("DocumentedName"):
            subject = self._read_name(name, kind, quality, first)
            first = first or subject

    def _read_name(self, name: Node, kind: str, quality: str, first: str) -> str:
        """State one written name and return its subject; ``first`` is that of the first one of the same alias."""
        number = name.take_number("ID")
        subject = f"{self._draft.party_id}/{words.ALIAS}/{number}"
        place = Place("DocumentedName", number)
        parts, scripts = self._read_parts(name)
        values = [
            (words.ALIAS_NAME, " ".join(value for _, value in parts)),
            (words.ALIAS_KIND, self._choose_kind(name, str(number), kind)),
            (words.ALIAS_QUALITY, quality),
            *((words.ALIAS_SCRIPT, script) for script in scripts),
            *((f"{words.ALIAS_PART}{part}", value) for part, value in parts),
            (words.ALIAS_SPELLING_OF, first),
        ]
        for prop, value in values:
            self._draft.state(subject, prop, value, place)
        self.numbers.add(str(number))
        return subject

    def _choose_kind(self, name: Node, number: str, kind: str) -> str:
        """Return the kind of a written name; of the spellings of the primary alias just one is the name."""
        status = self._context.reference.look_up("DocNameStatus", name.take("DocNameStatusID"))
        if kind != _PRIMARY:
            return kind
        if status != "Primary Latin" or self.primary:
            return words.ALSO_WRITTEN
        self.primary = number
        return _PRIMARY

    def _read_parts(self, name: Node) -> tuple[list[tuple[str, str]], list[str]]:
        """Return kind and value of each part, and the scripts that they are in."""
        parts, scripts = [], []
        for part in name.take_nodes("DocumentedNamePart"):
            value = part.take_node("NamePartValue")
            self._context.audit.expect(value, "Acronym", "false")
            scripts.append(self._context.reference.look_up("ScriptCode", value.take("ScriptID")))
            parts.append((self._name_part(value.take("NamePartGroupID")), value.take_text()))
        if not any(value for _, value in parts):
            raise ListFileError("A written name is empty.", advice="The file is incomplete: fetch it again.")
        return parts, scripts

    def _name_part(self, group: str) -> str:
        kind = self._part_types.get(group)
        if kind is None:
            raise ListFileError(f"Name part group {group} is referred to but stands nowhere.")
        known = self._context.mapping.name_parts.get(kind)
        if known is None:
            self._context.audit.warn(f"unknown type of name part {kind!r}", self._draft.party_id)
        return known or kind
