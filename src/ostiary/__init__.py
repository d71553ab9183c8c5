"""Ostiary keeps the register of designated parties, screens names against it, and explains every hit.

>>> import ostiary
>>> engine = ostiary.open(samples=True)
>>> engine.screen("Cartel of the Suns")[0].party_name
'CARTEL DE LOS SOLES'
>>> ostiary.compare("Jon Smith", "John Smith", schema="Person").score > 0.5
True
"""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ostiary.model.briefs import Brief
    from ostiary.model.errors import OstiaryError
    from ostiary.model.hits import Comparison, Hit, Part, Screening
    from ostiary.model.queries import Query, QueryBatch
    from ostiary.screening import Engine

__version__ = "0.1.0"

__all__ = [
    "Brief",
    "Comparison",
    "Engine",
    "Hit",
    "OstiaryError",
    "Part",
    "Query",
    "QueryBatch",
    "Screening",
    "__version__",
    "compare",
    "open",
    "read",
]

_NOUNS = {
    "Brief": "ostiary.model.briefs",
    "Comparison": "ostiary.model.hits",
    "Engine": "ostiary.screening",
    "Hit": "ostiary.model.hits",
    "OstiaryError": "ostiary.model.errors",
    "Part": "ostiary.model.hits",
    "Query": "ostiary.model.queries",
    "QueryBatch": "ostiary.model.queries",
    "Screening": "ostiary.model.hits",
}


def open(  # noqa: A001 - ostiary.open() reads as what it is; nobody imports it bare
    home: str | os.PathLike[str] | None = None, *, samples: bool = False
) -> "Engine":
    """Return the engine over the list that is compiled in a home folder.

    Args:
        home: The folder; without it ``OSTIARY_HOME``, else the user's data folder.
        samples: Whether to use the bundled samples, which are set up when first asked for.

    Raises:
        NotReadyError: Nothing is compiled there yet.
        IndexFileError: The index is damaged, or of another release.
    """
    from ostiary.app.opening import open_engine  # noqa: PLC0415 - importing ostiary stays light
    from ostiary.app.settings import read_settings  # noqa: PLC0415 - as above

    return open_engine(read_settings(home, samples=samples))


def read(
    reports: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    published: date | str | None = None,
    outlet: str = "",
    home: str | os.PathLike[str] | None = None,
    samples: bool = False,
) -> "Brief":
    """Return the brief over some news reports: parties named, claims, and on whose word each rests.

    Args:
        reports: Text, HTML or PDF files, or one.
        published: The day they were published (``2025-08-09``), where they do not say so.
        outlet: Who published them, where they do not say so.
        home: As for :func:`open`.
        samples: As for :func:`open`.

    Raises:
        NotReadyError: No list is recorded yet, or the extra ``documents`` is not installed.
        InputError: A file cannot be read, or ``published`` is no day.
    """
    from ostiary.app.reading import read_reports  # noqa: PLC0415 - importing ostiary stays light
    from ostiary.app.settings import read_settings  # noqa: PLC0415 - as above

    settings = read_settings(home, samples=samples)
    paths = [Path(report) for report in ([reports] if isinstance(reports, str | os.PathLike) else reports)]
    return read_reports(settings, paths, published=published, outlet=outlet)


def compare(left: str, right: str, schema: str = "") -> "Comparison":
    """Return how alike two names are, with the parts of the score.

    Args:
        left: One name.
        right: Another.
        schema: FollowTheMoney schema of both (``Person``), or empty if unknown.
    """
    from ostiary.screening import compare as compare_names  # noqa: PLC0415 - importing ostiary stays light

    return compare_names(left, right, schema)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute may be anything
    if name not in _NOUNS:
        raise AttributeError(f"module 'ostiary' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - importing ostiary stays light

    return getattr(import_module(_NOUNS[name]), name)
