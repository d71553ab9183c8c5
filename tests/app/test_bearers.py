"""A word of a name offers the parties whose names hold it, and takes none of them for the one meant."""

from datetime import date

import pytest

from ostiary.app.bearers import find_bearers, rank_parties
from ostiary.model.identity import Link
from ostiary.screening.engine import Engine
from tests.app.conftest import Run


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("soles", {"us_ofac_sample:55025"}),
        ("SUNS Cartel", {"us_ofac_sample:55025"}),
        ("Солес", {"us_ofac_sample:55025"}),
        ("Sol", set()),
        ("Cartel Smith", set()),
        ("", set()),
    ],
)
def test_each_word_must_be_held_whole(words: str, found: set[str], engine: Engine) -> None:
    assert set(find_bearers(engine.index, words)) == found


def test_the_name_that_holds_the_words_is_told(engine: Engine) -> None:
    assert find_bearers(engine.index, "suns") == {"us_ofac_sample:55025": "Cartel of the Suns"}


def test_the_best_known_stand_first_and_each_party_once() -> None:
    """On two lists before one; then whom notices concern (us_ofac:22790 is in several) before whom none does."""
    same = Link("xx:1", "yy:1", "linked", "identifier")

    def find_linked(listing: str) -> tuple[Link, ...]:
        return (same,) if listing == "xx:1" else ()

    ranked = rank_parties(["xx:2", "us_ofac:22790", "xx:1", "yy:1", "xx:3"], find_linked)
    assert ranked == (("xx:1", "yy:1"), ("us_ofac:22790",), ("xx:2",), ("xx:3",))


def test_a_word_alone_offers_its_bearers(run: Run) -> None:
    answer = run("show", "Suns")
    assert answer.exit_code == 0, answer.err
    assert "Suns is a part of the name of 1 party." in answer.out
    assert "ostiary show us_ofac_sample:55025" in answer.out
    told = run("show", "Suns", "--json").json
    assert told["parties"] == 1
    [choice] = told["choices"]
    assert (choice["id"], choice["found_as"]) == ("us_ofac_sample:55025", "Cartel of the Suns")


def test_more_than_can_be_chosen_from_are_counted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run("show", "Cartel")
    assert "more. Another word" not in whole.out
    parties = run("show", "Cartel", "--json").json["parties"]
    monkeypatch.setattr("ostiary.app.cli.choices.MOST", 1)
    assert f"The first 1; {parties - 1} more. Another word of the name leaves fewer." in run("show", "Cartel").out


def test_a_word_whose_bearers_were_not_listed_yet_says_so(run: Run) -> None:
    answer = run("show", "Suns", "--known-at", str(date(2025, 3, 10)))
    assert answer.exit_code == 4
    assert "holds 'Suns'" in answer.err
