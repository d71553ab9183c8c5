"""One file from its publisher's server to the disk, with patience and within limits."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_random_exponential

from ostiary.app.contacts import ServedFile
from ostiary.app.fetching.addresses import check_address, show_address
from ostiary.app.fetching.faults import TRY_LATER, explained
from ostiary.app.fetching.limits import FetchLimits
from ostiary.app.fetching.parts import PartFile
from ostiary.model.errors import FetchError

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Download:
    """What is to be fetched, and what is known of it.

    Attributes:
        address: Where it stands.
        part: Where its bytes are gathered.
        known: The file last taken in from there; None to have it in any case.
        chosen_host: The host that the user named himself; empty if none.
        progress: Told the bytes that have come and the bytes in all, 0 if the server does not say.
    """

    address: str
    part: PartFile
    known: ServedFile | None = None
    chosen_host: str = ""
    progress: Callable[[int, int], None] = field(default=lambda _done, _whole: None)


async def download_file(client: httpx.AsyncClient, wanted: Download, limits: FetchLimits) -> ServedFile | None:
    """Fetch one file.

    Returns:
        What the server said of it, digest and size still open; None if it is the known one, unchanged.

    Raises:
        FetchError: It could not be had whole. What has come is gone on with next time, if the server can.
    """
    retrying = AsyncRetrying(
        retry=retry_if_exception(lambda error: isinstance(error, FetchError) and error.passing),
        stop=stop_after_attempt(limits.attempts),
        wait=lambda state: _choose_wait(state, limits),
        reraise=True,
    )
    try:
        async with asyncio.timeout(limits.seconds):
            return await retrying(_ask_once, client, wanted, limits)
    except TimeoutError as error:
        raise FetchError(
            f"The file did not come within {limits.seconds:,.0f} seconds.",
            where=show_address(wanted.address),
            advice=TRY_LATER,
        ) from error


def _choose_wait(state: RetryCallState, limits: FetchLimits) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, FetchError) else None
    return wait_random_exponential(limits.least_wait, limits.most_wait)(state) if asked is None else asked


async def _ask_once(client: httpx.AsyncClient, wanted: Download, limits: FetchLimits) -> ServedFile | None:
    with explained(wanted.address, limits):
        async with _open(client, wanted, limits) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED and wanted.known:
                return None
            _check_answer(response, wanted, limits)
            await _save(response, wanted, limits)
            return ServedFile(
                show_address(wanted.address),
                response.headers.get("etag", ""),
                response.headers.get("last-modified", ""),
            )


@asynccontextmanager
async def _open(client: httpx.AsyncClient, wanted: Download, limits: FetchLimits) -> AsyncIterator[httpx.Response]:
    """Yield the first answer that is no redirect; every address is checked before it is called."""
    request = client.build_request("GET", wanted.address, headers=_make_headers(wanted))
    for _ in range(limits.most_redirects + 1):
        await check_address(request.url, chosen_host=wanted.chosen_host)
        response = await client.send(request, stream=True)
        try:
            if response.next_request is None:
                yield response
                return
            request = response.next_request
        finally:
            await response.aclose()
    raise FetchError(
        f"The server sent us on more than {limits.most_redirects} times.",
        where=show_address(wanted.address),
        advice="The publisher may have moved the file: look at the list's page.",
    )


def _make_headers(wanted: Download) -> dict[str, str]:
    rest = wanted.part.make_headers()
    if rest or not wanted.known:
        return rest
    tags = {"If-None-Match": wanted.known.etag, "If-Modified-Since": wanted.known.modified}
    return {name: value for name, value in tags.items() if value}


def _check_answer(response: httpx.Response, wanted: Download, limits: FetchLimits) -> None:
    where, code = show_address(wanted.address), response.status_code
    if code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE or not wanted.part.is_rest(response):
        wanted.part.drop()
        raise FetchError(
            "The file changed while it was fetched.", where=where, advice=TRY_LATER, passing=True, wait=0.0
        )
    if code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
        wait = _read_wait(response.headers.get("retry-after", ""))
        raise FetchError(
            f"The server answers {code} {httpx.codes.get_reason_phrase(code)}.",
            where=where,
            advice=TRY_LATER if code in _PASSING else "The publisher may have moved it: look at the list's page.",
            passing=code in _PASSING and (wait or 0.0) <= limits.most_wait,
            wait=wait,
        )
    if response.headers.get("content-encoding", "identity") not in {"identity", "gzip", "x-gzip"}:
        raise FetchError("The file is packed in a way that we did not ask for.", where=where)


def _read_wait(text: str) -> float | None:
    """Return the seconds of a Retry-After, which are given as such or as a date (RFC 9110, 10.2.3)."""
    if text.isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


async def _save(response: httpx.Response, wanted: Download, limits: FetchLimits) -> None:
    """Bring the bytes to the disk as they were sent: what is packed stays so, or it could not be gone on with."""
    with wanted.part.open(response) as out:
        done = out.tell()
        whole = done + int(response.headers.get("content-length", "0") or 0)
        _check_size(max(done, whole), wanted, limits)
        async for piece in response.aiter_raw():
            out.write(piece)
            done += len(piece)
            _check_size(done, wanted, limits)
            wanted.progress(done, whole)


def _check_size(size: int, wanted: Download, limits: FetchLimits) -> None:
    if size > limits.most_bytes:
        wanted.part.drop()
        raise FetchError(
            f"The file is larger than {limits.most_bytes >> 20:,} MiB.",
            where=show_address(wanted.address),
            advice="This is not the list; look at the list's page.",
        )
