"""What the versions of a list say of one party's reported designation or delisting; never more than they show."""

from collections.abc import Iterable, Sequence
from datetime import date

from ostiary.documents.acts.lexicon import programs_by_tag
from ostiary.documents.acts.standing import DAYS_TO_PUBLISH, Standing, day_of_version, widen
from ostiary.model.claims import ReportedAct
from ostiary.model.parties import Party
from ostiary.model.periods import Period

#: Whether the register agrees, and what it says.
Finding = tuple[bool | None, str]


def say_listed(standings: Sequence[Standing], day: date) -> str:
    """Return in words under which programs a party is known on a day."""
    on = _programs(standing for standing in standings if standing.state == "listed")
    open_ = {each.program: each.seen for each in reversed(standings) if each.state == "cannot tell"}
    said = f"on {day} listed under {on}" if on else f"on {day} not known as listed"
    return said + (f", and it cannot be told whether under {_each_once(open_.values())}" if open_ else "")


def _programs(standings: Iterable[Standing]) -> str:
    return _each_once(standing.program for standing in standings)


def _each_once(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(texts))


def tags_of(program: str) -> frozenset[str]:
    """Return the tags that a wording may stand for; none if it stands for no program in particular."""
    known = programs_by_tag().get(program)
    return frozenset(filter(None, (program, known.also if known else "")))


def _fitting(act: ReportedAct, standings: Sequence[Standing]) -> list[Standing]:
    """Return the standings under programs that an act may mean: all, if it names none in particular."""
    tags = tags_of(act.program)
    return [standing for standing in standings if not tags or standing.program in tags]


def compare_designation(act: ReportedAct, party: Party, standings: Sequence[Standing], day: date) -> Finding:
    """Return what the register says of a reported designation, on the day of the report.

    Args:
        act: As reported.
        party: Whom it concerns.
        standings: How it stood on that day, under each program.
        day: The day.
    """
    fitting = _fitting(act, standings)
    listed = [standing for standing in fitting if standing.state == "listed"]
    if listed:
        return _compare_dates(act, party, listed, day)
    if any(standing.state == "cannot tell" for standing in fitting):
        return None, f"{party.caption}: {say_listed(standings, day)}"
    said = _say_not_listed(act, party, standings, day)
    newest = day_of_version(party.delisted_in or party.version)
    if newest is None or newest < day:
        label = party.delisted_in or party.version
        return None, f"{said}; the version that says so is of {label}, older than the report"
    return False, said + "".join(f"; {seen}" for seen in dict.fromkeys(standing.seen for standing in fitting))


def _say_not_listed(act: ReportedAct, party: Party, standings: Sequence[Standing], day: date) -> str:
    on = _programs(standing for standing in standings if standing.state == "listed")
    reported = f"reported as {act.program}" if act.program else "reported as designated"
    only = f"listed under {on} only" if on else "not listed"
    return f"{party.caption}: {reported}; on {day} {only}"


def _compare_dates(act: ReportedAct, party: Party, listed: Sequence[Standing], day: date) -> Finding:
    """Compare the reported date with what the list and its versions say of each program that may be meant."""
    said = f"{party.caption}: on {day} listed under"
    seen = _each_once(standing.seen for standing in listed)
    reported = act.date.period if act.date else None
    if reported is None:
        return True, f"{said} {seen}"
    verdicts = {standing.seen: _fits(widen(reported), standing) for standing in listed}
    fitting = [standing for standing, fits in verdicts.items() if fits]
    if fitting:
        others = [standing.program for standing in listed if standing.seen not in fitting]
        return True, f"{said} {_each_once(fitting + others)}"
    if None in verdicts.values():
        return None, f"{said} {seen}; whether since {reported}, the register cannot tell"
    return False, f"{said} {seen}, so not since {reported}"


def _fits(reported: Period, standing: Standing) -> bool | None:
    """Return whether a program can have begun within the reported date; None if the versions do not tell."""
    if standing.dated and reported.first <= standing.dated.last and standing.dated.first <= reported.last:
        return True
    if standing.doubtful:
        return None
    if standing.dated or reported.first > standing.by:
        return False
    if standing.after is None:
        return None
    if reported.last > standing.after:
        return True
    return None if standing.after - reported.last <= DAYS_TO_PUBLISH else False


def compare_delisting(act: ReportedAct, party: Party, standings: Sequence[Standing], day: date) -> Finding:
    """Return what the register says of a reported delisting, or of the end of one program.

    Args:
        act: As reported.
        party: Whom it concerns.
        standings: How it stood on the day of the report, under each program.
        day: The day.
    """
    reported = act.date.period if act.date else None
    if party.delisted_in:
        gone = day_of_version(party.delisted_in)
        said = f"{party.caption}: off the list, first absent in {party.delisted_in}"
        return _agrees_on_end(reported, day, None, gone), said
    fitting = _fitting(act, standings)
    ended = [standing for standing in fitting if standing.until]
    listed = f"{party.caption}: {say_listed(standings, day)}"
    if ended:
        verdicts = [_agrees_on_end(reported, day, each.until, each.gone) for each in ended]
        others = say_listed([standing for standing in standings if standing not in ended], day)
        no_longer = _each_once(each.seen for each in ended)
        return (True if True in verdicts else None), f"{party.caption}: {others}; taken from it {no_longer}"
    if tags_of(act.program) and not fitting:
        return None, f"{listed}; no recorded version shows {act.program}"
    newest = day_of_version(party.version)
    on = any(standing.state == "listed" for standing in fitting)
    if not on or newest is None or newest < day + DAYS_TO_PUBLISH:
        return None, f"{listed}; the newest version that tells is of {party.version}"
    return False, f"{listed}, also in the version of {party.version}"


def _agrees_on_end(reported: Period | None, day: date, until: date | None, gone: date | None) -> bool | None:
    """Return True if a listing can have ended when a report says so; None if the versions do not tell.

    Args:
        reported: When, by the report, or None.
        day: The day of the report.
        until: The day of the last version with it, or None if that is not known.
        gone: The day of the first version without it.
    """
    if gone is None or (until or gone) > day:
        return None
    if reported is None:
        return True
    said = widen(reported)
    early = until is not None and said.last + DAYS_TO_PUBLISH < until
    return None if early or said.first > gone else True
