"""Which one fact, asked of the bearer of a name, would clear the hits? The least intrusive that clears most.

A question is worked out from the parts of the score: what would a contradicting answer take off, and does that
bring the hit below the threshold? So what it promises is what screening again with the answer would give.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ostiary.index import IndexedParty
from ostiary.model.hits import NAME_IN_FULL, Hit, Question
from ostiary.model.periods import Period
from ostiary.model.profiles import Profile
from ostiary.model.queries import Query
from ostiary.names.identifiers import is_lei, is_ship_number, is_state_number
from ostiary.screening.origins import Atlas, read_birth_place

#: Years that an answer may be off, by the label of what it then takes off.
_BIRTH_YEARS_OFF = (("birth year one off", 0), ("birth year off", 1), ("birth year far off", 5))
_FOUNDING_YEARS_OFF = (("founding year off", 1),)
_BUILD_YEARS_OFF = (("build year one off", 0), ("build year off", 1))
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
    query: Query, hits: Sequence[KnownHit], other_name: Callable[[Hit], int], profile: Profile, atlas: Atlas
) -> Question | None:
    """Return what to ask for, or None if no single fact would clear any hit.

    Args:
        query: What was screened.
        hits: Its hits.
        other_name: Returns the points that a hit loses if the name in full has another word where the listed one
            has a word more.
        profile: The weights and threshold of the hits.
        atlas: What knows countries.
    """
    ways = (
        ("country", _by_country),
        ("year in which the ship was built", _by_build_year),
        ("year of founding", _by_founding_year),
        ("year of birth", _by_birth_year),
        (NAME_IN_FULL, _by_full_name),
        ("country of birth", _by_birth_country),
        ("IMO number of the ship", _by_ship_number),
        ("number in the company register", _by_register_number),
        ("LEI", _by_lei),
    )
    asked = _Asked(query, other_name, profile, atlas)
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
    atlas: Atlas


@dataclass(frozen=True, slots=True)
class _Expected:
    text: str
    cleared: int


def _by_country(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    loss = -asked.profile.evidence["no country shared"]
    cleared = [known for known in hits if known.party.countries and loss >= known.spare]
    if asked.query.countries or asked.query.nationalities or not cleared:
        return None
    codes = sorted({code.upper() for known in cleared for code in known.party.countries})
    return _Expected(_either(codes), len(cleared))


def _by_birth_year(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    if asked.query.birth_dates:
        return None
    return _by_years(hits, _losses(asked.profile, _BIRTH_YEARS_OFF), lambda party: party.births)


def _by_build_year(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    if asked.query.founding_dates:
        return None
    ships = [known for known in hits if known.party.schema == "Vessel"]
    return _by_years(ships, _losses(asked.profile, _BUILD_YEARS_OFF), lambda party: party.foundings)


def _by_founding_year(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    if asked.query.founding_dates:
        return None
    others = [known for known in hits if known.party.schema != "Vessel"]
    return _by_years(others, _losses(asked.profile, _FOUNDING_YEARS_OFF), lambda party: party.foundings)


def _losses(profile: Profile, labels: Sequence[tuple[str, int]]) -> list[tuple[int, int]]:
    """Points that an answer takes off, and the years that it may be off without doing so, the least first."""
    return [(-profile.evidence[label], years) for label, years in labels]


def _by_years(
    hits: Sequence[KnownHit],
    losses: Sequence[tuple[int, int]],
    dates: Callable[[IndexedParty], Sequence[Period]],
) -> _Expected | None:
    spans, cleared = [], 0
    for known in hits:
        margin = next((years for loss, years in losses if loss >= known.spare), None)
        found = [] if margin is None else list(_spans(dates(known.party), margin))
        spans += found
        cleared += bool(found)
    return _Expected(_years(spans), cleared) if spans else None


def _spans(dates: Sequence[Period], margin: int) -> Iterator[tuple[int, int]]:
    """The years, first and last, that would leave a hit standing."""
    for period in dates:
        loose = margin + period.circa
        yield period.first.year - loose, period.last.year + loose


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
    shown = [f"“{each}”" for each in words[:_MOST_NAMES]]
    more = len(words) - len(shown)
    return _Expected(_either(shown + [f"those of {more} more"] * bool(more)), len(cleared))


def _more_words(hit: Hit) -> str:
    """What the listed name has more than the query's."""
    return next((part.listed_value for part in hit.parts if part.label == "omitted words"), "")


def _by_birth_country(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    loss = -asked.profile.evidence["birth country differs"]
    places = [(known, read_birth_place(known.party.birth_places, asked.atlas)) for known in hits]
    cleared = [place for known, place in places if place.countries and loss >= known.spare]
    if asked.query.birth_places or not cleared:
        return None
    return _Expected(
        _either(sorted({code.upper() for place in cleared for code in place.countries})), len(cleared)
    )


def _by_ship_number(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    ships = [known for known in hits if known.party.schema == "Vessel"]
    return _by_number(asked, ships, is_ship_number)


def _by_register_number(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    others = [known for known in hits if known.party.schema != "Vessel"]
    return _by_number(asked, others, is_state_number)


def _by_lei(asked: _Asked, hits: Sequence[KnownHit]) -> _Expected | None:
    return _by_number(asked, hits, is_lei)


def _by_number(asked: _Asked, hits: Sequence[KnownHit], is_one: Callable[[str], bool]) -> _Expected | None:
    loss = -asked.profile.evidence["identifier differs"]
    numbers = [
        next((value for _, value in known.party.identifiers if is_one(value)), "")
        for known in hits
        if loss >= known.spare
    ]
    cleared = [number for number in numbers if number]
    if not cleared or any(map(is_one, asked.query.identifiers)):
        return None
    return _Expected(_either(list(dict.fromkeys(cleared))), len(cleared))


def _either(values: Sequence[str]) -> str:
    *before, last = values
    return f"{', '.join(before)} or {last}" if before else last
