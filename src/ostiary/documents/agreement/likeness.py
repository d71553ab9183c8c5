"""How alike are two things that are said? Terms by weight, the deed, the speaker, numbers, dates, denial."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from ostiary.documents.agreement.concepts import common_concepts, passing_words, read_concepts
from ostiary.documents.agreement.propositions import DENIALS, Proposition
from ostiary.documents.agreement.speakers import fold_name, same_voice

#: What a term that nearly every report has counts, against one that few have.
COMMON = 0.4
#: A party, a person or a number is worth more than a word.
NAMED = 1.4
NAMING = ("party ", "person ", "number ")
#: What a shared term counts that stands beside one of the two and not in it; at most as much as those in both.
BESIDE = 0.5
#: How much the shorter of two counts in their common size: a clause may be all that a report has of it.
SHORTER = 0.65
#: Nothing counts as smaller than this: one shared word is not the same claim.
SMALLEST = 1.5
#: Pairs below this are not looked at further.
WORTH_A_LOOK = 0.25
SAME_DEED, OTHER_DEED = 1.1, 0.8
SAME_SPEAKER = 0.25
#: What it counts that two reports give one claim each of the same person.
LONE_SPEAKER = 0.45
OTHER_BODY, OTHER_DATE = 0.8, 0.6
#: One shared word that names nobody and counts nothing is weak evidence.
ONE_WORD = 0.6

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two propositions of different reports are.

    Attributes:
        left: Position of the one in the sequence compared.
        right: Position of the other.
        score: From 0, nothing shared, to about 1, the same.
        contrary: Whether they say contrary things of one matter, so that the score is of the matter only.
    """

    left: int
    right: int
    score: float
    contrary: bool = False


def weigh_terms(propositions: Sequence[Proposition]) -> Mapping[str, float]:
    """Return how much each term tells, between 0 and about 1.4: rare ones much, those of every report little."""
    counts: dict[str, int] = {}
    whole = [proposition for proposition in propositions if proposition.whole]
    for proposition in whole:
        for key in proposition.own | proposition.near:
            counts[key] = counts.get(key, 0) + 1
    total = log(1 + len(whole))
    common = common_concepts()
    return {key: log(1 + len(whole) / count) / total * _standing(key, common) for key, count in counts.items()}


def _standing(key: str, common: frozenset[str]) -> float:
    if key.startswith(NAMING):
        return NAMED
    return COMMON if key in common else 1.0


@dataclass(frozen=True, slots=True)
class _Table:
    """The terms of one report's propositions, a row for each: shape (propositions, terms)."""

    first: int
    own: Floats
    near: Floats
    sizes: Floats


def _tabulate(propositions: Sequence[Proposition], weights: Mapping[str, float]) -> Iterator[_Table]:
    """Yield the table of each report; ``own`` and ``near`` hold the square root of the weights of their terms."""
    columns = {key: column for column, key in enumerate(weights)}
    roots = np.sqrt(np.fromiter(weights.values(), np.float32, len(weights)))
    starts = [
        at for at in range(len(propositions)) if not at or propositions[at].report != propositions[at - 1].report
    ]
    for first, stop in zip(starts, [*starts[1:], len(propositions)], strict=True):
        own = np.zeros((stop - first, len(columns)), np.float32)
        near = np.zeros_like(own)
        for row, proposition in enumerate(propositions[first:stop]):
            own[row, [columns[key] for key in proposition.own]] = 1
            near[row, [columns[key] for key in proposition.near if key in columns]] = 1
        own, near = own * roots, near * roots
        yield _Table(first, own, near, np.square(own).sum(axis=1))


def measure_likeness(propositions: Sequence[Proposition]) -> tuple[Likeness, ...]:
    """Return how alike propositions are, best first; those that share little or overlap are left out.

    A report's own propositions are compared too: headline and lead tell the same.

    Args:
        propositions: Of all reports, report by report.
    """
    weights = weigh_terms(propositions)
    tables = list(_tabulate(propositions, weights))
    found = [*_match_silences(propositions), *_match_lone_speakers(propositions)]
    found += [
        likeness
        for place, left in enumerate(tables)
        for right in tables[place:]
        for likeness in _compare_tables(propositions, left, right)
    ]
    return tuple(sorted(found, key=lambda likeness: (-likeness.score, likeness.left, likeness.right)))


def _match_silences(propositions: Sequence[Proposition]) -> Iterator[Likeness]:
    """Yield the pairs in which one voice says nothing: then what it was asked about is often not repeated."""
    silent = [
        at
        for at, proposition in enumerate(propositions)
        if proposition.whole and proposition.claim.stance == "declined to comment"
    ]
    for place, one in enumerate(silent):
        for other in silent[place + 1 :]:
            if share_speaker(propositions[one], propositions[other]):
                yield Likeness(one, other, 1.0)


