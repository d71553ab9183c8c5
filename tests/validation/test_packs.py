"""Which names a run tries: drawn by the seed, each kind of party with its share, and honestly made."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from ostiary.index import Index
from ostiary.validation.listed import ListedNames
from ostiary.validation.made_names import NameMaker
from ostiary.validation.packs import (
    altered_pack,
    control_pack,
    find_scripts,
    latin_names,
    made_pack,
    script_pack,
)
from ostiary.validation.sampling import sample_strata
from ostiary.validation.variations import all_variations

VARIATIONS = {variation.name: variation for variation in all_variations()}


def test_every_listed_name_is_drawn_once(listed: ListedNames, index: Index) -> None:
    drawn = [name.number for names in listed.draw("any", 1, lambda *_: True).values() for name in names]
    assert sorted(drawn) == list(np.flatnonzero(index.name_reading[: len(index.name_texts)] == 0))


def test_the_order_is_that_of_label_and_seed(listed: ListedNames) -> None:
    def order(label: str, seed: int) -> list[int]:
        return [name.number for names in listed.draw(label, seed, lambda *_: True).values() for name in names]

    assert order("one", 1) == order("one", 1)
    assert order("one", 1) != order("one", 2)
    assert order("one", 1) != order("other", 1)


def strata(**sizes: int) -> dict[str, Iterator[str]]:
    return {name: iter([name] * size) for name, size in sizes.items()}


@pytest.mark.parametrize(
    ("sizes", "shares", "size", "drawn"),
    [
        ({"a": 900, "b": 100}, {"a": 0.9, "b": 0.1}, 50, {"a": 45, "b": 5}),
        ({"a": 990, "b": 10}, {"a": 0.99, "b": 0.01}, 50, {"a": 45, "b": 5}),
        ({"a": 3, "b": 100}, {"a": 0.5, "b": 0.5}, 20, {"a": 3, "b": 17}),
        ({"a": 2, "b": 3}, {"a": 0.4, "b": 0.6}, 20, {"a": 2, "b": 3}),
        ({"a": 2, "b": 3}, {"a": 0.4, "b": 0.6}, 0, {"a": 2, "b": 3}),
    ],
)
def test_each_stratum_has_its_share_and_a_tenth_at_least(
    sizes: dict[str, int], shares: dict[str, float], size: int, drawn: dict[str, int]
) -> None:
    assert Counter(sample_strata(strata(**sizes), shares, size)) == drawn


def test_the_control_pack_asks_for_names_as_they_stand(listed: ListedNames) -> None:
    trials = list(control_pack(listed, 0, 1))
    assert len(trials) == len(listed)
    assert all(trial.query.names == (trial.listed,) for trial in trials)
    assert {trial.listed for trial in trials if trial.weak} == {"Blue Banner", "Cartel Suns"}


@pytest.mark.parametrize("name", ["letter doubled", "last word first", "the", "ship's prefix"])
def test_altered_names_are_of_strong_names_and_no_alias_of_the_party(listed: ListedNames, name: str) -> None:
    trials = list(altered_pack(listed, VARIATIONS[name], 0, 1))
    assert trials
    for trial in trials:
        party = listed.index.party_number(trial.party_id)
        assert party is not None
        assert not trial.weak
        assert trial.query.names[0] not in {other.text for other in listed.names_of(party)}


def test_an_alteration_that_the_list_has_is_left_out(listed: ListedNames) -> None:
    """Without its accent the one accented name is another name of the same party."""
    assert list(altered_pack(listed, VARIATIONS["accents left out"], 0, 1)) == []


def test_kinds_of_bearer_are_kept(listed: ListedNames) -> None:
    schemas = {trial.query.schema for trial in altered_pack(listed, VARIATIONS["ship's prefix"], 0, 1)}
    assert schemas == {"Vessel"}


def test_scripts_are_those_that_parties_have_beside_latin(listed: ListedNames) -> None:
    assert find_scripts(listed) == ["Han"]
    [trial] = script_pack(listed, "Han", 0, 1)
    assert trial.party_id == "test:6"
    party = listed.index.party_number("test:6")
    assert party is not None
    assert [name.text for name in latin_names(listed, party)] == ["SUN Wei"]


def test_made_names_differ_by_one_word_and_are_nobodys(listed: ListedNames) -> None:
    trials = list(made_pack(listed, 0, 1))
    assert trials
    texts = {name.casefold() for name in (listed[number].text for number in range(len(listed)))}
    for trial in trials:
        ours, theirs = trial.query.names[0].split(), trial.listed.split()
        assert len(ours) == len(theirs)
        assert sum(one != other for one, other in zip(ours, theirs, strict=True)) == 1
        assert trial.query.names[0].casefold() not in texts


def test_the_same_seed_makes_the_same_names(listed: ListedNames) -> None:
    names = [listed[number] for number in range(len(listed))]
    assert [NameMaker(listed, 3).make(name) for name in names] == [
        NameMaker(listed, 3).make(name) for name in names
    ]
