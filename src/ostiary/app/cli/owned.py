"""``ostiary owned``: is a company blocked through those who own or control it?"""

from dataclasses import dataclass
from typing import Annotated

import typer

from ostiary.app.cli.options import Dated, takes
from ostiary.model.errors import QueryError


@dataclass(frozen=True, kw_only=True)
class OwnedOptions(Dated):
    """What ``owned`` takes."""

    subject: Annotated[
        str, typer.Argument(metavar="[NAME|ID]", help="The company; without it all that are blocked or in doubt.")
    ] = ""
    regime: Annotated[str, typer.Option(metavar="us|eu|uk", help="Whose rule.")] = ""


@takes(OwnedOptions)
def owned(options: OwnedOptions) -> None:
    """Say whether a company is blocked through its owners, by the holdings that you loaded and one regime's rule.

    Information, not legal advice. An owner counts as listed only where you say which listing it is.
    """
    from typing import get_args

    from ostiary.app.cli.output import show_json
    from ostiary.app.cli.ownership_words import show_answer, show_survey
    from ostiary.app.ownership import find_owned, survey_owned
    from ostiary.model.ownership import Regime

    regime = next((one for one in get_args(Regime) if one == options.regime), None)
    if regime is None:
        raise QueryError(
            f"{options.regime!r} is no regime." if options.regime else "No regime is named.",
            where="--regime",
            advice="Say --regime us, eu or uk: each has a rule of its own.",
        )
    if options.subject:
        answer = find_owned(options.settings, options.subject, regime, options.dates)
        show_json(answer) if options.json else show_answer(answer, samples=options.samples)
        return
    survey = survey_owned(options.settings, regime, options.dates)
    show_json(survey) if options.json else show_survey(survey, samples=options.samples)
