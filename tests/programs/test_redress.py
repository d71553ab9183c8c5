"""How to object: every list says how somebody shows not to be the party, and how a party asks to be removed."""

import pytest

from ostiary.lists import list_ids
from ostiary.programs import describe_redress


@pytest.mark.parametrize("list_id", list_ids())
def test_every_list_says_both(list_id: str) -> None:
    found = describe_redress(list_id)
    assert found is not None
    assert found.mistaken
    assert found.removal
    assert all(point.citations for point in found.mistaken + found.removal)


@pytest.mark.parametrize("list_id", list_ids())
def test_the_pointer_is_a_short_line_that_warns_of_names(list_id: str) -> None:
    found = describe_redress(list_id)
    assert found is not None
    assert "name alone is no match" in found.pointer
    assert len(found.pointer) < 130


@pytest.mark.parametrize(
    ("list_id", "section"),
    [
        ("us_ofac", "31 CFR 501.807"),
        ("us_ofac", "8 U.S.C. 1189(a)(4)(B)"),
        ("un_sc", "Office of the Ombudsperson"),
        ("un_sc", "resolution 2744 (2024)"),
        ("eu_fsf", "Article 263"),
        ("gb_sanctions_list", "sections 22 and 23"),
        ("gb_sanctions_list", "section 38"),
        ("ca_sema", "section 11"),
    ],
)
def test_removal_cites_the_law_that_gives_it(list_id: str, section: str) -> None:
    found = describe_redress(list_id)
    assert found is not None
    assert any(section in str(one) for point in found.removal for one in point.citations)


def test_a_set_of_somebody_else_has_none() -> None:
    assert describe_redress("ftm_some_set") is None
