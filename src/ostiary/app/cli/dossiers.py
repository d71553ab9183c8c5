"""A dossier printed, section by section; a section with nothing in it is left out."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.changes import describe_amendments
from ostiary.app.cli.output import clean, make_facts, make_heading, make_table, show, show_banner
from ostiary.app.dossier import Dossier
from ostiary.model.acts import Act, Membership
from ostiary.model.parties import Entry, IdentityDocument, Party, Relation

#: What a reader would else take for the date of every program.
_DATES = "A list dates an entry's first listing. Legal bases and programs may be later: see Programs and History."


def show_dossier(dossier: Dossier, parties: int) -> None:
    """Print a dossier.

    Args:
        dossier: What is known.
        parties: Number of parties in the version that answers, for the banner over samples.
    """
    if dossier.version.sample:
        show_banner(parties)
    party = dossier.party
    show(Text(clean(party.caption), style="bold"), make_facts(_describe_head(dossier)), Text())
    for title, body in _make_sections(dossier):
        show(make_heading(title), body)
        if title == "Listings":
            show(Text(f"{_DATES}\n", style="dim"))


def _describe_head(dossier: Dossier) -> Iterator[tuple[str, object]]:
    party, asked = dossier.party, dossier.asked
    authorities = dict.fromkeys(act.authority for entry in party.entries for act in entry.acts)
    yield "party", f"{party.id}, {party.schema}"
    if party.delisted_in:
        yield "delisted", f"first absent in version {party.delisted_in}; this is what the list said last"
    else:
        by = f"by {', '.join(authorities)} " if authorities else ""
        yield "listed", f"{by}{_describe_programs(dossier)}"
    yield (
        "asked",
        ", ".join(
            f"{label} {value}"
            for label, value in (
                ("in force on", asked.valid_on),
                ("known at", asked.known_at),
                ("recorded by", f"{asked.recorded_at:%Y-%m-%d %H:%M} UTC" if asked.recorded_at else ""),
            )
            if value
        ),
    )
    version = dossier.version
    yield (
        "answered by",
        f"{version.list_id} version {version.label}, recorded {version.recorded:%Y-%m-%d %H:%M} UTC",
    )


def _describe_programs(dossier: Dossier) -> str:
    programs = dossier.party.programs
    if programs:
        return f"under {', '.join(programs)}"
    if dossier.asked.valid_on:
        return "perhaps: no recorded version shows a program that it was under on that day, see History"
    return "under no program that is named"


def _make_sections(dossier: Dossier) -> Iterator[tuple[str, RenderableType]]:
    party = dossier.party
    tables: tuple[tuple[str, Sequence[str], Iterable[Sequence[object]]], ...] = (
        (
            "Names",
            ("name", "kind", "quality", "script"),
            ((a.name, a.kind, a.quality, a.script) for a in party.aliases),
        ),
        (
            "Listings",
            ("entry", "list", "number", "act", "date", "legal basis", "measures"),
            _list_entries(party),
        ),
        ("Programs", ("program", "entry", "since"), _list_programs(party)),
        ("Reasons and remarks", ("entry", "text"), _list_remarks(party)),
        ("Properties", ("property", "value"), _list_properties(party)),
        (
            "Documents",
            ("type", "number", "country", "issued", "expires", "remark"),
            map(_describe_document, party.documents),
        ),
        ("Addresses", ("address", "country"), ((a.full, a.country) for a in party.addresses)),
        ("Wallets", ("currency", "address"), ((w.currency, w.address) for w in party.wallets)),
        ("Relations", ("relation", "party", "name", "remark"), _list_relations(dossier)),
        (
            "History",
            ("version", "what", "programs before", "programs after", "other changes"),
            _list_history(dossier),
        ),
    )
    for title, columns, rows in tables:
        if body := list(rows):
            yield title, make_table(columns, body)


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


def _list_programs(party: Party) -> Iterator[tuple[object, ...]]:
    for entry in party.entries:
        for membership in entry.programs:
            yield membership.program, _number(entry.id), describe_membership(membership, entry)


def describe_membership(membership: Membership, entry: Entry) -> str:
    """Return since when a party has been under a program, as well as it is known.

    An entry dates its first listing; of a program that came later only the series of versions knows.
    """
    ended = f"; last in {membership.last_in}" if membership.last_in else ""
    if membership.absent_in:
        return f"first in {membership.first_in}, absent in {membership.absent_in}{ended}"
    dates = [act.date for act in entry.acts if act.kind == "designation" and act.date]
    if dates:
        return f"in the first version recorded, {membership.first_in}; the entry is dated {min(dates)}{ended}"
    return f"in the first version recorded, {membership.first_in}{ended}"


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


def _list_relations(dossier: Dossier) -> Iterator[tuple[object, ...]]:
    for relation in dossier.party.relations:
        other = relation.target if relation.source == dossier.party.id else relation.source
        yield _direct(relation, dossier.party.id), other, dossier.names.get(other, other), _remark(relation)


def _direct(relation: Relation, party_id: str) -> str:
    """Return the type as seen from the party: what it is to the other, or what the other is to it."""
    return f"{relation.type} →" if relation.source == party_id else f"← {relation.type}"


def _remark(relation: Relation) -> str:
    return "; ".join(filter(None, ("former" if relation.former else "", relation.quality, relation.period)))


def _list_history(dossier: Dossier) -> Iterator[tuple[object, ...]]:
    for version, change in dossier.history:
        before, after = " ".join(change.programs_before), " ".join(change.programs_after)
        what = "in the first version recorded" if version.sequence == 1 else change.kind
        yield version.label, what, before, after, describe_amendments(change)
