"""Profiles as shipped, and as the arrays that kernels take."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np
import yaml

from ostiary.model.errors import NotFoundError, QueryError
from ostiary.model.profiles import Profile
from ostiary.names.alignment import COST_NAMES
from ostiary.names.analysis import NameClass, WordKind
from ostiary.names.arrays import Array

_FOLDER = files("ostiary.screening") / "data"


def profile_names() -> tuple[str, ...]:
    """Return the names of the profiles that are shipped."""
    return tuple(
        sorted(entry.name.removesuffix(".yml") for entry in _FOLDER.iterdir() if entry.name.endswith(".yml"))
    )


@cache
def load_profile(name: str = "default") -> Profile:
    """Return a shipped profile.

    Raises:
        NotFoundError: There is none of that name.
    """
    if name not in profile_names():
        raise NotFoundError(f"There is no profile {name!r}.", advice=f"Known: {', '.join(profile_names())}.")
    said = yaml.safe_load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    if base := said.pop("from", ""):
        return replace(load_profile(base), **said)
    profile = Profile(**said)
    check_profile(profile)
    return profile


def check_profile(profile: Profile) -> None:
    """Refuse a profile whose costs would make the scan's bound wrong or a weight negative.

    Raises:
        QueryError: Says which number, and why.
    """
    for bearer, costs in profile.name_costs.items():
        if costs["CONTRADICTED"] < max(costs["OMITTED"], costs["ADDED"]):
            raise QueryError(
                "CONTRADICTED is less than OMITTED or ADDED.",
                where=f"profile {profile.name}, {bearer}",
                advice="A contradicted word must cost at least what an omitted one does.",
            )
        if min(costs.values()) < 0 or min(profile.word_weights[bearer].values()) < 1:
            raise QueryError("A weight or cost is negative.", where=f"profile {profile.name}, {bearer}")


def cost_rows(profile: Profile) -> Mapping[NameClass, Array]:
    """Return, for each kind of bearer, int64[COSTS]: the word weights by kind, then the costs."""
    return MappingProxyType(
        {
            name_class: np.array(
                [profile.word_weights[name_class.name][kind.name] for kind in WordKind]
                + [profile.name_costs[name_class.name][name] for name in COST_NAMES],
                dtype=np.int64,
            )
            for name_class in NameClass
        }
    )
