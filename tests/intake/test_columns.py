import csv
from importlib.resources import files

import pytest

from ostiary.intake.columns import FIELDS, fold_header, known_headers, read_mapping, recognise_columns
from ostiary.model.errors import CustomerFileError


@pytest.mark.parametrize(
    ("header", "folded"),
    [
        ("Date of Birth", "dateofbirth"),
        ("date_of_birth", "dateofbirth"),
        ("dateOfBirth", "dateofbirth"),
        ("  Prénom ", "prenom"),
        ("\ufeffid", "id"),
        ("Straße", "strasse"),
        ("名前", "名前"),
        ("***", ""),
    ],
)
def test_fold_header(header: str, folded: str) -> None:
    assert fold_header(header) == folded


def test_no_header_stands_for_two_fields() -> None:
    table = files("ostiary.intake").joinpath("data", "columns.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    assert {row["field"] for row in rows} == set(FIELDS)
    fields: dict[str, set[str]] = {}
    for row in rows:
        for header in row["headers"].split("|"):
            fields.setdefault(fold_header(header), set()).add(row["field"])
    assert {header: found for header, found in fields.items() if len(found) > 1} == {}
    assert set(known_headers()) == set(fields)


def test_only_the_first_of_two_keys_is_read() -> None:
    columns = recognise_columns(("Customer ID", "id", "name", "alias"), {}, "x.csv")
    assert columns.taken == (("Customer ID", "id"), ("name", "name"), ("alias", "name"))
    assert columns.ignored == ("id",)


@pytest.mark.parametrize(("spoken", "field"), [("birth_date", "birth_dates"), ("country", "countries"), ("", "")])
def test_fields_may_be_named_as_the_columns_are(spoken: str, field: str) -> None:
    assert read_mapping({"Spalte 1": spoken}) == {"spalte1": field}


def test_the_error_names_the_columns_found() -> None:
    with pytest.raises(CustomerFileError, match="Kunde, Ort") as caught:
        recognise_columns(("Kunde", "Ort"), {}, "x.csv")
    assert caught.value.where == "x.csv"
    assert "--map" in caught.value.advice
