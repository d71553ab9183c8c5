import csv
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ostiary.model.acts import Membership
from ostiary.model.changes import Amendment
from ostiary.model.errors import NotFoundError, QueryError
from ostiary.model.lists import ListReading
from ostiary.register import Register

Build = Callable[..., ListReading]
Describe = Callable[..., list[tuple[str, ...]]]

CASES = list(csv.DictReader(Path(__file__).with_name("dates.csv").read_text(encoding="utf-8").splitlines()))


def _record_day(day: int) -> datetime:
    return datetime(2025, 6, day, tzinfo=UTC)


@pytest.fixture
def recorded(register: Register, build: Build, describe: Describe) -> Register:
    """Four versions, the last two of one date: 1 is amended, 2 delisted, 3 and 4 and 5 are listed."""
    ann, anne, bob, cid, dan, eve = (
        describe("Ann", "A"),
        describe("Anne", "A", "B"),
        describe("Bob", "A"),
        describe("Cid", "C"),
        describe("Dan"),
        describe("Eve"),
    )
    register.record(build("2025-01-01", {"1": ann, "2": bob}), recorded=_record_day(1))
    register.record(build("2025-02-01", {"1": ann, "2": bob, "4": dan}), recorded=_record_day(2))
    register.record(build("2025-03-01", {"1": anne, "3": cid, "4": dan}), recorded=_record_day(3))
    register.record(build("2025-03-01", {"1": anne, "3": cid, "4": dan, "5": eve}), recorded=_record_day(4))
    return register


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['party']}: {case['source']}")
def test_a_party_as_of_two_dates(recorded: Register, case: dict[str, str]) -> None:
    asked = {
        "valid_on": date.fromisoformat(case["valid_on"]) if case["valid_on"] else None,
        "known_at": case["known_at"] or None,
    }
    party_id = f"zz_list:{case['party']}"
    if not case["name"]:
        with pytest.raises(NotFoundError, match=party_id):
            recorded.party(party_id, **asked)
        return
    party = recorded.party(party_id, **asked)
    assert (party.caption, " ".join(party.programs)) == (case["name"], case["programs"])


def test_recorded_at_hides_what_was_taken_in_later(recorded: Register) -> None:
    state = recorded.state("zz_list", recorded_at=_record_day(2))
    assert state.version.label == "2025-02-01"
    assert state.version.recorded == _record_day(2)
    with pytest.raises(NotFoundError, match=r"recorded by then\. The first one, 2025-01-01"):
        recorded.state("zz_list", known_at="2025-02-01", recorded_at=datetime(2025, 5, 31, tzinfo=UTC))
    with pytest.raises(QueryError, match="time zone"):
        recorded.state("zz_list", recorded_at=datetime(2025, 6, 2))  # noqa: DTZ001 - it is the fault


def test_a_day_means_its_last_version_and_a_label_means_itself(recorded: Register) -> None:
    assert recorded.state("zz_list", known_at=date(2025, 3, 1)).version.sequence == 4
    assert recorded.state("zz_list", known_at="2025-03-01").version.sequence == 3
    assert recorded.state("zz_list", known_at="2025-03-01.2").version.sequence == 4
    with pytest.raises(QueryError, match=r"'2025-03-01\.3' is neither"):
        recorded.state("zz_list", known_at="2025-03-01.3")
    with pytest.raises(NotFoundError, match="first one is 2025-01-01"):
        recorded.state("zz_list", known_at=date(2024, 12, 31))
    with pytest.raises(NotFoundError, match="No version of this list is recorded"):
        recorded.state("other")


def test_parties_come_by_number(register: Register, build: Build, describe: Describe) -> None:
    numbers = ["10", "B2", "9", "A10", "1"]
    register.record(build("2025-01-01", {number: describe(f"Name {number}") for number in numbers}))
    state = register.state("zz_list")
    assert [party.id for party in state.parties()] == [
        f"zz_list:{number}" for number in ("1", "9", "10", "A10", "B2")
    ]
    assert [state.party(party.id) for party in state.parties()] == list(state.parties())
    assert list(register.state("zz_list", valid_on=date(2019, 1, 1)).parties()) == []


