"""The tables of a printed dossier that hold what lists say, each row with its list where there are several."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.text import Text

from ostiary.app.cli.changes import describe_amendments
from ostiary.app.cli.dossier_notices import Citations
from ostiary.app.cli.output import clean
from ostiary.app.dossier import Dossier
from ostiary.model.acts import Act
from ostiary.model.changes import Change
from ostiary.model.notices import Notice, StatedRelation
from ostiary.model.parties import IdentityDocument, Party, Relation

_RowsOf = Callable[[Party], Iterable[Sequence[object]]]


def list_tables(
    dossier: Dossier, cited: Citations
) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[object]]]]:
    """Yield title, columns and rows of each table; with one list the column of lists is empty, so left out."""
    yield "Names", ("name", "kind", "quality", "script", "list"), _list_names(dossier)
    entry = ("entry", "list", "number", "act", "date", "legal basis", "measures")
    yield "Listings", entry, _over_all(dossier, _list_entries)
    yield "Reasons and remarks", ("entry", "text"), _over_all(dossier, _list_remarks)
    yield "Properties", ("property", "value", "list"), _beside_list(dossier, _list_properties)
    document = ("type", "number", "country", "issued", "expires", "remark", "list")
    yield "Documents", document, _beside_list(dossier, lambda one: map(_describe_document, one.documents))
    yield (
        "Addresses",
        ("address", "country", "list"),
        _beside_list(dossier, lambda one: ((address.full, address.country) for address in one.addresses)),
    )
    yield (
        "Wallets",
        ("currency", "address", "list"),
        _beside_list(dossier, lambda one: ((wallet.currency, wallet.address) for wallet in one.wallets)),
    )
    yield "Relations", ("relation", "party", "name", "said by", "remark"), _list_relations(dossier, cited)
    history = ("version", "list", "what", "change")
    yield "History", history, _list_history(dossier)


def _over_all(dossier: Dossier, rows: _RowsOf) -> Iterator[Sequence[object]]:
    for party in dossier.parties:
        yield from rows(party)


def _beside_list(dossier: Dossier, rows: _RowsOf) -> Iterator[Sequence[object]]:
    """Yield the rows of each listing with its list behind, each row that several lists share once."""
    lists: dict[tuple[str, ...], tuple[Sequence[object], list[str]]] = {}
    for party in dossier.parties:
        for row in rows(party):
            shared = lists.setdefault(tuple(map(str, row)), (row, []))[1]
            if party.list_id not in shared:
                shared.append(party.list_id)
    several = bool(dossier.others)
    return ((*row, ", ".join(found) if several else "") for row, found in lists.values())


def _list_names(dossier: Dossier) -> Iterator[Sequence[object]]:
    """Yield the names with the lists that have each; its script is that of the first list that tells one."""
    scripts: dict[str, str] = {}
    for party in dossier.parties:
        for alias in party.aliases:
            scripts[alias.name] = scripts.get(alias.name) or alias.script
    rows = _beside_list(dossier, lambda party: ((a.name, a.kind, a.quality) for a in party.aliases))
    return ((*row[:-1], scripts[str(row[0])], row[-1]) for row in rows)


def _number(part_id: str) -> str:
    return part_id.rpartition("/")[2]


def _list_entries(party: Party) -> Iterator[tuple[object, ...]]:
    for entry in party.entries:
        acts: Sequence[Act | None] = entry.acts or (None,)
        for act in acts:
            done = (_describe_act(act), act.date, act.legal_basis) if act else ("", "", "")
            numbers, measures = ", ".join(entry.numbers), ", ".join(entry.measures)
            yield _number(entry.id), entry.list_name, numbers, *done, measures


def _describe_act(act: Act) -> str:
    return f"{act.kind} ({act.event})" if act.event else act.kind


def _list_remarks(party: Party) -> Iterator[tuple[object, ...]]:
    return ((_number(entry.id), remark) for entry in party.entries for remark in entry.remarks)


def _list_properties(party: Party) -> Iterator[tuple[object, ...]]:
    for name, values in party.properties.items():
        for value in values:
            false = name.endswith(":false")
            yield (
                name.removesuffix(":false"),
                Text(f"{clean(value)} (the list marks it as false)", style="red") if false else value,
            )


def _describe_document(document: IdentityDocument) -> tuple[object, ...]:
    remarks = [document.authority, document.comment]
    remark = Text("; ".join(clean(text) for text in remarks if text))
    if document.fraudulent:
        remark = Text.assemble(("marked fraudulent by the list", "red"), "; " if remark.plain else "", remark)
    return document.type, document.number, document.country, document.issued, document.expires, remark


def _list_relations(dossier: Dossier, cited: Citations) -> Iterator[tuple[object, ...]]:
    """Yield what lists and notices say of how it stands to others, each in the words of whoever says so."""
    for party in dossier.parties:
        for relation in party.relations:
            other = relation.target if relation.source == party.id else relation.source
            said_by = f"{party.list_id} {party.version}"
            yield _direct(relation, party.id), other, dossier.names.get(other, other), said_by, _remark(relation)
    for notice in dossier.notices:
        if notice.relation is not None:
            yield _state_relation(dossier, notice, notice.relation, cited)


def _state_relation(
    dossier: Dossier, notice: Notice, relation: StatedRelation, cited: Citations
) -> tuple[object, ...]:
    outward = relation.source in dossier.ids
    other = relation.target if outward else relation.source
    wording = f"{relation.wording} →" if outward else f"← {relation.wording}"
    remark = "" if notice.certainty == "established" else notice.certainty
    said_by = f"{notice.by} ({notice.day}){cited.refer([notice])}"
    return wording, other, dossier.names.get(other, other), said_by, remark


def _direct(relation: Relation, party_id: str) -> str:
    """Return the type as seen from the party: what it is to the other, or what the other is to it."""
    return f"{relation.type} →" if relation.source == party_id else f"← {relation.type}"


def _remark(relation: Relation) -> str:
    return "; ".join(filter(None, ("former" if relation.former else "", relation.quality, relation.period)))


def _list_history(dossier: Dossier) -> Iterator[tuple[object, ...]]:
    several = bool(dossier.others)
    histories = (dossier.history, *(one.history for one in dossier.others))
    for party, history in zip(dossier.parties, histories, strict=True):
        for version, change in history:
            what = "in the first version recorded" if version.sequence == 1 else change.kind
            yield version.label, party.list_id if several else "", what, _describe_change(change)


def _describe_change(change: Change) -> str:
    before, after = ", ".join(change.programs_before), ", ".join(change.programs_after)
    programs = f"programs: {before} → {after}" if before and before != after else f"programs: {after or before}"
    return "; ".join(filter(None, (programs if before or after else "", describe_amendments(change))))
