"""The words of OFAC's remarks: ``remarks.yml`` and the features of its XML, made ready for looking up."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ostiary.lists.us_ofac.mapping import load_mapping


@dataclass(frozen=True, slots=True)
class Label:
    """How a statement of a remark begins.

    Attributes:
        text: The words.
        feature: Name of the feature of OFAC's XML that it states, or empty.
        property: The property that it states, or empty.
        document: Whether it is a type of document.
    """

    text: str
    feature: str = ""
    property: str = ""
    document: bool = False


@dataclass(frozen=True, slots=True)
class RemarkWords:
    """What is known of the words of remarks.

    Attributes:
        labels: By their first word, the longest first.
        dates: Properties whose values are dates.
        single_words: Properties whose values have no blanks; what has one is text that only begins like a value.
    """

    labels: dict[str, tuple[Label, ...]]
    dates: frozenset[str]
    single_words: frozenset[str]

    def find_label(self, statement: str) -> Label | None:
        """Return the longest label that a statement begins with, or None."""
        for label in self.labels.get(statement.partition(" ")[0], ()):
            if statement.startswith(label.text) and statement[len(label.text) : len(label.text) + 1] == " ":
                return label
        return None


@cache
def load_words() -> RemarkWords:
    """Return the words that are part of the package."""
    text = files("ostiary.lists.us_ofac_csv").joinpath("remarks.yml").read_text(encoding="utf-8")
    given: dict[str, Any] = yaml.safe_load(text)
    labels = [
        *(Label(feature, feature=feature) for feature in load_mapping().features),
        *(Label(word, feature=feature) for word, feature in given["features"].items()),
        *(Label(word, property=prop) for word, prop in given["properties"].items()),
        *(Label(word, document=True) for word in given["documents"]),
    ]
    by_first: dict[str, list[Label]] = {}
    for label in sorted(labels, key=lambda label: -len(label.text)):
        by_first.setdefault(label.text.partition(" ")[0], []).append(label)
    return RemarkWords(
        {first: tuple(found) for first, found in by_first.items()},
        frozenset(given["dates"]),
        frozenset(given["single_words"]),
    )
