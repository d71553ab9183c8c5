"""The measures of the benchmark on reading, on small invented cases whose figures are known."""

import csv
import importlib
import io
import json
from collections.abc import Mapping
from datetime import date
from math import isnan
from pathlib import Path
from types import ModuleType

import pytest

from ostiary.model.claims import Accusation, AccusationStatus, Claim, Link, Reading
from ostiary.model.periods import Period
from ostiary.model.reports import Mention, Report, ReportedDate, Span, Zone

BENCH = Path(__file__).parents[2] / "bench"
MODULES = (
    *("figures", "relations", "polnear", "names_alike", "gold", "claim_figures"),
    *("date_figures", "report_figures", "report_traps", "sentence_figures"),
)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, ModuleType]:
    monkeypatch.syspath_prepend(str(BENCH))
    return {name: importlib.import_module(name) for name in MODULES}


def read_rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table), delimiter="|"))


# Shares and their intervals


def test_a_share_sums_over_articles_and_not_over_their_shares(bench: Mapping[str, ModuleType]) -> None:
    figure = bench["figures"].measure_share("x", [(1, 1), (0, 3)])
    assert figure.value == pytest.approx(1 / 4)
    assert figure.sample == "1 of 4; n 2"
    assert isnan(figure.low)


def test_an_interval_is_the_same_in_every_run_and_holds_the_value(bench: Mapping[str, ModuleType]) -> None:
    counts = [(number % 4, 4) for number in range(40)]
    once, again = (bench["figures"].measure_share("x", counts) for _ in range(2))
    assert (once.low, once.high, once.resamples) == (again.low, again.high, 1_000)
    assert once.low < once.value < once.high


def test_articles_that_are_all_alike_leave_no_doubt(bench: Mapping[str, ModuleType]) -> None:
    figure = bench["figures"].measure_share("x", [(1, 2)] * 10)
    assert (figure.low, figure.value, figure.high) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(("articles", "resamples"), [(1, 0), (4, 0), (5, 126), (6, 462), (9, 1_000), (84, 1_000)])
def test_a_small_set_is_resampled_no_more_often_than_resamples_differ(
    bench: Mapping[str, ModuleType], articles: int, resamples: int
) -> None:
    assert bench["figures"].count_resamples(articles) == resamples


def test_resamples_without_a_case_are_left_out(bench: Mapping[str, ModuleType]) -> None:
    figure = bench["figures"].measure_share("x", [(2, 2)] + [(0, 0)] * 9)
    assert (figure.value, figure.low, figure.high) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("gate", "value", "passes", "shown"),
    [
        ({}, 0.5, True, ">= 0.5"),
        ({}, 0.499, False, ">= 0.5"),
        ({"most": True}, 0.5, True, "<= 0.5"),
        ({"most": True}, 0.51, False, "<= 0.5"),
        ({"below": True}, 0.5, False, "< 0.5"),
        ({"below": True}, 0.49, True, "< 0.5"),
    ],
)
def test_a_gate(
    bench: Mapping[str, ModuleType], *, gate: Mapping[str, bool], value: float, passes: bool, shown: str
) -> None:
    made = bench["figures"].Gate(0.5, **gate)
    assert (made.passes(value), str(made)) == (passes, shown)


def test_what_was_not_measured_is_neither_reached_nor_missed(bench: Mapping[str, ModuleType]) -> None:
    figures = bench["figures"]
    assert figures.measure_share("x", [], figures.Gate(0.5)).reached is None
    assert figures.measure_share("x", [(1, 1)], figures.Gate(0.5)).reached is True


def test_measures_of_articles_are_joined_by_name(bench: Mapping[str, ModuleType]) -> None:
    figures = bench["figures"]
    made = figures.measure_shares([{"a": (1, 2)}, {"a": (1, 2), "b": (0, 1)}], {"b": figures.Gate(1)})
    assert [(figure.name, figure.value, figure.reached) for figure in made] == [
        ("a", 0.5, None),
        ("b", 0.0, False),
    ]
    assert [figure.sample for figure in made] == ["2 of 4; n 2", "0 of 1; n 1"]
    assert figures.add_tallies([{"a": (1, 2)}, {"a": (1, 2), "b": (0, 1)}]) == {"a": (2, 4), "b": (0, 1)}


