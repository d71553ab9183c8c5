"""What a text says, beside a name, for or against the listed party as its bearer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.identifying import identifying_evidence
from ostiary.documents.parties.lexicon import country_name, has_sign, known_for, nationality
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.documents.tables import read_table
from ostiary.model.periods import Period
from ostiary.model.reports import Span

_PACKAGE = "ostiary.documents.parties"
#: So many words before or after a name are beside it.
_BESIDE = 5
_AGE = re.compile(r"(?:, | \()(?:aged? )?(\d{2})(?=\)|,|\.|;| years old)")
_PARTY_MARK = re.compile(r"\s*,?\s*\(?[DR]-[A-Z]")
_AGE_MARGIN = 2
_LEAST_OFFICE_LETTERS = 5
_YEAR = 365.25
_OFTEN = 3
#: American papers name it in every report, so it tells nobody apart.
_TOO_FREQUENT = frozenset({"us"})
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
    return frozenset(candidate.bearer.countries).union(*about)


def _country_evidence(setting: Setting, candidate: Candidate) -> Iterator[Evidence]:
    row = candidate.row
    own = countries_of(candidate) - _TOO_FREQUENT
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
    known = _known_signs(candidate)
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


def _known_signs(candidate: Candidate) -> set[str]:
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


def find_age(text: str, place: int) -> tuple[int, Span] | None:
    """Return the age that is given right after a name (*X, 62,*; *X (62)*), and where; None if there is none.

    Args:
        text: The text.
        place: Where the name ends.
    """
    found = _AGE.match(text, place)
    return (int(found[1]), Span(found.start(1), found.end(1))) if found else None


def is_age_possible(age: int, births: Sequence[Period], published: date) -> bool:
    """Return whether an age fits one of the listed birth dates, allowing for slips of a year or two."""
    return any(
        (published - birth.last).days / _YEAR - _AGE_MARGIN <= age <= (published - birth.first).days / _YEAR + 1
        for birth in births
    )


def fits_age(setting: Setting, candidate: Candidate, published: date | None) -> bool | None:
    """Return whether an age given after the name fits the listed birth date; None if either is not known."""
    found = find_age(setting.wording.text, setting.wording.ends[candidate.row.last])
    if not found or not published or not candidate.bearer.births:
        return None
    return is_age_possible(found[0], candidate.bearer.births, published)


def find_contradiction(setting: Setting, candidate: Candidate, published: date | None) -> str:
    """Return what in the text speaks against the listed person as the bearer of a name; empty if nothing does."""
    if not is_person(candidate.bearer):
        return _elsewhere(setting, candidate)
    text, row = setting.wording.text, candidate.row
    own = countries_of(candidate)
    if "us" not in own and _PARTY_MARK.match(text, setting.wording.ends[row.last]):
        return "the text gives a party and state of the United States"
    for at in _words_before(setting, row):
        word = setting.wording.form_of(at)
        if has_sign(word, "private life"):
            return f"the text calls the bearer “{text[setting.wording.starts[at] : setting.wording.ends[at]]}”"
        if has_sign(word, "us office") and "us" not in own:
            return "the text gives an office of the United States"
    other = _other_nationality(setting, row, own)
    if other:
        return f"the text calls the bearer {other}"
    return (
        "the age given does not fit the listed birth date"
        if fits_age(setting, candidate, published) is False
        else ""
    )


def _elsewhere(setting: Setting, candidate: Candidate) -> str:
    """Return what speaks against an organisation: none of the countries that the list gives it is named."""
    own = set(candidate.bearer.countries) - _TOO_FREQUENT
    named = not own or any(code in setting.codes for code in own)
    return "" if named else "the text names none of the countries that the list gives it"


def _words_before(setting: Setting, row: Row) -> Iterator[int]:
    """The words before a name that describe its bearer, nearest first."""
    for at in range(row.first - 1, max(row.first - 1 - _BESIDE, -1), -1):
        if setting.wording.gap(at).strip(" \u00a0") not in {"", "-"} or at in setting.wording.possessive:
            return
        yield at


def _other_nationality(setting: Setting, row: Row, own: frozenset[str]) -> str:
    """The nationality in the words before a name, where it is none of the party's own."""
    before = set(_words_before(setting, row))
    if not before or not own:
        return ""
    marks = [mark for mark in setting.countries_in(range(min(before), row.first)) if mark.last in before]
    if not marks or any(mark.word.codes & own for mark in marks):
        return ""
    codes = marks[-1].word.codes
    adjective = marks[-1].word.adjective and setting.wording.gap(marks[-1].last) in {" ", "\u00a0"}
    return nationality(min(codes)) if adjective else ""
