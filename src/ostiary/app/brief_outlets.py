"""Publishers whose name nobody gave: each is called after its report, so that two are never taken for one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from ostiary.app.brief_words import name_report
from ostiary.model.briefs import Agreement, Brief, KeyPoint, TimelineEvent
from ostiary.model.claims import Claim, Link, OpenQuestion, Reading

_Chain = tuple[Link, ...]
_One = TypeVar("_One", KeyPoint, TimelineEvent, OpenQuestion)


def name_outlets(brief: Brief) -> Brief:
    """Return a brief whose chains begin with ``the outlet of r1`` where nobody says who published it."""
    names = {one.report.id: name_report(one.report) for one in brief.readings if not one.report.outlet}
    if not names:
        return brief
    readings = tuple(_name_in(reading, names) for reading in brief.readings)
    return replace(
        brief,
        readings=readings,
        key_points=tuple(_head(one, names) for one in brief.key_points),
        timeline=tuple(_head(one, names) for one in brief.timeline),
        agreement=_name_origins(brief, readings),
    )


def _name_in(reading: Reading, names: Mapping[str, str]) -> Reading:
    name = names.get(reading.report.id)
    if not name:
        return reading
    claims = tuple(_name_claim(claim, name) for claim in reading.claims)
    return replace(reading, claims=claims, questions=tuple(_head(one, names) for one in reading.questions))


def _name_claim(claim: Claim, name: str) -> Claim:
    accusation = claim.accusation
    if accusation and accusation.accuser == claim.chain[0].name:
        accusation = replace(accusation, accuser=name)
    branches = tuple(_begin(branch, name) for branch in claim.branches)
    return replace(claim, chain=_begin(claim.chain, name), branches=branches, accusation=accusation)


def _head(one: _One, names: Mapping[str, str]) -> _One:
    name = names.get(one.report_id)
    return replace(one, chain=_begin(one.chain, name)) if name else one


def _begin(chain: _Chain, name: str) -> _Chain:
    """Return a chain whose first link, the publisher, has a name."""
    return (replace(chain[0], name=name), *chain[1:]) if chain else chain


def _name_origins(brief: Brief, readings: Iterable[Reading]) -> tuple[Agreement, ...]:
    """Return what agrees, with the new name of every publisher at which a chain ends."""
    old = {claim.id: claim for reading in brief.readings for claim in reading.claims}
    new = {claim.id: claim for reading in readings for claim in reading.claims}
    return tuple(_rename(one, old, new) for one in brief.agreement)


def _rename(one: Agreement, old: Mapping[str, Claim], new: Mapping[str, Claim]) -> Agreement:
    renamed: dict[str, list[str]] = {}
    for key in one.claims:
        if key in old:
            for before, after in zip(_ends(old[key]), _ends(new[key]), strict=True):
                renamed.setdefault(before, []).append(after)
    origins = (name for origin in one.origins for name in renamed.get(origin, [origin]))
    return replace(one, origins=tuple(dict.fromkeys(origins)))


def _ends(claim: Claim) -> list[str]:
    return [chain[-1].name for chain in (claim.chain, *claim.branches)]
