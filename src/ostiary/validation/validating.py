"""The packs run over the lists in force, and what they come to."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ostiary.index import Index
from ostiary.model.profiles import HIGHEST_THRESHOLD, Profile
from ostiary.model.queries import Query
from ostiary.model.validation import ClassResult, ListValidation, SweepRow, Trial
from ostiary.validation.examining import Answer, Examiner
from ostiary.validation.findings import Findings
from ostiary.validation.listed import ListedNames
from ostiary.validation.packs import (
    altered_pack,
    control_pack,
    find_scripts,
    latin_names,
    made_pack,
    own_pack,
    script_pack,
)
from ostiary.validation.plan import Plan
from ostiary.validation.tallies import Tally, sweep_thresholds
from ostiary.validation.variations import Variation

#: Thresholds of a sweep lie so many points apart.
STEP = 10
#: Steps beside the classes and the scripts: the whole index, control, made and own names.
_OTHER_STEPS = 4

#: Told of what is run now, of steps done, and of steps in all.
Progress = Callable[[str, int, int], None]
_Pairs = Iterator[tuple[Answer, Answer | None]]


def validate_lists(
    index: Index,
    profiles: tuple[Profile, Profile | None],
    plan: Plan,
    own: Iterable[Query] = (),
    progress: Progress = lambda _name, _done, _whole: None,
) -> ListValidation:
    """Return what the packs give.

    Args:
        index: What is screened against.
        profiles: The one that is validated, and one to compare it with, if any.
        plan: What is run.
        own: People and companies of the user's own who must not hit.
        progress: Told how far it is.
    """
    return _Run(index, profiles, plan, progress).run(own)


class _Count:
    """The answers of one class under the profile validated, and under the one compared with."""

    def __init__(self) -> None:
        self.ours, self.theirs = Tally(), Tally()

    def result(self, name: str, variation: Variation | None = None) -> ClassResult:
        return self.ours.result(name, variation, self.theirs.share if self.theirs.share.of else None)


class _Run:
    def __init__(
        self, index: Index, profiles: tuple[Profile, Profile | None], plan: Plan, progress: Progress
    ) -> None:
        self._listed = ListedNames(index)
        self._examiner = Examiner(index, profiles[0])
        self._rival = Examiner(index, profiles[1]) if profiles[1] else None
        self._plan, self._progress = plan, progress
        self._findings = Findings(self._examiner, self._rival, plan)
        self._scripts = find_scripts(self._listed)
        self._done = 0

    def run(self, own: Iterable[Query]) -> ListValidation:
        plan, listed, findings = self._plan, self._listed, self._findings
        self._step("every listed name")
        lost = tuple(self._examiner.missed_names())
        control = self._count("control", control_pack(listed, plan.control, plan.seed))
        altered = [(variation, self._count_class(variation)) for variation in plan.variations]
        scripts = [(script, self._count_script(script)) for script in self._scripts]
        made = self._count("made names", made_pack(listed, plan.made, plan.seed))
        mine = self._count("own names", own_pack(own))
        has_own = mine.ours.share.of > 0
        return ListValidation(
            lost=lost,
            control=control.ours.share,
            classes=tuple(count.result(variation.name, variation) for variation, count in altered),
            scripts=tuple(result for script, count in scripts if (result := count.result(script)).found.of),
            made=made.ours.share,
            made_on_origin=made.ours.share_on_origin,
            made_against=made.theirs.share if self._rival else None,
            own=mine.ours.share if has_own else None,
            own_against=mine.theirs.share if has_own and self._rival else None,
            questions=findings.questions(),
            sweep=self._sweep([count for _, count in altered], [made, mine]),
            misses=tuple(findings.misses),
            alerts=tuple(findings.alerts),
            near=findings.near.findings(),
            shifts=tuple(findings.shifts),
            unlisted=findings.unlisted(),
        )

    def _step(self, name: str) -> None:
        self._progress(name, self._done, len(self._plan.variations) + len(self._scripts) + _OTHER_STEPS)
        self._done += 1

    def _count_class(self, variation: Variation) -> _Count:
        pack = altered_pack(self._listed, variation, self._plan.per_class, self._plan.seed)
        return self._count(variation.name, pack)

    def _count_script(self, script: str) -> _Count:
        self._step(f"{script} script")
        trials = script_pack(self._listed, script, self._plan.per_class, self._plan.seed)
        return self._tally(self._compare_latin(trial) for trial in trials)

    def _compare_latin(self, trial: Trial) -> tuple[Answer, Answer | None]:
        number = self._listed.index.party_number(trial.party_id)
        latin = [] if number is None else [name.text for name in latin_names(self._listed, number)]
        other = self._rival.compare_latin(trial, latin) if self._rival else None
        return self._examiner.compare_latin(trial, latin), other

    def _count(self, step: str, trials: Iterable[Trial]) -> _Count:
        self._step(step)
        return self._tally(self._answers(trials))

    def _tally(self, answers: Iterable[tuple[Answer, Answer | None]]) -> _Count:
        count = _Count()
        for answer, other in answers:
            count.ours.add(answer)
            if other:
                count.theirs.add(other)
            self._findings.note(answer, other)
        return count

    def _answers(self, trials: Iterable[Trial]) -> _Pairs:
        if self._rival:
            for trial in trials:
                yield next(self._examiner.examine([trial])), next(self._rival.examine([trial]))
        else:
            yield from ((answer, None) for answer in self._examiner.examine(trials))

    def _sweep(self, wanted: list[_Count], unwanted: list[_Count]) -> tuple[SweepRow, ...]:
        should, should_not = (
            sum((count.ours.points for count in counts), Counter[int]()) for counts in (wanted, unwanted)
        )
        return sweep_thresholds(should, should_not, swept_thresholds(self._examiner.profile))


def swept_thresholds(profile: Profile) -> range:
    """Return the thresholds that a sweep tries: from the profile's floor of names up."""
    return range(min(profile.name_floor, profile.threshold), HIGHEST_THRESHOLD + 1, STEP)
