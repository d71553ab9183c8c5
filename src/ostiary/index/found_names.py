"""The sections of an index by which names are found: for each kind of bearer its words and names, arranged."""

from collections.abc import Mapping

from ostiary.index.texts import Array
from ostiary.names.analysis import NameClass
from ostiary.names.arrays import NameTable, WordTable
from ostiary.names.latin_words import LatinWords
from ostiary.names.near_words import NearWords
from ostiary.names.neighbours import WordNeighbours, arrange_neighbours
from ostiary.names.net_tree import NetTree
from ostiary.names.postings import NamePostings, post_names
from ostiary.names.sorted_keys import SortedKeys

_KEYS = ("symbols", "spellings", "forms")
_LISTS = ("initials", "cuts")
_POSTINGS = ("starts", "names", "marks")


def finding_sections(name_class: NameClass, words: WordTable, names: NameTable) -> dict[str, Array]:
    """Return the words and names of one kind of bearer, arranged to be found, as sections."""
    neighbours, postings = arrange_neighbours(words), post_names(names, words.kinds.size)
    kind = name_class.name.lower()
    found = {f"{kind}_{field}": getattr(neighbours, field) for field in _LISTS}
    for field in ("folded", "netted", "natives", "latin", *_KEYS):
        part = getattr(neighbours, field)
        found |= {f"{kind}_{field}_{column}": getattr(part, column) for column in part._fields}
    found |= {f"{kind}_posting_{field}": getattr(postings, field) for field in _POSTINGS}
    return found | {
        f"{kind}_acronym_{column}": getattr(postings.acronyms, column) for column in SortedKeys._fields
    }


def open_neighbours(sections: Mapping[str, Array], name_class: NameClass) -> WordNeighbours:
    """Return the words of one kind of bearer by what relates them to others."""
    kind = name_class.name.lower()
    folded, natives = (
        NearWords(*(sections[f"{kind}_{field}_{column}"] for column in NearWords._fields))
        for field in ("folded", "natives")
    )
    symbols, spellings, forms = (_open_keys(sections, f"{kind}_{field}") for field in _KEYS)
    netted = NetTree(*(sections[f"{kind}_netted_{column}"] for column in NetTree._fields))
    latin = LatinWords(*(sections[f"{kind}_latin_{column}"] for column in LatinWords._fields))
    initials, cuts = (sections[f"{kind}_{field}"] for field in _LISTS)
    return WordNeighbours(folded, symbols, spellings, forms, initials, cuts, netted, natives, latin)


def open_postings(sections: Mapping[str, Array], name_class: NameClass) -> NamePostings:
    """Return the names of one kind of bearer by their words."""
    kind = name_class.name.lower()
    starts, names, marks = (sections[f"{kind}_posting_{field}"] for field in _POSTINGS)
    return NamePostings(starts, names, marks, _open_keys(sections, f"{kind}_acronym"))


def _open_keys(sections: Mapping[str, Array], name: str) -> SortedKeys:
    keys, numbers = (sections[f"{name}_{column}"] for column in SortedKeys._fields)
    return SortedKeys(keys, numbers)
