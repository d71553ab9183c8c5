"""How alike are two things that are said? Terms by weight, the deed, the speaker, numbers, dates, denial."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ostiary.documents.agreement.concepts import acts_on_record, common_concepts, passing_words, read_concepts
from ostiary.documents.agreement.contraries import exclude_each_other, is_denied_by_one, may_be_same_day
from ostiary.documents.agreement.matters import Matters
from ostiary.documents.agreement.propositions import DENIALS, Proposition
from ostiary.documents.agreement.shared_voices import names_speaker, share_speaker, speaker_key
from ostiary.documents.agreement.weighing import (
    ENOUGH_SHARED,
    Floats,
    Postings,
    count_for_sharing,
    find_links,
    weigh_terms,
)

#: What a shared term counts that stands beside one of the two and not in it; at most as much as those in both.
BESIDE = 0.5
#: How much the shorter of two counts in their common size: a clause may be all that a report has of it.
SHORTER = 0.65
#: Nothing counts as smaller than this: one shared word is not the same claim.
SMALLEST = 1.5
#: Pairs below this are not looked at further.
WORTH_A_LOOK = 0.2
#: What a field counts that both are about, where it is not one of a word that they share.
OF_ONE_MATTER = 0.7
SAME_DEED, OTHER_DEED = 1.1, 0.8
#: The same where what both tell is done once and entered somewhere.
SAME_RECORD = 1.1
SAME_SPEAKER = 0.25
#: What it counts that two reports give one claim each of the same person.
LONE_SPEAKER = 0.45
#: The same where nothing around the two is shared.
LONE_APART = 0.3
OTHER_BODY, OTHER_DATE = 0.8, 0.6
#: What a likeness counts where two share nothing but names: of whom they speak, and not what they say.
NAMES_ONLY = 0.6
#: What a likeness counts where another says it, though both reports give the word of one of the two.
CROSSED = 0.7
#: A denial that only one has, where they do not exclude each other.
DENIED_BY_ONE = 0.8
#: What each shared term adds that stands in one sentence only of each report, and what all of them add at most.
LINK, MOST_LINKS = 0.1, 0.3


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


def measure_likeness(propositions: Sequence[Proposition]) -> tuple[Likeness, ...]:
    """Return how alike propositions are, best first; those that share little or overlap are left out.

    A report's own propositions are compared too: headline and lead tell the same.

    Args:
        propositions: Of all reports, report by report.
    """
    found = [*_match_silences(propositions), *_match_lone_speakers(propositions), *_compare_all(propositions)]
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
    """Yield the pairs in which two reports give one claim each of a person."""
    spoken: dict[tuple[int, str], list[int]] = {}
    for at, proposition in enumerate(propositions):
        if proposition.whole and proposition.claim.chain[-1].kind == "person":
            spoken.setdefault((proposition.report, speaker_key(proposition)), []).append(at)
    idle = common_concepts() - frozenset(map(read_concepts().of_word, passing_words("setting")))
    lone = [places[0] for places in spoken.values() if len(places) == 1]
    for place, one in enumerate(lone):
        for other in lone[place + 1 :]:
            left, right = propositions[one], propositions[other]
            around = (left.own | left.near) & (right.own | right.near) - idle
            set_alike = any(not key.startswith("person ") for key in around)
            if left.report != right.report and _are_comparable(left, right) and share_speaker(left, right):
                score = LONE_SPEAKER if set_alike else LONE_APART
                yield Likeness(one, other, score, exclude_each_other(left, right))


class _Shares:
    """What each proposition shares with all that follow it, as arrays."""

    def __init__(self, propositions: Sequence[Proposition]) -> None:
        self.weights = weigh_terms(propositions)
        self.keys = [speaker_key(proposition) for proposition in propositions]
        self._propositions = propositions
        self._own = Postings([proposition.own for proposition in propositions], self.weights)
        self._near = Postings([proposition.near for proposition in propositions], self.weights)
        self._once = find_links(propositions)
        self._links = Postings(self._once, dict.fromkeys(self.weights, LINK))
        self._sharing = count_for_sharing(propositions)
        self._matters = Matters(propositions)
        self._speakers = _number(self.keys)
        self._said = _number([proposition.own for proposition in propositions])
        self._sizes = np.array([sum(self.weights.get(key, 0.0) for key in each.own) for each in propositions])

    def score(self, one: int) -> Floats:
        """Return the weight of what a proposition shares with each that follows, as part of their size."""
        left, rest = self._propositions[one], slice(one + 1, None)
        within = self._own.add_up(left.own)[rest]
        beside = (self._near.add_up(left.own) + self._own.add_up(left.near))[rest]
        matter = OF_ONE_MATTER * self._matters.add_up(one)[rest]
        shorter, longer = (each(self._sizes[one], self._sizes[rest]) for each in (np.minimum, np.maximum))
        size = np.maximum(SHORTER * shorter + (1 - SHORTER) * longer, SMALLEST)
        inside = within + matter
        return np.asarray(np.minimum((inside + np.minimum(BESIDE * beside, inside)) / size, 1.0))

    def link(self, one: int) -> Floats:
        """Return what it adds to a likeness that both say what no other sentence of their reports says."""
        return np.minimum(self._links.add_up(self._once[one])[one + 1 :], MOST_LINKS)

    def find_candidates(self, one: int, likeness: Floats) -> list[int]:
        """Return how many places after a proposition those stand that are worth a closer look."""
        rest = slice(one + 1, None)
        spoken = SAME_SPEAKER * (self._speakers[rest] == self._speakers[one]) * bool(self.keys[one])
        shared = self._sharing.add_up(self._propositions[one].own)[rest] + self._matters.count(one)[rest]
        enough = (shared >= ENOUGH_SHARED) | ((spoken > 0) & (shared > 0))
        enough |= self._said[rest] == self._said[one]
        return [int(place) for place in np.flatnonzero(enough & (likeness + spoken >= WORTH_A_LOOK))]


def _number(keys: Sequence[Hashable]) -> NDArray[np.int64]:
    """Return a number for each key, the same for equal ones."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return np.array([numbers[key] for key in keys], dtype=np.int64)