# Relations: text positions stand for texts; S source, C cue, X content

GOLD = {"source": [(0, 10)], "cue": [(11, 15)], "content": [(16, 56)]}


def make_relation(bench: Mapping[str, ModuleType], **parts: list[tuple[int, int]]) -> object:
    return bench["relations"].Relation(**{name: tuple(some) for name, some in {**GOLD, **parts}.items()})


RELATIONS = """why|source|cue|content|likeness
the same|0-10|11-15|16-56|1
half of the content|0-10|11-15|16-36|0.5
less than half|0-10|11-15|16-35|0
twice as long a content|0-10|11-15|16-96|0.5
more than twice|0-10|11-15|16-97|0
the cue touches and does not overlap|0-10|15-20|16-56|0
the cue overlaps by one|0-10|14-20|16-56|1
another source|56-60|11-15|16-56|0
a source where gold has one and nothing is found||11-15|16-56|0
content in two stretches|0-10|11-15|16-30 40-56|0.75
"""


def read_stretches(text: str) -> list[tuple[int, int]]:
    return [(int(start), int(end)) for start, end in (each.split("-") for each in text.split())]


@pytest.mark.parametrize("row", read_rows(RELATIONS), ids=lambda row: row["why"])
def test_a_relation_is_met(bench: Mapping[str, ModuleType], row: Mapping[str, str]) -> None:
    found = {name: read_stretches(row[name]) for name in GOLD}
    likeness = bench["relations"].compare_relations(make_relation(bench), make_relation(bench, **found))
    assert likeness == pytest.approx(float(row["likeness"]))


def test_a_source_that_is_absent_on_both_sides_is_right(bench: Mapping[str, ModuleType]) -> None:
    both = make_relation(bench, source=[])
    assert bench["relations"].compare_relations(both, both) == 1


def test_one_found_relation_serves_one_gold_relation_and_the_better_one_first(
    bench: Mapping[str, ModuleType],
) -> None:
    gold = [make_relation(bench, content=[(16, 40)]), make_relation(bench)]
    assert bench["relations"].match_relations(gold, [make_relation(bench)]) == {1: 0}


TEXT = "The baker says the oven is cold, her reporter agrees it was never lit."


def test_relations_of_an_article_are_counted(bench: Mapping[str, ModuleType]) -> None:
    relations = bench["relations"]
    said = relations.Relation(((0, 9),), ((10, 14),), ((15, 31),))
    agreed = relations.Relation(((33, 45),), ((46, 52),), ((53, 69),))
    shorter = relations.Relation(((4, 9),), ((10, 14),), ((15, 31),))
    tally = relations.tally_relations(TEXT, [said, agreed], [shorter])
    assert tally[relations.PRECISION] == (1, 1)
    assert tally[relations.RECALL] == (1, 2)
    assert tally[relations.VERB_RECALL] == (1, 2)
    assert tally[relations.EXACT["source"]] == (0, 3)
    assert tally[relations.EXACT["cue"]] == (2, 3)


@pytest.mark.parametrize(
    ("cue", "spoken"),
    [("says", True), ("said", True), ("testified", True), ("reportedly", False), ("knew", False)],
)
def test_a_reporting_verb_is_known_in_all_its_forms(
    bench: Mapping[str, ModuleType], *, cue: str, spoken: bool
) -> None:
    relation = bench["relations"].Relation((), ((0, len(cue)),), ((0, 1),))
    assert bench["relations"].is_spoken(cue, relation) is spoken


