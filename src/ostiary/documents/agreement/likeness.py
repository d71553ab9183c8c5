"""How alike are two things that are said? Terms by weight, the deed, the speaker, numbers, dates, denial."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ostiary.documents.agreement.concepts import common_concepts, passing_words, read_concepts
from ostiary.documents.agreement.contraries import exclude_each_other, is_denied_by_one, may_be_same_day
from ostiary.documents.agreement.propositions import DENIALS, Proposition
from ostiary.documents.agreement.shared_voices import names_speaker, share_speaker, speaker_key
from ostiary.documents.agreement.weighing import (
    ENOUGH_SHARED,
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
SAME_DEED, OTHER_DEED = 1.1, 0.8
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


def _compare_all(propositions: Sequence[Proposition]) -> Iterator[Likeness]:
    weights = weigh_terms(propositions)
    own = Postings([proposition.own for proposition in propositions], weights)
    near = Postings([proposition.near for proposition in propositions], weights)
    once = find_links(propositions)
    links = Postings(once, dict.fromkeys(weights, LINK))
    sharing = count_for_sharing(propositions)
    keys = [speaker_key(proposition) for proposition in propositions]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    speakers = np.array([numbers[key] for key in keys])
    heard = {(proposition.report, key) for proposition, key in zip(propositions, keys, strict=True) if key}
    sizes = np.array([sum(weights.get(key, 0.0) for key in proposition.own) for proposition in propositions])
    for one, left in enumerate(propositions):
        within = own.add_up(left.own)[one + 1 :]
        beside = (near.add_up(left.own) + own.add_up(left.near))[one + 1 :]
        shorter, longer = np.minimum(sizes[one], sizes[one + 1 :]), np.maximum(sizes[one], sizes[one + 1 :])
        size = np.maximum(SHORTER * shorter + (1 - SHORTER) * longer, SMALLEST)
        scores = np.minimum((within + np.minimum(BESIDE * beside, within)) / size, 1.0)
        linked = np.minimum(links.add_up(once[one])[one + 1 :], MOST_LINKS)
        spoken = SAME_SPEAKER * (speakers[one + 1 :] == speakers[one]) * bool(keys[one])
        shared = sharing.add_up(left.own)[one + 1 :]
        enough = (shared >= ENOUGH_SHARED) | ((spoken > 0) & (shared > 0))
        for place in np.flatnonzero(enough & (scores + linked + spoken >= WORTH_A_LOOK)).tolist():
            right = propositions[one + 1 + place]
            if _are_comparable(left, right):
                crossed = keys[one] != keys[one + 1 + place] and (
                    (right.report, keys[one]) in heard or (left.report, keys[one + 1 + place]) in heard
                )
                score = float(scores[place]) * (CROSSED if crossed else 1.0)
                score = _judge(left, right, score, float(linked[place]))
                if score >= WORTH_A_LOOK:
                    yield Likeness(one, one + 1 + place, score, exclude_each_other(left, right))


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
    bodies = read_concepts().bodies
    if left.own & bodies and right.own & bodies and not left.own & right.own & bodies:
        score *= OTHER_BODY
    if left.own & right.own <= left.names | right.names:
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
