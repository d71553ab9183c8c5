import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ostiary.app.bundled import find_sample_lists, find_samples
from ostiary.screening import Engine

Run = Callable[..., Any]
LIST = "us_ofac_sample"
BEFORE, AFTER = find_sample_lists()


def test_update_records_and_compiles(run_in: Run, tmp_path: Path) -> None:
    first = run_in(tmp_path, "--samples", "update", LIST, "--from", BEFORE)
    assert first.exit_code == 0
    assert re.search(r"us_ofac_sample\s+new\s+2025-08-14\s+35\s+35", first.out)
    second = run_in(tmp_path, "--samples", "update", LIST, "--from", AFTER, "--json").json
    version = second["lists"][0]["recording"]["version"]
    assert version["label"] == "2025-11-24"
    assert second["index"]["parties"] == version["parties"]
    again = run_in(tmp_path, "--samples", "update", LIST, "--from", AFTER)
    assert "recorded before" in again.out


def test_a_refused_file_leaves_the_last_good_state(run_in: Run, tmp_path: Path) -> None:
    run_in(tmp_path, "--samples", "update", LIST, "--from", AFTER)
    before = run_in(tmp_path, "--samples", "screen", "Cartel of the Suns", "--json").json
    cut = tmp_path / "cut.xml"
    cut.write_bytes(AFTER.read_bytes()[:-5000])
    for path in (cut, find_samples() / "report.txt", tmp_path / "absent.xml", tmp_path):
        answer = run_in(tmp_path, "--samples", "update", LIST, "--from", path)
        assert answer.exit_code in (2, 3)
        assert "The last good state serves on: us_ofac_sample 2025-11-24" in answer.err
    older = run_in(tmp_path, "--samples", "update", LIST, "--from", BEFORE)
    assert older.exit_code == 5
    assert run_in(tmp_path, "--samples", "screen", "Cartel of the Suns", "--json").json == before


def test_samples_never_enter_a_real_home(run_empty: Run) -> None:
    answer = run_empty("update", LIST, "--from", AFTER)
    assert answer.exit_code == 2
    assert "never mix" in answer.err
    assert "No list is recorded yet" in run_empty("lists").out


def test_lists(run: Run) -> None:
    assert "2025-11-24" in run("lists").out
    assert "2025-08-14" in run("lists", LIST).out
    holding = run("lists", "--json").json[0]
    assert [version["parties"] for version in holding["versions"]] == [35, 34]
    assert (holding["in_use"], holding["screened"]) == ("2025-11-24", "yes")
    assert "Apache-2.0" in run("lists", LIST).out
    assert run("lists", "nonesuch").exit_code == 4


def test_an_unknown_list(run_empty: Run) -> None:
    answer = run_empty("update", "nonesuch", "--from", AFTER)
    assert answer.exit_code == 4
    assert "us_ofac" in answer.err


