"""From the parties of one state of the register to an index file.

Parties become columns one by one as they come, and sections go to the file as they are made: what is in memory at
once is little more than the columns.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from ostiary.index.container import SectionWriter, write_file
from ostiary.index.facts import IndexedVersion, IndexFacts
from ostiary.index.found_names import finding_sections
from ostiary.index.identifier_columns import IdentifierColumns
from ostiary.index.kept import keep_names, keep_party
from ostiary.index.name_columns import NameColumns
from ostiary.index.party_columns import PartyColumns
from ostiary.index.texts import Array
from ostiary.model.errors import RegisterError
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.names.analysis import NameClass
from ostiary.names.arrays import slice_names, slice_words, tabulate_words
from ostiary.names.identity import analysis_digest


@dataclass(frozen=True, slots=True)
class _Columns:
    """All that an index holds, with rows in the order in which parties come."""

    parties: PartyColumns = field(default_factory=PartyColumns)
    names: NameColumns = field(default_factory=NameColumns)
    identifiers: IdentifierColumns = field(default_factory=IdentifierColumns)

    def add(self, party: Party, *, listed: bool) -> int:
        """Add a party, and return how many names the list gives it."""
        kept, number = keep_party(party), len(self.parties)
        self.identifiers.add(number, kept.identifiers if listed else ())
        self.names.add(number, keep_names(party), listed=listed)
        self.parties.add(kept)
        return kept.aliases


def compile_index(
    parties: Iterable[Party],
    versions: Sequence[ListVersion],
    path: Path,
    progress: Callable[[int], None] | None = None,
    delisted: Iterable[Party] = (),
) -> IndexFacts:
    """Compile parties into an index file and return what is in it.

    Args:
        parties: Those in force, each once.
        versions: The versions that they come from.
        path: The file; it appears under this name only when whole.
        progress: Called with the number of parties taken so far.
        delisted: Those that stood in an earlier version: found in reports, which may be older, never in screening.

    Raises:
        RegisterError: The versions speak of another number of parties than there are.
    """
    columns, names = _Columns(), 0
    for party in _counted(parties, progress):
        names += columns.add(party, listed=True)
    listed, recorded = len(columns.parties), sum(version.parties for version in versions)
    if recorded != listed:
        raise RegisterError(
            f"{recorded} parties are recorded and {listed} would be indexed.",
            where=str(path),
            advice="The old index stays in use. Please report this as a fault.",
        )
    for party in delisted:
        columns.add(party, listed=False)
    countries, vocabularies = columns.parties.country_table(), columns.parties.vocabularies()
    with write_file(path) as writer:
        words = _write_columns(columns, listed, countries, writer)
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


def _counted(parties: Iterable[Party], progress: Callable[[int], None] | None) -> Iterator[Party]:
    for number, party in enumerate(parties, 1):
        if progress and number % 500 == 0:
            progress(number)
        yield party


def _write_columns(columns: _Columns, listed: int, countries: Mapping[str, str], writer: SectionWriter) -> int:
    """Write all sections, and return how many distinct words there are."""
    order = columns.parties.order(listed)
    numbers = np.empty_like(order)
    numbers[order] = np.arange(order.size)
    names = columns.names.order(numbers)
    writer.add(columns.parties.sections(order, countries))
    writer.add(columns.identifiers.sections(numbers))
    words = _write_words(columns.names, names, writer)
    writer.add(columns.names.sections(names, numbers))
    return words


def _write_words(names: NameColumns, order: Array, writer: SectionWriter) -> int:
    """Write words, names as rows of them, and what finds both by kind of bearer; return how many words."""
    given = names.give_words()
    word_starts = np.cumsum([0, *map(len, given)]).astype(np.int64)
    words = tabulate_words([word for of_kind in given for word in of_kind])
    del given
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
