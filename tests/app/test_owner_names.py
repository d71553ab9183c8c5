"""Names of owners against listed ones: screened one by one, or, of very many, letter by letter."""

import pytest

from ostiary.app.owner_names import MOST_SCREENED, find_bearers
from ostiary.screening import Engine

SPELT = {1: "Nicolás MADURO Moros", 2: "Nicolas Maduro Moross", 3: "Ann Example", 4: "?"}


@pytest.mark.parametrize(("more", "compared"), [(0, "as screened"), (MOST_SCREENED, "exactly")])
def test_names_are_compared(engine: Engine, more: int, compared: str) -> None:
    found = find_bearers(engine, SPELT | {10 + at: f"Invented {at}" for at in range(more)})
    assert found.compared == compared
    near = compared == "as screened"
    assert [bool(found.questions[node]) for node in (2, 3)] == [near, False]
    assert bool(found.unreadable) is near


def test_an_exact_name_is_found_either_way(engine: Engine) -> None:
    many = {10 + at: f"Invented {at}" for at in range(MOST_SCREENED)}
    listed = engine.screen("Nicolas Maduro Moros")[0].matched_name
    for names in ({1: listed.lower()}, {1: listed.lower()} | many):
        assert [one.party for one in find_bearers(engine, names).questions[1]] == ["us_ofac_sample:22790"]
