"""What should a reading find? Gold by hand: sentences, pairs of invented reports, two real reports."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from places import DATA

SENTENCES = Path(__file__).resolve().parents[1] / "tests" / "documents" / "data" / "sentences"
PAIRS = SENTENCES.parent / "pairs"
READING = Path(__file__).resolve().parent / "data" / "reading"
REPORTS = DATA / "news" / "reports"

Json = Mapping[str, Any]
#: First character and the one after the last, in code points.
Stretch = tuple[int, int]
#: The sets of sentences: two halves of the first ones, and those written later without sight of the rules.
SentenceSet = Literal["development", "held_out", "fresh_2026_11"]

#: Element 0 of every chain: whoever published.
OUTLET = "(outlet)"

#: The gold of report 004 has words of its own; every value lists what a reader may answer.
_STANCES_004 = {"declined-to-comment": ("declined to comment",), "asked-proposal": ("proposed", "asked")}
_QUOTES_004 = {
    "direct": ("verbatim",),
    "direct, quotation marks missing": ("verbatim", "paraphrased"),
    "mixed": ("verbatim", "paraphrased"),
    "indirect": ("paraphrased",),
}
_ZONES_004 = {"caption_repeated": "repeated"}
_PARTIES_004 = {
    "tren-de-aragua": "us_ofac:49756",
    "ms-13": "us_ofac:15412",
    "cartel-de-los-soles": "us_ofac:55025",
    "nicolas-maduro": "us_ofac:22790",
}


@dataclass(frozen=True, slots=True)
class GoldAccusation:
    """Who is said to have done wrong, by whom; ``accuser`` is ``not named`` where the text names none."""

    accused: str
    accuser: str
    status: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One attribution, or one claim in the outlet's own voice.

    Attributes:
        id: Its key; in sentences that of the item and its position (``s017.1``).
        content: Its stretches, in order.
        cue: None in the outlet's own voice.
        source: None where nobody is named.
        chain: Names, outermost first, beginning with :data:`OUTLET`.
        branches: Further chains, where several outlets are named.
        inferred: A longer chain that a reader may infer from other sentences, or empty.
        anonymous: Whether the origin is left unnamed.
        stances: Any of them is right; the first is the best.
        quotes: Likewise.
        accuses: Whether it accuses of wrongdoing.
        accusation: Whom, by whom; None where it does not, or the gold does not say.
        form: ``direct``, ``indirect`` or ``mixed``; empty where the gold does not say.
        wording: The words that leave the origin unnamed; empty where there are none, or the gold has a flag only.
        within: Id of the claim whose content holds this one, or empty.
        proposition: What it says, as a key that several reports share; empty in sentences.
        optional: Whether neither finding nor missing it counts.
    """

    id: str
    content: tuple[Stretch, ...]
    cue: Stretch | None
    source: Stretch | None
    chain: tuple[str, ...]
    stances: tuple[str, ...]
    quotes: tuple[str, ...]
    anonymous: bool = False
    branches: tuple[tuple[str, ...], ...] = ()
    inferred: tuple[str, ...] = ()
    accuses: bool = False
    accusation: GoldAccusation | None = None
    form: str = ""
    wording: str = ""
    within: str = ""
    proposition: str = ""
    optional: bool = False

    @property
    def attributed(self) -> bool:
        """Whether the text attributes it at all."""
        return self.cue is not None

    @property
    def origins(self) -> tuple[str, ...]:
        """Where the chains end, each once."""
        return tuple(dict.fromkeys(chain[-1] for chain in (self.chain, *self.branches)))


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A passage of invented news; ``trap`` says why it looks like an attribution and is none."""

    id: str
    style: str
    trap: str
    text: str
    accusation: GoldAccusation | None
    claims: tuple[GoldClaim, ...]


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date expression and what it means, by the day of publication; None if it cannot be resolved."""

    span: Stretch
    precision: str
    resolved: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A designated party, named or referred to."""

    span: Stretch
    kind: str
    party_id: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A real report. Its text lies outside the repository; ``path`` may not exist.

    Attributes:
        path: The file.
        digest: SHA-256 of the bytes that the positions belong to.
        outlet: Empty where neither file nor gold says so.
        zones: Stretch and kind of each block.
        mentions: Of designated parties.
        dates: Date expressions.
        claims: In order of the text.
    """

    path: Path
    digest: str
    outlet: str
    zones: tuple[tuple[Stretch, str], ...]
    mentions: tuple[GoldMention, ...]
    dates: tuple[GoldDate, ...]
    claims: tuple[GoldClaim, ...]


