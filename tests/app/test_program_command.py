"""The command ``program``: pages for people, JSON for programs, side by side, choices, near tags."""

from collections.abc import Callable
from typing import Any

import pytest

from ostiary.app.cli.program_page import HEADINGS
from ostiary.app.program_pages import ADVICE, find_pages
from ostiary.model.errors import NotFoundError
from ostiary.programs.points import ASPECTS

Run = Callable[..., Any]


def test_a_page_says_what_it_does_and_what_it_does_not_with_sources(run: Run) -> None:
    answer = run("program", "FTO")
    assert answer.exit_code == 0
    for expected in ("What it does", "What it does not do", "no conviction", "power to arrest", "military force"):
        assert expected in answer.out
    for expected in ("8 U.S.C. 1189", "18 U.S.C. 1385", "1996-04-24", "[1]", "read, 2026-", ADVICE):
        assert expected in answer.out


def test_what_was_not_checked_says_so(run: Run) -> None:
    assert "(not checked against its source)" in run("program", "UKR").out


def test_what_is_disputed_says_by_whom(run: Run) -> None:
    [page] = run("program", "SDGT", "--json").json["pages"]
    disputes = [point for point in page["program"]["points"] if point["aspect"] == "dispute"]
    assert len(disputes) > 1
    assert all(point["by"] and point["certainty"] == "disputed" for point in disputes)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-06-30", "in force   since 2004-05-11"),
        ("2025-07-01", "ended: without effect from 2025-07-01 on"),
        ("2000-01-01", "not yet: it began on 2004-05-11"),
    ],
)
def test_a_program_has_a_beginning_and_an_end(day: str, expected: str, run: Run) -> None:
    assert expected in run("program", "SYRIA", "--as-of", day).out


def test_what_continues_after_the_end_is_said(run: Run) -> None:
    out = run("program", "SYRIA", "--as-of", "2025-07-01").out
    assert "After its end" in out
    assert "Executive Order 13894" in out


@pytest.mark.parametrize(("day", "amount"), [("2024-06-01", "368,136"), ("2025-06-01", "377,700")])
def test_the_penalty_is_that_of_the_day(day: str, amount: str, run: Run) -> None:
    assert f"{amount} US dollars" in run("program", "SDGT", "--as-of", day).out


def test_two_programs_stand_side_by_side(run: Run) -> None:
    out = run("program", "SDGT", "--compare", "FTO").out
    assert "SDGT (us_ofac)" in out
    assert "FTO (us_ofac)" in out
    assert len(run("program", "SDGT", "--compare", "FTO", "--json").json["pages"]) == 2


def test_a_tag_of_several_publishers_is_chosen_by_its_list(run: Run) -> None:
    assert "is a tag of several publishers" in run("program", "DPRK").out
    assert {one["list_id"] for one in run("program", "DPRK", "--json").json["choices"]} == {"us_ofac", "un_sc"}
    assert "1718 Sanctions List" in run("program", "DPRK", "--list", "un_sc").out


def test_beside_another_program_the_list_that_both_have_decides(run: Run) -> None:
    pages = run("program", "DPRK", "--compare", "NPWMD", "--json").json["pages"]
    assert [page["program"]["list_id"] for page in pages] == ["us_ofac", "us_ofac"]


def test_an_unknown_tag_is_answered_with_near_ones(run: Run) -> None:
    answer = run("program", "SDTG")
    assert answer.exit_code == 4
    assert "SDGT" in answer.err


@pytest.mark.parametrize("options", [("SDGT", "--list", "no_such_list"), ("SDGT", "--list", "un_sc")])
def test_a_list_without_that_tag_is_no_answer(options: tuple[str, ...], run: Run) -> None:
    assert run("program", *options).exit_code == 4


def test_a_day_that_is_none_is_refused(run: Run) -> None:
    assert run("program", "SDGT", "--as-of", "soon").exit_code == 2


def test_what_is_not_described_claims_nothing(run: Run) -> None:
    out = run("program", "SOMALIA", "--list", "us_ofac").out
    assert "not yet described" in out
    assert "Executive Orders 13536 and 13620" in out
    assert "What it does" not in out


def test_every_aspect_has_a_heading() -> None:
    assert set(HEADINGS) == set(ASPECTS)


def test_a_page_tells_how_to_object() -> None:
    [page] = find_pages("SDGT")
    assert page.redress is not None
    assert [point.aspect for point in page.redress.mistaken] == ["mistaken"] * len(page.redress.mistaken)
    assert page.redress.removal


def test_an_empty_tag_is_no_tag() -> None:
    with pytest.raises(NotFoundError):
        find_pages(" ")
