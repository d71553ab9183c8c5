"""Does a report say that its own people saw something themselves? Then they are its source."""

import re
from functools import cache, lru_cache

from ostiary.documents.agreement.concepts import PACKAGE
from ostiary.documents.agreement.speakers import fold_name
from ostiary.documents.tables import read_table
from ostiary.model.claims import Claim, Reading

#: Between those who were there and what they did stand no more letters than this.
REACH = 30
#: Within so many letters after a claim it may be said that it was seen.
AFTERWARDS = 80
#: Those who see for an outlet, after its name.
STAFF = r"reporters?|journalists?|correspondents?|photographers?|team|staff"
#: Shorter words of an outlet's name name nobody.
SHORTEST_NAME = 4
#: How many outlets' names are remembered.
OUTLETS_KEPT = 1_000


def is_own_observation(claim: Claim, reading: Reading) -> bool:
    """Return whether a claim is told in its outlet's own voice, by people of its own who saw or heard it.

    They may also say so right after it (*I saw it*).
    """
    if claim.attributed:
        return False
    report, end = reading.report, claim.content[-1].end
    if _seen_by(report.outlet).search(report.words_of(claim.content)):
        return True
    return bool(_afterwards().match(report.text[end : end + AFTERWARDS]))


@lru_cache(maxsize=OUTLETS_KEPT)
def _seen_by(outlet: str) -> re.Pattern[str]:
    """Return what finds that people of an outlet saw something: they, then within reach what they did."""
    own = f"(?:{'|'.join(map(re.escape, _names_of(outlet)))}) (?:{STAFF})" if _names_of(outlet) else "(?!)"
    return re.compile(
        rf"\b(?:{_any_of('subject')}|{own})\b[^\n]{{0,{REACH}}}?\b(?:{_any_of('deed')})\b", re.IGNORECASE
    )


@cache
def _afterwards() -> re.Pattern[str]:
    return re.compile(rf"[.,;\"”]{{0,3}}[ ]{{0,3}}(?:{_any_of('afterwards')})\b", re.IGNORECASE)


def _any_of(kind: str) -> str:
    rows = read_table("own_eyes.csv", PACKAGE)
    return "|".join(re.escape(words) for row in rows if row["kind"] == kind for words in row["words"].split("|"))


def _names_of(outlet: str) -> tuple[str, ...]:
    """Return the names under which a report may speak of its own outlet: each word of it, and its initials."""
    words = fold_name(outlet).split()
    initials = ("".join(word[0] for word in words),) if words else ()
    return (*(word for word in words if len(word) >= SHORTEST_NAME), *initials)