def test_a_version_that_is_not_compiled_is_said(
    run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_in(tmp_path, "--samples", "update", LIST, "--from", BEFORE)
    monkeypatch.setattr(Engine, "missed_names", lambda _: iter(["x:1 'JON'"]))
    answer = run_in(tmp_path, "--samples", "update", LIST, "--from", AFTER)
    assert answer.exit_code == 5
    assert "not be found by its own name" in answer.err
    assert "serves on: us_ofac_sample 2025-08-14" in answer.err
    assert "Recorded and not compiled: us_ofac_sample 2025-11-24" in answer.err
    monkeypatch.undo()
    assert run_in(tmp_path, "--samples", "lists", "--json").json[0]["in_use"] == "2025-08-14"
    assert run_in(tmp_path, "--samples", "update", LIST, "--from", AFTER).exit_code == 0
    assert run_in(tmp_path, "--samples", "lists", "--json").json[0]["in_use"] == "2025-11-24"


def test_an_index_that_is_lost_or_damaged_is_compiled_anew(run_in: Run, tmp_path: Path) -> None:
    run_in(tmp_path, "--samples", "update", LIST, "--from", AFTER)
    index = tmp_path / "samples" / "index" / "newest.ostiary"
    whole = index.read_bytes()
    for damage in (b"", b"not an index"):
        index.write_bytes(damage)
        assert run_in(tmp_path, "--samples", "update", LIST, "--from", AFTER).exit_code == 0
        assert index.read_bytes() == whole
    index.write_bytes(b"not an index")
    assert run_in(tmp_path, "--samples", "screen", "Cartel of the Suns").exit_code == 0


def test_show_says_since_when(run: Run) -> None:
    answer = run("show", "Cartel de los Soles")
    for expected in (
        "first in 2025-11-24, absent in 2025-08-14",
        "Cartel of the Suns",
        "the entry is dated 2025-07-25",
    ):
        assert expected in answer.out
    assert "listed       by Office of Foreign Assets Control under FTO, SDGT" in answer.out


def test_show_as_of_a_version(run: Run) -> None:
    dossier = run("show", "55025", "--known-at", "2025-09-01", "--json").json
    assert dossier["version"]["label"] == "2025-08-14"
    assert [m["program"] for entry in dossier["party"]["entries"] for m in entry["programs"]] == ["SDGT"]
    answer = run("show", "55025", "--known-at", "2025-08-14", "--as-of", "2025-08-01")
    assert "in force on 2025-08-01, known at 2025-08-14" in answer.out


def test_a_day_alone_means_the_version_of_that_day(run: Run) -> None:
    asked = run("show", "55025", "--as-of", "2025-11-01", "--json").json
    assert (asked["version"]["label"], asked["asked"]["known_at"]) == ("2025-08-14", "2025-11-01")
    early = run("show", "55025", "--as-of", "2025-07-01")
    assert early.exit_code == 4
    assert "--known-at 2025-08-14 asks what it says of a day before" in early.err


def test_a_moment_in_another_zone_is_said_in_utc(run: Run) -> None:
    assert (
        "recorded by 2199-01-01 08:00 UTC" in run("show", "55025", "--recorded-at", "2199-01-01T10:00+02:00").out
    )
    early = run("show", "55025", "--recorded-at", "2001-01-01")
    assert "was recorded by then" in early.err


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("15147", "marked fraudulent by the list"),
        ("29483", "ANGLIA"),
        ("49756", "←"),
        ("45391", "XBT"),
        ("30982", "marks it as false"),
        ("7869", "1944~"),
        ("54320", "Relations"),
        ("44541", "first absent in version 2025-11-24"),
        ("us_ofac_sample:34479", "دياب"),
    ],
)
def test_show_sections(subject: str, expected: str, run: Run) -> None:
    assert expected in run("show", subject).out


def test_a_near_name_is_understood(run: Run) -> None:
    assert "us_ofac_sample:55025" in run("show", "Cartell of the Suns").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "Wholly Unlisted Person"), 4),
        (("show", "55025", "--as-of", "soon"), 2),
        (("show", "55025", "--recorded-at", "soon"), 2),
        (("show", "55025", "--known-at", "1999-01-01"), 4),
        (("show", "55025", "--recorded-at", "1999-01-01"), 4),
        (("changes", LIST, "--since", "1999-01-01", "--until", "2025-11-24"), 4),
        (("changes", LIST, "--since", "2025-11-24", "--until", "2025-08-14"), 2),
        (("changes", "nonesuch", "--since", "2025-08-14", "--until", "2025-11-24"), 4),
    ],
)
def test_what_cannot_be_answered(arguments: tuple[str, ...], code: int, run: Run) -> None:
    answer = run(*arguments)
    assert answer.exit_code == code
    assert "Error:" in answer.err


def test_recorded_at_today(run: Run) -> None:
    assert run("show", "55025", "--recorded-at", "2999-01-01").exit_code == 0


def test_changes(run: Run) -> None:
    answer = run("changes", LIST, "--since", "2025-08-14", "--until", "2025-11-24")
    assert "1 listed, 4 amended, 2 delisted." in answer.out
    assert "[SDGT → FTO, SDGT]" in answer.out
    kinds = [
        c["kind"]
        for c in run("changes", LIST, "--since", "2025-08-20", "--until", "2999-01-01", "--json").json["changes"]
    ]
    assert kinds == ["listed", *["amended"] * 4, "delisted", "delisted"]


def test_changes_of_one_program(run: Run) -> None:
    answer = run("changes", LIST, "--since", "2025-08-14", "--until", "2025-11-24", "--program", "BELARUS-EO14038")
    assert "0 listed, 0 amended, 2 delisted." in answer.out


