"""Files of XML lists with one thing altered: refused with its place, or read with a warning that names it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.lists import read_list
from ostiary.model.errors import ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read

HERE = Path(__file__).parent
#: When a file was published that does not say it itself.
DAY = date(2025, 5, 31)
Alterations = Mapping[str, Sequence[tuple[str, str, str]]]
#: The first record of the Canadian list in other words.
TWICE = (
    "<record><Country>Ruritania</Country><LastName>bera</LastName><GivenName>ADA</GivenName>"
    "<Schedule>1,Part 1</Schedule><Item>1</Item><DateOfListing>2020-01-01</DateOfListing></record>"
)
#: By list: what stands in its file, what in its place, and the message.
REFUSED: Alterations = {
    "ca_sema": [
        ("<EntityOrShip-EntiteOuNavire>Lake Maid<", "<EntityOrShip-EntiteOuNavire><", "no name"),
        ("<Item-NumeroDarticle>12</Item-NumeroDarticle>", "", "no Item"),
        ("<DateOfListing-DateDinscription>2025-03-01<", "<DateOfListing-DateDinscription><", "no DateOfListing"),
        ("</data-set>", f"{TWICE}</data-set>", "stands in the file twice"),
        ("</data-set>", "", "truncated"),
    ],
    "eu_fsf": [
        ('logicalId="102"', 'logicalId="101"', "stands in the file twice"),
        ('logicalId="102"', "", "lacks the attribute logicalId"),
        ('logicalId="102"', 'logicalId="1x"', "'1x' and not a number"),
        ('code="enterprise"', 'code="ship"', "unknown type 'ship'"),
        ('programme="IRQ"', 'programme=""', "names no programme"),
        ("Grand Lake Air", "", "has no name"),
        ('<subjectType code="person" classificationCode="P"/>', "", "0 subjectType where one is due"),
        ("</export>", "", "truncated"),
    ],
    "un_sc": [
        ("<FIRST_NAME>GRAND LAKE AIR (GLA) ; LAKE BUSINESS COMPANY</FIRST_NAME>", "<FIRST_NAME/>", "has no name"),
        ("<REFERENCE_NUMBER>ZZe.001</REFERENCE_NUMBER>", "", "no reference number"),
        ("<REFERENCE_NUMBER>ZZe.001</REFERENCE_NUMBER>", "<REFERENCE_NUMBER>ZZi.001</REFERENCE_NUMBER>", "twice"),
        ("<DATAID>7002</DATAID>", "", "DATAID of ENTITY is ''"),
        ("<LISTED_ON>2007-03-29</LISTED_ON>", "", "no LISTED_ON"),
        ("<UN_LIST_TYPE>DRC</UN_LIST_TYPE>", "", "no UN_LIST_TYPE"),
        ("<FIRST_NAME>GRAND", "<FIRST_NAME>X</FIRST_NAME><FIRST_NAME>GRAND", "more than one FIRST_NAME"),
        ("</CONSOLIDATED_LIST>", "", "truncated"),
        ("An airline", "An \x19 airline", "malformed"),
        ("An airline", "&nbsp;An airline", "malformed|truncated"),
        ("ENTITIES>", "OTHERS>", "lacks ENTITIES"),
    ],
    "us_ofac_consolidated": [
        ("<Record_Count>3<", "<Record_Count>4<", "holds 3 entries and says that there are 4"),
        ("<Publish_Date>03/28/2025<", "<Publish_Date><", "is not a day"),
        ("<uid>103</uid>", "<uid>101</uid>", "stands in the file twice"),
        ("<uid>103</uid>", "", "uid of sdnEntry is ''"),
        ("<lastName>LAKE MAID</lastName>", "", "a name without words"),
        ("<sdnType>Vessel<", "<sdnType>Balloon<", "unknown type 'Balloon'"),
        ("<program>561-Related</program>", "", "has no program"),
        ("</sdnList>", "", "truncated"),
    ],
}
#: The same, and the warning.
WARNED: Alterations = {
    "ca_sema": [
        (
            "<Schedule-Annexe>1.1<",
            "<Flag>RR</Flag><Schedule-Annexe>1.1<",
            "unknown element record/Flag (first at record, 1 in all)",
        ),
    ],
    "eu_fsf": [
        ('strong="true"', 'strong="true" lucky="true"', "unknown attribute nameAlias@lucky"),
        ("<remark>previous</remark>", "<remarks>previous</remarks>", "unknown element address/remarks"),
        ('regulationLanguage="en"', 'regulationLanguage="fr"', "regulationLanguage is 'fr'"),
        ('classificationCode="E"', 'classificationCode="P"', "subjectType@classificationCode is 'P'"),
        ('birthdate="1960-02-03"', 'birthdate="1960-02-30"', "a date for Person.birthDate that cannot be read"),
        ("<sanctionEntity d", "<note/><sanctionEntity d", "unknown section note"),
    ],
    "un_sc": [
        ("<VERSIONNUM>1</VERSIONNUM>", "<VERSIONNUM>2</VERSIONNUM>", "INDIVIDUAL/VERSIONNUM is '2'"),
        ("<GENDER>Female</GENDER>", "<SEX>Female</SEX>", "unknown element INDIVIDUAL/SEX"),
        ("<QUALITY>Good</QUALITY>", "<QUALITY>Fair</QUALITY>", "unknown quality 'Fair'"),
        ("<TYPE_OF_DATE>BETWEEN<", "<TYPE_OF_DATE>PERHAPS<", "unknown kind of date 'PERHAPS'"),
        ("<NOTE>expired</NOTE>", '<NOTE lang="en">expired</NOTE>', "unknown element INDIVIDUAL_DOCUMENT/NOTE"),
        ("<INDIVIDUAL_DOCUMENT/>", "<INDIVIDUAL_DOCUMENT>lost</INDIVIDUAL_DOCUMENT>", "INDIVIDUAL_DOCUMENT"),
        (' dateGenerated="', ' edition="2" dateGenerated="', "unknown attribute CONSOLIDATED_LIST@edition"),
    ],
    "us_ofac_consolidated": [
        (
            "<callSign>",
            "<mmsi>1</mmsi><callSign>",
            "unknown element vesselInfo/mmsi (first at sdnEntry 103, 1 in all)",
        ),
    ],
}


def spread(altered: Alterations) -> list[tuple[str, str, str, str]]:
    return [(list_id, *case) for list_id, cases in altered.items() for case in cases]


def alter(list_id: str, old: str, new: str) -> str:
    text = (HERE / list_id / f"{list_id}.xml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(("list_id", "old", "new", "message"), spread(REFUSED))
def test_what_cannot_be_whole_is_refused_and_the_place_is_named(
    list_id: str, old: str, new: str, message: str, save: Callable[[str], Path]
) -> None:
    path = save(alter(list_id, old, new))
    with pytest.raises(ListFileError, match=message) as caught:
        list(read_list(list_id, path, published=DAY).listings)
    assert caught.value.where.startswith(f"{path}: ")


@pytest.mark.parametrize(("list_id", "old", "new", "warning"), spread(WARNED))
def test_what_is_unknown_is_a_warning_with_its_place(
    list_id: str,
    old: str,
    new: str,
    warning: str,
    save: Callable[[str], Path],
    read_list_file: Callable[..., "Read"],
) -> None:
    found = read_list_file(list_id, save(alter(list_id, old, new)), DAY)
    assert [each for each in found.warnings if warning in each], found.warnings