def test_a_program_is_dated_by_the_versions(recorded: Register) -> None:
    programs = recorded.party("zz_list:1").entries[0].programs
    entry = "zz_list:1/entry/1"
    assert programs == (Membership("A", entry, "2025-01-01"), Membership("B", entry, "2025-03-01", "2025-02-01"))
    newcomer = recorded.party("zz_list:3").entries[0].programs
    assert newcomer == (Membership("C", "zz_list:3/entry/1", "2025-03-01", "2025-02-01"),)


def test_a_program_that_returns_is_dated_by_its_return(
    register: Register, build: Build, describe: Describe
) -> None:
    for day, programs in enumerate((["A", "B"], ["A"], ["A", "B"], ["A", "B", "C"]), 1):
        register.record(build(f"2025-01-0{day}", {"1": describe("Ann", *programs)}))
    dated = {one.program: (one.absent_in, one.first_in) for one in register.party("zz_list:1").entries[0].programs}
    assert dated == {"A": ("", "2025-01-01"), "B": ("2025-01-02", "2025-01-03"), "C": ("2025-01-03", "2025-01-04")}


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-01-15", Membership("A", "zz_list:1/entry/1", "2025-01-01", "", "2025-01-01", "2025-02-01")),
        ("2025-02-01", None),
        ("2025-02-15", None),
        ("2025-03-01", None),
        ("2025-03-15", Membership("A", "zz_list:1/entry/1", "2025-04-01", "2025-03-01")),
        ("2025-05-01", Membership("A", "zz_list:1/entry/1", "2025-04-01", "2025-03-01")),
    ],
)
def test_a_party_that_went_and_came_back_stands_between_versions_that_show_it(
    register: Register, build: Build, describe: Describe, day: str, found: Membership | None
) -> None:
    for month, listed in enumerate((True, False, False, True), 1):
        # Bob's program makes each version another one: the same content again would be recorded as nothing new.
        parties = {"2": describe("Bob", f"B{month}")} | ({"1": describe("Ann", "A")} if listed else {})
        register.record(build(f"2025-0{month}-01", parties), accept_shrink="it went")
    party = register.state("zz_list", valid_on=date.fromisoformat(day)).party("zz_list:1")
    assert (party and party.entries[0].programs[0]) == found


def test_a_new_validity_is_no_new_membership(register: Register, build: Build) -> None:
    for day, valid in enumerate(((), ("2020-01-01", ""), ("2020-01-01", "2030-01-01")), 1):
        said = [("/entry/1", "Sanction.list", "Main"), ("/entry/1", "Sanction.program", "A", *valid)]
        register.record(build(f"2025-01-0{day}", {"1": said}))
    (membership,) = register.party("zz_list:1").entries[0].programs
    assert (membership.first_in, membership.absent_in) == ("2025-01-01", "")
    assert register.party("zz_list:1", valid_on=date(2031, 1, 1)).programs == ()


def test_a_delisted_party_says_since_when(recorded: Register) -> None:
    bob = recorded.party("zz_list:2")
    assert (bob.version, bob.delisted_in) == ("2025-02-01", "2025-03-01")
    assert bob.entries[0].programs[0].last_in == "2025-02-01"
    assert recorded.party("zz_list:2", known_at="2025-02-01").delisted_in == ""
    assert recorded.state("zz_list").party("zz_list:2") is None


def test_the_delisted_are_given_as_they_last_stood(recorded: Register, build: Build, describe: Describe) -> None:
    assert [(one.id, one.delisted_in) for one in recorded.delisted("zz_list")] == [("zz_list:2", "2025-03-01")]
    assert list(recorded.delisted("zz_list", known_at="2025-02-01")) == []
    recorded.record(build("2025-04-01", {"1": describe("Ann", "A"), "2": describe("Bob", "A")}), accept_shrink="x")
    assert "zz_list:2" not in {one.id for one in recorded.delisted("zz_list")}


