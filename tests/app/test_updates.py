import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ostiary.app import updates
from ostiary.app.bundled import find_sample_lists
from ostiary.app.fetching import Contact, Snapshots
from ostiary.app.health import judge_health, warn_of
from ostiary.app.taking import Taking
from ostiary.lists import describe_list, reading
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription, ListReading

sys.path.insert(0, str(Path(__file__).parent))

from publisher import Publisher, run_publisher

Run = Callable[..., Any]
BEFORE, AFTER = (path.read_bytes() for path in find_sample_lists())
#: Invented parties in the four tables of OFAC's legacy form.
TABLES = Path(__file__).parents[1] / "lists" / "us_ofac_csv" / "whole"
NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=9)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with run_publisher() as found:
        yield found


@pytest.fixture
def home(tmp_path: Path, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose one mirror is the server of the test, where a whole list may be as small as the sample."""

    def describe_small(list_id: str) -> ListDescription:
        return replace(describe_list(list_id), least_parties=5, largest_loss=0.5)

    monkeypatch.setattr(reading, "describe_list", describe_small)
    (tmp_path / "addresses.yml").write_text(f"us_ofac: {publisher.base}/sdn.xml\n")
    return tmp_path


def offer(publisher: Publisher, body: bytes, tag: str) -> None:
    def answer(handler: Any) -> None:  # noqa: ANN401 - the server's own type
        if handler.headers.get("If-None-Match") == tag:
            handler.give(304)
        else:
            handler.give(200, body, etag=tag)

    publisher.serve("/sdn.xml", answer)


def update(run_in: Run, home: Path, *more: str) -> Any:  # noqa: ANN401 - JSON may be anything
    return run_in(home, "update", "us_ofac", "--json", *more)


def test_a_list_is_fetched_recorded_and_screened(run_in: Run, home: Path, publisher: Publisher) -> None:
    offer(publisher, BEFORE, '"1"')
    first = update(run_in, home).json["lists"][0]
    assert (first["outcome"], first["source"]) == ("new", f"{publisher.base}/sdn.xml")
    offer(publisher, AFTER, '"2"')
    second = update(run_in, home).json["lists"][0]
    assert (second["outcome"], second["recording"]["version"]["label"]) == ("new", "2025-11-24")
    assert run_in(home, "screen", "Cartel of the Suns", "--json").json["screening"]["hits"]
    lists = run_in(home, "lists")
    assert lists.exit_code == 0
    assert "fresh" in lists.out


def test_what_is_unchanged_at_the_publisher_is_neither_fetched_nor_recorded(
    run_in: Run, home: Path, publisher: Publisher
) -> None:
    offer(publisher, AFTER, '"1"')
    update(run_in, home)
    again = update(run_in, home)
    assert again.json["lists"][0]["outcome"] == "unchanged"
    assert again.json["index"]["parties"] == 34
    assert len(list((home / "snapshots").rglob("*.gz"))) == 1
    assert "unchanged at the publisher" in run_in(home, "update", "us_ofac").out


def test_a_lost_register_is_filled_again(run_in: Run, home: Path, publisher: Publisher) -> None:
    offer(publisher, AFTER, '"1"')
    update(run_in, home)
    for path in home.glob("register.sqlite*"):
        path.unlink()
    assert update(run_in, home).json["lists"][0]["outcome"] == "new"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<!DOCTYPE html><html><body>We are down for maintenance</body></html>", ""),
        (b'{"error": "no such export"}', ""),
        (AFTER[:-5000], ""),
        (b"", "empty"),
    ],
)
def test_a_fetched_file_that_is_no_whole_list_changes_nothing(
    run_in: Run, home: Path, publisher: Publisher, body: bytes, words: str
) -> None:
    offer(publisher, BEFORE, '"1"')
    update(run_in, home)
    before = run_in(home, "screen", "Cartel of the Suns", "--json").json
    offer(publisher, body, '"2"')
    answer = update(run_in, home)
    assert answer.exit_code == 3
    assert answer.json["lists"][0]["outcome"] == "failed"
    assert words in answer.err
    after = run_in(home, "screen", "Cartel of the Suns", "--json").json
    assert after["screening"] == before["screening"]
    assert (before["lists"][0].pop("health"), after["lists"][0].pop("health")) == ("fresh", "failing")
    assert words in after["lists"][0].pop("health_said")
    assert before["lists"][0].pop("health_said")
    assert after["lists"] == before["lists"]
    lists = run_in(home, "lists")
    assert lists.exit_code == 8
    assert "failing" in lists.out
    offer(publisher, AFTER, '"3"')
    assert update(run_in, home).exit_code == 0
    assert run_in(home, "lists").exit_code == 0


def test_a_server_that_fails_leaves_the_other_lists_alone(run_in: Run, home: Path, publisher: Publisher) -> None:
    publisher.serve("/sdn.xml", lambda handler: handler.give(404))
    answer = update(run_in, home)
    assert answer.exit_code == 8
    assert "404" in answer.err
    assert "never answered" in run_in(home, "lists").out


def test_a_folder_of_files_is_taken_in_oldest_first(run_in: Run, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.xml").write_bytes(AFTER)
    (folder / "b.xml").write_bytes(BEFORE)
    (folder / "notes.txt").write_text("remember the milk")
    answer = run_in(home, "update", "--from", folder, "--json")
    outcomes = [(one["list_id"], one["source"], one["outcome"]) for one in answer.json["lists"]]
    assert outcomes == [("us_ofac", "b.xml", "new"), ("us_ofac", "a.xml", "new"), ("", "notes.txt", "failed")]
    assert answer.exit_code == 3
    assert "not a file of a list that can be read" in answer.err
    again = run_in(home, "update", "--from", folder, "--json").json["lists"]
    versions = [one["recording"]["version"]["label"] for one in again[:2]]
    assert sorted(versions) == ["2025-08-14", "2025-11-24"]
    assert [one["outcome"] for one in again] == ["unchanged", "unchanged", "failed"]
    assert "from a file" in run_in(home, "lists").out


def test_a_list_of_four_tables_is_taken_in_once(run_in: Run, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "files" / "2025-12-01"
    shutil.copytree(TABLES, folder)
    shutil.copy(folder / "sdn.csv", folder.parent / "sdn_2025-11-30.csv")
    answer = run_in(home, "update", "--from", folder.parent, "--json", "--accept-shrink", "one table alone")
    found = [(one["source"], one["outcome"], one["recording"]["version"]["label"]) for one in answer.json["lists"]]
    assert found == [("sdn_2025-11-30.csv", "new", "2025-11-30"), ("2025-12-01", "new", "2025-12-01")]
    assert take_again(run_in, home, folder.parent) == {"sdn_2025-11-30.csv": "recorded", "sdn.csv": "recorded"}
    (folder / "sdn_comments.csv").unlink()
    assert take_again(run_in, home, folder.parent) == {"sdn_2025-11-30.csv": "recorded", "2025-12-01": "failed"}


def take_again(run_in: Run, home: Path, folder: Path) -> dict[str, str]:
    """Take in a folder without reading what is recorded; return what came of each file."""

    def refuse(taking: Taking, _progress: object = None) -> ListReading:
        raise ListFileError("It is read.", where=str(taking.path))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(updates, "read_taking", refuse)
        answer = run_in(home, "update", "--from", folder, "--json", "--accept-shrink", "one table alone")
    said = {"failed": "failed", "unchanged": "recorded"}
    return {one["source"]: said[one["outcome"]] for one in answer.json["lists"]}


def test_a_table_that_comes_later_is_not_overlooked(run_in: Run, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    shutil.copy(TABLES / "sdn.csv", folder / "sdn_2025-12-01.csv")
    run_in(home, "update", "--from", folder, "--json", "--accept-shrink", "one table alone")
    assert take_again(run_in, home, folder) == {"sdn_2025-12-01.csv": "recorded"}
    shutil.copy(TABLES / "alt.csv", folder)
    assert "failed" in take_again(run_in, home, folder).values()


def test_a_file_is_recognised(run_in: Run, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "whatever.txt"
    path.write_bytes(AFTER)
    assert run_in(home, "update", "--from", path, "--json").json["lists"][0]["list_id"] == "us_ofac"


def test_a_followthemoney_data_set_is_recognised_and_screened(run_in: Run, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "2025-06-02.json"
    path.write_text(
        '{"id": "xx-1", "schema": "Person", "datasets": ["xx_test"],'
        ' "properties": {"name": ["Ilo Varnak"], "topics": ["sanction"], "birthDate": ["1961"]}}\n'
    )
    answer = run_in(home, "update", "--from", path, "--accept-shrink", "a test needs few", "--json")
    assert answer.exit_code == 0, answer.err
    done = answer.json["lists"][0]
    assert (done["list_id"], done["recording"]["version"]["label"]) == ("ftm_xx_test", "2025-06-02")
    hit = run_in(home, "screen", "Ilo Varnak", "--json").json["screening"]["hits"][0]
    assert hit["party_id"] == "ftm_xx_test:xx-1"
    assert "FollowTheMoney data set xx_test" in run_in(home, "lists", "ftm_xx_test").out
    assert "Ilo Varnak" in run_in(home, "show", "ftm_xx_test:xx-1").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["update", "us_ofac", "us_ofac_other", "--from", "x.xml"], "A file is of one list"),
        (["update", "--accept-shrink", "because"], "speak of files"),
        (["update", "nonesuch"], "There is no list 'nonesuch'"),
        (["--samples", "update"], "The samples come with Ostiary"),
        (["update", "us_ofac_sample"], "cannot be fetched"),
    ],
)
def test_what_makes_no_sense_is_said(run_in: Run, home: Path, arguments: list[str], words: str) -> None:
    answer = run_in(home, *arguments)
    assert answer.exit_code in (2, 4)
    assert words in answer.err


@pytest.mark.parametrize("text", ["us_ofac: [1]\n", "nonesuch: https://x.example\n", "- a\n", ": :\n"])
def test_a_file_of_mirrors_that_cannot_be_used(run_in: Run, home: Path, text: str) -> None:
    (home / "addresses.yml").write_text(text)
    answer = run_in(home, "update")
    assert answer.exit_code == 2
    assert "addresses.yml" in answer.err


@pytest.mark.parametrize(
    ("contact", "state", "words"),
    [
        (None, "from a file", "never asked"),
        (Contact(NOW, NOW - timedelta(hours=5)), "fresh", "5 h ago"),
        (Contact(NOW, LONG_AGO), "stale", "9 days ago"),
        (Contact(NOW, NOW - timedelta(days=1), "503"), "failing", "503; last answered 24 h ago"),
        (Contact(NOW, None, "503"), "failing", "it never answered"),
    ],
)
def test_health(contact: Contact | None, state: str, words: str) -> None:
    health = judge_health(contact, NOW, recorded=True)
    assert health.state == state
    assert words in health.said
    assert health.ill == (state in {"stale", "failing"})


def test_a_warning_speaks_of_one_list_and_of_several() -> None:
    one, asked = (judge_health(contact, NOW, recorded=True) for contact in (None, Contact(NOW, LONG_AGO)))
    assert "xx: from a file, its publisher was never asked." in warn_of({"xx": one})
    assert "xx, yy: from a file, their publishers were never asked." in warn_of({"xx": one, "yy": one})
    assert "xx, yy: stale, their publishers answered 9 days ago." in warn_of({"xx": asked, "yy": asked})


def test_a_contact_that_cannot_be_read_is_no_contact(tmp_path: Path) -> None:
    (tmp_path / "contact.json").write_text("{")
    assert Snapshots(tmp_path).read_contact() is None
