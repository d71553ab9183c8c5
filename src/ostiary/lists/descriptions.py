"""Descriptions: what is known of each list before a file of it is read, from ``data/<list id>.yml``."""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ostiary.model.errors import NotFoundError
from ostiary.model.lists import ListDescription

#: Id of a list that is a FollowTheMoney data set, which is named by whoever publishes it.
_DATA_SET = re.compile(r"ftm_([a-z0-9_]{1,60})")
_FOLDER = files("ostiary.lists").joinpath("data")


@cache
def list_ids() -> tuple[str, ...]:
    """Return the ids of all lists that can be read, sorted."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in names if name.endswith(".yml")))


@cache
def describe_list(list_id: str) -> ListDescription:
    """Return what is known of a list.

    Args:
        list_id: One of :func:`list_ids`, or ``ftm_`` and the name of a FollowTheMoney data set.

    Raises:
        NotFoundError: There is no such list.
    """
    if found := _DATA_SET.fullmatch(list_id):
        template = _load_fields("templates/ftm")
        return _build_description(template | {"id": list_id, "title": f"FollowTheMoney data set {found[1]}"})
    if list_id not in list_ids():
        raise NotFoundError(f"There is no list {list_id!r}.", advice=f"Known lists: {', '.join(list_ids())}.")
    return _build_description(_load_fields(list_id))


def _load_fields(list_id: str) -> dict[str, Any]:
    """Return the fields of a description, those of the list that it is ``like`` first."""
    own: dict[str, Any] = yaml.safe_load(_FOLDER.joinpath(f"{list_id}.yml").read_text(encoding="utf-8"))
    like = own.pop("like", "")
    return (_load_fields(like) if like else {}) | own


def _build_description(given: Mapping[str, Any]) -> ListDescription:
    known = {field.name for field in fields(ListDescription)}
    plain = {name: value for name, value in given.items() if name in known}
    return ListDescription(**plain | {"addresses": tuple(given.get("addresses", ()))})
