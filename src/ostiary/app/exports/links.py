"""What links a party to the lists and to other parties: sanctions and relations of FollowTheMoney."""

import re
from typing import Final

from ostiary.app.exports.values import Entity, find_prefix, make_entity, make_entity_id
from ostiary.lists import describe_list
from ostiary.lists.ftm.words import load_words
from ostiary.model.acts import ActKind
from ostiary.model.parties import Entry, Party, Relation

#: The permanent reference number of an entry on the list of the UN Security Council: ``QDi.001``.
_UN_NUMBER: Final = re.compile(r"[A-Z]{2}[ie]\.\d{3}")
#: Types of relation with a schema of their own, where the party that it starts from may be that.
_OWNED: Final = ("Ownership", "asset", "owner")
_FAMILY: Final = ("Family", "person", "relative")
_RELATIONS: Final = {
    **{("Owned or Controlled By", schema): _OWNED for schema in ("Company", "Vessel", "Airplane", "Security")},
    ("Family member of", "Person"): _FAMILY,
}
_ANY_RELATION: Final = ("UnknownLink", "subject", "object")
#: Schemas that say the kind of relation under another name.
_NEAR: Final = frozenset({"Family", "Associate"})
#: Between the two ends of a period; an open end is written as dots.
_BETWEEN: Final = "/"


def make_sanction(party: Party, entry: Entry) -> Entity:
    """Return an entry: numbers, programs, measures, reasons, legal bases, dates, and where it is published."""
    description = describe_list(party.list_id)
    listed = min(_list_days(entry, "designation"), default="")
    return make_entity(
        entry.id,
        "Sanction",
        entity=[make_entity_id(party.id)],
        authority=[act.authority for act in entry.acts] or [description.authority],
        authorityId=list(entry.numbers),
        unscId=[number for number in entry.numbers if _UN_NUMBER.fullmatch(number)],
        program=[membership.program for membership in entry.programs],
        provisions=list(entry.measures),
        reason=[*entry.remarks, *(act.legal_basis for act in entry.acts)],
        listingDate=[listed],
        startDate=[listed],
        endDate=[max(_list_days(entry, "delisting"), default="")],
        modifiedAt=[max(_list_days(entry, "amendment"), default="")],
        summary=[entry.list_name],
        publisher=[description.publisher],
        sourceUrl=[description.url],
    )


def make_relation(relation: Relation, schema: str) -> Entity:
    """Return a relation under the nearest schema, with the list's own word for it.

    Args:
        relation: The relation.
        schema: That of the party which it starts from.
    """
    kind, source, target = _RELATIONS.get((relation.type, schema), _ANY_RELATION)
    if own := load_words().relations.get(relation.type):
        kind, source, target = relation.type, *own
    first, between, last = relation.period.partition(_BETWEEN)
    return make_entity(
        relation.id,
        kind,
        **{source: [make_entity_id(relation.source)], target: [make_entity_id(relation.target)]},
        **{"relationship" if kind in _NEAR else "role": [relation.type]},
        status=["former" if relation.former else ""] if kind not in _NEAR else [],
        summary=[relation.quality],
        date=[] if between else [find_prefix(first)],
        startDate=[find_prefix(first)] if between else [],
        endDate=[find_prefix(last)] if between else [],
    )


def _list_days(entry: Entry, kind: ActKind) -> list[str]:
    return [day for act in entry.acts if act.kind == kind and (day := find_prefix(act.date))]
