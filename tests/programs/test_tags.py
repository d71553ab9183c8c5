"""The tags of the lists: known per list, found in any case, near ones advised; all on the real lists are known."""

import pytest

from ostiary.lists import list_ids
from ostiary.model.errors import InputError
from ostiary.programs import describe_program, find_lists, near_tags
from ostiary.programs.tags import find_tag, load_tags, read_tag, vocabularies

ROW = dict.fromkeys(("list", "tag", "program", "authority", "instrument", "section", "url", "checked", "read"), "")


@pytest.mark.parametrize(
    ("tag", "list_id", "title"),
    [
        ("Iran", "un_sc", "Iran, resolution 1737 and those after it"),
        ("Iran", "gb_ofsi", "Iran (United Kingdom)"),
        ("Iran", "ca_sema", "Iran (Canada)"),
        ("DPRK", "us_ofac", "North Korea, Executive Order 13551"),
        ("DPRK", "un_sc", "1718 Sanctions List"),
        ("UKRAINE-EO13662", "us_ofac", "Sectors of the Russian economy, Executive Order 13662"),
        ("UKRAINE-EO13662", "us_ofac_consolidated", "Sectoral Sanctions Identifications"),
    ],
)
def test_the_same_letters_differ_from_list_to_list(tag: str, list_id: str, title: str) -> None:
    assert describe_program(tag, list_id).title == title


def test_a_list_that_repeats_another_uses_its_tags() -> None:
    assert find_tag("SDGT", "us_csl") == find_tag("SDGT", "us_ofac_sample") == find_tag("SDGT", "us_ofac")


def test_every_list_has_a_publisher_whose_tags_it_uses() -> None:
    assert set(list_ids()) == set(vocabularies())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("sdgt", ("SDGT",)),
        ("us_sdgt", ("SDGT",)),
        ("russie", ("Russia / Russie",)),
        ("Russia", ("Russia", "Russia / Russie")),
        ("nothing of the kind", ()),
    ],
)
def test_a_tag_is_found_in_any_case_and_in_either_language(asked: str, found: tuple[str, ...]) -> None:
    assert tuple(sorted({tag for tag, _ in find_lists(asked)})) == found


@pytest.mark.parametrize(
    ("asked", "near"), [("SDTG", "SDGT"), ("FTOs", "FTO"), ("NPWDM", "NPWMD"), ("ukr", "UKR")]
)
def test_a_mistyped_tag_is_answered_with_near_ones(asked: str, near: str) -> None:
    assert near in near_tags(asked)


def test_near_tags_of_one_list_are_its_own() -> None:
    assert set(near_tags("DPRC", "un_sc")) <= {tag for home, tag in load_tags() if home == "un_sc"}


def test_what_is_not_described_says_no_more_than_its_law() -> None:
    found = describe_program("SOMALIA", "us_ofac")
    assert (found.standing, found.points) == ("not yet described", ())
    assert found.instruments[0].citation.instrument == "Executive Orders 13536 and 13620"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({}, "no list or no tag"),
        ({"list": "us_ofac", "tag": "X", "program": "us_x", "authority": "Me"}, "says what its page says"),
        ({"list": "us_ofac", "tag": "X", "instrument": "A law"}, "not said when"),
    ],
)
def test_a_wrong_row_is_refused(change: dict[str, str], says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_tag(7, {**ROW, **change})
    assert caught.value.where == "tags.csv, row 7"
