"""An invented validation and tuning, with everything that a page can hold."""

from datetime import UTC, date, datetime

from ostiary.model.hits import Part
from ostiary.model.manifest import ListUsed
from ostiary.model.validation import (
    Calibration,
    ClassResult,
    Earlier,
    Finding,
    FindingKind,
    Gate,
    ListValidation,
    PackName,
    PairsValidation,
    ProfileUsed,
    QuestionsAsked,
    Share,
    Shift,
    Stamp,
    SweepRow,
    Tuning,
    Validation,
)

BAD = '"><script>alert(1)</script>'


def make_finding(kind: FindingKind, asked: str, points: int | None = 640, pack: PackName = "altered") -> Finding:
    parts = (
        Part("words alike", asked, "SANTOS Joaquin", 900, "all words are the same"),
        Part("word left out", "", "Emilio", -260, "the listed name has more"),
    )
    return Finding(
        kind, pack, "letter replaced", asked, "SANTOS Joaquin Emilio", "Person", "list:1", points,
        parts if points is not None else (), "the listed name has more (-260).",
    )  # fmt: skip


STAMP = Stamp(
    by=f"A. Reviewer {BAD}",
    release="0.1.0",
    started=datetime(2025, 11, 24, 9, 0, tzinfo=UTC),
    finished=datetime(2025, 11, 24, 9, 2, tzinfo=UTC),
    profile=ProfileUsed("ours", 2, "a" * 64, 700, 650),
    against=ProfileUsed("default", 1, "b" * 64, 720, 650),
    lists=(ListUsed("us_ofac", "2025-11-19", date(2025, 11, 19), 5, 18367, "stale", "not asked for 9 days"),),
    index_id="c" * 64,
    names=48482,
    seed=7,
    sizes={"each class and script": 100, "control": 0},
    files=((f"staff{BAD}.csv", "d" * 64),),
    sample=True,
)
SWEEP = tuple(
    SweepRow(at, Share(1000 - at // 2, 1000), Share(max(0, 900 - at), 1000), Share(500, 500 + max(0, 900 - at)))
    for at in range(650, 1001, 10)
)
CLASSES = (
    ClassResult(
        "letter replaced", "mistyping", "A letter of one word is another.", True, Share(94, 100), Share(90, 93),
        91, {"Person": Share(60, 62), "Vessel": Share(34, 38)}, 1, Share(88, 100),
    ),
    ClassResult("the", "organisations", "THE is added or left out.", False, Share(99, 100), Share(90, 90), 99),
    ClassResult("lost letters", "look-alikes", "Question marks stand there.", False, Share(0, 0), Share(0, 0), 0),
)  # fmt: skip
LISTS = ListValidation(
    lost=("list:9 'ROOK'",),
    control=Share(999, 1000),
    classes=CLASSES,
    scripts=(ClassResult("Arabic", "", "", False, Share(40, 100), Share(40, 100), 40),),
    made=Share(100, 1000),
    made_on_origin=Share(40, 1000),
    made_against=Share(80, 1000),
    own=Share(1, 50),
    own_against=Share(0, 50),
    questions=QuestionsAsked(Share(90, 101), Share(85, 100), {"year of birth": 80, "country": 20}),
    sweep=SWEEP,
    misses=(make_finding("missed", f"SANTOZ {BAD}"), make_finding("missed", "سانتوس", None)),
    alerts=(make_finding("false alert", "SANTOS Marta", 720, "must not hit"),),
    near=(make_finding("below the line", "SANTO Joaquin", 690),),
    shifts=(Shift(make_finding("missed", "SANTOS J.", 705), hit=True, other_points=None),),
    unlisted={"misses": 12, "false alerts": 0, "shifts": 3},
)
GATES = (
    Gate("every listed name finds its party (whole index)", "none lost", "1 lost", passed=False),
    Gate(
        "class “letter replaced”, names of 8 letters or more", "at least 99.0 %", "96.7 % (90 of 93)",
        passed=False, least=99.0,
    ),
    Gate("class “the”", "at least 95.0 %", "99.0 % (99 of 100)", passed=True, least=95.0),
)  # fmt: skip
EARLIER = Earlier(
    "2025-10-01", "0.0.9", "us_ofac 2025-09-30", "ours 1", "e" * 64, 7, Share(1000, 1000), Share(100, 1000),
    {"letter replaced": Share(90, 100), "the": Share(99, 100), "long gone": Share(1, 1)},
)  # fmt: skip
VALIDATION = Validation(STAMP, GATES, lists=LISTS, earlier=EARLIER)
PAIRS = Validation(
    STAMP,
    (),
    pairs=PairsValidation(
        Share(80, 90), Share(80, 100), 0.93, SWEEP,
        tuple(Calibration(at / 10, (at + 1) / 10, Share(at, 10)) for at in range(10)),
        (make_finding("missed", "SANTOZ Joaquin", 640, "pairs"),),
        (make_finding("false alert", "SANTOS Marta", 720, "pairs"),),
        (Share(70, 90), Share(70, 100)),
        ("row 9: There is nothing to compare.",),
    ),
)  # fmt: skip
TUNING = Tuning(
    rows=1000,
    labelled=40,
    sweep=SWEEP,
    needed=99.0,
    before=700,
    threshold=740,
    near=(make_finding("below the line", "SANTO Joaquin", 690, "customers"),),
    misses=(make_finding("missed", "SANTOZ Joaquin", 640, "customers"),),
    skipped=("row 7: not screened, no letters that can be read",),
)
