"""A file of holdings checked against itself and against the lists, before it is taken in."""

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import get_args

from ostiary.app.holding_files import find_unknown_parties, find_unknown_party, read_holding_file
from ostiary.app.opening import use_register
from ostiary.app.settings import Settings
from ostiary.model.errors import NotFoundError, QueryError
from ostiary.model.ownership import HoldingFile, Regime
from ostiary.ownership.naming import read_party
from ostiary.programs.ownership_laws import load_ownership_law


def check_holding_file(settings: Settings, path: Path, encoding: str = "") -> HoldingFile:
    """Return what a file of holdings says, with every fault: also each listing that nobody knows.

    Args:
        settings: Where the lists are.
        path: The file.
        encoding: Of a text that is neither UTF-8 nor UTF-16 with its mark.

    Raises:
        HoldingFileError: It cannot be read at all.
    """
    file = read_holding_file(path, encoding)
    if not any(one.owner_party or one.owned_party for one in file.holdings):
        return file
    known = settings.samples or settings.register_path.is_file()
    with use_register(settings) if known else nullcontext() as register:
        unknown = tuple(find_unknown_parties(file.holdings, register, _find_governments()))
    return replace(file, faults=tuple(sorted((*file.faults, *unknown), key=lambda one: (one.line, one.field))))


def check_judged_party(settings: Settings, party: str) -> str:
    """Return the id of a listing or government that is known.

    Raises:
        QueryError: It is no id.
        NotFoundError: Nobody knows it.
    """
    party_id = read_party(party)
    if not party_id:
        raise QueryError(f"{party!r} is no id of a listing.", advice="Write it as us_ofac:22790.")
    with use_register(settings) as register:
        if why := find_unknown_party(party_id, register, _find_governments()):
            raise NotFoundError(f"{party_id}: {why}.")
    return party_id


def _find_governments() -> frozenset[str]:
    laws = map(load_ownership_law, get_args(Regime))
    return frozenset(one.id for law in laws for one in law.governments)
