"""What goes wrong on the way to a server, in words for people."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from ostiary.app.fetching.addresses import show_address
from ostiary.app.fetching.limits import FetchLimits
from ostiary.model.errors import FetchError

#: What to do about a fault of the server.
TRY_LATER = "Try again later; what is recorded serves on."


@contextmanager
def explained(address: str, limits: FetchLimits) -> Iterator[None]:
    """Turn faults of the network and of the disk within the block into a FetchError."""
    where = show_address(address)
    try:
        yield
    except httpx.TimeoutException as error:
        raise FetchError(
            f"The server sent nothing for {limits.stall_seconds:,.0f} seconds.",
            where=where,
            advice=TRY_LATER,
            passing=True,
        ) from error
    except httpx.TransportError as error:
        raise _explain_transport(error, where) from error
    except httpx.InvalidURL as error:
        raise FetchError(f"This is no address: {error}.", where=where) from error
    except OSError as error:
        raise FetchError(
            f"The system refuses: {error.strerror or error}.", where=where, advice="Check disk and rights."
        ) from error


def _explain_transport(error: httpx.TransportError, where: str) -> FetchError:
    if _find_certificate_fault(error):
        return FetchError(
            "The server's certificate is not trusted.",
            where=where,
            advice="If your network inspects TLS, name its certificate in SSL_CERT_FILE; it is always checked.",
        )
    said = str(error) or type(error).__name__
    return FetchError(
        f"The connection failed: {said}.",
        where=where,
        advice=TRY_LATER,
        passing=not isinstance(error, httpx.UnsupportedProtocol),
    )


def _find_certificate_fault(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
