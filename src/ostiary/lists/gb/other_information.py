"""OFSI's column of further information: "(Label):text" many times over, and remarks in plain words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ostiary.lists.gb.mapping import load_mapping

_UK_NUMBER: Final = re.compile(r"\s*([A-Z]{3}\d{4})\b")
_UN_NUMBER: Final = re.compile(r"\s*([A-Za-z][A-Za-z.]*[\d.]*\d)\b")
#: In the form of 29 columns there are no labels.
_PLAIN_UN_NUMBER: Final = re.compile(
    r"\bUN Ref(?:erence)?(?: (?:no|number))?[.:]*\s{0,2}\b([A-Z]{1,3}[ie]?\.[\w.]{0,20}\d)\b", re.IGNORECASE
)
#: At the start of a sentence: within one, the number of a ship that the party has to do with.
_PLAIN_IMO: Final = re.compile(r"(?:^|\.\s{0,2})\(?IMO(?: number)?[:.]?\s{0,2}(\d{7})\b", re.IGNORECASE)
_PLAIN: Final = {"UN Reference Number": _PLAIN_UN_NUMBER, "IMO number": _PLAIN_IMO}
_FURTHER: Final = re.compile(r"Financial sanctions imposed in addition to an asset freeze:\s*([^.]{1,200})\.")
#: Labels whose text goes on with plain remarks behind the number.
_NUMBERS: Final = {"Unique ID": _UK_NUMBER, "UN Reference Number": _UN_NUMBER}


@cache
def _labels() -> re.Pattern[str]:
    names = sorted(load_mapping().ofsi_labels, key=len, reverse=True)
    return re.compile(r"\((" + "|".join(map(re.escape, names)) + r")\):")


def read_labelled(text: str) -> Iterator[tuple[str, str]]:
    """Yield the column of the UK Sanctions List and the text of each part that has a known label."""
    _, *parts = _labels().split(text)
    for label, part in zip(parts[::2], parts[1::2], strict=True):
        column = load_mapping().ofsi_labels[label]
        if column not in _NUMBERS:
            yield column, part.strip()
        elif found := _NUMBERS[column].match(part):
            yield column, found[1]
    if parts:
        return
    for column, pattern in _PLAIN.items():
        if found := pattern.search(text):
            yield column, found[1]


def read_measures(text: str) -> Iterator[str]:
    """Yield the measures that a text names beside the asset freeze, and the freeze itself."""
    for found in _FURTHER.findall(text):
        yield "Asset freeze"
        yield found.strip()
