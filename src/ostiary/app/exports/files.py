"""Files of parties: CSV, Parquet, FollowTheMoney; under their name only when whole."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from ostiary.app.collection import collect_rarely
from ostiary.app.dates import Dates
from ostiary.app.exports.entities import make_entities
from ostiary.app.exports.rows import COLUMNS, make_row
from ostiary.app.past import choose_versions, settle_dates
from ostiary.app.pipeline import Progress
from ostiary.app.settings import Settings
from ostiary.app.whole_files import replace_file
from ostiary.model.errors import NotFoundError
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.register import Register

#: Rows written at once.
_ROWS: Final = 2000


def export_parties(
    settings: Settings,
    register: Register,
    asked: Dates,
    lists: Sequence[str],
    target: tuple[Path, str],
    progress: Progress | None = None,
) -> tuple[tuple[ListVersion, ...], int]:
    """Write the parties of some lists to a file.

    Args:
        settings: Where things are kept.
        register: The recorded versions.
        asked: The dates.
        lists: The lists; none for all that are screened.
        target: The file, and one of :data:`FORMATS`.
        progress: Told of parties done and in all.

    Returns:
        The versions that were exported, and the number of parties.

    Raises:
        NotReadyError: No list is recorded.
        NotFoundError: No recorded version is as old as that, or a list is not among those that are screened.
        InputError: Nothing can be written there.
    """
    asked = settle_dates(asked)
    versions = choose_versions(settings, register, asked)
    _check_lists(lists, versions)
    versions = tuple(one for one in versions if not lists or one.list_id in lists)
    path, form = target
    with replace_file(path) as part, collect_rarely():
        parties = _Tally(register, versions, asked, progress)
        FORMATS[form](parties, part)
    return versions, parties.done


def _check_lists(lists: Sequence[str], versions: Sequence[ListVersion]) -> None:
    known = [one.list_id for one in versions]
    if missing := [one for one in lists if one not in known]:
        raise NotFoundError(
            f"{', '.join(missing)} was not recorded by then, or is not screened.",
            advice=f"There are: {', '.join(known)}. See: ostiary lists.",
        )


class _Tally:
    """The parties of some versions, counted as they are read."""

    def __init__(
        self, register: Register, versions: Sequence[ListVersion], asked: Dates, progress: Progress | None
    ) -> None:
        self._states = [
            register.state(one.list_id, known_at=one.label, valid_on=asked.valid_on) for one in versions
        ]
        self._whole = sum(one.parties for one in versions)
        self._progress = progress
        self.done = 0

    def __iter__(self) -> Iterator[Party]:
        for party in chain.from_iterable(state.parties() for state in self._states):
            self.done += 1
            yield party
            if self._progress:
                self._progress(self.done, self._whole)


def _write_csv(parties: Iterable[Party], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([name for name, _ in COLUMNS])
        for party in parties:
            writer.writerow(
                ["; ".join(cell) if isinstance(cell, list) else cell for cell in make_row(party).values()]
            )


def _write_ftm(parties: Iterable[Party], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for party in parties:
            for entity in make_entities(party, _find_country):
                file.write(json.dumps(entity, ensure_ascii=False, separators=(",", ":")) + "\n")


@cache
def _find_country(text: str) -> str:
    if not text:
        return ""
    from rigour.territories import lookup_territory  # noqa: PLC0415 - takes seconds to learn all names

    found = lookup_territory(text)
    return found.code if found else ""


def _write_parquet(parties: Iterable[Party], path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - heavy
    from pyarrow import parquet  # noqa: PLC0415 - heavy

    schema = pa.schema([(name, pa.list_(pa.string()) if several else pa.string()) for name, several in COLUMNS])
    rows: list[dict[str, str | list[str]]] = []
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for party in parties:
            rows.append(make_row(party))
            if len(rows) == _ROWS:
                writer.write_table(pa.Table.from_pylist(rows, schema))
                rows.clear()
        writer.write_table(pa.Table.from_pylist(rows, schema))


#: What a file of parties may be, and who writes it.
FORMATS: Final[dict[str, Callable[[Iterable[Party], Path], None]]] = {
    "csv": _write_csv,
    "ftm": _write_ftm,
    "parquet": _write_parquet,
}
