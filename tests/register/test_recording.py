from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from ostiary.model.errors import ListFileError, QueryError, RegisterError, ShrunkenListError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing
from ostiary.register import Register, open_register
from ostiary.register.intake import _BATCH

Build = Callable[..., ListReading]
Describe = Callable[..., list[tuple[str, ...]]]
Make = Callable[..., Listing]


def test_counts_what_a_version_brought_and_took(register: Register, build: Build, describe: Describe) -> None:
    ann, bob, cid = describe("Ann", "A"), describe("Bob", "A"), describe("Cid", "A")
    first = register.record(build("2025-01-01", {"1": ann, "2": bob, "3": cid}))
    assert (first.new, first.listed, first.version.label) == (True, 3, "2025-01-01")
    assert first.statements_added == first.version.statements == 3 * len(ann)

    second = register.record(build("2025-01-02", {"1": ann, "2": describe("Bob", "A", "B"), "4": cid}))
    assert (second.listed, second.amended, second.delisted, second.unchanged) == (1, 1, 1, 1)
    assert second.statements_added == 1 + len(cid)
    assert second.statements_retracted == len(cid)
    assert second.version.parties == 3


def test_only_content_counts(register: Register, build: Build, describe: Describe, listing: Make) -> None:
    register.record(build("2025-01-01", {"1": describe("Ann", "A"), "2": describe("Bob", "A")}))
    turned = [listing(number, describe(name, "A")[::-1]) for number, name in (("2", "Bob"), ("1", "Ann"))]
    again = register.record(build("2025-03-01", turned))
    assert not again.new
    assert again.version.label == "2025-01-01"
    assert again.unchanged == 2
    assert len(register.versions("zz_list")) == 1


def test_keeps_a_value_that_is_said_twice(register: Register, build: Build, describe: Describe) -> None:
    said = [*describe("Ann", "A"), ("/alias/1", "Alias.part:firstName", "Ann")]
    register.record(build("2025-01-01", {"1": [*said, said[-1]]}))
    party = register.party("zz_list:1")
    assert [part.value for part in party.aliases[0].parts] == ["Ann", "Ann"]
    once = register.record(build("2025-01-02", {"1": said}))
    assert (once.amended, once.statements_added, once.statements_retracted) == (1, 0, 1)


def test_one_date_published_twice_gets_a_second_label(
    register: Register, build: Build, describe: Describe
) -> None:
    for name in ("Ann", "Anne", "Anna"):
        register.record(build("2025-11-19", {"1": describe(name)}))
    versions = register.versions("zz_list")
    assert [(one.sequence, one.label) for one in versions] == [
        (1, "2025-11-19"),
        (2, "2025-11-19.2"),
        (3, "2025-11-19.3"),
    ]


def test_refuses_an_older_version(register: Register, build: Build, describe: Describe) -> None:
    register.record(build("2025-02-01", {"1": describe("Ann")}))
    with pytest.raises(RegisterError, match="2025-01-31, before the last recorded version"):
        register.record(build("2025-01-31", {"1": describe("Anne")}))
    assert register.party("zz_list:1").caption == "Ann"


def test_the_date_of_recording_never_goes_back(register: Register, build: Build, describe: Describe) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    register.record(build("2025-02-01", {"1": describe("Ann")}), recorded=tomorrow)
    assert register.versions("zz_list")[0].recorded == tomorrow
    with pytest.raises(RegisterError, match="Set the clock"):
        register.record(build("2025-02-02", {"1": describe("Anne")}))
    with pytest.raises(QueryError, match="time zone"):
        register.record(build("2025-02-02", {"1": describe("Anne")}), recorded=datetime(2025, 1, 1))  # noqa: DTZ001 - it is the fault


@pytest.mark.parametrize(
    ("least", "kept", "accepted"),
    [(1, 4, True), (1, 3, False), (6, 4, False), (1, 0, False)],
    ids=["half may go", "more than half is gone", "fewer than the least", "an empty file"],
)
def test_a_shrunken_list_needs_a_reason(
    register: Register, build: Build, describe: Describe, least: int, kept: int, *, accepted: bool
) -> None:
    parties = {str(number): describe(f"Name {number}") for number in range(8)}
    register.record(build("2025-01-01", parties))
    small = {number: parties[number] for number in list(parties)[:kept]}
    if accepted:
        assert register.record(build("2025-01-02", small, least_parties=least)).version.accepted_shrink == ""
        return
    with pytest.raises(ShrunkenListError, match="accept it with a reason"):
        register.record(build("2025-01-02", small, least_parties=least))
    assert register.state("zz_list").version.parties == 8
    version = register.record(build("2025-01-02", small, least_parties=least), accept_shrink="they went").version
    assert (version.parties, version.accepted_shrink) == (kept, "they went")
    assert register.versions("zz_list")[-1] == version


@pytest.mark.parametrize(
    ("published", "kept", "accepted"),
    [
        ("2025-01-31", 6, True),
        ("2025-01-31", 5, False),
        ("2025-12-31", 5, False),
        ("2026-01-01", 4, True),
        ("2026-01-01", 3, False),
        ("2028-02-01", 0, False),
    ],
    ids=[
        "a month",
        "more in a month",
        "more in a year that is not full",
        "a year",
        "more in a year",
        "nothing left",
    ],
)
def test_years_between_two_versions_allow_as_much_again(
    register: Register, build: Build, describe: Describe, published: str, kept: int, *, accepted: bool
) -> None:
    parties = {str(number): describe(f"Name {number}") for number in range(8)}
    register.record(build("2025-01-01", parties, largest_loss=0.25))
    small = {number: parties[number] for number in list(parties)[:kept]}
    if accepted:
        assert register.record(build(published, small, largest_loss=0.25)).version.parties == kept
        return
    with pytest.raises(ShrunkenListError):
        register.record(build(published, small, largest_loss=0.25))


