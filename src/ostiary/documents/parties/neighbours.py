"""Whether the words beside a name make it a longer name, which somebody else bears.

*Nicolas Maduro Guerra* holds a listed name and is another man; *Venezuelan President Nicolás Maduro* is none.
"""

from ostiary.documents.parties.lexicon import has_sign, is_ordinary, is_personal, is_place, is_very_ordinary
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.names.wording import ARTICLES

_PERSONAL_LINKS = frozenset(
    {"al", "bin", "bint", "el", "ibn", "von", "van", "de", "del", "da", "dos", "abu", "ben"}
)
_LINKS = frozenset({"of", "for"})
_JOINED = frozenset({"-", "\u2010", "\u2011"})
_PREFIXES = frozenset({"anti", "ex", "non", "post", "pro", "us"})
_SPACES = frozenset({" ", "\u00a0", "\n"})


def has_longer_start(setting: Setting, row: Row) -> bool:
    """Return whether a family name stands behind somebody's given name."""
    return _goes_on_left(setting, row, person=True)


def is_longer(setting: Setting, row: Row, *, person: bool) -> bool:
    """Return whether a row is part of a longer name.

    Args:
        setting: The text.
        row: The words of the listed name.
        person: Whether it would be a person's.
    """
    return _goes_on_left(setting, row, person=person) or _goes_on_right(setting, row, person=person)


def _goes_on_left(setting: Setting, row: Row, *, person: bool) -> bool:
    left = row.first - 1
    if left < 0 or left in setting.wording.possessive:
        return False
    gap = setting.wording.gap(left)
    form = setting.wording.forms[left]
    if gap in {". ", ".\u00a0"}:
        return person and len(form) == 1
    if left and _is_article(setting, left):
        return setting.wording.gap(left - 1) in _SPACES and _belongs_to_name(setting, left - 1)
    if gap in _JOINED:
        return setting.capital[left] and not is_place(form) and form not in _PREFIXES
    if gap in _SPACES and not setting.capital[left]:
        return person and form in _PERSONAL_LINKS
    return gap in _SPACES and not _stands_apart(setting, left, person=person)


def _is_article(setting: Setting, at: int) -> bool:
    """Return whether a small word is an Arabic article, and not the *as* or *at* of an English sentence."""
    form, gap = setting.wording.forms[at], setting.wording.gap(at)
    return not setting.capital[at] and ((gap in _JOINED and form in ARTICLES) or (gap == " " and form == "al"))


def _belongs_to_name(setting: Setting, left: int) -> bool:
    """Return whether a word before an article is a name: *Karim al-Tarvik* is a man."""
    if left in setting.wording.possessive or not setting.capital[left]:
        return False
    return not _stands_apart(setting, left, person=True)


def _stands_apart(setting: Setting, left: int, *, person: bool) -> bool:
    """Return whether a capitalised word before a name is no part of it: a title, a nationality, a first word."""
    form = setting.wording.forms[left]
    if (
        form == "the"
        or form.isdigit()
        or has_sign(form, "title", "office", "private life", "us office")
        or is_place(form)
    ):
        return True
    if has_sign(form, "day") and not is_personal(form):
        return True
    if (setting.opening[left] or setting.case_at(left) != "running") and is_very_ordinary(form):
        return True
    plain = is_ordinary(form) and not (person and is_personal(form))
    return plain and (person or setting.opening[left] or setting.case_at(left) != "running")


def _goes_on_right(setting: Setting, row: Row, *, person: bool) -> bool:
    right = row.last + 1
    if right >= len(setting.wording) or row.bare:
        return False
    gap = setting.wording.gap(row.last)
    form = setting.wording.forms[right]
    if gap in _JOINED:
        return setting.capital[right]
    if gap not in _SPACES or setting.sentence_of[right] != setting.sentence_of[row.last]:
        return False
    if setting.capital[right]:
        return not _starts_anew(setting, right, person=person)
    further = right + 1 < len(setting.wording) and setting.wording.gap(right) in {*_SPACES, *_JOINED}
    linked = further and setting.capital[right + 1]
    if person:
        return linked and form in _PERSONAL_LINKS and not is_place(setting.wording.forms[right + 1])
    return linked and form in _LINKS | _PERSONAL_LINKS


def _starts_anew(setting: Setting, right: int, *, person: bool) -> bool:
    """Return whether a capitalised word after a name is no part of it."""
    form = setting.wording.forms[right]
    if has_sign(form, "generation"):
        return False
    if has_sign(form, "day") or (has_sign(form, "title", "office") and len(form) > 1):
        return True
    if not person and has_sign(form, "people"):
        return True
    return setting.case_at(right) != "running" and is_ordinary(form) and not (person and is_personal(form))
