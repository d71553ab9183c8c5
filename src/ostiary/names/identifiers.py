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
_ISIN_LENGTH = 12
#: Signs that a Bitcoin address begins with: the others need no look at their check digits.
_BEGIN_BITCOIN = frozenset("13bB")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
#: The register began in 2002; older companies were entered then.
_OGRN = re.compile(r"[15](?:0[2-9]|[1-4]\d)\d{10}")
_USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC = re.compile(rf"[1-9A-Y]\d{{7}}[{_USCC_SIGNS}]{{10}}")
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

    if label.startswith("Vessel") or label == "imoNumber":
        return is_ship_number(value)
    plain = normalise_identifier(value)
    if _HEXADECIMAL_WALLET.fullmatch(plain) or is_lei(value):
        return True
    if len(plain) == _ISIN_LENGTH and isin.is_valid(plain):
        return True
    return value.strip()[:1] in _BEGIN_BITCOIN and bool(bitcoin.is_valid(value.strip()))


def is_ship_number(value: str) -> bool:
    """Return whether an identifier has the form and the check digit of a ship's IMO number."""
    from stdnum import imo  # noqa: PLC0415 - asked only where identifiers are

    return bool(imo.is_valid(normalise_identifier(value)))


def account_country(text: str) -> str:
    """Return the country code of an account, if the text is an IBAN (ISO 13616) whose check digits are right."""
    plain = _NOISE.sub("", text).upper()
    if not _IBAN.fullmatch(plain):
        return ""
    digits = "".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])
    return plain[:2].lower() if int(digits) % 97 == 1 else ""


def is_state_number(value: str) -> bool:
    """Return whether an identifier is a company's number in the register of Russia (OGRN) or China (USCC).

    Both by form and check digit: thirteen digits that begin with 1 or 5 and a year, or eighteen signs.
    """
    plain = normalise_identifier(value)
    if _OGRN.fullmatch(plain):
        return int(plain[:-1]) % 11 % 10 == int(plain[-1])
    if not _USCC.fullmatch(plain):
        return False
    total = sum(_USCC_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(plain[:-1]))
    return (31 - total % 31) % 31 == _USCC_SIGNS.index(plain[-1])


def is_lei(value: str) -> bool:
    """Return whether an identifier has the form and the check digits of a legal entity identifier (ISO 17442)."""
    from stdnum import lei  # noqa: PLC0415 - asked only where identifiers are

    plain = normalise_identifier(value)
    return len(plain) == _LEI_LENGTH and bool(lei.is_valid(plain))
