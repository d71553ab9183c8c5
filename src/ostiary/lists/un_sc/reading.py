"""The consolidated list of the UN Security Council in XML, read strictly and as a stream."""

from datetime import date
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import read_day
from ostiary.lists.drafts import Draft
from ostiary.lists.given import GivenFile
from ostiary.lists.nodes import Node
from ostiary.lists.records import Outline
from ostiary.lists.recordwise import Form, read_recordwise
from ostiary.lists.sources import Source
from ostiary.lists.un_sc.details import state_births, state_details, state_documents, state_places
from ostiary.lists.un_sc.entries import Entry, find_basis
from ostiary.lists.un_sc.names import state_names
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing, Place

_OUTLINE: Final = Outline(
    namespace="",
    root="CONSOLIDATED_LIST",
    sections={"INDIVIDUALS": "INDIVIDUAL", "ENTITIES": "ENTITY"},
    publisher="the United Nations Security Council",
)
_SCHEMAS: Final = {"INDIVIDUAL": "Person", "ENTITY": "LegalEntity"}
_SCHEMA_LOCATION: Final = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"


def read_un_sc(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the UN list; it states its date itself.

    Args:
        description: The list.
        given: The file.

    Raises:
        ListFileError: The file cannot be opened or is no such list.
        ForeignListError: It is of another publisher.
    """
    return read_recordwise(description, given, Form(_OUTLINE, _find_published, _take_root, _take_record))


def _find_published(source: Source) -> date:
    return read_day(source.read_root().take("dateGenerated"), "root element")


def _take_root(root: Node) -> None:
    root.find(_SCHEMA_LOCATION)
    root.find("dateGenerated")


def _take_record(record: str, node: Node, list_id: str, audit: Audit) -> Listing:
    """Return the party of an ``INDIVIDUAL`` or ``ENTITY``.

    Its id is the permanent reference number (``QDi.001``): the DATAID was given anew to six parties when their
    entries were amended, while no reference number ever meant two parties.
    """
    place = Place(record, node.take_leaf_number("DATAID"))
    number = node.take_value("REFERENCE_NUMBER")
    if not number:
        raise ListFileError("The party has no reference number.", advice="Fetch the file again.")
    audit.expect_leaf(node, "VERSIONNUM", "1")
    draft = Draft(f"{list_id}:{number}", _SCHEMAS[record])
    party = draft.open_part(place)
    party.say(words.SCHEMA, draft.schema)
    state_names(node, draft, place, audit)
    comments = node.take_value("COMMENTS1")
    state_details(node, draft, place, comments)
    state_births(node, draft, place, audit)
    state_documents(node, draft, place, audit)
    state_places(node, draft, place)
    entry = Entry(draft, place, number, audit)
    entry.state(node, find_basis(comments))
    party.say("Un.dataId", str(place.number))
    return draft.finish()
