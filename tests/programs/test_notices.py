"""The notices that come with the release, and which of them counts at a date."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

import pytest

from ostiary.model.notices import Matter, Notice
from ostiary.programs.notice_files import read_notice_file
from ostiary.programs.notices import NoticeDates, find_notices, load_notice_files

MADURO, SOLES, ARAGUA, MS13 = "us_ofac:22790", "us_ofac:55025", "us_ofac:49756", "us_ofac:15412"


def all_notices() -> Iterator[Notice]:
    for file in load_notice_files():
        yield from chain(file.notices, *(matter.notices for matter in file.matters))


def matter(party: str, kind: str, dates: NoticeDates | None = None) -> Matter:
    (found,) = (one for one in find_notices([party], dates).matters if one.kind == kind)
    return found


@pytest.mark.parametrize(
    ("party", "program", "day"),
    [
        (ARAGUA, "FTO", "2025-02-20"),
        (ARAGUA, "SDGT", "2025-02-20"),
        (ARAGUA, "TCO", "2024-07-11"),
        (MS13, "FTO", "2025-02-20"),
        (MS13, "TCO", "2012-10-11"),
        ("us_ofac:11440", "FTO", "2025-02-20"),
        ("us_ofac:17671", "SDGT", "2025-02-20"),
        ("us_ofac:52892", "FTO", "2025-02-20"),
        ("us_ofac:11438", "FTO", "2025-02-20"),
        ("us_ofac:10386", "FTO", "2025-02-20"),
        ("us_ofac:39376", "FTO", "2025-02-20"),
        (SOLES, "SDGT", "2025-07-25"),
        (SOLES, "FTO", "2025-11-24"),
        ("us_ofac:47286", "SDGT", "2025-09-04"),
        ("us_ofac:47286", "FTO", "2025-09-05"),
        ("us_ofac:15871", "SDGT", "2025-12-16"),
        ("us_ofac:15871", "FTO", "2025-12-17"),
        ("us_ofac:53980", "FTO", "2025-05-02"),
        ("us_ofac:55416", "SDGT", "2025-09-23"),
        (MADURO, "VENEZUELA", "2017-07-31"),
        (MADURO, "IRAN-CON-ARMS-EO", "2020-09-21"),
    ],
)
def test_a_designation_that_the_list_does_not_date(party: str, program: str, day: str) -> None:
    days = [one.day for one in find_notices([party]).notices if program in one.programs]
    assert days == [date.fromisoformat(day)]


def test_a_reward_with_its_history() -> None:
    reward = matter(MADURO, "reward")
    assert [(str(one.day), one.step, one.amount) for one in reward.notices] == [
        ("2020-03-26", "opened", 15_000_000),
        ("2025-01-10", "raised", 25_000_000),
        ("2025-08-07", "raised", 50_000_000),
        ("2026-01-03", "remarked", 0),
    ]
    assert (reward.outcome, reward.standing.step) == (None, "raised")


def test_an_accusation_with_its_history() -> None:
    charge = matter(MADURO, "accusation")
    assert [one.step for one in charge.notices] == ["charged", "amended", "in custody", "denied", "contested"]
    assert (charge.standing.step, charge.outcome) == ("amended", None)
    assert {one.certainty for one in charge.notices if one.day.year == 2026} == {"reported"}
    assert charge.unverified


@pytest.mark.parametrize(
    ("dates", "amount", "steps"),
    [
        (NoticeDates(known_at=date(2020, 3, 25)), None, None),
        (NoticeDates(known_at=date(2020, 3, 26)), 15_000_000, 1),
        (NoticeDates(known_at=date(2025, 8, 6)), 25_000_000, 1),
        (NoticeDates(known_at=date(2025, 8, 7)), 50_000_000, 1),
        (NoticeDates(valid_on=date(2025, 1, 9)), 15_000_000, 1),
        (NoticeDates(known_at=date(2026, 1, 4)), 50_000_000, 3),
        (NoticeDates(recorded_on=date(2025, 12, 31)), None, None),
    ],
)
def test_a_notice_counts_from_its_own_dates_on(dates: NoticeDates, amount: int | None, steps: int | None) -> None:
    matters = {one.kind: one for one in find_notices([MADURO], dates).matters}
    if amount is None:
        assert not matters.keys() & {"reward", "accusation"}
        return
    assert max(one.amount for one in matters["reward"].notices) == amount
    assert len(matters["accusation"].notices) == steps


def test_an_accusation_with_its_end() -> None:
    (charge,) = find_notices(["us_ofac:11186"]).matters
    assert [one.step for one in charge.notices][-4:] == [
        "in custody",
        "convicted",
        "postponed",
        "postponed",
    ]
    assert charge.outcome is charge.notices[-3]
    (before,) = find_notices(["us_ofac:11186"], NoticeDates(known_at=date(2025, 6, 24))).matters
    assert before.outcome is None


def test_what_is_unknown_of_the_end_is_not_said_of_a_day_before_it() -> None:
    assert matter(MADURO, "accusation", NoticeDates(known_at=date(2025, 8, 9))).unverified == ""


def test_a_dispute_holds_both_sides() -> None:
    steps = {one.step for one in matter(SOLES, "dispute").notices}
    assert steps == {"asserted", "doubted"}


def test_what_is_said_of_a_head_is_said_by_somebody() -> None:
    relations = [one for one in all_notices() if one.relation]
    assert len(relations) > 5
    for one in relations:
        assert one.relation is not None
        assert re.match(r"named\b", one.relation.wording), one.relation.wording
        assert {one.relation.source, one.relation.target} <= set(one.parties)


def test_every_notice_says_who_and_rests_on_something() -> None:
    notices = list(all_notices())
    assert len(notices) > 60
    for one in notices:
        assert one.by
        assert one.sources
        assert one.says.endswith(".")


#: A telephone number, an address of electronic mail, or words that ask for a tip or say where somebody is.
TIPS = re.compile(
    r"\+?\d{1,3}[-\s(]\d{2,4}[-\s)]\d{3}|@|whatsapp|hotline|tip line|contact|whereabouts|hiding", re.IGNORECASE
)


def test_no_notice_asks_for_tips_or_says_where_somebody_is() -> None:
    assert TIPS.search("call +1-202-555-0100")
    assert [one.id for one in all_notices() if TIPS.search(one.says)] == []


CONTRADICTION = """
about: An invented group
sources:
  one: {citation: 1 FR 1, kind: Federal Register, published: 2025-02-20, checked: 2025-03-01, read: text}
  two: {citation: 1 FR 2, kind: Federal Register, published: 2025-02-21, checked: 2025-03-01, read: text}
