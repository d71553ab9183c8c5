import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ostiary.screening import Engine, load_profile

Run = Callable[..., Any]
PAIRS = [
    ("name1", "name2", "schema", "should_fire"),
    ("Joaquin Santos", "Santos Joaquin", "Person", "1"),
    ("Andrey Volkov", "Andrei Volkov", "Person", "1"),
    ("Andrey Volkov", "Wholly Unlike", "Person", "1"),
    ("Joaquin Santos", "Marta Quaye", "Person", "0"),
    ("Joaquin Santos", "Joaquin Santos", "Person", "0"),
]
SMALL = ("--size", "3", "--control", "20", "--made", "20")


def write_csv(path: Path, rows: list[tuple[str, ...]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows(rows)
    return path


def test_the_packs_run_over_the_samples(run: Run, engine: Engine, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    answer = run("validate", *SMALL, "--control", "1000", "--by", "The auditor", "--out", page, "--json")
    found = answer.json
    lists = found["lists"]
    assert lists["control"]["part"] == lists["control"]["of"] == engine.index.facts.names
    assert lists["lost"] == []
    assert len(lists["classes"]) >= 24
    assert {one["found"]["of"] for one in lists["classes"]} <= {0, 1, 2, 3}
    assert sum(one["found"]["of"] for one in lists["classes"]) > 100
    stamp = found["stamp"]
    assert stamp["by"] == "The auditor"
    assert stamp["index_id"] == engine.index.facts.index_id
    assert stamp["profile"]["digest"] == engine.profile.digest
    assert stamp["lists"][0]["label"] == "2025-11-24"
    assert answer.exit_code == (0 if found["passed"] else 9)
    assert "The auditor" in page.read_text("utf-8")


def test_every_miss_is_listed_with_its_parts(run: Run) -> None:
    found = run(
        "validate", "--only", "cut off at 35", "--only", "scanned, signs", *SMALL, "--size", "60", "--json"
    ).json
    lists = found["lists"]
    missed = sum(one["found"]["of"] - one["found"]["part"] for one in (*lists["classes"], *lists["scripts"]))
    assert len(lists["misses"]) == missed > 0
    for miss in lists["misses"]:
        assert miss["why"]
        assert miss["points"] is None or miss["points"] == sum(part["points"] for part in miss["parts"]) < 700


def test_the_same_seed_gives_the_same_figures(run: Run) -> None:
    def figures(seed: int) -> object:
        found = run("validate", "--only", "letter replaced", *SMALL, "--seed", seed, "--json").json
        return found["lists"], found["figures_digest"]

    assert figures(5) == figures(5) != figures(6)


def test_the_command_that_makes_the_figures_again_is_told(run: Run, tmp_path: Path) -> None:
    own = write_csv(tmp_path / "own staff.csv", [("name", "country"), ("Marta Quaye", "US")])
    answer = run(
        "validate", "--only", "first word last", *SMALL, "--must-not-hit", own, "--least-recall", "0", "--json"
    )
    assert answer.json["stamp"]["command"] == (
        "ostiary validate --samples --must-not-hit 'own staff.csv' --size 3 --control 20 --made 20 "
        "--only 'first word last' --seed 1 --least-recall 0.0 --least-edit-recall 99.0"
    )


def test_a_gate_that_is_missed_has_an_exit_code_of_its_own(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    options = ("--only", "cut off at 35", *SMALL, "--out", page)
    strict = run("validate", *options)
    assert strict.exit_code == 9
    assert "cut off at 35" in strict.out.partition("missed:")[2]
    assert page.is_file()
    lax = run("validate", *options, "--least-recall", "0")
    assert lax.exit_code == 0
    assert "reached" in lax.out


def test_own_people_are_counted_as_false_alerts(run: Run, tmp_path: Path) -> None:
    own = write_csv(
        tmp_path / "own.csv", [("name", "type"), ("Cartel of the Suns", ""), ("Marta Quaye", "person")]
    )
    found = run("validate", "--only", "the", *SMALL, "--must-not-hit", own, "--most-alerts", "400", "--json")
    assert (found.json["lists"]["own"]["part"], found.json["lists"]["own"]["of"]) == (1, 2)
    assert found.exit_code == 9
    assert any(alert["asked"] == "Cartel of the Suns" for alert in found.json["lists"]["alerts"])
    assert found.json["stamp"]["files"][0][0] == "own.csv"
    asked = run("screen", "Cartel of the Suns", "--json").json["screening"]["question"]
    questions = found.json["lists"]["questions"]
    assert questions["names"]["of"] >= 1
    assert sum(questions["facts"].values()) >= (asked is not None)


def test_two_profiles_are_compared_on_the_same_names(run: Run, tmp_path: Path) -> None:
    shipped = load_profile()
    strict = tmp_path / "strict.yml"
    strict.write_text(
        f"name: strict\nversion: 1\nfrom: default\nfrom_digest: {shipped.digest}\nthreshold: 980\nreason: a test\n"
    )
    found = run(
        "validate", "--only", "letter replaced", *SMALL, "--size", "30", "--against", strict, "--json"
    ).json
    [result] = found["lists"]["classes"]
    assert result["against"]["of"] == result["found"]["of"]
    assert result["against"]["part"] < result["found"]["part"]
    altered = [one for one in found["lists"]["shifts"] if one["finding"]["variation"] == "letter replaced"]
    assert len(altered) == result["found"]["part"] - result["against"]["part"]
    assert all(shift["hit"] for shift in altered)
    assert found["stamp"]["against"]["threshold"] == 980


def test_pairs_are_judged_by_their_labels(run_empty: Run, tmp_path: Path) -> None:
    pairs = write_csv(tmp_path / "pairs.csv", PAIRS)
    answer = run_empty("validate", "--pairs", pairs, "--json", "--least-recall", "60", "--least-precision", "60")
    found = answer.json["pairs"]
    assert answer.exit_code == 0
    assert (found["precision"]["part"], found["precision"]["of"]) == (2, 3)
    assert (found["recall"]["part"], found["recall"]["of"]) == (2, 3)
    assert found["f1"] == pytest.approx(2 / 3, abs=1e-5)
    assert [miss["asked"] for miss in found["misses"]] == ["Andrey Volkov"]
    assert [alert["asked"] for alert in found["alerts"]] == ["Joaquin Santos"]
    assert sum(band["positive"]["of"] for band in found["calibration"]) == 5
    strict = run_empty("validate", "--pairs", pairs, "--out", tmp_path / "p.html", "--least-precision", "99")
    assert strict.exit_code == 9
    assert "precision on labelled pairs" in strict.out


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("name1", "label"), ("a", "1")], "name2"),
        ([("name", "label"), ("a", "1")], "Pairs need the columns"),
        ([("name1", "name2"), ("a", "b")], "--label"),
        ([("name1", "name2", "label"), ("a", "b", "perhaps")], "perhaps"),
        ([("name1", "name2", "label"), ("a", "b")], "line 2"),
        ([("name1", "name2", "label"), ("?", "!", "1")], "no pair"),
    ],
)
def test_a_faulty_file_of_pairs_is_refused(
    run_empty: Run, tmp_path: Path, rows: list[tuple[str, ...]], said: str
) -> None:
    answer = run_empty("validate", "--pairs", write_csv(tmp_path / "pairs.csv", rows), "--json")
    assert answer.exit_code == 2
    assert said in answer.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--pairs", "p.csv", "--must-not-hit", "own.csv"), "--must-not-hit goes with the lists"),
        (("--label", "x"), "--label goes with --pairs"),
        (("--only", "no such class"), "no such class"),
        (("--out", "report.txt"), ".html"),
        (("--pairs", "p.html", "--out", "p.html"), "written over"),
        (("--profile", "nobodys"), "nobodys"),
    ],
)
def test_options_that_make_no_sense_are_refused(run: Run, options: tuple[str, ...], said: str) -> None:
    answer = run("validate", *options)
    assert answer.exit_code in {2, 4}
    assert said in answer.err


