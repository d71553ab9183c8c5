import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from ostiary.app.profile_files import read_profile
from ostiary.screening import load_profile

Run = Callable[..., Any]
ROWS = [
    ("id", "name", "type", "party_id"),
    ("1", "Cartel of the Suns", "", "us_ofac_sample:55025"),
    ("2", "Nikolas Maduro Moros", "person", "22790"),
    ("3", "Marta Quaye", "person", ""),
    ("4", "Nicolas Maduro", "person", ""),
]


def write_csv(path: Path, rows: list[tuple[str, ...]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows(rows)
    return path


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "labelled.csv", ROWS)


def test_the_highest_threshold_that_finds_all_is_chosen_and_written(
    run: Run, labelled: Path, tmp_path: Path
) -> None:
    out, page = tmp_path / "ours.yml", tmp_path / "tuning.html"
    answer = run(
        "tune", labelled, "--out", out, "--page", page, "--reason", "Agreed in March.", "--by", "A. Reviewer"
    )
    assert answer.exit_code == 0
    profile = read_profile(out)
    said = yaml.safe_load(out.read_text("utf-8"))
    found = run("tune", labelled, "--json").json["tuning"]
    assert profile.threshold == found["threshold"]
    better = [row for row in found["sweep"] if row["threshold"] > found["threshold"]]
    assert better
    assert all(row["recall"]["part"] < 2 for row in better)
    assert said["reason"].startswith("Agreed in March. The highest threshold")
    assert "labelled.csv" in said["reason"]
    assert "A. Reviewer" in said["reason"]
    assert "Chosen" in answer.out
    assert "labelled customer" in page.read_text("utf-8")


def test_the_sweep_counts_rows(run: Run, labelled: Path) -> None:
    found = run("tune", labelled, "--json").json["tuning"]
    row = next(row for row in found["sweep"] if row["threshold"] == 700)
    assert (found["rows"], found["labelled"]) == (4, 2)
    assert (row["recall"]["part"], row["recall"]["of"]) == (2, 2)
    assert (row["alerts"]["part"], row["alerts"]["of"]) == (3, 4)


def test_screening_takes_the_profile(run: Run, labelled: Path, tmp_path: Path) -> None:
    out = tmp_path / "ours.yml"
    run("tune", labelled, "--out", out)
    threshold = yaml.safe_load(out.read_text("utf-8"))["threshold"]
    found = run("screen", "Cartel of the Suns", "--profile", out, "--json").json
    assert found["threshold"] == threshold
    assert found["screening"]["hits"][0]["profile_digest"] == read_profile(out).digest != load_profile().digest


def test_no_profile_is_written_where_no_threshold_finds_enough(run: Run, tmp_path: Path) -> None:
    rows = [*ROWS, ("5", "Wholly Unlike Anybody", "person", "22790")]
    out = tmp_path / "ours.yml"
    answer = run("tune", write_csv(tmp_path / "l.csv", rows), "--out", out)
    assert answer.exit_code == 9
    assert not out.exists()
    found = run("tune", tmp_path / "l.csv", "--json")
    assert found.exit_code == 9
    assert [miss["asked"] for miss in found.json["tuning"]["misses"]] == ["Wholly Unlike Anybody"]


@pytest.mark.parametrize(
    ("rows", "options", "said"),
    [
        ([*ROWS, ("5", "X Y Z", "person", "999999999")], (), "names no party"),
        ([ROWS[0], ROWS[3]], (), "nothing to tune by"),
        ([("id", "name"), ("1", "Marta")], (), "--label"),
        (ROWS, ("--label", "nowhere"), "--label"),
        ([*ROWS, ("5", "X")], (), "line 6"),
        (ROWS, ("--out", "profile.txt"), ".yml"),
        (ROWS, ("--profile", "nobodys"), "nobodys"),
    ],
)
def test_what_cannot_be_tuned_by_is_refused(
    run: Run, tmp_path: Path, rows: list[tuple[str, ...]], options: tuple[str, ...], said: str
) -> None:
    answer = run("tune", write_csv(tmp_path / "labelled.csv", rows), *options, "--json")
    assert answer.exit_code in {2, 4}
    assert said in answer.err


def test_a_profile_is_not_written_over_unasked(
    run: Run, labelled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("tune", labelled).exit_code == 0
    assert (tmp_path / "tuned.yml").is_file()
    again = run("tune", labelled)
    assert again.exit_code == 2
    assert "--out" in again.err
