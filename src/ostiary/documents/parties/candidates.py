"""What a row of words may name, and how telling such a name is before anything else in the text is looked at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ostiary.documents.parties.lexicon import (
    has_sign,
    is_borrowed,
    is_ordinary,
    is_personal,
    is_place,
    is_widespread,
)
from ostiary.documents.parties.names import Bearer, PartyNames, is_craft, is_person
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.documents.parties.spellings import is_armed_or_criminal, is_credible_spelling
from ostiary.names.wording import ARTICLES, fold_word
from ostiary.names.written import WrittenForm

#: A word in the names of so many listed parties tells nobody apart.
_MANY_BEARERS = 7
_LEAST_TELLING = 4
#: A shorter word may be an acronym, or a word of any language.
_LEAST_DISTINCT = 6
_LONGEST_ACRONYM = 8
_SHORT_ACRONYM = 3
_LEAST_ACRONYM = 3
_VERY_MANY_BEARERS = 4 * _MANY_BEARERS
#: Two usual words are a name that thousands have; three of them fewer.
_USUAL_WORDS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that a row of words may name.

    Attributes:
        row: The words.
        party: Number of the party.
        bearer: What is known of it.
        name: Number of the listed name.
        text: The name as listed.
        words: The folded words of the written form that was found.
        form: How that differs from the listed name.
        weak: Whether the list calls the name weak.
        countries: ISO 3166 codes of the countries that the list gives the party, or that its own names name.
        omitted: How many words of the listed name the text leaves out.
        nickname: What stands within the name, if the list gives it to the party; else empty.
    """

    row: Row
    party: int
    bearer: Bearer
    name: int
    text: str
    words: tuple[str, ...]
    form: WrittenForm
    weak: bool
    countries: frozenset[str]
    omitted: int
    nickname: str = ""

    @property
    def whole(self) -> bool:
        """Whether all of the listed name stands there."""
        return self.form in {WrittenForm.LISTED, WrittenForm.GIVEN_FIRST}


def find_candidates(
    setting: Setting, names: PartyNames, rows: Iterable[Row], family: frozenset[int] | None = None
) -> list[Candidate]:
    """Return the parties that rows may name, each once for a row, by the fullest and strongest of its names.

    Args:
        setting: The text.
        names: The listed names.
        rows: The rows, none within another.
        family: Numbers of the parties of which family names alone are asked for; None for all other names.
    """
    best: dict[tuple[int, int, int], Candidate] = {}
    for row in rows:
        for candidate in _all_candidates(setting, names, row, family):
            key = row.first, row.last, candidate.party
            if key not in best or _rank(candidate) < _rank(best[key]):
                best[key] = candidate
    return list(best.values())


def _rank(candidate: Candidate) -> tuple[bool, int, bool, int]:
    return candidate.row.spelled, candidate.form, candidate.weak, candidate.name


def _all_candidates(
    setting: Setting, names: PartyNames, row: Row, family: frozenset[int] | None
) -> Iterator[Candidate]:
    listed = names.listed
    words = tuple(names.words_of_form(row.form))
    written = [setting.wording.form_of(at) for at in row.words] if row.spelled else []
    for name, form in names.names_of_form(row.form):
        party = names.party_of(name)
        if (form == WrittenForm.FAMILY) is (family is None) or (family is not None and party not in family):
            continue
        text = listed.name_texts[name]
        omitted = max(len(text.replace("-", " ").split()) - len(words), 0)
        weak = bool(listed.name_weak[name])
        bearer = names.bearer(party)
        if (row.spelled and (weak or not is_credible_spelling(written, words, bearer))) or (
            form == WrittenForm.KINDLESS and not is_armed_or_criminal(bearer)
        ):
            continue
        known = not row.insert or names.has_words(party, row.insert)
        how = form if known else WrittenForm.PARTIAL
        nickname = " ".join(row.insert) if known else ""
        yield Candidate(
            row, party, bearer, name, text, words, how, weak, names.countries_of(party), omitted, nickname
        )


def telling_class(setting: Setting, names: PartyNames, candidate: Candidate) -> str:
    """Return how telling a name is: a row of ``bars.csv``; empty where it says nothing by itself.

    A word alone is the name of nobody where English or many people have it: on real lists *said*, *Fox* and
    *Justice* are aliases.
    """
    telling = [word for word in candidate.words if word not in ARTICLES]
    if is_craft(candidate.bearer):
        return "craft" if len(telling) > 1 or any(map(str.isdigit, telling[0])) else "one-word craft"
    if is_person(candidate.bearer):
        return _person_class(names, candidate, telling)
    if len(telling) > 1 and not _is_code(setting, candidate, telling):
        return _organisation_class(names, candidate, telling)
    return _word_class(setting, names, candidate, telling)


