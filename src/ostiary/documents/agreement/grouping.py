"""Which propositions are one claim? Groups round a representative that every member must match: no drift."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ostiary.documents.agreement.likeness import Likeness
from ostiary.documents.agreement.propositions import Proposition

#: At or above this two propositions are one claim.
SURE = 0.6
#: At or above this they are if each is the other's nearest in its report.
LIKELY = 0.38
#: What a further member must have with the representative.
MEMBER = 0.42


@dataclass(slots=True)
class Group:
    """Propositions that say the same.

    Attributes:
        representative: The one that all others are like.
        members: Positions of all, the representative with them.
        score: Likeness of the two that it began with.
    """

    representative: int
    members: list[int] = field(default_factory=list)
    score: float = 0.0


Scores = Mapping[tuple[int, int], float]


def group_propositions(propositions: Sequence[Proposition], found: Sequence[Likeness]) -> tuple[Group, ...]:
    """Return the groups that reach over several reports, most alike first.

    Args:
        propositions: What was compared.
        found: Their likenesses, best first.
    """
    scores = {(likeness.left, likeness.right): likeness.score for likeness in found}
    homes: dict[int, Group] = {}
    for likeness in _accept(propositions, found):
        _place(likeness, propositions, homes, scores)
    groups = {id(group): group for group in homes.values()}.values()
    return tuple(
        sorted(
            (group for group in groups if len({propositions[at].report for at in group.members}) > 1),
            key=lambda group: -group.score,
        )
    )


def _accept(propositions: Sequence[Proposition], found: Sequence[Likeness]) -> Iterator[Likeness]:
    """Yield the likenesses that make two propositions one claim."""
    nearest: dict[tuple[int, int], str] = {}
    for likeness in found:
        left, right = propositions[likeness.left], propositions[likeness.right]
        nearest.setdefault((likeness.left, right.report), right.claim.id)
        nearest.setdefault((likeness.right, left.report), left.claim.id)
    for likeness in found:
        left, right = propositions[likeness.left], propositions[likeness.right]
        mutual = (
            nearest[likeness.left, right.report] == right.claim.id
            and nearest[likeness.right, left.report] == left.claim.id
        )
        if likeness.score >= SURE or (mutual and likeness.score >= LIKELY):
            yield likeness


def _place(
    likeness: Likeness, propositions: Sequence[Proposition], homes: dict[int, Group], scores: Scores
) -> None:
    one, other = likeness.left, likeness.right
    if one in homes and other in homes:
        return
    if one not in homes and other not in homes:
        plain, longer = sorted((one, other), key=lambda at: (len(propositions[at].own), at))
        homes[one] = homes[other] = Group(plain, [plain, longer], likeness.score)
        return
    known, new = (one, other) if one in homes else (other, one)
    group = homes[known]
    if _score(scores, group.representative, new) >= MEMBER:
        group.members.append(new)
        homes[new] = group


def _score(scores: Scores, one: int, other: int) -> float:
    return scores.get((min(one, other), max(one, other)), 0.0)