def test_a_party_that_returns(recorded: Register, build: Build, describe: Describe) -> None:
    recorded.record(build("2025-04-01", {"1": describe("Ann", "A"), "2": describe("Bob", "A")}), accept_shrink="x")
    assert recorded.party("zz_list:2").delisted_in == ""
    assert recorded.party("zz_list:2").entries[0].programs[0].absent_in == "2025-03-01.2"
    assert recorded.party("zz_list:2", known_at="2025-03-01").delisted_in == "2025-03-01"
    steps = [(version.label, change.kind) for version, change in recorded.history("zz_list:2")]
    assert steps == [("2025-01-01", "listed"), ("2025-03-01", "delisted"), ("2025-04-01", "listed")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2", ["2"]),
        (" zz_list:2 ", ["2"]),
        ("ANNE", ["1"]),
        ("ann", ["1"]),
        ("bob", ["2"]),
        ("bo", []),
        ("yy_list:2", []),
        ("Person", []),
        ("zz_list:", []),
        ("", []),
    ],
)
def test_finds_by_number_id_or_name(recorded: Register, text: str, found: list[str]) -> None:
    assert recorded.find_ids(text) == tuple(f"zz_list:{number}" for number in found)


def test_finds_names_in_every_script_and_case(register: Register, build: Build, describe: Describe) -> None:
    names = {"1": "Straße", "2": "STRASSE", "3": "孙伟", "4": "Κόσμος", "10": "孙伟"}
    register.record(build("2025-01-01", {number: describe(name) for number, name in names.items()}))
    assert register.find_ids("strasse") == ("zz_list:1", "zz_list:2")
    assert register.find_ids("孙伟") == ("zz_list:3", "zz_list:10")
    assert register.find_ids("ΚΌΣΜΟΣ") == ("zz_list:4",)


def test_changes_between_two_versions(recorded: Register) -> None:
    changes = list(recorded.changes("zz_list", "2025-02-01", date(2025, 3, 1)))
    assert [(change.kind, change.party_id, change.name) for change in changes] == [
        ("listed", "zz_list:3", "Cid"),
        ("listed", "zz_list:5", "Eve"),
        ("amended", "zz_list:1", "Anne"),
        ("delisted", "zz_list:2", "Bob"),
    ]
    assert [(change.programs_before, change.programs_after) for change in changes] == [
        ((), ("C",)),
        ((), ()),
        (("A",), ("A", "B")),
        (("A",), ()),
    ]
    assert changes[2].amendments == (
        Amendment("Alias.name", ("Ann",), ("Anne",)),
        Amendment("Sanction.program", (), ("B",)),
    )


def test_no_changes_within_one_version(recorded: Register) -> None:
    assert list(recorded.changes("zz_list", date(2025, 2, 1), date(2025, 2, 28))) == []
    with pytest.raises(QueryError, match="earlier one first"):
        recorded.changes("zz_list", "2025-03-01.2", "2025-03-01")
    with pytest.raises(NotFoundError, match="first one is"):
        recorded.changes("zz_list", "2024-01-01", "2025-03-01")


def test_what_came_and_went_between_is_no_change(register: Register, build: Build, describe: Describe) -> None:
    ann, bob = describe("Ann"), describe("Bob")
    for day, parties in enumerate(({"1": ann}, {"1": describe("Anne"), "2": bob}, {"1": ann}), 1):
        register.record(build(f"2025-01-0{day}", parties))
    assert list(register.changes("zz_list", "2025-01-01", "2025-01-03")) == []


def test_only_entries_of_the_named_list_count(register: Register, build: Build, describe: Describe) -> None:
    main, other = describe("Ann", "A"), describe("Ann", "A", on="Other")
    register.record(build("2025-01-01", {"1": main, "2": other}))
    register.record(
        build("2025-01-02", {"1": describe("Ann", "A", "B"), "2": describe("Ann", "A", "B", on="Other")})
    )
    changes = register.changes("zz_list", "2025-01-01", "2025-01-02")
    assert [one.programs_after for one in changes] == [("A", "B"), ()]
    register.record(build("2025-01-03", {"2": describe("Anne", "A", on="Other")}, entry_list=""))
    changes = register.changes("zz_list", "2025-01-02", "2025-01-03")
    assert [(one.programs_before, one.programs_after) for one in changes] == [
        (("A", "B"), ("A",)),
        (("A", "B"), ()),
    ]


def test_history_of_a_party(recorded: Register) -> None:
    steps = [
        (version.label, change.kind, change.programs_after) for version, change in recorded.history("zz_list:1")
    ]
    assert steps == [("2025-01-01", "listed", ("A",)), ("2025-03-01", "amended", ("A", "B"))]
    assert [version.label for version, _ in recorded.history("zz_list:2")] == ["2025-01-01", "2025-03-01"]
    with pytest.raises(NotFoundError, match="ever recorded"):
        recorded.history("zz_list:9")
