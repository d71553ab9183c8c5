"""Which addresses a file may be fetched from: public hosts over TLS, save for a mirror that the user names.

A publisher's server that was taken over, or a redirect, must not make Ostiary call machines of the user's own
network (server-side request forgery, CWE-918).
"""

import asyncio
import ipaddress
import socket
from urllib.request import getproxies

import httpx

from ostiary.model.errors import FetchError

_HTTPS_PORT = 443


def show_address(address: str | httpx.URL) -> str:
    """Return an address as it may be shown and logged: without user, password, query and fragment."""
    url = httpx.URL(address)
    port = f":{url.port}" if url.port else ""
    return f"{url.scheme}://{url.host}{port}{url.path}"


async def check_address(url: httpx.URL, *, chosen_host: str = "") -> None:
    """Check that a file may be fetched from an address.

    Args:
        url: The address.
        chosen_host: The host that the user named himself, empty if none: it may be private, and if it is this very
            machine it may go without TLS.

    Raises:
        FetchError: It may not.
    """
    chosen = bool(chosen_host) and url.host == chosen_host
    if url.scheme != "https" and not (chosen and url.scheme == "http" and _is_this_machine(url.host)):
        raise FetchError(
            "Files of lists are fetched over https only.", where=show_address(url), advice="Name an https address."
        )
    if not chosen and not getproxies().get("https"):
        await _check_public(url)


def _is_this_machine(host: str) -> bool:
    return host == "localhost" or (_is_numeric(host) and ipaddress.ip_address(host).is_loopback)


def _is_numeric(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


async def _check_public(url: httpx.URL) -> None:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(
            url.host, url.port or _HTTPS_PORT, type=socket.SOCK_STREAM
        )
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"The name of the host is not known: {error}.",
            where=show_address(url),
            advice="Check the connection to the network.",
            passing=True,
        ) from error
    private = [entry[4][0] for entry in found if not ipaddress.ip_address(entry[4][0]).is_global]
    if private:
        raise FetchError(
            f"The address leads into a private network ({private[0]}).",
            where=show_address(url),
            advice="If this is a mirror of your own, name it in addresses.yml in the home folder.",
        )
