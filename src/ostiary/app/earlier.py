"""An earlier validation, read from its JSON: what a new release, list or profile is compared with."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ostiary.model.errors import NotFoundError, QueryError
from ostiary.model.validation import Earlier, Share

#: A report with every miss of every class is far smaller, in bytes.
_LARGEST = 1 << 28
_ADVICE = "Give what `ostiary validate --json` printed."


def read_earlier(path: Path) -> Earlier:
    """Return the figures of an earlier validation of lists.

    Raises:
        NotFoundError: There is no such file.
        QueryError: It holds no such validation.
    """
    if not path.is_file():
        raise NotFoundError("There is no such file.", where=str(path), advice=_ADVICE)
    if path.stat().st_size > _LARGEST:
        raise QueryError("It is too large for a validation.", where=str(path), advice=_ADVICE)
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return _read(said)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise QueryError("It holds no validation of lists.", where=str(path), advice=_ADVICE) from error


def _read(said: Mapping[str, Any]) -> Earlier:
    stamp, lists = said["stamp"], said["lists"]
    versions = "; ".join(f"{used['list_id']} {used['label']}" for used in stamp["lists"])
    return Earlier(
        day=str(stamp["started"])[: len("2025-01-01")],
        release=str(stamp["release"]),
        lists=versions,
        profile=f"{stamp['profile']['name']} {stamp['profile']['version']}",
        profile_digest=str(stamp["profile"]["digest"]),
        seed=int(stamp["seed"]),
        control=_read_share(lists["control"]),
        made=_read_share(lists["made"]),
        classes={str(one["name"]): _read_share(one["found"]) for one in (*lists["classes"], *lists["scripts"])},
    )


def _read_share(said: Mapping[str, Any]) -> Share:
    part, of = int(said["part"]), int(said["of"])
    if not 0 <= part <= of:
        raise ValueError(said)
    return Share(part, of)
