"""How someone who is hit shows not to be the party: one line below the hits, and in the JSON."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ostiary.app.redress import describe_redress_of_hits, find_redress
from ostiary.index import Index
from ostiary.model.hits import Screening
from ostiary.model.queries import Query
from ostiary.screening import Engine

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def screening(index: Index) -> Screening:
    return Engine(index).screen(Query(names=("Cartel of the Suns",)))


def on_lists(screening: Screening, *list_ids: str) -> Screening:
    hits = tuple(replace(screening[0], list_id=list_id, party_id=f"{list_id}:1") for list_id in list_ids)
    return replace(screening, hits=hits)


def test_one_line_stands_below_hits_and_none_without(run: Run) -> None:
    assert run("screen", "Cartel of the Suns").out.count("Not this party? A like name alone is no match") == 1
    assert "Not this party?" not in run("screen", "Wholly Unlisted Person").out


def test_programs_find_it_by_list(run: Run) -> None:
    redress = run("screen", "Cartel of the Suns", "--json").json["redress"]
    assert redress["us_ofac_sample"]["authority"].startswith("Office of Foreign Assets Control")
    assert run("screen", "Wholly Unlisted Person", "--json").json["redress"] == {}


def test_several_authorities_share_one_line(screening: Screening) -> None:
    hits = on_lists(screening, "eu_fsf", "un_sc")
    assert set(find_redress(hits)) == {"eu_fsf", "un_sc"}
    line = describe_redress_of_hits(hits)
    assert "\n" not in line
    assert line.endswith("How to object to each list: ostiary show eu_fsf:1.")


def test_a_list_of_which_nothing_is_known_says_nothing(screening: Screening) -> None:
    hits = on_lists(screening, "ftm_some_set")
    assert (find_redress(hits), describe_redress_of_hits(hits)) == ({}, "")