BRAT = """T1\tSource 0 9\tThe baker
T2\tCue 10 14\tsays
T3\tContent 15 20;25 31\tthe o is cold
T4\tAttribution 10 14\tsays
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
E2\tAttribution-no-source:T4 Content:T3 Cue:T2
E3\tDiscard:T4 Content:T3 Cue:T2
E4\tAttribution:T4 Cue:T2 Source:T1
#1\tAnnotatorNotes E1\ta note
"""


def test_a_brat_file_gives_the_attributions_that_have_a_cue_and_a_content(
    bench: Mapping[str, ModuleType], tmp_path: Path
) -> None:
    path = tmp_path / "text_ab12.ann"
    path.write_text(BRAT, encoding="utf-8")
    first, second = bench["polnear"].read_annotation(path)
    assert (first.source, first.cue, first.content) == (((0, 9),), ((10, 14),), ((15, 20), (25, 31)))
    assert second.source == ()


# Chains


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("The Harbour Post", "Harbour Post", True),
        ("a clerk", "the clerk", True),
        ("José Albán", "Jose Alban", True),
        ("Department of Tides (Breakwater)", "the Breakwater", True),
        ("Ferry government / administration", "administration", True),
        ("US Department of State", "the State Department", True),
        ("a clerk", "a clerk who asked not to be named", True),
        ("two pilots", "two pilots, both retired", True),
        ("Ines Holloway", "a spokesman for Ines Holloway", False),
        ("Ines Holloway", "Holloway", False),
        ("the clerk", "the clerk's brother", False),
        ("a clerk", "clerks", False),
    ],
)
def test_names_are_compared_leniently_but_not_people(
    bench: Mapping[str, ModuleType], *, gold: str, found: str, same: bool
) -> None:
    assert bench["names_alike"].same_name(gold, found) is same


def make_claim(*names: str, **fields: object) -> Claim:
    links = tuple(Link(name, "outlet") for name in names)
    given = {"stance": "asserted", "quote": "paraphrased", "attributed": True, "sentence": 0, **fields}
    spans = {"content": (Span(16, 56),), "cue": Span(11, 15), "source": Span(0, 10)}
    return Claim("r1:c1", "r1", **{**spans, **given, "chain": links})


def make_gold(bench: Mapping[str, ModuleType], *chain: str, **fields: object) -> object:
    given = {"content": ((16, 56),), "cue": (11, 15), "source": (0, 10), "stances": ("asserted",), **fields}
    return bench["gold"].GoldClaim("g1", chain=("(outlet)", *chain), **{"quotes": ("paraphrased",), **given})


@pytest.mark.parametrize(
    ("found", "branches", "outlet", "chain", "origin"),
    [
        (("Any", "Tide News", "a clerk"), (), "", True, True),
        (("Gull", "Tide News", "a clerk"), (), "The Gull", True, True),
        (("Any", "Tide News", "a clerk"), (), "The Gull", False, True),
        (("Any", "a clerk"), (), "", False, True),
        (("Any", "Tide News"), (), "", False, False),
        (("Any", "Tide News", "a clerk"), (("Any", "Pier Radio", "a clerk"),), "", False, True),
    ],
)
def test_a_chain_is_right_as_a_whole(
    bench: Mapping[str, ModuleType],
    *,
    found: tuple[str, ...],
    branches: tuple[tuple[str, ...], ...],
    outlet: str,
    chain: bool,
    origin: bool,
) -> None:
    gold = make_gold(bench, "Tide News", "a clerk")
    claim = make_claim(*found, branches=tuple(tuple(Link(name, "outlet") for name in one) for one in branches))
    assert bench["names_alike"].same_chain(gold, claim, outlet) is chain
    assert bench["names_alike"].same_origins(gold, claim, outlet) is origin


