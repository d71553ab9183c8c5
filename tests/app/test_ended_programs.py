"""Programs that a later version took from a party are told with the versions around their end."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import cast

import pytest

from ostiary.app.ended_programs import add_ended_programs
from ostiary.model.acts import Membership
from ostiary.model.changes import Change
from ostiary.model.parties import Alias, Entry, Party
from ostiary.model.statements import ListVersion, Snapshot
from ostiary.register import Register

LABELS = ("2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01")
RECORDED = datetime(2025, 5, 1, tzinfo=UTC)
SNAPSHOT = Snapshot("", 0, "list.xml")
PARTY_ID = "us_ofac:7"


class History:
    """Stands for a register with one party: the programs that each version shows."""

    def __init__(self, shown: Sequence[str]) -> None:
        self._shown = [tuple(programs.split()) for programs in shown]

    def versions(self, _list_id: str) -> tuple[ListVersion, ...]:
        return tuple(
            ListVersion("us_ofac", number, label, date.fromisoformat(label), RECORDED, SNAPSHOT, "", 1, 1)
            for number, label in enumerate(LABELS, 1)
        )

    def history(self, _party_id: str) -> tuple[tuple[ListVersion, Change], ...]:
        steps = zip(self.versions(""), [(), *self._shown], self._shown, strict=False)
        return tuple(
            (version, Change("amended", PARTY_ID, "GREY HERON", before, after))
            for version, before, after in steps
            if before != after
        )


def ended(*shown: str, delisted: str = "") -> list[tuple[str, str, str, str, str]]:
    alias = Alias(f"{PARTY_ID}/a", "GREY HERON", "name", "strong", "Latin")
    entry = Entry("e", "SDN List", (), (Membership("SDGT", "e", LABELS[0]),))
    party = Party(PARTY_ID, "Organization", "us_ofac", LABELS[-1], (alias,), (entry,), delisted_in=delisted)
    found = add_ended_programs(party, cast("Register", History(shown)))
    return [
        (one.program, one.first_in, one.absent_in, one.last_in, one.gone_in)
        for one in found.entries[0].programs[1:]
    ]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (("SDGT", "SDGT", "SDGT", "SDGT"), []),
        (("FTO SDGT", "FTO SDGT", "SDGT", "SDGT"), [("FTO", LABELS[0], "", LABELS[1], LABELS[2])]),
        (("SDGT", "FTO SDGT", "FTO SDGT", "SDGT"), [("FTO", LABELS[1], LABELS[0], LABELS[2], LABELS[3])]),
        (("FTO SDGT", "SDGT", "FTO SDGT", "FTO SDGT"), [("FTO", LABELS[0], "", LABELS[0], LABELS[1])]),
        (
            ("FTO TCO SDGT", "SDGT", "FTO SDGT", "SDGT"),
            [
                ("FTO", LABELS[0], "", LABELS[0], LABELS[1]),
                ("TCO", LABELS[0], "", LABELS[0], LABELS[1]),
                ("FTO", LABELS[2], LABELS[1], LABELS[2], LABELS[3]),
            ],
        ),
    ],
)
def test_programs_that_ended(shown: Sequence[str], expected: list[tuple[str, str, str, str, str]]) -> None:
    assert ended(*shown) == expected


def test_what_ended_with_the_listing_itself_is_not_told_twice() -> None:
    assert ended("FTO SDGT", "SDGT", "SDGT", "", delisted=LABELS[3]) == [
        ("FTO", LABELS[0], "", LABELS[0], LABELS[1])
    ]
