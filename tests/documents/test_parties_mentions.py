from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.documents.parties import find_mentions
from ostiary.model.reports import Mention
from tests.documents.invented_parties import PARTIES, names_of, report_of
from tests.documents.marked_sentences import read_cases

NAMES = names_of(PARTIES)
CASES = read_cases("party_mentions.csv")


def show(text: str, mention: Mention) -> str:
    sign = "~" if not mention.matched_name else "+" if mention.sure else "?"
    return f"{text[mention.span.start : mention.span.end]}>{mention.party_id}{sign}"


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_who_is_named(case: dict[str, str]) -> None:
    found = [show(case["text"], mention) for mention in find_mentions(report_of(case["text"]), NAMES)]
    assert "|".join(found) == case["expected"].replace("-", "", case["expected"] == "-")


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("Leaders of the Hijos del Basalto met.", "name", "its listed name"),
        ("Leaders of the Sons of Basalt met in Honduras.", "alias", "Honduras is named close to it"),
        ("Russian tycoon Ilarion Korvetz spoke.", "partial name", "part of its listed name"),
        ("Armenian militants of the TVKF attacked.", "acronym", "“militants”"),
        ("Terrorists of Ansar Valdora struck.", "name", "several listed parties have it"),
        ("The Canadian beekeeper Ilarion Korvetz spoke.", "partial name", "calls the bearer Canadian"),
        ("The sanctioned tanker Justice left.", "name", "a vessel or aircraft is named with it"),
    ],
)
def test_each_mention_says_how_and_why(text: str, kind: str, said: str) -> None:
    mention = find_mentions(report_of(text), NAMES)[0]
    assert mention.kind == kind
    assert said in mention.reason
    assert mention.matched_name


def test_without_a_day_of_publication_no_age_is_reckoned() -> None:
    text = "In Honduras Dario Emilio Vorlante, 19, was seen."
    assert "age" in find_mentions(report_of(text), NAMES)[0].reason
    assert "age" not in find_mentions(report_of(text, None), NAMES)[0].reason


def test_a_text_without_names_has_no_mentions() -> None:
    assert find_mentions(report_of(""), NAMES) == ()
    assert find_mentions(report_of("Nothing here is listed. It rained."), NAMES) == ()


def test_no_listed_name_at_all() -> None:
    assert find_mentions(report_of("Hijos del Basalto met."), names_of([])) == ()


PIECES = [
    *("Hijos del Basalto", "HDB-9", "Ilarion", "Korvetz", "Mr.", "he", "who", "the group", "(", ")", "'s", ", or"),
    *(
        "also known as",
        "Russian",
        "terrorists",
        "\n",
        ". ",
        "-",
        "55",
        "Zarvikan",
        "é",
        "\u0301",
        "中国",
        "a.b.",
        '"',
    ),
]


@settings(max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40))
def test_any_text_is_read_and_spans_lie_within_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    mentions = find_mentions(report_of(text, date(2024, 2, 29)), NAMES)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in mentions)
    assert list(mentions) == sorted(mentions, key=lambda one: (one.span, one.party_id))


@pytest.mark.parametrize(
    "piece",
    [
        "Hijos del Basalto (HDB-9) ",
        "Ilarion Korvetz he ",
        "Zarvikan, or Zar ",
        "Korvetz ",
        "Ilarion Korvetz not related ",
        "Ilarion Korvetz born in 1",
        "Northern Petrel 3 IMO 1",
        "Tarvik Front Tarvik ",
        "Al-Tarvek ",
        'A "b" C ',
        "A.B.",
        "'s ",
    ],
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert len(find_mentions(report_of(text), NAMES)) <= len(text)
