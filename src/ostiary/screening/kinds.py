"""What kind of bearer does a row speak of, where no column says so? A person or a ship, if all agrees.

Only what cannot well be said of another kind counts: given and family name, birth date and place, gender; an IMO
number, a flag. A company is never told so: a listed person's name may stand in it, and traders have numbers too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ostiary.index import Index
from ostiary.model.queries import Query
from ostiary.names.analysis import NameClass, WordKind, analyse_name, classes_of_schema
from ostiary.names.identifiers import is_ship_number

#: Clues that intake finds in columns, and the schema that each speaks for.
CLUES = {"given and family name": "Person", "IMO number": "Vessel"}
#: Words that stand in names of organisations, and seldom in those of people and ships.
_COMPANY_WORDS = frozenset({WordKind.LEGAL_FORM, WordKind.GENERIC, WordKind.ACTIVITY})


@dataclass(frozen=True, slots=True)
class ToldKind:
    """A kind of bearer that a row tells.

    Attributes:
        schema: FollowTheMoney's word for it.
        clues: What tells it, in words.
    """

    schema: str
    clues: tuple[str, ...]

    @property
    def reason(self) -> str:
        """In plain words."""
        kind = "a person" if self.schema == "Person" else "a ship"
        return f"screened as {kind} alone, as told by: {', '.join(self.clues)}; a schema says otherwise"


def tell_kind(query: Query, index: Index) -> ToldKind | None:
    """Return the kind of bearer that a query's fields tell; None if it has a schema, or they leave it open.

    They do not where they speak for two kinds, where a name has a legal form or a word of companies, and where it
    is, letter by letter, a listed name of another kind: no listed party is lost in silence.
    """
    if query.schema:
        return None
    found = _find_clues(query)
    schemas = set(found.values())
    if len(schemas) != 1 or _has_company_word(query.names) or ("Person" in schemas and query.founding_dates):
        return None
    told = ToldKind(schemas.pop(), tuple(found))
    return None if _is_listed_otherwise(query.names, told.schema, index) else told


def _find_clues(query: Query) -> dict[str, str]:
    """Each clue, with the schema that it speaks for."""
    fields = {
        "birth date": ("Person", query.birth_dates),
        "place of birth": ("Person", query.birth_places),
        "gender": ("Person", query.gender),
        "flag": ("Vessel", query.flags),
    }
    found = {clue: schema for clue, (schema, values) in fields.items() if values}
    told = [clue for clue in query.clues if clue != "IMO number" or any(map(is_ship_number, query.identifiers))]
    return found | {clue: CLUES[clue] for clue in told if clue in CLUES}


def _has_company_word(names: Sequence[str]) -> bool:
    return any(
        word.kind in _COMPANY_WORDS for name in names for word in analyse_name(name, NameClass.ORGANISATION).words
    )


def _is_listed_otherwise(names: Sequence[str], schema: str, index: Index) -> bool:
    kinds = classes_of_schema(schema)
    return any(index.class_of_name(at) not in kinds for name in names for at in index.find_exact(name).tolist())
