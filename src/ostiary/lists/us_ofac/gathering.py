"""Gathering: the statements of a party stand in five places of the file and are brought together here."""

from collections.abc import Callable, Iterator

from ostiary.lists.drafts import Draft
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.context import Context
from ostiary.lists.us_ofac.documents import Document, read_document, state_document
from ostiary.lists.us_ofac.entries import state_entry
from ostiary.lists.us_ofac.features import FeatureReader
from ostiary.lists.us_ofac.locations import Location, read_location
from ostiary.lists.us_ofac.names import NameReader
from ostiary.lists.us_ofac.relations import state_relation
from ostiary.model import vocabulary as words
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.statements import Listing, Place

_INCOMPLETE = "The file is incomplete: fetch it again."


class Gathering:
    """Takes the records of one file in their order and yields whole parties at its end.

    Args:
        context: The reader's tables.
        entry_list: Name of the list that at least one party must have an entry on; empty: any.
    """

    def __init__(self, context: Context, entry_list: str) -> None:
        self._context = context
        self._entry_list = entry_list
        self._locations: dict[str, Location] = {}
        self._documents: dict[str, list[Document]] = {}
        self._cited: set[str] = set()
        self._drafts: dict[str, Draft] = {}
        self._entries: dict[str, str] = {}
        self._entry_of_relation: list[tuple[str, str]] = []
        self._lists: set[str] = set()
        self._features = FeatureReader(context, self._locations, self._cited)

    def choose_step(self, record: str) -> Callable[[Node], None] | None:
        """Return what takes in records of this name; None if there is nothing to take."""
        steps: dict[str, Callable[[Node], None]] = {
            "ReferenceValueSets": self._take_reference,
            "Location": self._take_location,
            "IDRegDocument": self._take_document,
            "DistinctParty": self._take_party,
            "ProfileRelationship": self._take_relation,
            "SanctionsEntry": self._take_entry,
        }
        return steps.get(record)

    def _take_reference(self, sets: Node) -> None:
        self._context.reference.read(sets)
        self._context.reference.check(self._context.mapping, self._context.audit)

    def _take_location(self, node: Node) -> None:
        location = read_location(node, self._context)
        self._locations[str(location.number)] = location

    def _take_document(self, node: Node) -> None:
        document = read_document(node, self._context, self._locations)
        self._documents.setdefault(document.identity, []).append(document)
        self._cited.update(document.features)

    def _take_party(self, party: Node) -> None:
        notes = party.take_leaf("Comment")
        for profile in party.take_nodes("Profile"):
            self._take_profile(profile, notes)

    def _take_profile(self, profile: Node, notes: str) -> None:
        number = str(profile.take_number("ID"))
        if number in self._drafts:
            raise ListFileError(f"Profile {number} stands in the file twice.", advice="Fetch the file again.")
        place = Place("Profile", int(number))
        draft = Draft(self._context.name_party(number), self._choose_schema(profile))
        draft.state(draft.party_id, words.SCHEMA, draft.schema, place)
        draft.state(draft.party_id, words.NOTES, notes, place)
        self._take_identities(profile, draft)
        self._drafts[number] = draft

    def _choose_schema(self, profile: Node) -> str:
        number = profile.take("PartySubTypeID")
        look_up = self._context.reference.look_up
        kind = self._context.reference.look_up_known("PartySubType", number)
        kind = kind or look_up("PartyType", look_up("PartyType of", number))
        if kind not in self._context.mapping.schemas:
            raise ListFileError(f"The party is of the unknown type {kind!r}.", advice="Ostiary needs an update.")
        return self._context.mapping.schemas[kind]

    def _take_identities(self, profile: Node, draft: Draft) -> None:
        identities = {identity.take("ID"): identity for identity in profile.take_nodes("Identity")}
        documents: list[tuple[Document, str]] = []
        for number, identity in identities.items():
            self._context.audit.expect(identity, "Primary", "true")
            self._context.audit.expect(identity, "False", "false")
            names = NameReader(self._context, draft, identity)
            names.read()
            for document in self._documents.pop(number, ()):
                _check_names(document, names)
                documents.append((document, names.primary))
        for feature in profile.take_nodes("Feature"):
            self._features.read(feature, draft, identities)
        for document, primary in documents:
            state_document(document, draft, primary)

    def _take_relation(self, relation: Node) -> None:
        self._entry_of_relation.append(state_relation(relation, self._context, self._drafts))

    def _take_entry(self, entry: Node) -> None:
        profile, number = entry.take("ProfileID"), entry.attributes.get("ID", "")
        if profile not in self._drafts:
            raise ListFileError(f"Profile {profile} is referred to but stands nowhere.", advice=_INCOMPLETE)
        self._entries[number] = profile
        self._lists.add(state_entry(entry, self._context, self._drafts[profile]))

    def check_references(self) -> None:
        """Check that all that was referred to stands in the file.

        Raises:
            ListFileError: Something does not.
            ForeignListError: No party has an entry on the list that this should be.
        """
        for identity in self._documents:
            raise ListFileError(f"Identity {identity} has documents but stands nowhere.", advice=_INCOMPLETE)
        for feature in self._cited:
            raise ListFileError(
                f"Feature version {feature} is referred to but stands nowhere.", advice=_INCOMPLETE
            )
        self._check_entries()
        if self._drafts and self._entry_list and self._entry_list not in self._lists:
            raise ForeignListError(
                f"No party has an entry on {self._entry_list!r}.",
                where="SanctionsEntries",
                advice="This is another list of the same publisher.",
            )

    def finish(self) -> Iterator[Listing]:
        """Yield the parties in the order of the file, each freed when the next is asked for."""
        self._locations.clear()
        for number in list(self._drafts):
            yield self._drafts.pop(number).finish()

    def _check_entries(self) -> None:
        for entry, source in self._entry_of_relation:
            if self._entries.get(entry) != source:
                self._context.audit.warn(
                    "a relation that names another party's sanctions entry", f"Profile {source}"
                )
        for number in self._drafts.keys() - self._entries.values():
            self._context.audit.warn("a party without a sanctions entry", f"Profile {number}")


def _check_names(document: Document, names: NameReader) -> None:
    for name in document.names:
        if name not in names.numbers:
            raise ListFileError(
                f"Document {document.number} is made out to name {name}, which its party does not have.",
                advice=_INCOMPLETE,
            )
