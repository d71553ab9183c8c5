"""What the register says of a reported act: agrees, differs, or cannot tell; and where such acts are published."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ostiary.documents.acts.findings import Finding, compare_delisting, compare_designation, say_listed, tags_of
from ostiary.documents.acts.lexicon import Agency, agency_phrases, instruments, programs_by_tag
from ostiary.documents.acts.standing import standings_on
from ostiary.model.claims import ReportedAct
from ostiary.model.parties import Party

_OF_US = "us_"
_NOT_HELD = {
    "reward": "the register holds no rewards",
    "indictment": "the register holds no indictments",
    "order": "the register holds no orders",
    "extension": "the register does not record how long a listing runs",
    "seizure": "the register holds no seizures and no freezes",
}
_STAGES = {"vow": "a vow", "proposal": "a proposal", "order": "an order", "plan": "a plan"}
_PERSON = "Person"


def compare_act(act: ReportedAct, party_by_id: Mapping[str, Party], day: date) -> ReportedAct:
    """Return an act with what the register says of it.

    Args:
        act: As reported.
        party_by_id: The parties that the reports name, from one state of the register, with the programs that each
            was under before.
        day: The day of the report: listings are stated for it.

    Returns:
        The act with ``register`` and ``agrees`` filled in. A list that has no later version than the reported act
        disproves nothing, and another authority's list says nothing of it.
    """
    agency = _agency_of(act.authority)
    if act.kind in _NOT_HELD:
        return replace(act, register=_join(_NOT_HELD[act.kind], _say_instrument(act, agency)), agrees=None)
    if not act.parties:
        said = _join(_say_nobody(act), _say_class(act, party_by_id.values(), day), _say_instrument(act, agency))
        return replace(act, register=said, agrees=None)
    findings = [_compare_party(act, party_by_id.get(party), day, agency, party) for party in act.parties]
    verdicts = [agrees for agrees, _ in findings]
    agrees = False if False in verdicts else (None if None in verdicts else True)
    texts = [text for _, text in findings]
    return replace(act, register=_join(*texts, "" if agrees else _say_instrument(act, agency)), agrees=agrees)


def _join(*texts: str) -> str:
    return "; ".join(text for text in texts if text)


def _agency_of(authority: str) -> Agency | None:
    lower = authority.lower().split()
    found = [agency for _, agency in agency_phrases().find_in(lower, range(len(lower)))]
    return found[0] if found else None


def _say_instrument(act: ReportedAct, agency: Agency | None) -> str:
    """Return in what the agency named publishes such acts; what the register does not hold is not denied."""
    if not act.authority:
        return ""
    listed = f"such acts are published in {agency.instrument}" if agency and agency.instrument else ""
    start, published = instruments().get(act.kind, ("", listed))
    if published and (not start or (agency and agency.list_start == start)):
        return f"{act.authority}: {published}"
    return "" if act.parties and not start else f"{act.authority}: none published that the register shows"


def _say_nobody(act: ReportedAct) -> str:
    if not act.names:
        return "it names no listed party, so there is nothing to compare"
    names = ", ".join(f"\u201c{name}\u201d" for name in act.names)
    return f"{names}: a listed name, but which party it stands for is not established, so nothing is compared"


def _say_class(act: ReportedAct, parties: Iterable[Party], day: date) -> str:
    """Return which parties of the reports are under the program of an act on a class; persons are not told."""
    tags = tags_of(act.program)
    if not tags or act.names or act.kind != "designation":
        return ""
    named = [party for party in parties if party.schema != _PERSON]
    under = [party.caption for party in named if _is_under(party, tags, day)]
    if not under:
        return ""
    return f"of those that the reports name, on {day} under {act.program}: {', '.join(under)}"


def _is_under(party: Party, tags: frozenset[str], day: date) -> bool:
    return any(each.program in tags and each.state == "listed" for each in standings_on(party, day))


def _compare_party(
    act: ReportedAct, party: Party | None, day: date, agency: Agency | None, party_id: str
) -> Finding:
    if party is None:
        return None, f"{party_id}: the register does not hold it"
    standings = list(standings_on(party, day))
    listed = f"{party.caption}: {say_listed(standings, day)}"
    program = programs_by_tag().get(act.program)
    start = _OF_US if program and program.of_us else (agency.list_start if agency else "")
    if start and not party.list_id.startswith(start):
        return (
            None,
            f"{listed}; that is its entry of {party.list_id}, which tells nothing of another authority's act",
        )
    if act.stage != "act":
        return None, f"{listed}; {_STAGES[act.stage]} is no {act.kind}"
    if act.authority and not start:
        return None, f"{listed}; whether by {act.authority}, the register cannot tell"
    if act.kind == "delisting":
        return compare_delisting(act, party, standings, day)
    return compare_designation(act, party, standings, day)
