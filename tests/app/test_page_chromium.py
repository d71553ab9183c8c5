"""The page in a real Chromium: as it is seen on wide and narrow screens, in the dark, and on paper."""

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from ostiary.app.pages import make_page
from tests.app.brief_samples import BRIEF, LANTERN_READING
from tests.app.page_checks import FAINT, Playwrights

HEADINGS = [
    "Designated parties",
    "Key points",
    "Claims",
    "Accusations",
    "Open questions",
    "Voices and chains",
    "Agreement",
    "Timeline",
    "The texts",
    "Left out",
    "What this rests on",
]

#: The lines of an SVG text that stand out of its box, or of the drawing.
OVERHANGS = """() => [...document.querySelectorAll('.diagram .box')].flatMap(box => {
    const frame = box.querySelector('rect').getBoundingClientRect();
    return [...box.querySelectorAll('text')].filter(text => {
        const line = text.getBoundingClientRect();
        return line.width && (line.left < frame.left || line.right > frame.right ||
                              line.top < frame.top || line.bottom > frame.bottom);
    }).map(text => text.textContent);
})"""

#: For each claim, the text of its runs in order.
MARKED = """() => {
    const found = {};
    for (const run of document.querySelectorAll('[data-claims]'))
        for (const key of run.dataset.claims.split(' ')) found[key] = (found[key] || '') + run.textContent;
    return found;
}"""

#: Whether a statement of an outlet itself can be seen: they are folded.
SHOWN = "document.getElementById('r1:c8').checkVisibility()"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("page") / "brief.html"
    file.write_text(make_page(BRIEF, date(2025, 8, 26), "0.1.0"), encoding="utf-8")
    return file.as_uri()


def open_page(browser: Playwrights, address: str, width: int = 1280, **more: object) -> Playwrights:
    page = browser.new_page(viewport={"width": width, "height": 900}, **more)
    page.goto(address)
    return page


def test_nothing_is_asked_for_and_nothing_complained_of(browser: Playwrights, address: str) -> None:
    page = browser.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert said == []
    assert [url for url in asked if url not in {address, "data:,"}] == []
    page.close()


@pytest.mark.parametrize("width", [320, 390, 700, 1000, 1280])
def test_it_never_scrolls_sideways(browser: Playwrights, address: str, width: int) -> None:
    page = open_page(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize(("width", "style"), [(1280, "wide"), (390, "narrow")])
def test_the_chains_are_drawn_with_their_names(browser: Playwrights, address: str, width: int, style: str) -> None:
    page = open_page(browser, address, width)
    for text in page.locator(f".diagram:not(.{style})").all():
        assert not text.is_visible()
    boxes = page.locator(f".diagram.{style} .box")
    shown = [" ".join(box.text_content().split()) for box in boxes.all()]
    assert boxes.first.is_visible()
    for reading in BRIEF.readings:
        for link in {link for claim in reading.claims for link in claim.chain if link.kind != "unknown"}:
            assert any(link.name in text for text in shown), link.name
    dash = "node => getComputedStyle(node).strokeDasharray"
    assert page.locator(f".diagram.{style} .nameless rect").first.evaluate(dash) != "none"
    assert page.locator(f".diagram.{style} .person rect").first.evaluate(dash) == "none"
    assert page.evaluate(OVERHANGS) == []
    page.close()


def test_the_timeline_shows_each_stage_with_its_word(browser: Playwrights, address: str) -> None:
    page = open_page(browser, address)
    words = page.locator(".timeline .word").all_text_contents()
    assert words == ["vow", "proposal", "act", "act", "statement", "order"]
    frame = page.locator(".timeline .strip").first.bounding_box()
    for word in page.locator(".timeline .word").all():
        place = word.bounding_box()
        assert frame["x"] <= place["x"]
        assert place["x"] + place["width"] <= frame["x"] + frame["width"]
    assert "plan" in page.locator(".undated").text_content()
    page.close()


def test_marks_hold_the_words_of_their_claims(browser: Playwrights, address: str) -> None:
    page = open_page(browser, address)
    marked = page.evaluate(MARKED)
    for reading in BRIEF.readings:
        for claim in reading.claims:
            assert marked[claim.id] == reading.report.words_of(claim.content).replace(" \u2026 ", "")
    page.close()


def test_a_mark_tells_its_chain_when_pointed_at_or_moved_to(browser: Playwrights, address: str) -> None:
    page = open_page(browser, address)
    bar = "node => getComputedStyle(node, '::after').content"
    mark = page.locator("[data-claims='r1:c1']").first
    assert mark.evaluate(bar) == "none"
    mark.hover()
    assert "Quay Courier \u2192 Radio Estuary" in mark.evaluate(bar)
    page.mouse.move(0, 0)
    mark.focus()
    assert "Quay Courier \u2192 Radio Estuary" in mark.evaluate(bar)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.close()


def test_roles_differ_by_more_than_colour(browser: Playwrights, address: str) -> None:
    page = open_page(browser, address)
    look = """node => { const style = getComputedStyle(node);
        return [style.textDecorationLine, style.textDecorationStyle, style.borderBottomStyle, style.outlineStyle,
                style.fontStyle, style.boxShadow === 'none'].join() }"""
    roles = ("party", "referring", "source", "cue", "content", "accusation", "date", "question")
    looks = {role: page.locator(f".legend .{role}").evaluate(look) for role in roles}
    assert len(set(looks.values())) == len(roles), looks
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(browser: Playwrights, address: str, scheme: str) -> None:
    page = open_page(browser, address, color_scheme=scheme)
    low = page.evaluate(FAINT)
    assert low == []
    page.close()


def test_on_paper_every_section_is_there(browser: Playwrights, address: str) -> None:
    page = open_page(browser, address)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    page.close()
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    places = [text.find(heading) for heading in HEADINGS]
    assert [heading for heading, place in zip(HEADINGS, places, strict=True) if place < 0] == []
    folded = ("The Harbour Lantern wrote", "has ordered the navy", "to draw up patrols")
    for words in (
        "same name as Los Choneros",
        "alleged, no more",
        "one origin",
        LANTERN_READING.report.digest,
        *folded,
    ):
        assert words in text
    assert 3 <= len(reader.pages) <= 12


def test_a_link_into_what_is_folded_opens_it(browser: Playwrights, address: str) -> None:
    page = open_page(browser, address)
    assert not page.evaluate(SHOWN)
    page.goto(f"{address}#r1:c8")
    assert page.evaluate(SHOWN)
    page.close()


def test_what_is_folded_opens_by_the_keyboard(browser: Playwrights, address: str) -> None:
    page = open_page(browser, address)
    page.locator("#claims details:not(.part) > summary").first.focus()
    assert not page.evaluate(SHOWN)
    page.keyboard.press("Enter")
    assert page.evaluate(SHOWN)
    page.close()
