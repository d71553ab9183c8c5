from dataclasses import replace

import pytest

from ostiary.model.errors import NotFoundError, QueryError
from ostiary.screening import load_profile, profile_names
from ostiary.screening.profiles import check_profile, cost_rows


def test_the_default_profile_is_shipped_and_sound() -> None:
    assert "default" in profile_names()
    profile = load_profile()
    assert profile.name_floor <= profile.threshold
    assert all(row.dtype.kind == "i" for row in cost_rows(profile).values())


def test_profiles_for_other_uses_differ_from_the_default_in_their_threshold_alone() -> None:
    default = load_profile()
    others = [load_profile(name) for name in profile_names() if name != "default"]
    assert {profile.name for profile in others} == {"onboarding", "payments", "watch"}
    for profile in others:
        assert default.name_floor <= profile.threshold != default.threshold
        assert replace(profile, name="default", version=default.version, threshold=default.threshold) == default
        assert profile.digest != default.digest


def test_a_digest_changes_with_any_number() -> None:
    profile = load_profile()
    assert replace(profile, threshold=701).digest != profile.digest
    assert replace(profile).digest == profile.digest


def test_an_unknown_profile_is_named_with_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="default"):
        load_profile("../../etc/passwd")


def test_a_profile_that_would_break_the_bound_is_refused() -> None:
    profile = load_profile()
    costs = {name: {**row, "CONTRADICTED": 1} for name, row in profile.name_costs.items()}
    with pytest.raises(QueryError, match="CONTRADICTED"):
        check_profile(replace(profile, name_costs=costs))
