"""What kind of bearer a row speaks of: told only where nothing speaks against it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ostiary.index.compilation import compile_index
from ostiary.index.reader import open_index
from ostiary.model.parties import Alias, Party
from ostiary.model.queries import Query
from ostiary.screening import Engine

PARTS = "given and family name"


def party(number: int, schema: str, name: str) -> Party:
    ident = f"test:{number}"
    return Party(ident, schema, "test", "2025", (Alias(f"{ident}/a", name, "name", "strong", "Latin"),))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, make_version: Callable[..., object]) -> Engine:
    listed = [
        party(1, "Person", "Tomas Averin"),
        party(2, "LegalEntity", "Averin Tomas Holding"),
        party(3, "Vessel", "Ilse Bracken"),
        party(4, "LegalEntity", "Marta Quillow"),
        party(5, "Thing", "Oskar Pellenz"),
    ]
    path: Path = tmp_path_factory.mktemp("kinds") / "test.ostiary"
    compile_index(listed, [make_version(len(listed))], path)  # type: ignore[list-item]
    return Engine(open_index(path))


@pytest.mark.parametrize(
    ("name", "facts", "told"),
    [
        ("Tomas Lisov", {"clues": (PARTS,)}, "a person"),
        ("Tomas Lisov", {"birth_dates": ("1962",)}, "a person"),
        ("Tomas Lisov", {"birth_places": ("Giza",)}, "a person"),
        ("Tomas Lisov", {"gender": "male"}, "a person"),
        ("Blue Cormorant", {"flags": ("PA",)}, "a ship"),
        ("Blue Cormorant", {"clues": ("IMO number",), "identifiers": ("9187629",)}, "a ship"),
        ("Blue Cormorant", {"flags": ("PA",), "founding_dates": ("1998",)}, "a ship"),
        # A number that is no ship's, facts of two kinds, words of companies, another schema, nothing at all.
        ("Blue Cormorant", {"clues": ("IMO number",), "identifiers": ("9187628",)}, ""),
        ("Blue Cormorant", {"flags": ("PA",), "birth_dates": ("1962",)}, ""),
        ("Tomas Lisov", {"birth_dates": ("1962",), "founding_dates": ("2001",)}, ""),
        ("Tomas Lisov LLC", {"clues": (PARTS,)}, ""),
        ("Lisov Shipping", {"birth_dates": ("1962",)}, ""),
        ("Tomas Lisov", {"clues": (PARTS,), "schema": "Company"}, ""),
        ("Tomas Lisov", {"countries": ("VE",), "nationalities": ("VE",), "identifiers": ("12345678",)}, ""),
        # Listed in these letters as another kind.
        ("Ilse Bracken", {"birth_dates": ("1971",)}, ""),
        ("Marta Quillow", {"clues": (PARTS,)}, ""),
    ],
)
def test_a_kind_is_told_by_fields_that_agree(engine: Engine, name: str, facts: dict[str, Any], told: str) -> None:
    said = engine.screen(Query(names=(name,), **facts)).told
    assert said.startswith(f"screened as {told} alone") if told else not said


def test_a_told_person_is_compared_with_people_alone(engine: Engine) -> None:
    every = engine.screen(Query(names=("Tomas Averin",)))
    people = engine.screen(Query(names=("Tomas Averin",), birth_dates=("1962",)))
    assert {hit.party_id for hit in every} == {"test:1", "test:2"}
    assert {hit.party_id for hit in people} == {"test:1"}
    assert "birth date" in people.told


def test_a_party_of_no_known_kind_is_found_whatever_is_told(engine: Engine) -> None:
    assert [hit.party_id for hit in engine.screen(Query(names=("Oskar Pellenz",), clues=(PARTS,)))] == ["test:5"]


def test_a_listed_name_is_found_as_what_it_is_listed(engine: Engine) -> None:
    assert [hit.party_id for hit in engine.screen(Query(names=("Ilse Bracken",), birth_dates=("1971",)))] == [
        "test:3"
    ]
