"""Outlets and bodies by their shape: a word of their name, a noun beside it."""

from ostiary.documents.voices.lexicon import nouns, words_of
from ostiary.documents.voices.namings import Naming, capital, form_at, lower_at, written
from ostiary.documents.voices.offices import person_noun
from ostiary.documents.voices.runs import name_words, possessed_from
from ostiary.documents.words import Words

#: Nouns that stand for an outlet only beside a word that says so (``news site``, ``television channel``).
_WEAK_NOUNS = frozenset(
    ("network", "site", "website", "channel", "title", "agency", "portal", "station", "monthly", "program")
)
_NEVER_BEHIND = _WEAK_NOUNS | {"paper", "title", "publication"}
_JOINS = frozenset(("of", "for", "on", "against", "de", "to"))
_LONGEST_JOINED = 12
_REPORTING = frozenset(("reported", "reports", "quoted", "quotes", "writes", "wrote", "revealed"))


def read_outlet(words: Words, run: range) -> Naming | None:
    """Return the outlet that a run of capitals names by its shape, or None."""
    if len(run) == 1 and words.lower[run.start] in words_of("of_news") | words_of("lowered") | words_of(
        "modifiers"
    ):
        return None
    before = _outlet_noun_before(words, run.start)
    after = outlet_noun_after(words, run.stop)
    last = words.forms[name_words(words, run)[-1]]
    opened = words.forms[run.start] in words_of("outlet_openers")
    shaped = (len(run) > 1 or _reports(words, run)) and (opened or last in words_of("outlet_words"))
    if not (before is not None or after is not None or shaped):
        return None
    whole = range(run.start if before is None else before, run.stop if after is None else after)
    doubtful = before is None and after is None and last in words_of("weak_outlet_words")
    name = run
    if shaped and form_at(words, run.stop) == "of":
        name = range(run.start, _past_capitals(words, run.stop + 1, run.stop + _LONGEST_JOINED) or run.stop)
    elif lower_at(words, run.stop) == "news" and after is not None:
        name = range(run.start, after)
    beside = (lower_at(words, number) for number in (run.start - 1, run.stop, run.stop + 1))
    called = tuple(word for word in beside if word in words_of("outlet_nouns"))
    whole = range(whole.start, max(whole.stop, name.stop))
    return Naming(run, whole, "outlet", written(words, name), called=called, doubtful=doubtful)


def _reports(words: Words, run: range) -> bool:
    """Return whether a name with *the* is told something or reports it (``told the Examiner``)."""
    told = lower_at(words, run.start - 2) in ("told", "tells")
    return lower_at(words, run.start - 1) == "the" and (told or lower_at(words, run.stop) in _REPORTING)


def read_called_outlet(words: Words, run: range) -> Naming | None:
    """Return the outlet that a run of capitals names behind a noun that says so (``the newspaper``)."""
    outlet = read_outlet(words, run)
    return outlet if outlet and outlet.whole.start < run.start else None


def _outlet_noun_before(words: Words, start: int) -> int | None:
    """Return where a noun phrase begins that calls the name after it an outlet, or None."""
    word = lower_at(words, start - 1)
    if word not in words_of("outlet_nouns"):
        return None
    if word in _WEAK_NOUNS and lower_at(words, start - 2) not in words_of("of_news"):
        heard = lower_at(words, start - 2) == "the" and lower_at(words, start - 3) in ("told", "to", "by", "with")
        return start - 1 if word == "agency" and heard else None
    return start - 2 if lower_at(words, start - 2) in words_of("of_news") else start - 1


def outlet_noun_after(words: Words, stop: int) -> int | None:
    """Return the word after a noun behind a name that calls it an outlet, or None."""
    word = lower_at(words, stop)
    end = stop + 1
    if lower_at(words, stop - 2) in ("a", "an"):
        return None
    if word in words_of("of_news") and lower_at(words, end) in words_of("outlet_nouns"):
        end += 1
    elif word not in words_of("outlet_nouns") or word in _NEVER_BEHIND:
        return None
    return None if capital(words, end) else end


def read_body(words: Words, run: range) -> Naming | None:
    """Return the body that a run of capitals names by its shape, or None."""
    numbers = name_words(words, run)
    if person_noun(words.lower[numbers[-1]]):
        return None
    shaped = any(words.forms[number] in words_of("body_words") for number in (numbers[0], numbers[-1]))
    shaped = shaped or any(words.forms[number] == "&" for number in run)
    noun = _body_noun_before(words, run.start)
    if not shaped and not noun and not _called_body(words, run.stop):
        return None
    name = range(possessed_from(words, run.start), _end_of_body(words, run) if shaped else run.stop)
    return Naming(
        range(run.start, name.stop), name, "agency", written(words, name), called=_called(words, run, noun)
    )


def _body_noun_before(words: Words, start: int) -> str:
    """Return the noun before a name that calls it a body (``the aid group Open Wells``), or nothing."""
    word = lower_at(words, start - 1)
    noun = nouns().get(word)
    return word if noun and noun.sort == "body" and not noun.plural and not capital(words, start - 1) else ""


def _called_body(words: Words, stop: int) -> bool:
    """Return whether an apposition behind a name calls it a body (``Open Wells, an aid group,``)."""
    if form_at(words, stop) != "," or lower_at(words, stop + 1) not in ("a", "an", "the"):
        return False
    for number in range(stop + 2, stop + 7):
        noun = nouns().get(lower_at(words, number))
        if noun and not noun.plural:
            return noun.sort == "body"
    return False


def _end_of_body(words: Words, run: range) -> int:
    """Return the end of a body's name with what is joined to it (``Ministry of Trade and Industry``)."""
    end = run.stop
    sentence = words.sentences[words.sentence_of[run.start]].stop
    stop = min(sentence, run.start + _LONGEST_JOINED)
    if lower_at(words, end) in _JOINS:
        end = _past_capitals(words, end + 1, stop) or end
        if end > run.stop and lower_at(words, end) in ("and", "&"):
            end = _past_capitals(words, end + 1, stop, person=False) or end
    return end


def _past_capitals(words: Words, at: int, stop: int, *, person: bool = True) -> int:
    """Return the word after the capitals that begin at a word, perhaps after an article; 0 if there are none."""
    if lower_at(words, at) in ("the", "a"):
        at += 1
    end = at
    while end < stop and capital(words, end):
        end += 1
    noun = nouns().get(lower_at(words, at))
    return end if end > at and (person or noun is None) else 0


def _called(words: Words, run: range, noun: str) -> tuple[str, ...]:
    inside = [words.lower[number] for number in run if words.lower[number] in nouns()]
    if words.forms[run.stop - 1] in words_of("company_words"):
        inside += ["company", "firm"]
    return tuple(dict.fromkeys([*inside, *([noun] if noun else [])]))
