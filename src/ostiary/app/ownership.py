"""Is a company blocked through its owners? Holdings, rule and lists of a day brought together."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from ostiary.app.dates import Dates
from ostiary.app.linking import find_linked
from ostiary.app.listings import Listings
from ostiary.app.opening import open_engine, use_register
from ostiary.app.owner_names import find_bearers
from ostiary.app.owners import Owners
from ostiary.app.past import settle_dates
from ostiary.app.settings import Settings
from ostiary.model.errors import NotFoundError
from ostiary.model.ownership import Holding, NameComparison, OwnershipAnswer, OwnershipSurvey, Regime, Standing
from ostiary.ownership.answers import answer_on, judge_all
from ostiary.ownership.cases import Case, make_case
from ostiary.ownership.graph import HoldingGraph, build_graph, find_upstream
from ostiary.ownership.naming import find_denied, find_judged, fold_name, read_party
from ostiary.ownership.store import open_holdings
from ostiary.programs.ownership_laws import find_ownership_rule, load_ownership_law

_NEAR = 5


@dataclass(frozen=True, slots=True)
class _Known:
    """What is loaded: all holdings, and what was judged of their names."""

    holdings: tuple[Holding, ...]
    judged: dict[str, str]
    denied: frozenset[tuple[str, str]]


def find_owned(settings: Settings, subject: str, regime: Regime, asked: Dates) -> OwnershipAnswer:
    """Return whether a company is blocked through those who own or control it.

    Args:
        settings: Where things are kept.
        subject: The company: a name in the holdings, or the id of a listing.
        regime: Whose rule.
        asked: The dates: the day, and what was known and recorded by when; a day alone means its lists too.

    Raises:
        NotReadyError: No holdings are loaded, or no list is recorded.
        NotFoundError: The holdings do not name it, or no rule is described for that day.
    """
    known = _load(settings, asked)
    with _open(settings, regime, asked) as owners:
        graph = build_graph(known.holdings, owners.day, known.judged)
        number = _find_subject(graph, subject, known)
        upstream = find_upstream(graph, number)
        case, compared = _make_case(settings, regime, owners, graph, upstream, known)
        answer = answer_on(case, number)
        parties = [one for one in (read_party(graph.keys[node]) for node in upstream) if one]
        return replace(answer, relations=tuple(owners.relate(parties)), compared=compared)


def survey_owned(settings: Settings, regime: Regime, asked: Dates) -> OwnershipSurvey:
    """Return the verdicts on all companies: who is blocked, and of whom it cannot be told.

    Args:
        settings: Where things are kept.
        regime: Whose rule.
        asked: The dates, as for :func:`find_owned`.

    Raises:
        NotReadyError: No holdings are loaded, or no list is recorded.
        NotFoundError: No rule is described for that day.
    """
    known = _load(settings, asked)
    with _open(settings, regime, asked) as owners:
        graph = build_graph(known.holdings, owners.day, known.judged)
        case, compared = _make_case(settings, regime, owners, graph, range(len(graph)), known)
    everything = tuple(judge_all(case))
    found = tuple(one for one in everything if one.verdict != "not by what is known")
    return OwnershipSurvey(case.day, case.rule, len(everything), compared, found)


def _load(settings: Settings, asked: Dates) -> _Known:
    with open_holdings(settings.holdings_path) as store:
        judgements = store.judgements(asked.recorded_at)
        return _Known(tuple(store.holdings(asked.recorded_at)), find_judged(judgements), find_denied(judgements))


@contextmanager
def _open(settings: Settings, regime: Regime, asked: Dates) -> Iterator[Owners]:
    settled = settle_dates(asked)
    day = settled.day or datetime.now(UTC).date()
    law = load_ownership_law(regime)
    find_ownership_rule(regime, day)

    with use_register(settings) as register:
        linked = partial(find_linked, settings, recorded_at=asked.recorded_at)
        yield Owners(Listings(register, settled), law, day, linked)


def _make_case(
    settings: Settings,
    regime: Regime,
    owners: Owners,
    graph: HoldingGraph,
    numbers: Iterable[int],
    known: _Known,
) -> tuple[Case, NameComparison]:
    nodes = list(numbers)
    names = {one: graph.names[one] for one in nodes if not read_party(graph.keys[one])}
    bearers = find_bearers(open_engine(settings), names)
    # A name that cannot be screened may be anybody's.
    unread = {
        one: Standing("open", f"its name cannot be screened: {why}") for one, why in bearers.unreadable.items()
    }
    rule = find_ownership_rule(regime, owners.day)
    standings = owners.judge(graph, nodes) | unread
    case = make_case(graph, rule, owners.day, standings, owners.ask(bearers.questions, known.denied))
    return case, bearers.compared


def _find_subject(graph: HoldingGraph, subject: str, known: _Known) -> int:
    party = read_party(subject)
    key = party or known.judged.get(fold_name(subject), fold_name(subject))
    number = graph.find(key)
    if number is not None:
        return number
    names = {fold_name(name): name for one in known.holdings for name in (one.owner, one.owned)}
    if party or key in names:
        # A listing needs no holdings, and one without any on that day is an answer too.
        return graph.number(key, names.get(key, subject))
    bearing = [names[one] for one in names if key in one or one in key]
    raise NotFoundError(
        f"The holdings do not name {subject!r}.",
        advice=f"They name {', '.join(sorted(bearing)[:_NEAR])}."
        if bearing
        else "Load some: ostiary holdings load FILE.",
    )
