"""Which propositions are one claim? Groups round a representative that every member must match: no drift."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import inf

from ostiary.documents.agreement.concepts import common_concepts
from ostiary.documents.agreement.likeness import Likeness, overlap
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.relatedness import Related

#: At or above this two propositions are one claim.
SURE = 0.6
#: At or above this they are if each is the other's nearest in its report,
LIKELY = 0.25
#: (where neither report names anybody, so that little is lost, at or above this)
LIKELY_UNSAID = 0.45
#: and by how much nearer than the next claim.
MARGIN = 1.2
#: Two that are surely one claim are not where one of them is nearer to a third, by more than this share.
NOT_FAR = 0.85
#: So many terms must be shared by claims that reports of different stories make in passing.
SHARED_IN_PASSING = 3
#: How many of the nearest are kept for comparison.
KEPT = 8
#: What a further member must have with the representative.
MEMBER = 0.55
#: At or above this two propositions of one report are one claim: headline and lead.
RESTATED = 0.7
#: What part of its words another must hold to be told by it.
HALF = 0.5
#: Contrary things are on one matter from here on.
ONE_MATTER = 0.5


@dataclass(slots=True)
class Group:
    """Propositions that say the same, or contrary things of one matter.

    Attributes:
        representative: The one that all others are like.
        members: Positions of all, the representative with them.
        score: Likeness of the two that it began with.
        contrary: Whether its two members exclude each other.
        related: Whether all its reports tell one story.
    """

    representative: int
    members: list[int] = field(default_factory=list)
    score: float = 0.0
    contrary: bool = False
    related: bool = True


Scores = Mapping[tuple[int, int], float]


def group_propositions(
    propositions: Sequence[Proposition], found: Sequence[Likeness], related: Related
) -> tuple[Group, ...]:
    """Return the groups that reach over several reports, most alike first; pairs that exclude each other last.

    Args:
        propositions: What was compared.
        found: Their likenesses, best first.
        related: The pairs of reports that tell one story.
    """
    best_last = reversed(found)
    scores = {(likeness.left, likeness.right): likeness.score for likeness in best_last if not likeness.contrary}
    homes: dict[int, Group] = {}
    contrary: list[Group] = []
    for likeness in _accept(propositions, found, related):
        if not likeness.contrary:
            _place(likeness, propositions, homes, scores)
        elif propositions[likeness.left].report != propositions[likeness.right].report:
            pair = _order(likeness, propositions)
            contrary.append(Group(pair[0], list(pair), likeness.score, contrary=True))
    found_groups = [*{id(group): group for group in homes.values()}.values(), *contrary]
    for group in found_groups:
        reports = sorted({propositions[at].report for at in group.members})
        group.related = related.issuperset(combinations(reports, 2))
    several = (group for group in found_groups if len({propositions[at].report for at in group.members}) > 1)
    return tuple(sorted(several, key=lambda group: (group.contrary, -group.score)))


def _accept(
    propositions: Sequence[Proposition], found: Sequence[Likeness], related: Related
) -> Iterator[Likeness]:
    """Yield the likenesses that make two propositions one claim, or contrary claims on one matter."""
    nearest = _find_nearest(propositions, found)
    for likeness in found:
        left, right = propositions[likeness.left], propositions[likeness.right]
        if left.report == right.report:
            if likeness.score >= RESTATED:
                yield likeness
            continue
        rival = max(
            _rival(nearest[likeness.left, right.report], right, propositions),
            _rival(nearest[likeness.right, left.report], left, propositions),
        )
        told = (left.report, right.report) in related
        if likeness.score >= _find_bar(likeness, (left, right), rival, told=told):
            yield likeness


def _find_bar(likeness: Likeness, pair: tuple[Proposition, Proposition], rival: float, *, told: bool) -> float:
    """Return what two propositions of different reports must reach.

    Args:
        likeness: Theirs.
        pair: The two.
        rival: The nearest that either of them has besides.
        told: Whether the reports tell one story.
    """
    left, right = pair
    sure = likeness.score >= SURE and not likeness.contrary
    if not told:
        enough = len((left.own & right.own) - common_concepts()) >= SHARED_IN_PASSING
        return MARGIN * rival if sure and enough else inf
    if sure:
        return NOT_FAR * rival
    if likeness.contrary:
        return max(ONE_MATTER, MARGIN * rival)
    said = left.claim.attributed or right.claim.attributed
    return max(LIKELY if said else LIKELY_UNSAID, MARGIN * rival)


Nearest = Mapping[tuple[int, int], Sequence[tuple[int, float]]]


def _find_nearest(propositions: Sequence[Proposition], found: Sequence[Likeness]) -> Nearest:
    """Return, for each proposition and report, some of the nearest there, best first, with how near."""
    nearest: dict[tuple[int, int], list[tuple[int, float]]] = {}
    for likeness in found:
        for at, other in ((likeness.left, likeness.right), (likeness.right, likeness.left)):
            known = nearest.setdefault((at, propositions[other].report), [])
            if len(known) < KEPT:
                known.append((other, likeness.score))
    return nearest


def _rival(
    known: Sequence[tuple[int, float]], proposition: Proposition, propositions: Sequence[Proposition]
) -> float:
    """Return how near the nearest is besides a proposition; what overlaps it tells the same and is no rival."""
    return next((score for at, score in known if not overlap(propositions[at], proposition)), 0.0)


def _order(likeness: Likeness, propositions: Sequence[Proposition]) -> tuple[int, int]:
    """Return the two propositions, the plainer one first."""
    one, other = sorted((likeness.left, likeness.right), key=lambda at: (len(propositions[at].own), at))
    return one, other


def _place(
    likeness: Likeness, propositions: Sequence[Proposition], homes: dict[int, Group], scores: Scores
) -> None:
    """Put two propositions that are one claim into one group."""
    one, other = likeness.left, likeness.right
    if one in homes and other in homes:
        return
    known, new = (one, other) if one in homes else (other, one)
    if known in homes and _score(scores, homes[known].representative, new) >= MEMBER:
        homes[known].members.append(new)
        homes[new] = homes[known]
        return
    if any(_is_told_better(*pair, propositions, homes) for pair in ((one, other), (other, one))):
        return
    plain, longer = _order(likeness, propositions)
    group = Group(plain, [plain, longer], likeness.score)
    homes[new] = group
    homes.setdefault(known, group)


def _is_told_better(at: int, other: int, propositions: Sequence[Proposition], homes: Mapping[int, Group]) -> bool:
    """Return whether the words of a proposition are already one claim with others of the report of a second."""
    mine, report = propositions[at], propositions[other].report
    return any(
        propositions[member].report == report
        for home, group in homes.items()
        if propositions[home].report == mine.report and _holds(mine, propositions[home])
        for member in group.members
    )


def _holds(one: Proposition, other: Proposition) -> bool:
    """Return whether a proposition holds at least half of the words of another of its report."""
    shared = min(one.run.stop, other.run.stop) - max(one.run.start, other.run.start)
    return shared >= HALF * len(other.run)


def _score(scores: Scores, one: int, other: int) -> float:
    return scores.get((min(one, other), max(one, other)), 0.0)
