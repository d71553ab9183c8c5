"""Validation: what was tried on a screening, how it answered, and what follows for whoever signs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import sqrt
from typing import Literal

from ostiary.model.hits import Part
from ostiary.model.manifest import ListUsed
from ostiary.model.queries import Query

PackName = Literal["control", "altered", "own script", "must not hit", "pairs", "customers"]
FindingKind = Literal["missed", "false alert", "below the line"]

#: Standard deviations that 95 of 100 normal values lie within.
_NORMAL_95 = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, and the interval that the true share lies in with 95 % confidence (Wilson).

    Attributes:
        part: How many.
        of: Of how many.
    """

    part: int
    of: int

    @property
    def share(self) -> float:
        """The share, 0.0 to 1.0; 0.0 of none."""
        return self.part / self.of if self.of else 0.0

    @property
    def low(self) -> float:
        """Lower end of the interval."""
        return max(self._middle() - self._reach(), 0.0) if self.part else 0.0

    @property
    def high(self) -> float:
        """Upper end of the interval."""
        return min(self._middle() + self._reach(), 1.0) if self.part < self.of else 1.0

    def _middle(self) -> float:
        square = _NORMAL_95**2
        return (self.part + square / 2) / (self.of + square)

    def _reach(self) -> float:
        square = _NORMAL_95**2
        spread = self.part * (self.of - self.part) / max(self.of, 1) + square / 4
        return _NORMAL_95 * sqrt(spread) / (self.of + square)


@dataclass(frozen=True, slots=True)
class Trial:
    """One name put to the screening.

    Attributes:
        pack: Which pack it belongs to.
        variation: The class of variation, or how the name was made; empty in the control pack.
        query: What is asked.
        listed: The listed name that it was made from; empty for names of the user's own.
        party_id: Whose name that is; empty for names of the user's own.
        weak: Whether the listed name is a weak alias, and is asked for as one.
    """

    pack: PackName
    variation: str
    query: Query
    listed: str = ""
    party_id: str = ""
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A trial that a human should look at, with the score taken apart.

    Attributes:
        kind: A party missed, a hit that should not be, or a candidate just below the threshold.
        pack: The pack of the trial.
        variation: Its class of variation.
        asked: The name that was screened.
        listed: The listed name that it was compared with.
        schema: FollowTheMoney schema of the party.
        party_id: The party.
        points: The sum of the parts; None where nothing could be compared.
        parts: What the points are made of, largest effect first.
        why: In plain words.
    """

    kind: FindingKind
    pack: PackName
    variation: str
    asked: str
    listed: str
    schema: str
    party_id: str
    points: int | None
    parts: tuple[Part, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ClassResult:
    """How many names of one class were found.

    Attributes:
        name: The class of variation; in the pack of scripts, the script.
        family: Its family.
        meaning: What is done to the name, in a sentence.
        single_edit: Whether exactly one letter is changed.
        found: The party was among the hits.
        found_long: The same, of names of eight letters or more.
        first: How many of them were the first hit.
        by_schema: The same by FollowTheMoney schema of the party.
        unscreenable: How many were not screened at all.
        against: What the profile compared with found.
    """

    name: str
    family: str
    meaning: str
    single_edit: bool
    found: Share
    found_long: Share
    first: int
    by_schema: Mapping[str, Share] = field(default_factory=dict)
    unscreenable: int = 0
    against: Share | None = None


@dataclass(frozen=True, slots=True)
class SweepRow:
    """What another threshold would do.

    Attributes:
        threshold: Points.
        recall: Names that should be found, and are.
        alerts: Names that should not give a hit, and do; of rows of customers: all that give a hit.
        precision: Of the names that give the right hit or a false one, those with the right one.
    """

    threshold: int
    recall: Share
    alerts: Share
    precision: Share


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure that must be reached.

    Attributes:
        name: What is counted.
        needed: In words (``at least 95.0 %``).
        reached: In words.
        passed: Whether it is.
        least: The percent needed, where a percent is.
    """

    name: str
    needed: str
    reached: str
    passed: bool
    least: float | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A trial that two profiles answer differently.

    Attributes:
        finding: The trial under the profile that is validated.
        hit: Whether that profile gives the hit; the other does the contrary.
        other_points: Points under the other profile; None where nothing could be compared.
    """

    finding: Finding
    hit: bool
    other_points: int | None


@dataclass(frozen=True, slots=True)
class QuestionsAsked:
    """What the one question would settle, were it asked of each bearer of a name that must not hit and does.

    Attributes:
        hits: False hits that another answer than the listed one clears.
        names: Names all of whose hits one answer clears.
        facts: How often each fact is asked for.
    """

    hits: Share
    names: Share
    facts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ProfileUsed:
    """A profile as a report names it."""

    name: str
    version: int
    digest: str
    threshold: int
    name_floor: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who ran what on what.

    Attributes:
        by: Who ran it, as they say.
        release: Release of Ostiary.
        started: UTC.
        finished: UTC.
        profile: The profile that is validated.
        against: The profile that it is compared with, if any.
        lists: The lists in force.
        index_id: Digest of the index; empty where no index was used.
        names: Names in the index that are screened against.
        seed: What the samples were drawn by.
        sizes: What was asked for, by pack: names in each class; 0 stands for all.
        files: Files of the user's own that were used, with their digests.
        sample: Whether the index holds the bundled samples: then no figure here says anything of a real list.
        command: What makes the same figures again, without what says where files are.
    """

    by: str
    release: str
    started: datetime
    finished: datetime
    profile: ProfileUsed
    against: ProfileUsed | None = None
    lists: tuple[ListUsed, ...] = ()
    index_id: str = ""
    names: int = 0
    seed: int = 0
    sizes: Mapping[str, int] = field(default_factory=dict)
    files: tuple[tuple[str, str], ...] = ()
    sample: bool = False
    command: str = ""