@dataclass(frozen=True, slots=True)
class GoldDifference:
    """Where two tellings part; the wordings are empty for the real reports."""

    kind: str
    left: str
    right: str
    excludes: bool


@dataclass(frozen=True, slots=True)
class GoldShared:
    """One claim that two reports make.

    Attributes:
        key: What it says.
        left: Its stretches in the first report; for the real reports, ids of claims.
        right: Likewise in the second.
        origins: Where the chains end, each once.
        verdicts: Any of them is right; the first is the best.
        why: The reason.
        differences: Where the tellings part.
    """

    key: str
    left: tuple[Stretch, ...] | tuple[str, ...]
    right: tuple[Stretch, ...] | tuple[str, ...]
    origins: tuple[str, ...]
    verdicts: tuple[str, ...]
    why: str
    differences: tuple[GoldDifference, ...]


@dataclass(frozen=True, slots=True)
class GoldApart:
    """Two claims that look alike and are not one: never to be reported as agreeing."""

    left: tuple[Stretch, ...] | tuple[str, ...]
    right: tuple[Stretch, ...] | tuple[str, ...]
    why: str
    difference: GoldDifference | None = None


@dataclass(frozen=True, slots=True)
class GoldTelling:
    """One report of a pair, with what the user would say of it."""

    path: Path
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two reports and what they have in common."""

    id: str
    what: str
    left: GoldTelling
    right: GoldTelling
    shared: tuple[GoldShared, ...]
    apart: tuple[GoldApart, ...]


def read_sentences(name: SentenceSet) -> list[GoldSentence]:
    """Return one set of the sentences; a figure that counts is not of ``development``."""
    lines = (SENTENCES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_sentence(json.loads(line)) for line in lines]


def read_pairs() -> list[GoldPair]:
    """Return the pairs of invented reports."""
    return [_pair(row) for row in _read(PAIRS / "gold.json")["pairs"]]


def read_report_000() -> GoldReport:
    """Return the gold of the first real report, which the repository holds as positions."""
    row = _read(READING / "report_000.json")
    return GoldReport(
        path=REPORTS / row["file"],
        digest=row["sha256"],
        outlet=row["outlet"],
        zones=tuple(((start, end), kind) for start, end, kind in row["zones"]),
        mentions=tuple(GoldMention((start, end), kind, party) for start, end, kind, party in row["mentions"]),
        dates=tuple(_date_000(each, row["published"]) for each in row["dates"]),
        claims=tuple(_claim_000(each) for each in row["claims"]),
    )


def read_report_004() -> GoldReport | None:
    """Return the gold of the second real report, or None where it is absent: it lies beside the reports."""
    path = REPORTS / "gold_004.json"
    if not path.is_file():
        return None
    row = _read(path)["documents"][0]
    return GoldReport(
        path=REPORTS / row["file"],
        digest=row["sha256"],
        outlet=row["outlet"]["value"],
        zones=tuple(_zones_004(row["zones"])),
        mentions=tuple(
            GoldMention(_stretch(each), each["kind"], _PARTIES_004[each["entity"]])
            for each in row["mentions"]
            if each["entity"] in _PARTIES_004
        ),
        dates=tuple(GoldDate(_stretch(each), each["granularity"], each["if_published"]) for each in row["dates"]),
        claims=tuple(_claim_004(each) for each in row["claims"]),
    )


def read_shared_claims() -> tuple[list[GoldShared], list[GoldApart]]:
    """Return what the two real reports share, as ids of claims, and what only looks so."""
    rows = _read(READING / "shared_claims.json")
    shared = [
        GoldShared(
            key=row["proposition"],
            left=tuple(row["000"]),
            right=tuple(row["004"]),
            origins=tuple(row["origins"]),
            verdicts=(row["verdict"], *row["also_verdict"]),
            why=row["why"],
            differences=tuple(_difference(each) for each in row["differences"]),
        )
        for row in rows["shared"]
    ]
    return shared, [GoldApart((row["000"],), (row["004"],), row["why"]) for row in rows["not_shared"]]


def _read(path: Path) -> Any:  # noqa: ANN401 - what a JSON file holds
    return json.loads(path.read_text(encoding="utf-8"))


def _sentence(row: Json) -> GoldSentence:
    return GoldSentence(
        id=row["id"],
        style=row["style"],
        trap=row["trap"],
        text=row["text"],
        accusation=_accusation(row["accusation"]),
        claims=tuple(_attribution(row["id"], number, each) for number, each in enumerate(row["attributions"])),
    )


def _attribution(item: str, number: int, row: Json) -> GoldClaim:
    return GoldClaim(
        id=f"{item}.{number}",
        content=_stretches(row["content"]),
        cue=_stretch(row["cue"]),
        source=_stretch(row["source"]) if row["source"] else None,
        chain=tuple(row["chain"]),
        branches=tuple(tuple(chain) for chain in row["branches"]),
        stances=(row["stance"], *row["also_stance"]),
        quotes=(row["quote"],),
        anonymous=bool(row["anonymous"]),
        wording=row["anonymous"],
        accuses=row["accusation"] is not None,
        accusation=_accusation(row["accusation"]),
        form=row["form"],
        within="" if row["within"] is None else f"{item}.{row['within']}",
    )


def _claim_000(row: Json) -> GoldClaim:
    return GoldClaim(
        id=row["id"],
        content=tuple((start, end) for start, end in row["content"]),
        cue=_ends(row["cue"]),
        source=_ends(row["source"]),
        chain=tuple(row["chain"]),
        inferred=tuple(row.get("chain_inferred", ())),
        stances=(row["stance"], *row["also_stance"]),
        quotes=(row["quote"], *row.get("also_quote", ())),
        anonymous=row["anonymous"],
        accuses=row["accusation"] is not None,
        accusation=_accusation(row["accusation"]),
        proposition=row["proposition"],
        optional=row["optional"],
    )


def _claim_004(row: Json) -> GoldClaim:
    chain, *branches = _chains_004([(link["resolved_name"], link["kind"]) for link in row["chain"]])
    return GoldClaim(
        id=row["id"],
        content=_stretches(row["content"]),
        cue=_stretch(row["cue"]) if row["cue"] and row["attributed"] else None,
        source=_stretch(row["source"]) if row["source"] else None,
        chain=chain,
        branches=tuple(branches),
        inferred=(OUTLET, *row["chain_inferred"]["chain"][1:]) if "chain_inferred" in row else (),
        stances=_STANCES_004.get(row["stance"], (row["stance"],)),
        quotes=_QUOTES_004.get(row["quote"], (row["quote"],)),
        anonymous=row["anonymous"],
        accuses=row["accusation_against_designated_party"],
        within=row["nested_in"] or "",
        proposition=row["proposition"],
        optional=row.get("optional", False),
    )


def _chains_004(links: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return one chain, or one for each of two outlets that the gold joins in a single link."""
    names = [[OUTLET], *(name.split(" and ") if kind == "outlets (two)" else [name] for name, kind in links[1:])]
    widest = max(map(len, names))
    return [tuple(each[min(branch, len(each) - 1)] for each in names) for branch in range(widest)]


