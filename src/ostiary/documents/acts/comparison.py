"""What the register says of a reported act: agrees, differs, or cannot tell; never more than its versions show."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ostiary.documents.acts.lexicon import Agency, agency_phrases, instruments, programs_by_tag
from ostiary.documents.acts.standing import Standing, day_of_version, standings_on, widen
from ostiary.model.claims import ReportedAct
from ostiary.model.parties import Party
from ostiary.model.periods import Period

#: Lists appear some days after the act: so long an older version without it says nothing.
_DAYS_TO_PUBLISH = 7
_OF_US = "us_"
_NOT_HELD = {"reward": "rewards", "indictment": "indictments", "order": "orders"}
_STAGES = {"vow": "a vow", "proposal": "a proposal", "order": "an order", "plan": "a plan"}

#: Whether the register agrees, and what it says.
Finding = tuple[bool | None, str]


def compare_act(act: ReportedAct, party_by_id: Mapping[str, Party], day: date) -> ReportedAct:
    """Return an act with what the register says of it.

    Args:
        act: As reported.
        party_by_id: The parties that it may concern, from one state of the register.
        day: The day of the report: listings are stated for it.

    Returns:
        The act with ``register`` and ``agrees`` filled in. A list that has no later version than the reported act
        disproves nothing, and another authority's list says nothing of it.
    """
    agency = _agency_of(act.authority)
    if act.kind in _NOT_HELD:
        said = f"the register holds no {_NOT_HELD[act.kind]}"
        return replace(act, register=_join([said, _instrument(act, agency, shown=False)]), agrees=None)
    findings = [_compare_party(act, party_by_id.get(party), day, agency, party) for party in act.parties]
    if not findings:
        said = "it names no listed party, so there is nothing to compare"
        return replace(act, register=_join([said, _instrument(act, agency, shown=False)]), agrees=None)
    verdicts = [agrees for agrees, _ in findings]
    agrees = False if False in verdicts else (None if None in verdicts else True)
    texts = [text for _, text in findings]
    return replace(act, register=_join([*texts, _instrument(act, agency, shown=agrees is True)]), agrees=agrees)


def _join(texts: Sequence[str]) -> str:
    return "; ".join(text for text in texts if text)


def _agency_of(authority: str) -> Agency | None:
    lower = authority.lower().split()
    found = [agency for _, agency in agency_phrases().find_in(lower, range(len(lower)))]
    return found[0] if found else None


def _instrument(act: ReportedAct, agency: Agency | None, *, shown: bool) -> str:
    """Return what the agency named publishes such acts in, and whether the register shows it."""
    if not act.authority or shown:
        return ""
    start, instrument = instruments().get(act.kind, ("", agency.instrument if agency else ""))
    if not instrument or (start and (agency is None or agency.list_start != start)):
        return f"{act.authority}: none published that the register shows"
    return f"{act.authority}: its public instrument is {instrument}; none published that the register shows"


def _compare_party(
    act: ReportedAct, party: Party | None, day: date, agency: Agency | None, party_id: str
) -> Finding:
    if party is None:
        return None, f"{party_id}: the register does not hold it"
    standings = list(standings_on(party, day))
    listed = f"{party.caption}: {_say_listed(standings, day)}"
    program = programs_by_tag().get(act.program)
    start = _OF_US if program and program.of_us else (agency.list_start if agency else "")
    if start and not party.list_id.startswith(start):
        return None, f"{listed}; of the lists of that authority the register holds none"
    if act.stage != "act":
        return None, f"{listed}; {_STAGES[act.stage]} is no {act.kind}"
    if act.kind == "delisting":
        return _compare_delisting(act, party, standings, day)
    if not start and agency and not any(standing.state == "listed" for standing in standings):
        return None, listed
    return _compare_designation(act, party, standings, day)


def _say_listed(standings: Sequence[Standing], day: date) -> str:
    on = [standing.program for standing in standings if standing.state == "listed"]
    open_ = [standing.seen for standing in standings if standing.state == "cannot tell"]
    said = f"on {day} listed under {', '.join(on)}" if on else f"on {day} not known as listed"
    return said + (f", and it cannot be told whether under {', '.join(open_)}" if open_ else "")


def _compare_designation(act: ReportedAct, party: Party, standings: list[Standing], day: date) -> Finding:
    tags = _tags_of(act.program)
    fitting = [standing for standing in standings if not tags or standing.program in tags]
    listed = [standing for standing in fitting if standing.state == "listed"]
    if listed:
        return _compare_dates(act, party, listed, day)
    if any(standing.state == "cannot tell" for standing in fitting):
        return None, f"{party.caption}: {_say_listed(standings, day)}"
    said = _say_not_listed(act, party, standings, day)
    newest = day_of_version(party.delisted_in or party.version)
    if newest is None or newest < day:
        label = party.delisted_in or party.version
        return None, f"{said}; the version that says so is of {label}, older than the report"
    return False, said + "".join(f"; {standing.seen}" for standing in fitting)


def _tags_of(program: str) -> frozenset[str]:
    known = programs_by_tag().get(program)
    return frozenset(filter(None, (program, known.also if known else "")))


def _say_not_listed(act: ReportedAct, party: Party, standings: Sequence[Standing], day: date) -> str:
    on = [standing.program for standing in standings if standing.state == "listed"]
    reported = f"reported as {act.program}" if act.program else "reported as designated"
    only = f"listed under {', '.join(on)} only" if on else "not listed"
    return f"{party.caption}: {reported}; on {day} {only}"


def _compare_dates(act: ReportedAct, party: Party, listed: list[Standing], day: date) -> Finding:
    """Compare the reported date with what the list and its versions say of each program that may be meant."""
    said = f"{party.caption}: on {day} listed under"
    seen = ", ".join(standing.seen for standing in listed)
    reported = act.date.period if act.date else None
    if reported is None:
        return True, f"{said} {seen}"
    verdicts = {standing.seen: _fits(widen(reported), standing) for standing in listed}
    fitting = [standing for standing, fits in verdicts.items() if fits]
    if fitting:
        others = [standing.program for standing in listed if standing.seen not in fitting]
        return True, f"{said} {', '.join(fitting + others)}"
    if None in verdicts.values():
        return None, f"{said} {seen}; whether since {reported}, the register cannot tell"
    return False, f"{said} {seen}, so not since {reported}"


def _fits(reported: Period, standing: Standing) -> bool | None:
    """Return whether a program can have begun within the reported date; None if the versions do not tell."""
    if standing.dated:
        return reported.first <= standing.dated.last and standing.dated.first <= reported.last
    if reported.first > standing.by:
        return False
    if standing.after is None:
        return None
    if reported.last > standing.after:
        return True
    return None if standing.after - reported.last <= timedelta(days=_DAYS_TO_PUBLISH) else False


def _compare_delisting(act: ReportedAct, party: Party, standings: list[Standing], day: date) -> Finding:
    if party.delisted_in:
        said = f"{party.caption}: off the list, first absent in {party.delisted_in}"
        gone, reported = day_of_version(party.delisted_in), act.date.period if act.date else None
        late = gone is None or (reported is not None and widen(reported).first > gone)
        return (None if late else True), said
    said = f"{party.caption}: {_say_listed(standings, day)}"
    newest = day_of_version(party.version)
    listed = any(standing.state == "listed" for standing in standings)
    if not listed or newest is None or newest < day + timedelta(days=_DAYS_TO_PUBLISH):
        return None, f"{said}; the newest version that tells is of {party.version}"
    return False, f"{said}, also in the version of {party.version}"