def test_branches_are_right_in_any_order_and_an_inferred_chain_too(bench: Mapping[str, ModuleType]) -> None:
    gold = make_gold(
        bench, "Tide News", branches=(("(outlet)", "Pier Radio"),), inferred=("(outlet)", "Tide News", "a clerk")
    )
    other = (tuple(Link(name, "outlet") for name in ("Any", "Tide News")),)
    same_chain = bench["names_alike"].same_chain
    assert same_chain(gold, make_claim("Any", "Pier Radio", branches=other), "")
    assert same_chain(gold, make_claim("Any", "Tide News", "a clerk"), "")
    assert not same_chain(gold, make_claim("Any", "Pier Radio"), "")


def test_claims_are_tallied_and_optional_ones_count_nowhere(bench: Mapping[str, ModuleType]) -> None:
    figures, accusation = bench["claim_figures"], Accusation("the mate", (), "a clerk", "alleged", "stole rope")
    gold = [
        make_gold(
            bench,
            "a clerk",
            anonymous=True,
            accuses=True,
            accusation=bench["gold"].GoldAccusation("the mate", "a clerk", "charged"),
        ),
        make_gold(bench, "a pilot", cue=(70, 75), content=((80, 99),), source=(60, 69), optional=True),
        make_gold(bench, "a cook", cue=(170, 175), content=((180, 199),), source=(160, 169)),
        make_gold(bench, cue=None, source=None, content=((200, 240),)),
    ]
    found = [
        make_claim("Any", "a clerk", anonymous="a clerk", accusation=accusation, stance="alleged"),
        make_claim("Any", "nobody", cue=Span(70, 75), content=(Span(80, 99),), source=Span(60, 69)),
        make_claim("Any", attributed=False, cue=None, source=None, content=(Span(16, 50),)),
    ]
    tally = figures.tally_claims("x" * 240, gold, found)
    expected = {
        bench["relations"].PRECISION: (1, 1),
        bench["relations"].RECALL: (1, 2),
        figures.CHAIN: (1, 2),
        figures.ORIGIN_FOUND: (1, 1),
        figures.STANCE: (0, 1),
        figures.QUOTE: (1, 1),
        figures.UNNAMED: (1, 1),
        figures.ACCUSING: (1, 1),
        figures.ACCUSER: (1, 1),
        figures.STATUS: (0, 1),
        figures.FALSE_ACCUSING: (0, 0),
        figures.AS_FACT: (0, 1),
    }
    assert {name: tally[name] for name in expected} == expected


# Reports


def make_report(bench: Mapping[str, ModuleType], **fields: object) -> object:
    given = {
        "path": Path("r.txt"),
        "digest": "",
        "outlet": "",
        "zones": (),
        "mentions": (),
        "dates": (),
        "claims": (),
    }
    return bench["gold"].GoldReport(**{**given, **fields})


def make_date(start: int, end: int, first: str, last: str, precision: str = "day") -> ReportedDate:
    period = Period(date.fromisoformat(first), date.fromisoformat(last)) if first else None
    return ReportedDate(Span(start, end), precision, period, "")  # type: ignore[arg-type]


DATES = """why|precision|gold|other day|first|last|found|right|invented
a day|day|2025-08-07|2025-08-07|2025-08-07|2025-08-07|day|1|0
the day before|day|2025-08-07|2025-08-07|2025-08-06|2025-08-06|day|0|0
a week for a day that is fixed|day|2025-08-07|2025-08-07|2025-08-04|2025-08-10|week|0|0
a week about a day that is counted back|day|2025-07-25|2025-07-26|2025-07-22|2025-07-28|week|1|0
a day beside one that is counted back|day|2025-07-25|2025-07-26|2025-07-24|2025-07-24|day|0|0
a month|month|2025-02|2025-02|2025-02-01|2025-02-28|month|1|0
a day of the month|month|2025-02|2025-02|2025-02-20|2025-02-20|day|0|0
a year so far|year to date|2025|2025|2025-01-01|2025-08-08|range|1|0
not resolved|day|2025-08-07|2025-08-07||||0|0
cannot be resolved and is not|not computable||||||0|0
cannot be resolved and is|not computable|||2024-01-01|2024-12-31|year|0|1
"""


