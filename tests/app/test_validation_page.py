"""The page of a validation: as HTML, and in a real Chromium."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from ostiary.app.pages.plots import Line, draw_bar, draw_precision, draw_recall, round_up
from ostiary.app.pages.validation import make_tuning_page, make_validation_page
from ostiary.app.validation_json import digest_figures
from ostiary.model.validation import Share
from tests.app.page_checks import FAINT, Playwrights
from tests.app.validation_samples import BAD, PAIRS, STAMP, SWEEP, TUNING, VALIDATION

PAGES = {
    "lists": make_validation_page(VALIDATION),
    "pairs": make_validation_page(PAIRS),
    "tuning": make_tuning_page(STAMP, TUNING),
}
#: Text of a plot that stands out of its drawing.
OVERHANGS = """() => [...document.querySelectorAll('.plot svg')].flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter(text => {
        const line = text.getBoundingClientRect();
        return line.left < frame.left - 1 || line.right > frame.right + 1 ||
               line.top < frame.top - 1 || line.bottom > frame.bottom + 1;
    }).map(text => text.textContent);
})"""


def words_of(text: str) -> str:
    return " ".join(html.document_fromstring(text).text_content().split())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_nothing_from_outside(name: str) -> None:
    text = PAGES[name]
    assert not re.search(r"https?:|@import|url\(|<script|<iframe|<object|<img|<form|\bon[a-z]+=", text)
    assert "Content-Security-Policy" in text
    assert BAD in html.document_fromstring(text).text_content()


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere_and_no_id_stands_twice(name: str) -> None:
    page = html.document_fromstring(PAGES[name])
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {str(link.get("href"))[1:] for link in page.iter("a")} <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_it_says_who_ran_what_on_what(name: str) -> None:
    words = words_of(PAGES[name])
    for said in (
        STAMP.index_id,
        STAMP.profile.digest,
        "2025-11-19",
        "0.1.0",
        "A. Reviewer",
        "2025-11-24 09:00:00",
    ):
        assert said in words
    assert "no real list" in words
    assert STAMP.files[0][1] in words


def test_misses_gates_and_limits_are_there() -> None:
    words = words_of(PAGES["lists"])
    for said in (
        "2 of 3 figures are not reached",
        "96.7 % (90 of 93)",
        "list:9 'ROOK'",
        "the listed name has more (-260)",
        "12 more misses are counted",
        "3 more are counted",
        "no name to which it applies: lost letters",
        "40.0 of 1,000 hit the very party",
        "89.1 % of the false hits would be cleared (90 of 101)",
        "year of birth (80), country (20)",
        "letter replaced90.0 % (90 of 100)94.0 % (94 of 100)+4.0",
        "What this does not show",
        "not asked for 9 days",
    ):
        assert said in words
    assert "the99.0" not in words.partition("The earlier run")[2].partition("Below the line")[0]


def test_each_miss_says_why_before_it_is_opened() -> None:
    page = html.document_fromstring(PAGES["lists"])
    shown = page.xpath("//section[@id='misses']//summary")
    assert shown
    assert all(one.xpath(".//*[@class='why']")[0].text_content().strip() for one in shown)
    reasons = page.xpath("//section[@id='misses']/table//tr[td]")
    assert sum(int(row.xpath("td[2]")[0].text_content()) for row in reasons) == len(shown)


def test_what_is_not_reached_is_left_to_a_person_to_decide() -> None:
    page = html.document_fromstring(PAGES["lists"])
    rows = page.xpath("//section[@id='decision']//tr[td]")
    missed = [gate for gate in VALIDATION.gates if not gate.passed]
    assert [row.xpath("td[2]")[0].text_content() for row in rows[:-1]] == [gate.reached for gate in missed]
    assert all(len(row.xpath(".//*[@class='blank']")) == 2 for row in rows)


def test_the_digest_speaks_of_figures_and_not_of_the_day() -> None:
    later = replace(VALIDATION, stamp=replace(STAMP, by="another"))
    other = replace(VALIDATION, gates=VALIDATION.gates[:-1])
    assert digest_figures(VALIDATION) == digest_figures(later) != digest_figures(other)
    assert digest_figures(VALIDATION) in PAGES["lists"]


def test_a_page_without_a_fault_says_so() -> None:
    good = tuple(gate for gate in VALIDATION.gates if gate.passed)
    words = words_of(make_validation_page(replace(VALIDATION, gates=good)))
    assert "every figure that had to be reached is" in words


def test_no_threshold_is_said() -> None:
    assert "No threshold finds 99 %" in words_of(make_tuning_page(STAMP, replace(TUNING, threshold=None)))


@pytest.mark.parametrize(
    ("value", "end"), [(0, 1), (1, 1), (1.1, 2), (149, 200), (200, 200), (201, 500), (999, 1000)]
)
def test_a_scale_ends_at_a_round_number(value: float, end: float) -> None:
    assert round_up(value) == end


def test_a_curve_goes_down_as_its_shares_do() -> None:
    plot = draw_recall(SWEEP, Line(700))
    heights = [float(pair.split()[1]) for pair in re.findall(r"[ML]([\d. ]+)", plot.line)]
    assert len(heights) == len(SWEEP)
    assert heights == sorted(heights)
    left, top, right, bottom = plot.frame
    assert plot.mark is not None
    assert left < plot.mark < right
    assert all(top <= height <= bottom for height in heights)


def test_precision_is_marked_at_the_threshold_in_use() -> None:
    assert [dot.text for dot in draw_precision(SWEEP, 743).dots] == ["740"]
    assert draw_precision((), 700).dots == ()


def test_a_bar_holds_its_dot() -> None:
    bar = draw_bar(Share(95, 100), 99)
    assert bar.low < bar.dot < bar.high
    assert bar.gate is not None
    assert bar.gate > bar.dot
    assert draw_bar(Share(1, 2), None).gate is None


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 700, 1280])
def test_it_never_scrolls_sideways(browser: Playwrights, addresses: dict[str, str], name: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(addresses[name])
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OVERHANGS) == []
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_asked_for_and_nothing_complained_of(
    browser: Playwrights, addresses: dict[str, str], name: str
) -> None:
    page = browser.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(addresses[name])
    page.wait_for_load_state("networkidle")
    assert said == []
    assert [url for url in asked if url not in {addresses[name], "data:,"}] == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(browser: Playwrights, addresses: dict[str, str], scheme: str) -> None:
    for address in addresses.values():
        page = browser.new_page(color_scheme=scheme)
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate(FAINT) == []
        page.close()


def test_on_paper_every_miss_stands_with_its_parts(browser: Playwrights, addresses: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(addresses["lists"])
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    page.close()
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    for said in (
        "Classes of variation",
        "Thresholds",
        "Below the line",
        "SANTO Joaquin",
        "all words are the same",
    ):
        assert said in text
