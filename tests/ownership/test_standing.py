"""What a regime makes of one owner by itself."""

from datetime import date
from typing import get_args

import pytest

from ostiary.model.acts import Membership
from ostiary.model.ownership import Regime
from ostiary.model.parties import Alias, Entry, Party
from ostiary.ownership.standing import judge_government, judge_party
from ostiary.programs.ownership_laws import load_ownership_law


def party(
    list_id: str, list_name: str, measures: tuple[str, ...] = (), program: str = "SDGT", **more: str
) -> Party:
    ident = f"{list_id}:1"
    entry = Entry(ident, list_name, programs=(Membership(program, ident, "2026-01-01"),), measures=measures)
    return Party(
        ident, "Person", list_id, "2026-01-01", (Alias("a", "ANN", "name", "strong", "Latn"),), (entry,), **more
    )


@pytest.mark.parametrize(
    ("regime", "listed", "state"),
    [
        ("us", party("us_ofac", "SDN List", ("Block",)), "blocking"),
        ("us", party("us_ofac", "SDN List", ("Reject",)), "none"),
        (
            "us",
            party("us_ofac", "Sectoral Sanctions Identifications List", ("13662 Sectoral Directive 1",)),
            "none",
        ),
        ("us", party("us_ofac", "SDN List", ("Block",), "ETHIOPIA-EO14046"), "open"),
        ("us", party("us_ofac_csv", "SDN List"), "blocking"),
        ("us", party("us_ofac_consolidated", "Consolidated List"), "none"),
        ("us", party("us_csl", "Entity List (EL) - Bureau of Industry and Security"), "none"),
        ("us", party("us_ofac", "SDN List", ("Block",), delisted_in="2026-02-01"), "none"),
        ("us", party("eu_fsf", "Consolidated list of financial sanctions"), "none"),
        ("eu", party("eu_fsf", "Consolidated list of financial sanctions"), "blocking"),
        ("eu", party("us_ofac", "SDN List", ("Block",)), "none"),
        ("eu", party("un_sc", "UN List"), "none"),
        ("uk", party("gb_sanctions_list", "UK Sanctions List", ("Asset freeze", "Travel Ban")), "blocking"),
        ("uk", party("gb_sanctions_list", "UK Sanctions List", ("Travel Ban",)), "none"),
        ("uk", party("gb_ofsi", "Consolidated List"), "blocking"),
    ],
)
def test_a_listing(regime: Regime, listed: Party, state: str) -> None:
    standing = judge_party(load_ownership_law(regime), listed)
    assert standing.state == state
    assert listed.id in standing.why


@pytest.mark.parametrize(
    ("regime", "government", "day", "state"),
    [
        ("us", "government:VE", "2019-08-04", "none"),
        ("us", "government:VE", "2019-08-05", "blocking"),
        ("us", "government:SY", "2025-06-30", "blocking"),
        ("us", "government:SY", "2025-07-01", "none"),
        ("us", "government:FR", "2026-01-01", "none"),
        ("eu", "government:VE", "2026-01-01", "none"),
    ],
)
def test_a_government_is_blocked_while_its_instrument_is_in_force(
    regime: Regime, government: str, day: str, state: str
) -> None:
    standing = judge_government(load_ownership_law(regime), government, date.fromisoformat(day))
    assert standing.state == state
    assert standing.control is (state == "blocking")


def test_only_the_us_blocks_governments() -> None:
    assert {regime for regime in get_args(Regime) if load_ownership_law(regime).governments} == {"us"}
