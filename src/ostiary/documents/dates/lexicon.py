"""The tables of this package: words of the calendar, forms of dates, and the words around them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from ostiary.documents.dates.phrases import Phrases, make_phrases
from ostiary.documents.tables import read_table

_PACKAGE = "ostiary.documents.dates"
#: What has no part in any date.
OTHER = "_"
#: Kinds of pieces that are recognised by their shape rather than by a word.
SHAPES = ("daynumber", "number", "year", "decade", "written")


_KEYS = frozenset(
    {"weekday", "month", "season", "unit", "hour", "fortnight", "relative", "hours", "night", "weekend"}
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of dates as one pattern over letters, one letter for each piece of text.

    Attributes:
        pattern: Finds the next date; its last group names the form.
        readings: Group name of a form to the name of what reads it.
        letters: Kind of a piece to its letter.
    """

    pattern: re.Pattern[str]
    readings: Mapping[str, str]
    letters: Mapping[str, str]


@cache
def calendar_words() -> Mapping[str, tuple[str, int]]:
    """Return kind and value of each word that dates are made of."""
    return {row["word"]: (row["kind"], int(row["value"])) for row in read_table("calendar_words.csv", _PACKAGE)}


@cache
def key_words() -> frozenset[str]:
    """Return the words one of which every date has that holds no number and no hyphen."""
    return frozenset(word for word, (kind, _) in calendar_words().items() if kind in _KEYS)


@cache
def neighbours(role: str) -> frozenset[str]:
    """Return the words that play a role beside a date (``before month``)."""
    return frozenset(row["word"] for row in read_table("neighbours.csv", _PACKAGE) if row["role"] == role)


@cache
def tense_words() -> Mapping[str, str]:
    """Return what each word tells of time (``future``)."""
    return {row["form"]: row["sort"] for row in read_table("tense.csv", _PACKAGE)}


@cache
def parts_of_spans() -> Mapping[int, Mapping[str, int]]:
    """Return for each part of a whole (1 is its beginning) its first and last month and day."""
    rows = read_table("time_spans.csv", _PACKAGE)
    return {
        int(row["part"]): {name: int(value) for name, value in row.items() if name not in {"part", "word"}}
        for row in rows
    }


@cache
def unplaced_phrases() -> Phrases[None]:
    """Return the phrases that say when by no calendar."""
    return make_phrases((row["phrase"], None) for row in read_table("unplaced.csv", _PACKAGE))


@cache
def event_days() -> Mapping[tuple[int, int], frozenset[str]]:
    """Return for a month and day by which an event is called the words that name the event."""
    rows = read_table("event_days.csv", _PACKAGE)
    return {(int(row["month"]), int(row["day"])): frozenset(row["words"].split()) for row in rows}


@cache
def forms() -> Forms:
    """Return the forms of dates, compiled."""
    source = yaml.safe_load((resources.files(_PACKAGE) / "data" / "forms.yml").read_text("utf-8"))
    kinds = sorted({kind for kind, _ in calendar_words().values()} | set(SHAPES))
    letters = {kind: chr(ord("A") + number) for number, kind in enumerate(kinds)}
    branches = [
        f"(?P<f{number}>{_compile(form['form'], source['abbreviations'], letters)})"
        for number, form in enumerate(source["forms"])
    ]
    readings = {f"f{number}": form["reads"] for number, form in enumerate(source["forms"])}
    return Forms(re.compile(f"(?!{OTHER})(?:{'|'.join(branches)})"), readings, letters)


def _compile(form: str, abbreviations: Mapping[str, str], letters: Mapping[str, str]) -> str:
    """Return a form as a regular expression over letters."""
    for _ in abbreviations:
        form = re.sub(r"\b[A-Z]+\b", lambda found: abbreviations[found[0]], form)
    form = re.sub(r"[a-z]+", lambda found: re.escape(letters[found[0]]), form)
    return form.replace("(", "(?:").replace(" ", "")
