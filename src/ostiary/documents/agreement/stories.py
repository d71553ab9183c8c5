"""Whose story do two reports tell? Then what they say alike, naming nobody, is no second word for it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from ostiary.documents.agreement.credits import find_credits, name_credited
from ostiary.documents.agreement.origins import Stories
from ostiary.documents.agreement.sources import find_sources
from ostiary.documents.agreement.speakers import name_body
from ostiary.model.claims import Reading

#: Positions of two readings in the sequence compared.
Pair = tuple[int, int]

#: A report tells an outlet's story if this many of its attributed claims came through it, and this share of them.
RETOLD, RETOLD_SHARE = 2, 0.25


def find_stories(readings: Sequence[Reading]) -> Mapping[Pair, Stories]:
    """Return, for each two reports, the outlets whose story both tell.

    That is an outlet which both name, or are, and from which one of them has a good part of its claims; or which
    one of them credits for the whole report. Quoting an outlet once is not telling its story.
    """
    named = [_find_outlets(reading) for reading in readings]
    known = frozenset(outlet for outlets in named for outlet in outlets)
    retold = [_find_retold(reading) for reading in readings]
    credited = [name_credited(find_credits(reading.report), known) for reading in readings]
    stories: dict[Pair, Stories] = {}
    for one, other in combinations(range(len(readings)), 2):
        names = {**named[one], **named[other]}
        main = retold[one] | retold[other] | credited[one] | credited[other]
        told = [
            set(named[place]) | credited[place] | _find_in_text(main, names, readings[place])
            for place in (one, other)
        ]
        stories[one, other] = {outlet: names.get(outlet, outlet) for outlet in told[0] & told[1] & main}
    return stories


def _find_retold(reading: Reading) -> frozenset[str]:
    """Return the outlets through which a good part of a report's attributed claims came, itself left out."""
    hands = [
        {outlet for source in find_sources(claim, reading) for outlet in source.outlets}
        for claim in reading.claims
        if claim.attributed
    ]
    counts = Counter(outlet for outlets in hands for outlet in outlets)
    enough = max(RETOLD, RETOLD_SHARE * len(hands))
    publisher = name_body(reading.report.outlet)
    return frozenset(outlet for outlet, count in counts.items() if count >= enough and outlet != publisher)


def _find_in_text(outlets: frozenset[str], names: Mapping[str, str], reading: Reading) -> set[str]:
    """Return which outlets a report names anywhere, even where no claim is said to come from them."""
    text = reading.report.text
    return {outlet for outlet in outlets if names.get(outlet) and names[outlet].removeprefix("The ") in text}


def _find_outlets(reading: Reading) -> Mapping[str, str]:
    """Return all outlets that a report names, its publisher with them: name as written by name folded."""
    hands = {
        outlet: name
        for claim in reading.claims
        for source in find_sources(claim, reading)
        for outlet, name in source.outlets.items()
    }
    voices = {name_body(voice.name): voice.name for voice in reading.voices if voice.kind == "outlet"}
    return voices | hands
