"""What the rules say of a block before all of them have spoken."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ostiary.documents.source.blocks import Block
from ostiary.model.reports import ZoneKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A block's zone, and why."""

    kind: ZoneKind
    reason: str


#: The marks set so far, by number of the block.
Marks = Mapping[int, Mark]

#: A rule looks at all blocks and at the marks of the rules before it, and yields marks; what is marked stays.
Rule = Callable[[Sequence[Block], Marks], Iterator[tuple[int, Mark]]]
