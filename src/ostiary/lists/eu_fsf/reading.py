"""The EU's consolidated list of financial sanctions (FSF) in XML 1.1, read strictly and as a stream."""

from datetime import date
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import read_day
from ostiary.lists.eu_fsf.details import Details
from ostiary.lists.eu_fsf.names import state_names
from ostiary.lists.eu_fsf.regulations import Regulations
from ostiary.lists.eu_fsf.subjects import Subject
from ostiary.lists.given import GivenFile
from ostiary.lists.nodes import Node
from ostiary.lists.records import Outline
from ostiary.lists.recordwise import Form, read_recordwise
from ostiary.lists.sources import Source
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing

_OUTLINE: Final = Outline(
    namespace="http://eu.europa.ec/fpi/fsd/export",
    root="export",
    sections={"sanctionEntity": "sanctionEntity"},
    publisher="the European Union",
)
#: Code of the kind of subject, with its second code, to the schema.
_SCHEMAS: Final = {"person": ("P", "Person"), "enterprise": ("E", "LegalEntity")}


def read_eu_fsf(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the EU list; it states its date itself.

    Args:
        description: The list.
        given: The file.

    Raises:
        ListFileError: The file cannot be opened or is no such list.
        ForeignListError: It is of another publisher.
    """
    return read_recordwise(description, given, Form(_OUTLINE, _find_published, _take_root, _take_record))


def _find_published(source: Source) -> date:
    return read_day(source.read_root().take("generationDate"), "root element")


def _take_root(root: Node) -> None:
    root.find("generationDate")
    root.find("globalFileId")


def _take_record(record: str, node: Node, list_id: str, audit: Audit) -> Listing:
    """Return the party of a ``sanctionEntity``; its id is the logical id, which the EU never gives twice."""
    number = node.take_number("logicalId")
    kind = node.take_node("subjectType")
    code = kind.take("code")
    if code not in _SCHEMAS:
        raise ListFileError(f"The subject is of the unknown type {code!r}.", advice="Ostiary needs an update.")
    classification, schema = _SCHEMAS[code]
    audit.expect(kind, "classificationCode", classification)
    subject = Subject(list_id, number, schema, record, audit)
    subject.party.say(words.SCHEMA, schema)
    regulations = Regulations(subject)
    state_names(node, subject, regulations)
    Details(subject, regulations).state(node)
    regulations.state_entry(node)
    return subject.draft.finish()
