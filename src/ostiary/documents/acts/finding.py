"""The acts that a report tells of, in order: each sentence with a word of an act is read for it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ostiary.documents.acts.around import find_authority, find_date
from ostiary.documents.acts.lexicon import Trigger, triggers
from ostiary.documents.acts.objects import counts
from ostiary.documents.acts.scene import Scene, make_scene
from ostiary.documents.acts.telling import read_telling
from ostiary.documents.acts.told import Told
from ostiary.documents.source.datelines import read_dateline
from ostiary.documents.words import Words
from ostiary.model.claims import ReportedAct
from ostiary.model.reports import Mention, Report, ReportedDate, Span

Telling = tuple[Trigger, Told]
Found = TypeVar("Found", Mention, ReportedDate)

#: Of a sentence with more words than this, so many are read at a time.
_LONGEST = 250
_ACCUSING = frozenset({"indictment", "seizure"})
_OF_THE_REGISTER = frozenset({"designation", "delisting"})


def find_acts(
    report: Report,
    words: Words,
    mentions: Sequence[Mention],
    dates: Sequence[ReportedDate],
) -> tuple[ReportedAct, ...]:
    """Return the designations, delistings, rewards, indictments and orders that a report tells of.

    What is denied or only asked is left out; what is vowed, proposed, ordered or planned keeps that stage.
    An act without a listed party is kept where a class is designated or something is ordered, and where a name
    stands in it that a listed party bears; who is indicted or loses something must be established.

    Args:
        report: The report.
        words: Its words.
        mentions: Of designated parties, in order; a name that is not established is never taken for one of them.
        dates: Those of the report, in order.

    Returns:
        In order of the text, not yet compared with the register.
    """
    found: list[ReportedAct] = []
    mentions_of, dates_of = _by_stretch(words, mentions), _by_stretch(words, _told_dates(report, dates))
    for sentence, inside in enumerate(words.sentences):
        for number, start in enumerate(range(inside.start, inside.stop, _LONGEST)):
            stretch = range(start, min(inside.stop, start + _LONGEST))
            if not triggers().keys().isdisjoint(words.lower[stretch.start : stretch.stop]):
                key = sentence, number
                found.extend(_acts_in(make_scene(words, stretch, mentions_of.get(key, ()), dates_of.get(key, ()))))
    return tuple(sorted(found, key=lambda act: (act.span.start, act.span.end)))


def _told_dates(report: Report, dates: Sequence[ReportedDate]) -> list[ReportedDate]:
    """Return the dates without that of the dateline: it says when the report was written."""
    first = next((zone.span for zone in report.zones if zone.kind == "body"), Span(0, 0))
    dateline = read_dateline(report.text[first.start : first.end])
    opening = Span(first.start, first.start + dateline.end) if dateline else Span(0, 0)
    return [each for each in dates if not opening.covers(each.span)]


def _by_stretch(words: Words, found: Sequence[Found]) -> dict[tuple[int, int], list[Found]]:
    """Return what was found by sentence, and by stretch of it: nobody writes longer sentences, but files may."""
    stretches: dict[tuple[int, int], list[Found]] = {}
    for each in found:
        number = min(words.number_at(each.span.start), len(words) - 1)
        sentence = words.sentence_of[number]
        key = sentence, (number - words.sentences[sentence].start) // _LONGEST
        stretches.setdefault(key, []).append(each)
    return stretches


def _acts_in(scene: Scene) -> Iterator[ReportedAct]:
    told = [
        (trigger, each)
        for number in scene.inside
        for trigger in triggers().get(scene.lower(number), ())
        if (each := read_telling(scene, number, trigger))
    ]
    for number, (trigger, each) in enumerate(told):
        others = told[:number], told[number + 1 :]
        told_so = _is_told(trigger, each, *others) or _orders_act(trigger, others[1])
        if _is_known(trigger, each) and not (told_so or _in_passing(each, scene)):
            yield _make_act(scene, trigger, each)


def _is_known(trigger: Trigger, told: Told) -> bool:
    """Return whether it is established whom an act concerns that accuses; of others nothing is kept."""
    return trigger.act not in _ACCUSING or any(counts(each) for each in told.parties)


def _in_passing(told: Told, scene: Scene) -> bool:
    """Return whether only a class is called designated, in passing (``groups designated as terrorist``)."""
    bare = told.verb.voice == "reduced" and not told.parties and not told.program
    return bare and find_date(scene, told.verb, told.stop) is None


def _is_told(trigger: Trigger, told: Told, before: Sequence[Telling], after: Sequence[Telling]) -> bool:
    """Return whether other words tell the same act: ``an indictment charging X``, ``revoked X's designation``."""
    same = any(trigger.act == other.act and _overlap(told, each) for other, each in before)
    undone = any(other.act == "delisting" and _overlap(told, each) for other, each in (*before, *after))
    return same or (undone and trigger.act == "designation")


def _overlap(left: Told, right: Told) -> bool:
    return left.start < right.stop and right.start < left.stop


def _orders_act(trigger: Trigger, after: Sequence[Telling]) -> bool:
    """Return whether what is ordered is an act of the register itself: then that act has the stage of an order."""
    return trigger.act == "order" and any(
        other.act in _OF_THE_REGISTER and told.verb.stage == "order" for other, told in after
    )


def _make_act(scene: Scene, trigger: Trigger, told: Told) -> ReportedAct:
    authority = find_authority(scene, told.verb)
    start = told.start
    whole = authority is not None and scene.lower(authority.stop) != ")"
    if authority and whole and authority.stop <= told.verb.at.start and told.verb.voice == "active":
        start = min(start, authority.start)
    stage = "order" if trigger.act == "order" and told.verb.stage == "act" else told.verb.stage
    return ReportedAct(
        kind=trigger.act,
        stage=stage,
        span=scene.words.span(range(start, _close(scene, start, told.stop))),
        parties=tuple(dict.fromkeys(each.mention.party_id for each in told.parties if counts(each))),
        program=told.program,
        authority=scene.written(authority) if authority else "",
        date=find_date(scene, told.verb, told.stop),
        amount=scene.written(told.amount) if told.amount else "",
        names=tuple(dict.fromkeys(scene.written(each.at) for each in told.parties if not counts(each))),
    )


def _close(scene: Scene, start: int, stop: int) -> int:
    """Return the end of an act with the bracket that it leaves open."""
    opened = any(scene.lower(number) == "(" for number in range(start, stop))
    return stop + (opened and scene.lower(stop) == ")")
