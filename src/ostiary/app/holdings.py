"""Holdings: each list that can be read, with what of it is recorded and whether names are screened against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from ostiary.app.opening import prepare_samples_if_asked
from ostiary.app.pipeline import choose_screened, use_register
from ostiary.app.settings import Settings
from ostiary.app.updates import read_served
from ostiary.lists import describe_list, list_ids
from ostiary.model.lists import ListDescription
from ostiary.model.statements import ListVersion
from ostiary.register import Register


@dataclass(frozen=True, slots=True)
class Holding:
    """One list and what is recorded of it.

    Attributes:
        description: The list.
        versions: Its recorded versions, the first one first.
        in_use: Label of the version that names are screened against; empty if none is.
        screened: The same in words, with the reason where none is.
        age_days: Days since the newest version was published; 0 if none is recorded.
    """

    description: ListDescription
    versions: tuple[ListVersion, ...] = ()
    in_use: str = ""
    screened: str = "not recorded"
    age_days: int = 0


def describe_holdings(settings: Settings) -> tuple[Holding, ...]:
    """Return all lists that belong to a home, those recorded and those not, by id."""
    prepare_samples_if_asked(settings)
    known = [one for one in map(describe_list, list_ids()) if one.sample == settings.samples]
    if not settings.register_path.is_file():
        return tuple(map(Holding, known))
    with use_register(settings) as register:
        return tuple(_gather(settings, register, known))


def _gather(settings: Settings, register: Register, known: list[ListDescription]) -> Iterator[Holding]:
    today = datetime.now(UTC).date()
    served = {one.list_id: one.content_digest for one in read_served(settings)}
    wanted = {one.list_id for one in choose_screened(register)}
    for description in known:
        versions = register.versions(description.id)
        if not versions:
            yield Holding(description)
            continue
        used = [one for one in versions if one.content_digest == served.get(description.id)]
        label = used[-1].label if used else ""
        yield Holding(
            description,
            versions,
            label,
            _say_screened(description, versions[-1], label, wanted=description.id in wanted),
            (today - versions[-1].published).days,
        )


def _say_screened(description: ListDescription, newest: ListVersion, used: str, *, wanted: bool) -> str:
    if not wanted:
        return f"no: repeats {description.repeats}, which is recorded too"
    if used == newest.label:
        return "yes"
    return f"only {used}: the newest is not compiled" if used else "no: not compiled yet"
