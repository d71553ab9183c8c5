"""Subjects below a party (``/entry/22790/act/1022790``): their kind, and an order that needs no stored one."""

from typing import Final, TypeAlias

#: Kind of a party's primary name.
PRIMARY_KIND: Final = "name"

#: Sorts numbers as numbers and before words.
OrderKey: TypeAlias = tuple[int, int, str]


def order_number(number: str) -> OrderKey:
    """Return the key by which a list's numbers are ordered: 9 before 10, numbers before words."""
    return (0, int(number), "") if number.isascii() and number.isdecimal() else (1, 0, number)


def order_subject(subject: str) -> OrderKey:
    """Return the key by which subjects of one kind are ordered: their last number."""
    return order_number(subject.rpartition("/")[2])


def read_kind(subject: str) -> str:
    """Return what kind of part a subject below a party is (``alias``); empty for the party itself."""
    return subject.split("/", 2)[1] if subject else ""
