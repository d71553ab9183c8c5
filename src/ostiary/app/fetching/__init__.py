"""Fetching: the files of lists from their publishers, whole or not at all, and never from anywhere else."""

from ostiary.app.contacts import Contact, ServedFile
from ostiary.app.fetching.fetch import Fetched, ListSource, fetch_lists
from ostiary.app.fetching.limits import FetchLimits
from ostiary.app.fetching.snapshots import Snapshots

__all__ = ["Contact", "FetchLimits", "Fetched", "ListSource", "ServedFile", "Snapshots", "fetch_lists"]