def _person_class(names: PartyNames, candidate: Candidate, telling: Sequence[str]) -> str:
    if len(telling) == 1 or candidate.row.first == candidate.row.last:
        return ""
    if candidate.weak:
        return "long weak person" if len(telling) > _USUAL_WORDS else "weak person"
    if not all(map(str.isascii, telling)):  # how usual a name is in other scripts, neither list nor tables tell
        return "usual person" if candidate.whole else "usual person in part"
    tested = telling if candidate.whole else telling[-1:]  # the family name stands last in what is left of a name
    bearers = min(
        (
            count
            for word, count in zip(tested, names.count_bearers(tested), strict=True)
            if len(word) >= _LEAST_TELLING and not is_widespread(word)
        ),
        default=_VERY_MANY_BEARERS,
    )
    if bearers < _MANY_BEARERS:
        return "rare person" if candidate.whole else "rare person in part"
    if candidate.whole and (bearers < _VERY_MANY_BEARERS or len(telling) > _USUAL_WORDS):
        return "less usual person"
    return "usual person" if candidate.whole else "usual person in part"


def _organisation_class(names: PartyNames, candidate: Candidate, telling: Sequence[str]) -> str:
    if candidate.weak:
        return "weak organisation"
    rare = any(
        count < _VERY_MANY_BEARERS and len(word) >= _LEAST_TELLING and not _is_usual(word)
        for word, count in zip(telling, names.count_bearers(telling), strict=True)
    )
    rare = rare or (is_armed_or_criminal(candidate.bearer) and any(has_sign(word, "cartel") for word in telling))
    named = candidate.whole and any(map(_is_personal_only, telling))
    kind = "rare organisation" if rare else "named organisation" if named else "usual organisation"
    return kind + ("" if candidate.whole else " in part")


def _is_personal_only(word: str) -> bool:
    """Return whether a word is a person's name and nothing else: *Wagner*, not *Rose*."""
    return len(word) >= _LEAST_TELLING and is_personal(word) and not (is_ordinary(word) or is_place(word))


def _is_usual(word: str) -> bool:
    return is_ordinary(word) or is_personal(word) or is_place(word) or has_sign(word, "day")


def _is_code(setting: Setting, candidate: Candidate, telling: Sequence[str]) -> bool:
    """Return whether several words are one acronym with figures: MS-13."""
    return sum(map(len, telling)) <= _LONGEST_ACRONYM and setting.upper[candidate.row.first]


def _word_class(setting: Setting, names: PartyNames, candidate: Candidate, telling: Sequence[str]) -> str:
    word = "".join(telling)
    first = candidate.row.first
    if setting.upper[first] and len(word) <= _LONGEST_ACRONYM and setting.case_at(first) != "upper":
        return _acronym_class(candidate, word)
    if len(word) < _LEAST_TELLING or _is_usual(word):
        return ""
    if not candidate.whole:
        rare = names.count_bearers([word])[0] < _VERY_MANY_BEARERS and is_armed_or_criminal(candidate.bearer)
        return "group word" if rare else "one word in part"
    distinct = len(word) >= _LEAST_DISTINCT and not is_borrowed(word) and not _is_somebodys(setting, first)
    return "one weak word" if candidate.weak else "distinct word" if distinct else "one word"


def _acronym_class(candidate: Candidate, word: str) -> str:
    if len(word) < _LEAST_ACRONYM:
        return "two letters"
    if is_ordinary(word) or not candidate.whole:
        return "one weak word"
    short = len(word) == _SHORT_ACRONYM and not any(map(str.isdigit, word))
    return "weak organisation" if candidate.weak else "short acronym" if short else "acronym"


def _is_somebodys(setting: Setting, first: int) -> bool:
    """Return whether the text has a word behind somebody's given name as well."""
    wording = setting.wording
    written = wording.text[wording.starts[first] : wording.end_of(first, bare=True)]
    return any(map(is_personal, _words_before(wording.text, written)))


@lru_cache(maxsize=64)
def _words_before(text: str, written: str) -> frozenset[str]:
    """The folded words that stand before a word anywhere in a text."""
    return frozenset(fold_word(found[1]) for found in re.finditer(rf"\b(\w{{2,20}}) {re.escape(written)}\b", text))