def test_a_list_that_is_not_whole_needs_a_reason(register: Register, build: Build, describe: Describe) -> None:
    def read() -> ListReading:
        reading = build("2025-01-01", {"1": describe("Ann")})
        reading.missing = "the list is partial, it lacks alternate names"
        return reading

    with pytest.raises(ShrunkenListError, match="lacks alternate names"):
        register.record(read())
    assert register.record(read(), accept_shrink="only this file is kept").version.accepted_shrink


def test_what_was_accepted_once_is_not_asked_again(register: Register, build: Build, describe: Describe) -> None:
    small = {"1": describe("Ann")}
    with pytest.raises(ShrunkenListError, match="a whole one holds at least 5"):
        register.record(build("2025-01-01", small, least_parties=5), accept_shrink="  ")
    register.record(build("2025-01-01", small, least_parties=5), accept_shrink="it is young")
    assert not register.record(build("2025-01-02", small, least_parties=5)).new


def test_a_reason_that_was_not_needed_is_not_kept(register: Register, build: Build, describe: Describe) -> None:
    assert (
        register.record(build("2025-01-01", {"1": describe("A")}), accept_shrink="why").version.accepted_shrink
        == ""
    )


@pytest.mark.parametrize(
    ("listings", "message"),
    [
        ([("1", []), ("1", [])], "twice"),
        ([("1/alias", [])], "not of the list"),
        ([("", [])], "not of the list"),
    ],
)
def test_refuses_impossible_parties(
    register: Register,
    build: Build,
    listing: Make,
    listings: list[tuple[str, list[tuple[str, ...]]]],
    message: str,
) -> None:
    with pytest.raises(ListFileError, match=message):
        register.record(build("2025-01-01", [listing(*one) for one in listings]))
    assert register.versions("zz_list") == ()


def test_refuses_what_is_of_another_party_or_list(
    register: Register, build: Build, describe: Describe, listing: Make
) -> None:
    strange = listing("11", describe("Ann"))
    with pytest.raises(ListFileError, match="no part of this party"):
        register.record(build("2025-01-01", [Listing("zz_list:1", strange.statements)]))
    with pytest.raises(ListFileError, match="not of the list"):
        register.record(build("2025-01-01", [listing("1", [], "yy_list")]))


def test_a_fault_in_the_file_leaves_the_last_state(register: Register, build: Build, describe: Describe) -> None:
    register.record(build("2025-01-01", {"1": describe("Ann")}))
    many = {str(number): describe(f"Name {number}") for number in range(_BATCH + 5)}
    with pytest.raises(ListFileError, match="cut off"):
        register.record(build("2025-01-02", many, fault=ListFileError("It is cut off.")))
    assert [party.caption for party in register.state("zz_list").parties()] == ["Ann"]
    assert register.find_ids("Name 3") == ()
    assert register.record(build("2025-01-02", many)).listed == _BATCH + 4


def test_a_reading_without_an_end_is_refused(register: Register, build: Build, describe: Describe) -> None:
    reading = build("2025-01-01", {"1": describe("Ann")})
    reading.listings = iter(list(reading.listings))
    reading.snapshot = None
    with pytest.raises(ListFileError, match="not read to its end"):
        register.record(reading)


def test_writes_in_batches_give_the_same_counts(register: Register, build: Build, describe: Describe) -> None:
    parties = {str(number): describe(f"Name {number}", "A") for number in range(2 * _BATCH + 1)}
    register.record(build("2025-01-01", parties))
    renamed = {number: describe(f"Name {number}", "B") for number in parties}
    recording = register.record(build("2025-01-02", renamed))
    assert recording.amended == recording.statements_added == recording.statements_retracted == len(parties)
    nobody = register.record(build("2025-01-03", {"x": describe("X")}), accept_shrink="all went")
    assert nobody.delisted == len(parties)
    assert nobody.statements_retracted == recording.version.statements


def test_nothing_recorded_is_ever_changed(path: Path, build: Build, describe: Describe) -> None:
    with open_register(path, create=True) as register:
        register.record(build("2025-01-01", {"1": describe("Ann", "A"), "2": describe("Bob")}))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for table in ("list_version", "party", "party_version", "statement", "retraction", "text"):
            for what in ("UPDATE", "DELETE"):
                guard = f"CREATE TRIGGER no_{what}_{table} BEFORE {what} ON {table}"
                connection.execute(text(f"{guard} BEGIN SELECT RAISE(FAIL, 'no'); END"))
    engine.dispose()
    with open_register(path) as register:
        register.record(build("2025-01-02", {"1": describe("Anne", "B")}))
        register.record(build("2025-01-03", {"1": describe("Anne", "B"), "2": describe("Bob")}))
        assert register.party("zz_list:2").caption == "Bob"
        assert register.party("zz_list:1", known_at="2025-01-01").programs == ("A",)


def test_lists_do_not_mix(register: Register, build: Build, describe: Describe) -> None:
    register.record(build("2025-01-01", {"1": describe("Ann")}))
    register.record(build("2024-06-01", {"1": describe("Zoe")}, id="yy_list"))
    register.record(build("2025-01-02", {"1": describe("Anne")}))
    assert register.list_ids() == ("yy_list", "zz_list")
    assert register.party("yy_list:1").caption == "Zoe"
    assert register.party("zz_list:1").caption == "Anne"
    assert register.find_ids("1") == ("yy_list:1", "zz_list:1")
    assert register.state("yy_list").party("zz_list:1") is None
