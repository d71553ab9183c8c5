"""On whose word does a claim rest, as far as its chains tell?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ostiary.documents.agreement.concepts import PACKAGE
from ostiary.documents.agreement.own_eyes import is_own_observation
from ostiary.documents.agreement.speakers import fold_name, is_identified, name_body, words_of_body
from ostiary.documents.tables import read_column
from ostiary.model.claims import Claim, Link, Reading
from ostiary.model.reports import VoiceKind

Standing = Literal["own voice", "own eyes", "outlet", "document", "named", "class", "unnamed", "unknown"]

#: What may be known of an origin that is neither a person nor an institution.
STANDINGS: Mapping[VoiceKind, Standing] = {
    "unnamed": "unnamed",
    "group": "class",
    "outlet": "outlet",
    "document": "document",
}
#: What a report's publisher is called where nobody says.
NAMELESS_OUTLETS = frozenset({"", "(outlet)", "publishing outlet", "outlet"})


@dataclass(frozen=True, slots=True)
class Source:
    """Where one branch of a claim's chain leads.

    Attributes:
        origin: The last link.
        standing: What may be known of the origin. ``own voice``: the publisher names nobody. ``own eyes``:
            its own people saw it. ``outlet``: another outlet, whose source is not told. ``named``: who it is can
            be told. ``class``: called by what they are (``witnesses``). ``unnamed``: without a name. ``unknown``:
            nobody is said to have said it.
        hands: All links behind the publisher, the origin with them.
        outlets: Outlets that it went through, the publisher with them: name as written by name folded.
        body: What the institution that the origin is, or speaks for, is called; empty if none.
        described: What the report says the origin is: office, or the wording of an unnamed source.
    """

    origin: Link
    standing: Standing
    hands: tuple[Link, ...]
    outlets: Mapping[str, str]
    body: frozenset[str]
    described: str


@cache
def _platforms() -> frozenset[str]:
    return frozenset(map(fold_name, read_column("platforms.csv", "name", PACKAGE)))


def is_nameless(link: Link) -> bool:
    """Return whether a link is a publisher whose name nobody gave: two of them are not one."""
    return link.kind == "outlet" and fold_name(link.name) in NAMELESS_OUTLETS


def is_outlet(link: Link) -> bool:
    """Return whether a link edits what it passes on: a platform on which everybody posts is no outlet."""
    return link.kind == "outlet" and not is_nameless(link) and fold_name(link.name) not in _platforms()


def find_sources(claim: Claim, reading: Reading) -> tuple[Source, ...]:
    """Return the sources of a claim: one for each branch of its chain."""
    return tuple(_read_chain(chain, claim, reading) for chain in (claim.chain, *claim.branches))


def _read_chain(chain: tuple[Link, ...], claim: Claim, reading: Reading) -> Source:
    links = [link for place, link in enumerate(chain) if not (place and fold_name(link.name) in _platforms())]
    origin = links[-1]
    standing = _standing(links, claim, reading)
    outlets = {name_body(link.name): link.name for link in links if is_outlet(link)}
    office = _office_of(origin, reading)
    body = words_of_body(origin.name if origin.kind == "agency" else office)
    described = office if origin.kind == "person" else f"{origin.name} {claim.anonymous}"
    return Source(origin, standing, tuple(links[1:]), outlets, body, described)


def _standing(links: list[Link], claim: Claim, reading: Reading) -> Standing:
    origin = links[-1]
    if len(links) == 1 and not claim.attributed:
        return "own eyes" if is_own_observation(claim, reading) else "own voice"
    if len(links) == 1 or origin.kind == "unknown":
        return "unknown"
    if origin.kind in {"person", "agency"}:
        return "named" if is_identified(origin) else "unnamed"
    return STANDINGS[origin.kind]


def _office_of(origin: Link, reading: Reading) -> str:
    """Return the office in which somebody speaks; a former one speaks for nobody."""
    voice = next((voice for voice in reading.voices if voice.id == origin.voice_id), None)
    return voice.office if voice and not voice.former else ""