def test_dates_within_one_version(run: Run) -> None:
    answer = run("changes", LIST, "--since", "2025-08-14", "--until", "2025-09-01")
    assert "one version" in answer.out
    assert "2025-08-14, 2025-11-24" in answer.out


def test_compare_two_names(run: Run) -> None:
    answer = run("compare", "Jon Smith", "John Smith", "--schema", "Person")
    assert "Score 0.9" in answer.out
    assert "█" in answer.out
    comparison = run("compare", "Jon Smith", "John Smith", "--json").json
    assert sum(part["points"] for part in comparison["parts"]) == comparison["points"]


def test_compare_with_a_party(run: Run) -> None:
    answer = run("compare", "Nicolas Maduro", "--party", "22790")
    assert "identity not established" in answer.out
    assert run("compare", "Wholly Unlisted", "--party", "22790", "--json").json["hit"] is False
    assert run("compare", "Nicolas Maduro", "--party", "999999").exit_code == 4


@pytest.mark.parametrize("arguments", [("A B",), ("A B", "C D", "--party", "22790")])
def test_compare_takes_two_of_them(arguments: tuple[str, ...], run: Run) -> None:
    assert run("compare", *arguments).exit_code == 2


def test_demo_shows_the_whole_way(run_in: Run, tmp_path: Path) -> None:
    answer = run_in(tmp_path, "demo")
    assert answer.exit_code == 0
    for expected in (
        "$ ostiary --samples update us_ofac_sample",
        "1 listed, 4 amended, 2 delisted.",
        "first in 2025-11-24, absent in 2025-08-14",
        "101 = ",
        "same name as MADURO MOROS Nicolas, identity not established",
        "brief.html",
    ):
        assert expected in answer.out
    assert (tmp_path / "samples" / "demo" / "hits.csv").is_file()
    assert run_in(tmp_path, "demo").exit_code == 0


def test_the_demo_as_json_is_one_document(run_in: Run, tmp_path: Path) -> None:
    steps = run_in(tmp_path, "demo", "--json").json["steps"]
    commands = [step["command"].split()[2] for step in steps]
    assert commands == ["update", "update", "changes", "screen", "show", "screen", "compare", "read"]
    assert steps[3]["answer"]["screening"]["hits"][0]["programs"] == ["FTO", "SDGT"]
    assert steps[5]["answer"]["manifest"]["counts"]["rows"] == 101
    assert all(step["title"] and step["answer"] for step in steps)


def test_a_name_is_screened_as_of_a_day(run: Run) -> None:
    def ask(*dates: str) -> dict[str, Any]:
        answer: dict[str, Any] = run("screen", "Cartel de los Soles", "--json", *dates).json
        return answer

    now, past = ask(), ask("--as-of", "2025-11-01")
    assert [one["label"] for one in (*past["lists"], *now["lists"])] == ["2025-08-14", "2025-11-24"]
    hits = past["screening"]["hits"]
    assert hits[0]["programs"] == ["SDGT"]
    assert now["screening"]["hits"][0]["programs"] == ["FTO", "SDGT"]
    assert past["lists"][0]["age_days"] == 79, "from the version's day to the day asked for"
    assert ask("--as-of", "2025-11-01")["screening"] == past["screening"], "the same answer each time"
    assert hits[0]["index_id"] != now["screening"]["hits"][0]["index_id"]


def test_a_day_before_every_version_has_no_answer(run: Run) -> None:
    answer = run("screen", "Cartel de los Soles", "--as-of", "2025-07-01")
    assert answer.exit_code == 4
    assert "No version of any list was known by then" in answer.err
    assert run("screen", "Cartel de los Soles", "--as-of", "yesterday").exit_code == 2


def test_what_was_not_in_force_that_day_is_no_hit(run: Run) -> None:
    early = run(
        "screen", "Cartel de los Soles", "--as-of", "2025-07-01", "--known-at", "2025-11-24", "--json"
    ).json
    assert early["screening"]["hits"] == []
    assert 0 < early["lists"][0]["parties"] < 34


def test_changes_of_all_lists(run: Run) -> None:
    answer = run("changes", "--since", "2025-08-14", "--program", "FTO", "--json").json
    assert [one["list_id"] for one in answer["lists"]] == [LIST]
    assert answer["lists"][0]["changes"]
    too_early = run("changes", "--since", "2001-01-01")
    assert "no version is as old as that" in too_early.out
    unknown = run("changes", "--since", "2025-08-14", "--program", "SDGTX")
    assert unknown.exit_code == 4
    assert "SDGT" in unknown.err