def _match_lone_speakers(propositions: Sequence[Proposition]) -> Iterator[Likeness]:
    """Yield the pairs in which two reports give one claim each of a person, and something around it is shared."""
    spoken: dict[tuple[int, str], list[int]] = {}
    for at, proposition in enumerate(propositions):
        speaker = proposition.claim.chain[-1]
        if proposition.whole and proposition.claim.attributed and speaker.kind == "person":
            spoken.setdefault((proposition.report, fold_name(speaker.name)), []).append(at)
    idle = common_concepts() - frozenset(map(read_concepts().of_word, passing_words("setting")))
    lone = [places[0] for places in spoken.values() if len(places) == 1]
    for place, one in enumerate(lone):
        for other in lone[place + 1 :]:
            left, right = propositions[one], propositions[other]
            around = (left.own | left.near) & (right.own | right.near) - idle
            named = sum(key.startswith("person ") for key in around)
            apart = left.report != right.report and _are_comparable(left, right)
            if apart and len(around) > named and share_speaker(left, right):
                yield Likeness(one, other, LONE_SPEAKER, exclude_each_other(left, right))


def _compare_tables(propositions: Sequence[Proposition], left: _Table, right: _Table) -> Iterator[Likeness]:
    within = left.own @ right.own.T
    beside = left.own @ right.near.T + left.near @ right.own.T
    shorter = np.minimum(left.sizes[:, None], right.sizes[None, :])
    longer = np.maximum(left.sizes[:, None], right.sizes[None, :])
    sizes = np.maximum(SHORTER * shorter + (1 - SHORTER) * longer, SMALLEST)
    scores = np.minimum((within + np.minimum(BESIDE * beside, within)) / sizes, 1.0)
    for row, column in np.argwhere(scores >= WORTH_A_LOOK).tolist():
        one, other = left.first + row, right.first + column
        if one >= other or not _are_comparable(propositions[one], propositions[other]):
            continue
        score = _judge(propositions[one], propositions[other], float(scores[row, column]))
        if score >= WORTH_A_LOOK:
            yield Likeness(one, other, score, exclude_each_other(propositions[one], propositions[other]))


def _are_comparable(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions may be one claim: apart in the text, and not one of them a silence."""
    silent = [proposition.claim.stance == "declined to comment" for proposition in (left, right)]
    return silent[0] == silent[1] and not overlap(left, right)


def overlap(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions are of one claim, or share words of one report."""
    if left.claim is right.claim:
        return True
    return left.report == right.report and left.run.start < right.run.stop and right.run.start < left.run.stop


def _judge(left: Proposition, right: Proposition, score: float) -> float:
    """Return a score after all that is not a matter of shared terms."""
    if left.acts and right.acts:
        score *= SAME_DEED if left.acts & right.acts else OTHER_DEED
    bodies = read_concepts().bodies
    if left.own & bodies and right.own & bodies and not left.own & right.own & bodies:
        score *= OTHER_BODY
    if not may_be_same_day(left, right):
        score *= OTHER_DATE
    same_speaker = left.report != right.report and share_speaker(left, right)
    if not same_speaker and _share_one_word(left, right):
        score *= ONE_WORD
    if same_speaker:
        score += SAME_SPEAKER * (2 if left.claim.stance in DENIALS and right.claim.stance in DENIALS else 1)
    return score


def _share_one_word(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions share one term only, and it is neither a name nor a number."""
    shared = left.own & right.own
    return len(shared) == 1 and not any(key.startswith(NAMING) for key in shared)


def exclude_each_other(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions on one matter cannot both be true: other number, contrary deed, denial."""
    if differ_in_number(left, right):
        return True
    contrary = read_concepts().contrary
    opposed = not left.acts & right.acts and any(contrary.get(act) in right.acts for act in left.acts)
    return (left.denied != right.denied) != opposed


def share_speaker(left: Proposition, right: Proposition) -> bool:
    """Return whether the chains of two propositions end at one person or institution."""
    one, other = left.claim.chain, right.claim.chain
    if min(len(one), len(other)) < 2 or "outlet" in {one[-1].kind, other[-1].kind}:  # noqa: PLR2004 - publisher only
        return False
    return same_voice(one[-1], other[-1])


def may_be_same_day(left: Proposition, right: Proposition) -> bool:
    """Return whether the dates of two propositions may be the same day; true where one has none."""
    if not left.period or not right.period:
        return True
    return left.period.first <= right.period.last and right.period.first <= left.period.last


def differ_in_number(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions give numbers of the same thing, and none of one agrees with the other."""
    pairs = [(one, other) for one in left.quantities for other in right.quantities if one.compares(other)]
    return bool(pairs) and not any(one.agrees(other) for one, other in pairs)
