"""Names that a list gives in another script, asked for in Latin letters, and the reverse."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ostiary.index import open_index
from ostiary.index.compilation import compile_index
from ostiary.model.parties import Party
from ostiary.model.queries import Query
from ostiary.model.statements import ListVersion
from ostiary.screening import Engine, compare

with (Path(__file__).parent / "native_names.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))


@pytest.fixture(scope="module", params=["native", "latin"])
def listed(
    request: pytest.FixtureRequest,
    make_party: Callable[..., Party],
    make_version: Callable[..., ListVersion],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[str, Engine]:
    """All names in one of the two ways, and an engine over them."""
    parties = [make_party(number, case["schema"], case[request.param]) for number, case in enumerate(CASES)]
    path = tmp_path_factory.mktemp("native") / "index.ost"
    compile_index(parties, [make_version(len(parties))], path)
    return request.param, Engine(open_index(path), today=date(2025, 12, 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["latin"])
def test_a_name_listed_in_one_script_is_found_in_the_other(
    listed: tuple[str, Engine], case: dict[str, str]
) -> None:
    way, engine = listed
    asked = case["latin" if way == "native" else "native"]
    hits = engine.screen(Query(names=(asked,), schema=case["schema"])).hits
    assert [hit.matched_name for hit in hits] == [case[way]]
    found = compare(asked, case[way], case["schema"])
    assert hits[0].points == found.points
    assert compare(case[way], asked, case["schema"]).points == found.points


@pytest.mark.parametrize("case", [case for case in CASES if case["reason"]], ids=lambda case: case["latin"])
def test_a_hit_says_how_the_scripts_meet(case: dict[str, str]) -> None:
    parts = compare(case["native"], case["latin"], case["schema"]).parts
    assert any(case["reason"] in part.reason for part in parts)
