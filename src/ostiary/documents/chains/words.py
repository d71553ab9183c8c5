"""The table of words by which words pass from hand to hand."""

from functools import cache
from importlib import resources

import yaml


@cache
def relation_words(part: str) -> frozenset[str]:
    """Return the words of one part of the table ``relations.yaml`` (``by``, ``settings``)."""
    text = (
        resources.files("ostiary.documents.chains").joinpath("data", "relations.yaml").read_text(encoding="utf-8")
    )
    return frozenset(str(yaml.safe_load(text)[part]).split())
