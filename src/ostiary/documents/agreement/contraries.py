"""Can two propositions on one matter both be true?"""

from ostiary.documents.agreement.concepts import read_concepts
from ostiary.documents.agreement.propositions import DENIALS, Proposition
from ostiary.documents.agreement.shared_voices import names_speaker, share_hand


def exclude_each_other(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions on one matter cannot both be true: other number, contrary deed, denial."""
    if differ_in_number(left, right):
        return True
    if left.open_ended != right.open_ended and not {left.claim.stance, right.claim.stance} & DENIALS:
        return False  # what may or must be excludes nothing that was
    contrary = read_concepts().contrary
    opposed = not left.acts & right.acts and any(contrary.get(act) in right.acts for act in left.acts)
    if is_denied_by_one(left, right) == opposed or not (opposed or left.acts & right.acts):
        return False
    if {left.claim.stance, right.claim.stance} & DENIALS:
        return True
    # One source told twice: a word of denial more or less is wording.
    return not (names_speaker(left, right) or share_hand(left, right))


def may_be_same_day(left: Proposition, right: Proposition) -> bool:
    """Return whether the dates of two propositions may be the same day; true where one has none."""
    if not left.period or not right.period:
        return True
    return left.period.first <= right.period.last and right.period.first <= left.period.last


def differ_in_number(left: Proposition, right: Proposition) -> bool:
    """Return whether two propositions give numbers of the same thing, and none of one agrees with the other."""
    if tell_of_themselves(left, right):
        return False
    pairs = [(one, other) for one in left.quantities for other in right.quantities if one.compares(other)]
    return bool(pairs) and not any(one.agrees(other) for one, other in pairs)


def tell_of_themselves(left: Proposition, right: Proposition) -> bool:
    """Return whether two people each tell what they did themselves: their numbers may differ."""
    return left.of_self and right.of_self and not share_hand(left, right)


def is_denied_by_one(left: Proposition, right: Proposition) -> bool:
    """Return whether one of two propositions denies and the other does not even say that something is wanting."""
    return left.denied != right.denied and not (left.lacking or right.lacking)
