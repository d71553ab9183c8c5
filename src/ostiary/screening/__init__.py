"""Which party could this be, how likely, why? Pure: same query, index and profile give the same hits."""

from ostiary.screening.comparison import compare
from ostiary.screening.engine import DEFAULT_LIMIT, Engine
from ostiary.screening.profiles import load_profile, profile_names

__all__ = ["DEFAULT_LIMIT", "Engine", "compare", "load_profile", "profile_names"]
