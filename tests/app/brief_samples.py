"""A brief over two invented reports, as full as one can be. Outlets, people and events are made up.

Built by hand: each claim is found in the text by its words, so that positions are right by construction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

from ostiary.model.briefs import (
    Agreement,
    Brief,
    Difference,
    KeyPoint,
    NamedParty,
    PartyDifference,
    TimelineEvent,
)
from ostiary.model.claims import (
    Accusation,
    Claim,
    Link,
    OpenQuestion,
    QuoteKind,
    Reading,
    ReportedAct,
    Stance,
)
from ostiary.model.periods import Period, parse_period
from ostiary.model.reports import (
    DatePrecision,
    Mention,
    MentionKind,
    Report,
    ReportedDate,
    Span,
    Voice,
    VoiceKind,
    Zone,
    ZoneKind,
)

ARAGUA = "us_ofac_sample:49756"
SOLES = "us_ofac_sample:55025"
CHONEROS = "us_ofac_sample:47286"
BALITA = "us_ofac_sample:29483"
ZHANG = "us_ofac_sample:45391"

FOLDER = Path(__file__).parent


def read_blocks(name: str) -> list[tuple[ZoneKind, str, str]]:
    """Return the blocks of a report: kind, text, reason."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    blocks = [line.split(" | ", 2) for line in lines if not line.startswith("#")]
    return [(cast("ZoneKind", kind), text, reason) for kind, reason, text in blocks]


def lay_out(blocks: Sequence[tuple[ZoneKind, str, str]]) -> tuple[str, tuple[Zone, ...]]:
    """Return the text of a report and its zones."""
    zones, parts, start = [], [], 0
    for place, (kind, text, reason) in enumerate(blocks, 1):
        zones.append(Zone(kind, Span(start, start + len(text)), reason, f"line {2 * place - 1}"))
        parts.append(text)
        start += len(text) + 2
    return "\n\n".join(parts), tuple(zones)


def make_report(
    report_id: str, name: str, blocks: Sequence[tuple[ZoneKind, str, str]], outlet: str, day: str
) -> Report:
    """Return a report of blocks."""
    text, zones = lay_out(blocks)
    kind = "html" if name.endswith("html") else "text"
    digest = (report_id[-1] * 64).replace("r", "0")
    return Report(report_id, name, digest, kind, text, zones, outlet, date.fromisoformat(day), "en")


LANTERN = make_report("r1", "lantern.txt", read_blocks("brief_lantern.txt"), "The Harbour Lantern", "2025-08-14")
COURIER = make_report("r2", "courier.html", read_blocks("brief_courier.txt"), "Quay Courier", "2025-08-15")


