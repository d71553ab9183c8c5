"""Whether the words around an expression let it be a date: ``may`` the verb, ages and counts are none."""

from collections.abc import Callable, Mapping

from ostiary.documents.dates.expressions import Expression
from ostiary.documents.dates.lexicon import calendar_words, event_days, neighbours
from ostiary.documents.words import Words

_DAY = 1
_DIGITS_OF_YEAR = 4
_SHORT_DECADE = 3
_OPENING = frozenset("\"'“\u2018(")
_CLOSING = frozenset("\"”'")
_ENDINGS = frozenset(".,;:!?)\"'”")


def is_date(words: Words, found: Expression) -> bool:
    """Return whether an expression is a date where it stands."""
    check = _CHECKS.get(found.reading)
    return check is None or check(words, found)


def word_before(words: Words, found: Expression, back: int = 1) -> str:
    """Return the word so many before an expression, in lower case; empty at the start of the sentence."""
    number = found.words.start - back
    return words.lower[number] if number >= words.sentences[found.sentence].start else ""


def form_after(words: Words, found: Expression) -> str:
    """Return the word after an expression as written; empty at the end of the sentence."""
    number = found.words.stop
    return words.forms[number] if number < words.sentences[found.sentence].stop else ""


def word_after(words: Words, found: Expression) -> str:
    """Return the word after an expression in lower case, with straight apostrophes."""
    return words.lower[found.words.stop] if form_after(words, found) else ""


def names_event(words: Words, found: Expression) -> bool:
    """Return whether a day without a year names an event: ``the Sept. 11 attacks``."""
    months, days = found.values("month", "shortmonth"), found.values("daynumber")
    if not months or not days or found.has("year"):
        return False
    return word_after(words, found) in event_days().get((months[0], days[0]), ())


def hangs_on_event(words: Words, found: Expression) -> bool:
    """Return whether a day is known only from an event: ``the day before the vote``, ``the Monday after it``."""
    after = word_after(words, found)
    if found.reading == "weekday":
        return word_before(words, found) == "that" or (
            word_before(words, found) == "the" and after in {"before", "after"}
        )
    if words.lower[found.words.stop - 1] in {"before", "after"}:
        return after not in _ENDINGS and after not in neighbours("joint") and bool(after)
    return after == "than"


def limit_before(words: Words, found: Expression) -> str:
    """Return ``about`` or ``beyond`` where the word before a count makes it rough or a bound, else nothing."""
    before = word_before(words, found)
    return next((role for role in ("about", "beyond") if before in neighbours(role)), "")


def _month(words: Words, found: Expression) -> bool:
    if found.has("year", "unit", "part"):
        return True
    before, after = word_before(words, found), form_after(words, found)
    if before in neighbours("owner"):
        return after.isalpha() and after.islower() and after not in neighbours("function")
    if before in neighbours("namer") and after[:1].isupper():
        return False
    if before in neighbours("joint") and before not in neighbours("before month"):
        return _classified(word_before(words, found, 2)) == "month"
    return before in neighbours("before month")


def _weekday(words: Words, found: Expression) -> bool:
    before, after = word_before(words, found), form_after(words, found)
    capital = before[:1] and words.forms[found.words.start - 1][0].isupper()
    if before in {"a", "one"} and not (
        after.isalpha() and after.islower() and after not in neighbours("function")
    ):
        return False
    if before in neighbours("repeated") or (capital and before in neighbours("feast")):
        return False
    named = before == "on" and word_before(words, found, 2) in neighbours("paper")
    return not named and not (after[:1].isupper() and after.lower() in neighbours("paper"))


def _year(words: Words, found: Expression) -> bool:
    before, earlier = word_before(words, found), word_before(words, found, 2)
    if word_after(words, found) in neighbours("counted"):
        return False
    if found.has("part"):
        return True
    if before in neighbours("joint") and before not in neighbours("before month"):
        return _classified(earlier) == "year"
    if earlier in neighbours("law") or (before == "(" and earlier.isdecimal()):
        return False
    return before in neighbours("before year")


def _decade(words: Words, found: Expression) -> bool:
    """A short decade needs its apostrophe: people ``in their 50s`` have an age."""
    return words.lower[found.words.stop - 1][:2].isdecimal() and (
        len(words.lower[found.words.stop - 1]) > _SHORT_DECADE or word_before(words, found) in _OPENING
    )


def _calendar_day(words: Words, found: Expression) -> bool:
    counts = found.pieces[-1].kind == "daynumber" and word_after(words, found) in neighbours("counted")
    return not counts


def _run(words: Words, found: Expression) -> bool:
    """One unit, or as many as a number says: ``the last years`` and ``the next day of talks`` are no dates."""
    if form_after(words, found) == "and" and words.lower[found.words.stop + 1 : found.words.stop + 3] == [
        "a",
        "half",
    ]:
        return False
    if found.has("number", "daynumber", "vague", "article", "hour"):
        return True
    plural = words.lower[found.words.stop - 1].endswith("s") or words.forms[found.words.stop - 1][0].isupper()
    return not plural and form_after(words, found) != "of" and found.value("unit") != _DAY


def _narrated(words: Words, found: Expression) -> bool:
    plural = any(words.lower[piece.word].endswith("s") for piece in found.pieces if piece.kind == "unit")
    return not plural and form_after(words, found) != "of"


def _relative_day(words: Words, found: Expression) -> bool:
    """A capital within a sentence makes it a name (a newspaper, a broadcaster)."""
    if any(words.forms[number][0].isupper() for number in found.words[1:]):
        return False
    opens = found.words.start == words.sentences[found.sentence].start or word_before(words, found) in _OPENING
    return words.forms[found.words.start][0].islower() or (opens and word_after(words, found) not in _CLOSING)


def _season(words: Words, found: Expression) -> bool:
    return word_before(words, found) in neighbours("before month") and form_after(words, found) != "of"


def _in_count(words: Words, found: Expression) -> bool:
    return word_before(words, found) != "time"


def _classified(word: str) -> str:
    if word.isdecimal() and len(word) == _DIGITS_OF_YEAR:
        return "year"
    return calendar_words().get(word, ("", 0))[0]


_CHECKS: Mapping[str, Callable[[Words, Expression], bool]] = {
    "month": _month,
    "weekday": _weekday,
    "year": _year,
    "decade": _decade,
    "calendar_day": _calendar_day,
    "recent_run": _run,
    "turned_unit": _run,
    "part_of_turned": _run,
    "narrated_unit": _narrated,
    "relative_day": _relative_day,
    "this_day": _relative_day,
    "bare_season": _season,
    "in_count": _in_count,
}
