"""Identity documents and registrations, which stand before the parties that they belong to."""

from dataclasses import dataclass

from ostiary.lists.drafts import Draft
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.context import Context
from ostiary.lists.us_ofac.locations import Location
from ostiary.lists.us_ofac.periods import read_bounds
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place


@dataclass(frozen=True, slots=True)
class Document:
    """One document, before its party is known.

    Attributes:
        number: The list's own.
        identity: Number of the identity that it belongs to.
        values: Property and value, in the order of the file.
        names: Numbers of the written names that it is made out to.
        features: Numbers of the feature versions that it states.
    """

    number: int
    identity: str
    values: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    features: tuple[str, ...]


def read_document(node: Node, context: Context, locations: dict[str, Location]) -> Document:
    """Return the document of an ``IDRegDocument`` element.

    Raises:
        ListFileError: It lacks its number, its type or its party, or points to something that does not exist.
    """
    number = node.take_number("ID")
    look_up = context.reference.look_up
    values = [
        (words.DOCUMENT_TYPE, look_up("IDRegDocType", node.take("IDRegDocTypeID"))),
        (words.DOCUMENT_NUMBER, node.take_leaf("IDRegistrationNo")),
        (
            words.DOCUMENT_COUNTRY,
            look_up("Country", country) if (country := node.find("IssuedBy-CountryID")) else "",
        ),
        (words.DOCUMENT_PLACE, _find_place(node, locations)),
        (words.DOCUMENT_AUTHORITY, node.take_leaf("IssuingAuthority")),
        *_read_dates(node, context, number),
        (words.DOCUMENT_VALIDITY, look_up("Validity", node.take("ValidityID"))),
        (words.DOCUMENT_COMMENT, node.take_leaf("Comment")),
    ]
    return Document(
        number=number,
        identity=node.take("IdentityID"),
        values=tuple((prop, value) for prop, value in values if value),
        names=tuple(child.take("DocumentedNameID") for child in node.take_nodes("DocumentedNameReference")),
        features=tuple(child.take("FeatureVersionID") for child in node.take_nodes("FeatureVersionReference")),
    )


def _find_place(node: Node, locations: dict[str, Location]) -> str:
    number = node.find("IssuedIn-LocationID")
    if number and number not in locations:
        raise ListFileError(
            f"Location {number} is referred to but stands nowhere.", advice="Fetch the file again."
        )
    return locations[number].full if number else ""


def _read_dates(node: Node, context: Context, number: int) -> list[tuple[str, str]]:
    dates = []
    for child in node.take_nodes("DocumentDate"):
        kind = context.reference.look_up("IDRegDocDateType", child.take("IDRegDocDateTypeID"))
        bounds = read_bounds(child.take_node("DatePeriod"), context.audit, f"IDRegDocument {number}")
        dates.append((_name_date(kind, context, number), str(bounds)))
    return dates


def _name_date(kind: str, context: Context, number: int) -> str:
    prop = context.mapping.document_dates.get(kind, "")
    if not prop:
        context.audit.warn(f"unknown kind of document date {kind!r}", f"IDRegDocument {number}")
    return prop or f"Identification.date:{kind}"


def state_document(document: Document, draft: Draft, primary: str) -> None:
    """Add a document to its party.

    Args:
        document: The document.
        draft: The party.
        primary: Number of the party's primary written name; a document made out to it says nothing about names.
    """
    subject = f"{draft.party_id}/{words.DOCUMENT}/{document.number}"
    place = Place("IDRegDocument", document.number)
    for prop, value in document.values:
        draft.state(subject, prop, value, place)
    for name in document.names:
        if name != primary:
            draft.state(subject, words.DOCUMENT_HOLDER, f"{draft.party_id}/{words.ALIAS}/{name}", place)
    for feature in document.features:
        draft.state(subject, words.DOCUMENT_FEATURE, f"{draft.party_id}/{words.FEATURE}/{feature}", place)