def find(report: Report, words: str, nth: int = 0) -> Span:
    """Return where words stand in a report, for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = report.text.index(words, start + 1)
    return Span(start, start + len(words))


def between(report: Report, first: str, last: str) -> Span:
    """Return what stands from some words to others, both included."""
    return Span(find(report, first).start, find(report, last).end)


def link(name: str, kind: VoiceKind, relation: str = "") -> Link:
    """Return one hand of a chain."""
    return Link(name, kind, relation=relation)


PAPER = link("The Harbour Lantern", "outlet", "publishes")
QUAY = link("Quay Courier", "outlet", "publishes")
QUAY_CITED = link("Quay Courier", "outlet", "reports")
RADIO = link("Radio Estuary", "outlet", "cites")
CLERK = link("a clerk close to the harbour ministry", "unnamed", "told")
IRMA = link("Irma Dolloway", "person", "told")


@dataclass(frozen=True)
class Said:
    """A claim in short: the words, and what is more."""

    content: tuple[str, ...]
    chain: tuple[Link, ...]
    stance: Stance = "asserted"
    quote: QuoteKind = "paraphrased"
    cue: str = ""
    source: str = ""
    speaker: Voice | None = None
    branches: tuple[tuple[Link, ...], ...] = ()
    accusation: Accusation | None = None
    about: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    date: ReportedDate | None = None
    attributed: bool = True
    within: str = ""


def resolve(report: Report, words: str, precision: DatePrecision, period: str, reason: str) -> ReportedDate:
    """Return a date expression of a report."""
    return ReportedDate(find(report, words), precision, parse_period(period) if period else None, reason)


def make_claims(report: Report, said: Sequence[Said]) -> tuple[Claim, ...]:
    """Return the claims of a report, numbered in the order given."""
    return tuple(_make_claim(report, number, one) for number, one in enumerate(said, 1))


def _make_claim(report: Report, number: int, said: Said) -> Claim:
    last = said.chain[-1]
    return Claim(
        id=f"{report.id}:c{number}",
        report_id=report.id,
        content=tuple(find(report, words) for words in said.content),
        attributed=said.attributed,
        chain=said.chain,
        stance=said.stance,
        quote=said.quote,
        sentence=number,
        cue=find(report, said.cue) if said.cue else None,
        source=find(report, said.source) if said.source else None,
        speaker=said.speaker,
        branches=said.branches,
        anonymous=last.name if last.kind == "unnamed" else "",
        hedges=tuple(find(report, words) for words in said.hedges),
        about=said.about,
        accusation=said.accusation,
        date=said.date,
        within=said.within,
    )


DOLLOWAY = Voice(
    "r1:v1", "Irma Dolloway", "person", "customs commissioner", spans=(find(LANTERN, "Irma Dolloway"),)
)
QUIST = Voice(
    "r1:v2", "Anselm Quist", "person", "harbour master", former=True, spans=(find(LANTERN, "Anselm Quist"),)
)
CLERK_VOICE = Voice("r1:v3", CLERK.name, "unnamed", spans=(find(LANTERN, CLERK.name),))
BAKER = Voice("r1:v4", "Zhang Wei", "person", spans=(find(LANTERN, "Zhang Wei"),))
FERRAND = Voice("r2:v1", "Amadou Ferrand", "person", spans=(find(COURIER, "Amadou Ferrand"),))

THURSDAY = resolve(LANTERN, "Thursday", "day", "2025-08-14", "the day of publication is a Thursday")
LAST_WEEK = resolve(LANTERN, "last week", "week", "2025-08-04/2025-08-10", "the week before that of publication")
WINTER = resolve(LANTERN, "last winter", "season", "2024-12-01/2025-02-28", "the winter before publication")
APRIL = resolve(LANTERN, "in April", "month", "2025-04", "the last April before publication")
JULY = resolve(LANTERN, "25 July", "day", "2025-07-25", "the last 25 July before publication")
DAWN = resolve(LANTERN, "at dawn", "none", "", "a time of day, and the text names no day")
WEDNESDAY = resolve(COURIER, "Wednesday", "day", "2025-08-13", "the last Wednesday before publication")
JULY_2 = resolve(COURIER, "25 July", "day", "2025-07-25", "the last 25 July before publication")

LANTERN_CLAIMS = make_claims(
    LANTERN,
    [
        Said(
            ("President Elvire Marchetti has ordered the navy to plan patrols against Los Choneros",),
            (PAPER, QUAY_CITED, RADIO, CLERK),
            cue="reported",
            source="the Quay Courier",
            speaker=CLERK_VOICE,
            branches=((PAPER, RADIO, CLERK),),
            about=(CHONEROS,),
            date=THURSDAY,
        ),
        Said(
            ("that Tren de Aragua had hidden cash in crates of bananas",),
            (PAPER, IRMA),
            stance="alleged",
            cue="told",
            source="Irma Dolloway, the customs commissioner",
            speaker=DOLLOWAY,
            about=(ARAGUA,),
            accusation=Accusation("Tren de Aragua", (ARAGUA,), "Irma Dolloway", "alleged", "hidden cash"),
        ),
        Said(
            ("that any crate had been opened",),
            (PAPER, link("A lawyer for the fruit importers", "group", "says")),
            stance="denied",
            cue="denied",
            source="A lawyer for the fruit importers",
        ),
        Said(
            ("The tanker BALITA was", "used to carry the crates"),
            (PAPER, link("not named", "unknown", "alleges")),
            stance="alleged",
            quote="none",
            cue="allegedly",
            hedges=("allegedly",),
            about=(BALITA,),
            accusation=Accusation("BALITA", (BALITA,), "not named", "alleged", "used to carry the crates"),
        ),
        Said(
            ("the Cartel of the Suns with bribing two pilots last week",),
            (PAPER, link("Prosecutors", "agency", "charge")),
            stance="alleged",
            cue="charged",
            source="Prosecutors",
            about=(SOLES,),
            accusation=Accusation("Cartel de los Soles", (SOLES,), "Prosecutors", "charged", "bribing two pilots"),
            date=LAST_WEEK,
        ),
        Said(
            ("\u201cWe will not rest until pier nine is ours again,\u201d",),
            (PAPER, replace(IRMA, carried=True)),
            stance="promised",
            quote="verbatim",
            cue="said",
            source="the commissioner",
            speaker=DOLLOWAY,
        ),
        Said(
            (
                "the plan",
                "\u201cA navy is no broom <script>alert('swept')</script> & no judge\u201d",
            ),
            (PAPER, link("Anselm Quist", "person", "says")),
            stance="rejected",
            quote="verbatim",
            cue="rejected",
            source="The former harbour master Anselm Quist",
            speaker=QUIST,
        ),
        Said(
            (LANTERN.words_of(between(LANTERN, "The cartel", "since 25 July")),),
            (PAPER,),
            attributed=False,
            quote="none",
            about=(SOLES,),
            date=JULY,
        ),
        Said(
            ("his street was closed at dawn",),
            (PAPER, link("Zhang Wei", "person", "told")),
            cue="told us",
            source="A baker called Zhang Wei",
            speaker=BAKER,
            date=DAWN,
        ),
        Said(
            ("Venezuelan",),
            (PAPER, link("the report of the council", "document", "calls")),
            cue="calls",
            source="the report of the council",
            about=(SOLES,),
            within="r1:c8",
        ),
    ],
)

COURIER_CLAIMS = make_claims(
    COURIER,
    [
        Said(
            ("The president has told the navy to draw up patrols against Los Choneros",),
            (QUAY, RADIO, CLERK),
            cue="said to",
            source="a clerk close to the harbour ministry",
            about=(CHONEROS,),
        ),
        Said(
            ("The United States put the Cartel of the Suns under SDGT on 25 July",),
            (QUAY, link("a notice in the Federal Register", "document", "says")),
            cue="says",
            source="a notice in the Federal Register",
            about=(SOLES,),
            date=JULY_2,
        ),
        Said(
            ("that the street behind the bakery was closed at six",),
            (QUAY, link("Amadou Ferrand", "person", "says")),
            cue="recalled",
            source="Amadou Ferrand, who mends nets on pier nine",
            speaker=FERRAND,
        ),
        Said(
            (COURIER.words_of(between(COURIER, "\u201c\u0644\u0645", "\u0629\u201d")),),
            (QUAY, link("His union", "group", "says")),
            quote="verbatim",
            cue="answered",
            source="His union",
        ),
        Said(
            ("that 300 sailors are ready",),
            (QUAY, link("Two officials", "unnamed", "write")),
            cue="wrote",
            source="Two officials",
        ),
        Said(
            ("to comment",),
            (QUAY, link("The navy", "agency", "says")),
            stance="declined to comment",
            quote="none",
            cue="declined",
            source="The navy",
        ),
    ],
)

SAME_NAME = "same name as {}, identity not established"


def mention(report: Report, words: str, party: str, listed: str, kind: MentionKind = "name") -> Mention:
    """Return a mention of a party, found by its words."""
    sure = kind not in {"nominal", "pronoun", "partial name"}
    return Mention(find(report, words), kind, party, listed if sure else "", sure, "stands as listed")


LANTERN_READING = Reading(
    LANTERN,
    mentions=(
        mention(LANTERN, "Los Choneros", CHONEROS, "Los Choneros"),
        mention(LANTERN, "Tren de Aragua", ARAGUA, "Tren de Aragua"),
        mention(LANTERN, "BALITA", BALITA, "BALITA"),
        mention(LANTERN, "Cartel of the Suns", SOLES, "Cartel of the Suns", "alias"),
        mention(LANTERN, "The cartel", SOLES, "", "nominal"),
        mention(LANTERN, "Zhang Wei", ZHANG, "Zhang Wei", "partial name"),
    ),
    voices=(CLERK_VOICE, DOLLOWAY, QUIST, BAKER),
    claims=LANTERN_CLAIMS,
    dates=(THURSDAY, LAST_WEEK, WINTER, APRIL, JULY, DAWN),
    acts=(
        ReportedAct(
            "designation",
            "act",
            find(LANTERN, "has been on the American list since 25 July"),
            (SOLES,),
            "SDGT",
            "the United States",
            JULY,
            register="The register has SDGT since 2025-07-25. FTO, by the same list, only since 2025-11-24.",
            agrees=True,
        ),
        ReportedAct(
            "order",
            "order",
            find(LANTERN, "has ordered the navy to plan patrols against Los Choneros"),
            (CHONEROS,),
            authority="President Elvire Marchetti",
            date=THURSDAY,
            register="No list publishes such an order: the register cannot tell.",
        ),
    ),
    questions=(
        OpenQuestion(
            "r1",
            find(LANTERN, "It is unclear whether lawyers of the ministry have read the draft."),
            "whether lawyers of the ministry have read the draft",
            ("lawyers of the ministry",),
            (PAPER,),
        ),
    ),
    left_out=1,
)

COURIER_READING = Reading(
    COURIER,
    mentions=(
        mention(COURIER, "Los Choneros", CHONEROS, "Los Choneros"),
        mention(COURIER, "Cartel of the Suns", SOLES, "Cartel of the Suns", "alias"),
    ),
    voices=(FERRAND,),
    claims=COURIER_CLAIMS,
    dates=(WEDNESDAY, JULY_2),
)

PARTIES = (
    NamedParty(
        CHONEROS,
        "Los Choneros",
        "LegalEntity",
        ("us_ofac_sample: ILLICIT-DRUGS-EO14059, since 2024-02-07",),
        SAME_NAME.format("Los Choneros"),
        (("r1", 1), ("r2", 1)),
    ),
    NamedParty(
        SOLES,
        "Cartel de los Soles",
        "LegalEntity",
        ("us_ofac_sample: SDGT, since 2025-07-25",),
        "same name as Cartel of the Suns (a.k.a.); the text gives program and day, and the register has both",
        (("r1", 2), ("r2", 1)),
        (
            PartyDifference(
                "r1",
                find(LANTERN, "which the report of the council calls Venezuelan"),
                "called Venezuelan",
                "says no country",
            ),
        ),
    ),
    NamedParty(
        ARAGUA,
        "Tren de Aragua",
        "LegalEntity",
        ("us_ofac_sample: TCO, since 2024-07-11", "us_ofac_sample: FTO and SDGT, since 2025-02-20"),
        SAME_NAME.format("Tren de Aragua"),
        (("r1", 1),),
        (
            PartyDifference(
                "r1",
                find(LANTERN, "Tren de Aragua had hidden cash in crates of bananas"),
                "said to have hidden cash in crates of bananas",
                "says nothing of it",
            ),
        ),
    ),
    NamedParty(
        BALITA,
        "BALITA",
        "Vessel",
        ("us_ofac_sample: VENEZUELA-EO13850, since 2020-06-18",),
        SAME_NAME.format("BALITA"),
        (("r1", 1),),
    ),
    NamedParty(
        ZHANG,
        "Zhang Wei",
        "Person",
        ("us_ofac_sample: ILLICIT-DRUGS-EO14059, since 2023-10-03",),
        SAME_NAME.format("Zhang Wei"),
        (("r1", 1),),
        possible=True,
    ),
)

AGREEMENT = (
    Agreement(
        ("r1:c1", "r2:c1"),
        "The president has told the navy to draw up patrols against Los Choneros",
        (CLERK.name,),
        "one origin",
        "Both chains end at the clerk whom Radio Estuary does not name.",
        (
            Difference("attribution", "through the Quay Courier and Radio Estuary", "through Radio Estuary"),
            Difference("wording", "has ordered the navy to plan", "has told the navy to draw up"),
        ),
    ),
    Agreement(
        ("r1:c8", "r2:c2"),
        "The United States put the Cartel of the Suns under SDGT on 25 July",
        ("a notice in the Federal Register",),
        "public record",
        "A designation is published: the notice can be looked up.",
    ),
    Agreement(
        ("r1:c9", "r2:c3"),
        "the street behind the bakery was closed at six",
        ("Zhang Wei", "Amadou Ferrand"),
        "independent",
        "Two named people, each asked by another outlet, tell what they saw.",
        (Difference("date", "at dawn", "at six"),),
    ),
    Agreement(
        ("r1:c5", "r2:c5"),
        "that 300 sailors are ready",
        ("Prosecutors", "Two officials"),
        "cannot tell",
        "The officials are not named, so they may be the same people.",
        (Difference("number", "200 sailors", "300 sailors", excludes=True),),
    ),
)

KEY_POINTS = (
    KeyPoint("r1", LANTERN_CLAIMS[0].content[0], LANTERN_CLAIMS[0].chain, "r1:c1"),
    KeyPoint("r2", COURIER_CLAIMS[1].content[0], COURIER_CLAIMS[1].chain, "r2:c2"),
    KeyPoint(
        "r1",
        between(LANTERN, "Irma Dolloway", "bananas."),
        LANTERN_CLAIMS[1].chain,
        "r1:c2",
    ),
)


def event(
    report: Report, words: str, stage: str, chain: tuple[Link, ...], when: ReportedDate | None
) -> TimelineEvent:
    """Return an event of the timeline, found by its words."""
    written = report.words_of(when.span) if when else ""
    period: Period | None = when.period if when else None
    return TimelineEvent(period, stage, words, report.id, find(report, words), chain, written)


TIMELINE = (
    event(LANTERN, "Marchetti had vowed last winter to send ships", "vow", (PAPER,), WINTER),
    event(LANTERN, "proposed joint patrols to the island council in April", "proposal", (PAPER,), APRIL),
    event(LANTERN, "has been on the American list since 25 July", "act", (PAPER,), JULY),
    event(
        LANTERN,
        "Prosecutors charged the Cartel of the Suns with bribing two pilots last week",
        "act",
        LANTERN_CLAIMS[4].chain,
        LAST_WEEK,
    ),
    event(COURIER, "a clerk close to the harbour ministry said to Radio Estuary", "statement", (QUAY,), WEDNESDAY),
    event(LANTERN, "has ordered the navy to plan patrols", "order", LANTERN_CLAIMS[0].chain, THURSDAY),
    event(COURIER, "to draw up patrols against Los Choneros", "plan", COURIER_CLAIMS[0].chain, None),
)

BRIEF = Brief(
    day=date(2025, 8, 15),
    readings=(LANTERN_READING, COURIER_READING),
    parties=PARTIES,
    key_points=KEY_POINTS,
    agreement=AGREEMENT,
    timeline=TIMELINE,
    list_versions=("us_ofac_sample 2025-08-14",),
    sample=True,
    remarks=("The register was last brought up to date one day before the newer report.",),
)

#: Nothing found in a text that says nothing.
EMPTY = Brief(day=date(2025, 8, 15), readings=(Reading(replace(COURIER, zones=(), text="", outlet="")),))
