"""How a brief speaks: the speaker before the words, the accuser before the accusation."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_words import (
    describe_version,
    lead_claim,
    name_link,
    name_origin,
    say_branches,
    say_claim,
    say_number,
    say_period,
    say_quote,
    say_together,
    warn_of,
)
from ostiary.model.claims import UNCLEAR, UNRESOLVED, Accusation, AccusationStatus, Claim, Link, QuoteKind, Stance
from ostiary.model.periods import parse_period
from ostiary.model.reports import Span
from tests.app.brief_samples import BRIEF, LANTERN_CLAIMS

CONTENTS = Contents(BRIEF)
PAPER = "The Harbour Lantern"
NOBODY = "Somebody whom the report does not name"
CLERK = "a clerk close to the harbour ministry"


def claim_of(key: str) -> Claim:
    claim = CONTENTS.claim(key)
    assert claim
    return claim


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("r1:c1", f"{PAPER} -> Quay Courier -> Radio Estuary -> {CLERK} (not named) said (\u201creported\u201d):"),
        ("r1:c2", f"{PAPER} -> Irma Dolloway (customs commissioner) accused Tren de Aragua [alleged, no more]:"),
        ("r1:c3", f"{PAPER} -> A lawyer for the fruit importers denied"),
        ("r1:c4", f"{PAPER} -> {NOBODY} accused BALITA [alleged, no more] (\u201callegedly\u201d):"),
        ("r1:c5", f"{PAPER} -> Prosecutors accused Cartel de los Soles [charged, not tried]:"),
        ("r1:c6", f"{PAPER} -> Irma Dolloway (customs commissioner) promised:"),
        ("r1:c7", f"{PAPER} -> Anselm Quist (former harbour master) rejected:"),
        ("r1:c8", "The Harbour Lantern wrote:"),
        ("r2:c3", "Quay Courier -> Amadou Ferrand said (\u201crecalled\u201d)"),
        ("r2:c6", "Quay Courier -> The navy declined"),
    ],
)  # fmt: skip
def test_what_stands_before_a_claim(key: str, line: str) -> None:
    claim = claim_of(key)
    assert say_claim(claim, CONTENTS.report(claim.report_id), "->") == line


@pytest.mark.parametrize("status", get_args(AccusationStatus))
@pytest.mark.parametrize("stance", get_args(Stance))
@pytest.mark.parametrize("accuser", ["Irma Dolloway", "not named", ""])
def test_an_accusation_never_stands_without_accuser_verb_and_status(
    status: AccusationStatus, stance: Stance, accuser: str
) -> None:
    claim = claim_of("r1:c2")
    assert claim.accusation
    accusation = replace(claim.accusation, status=status, accuser=accuser)
    lead = lead_claim(replace(claim, stance=stance, accusation=accusation))
    assert lead.who in ({"Nobody"} if status == "not accused" else {"Irma Dolloway", NOBODY})
    assert "accus" in lead.verb
    assert lead.whom == "Tren de Aragua"
    assert lead.status
    assert str(lead).index(lead.who) < str(lead).index("accus") < str(lead).index(lead.whom)


def test_an_accuser_other_than_the_last_voice_is_named_with_the_whole_chain() -> None:
    claim = claim_of("r1:c2")
    assert claim.accusation
    other = replace(claim, accusation=replace(claim.accusation, accuser="the port police"))
    assert say_claim(other, CONTENTS.report("r1"), "->") == (
        f"{PAPER} -> Irma Dolloway: the port police accused Tren de Aragua [alleged, no more]:"
    )


def test_a_warning_for_every_accusation_and_none_else() -> None:
    assert [line.split(" accused")[0] for line in warn_of(CONTENTS.accusations())] == [
        "Irma Dolloway (customs commissioner)",
        NOBODY,
        "Prosecutors",
    ]
    assert CONTENTS.accusations_in("r1", claim_of("r1:c1").content) == ()
    assert CONTENTS.accusations_under(claim_of("r1:c2")) == ()


@pytest.mark.parametrize(
    ("cue", "content", "said"),
    [
        ("declined", "to comment", "The navy declined"),
        ("declined to comment on", "the plan", "The navy declined to comment:"),
        ("refused", "to comment", "The navy declined (\u201crefused\u201d)"),
        ("has not commented on", "the plan", "The navy did not comment (\u201chas not commented on\u201d):"),
        ("would say", "whether the plan holds", "The navy did not say"),
        ("refused", "whether the plan holds", "The navy declined to say (\u201crefused\u201d)"),
        ("hasn\u2019t replied", "", "The navy did not comment (\u201chasn\u2019t replied\u201d)"),
        ("could not be reached", "", "The navy did not comment (\u201ccould not be reached\u201d)"),
    ],
)
def test_silence_in_other_words_is_no_refusal(cue: str, content: str, said: str) -> None:
    report = replace(CONTENTS.report("r1"), text=f"{cue} {content}")
    places = (Span(len(cue) + 1, len(report.text)),) if content else ()
    claim = replace(claim_of("r2:c6"), cue=Span(0, len(cue)), content=places, report_id="r1")
    assert say_claim(claim, report, "->") == f"Quay Courier -> {said}"


@pytest.mark.parametrize(("written", "shown"), [("warned:", " (\u201cwarned\u201d)"), (":", ""), ("said:", "")])
def test_a_cue_is_words(written: str, shown: str) -> None:
    report = replace(CONTENTS.report("r1"), text=f"{written} the plan")
    claim = replace(
        claim_of("r2:c3"), cue=Span(0, len(written)), content=(Span(len(written) + 1, len(report.text)),)
    )
    assert say_claim(claim, report, "->") == f"Quay Courier -> Amadou Ferrand said{shown}:"


QUOTED = "He said \u201cwe saw two boats\u201d near the pier"


@pytest.mark.parametrize(
    ("quote", "content", "quoted", "said"),
    [
        ("verbatim", "\u201cwe saw two boats\u201d", "we saw two boats", "verbatim"),
        (
            "verbatim",
            "\u201cwe saw two boats\u201d near the pier",
            "we saw two boats",
            "partly in quotation marks",
        ),
        ("translated", QUOTED, "we saw two boats", "translated, partly in quotation marks"),
        ("translated", "\u201cwe saw two boats\u201d", "we saw two boats", "translated"),
        ("verbatim", "we saw two boats", "", "verbatim"),
        ("paraphrased", QUOTED, "", "paraphrased"),
        ("none", QUOTED, "", ""),
    ],
)
def test_a_quotation_in_part_is_called_so(quote: QuoteKind, content: str, quoted: str, said: str) -> None:
    report = replace(CONTENTS.report("r1"), text=QUOTED)
    parts = (Span(QUOTED.index(quoted), QUOTED.index(quoted) + len(quoted)),) if quoted else ()
    span = Span(QUOTED.index(content), QUOTED.index(content) + len(content))
    assert say_quote(replace(claim_of("r1:c6"), content=(span,), quote=quote, quoted=parts), report) == said


@pytest.mark.parametrize(
    ("relation", "who", "link"),
    [
        (UNRESOLVED, "Somebody whom this reading did not find", "speaker not found"),
        (UNCLEAR, "Either the speaker before or the outlet", "speaker not clear"),
        ("alleges", NOBODY, "nobody is named"),
    ],
)
def test_who_speaks_where_nobody_is_known_to(relation: str, who: str, link: str) -> None:
    claim = claim_of("r1:c1")
    last = Link("not named", "unknown", relation=relation)
    found = replace(
        claim,
        chain=(claim.chain[0], last),
        speaker=None,
        stance="unknown" if relation != "alleges" else "asserted",
    )
    assert lead_claim(found).who == who
    assert lead_claim(found).verb == "said"
    assert name_link(last) == link
    assert name_origin("not named") == "nobody is named"
    assert name_origin(PAPER) == PAPER


def test_branches_each_once() -> None:
    claim = LANTERN_CLAIMS[0]
    assert len(say_branches(claim)) == 2
    assert len(say_branches(replace(claim, branches=(claim.chain, *claim.branches)))) == 2


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2025-08-14", "14 August 2025"),
        ("2025-08", "August 2025"),
        ("2025", "2025"),
        ("2025-08-04/2025-08-10", "4 to 10 August 2025"),
        ("2025-07-28/2025-08-03", "28 July to 3 August 2025"),
        ("2024-12-01/2025-02-28", "1 December 2024 to 28 February 2025"),
        ("2020/2022", "1 January 2020 to 31 December 2022"),
        ("1999~", "about 1999"),
        ("0999", "0999"),
    ],
)
def test_say_period(period: str, said: str) -> None:
    assert say_period(parse_period(period)) == said


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("us_ofac 2025-08-14", "us_ofac 2025-08-14, 12 days old"),
        ("us_ofac 2025-08-25.2", "us_ofac 2025-08-25.2, 1 day old"),
        ("us_ofac 2030-01-01", "us_ofac 2030-01-01"),
        ("us_ofac, newest", "us_ofac, newest"),
    ],
)
def test_describe_version(label: str, said: str) -> None:
    assert describe_version(label, date(2025, 8, 26)) == said


@pytest.mark.parametrize(("number", "said"), [(0, "no"), (2, "two"), (12, "twelve"), (13, "13"), (1300, "1,300")])
def test_say_number(number: int, said: str) -> None:
    assert say_number(number) == said


@pytest.mark.parametrize(
    ("summary", "wording", "said"),
    [
        ("that the firm had bribed a pilot", "", "they deny"),
        ("We have never bribed a pilot", "", "they deny it, saying"),
        ("It is a pack of lies", "had bribed a pilot", "they deny “had bribed a pilot”, saying"),
        ("It wasn't us", "we never bribed a pilot", "they deny it, saying"),
    ],
)
def test_what_is_denied_is_told_apart_from_the_denial(summary: str, wording: str, said: str) -> None:
    accusation = Accusation("Orlan Shipping", ("p",), "not named", "denied", wording) if wording else None
    denial = replace(claim_of("r1:c1"), stance="denied", accusation=accusation)
    assert say_together([denial], summary) == said