def test_a_page_of_somebody_else_is_not_written_over(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "report.html"
    page.write_text("<h1>Quarterly figures</h1>")
    assert run("validate", "--only", "the", *SMALL).exit_code == 2
    assert "Quarterly" in page.read_text("utf-8")
    page.unlink()
    assert run("validate", "--only", "the", *SMALL).exit_code in {0, 9}
    assert run("validate", "--only", "the", *SMALL).exit_code in {0, 9}
    assert "validation" in page.read_text("utf-8")


def test_a_days_lists_can_be_asked_for(run: Run) -> None:
    found = run("validate", "--only", "the", *SMALL, "--as-of", "2025-09-01", "--json").json
    assert found["stamp"]["lists"][0]["label"] == "2025-08-14"


def test_an_earlier_run_is_compared_with(run: Run, tmp_path: Path) -> None:
    options = ("validate", "--only", "letter replaced", *SMALL, "--least-recall", "0", "--least-edit-recall", "0")
    earlier = tmp_path / "earlier.json"
    earlier.write_text(run(*options, "--json").out, encoding="utf-8")
    same = run(*options, "--before", earlier, "--out", tmp_path / "r.html")
    assert "Every figure is the same." in same.out
    more = run(*options, "--size", "9", "--before", earlier, "--json").json
    assert more["earlier"]["classes"]["letter replaced"]["of"] == 3
    assert more["earlier"]["profile_digest"] == more["stamp"]["profile"]["digest"]


@pytest.mark.parametrize("content", ["", "{}", "[]", "[" * 100_000, '{"stamp": {}, "lists": {}}'])
def test_what_is_no_earlier_run_is_refused(run: Run, tmp_path: Path, content: str) -> None:
    path = tmp_path / "earlier.json"
    path.write_text(content)
    answer = run("validate", "--only", "the", *SMALL, "--before", path, "--json")
    assert answer.exit_code == 2
    assert "no validation" in answer.err