def _zones_004(rows: Sequence[Json]) -> Iterator[tuple[Stretch, str]]:
    for row in rows:
        kind = str(row["kind"])
        if kind != "blank":
            yield _stretch(row), _ZONES_004.get(kind, kind)


def _date_000(row: Json, days: Sequence[str]) -> GoldDate:
    start, end = row["span"]
    return GoldDate((start, end), row["precision"], {day: row[day] for day in days})


def _pair(row: Json) -> GoldPair:
    return GoldPair(
        id=row["id"],
        what=row["what"],
        left=_telling(row["a"]),
        right=_telling(row["b"]),
        shared=tuple(_shared(each) for each in row["shared"]),
        apart=tuple(
            GoldApart(
                left=_stretches(each["a"]),
                right=_stretches(each["b"]),
                why=each["why"],
                difference=_difference(each["difference"]) if each["difference"] else None,
            )
            for each in row["not_shared"]
        ),
    )


def _telling(row: Json) -> GoldTelling:
    return GoldTelling(PAIRS / row["file"], row["outlet"], row["published"])


def _shared(row: Json) -> GoldShared:
    return GoldShared(
        key=row["key"],
        left=_stretches(row["a"]),
        right=_stretches(row["b"]),
        origins=tuple(dict.fromkeys((*row["origins"]["a"], *row["origins"]["b"]))),
        verdicts=(row["verdict"], *row["also_verdict"]),
        why=row["why"],
        differences=tuple(_difference(each) for each in row["differences"]),
    )


def _difference(row: Json) -> GoldDifference:
    return GoldDifference(row["kind"], row.get("a", ""), row.get("b", ""), row["excludes"])


def _accusation(row: Json | None) -> GoldAccusation | None:
    return GoldAccusation(row["accused"], row["accuser"], row["status"]) if row else None


def _stretch(row: Json) -> Stretch:
    return row["start"], row["end"]


def _stretches(rows: Sequence[Json]) -> tuple[Stretch, ...]:
    return tuple(_stretch(row) for row in rows)


def _ends(row: Sequence[int] | None) -> Stretch | None:
    return (row[0], row[1]) if row else None
