"""Where things are kept."""

import os
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

#: Environment variable that names the home folder.
HOME_VARIABLE = "OSTIARY_HOME"
#: The one list that the samples' folder holds.
SAMPLE_LIST = "us_ofac_sample"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are kept. The samples have a folder of their own, so they never mix with a real list.

    Attributes:
        home: The folder that holds everything.
        samples: Whether the bundled samples are used.
    """

    home: Path
    samples: bool = False

    @property
    def folder(self) -> Path:
        """The folder in use: the home, or the samples' own folder within it."""
        return self.home / "samples" if self.samples else self.home

    @property
    def register_path(self) -> Path:
        """The register."""
        return self.folder / "register.sqlite"

    @property
    def index_path(self) -> Path:
        """The index file of the newest versions of all lists that are screened."""
        return self.folder / "index" / "newest.ostiary"

    @property
    def past_indexes(self) -> Path:
        """The folder of the index files of days gone by."""
        return self.folder / "index" / "past"

    @property
    def holdings_path(self) -> Path:
        """The store of who holds what of whom, as users supply it."""
        return self.folder / "holdings.sqlite"

    @property
    def links_path(self) -> Path:
        """The computed links between listings."""
        return self.folder / "identity" / "links.jsonl"

    @property
    def judgements_path(self) -> Path:
        """What people judged of such links: the one thing in here that cannot be made anew."""
        return self.folder / "identity" / "judgements.sqlite"

    @property
    def compiled_customers(self) -> Path:
        """The folder of customers' files compiled for look-backs, kept where that is asked for."""
        return self.folder / "index" / "customers"

    @property
    def snapshots(self) -> Path:
        """The folder of the files that were fetched."""
        return self.folder / "snapshots"

    def find_contact(self, list_id: str) -> Path:
        """Return the file that remembers what passed between us and the publisher of a list."""
        return self.snapshots / list_id / "contact.json"


def read_settings(home: str | os.PathLike[str] | None = None, *, samples: bool = False) -> Settings:
    """Return the settings.

    Args:
        home: The home folder; without it ``OSTIARY_HOME``, else the user's data folder.
        samples: Whether the bundled samples are used.
    """
    chosen = home or os.environ.get(HOME_VARIABLE)
    if chosen:
        return Settings(Path(chosen).expanduser().absolute(), samples)
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed when the user says where

    return Settings(user_data_path("ostiary"), samples)


def read_release() -> str:
    """Return the installed release of Ostiary."""
    return version("ostiary")


def advise_start(settings: Settings) -> str:
    """Return what to do when nothing is recorded yet."""
    if settings.samples:
        return f"Run: ostiary update {SAMPLE_LIST} --from FILE --samples."
    return "Run: ostiary update, or ostiary update --from FILE; or try the bundled samples with --samples."
