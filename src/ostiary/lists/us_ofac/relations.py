"""Relations between two parties of the list."""

from collections.abc import Mapping

from ostiary.lists.drafts import ALWAYS, Draft
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.context import Context
from ostiary.lists.us_ofac.periods import read_bounds
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place


def state_relation(relation: Node, context: Context, drafts: Mapping[str, Draft]) -> tuple[str, str]:
    """Add a ``ProfileRelationship`` to the party that it starts from.

    Args:
        relation: The element.
        context: The reader's tables.
        drafts: All parties by profile number.

    Returns:
        The sanctions entry that it names and the profile that it starts from, to be checked against each other.

    Raises:
        ListFileError: One of its parties does not exist, or it points to a value that does not exist.
    """
    number = relation.take_number("ID")
    source, target = relation.take("From-ProfileID"), relation.take("To-ProfileID")
    for profile in (source, target):
        if profile not in drafts:
            raise ListFileError(
                f"Profile {profile} is referred to but stands nowhere.", advice="Fetch the file again."
            )
    draft, place = drafts[source], Place("ProfileRelationship", number)
    period, valid = _read_period(relation, context, place)
    look_up = context.reference.look_up_known
    values = (
        (words.RELATION_TYPE, look_up("RelationType", relation.take("RelationTypeID"))),
        (words.RELATION_TARGET, drafts[target].party_id),
        (words.RELATION_FORMER, "true" if relation.take("Former") == "true" else ""),
        (words.RELATION_QUALITY, look_up("RelationQuality", relation.take("RelationQualityID"))),
        (words.RELATION_PERIOD, period),
        (words.RELATION_COMMENT, relation.take_leaf("Comment")),
    )
    for prop, value in values:
        draft.state(f"{draft.party_id}/{words.RELATION}/{number}", prop, value, place, valid)
    return relation.take("SanctionsEntryID"), source


def _read_period(relation: Node, context: Context, place: Place) -> tuple[str, tuple[str, str]]:
    """Return the period in EDTF, and its first and last day in ISO; empty where the list states none."""
    node = relation.find_node("DatePeriod")
    if node is None:
        return "", ALWAYS
    bounds = read_bounds(node, context.audit, place)
    return str(bounds), (bounds.first, bounds.last)
