"""The table of words by which words pass from hand to hand."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml


@cache
def relation_words(part: str) -> frozenset[str]:
    """Return the words of one part of the table ``relations.yaml`` (``by``, ``settings``)."""
    return frozenset(str(_relations()[part]).split())


@cache
def _relations() -> Mapping[str, str]:
    text = (
        resources.files("ostiary.documents.chains").joinpath("data", "relations.yaml").read_text(encoding="utf-8")
    )
    return dict(yaml.safe_load(text))
