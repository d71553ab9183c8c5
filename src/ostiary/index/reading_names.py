"""The section of an index that finds listed names in running text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ostiary.index.texts import Array, Texts, pack_texts
from ostiary.model.parties import Alias
from ostiary.names.analysis import NameClass
from ostiary.names.written import WrittenNames, tabulate_written, written_forms

#: What is no array of its own in :class:`~ostiary.names.written.WrittenNames`.
_NO_COLUMNS = ("forms", "most_words")
#: Ships and aircraft have a name painted on them, which is spelled in one way.
_RESPELLED = frozenset({NameClass.PERSON, NameClass.ORGANISATION})


@dataclass(frozen=True, slots=True)
class ReadingNames:
    """Listed names as texts write them.

    Attributes:
        written: Their written forms.
        name_party: int32[N], the number of the party of each name.
        name_weak: bool[N], whether the list calls the name weak.
        name_texts: The names as listed.
    """

    written: WrittenNames
    name_party: Array
    name_weak: Array
    name_texts: Texts


def reading_sections(
    aliases: Sequence[Alias], classes: Sequence[NameClass], bearers: Sequence[int]
) -> dict[str, Array]:
    """Return the written forms of all listed names as sections.

    Args:
        aliases: The names, in the order of their numbers.
        classes: What kind of thing bears each.
        bearers: The number of the party of each.
    """
    forms = [
        written_forms(alias, person=kind is NameClass.PERSON, organisation=kind is NameClass.ORGANISATION)
        for alias, kind in zip(aliases, classes, strict=True)
    ]
    packed: dict[str, Array] = {}

    def pack(texts: Sequence[str]) -> Texts:
        packed["written_forms"], packed["written_form_starts"] = pack_texts(texts)
        return Texts(packed["written_forms"], packed["written_form_starts"])

    respelled = [
        alias.quality == "strong" and kind in _RESPELLED for alias, kind in zip(aliases, classes, strict=True)
    ]
    written = tabulate_written(forms, bearers, respelled, pack)
    columns = {
        f"written_{field}": getattr(written, field) for field in written._fields if field not in _NO_COLUMNS
    }
    return columns | packed | {"written_most_words": np.array([written.most_words], dtype=np.int64)}


def open_reading_names(sections: Mapping[str, Array], name_texts: Texts) -> ReadingNames:
    """Return the names over mapped sections; nothing is read ahead."""
    written = WrittenNames(
        keys=sections["written_keys"],
        starts=sections["written_starts"],
        names=sections["written_names"],
        kinds=sections["written_kinds"],
        spelled_keys=sections["written_spelled_keys"],
        spelled_forms=sections["written_spelled_forms"],
        word_keys=sections["written_word_keys"],
        word_bearers=sections["written_word_bearers"],
        forms=Texts(sections["written_forms"], sections["written_form_starts"]),
        most_words=int(sections["written_most_words"].item()),
    )
    return ReadingNames(written, sections["name_party"], sections["name_weak"], name_texts)
