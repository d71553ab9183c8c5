"""How like are two names? Their words are paired, and what is unlike, contradicted or left out takes points off.

A name starts with 1000 points. A pair of words takes off its unlikeness, by weight. Words left over on both sides
contradict each other; words left over on one side only are omitted, which weighs less. All points are integers,
so that a score is the same sum everywhere, and a trace of the same computation explains it.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.assignment import assign
from ostiary.names.kernels import kernel
from ostiary.names.relations import INITIAL, SAME, SHARED_SYMBOL

#: Points of a name that is the same in every word.
WHOLE: Final = 1000

#: Words of this weight and more can identify someone; others only go with them.
FULL: Final = 80

#: Words of this weight and more contradict each other; others (company, LLC, al) are at most left out.
TELLING: Final = 25

#: Words of more weight than this are numbers: they tell two bearers of one name apart, and name nobody themselves.
NAMING: Final = 150

#: Strength of pairs of which none is sure.
UNSURE: Final = -8

#: Pairs of full words less alike than this leave it open whether they are one name: each is as strong as one with
#: an initial, and all of them alone identify nobody.
SURE: Final = 600

#: An acronym of so many letters costs this many percent: few are equal by accident. So does a shorter one of
#: common words alone: bodies go by their first letters, and firms by their brand.
LETTERS_OF_TELLING_ACRONYM: Final = 4
TELLING_ACRONYM: Final = 88

#: A place beside an acronym says where the bearer is, and counts a tenth: PLA China.
_TENTH: Final = 10

#: What a row of costs holds after the weights of the fifteen word kinds.
COST_NAMES: Final = (
    "UNLIKE",
    "CONTRADICTED",
    "OMITTED",
    "ADDED",
    "ORDER",
    "JOINED",
    "LONELY",
    "ACRONYM",
    "CUT",
    "REORDERED",
    "SIGNS_MOVED",
    "DOUBTFUL",
)
UNLIKE: Final = 15
CONTRADICTED: Final = 16
OMITTED: Final = 17
ADDED: Final = 18
ORDER: Final = 19
JOINED: Final = 20
LONELY: Final = 21
ACRONYM: Final = 22
CUT: Final = 23
REORDERED: Final = 24
SIGNS_MOVED: Final = 25
DOUBTFUL: Final = 26
COSTS: Final = 27

#: Columns of a trace, and what its rows are.
TRACE_COLUMNS: Final = 5
PAIR_ROW: Final = 1
JOINED_LISTED_ROW: Final = 2
JOINED_QUERY_ROW: Final = 3
CONTRADICTED_ROW: Final = 4
OMITTED_ROW: Final = 5
ADDED_ROW: Final = 6
ORDER_ROW: Final = 7
LONELY_ROW: Final = 8
ACRONYM_ROW: Final = 9

#: Points of two names of which none is the other's acronym: less than any alignment gives.
NO_ACRONYM: Final = -(1 << 30)

_KIND_PLACE = 9
_KIND_SYLLABLE = 11
_MOST_JOINED = 3
#: Strength of a pair of full words, and of the pairs that identify: two of them.
FULL_PAIR: Final = 2
IDENTIFYING: Final = 4


class Side(NamedTuple):
    """The words of one name, ready to be aligned.

    Attributes:
        words: int32[n], word numbers.
        weights: int64[n], what each counts.
        keys: int64[n], hash of each.
        pair_keys: int64[n], hash of each and its next one written together; 0 where there is none.
        triple_keys: int64[n], the same with the next two.
        acronym: Hash of the first letters of the words that count, or 0.
        cut: Whether a field of a payment may have ended within the name. Names in lists never are.
    """

    words: Array
    weights: Array
    keys: Array
    pair_keys: Array
    triple_keys: Array
    acronym: int
    cut: bool


@kernel
def _note(trace: Array, row: int, what: tuple[int, int, int, int, int]) -> int:
    if row < trace.shape[0]:
        for column in range(TRACE_COLUMNS):
            trace[row, column] = what[column]
    return row + 1


@kernel
def names_someone(weight: int) -> bool:
    """Return whether a word of this weight can identify someone."""
    return FULL <= weight <= NAMING


@kernel
def _naming_words(weights: Array) -> int:
    count = 0
    for weight in weights:
        count += names_someone(weight)
    return count


@kernel
def _join(one: Side, many: Side, used: tuple[Array, Array], joins: Array) -> int:
    """Set ``joins[i]`` to (first word, number of words) on the other side that word i is written together from.

    Returns:
        How strong these pairs are: as the words apart would be; *Abdul Hadi* in one word is one name still.
    """
    used_one, used_many = used
    strength = 0
    for word in range(one.keys.size):
        for first in range(many.keys.size):
            length = 0
            if many.pair_keys[first] == one.keys[word]:
                length = 2
            elif many.triple_keys[first] == one.keys[word]:
                length = _MOST_JOINED
            if length == 0 or used_one[word] or used_many[first : first + length].any():
                continue
            used_one[word] = True
            used_many[first : first + length] = True
            joins[word, 0], joins[word, 1] = first, length
            naming = _naming_words(many.weights[first : first + length])
            strength += min(FULL_PAIR * max(naming, 1), IDENTIFYING)
    return strength


@kernel
def _joined_points(
    one: Side, many: Side, joins: Array, costs: Array, total: int, noted: tuple[Array, int, int]
) -> tuple[int, int]:
    trace, row, row_kind = noted
    points = 0
    for word in range(one.keys.size):
        first, length = joins[word]
        if length == 0:
            continue
        weight = one.weights[word] + many.weights[first : first + length].sum()
        taken = -(weight * costs[JOINED]) // total
        points += taken
        row = _note(trace, row, (row_kind, word, first, length, taken))
    return points, row


@kernel
def _comes_first(one: Side, other: Side) -> bool:
    """Whether one side is the first of the two in a fixed order, so that both directions choose alike."""
    if one.keys.size != other.keys.size:
        return bool(one.keys.size < other.keys.size)
    for place in range(one.keys.size):
        if one.keys[place] != other.keys[place]:
            return bool(one.keys[place] < other.keys[place])
    return True


@kernel
def _join_words(
    likeness: Array, query: Side, listed: Side, used: tuple[Array, Array], joins: tuple[Array, Array]
) -> int:
    """Mark words that are written together on one side and apart on the other, where none is the same.

    Returns:
        How strong these pairs are; 0 where there is none.
    """
    same_query = np.zeros(query.words.size, dtype=np.bool_)
    same_listed = np.zeros(listed.words.size, dtype=np.bool_)
    for i in range(query.words.size):
        for j in range(listed.words.size):
            if likeness[i, listed.words[j]] == SAME and not same_listed[j] and not same_query[i]:
                same_query[i] = same_listed[j] = True
    used[0][:] = same_query
    used[1][:] = same_listed
    if _comes_first(query, listed):
        found = _join(query, listed, used, joins[0])
        found += _join(listed, query, (used[1], used[0]), joins[1])
    else:
        found = _join(listed, query, (used[1], used[0]), joins[1])
        found += _join(query, listed, used, joins[0])
    used[0][:] &= ~same_query
    used[1][:] &= ~same_listed
    return found


@kernel
def _paired_points(
    likeness: Array,
    query: Side,
    listed: Side,
    used: tuple[Array, Array],
    partners: Array,
    noted: tuple[Array, int, Array],
) -> tuple[int, int, int, int]:
    """Points taken for paired words, rows of the trace written, strength of the pairs, and how many are initials.

    A pair of full words has strength 2, one of a full word and its initial 1, or of two that are alike roughly.
    Initials on both sides have none: M. Reynolds is no Michielsen R.
    """
    costs, total, trace = noted
    points, row, strength, full, sure, ours, theirs = 0, 0, 0, 0, 0, 0, 0
    for i in range(partners.size):
        j = partners[i]
        if j < 0:
            continue
        used[0][i] = used[1][j] = True
        weight = query.weights[i] + listed.weights[j]
        unlike = SAME - likeness[i, listed.words[j]]
        taken = -(unlike * weight * costs[UNLIKE]) // (100 * total)
        points += taken
        if names_someone(query.weights[i]) and names_someone(listed.weights[j]):
            full += 1
            is_sure = SAME - unlike >= SURE
            sure += is_sure
            strength += FULL_PAIR if is_sure else 1
        if likeness[i, listed.words[j]] == INITIAL:
            ours += listed.weights[j] >= FULL
            theirs += query.weights[i] >= FULL
        row = _note(trace, row, (PAIR_ROW, i, j, 1, taken))
    initials = ours + theirs
    strength += 0 if ours and theirs else initials
    return points, row, strength if sure or not full else UNSURE, initials


@kernel
def _words_agree(likeness: Array, query: Side, listed: Side, partners: Array) -> bool:
    """Whether a telling word that names nobody by itself, of trade or place or a number, is the same in both."""
    for i in range(partners.size):
        j = partners[i]
        if j >= 0 and likeness[i, listed.words[j]] >= SHARED_SYMBOL:
            ours, theirs = query.weights[i], listed.weights[j]
            if min(ours, theirs) >= TELLING and not (names_someone(ours) or names_someone(theirs)):
                return True
    return False


@kernel
def _telling_words_met(query: Side, listed: Side, partners: Array) -> bool:
    """Whether the pairs are more than legal forms and words that join others: Overseas SA is no ZAO."""
    for i in range(partners.size):
        if partners[i] >= 0 and min(query.weights[i], listed.weights[partners[i]]) >= TELLING:
            return True
    return False


@kernel
def _pair_words(likeness: Array, query: Side, listed: Side, used: tuple[Array, Array], partners: Array) -> None:
    """Set ``partners[i]`` to the place of the listed word that the query's word i goes with, or -1."""
    partners[:] = -1
    left = np.flatnonzero(~used[0])
    right = np.flatnonzero(~used[1])
    if left.size == 0 or right.size == 0:
        return
    turned = left.size > right.size or (left.size == right.size and not _comes_first(query, listed))
    gain = np.zeros((min(left.size, right.size), max(left.size, right.size)), dtype=np.int64)
    for i in range(left.size):
        for j in range(right.size):
            worth = likeness[left[i], listed.words[right[j]]] * (query.weights[left[i]] + listed.weights[right[j]])
            # Of equals the one in the same place.
            worth += worth > 0 and left[i] == right[j]
            if turned:
                gain[j, i] = worth
            else:
                gain[i, j] = worth
    found = np.zeros(gain.shape[0], dtype=np.int64)
    assign(gain, found)
    for row in range(found.size):
        if found[row] >= 0 and turned:
            partners[left[found[row]]] = right[row]
        elif found[row] >= 0:
            partners[left[row]] = right[found[row]]


