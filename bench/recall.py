"""Is every listed name found by itself? Strong names always, weak ones when weak names are asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from listed import ListedNames
from measures import SEED

from ostiary.model.queries import Query, collect_batch
from ostiary.screening import Engine

BLOCK = 200
#: Hits asked for: more parties than any one name has.
LIMIT = 500


@dataclass(frozen=True, slots=True)
class RecallResult:
    """How many listed names lead to their party.

    Attributes:
        quality: ``strong`` or ``weak``.
        names: How many were asked.
        found: How many of them gave their party.
        lost: Some that did not, with their party.
    """

    quality: str
    names: int
    found: int
    lost: tuple[str, ...]

    @property
    def share(self) -> float:
        """Share found, 0.0 to 1.0."""
        return self.found / self.names if self.names else 1.0


def measure_recall(
    engine: Engine, names: ListedNames, *, sample: int, progress: Callable[[int], None]
) -> list[RecallResult]:
    """Return the recall of strong and of weak names, all of them or a seeded sample of each."""
    results = []
    for quality in ("strong", "weak"):
        rows = [at for at in range(len(names)) if names.strong[at] == (quality == "strong")]
        if 0 < sample < len(rows):
            rows = Random(SEED).sample(rows, sample)  # noqa: S311 - a sample, no secret
        lost = _find_lost(engine, names, rows, progress)
        shown = tuple(f"{names.parties[at]} {names.texts[at]}" for at in lost[:20])
        results.append(RecallResult(quality, len(rows), len(rows) - len(lost), shown))
    return results


def _find_lost(
    engine: Engine, names: ListedNames, rows: Sequence[int], progress: Callable[[int], None]
) -> list[int]:
    lost: list[int] = []
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        batch = collect_batch(Query(id=str(at), names=(names.texts[at],)) for at in block)
        screenings = engine.screen_batch(batch, limit=LIMIT, weak=not names.strong[block[0]])
        found = ({hit.party_id for hit in screening} for screening in screenings)
        lost.extend(at for at, ids in zip(block, found, strict=True) if names.parties[at] not in ids)
        progress(len(block))
    return lost