@pytest.mark.parametrize("row", read_rows(DATES), ids=lambda row: row["why"])
def test_a_date_is_right_or_invented(bench: Mapping[str, ModuleType], row: Mapping[str, str]) -> None:
    figures = bench["date_figures"]
    resolved = {"2025-08-08": row["gold"] or None, "2025-08-09": row["other day"] or None}
    gold = make_report(bench, dates=(bench["gold"].GoldDate((5, 9), row["precision"], resolved),))
    found = [make_date(4, 9, row["first"], row["last"], row["found"])]
    tally = figures.tally_dates(gold, found, "2025-08-08")
    assert (tally[figures.DATES][0], tally[figures.INVENTED][0]) == (int(row["right"]), int(row["invented"]))


def test_a_date_in_a_caption_is_not_to_be_found(bench: Mapping[str, ModuleType]) -> None:
    gold_date = bench["gold"].GoldDate((5, 9), "day", {"2025-08-08": "2025-06-14"})
    gold = make_report(bench, zones=(((0, 20), "caption"),), dates=(gold_date,))
    tally = bench["date_figures"].tally_dates(gold, [make_date(5, 9, "2025-06-14", "2025-06-14")], "2025-08-08")
    assert (tally[bench["date_figures"].DATES], tally[bench["date_figures"].INVENTED]) == ((0, 0), (1, 1))


ZONED = Report(
    "r1", "r.txt", "", "text", "x" * 100, (Zone("headline", Span(0, 20)), Zone("poll options", Span(21, 60)))
)


@pytest.mark.parametrize(
    ("stretch", "kind", "right"),
    [((0, 20), "headline", 1), ((0, 20), "body", 0), ((0, 30), "headline", 0), ((70, 80), "body", 0)],
)
def test_a_zone_is_right_where_all_of_it_is(
    bench: Mapping[str, ModuleType], stretch: tuple[int, int], kind: str, right: int
) -> None:
    tally = bench["report_figures"].tally_zones([(stretch, kind)], ZONED)
    assert tally[bench["report_figures"].ZONES] == (right, 1)


def test_parties_are_found_false_or_doubtful(bench: Mapping[str, ModuleType]) -> None:
    figures, gold_mention = bench["report_figures"], bench["gold"].GoldMention
    gold = make_report(
        bench, mentions=(gold_mention((0, 5), "name", "p:1"), gold_mention((9, 11), "pronoun", "p:1"))
    )
    found = [
        Mention(Span(0, 5), "name", "p:1"),
        Mention(Span(0, 5), "name", "p:2"),
        Mention(Span(20, 25), "alias", "p:3", sure=False),
        Mention(Span(9, 11), "pronoun", "p:1", sure=False),
    ]
    tally = figures.tally_mentions(gold, found)
    expected = {
        figures.PARTIES: (1, 1),
        figures.FALSE_PARTIES: (1, 2),
        figures.DOUBTFUL: (1, 1),
        figures.REFERRING: (1, 1),
    }
    assert tally == expected


def test_furniture_that_yields_a_claim_is_counted_and_traps_are_tested(bench: Mapping[str, ModuleType]) -> None:
    traps = bench["report_traps"]
    claim = make_claim("Any", "a clerk", content=(Span(30, 40),))
    reading = Reading(ZONED, mentions=(Mention(Span(50, 55), "name", "p:1"),), claims=(claim,))
    gold = make_report(bench, zones=(((0, 20), "headline"), ((21, 60), "poll options")))
    named = [
        traps.Trap("a word like a name", Span(50, 54), "no designated mention"),
        traps.Trap("a word like another", Span(70, 74), "no designated mention"),
        traps.Trap("options", Span(21, 60), "no claim"),
        traps.Trap("a kind that no test is for", Span(0, 5), "something else"),
    ]
    tally = traps.tally_traps(gold, reading, named)
    assert tally == {traps.TRAPS: (3, 4), traps.FURNISHED: (1, 1)}