@kernel
def _is_other_order(partners: Array, joins_query: Array, joins_listed: Array) -> bool:
    places = partners.copy()
    for word in range(places.size):
        if joins_query[word, 1] > 0:
            places[word] = joins_query[word, 0]
    for word in range(joins_listed.shape[0]):
        first, length = joins_listed[word]
        places[first : first + length] = word
    previous = -1
    for place in places:
        if place >= 0:
            if place < previous:
                return True
            previous = place
    return False


@kernel
def _have_signs_moved(partners: Array, query: Side, listed: Side, sign: int) -> bool:
    """Whether signs of a syllable each stand in an order that no name has: 영수 is Yong-su, not Su-yong.

    The family name may have gone from first to last or back: then the places only start elsewhere in the round.

    Args:
        partners: Of each word of the query.
        query: Its words.
        listed: The listed words.
        sign: The weight by which signs are known.
    """
    first = previous = -1
    turns = 0
    for word in range(partners.size):
        place = partners[word]
        if place < 0 or sign not in (query.weights[word], listed.weights[place]):
            continue
        first = place if first < 0 else first
        turns += place < previous
        previous = place
    return bool(turns + (first < previous) > 1)


@kernel
def _ends_of_name(weights: Array) -> tuple[int, int]:
    """The places of the first and the last full word; -1 where there is none."""
    first = last = -1
    for place in range(weights.size):
        if weights[place] >= FULL:
            first = place if first < 0 else first
            last = place
    return first, last


