"""Profiles of the user's own: a shipped profile with another threshold, in a file that says why."""

from pathlib import Path
from typing import Any

import yaml

from ostiary.app.whole_files import replace_file
from ostiary.model.errors import NotFoundError, QueryError
from ostiary.model.profiles import HIGHEST_THRESHOLD, Profile
from ostiary.screening import load_profile, profile_names
from ostiary.screening.profiles import check_profile

_SUFFIXES = frozenset({".yml", ".yaml"})
#: A file of six lines is never larger, in bytes.
_LARGEST = 1 << 16
_FIELDS = {"name": str, "version": int, "from": str, "from_digest": str, "threshold": int, "reason": str}
_HEAD = """\
# A profile of your own: the shipped one named under `from`, with another threshold. Use it with --profile FILE.
# Once the shipped profile changes it is refused, since the scores may have changed: tune and validate anew.
"""


def choose_profile(named: str) -> Profile | None:
    """Return the profile that an option names, shipped or in a file; None where it names none.

    Args:
        named: ``default``, or a path that ends in .yml or .yaml.

    Raises:
        NotFoundError: There is no such profile.
        QueryError: The file is none that ``ostiary tune`` could have written, or of another release.
    """
    if not named:
        return None
    path = Path(named)
    return read_profile(path) if path.suffix.lower() in _SUFFIXES else load_profile(named)


def read_profile(path: Path) -> Profile:
    """Return the profile that a file holds.

    Raises:
        NotFoundError: There is no such file.
        QueryError: It is none that ``ostiary tune`` could have written, or of another release.
    """
    said = _read_fields(path)
    if said["from"] not in profile_names():
        raise QueryError(f"There is no shipped profile {said['from']!r}.", where=f"{path}: from")
    shipped = load_profile(said["from"])
    if said["from_digest"] != shipped.digest:
        raise QueryError(
            f"It was made from another {shipped.name!r} than the one of this release.",
            where=f"{path}: from_digest",
            advice="Run `ostiary tune` and `ostiary validate` anew: the scores may have changed.",
        )
    return retune_profile(shipped, said["name"], said["version"], said["threshold"], where=str(path))


def retune_profile(shipped: Profile, name: str, version: int, threshold: int, *, where: str = "") -> Profile:
    """Return a shipped profile under another name with another threshold.

    Raises:
        QueryError: The name is that of a shipped one, or the threshold is out of range.
    """
    if name in profile_names() or not name.strip():
        raise QueryError(f"{name!r} is no name for a profile of your own.", where=f"{where}: name")
    if version < 1:
        raise QueryError("A version is 1 or more.", where=f"{where}: version")
    if not shipped.name_floor <= threshold <= HIGHEST_THRESHOLD:
        raise QueryError(
            f"The threshold {threshold} is out of range.",
            where=f"{where}: threshold",
            advice=f"It is {shipped.name_floor}, below which no name is looked at, to {HIGHEST_THRESHOLD}.",
        )
    profile = Profile(
        name,
        version,
        threshold,
        shipped.name_floor,
        shipped.word_weights,
        shipped.name_costs,
        shipped.evidence,
    )
    check_profile(profile)
    return profile


def write_profile(path: Path, profile: Profile, shipped: Profile, reason: str) -> None:
    """Write a profile of the user's own, whole or not at all.

    Args:
        path: Where.
        profile: The shipped one with another name and threshold.
        shipped: The one that it is made from.
        reason: Why, for whoever reads it years later.
    """
    fields = {
        "name": profile.name,
        "version": profile.version,
        "from": shipped.name,
        "from_digest": shipped.digest,
        "threshold": profile.threshold,
        "reason": reason,
    }
    with replace_file(path) as part:
        part.write_text(_HEAD + yaml.safe_dump(fields, sort_keys=False, allow_unicode=True), encoding="utf-8")


def check_profile_path(path: Path) -> None:
    """Check that a profile can be written to a file of this name, before any work is done.

    Raises:
        QueryError: The suffix is not that of a profile.
    """
    if path.suffix.lower() not in _SUFFIXES:
        raise QueryError(f"A profile ends in .yml, not in {path.suffix!r}.", where=str(path))


def _read_fields(path: Path) -> dict[str, Any]:
    """The fields of a file, of which none may be absent, unknown, twice there or of another type."""
    where, advice = str(path), "Write one with `ostiary tune`."
    if not path.is_file():
        raise NotFoundError("There is no such profile file.", where=where, advice=advice)
    if path.stat().st_size > _LARGEST:
        raise QueryError("It is too large for a profile.", where=where, advice=advice)
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        if not _is_flat(node):
            raise QueryError("It is no list of fields with one value each.", where=where, advice=advice)
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise QueryError("It cannot be read as YAML.", where=where, advice=advice) from error
    for name, kind in _FIELDS.items():
        # True is an int to Python, and no threshold.
        if type(said.get(name)) is not kind:
            raise QueryError(
                f"The field {name!r} is absent or no {_KINDS[kind]}.", where=f"{where}: {name}", advice=advice
            )
    if unknown := sorted(map(str, said.keys() - _FIELDS.keys())):
        raise QueryError(
            f"There is no field {unknown[0]!r}.", where=where, advice=f"The fields are {', '.join(_FIELDS)}."
        )
    return dict(said)


_KINDS = {str: "text", int: "whole number"}


def _is_flat(node: yaml.Node | None) -> bool:
    if not isinstance(node, yaml.MappingNode):
        return False
    keys = [key.value for key, _ in node.value]
    scalars = all(isinstance(part, yaml.ScalarNode) for pair in node.value for part in pair)
    return scalars and len(set(keys)) == len(keys)