def _compare_all(propositions: Sequence[Proposition]) -> Iterator[Likeness]:
    shares = _Shares(propositions)
    keys = shares.keys
    heard = {(proposition.report, key) for proposition, key in zip(propositions, keys, strict=True) if key}
    for one, left in enumerate(propositions):
        scores, links = shares.score(one), shares.link(one)
        for place in shares.find_candidates(one, scores + links):
            other = one + 1 + place
            right = propositions[other]
            if _are_comparable(left, right):
                crossed = keys[one] != keys[other] and (
                    (right.report, keys[one]) in heard or (left.report, keys[other]) in heard
                )
                score = float(scores[place]) * (CROSSED if crossed else 1.0)
                score = _judge(left, right, score, float(links[place]))
                if score >= WORTH_A_LOOK:
                    yield Likeness(one, other, score, exclude_each_other(left, right))


def _are_comparable(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions may be one claim: apart in the text, and not one of them a silence."""
    silent = [proposition.claim.stance == "declined to comment" for proposition in (left, right)]
    return silent[0] == silent[1] and not overlap(left, right)


def overlap(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions are of one claim, or share words of one report."""
    if left.claim is right.claim:
        return True
    return left.report == right.report and left.run.start < right.run.stop and right.run.start < left.run.stop


def _judge(left: Proposition, right: Proposition, score: float, linked: float) -> float:
    """Return a score after all that is not a matter of shared terms."""
    if left.acts and right.acts:
        score *= SAME_DEED if left.acts & right.acts else OTHER_DEED
    if left.acts & right.acts & acts_on_record():
        score *= SAME_RECORD
    bodies = read_concepts().bodies
    if left.own & bodies and right.own & bodies and not left.own & right.own & bodies:
        score *= OTHER_BODY
    shared = left.own & right.own
    if shared and shared <= left.names | right.names:
        score *= NAMES_ONLY
    if not may_be_same_day(left, right):
        score *= OTHER_DATE
    if is_denied_by_one(left, right):
        score *= DENIED_BY_ONE
    same_speaker = left.report != right.report and (share_speaker(left, right) or names_speaker(left, right))
    if left.report != right.report:
        score += linked
    if same_speaker:
        score += SAME_SPEAKER * (2 if left.claim.stance in DENIALS and right.claim.stance in DENIALS else 1)
    return score