@kernel
def _is_family_first(partners: Array, query: Side, listed: Side) -> bool:
    """Whether the last word of one name is the first of the other, as where lists put the family name first."""
    first, last = _ends_of_name(query.weights)
    other_first, other_last = _ends_of_name(listed.weights)
    return first >= 0 and bool(partners[last] == other_first >= 0 or partners[first] == other_last >= 0)


@kernel
def _order_points(
    partners: Array, joins: tuple[Array, Array], query: Side, listed: Side, left: int, costs: Array
) -> int:
    """Return the points taken for words in another order.

    It says more where a name is left over (``left``), unless it is that of lists, the family name first.
    """
    if _have_signs_moved(partners, query, listed, costs[_KIND_SYLLABLE]):
        return int(-costs[SIGNS_MOVED])
    if not _is_other_order(partners, joins[0], joins[1]):
        return 0
    usual = left < FULL or _is_family_first(partners, query, listed)
    return int(-costs[ORDER] if usual else -costs[REORDERED])


@kernel
def _is_beginning(partners: Array, words: int) -> bool:
    """Whether the first words of both names, so many, are paired in their order."""
    for place in range(words):
        if place >= partners.size or partners[place] != place:
            return False
    return words > 1


@kernel
def leftover_points(
    query: tuple[int, int], listed: tuple[int, int], total: int, costs: Array
) -> tuple[int, int, int]:
    """Return the points taken for words left over: contradicted, omitted by the query, added by it.

    Args:
        query: Weight of the query's words that found no partner, and of the telling ones among them.
        listed: The same of the listed name.
        total: Weight of all words of both names.
        costs: int64[COSTS].
    """
    both = min(query[1], listed[1])
    contradicted = -(2 * both * WHOLE * costs[CONTRADICTED]) // (100 * total)
    omitted = -((listed[0] - both) * WHOLE * costs[OMITTED]) // (100 * total)
    added = -((query[0] - both) * WHOLE * costs[ADDED]) // (100 * total)
    return contradicted, omitted, added


