from dataclasses import replace
from datetime import date

import pytest

from ostiary.documents.parties import find_mentions, identity_wording, listings_on
from ostiary.model.acts import Act, Membership
from ostiary.model.parties import Entry, Party
from tests.documents.invented_parties import PARTIES, names_of, report_of

NAMES = names_of(PARTIES)


def listed(act: str, *programs: Membership) -> Party:
    acts = (Act("designation", "OFAC", act, "an order"),) if act else ()
    return replace(PARTIES[2], entries=(Entry("e", "SDN List", acts, programs),))


NEW = Membership("FTO", "e", "2025-08-14", "2025-07-01")
OLD = Membership("SDGT", "e", "2024-05-28")
FIRST = "in the first version recorded, 2024-05-28"
GONE = Membership("TCO", "e", "2024-05-28", last_in="2025-03-04")


@pytest.mark.parametrize(
    ("act", "program", "day", "line"),
    [
        ("2025-07-25", NEW, "2025-08-09", "SDN List: FTO, since 2025-07-25"),
        ("2025-07-25", NEW, "2025-07-20",
         "SDN List: FTO, not on the list that day: the entry is dated 2025-07-25"),
        ("2012-10-11", NEW, "2025-08-20",
         "SDN List: FTO, since a day between two versions: first in 2025-08-14, absent in 2025-07-01"),
        ("2012-10-11", NEW, "2025-07-15",
         "SDN List: FTO, cannot tell for that day: first in 2025-08-14, absent in 2025-07-01"),
        ("2012-10-11", NEW, "2025-07-01",
         "SDN List: FTO, not on the list that day: first in 2025-08-14, absent in 2025-07-01"),
        ("2012-10-11", OLD, "2025-07-01",
         f"SDN List: SDGT, since 2012-10-11 or later, as the entry is dated; {FIRST}"),
        ("2012-10-11", OLD, "2011-07-01",
         "SDN List: SDGT, not on the list that day: the entry is dated 2012-10-11"),
        ("", OLD, "2025-07-01", f"SDN List: SDGT, {FIRST}"),
        ("bad", OLD, "2025-07-01", f"SDN List: SDGT, {FIRST}"),
        ("2012-10-11", GONE, "2025-07-01", "SDN List: TCO, not on the list that day: last in 2025-03-04"),
        ("2012-10-11", replace(GONE, gone_in="2025-08-14"), "2025-07-01",
         "SDN List: TCO, cannot tell for that day: last in 2025-03-04, absent in 2025-08-14"),
        ("2012-10-11", replace(GONE, gone_in="2025-08-14"), "2025-08-14",
         "SDN List: TCO, not on the list that day: last in 2025-03-04"),
        ("2012-10-11", replace(NEW, first_in="2025-08-14.2"), "2025-08-20",
         "SDN List: FTO, since a day between two versions: first in 2025-08-14.2, absent in 2025-07-01"),
    ],
)  # fmt: skip
def test_a_line_is_never_surer_than_the_register(act: str, program: Membership, day: str, line: str) -> None:
    assert listings_on(listed(act, program), date.fromisoformat(day)) == (line,)


@pytest.mark.parametrize(("day", "said"), [("2025-07-01", "cannot tell for that day"), ("2025-09-01", "not on")])
def test_who_left_the_list_between_two_versions_may_have_stood_on_it_till_then(day: str, said: str) -> None:
    gone = replace(listed("2012-10-11", GONE), delisted_in="2025-08-14")
    assert said in listings_on(gone, date.fromisoformat(day))[0]


def test_each_program_has_a_line_and_none_is_said_too() -> None:
    assert len(listings_on(listed("2012-10-11", NEW, OLD, GONE), date(2025, 8, 9))) == 3
    assert listings_on(replace(PARTIES[2], entries=()), date(2025, 8, 9)) == ("not on the list that day",)


@pytest.mark.parametrize(
    ("text", "party", "said"),
    [
        ("Hassan Ali of Iraq drove.", 4, "same name as ALI Hassan, identity not established (its listed name: "),
        ("The Russian Ilarion Korvetz spoke.", 7, "named by part of its listed name: Russia is named close to it"),
        ("Hijos del Basalto met.", 2, "named by its listed name: the text says no more of its bearer"),
    ],
)
def test_identity_is_worded_as_far_as_the_text_goes(text: str, party: int, said: str) -> None:
    mentions = [one for one in find_mentions(report_of(text), NAMES) if one.party_id == PARTIES[party].id]
    assert identity_wording(mentions, PARTIES[party]).startswith(said)


def test_without_mentions_identity_is_not_established() -> None:
    assert identity_wording([], PARTIES[2]) == "same name as Hijos del Basalto, identity not established"
