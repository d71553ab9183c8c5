"""Titles and offices beside a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from ostiary.documents.voices.lexicon import PEOPLE, Gender, nouns, title_genders, titles, words_of
from ostiary.documents.voices.namings import capital, form_at, lower_at, written
from ostiary.documents.words import Words

#: An office that follows a name ends at the latest after so many words.
_LONGEST_APPOSITION = 16
#: Within so many words of an apposition stands the noun that makes it an office.
_REACH_OF_NOUN = 8
_LONGEST_OFFICE_BEFORE = 8
_LONGEST_AGE = 3
_FORMER = frozenset(("former", "ex", "ex-", "then", "late", "retired", "onetime", "erstwhile", "former-"))
_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "dr", "shri", "smt", ""))
_CLOSES = frozenset((",", "—", "–", ")", ";", "--", ".", "“", '"'))
_LINKS = frozenset(("of", "for", "the", "and", "'s", "to", "in", "&", "-"))
_OPENS_CLAUSE = frozenset(("who", "which", "that", "told", "said", "in", "for", "with", "to", "by"))
_MARKS_BETWEEN = (",", "(", "—", "–")


@dataclass(frozen=True, slots=True)
class Office:
    """What stands beside a name.

    Attributes:
        start: First word of what stands before the name.
        stop: The word after what stands behind it.
        wording: Title or office without article, address and ``former``.
        former: Whether it is called former.
        gender: What its words tell.
        evidence: Whether it shows that the name is a person's.
    """

    start: int
    stop: int
    wording: str = ""
    former: bool = False
    gender: Gender = ""
    evidence: bool = False


def person_noun(word: str) -> bool:
    """Return whether a word in lower case stands for one person."""
    noun = nouns().get(word)
    return noun is not None and noun.sort in PEOPLE and not noun.plural


def find_office(words: Words, run_start: int, name: range) -> Office:
    """Return the office beside a name, the one before it if both stand there.

    Args:
        words: The report's words.
        run_start: First word of the run of capitals that holds the name; titles may stand between.
        name: The name.
    """
    before = _office_before(words, run_start, name)
    after = _office_after(words, name)
    if before.wording or not after.evidence:
        return Office(before.start, after.stop, *_parts(before), before.evidence or after.evidence)
    return Office(before.start, after.stop, *_parts(after, before.gender), evidence=True)


def _parts(office: Office, gender: Gender = "") -> tuple[str, bool, Gender]:
    return office.wording, office.former, office.gender or gender


def _office_before(words: Words, run_start: int, name: range) -> Office:
    if (
        run_start < name.start
        and lower_at(words, run_start - 1) == "of"
        and lower_at(words, run_start - 2) in titles()
    ):
        start = _start_of_office(words, run_start - 2, run_start - 2)
        return _read_office(words, start, name.start, Office(start, name.stop, evidence=True))
    comma = lower_at(words, run_start - 1) in (",", "—", "–") and run_start == name.start
    last = run_start - 2 if comma else name.start - 1
    while last >= 0 and words.forms[last] == ".":
        last -= 1
    if last < 0 or not _titled(words, last, run_start, comma=comma):
        return Office(name.start, name.stop)
    start = _start_of_office(words, min(run_start, last + 1), last)
    if comma and not _opens_phrase(words, start):
        start = _start_behind_article(words, last)
        if start > last:
            return Office(name.start, name.stop)
    return _read_office(words, start, last + 1, Office(start, name.stop, evidence=True))


def _titled(words: Words, last: int, run_start: int, *, comma: bool) -> bool:
    """Return whether the word before a name is a title or the noun of an office."""
    if words.sentence_of[last] != words.sentence_of[run_start]:
        return False
    word = words.lower[last]
    return (
        word in titles() if last >= run_start else person_noun(word) and (not comma or word != "president-elect")
    )


def _opens_phrase(words: Words, start: int) -> bool:
    """Return whether a noun phrase begins at a word, or just before it with its article."""
    if lower_at(words, start - 1) in words_of("articles"):
        return True
    return (
        start == 0
        or words.sentence_of[start - 1] != words.sentence_of[start]
        or form_at(words, start - 1) in _CLOSES
    )


def _start_behind_article(words: Words, last: int) -> int:
    """Return the word behind a noun phrase's article (``a | budget office spokesman``); past its end if none."""
    for number in range(last, max(-1, last - _LONGEST_OFFICE_BEFORE), -1):
        word = words.lower[number]
        if word in words_of("articles"):
            return number + 1
        if not word.isalpha() or (number < last and word in words_of("complements")):
            break
    return last + 1


