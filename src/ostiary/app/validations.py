"""A validation from its files to what is signed: who ran what on what, the packs, the gates."""

import getpass
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from ostiary.app.batch import describe_lists_used
from ostiary.app.health import Health
from ostiary.app.labels import LabelledFile, read_labelled_customers, read_pairs
from ostiary.app.settings import read_release
from ostiary.index import Index
from ostiary.intake import CustomerFile, read_customers
from ostiary.model.errors import CustomerFileError, QueryError
from ostiary.model.profiles import Profile
from ostiary.model.queries import Query
from ostiary.model.validation import ProfileUsed, Stamp, Tuning, Validation
from ostiary.screening import Engine, load_profile
from ostiary.validation import (
    GateSettings,
    Plan,
    all_variations,
    check_lists,
    check_pairs,
    tune_threshold,
    validate_lists,
    validate_pairs,
)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be validated.

    Attributes:
        profile: The profile; None: the default one.
        against: One to compare it with.
        gates: What must be reached.
        by: Who runs it; empty: the user of this machine.
        healths: Whether each list is up to date, by its id.
        command: What is run, as the report says it.
    """

    profile: Profile | None = None
    against: Profile | None = None
    gates: GateSettings = field(default_factory=GateSettings)
    by: str = ""
    healths: Mapping[str, Health] = field(default_factory=dict)
    command: str = ""


def choose_plan(*, seed: int, sizes: tuple[int, int, int], only: Sequence[str] = ()) -> Plan:
    """Return what is run.

    Args:
        seed: Draws the samples.
        sizes: Names in each class, in the control pack, and made names; 0 for all.
        only: Names of classes of variation; none means all.

    Raises:
        QueryError: There is no such class.
    """
    known = {variation.name: variation for variation in all_variations()}
    for name in only:
        if name not in known:
            raise QueryError(f"There is no class {name!r}.", where="--only", advice=f"Known: {', '.join(known)}.")
    chosen = tuple(known[name] for name in only) or all_variations()
    per_class, control, made = sizes
    return Plan(seed=seed, per_class=per_class, control=control, made=made, variations=chosen)


def run_validation(
    engine: Engine,
    order: Order,
    plan: Plan,
    own_file: Path | None = None,
    progress: Callable[[int, int], None] = lambda _done, _whole: None,
) -> Validation:
    """Return the validation of the lists that an engine screens against.

    Args:
        engine: Its index, and the day from which the ages of lists count.
        order: What is to be validated.
        plan: What is run.
        own_file: A customer file of people and companies who must not hit.
        progress: Told how far it is.

    Raises:
        CustomerFileError: The file of the user's own cannot be read.
    """
    started, profile = datetime.now(UTC), order.profile or load_profile()
    customers = read_customers(own_file) if own_file else None
    found = validate_lists(
        engine.index,
        (profile, order.against),
        plan,
        _read_own(customers) if customers else (),
        lambda _step, done, whole: progress(done, whole),
    )
    files = ((customers.source.path.name, customers.source.digest),) if customers else ()
    stamp = _stamp(order, profile, started, engine, files)
    sizes = {"each class and script": plan.per_class, "control": plan.control, "made names": plan.made}
    stamp = replace(stamp, seed=plan.seed, sizes=sizes)
    return Validation(stamp, tuple(check_lists(found, order.gates)), lists=found)


def _read_own(customers: CustomerFile) -> Iterator[Query]:
    for block in customers.blocks():
        if block.rejects:
            reject = block.rejects[0]
            raise CustomerFileError(
                f"The row cannot be read: {reject.reason}.",
                where=f"{customers.source.path}, line {reject.number}",
                advice="Mend it, and run again: figures are given over all rows or none.",
            )
        yield from (row.query for row in block.rows)


def run_pairs(file: LabelledFile, order: Order) -> Validation:
    """Return the validation of labelled pairs; it needs no list.

    Raises:
        CustomerFileError: The file cannot be read, or has no pair.
    """
    started, profile = datetime.now(UTC), order.profile or load_profile()
    found = validate_pairs(read_pairs(file), profile, order.against)
    if not found.recall.of and not found.sweep[0].alerts.of:
        raise CustomerFileError("It holds no pair that can be compared.", where=file.where)
    return Validation(
        _stamp(order, profile, started, files=file.named), tuple(check_pairs(found, order.gates)), pairs=found
    )


def run_tuning(engine: Engine, file: LabelledFile, order: Order, needed: float, seed: int) -> tuple[Stamp, Tuning]:
    """Return what labelled customers say of the threshold, and who ran it on what.

    Args:
        engine: Its index, and the day from which the ages of lists count.
        file: The customers.
        order: The profile whose threshold is tuned.
        needed: The share of labelled rows that must be found, in percent.
        seed: Draws the sample below the line.

    Raises:
        CustomerFileError: The file cannot be read, or no row names a party.
    """
    started, profile = datetime.now(UTC), order.profile or load_profile()
    index: Index = engine.index
    found = tune_threshold(index, profile, lambda: read_labelled_customers(file, index), needed, seed)
    if not found.labelled:
        raise CustomerFileError(
            "No row that can be screened has a label: there is nothing to tune by.",
            where=file.where,
            advice="The column of labels names the party that a customer is, and is empty for all others.",
        )
    return replace(_stamp(order, profile, started, engine, file.named), seed=seed), found


def _stamp(
    order: Order,
    profile: Profile,
    started: datetime,
    engine: Engine | None = None,
    files: tuple[tuple[str, str], ...] = (),
) -> Stamp:
    stamp = Stamp(
        by=order.by or name_user(),
        release=read_release(),
        started=started,
        finished=datetime.now(UTC),
        profile=describe_profile(profile),
        against=describe_profile(order.against) if order.against else None,
        files=files,
        command=order.command,
    )
    if engine is None:
        return stamp
    facts = engine.index.facts
    lists = describe_lists_used(engine, order.healths)
    return replace(stamp, lists=lists, index_id=facts.index_id, names=facts.names, sample=facts.sample)


def describe_profile(profile: Profile) -> ProfileUsed:
    """Return a profile as a report names it."""
    return ProfileUsed(profile.name, profile.version, profile.digest, profile.threshold, profile.name_floor)


def name_user() -> str:
    """Return the name under which the user is logged in, or that it is not known."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "not known"
