"""How much, how long and how often a publisher's server is given before it is said to have failed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Limits of one fetch.

    Attributes:
        most_bytes: A file that is larger as sent is refused; the largest real one has 0.12 GiB.
        seconds: All attempts at one file together take at most this long.
        stall_seconds: A server that sends nothing for so long has stalled.
        attempts: A passing fault is met with as many attempts in all.
        least_wait: Seconds before the second attempt; twice as long before each further one.
        most_wait: No wait is longer, whatever the server asks for; one that asks for more has failed for now.
        most_redirects: A file is looked for at so many further addresses.
        at_once: So many files are fetched at the same time.
    """

    most_bytes: int = 1 << 30
    seconds: float = 1800.0
    stall_seconds: float = 60.0
    attempts: int = 5
    least_wait: float = 1.0
    most_wait: float = 60.0
    most_redirects: int = 5
    at_once: int = 6
