"""The page as HTML: self-contained, escaped, in order, and no accusation without its accuser."""

import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from ostiary.app.pages import make_page
from ostiary.model.briefs import Brief
from ostiary.model.reports import PassedOver, Span
from tests.app.brief_samples import BALITA, BRIEF, COURIER_READING, EMPTY, LANTERN, LANTERN_READING, ZHANG

MADE_ON = date(2025, 8, 26)

SECTIONS = [
    "parties",
    "points",
    "claims",
    "accusations",
    "questions",
    "voices",
    "agreement",
    "timeline",
    "texts",
    "furniture",
]


def page_of(brief: Brief) -> html.HtmlElement:
    return html.document_fromstring(make_page(brief, MADE_ON, "0.1.0"))


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return page_of(BRIEF)


def test_the_sections_stand_in_order(page: html.HtmlElement) -> None:
    assert [section.get("id") for section in page.iter("section")] == SECTIONS


def test_it_needs_nothing_from_outside() -> None:
    text = make_page(BRIEF, MADE_ON, "0.1.0")
    assert not re.search(r"https?:|//[a-z]|@import|url\(|<script|<iframe|<object|<img|<form|\bon[a-z]+=", text)
    assert "Content-Security-Policy" in text
    assert {link.get("href") for link in html.document_fromstring(text).iter("link")} == {"data:,"}


def test_what_a_report_says_stays_text(page: html.HtmlElement) -> None:
    assert list(page.iter("script")) == []
    assert "<script>alert('swept')</script> & no judge" in words_of(page.get_element_by_id("texts"))
    assert "trust <b>today</b>" in words_of(page.get_element_by_id("furniture"))


@pytest.mark.parametrize("field", ["name", "outlet", "remarks"])
def test_every_field_is_escaped(field: str) -> None:
    bad = '"><script>alert(1)</script>'
    report = replace(LANTERN, **{field: (bad,) if field == "remarks" else bad})
    found = page_of(replace(BRIEF, readings=(replace(LANTERN_READING, report=report), COURIER_READING)))
    assert list(found.iter("script")) == []
    assert bad in found.text_content()


def test_every_link_leads_somewhere_and_no_id_stands_twice(page: html.HtmlElement) -> None:
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = {link.get("href") for link in page.iter("a")}
    assert targets
    assert {target[1:] for target in targets} <= set(ids)


def test_no_accusing_words_stand_without_accuser_and_status_beside_them(page: html.HtmlElement) -> None:
    found = 0
    for quote in page.iter("q"):
        said = words_of(quote)
        if not any(words in said for words in ("hidden cash", "carry the crates", "bribing")):
            continue
        block = next(element for element in quote.iterancestors() if element.tag in {"li", "td"})
        before, _, after = words_of(block).partition(said)
        status = r"accused .+(alleged, no more|charged, not tried)"
        assert re.search(status, before) or re.match(rf" ?holds an accusation .+ {status}", after), block
        found += 1
    assert found >= 6


def test_accusations_are_no_claims(page: html.HtmlElement) -> None:
    claims = {item.get("id") for item in page.get_element_by_id("claims").iter("li")}
    assert {"r1:c2", "r1:c4", "r1:c5"} & claims == set()
    assert {"r1:c1", "r1:c8", "r2:c6"} <= claims
    assert "alleged, no more" not in words_of(page.get_element_by_id("claims"))


def test_every_party_says_that_it_is_a_name(page: html.HtmlElement) -> None:
    panels = page.find_class("named")
    assert len(panels) == len(BRIEF.parties)
    for panel, party in zip(panels, BRIEF.parties, strict=True):
        assert party.identity in words_of(panel)
        assert ("may be somebody else" in words_of(panel)) == party.possible


def test_every_claim_shows_its_chain(page: html.HtmlElement) -> None:
    for reading in BRIEF.readings:
        for claim in reading.claims:
            shown = words_of(page.get_element_by_id(claim.id))
            names = [link.name for link in claim.chain if link.kind != "unknown"]
            assert [name for name in names if name not in shown] == []


def test_stages_are_told_apart_by_shape_and_word(page: html.HtmlElement) -> None:
    stages = page.get_element_by_id("timeline").find_class("stages")[0]
    marks = {words_of(stage): html.tostring(stage[0][0]) for stage in stages.find_class("stage")}
    assert list(marks) == ["vow", "proposal", "order", "plan", "act", "statement"]
    assert len(set(marks.values())) == 6


def test_what_was_left_out_is_shown_with_its_reason(page: html.HtmlElement) -> None:
    shown = words_of(page.get_element_by_id("furniture"))
    for reading in BRIEF.readings:
        for zone in reading.report.zones:
            if zone.furniture:
                assert reading.report.words_of(zone.span) in shown
                assert zone.reason in shown


