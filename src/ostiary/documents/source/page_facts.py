"""What a web page says of itself: title, publisher, day of publication; each with where it says so.

Only explicit fields are read. A date guessed from an address or a footer would move every weekday of the report.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from ostiary.documents.source.plain_dates import find_plain_date

#: Fields of ``meta`` elements, in the order in which they are believed.
_DATE_FIELDS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "pdate",
    "dc.date",
    "dcterms.date",
    "date",
)
_CHANGED_FIELDS = ("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified", "lastmod")
_OUTLET_FIELDS = ("og:site_name", "dc.publisher")
_TITLE_FIELDS = ("og:title", "headline", "dc.title", "twitter:title")

#: Longest title, in characters, and the longest block of linked data that is looked into, in characters.
_LONGEST_TITLE = 300
_LONGEST_DATA = 500_000
_ADDRESS = re.compile(r"^(?:https?://(?:www\.)?|@)")
_MOST_RECORDS = 200
#: How a moment ends that is written in universal time: where the outlet sits it may be another day.
_UNIVERSAL = ("Z", "+00:00", "+0000", "GMT", "UTC")
_TITLE_JOINTS = (" | ", " \u2013 ", " \u2014 ", " - ", " : ", " \xb7 ", " \xbb ")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; empty where it says nothing.

    Attributes:
        title: Its headline, without the name of the site.
        outlet: Its publisher.
        published: The day it was published, as the page writes it, whatever the time zone.
        changed: The day it was last changed.
        remarks: Where each of these was found.
    """

    title: str = ""
    outlet: str = ""
    published: date | None = None
    changed: date | None = None
    remarks: tuple[str, ...] = ()


def read_facts(tree: HtmlElement) -> PageFacts:
    """Return what a page says of itself.

    Args:
        tree: The whole page.
    """
    fields = dict(_read_fields(tree))
    record = _article_record(tree)
    outlet, outlet_from = _first((*_named(fields, _OUTLET_FIELDS), (_publisher(record), "linked data")))
    outlet = "".join(filter(str.isprintable, _ADDRESS.sub("", outlet).partition(_TITLE_JOINTS[0])[0]))
    title, title_from = _title(tree, fields, record, outlet)
    published, published_from = _published(tree, fields, record)
    remarks = (
        f"The headline is taken from {title_from} of the page." if title else "",
        f"The outlet, {outlet}, is taken from {outlet_from} of the page." if outlet else "",
        f"The day of publication, {published}, is taken from {published_from} of the page." if published else "",
    )
    return PageFacts(title, outlet, published, _changed(fields, record), tuple(filter(None, remarks)))


def _read_fields(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the ``meta`` fields of a page, the last first, so that the first one stays."""
    for element in reversed(list(tree.iter("meta"))):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = " ".join((element.get("content") or "").split())
        if name and value:
            yield name.casefold(), value


def _named(fields: Mapping[str, str], names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((fields.get(name, ""), name) for name in names)


def _first(values: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    return next(((value, name) for value, name in values if value), ("", ""))


def _article_record(tree: HtmlElement) -> Mapping[str, Any]:
    """Return the linked data record of the article, or an empty one."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text and len(script.text) <= _LONGEST_DATA:
            try:
                data = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            found = next((record for record in _records(data) if "datePublished" in record), None)
            if found:
                return found
    return {}


def _records(data: object) -> Iterator[Mapping[str, Any]]:
    """Yield the records of linked data: itself, those in a list, those of its graph."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_RECORDS:
        seen += 1
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one[:_MOST_RECORDS])
        elif isinstance(one, dict):
            yield one
            waiting.append(one.get("@graph"))


def _publisher(record: Mapping[str, Any]) -> str:
    publisher = record.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return " ".join(name.split()) if isinstance(name, str) else ""


def _published(tree: HtmlElement, fields: Mapping[str, str], record: Mapping[str, Any]) -> tuple[date | None, str]:
    named = _named(fields, _DATE_FIELDS)
    times = (
        (element.get("datetime") or "", f"{element.tag} element")
        for element in tree.iter("time")
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished"
    )
    for value, name in (*named[:2], (str(record.get("datePublished", "")), "linked data"), *named[2:], *times):
        found = find_plain_date(value)
        if found:
            return found[0], f"{name}, in universal time," if value.endswith(_UNIVERSAL) else name
    return None, ""


def _changed(fields: Mapping[str, str], record: Mapping[str, Any]) -> date | None:
    value, _ = _first((*_named(fields, _CHANGED_FIELDS), (str(record.get("dateModified", "")), "")))
    found = find_plain_date(value)
    return found[0] if found else None


def _title(
    tree: HtmlElement, fields: Mapping[str, str], record: Mapping[str, Any], outlet: str
) -> tuple[str, str]:
    """Return the headline: a heading of the page where the title that it names begins with it."""
    own = next((" ".join(element.text_content().split()) for element in tree.iter("title")), "")
    linked = record.get("headline")
    data = (" ".join(linked.split()) if isinstance(linked, str) else "", "linked data")
    named, source = _first((*_named(fields, _TITLE_FIELDS), data, (own, "title")))
    titles = (letters_of(named), letters_of(own))
    for element in tree.iter("h1"):
        heading = " ".join(element.text_content().split())
        letters = letters_of(heading)
        if letters and any(title.startswith(letters) for title in titles):
            return heading[:_LONGEST_TITLE], "h1"
    return _without_site(named, outlet)[:_LONGEST_TITLE], source


def letters_of(text: str) -> str:
    """Return a text's letters and digits in lower case, so that two settings of one line compare as the same."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _without_site(title: str, outlet: str) -> str:
    """Return a title without the name of the site at its end."""
    for joint in _TITLE_JOINTS:
        start, _, end = title.rpartition(joint)
        if letters_of(end) == letters_of(outlet) or (joint == _TITLE_JOINTS[0] and len(start) > len(end)):
            return start
    return title
