"""YAML read strictly: every field of a mapping is taken once, with its type, and what is left over is refused."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import yaml

from ostiary.model.errors import InputError
from ostiary.model.periods import Period, parse_period

_Value = TypeVar("_Value")
_ADVICE = "Mend the file: the page of docs on such files says what each field holds."


class _StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # compiled where there is one
    """Refuses a field that stands twice: of two values one would be lost in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's
        names = [key.value for key, _ in node.value]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(
                None, None, f"the field {twice!r} stands twice", node.start_mark
            )
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]  # PyYAML says Any


def read_fields(name: str, text: str) -> "Fields":
    """Return the fields of a YAML file.

    Args:
        name: The file, for errors.
        text: What it holds.

    Raises:
        InputError: It is no YAML, no mapping, or names a field twice.
    """
    try:
        found = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a subclass of the safe loader
    except yaml.YAMLError as error:
        raise InputError(f"It cannot be read as YAML: {error}.", where=name, advice=_ADVICE) from error
    return Fields(name, found)


class Fields:
    """The fields of one mapping, each to be taken once.

    Args:
        where: File and place, for errors.
        found: What stands there.

    Raises:
        InputError: It is no mapping.
    """

    def __init__(self, where: str, found: object) -> None:
        if not isinstance(found, Mapping):
            raise InputError("There is no list of fields here.", where=where, advice=_ADVICE)
        self.where = where
        self._left = dict(found)

    def text(self, name: str, default: str | None = None) -> str:
        """Take a text that is not blank; a field that may be absent has a default."""
        return self._take(name, default, _read_text)

    def word(self, name: str, allowed: Collection[_Value], default: _Value | None = None) -> _Value:
        """Take one of some words."""
        return self._take(name, default, lambda found: _read_word(found, allowed))

    def day(self, name: str) -> date:
        """Take a day, written YYYY-MM-DD."""
        return self._take(name, None, _read_day)

    def day_if_given(self, name: str) -> date | None:
        """Take a day that may be absent."""
        return self.day(name) if name in self._left else None

    def period(self, name: str) -> Period:
        """Take a day, a month or a year, written YYYY-MM-DD, YYYY-MM or YYYY."""
        return self._take(name, None, _read_period)

    def number(self, name: str, default: int | None = None) -> int:
        """Take a whole number above 0."""
        return self._take(name, default, _read_number)

    def texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of texts, of which none stands twice."""
        return self._take(name, default, _read_texts)

    def children(self, name: str) -> Iterator["Fields"]:
        """Take a list of mappings; one that is absent is empty."""
        found = self._left.pop(name, [])
        if not isinstance(found, list):
            raise self.fault(name, "is no list")
        for number, child in enumerate(found, start=1):
            yield Fields(f"{self.where}: {name}[{number}]", child)

    def named(self, name: str) -> Iterator[tuple[str, "Fields"]]:
        """Take a mapping of names to mappings; one that is absent is empty."""
        found = self._left.pop(name, {})
        if not isinstance(found, Mapping):
            raise self.fault(name, "is no list of named entries")
        for key, child in found.items():
            yield str(key), Fields(f"{self.where}: {name}.{key}", child)

    def has(self, name: str) -> bool:
        """Whether a field is there and not taken."""
        return name in self._left

    def finish(self) -> None:
        """Check that every field was taken.

        Raises:
            InputError: One is left that nobody knows.
        """
        if self._left:
            raise self.fault(str(min(self._left, key=str)), "is no field that is known here")

    def fault(self, name: str, says: str) -> InputError:
        """Return the error that a field is wrong."""
        return InputError(f"The field {name!r} {says}.", where=f"{self.where}: {name}", advice=_ADVICE)

    def _take(self, name: str, default: _Value | None, read: Callable[[object], _Value]) -> _Value:
        if name not in self._left:
            if default is None:
                raise self.fault(name, "is absent")
            return default
        try:
            return read(self._left.pop(name))
        except ValueError as error:
            raise self.fault(name, str(error)) from error


def _read_text(found: object) -> str:
    if not isinstance(found, str) or not found.strip():
        raise ValueError("is no text")
    return " ".join(found.split())


def _read_word(found: object, allowed: Collection[_Value]) -> _Value:
    for word in allowed:
        if found == word:
            return word
    raise ValueError(f"is none of: {', '.join(sorted(map(str, allowed)))}")


def _read_day(found: object) -> date:
    # A moment is a day to Python, and none here.
    if not isinstance(found, date) or isinstance(found, datetime):
        raise ValueError("is no day, YYYY-MM-DD")  # noqa: TRY004 - told as a wrong value of a field
    return found


def _read_period(found: object) -> Period:
    # A year is a number to YAML, and a month a text.
    written = str(found) if type(found) in {int, str} else _read_day(found).isoformat()
    try:
        return parse_period(written)
    except InputError as error:
        raise ValueError("is no day, month or year") from error


def _read_number(found: object) -> int:
    # True is 1 to Python.
    if type(found) is not int or found < 1:
        raise ValueError("is no whole number above 0")
    return found


def _read_texts(found: object) -> tuple[str, ...]:
    if not isinstance(found, list) or not found:
        raise ValueError("is no list, or an empty one")
    texts = tuple(map(_read_text, found))
    if len(set(texts)) < len(texts):
        raise ValueError("names one thing twice")
    return texts