def test_the_foot_says_what_it_rests_on(page: html.HtmlElement) -> None:
    [foot] = page.iter("footer")
    for words in ("us_ofac_sample 2025-08-14, 12 days old", "15 August 2025", "26 August 2025", "Ostiary 0.1.0"):
        assert words in words_of(foot)
    assert all(reading.report.digest in words_of(foot) for reading in BRIEF.readings)


def test_samples_are_called_samples() -> None:
    assert "Samples, no real list." in words_of(page_of(BRIEF))
    assert "Samples, no real list." not in words_of(page_of(replace(BRIEF, sample=False)))


def test_a_brief_that_holds_nothing() -> None:
    found = page_of(EMPTY)
    assert [section.get("id") for section in found.iter("section")] == SECTIONS
    assert "No designated party is named" in words_of(found)
    assert "This file holds no text" in words_of(found)


def test_signs_that_no_page_can_hold_are_replaced() -> None:
    report = replace(LANTERN, outlet="The\x00 \ud800Lantern\u202e")
    text = make_page(
        replace(BRIEF, readings=(replace(LANTERN_READING, report=report), COURIER_READING)), MADE_ON, "1"
    )
    assert text.encode("utf-8")
    assert "The\ufffd \ufffdLantern\ufffd" in text
    assert not re.search("[\x00\u202e]", text)


def test_the_same_brief_gives_the_same_page() -> None:
    assert make_page(BRIEF, MADE_ON, "0.1.0") == make_page(BRIEF, MADE_ON, "0.1.0")


def test_what_tells_least_is_folded_and_still_there(page: html.HtmlElement) -> None:
    folded = {
        words_of(one.find("summary")): words_of(one) for one in page.iter("details") if one.get("class") != "part"
    }
    assert list(folded) == [
        "1 act of which the register can tell nothing",
        "1 statement in the outlet\u2019s own voice",
        "1 event without a date",
    ]
    for words, text in zip(
        ("has ordered the navy", "The cartel", "to draw up patrols"), folded.values(), strict=True
    ):
        assert words in text


def test_the_head_says_how_much_there_is(page: html.HtmlElement) -> None:
    (counts,) = page.find_class("counts")
    assert "12 claims of others; 1 statement of the outlets themselves; 3 accusations" in words_of(counts)


def test_an_act_on_several_parties_names_them_apart() -> None:
    (act, *_) = LANTERN_READING.acts
    both = replace(act, parties=tuple(party.id for party in BRIEF.parties[:2]))
    found = page_of(replace(BRIEF, readings=(replace(LANTERN_READING, acts=(both,)), COURIER_READING)))
    assert "Los Choneros; Cartel de los Soles" in words_of(found.get_element_by_id("parties"))


def test_a_report_without_outlet_is_told_by_its_key_and_its_file() -> None:
    report = replace(LANTERN, outlet="", name="a-long-name.txt")
    found = page_of(replace(BRIEF, readings=(replace(LANTERN_READING, report=report), COURIER_READING)))
    headings = [words_of(heading) for heading in found.get_element_by_id("claims").iter("h3")]
    assert headings == ["r1 outlet not known, a-long-name.txt", "r2 Quay Courier"]
    assert "r1 outlet not known, a-long-name.txt" in words_of(found.get_element_by_id("voices"))
    assert found.findtext(".//title") == "Brief: the outlet of r1, Quay Courier"


def test_many_reports_are_folded_and_few_are_open() -> None:
    def open_parts(brief: Brief) -> set[bool]:
        return {part.get("open") is not None for part in page_of(brief).find_class("part")}

    many = tuple(replace(LANTERN_READING, report=replace(LANTERN, id=f"r{number}")) for number in range(1, 13))
    assert open_parts(BRIEF) == {True}
    assert open_parts(replace(BRIEF, readings=(*many[:1], COURIER_READING, *many[2:]))) == {False}


def test_names_passed_over_are_told_with_the_reason() -> None:
    other = PassedOver(
        "Zhang Wei", (Span(0, 9), Span(20, 29)), (ZHANG, BALITA), ("Zhang Wei", "ZHANG WEI"), "a name of many"
    )
    found = page_of(replace(BRIEF, readings=(replace(LANTERN_READING, passed_over=(other,)), COURIER_READING)))
    heading = found.get_element_by_id("passed-over")
    cells = [words_of(cell) for cell in heading.getnext().iter("td")]
    assert cells == [
        "Zhang Weir1 The Harbour Lantern, 2 times",
        f"Zhang Wei ({ZHANG}) or ZHANG WEI ({BALITA})",
        "a name of many",
    ]
