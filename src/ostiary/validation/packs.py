"""The packs: which names are put to the screening, and what should come of each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from ostiary.model.queries import Query
from ostiary.model.validation import PackName, Trial
from ostiary.names.analysis import NameClass
from ostiary.names.scripts import name_script
from ostiary.validation.listed import ListedName, ListedNames
from ostiary.validation.made_names import NameMaker
from ostiary.validation.sampling import sample_strata
from ostiary.validation.variations import Variation, alter_name

#: From a listed name to what is asked of it, or None where it gives nothing to ask.
_Make = Callable[[ListedName], Trial | None]
#: Families of what happens to words: not tried on the marks of aircraft, where a letter makes another aircraft.
_OF_WORDS = frozenset({"mistyping", "sounds", "scanning", "accents", "organisations"})
_MARKED = "Airplane"


def control_pack(listed: ListedNames, size: int, seed: int) -> Iterator[Trial]:
    """Yield listed names as they stand; a weak alias is asked for as one.

    Args:
        listed: The names.
        size: How many; 0 for all.
        seed: Draws them.
    """

    def fits(_text: str, _bearer: NameClass, _weak: bool) -> bool:  # noqa: FBT001 - as Fits has it
        return True

    strata = listed.draw("control", seed, fits)
    return _sample(listed, strata, size, lambda name: make_trial("control", "", name, name.text))


def altered_pack(listed: ListedNames, variation: Variation, size: int, seed: int) -> Iterator[Trial]:
    """Yield strong listed names altered in one way.

    A name that the party bears in the list already is no alteration and is left out.

    Args:
        listed: The names.
        variation: The way.
        size: How many; 0 for all that it applies to.
        seed: Draws them, and throws the dice of the change.
    """

    def fits(text: str, bearer: NameClass, weak: bool) -> bool:  # noqa: FBT001 - as Fits has it
        return not weak and bearer in variation.bearers and alter_name(variation, text, seed) is not None

    def make(name: ListedName) -> Trial | None:
        altered = alter_name(variation, name.text, seed)
        is_listed = altered in {other.text for other in listed.names_of(name.party)}
        return None if not altered or is_listed else make_trial("altered", variation.name, name, altered)

    strata = dict(listed.draw(variation.name, seed, fits))
    if variation.family in _OF_WORDS:
        strata.pop(_MARKED, None)
    return _sample(listed, strata, size, make)


def script_pack(listed: ListedNames, script: str, size: int, seed: int) -> Iterator[Trial]:
    """Yield strong listed names in one script other than Latin, of parties listed in Latin letters too."""

    def fits(text: str, _bearer: NameClass, weak: bool) -> bool:  # noqa: FBT001 - as Fits has it
        return not weak and not text.isascii() and name_script(text) == script

    def make(name: ListedName) -> Trial | None:
        return make_trial("own script", script, name, name.text) if latin_names(listed, name.party) else None

    return _sample(listed, listed.draw(f"script {script}", seed, fits), size, make)


def find_scripts(listed: ListedNames) -> list[str]:
    """Return the scripts that names are listed in beside Latin, the most frequent first."""
    scripts = Counter(name_script(text) for text in listed.texts() if not text.isascii())
    del scripts["Latin"]
    return sorted(scripts, key=lambda script: (-scripts[script], script))


def latin_names(listed: ListedNames, party: int) -> list[ListedName]:
    """Return the strong names of a party in Latin letters."""
    return [name for name in listed.names_of(party) if not name.weak and name_script(name.text) == "Latin"]


def made_pack(listed: ListedNames, size: int, seed: int) -> Iterator[Trial]:
    """Yield made names, each one full word different from a listed one: none should give a hit."""
    maker = NameMaker(listed, seed)

    def fits(_text: str, _bearer: NameClass, weak: bool) -> bool:  # noqa: FBT001 - as Fits has it
        return not weak

    def make(name: ListedName) -> Trial | None:
        made = maker.make(name)
        return make_trial("must not hit", "one word different", name, made) if made else None

    return _sample(listed, listed.draw("made", seed, fits), size, make)


def own_pack(queries: Iterable[Query]) -> Iterator[Trial]:
    """Yield people and companies of the user's own, none of whom should give a hit."""
    return (Trial("must not hit", "own file", query) for query in queries)


def make_trial(pack: PackName, variation: str, name: ListedName, asked: str) -> Trial:
    """Return a trial of a listed name."""
    query = Query(id=str(name.number), names=(asked,), schema=name.schema)
    return Trial(pack, variation, query, name.text, name.party_id, name.weak)


def _sample(
    listed: ListedNames, drawn: Mapping[str, Iterator[ListedName]], size: int, make: _Make
) -> Iterator[Trial]:
    strata = {schema: (trial for name in names if (trial := make(name))) for schema, names in drawn.items()}
    return sample_strata(strata, {schema: listed.share_of(schema) for schema in strata}, size)
