"""Every tag on the real lists is known: the ones that are not are listed here when this fails."""

import bz2
import re
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.model.vocabulary import ENTRY_PROGRAM
from ostiary.programs import describe_program

FILES = {
    "un_sc": "un/un_consolidated_2026-02-27.xml.xz",
    "eu_fsf": "eu/eu_fsf_xml_1_1_2026-05-01_REBUILT.xml.xz",
    "gb_ofsi": "uk/uk_ofsi_conlist_2025-04-14_converted.csv.xz",
    "gb_sanctions_list": "uk/uk_sanctions_list_2026-08-22.jsonl.xz",
    "ca_sema": "other/ca_sema-lmes_2025-05.xml.xz",
    "us_csl": "other/us_csl_consolidated_2022-04.csv.xz",
    "us_ofac_consolidated": "other/ofac_consolidated_nonsdn_2025-03-28.xml.xz",
}


@pytest.mark.parametrize("list_id", FILES)
def test_every_tag_of_a_list_is_known(shared: Path, list_id: str) -> None:
    reading = read_list(list_id, shared / "lists" / FILES[list_id], published=date(2026, 8, 22))
    tags = {one.value for each in reading.listings for one in each.statements if one.property == ENTRY_PROGRAM}
    assert tags
    assert sorted(tag for tag in tags if describe_program(tag, list_id).standing == "unknown") == []


def test_every_tag_of_the_sdn_list_is_known(shared: Path) -> None:
    packed = (shared / "lists" / "us_ofac_sdn_advanced" / "sdn_advanced_2025-11-19b.xml.bz2").read_bytes()
    tags = {
        tag.decode() for tag in re.findall(rb'SanctionsTypeID="1">\s*<Comment>([^<]+)<', bz2.decompress(packed))
    }
    assert {"SDGT", "FTO", "IRAN-CON-ARMS-EO"} <= tags
    assert sorted(tag for tag in tags if describe_program(tag, "us_ofac").standing == "unknown") == []
