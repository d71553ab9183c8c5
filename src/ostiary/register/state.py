"""One state of one list: what was known at one version, as parties."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ostiary.database import Store
from ostiary.model.parties import Party, Relation
from ostiary.model.statements import ListVersion
from ostiary.register.assembly import assemble_party, assemble_relations
from ostiary.register.continuity import Continuity, load_continuity
from ostiary.register.entries import Frame, Run
from ostiary.register.parts import RELATION_PROPERTIES
from ostiary.register.presence import find_parties, load_numbers, load_presences
from ostiary.register.rows import find_sources
from ostiary.register.standing import StandingReader
from ostiary.register.subjects import order_number
from ostiary.register.versions import RecordedVersion


class State:
    """What was known of one list at one version; it never changes, whatever is recorded later.

    Args:
        store: Where it is read from.
        versions: The recorded versions of the list up to the one in question, the first one first.
        valid_on: Leave out what was certainly not in force on this day; None: leave nothing out.
    """

    def __init__(self, store: Store, versions: Sequence[RecordedVersion], valid_on: date | None) -> None:
        self._store = store
        self._recorded = versions[-1]
        self._frame = Frame(
            list_id=self.version.list_id,
            label=self.version.label,
            authority=self._recorded.authority,
            runs=_find_runs(versions),
            continuity=Continuity(),
            valid_on=valid_on,
        )

    @property
    def version(self) -> ListVersion:
        """The version."""
        return self._recorded.version

    def parties(self) -> Iterator[Party]:
        """Give the parties in the order of their numbers, reading a few at a time.

        Raises:
            RegisterError: The register cannot be read.
        """
        with self._store.read() as connection:
            presences = load_presences(connection, self.version.list_id, self._recorded.id)
            continuity = load_continuity(connection)
        standing = {one.id: number for number, one in presences.items() if one.digest is not None}
        return self._assemble(standing, continuity)

    def pick(self, party_ids: Iterable[str]) -> Iterator[Party]:
        """Give those of some parties that are in this state, in the order of their numbers.

        Raises:
            RegisterError: The register cannot be read.
        """
        start = self._name_party("")
        numbers = [one.removeprefix(start) for one in party_ids if one.startswith(start)]
        with self._store.read() as connection:
            found = find_parties(connection, self.version.list_id, numbers)
            continuity = load_continuity(connection, found)
        return self._assemble(found, continuity)

    def party(self, party_id: str) -> Party | None:
        """Return one party, or None if it is not in this state.

        Raises:
            RegisterError: The register cannot be read.
        """
        return next(self.pick([party_id]), None)

    def _assemble(self, numbers: Mapping[int, str], continuity: Continuity) -> Iterator[Party]:
        frame = replace(self._frame, continuity=continuity)
        reader = StandingReader(self._store, self._recorded.id, self._frame.valid_on)
        incoming = self._load_incoming(reader, numbers)
        for one, standing in reader.read(sorted(numbers, key=lambda one: order_number(numbers[one]))):
            party_id = self._name_party(numbers[one])
            party = assemble_party(party_id, standing, incoming.get(party_id, ()), frame)
            if party is not None:
                yield party

    def _load_incoming(self, reader: StandingReader, numbers: Mapping[int, str]) -> Mapping[str, list[Relation]]:
        targets = {self._name_party(number) for number in numbers.values()}
        with self._store.read() as connection:
            sources = load_numbers(connection, find_sources(connection, targets, self._recorded.id))
        incoming: defaultdict[str, list[Relation]] = defaultdict(list)
        for one, standing in reader.read_properties(sources, RELATION_PROPERTIES).items():
            for relation in assemble_relations(self._name_party(sources[one]), standing):
                incoming[relation.target].append(relation)
        return incoming

    def _name_party(self, number: str) -> str:
        return f"{self.version.list_id}:{number}"


def _find_runs(versions: Sequence[RecordedVersion]) -> dict[int, Run]:
    first = versions[0].version
    runs = {versions[0].id: Run(first.label, first.published)}
    for before, one in pairwise(versions):
        runs[one.id] = Run(
            one.version.label, one.version.published, before.version.label, before.version.published
        )
    return runs
