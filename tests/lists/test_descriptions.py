"""The descriptions of lists."""

import pytest

from ostiary.lists import describe_list, list_ids
from ostiary.lists.reading import READERS
from ostiary.model.errors import NotFoundError


def test_the_lists_are_known_by_their_ids() -> None:
    assert {"us_ofac", "us_ofac_sample"} <= set(list_ids())
    assert list(list_ids()) == sorted(list_ids())


@pytest.mark.parametrize("list_id", list_ids())
def test_every_list_has_a_reader(list_id: str) -> None:
    assert describe_list(list_id).reader in READERS


@pytest.mark.parametrize("list_id", list_ids())
def test_a_description_is_whole(list_id: str) -> None:
    found = describe_list(list_id)
    assert found.id == list_id
    assert found.title
    assert found.licence
    assert 0 < found.largest_loss < 1
    assert all(found.ignored.values())


def test_the_sample_is_read_as_the_real_list_and_says_that_it_is_none() -> None:
    real, sample = describe_list("us_ofac"), describe_list("us_ofac_sample")
    assert (real.sample, sample.sample) == (False, True)
    assert (real.reader, real.ignored, real.entry_list) == (sample.reader, sample.ignored, sample.entry_list)
    assert sample.least_parties < 30 < real.least_parties


def test_an_unknown_list_is_answered_with_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match=r"Known lists: .*us_ofac, "):
        describe_list("../../etc/passwd")