parties: [us_ofac:1]
notices:
  - {kind: designation, date: 2025-02-20, by: A, programs: [FTO], says: So.,
     certainty: established, sources: [one]}
  - {kind: designation, date: 2025-02-21, by: B, programs: [FTO], says: So.,
     certainty: established, sources: [two]}
matters:
  - kind: reward
    title: Reward
    history:
      - {date: 2025-02-21, step: opened, by: A, amount: 9, currency: USD, says: So.,
         certainty: established, sources: [one]}
      - {date: 2025-02-21, step: opened, by: B, amount: 5, currency: USD, says: So.,
         certainty: established, sources: [two]}
"""


def test_no_notice_tells_of_a_day_after_it_was_published() -> None:
    late = [
        one.id
        for one in all_notices()
        for day in re.findall(r"\d{4}-\d\d-\d\d", one.says)
        if date.fromisoformat(day) > max(source.published for source in one.sources)
    ]
    # A day on which something was announced to happen is no such day.
    assert late == ["gangs_of_2025_and_2026/8"]


def test_notices_that_contradict_each_other_are_both_shown() -> None:
    record = find_notices(["us_ofac:1"], among=[read_notice_file("invented", CONTRADICTION)])
    assert len(record.notices) == 2
    assert [(one.about, one.left, one.right) for one in record.conflicts] == [
        ("day of the designation under FTO", "2025-02-20, A (1 FR 1)", "2025-02-21, B (1 FR 2)"),
        ("amount of: Reward", "2025-02-21, USD 9, A (1 FR 1)", "2025-02-21, USD 5, B (1 FR 2)"),
    ]


def test_the_notices_of_this_release_do_not_contradict_each_other() -> None:
    parties = {party for one in all_notices() for party in one.parties}
    assert len(parties) > 25
    assert find_notices(parties).conflicts == ()


def test_nobody_without_notices_has_any() -> None:
    record = find_notices(["us_ofac:4702"])
    assert (record.notices, record.matters, record.conflicts) == ((), (), ())
