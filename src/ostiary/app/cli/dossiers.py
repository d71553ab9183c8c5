"""A dossier printed, section by section; a section with nothing in it is left out."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from ostiary.app.cli.changes import describe_amendments
from ostiary.app.cli.dossier_notices import Citations, make_matters, make_timeline
from ostiary.app.cli.output import clean, make_facts, make_heading, make_table, show, show_banner
from ostiary.app.dossier import Dossier
from ostiary.app.dossier_programs import ProgramStanding
from ostiary.model.acts import Act
from ostiary.model.notices import Notice, StatedRelation
from ostiary.model.parties import IdentityDocument, Party, Relation
from ostiary.model.programs import Point

#: What a reader would else take for the date of every program.
_DATES = "A list dates an entry's first listing. Legal bases and programs may be later: see Timeline and Programs."
_DATED_BY = {
    "the authority": "the authority's date",
    "the press": "the press's date",
    "versions": "between two versions",
    "entry": "not dated by itself",
}

_RowsOf = Callable[[Party], Iterable[Sequence[object]]]


def show_dossier(dossier: Dossier, parties: int) -> None:
    """Print a dossier.

    Args:
        dossier: What is known.
        parties: Number of parties in the version that answers, for the banner over samples.
    """
    if dossier.version.sample:
        show_banner(parties)
    show(Text(clean(dossier.party.caption), style="bold"), make_facts(_describe_head(dossier)), Text())
    cited = Citations()
    for title, body in _make_sections(dossier, cited):
        show(make_heading(title), body)
        if title == "Listings":
            show(Text(f"{_DATES}\n", style="dim"))
    if cited.sources:
        show(make_heading("Sources"), cited.make_list())
    show(Text(dossier.advice, style="dim"))


def _describe_head(dossier: Dossier) -> Iterator[tuple[str, object]]:
    party, asked = dossier.party, dossier.asked
    authorities = dict.fromkeys(act.authority for entry in party.entries for act in entry.acts)
    yield "party", f"{party.id}, {party.schema}"
    if dossier.by_notices:
        yield "listed", f"not in {party.list_id} version {party.version}; what follows is by notices alone"
    elif party.delisted_in:
        yield "delisted", f"first absent in version {party.delisted_in}; this is what the list said last"
    else:
        by = f"by {', '.join(authorities)} " if authorities else ""
        yield "listed", f"{by}{_describe_programs(dossier)}"
    if unshown := [one.tag for one in dossier.programs if one.since and not one.shown]:
        yield "by notice", f"also {', '.join(unshown)}, which no version that answers shows; see Programs"
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


def _make_sections(dossier: Dossier, cited: Citations) -> Iterator[tuple[str, RenderableType]]:
    if dossier.others:
        others = ("listing", "name", "programs", "version", "one party because")
        yield "Also listed as", make_table(others, _list_others(dossier))
    if dossier.timeline:
        yield "Timeline", make_timeline(dossier, cited)
    if dossier.programs:
        yield "Programs", Group(*_make_programs(dossier, cited))
    if dossier.conflicts:
        conflicts = [(one.about, one.left, one.right) for one in dossier.conflicts]
        yield (
            "Contradictions: both are shown, none is chosen",
            make_table(("about", "one says", "other says"), conflicts),
        )
    yield from make_matters(dossier.matters, cited)
    for title, columns, rows in _make_tables(dossier, cited):
        if body := list(rows):
            yield title, make_table(columns, body)
    if dossier.redress:
        yield "How to object", Group(*_list_redress(dossier))


def _make_tables(
    dossier: Dossier, cited: Citations
) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[object]]]]:
    """Yield the tables of what lists say; the column of lists is empty, and so left out, where there is one."""
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
    history = ("version", "what", "programs before", "programs after", "other changes", "list")
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


def _list_others(dossier: Dossier) -> Iterator[Sequence[object]]:
    for other in dossier.others:
        link = other.link
        why = "; ".join(one.text for one in link.evidence) if link else ""
        if link and link.judgement:
            why = f"{link.judgement.by or 'somebody'} judged so: {link.judgement.because}"
        gone = f"delisted in {other.party.delisted_in}" if other.party.delisted_in else ""
        basis = f"{link.basis}: {why}" if link else why
        programs = gone or ", ".join(other.party.programs)
        yield other.party.id, other.party.caption, programs, other.version.label, basis


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


def _make_programs(dossier: Dossier, cited: Citations) -> Iterator[RenderableType]:
    columns = ("program", "list", "since", "dated", "what the versions show")
    yield make_table(columns, _list_programs(dossier, cited))
    yield make_facts({one.tag: _describe_effect(one) for one in dossier.programs}.items())
    yield Text("All of one, with its limits and sources: ostiary program TAG\n", style="dim")


def _list_programs(dossier: Dossier, cited: Citations) -> Iterator[tuple[object, ...]]:
    notices = {one.id: one for one in dossier.notices}
    several = bool(dossier.others)
    for one in dossier.programs:
        on_it = [notices[notice_id] for notice_id in one.notices]
        since = f"{one.since or ''}{cited.refer(on_it)}"
        yield one.tag, one.list_id if several else "", since, _DATED_BY[one.dated_by], one.versions


def _describe_effect(one: ProgramStanding) -> str:
    if one.effect:
        return f"{one.title}. {one.effect}" if one.title else one.effect
    return "not yet described" if one.described == "not yet described" else "not known to us"


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
            before, after = " ".join(change.programs_before), " ".join(change.programs_after)
            what = "in the first version recorded" if version.sequence == 1 else change.kind
            list_id = party.list_id if several else ""
            yield version.label, what, before, after, describe_amendments(change), list_id


def _list_redress(dossier: Dossier) -> Iterator[RenderableType]:
    for one in dossier.redress:
        yield make_facts(
            [
                ("authority", one.authority),
                ("not the party?", one.pointer),
                *(("", _describe_point(point)) for point in one.mistaken),
                *(("to be removed", _describe_point(point)) for point in one.removal),
            ]
        )
        yield Text()


def _describe_point(point: Point) -> str:
    return f"{point.text} ({'; '.join(map(str, point.citations))})"
