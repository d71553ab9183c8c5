"""Claims: what a report says, on whose word. Equal in rank to acts, and never one of them.

A claim never lists, scores or watches anyone. It is never shown without its chain, an accusation never as a fact.
"""

from dataclasses import dataclass
from typing import Literal

from ostiary.model.reports import Mention, PassedOver, Report, ReportedDate, Span, Voice, VoiceKind

CueKind = Literal[
    "say",
    "announce",
    "allege",
    "deny",
    "reject",
    "confirm",
    "propose",
    "order",
    "promise",
    "think",
    "ask",
    "decline",
    "show",
    "according to",
    "adverb",
]

Form = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One SOURCE, CUE, CONTENT relation as it stands in the text, before anyone is looked up.

    Attributes:
        cue: The words that attribute (``told``, ``according to``, ``allegedly``).
        content: What is attributed; several spans where the cue stands within it.
        source: Who is said to have said it, as written; None if nobody is (``allegedly``, ``it was reported``).
        cue_word: Dictionary form of the cue's main word (``tell``).
        cue_kind: What sort of speech it is.
        form: Quotation, report, or both.
        sentence: Number of the sentence that holds the cue.
        negated: Whether the cue is denied (``did not say``).
        within: Position, in the sequence returned, of the attribution whose content holds this one; else None.
    """

    cue: Span
    content: tuple[Span, ...]
    source: Span | None
    cue_word: str
    cue_kind: CueKind
    form: Form
    sentence: int
    negated: bool = False
    within: int | None = None


#: Relation of a link of kind ``unknown`` where the report may name the speaker, but the reading did not find whom.
UNRESOLVED = "cannot tell whose word it is"
#: Name and relation of an ``unknown`` link: words between two sentences of one speaker, his or the outlet's.
UNCLEAR = "not clear whose words"


@dataclass(frozen=True, slots=True)
class Link:
    """One hand that a claim went through.

    Attributes:
        name: The resolved name (``Claudia Sheinbaum``), or the wording of an unnamed source.
        kind: What it is.
        voice_id: The voice, or empty for the publishing outlet that the text does not name.
        span: Where the text names it for this claim; None where it is carried over or is the publishing outlet.
        relation: How it stands to the link before: ``publishes``, ``reports``, ``told``, ``in an interview with``.
        carried: Whether it comes from an earlier sentence (``he added``).
    """

    name: str
    kind: VoiceKind
    voice_id: str = ""
    span: Span | None = None
    relation: str = ""
    carried: bool = False


Stance = Literal[
    "asserted", "alleged", "denied", "rejected", "proposed", "promised", "declined to comment", "asked", "unknown"
]
QuoteKind = Literal["verbatim", "translated", "paraphrased", "none"]
AccusationStatus = Literal[
    "alleged",
    "charged",
    "amended",
    "pleaded guilty",
    "admitted",
    "convicted",
    "acquitted",
    "overturned",
    "dropped",
    "withdrawn",
    "corrected",
    "denied",
    "not accused",
]


@dataclass(frozen=True, slots=True)
class Accusation:
    """An allegation of wrongdoing: never a fact.

    Attributes:
        accused: Name of the accused as the register or the text has it.
        accused_parties: Ids of the parties that ``accused`` names, in its order; none where a class is accused
            (``the cartels``), or somebody who may be a party or not.
        accuser: Name of the accuser; ``not named`` where the text names none.
        status: How far it went, by the text. ``withdrawn`` was taken back by who made it, ``corrected`` is said to
            have been wrong, ``overturned`` is a judgment set aside; ``not accused`` says that nobody accuses.
        wording: The words that accuse.
        denied_by: Who denies it in the same report, by name.
    """

    accused: str
    accused_parties: tuple[str, ...]
    accuser: str
    status: AccusationStatus
    wording: str
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What a report says, with everyone whose word it rests on.

    Attributes:
        id: Its key within one reading (``r1:c7``).
        report_id: The report.
        content: Where it says it.
        attributed: False where the outlet says it in its own voice.
        cue: The words that attribute it; None in the outlet's own voice.
        source: Who said it, as written; None if nobody is named.
        speaker: The voice that speaks last, or None.
        chain: From the outlet that published, outermost first, to the origin.
        branches: Further chains where several outlets are named for one claim.
        anonymous: The wording that leaves the origin unnamed, or empty.
        stance: How it is put.
        quote: Whether these are the speaker's own words, in full or in part.
        hedges: Where the text holds back (``reportedly``).
        about: Ids of the designated parties that it speaks of.
        accusation: What it accuses whom of, if it does.
        date: The date that it gives for what it tells, if any.
        within: Id of the claim whose content holds this one, or empty.
        sentence: Number of its sentence in the report.
        quoted: The parts of the content that stand in quotation marks, without the marks; the rest is reported.
    """

    id: str
    report_id: str
    content: tuple[Span, ...]
    attributed: bool
    chain: tuple[Link, ...]
    stance: Stance
    quote: QuoteKind
    sentence: int
    cue: Span | None = None
    source: Span | None = None
    speaker: Voice | None = None
    branches: tuple[tuple[Link, ...], ...] = ()
    anonymous: str = ""
    hedges: tuple[Span, ...] = ()
    about: tuple[str, ...] = ()
    accusation: Accusation | None = None
    date: ReportedDate | None = None
    within: str = ""
    quoted: tuple[Span, ...] = ()

    @property
    def origin(self) -> str:
        """Where the chain ends: the first who is said to have said it."""
        return self.chain[-1].name

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins of all branches, each once, in the order of the text."""
        return tuple(dict.fromkeys(chain[-1].name for chain in (self.chain, *self.branches)))


ActStage = Literal["vow", "proposal", "order", "plan", "act"]
ReportedActKind = Literal["designation", "delisting", "reward", "indictment", "order", "extension", "seizure"]


@dataclass(frozen=True, slots=True)
class ReportedAct:
    """An act of an authority as a report tells it, compared with the register.

    Attributes:
        kind: What is said to have been done; a ``seizure`` may be a freeze of assets.
        stage: How far it went: a vow, a proposal and a plan are not an act.
        span: Where the text says so.
        parties: Ids of the designated parties concerned.
        program: Program tag that the wording stands for (``FTO``, ``SDGT``), or empty.
        authority: As the text names it, or empty.
        date: When, as the text says.
        amount: As written (``$50 million``), or empty.
        register: What the register says of it, in plain words: agrees, differs, or cannot tell.
        agrees: True or False where the register can tell, else None.
        names: Names in it that a listed party bears, where it is not established that this one is meant.
    """

    kind: ReportedActKind
    stage: ActStage
    span: Span
    parties: tuple[str, ...] = ()
    program: str = ""
    authority: str = ""
    date: ReportedDate | None = None
    amount: str = ""
    register: str = ""
    agrees: bool | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What a report calls unknown: neither a claim nor a denial.

    Attributes:
        report_id: The report.
        span: The sentence or clause.
        question: What is not known, in the report's words.
        asked_of: Who could answer, as the text names them.
        chain: On whose word it is open, outermost first.
    """

    report_id: str
    span: Span
    question: str
    asked_of: tuple[str, ...] = ()
    chain: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """Everything that was found in one report.

    Attributes:
        report: The text and its zones.
        mentions: Of designated parties, in order.
        voices: Whose word the report gives.
        claims: In order of the text.
        dates: In order of the text.
        acts: In order of the text.
        questions: What the report calls unknown.
        left_out: How many accusations against people who are on no list were dropped; they are not kept.
        passed_over: Words that equal a listed name and were not taken for the listed party, by place.
    """

    report: Report
    mentions: tuple[Mention, ...] = ()
    voices: tuple[Voice, ...] = ()
    claims: tuple[Claim, ...] = ()
    dates: tuple[ReportedDate, ...] = ()
    acts: tuple[ReportedAct, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    left_out: int = 0
    passed_over: tuple[PassedOver, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Reading {self.report.id} of {self.report.name!r}: mentions {len(self.mentions)}, "
            f"claims {len(self.claims)}, open questions {len(self.questions)}>"
        )
