"""``ostiary compare``: two names, or a name and a listed party, part by part."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.model.errors import QueryError

if TYPE_CHECKING:
    from ostiary.model.hits import Comparison


@dataclass(frozen=True, kw_only=True)
class CompareOptions(Common):
    """What ``compare`` takes."""

    left: Annotated[str, typer.Argument(metavar="NAME", help="A name.")]
    right: Annotated[str, typer.Argument(metavar="[NAME]", help="Another name.")] = ""
    party: Annotated[str, typer.Option(metavar="ID", help="A listed party instead of another name.")] = ""
    schema: Annotated[str, typer.Option(help="Person, Organization, Company, Vessel, ...")] = ""


@takes(CompareOptions)
def compare(options: CompareOptions) -> None:
    """Say how alike two names are, or why a name is or is not a hit on a party."""
    if bool(options.right) == bool(options.party):
        raise QueryError("Give either two names, or one name and --party ID.", where="compare")
    if options.party:
        _compare_party(options)
        return
    from ostiary.app.cli.checking import check_schema
    from ostiary.app.cli.output import show_json
    from ostiary.app.cli.starting import warm_kernels
    from ostiary.names.kernels import COMPARING
    from ostiary.screening import compare as compare_names

    warm_kernels(lambda: compare_names("Jon Smith", "John Smith"), COMPARING)
    comparison = compare_names(options.left, options.right, check_schema(options.schema))
    if options.json:
        show_json(comparison)
    else:
        _show_comparison(comparison)


def _compare_party(options: CompareOptions) -> None:
    from rich.text import Text

    from ostiary.app.cli.checking import check_schema
    from ostiary.app.cli.output import show, show_banner, show_json
    from ostiary.app.cli.starting import start_engine
    from ostiary.app.parties import find_exact_party
    from ostiary.model.queries import Query

    engine = start_engine(options.settings)
    party_id = find_exact_party(options.settings, options.party)
    comparison = engine.compare(Query(names=(options.left,), schema=check_schema(options.schema)), party_id)
    hit = comparison.points >= engine.threshold
    if options.json:
        show_json({"comparison": comparison, "party_id": party_id, "threshold": engine.threshold, "hit": hit})
        return
    if engine.index.facts.sample:
        show_banner(engine.index.facts.parties)
    _show_comparison(comparison)
    verdict = "At or above" if hit else "Below"
    follows = "a hit: same name as, identity not established" if hit else "not a hit"
    if hit and comparison.right_quality == "weak":
        follows = "but this is a weak alias, which alone is a hit only with --weak"
    show(Text(f"{verdict} the threshold of {engine.threshold} points: {follows}. Party {party_id}."))


def _show_comparison(comparison: "Comparison") -> None:
    from rich.text import Text

    from ostiary.app.cli.output import clean, show
    from ostiary.app.cli.scores import make_waterfall

    show(
        Text(f"{clean(comparison.left)}  ~  {clean(comparison.right)}", style="bold"),
        make_waterfall(comparison.parts, "left", "right"),
        Text(f"Score {comparison.score:.2f} ({comparison.points} points)."),
    )
