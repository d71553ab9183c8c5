"""From the parties of one state of the register to an index file.

Parties become columns one by one as they come, and sections go to the file as they are made: what is in memory at
once is little more than the columns.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain
from pathlib import Path

import numpy as np

from ostiary.index.container import SectionWriter, write_file
from ostiary.index.facts import IndexedVersion, IndexFacts
from ostiary.index.found_names import finding_sections
from ostiary.index.identifier_columns import IdentifierColumns
from ostiary.index.kept import keep_party
from ostiary.index.name_columns import Bearer, NameColumns, take_apart
from ostiary.index.party_columns import PartyColumns
from ostiary.index.processes import Processes, count_cores, split_parts
from ostiary.index.texts import Array
from ostiary.model.errors import RegisterError
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.names.analysis import NameClass, Word
from ostiary.names.arrays import list_natives, slice_names, slice_words, tabulate_nets, tabulate_words
from ostiary.names.countries import country_table
from ostiary.names.identity import analysis_digest
from ostiary.names.netting import NetRow

#: Parties whose names are taken apart in one piece, and words whose nets are made so.
_PARTIES_AT_ONCE = 250
_WORDS_AT_ONCE = 100
#: A process takes half a second to start: fewer parties are not worth it.
_WORTH_PROCESSES = 3_000
#: More wait for the one that hands them work, and each takes memory.
_MOST_PROCESSES = 4


@dataclass(frozen=True, slots=True)
class _Columns:
    """All that an index holds, with rows in the order in which parties come."""

    parties: PartyColumns = field(default_factory=PartyColumns)
    names: NameColumns = field(default_factory=NameColumns)
    identifiers: IdentifierColumns = field(default_factory=IdentifierColumns)

    def add(self, party: Party, *, listed: bool) -> Bearer:
        """Add a party but for its names, and return it as the bearer of these."""
        kept, number = keep_party(party), len(self.parties)
        self.identifiers.add(number, kept.identifiers if listed else ())
        self.parties.add(kept)
        return Bearer(number, listed, kept.schema, party.aliases)


def compile_index(
    parties: Iterable[Party],
    versions: Sequence[ListVersion],
    path: Path,
    progress: Callable[[int], None] | None = None,
    delisted: Iterable[Party] = (),
    jobs: int = 0,
) -> IndexFacts:
    """Compile parties into an index file and return what is in it.

    Args:
        parties: Those in force, each once.
        versions: The versions that they come from, all of them once the parties have come.
        path: The file; it appears under this name only when whole.
        progress: Called with the number of parties taken so far.
        delisted: Those that stood in an earlier version: found in reports, which may be older, never in screening.
        jobs: Processes that take names apart; the file is the same with any number. 1: this one alone does;
            0: as :func:`choose_jobs` says of the parties in the versions.

    Raises:
        RegisterError: The versions speak of another number of parties than there are.
    """
    columns, names = _Columns(), 0

    def give_bearers() -> Iterator[Bearer]:
        nonlocal names
        for party in _counted(parties, progress):
            names += len(party.aliases)
            yield columns.add(party, listed=True)
        _check_count(len(columns.parties), versions, path)
        for party in delisted:
            yield columns.add(party, listed=False)

    with Processes(jobs or choose_jobs(sum(version.parties for version in versions))) as processes:
        for part in processes.map(take_apart, split_parts(give_bearers(), _PARTIES_AT_ONCE)):
            columns.names.extend(part)
        return _write(columns, versions, names, path, processes)


def choose_jobs(parties: int) -> int:
    """Return by how many processes the names of so many parties are taken apart, beside the one that writes."""
    return min(count_cores(), _MOST_PROCESSES) if parties >= _WORTH_PROCESSES else 1


def _check_count(listed: int, versions: Sequence[ListVersion], path: Path) -> None:
    recorded = sum(version.parties for version in versions)
    if recorded != listed:
        raise RegisterError(
            f"{recorded} parties are recorded and {listed} would be indexed.",
            where=str(path),
            advice="The old index stays in use. Please report this as a fault.",
        )


def _counted(parties: Iterable[Party], progress: Callable[[int], None] | None) -> Iterator[Party]:
    for number, party in enumerate(parties, 1):
        if progress and number % 500 == 0:
            progress(number)
        yield party


def _write(
    columns: _Columns, versions: Sequence[ListVersion], names: int, path: Path, processes: Processes
) -> IndexFacts:
    """Write the index file, and return what is in it."""
    finding_countries = processes.begin(country_table, columns.parties.country_names())
    listed, vocabularies = sum(version.parties for version in versions), columns.parties.vocabularies()
    with write_file(path) as writer:
        words, countries = _write_columns(columns, listed, finding_countries, processes, writer)
        facts = IndexFacts(
            versions=tuple(_indexed_version(version) for version in versions),
            parties=listed,
            names=names,
            words=words,
            sample=any(version.sample for version in versions),
            countries=tuple(sorted(set(countries.values()))),
            programs=vocabularies["programs"],
            schemas=vocabularies["schemas"],
            lists=vocabularies["lists"],
            analysis=analysis_digest(),
        )
        said = {key: value for key, value in asdict(facts).items() if key != "index_id"}
        return facts.named(writer.finish(said))


def _write_columns(
    columns: _Columns,
    listed: int,
    finding_countries: Callable[[], Mapping[str, str]],
    processes: Processes,
    writer: SectionWriter,
) -> tuple[int, Mapping[str, str]]:
    """Write all sections, and return how many distinct words there are, and the codes of countries."""
    order = columns.parties.order(listed)
    numbers = np.empty_like(order)
    numbers[order] = np.arange(order.size)
    names, given = columns.names.order(numbers), columns.names.give_words()
    nets = processes.map(tabulate_nets, split_parts(list_natives(chain.from_iterable(given)), _WORDS_AT_ONCE))
    countries = finding_countries()
    writer.add(columns.parties.sections(order, countries))
    writer.add(columns.identifiers.sections(numbers))
    words = _write_words(columns.names, names, (given, chain.from_iterable(nets)), writer)
    writer.add(columns.names.sections(names, numbers))
    return words, countries


def _write_words(
    names: NameColumns,
    order: Array,
    given: tuple[list[list[Word]], Iterator[Sequence[NetRow]]],
    writer: SectionWriter,
) -> int:
    """Write words, names as rows of them, and what finds both by kind of bearer; return how many words."""
    of_kinds, nets = given
    word_starts = np.cumsum([0, *map(len, of_kinds)]).astype(np.int64)
    words = tabulate_words(list(chain.from_iterable(of_kinds)), nets)
    of_kinds.clear()
    table, name_starts = names.table(order), names.class_starts()
    writer.add({f"word_{field}": getattr(words, field) for field in words._fields})
    writer.add({f"name_{field}": getattr(table, field) for field in table._fields})
    writer.add({"word_class_starts": word_starts})
    for kind in NameClass:
        of_kind = slice_words(words, *word_starts[kind : kind + 2])
        writer.add(finding_sections(kind, of_kind, slice_names(table, *name_starts[kind : kind + 2])))
    return int(word_starts[-1])


def _indexed_version(version: ListVersion) -> IndexedVersion:
    return IndexedVersion(
        version.list_id,
        version.label,
        version.sequence,
        version.published.isoformat(),
        version.content_digest,
        version.parties,
    )
