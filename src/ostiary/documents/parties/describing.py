"""The words right before and after a name that say who or what its bearer is: *the ferry X*, *X, a dentist*."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from ostiary.documents.parties.lexicon import has_sign, is_very_ordinary, kinds_of_things
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.documents.tables import read_table

_PACKAGE = "ostiary.documents.parties"
_OPENERS = frozenset({" ", "-", "\u00a0", ' "', " \u201c", " \u2018", " '", " *", " _", " \u00ab", "\n"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "another", "this", "that", "his", "her", "its", "their", "our", "my", "whose"}
)
#: What parts a name from words that describe its bearer, and the word that these begin with.
_AFTER = re.compile(
    r"[\"\u201d\u2019'*_\u00bb]?(?:,[\"\u201d\u2019']? | \(|: | [-\u2013\u2014] )"
    r"(?=(?:an?|the|another|one|no|not|who|which|whose|whom|aged|now|then|also|born|built|launched|founded|based|of"
    r"|under|IMO|\d+)\b|[A-Z][a-z]+\))"
    r"|,? (?:is|was|are|were|has been) (?=(?:an?|the|one|another|no|not|also|built|born|launched|founded|based"
    r"|under)\b)"
)
#: A clause that describes may be followed by another one.
_FURTHER = re.compile(
    r"(?:\),|[,)]) (?=(?:an?|the|who|which|whose|whom|aged|born|built|launched|founded|based|of|IMO|no|not"
    r"|(?:is|was) (?:an?|the|another|one))\b)"
)
_COPULAS = frozenset({"is", "was", "were"})
_MOST_BEFORE = 6
_LONGEST_LEAD = 9
_MOST_AFTER = 24
_MOST_TOLD = 12
_LEAST_LETTERS = 4
_NO_LONGER = frozenset({"former", "formerly", "ex", "onetime", "once", "like"})


@dataclass(frozen=True, slots=True)
class Description:
    """The words that describe the bearer of a name in one place.

    Attributes:
        before: Those right before the name, determiner included.
        after: Those after it, up to where the sentence goes on.
        lead: Those that it explains, between commas: *the skipper of the ferry, X, said*.
    """

    before: range
    after: range
    lead: range = range(0)

    def words(self) -> Iterator[int]:
        """Return all of them."""
        yield from self.lead
        yield from self.before
        yield from self.after


#: No words.
UNDESCRIBED = Description(range(0), range(0))


@cache
def _ends() -> frozenset[str]:
    """Words that begin no description, or end one."""
    return frozenset(row["word"] for row in read_table("turning_words.csv", _PACKAGE) if row["ends"] == "yes")


def describe(setting: Setting, row: Row, stop: int) -> Description:
    """Return the words that describe the bearer of a name.

    Args:
        setting: The text.
        row: The name.
        stop: The word at which a description after it ends at the latest: the next place of such a name.
    """
    return Description(range(_start(setting, row), row.first), _after(setting, row, stop), _lead(setting, row))


def _lead(setting: Setting, row: Row) -> range:
    wording = setting.wording
    if (
        not row.first
        or wording.gap(row.first - 1) != ", "
        or not wording.text.startswith(",", wording.ends[row.last])
    ):
        return range(0)
    start = max(setting.sentence(row.first).start, row.first - _LONGEST_LEAD)
    for at in range(row.first - 2, start - 1, -1):
        if wording.gap(at) not in _OPENERS:
            return range(at + 1, row.first)
    return range(start, row.first)


def _start(setting: Setting, row: Row) -> int:
    wording, start = setting.wording, row.first
    for at in range(row.first - 1, max(row.first - 1 - _MOST_BEFORE, -1), -1):
        form = wording.forms[at]
        if wording.gap(at) not in _OPENERS or setting.sentence_of[at] != setting.sentence_of[row.first]:
            return start
        if at in wording.possessive or form in _ends() or (setting.capital[at] and not _describes(setting, at)):
            return start
        start = at
        if form in _DETERMINERS and not _is_of_name(setting, at):
            return start
    return start


def _is_of_name(setting: Setting, at: int) -> bool:
    """Return whether a *The* belongs to the name: *the boat The Titan*."""
    return setting.capital[at] and (not setting.opening[at] or not setting.wording.gap(at - 1).isspace())


def _describes(setting: Setting, at: int) -> bool:
    """Return whether a capitalised word may describe somebody: a nationality, a title, the first of a sentence."""
    form = setting.wording.forms[at]
    placed = any(mark.first <= at <= mark.last for mark in setting.countries_in(range(max(at - 2, 0), at + 1)))
    return placed or setting.opening[at] or has_sign(form, "title", "office") or form in _DETERMINERS


def _after(setting: Setting, row: Row, stop: int) -> range:
    wording, text = setting.wording, setting.wording.text
    if row.last in wording.possessive:
        return range(0)
    cue = _AFTER.match(text, wording.ends[row.last])
    if not cue:
        return range(0)
    first = wording.number_at(cue.end())
    last = min(setting.sentence(row.last).stop, stop, first + _MOST_AFTER)
    for at in range(first, last):
        end = wording.ends[at]
        if at + 1 >= last:
            break
        if text[end : end + 1] in {",", ")", ";"} and not _FURTHER.match(text, end):
            return range(first, at + 1)
    return range(first, max(first, last))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


def telling_stems(setting: Setting, words: Iterator[int] | range) -> set[str]:
    """Return the stems of the words among some that may tell one bearer of a name from another.

    Words of sanctions and crime do not: who is taken for a listed namesake speaks of them too.
    """
    return {stem for at in words if (stem := stem_at(setting, at))}


def stem_at(setting: Setting, at: int) -> str:
    """Return the stem of a word that may tell a bearer, or an empty string."""
    form = setting.wording.form_of(at)
    plain = is_very_ordinary(form) and not has_sign(form, "office")
    if len(form) < _LEAST_LETTERS or plain or form.isdigit():
        return ""
    return "" if has_sign(form, "designation", "crime", "terror") else _stem(form)


def kind_of_thing(setting: Setting, told: Description) -> str:
    """Return what kind of thing a description names, a row of ``things.csv``; empty if it names none.

    Only the noun counts that the description begins with: *a ferry that carries tanker crews* is a ferry.
    """
    return next((kind for at in _heads(setting, told) for kind in [kind_at(setting, at)] if kind), "")


def kind_at(setting: Setting, at: int) -> str:
    """Return the kind of thing that one word names, or an empty string."""
    return kinds_of_things().get(setting.wording.form_of(at), "")


def _heads(setting: Setting, told: Description) -> Iterator[int]:
    """The words of the noun phrases that describe: next to the name, and up to a preposition after it."""
    yield from reversed(told.before)
    for at in told.after:
        if setting.wording.forms[at] in _ends() - _COPULAS:
            return
        yield at


def private_life(setting: Setting, told: Description) -> str:
    """Return the word of a description that gives its bearer an everyday calling; empty if none does."""
    heads = list(_heads(setting, told))
    if any(setting.wording.forms[at] in _NO_LONGER for at in heads):
        return ""
    for at in heads:
        first = at - 1 if at and _is_calling(setting, at - 1, at) else at
        if first < at or _is_calling(setting, at, at):
            return setting.wording.text[setting.wording.starts[first] : setting.wording.ends[at]]
    return ""


def _is_calling(setting: Setting, first: int, last: int) -> bool:
    """Return whether a word or two together (*violin maker*) are an everyday calling."""
    forms = (setting.wording.form_of(at) for at in range(first, last + 1))
    return has_sign("".join(forms), "private life")


def quote_description(setting: Setting, row: Row, told: Description) -> str:
    """Return a description as the text words it, with the name, shortened; empty if there is none."""
    words = list(told.words())
    if not words:
        return ""
    first = told.before.start if told.before else row.first
    last = told.after[min(len(told.after), _MOST_TOLD) - 1] if told.after else row.last
    text = setting.wording.text[setting.wording.starts[first] : setting.wording.ends[last]]
    return " ".join(text.split())
