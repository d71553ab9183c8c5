import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from ostiary.app.bundled import find_samples
from ostiary.app.contacts import Contact, write_contact
from ostiary.app.hit_files import FILE_COLUMNS
from ostiary.app.settings import Settings

Run = Callable[..., Any]
CUSTOMERS = find_samples() / "customers.csv"
BANNER = "not a real list. Nothing here means that a name is clear."


def test_a_hit_explains_itself(run: Run) -> None:
    answer = run("screen", "Cartel of the Suns")
    assert answer.exit_code == 0
    for expected in (BANNER, "same name as", "identity not established", "us_ofac_sample:55025", "FTO, SDGT"):
        assert expected in answer.out
    for expected in ("2025-11-24", "days old", "points", "reason"):
        assert expected in answer.out


def test_the_parts_sum_to_the_points(run: Run) -> None:
    [hit] = run("screen", "Nikolas Maduro Moros", "--json").json["screening"]["hits"]
    assert hit["party_id"] == "us_ofac_sample:22790"
    assert sum(part["points"] for part in hit["parts"]) == hit["points"]


def test_no_hit_names_the_list_and_never_says_clear(run: Run) -> None:
    answer = run("screen", "Wholly Unlisted Person")
    assert answer.exit_code == 0
    assert "No hit" in answer.out
    assert "2025-11-24" in answer.out
    assert "threshold" in answer.out
    assert "clear" not in answer.out.replace(BANNER, "").lower()


@pytest.mark.parametrize("name", ["?", "  ", "X"])
def test_unscreenable_is_said_loudly_and_is_no_error(name: str, run: Run) -> None:
    answer = run("screen", name)
    assert answer.exit_code == 0
    assert "UNSCREENABLE" in answer.out
    assert run("screen", name, "--json").json["screening"]["outcome"] == "unscreenable"


def test_other_evidence_counts(run: Run) -> None:
    options = ("--schema", "Person", "--birth-date", "23.11.1962", "--country", "VE", "--json")
    plain = run("screen", "Nicolas Maduro Moros", "--json").json["screening"]["hits"][0]
    known = run("screen", "Nicolas Maduro Moros", *options).json["screening"]["hits"][0]
    assert known["points"] > plain["points"]


def test_an_identifier_alone(run: Run) -> None:
    answer = run("screen", "--identifier", "0x961c5be54a2ffc17cf4cb021d863c42dacd47fc1")
    assert "us_ofac_sample:45391" in answer.out
    assert "found by" in answer.out
    assert "same number as, identity not established" in answer.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "nothing to screen"),
        (("absent.csv",), 2, "no such file"),
        (("absent.parquet",), 2, "no such file"),
        (("./",), 2, "folder"),
        (("Jon Smith", "--birth-date", "soon"), 2, "--birth-date"),
        (("Jon Smith", "--country", "Atlantis"), 2, "'Atlantis' is no country that is known"),
        (("Jon Smith", "--country", "VE", "--country", "venezuella"), 2, "Did you mean Venezuela?"),
        (("Jon Smith", "--schema", "persn"), 2, "Did you mean Person?"),
        (("Jon Smith", "--schema", "Robot"), 2, "Known are: Person, Company"),
        (("Jon Smith", "--out", "hits.csv"), 2, "--out goes with a customer file"),
        (("Jon Smith", "--profile", "nonesuch"), 4, "no profile"),
        ((CUSTOMERS, "--out", "hits.xlsx"), 2, ".parquet"),
        ((CUSTOMERS, "--map", "name"), 2, "no pair"),
        ((CUSTOMERS, "--map", "Kunde=name"), 2, "no column 'kunde'"),
        ((CUSTOMERS, "--map", "name=nom"), 2, "no field 'nom'"),
        ((CUSTOMERS, "--country", "VE"), 2, "--country goes with one name"),
    ],
)
def test_what_makes_no_sense_is_explained(
    arguments: tuple[object, ...], code: int, message: str, run: Run
) -> None:
    answer = run("screen", *arguments)
    assert answer.exit_code == code
    assert message in answer.err
    assert "Error:" in answer.err
    assert answer.out == ""


def test_before_any_list_is_recorded(run_empty: Run) -> None:
    answer = run_empty("screen", "Jon Smith")
    assert answer.exit_code == 7
    assert "ostiary update --from FILE" in answer.err


def test_a_customer_file_adds_up(run: Run, tmp_path: Path) -> None:
    out, rejects = tmp_path / "hits.csv", tmp_path / "rejects.csv"
    manifest = run("screen", CUSTOMERS, "--out", out, "--rejects", rejects, "--json").json["manifest"]
    counts = manifest["counts"]
    assert counts["rows"] == 101
    assert counts["rows"] == counts["screened"] + counts["unscreenable"] + counts["rejected"]
    hits = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert len(hits) == counts["hits"] > 40
    refused = list(csv.DictReader(rejects.read_text(encoding="utf-8").splitlines()))
    outcomes = [row["outcome"] for row in refused]
    assert outcomes.count("unscreenable") == counts["unscreenable"] == 4
    assert outcomes.count("rejected") == counts["rejected"] == 1
    assert outcomes.count("warning") == counts["warnings"] == 1
    assert all(row["row"] and row["reason"] and row["raw"] for row in refused)
    assert json.loads(out.with_name("hits.csv.manifest.json").read_text(encoding="utf-8"))["counts"] == counts


