"""Acts are read with their stage, parties, program, authority, date and amount; what was not done is no act."""

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from ostiary.documents.acts import find_acts
from ostiary.documents.acts.lexicon import object_words, stages, triggers
from ostiary.documents.dates import find_dates
from ostiary.documents.words import split_words
from ostiary.model.claims import ReportedAct
from ostiary.model.reports import Mention, Report, Span, Zone
from tests.work import assert_linear

TABLE = Path(__file__).with_name("acts.csv")
ROWS = list(csv.DictReader(line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")))
NAMES = {"Grey Heron": "gh", "Red Lantern": "rl", "RL-7": "rl", "Casimir Vole": "cv", "Vole": "cv"}
PUBLISHED = date(2025, 8, 8)


def mentions_in(text: str, *, sure: bool = True) -> list[Mention]:
    names = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))
    return [
        Mention(Span(*found.span()), "name", NAMES[found[0]], found[0], sure) for found in names.finditer(text)
    ]


def acts_of(text: str, *, sure: bool = True) -> tuple[Report, tuple[ReportedAct, ...]]:
    zones = (Zone("body", Span(0, len(text))),)
    report = Report("r1", "invented.txt", "0" * 64, "text", text, zones, published=PUBLISHED, language="en")
    words = split_words(report)
    return report, find_acts(report, words, mentions_in(text, sure=sure), find_dates(report, words))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["sentence"])
def test_a_sentence_tells_its_acts(row: dict[str, str]) -> None:
    report, acts = acts_of(row["sentence"])
    told = [
        {
            "kind": act.kind,
            "stage": act.stage,
            "parties": ";".join(act.parties),
            "program": act.program,
            "authority": act.authority,
            "date": report.words_of(act.date.span) if act.date else "",
            "amount": act.amount,
        }
        for act in acts
    ]
    expected = {name: row[name] for name in ("kind", "stage", "parties", "program", "authority", "date", "amount")}
    assert told == ([expected] if row["kind"] else [])


def test_a_name_that_several_parties_share_is_never_taken_for_one() -> None:
    for row in ROWS:
        assert [act.parties for act in acts_of(row["sentence"], sure=False)[1] if act.parties] == []


@pytest.mark.parametrize(
    "sentence", ["The Treasury sanctioned Casimir Vole.", "A $5 million bounty on Vole was paid."]
)
def test_an_act_keeps_a_name_whose_party_is_not_established(sentence: str) -> None:
    (act,) = acts_of(sentence, sure=False)[1]
    assert not act.parties
    assert act.names in {("Casimir Vole",), ("Vole",)}


def test_who_is_indicted_must_be_established() -> None:
    sentence = "A grand jury indicted Casimir Vole on Monday."
    assert acts_of(sentence)[1]
    assert not acts_of(sentence, sure=False)[1]


def test_what_refers_back_to_a_party_counts() -> None:
    text = "He faces smuggling charges in Vell."
    zones = (Zone("body", Span(0, len(text))),)
    words = split_words(report := Report("r1", "invented.txt", "0" * 64, "text", text, zones))
    (act,) = find_acts(report, words, [Mention(Span(0, 2), "pronoun", "cv", sure=False)], ())
    assert (act.kind, act.parties) == ("indictment", ("cv",))


def test_a_date_of_another_clause_is_not_the_act_s() -> None:
    report, (act,) = acts_of("He spoke on Thursday of Casimir Vole, who was sanctioned in 2019 by the Treasury.")
    assert act.date
    assert report.words_of(act.date.span) == "2019"


def test_the_span_holds_the_whole_act() -> None:
    text = (
        "In May, the State Department designated two gangs, including Grey Heron and Red Lantern (RL-7), he said."
    )
    report, (act,) = acts_of(text)
    assert report.words_of(act.span) == (
        "State Department designated two gangs, including Grey Heron and Red Lantern (RL-7)"
    )


def test_the_tables_hold_together() -> None:
    assert set(stages().values()) == {"vow", "proposal", "order", "plan", "act", "none", "open"}
    kinds = {trigger.act for several in triggers().values() for trigger in several}
    assert kinds == {"designation", "delisting", "reward", "indictment", "order", "extension", "seizure"}
    assert not object_words("person") & object_words("self")
    for form, several in triggers().items():
        for trigger in several:
            report = Report("r1", "x", "0" * 64, "text", form, (Zone("body", Span(0, len(form))),))
            assert find_acts(report, split_words(report), (), ()) == (), trigger


@pytest.mark.parametrize(
    "text",
    [
        "sanctioned Vole and " * 600,
        "was designated as a foreign terrorist organization by the " * 400,
        "the designation of Vole, including " * 400,
        "reward of $5 million to " * 600,
        "ordered the Pentagon to order " * 600,
        "Vole, " * 1_000 + "was sanctioned",
        "will have been to " * 600 + "designate Vole",
    ],
    ids=["sanctioned", "designated", "designation", "reward", "ordered", "names", "auxiliaries"],
)
def test_hostile_text_takes_linear_work(text: str) -> None:
    assert_linear(lambda times: acts_of(text[-times * len(text) // 4 :]), 1)


def test_the_report_with_gold_has_its_acts_and_its_head_of_state_is_never_designated(shared: Path) -> None:
    folder = shared / "news" / "reports"
    gold = json.loads((folder / "gold_004.json").read_text("utf-8"))["documents"][0]
    text = (folder / gold["file"]).read_text("utf-8")
    mentions = [
        Mention(Span(each["start"], each["end"]), "name", each["entity"])
        for each in gold["mentions"]
        if each["tier"] == "designated" and not each["in_furniture"]
    ]
    zones = (Zone("body", Span(0, len(text))),)
    report = Report("r1", "x.txt", "0" * 64, "text", text, zones, published=PUBLISHED)
    words = split_words(report)
    told = {
        (act.kind, act.stage, act.parties, act.program, act.amount, str(act.date.period) if act.date else "")
        for act in find_acts(report, words, mentions, find_dates(report, words))
    }
    assert {
        ("designation", "order", (), "FTO", "", "2025-01"),
        ("designation", "act", ("tren-de-aragua", "ms-13"), "", "", "2025-02"),
        ("designation", "act", ("cartel-de-los-soles",), "SDGT", "", "2025-07-25~"),
        ("reward", "act", ("nicolas-maduro",), "", "$50 million", "2025-08-07"),
        ("indictment", "act", ("nicolas-maduro",), "", "", ""),
    } <= told
    assert [each for each in told if each[0] == "designation" and "nicolas-maduro" in each[2]] == []
