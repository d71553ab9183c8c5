"""Listings that are held to be one party are one in a brief too, with what each list says of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Run

REPORT = "Jan Veerman, a Dutch ship owner born on 2 January 1970, denied on Monday that he had carried the cargo."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, run_in: Run) -> Path:
    """A home with one person on two lists, by one passport."""
    folder = tmp_path_factory.mktemp("joined")
    for list_id, day, program in (("xx_one", "2025-01-01", "XX-ONE"), ("xx_two", "2025-02-01", "XX-TWO")):
        said = {
            "name": ["Jan Veerman"],
            "birthDate": ["1970-01-02"],
            "nationality": ["nl"],
            "passportNumber": ["NXB123456"],
            "topics": ["sanction"],
            "program": [program],
        }
        party = {"id": list_id, "schema": "Person", "properties": said, "datasets": [list_id]}
        path = folder / f"{list_id}-{day}.json"
        path.write_text(json.dumps(party) + "\n", "utf-8")
        answer = run_in(folder, "update", "--from", path, "--accept-shrink", "ours")
        assert answer.exit_code == 0, answer.err
    (folder / "report.txt").write_text(REPORT, "utf-8")
    return folder


def read(run_in: Run, home: Path) -> dict[str, Any]:
    return run_in(home, "read", home / "report.txt", "--json").json


def programs_told(party: dict[str, Any]) -> set[str]:
    return {name for name in ("XX-ONE", "XX-TWO") if any(name in line for line in party["listings"])}


def test_linked_listings_are_one_party_and_unlinked_ones_are_said_to_stand_alone(run_in: Run, home: Path) -> None:
    [party] = read(run_in, home)["parties"]
    assert party["id"] == "ftm_xx_two:xx_two", "the newest listing stands for the party"
    assert programs_told(party) == {"XX-ONE", "XX-TWO"}
    (home / "identity" / "links.jsonl").unlink()
    alone = read(run_in, home)
    assert [programs_told(one) for one in alone["parties"]] == [{"XX-ONE"}, {"XX-TWO"}]
    assert any("each stands alone: ostiary links" in remark for remark in alone["remarks"])
