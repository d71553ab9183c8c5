"""What a text says, beside a name, for the listed party as its bearer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.identifying import fits_age, identifying_evidence
from ostiary.documents.parties.lexicon import country_name, has_sign, known_for
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.documents.tables import read_table

_PACKAGE = "ostiary.documents.parties"
#: So many words before or after a name are beside it.
_BESIDE = 5
_LEAST_OFFICE_LETTERS = 5
_OFTEN = 3
#: American papers name it in every report, so it tells nobody apart.
TOO_FREQUENT = frozenset({"us"})
_OF_GROUPS = frozenset({"terror", "crime"})
_GROUPS = ["group", "cartel", "gang"]
_SHORT_OFFICES = {"pres": "president", "gen": "general", "gov": "governor", "col": "colonel"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing in a text that speaks for the listed party.

    Attributes:
        kind: A row of ``evidence.csv``.
        wording: What it is, in plain words.
    """

    kind: str
    wording: str

    @property
    def points(self) -> int:
        """How much it counts."""
        return _points()[self.kind]

    @property
    def tells_apart(self) -> bool:
        """Whether it tells the party from another listed one of the same name."""
        return self.kind in _telling_apart()


@cache
def _points() -> Mapping[str, int]:
    return {row["kind"]: int(row["points"]) for row in read_table("evidence.csv", _PACKAGE)}


@cache
def _telling_apart() -> frozenset[str]:
    return frozenset(row["kind"] for row in read_table("evidence.csv", _PACKAGE) if row["apart"] == "yes")


@cache
def _wordings() -> Mapping[str, str]:
    return {row["kind"]: row["wording"] for row in read_table("evidence.csv", _PACKAGE)}


def state_evidence(kind: str, what: str = "") -> Evidence:
    """Return a piece of evidence with its wording filled in."""
    return Evidence(kind, _wordings()[kind].format(what))


def beside(setting: Setting, row: Row) -> range:
    """Return the words beside a row, in its sentence."""
    sentence = setting.sentence(row.first)
    return range(max(sentence.start, row.first - _BESIDE), min(sentence.stop, row.last + 1 + _BESIDE))


def gather_evidence(setting: Setting, candidate: Candidate, published: date | None) -> list[Evidence]:
    """Return what the text says for the listed party as the bearer of a name.

    Args:
        setting: The text.
        candidate: The name and the party.
        published: The day of publication, to reckon ages from.
    """
    identified = [state_evidence(kind, what) for kind, what in identifying_evidence(setting, candidate)]
    if is_craft(candidate.bearer):
        near = beside(setting, candidate.row)
        craft = setting.find_sign("craft", near) is not None
        listed = _find_any(setting, candidate.row, ["designation"], near) if craft else ""
        said = [state_evidence("craft listed", listed)] if listed else []
        return [*identified, *_craft_evidence(setting, candidate), *said]
    if candidate.nickname:
        identified.append(state_evidence("nickname", candidate.nickname))
    found = [*identified, *_country_evidence(setting, candidate), *_sign_evidence(setting, candidate)]
    if is_person(candidate.bearer):
        found += _personal_evidence(setting, candidate, published)
    return found


def _craft_evidence(setting: Setting, candidate: Candidate) -> Iterator[Evidence]:
    for kind, words in (
        ("craft beside", beside(setting, candidate.row)),
        ("craft near", setting.near(candidate.row.first, candidate.row.last)),
        ("craft", range(len(setting.wording))),
    ):
        if setting.find_sign("craft", words) is not None:
            yield state_evidence(kind)
            return


def countries_of(candidate: Candidate) -> frozenset[str]:
    """Return the countries that the list gives a party, or that its programs are about."""
    about = (known_for(program)[1] for program in candidate.bearer.programs)
    return candidate.countries.union(*about)


def _country_evidence(setting: Setting, candidate: Candidate) -> Iterator[Evidence]:
    row = candidate.row
    own = countries_of(candidate) - TOO_FREQUENT
    for mark in setting.countries_in(setting.near(row.first, row.last)):
        if (met := own & mark.word.codes) and mark.first not in row.words:
            yield state_evidence("country near", country_name(min(met)))
            return
    for code in sorted(own):
        places = setting.codes.get(code, ())
        if places and not (places[0] in row.words and places[-1] in row.words):
            yield state_evidence("country", country_name(code))
            return


def _sign_evidence(setting: Setting, candidate: Candidate) -> Iterator[Evidence]:
    known = known_signs(candidate)
    if not is_person(candidate.bearer) and known & _OF_GROUPS:
        group = _find_any(setting, candidate.row, _GROUPS, beside(setting, candidate.row))
        yield from [state_evidence("group beside", group)] if group else []
    for kind, signs in (("signs", sorted(known)), ("designation", ["designation"])):
        near = _find_any(setting, candidate.row, signs, setting.near(candidate.row.first, candidate.row.last))
        anywhere = near or _find_any(setting, candidate.row, signs, range(len(setting.wording)))
        often = sum(len(setting.signs.get(sign, ())) for sign in signs) >= _OFTEN
        if near:
            yield state_evidence(f"{kind} near", near)
        elif anywhere and often and kind == "signs":
            yield state_evidence("signs often", anywhere)
        elif anywhere and kind == "signs":
            yield state_evidence(kind, anywhere)


def known_signs(candidate: Candidate) -> set[str]:
    """Return the signs that the programs of a party are known for in the news."""
    return {sign for program in candidate.bearer.programs for sign in known_for(program)[0]}


def _find_any(setting: Setting, row: Row, signs: list[str], words: range) -> str:
    """The first word outside the name that gives one of the signs, as written; empty if there is none."""
    wording = setting.wording
    for sign in signs:
        for part in (range(words.start, row.first), range(row.last + 1, words.stop)):
            if (at := setting.find_sign(sign, part)) is not None:
                return wording.text[wording.starts[at] : wording.end_of(at, bare=True)]
    return ""


def _personal_evidence(setting: Setting, candidate: Candidate, published: date | None) -> Iterator[Evidence]:
    offices = {word.lower() for text in candidate.bearer.positions for word in re.findall(r"\w+", text)}
    words = (setting.wording.form_of(at) for at in beside(setting, candidate.row))
    near = [_SHORT_OFFICES.get(word, word) for word in words]
    if any(word in offices and has_sign(word, "office") and len(word) >= _LEAST_OFFICE_LETTERS for word in near):
        yield state_evidence("office")
    if fits_age(setting, candidate, published):
        yield state_evidence("age")
