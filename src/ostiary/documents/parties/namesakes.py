"""Words in a text that tell two bearers of a name apart: *no relation*, *another ship of the name*, *namesake*."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.describing import Description
from ostiary.documents.parties.names import is_person
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.documents.tables import read_table
from ostiary.names.wording import Wording

#: Somewhere near, a text tells of two that have one name.
_TWO = re.compile(
    r"\b(?:same name|namesakes?|shar(?:e|es|ed|ing) (?:a|the|his|her|its|their) name|of (?:my|that) name"
    r"|(?:confus|mistak|mistook|mixed)\w{0,5} (?:(?:him|her|it|them|me|us|up) )?(?:with|for)\b"
    r"|no relation|(?:are|were) not related|(?:have|had) never met|mistaken identity|mix-up"
    r"|(?:two|three|both|several) (?:[\w-]{1,20} ){1,2}(?:called|named|with the name|of the name))\b",
    re.IGNORECASE,
)
_PACKAGE = "ostiary.documents.parties"

#: Somebody else is spoken of: enough by itself, or only where the name follows again.
_OTHER = re.compile(
    r"\b(?:(?:confused|mistaken|mistook \w{1,20}|confuse \w{1,20}) (?:with|for)|mistaken identity|namesakes?"
    r"|(?:of|by|with|bears?|has|shares?|sharing) (?:the|a|his|her|its|their) (?:same )?name)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:not (?:related|connected|linked|affiliated|identical|the same)|unrelated|unconnected"
    r"|no (?:relation|relative|connection|link|ties?)|(?:is|was|are|were) not the)\b",
    re.IGNORECASE,
)
#: Another thing of a kind that has the name: the name follows, or went before.
_ANOTHER = re.compile(
    r"\b(?:another|different|second|other|unrelated|two|both) (?:[\w-]{1,20} ){1,3}"
    r"(?:of|with|by|bearing|called|named|share|shares|bear|bears|has|have) (?:the |that |this |a |an )?"
    r"(?:same |similar |identical |almost the same )?name\b"
    r"|\b(?:his|her|its|their|a|the|whose) namesake\b",
    re.IGNORECASE,
)
#: A sentence goes on from a name to what lists say of its bearer.
_LISTED = re.compile(
    r"[\"\u201d\u2019']?(?:,? (?:who|which|that))?"
    r"(?: (?:is|was|are|were|has been|had been|stands|appears|figures))?"
    r"(?: (?:also|indeed|still|now|already|itself|himself|herself))?"
    r" (?:on|under|listed|sanctioned|blacklisted|designated)\b"
    r"(?: (?:the|an?|of|by|in|on|from|U\.?S\.?|American)\b){0,3}",
    re.IGNORECASE,
)
#: What is said to be listed was taken for it.
_MISTAKEN = re.compile(
    r"\b(?:mistak\w{0,5}|wrongly|error|in place of|instead of|confus\w{0,6}|not|never)\b", re.IGNORECASE
)
_NOT_THE_SAME = frozenset({"different", "other", "unrelated"})
_NAMESAKE = frozenset({"namesake", "namesakes", "eponymous", "samenamed", "likenamed"})
#: So many words back a name may have been said before it is introduced anew.
_LONGEST_BACK = 600
_CALLED = frozenset({"called", "named", "dubbed", "christened"})
_PRONOUNS = frozenset({"it", "this", "that", "he", "she", "they", "which", "who"})
_COPULAS = frozenset({"is", "was", "are", "were"})
_DENIALS = frozenset(
    {("confused", "with"), ("mistaken", "for"), ("distinct", "from"), ("do", "with"), ("common", "with")}
)
_NO_RELATION = re.compile(r"no relation\b", re.IGNORECASE)


def is_set_apart(setting: Setting, row: Row, told: Description) -> bool:
    """Return whether the words beside a name say that it has another bearer: *a different X*, *X, no relation*.

    Which of the two is the listed one they do not say.

    Args:
        setting: The text.
        row: The name.
        told: The words that describe its bearer.
    """
    wording = setting.wording
    before = [wording.forms[at] for at in told.before]
    if not _NAMESAKE.isdisjoint(before) or any(wording.forms[at] in _NAMESAKE for at in told.after):
        return True
    if (before[:1] == ["another"] or not _NOT_THE_SAME.isdisjoint(before[1:])) and not _is_modifier(setting, row):
        return True
    if any(wording.forms[at] == "another" and _says_what(wording, told, at) for at in told.after):
        return True
    if told.after and _NO_RELATION.match(wording.text, wording.starts[told.after.start]):
        return True
    return _is_another(setting, row) or _is_denied(setting, row, told) or _is_new(setting, row, told)


def is_said_listed(setting: Setting, row: Row) -> bool:
    """Return whether a sentence says after a name that its bearer is listed: *X is on the sanctions list*.

    Args:
        setting: The text.
        row: The name.
    """
    text, start = setting.wording.text, setting.wording.ends[row.last]
    sentence = setting.sentence(row.last)
    cue = _LISTED.match(text, start)
    if cue is None or cue.end() > setting.wording.ends[sentence.stop - 1]:
        return False
    first = setting.wording.number_at(cue.end())
    named = setting.find_sign("designation", range(max(first - 1, row.last + 1), min(first + 4, sentence.stop)))
    return named is not None and not _MISTAKEN.search(text, start, setting.wording.ends[sentence.stop - 1])


def _is_denied(setting: Setting, row: Row, told: Description) -> bool:
    """Return whether what was named just before is said not to be this one: *It is not the Iranian X*."""
    forms, start = setting.wording.forms, told.before.start if told.before else row.first
    words = tuple(forms[max(start - 3, 0) : start])
    denied = words[1:] in _DENIALS or (
        words[2:] == ("not",) and words[0] in _PRONOUNS and words[1] in _COPULAS and len(told.before) > 1
    )
    return (denied or words[-1:] == ("unlike",)) and _stands_in(
        setting, row.last, range(setting.paragraph_start(row.first), row.first)
    )


def _is_new(setting: Setting, row: Row, told: Description) -> bool:
    """Return whether a name that the text has had is introduced anew: *a shop called X*."""
    before = [setting.wording.forms[at] for at in told.before]
    if before[:1] not in (["a"], ["an"]) or _CALLED.isdisjoint(before):
        return False
    last = setting.wording.form_of(row.last)
    return any(
        setting.wording.form_of(at) == last and setting.case_at(at) == "running"
        for at in range(max(row.first - _LONGEST_BACK, 0), row.first)
    )


def _says_what(wording: Wording, told: Description, at: int) -> bool:
    """Return whether a word begins a description or what the bearer is said to be (*X is another*)."""
    return at == told.after.start or wording.forms[at - 1] in {"is", "was"}


@cache
def _words_after_names() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("turning_words.csv", _PACKAGE) if row["alone"] == "yes")


def tells_of_two(setting: Setting, rows: Iterable[Row]) -> bool:
    """Return whether a paragraph in which one of some names stands speaks of two that have one name.

    Args:
        setting: The text.
        rows: The names.
    """
    cues = _twos_of(setting.wording.text)
    if not cues:
        return False
    starts = {setting.paragraph_start(row.first) for row in rows}
    return any(setting.paragraph_start(setting.wording.number_at(cue)) in starts for cue in cues)


@lru_cache(maxsize=4)
def _twos_of(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in _TWO.finditer(text))


def _is_modifier(setting: Setting, row: Row) -> bool:
    """Return whether a name stands for what follows it: *another Estero Cartel gunman*."""
    after = row.last + 1
    if after >= len(setting.wording) or setting.wording.gap(row.last) != " ":
        return False
    return not setting.capital[after] and setting.wording.forms[after] not in _words_after_names()


def _is_another(setting: Setting, row: Row) -> bool:
    """Return whether *another ship of the name* stands right before a name, in its sentence."""
    around = setting.around(row.first, row.last)
    start, end = setting.wording.starts[around.start], setting.wording.starts[row.first]
    return _ANOTHER.search(setting.wording.text, start, end) is not None


def is_told_apart(setting: Setting, candidate: Candidate) -> bool:
    """Return whether the text says, after a name, that its bearer is not the listed one of that name."""
    last, around = candidate.row.last, setting.around(candidate.row.first, candidate.row.last)
    cue = _find_cue(setting, around)
    if cue is None or cue.start < setting.wording.ends[last]:
        return False
    listed = setting.find_sign("designation", range(last + 1, around.stop)) is not None
    namesake = is_person(candidate.bearer) and _same_name_in(setting, last, around)
    after = range(setting.wording.number_at(cue.end), around.stop)
    return _stands_in(setting, last, after) or (cue.enough and listed) or namesake


def _same_name_in(setting: Setting, last: int, around: range) -> bool:
    """Return whether words such as *of the same name* stand after a name."""
    end = setting.wording.ends[around.stop - 1]
    return any(
        cue.enough and setting.wording.ends[last] <= cue.start < end for cue in _cues_of(setting.wording.text)
    )


def is_the_other(setting: Setting, candidate: Candidate) -> bool:
    """Return whether the text says, before a name, that somebody else of that name is not its bearer."""
    around = setting.around(candidate.row.first, candidate.row.last)
    cue = _find_cue(setting, around)
    if cue is None or cue.end > setting.wording.starts[candidate.row.first]:
        return False
    before = range(around.start, setting.wording.number_at(cue.start))
    return _stands_in(setting, candidate.row.last, before)


class _Cue(NamedTuple):
    """Words that tell two bearers of a name apart, and whether they do so without the name being said again."""

    start: int
    end: int
    enough: bool


@lru_cache(maxsize=4)
def _cues_of(text: str) -> tuple[_Cue, ...]:
    found = [
        _Cue(*cue.span(), enough)
        for pattern, enough in ((_OTHER, True), (_APART, False))
        for cue in pattern.finditer(text)
    ]
    return tuple(sorted(found))


def _find_cue(setting: Setting, words: range) -> _Cue | None:
    """The first words among others that tell two bearers of a name apart."""
    cues = _cues_of(setting.wording.text)
    at = bisect_left(cues, setting.wording.starts[words.start], key=lambda cue: cue.start)
    return cues[at] if at < len(cues) and cues[at].end <= setting.wording.ends[words.stop - 1] else None


def _stands_in(setting: Setting, word: int, words: range) -> bool:
    """Return whether a word stands among others as well."""
    return any(setting.wording.form_of(at) == setting.wording.form_of(word) for at in words)
