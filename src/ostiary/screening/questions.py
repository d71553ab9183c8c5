"""Which one fact, asked of the bearer of a name, would clear the hits? The least intrusive that clears most.

A question is worked out from the parts of the score: what would a contradicting answer take off, and does that
bring the hit below the threshold? So what it promises is what screening again with the answer would give.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ostiary.index import IndexedParty
from ostiary.model.hits import Hit, Question
from ostiary.model.profiles import Profile
from ostiary.model.queries import Query
from ostiary.names.identifiers import is_ship_number

#: Years that an answer may be off, by the label of what it then takes off.
_YEARS_OFF = (("birth year one off", 0), ("birth year off", 1), ("birth year far off", 5))
_FEW_YEARS = 3
_MOST_SPANS = 2
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class KnownHit:
    """A hit with what the index knows of its party.

    Attributes:
        hit: The hit.
        party: The party.
        spare: Points that the hit has above the last score that is none.
    """

    hit: Hit
    party: IndexedParty
    spare: int


def find_question(
    query: Query, hits: Sequence[KnownHit], other_name: Callable[[Hit], int], profile: Profile
) -> Question | None:
    """Return what to ask for, or None if no single fact would clear any hit.

    Args:
        query: What was screened.
        hits: Its hits.
        other_name: Returns the points that a hit loses if the name in full has another word where the listed one
            has a word more.
        profile: The weights and threshold of the hits.
    """
    ways = (
        ("country", _by_country),
        ("year of birth", _by_birth_year),
        ("name in full", _by_full_name),
        ("IMO number of the ship", _by_ship_number),
    )
    asked = _Asked(query, other_name, profile)
    best: Question | None = None
    for fact, way in ways:
        expected = way(asked, hits)
        question = Question(fact, expected.text, expected.cleared, len(hits)) if expected else None
        if question and (best is None or question.cleared > best.cleared):
            best = question
        if best and best.cleared == len(hits):
            break
    return best


@dataclass(frozen=True, slots=True)
class _Asked:
    query: Query
    other_name: Callable[[Hit], int]
    profile: Profile


@dataclass(frozen=True, slots=True)
class _Expected:
    text: str
    cleared: int


def _by_country(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    loss = -asked.profile.evidence["no country shared"]
    cleared = [known for known in hits if known.party.countries and loss >= known.spare]
    if asked.query.countries or not cleared:
        return None
    codes = sorted({code.upper() for known in cleared for code in known.party.countries})
    return _Expected(_either(codes), len(cleared))


def _by_birth_year(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    if asked.query.birth_dates:
        return None
    spans, cleared = [], 0
    for known in hits:
        found = list(_birth_years(known, asked.profile))
        spans += found
        cleared += bool(found)
    return _Expected(_years(spans), cleared) if spans else None


def _birth_years(known: KnownHit, profile: Profile) -> Iterator[tuple[int, int]]:
    """The years, first and last, that would leave a hit standing; none if any year would."""
    margin = next((years for label, years in _YEARS_OFF if -profile.evidence[label] >= known.spare), None)
    if margin is None:
        return
    for birth in known.party.births:
        loose = margin + birth.circa
        yield birth.first.year - loose, birth.last.year + loose


def _years(spans: Sequence[tuple[int, int]]) -> str:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    years = [year for first, last in merged for year in range(first, last + 1)]
    if len(years) <= _FEW_YEARS:
        return _either([str(year) for year in years])
    # Many candidates leave many gaps, which nobody reads: the whole span then promises less, and is as true.
    shown = merged if len(merged) <= _MOST_SPANS else [(merged[0][0], merged[-1][1])]
    return _either([str(first) if first == last else f"{first} to {last}" for first, last in shown])


def _by_full_name(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    cleared = [known for known in hits if _more_words(known.hit) and asked.other_name(known.hit) >= known.spare]
    if not cleared:
        return None
    words = list(dict.fromkeys(_more_words(known.hit) for known in cleared))
    shown = words[:_MOST_NAMES] + [f"another of {len(words)} names"] * (len(words) > _MOST_NAMES)
    return _Expected(f"with {_either(shown)}", len(cleared))


def _more_words(hit: Hit) -> str:
    """What the listed name has more than the query's."""
    return next((part.listed_value for part in hit.parts if part.label == "omitted words"), "")


def _by_ship_number(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    loss = -asked.profile.evidence["identifier differs"]
    numbers = [
        next((value for _, value in known.party.identifiers if is_ship_number(value)), "")
        for known in hits
        if known.party.schema == "Vessel" and loss >= known.spare
    ]
    cleared = [number for number in numbers if number]
    if not cleared or any(map(is_ship_number, asked.query.identifiers)):
        return None
    return _Expected(_either(list(dict.fromkeys(cleared))), len(cleared))


def _either(values: Sequence[str]) -> str:
    *before, last = values
    return f"{', '.join(before)} or {last}" if before else last