def _start_of_office(words: Words, start: int, last: int) -> int:
    """Return where an office begins, going back over the words that may belong to it."""
    sentence = words.sentences[words.sentence_of[last]].start
    first = min(start, last)
    limit = max(sentence, last - _LONGEST_OFFICE_BEFORE)
    while first > limit and _belongs(words, first - 1):
        first -= 1
    while first < last and words.lower[first] in _LINKS | words_of("not_names"):
        first += 1
    return first


def _belongs(words: Words, number: int) -> bool:
    word = words.lower[number]
    if word in _LINKS:
        return word != "in"
    if capital(words, number):
        return word not in words_of("not_names")
    return word in words_of("modifiers") or word in nouns() or word in _FORMER or "-" in word


def _read_office(words: Words, start: int, stop: int, frame: Office) -> Office:
    numbers = [number for number in range(start, stop) if words.lower[number] not in _FORMER]
    former = len(numbers) < stop - start or lower_at(words, start - 1) in _FORMER
    gender = _gender(words, range(start, stop))
    kept = [number for number in numbers if words.lower[number].rstrip(".") not in _ADDRESS]
    wording = written(words, range(kept[0], kept[-1] + 1)) if kept else ""
    return Office(frame.start, frame.stop, wording, former, gender, frame.evidence)


def _gender(words: Words, part: Sequence[int]) -> Gender:
    genders = title_genders()
    return next((genders[words.lower[number]] for number in part if words.lower[number] in genders), "")


def _office_after(words: Words, name: range) -> Office:
    none = Office(name.start, name.stop)
    if form_at(words, name.stop) not in _MARKS_BETWEEN:
        return none
    if lower_at(words, name.stop + 1) == "who":
        return Office(name.start, name.stop, evidence=len(name) > 1)
    sentence = words.sentences[words.sentence_of[name.start]]
    start = name.stop + 1
    stop = _end_of_apposition(words, start, sentence.stop)
    if stop - start <= 1 and form_at(words, start)[:1].isdigit() and len(form_at(words, start)) <= _LONGEST_AGE:
        return Office(name.start, _past_comma(words, stop), evidence=True)
    if (
        len(name) == 1
        or not _opens_office(words, start, stop)
        or not _holds_noun(words, range(start, min(stop, start + _REACH_OF_NOUN)), stop)
    ):
        return none
    first = start + 1 if words.lower[start] in words_of("articles") else start
    return _read_office(words, first, stop, Office(name.start, _past_comma(words, stop), evidence=True))


def _past_comma(words: Words, stop: int) -> int:
    return stop + 1 if form_at(words, stop) in (",", ")", "—", "–") else stop


def _end_of_apposition(words: Words, start: int, stop: int) -> int:
    end = start
    while (
        end < min(stop, start + _LONGEST_APPOSITION)
        and words.forms[end] not in _CLOSES
        and words.lower[end] != "who"
    ):
        end += 1
    return end


def _opens_office(words: Words, start: int, stop: int) -> bool:
    word = lower_at(words, start)
    if word in words_of("articles") or word in _FORMER or (person_noun(word) and not capital(words, start)):
        return True
    if word in words_of("not_names") or (
        capital(words, start) and (stop - start == 1 or form_at(words, stop) != ",")
    ):
        return False
    return capital(words, start) or word in words_of("modifiers")


def _holds_noun(words: Words, part: range, stop: int) -> bool:
    """Return whether a person's noun stands there without a verb behind it (``a lawyer from``)."""
    for number in part:
        if person_noun(words.lower[number]) and not person_noun(lower_at(words, number + 1)):
            return number + 1 >= stop or _goes_on(words, number + 1)
        if words.lower[number] in _OPENS_CLAUSE:
            return False
    return False


def _goes_on(words: Words, number: int) -> bool:
    """Return whether a word behind the noun of an apposition belongs to it, and is not the verb of a clause."""
    word = words.lower[number]
    if word in words_of("complements") or word in _LINKS or capital(words, number):
        return word not in ("said", "asked")
    return lower_at(words, number + 1) in ("by", "in", "at", "with", "for", "from") and word.endswith("ed")
