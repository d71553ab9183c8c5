import csv
import re
from importlib.resources import files

import pytest

from ostiary.identity.tables import find_kind, find_regime_countries, load_reference_rules
from ostiary.lists import list_ids

COLUMNS = {
    "references.csv": ("lists", "where", "entry_list", "pattern", "space", "note"),
    "identifiers.csv": ("labels", "kind", "only_one", "country"),
    "regimes.csv": ("word", "countries", "note"),
}


def read(name: str) -> list[dict[str, str]]:
    text = files("ostiary.identity").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_are_those_that_are_read(name: str) -> None:
    for row in read(name):
        assert tuple(row) == COLUMNS[name]
        assert None not in row.values()


def test_every_rule_is_of_a_list_that_there_is() -> None:
    known = [*list_ids(), "any"]
    for row in read("references.csv"):
        pattern = re.compile(row["lists"].replace("*", ".*"))
        assert any(pattern.fullmatch(one) for one in known), row["lists"]
        assert re.compile(row["pattern"]).groups == 1


def test_countries_are_codes_and_words_are_capitals_once() -> None:
    rows = read("regimes.csv")
    assert len({row["word"] for row in rows}) == len(rows)
    for row in rows:
        assert row["word"] == row["word"].upper()
        assert all(re.fullmatch(r"[a-z]{2}", code) for code in row["countries"].split())


def test_yes_and_no() -> None:
    for row in read("identifiers.csv"):
        assert row["only_one"] in {"yes", "no"}
        assert row["country"] == "" or re.fullmatch(r"[a-z]{2}", row["country"])


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Passport", "passport"),
        ("Numéro de passeport", "passport"),
        ("fiscalcode", "tax number"),
        ("Cedula No.", "national identity number"),
        ("Business registration number", "registration number"),
        ("Unified Social Credit Code (USCC)", "unified social credit code"),
    ],
)
def test_labels(label: str, kind: str) -> None:
    found = find_kind(label)
    assert found is not None
    assert found.name == kind


@pytest.mark.parametrize("label", ["Phone Number", "License", "Chinese Commercial Code", ""])
def test_what_tells_no_identity_has_no_kind(label: str) -> None:
    assert find_kind(label) is None


@pytest.mark.parametrize(
    ("program", "countries"),
    [
        ("The Russia (Sanctions) (EU Exit) Regulations 2019", {"ru"}),
        ("RUSSIA-EO14024", {"ru"}),
        ("UKR", {"ru", "ua", "by"}),
        ("Myanmar (Burma) / Myanmar (Birmanie)", {"mm"}),
        ("SOUTH SUDAN", {"ss", "sd"}),
        ("SDGT", set()),
        ("MALICIOUS CYBER", set()),
    ],
)
def test_the_countries_of_a_program(program: str, countries: set[str]) -> None:
    assert find_regime_countries(program) == countries


def test_rules_of_a_list() -> None:
    spaces = {rule.space for rule in load_reference_rules("gb_ofsi")}
    assert spaces >= {"UN reference number", "OFSI group ID", "UK Sanctions List number"}
    assert "OFSI group ID" not in {rule.space for rule in load_reference_rules("eu_fsf")}
