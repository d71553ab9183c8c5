"""Two bearers of one name in one report: the words of a place or its paragraph tell whose it is. All invented."""

import pytest

from ostiary.documents.parties import find_mentions, find_named
from tests.documents.invented_parties import body, names_of, person, report_of
from tests.documents.marked_sentences import read_cases
from tests.work import assert_linear

LISTED = [
    body(1, "PALE HERON", schema="Vessel", programs=("IRAN",), imoNumber="IMO 9074729"),
    person(2, "TERRAZO PRADA, Oscar Joaquin", nationality="Mexico", programs=("SDNTK",), birthDate="1980-03-01"),
    body(3, "Zemgal Trust Bank", programs=("RUSSIA-EO14024",), addresses=("Russia",)),
    body(4, "Quill Leaf Trading LLC", "QUILL LEAF GENERAL TRADING LLC", programs=("SDNTK",),
         addresses=("Honduras",)),
    body(5, "Estero Cartel", programs=("ILLICIT-DRUGS-EO14059",), addresses=("Mexico",)),
    person(6, "QORVASH, Daniyar", nationality="Iran", programs=("IFSR",), birthDate="1968-01-02"),
    body(7, "PMC Jensen", "Jensen Group", programs=("RUSSIA-EO14024",), addresses=("Russia",)),
    body(8, "HAZBOLAR", "Lebanese Hazbolar"),
    body(9, "Zemgalneft", "Orion", programs=("RUSSIA-EO14024",), addresses=("Russia",)),
    body(10, "XA-QVR", schema="Airplane", programs=("VENEZUELA",)),
    body(11, "DORIAN", schema="Vessel", programs=("IRAN",), imoNumber="IMO 9151943"),
]  # fmt: skip
NAMES = names_of(LISTED)
CRAFTSMAN = "Oscar Terrazo, a 71-year-old violin maker from Merida, lost his account.\n\n"
TRAFFICKER = "Oscar Joaquin Terrazo Prada, a Mexican trafficker, is under sanctions.\n\n"


@pytest.mark.parametrize("case", read_cases("bearers.csv"), ids=lambda case: case["case"])
def test_whose_name_it_is(case: dict[str, str]) -> None:
    parts = case["text"].replace(" ¶ ", "\n\n").split("*")
    text = "".join(parts)
    starts = [len("".join(parts[:at])) for at in range(1, len(parts), 2)]
    found = {
        mention.span.start: mention for mention in find_mentions(report_of(text), NAMES) if mention.matched_name
    }
    near = [found.get(start) or found.get(start - 4) for start in starts]
    assert "".join("." if one is None else "+" if one.sure else "?" for one in near) == case["expected"]


def test_what_is_not_told_is_said_so() -> None:
    text = CRAFTSMAN + TRAFFICKER + "Terrazo slept."
    mention = find_mentions(report_of(text), NAMES)[-1]
    assert "several bearers of that name, and not which of them is meant here" in mention.reason


def test_who_else_is_meant_is_quoted() -> None:
    text = "The tanker Pale Heron (IMO 9074729) left.\n\nThe ferry Pale Heron is old. Pale Heron sails on Sundays."
    (passed,) = find_named(report_of(text), NAMES).passed_over
    assert len(passed.spans) == 2
    assert "another bearer of the name here (“The ferry Pale Heron" in passed.reason


def test_a_text_of_one_paragraph_with_many_bearers_is_read_in_linear_time() -> None:
    def read(times: int) -> None:
        text = (
            "The tanker Pale Heron (IMO 9074729) left. "
            + "The ferry Pale Heron met Zemgalneft. Pale Heron " * times
        )
        find_named(report_of(text), NAMES)

    assert_linear(read, 100)
