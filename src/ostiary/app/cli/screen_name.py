"""Screening one name on the command line."""

from rich.console import Group
from rich.text import Text

from ostiary.app.batch import describe_lists_used
from ostiary.app.cli.checking import check_countries, check_schema
from ostiary.app.cli.output import clean, make_facts, show, show_banner, show_json, tell
from ostiary.app.cli.scores import make_parts_table
from ostiary.app.cli.screen_links import NOT_COMPUTED, Linked, describe_linked, find_links_of_hits
from ostiary.app.cli.screen_options import ScreenOptions
from ostiary.app.cli.starting import start_engine, tell_health
from ostiary.app.plain import count
from ostiary.app.redress import describe_redress_of_hits, find_redress
from ostiary.intake import read_birth_date
from ostiary.model.errors import InputError, QueryError
from ostiary.model.hits import Hit, Screening
from ostiary.model.queries import Query
from ostiary.screening import Engine


def screen_name(options: ScreenOptions) -> None:
    """Screen the name, or the identifiers, that the options give."""
    query = make_query(options)
    engine = start_engine(options.settings, options.profile, options.dates)
    check_countries(engine, options.country)
    check_countries(engine, options.nationality, "--nationality")
    check_countries(engine, options.flag, "--flag")
    healths = tell_health(engine, options)
    screening = engine.screen(query, limit=options.limit, weak=options.weak)
    linked = find_links_of_hits(options.settings, engine, screening)
    if options.json:
        lists = describe_lists_used(engine, healths)
        answer = {"query": query, "lists": lists, "threshold": engine.threshold, "screening": screening}
        show_json({**answer, "linked": linked, "redress": _point_to_redress(screening)})
        return
    show_screening(engine, query, screening, linked or {})
    if linked is None and len(screening) > 1 and not screening.sample:
        show(Text(NOT_COMPUTED, style="dim"))


def make_query(options: ScreenOptions) -> Query:
    """Return what the options ask.

    Raises:
        QueryError: They hold neither a name nor an identifier, or a date or schema that is none.
    """
    if not options.subject and not options.identifier:
        raise QueryError("There is nothing to screen.", advice="Give a name, a customer file, or --identifier.")
    return Query(
        names=(options.subject,) if options.subject else (),
        schema=check_schema(options.schema),
        birth_dates=tuple(_read_date(text, "--birth-date") for text in options.birth_date),
        countries=tuple(options.country),
        identifiers=tuple(options.identifier),
        gender=options.gender.value if options.gender else "",
        nationalities=tuple(options.nationality),
        birth_places=tuple(options.birth_place),
        flags=tuple(options.flag),
        founding_dates=tuple(_read_date(text, "--founded") for text in options.founded),
    )


def _read_date(text: str, option: str) -> str:
    try:
        edtf, remark = read_birth_date(text)
    except InputError as error:
        raise QueryError(f"{text!r}: {error.what}.", where=option) from error
    if remark:
        tell(f"{option} {text}: {remark}.", "yellow")
    return edtf


def show_screening(engine: Engine, query: Query, screening: Screening, linked: Linked) -> None:
    """Print the answer to one query, with the other listings of each hit's party."""
    if screening.sample:
        show_banner(engine.index.facts.parties)
    asked = " / ".join(query.names) or " / ".join(query.identifiers)
    if screening.outcome == "unscreenable":
        show(Text(f"UNSCREENABLE: {clean(asked)!r} was not screened: {screening.reason}.", style="bold red"))
        show(Text("What cannot be screened is not cleared.", style="red"))
    elif not screening.hits:
        show(Text(f"No hit for {clean(asked)}: nothing reached {engine.threshold} points.", style="bold"))
    else:
        more = f" {screening.cut:,} more are left off by --limit." if screening.cut else ""
        show(Text(f"{count(len(screening), 'hit')} for {clean(asked)}: {describe_hits(screening)}.{more}"))
        for place, hit in enumerate(screening, 1):
            show(_describe_hit(place, hit, describe_linked(engine, linked.get(hit.party_id, ()))))
    if screening.question:
        show(Text(f"\n{screening.question.text}", style="bold green"))
    if screening.told:
        show(Text(f"Mind: {screening.told} (--schema).", style="yellow"))
    if screening.caution:
        show(Text(f"Mind: {screening.caution}.", style="yellow"))
    if screening.weak_only:
        parties = count(screening.weak_only, "more party bears", "more parties bear")
        show(Text(f"{parties} the name as a weak alias alone: ask with --weak.", style="yellow"))
    if redress := describe_redress_of_hits(screening):
        show(Text(f"\n{redress}"))
    show(Text("\n" + "\n".join(describe_lists(engine)), style="dim"))


def _point_to_redress(screening: Screening) -> dict[str, dict[str, str]]:
    found = find_redress(screening)
    return {list_id: {"authority": one.authority, "pointer": one.pointer} for list_id, one in found.items()}


def describe_hits(screening: Screening) -> str:
    """Say what hits are, and what they are not."""
    by_name = any(hit.matched_name for hit in screening)
    return ("same name as" if by_name else "same number as") + ", identity not established"


def describe_lists(engine: Engine) -> list[str]:
    """Return what was screened against: version, age and parties of one list, or of several below each other."""
    lists = [
        f"{one.list_id}, version {one.label}, {count(one.age_days, 'day')} old, "
        f"{count(one.parties, 'party', 'parties')}"
        for one in describe_lists_used(engine, {})
    ]
    threshold = f"threshold {engine.threshold} points"
    if len(lists) == 1:
        return [f"Screened against {lists[0]}; {threshold}."]
    return [f"Screened against {len(lists)} lists; {threshold}:", *(f"  {one}" for one in lists)]


def _describe_hit(place: int, hit: Hit, also: str) -> Group:
    head = Text.assemble(
        (f"\n{place}. ", "dim"),
        (f"{hit.score:.2f}  ", "bold yellow"),
        (clean(hit.party_name), "bold"),
        f"  {hit.party_id}",
    )
    weak = "  (weak alias)" if hit.matched_quality == "weak" else ""
    facts = make_facts(
        [
            ("   same name as", f"{hit.matched_name}{weak}" if hit.matched_name else ""),
            ("   found by", "" if hit.matched_name else "identifier, not by name"),
            ("   kind", hit.schema),
            ("   list", f"{hit.list_id} {hit.list_version}, {count(hit.list_age_days, 'day')} old"),
            ("   also listed", also),
            ("   programs", ", ".join(hit.programs)),
            ("   score", f"{hit.score:.2f} ({hit.points} points, the sum of these parts)"),
        ]
    )
    return Group(head, facts, make_parts_table(hit.parts))
