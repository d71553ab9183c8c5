"""Files that are no list, or a hostile or broken one: refused with what, where and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.lists import read_list
from ostiary.model.errors import ForeignListError, ListFileError
from tests.work import hang_guard

if TYPE_CHECKING:
    from tests.lists.conftest import SdnFile

Save = Callable[[str | bytes], Path]
BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha" * 50}">' for i in range(12))


def refusal(path: Path) -> ListFileError:
    with pytest.raises(ListFileError) as caught:
        list(read_list("us_ofac", path).listings)
    assert caught.value.where.startswith(str(path))
    assert caught.value.advice
    return caught.value


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<!DOCTYPE html><html><body>Site maintenance", "web page"),
        ("\n <html><head></head><body>Access denied</body></html>", "web page"),
        ("id,name\n1,Ada LOVELACE\n", "not XML"),
        ('{"error": "not found"}', "not XML"),
        (b"\x00\x01\x02\x03", "not XML"),
        (" " * (3 << 20), "not XML"),
        ("<list/>", "no list of this kind"),
        ('<Sanctions xmlns="http://www.un.org/sanctions/1.0"/>', "no list of this kind"),
        ("<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>", "no list of this kind"),
    ],
)
def test_what_is_no_list_is_refused(content: str | bytes, what: str, save: Save) -> None:
    assert what in refusal(save(content)).what


def test_the_list_of_another_publisher_is_named_as_such(save: Save, person: "SdnFile") -> None:
    refused = refusal(save(person.render().replace("/exports/ADVANCED_XML", "/exports/XML")))
    assert isinstance(refused, ForeignListError)


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE Sanctions>",
        f"<!DOCTYPE Sanctions [{BOMB}]>",
        '<!DOCTYPE Sanctions [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE Sanctions SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE Sanctions [<!ENTITY % more SYSTEM "http://127.0.0.1:9/x.dtd"> %more;]>',
    ],
)
@pytest.mark.parametrize("use", ["", "&e11;", "&secret;"])
def test_a_document_type_is_refused_at_once(doctype: str, use: str, save: Save, person: "SdnFile") -> None:
    text = person.render().replace("LOVELACE", f"LOVELACE{use}").replace("?>", f"?>{doctype}", 1)
    path = save(text)
    with hang_guard():
        refused = refusal(path)
    assert "document type" in refused.what or "not XML" in refused.what


def test_an_entity_in_an_attribute_does_not_get_through(save: Save, person: "SdnFile") -> None:
    text = person.render().replace('Version="3"', 'Version="&e11;"')
    text = text.replace("?>", f"?><!DOCTYPE Sanctions [{BOMB}]>", 1)
    assert refusal(save(text))


@pytest.mark.parametrize("section", ["Locations", "IDRegDocuments", "SanctionsEntries", "SanctionsEntryLinks"])
def test_a_missing_section_is_named(section: str, save: Save, person: "SdnFile") -> None:
    del person.records[section]
    assert section in refusal(save(person.render())).what


def test_a_file_without_a_date_of_issue_is_refused(save: Save, person: "SdnFile") -> None:
    head, _, rest = person.render().partition("<DateOfIssue")
    assert "date of issue" in refusal(save(head + rest.partition("</DateOfIssue>")[2])).what


@pytest.mark.parametrize("share", [0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused_whatever_the_place(share: float, save: Save, person: "SdnFile") -> None:
    text = person.render()
    refused = refusal(save(text[: int(len(text) * share)]))
    assert "line " in refused.where


def test_malformed_xml_is_refused_with_its_line(save: Save, person: "SdnFile") -> None:
    text = person.render().replace("</DistinctParties>", "</DistinctPartys>")
    refused = refusal(save(text))
    line = text[: text.index("</DistinctPartys>")].count("\n") + 1
    assert f"line {line}" in refused.where


def test_a_character_that_xml_forbids_is_refused(save: Save, person: "SdnFile") -> None:
    assert "malformed" in refusal(save(person.render().replace("LOVELACE", "LOVE\x0bLACE"))).what


def test_a_file_of_changes_is_refused(save: Save, person: "SdnFile") -> None:
    text = person.render().replace('Version="3"', 'Version="3" DeltaBaseVersion="2"')
    assert "only changes" in refusal(save(text)).what
