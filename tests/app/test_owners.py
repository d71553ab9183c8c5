"""Owners against the lists: the listing that is stated, and the ones that it is linked with on other lists."""

from collections.abc import Iterable
from datetime import date

import pytest

from ostiary.app.listings import Listings
from ostiary.app.owners import Owners
from ostiary.model.identity import Link, LinkBasis, LinkState
from ostiary.model.ownership import NameQuestion, Regime
from ostiary.model.parties import Alias, Entry, Party, Relation
from ostiary.ownership.graph import HoldingGraph
from ostiary.programs.ownership_laws import load_ownership_law


def party(party_id: str, list_name: str, *measures: str, relations: tuple[Relation, ...] = ()) -> Party:
    alias = Alias("a", f"Name of {party_id}", "name", "strong", "Latn")
    entry = Entry(party_id, list_name, measures=measures)
    return Party(party_id, "Person", party_id.partition(":")[0], "1", (alias,), (entry,), relations=relations)


OWNED = (Relation("r", "Owned or Controlled By", "us_ofac:1", "us_ofac:2"),)
KIN = (Relation("s", "Family member of", "us_ofac:3", "us_ofac:1"),)
PARTIES = [
    party(
        "us_ofac:1",
        "SDN List",
        "Block",
        relations=OWNED,
    ),
    party(
        "us_ofac:2",
        "SDN List",
        "Block",
        relations=OWNED,
    ),
    party("us_ofac:3", "SDN List", "Reject", relations=KIN),
    party("eu_fsf:1", "Consolidated list of financial sanctions"),
]


class KnownListings(Listings):
    """Listings that are known without a register."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._known = {one.id: one for one in parties}

    def read(self, party_ids: Iterable[str]) -> None:
        pass

    def find(self, party_id: str) -> Party | None:
        return self._known.get(party_id)

    def say_unreadable(self, party_id: str) -> str:
        return "" if party_id.startswith(("us_", "eu_")) else "it is not recorded here"


def owners(regime: Regime, *links: Link) -> Owners:
    law = load_ownership_law(regime)
    return Owners(
        KnownListings(PARTIES), law, date(2026, 6, 1), lambda one: [link for link in links if link.left == one]
    )


def state_of(key: str, judge: Owners) -> tuple[str, str]:
    graph = HoldingGraph()
    number = graph.number(key, "Somebody")
    standing = judge.judge(graph, [number]).get(number)
    return (standing.state, standing.why) if standing else ("", "")


@pytest.mark.parametrize(
    ("key", "regime", "state"),
    [
        ("us_ofac:1", "us", "blocking"),
        ("us_ofac:3", "us", "none"),
        ("us_ofac:9", "us", "none"),
        ("us_ofac:1", "eu", "none"),
        ("eu_fsf:1", "eu", "blocking"),
        ("gb_ofsi:1", "uk", "open"),
        ("government:IR", "us", "blocking"),
        ("government:IR", "eu", "none"),
        ("ann example", "us", ""),
    ],
)
def test_an_owner_is_what_is_stated(key: str, regime: Regime, state: str) -> None:
    assert state_of(key, owners(regime))[0] == state


@pytest.mark.parametrize(
    ("basis", "state", "found"),
    [
        ("judgement", "linked", "blocking"),
        ("cross reference", "linked", "open"),
        ("name, birth date and country", "linked", "open"),
        ("identifier", "blocked", "none"),
        ("identifier", "conflict", "none"),
    ],
)
def test_a_link_to_the_list_of_the_regime_counts_once_judged(
    basis: LinkBasis, state: LinkState, found: str
) -> None:
    said, why = state_of("us_ofac:1", owners("eu", Link("us_ofac:1", "eu_fsf:1", state, basis)))
    assert said == found
    assert ("eu_fsf:1" in why) is (found != "none")


def test_a_question_is_asked_only_of_listings_that_block_and_nobody_ruled_out() -> None:
    bearers = {
        7: [
            NameQuestion("Ann", party_id, "ANN", 0.9)
            for party_id in ("us_ofac:1", "us_ofac:2", "us_ofac:3", "eu_fsf:1")
        ]
    }
    asked = owners("us").ask(bearers, frozenset({("ann", "us_ofac:2")}))
    assert [one.party for one in asked[7]] == ["us_ofac:1"]
    assert owners("uk").ask(bearers, frozenset()) == {}


def test_what_a_list_states_of_owners_has_no_share() -> None:
    found = list(owners("us").relate(["us_ofac:1", "us_ofac:2", "us_ofac:3", "government:IR", "us_ofac:9"]))
    assert [(one.owner, one.owned, one.type) for one in found] == [
        ("us_ofac:2", "us_ofac:1", "Owned or Controlled By")
    ]
    assert found[0].owner_name == "Name of us_ofac:2"
