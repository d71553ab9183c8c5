"""Identifiers in one normal form, so that spacing, case and prefixes do not hide an equal number."""

import re
import unicodedata

from ostiary.names.keys import joined_key

_NOISE = re.compile(r"[\W_]+")
_LABEL = re.compile(
    r"^\s*(?:passport|imo|mmsi|lei|isin|bic|swift|inn|ogrn|tax id|btc|xbt|bitcoin|eth|ethereum|id)"
    r"[\s.:#]+(?:(?:no|nr|number)[\s.:#]+)?",
    re.IGNORECASE,
)
#: A whole number that a table turned into a decimal one.
_DECIMAL = re.compile(r"^\s*(\d+)\.0\s*$")
_PREFIX = re.compile(r"^(?:IMO|MMSI|LEI|BIC|SWIFT|PASSPORT)?(?:NUMBER|NO|NR)?(?=[A-Z]?\d)")
_LEAST_CHARACTERS = 4
_LEI_LENGTH = 20
_HEXADECIMAL_WALLET = re.compile(r"0X[0-9A-F]{40}")


def normalise_identifier(text: str) -> str:
    """Return an identifier without spacing, punctuation, case or a leading label; empty if too little is left.

    Case is folded for all of them: of two wallet addresses that differ in case alone one is not valid.
    """
    bare = _LABEL.sub("", _DECIMAL.sub(r"\1", unicodedata.normalize("NFKC", text)))
    plain = _PREFIX.sub("", _NOISE.sub("", bare).upper())
    return plain if len(plain) >= _LEAST_CHARACTERS else ""


def identifier_key(normal: str) -> int:
    """Return the number under which a normalised identifier is posted."""
    return joined_key(normal)


def is_self_checking(value: str, label: str) -> bool:
    """Return whether an identifier carries a check of its own that holds, so that it cannot be equal by accident.

    Ship numbers (IMO), LEI, ISIN and Bitcoin addresses have check digits, by python-stdnum; an Ethereum address is
    long enough to be one of a kind. A company's IMO number is not a ship's and has another check.

    Args:
        value: As published.
        label: What the list calls it.
    """
    from stdnum import bitcoin, isin  # noqa: PLC0415 - asked when compiling, not when screening

    plain = normalise_identifier(value)
    if label.startswith("Vessel") or label == "imoNumber":
        return is_ship_number(value)
    if _HEXADECIMAL_WALLET.fullmatch(plain):
        return True
    return bool(is_lei(value) or isin.is_valid(plain) or bitcoin.is_valid(value.strip()))


def is_ship_number(value: str) -> bool:
    """Return whether an identifier has the form and the check digit of a ship's IMO number."""
    from stdnum import imo  # noqa: PLC0415 - asked only where identifiers are

    return bool(imo.is_valid(normalise_identifier(value)))


def is_lei(value: str) -> bool:
    """Return whether an identifier has the form and the check digits of a legal entity identifier (ISO 17442)."""
    from stdnum import lei  # noqa: PLC0415 - asked only where identifiers are

    plain = normalise_identifier(value)
    return len(plain) == _LEI_LENGTH and bool(lei.is_valid(plain))
