"""Names in holdings against listed ones: as screening compares them, or, of very many, letter by letter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ostiary.model.ownership import NameComparison, NameQuestion
from ostiary.screening import Engine

#: More names than this are compared letter by letter: screening them would take minutes.
MOST_SCREENED: Final = 200


@dataclass(frozen=True, slots=True)
class Bearers:
    """Which listings bear which names.

    Attributes:
        compared: How names were compared.
        questions: For each node the listings that bear its name.
        unreadable: For each node whose name cannot be screened, why.
    """

    compared: NameComparison
    questions: dict[int, tuple[NameQuestion, ...]] = field(default_factory=dict)
    unreadable: dict[int, str] = field(default_factory=dict)


def find_bearers(engine: Engine, names: Mapping[int, str]) -> Bearers:
    """Return the listings that bear names, exactly or nearly; of very many names those that do so exactly.

    Args:
        engine: Over the lists.
        names: Node to name.
    """
    if len(names) > MOST_SCREENED:
        return Bearers("exactly", {node: tuple(_find_exact(engine, name)) for node, name in names.items()})
    found = Bearers("as screened")
    for node, name in names.items():
        screening = engine.screen(name)
        found.questions[node] = tuple(
            NameQuestion(name, hit.party_id, hit.party_name, hit.score) for hit in screening
        )
        if screening.outcome == "unscreenable":
            found.unreadable[node] = screening.reason
    return found


def _find_exact(engine: Engine, name: str) -> Iterator[NameQuestion]:
    index = engine.index
    for number in sorted({int(index.name_party[found]) for found in index.find_exact(name)}):
        party = index.party(number)
        yield NameQuestion(name, party.id, party.caption, 1.0)