@pytest.fixture(scope="module")
def two_lists(tmp_path_factory: pytest.TempPathFactory, run_in: Run) -> Path:
    """A home with one name on two invented lists, on one of them since the second version."""
    folder = tmp_path_factory.mktemp("two")
    for name, day, names in (
        ("xx_one", "2025-01-05", ["Ferry Brothers", "Lantern Works"]),
        ("xx_two", "2024-01-05", ["Lantern Works"]),
        ("xx_two", "2026-01-05", ["Lantern Works", "Ferry Brothers"]),
    ):
        path = folder / f"{name}-{day}.json"
        path.write_text(
            "".join(
                json.dumps(
                    {
                        "id": one.split()[0].lower(),
                        "schema": "Organization",
                        "properties": {"name": [one], "topics": ["sanction"]},
                        "datasets": [name],
                    }
                )
                + "\n"
                for one in names
            ),
            "utf-8",
        )
        assert run_in(folder, "update", "--from", path, "--accept-shrink", "ours").exit_code == 0
    return folder


def test_near_names_are_offered_with_the_name_that_is_near(run: Run) -> None:
    answer = run("show", "Cartel of the Sunz", "--json").json
    assert [(one["name"], one["found_as"]) for one in answer["choices"]] == [
        ("Cartel de los Soles", "Cartel of the Suns")
    ]
    text = run("show", "Cartel of the Sunz").out
    assert "No party bears the name Cartel of the Sunz in these letters. Near it:" in text
    assert "found as" in text


def test_listings_of_several_lists_are_shown_beside_each_other_and_never_joined(
    run_in: Run, two_lists: Path
) -> None:
    answer = run_in(two_lists, "show", "Ferry Brothers")
    assert "Ferry Brothers is the name of 2 listings on 2 lists." in answer.out
    assert "does not make the others one" in answer.out
    choices = run_in(two_lists, "show", "ferry brothers", "--json").json["choices"]
    assert [one["id"] for one in choices] == ["ftm_xx_one:ferry", "ftm_xx_two:ferry"]


@pytest.mark.parametrize(
    ("arguments", "party"),
    [
        (("--list", "ftm_xx_two"), "ftm_xx_two:ferry"),
        (("--known-at", "2025-06-01"), "ftm_xx_one:ferry"),
    ],
)
def test_one_listing_of_several_is_shown_whole(
    run_in: Run, two_lists: Path, arguments: tuple[str, ...], party: str
) -> None:
    assert run_in(two_lists, "show", "Ferry Brothers", *arguments, "--json").json["party"]["id"] == party


def test_lists_without_changes_stand_below_those_with_some_and_say_why(run_in: Run, two_lists: Path) -> None:
    said = run_in(two_lists, "changes", "--since", "2024-06-01").out.splitlines()
    assert said[0] == "ftm_xx_two: from version 2024-01-05 to version 2026-01-05"
    assert said[-1] == "ftm_xx_one: no version is as old as that; the first one recorded is 2025-01-05"
    since = run_in(two_lists, "changes", "--since", "2025-06-01", "--until", "2025-07-01").out.splitlines()
    assert since == [
        "ftm_xx_one: both dates fall to version 2025-01-05, so nothing can differ",
        "ftm_xx_two: both dates fall to version 2024-01-05, so nothing can differ",
    ]


def test_what_was_screened_against_is_said_once(run_in: Run, two_lists: Path) -> None:
    said = run_in(two_lists, "screen", "Lantern Works").out
    assert "Screened against 2 lists; threshold 700 points:" in said
    assert said.count("threshold") == 1
    assert "  ftm_xx_two, version 2026-01-05, " in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--list", "un_sc"), "No party is found under 'Ferry Brothers' on un_sc"),
        (("--list", "nonesuch"), "There is no list 'nonesuch'"),
        (("--known-at", "2020-01-01"), "No listing under 'Ferry Brothers' as known at 2020-01-01"),
    ],
)
def test_no_listing_is_left_to_show(run_in: Run, two_lists: Path, arguments: tuple[str, ...], said: str) -> None:
    answer = run_in(two_lists, "show", "Ferry Brothers", *arguments)
    assert answer.exit_code == 4
    assert said in answer.err
