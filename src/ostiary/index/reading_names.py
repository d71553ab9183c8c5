"""The section of an index that finds listed names in running text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ostiary.index.texts import Array, Texts, pack_texts
from ostiary.model.parties import Alias
from ostiary.names.analysis import NameClass
from ostiary.names.written import WrittenForm, WrittenNames, tabulate_written, written_forms

#: What is no array of its own in :class:`~ostiary.names.written.WrittenNames`.
_NO_COLUMNS = ("forms", "most_words")
#: Between the packed forms of a name: no folded word holds it.
_BETWEEN = "\n"
_KINDS = tuple(WrittenForm)
#: Ships and aircraft have a name painted on them, which is spelled in one way.
_RESPELLED = (NameClass.PERSON, NameClass.ORGANISATION)


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


class PackedForms(Sequence[dict[str, WrittenForm]]):
    """How texts write each of many names, each name's forms in one text: as objects they take five times the room.

    Args:
        packed: Of each name, as :func:`pack_written_forms` gives it.
        order: The names that are meant, in their order.
    """

    def __init__(self, packed: Sequence[str], order: Array) -> None:
        self._packed = packed
        self._order = order

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, number: int) -> dict[str, WrittenForm]:  # type: ignore[override] # no slices
        packed = self._packed[self._order[number]]
        rows = packed.split(_BETWEEN) if packed else ()
        return {row[1:]: _KINDS[ord(row[0])] for row in rows}


def pack_written_forms(alias: Alias, kind: NameClass) -> str:
    """Return how texts write a listed name that a bearer of some kind has, as one text."""
    forms = written_forms(alias, person=kind is NameClass.PERSON, organisation=kind is NameClass.ORGANISATION)
    return _BETWEEN.join(chr(how) + form for form, how in forms.items())


def reading_sections(
    forms: PackedForms,
    strong: Array,
    classes: Array,
    bearers: Array,
) -> dict[str, Array]:
    """Return the written forms of all listed names as sections.

    Args:
        forms: How texts write each name in the order of the names' numbers.
        strong: bool[N], whether the list calls each strong.
        classes: int8[N], what kind of thing bears each.
        bearers: int32[N], the number of the party of each.
    """
    packed: dict[str, Array] = {}

    def pack(texts: Sequence[str]) -> Texts:
        packed["written_forms"], packed["written_form_starts"] = pack_texts(texts)
        return Texts(packed["written_forms"], packed["written_form_starts"])

    respelled = strong & np.isin(classes, _RESPELLED)
    written = tabulate_written(forms, bearers.tolist(), respelled.tolist(), pack)
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
