"""A reported act is compared with the register, which never says more than its versions show."""

from dataclasses import replace
from datetime import date

import pytest

from ostiary.documents.acts import compare_act
from ostiary.documents.acts.standing import standings_on
from ostiary.model.acts import Act, Membership
from ostiary.model.claims import ReportedAct
from ostiary.model.parties import Alias, Entry, Party
from ostiary.model.periods import parse_period
from ostiary.model.reports import ReportedDate, Span

DAY = date(2025, 8, 8)
SPAN = Span(0, 10)


def make_party(
    *memberships: tuple[str, ...], dated: str = "", version: str = "2025-11-19", delisted: str = ""
) -> Party:
    """Return a party with programs: tag, first version, the one before it, last version, the one after that."""
    ident = "us_ofac:7"
    programs = tuple(Membership(tag, f"{ident}/entry", *labels) for tag, *labels in memberships)
    acts = (Act("designation", "OFAC", dated, ""),) if dated else ()
    alias = Alias(f"{ident}/a", "GREY HERON", "name", "strong", "Latin")
    entries = (Entry(f"{ident}/entry", "SDN List", acts, programs),)
    return Party(ident, "LegalEntity", "us_ofac", version, (alias,), entries, delisted_in=delisted)


def make_act(
    kind: str = "designation", stage: str = "act", program: str = "", when: str = "", authority: str = ""
) -> ReportedAct:
    found = ReportedDate(SPAN, "day", parse_period(when), "") if when else None
    return ReportedAct(kind, stage, SPAN, ("us_ofac:7",), program, authority, found)  # type: ignore[arg-type]


NEW = make_party(("SDGT", "2025-08-14", "2025-07-01"), dated="2025-07-25")
BOTH = make_party(("FTO", "2025-03-04", "2025-02-11"), ("SDGT", "2024-05-28", ""), dated="2012-10-11")
OLD = make_party(("SDGT", "2024-05-28", ""), dated="2012-10-11")
LATER = make_party(("SDGT", "2025-08-14", "2025-07-01"), ("FTO", "2025-11-19", "2025-09-01"), dated="2025-07-25")
STALE = make_party(("SDGT", "2024-05-28", ""), version="2025-07-01")
ENDED = make_party(("FTO", "2024-05-28", "", "2025-07-01", "2025-08-14"), ("SDGT", "2024-05-28", ""))
OLDER = make_party(("SDGT", "2025-11-19", "2025-08-14"), dated="2014-07-16")
GONE = make_party(("SDGT", "2024-05-28", ""), delisted="2025-07-01")


@pytest.mark.parametrize(
    ("party", "act", "agrees", "said"),
    [
        (NEW, make_act(program="SDGT", when="2025-07-25"), True, "listed 2025-07-25, first in 2025-08-14"),
        (NEW, make_act(program="SDGT", when="2025-07-26~"), True, "listed 2025-07-25"),
        (NEW, make_act(program="SDGT", when="2025-02"), False, "so not since 2025-02"),
        (NEW, make_act(program="SDGT"), True, "on 2025-08-08 listed under SDGT"),
        (NEW, make_act(), True, "on 2025-08-08 listed under SDGT"),
        (NEW, make_act(program="FTO"), False, "reported as FTO; on 2025-08-08 listed under SDGT only"),
        (LATER, make_act(program="FTO"), False, "FTO (first in 2025-11-19, absent in 2025-09-01)"),
        (BOTH, make_act(program="FTO", when="2025-02"), True, "first in 2025-03-04, absent in 2025-02-11"),
        (BOTH, make_act(program="FTO", when="2024"), False, "so not since 2024"),
        (
            BOTH,
            make_act(program="FTO", when="2025-02-10"),
            None,
            "whether since 2025-02-10, the register cannot tell",
        ),
        (BOTH, make_act(program="FTO", when="2025-06"), False, "so not since 2025-06"),
        (BOTH, make_act(program="SDGT", when="2012"), None, "whether since 2012, the register cannot tell"),
        (
            BOTH,
            make_act(when="2025-02"),
            True,
            "listed under FTO (first in 2025-03-04, absent in 2025-02-11), SDGT",
        ),
        (OLD, make_act(program="SDGT", when="2012-10"), True, "listed 2012-10-11"),
        (OLD, make_act(program="SDGT", when="2013"), False, "so not since 2013"),
        (OLD, make_act(program="SDNTK"), False, "reported as SDNTK; on 2025-08-08 listed under SDGT only"),
        (STALE, make_act(program="FTO"), None, "older than the report"),
        (GONE, make_act(program="SDGT"), None, "is of 2025-07-01, older than the report"),
        (GONE, make_act("delisting", when="2025-06"), True, "first absent in 2025-07-01"),
        (GONE, make_act("delisting", when="2025-08-01"), None, "first absent in 2025-07-01"),
        (OLD, make_act("delisting"), False, "listed under SDGT, also in the version of 2025-11-19"),
        (STALE, make_act("delisting"), None, "the newest version that tells is of 2025-07-01"),
        (NEW, make_act(stage="order", program="FTO"), None, "an order is no designation"),
        (NEW, make_act(stage="vow"), None, "a vow is no designation"),
        (NEW, make_act(stage="proposal"), None, "a proposal is no designation"),
        (NEW, make_act(stage="plan"), None, "a plan is no designation"),
        (
            NEW,
            make_act(authority="European Union"),
            None,
            "its entry of us_ofac, which tells nothing of another authority's act",
        ),
        (NEW, make_act("reward", authority="State Department"), None, "the register holds no rewards"),
        (NEW, make_act("indictment", authority="Justice Department"), None, "the register holds no indictments"),
        (NEW, make_act(authority="Norland"), None, "whether by Norland, the register cannot tell"),
        (NEW, make_act("extension", authority="Norland"), None, "does not record how long a listing runs"),
        (NEW, make_act("seizure", authority="Norland"), None, "holds no seizures and no freezes"),
        (
            ENDED,
            make_act(program="FTO"),
            None,
            "under FTO (first in 2024-05-28, last in 2025-07-01, gone in 2025-08-14)",
        ),
        (ENDED, make_act("delisting", program="FTO", when="2025-07"), True, "taken from it FTO"),
        (ENDED, make_act("delisting", when="2025-07-08"), True, "taken from it FTO"),
        (ENDED, make_act("delisting", program="FTO", when="2024"), None, "taken from it FTO"),
        (ENDED, make_act("delisting", program="SDNTK"), None, "no recorded version shows SDNTK"),
        (
            ENDED,
            make_act("delisting", program="SDGT"),
            False,
            "listed under SDGT, and it cannot be told whether under FTO",
        ),
        (
            OLDER,
            make_act(),
            None,
            "cannot be told whether under SDGT (listed 2014-07-16, first in 2025-11-19, absent in",
        ),
        (
            NEW,
            make_act("order", "order", authority="Navy"),
            None,
            "Navy: none published that the register",
        ),
    ],
)
def test_what_the_register_says(party: Party, act: ReportedAct, agrees: bool | None, said: str) -> None:  # noqa: FBT001 - a column of the table
    compared = compare_act(act, {party.id: party}, DAY)
    assert (compared.agrees, said in compared.register) == (agrees, True), compared.register