@kernel
def wanted_strength(naming: int) -> int:
    """Return how strong pairs must be to identify someone: two full words, or all of a name that has fewer."""
    return min(FULL_PAIR * naming, IDENTIFYING)


@kernel
def lonely_points(missing: int, left: int, costs: Array) -> int:
    """Return the points taken where the pairs are too weak to identify someone, and other words stand beside them.

    An initial that fits makes up for half, but not where another full name is left over.

    Args:
        missing: The strength that is missing.
        left: Weight of the telling words left over, on the side that has more of them.
        costs: int64[COSTS].
    """
    return int(-costs[LONELY] if missing > 1 or left >= FULL else -(costs[LONELY] // 2))


@kernel
def _leftover(weights: Array, used: Array) -> tuple[int, int]:
    """Weight of the words that found no partner, and of the telling ones among them."""
    left, telling = 0, 0
    for place in range(weights.size):
        if not used[place]:
            left += weights[place]
            telling += weights[place] if weights[place] >= TELLING else 0
    return left, telling


@kernel
def _beside_acronym(one: Side, other: Side, place: int) -> int:
    """Weight of what stands beside the acronym of the other name that names this one; -1 if none does.

    Args:
        one: The name that may be the acronym.
        other: The name that it may stand for.
        place: The weight by which places are known.
    """
    named, rest = False, 0
    for word in range(one.keys.size):
        if one.keys[word] == other.acronym and not named:
            named = True
        elif one.weights[word] >= FULL:
            return -1
        else:
            rest += one.weights[word] // (_TENTH if one.weights[word] == place else 1)
    return rest if named else -1


@kernel
def acronym_points(query: Side, listed: Side, costs: Array) -> int:
    """Return the points of two names of which one is the first letters of the other's words, or ``NO_ACRONYM``.

    A place or a legal form may stand beside the acronym: *PLA China*.
    """
    short, whole = query, listed
    rest = _beside_acronym(short, whole, costs[_KIND_PLACE])
    if rest < 0:
        short, whole = listed, query
        rest = _beside_acronym(short, whole, costs[_KIND_PLACE])
    if rest < 0:
        return NO_ACRONYM
    weights = short.weights
    cost = costs[ACRONYM]
    if (whole.weights >= TELLING).sum() >= LETTERS_OF_TELLING_ACRONYM or not (whole.weights >= FULL).any():
        cost = cost * TELLING_ACRONYM // 100
    return int(WHOLE - cost - (rest * WHOLE * costs[OMITTED]) // (200 * weights.sum()))


@kernel
def align(likeness: Array, query: Side, listed: Side, costs: Array, trace: Array) -> int:
    """Return the points of one name against another.

    Args:
        likeness: int16[Q, W], from :func:`~ostiary.names.relations.relate_words`.
        query: The query's name; its words are the rows of ``likeness``.
        listed: The listed name; its words are columns of ``likeness``.
        costs: int64[COSTS].
        trace: int64[rows, TRACE_COLUMNS] of zeros, filled with what took points as far as it has rows; pass no
            rows to leave it out.

    Returns:
        At most 1000; below 0 for names that contradict each other throughout.
    """
    total = query.weights.sum() + listed.weights.sum()
    used = (np.zeros(query.words.size, dtype=np.bool_), np.zeros(listed.words.size, dtype=np.bool_))
    joins_query = np.zeros((query.words.size, 2), dtype=np.int64)
    joins_listed = np.zeros((listed.words.size, 2), dtype=np.int64)
    joined = _join_words(likeness, query, listed, used, (joins_query, joins_listed))
    partners = np.zeros(query.words.size, dtype=np.int64)
    _pair_words(likeness, query, listed, used, partners)

    points, row, strength, initials = _paired_points(
        likeness, query, listed, used, partners, (costs, total, trace)
    )
    points += WHOLE
    if joined:
        taken, row = _joined_points(query, listed, joins_query, costs, total, (trace, row, JOINED_LISTED_ROW))
        points += taken
        taken, row = _joined_points(listed, query, joins_listed, costs, total, (trace, row, JOINED_QUERY_ROW))
        points += taken
    query_left, listed_left = _leftover(query.weights, used[0]), _leftover(listed.weights, used[1])
    contradicted, omitted, added = leftover_points(query_left, listed_left, total, costs)
    is_beginning = (query.cut and _is_beginning(partners, query.words.size)) or (
        listed.cut and _is_beginning(partners, listed.words.size)
    )
    if is_beginning:
        omitted, added = max(omitted, -costs[CUT]), max(added, -costs[CUT])
    row = _note(trace, row, (CONTRADICTED_ROW, 0, 0, 0, contradicted))
    row = _note(trace, row, (OMITTED_ROW, 0, 0, 0, omitted))
    row = _note(trace, row, (ADDED_ROW, 0, 0, 0, added))
    points += contradicted + omitted + added
    left = max(query_left[1], listed_left[1])
    reordered = _order_points(partners, (joins_query, joins_listed), query, listed, left, costs)
    points += reordered
    row = _note(trace, row, (ORDER_ROW, 0, 0, 0, reordered))
    strength += joined
    if left > 0 and not joined and not _telling_words_met(query, listed, partners):
        strength = UNSURE
    wanted = wanted_strength(max(_naming_words(query.weights), _naming_words(listed.weights)))
    others = query_left[0] + listed_left[0] + initials
    if strength < wanted and (others > 0 or strength < 0) and not is_beginning:
        lonely = lonely_points(wanted - strength, left, costs)
        if left == 0 and initials == 0 and _words_agree(likeness, query, listed, partners):
            lonely = max(lonely, -costs[DOUBTFUL])
        points += lonely
        _note(trace, row, (LONELY_ROW, 0, 0, 0, lonely))
    as_acronym = acronym_points(query, listed, costs)
    if points < as_acronym:
        points = as_acronym
        trace[:] = 0
        _note(trace, 0, (ACRONYM_ROW, 0, 0, 0, as_acronym - WHOLE))
    return points
