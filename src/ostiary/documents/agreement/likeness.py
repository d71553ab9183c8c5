"""How alike are two things that are said? Terms by weight, the deed, the speaker, numbers, dates, denial."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from ostiary.documents.agreement.concepts import common_concepts, passing_words, read_concepts
from ostiary.documents.agreement.propositions import DENIALS, Proposition
from ostiary.documents.agreement.speakers import fold_name, name_body, same_voice, sorts_of_body, words_of_body
from ostiary.documents.agreement.terms import person_key
from ostiary.model.claims import Link

#: What a term that nearly every report has counts, against one that few have.
COMMON = 0.4
#: A party, a person or a number is worth more than a word.
NAMED = 1.4
NAMING = ("party ", "person ", "number ")
#: Counts that stand in every report.
SMALL_COUNTS = frozenset({"number 1", "number 2"})
#: What a shared term counts that stands beside one of the two and not in it; at most as much as those in both.
BESIDE = 0.5
#: How much the shorter of two counts in their common size: a clause may be all that a report has of it.
SHORTER = 0.65
#: Nothing counts as smaller than this: one shared word is not the same claim.
SMALLEST = 1.5
#: Pairs below this are not looked at further.
WORTH_A_LOOK = 0.12
SAME_DEED, OTHER_DEED = 1.1, 0.8
SAME_SPEAKER = 0.25
#: What it counts that two reports give one claim each of the same person.
LONE_SPEAKER = 0.45
#: The same where nothing around the two is shared.
LONE_APART = 0.3
OTHER_BODY, OTHER_DATE = 0.8, 0.6
#: What a likeness counts where another says it, though both reports give the word of one of the two.
CROSSED = 0.7
#: A denial that only one has, where they do not exclude each other.
DENIED_BY_ONE = 0.8
#: What each shared term adds that stands in one sentence only of each report, and what all of them add at most.
LINK, MOST_LINKS = 0.1, 0.3

Floats = NDArray[np.float64]


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
    if key in SMALL_COUNTS:
        return COMMON
    if key.startswith(NAMING):
        return NAMED
    return COMMON if key in common else 1.0


class _Postings:
    """In which propositions each term stands: one array of positions for each, without a matrix over all terms."""

    def __init__(self, keys: Sequence[frozenset[str]], weights: Mapping[str, float]) -> None:
        places: dict[str, list[int]] = {}
        for at, held in enumerate(keys):
            for key in held:
                places.setdefault(key, []).append(at)
        self._places = {key: np.array(found, dtype=np.int64) for key, found in places.items()}
        self._weights = weights
        self._count = len(keys)

    def add_up(self, keys: frozenset[str]) -> Floats:
        """Return, for each proposition, the weight of those of the given terms that stand in it."""
        known = [key for key in keys if key in self._places]
        if not known:
            return np.zeros(self._count)
        places = [self._places[key] for key in known]
        weights = np.repeat([self._weights.get(key, 0.0) for key in known], list(map(len, places)))
        return np.asarray(np.bincount(np.concatenate(places), weights, minlength=self._count), dtype=np.float64)


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
        speaker = proposition.claim.chain[-1]
        if proposition.whole and proposition.claim.attributed and speaker.kind == "person":
            spoken.setdefault((proposition.report, fold_name(speaker.name)), []).append(at)
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
    own = _Postings([proposition.own for proposition in propositions], weights)
    near = _Postings([proposition.near for proposition in propositions], weights)
    once = _find_links(propositions)
    links = _Postings(once, dict.fromkeys(weights, LINK))
    keys = [_speaker_key(proposition) for proposition in propositions]
    speakers = np.array([hash(key) for key in keys])
    heard = {(proposition.report, key) for proposition, key in zip(propositions, keys, strict=True)}
    sizes = np.array([sum(weights.get(key, 0.0) for key in proposition.own) for proposition in propositions])
    for one, left in enumerate(propositions):
        within = own.add_up(left.own)[one + 1 :]
        beside = (near.add_up(left.own) + own.add_up(left.near))[one + 1 :]
        shorter, longer = np.minimum(sizes[one], sizes[one + 1 :]), np.maximum(sizes[one], sizes[one + 1 :])
        size = np.maximum(SHORTER * shorter + (1 - SHORTER) * longer, SMALLEST)
        scores = np.minimum((within + np.minimum(BESIDE * beside, within)) / size, 1.0)
        linked = np.minimum(links.add_up(once[one])[one + 1 :], MOST_LINKS)
        spoken = SAME_SPEAKER * (speakers[one + 1 :] == speakers[one])
        for place in np.flatnonzero(scores + linked + spoken >= WORTH_A_LOOK).tolist():
            other = one + 1 + place
            if scores[place] > 0 and _are_comparable(left, propositions[other]):
                right = propositions[other]
                crossed = keys[one] != keys[other] and (
                    (right.report, keys[one]) in heard or (left.report, keys[other]) in heard
                )
                score = float(scores[place]) * (CROSSED if crossed else 1.0)
                score = _judge(left, right, score, float(linked[place]))
                if score >= WORTH_A_LOOK:
                    yield Likeness(one, other, score, exclude_each_other(left, right))


def _find_links(propositions: Sequence[Proposition]) -> list[frozenset[str]]:
    """Return, for each proposition, those of its terms that stand in one sentence of its report only."""
    sentences: dict[tuple[int, str], set[int]] = {}
    for proposition in propositions:
        for key in proposition.own:
            sentences.setdefault((proposition.report, key), set()).add(proposition.claim.sentence)
    common = common_concepts()
    return [
        frozenset(
            key for key in proposition.own if len(sentences[proposition.report, key]) == 1 and key not in common
        )
        for proposition in propositions
    ]


def _speaker_key(proposition: Proposition) -> str:
    speaker = proposition.claim.chain[-1]
    if not proposition.claim.attributed or speaker.kind in {"outlet", "unnamed", "unknown", "group"}:
        return f"nobody {id(proposition)}"
    return person_key(speaker.name) if speaker.kind == "person" else name_body(speaker.name)


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
    if not may_be_same_day(left, right):
        score *= OTHER_DATE
    if left.denied != right.denied and not (left.lacking or right.lacking):
        score *= DENIED_BY_ONE
    same_speaker = left.report != right.report and (share_speaker(left, right) or names_speaker(left, right))
    if not same_speaker and _share_one_word(left, right):
        return 0.0
    if left.report != right.report:
        score += linked
    if same_speaker:
        score += SAME_SPEAKER * (2 if left.claim.stance in DENIALS and right.claim.stance in DENIALS else 1)
    return score


def _share_one_word(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions share one term only, and it is neither a name nor a number."""
    shared = left.own & right.own
    return len(shared) == 1 and not any(key.startswith(NAMING) and key not in SMALL_COUNTS for key in shared)


