"""Records of a large XML file, one after the other, in little memory; hostile XML is refused.

Neither document types nor entities nor anything on the network are ever read, and libxml2's own limits on depth
and on the length of texts stay in force.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from lxml import etree

from ostiary.lists.audit import Audit
from ostiary.lists.openings import describe_web_page, is_web_page
from ostiary.model.errors import ForeignListError, ListFileError

_FETCH_AGAIN: Final = "Fetch the file again from the publisher and compare its size."
#: The root must begin within this many bytes.
_LONGEST_PROLOG: Final = 1 << 20
#: libxml2 keeps what has not ended in memory. The longest real record has less than a megabyte.
_LONGEST_RECORD: Final = 1 << 24
#: Roots of web pages; some sites leave out the first.
_OF_WEB_PAGES: Final = frozenset({"html", "head", "body"})


@dataclass(frozen=True, slots=True)
class Outline:
    """What a file must look like.

    Attributes:
        namespace: Of all elements; empty if they have none.
        root: Name of the root element.
        sections: For each child of the root the name of its records, or its own name if it is a record.
        publisher: Whose lists look like this, for messages.
    """

    namespace: str
    root: str
    sections: Mapping[str, str]
    publisher: str

    def qualify(self, name: str) -> str:
        """Return the name with the namespace, if there is one, as lxml writes it."""
        return f"{{{self.namespace}}}{name}" if self.namespace else name


def read_root(pieces: Iterator[bytes], outline: Outline) -> tuple[dict[str, str], Iterator[bytes]]:
    """Check that a file is of the right kind by its first element.

    Args:
        pieces: The file.
        outline: What it must look like.

    Returns:
        The attributes of the root, and the whole file again.

    Raises:
        ListFileError: It is no XML, a web page, or has a document type.
        ForeignListError: It is XML of another publisher or another list.
    """
    parser = _start_parser("start")
    read: list[bytes] = []
    for piece in pieces:
        read.append(piece)
        broken = not _feed_start(parser, piece)
        for root in _take_elements(parser):
            _check_root(root, outline)
            return {str(name): str(value) for name, value in root.items()}, chain(read, pieces)
        if broken or sum(map(len, read)) > _LONGEST_PROLOG:
            break
    raise _describe_no_xml(b"".join(read))


def iterate_records(
    pieces: Iterable[bytes], outline: Outline, audit: Audit
) -> Iterator[tuple[str, etree._Element]]:
    """Yield each record with its name, in the order of the file; it is gone when the next one is asked for.

    Args:
        pieces: The file, its root already checked.
        outline: Which elements are records.
        audit: Told of sections and records that the outline does not know.

    Raises:
        ListFileError: The file is malformed, ends too early, or lacks a section.
    """
    sections = {outline.qualify(name): outline.qualify(record) for name, record in outline.sections.items()}
    tags = {*sections, *sections.values(), outline.qualify(outline.root)}
    parser = _start_parser("end", sorted(tags))
    seen: set[str] = set()
    for element in _iterate_elements(parser, pieces):
        parent = element.getparent()
        if parent is None:
            _check_sections(element, sections, seen, audit)
        elif sections.get(element.tag if element.tag in sections else parent.tag) == element.tag:
            yield etree.QName(element).localname, element
            _discard(element, parent)
        if element.tag in sections:
            seen.add(element.tag)
            _check_leftovers(element, audit)


def _iterate_elements(parser: etree.XMLPullParser, pieces: Iterable[bytes]) -> Iterator[etree._Element]:
    waiting = 0
    for piece in pieces:
        _feed(parser, piece)
        waiting += len(piece)
        for element in _take_elements(parser):
            waiting = 0
            yield element
        if waiting > _LONGEST_RECORD:
            raise ListFileError(
                f"For {_LONGEST_RECORD >> 20} MiB no record ends: a tag or a comment does not.",
                advice=_FETCH_AGAIN,
            )
    try:
        parser.close()
    except etree.XMLSyntaxError as error:
        raise ListFileError(
            "The file ends before its end: it is truncated.", where=_name_line(error), advice=_FETCH_AGAIN
        ) from error
    yield from _take_elements(parser)


def _start_parser(event: Literal["start", "end"], tags: Sequence[str] | None = None) -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events=(event,),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _take_elements(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    for _, element in parser.read_events():
        yield element  # type: ignore[misc] # its other types belong to events that are not asked for


def _feed_start(parser: etree.XMLPullParser, piece: bytes) -> bool:
    """Feed and return whether it went well; behind the root, what is wrong is reported by the reading proper."""
    try:
        parser.feed(piece)
    except etree.XMLSyntaxError:
        return False
    return True


def _feed(parser: etree.XMLPullParser, piece: bytes) -> None:
    try:
        parser.feed(piece)
    except etree.XMLSyntaxError as error:
        raise ListFileError(
            f"The XML is malformed: {error.msg}.", where=_name_line(error), advice=_FETCH_AGAIN
        ) from error


def _discard(element: etree._Element, parent: etree._Element) -> None:
    """Free a record; a section that is a record only loses its content, since it is still looked at."""
    if parent.getparent() is None:
        element.clear()
    else:
        parent.remove(element)


def _check_root(root: etree._Element, outline: Outline) -> None:
    if etree.QName(root).localname.lower() in _OF_WEB_PAGES:
        raise describe_web_page()
    if root.getroottree().docinfo.internalDTD is not None:
        raise ListFileError(
            "The file has a document type, which no list has and which may hide an attack.",
            advice="Do not use this file; fetch it again from the publisher.",
        )
    if root.tag != outline.qualify(outline.root):
        raise ForeignListError(
            f"The file is no list of this kind of {outline.publisher}: its root is {root.tag}.",
            where="root element",
            advice=f"It should be {outline.qualify(outline.root)}.",
        )


def _check_sections(root: etree._Element, sections: Mapping[str, str], seen: set[str], audit: Audit) -> None:
    missing = [etree.QName(tag).localname for tag in sections if tag not in seen]
    if missing:
        raise ListFileError(f"The file lacks {', '.join(missing)}.", where="root element", advice=_FETCH_AGAIN)
    for child in root:
        if child.tag not in sections:
            audit.warn(f"unknown section {etree.QName(child).localname}", "root element")


def _check_leftovers(section: etree._Element, audit: Audit) -> None:
    for child in section:
        audit.warn(f"unknown record {etree.QName(child).localname}", etree.QName(section).localname)
    for name in section.attrib:
        audit.warn(f"unknown attribute {etree.QName(section).localname}@{name!s}", "section")
    section.clear()


def _describe_no_xml(start: bytes) -> ListFileError:
    if is_web_page(start):
        return describe_web_page()
    return ListFileError("The file is not XML.", where="first element", advice=_FETCH_AGAIN)


def _name_line(error: etree.XMLSyntaxError) -> str:
    return f"line {error.lineno}"
