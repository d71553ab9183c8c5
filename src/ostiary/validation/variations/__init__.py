"""In which ways is a name written other than it is listed? One module for each family of variations."""

from functools import cache

from ostiary.validation.variations import (
    accents,
    fields,
    legal_forms,
    lookalikes,
    mistyping,
    order,
    organisations,
    parts,
    punctuation,
    romanisation,
    scanning,
    sounds,
    spacing,
    titles,
)
from ostiary.validation.variations.variation import Variation, alter_name

_FAMILIES = (
    order,
    parts,
    mistyping,
    sounds,
    spacing,
    punctuation,
    accents,
    fields,
    titles,
    legal_forms,
    organisations,
    romanisation,
    lookalikes,
    scanning,
)


@cache
def all_variations() -> tuple[Variation, ...]:
    """Return every class of variation, family by family."""
    return tuple(variation for family in _FAMILIES for variation in family.VARIATIONS)


__all__ = ["Variation", "all_variations", "alter_name"]
