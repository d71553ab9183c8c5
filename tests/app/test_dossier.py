"""One dossier over lists and notices: what it says, whose date each thing has, and what was known when."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from ostiary.app.bundled import find_sample_lists
from ostiary.app.dates import NOW, Dates
from ostiary.app.dossier import Dossier, gather_dossier
from ostiary.app.dossier_listings import ListedParty, read_listing
from ostiary.app.dossier_programs import find_conflicts, find_unshown
from ostiary.app.opening import use_register
from ostiary.app.settings import Settings
from ostiary.model.identity import Evidence, Link
from ostiary.model.notices import Notice, NoticeSource
from ostiary.model.periods import Period

SOLES, MADURO, ARAGUA = (f"us_ofac_sample:{number}" for number in (55025, 22790, 49756))
Run = Callable[..., Any]
Gather = Callable[..., Dossier]
BEFORE, AFTER = find_sample_lists()


@pytest.fixture
def gather(samples: Settings) -> Gather:
    def run(party_id: str, asked: Dates = NOW, *links: Link) -> Dossier:
        with use_register(samples) as register:
            return gather_dossier(register, party_id, asked, links)

    return run


def told(dossier: Dossier) -> list[str]:
    return [f"{one.period} {one.what}" for one in dossier.timeline]


def test_a_timeline_says_whose_date_each_thing_has(gather: Gather) -> None:
    events = {f"{one.period} {one.what}": one for one in gather(ARAGUA).timeline}
    assert events["2025-02-20 designation under FTO"].dated_by == "the authority"
    entry = next(one for what, one in events.items() if what.startswith("2024-07-11 designation on SDN List"))
    assert "the list gives this one day to all of" in entry.what
    choneros = gather("us_ofac_sample:47286")
    bracket = [one for one in choneros.timeline if one.dated_by == "versions"]
    assert bracket == []
    dated = {(str(one.period), one.what) for one in choneros.timeline}
    assert {("2025-09-04", "designation under SDGT"), ("2025-09-05", "designation under FTO")} <= dated


def test_what_no_notice_dates_is_bracketed_by_versions(gather: Gather) -> None:
    (event,) = (one for one in gather("us_ofac_sample:54314").timeline if one.dated_by == "versions")
    assert (str(event.period), event.what) == ("2025-08-14/2025-11-24", "added on us_ofac_sample: FTO")
    (gone,) = (one for one in gather("us_ofac_sample:44541").timeline if one.kind == "delisted")
    assert gone.what == "gone from us_ofac_sample"


def test_programs_say_by_whom_they_are_dated(gather: Gather) -> None:
    programs = {one.tag: one for one in gather(SOLES).programs}
    assert (programs["FTO"].since, programs["FTO"].dated_by) == (date(2025, 11, 24), "the authority")
    assert programs["FTO"].versions == "first in 2025-11-24, absent in 2025-08-14"
    assert programs["FTO"].effect
    undated = {one.tag: one for one in gather("us_ofac_sample:54314").programs}["FTO"]
    assert (undated.since, undated.dated_by, undated.notices) == (None, "versions", ())


def test_a_program_is_not_older_than_its_law(gather: Gather) -> None:
    programs = {one.tag: one for one in gather("us_ofac_sample:11440").programs}
    undated = programs["ILLICIT-DRUGS-EO14059"]
    assert (undated.since, undated.dated_by) == (None, "entry")
    assert undated.versions.endswith("dated 2009-04-15; not before 2021-12-15, when the program began")
    assert programs["SDNTK"].versions.endswith("the entry is dated 2009-04-15")


@pytest.mark.parametrize(
    ("day", "there", "not_there"),
    [
        ("2025-08-20", "2025-08-07 Reward", "2026-01-03"),
        (
            "2026-01-04",
            "2026-01-03 Charge of narco-terrorism, cocaine and weapons conspiracies: in custody",
            "2026-01-05",
        ),
    ],
)
def test_a_dossier_of_a_day_knows_nothing_later(gather: Gather, day: str, there: str, not_there: str) -> None:
    dossier = gather(MADURO, Dates(known_at=date.fromisoformat(day)))
    assert any(one.startswith(there) for one in told(dossier))
    assert not any(one.startswith(not_there) for one in told(dossier))
    public = [source.published for one in dossier.timeline for source in one.sources]
    assert max(public) <= date.fromisoformat(day)
    assert {version.label for version, _ in dossier.history} == {"2025-08-14"}


def test_recorded_at_leaves_out_what_we_had_not_checked(run: Run) -> None:
    later = run("show", "22790", "--recorded-at", "2999-01-01", "--json").json
    assert later["notices"]


def test_a_relation_is_said_by_somebody(gather: Gather, run: Run) -> None:
    out = run("show", SOLES).out
    assert "← named, with others, as head of" in out
    assert "United States Department of the Treasury (2025-07-25) [" in out
    assert "leader of Cartel de los Soles" not in out.replace("named as a leader, for over ten years, of", "")
    assert gather(SOLES).names["us_ofac:22790"] == "MADURO MOROS Nicolas"


def test_an_accusation_is_shown_with_its_history(run: Run) -> None:
    out = run("show", MADURO).out
    for expected in (
        "An accusation is no finding",
        "amended, 2026-01-03 (reported); denied by the accused; no outcome is known to us",
        "opened, up to USD 15,000,000",
        "raised, up to USD 50,000,000",
        "How to object",
        "Information, not legal advice.",
        "its own words read, 2026-11-22",
    ):
        assert expected in out


def linked(left: str, right: str, **more: object) -> Link:
    evidence = (Evidence("passport", left, right, "A 1", "A1"),)
    return replace(Link(left, right, "linked", "identifier", evidence), **more)  # type: ignore[arg-type]


def test_linked_listings_are_one_dossier(gather: Gather) -> None:
    dossier = gather(MADURO, NOW, linked(MADURO, "us_ofac_sample:25079"))
    assert [one.party.id for one in dossier.others] == ["us_ofac_sample:25079"]
    assert {one.party for one in dossier.programs} == {MADURO, "us_ofac_sample:25079"}
    assert any(one.title.endswith("against Cilia Flores") for one in dossier.matters)


@pytest.mark.parametrize("state", ["blocked", "conflict"])
def test_listings_that_are_not_one_party_stay_apart(gather: Gather, state: str) -> None:
    assert gather(MADURO, NOW, linked(MADURO, "us_ofac_sample:25079", state=state)).others == ()


def test_a_linked_listing_that_was_not_known_then_is_left_out(gather: Gather) -> None:
    links = linked(MADURO, "us_ofac_sample:53994"), linked(MADURO, "us_ofac_sample:1")
    assert gather(MADURO, Dates(known_at="2025-08-14"), *links).others == ()


@pytest.fixture
def home_of_two_lists(tmp_path: Path, run_in: Run) -> Path:
    """A home with one person on two lists, by one passport, and a namesake on a third."""
    said = {"name": ["Jan Veerman"], "birthDate": ["1970-01-02"], "nationality": ["nl"], "topics": ["sanction"]}
    for name, born, passport in (
        ("xx_one", "1970-01-02", "NXB123456"),
        ("xx_two", "1970-01-02", "NXB123456"),
        ("xx_three", "1951-11-30", "NXC999888"),
    ):
        party = {
            "id": name,
            "schema": "Person",
            "properties": said | {"birthDate": [born], "passportNumber": [passport]},
            "datasets": [name],
        }
        (tmp_path / f"{name}-2025-01-01.json").write_text(json.dumps(party) + "\n", "utf-8")
        answer = run_in(
            tmp_path, "update", "--from", tmp_path / f"{name}-2025-01-01.json", "--accept-shrink", "ours"
        )
        assert answer.exit_code == 0, answer.err
    return tmp_path


def test_a_name_of_linked_listings_alone_is_one_dossier(run_in: Run, home_of_two_lists: Path) -> None:
    choices = run_in(home_of_two_lists, "show", "Jan Veerman", "--json").json["choices"]
    remarks = {one["id"]: one["remark"] for one in choices}
    assert remarks["ftm_xx_two:xx_two"] == "one party with ftm_xx_one:xx_one"
    assert [name for name, remark in remarks.items() if not remark] == [
        "ftm_xx_one:xx_one",
        "ftm_xx_three:xx_three",
    ]
    dossier = run_in(home_of_two_lists, "show", "Jan Veerman", "--list", "ftm_xx_one", "--json").json
    assert [one["party"]["id"] for one in dossier["others"]] == ["ftm_xx_two:xx_two"]
    out = run_in(home_of_two_lists, "show", "ftm_xx_two:xx_two").out
    assert "Also listed as" in out
    assert "NXB123456" in out
    assert "ftm_xx_three" not in out
    assert "today's lists" not in out


def test_links_on_a_day_gone_by_are_said_to_be_those_of_today(run_in: Run, home_of_two_lists: Path) -> None:
    asked = ("show", "ftm_xx_two:xx_two", "--known-at", "2025-01-01")
    assert "What makes them one party is what today's lists say" in run_in(home_of_two_lists, *asked).out
    assert "today's lists" in run_in(home_of_two_lists, *asked, "--json").json["linking"]


def test_where_links_cannot_be_kept_each_listing_stands_alone(run_in: Run, home_of_two_lists: Path) -> None:
    shutil.rmtree(home_of_two_lists / "identity", ignore_errors=True)
    (home_of_two_lists / "identity").write_text("no folder", "utf-8")
    answer = run_in(home_of_two_lists, "show", "ftm_xx_two:xx_two")
    assert answer.exit_code == 0
    assert "each stands alone" in answer.err
    assert "Also listed as" not in answer.out


@pytest.fixture(scope="module")
def home_of_two_days(tmp_path_factory: pytest.TempPathFactory, run_in: Run) -> Path:
    """A home whose first version does not have Cartel de los Soles yet."""
    folder = tmp_path_factory.mktemp("two_days")
    tree = etree.parse(BEFORE)
    for name, attribute in (
        ("DistinctParty", "FixedRef"),
        ("SanctionsEntry", "ProfileID"),
        ("ProfileRelationship", "From-ProfileID"),
        ("ProfileRelationship", "To-ProfileID"),
    ):
        for node in [one for one in tree.iter(f"{{*}}{name}") if one.get(attribute) == "55025"]:
            parent = node.getparent()
            assert parent is not None
            parent.remove(node)
    tree.write(folder / "first.xml", xml_declaration=True, encoding="utf-8")
    for file in (folder / "first.xml", AFTER):
        answer = run_in(folder, "--samples", "update", "us_ofac_sample", "--from", file)
        assert answer.exit_code == 0, answer.err
    return folder


def test_before_any_version_shows_a_party_notices_alone_answer(run_in: Run, home_of_two_days: Path) -> None:
    answer = run_in(home_of_two_days, "--samples", "show", "55025", "--known-at", "2025-08-20")
    assert answer.exit_code == 0
    out = answer.out
    assert "not in us_ofac_sample version 2025-08-14; what follows is by notices alone" in out
    assert "2025-07-25  ●  designation under SDGT" in out
    assert "2025-11-24" not in out
    early = run_in(
        home_of_two_days, "--samples", "show", "55025", "--as-of", "2025-07-01", "--known-at", "2025-08-20"
    )
    assert early.exit_code == 4


def source(day: date) -> NoticeSource:
    return NoticeSource("1 FR 1", "Federal Register", day, date(2026, 1, 1), "text")


def designation(day: date, *programs: str) -> Notice:
    on = Period(day, day)
    return Notice(
        "x/1", "designation", on, "A", ("us_ofac:55025",), "So.", "established", (source(day),), programs
    )


@pytest.fixture
def soles(samples: Settings) -> Iterator[ListedParty]:
    with use_register(samples) as register:
        yield read_listing(register, SOLES, NOW)


@pytest.mark.parametrize(
    ("day", "programs", "about"),
    [
        (date(2025, 11, 24), ("FTO",), []),
        (date(2025, 8, 15), ("FTO",), []),
        (date(2025, 8, 13), ("FTO",), ["since when FTO holds"]),
        (date(2025, 11, 25), ("FTO",), ["since when FTO holds"]),
        (date(2025, 11, 1), ("TCO",), ["whether TCO holds"]),
        (date(2025, 12, 1), ("TCO",), []),
    ],
)
def test_a_notice_that_the_versions_contradict(
    soles: ListedParty, day: date, programs: tuple[str, ...], about: list[str]
) -> None:
    found = list(find_conflicts(soles, [designation(day, *programs)]))
    assert [one.about for one in found] == about
    assert all(str(day) in one.left and one.right.startswith("us_ofac_sample: ") for one in found)


def test_what_only_a_notice_knows_is_said_and_a_delisting_ends_it(soles: ListedParty) -> None:
    named = designation(date(2025, 12, 1), "TCO", "FTO")
    assert find_unshown(soles, [named]) == ("TCO",)
    later = date(2026, 2, 1)
    ended = replace(named, kind="delisting", period=Period(later, later))
    assert find_unshown(soles, [named, ended]) == ()