def exclude_each_other(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions on one matter cannot both be true: other number, contrary deed, denial."""
    if differ_in_number(left, right):
        return True
    contrary = read_concepts().contrary
    opposed = not left.acts & right.acts and any(contrary.get(act) in right.acts for act in left.acts)
    denied = left.denied != right.denied and not (left.lacking or right.lacking)
    if denied == opposed or not (opposed or left.acts & right.acts):
        return False
    if {left.claim.stance, right.claim.stance} & DENIALS:
        return True
    # One source told twice: a word of denial more or less is wording.
    return not (names_speaker(left, right) or share_hand(left, right))


def share_hand(left: Proposition, right: Proposition) -> bool:
    """Return whether one hand, besides an unnamed publisher, stands in the chains of both propositions."""
    return any(same_voice(one, other) for one in left.claim.chain for other in right.claim.chain)


def share_speaker(left: Proposition, right: Proposition) -> bool:
    """Return whether the chains of two propositions end at one person or institution."""
    one, other = left.claim.chain, right.claim.chain
    if min(len(one), len(other)) < 2 or "outlet" in {one[-1].kind, other[-1].kind}:  # noqa: PLR2004 - publisher only
        return False
    return same_voice(one[-1], other[-1])


def names_speaker(left: Proposition, right: Proposition) -> bool:
    """Return whether one is told in its outlet's own voice where the sentence names him who says the other.

    A person may stand anywhere in it; an institution must begin it, as the one whose act it is.
    """
    return any(
        (not one.claim.attributed or one.claim.chain[-1].kind == "unknown")
        and other.claim.attributed
        and _names(one, other.claim.chain[-1])
        for one, other in ((left, right), (right, left))
    )


def _names(proposition: Proposition, speaker: Link) -> bool:
    if speaker.kind == "person":
        return person_key(speaker.name) in proposition.own | proposition.near
    if speaker.kind != "agency":
        return False
    body = words_of_body(speaker.name)
    return (bool(body) and body <= proposition.opening) or bool(sorts_of_body(speaker.name) & proposition.opening)


def may_be_same_day(left: Proposition, right: Proposition) -> bool:
    """Return whether the dates of two propositions may be the same day; true where one has none."""
    if not left.period or not right.period:
        return True
    return left.period.first <= right.period.last and right.period.first <= left.period.last


def differ_in_number(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions give numbers of the same thing, and none of one agrees with the other."""
    pairs = [(one, other) for one in left.quantities for other in right.quantities if one.compares(other)]
    return bool(pairs) and not any(one.agrees(other) for one, other in pairs)