def test_every_form_of_the_hits_says_the_same(run: Run, tmp_path: Path) -> None:
    for suffix in (".csv", ".jsonl", ".parquet"):
        assert run("screen", CUSTOMERS, "--out", tmp_path / f"hits{suffix}").exit_code == 0
    table = parquet.read_table(tmp_path / "hits.parquet")
    assert [(field.name, str(field.type).replace("element: ", "")) for field in table.schema] == list(FILE_COLUMNS)
    lines = (tmp_path / "hits.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == table.to_pylist()
    rows = list(csv.DictReader((tmp_path / "hits.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["party_id"] for row in rows] == table["party_id"].to_pylist()
    assert [row["points"] for row in rows] == [str(points) for points in table["points"].to_pylist()]


def test_without_out_the_hits_are_shown(run: Run) -> None:
    answer = run("screen", CUSTOMERS)
    for expected in (BANNER, "C001", "rows in", "101 = ", "use --rejects FILE"):
        assert expected in answer.out + answer.err
    assert len(run("screen", CUSTOMERS, "--json").json["hits"]) > 40


def test_a_file_without_hits_says_so_and_never_clear(run: Run, tmp_path: Path) -> None:
    customers = tmp_path / "customers.csv"
    customers.write_text("name\nUnlisted Bakery of Nowhere\n")
    answer = run("screen", customers)
    assert "No row has a hit: nothing reached 700 points." in answer.out
    assert "1 = 1 screened" in answer.out


def test_a_fault_in_the_middle_leaves_no_file(run: Run, tmp_path: Path) -> None:
    damaged = tmp_path / "customers.parquet"
    damaged.write_bytes(b"PAR1" + b"x" * 99 + b"PAR1")
    answer = run("screen", damaged, "--out", tmp_path / "hits.csv", "--rejects", tmp_path / "rejects.csv")
    assert answer.exit_code == 2
    assert list(tmp_path.iterdir()) == [damaged]


def test_a_name_may_look_odd(run: Run) -> None:
    for name in ("a" * 5000, "no\0body", "S.A. de C.V."):
        assert run("screen", name).exit_code == 0


def test_nothing_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("id,name\n\x1b[31m1,Cartel of the Suns\n", encoding="utf-8")
    assert "\x1b" not in run("screen", path).out
    assert "\x1b" not in run("screen", "\x1b[2JCartel of the Suns").out


def test_two_rows_with_one_key_are_told_apart(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "twice.csv", tmp_path / "hits.csv"
    path.write_text("id,name\nK,Cartel of the Suns\nK,Nobody Known Here\nK,Cartel of the Suns\n", "utf-8")
    shown = run("screen", path, "--out", out).out
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    assert [(row["row"], row["query_id"]) for row in rows] == [("2", "K"), ("4", "K")]
    assert [hit["row"] for hit in run("screen", path, "--json").json["hits"]] == [2, 4]
    assert "row 2  K" in shown
    assert "row 4  K" in shown


def test_a_country_that_nobody_knows_is_told_with_its_row(run: Run, tmp_path: Path) -> None:
    path, rejects = tmp_path / "customers.csv", tmp_path / "rejects.csv"
    path.write_text("id,name,country\n1,Jon Smith,Venezuela; Atlantis\n", "utf-8")
    assert run("screen", path, "--rejects", rejects, "--json").json["manifest"]["counts"]["warnings"] == 1
    [row] = csv.DictReader(rejects.read_text("utf-8").splitlines())
    assert (row["row"], row["field"], row["raw"]) == ("2", "countries", "Atlantis")
    assert row["reason"] == "left out: unknown country"


@pytest.fixture
def real_home(tmp_path: Path) -> Settings:
    """A home with one real list: a file of our own in the form of one."""
    return Settings(tmp_path / "home")


def test_lists_that_may_be_out_of_date_are_told_with_every_answer(
    run_empty: Run, real_home: Settings, tmp_path: Path
) -> None:
    path = Path(__file__).parents[1] / "lists" / "un_sc" / "un_sc.xml"
    assert run_empty("update", "--from", path, "--accept-shrink", "a file of our own").exit_code == 0
    customers, out = tmp_path / "customers.csv", tmp_path / "hits.jsonl"
    customers.write_text("id,name\n1,Jon Smith\n", "utf-8")

    def ask() -> tuple[str, str, str]:
        answer = run_empty("screen", "Jon Smith", "--json")
        [used] = answer.json["lists"]
        manifest = run_empty("screen", customers, "--out", out, "--json").json["manifest"]
        assert manifest["lists"][0]["health"] == used["health"]
        return used["health"], used["health_said"], answer.err

    assert ask()[0] == "from a file"
    assert "Perhaps not up to date: un_sc: from a file, its publisher was never asked." in ask()[2]
    long_ago, now = datetime(2020, 1, 1, tzinfo=UTC), datetime.now(UTC)
    contact = real_home.find_contact("un_sc")
    contact.parent.mkdir(parents=True)
    for tried, answered, failure, state in (
        (long_ago, long_ago, "", "stale"),
        (now, long_ago, "the server does not answer", "failing"),
        (now, now, "", "fresh"),
    ):
        write_contact(contact, Contact(tried, answered, failure))
        found, said, err = ask()
        assert found == state
        assert failure in said
        assert (state == "fresh") == ("Perhaps" not in err)
    past = run_empty("screen", "Jon Smith", "--as-of", datetime.now(UTC).date(), "--json")
    assert (past.json["lists"][0]["health"], past.err) == ("", "")
