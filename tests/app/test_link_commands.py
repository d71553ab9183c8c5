"""Links over two small lists, of which one publishes a number of the other."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from ostiary.app.cli.link_words import show_overview
from ostiary.app.judging import list_judgements
from ostiary.app.link_overview import Overview
from ostiary.app.settings import Settings
from ostiary.model.identity import Link

Run = Callable[..., Any]
FILES = [Path(__file__).parents[1] / "lists" / name for name in ("un_sc/un_sc.xml", "eu_fsf/eu_fsf.xml")]
EU, UN = "eu_fsf:101", "un_sc:ZZi.001"


@pytest.fixture(scope="session")
def two_lists(run_in: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home: Path = tmp_path_factory.mktemp("two_lists")
    for path in FILES:
        answer = run_in(home, "update", "--from", path, "--accept-shrink", "a small file for tests", "--json")
        assert answer.exit_code == 0, answer.err
    assert answer.json["links"]["links"] == 1
    return home


@pytest.fixture
def home(two_lists: Path, tmp_path: Path) -> Path:
    return Path(copytree(two_lists, tmp_path / "home"))


def find_right(answer: Any) -> list[str]:  # noqa: ANN401 - JSON may be anything
    return [link["right"] for link in answer["linked"]]


def test_links_of_one_party_with_their_evidence(run_in: Run, two_lists: Path) -> None:
    found = run_in(two_lists, "links", EU, "--json").json
    assert find_right(found) == [UN]
    assert found["linked"][0]["evidence"][0] == {
        "kind": "UN reference number", "left": EU, "right": UN, "left_value": "ZZi.001", "right_value": "ZZi.001",
    }  # fmt: skip
    shown = run_in(two_lists, "links", UN).out
    assert EU in shown
    assert "UN reference number: ZZi.001" in shown
    assert "cross reference" in shown


def test_a_listing_that_is_linked_to_nobody(run_in: Run, two_lists: Path) -> None:
    assert "No other listing" in run_in(two_lists, "links", "un_sc:ZZe.001").out
    assert run_in(two_lists, "links", "nobody of this name").exit_code == 4


def test_all_links(run_in: Run, two_lists: Path) -> None:
    answer = run_in(two_lists, "links")
    assert re.search(r"cross reference\s+1\s+0\s+0", answer.out)
    assert "1 party stands in several listings, 2 in all" in answer.out
    everything = run_in(two_lists, "links", "--json").json
    assert (everything["parties"], everything["listings"], len(everything["links"])) == (1, 2, 1)


def test_a_judgement_is_recorded_shown_and_can_be_judged_otherwise(run_in: Run, home: Path) -> None:
    parted = run_in(home, "unlink", EU, UN, "--because", "another father", "--by", "A. Reviewer", "--json").json
    assert parted["judgement"]["verdict"] == "different"
    assert find_right(parted["around"]) == []
    shown = run_in(home, "links", EU).out
    assert "Not joined" in shown
    assert "two parties, A. Reviewer" in shown
    assert "To judge: ostiary link LISTING OTHER" in shown
    joined = run_in(home, "link", UN, EU, "--because", "seen", "--evidence", "https://example.org/", "--json").json
    assert find_right(joined["around"]) == [UN] or find_right(joined["around"]) == [EU]
    history = run_in(home, "links", EU, "--json").json["judgements"]
    assert [one["verdict"] for one in history] == ["different", "same"]
    assert history[1]["evidence"] == "https://example.org/"
    then = run_in(home, "links", EU, "--recorded-at", "2000-01-01", "--json").json
    assert (then["judgements"], find_right(then)) == ([], [UN])


def test_what_is_proposed_stands_apart_from_what_is_in_conflict(capsys: pytest.CaptureFixture[str]) -> None:
    links = (
        Link("xx:1", "xx:2", "conflict", "identifier"),
        Link("yy:1", "yy:2", "proposed", "one name under two programs"),
    )
    show_overview(Overview(0, 0, {}, links, {"xx:1": "Ann", "yy:1": "Bob"}, ()))
    out = capsys.readouterr().out
    places = [
        out.index(text) for text in ("Not joined", "xx:1", "Proposed: one list may have", "yy:1", "To judge")
    ]
    assert places == sorted(places)


def test_two_listings_that_nothing_else_links(run_in: Run, home: Path) -> None:
    answer = run_in(home, "link", EU, "un_sc:ZZe.001", "--because", "a letter of the authority")
    assert answer.exit_code == 0
    assert "are one party" in answer.out
    conflict = next(one for one in run_in(home, "links", EU, "--json").json["links"] if one["state"] == "conflict")
    assert {conflict["left"], conflict["right"]} == {EU, UN}
    assert conflict["contradictions"][-1]["kind"] == "two listings of one list"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["link", EU, EU, "--because", "x"], 2, "one and the same listing"),
        (["link", EU, UN, "--because", " "], 2, "needs its reason"),
        (["link", EU, UN], 2, "--because"),
        (["link", EU, "un_sc:nothing", "--because", "x"], 4, "No party"),
        (["links", EU, "--recorded-at", "soon"], 2, "is no moment"),
    ],
)
def test_what_cannot_be_judged(run_in: Run, home: Path, arguments: list[str], code: int, said: str) -> None:
    answer = run_in(home, *arguments)
    assert (answer.exit_code, said in answer.err) == (code, True)
    assert not Settings(home).judgements_path.exists() or not list_judgements(Settings(home))


def test_a_screened_name_says_by_whom_else_it_is_listed(run_in: Run, home: Path) -> None:
    name = "Ada Bera Corin Deval"
    found = run_in(home, "screen", name, "--json").json
    ids = {hit["party_id"] for hit in found["screening"]["hits"]}
    assert ids == {EU, UN}
    assert {one: [link["right"] for link in found["linked"][one]] for one in ids} == {EU: [UN], UN: [EU]}
    assert re.search(r"also listed\s+by eu_fsf as .*\(eu_fsf:101\)", run_in(home, "screen", name).out)
    run_in(home, "unlink", EU, UN, "--because", "another father")
    parted = run_in(home, "screen", name, "--json").json
    assert parted["linked"] == {}
    assert parted["screening"] == found["screening"]


def test_links_of_other_lists_are_not_told_and_computed_anew(run_in: Run, home: Path) -> None:
    kept = Settings(home).links_path
    head, _, rest = kept.read_bytes().partition(b"\n")
    facts = json.loads(head) | {"state": {"rules": "others"}}
    for damaged in (json.dumps(facts).encode() + b"\n" + rest, b"damaged", None):
        kept.unlink() if damaged is None else kept.write_bytes(damaged)
        screened = run_in(home, "screen", "Ada Bera Corin Deval")
        assert "also listed" not in screened.out
        assert "ostiary links does it" in screened.out
        answer = run_in(home, "links", EU)
        assert "computed anew" in answer.err
        assert UN in answer.out
        assert "computed anew" not in run_in(home, "links", EU).err


def test_judgements_that_cannot_be_read_are_said(run_in: Run, home: Path) -> None:
    Settings(home).judgements_path.write_bytes(b"no database" * 100)
    answer = run_in(home, "links", EU)
    assert answer.exit_code == 5
    assert "store of judgements" in answer.err
    assert Settings(home).judgements_path.read_bytes() == b"no database" * 100
