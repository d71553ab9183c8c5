"""The text of a report cut into runs that bear the same marks, so that marks may overlap as they like."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_words import lead_claim, say_branches, say_period
from ostiary.model.claims import Claim, Reading
from ostiary.model.reports import Mention, ReportedDate, Span, Zone

#: So many claims that hold one another are told of one place; a text made to hurt may nest thousands.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with what it is.

    Attributes:
        span: Where.
        role: ``party``, ``referring``, ``source``, ``cue``, ``content``, ``accusation``, ``date`` or ``question``.
        tip: What to tell of it.
        claim: Key of the claim that it is the content of, or empty.
        first: Whether the claim begins with it.
        last: Whether the claim ends with it.
    """

    span: Span
    role: str
    tip: str
    claim: str = ""
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks throughout.

    Attributes:
        text: The words.
        roles: Roles of its marks, each once.
        claims: Keys of the claims that it is part of, the outer ones first.
        tip: What to tell of it: the chain of the innermost claim, the party, the date.
        opens: Claims that begin with it.
        closes: Claims that end with it.
        stops: Whether one may stop here with the keyboard: a content or a party begins.
    """

    text: str
    roles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    tip: str = ""
    opens: tuple[str, ...] = ()
    closes: tuple[Claim, ...] = ()
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A zone of a report, to be shown.

    Attributes:
        zone: The zone.
        runs: Its text.
    """

    zone: Zone
    runs: tuple[Run, ...]

    @property
    def closes(self) -> tuple[Claim, ...]:
        """The claims that end in it."""
        return tuple(claim for run in self.runs for claim in run.closes)


def mark_blocks(contents: Contents, reading: Reading) -> tuple[Block, ...]:
    """Return the text of a report, block by block, with its marks."""
    runs = _Runs(contents, reading)
    return tuple(Block(zone, tuple(runs.within(zone.span))) for zone in reading.report.zones)


def _gather_marks(contents: Contents, reading: Reading) -> Iterator[Mark]:
    for claim in reading.claims:
        yield from _mark_claim(contents, claim)
    yield from (_mark_mention(contents, mention) for mention in reading.mentions)
    yield from (_mark_date(found) for found in reading.dates)
    yield from (Mark(one.span, "question", f"Open: {one.question}") for one in reading.questions)


def _mark_claim(contents: Contents, claim: Claim) -> Iterator[Mark]:
    lead = lead_claim(claim, contents.report(claim.report_id))
    tip = f"{claim.id}  {lead}\n" + "\n".join(say_branches(claim))
    role = "accusation" if claim.accusation else "content" if claim.attributed else "own"
    last = len(claim.content) - 1
    for place, span in enumerate(claim.content):
        yield Mark(span, role, tip, claim.id, first=place == 0, last=place == last)
    if claim.source:
        yield Mark(claim.source, "source", tip)
    if claim.cue:
        yield Mark(claim.cue, "cue", tip)


def _mark_mention(contents: Contents, mention: Mention) -> Mark:
    party = contents.party(mention.party_id)
    listed = mention.matched_name or (party.name if party else mention.party_id)
    how = "same name as" if mention.matched_name else "taken to refer to"
    why = f" ({mention.reason})" if mention.reason else ""
    tip = f"{how} {listed}, {mention.party_id}: identity not established{why}"
    return Mark(mention.span, "party" if mention.sure else "referring", tip)


def _mark_date(found: ReportedDate) -> Mark:
    said = say_period(found.period) if found.period else "no day can be told"
    return Mark(found.span, "date", f"{said}: {found.reason}" if found.reason else said)


class _Runs:
    """Cuts a text at every place where a mark begins or ends, in one pass."""

    def __init__(self, contents: Contents, reading: Reading) -> None:
        marks = sorted(_gather_marks(contents, reading), key=lambda mark: (mark.span.start, -mark.span.end))
        self._contents = contents
        self._text = reading.report.text
        self._runs = self._cut(marks, {end for zone in reading.report.zones for end in _ends(zone.span)})
        self._next = 0

    def within(self, span: Span) -> Iterator[Run]:
        """Yield the runs of a zone; zones are asked for in order."""
        while self._next < len(self._runs) and self._runs[self._next][0] < span.end:
            start, run = self._runs[self._next]
            self._next += 1
            if start >= span.start:
                yield run

    def _cut(self, marks: Sequence[Mark], ends: set[int]) -> list[tuple[int, Run]]:
        beginning, ending = defaultdict(list), defaultdict(list)
        for mark in marks:
            beginning[mark.span.start].append(mark)
            ending[mark.span.end].append(mark)
        places = sorted({0, len(self._text), *ends, *beginning, *ending})
        running: dict[int, Mark] = {}
        runs = []
        for start, end in pairwise(places):
            for mark in ending[start]:
                running.pop(id(mark), None)
            running.update((id(mark), mark) for mark in beginning[start] if mark.span.end > start)
            runs.append((start, self._make_run(Span(start, end), running, beginning[start], ending[end])))
        return runs

    def _make_run(
        self, span: Span, running: dict[int, Mark], beginning: Sequence[Mark], ending: Sequence[Mark]
    ) -> Run:
        told = _take_last(running)
        claims = [mark.claim for mark in told if mark.claim]
        closing = (self._contents.claim(mark.claim) for mark in ending if mark.last)
        return Run(
            text=self._text[span.start : span.end],
            roles=tuple(dict.fromkeys(mark.role for mark in told)),
            claims=tuple(dict.fromkeys(claims)),
            tip=_join_tips(told),
            opens=tuple(mark.claim for mark in beginning if mark.first),
            closes=tuple(claim for claim in closing if claim),
            stops=any(mark.claim or mark.role in {"party", "referring"} for mark in beginning),
        )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _take_last(running: dict[int, Mark]) -> list[Mark]:
    """Return the innermost marks, the outer ones first."""
    return list(islice(reversed(running.values()), _DEEPEST))[::-1]


def _join_tips(marks: Sequence[Mark]) -> str:
    """Return what to tell: of claims the innermost alone, of parties and dates each."""
    attributing = [mark for mark in marks if mark.role in {"content", "accusation", "own", "source", "cue"}]
    others = [mark.tip for mark in marks if mark not in attributing]
    return "\n".join(dict.fromkeys([*others, *(mark.tip for mark in attributing[-1:])]))
