"""Whole readings, against the real list or, where none is there, against the bundled samples."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from homes import prepare_home
from places import find_versions

import ostiary
from ostiary.documents.parties import PartyNames
from ostiary.documents.reading import read_document
from ostiary.documents.source import read_report, report_from_bytes
from ostiary.model.claims import Reading
from ostiary.screening import Engine

SAMPLES = "the bundled samples"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads reports against one list.

    Attributes:
        names: The names of its parties.
        list_name: Which list, in words.
        home: Where it is compiled; None for the samples.
    """

    names: PartyNames
    list_name: str
    home: Path | None

    @property
    def real(self) -> bool:
        """Whether it is more than the samples."""
        return self.home is not None

    def read_file(self, path: Path, *, key: str = "r1", outlet: str = "", published: str = "") -> Reading:
        """Return the reading of a file, with what its user would say of it."""
        day = date.fromisoformat(published) if published else None
        return read_document(read_report(path, id=key, outlet=outlet, published=day), self.names)

    def read_bytes(self, data: bytes, name: str) -> Reading:
        """Return the reading of a file's bytes."""
        return read_document(report_from_bytes(data, name, id="r1"), self.names)


@contextmanager
def prepare_reader(home: Path | None) -> Iterator[Reader]:
    """Give a reader over a home that stands, else over the newest real list, else over the samples."""
    if home is None and not find_versions():
        print("No real list is beside this checkout: the bundled samples are read against.", file=sys.stderr)
        yield open_reader(None)
        return
    with prepare_home(home) as folder:
        yield open_reader(folder)


def open_reader(home: Path | None) -> Reader:
    """Return a reader over the list that is compiled in a home, or over the samples."""
    engine = ostiary.open(home) if home else ostiary.open(samples=True)
    return Reader(collect_names(engine), describe_list(engine) if home else SAMPLES, home)


def collect_names(engine: Engine) -> PartyNames:
    """Return the names of an index as reading needs them."""
    return PartyNames.over(engine.index.reading_names(), engine.index.party)


def describe_list(engine: Engine) -> str:
    """Return the list's versions and size."""
    facts = engine.index.facts
    versions = ", ".join(f"{version.list_id} {version.label}" for version in facts.versions)
    return f"{versions}, {facts.parties:,} parties"
