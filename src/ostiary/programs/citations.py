"""What the pages on programs cite: each place once, with the day it was looked up and how far it was read."""

from collections.abc import Mapping
from functools import cache
from typing import Final, get_args

from ostiary.model.certainty import Certainty, Reading
from ostiary.model.programs import Citation
from ostiary.programs.tables import DATA
from ostiary.programs.yaml_fields import Fields, read_fields

#: How sure a statement can be at most that rests on a source read so far.
_SUREST: Final[Mapping[Reading, Certainty]] = {
    "text": "established",
    "account": "reported",
    "not read": "unverified",
}
_FROM_WEAKEST: Final[tuple[Certainty, ...]] = ("unverified", "reported", "established")


@cache
def load_citations() -> Mapping[str, Citation]:
    """Return all places that are cited, by the key under which the files name them.

    Raises:
        InputError: An entry lacks instrument, section, day or reading, or has a field that is not known.
    """
    return read_citations("citations.yml", DATA.joinpath("citations.yml").read_text(encoding="utf-8"))


def read_citations(name: str, text: str) -> Mapping[str, Citation]:
    """Return the places that a file describes.

    Args:
        name: The file, for errors.
        text: YAML.

    Raises:
        InputError: As for :func:`load_citations`.
    """
    fields = read_fields(name, text)
    found = {key: _read_citation(child) for key, child in fields.named("citations")}
    fields.finish()
    return found


def rate(citations: tuple[Citation, ...]) -> Certainty:
    """Return how sure a statement is that rests on these places: as the least read of them allows."""
    return min((_SUREST[one.read] for one in citations), key=_FROM_WEAKEST.index)


def _read_citation(fields: Fields) -> Citation:
    citation = Citation(
        instrument=fields.text("instrument"),
        section=fields.text("section", ""),
        url=fields.text("url", ""),
        checked=fields.day("checked"),
        read=fields.word("read", get_args(Reading)),
    )
    if citation.url and not citation.url.startswith("https://"):
        raise fields.fault("url", "does not begin with https://")
    fields.finish()
    return citation
