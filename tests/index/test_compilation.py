from collections.abc import Callable
from pathlib import Path

import pytest

from ostiary.index import Index
from ostiary.index.compilation import compile_index
from ostiary.model.errors import RegisterError
from ostiary.model.parties import Party
from ostiary.model.periods import parse_period
from ostiary.model.statements import ListVersion


def test_the_facts_count_what_is_indexed(index: Index, parties: list[Party]) -> None:
    assert index.facts.parties == len(parties)
    assert index.facts.names == sum(len(party.aliases) for party in parties)
    assert index.facts.versions[0].label == "2025-11-19"
    assert index.facts.programs == ("SDGT",)


def test_each_party_is_kept_with_what_screening_needs(index: Index) -> None:
    number = index.party_number("test:1")
    assert number is not None
    party = index.party(number)
    assert (party.caption, party.schema, party.programs) == ("MADURO MOROS Nicolas", "Person", ("SDGT",))
    assert party.births == (parse_period("1962-11-23"),)
    assert party.countries == ("ve",)
    assert index.party_number("test:99") is None


def test_every_name_is_found_in_its_very_letters(index: Index, parties: list[Party]) -> None:
    for party in parties:
        for alias in party.aliases:
            found = {index.party(int(index.name_party[name])).id for name in index.find_exact(alias.name)}
            assert party.id in found


@pytest.mark.parametrize(
    ("text", "party_id"),
    [
        ("imo 9187629", "test:5"),
        ("9187629", "test:5"),
        ("0x098b716b8aaf21512996dc57eb0615e2383e2f96", "test:7"),
        ("h-13781445", "test:8"),
    ],
)
def test_an_identifier_is_found_however_it_is_written(index: Index, text: str, party_id: str) -> None:
    assert [index.party(posting.party).id for posting in index.find_identifier(text)] == [party_id]


def test_a_fraudulent_document_says_so(index: Index) -> None:
    (posting,) = index.find_identifier("H13781445")
    assert "fraudulent" in posting.label


@pytest.mark.parametrize(("text", "code"), [("Venezuela", "ve"), ("VE", "ve"), (" ven ", "ve"), ("Nowhere", "")])
def test_countries_are_known_by_name_and_code(index: Index, text: str, code: str) -> None:
    assert index.country_code(text) == code


def test_a_party_lost_on_the_way_is_refused(
    parties: list[Party], make_version: Callable[..., ListVersion], tmp_path: Path
) -> None:
    path = tmp_path / "short.ostiary"
    with pytest.raises(RegisterError, match="8 parties are recorded and 7 would be indexed"):
        compile_index(parties[1:], [make_version(8)], path)
    assert not path.exists()


def test_the_same_parties_in_any_order_give_the_same_file(
    parties: list[Party], make_version: Callable[..., ListVersion], index_file: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.ostiary"
    compile_index(reversed(parties), [make_version(len(parties))], again)
    assert again.read_bytes() == index_file.read_bytes()


def test_names_taken_apart_by_several_processes_give_the_same_file(
    parties: list[Party], make_version: Callable[..., ListVersion], index_file: Path, tmp_path: Path
) -> None:
    shared = tmp_path / "shared.ostiary"
    compile_index(parties, [make_version(len(parties))], shared, jobs=2)
    assert shared.read_bytes() == index_file.read_bytes()
