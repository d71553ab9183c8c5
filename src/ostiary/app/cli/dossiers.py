"""A dossier printed, section by section; a section with nothing in it is left out."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from ostiary.app.cli.dossier_law import make_programs, make_redress
from ostiary.app.cli.dossier_notices import Citations, make_matters, make_timeline
from ostiary.app.cli.dossier_tables import list_tables
from ostiary.app.cli.output import clean, make_facts, make_heading, make_table, show, show_banner
from ostiary.app.dossier import Dossier
from ostiary.model.identity import Link

#: What a reader would else take for the date of every program.
_DATES = "A list dates an entry's first listing. Legal bases and programs may be later: see Timeline and Programs."


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
        if title == "Also listed as" and dossier.linking:
            show(Text(f"{dossier.linking}\n", style="dim"))
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
        yield "Programs", Group(*make_programs(dossier, cited))
    if dossier.conflicts:
        conflicts = [(one.about, one.left, one.right) for one in dossier.conflicts]
        yield (
            "Contradictions: both are shown, none is chosen",
            make_table(("about", "one says", "other says"), conflicts),
        )
    yield from make_matters(dossier.matters, cited)
    for title, columns, rows in list_tables(dossier, cited):
        if body := list(rows):
            yield title, make_table(columns, body)
    if dossier.redress:
        yield "How to object", Group(*make_redress(dossier))


def _list_others(dossier: Dossier) -> Iterator[Sequence[object]]:
    for other in dossier.others:
        gone = f"delisted in {other.party.delisted_in}" if other.party.delisted_in else ""
        programs = gone or ", ".join(other.party.programs)
        why = _describe_link(other.link) if other.link else ""
        yield other.party.id, other.party.caption, programs, other.version.label, why


def _describe_link(link: Link) -> str:
    """Return why two listings are one party: whose judgement it is, or what both say."""
    if link.judgement:
        return f"{link.judgement.by or 'somebody'} judged so: {link.judgement.because}"
    said = (f"{one.kind} {' / '.join(dict.fromkeys((one.left_value, one.right_value)))}" for one in link.evidence)
    return f"{link.basis}: {'; '.join(said)}"
