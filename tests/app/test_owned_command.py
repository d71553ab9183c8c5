"""``holdings`` and ``owned``, over the samples: what is loaded, what a name means, what an answer says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ostiary.app.settings import Settings
from tests.app.conftest import Run

HEAD = "owner,owned,share,kind,source,owner_party\n"
#: Belavia is on the earlier version alone; the Government of Venezuela is blocked without a listing.
LINES = """\
Somebody,Heron Ltd,60,,Register,us_ofac_sample:22790
Ann Example,Heron Ltd,40,,Register,
Heron Ltd,Kestrel BV,50,,Register,
Ann Example,Kestrel BV,50,,Register,
MADURO MOROS Nicolas,Plover SA,60,,Register,
Ann Example,Plover SA,40,,Register,
Carrier,Dunlin AG,60,,Register,us_ofac_sample:44541
Ann Example,Dunlin AG,40,,Register,
State,Avocet CA,,control,Register,government:VE
Ann Example,Avocet CA,100,,Register,
"""


@pytest.fixture
def loaded(run: Run, samples: Settings, tmp_path: Path) -> Iterator[Run]:
    path = tmp_path / "made.csv"
    path.write_text(HEAD + LINES, "utf-8")
    answer = run("holdings", "load", path, "--by", "tester")
    assert answer.exit_code == 0
    yield run
    samples.holdings_path.unlink()


@pytest.mark.parametrize(
    ("subject", "more", "verdict"),
    [
        ("heron  LTD", (), "blocked by rule"),
        ("Kestrel BV", (), "blocked by rule"),
        ("Plover SA", (), "cannot tell"),
        ("Dunlin AG", (), "not by what is known"),
        ("Dunlin AG", ("--as-of", "2025-08-20"), "blocked by rule"),
        ("Dunlin AG", ("--as-of", "2025-01-01"), "cannot tell"),
        ("Avocet CA", (), "blocked by rule"),
        ("us_ofac_sample:22790", (), "listed"),
        ("Ann Example", (), "cannot tell"),
    ],
)
def test_verdicts(loaded: Run, subject: str, more: tuple[str, ...], verdict: str) -> None:
    answer = loaded("owned", subject, "--regime", "us", *more, "--json").json
    assert answer["verdict"] == verdict
    assert answer["rule"]["sources"]


def test_a_name_counts_only_once_somebody_said_so(loaded: Run) -> None:
    def verdict() -> str:
        return loaded("owned", "Plover SA", "--regime", "us", "--json").json["verdict"]

    name, party = "maduro moros nicolas", "us_ofac_sample:22790"
    assert verdict() == "cannot tell"
    loaded("holdings", "confirm", name, party, "--because", "passport seen")
    assert verdict() == "blocked by rule"
    loaded("holdings", "deny", name, party, "--because", "another passport")
    assert verdict() == "not by what is known"


def test_the_page_says_why_and_what_is_open(loaded: Run) -> None:
    out = loaded("owned", "Kestrel BV", "--regime", "us").out
    for said in (
        "SAMPLES",
        "BLOCKED BY RULE",
        "Heron Ltd",
        "us_ofac_sample:22790",
        "Register",
        "FAQ 401",
        "not legal advice",
    ):
        assert said in out
    out = loaded("owned", "Plover SA", "--regime", "us").out
    assert "CANNOT TELL" in out
    assert "holdings confirm" in out


def test_all_companies_are_answered_on_at_once(loaded: Run) -> None:
    found = loaded("owned", "--regime", "us", "--json").json
    assert (found["companies"], found["compared"], found["rule"]["regime"]) == (5, "as screened", "us")
    assert {one["subject"]: one["verdict"] for one in found["verdicts"]} == {
        "Avocet CA": "blocked by rule",
        "Heron Ltd": "blocked by rule",
        "Kestrel BV": "blocked by rule",
        "Plover SA": "cannot tell",
    }
    out = loaded("owned", "--regime", "us").out
    assert "Of 5 companies 3 blocked or listed, 1 in doubt" in out


def test_a_listing_of_another_regime_does_not_block(loaded: Run) -> None:
    answer = loaded("owned", "Heron Ltd", "--regime", "eu", "--json").json
    assert answer["verdict"] == "not by what is known"
    assert "does not block here" in answer["known"][0]


def test_a_file_with_a_fault_changes_nothing(loaded: Run, tmp_path: Path) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text(f"{HEAD}Ann,Heron Ltd,60,,Register,us_ofac_sample:1\nBob,Heron Ltd,-1,,Register,\n", "utf-8")
    before = loaded("holdings", "--lines", "--json").json
    answer = loaded("holdings", "load", path)
    assert answer.exit_code == 2
    assert "line 2, owner_party" in answer.err
    assert "line 3, share" in answer.err
    assert loaded("holdings", "--lines", "--json").json == before
    found = loaded("holdings", "load", path, "--json").json
    assert [one["field"] for one in found["faults"]] == ["owner_party", "share"]


def test_what_is_loaded_is_listed_with_who_and_when(loaded: Run) -> None:
    out = loaded("holdings").out
    assert "Register" in out
    assert "tester" in out
    assert "made.csv" in out
    assert len(loaded("holdings", "--lines", "--json").json["holdings"]) == 10
    assert loaded("holdings", "drop", "Register", "--because", "old").exit_code == 0
    assert loaded("holdings", "--json").json["sources"] == {}
    assert "old" in loaded("holdings").out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("owned", "Heron Ltd"), 2, "No regime"),
        (("owned", "Heron Ltd", "--regime", "ch"), 2, "'ch'"),
        (("owned", "Heron", "--regime", "us"), 4, "Heron Ltd"),
        (("owned", "Heron Ltd", "--regime", "uk", "--as-of", "2019-01-01"), 4, "2020-12-31"),
        (("holdings", "drop", "Other", "--because", "x"), 4, "Register"),
        (("holdings", "drop", "Register"), 2, "--because"),
        (("holdings", "confirm", "Nobody", "us_ofac_sample:22790", "--because", "x"), 4, "Nobody"),
        (("holdings", "confirm", "Ann Example", "us_ofac_sample:1", "--because", "x"), 4, "us_ofac_sample:1"),
        (("holdings", "confirm", "Ann Example", "22790", "--because", "x"), 2, "us_ofac:22790"),
    ],
)
def test_what_cannot_be_done_is_explained(loaded: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    answer = loaded(*arguments)
    assert answer.exit_code == code
    assert says in answer.err


def test_without_holdings_nothing_is_answered(run_empty: Run) -> None:
    for arguments in (("holdings",), ("owned", "X", "--regime", "us")):
        answer = run_empty(*arguments)
        assert answer.exit_code == 7
        assert "holdings load" in answer.err


def test_a_home_before_a_command_of_holdings_is_taken(run_in: Run, tmp_path: Path) -> None:
    path = tmp_path / "made.csv"
    path.write_text("owner,owned,share\nAnn,Heron Ltd,60\n", "utf-8")
    other = tmp_path / "other"
    answer = run_in(tmp_path / "home", "holdings", "--home", other, "load", path)
    assert answer.exit_code == 0
    assert Settings(other).holdings_path.is_file()
    assert not (tmp_path / "home").exists()