# Sentences and the program


def make_item(bench: Mapping[str, ModuleType], text: str, trap: str = "", **claim: object) -> object:
    claims = () if trap else (make_gold(bench, "a clerk", **claim),)
    return bench["gold"].GoldSentence("s1", "wire", trap, text, None, claims)


def test_what_went_wrong_is_told_only_of_sentences_that_rules_were_written_with(
    bench: Mapping[str, ModuleType],
) -> None:
    figures = bench["sentence_figures"]
    items = [make_item(bench, "x" * 60), make_item(bench, "y" * 60, trap="a name like a verb")]

    def read(text: str) -> list[Claim]:
        return [make_claim("Any", "a cook")] if text[0] == "y" else []

    sets = ("development", "held_out", "fresh_2026_11")
    development, held_out, fresh = (figures.measure_sentences(name, items, read) for name in sets)
    assert [figure.value for figure in development.figures if figure.name == figures.TRAPS] == [1.0]
    assert len(development.misses) == 2
    assert held_out.misses == []
    assert fresh.misses == []


def test_the_program_says_what_falls_short_and_writes_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    program, figures = (importlib.import_module(name) for name in ("reading", "figures"))
    section = figures.Section(
        "Bread", [figures.measure_share("crust", [(1, 4)], figures.Gate(0.5))], misses=["burnt"]
    )
    assert list(program.list_short([section])) == ["Not reached, Bread: crust 0.250"]
    assert program.as_json([section])[0]["figures"][0]["low"] is None
    assert "burnt" not in json.dumps(program.as_json([section]))


@pytest.mark.parametrize(
    ("claims", "laid"),
    [
        ([], 0),
        ([{"attributed": False, "cue": None}], 1),
        ([{"attributed": False, "cue": None, "content": (Span(16, 30),)}], 0),
        ([{"attributed": False, "cue": None}, {"cue": Span(90, 95)}], 0),
        ([{"attributed": False, "cue": None, "accusation": Accusation("x", (), "not named", "alleged", "y")}], 0),
    ],
)
def test_an_accusation_that_only_the_outlet_states_is_laid_to_it(
    bench: Mapping[str, ModuleType], *, claims: list[dict[str, object]], laid: int
) -> None:
    figures = bench["claim_figures"]
    found = [make_claim("Any", **claim) for claim in claims]
    assert figures.tally_claims("x" * 99, [make_gold(bench, "a clerk", accuses=True)], found)[figures.AS_FACT] == (
        laid,
        1,
    )


def test_a_denial_laid_to_the_outlet_accuses_nobody(bench: Mapping[str, ModuleType]) -> None:
    figures = bench["claim_figures"]
    gold = make_gold(bench, "a clerk", accuses=True, stances=("denied",))
    found = [make_claim("Any", attributed=False, cue=None)]
    assert figures.tally_claims("x" * 99, [gold], found)[figures.AS_FACT] == (0, 0)


@pytest.mark.parametrize(
    ("accuser", "gold", "found", "same"),
    [
        ("a clerk", "convicted", "pleaded guilty", True),
        ("a clerk", "charged", "admitted", True),
        ("a clerk", "dropped", "overturned", True),
        ("a clerk", "dropped", "withdrawn", True),
        ("the mate", "alleged", "admitted", True),
        ("a clerk", "alleged", "admitted", False),
        ("a clerk", "dropped", "convicted", False),
        ("a clerk", "acquitted", "charged", False),
    ],
)
def test_a_finer_status_than_the_gold_knows_is_right(
    bench: Mapping[str, ModuleType], accuser: str, gold: str, found: AccusationStatus, *, same: bool
) -> None:
    wanted = bench["gold"].GoldAccusation("the mate", accuser, gold)
    given = Accusation("the mate", (), accuser, found, "stole rope")
    assert bench["claim_figures"].same_status(wanted, given) is same
