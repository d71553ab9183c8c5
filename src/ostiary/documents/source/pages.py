"""A web page to blocks: the article without menus, links and comments, precision first."""

import logging
import re
from collections.abc import Iterator
from typing import cast

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ostiary.documents.source.blocks import Draft, Hint, Piece, check_count, put_together
from ostiary.documents.source.encodings import decode_text
from ostiary.documents.source.page_facts import letters_of, read_facts
from ostiary.documents.source.page_places import PagePlaces, hint_of
from ostiary.model.errors import ReportFileError

#: A page of a newspaper has 500 to 2,000 elements; the parser stops at the depth by itself. What takes the article
#: out counts all that it has at each step: twice as many elements take four times as long.
_MOST_ELEMENTS = 15_000
_DEEPEST = 250
#: A tag with more attributes than this takes the parser seconds.
_MOST_ATTRIBUTES = 5_000

#: A class or an address is shorter; what reads the page looks through each attribute many times.
_LONGEST_ATTRIBUTE = 2_000
_WITH_LONG_ATTRIBUTES = etree.XPath(f"//*[@*[string-length() > {_LONGEST_ATTRIBUTE}]]")

#: Elements of the extracted text that begin a new line.
_LINES = frozenset({"lb", "p", "item", "row", "list", "head", "quote", "table", "code"})
_SPACES = re.compile(r"\s+")
_HINTS: dict[str, Hint] = {"head": "heading", "list": "item"}
#: The title may be among so many first blocks.
_NEAR_TOP = 4
#: What the library logs of a broken page is no news to the reader; a program that logs on purpose still gets it.
_QUIET = logging.NullHandler()
_SAVE_TEXT = "Save the article's text in a plain text file."


def draft_page(data: bytes) -> Draft:
    """Return the draft of a web page.

    Raises:
        ReportFileError: It is too large or too deep, or has no article in it.
    """
    text, remarks = decode_text(data, declares=True)
    tree = _parse(text)
    facts = read_facts(tree)
    places = PagePlaces(tree)
    logging.getLogger("trafilatura").addHandler(_QUIET)
    pieces = tuple(_with_places(_pieces(_extract(tree)), places))
    read, blocks = put_together(_with_headline(facts.title, pieces, places))
    share = min(1.0, sum(len("".join(piece.text.split())) for piece in pieces) / max(1, len(places)))
    left_out = f"Of the page's text, {share:.0%} was taken as the report; menus, links and comments were left out."
    return Draft(
        read,
        check_count(blocks),
        outlet=facts.outlet,
        published=facts.published,
        made=facts.changed,
        remarks=(*remarks, *facts.remarks, *_remark_on_depth(tree), left_out),
    )


def _parse(text: str) -> HtmlElement:
    """Return a page as a tree.

    Raises:
        ReportFileError: It has no elements, or more than a page can need.
    """
    if any(
        part[:1].isalpha() and len(part.partition(">")[0].split()) > _MOST_ATTRIBUTES for part in text.split("<")
    ):
        raise ReportFileError(f"A tag has more than {_MOST_ATTRIBUTES:,} attributes.", advice=_SAVE_TEXT)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree: HtmlElement = document_fromstring(text.replace("\0", "").encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReportFileError("The page cannot be read.", advice=_SAVE_TEXT) from error
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise ReportFileError(f"The page has more than {_MOST_ELEMENTS:,} elements.", advice=_SAVE_TEXT)
    _cut_attributes(tree)
    return tree


def _cut_attributes(tree: HtmlElement) -> None:
    for element in cast("list[HtmlElement]", _WITH_LONG_ATTRIBUTES(tree)):
        for name, value in element.attrib.items():
            element.attrib[name] = value[:_LONGEST_ATTRIBUTE]


def _extract(tree: HtmlElement) -> etree._Element:
    """Return the article of a page, first what is surely of it, else what may be.

    Raises:
        ReportFileError: There is none.
    """
    for span in tree.iter("td", "th"):  # each one is blown up to a grid of cells: 100 by 100 for one tag
        span.attrib.pop("colspan", None)
        span.attrib.pop("rowspan", None)
    for precise in (True, False):
        try:
            document = trafilatura.bare_extraction(
                tree, favor_precision=precise, include_comments=False, include_formatting=False
            )
        except Exception as error:
            raise ReportFileError("The page cannot be read.", advice=_SAVE_TEXT) from error
        if document is not None and not isinstance(document, dict) and len(document.body):
            return document.body
    raise ReportFileError("No article was found in the page.", advice=_SAVE_TEXT)


def _pieces(body: etree._Element) -> Iterator[Piece]:
    for element in body:
        hint = _HINTS.get(element.tag, "")
        for line in _lines(element):
            yield Piece(line, hint=hint)


def _lines(element: etree._Element) -> Iterator[str]:
    """Yield the lines of an extracted element, with single spaces, and the line of text after it."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag in _LINES:
            parts.append("\n")
        elif node.tag == "cell":
            parts.append(" ")
        text = (node.text if event == "start" else node.tail) or ""
        parts.append(_SPACES.sub(" ", text))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return (line for line in lines if any(sign.isprintable() and not sign.isspace() for sign in line))


def _with_places(pieces: Iterator[Piece], places: PagePlaces) -> Iterator[Piece]:
    for piece in pieces:
        element = places.find(piece.text)
        if element is None:
            yield piece
        else:
            hint = hint_of(element, len(piece.text)) or piece.hint
            yield Piece(piece.text, f"line {element.sourceline}", hint)


def _with_headline(title: str, pieces: tuple[Piece, ...], places: PagePlaces) -> Iterator[Piece]:
    """Yield the pieces with the page's title first, unless one of the first of them is the title."""
    letters = letters_of(title)
    head = next((piece for piece in pieces[:_NEAR_TOP] if letters and letters_of(piece.text) == letters), None)
    if letters and head is None:
        element = places.find(title)
        place = "title of the page" if element is None else f"line {element.sourceline}"
        yield Piece(title, place, "headline")
    yield from (Piece(piece.text, piece.place, "headline") if piece is head else piece for piece in pieces)


def _remark_on_depth(tree: HtmlElement) -> tuple[str, ...]:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest < _DEEPEST:
        return ()
    return (f"The page's elements are nested {deepest} deep or more; what lies deeper was not read.",)
