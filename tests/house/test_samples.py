"""The bundled samples are what their facts say, in the publisher's format."""

import csv
import json
import re
import runpy
import subprocess
import sys
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from ostiary.lists import read_list
from ostiary.model.statements import Listing

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "src" / "ostiary" / "app" / "samples"
LISTS = sorted(path.name for path in SAMPLES.glob("*.xml"))
SPACE = "{https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML}"


def programs(name: str, uid: str) -> list[str]:
    entry = next(
        entry
        for entry in etree.parse(SAMPLES / name).iter(f"{SPACE}SanctionsEntry")
        if entry.get("ProfileID") == uid
    )
    return [str(comment.text) for comment in entry.iter(f"{SPACE}Comment") if comment.text]


def test_writing_them_again_gives_the_bundled_bytes() -> None:
    build = runpy.run_path(str(ROOT / "tools" / "samples" / "write_samples.py"))["build_samples"]
    assert {name: (SAMPLES / name).read_bytes() for name in LISTS} == build()


@pytest.mark.parametrize("name", LISTS)
def test_they_follow_the_schema_of_the_publisher(shared: Path, name: str) -> None:
    schema = etree.XMLSchema(etree.parse(shared / "lists" / "specs" / "ofac_advanced_xml.xsd"))
    schema.assertValid(etree.parse(SAMPLES / name))


def test_two_versions_are_bundled_with_the_package() -> None:
    found = sorted(item.name for item in files("ostiary.app").joinpath("samples").iterdir())
    assert [name for name in found if name.endswith(".xml")] == LISTS
    assert len(LISTS) == 2
    assert {"customers.csv", "report.txt", "report_2.txt", "README.md"} <= set(found)


def test_cartel_de_los_soles_became_a_foreign_terrorist_organisation_in_between() -> None:
    before, after = LISTS
    assert programs(before, "55025") == ["SDGT"]
    assert programs(after, "55025") == ["SDGT", "FTO"]


@pytest.mark.parametrize("uid", ["49756", "15412", "11440", "17671", "52892", "11438", "10386", "39376"])
def test_the_eight_groups_of_20_february_2025_are_there(uid: str) -> None:
    for name in LISTS:
        assert {"FTO", "SDGT"} <= set(programs(name, uid))


def test_the_customers_have_one_malformed_row_and_unique_ids() -> None:
    rows = list(csv.reader((SAMPLES / "customers.csv").read_text("utf-8").splitlines()))
    header, body = rows[0], rows[1:]
    assert [row[0] for row in body if len(row) != len(header)] == ["C090"]
    assert len({row[0] for row in body}) == len(body) == 101


@pytest.mark.parametrize("name", ["report.txt", "report_2.txt"])
def test_a_report_says_first_that_it_is_invented(name: str) -> None:
    assert (SAMPLES / name).read_text("utf-8").startswith("INVENTED REPORT:")


def facts_of(listing: Listing) -> Counter[tuple[str, frozenset[tuple[str, str]]]]:
    """What is said of each part of a party, without the numbers of the parts and without relations."""
    parts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for statement in listing.statements:
        if statement.property not in {"Alias.spellingOf", "Identification.holderName"}:
            parts[statement.subject].add((statement.property, statement.value))
    named = ((re.sub(r"/\d+", "", subject.partition("/")[2]), frozenset(said)) for subject, said in parts.items())
    return Counter(part for part in named if part[0] != "relation")


def test_every_fact_stands_in_the_published_list(shared: Path) -> None:
    archive = shared / "lists" / "us_ofac_sdn_advanced" / "sdn_advanced_2025-11-19b.xml.bz2"
    sample = read_list("us_ofac_sample", SAMPLES / LISTS[1]).listings
    ours = {item.party_id.partition(":")[2]: facts_of(item) for item in sample}
    theirs = {
        number: facts_of(item)
        for item in read_list("us_ofac", archive).listings
        if (number := item.party_id.partition(":")[2]) in ours
    }
    # Only this one came later: 90 FR 53045, 2025-11-24.
    soles = next(part for part in ours["55025"] if part[0] == "entry")
    del ours["55025"][soles]
    ours["55025"][("entry", soles[1] - {("Sanction.program", "FTO")})] = 1
    assert ours == theirs


def test_screening_the_customers_gives_what_their_description_says(tmp_path: Path) -> None:
    ostiary = Path(sys.executable).with_name("ostiary")
    words = ["--home", tmp_path, "--samples", "screen", SAMPLES / "customers.csv", "--json"]
    answer = subprocess.run([ostiary, *words], capture_output=True, text=True, check=True)
    run = json.loads(answer.stdout)
    counts = run["manifest"]["counts"]
    assert (counts["rows"], counts["screened"], counts["unscreenable"], counts["rejected"]) == (101, 96, 4, 1)
    listed = {f"C{number:03}" for number in range(1, 63)}
    # C025 is a translation that the list does not carry, C038 a weak alias, C059 was delisted.
    assert {hit["query_id"] for hit in run["hits"]} == listed - {"C025", "C038", "C059"}


def test_what_is_locked_is_a_version_and_no_place() -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    assert [line for line in lines if "==" not in line or "/" in line] == []