def test_the_day_decides_and_not_the_newest_version() -> None:
    act = make_act(program="SDGT")
    assert compare_act(act, {NEW.id: NEW}, date(2025, 6, 1)).agrees is False
    assert compare_act(act, {NEW.id: NEW}, date(2025, 7, 25)).agrees is True
    undated = make_party(("SDGT", "2025-08-14", "2025-07-01"))
    assert compare_act(act, {NEW.id: undated}, DAY).agrees is None
    assert compare_act(act, {NEW.id: undated}, date(2025, 8, 14)).agrees is True


def test_a_party_that_the_register_lacks_is_said_and_nothing_else_is() -> None:
    compared = compare_act(make_act(), {}, DAY)
    assert compared.agrees is None
    assert "us_ofac:7: the register does not hold it" in compared.register


def test_an_act_on_a_class_names_the_instrument_and_who_is_under_the_program() -> None:
    act = ReportedAct("designation", "act", SPAN, (), "FTO", "State Department")
    said = compare_act(act, {"us_ofac:7": BOTH}, DAY).register
    assert "State Department: such acts are published in a notice in the Federal Register" in said
    assert "of those that the reports name, on 2025-08-08 under FTO: GREY HERON" in said
    assert "none published" not in said


def test_persons_are_not_told_of_where_only_a_class_is_named() -> None:
    act = ReportedAct("designation", "act", SPAN, (), "FTO", "State Department")
    person = replace(BOTH, schema="Person")
    assert "GREY HERON" not in compare_act(act, {"us_ofac:7": person}, DAY).register


def test_a_name_whose_party_is_not_established_is_not_compared() -> None:
    act = ReportedAct("designation", "act", SPAN, program="FTO", names=("Heron Bank",))
    compared = compare_act(act, {"us_ofac:7": BOTH}, DAY)
    assert compared.agrees is None
    assert compared.register.startswith(
        "\u201cHeron Bank\u201d: a listed name, but which party it stands for is not"
    )
    assert "GREY HERON" not in compared.register


def test_on_a_day_before_its_end_a_program_was_in_force() -> None:
    assert compare_act(make_act(program="FTO"), {"us_ofac:7": ENDED}, date(2025, 6, 1)).agrees is True
    assert compare_act(make_act(program="FTO"), {"us_ofac:7": ENDED}, date(2025, 9, 1)).agrees is False
    assert compare_act(make_act("delisting", program="FTO"), {"us_ofac:7": ENDED}, date(2025, 6, 1)).agrees is None


def test_one_party_that_differs_makes_the_act_differ() -> None:
    other = make_party(("SDGT", "2024-05-28", ""))
    act = ReportedAct("designation", "act", SPAN, ("a", "b"), "FTO")
    assert compare_act(act, {"a": BOTH, "b": other}, DAY).agrees is False
    assert compare_act(act, {"a": BOTH}, DAY).agrees is None


def test_an_entry_s_date_is_not_given_to_a_program_that_came_later() -> None:
    dated = {standing.program: standing.dated for standing in standings_on(BOTH, DAY)}
    assert dated == {"FTO": None, "SDGT": None}
    assert [str(standing.dated) for standing in standings_on(NEW, DAY)] == ["2025-07-25"]
