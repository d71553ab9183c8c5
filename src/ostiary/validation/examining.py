"""Trials put to the engine, and its answers: found or not, with how many points, at which place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from ostiary.index import Index
from ostiary.model.errors import NotFoundError
from ostiary.model.hits import Hit, Part, Question, Screening
from ostiary.model.profiles import Profile
from ostiary.model.queries import collect_batch
from ostiary.model.validation import Finding, FindingKind, Trial
from ostiary.names.scripts import name_script
from ostiary.screening import Engine, compare
from ostiary.screening.profiles import check_profile

#: More candidates than any name has; a list with a thousand of one name would say so by its misses.
_LIMIT = 1000
#: How the reason begins where only a weak alias of the party is alike enough.
WEAK_ALONE = "Only a weak alias of the party is alike enough"
BLOCK = 64


@dataclass(frozen=True, slots=True)
class Answer:
    """How a trial was answered.

    Attributes:
        trial: The trial.
        threshold: Points from which a candidate is a hit.
        points: Of the party that should be found; where none should be, of the best candidate. None: no candidate
            reached the floor of names.
        place: Of that party among the hits, from 1; 0 if it is none of them.
        candidates: All candidates at or above the floor of names, best first.
        unscreenable: Why it was not screened, or empty.
    """

    trial: Trial
    threshold: int
    points: int | None
    place: int
    candidates: tuple[Hit, ...]
    unscreenable: str = ""

    @property
    def hit(self) -> bool:
        """Whether the party is among the hits; where none should be, whether there is any."""
        return self.points is not None and self.points >= self.threshold

    @property
    def hits_origin(self) -> bool:
        """Whether the party that the name was made from is among the hits."""
        origin = self.trial.party_id
        return any(hit.party_id == origin and hit.points >= self.threshold for hit in self.candidates)


class Examiner:
    """Puts trials to the screening under one profile.

    It asks for every candidate down to the profile's floor of names, and parts those at or above the threshold
    from those below: the threshold does nothing else, which a test keeps so.

    Args:
        index: What is screened against.
        profile: The profile that is validated.
    """

    def __init__(self, index: Index, profile: Profile) -> None:
        check_profile(profile)
        self.index = index
        self.profile = profile
        self._serving = Engine(index, profile)
        self._engine = Engine(index, replace(profile, threshold=min(profile.name_floor, profile.threshold)))

    @property
    def threshold(self) -> int:
        """Points from which a candidate is a hit."""
        return self.profile.threshold

    def missed_names(self) -> Iterator[str]:
        """Yield every listed name that its own words would not find at the threshold."""
        return self._serving.missed_names()

    def ask_question(self, trial: Trial) -> Question | None:
        """Return the one question that screening puts with the hits of a trial; None if it clears none."""
        return self._serving.screen(trial.query, limit=_LIMIT, weak=trial.weak).question

    def examine(self, trials: Iterable[Trial]) -> Iterator[Answer]:
        """Yield the answer to each trial, in order."""
        waiting = iter(trials)
        while block := list(islice(waiting, BLOCK)):
            for weak, group in groupby(block, key=lambda trial: trial.weak):
                yield from self._examine_block(list(group), weak=weak)

    def _examine_block(self, trials: Sequence[Trial], *, weak: bool) -> Iterator[Answer]:
        batch = collect_batch(trial.query for trial in trials)
        screenings = self._engine.screen_batch(batch, limit=_LIMIT, weak=weak)
        return (self._answer(trial, found) for trial, found in zip(trials, screenings, strict=True))

    def _answer(self, trial: Trial, screening: Screening) -> Answer:
        wanted = trial.party_id if trial.pack != "must not hit" else ""
        at = next((at for at, hit in enumerate(screening) if not wanted or hit.party_id == wanted), None)
        points = None if at is None else screening[at].points
        place = 0 if at is None or points is None or points < self.threshold else at + 1
        return Answer(trial, self.threshold, points, place, screening.hits, screening.reason)

    def compare_latin(self, trial: Trial, latin: Sequence[str]) -> Answer:
        """Return how a name in another script does against the Latin names of its party alone."""
        best = max((self._points(trial, name) for name in latin), default=None)
        found = best is not None and best >= self.threshold
        return Answer(trial, self.threshold, best, int(found), ())

    def _points(self, trial: Trial, name: str) -> int:
        return compare(trial.query.names[0], name, trial.query.schema, profile=self.profile).points

    def explain(self, answer: Answer) -> Finding:
        """Return the finding that a miss or a false alert is, with the parts of its score."""
        trial = answer.trial
        if trial.pack == "must not hit":
            return explain_hit(trial, answer.candidates[0], "false alert")
        if trial.pack == "own script":
            return self._explain_script(answer)
        if answer.unscreenable:
            return _finding("missed", trial, None, (), f"It was not screened: {answer.unscreenable}.")
        try:
            found = self._engine.compare(trial.query, trial.party_id)
        except NotFoundError:
            return _finding("missed", trial, None, (), "No word of it can be compared with the listed name.")
        why = describe_parts(found.parts)
        if found.right_quality == "weak" and not trial.weak and found.points >= self.threshold:
            why = f"{WEAK_ALONE}, and that gives no hit unless weak aliases are asked for. {why}"
        return replace(_finding("missed", trial, found.points, found.parts, why), listed=found.right)

    def _explain_script(self, answer: Answer) -> Finding:
        trial = answer.trial
        number = self.index.party_number(trial.party_id)
        names = () if number is None else self.index.names_of_party(number).tolist()
        texts = [self.index.name_texts[name] for name in names]
        latin = [text for text in texts if name_script(text) == "Latin"]
        found = max(
            (compare(trial.query.names[0], text, trial.query.schema, profile=self.profile) for text in latin),
            key=lambda comparison: comparison.points,
        )
        return replace(
            _finding("missed", trial, found.points, found.parts, describe_parts(found.parts)), listed=found.right
        )


def explain_hit(trial: Trial, hit: Hit, kind: FindingKind) -> Finding:
    """Return a hit or a candidate as a finding."""
    return Finding(
        kind,
        trial.pack,
        trial.variation,
        trial.query.names[0] if trial.query.names else "",
        hit.matched_name or hit.party_name,
        hit.schema,
        hit.party_id,
        hit.points,
        hit.parts,
        describe_parts(hit.parts),
    )


def describe_parts(parts: Sequence[Part]) -> str:
    """Say in a sentence what took most points off, or that nothing did."""
    taken = sorted((part for part in parts if part.points < 0), key=lambda part: part.points)
    if not taken:
        return "Nothing takes points off."
    return "; ".join(f"{part.reason} ({part.points:+d})" for part in taken[:2]) + "."


def _finding(kind: FindingKind, trial: Trial, points: int | None, parts: tuple[Part, ...], why: str) -> Finding:
    asked = trial.query.names[0]
    return Finding(
        kind,
        trial.pack,
        trial.variation,
        asked,
        trial.listed,
        trial.query.schema,
        trial.party_id,
        points,
        parts,
        why,
    )
