"""Holdings: each list that can be read, with what of it is recorded and whether names are screened against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ostiary.app.contacts import read_contact
from ostiary.app.current_index import read_served
from ostiary.app.health import Health, judge_health
from ostiary.app.opening import prepare_samples_if_asked
from ostiary.app.pipeline import choose_screened, use_register
from ostiary.app.settings import Settings
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
        health: Whether that is what its publisher offers today, as far as we know.
    """

    description: ListDescription
    versions: tuple[ListVersion, ...] = ()
    in_use: str = ""
    screened: str = "not recorded"
    age_days: int = 0
    health: Health = field(default_factory=Health)


def describe_holdings(settings: Settings) -> tuple[Holding, ...]:
    """Return all lists that belong to a home, those recorded and those not, by id."""
    prepare_samples_if_asked(settings)
    if not settings.register_path.is_file():
        return tuple(_gather(settings, None, list_ids()))
    with use_register(settings) as register:
        return tuple(_gather(settings, register, sorted({*list_ids(), *register.list_ids()})))


def _gather(settings: Settings, register: Register | None, known: Iterable[str]) -> Iterator[Holding]:
    now = datetime.now(UTC)
    served = {one.list_id: one.content_digest for one in read_served(settings)}
    wanted = {one.list_id for one in choose_screened(register)} if register else set()
    for description in map(describe_list, known):
        if description.sample != settings.samples:
            continue
        contact = read_contact(settings.find_contact(description.id))
        versions = register.versions(description.id) if register else ()
        health = judge_health(contact, now, recorded=bool(versions))
        if not versions:
            yield Holding(description, health=health)
            continue
        used = [one for one in versions if one.content_digest == served.get(description.id)]
        label = used[-1].label if used else ""
        yield Holding(
            description,
            versions,
            label,
            _say_screened(description, versions[-1], label, wanted=description.id in wanted),
            (now.date() - versions[-1].published).days,
            health,
        )


def _say_screened(description: ListDescription, newest: ListVersion, used: str, *, wanted: bool) -> str:
    if not wanted:
        return f"no: repeats {description.repeats}, which is recorded too"
    if used == newest.label:
        return "yes"
    return f"only {used}: the newest is not compiled" if used else "no: not compiled yet"
