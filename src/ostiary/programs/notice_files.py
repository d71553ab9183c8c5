"""One file of notices, read strictly: without date, source or a day of checking nothing is taken."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, get_args

from ostiary.model.certainty import Certainty, Reading
from ostiary.model.notices import (
    OUTCOMES,
    STEPS,
    Matter,
    Notice,
    NoticeKind,
    NoticeSource,
    SourceKind,
    StatedRelation,
)
from ostiary.model.periods import Period
from ostiary.programs.yaml_fields import Fields, read_fields

_PARTY: Final = re.compile(r"[a-z0-9_]+:[^\s:/]+")
_SINGLE: Final[tuple[NoticeKind, ...]] = tuple(kind for kind in get_args(NoticeKind) if kind not in STEPS)
#: With what a history can begin: nobody is convicted of what nobody said.
_FIRST_STEPS: Final = frozenset({"alleged", "charged", "opened", "raised", "asserted", "doubted"})

#: What holds only from its publication in the Federal Register: 8 U.S.C. 1189(a)(2)(B).
_HOLDS_FROM_PUBLICATION: Final = "FTO"


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """What one file holds: single notices, and matters with a history."""

    notices: tuple[Notice, ...]
    matters: tuple[Matter, ...]


def read_notice_file(name: str, text: str) -> NoticeFile:
    """Return what a file of notices holds.

    Args:
        name: Its name without suffix; ids begin with it, errors name it.
        text: YAML.

    Raises:
        InputError: A field is absent, unknown or wrong; file and field are named.
    """
    fields = read_fields(f"{name}.yml", text)
    fields.text("about")
    reader = _Reader(name, dict(_read_sources(fields)), _read_parties(fields, ()))
    notices = tuple(
        reader.read_notice(child, f"{name}/{number}", None)
        for number, child in enumerate(fields.children("notices"), start=1)
    )
    matters = tuple(
        reader.read_matter(child, f"{name}/matter/{number}")
        for number, child in enumerate(fields.children("matters"), start=1)
    )
    fields.finish()
    if unused := sorted(reader.sources.keys() - reader.used):
        raise fields.fault("sources", f"names {unused[0]!r}, on which nothing rests")
    return NoticeFile(notices, matters)


def _read_sources(fields: Fields) -> Iterator[tuple[str, NoticeSource]]:
    for key, child in fields.named("sources"):
        source = NoticeSource(
            citation=child.text("citation"),
            kind=child.word("kind", get_args(SourceKind)),
            published=child.day("published"),
            checked=child.day("checked"),
            read=child.word("read", get_args(Reading)),
            url=child.text("url", ""),
        )
        if source.url and not source.url.startswith(("https://", "http://")):
            raise child.fault("url", "does not begin with https:// or http://")
        if source.checked < source.published:
            raise child.fault("checked", "is before the day on which it was published")
        child.finish()
        yield key, source


def _read_parties(fields: Fields, default: tuple[str, ...]) -> tuple[str, ...]:
    parties = fields.texts("parties", default)
    if wrong := next((one for one in parties if not _PARTY.fullmatch(one)), ""):
        raise fields.fault("parties", f"names {wrong!r}, which is no list and number such as us_ofac:22790")
    return parties


class _Reader:
    """What all notices of one file share."""

    def __init__(self, name: str, sources: Mapping[str, NoticeSource], parties: tuple[str, ...]) -> None:
        self.name = name
        self.sources = sources
        self.parties = parties
        self.used: set[str] = set()

    def read_matter(self, fields: Fields, matter_id: str) -> Matter:
        """Return a matter with its history."""
        kind = fields.word("kind", tuple(STEPS))
        parties = self._concerned(fields)
        matter = Matter(
            id=matter_id,
            kind=kind,
            title=fields.text("title"),
            parties=parties,
            case=fields.text("case", ""),
            unverified=fields.text("unverified", ""),
            notices=tuple(
                self.read_notice(child, f"{matter_id}/{number}", (kind, parties))
                for number, child in enumerate(fields.children("history"), start=1)
            ),
        )
        fields.finish()
        _check_history(fields, matter)
        return matter

    def read_notice(
        self, fields: Fields, notice_id: str, within: tuple[NoticeKind, tuple[str, ...]] | None
    ) -> Notice:
        """Return a notice: one of its own, or a step of a matter of some kind that concerns some parties."""
        kind = within[0] if within else fields.word("kind", _SINGLE)
        paid = fields.has("amount") or fields.has("currency")
        amount, currency = (fields.number("amount"), fields.text("currency")) if paid else (0, "")
        notice = Notice(
            id=notice_id,
            kind=kind,
            period=fields.period("date") if within or kind == "order" else _read_whole_day(fields),
            by=fields.text("by"),
            parties=within[1] if within else self._concerned(fields),
            says=fields.text("says"),
            certainty=fields.word("certainty", get_args(Certainty)),
            sources=self._find_sources(fields),
            programs=fields.texts("programs", () if kind not in {"designation", "delisting"} else None),
            step=fields.word("step", STEPS[kind]) if within else "",
            amount=amount,
            currency=currency,
            relation=self._read_relation(fields) if kind == "relation" else None,
        )
        fields.finish()
        _check_certainty(fields, notice)
        _check_publication(fields, notice)
        return notice

    def _concerned(self, fields: Fields) -> tuple[str, ...]:
        parties = _read_parties(fields, self.parties)
        if not parties:
            raise fields.fault("parties", "is absent, here and at the head of the file")
        return parties

    def _find_sources(self, fields: Fields) -> tuple[NoticeSource, ...]:
        keys = fields.texts("sources")
        if wrong := next((key for key in keys if key not in self.sources), ""):
            raise fields.fault("sources", f"names {wrong!r}, which the file does not describe")
        self.used.update(keys)
        return tuple(self.sources[key] for key in keys)

    def _read_relation(self, fields: Fields) -> StatedRelation:
        relation = StatedRelation(fields.text("from"), fields.text("to"), fields.text("wording"))
        for field, end in (("from", relation.source), ("to", relation.target)):
            if not _PARTY.fullmatch(end):
                raise fields.fault(field, f"is {end!r}, which is no list and number such as us_ofac:22790")
        return relation


def _read_whole_day(fields: Fields) -> Period:
    """Return the day of an act from which something holds: a month or a year would not tell since when."""
    day = fields.day("date")
    return Period(day, day)


def _check_certainty(fields: Fields, notice: Notice) -> None:
    """The press alone establishes nothing, and neither does a paper that was not read itself."""
    papers = [source for source in notice.sources if source.kind != "press report" and source.read == "text"]
    if notice.certainty == "established" and not papers:
        raise fields.fault("certainty", "is 'established', but no paper of an authority was read itself")
    if notice.certainty in {"reported", "disputed"} and all(one.read == "not read" for one in notice.sources):
        raise fields.fault("certainty", f"is {notice.certainty!r}, but none of its sources was read")

    if notice.step in OUTCOMES and notice.certainty == "unverified":
        raise fields.fault("step", f"is {notice.step!r}, which is nothing to say of what is unverified")


def _check_publication(fields: Fields, notice: Notice) -> None:
    """A foreign terrorist organization is designated from the day of the Federal Register, not before."""
    if notice.kind != "designation" or _HOLDS_FROM_PUBLICATION not in notice.programs:
        return
    days = {one.published for one in notice.sources if one.kind == "Federal Register"}
    if (days or notice.certainty == "established") and notice.day not in days:
        raise fields.fault("date", "is not that of the Federal Register, from which an FTO designation holds")


def _check_history(fields: Fields, matter: Matter) -> None:
    steps: Sequence[Notice] = matter.notices
    if not steps or (steps[0].step not in _FIRST_STEPS and not matter.unverified):
        first = ", ".join(sorted(_FIRST_STEPS))
        raise fields.fault("history", f"does not begin with one of: {first}; nor does 'unverified' say why")
    if any(later.day < earlier.day for earlier, later in pairwise(steps)):
        raise fields.fault("history", "is not in the order of its dates")
    if matter.kind == "reward":
        _check_amounts(fields, steps)


def _check_amounts(fields: Fields, steps: Sequence[Notice]) -> None:
    offered = [step for step in steps if step.step not in {"ended", "remarked"}]
    if any(not step.amount for step in offered):
        raise fields.fault("history", "has a reward without amount and currency")
    for earlier, later in pairwise(offered):
        # Two sources that name two amounts for one step contradict each other: both are kept, and shown so.
        same_step = (later.period, later.step) == (earlier.period, earlier.step)
        if not same_step and (later.amount > earlier.amount) != (later.step == "raised"):
            raise fields.fault("history", f"says {later.step} from {earlier.amount:,} to {later.amount:,}")
