"""Identifiers in one normal form, so that spacing, case and prefixes do not hide an equal number."""

import re

from ostiary.names.keys import joined_key

_NOISE = re.compile(r"[\W_]+")
_PREFIX = re.compile(r"^(?:IMO|MMSI|LEI|BIC|SWIFT|NO|NR|NUMBER|PASSPORT)(?=[A-Z]*\d)")
_LEAST_CHARACTERS = 4


def normalise_identifier(text: str) -> str:
    """Return an identifier without spacing, punctuation, case or a leading label; empty if too little is left.

    Case is folded for all of them: of two wallet addresses that differ in case alone one is not valid.
    """
    plain = _PREFIX.sub("", _NOISE.sub("", text).upper())
    return plain if len(plain) >= _LEAST_CHARACTERS else ""


def identifier_key(normal: str) -> int:
    """Return the number under which a normalised identifier is posted."""
    return joined_key(normal)
