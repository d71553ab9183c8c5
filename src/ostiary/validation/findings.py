"""What a human should look at: misses, false alerts, what two profiles answer differently, what is just below."""

from collections import Counter
from random import Random

from ostiary.model.hits import Question
from ostiary.model.validation import Finding, QuestionsAsked, Share, Shift
from ostiary.validation.examining import Answer, Examiner, explain_hit
from ostiary.validation.plan import Plan

_KINDS = ("misses", "false alerts", "shifts")
#: What lies so many points below the threshold is just below the line.
NEAR = 50


class Findings:
    """Collects the findings of a run; of each class only the first ones are listed, the rest is counted.

    Args:
        examiner: Screens under the profile that is validated, and explains.
        rival: The same under the profile compared with, if any.
        plan: Says how many are listed.
    """

    def __init__(self, examiner: Examiner, rival: Examiner | None, plan: Plan) -> None:
        self._examiner, self._rival = examiner, rival
        self._most = plan.most_listed
        self._counts = Counter[tuple[str, str]]()
        self.misses: list[Finding] = []
        self.alerts: list[Finding] = []
        self.shifts: list[Shift] = []
        self.near = NearSample(plan.near, plan.seed)
        self._questions = _Questions()

    def note(self, answer: Answer, other: Answer | None) -> None:
        """Take what is to be looked at in an answer, and in that of the profile compared with."""
        self.near.add(answer)
        unwanted = answer.trial.pack == "must not hit"
        if unwanted and answer.hit:
            hits = sum(hit.points >= answer.threshold for hit in answer.candidates)
            self._questions.add(hits, self._examiner.ask_question(answer.trial))
        if answer.hit == unwanted and self._has_room("false alerts" if unwanted else "misses", answer):
            (self.alerts if unwanted else self.misses).append(self._examiner.explain(answer))
        if other and answer.hit != other.hit and self._has_room("shifts", answer):
            self.shifts.append(Shift(self._explain_shift(answer, other), answer.hit, other.points))

    def questions(self) -> QuestionsAsked:
        """Return what one question to each bearer of a name that falsely hits would settle."""
        return self._questions.result()

    def unlisted(self) -> dict[str, int]:
        """Return how many findings of each kind are counted only."""
        over = Counter[str]()
        for (kind, _), number in self._counts.items():
            over[kind] += max(number - self._most, 0)
        return {kind: over[kind] for kind in _KINDS}

    def _has_room(self, kind: str, answer: Answer) -> bool:
        key = kind, f"{answer.trial.pack} {answer.trial.variation}"
        self._counts[key] += 1
        return self._counts[key] <= self._most

    def _explain_shift(self, answer: Answer, other: Answer) -> Finding:
        if self._rival and answer.trial.pack == "must not hit" and not answer.candidates:
            return self._rival.explain(other)
        return self._examiner.explain(answer)


class _Questions:
    def __init__(self) -> None:
        self._hits = self._cleared = self._names = self._settled = 0
        self._facts = Counter[str]()

    def add(self, hits: int, question: Question | None) -> None:
        self._hits += hits
        self._names += 1
        if question:
            self._cleared += question.cleared
            self._settled += question.cleared == question.hits
            self._facts[question.fact] += 1

    def result(self) -> QuestionsAsked:
        names = Share(self._settled, self._names)
        return QuestionsAsked(Share(self._cleared, self._hits), names, dict(self._facts.most_common()))


class NearSample:
    """An even sample of the candidates just below the threshold that are not the party asked for.

    Args:
        size: How many.
        seed: Throws the dice.
    """

    def __init__(self, size: int, seed: int) -> None:
        self._size = size
        self._dice = Random(f"{seed}|near")  # noqa: S311 - a sample that can be repeated, no secret
        self._seen = 0
        self._kept: list[Finding] = []

    def add(self, answer: Answer) -> None:
        """Take the candidates of an answer that lie just below its threshold."""
        for hit in answer.candidates:
            if 0 < answer.threshold - hit.points <= NEAR and hit.party_id != answer.trial.party_id:
                self._seen += 1
                place = len(self._kept) if len(self._kept) < self._size else self._dice.randrange(self._seen)
                if place < self._size:
                    self._kept[place : place + 1] = [explain_hit(answer.trial, hit, "below the line")]

    def findings(self) -> tuple[Finding, ...]:
        """Return the sample, most points first."""
        return tuple(sorted(self._kept, key=lambda one: (-(one.points or 0), one.asked, one.party_id)))
