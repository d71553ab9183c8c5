"""Lists of which no version is as old as a question of a day gone by: left out, and said so."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

_SAID = "Left out: ftm_xx_young. No recorded version is as old as that (as of 2021-06-01)."


@pytest.fixture
def home(tmp_path: Path, run_in: Run) -> Path:
    """A home with a list of 2021 and one of 2025."""
    for name, published in (("xx_old", "2021-01-01"), ("xx_young", "2025-01-01")):
        properties = {"name": ["Jan Veerman"], "birthDate": ["1970-01-02"], "topics": ["sanction"]}
        party = {"id": name, "schema": "Person", "properties": properties, "datasets": [name]}
        file = tmp_path / f"{name}-{published}.json"
        file.write_text(json.dumps(party) + "\n", "utf-8")
        assert run_in(tmp_path, "update", "--from", file, "--accept-shrink", "ours").exit_code == 0
    return tmp_path


@pytest.mark.parametrize("command", [("screen", "Jan Veerman"), ("export", "--format", "csv", "--out", "out.csv")])
def test_a_list_without_a_version_as_old_is_named(
    run_in: Run, home: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(home)
    past = run_in(home, *command, "--as-of", "2021-06-01")
    assert past.exit_code == 0
    assert _SAID in " ".join(past.err.split())
    assert "Left out" not in run_in(home, *command, "--as-of", "2025-06-01").err
    assert "Left out" not in run_in(home, *command).err


def test_a_list_that_is_asked_for_by_name_is_refused(run_in: Run, home: Path) -> None:
    asked = ("export", "ftm_xx_young", "--format", "csv", "--out", home / "out.csv", "--as-of", "2021-06-01")
    assert run_in(home, *asked).exit_code != 0
