"""From the parties of one state of the register to an index file."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from ostiary.index.container import Array, write_sections
from ostiary.index.facts import IndexedVersion, IndexFacts
from ostiary.index.found_names import finding_sections
from ostiary.index.kept import KeptName, KeptParty, keep_names, keep_party
from ostiary.index.reading_names import PackedForms, reading_sections
from ostiary.index.texts import pack_lists, pack_texts
from ostiary.model.errors import RegisterError
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.names.analysis import AnalysedName, NameClass, Word
from ostiary.names.arrays import number_words, slice_names, slice_words, tabulate_names, tabulate_words
from ostiary.names.countries import country_table, plain_country, related_countries
from ostiary.names.identifiers import identifier_key, is_self_checking, normalise_identifier
from ostiary.names.identity import analysis_digest
from ostiary.names.keys import exact_key
from ostiary.names.places import split_place


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
    listed, listed_names = _keep(_counted(parties, progress))
    recorded = sum(version.parties for version in versions)
    if recorded != len(listed):
        raise RegisterError(
            f"{recorded} parties are recorded and {len(listed)} would be indexed.",
            where=str(path),
            advice="The old index stays in use. Please report this as a fault.",
        )
    gone, gone_names = _keep(delisted)
    everyone = [*listed, *gone]
    columns = _list_columns(listed_names, gone_names)
    del listed_names, gone_names
    numbers = number_words(columns.analysed)
    words = sum(map(len, numbers.values()))
    sections = _word_and_name_sections(columns, numbers)
    # What is no longer needed makes room for what comes.
    columns.analysed.clear()
    del numbers
    countries = country_table(sorted({text for party in everyone for text in _country_texts(party)}))
    sections |= _written_sections(columns)
    del columns
    sections |= _party_sections(everyone) | _identifier_sections(listed, len(everyone))
    facts = IndexFacts(
        versions=tuple(_indexed_version(version) for version in versions),
        parties=len(listed),
        names=sum(party.aliases for party in listed),
        words=words,
        sample=any(version.sample for version in versions),
        programs=_vocabulary(program for party in everyone for program in party.programs),
        countries=tuple(sorted(set(countries.values()))),
        schemas=_vocabulary(party.schema for party in everyone),
        lists=_vocabulary(party.list_id for party in everyone),
        analysis=analysis_digest(),
    )
    sections |= _coded_sections(everyone, facts, countries)
    index_id = write_sections(
        path, sections, {key: value for key, value in asdict(facts).items() if key != "index_id"}
    )
    return facts.named(index_id)


def _counted(parties: Iterable[Party], progress: Callable[[int], None] | None) -> Iterator[Party]:
    for number, party in enumerate(parties, 1):
        if progress and number % 500 == 0:
            progress(number)
        yield party


def _keep(parties: Iterable[Party]) -> tuple[list[KeptParty], list[tuple[KeptName, ...]]]:
    """Return what is kept of each, and their names, by id; the parties, far larger, are let go one by one."""
    kept = sorted(((keep_party(party), keep_names(party)) for party in parties), key=lambda one: one[0].id)
    return [party for party, _ in kept], [names for _, names in kept]


@dataclass(frozen=True, slots=True)
class _NameColumns:
    """All names, those of listed parties first, then by kind of bearer and number of the party.

    Attributes:
        texts: As listed.
        strong: Whether the list calls each strong.
        classes: What kind of thing bears each.
        bearers: The numbers of their parties.
        forms: How texts write each, packed.
        analysed: The names of listed parties taken apart.
        readings: Which of the ways to take it apart each of them is.
    """

    texts: list[str]
    strong: list[bool]
    classes: list[NameClass]
    bearers: list[int]
    forms: list[str]
    analysed: list[AnalysedName]
    readings: list[int]


def _list_columns(listed: Sequence[Sequence[KeptName]], gone: Sequence[Sequence[KeptName]]) -> _NameColumns:
    own = _order_names(listed, 0)
    names = own + _order_names(gone, len(listed))
    return _NameColumns(
        texts=[name.text for name, _ in names],
        strong=[name.strong for name, _ in names],
        classes=[name.analysed.name_class for name, _ in names],
        bearers=[bearer for _, bearer in names],
        forms=[name.forms for name, _ in names],
        analysed=[name.analysed for name, _ in own],
        readings=[name.reading for name, _ in own],
    )


def _order_names(of_parties: Sequence[Sequence[KeptName]], first: int) -> list[tuple[KeptName, int]]:
    """Return all names with the numbers of their parties, from the first on; by kind of bearer."""
    names = [(name, number) for number, of_party in enumerate(of_parties, first) for name in of_party]
    return sorted(names, key=lambda name: (name[0].analysed.name_class, name[1]))


def _indexed_version(version: ListVersion) -> IndexedVersion:
    return IndexedVersion(
        version.list_id,
        version.label,
        version.sequence,
        version.published.isoformat(),
        version.content_digest,
        version.parties,
    )


def _country_texts(party: KeptParty) -> Iterator[str]:
    """What may be the name of a country: the last part of a place of birth is one in most lists."""
    yield from chain(party.countries, party.former_flags)
    yield from (parts[-1] for text in party.birth_places if (parts := split_place(text)))


def _vocabulary(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _word_and_name_sections(
    names: _NameColumns, numbers: Mapping[NameClass, Mapping[Word, int]]
) -> dict[str, Array]:
    words = tabulate_words([word for of_class in numbers.values() for word in of_class])
    table = tabulate_names(names.analysed, numbers)
    classes = np.array([name.name_class for name in names.analysed], dtype=np.int8)
    exact = np.array([exact_key(name.text) for name in names.analysed], dtype=np.int64)
    order = np.argsort(exact, kind="stable")
    word_starts = np.cumsum([0, *map(len, numbers.values())]).astype(np.int64)
    name_starts = np.searchsorted(classes, np.arange(len(NameClass) + 1)).astype(np.int64)
    found: dict[str, Array] = {}
    for kind in NameClass:
        of_kind = slice_words(words, *word_starts[kind : kind + 2])
        found |= finding_sections(kind, of_kind, slice_names(table, *name_starts[kind : kind + 2]))
    return {
        **{f"word_{field}": getattr(words, field) for field in words._fields},
        **{f"name_{field}": getattr(table, field) for field in table._fields},
        "name_reading": np.array(names.readings, dtype=np.int8),
        **found,
        "word_class_starts": word_starts,
        "name_class_starts": name_starts,
        "exact_keys": exact[order],
        "exact_names": order.astype(np.int32),
    }


def _written_sections(names: _NameColumns) -> dict[str, Array]:
    """The names as listed and as texts write them, those of delisted parties last."""
    texts, starts = pack_texts(names.texts)
    return {
        "name_party": np.array(names.bearers, dtype=np.int32),
        "name_weak": ~np.array(names.strong, dtype=np.bool_),
        "name_texts": texts,
        "name_text_starts": starts,
        **reading_sections(PackedForms(names.forms), names.strong, names.classes, names.bearers),
    }


def _party_sections(parties: Sequence[KeptParty]) -> dict[str, Array]:
    ids, id_starts = pack_texts([party.id for party in parties])
    captions, caption_starts = pack_texts([party.caption for party in parties])
    births, birth_starts = pack_lists([party.birth_days for party in parties], "int32")
    foundings, founding_starts = pack_lists([party.founding_days for party in parties], "int32")
    positions, position_starts = pack_texts(["\n".join(party.positions) for party in parties])
    genders, gender_starts = pack_texts([party.gender for party in parties])
    delisted, delisted_starts = pack_texts([party.delisted_in for party in parties])
    return {
        "party_ids": ids,
        "party_id_starts": id_starts,
        "party_captions": captions,
        "party_caption_starts": caption_starts,
        "party_birth": births,
        "party_birth_starts": birth_starts,
        "party_founding": foundings,
        "party_founding_starts": founding_starts,
        "party_positions": positions,
        "party_position_starts": position_starts,
        "party_delisteds": delisted,
        "party_delisted_starts": delisted_starts,
        "party_genders": genders,
        "party_gender_starts": gender_starts,
        **_text_sections("address", [party.addresses for party in parties]),
        **_text_sections("birth_place", [party.birth_places for party in parties]),
    }


def _text_sections(name: str, of_parties: Sequence[Sequence[str]]) -> dict[str, Array]:
    """The texts of all parties, and where those of each begin."""
    texts, starts = pack_texts([text for of_party in of_parties for text in of_party])
    return {
        f"{name}_texts": texts,
        f"{name}_text_starts": starts,
        f"party_{name}_starts": np.cumsum([0, *map(len, of_parties)]).astype(np.int64),
    }


def _coded_sections(parties: Sequence[KeptParty], facts: IndexFacts, table: Mapping[str, str]) -> dict[str, Array]:
    programs = {name: number for number, name in enumerate(facts.programs)}
    numbers = {code: number for number, code in enumerate(facts.countries)}

    def pack_codes(name: str, of_parties: Iterable[Sequence[str]]) -> dict[str, Array]:
        codes = ({table.get(plain_country(text), "") for text in texts} - {""} for texts in of_parties)
        found, starts = pack_lists([sorted(numbers[code] for code in group) for group in codes], "int16")
        return {f"party_{name}": found, f"party_{name}_starts": starts}

    program_codes, program_starts = pack_lists(
        [[programs[p] for p in party.programs] for party in parties], "int16"
    )
    names, name_starts = pack_texts([f"{name}={code}" for name, code in table.items()])
    kin, kin_starts = pack_texts([f"{code}={' '.join(kin)}" for code, kin in related_countries().items()])
    return {
        "party_program": program_codes,
        "party_program_starts": program_starts,
        **pack_codes("country", (party.countries for party in parties)),
        **pack_codes("nationality", (party.nationalities for party in parties)),
        **pack_codes("flag", (party.flags for party in parties)),
        **pack_codes("former_flag", (party.former_flags for party in parties)),
        "country_names": names,
        "country_name_starts": name_starts,
        "country_kins": kin,
        "country_kin_starts": kin_starts,
        "party_schema": np.array([facts.schemas.index(party.schema) for party in parties], dtype=np.int16),
        "party_list": np.array([facts.lists.index(party.list_id) for party in parties], dtype=np.int16),
    }


def _identifier_sections(parties: Sequence[KeptParty], everyone: int) -> dict[str, Array]:
    rows = sorted(
        (identifier_key(normal), number, value, label)
        for number, party in enumerate(parties)
        for value, label in party.identifiers
        if (normal := normalise_identifier(value))
    )
    values, value_starts = pack_texts([value for _, _, value, _ in rows])
    labels, label_starts = pack_texts([label for _, _, _, label in rows])
    own: list[list[int]] = [[] for _ in range(everyone)]
    for at, (_, number, _, _) in enumerate(rows):
        own[number].append(at)
    of_party, of_party_starts = pack_lists(own, "int32")
    return {
        "identifier_keys": np.array([key for key, _, _, _ in rows], dtype=np.int64),
        "identifier_party": np.array([party for _, party, _, _ in rows], dtype=np.int32),
        "identifier_checked": np.array([is_self_checking(v, label) for _, _, v, label in rows], dtype=np.bool_),
        "identifier_values": values,
        "identifier_value_starts": value_starts,
        "party_identifier": of_party,
        "party_identifier_starts": of_party_starts,
        "identifier_labels": labels,
        "identifier_label_starts": label_starts,
    }