@dataclass(frozen=True, slots=True)
class ListValidation:
    """What the packs over the lists in force gave.

    Attributes:
        lost: Listed names that their own words would not find, of all names: there must be none.
        control: Listed names as they stand that found their party.
        classes: The altered pack, class by class.
        scripts: Listed names in another script, against the Latin names of their party alone, script by script.
        made: Made names that gave a hit, though none should.
        made_on_origin: Of these, those that hit the very party that the name was made from.
        made_against: The same under the profile compared with.
        own: Names of the user's own must-not-hit file that gave a hit.
        own_against: The same under the profile compared with.
        questions: What one question to each bearer of a name that falsely hits would settle.
        sweep: What other thresholds would do.
        misses: Parties that were not found.
        alerts: Hits on names that should give none.
        near: A sample of candidates just below the threshold, for a human to judge.
        shifts: What the two profiles answer differently.
        unlisted: How many findings of each kind are counted but not listed, since there are too many.
    """

    lost: tuple[str, ...]
    control: Share
    classes: tuple[ClassResult, ...]
    scripts: tuple[ClassResult, ...]
    made: Share
    made_on_origin: Share
    made_against: Share | None
    own: Share | None
    own_against: Share | None
    questions: QuestionsAsked
    sweep: tuple[SweepRow, ...]
    misses: tuple[Finding, ...]
    alerts: tuple[Finding, ...]
    near: tuple[Finding, ...]
    shifts: tuple[Shift, ...] = ()
    unlisted: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two names, and whether a filter should raise the one for the other.

    Attributes:
        row: Number of the row in its file.
        left: A name.
        right: Another.
        schema: FollowTheMoney schema of both, or empty.
        positive: The label.
    """

    row: int
    left: str
    right: str
    schema: str
    positive: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """Pairs whose shown score lies in one band: the share of them that the label calls the same.

    Attributes:
        low: Lower end of the band, included.
        high: Upper end.
        positive: Pairs labelled as the same.
    """

    low: float
    high: float
    positive: Share


@dataclass(frozen=True, slots=True)
class PairsValidation:
    """What labelled pairs gave.

    Attributes:
        precision: Of the pairs at or above the threshold, those labelled so.
        recall: Of the pairs labelled so, those at or above the threshold.
        area: Area under the curve of true against false alarms (AUC): 0.5 is chance, 1.0 is perfect order.
        sweep: Other thresholds.
        calibration: The share of positives by band of the shown score.
        misses: Pairs labelled as the same, below the threshold.
        alerts: Pairs labelled as different, at or above it.
        against: Precision and recall under the profile compared with.
        skipped: Rows that could not be compared, with the reason.
    """

    precision: Share
    recall: Share
    area: float
    sweep: tuple[SweepRow, ...]
    calibration: tuple[Calibration, ...]
    misses: tuple[Finding, ...]
    alerts: tuple[Finding, ...]
    against: tuple[Share, Share] | None = None
    skipped: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision.share + self.recall.share
        return 2 * self.precision.share * self.recall.share / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier validation of lists found.

    Attributes:
        day: When it was run.
        release: Release of Ostiary.
        lists: The lists then, with their versions.
        profile: Name and version of its profile.
        profile_digest: Its digest.
        seed: What its samples were drawn by.
        control: Listed names as they stand that found their party.
        made: Made names that gave a hit.
        classes: Class of variation, or script, to what was found of it.
    """

    day: str
    release: str
    lists: str
    profile: str
    profile_digest: str
    seed: int
    control: Share
    made: Share
    classes: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Validation:
    """A validation report.

    Attributes:
        stamp: Who ran what on what.
        gates: The figures that had to be reached.
        lists: What the packs over the lists gave, where they were run.
        pairs: What labelled pairs gave, where there were some.
        earlier: What an earlier run found, where it is compared with one.
    """

    stamp: Stamp
    gates: tuple[Gate, ...]
    lists: ListValidation | None = None
    pairs: PairsValidation | None = None
    earlier: Earlier | None = None

    @property
    def passed(self) -> bool:
        """Whether every gate is reached."""
        return all(gate.passed for gate in self.gates)

    def changes(self) -> Iterator[tuple[str, Share, Share]]:
        """Yield each figure that the earlier run has otherwise: its name, the share then, the share now."""
        if not self.earlier or not self.lists:
            return
        now = {result.name: result.found for result in (*self.lists.classes, *self.lists.scripts)}
        before = {
            "control": self.earlier.control,
            "made names that hit": self.earlier.made,
            **self.earlier.classes,
        }
        now = {"control": self.lists.control, "made names that hit": self.lists.made, **now}
        for name, share in now.items():
            if name in before and before[name] != share:
                yield name, before[name], share


