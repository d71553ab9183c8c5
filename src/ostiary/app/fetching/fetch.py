"""The files of several lists at the same time; one that fails never holds up the others."""

import asyncio
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from ostiary.app.contacts import ServedFile
from ostiary.app.fetching.addresses import show_address
from ostiary.app.fetching.download import Download, download_file
from ostiary.app.fetching.limits import FetchLimits
from ostiary.app.fetching.snapshots import Snapshots
from ostiary.app.settings import read_release
from ostiary.model.errors import OstiaryError

#: Told how far a list is: its id, bytes that have come, bytes in all.
Progress = Callable[[str, int, int], None]
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class ListSource:
    """Where the files of a list stand.

    Attributes:
        list_id: The list.
        addresses: One for each file of it.
        chosen: Whether the user named them himself, in place of the publisher's.
        anew: Whether the files are had in any case, also where they are unchanged.
    """

    list_id: str
    addresses: tuple[str, ...]
    chosen: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of asking for one list.

    Attributes:
        list_id: The list.
        folder: The files, packed, neither kept nor refused yet; None if there is nothing new.
        files: What the server said of them.
        failure: Why the list could not be had; None if it could, or is unchanged.
    """

    list_id: str
    folder: Path | None = None
    files: tuple[ServedFile, ...] = ()
    failure: OstiaryError | None = None


def fetch_lists(
    sources: Sequence[ListSource],
    folder: Path,
    limits: FetchLimits | None = None,
    progress: Progress | None = None,
) -> tuple[Fetched, ...]:
    """Ask the publishers of some lists for what is new.

    Args:
        sources: The lists.
        folder: The folder of all snapshots.
        limits: How much, how long and how often.
        progress: Told how far each list is.

    Returns:
        What came of each, in the same order.
    """
    return asyncio.run(_fetch_all(sources, folder, limits or FetchLimits(), progress or (lambda *_: None)))


async def _fetch_all(
    sources: Sequence[ListSource], folder: Path, limits: FetchLimits, progress: Progress
) -> tuple[Fetched, ...]:
    gate = asyncio.Semaphore(limits.at_once)
    agent = {"User-Agent": f"ostiary/{read_release()}", "Accept-Encoding": "gzip"}
    timeout = httpx.Timeout(limits.stall_seconds)

    async def fetch_one(source: ListSource) -> Fetched:
        async with gate, httpx.AsyncClient(headers=agent, timeout=timeout) as client:
            return await _fetch_list(client, source, Snapshots(folder / source.list_id), limits, progress)

    return tuple(await asyncio.gather(*map(fetch_one, sources)))


async def _fetch_list(
    client: httpx.AsyncClient, source: ListSource, kept: Snapshots, limits: FetchLimits, progress: Progress
) -> Fetched:
    wanted = _plan(source, kept, progress)
    try:
        served = await _have_all(client, wanted, limits)
        return await asyncio.to_thread(_take_up, source.list_id, kept, wanted, served)
    except OstiaryError as error:
        kept.remember_failure(str(error))
        return Fetched(source.list_id, failure=error)


def _plan(source: ListSource, kept: Snapshots, progress: Progress) -> list[Download]:
    contact = kept.read_contact()
    known = contact.files if contact and kept.find_newest() and not source.anew else ()
    same = [one.address for one in known] == [show_address(one) for one in source.addresses]
    return [
        Download(
            address,
            kept.open_part(_name_file(address, place)),
            known[place] if same else None,
            (urlsplit(address).hostname or "") if source.chosen else "",
            lambda done, whole: progress(source.list_id, done, whole),
        )
        for place, address in enumerate(source.addresses)
    ]


def _name_file(address: str, place: int) -> str:
    """Return a name for a file: a plain one, whatever stands in the address."""
    last = _NOT_IN_NAMES.sub("_", urlsplit(address).path.rpartition("/")[2]).strip("._")
    return f"{place + 1}_{last or 'list'}"


async def _have_all(
    client: httpx.AsyncClient, wanted: Sequence[Download], limits: FetchLimits
) -> tuple[ServedFile, ...]:
    """Return what the server says of the files of a list; nothing if all are unchanged."""
    served = [await download_file(client, one, limits) for one in wanted]
    if not any(served):
        return ()
    # A list of several files is taken in as one, so a file that is unchanged is had again beside a new one.
    for place, one in enumerate(served):
        if one is None:
            served[place] = await download_file(client, replace(wanted[place], known=None), limits)
    return tuple(filter(None, served))


def _take_up(list_id: str, kept: Snapshots, wanted: Sequence[Download], served: tuple[ServedFile, ...]) -> Fetched:
    """Pack what came; if its content is what was taken in last, say that nothing is new."""
    if not served:
        kept.confirm()
        return Fetched(list_id)
    try:
        folder, files = kept.pack(
            (one.part.path.stem, one.part, said) for one, said in zip(wanted, served, strict=True)
        )
    finally:
        for one in wanted:
            one.part.drop()
    if [one.known.digest if one.known else "" for one in wanted] == [one.digest for one in files]:
        shutil.rmtree(folder)
        kept.confirm(files)
        return Fetched(list_id)
    return Fetched(list_id, folder, files)
