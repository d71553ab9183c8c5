"""Words that refer back to a party named before: *the cartel*, *who*, *he*. Rather missed than wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from ostiary.documents.parties.judgement import Judgement
from ostiary.documents.parties.lexicon import has_sign, is_very_ordinary, known_for
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.setting import Setting

#: What refers back stands at most so many words behind the name.
_FARTHEST = 60
_DETERMINERS = frozenset({"the", "this", "that"})
#: Kind of thing, and what a party must be known for, or have in its name, to be called that.
_CLASSES = ("cartel", "gang", "group", "bank", "company", "ship")
_PRONOUNS = {"he": "Male", "him": "Male", "his": "Male", "she": "Female", "her": "Female", "who": ""}
_SUBJECTS = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer back.

    Attributes:
        words: The words.
        kind: A noun with its determiner, or a pronoun.
        source: The mention that they go back to.
    """

    words: range
    kind: Literal["nominal", "pronoun"]
    source: Judgement


def find_references(setting: Setting, judged: Sequence[Judgement], taken: Sequence[range]) -> list[Reference]:
    """Return the words that refer back to a party, where nothing else of its kind stands between.

    Args:
        setting: The text.
        judged: The mentions by name, family names alone included.
        taken: The words of all mentions.
    """
    used = {at for words in taken for at in words}
    ordered = sorted(judged, key=lambda one: one.candidate.row.first)
    found: list[Reference] = []
    for one, following in zip_longest(ordered, ordered[1:]):
        stop = following.candidate.row.first if following else len(setting.wording)
        if is_person(one.candidate.bearer):
            found += _pronouns(setting, one, stop, used)
        else:
            found += _nominals(setting, one, stop)
    return found


def _reach(setting: Setting, one: Judgement, stop: int) -> range:
    """The words after a mention up to the end of the next sentence of the same line, and the next mention."""
    last = one.candidate.row.last
    stop = min(stop, last + 1 + _FARTHEST)
    sentence = setting.sentence(last)
    after = setting.sentence(sentence.stop) if sentence.stop < len(setting.wording) else sentence
    same_line = setting.line_of[after.start] == setting.line_of[last]
    return range(last + 1, min(after.stop if same_line else sentence.stop, stop))


def _is_other_name(setting: Setting, at: int) -> bool:
    """Return whether a capitalised word may name someone or something else."""
    form = setting.wording.forms[at]
    if not setting.capital[at] or form.isdigit() or (setting.opening[at] and is_very_ordinary(form)):
        return False
    if has_sign(form, "title", "office", "day"):
        return False
    return not any(mark.first <= at <= mark.last for mark in setting.countries_in(range(max(at - 3, 0), at + 1)))


def _nominals(setting: Setting, one: Judgement, stop: int) -> Iterator[Reference]:
    fitting = {kind for kind in _CLASSES if _fits_class(one, kind)}
    forms = setting.wording.forms
    for at in _reach(setting, one, stop):
        if _is_other_name(setting, at):
            return
        noun = at + 1
        if noun < stop and forms[at] in _DETERMINERS and _is_class(setting, noun, fitting):
            yield Reference(range(at, noun + 1), "nominal", one)


def _fits_class(one: Judgement, kind: str) -> bool:
    candidate = one.candidate
    known = {sign for program in candidate.bearer.programs for sign in known_for(program)[0]}
    if is_craft(candidate.bearer):
        return kind == "ship"
    if kind in {"cartel", "gang"}:
        return "crime" in known or any(has_sign(word, kind) for word in candidate.words)
    if kind == "group":
        return bool(known & {"crime", "terror"})
    return (kind == "company" and not known & {"crime", "terror"}) or any(
        has_sign(word, kind) for word in candidate.words
    )


def _is_class(setting: Setting, noun: int, fitting: set[str]) -> bool:
    """Return whether a noun says what such a party is, and no longer phrase begins with it (*the group of*)."""
    if setting.capital[noun] or not has_sign(setting.wording.forms[noun], *fitting):
        return False
    after = noun + 1
    if after >= len(setting.wording) or setting.wording.gap(noun) != " ":
        return True
    return setting.wording.forms[after] not in {"of", "known", "called"} and not setting.capital[after]


def _pronouns(setting: Setting, one: Judgement, stop: int, used: set[int]) -> Iterator[Reference]:
    last = one.candidate.row.last
    sentence = setting.sentence(last)
    first = one.candidate.row.first
    before = range(max(sentence.start, first - _FARTHEST), first)
    alone = not any(_is_other_name(setting, at) and at not in used for at in before)
    for at in _reach(setting, one, stop):
        if _is_other_name(setting, at):
            return
        form = setting.wording.forms[at]
        if form not in _PRONOUNS or not _fits_gender(one, form):
            continue
        if form == "who":
            if at == last + 1 and setting.wording.gap(last) in {" ", ", "}:
                yield Reference(range(at, at + 1), "pronoun", one)
        elif alone and (at in sentence or (form in _SUBJECTS and setting.opening[at])):
            yield Reference(range(at, at + 1), "pronoun", one)


def _fits_gender(one: Judgement, form: str) -> bool:
    return not one.candidate.bearer.gender or _PRONOUNS[form] in {"", one.candidate.bearer.gender}
