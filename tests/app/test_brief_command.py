"""``ostiary read``: every file told of, the page whole or not at all, the exit code right."""

import builtins
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import ostiary
from ostiary.app.brief_schema import make_schema
from ostiary.app.reading import Watch, read_reports
from ostiary.app.settings import Settings

TEXT = """Freight desk told to look twice

PORT ASHMERE - The harbour board will check every customer against the list, the board's chair said on Tuesday.

A clerk who asked not to be named said that the exercise was about Tren de Aragua.
"""

Run = Callable[..., Any]


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    return paths


def test_the_brief_in_the_terminal(run: Run, reports: list[Path]) -> None:
    answer = run("read", *reports, "--published", "2025-08-14", "--outlet", "The Harbour Lantern")
    assert answer.exit_code == 0
    assert answer.out.startswith("SAMPLES")
    assert answer.out.count("The Harbour Lantern  14 August 2025") == 2
    assert answer.out.index("Designated parties, as listed on 14 August 2025") < answer.out.index("Key points")
    assert "us_ofac_sample 2025-11-24" in answer.out


def test_json_keeps_to_the_schema(run: Run, reports: list[Path]) -> None:
    answer = run("read", *reports, "--json", "--published", "2025-08-14")
    jsonschema.validate(answer.json, make_schema())
    assert [report["name"] for report in answer.json["reports"]] == ["one.txt", "two.txt"]
    assert [report["id"] for report in answer.json["reports"]] == ["r1", "r2"]
    assert answer.json["day"] == "2025-08-14"
    assert answer.json["reports"][0]["text"] == TEXT


@pytest.mark.parametrize(("day", "old"), [("2025-11-26", False), ("2025-12-24", False), ("2025-12-25", True)])
def test_old_lists_are_remarked_on(run: Run, reports: list[Path], day: str, *, old: bool) -> None:
    remarks = run("read", *reports, "--json", "--published", day).json["remarks"]
    said = "Old on that day: us_ofac_sample 2025-11-24. What was listed or delisted since then is not known here."
    assert (said in remarks) == old


def test_the_page_is_written_and_what_it_holds_is_said(run: Run, reports: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "new" / "brief.html"
    answer = run("read", *reports, "--out", out)
    assert answer.exit_code == 0
    assert f"Written: {out}" in answer.out
    assert "Key points" not in answer.out
    assert "Two reports, and what they rest on" in out.read_text("utf-8")
    assert [path.name for path in out.parent.iterdir()] == ["brief.html"]


def test_the_page_and_json_at_once(run: Run, reports: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    answer = run("read", *reports, "--out", out, "--json")
    assert len(answer.json["reports"]) == 2
    assert out.is_file()


def test_one_bad_file_does_not_stop_the_others(run: Run, reports: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    answer = run("read", reports[0], bad, reports[1], "--json")
    assert answer.exit_code == 2
    assert [report["name"] for report in answer.json["reports"]] == ["one.txt", "two.txt"]
    assert any("bad.txt was not read" in remark for remark in answer.json["remarks"])
    assert "bad.txt" in answer.err
    assert "empty" in answer.err


def test_nothing_that_can_be_read(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    answer = run("read", tmp_path / "absent.txt", "--out", out)
    assert answer.exit_code == 2
    assert answer.out == ""
    assert "absent.txt" in answer.err
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--published", "last week"), "is no day"),
        (("--published", "2500-01-01"), "is still to come"),
        (("--out", "brief.pdf"), "A page ends in .html"),
    ],
)
def test_options_that_make_no_sense(
    run: Run, reports: list[Path], arguments: tuple[str, ...], complaint: str
) -> None:
    answer = run("read", *reports, *arguments)
    assert answer.exit_code == 2
    assert complaint in answer.err
    assert answer.out == ""


def test_standard_input_is_a_report_like_any_other(samples: Settings, reports: list[Path]) -> None:
    brief = read_reports(samples, [Path("-"), reports[0]], stdin=io.BytesIO(TEXT.encode()))
    assert [reading.report.name for reading in brief.readings] == ["standard input", "one.txt"]
    assert brief.readings[0].report.text == TEXT


def test_standard_input_that_holds_nothing(run: Run) -> None:
    answer = run("read", "-")
    assert answer.exit_code == 2
    assert "standard input" in answer.err


def test_the_same_file_twice_is_remarked_on(run: Run, reports: list[Path]) -> None:
    answer = run("read", *reports, "--json")
    assert "r2 is the same file as r1: it confirms nothing." in answer.json["remarks"]
    assert {one["verdict"] for one in answer.json["agreement"]} <= {"one origin", "public record", "cannot tell"}


def test_the_whole_brief_is_printed_on_demand(run: Run, reports: list[Path]) -> None:
    short, whole = run("read", reports[0]), run("read", reports[0], "--all")
    assert "--all" in short.out
    assert "--all" not in whole.out
    assert "wrote:" in whole.out


def test_a_report_is_never_written_over(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text(f"<html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    before = report.read_bytes()
    answer = run("read", report, "--out", report)
    assert answer.exit_code == 2
    assert report.read_bytes() == before


def test_no_list_yet(run_empty: Run, reports: list[Path]) -> None:
    answer = run_empty("read", *reports)
    assert answer.exit_code == 7
    assert "--samples" in answer.err


def test_a_missing_extra_says_how_it_is_installed(
    run: Run, reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = builtins.__import__

    def without_jinja(name: str, *more: Any) -> Any:  # noqa: ANN401 - as the built-in
        if name.partition(".")[0] == "jinja2" or name == "ostiary.app.pages":
            raise ModuleNotFoundError("No module named 'jinja2'", name="jinja2")
        return whole(name, *more)

    monkeypatch.setattr(builtins, "__import__", without_jinja)
    answer = run("read", *reports, "--out", tmp_path / "brief.html")
    assert answer.exit_code == 7
    assert "pip install 'ostiary[documents]'" in answer.err
    assert not (tmp_path / "brief.html").exists()


def test_the_front_door(samples: Settings, reports: list[Path]) -> None:
    brief = ostiary.read([str(reports[0])], published="2025-08-09", home=samples.home, samples=True)
    assert isinstance(brief, ostiary.Brief)
    assert brief.day == date(2025, 8, 9)
    assert brief.readings[0].report.name == "one.txt"
    assert repr(brief).startswith("<Brief: SAMPLES, not a real list; reports 1, designated parties 1, claims ")
    assert repr(brief.readings[0]).startswith("<Reading r1 of 'one.txt': mentions 1, claims ")
    one = ostiary.read(reports[0], published="2025-08-09", home=samples.home, samples=True)
    assert one.parties == brief.parties
    with pytest.raises(ostiary.OstiaryError, match="no day"):
        ostiary.read(reports, published="soon", home=samples.home, samples=True)
    with pytest.raises(ostiary.OstiaryError, match="nothing to read"):
        ostiary.read([], home=samples.home, samples=True)
    with pytest.raises(ostiary.OstiaryError, match="no such file"):
        ostiary.read([reports[0], reports[0].with_name("absent")], home=samples.home, samples=True)


def test_who_watches_is_told(samples: Settings, reports: list[Path]) -> None:
    moved: list[tuple[int, int]] = []
    read_reports(samples, reports, watch=Watch(move=lambda done, whole: moved.append((done, whole))))
    assert moved == [(1, 2), (2, 2)]