@dataclass(frozen=True, slots=True)
class LabelledCustomer:
    """A row of a customer file, and which parties it is known to be.

    Attributes:
        row: Number of the row in its file.
        query: What it asks.
        party_ids: The parties; none if it is known to be nobody listed.
    """

    row: int
    query: Query
    party_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tuning:
    """What labelled customers say of the threshold.

    Attributes:
        rows: Rows that were screened.
        labelled: Rows whose label names a party.
        sweep: By threshold: labelled rows found; rows with any hit; of these, labelled rows found.
        needed: The share of labelled rows that must be found, in percent.
        before: The threshold of the profile.
        threshold: The one chosen; None if no threshold finds as many as are needed.
        near: Candidates just below the chosen threshold, for a human to judge.
        misses: Labelled rows that are not found at the chosen threshold.
        skipped: Rows that were left out, with the reason.
    """

    rows: int
    labelled: int
    sweep: tuple[SweepRow, ...]
    needed: float
    before: int
    threshold: int | None
    near: tuple[Finding, ...]
    misses: tuple[Finding, ...]
    skipped: tuple[str, ...] = ()

    def row_at(self, threshold: int) -> SweepRow | None:
        """Return what a threshold would do, if it was tried."""
        return next((row for row in self.sweep if row.threshold == threshold), None)
