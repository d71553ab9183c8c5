"""Web pages: the article with its places, what the page says of itself, and hostile pages in bounded time."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.documents.source import report_from_bytes
from ostiary.model.errors import ReportFileError
from ostiary.model.reports import Report
from tests.work import hang_guard

FIRST = (
    "The council of Westhaven met on Monday to hear the harbour master, who had asked for two more boats and a "
    "crane, and put the vote off until the autumn. It gave no reason for that."
)
SECOND = (
    "The harbour master said that the crane would pay for itself within two years, and that two of the three "
    "boats that the town owns were past repair. The mayor did not answer him."
)
THIRD = (
    "Members of the council will meet again in the autumn, when the budget of the town will be known to all of "
    "them, and when the fishermen will have come home from the sea."
)
HEAD = """<title>Harbour master asks for a crane | The Daily Example</title>
<meta property="og:title" content="Harbour master asks for a crane">
<meta property="og:site_name" content="The Daily Example">
<meta property="article:published_time" content="2025-08-09T08:30:00+02:00">"""
PAGE = f"""<!DOCTYPE html>
<html><head>
{HEAD}
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">The sea</a></li></ul></nav>
<article>
<h1>Harbour master asks for a crane</h1>
<p>{FIRST}</p>
<h2>Old boats</h2>
<p>{SECOND}</p>
<p>Read more: <a href="/x">How the harbour was built</a></p>
<p>{THIRD}</p>
</article>
<div class="comments"><p>I do not believe a word of what this man says about our boats, not a word.</p></div>
<footer><a href="/imprint">Imprint</a></footer>
</body></html>
"""


def read(page: str | bytes, name: str = "report.html") -> Report:
    return report_from_bytes(page.encode() if isinstance(page, str) else page, name, id="r1")


def zones(report: Report) -> list[tuple[str, str, str]]:
    return [(zone.kind, zone.place, report.words_of(zone.span)) for zone in report.zones]


def test_an_article_without_what_surrounds_it() -> None:
    assert zones(read(PAGE)) == [
        ("headline", "line 10", "Harbour master asks for a crane"),
        ("body", "line 11", FIRST),
        ("crosshead", "line 12", "Old boats"),
        ("body", "line 13", SECOND),
        ("other furniture", "line 14", "Read more: How the harbour was built"),
        ("body", "line 15", THIRD),
    ]


def test_what_the_page_says_of_itself_and_where() -> None:
    report = read(PAGE)
    assert (report.format, report.outlet, report.published) == ("html", "The Daily Example", date(2025, 8, 9))
    assert report.remarks[:3] == (
        "The headline is taken from h1 of the page.",
        "The outlet, The Daily Example, is taken from og:site_name of the page.",
        "The day of publication, 2025-08-09, is taken from article:published_time of the page.",
    )
    assert "menus, links and comments were left out" in report.remarks[3]


def test_the_user_knows_better_than_the_page() -> None:
    report = report_from_bytes(PAGE.encode(), "a.html", id="r1", outlet="The Courier", published=date(2025, 8, 10))
    assert (report.outlet, report.published) == ("The Courier", date(2025, 8, 10))
    assert report.remarks[-2:] == (
        "The page calls its outlet The Daily Example; The Courier was given and is taken.",
        "The file says that it was published on 2025-08-09; 2025-08-10 was given and is taken.",
    )


def test_an_agency_in_the_dateline_is_said() -> None:
    report = read(PAGE.replace(FIRST, f"WESTHAVEN (Example News) \u2014 {FIRST}"))
    assert report.outlet == "The Daily Example"
    assert report.remarks[-1] == "The dateline names Example News."


def with_head(head: str) -> Report:
    return read(PAGE.replace(HEAD, head).replace("<h1>Harbour master asks for a crane</h1>", ""))


@pytest.mark.parametrize(
    ("head", "outlet", "published"),
    [
        ("", "", None),
        ('<meta name="date" content="2025-08-09">', "", date(2025, 8, 9)),
        ('<meta name="pubdate" content="20250809">', "", date(2025, 8, 9)),
        ('<meta name="date" content="09/08/2025">', "", None),
        ('<meta name="date" content="2025-13-40">', "", None),
        ('<meta itemprop="datePublished" content="August 9, 2025">', "", date(2025, 8, 9)),
        (
            '<script type="application/ld+json">{"datePublished": "2025-08-09", "publisher": "X"}</script>',
            "X",
            date(2025, 8, 9),
        ),
        (
            '<script type="application/ld+json">[{"@graph": [{}, {"datePublished": "2025-08-09"}]}]</script>',
            "",
            date(2025, 8, 9),
        ),
        ('<script type="application/ld+json">{broken</script>', "", None),
        ('<meta property="og:site_name" content="The Daily Example | News">', "The Daily Example", None),
        ('<meta property="og:site_name" content="https://www.example.org">', "example.org", None),
    ],
)
def test_only_plain_fields_are_believed(head: str, outlet: str, published: date | None) -> None:
    report = with_head(head)
    assert (report.outlet, report.published) == (outlet, published)


def test_a_time_in_universal_time_is_said_to_be_so() -> None:
    report = with_head('<meta property="article:published_time" content="2025-08-09T00:10:00Z">')
    said = (
        "The day of publication, 2025-08-09, is taken from article:published_time, in universal time, of the page."
    )
    assert said in report.remarks


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>A crane for the harbour - The Daily Example</title>", "A crane for the harbour"),
        ("<title>A crane for the harbour | Anyone</title>", "A crane for the harbour"),
        ("<title>Opinion | A crane for the harbour</title>", "Opinion | A crane for the harbour"),
        ("<title>A crane - for the harbour</title>", "A crane - for the harbour"),
    ],
)
def test_a_title_loses_the_name_of_the_site(head: str, title: str) -> None:
    report = with_head(head + '<meta property="og:site_name" content="The Daily Example">')
    assert zones(report)[0][::2] == ("headline", title)


def test_a_page_is_known_by_its_bytes() -> None:
    assert read(PAGE, "report.txt").format == "html"
    assert read(f"<p>{FIRST}</p><p>{SECOND}</p>", "report.htm").format == "html"
    assert read(f"{FIRST}\n\nHe wrote <p> in the letter.", "report.txt").format == "text"
    assert read(f"{FIRST}\n\n{SECOND}", "report.html").format == "text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_page_in_any_encoding(encoding: str) -> None:
    page = PAGE.replace("council", "consejo de Peñíscola")
    assert "consejo de Peñíscola" in read(page.encode(encoding)).text


@pytest.mark.parametrize("text", ["One line.", f"{FIRST}", "Short one.</p><p>Short two."])
def test_a_short_page_is_read(text: str) -> None:
    report = read(f"<html><body><p>{text}</p></body></html>")
    assert report.words_of(report.zones[0].span) in text


def test_line_breaks_part_paragraphs() -> None:
    page = f"<html><body><article><p>{FIRST}<br><br>{SECOND}<br>\n{THIRD}</p></article></body></html>"
    assert [text for _, _, text in zones(read(page))] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>var x = 'a text that nobody sees'</script></body></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ReportFileError, match="No article"):
        read(page)


HOSTILE = {
    "deep": "<div>" * 100_000 + FIRST,
    "deep after an article": f"<p>{FIRST}</p>" + "<b>x" * 100_000,
    "closed": "<div>" * 100_000 + FIRST + "</div>" * 100_000,
    "tables": "<table><tr><td>" * 50_000 + FIRST,
    "lists": "<ul><li>" * 50_000 + FIRST,
    "flat": f"<p>{FIRST}</p>" * 9_000,
    "too many": "<i></i>" * 40_000 + FIRST,
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">" + FIRST,
    "spans": "<table><tr>" + "<td colspan=1000 rowspan=1000>x</td>" * 200 + "</tr></table>" + f"<p>{FIRST}</p>",
    "quotes": '<p class="' + '"' * 10_000 + FIRST,
    "entities": "<p>" + "&lol;" * 50_000 + FIRST,
    "laughs": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>' + "&b;" * 1_000 + FIRST,
    "script": "<script>" + "<p>" * 50_000 + "</script>" + f"<p>{FIRST}</p>",
    "comment": "<!--" * 50_000 + FIRST,
    "data": '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + f"<p>{FIRST}</p>",
    "nothing": "<" * 100_000,
    "class": f'<p class="{"a" * 5_000_000}">{FIRST}</p>' * 2,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_has_a_clear_outcome(name: str) -> None:
    with hang_guard():
        try:
            report = read(f"<html><body>{HOSTILE[name]}</body></html>")
        except ReportFileError as error:
            assert error.advice  # noqa: PT017 - either outcome is clear
        else:
            assert report.zones


def test_an_outlet_has_no_signs_that_steer_a_terminal() -> None:
    assert (
        read(PAGE.replace('"The Daily Example"', '"The \x1b[31mDaily Example"')).outlet == "The [31mDaily Example"
    )


def test_what_lies_too_deep_is_said() -> None:
    report = read(f"<html><body>{HOSTILE['deep after an article']}</body></html>")
    assert any("what lies deeper was not read" in remark for remark in report.remarks)


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul><li>",
        "<td>",
        "<br>",
        "<h2>",
        "<a href='#'>",
        "<!--",
        "<script>",
        '"',
        "\0",
    ]
)


@settings(max_examples=80)
@given(st.lists(st.one_of(TAGS, st.text(max_size=20), st.just(FIRST)), max_size=30))
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    try:
        report = read("<html><body>" + "".join(parts))
    except ReportFileError as error:
        assert error.where == "report.html"  # noqa: PT017 - either outcome is clear
    else:
        assert all(report.words_of(zone.span) for zone in report.zones)
