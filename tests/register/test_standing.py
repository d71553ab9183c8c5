"""What stands is read in bulk: the same as a plain walk over all statements, one by one, tells."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.model.lists import ListReading
from ostiary.register import Register, open_register
from ostiary.register.standing import StandingReader
from tests.register.test_round_trips import VERSIONS
from tests.register.walking import find_present, walk_standing

Build = Callable[..., ListReading]

#: Nothing is left out; a day within what some values of the round trips hold; one after; one before all.
_DAYS = (None, date(2025, 1, 1), date(2031, 1, 1), date(2019, 1, 1))
_TEXTS = ('"', "\\", "a,b", "[1]", "\n\t\x01", "\u2028", "孙伟", "\U0001f6a2", "x" * 5_000)


@settings(max_examples=60)
@given(versions=VERSIONS, day=st.sampled_from(_DAYS))
def test_the_same_as_statement_by_statement(
    build: Build, versions: list[dict[str, list[tuple[str, ...]]]], day: date | None
) -> None:
    with TemporaryDirectory() as folder, open_register(Path(folder) / "r.db", create=True) as register:
        for number, parties in enumerate(versions, 1):
            register.record(build(f"2025-01-{number:02}", parties), accept_shrink="any")
        for version in register.versions("zz_list"):
            present = find_present(register, "zz_list", version.label)
            reader = StandingReader(register._store, present.version, day)
            assert dict(reader.read(present.parties)) == walk_standing(register, present, day)


@pytest.mark.parametrize("text", _TEXTS)
def test_every_text_comes_back_as_it_was(register: Register, build: Build, text: str) -> None:
    register.record(build("2025-01-01", {"1": [("", "Thing.notes", text), ("/alias/1", "Alias.name", text)]}))
    party = register.party("zz_list:1")
    assert (party.properties["notes"], party.caption) == ((text,), text)


def test_some_properties_of_some_parties(register: Register, build: Build) -> None:
    said = [("/relation/1", "Relation.target", "zz_list:2"), ("/relation/1", "Relation.quality", "High")]
    register.record(build("2025-01-01", {"1": said, "2": said, "3": said}))
    present = find_present(register, "zz_list", "2025-01-01")
    reader = StandingReader(register._store, present.version, None)
    found = reader.read_properties(present.parties[:2], ["Relation.target", "Relation.unheard"])
    assert {one: standing.kinds for one, standing in found.items()} == {
        one: {"relation": {"/relation/1": {"Relation.target": ["zz_list:2"]}}} for one in present.parties[:2]
    }


def test_more_parties_than_are_read_together_come_in_their_order(register: Register, build: Build) -> None:
    numbers = [str(number) for number in range(1, 602)]
    register.record(build("2025-01-01", {number: [("", "Thing.notes", number)] for number in numbers}))
    assert [party.properties["notes"] for party in register.state("zz_list").parties()] == [
        (one,) for one in numbers
    ]
