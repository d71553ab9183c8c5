"""Every name in a report that may be somebody's: outlets, bodies, persons, and names that nothing explains."""

from ostiary.documents.voices.known import find_known
from ostiary.documents.voices.lexicon import nouns
from ostiary.documents.voices.namings import Naming, written
from ostiary.documents.voices.organisations import read_body, read_outlet
from ostiary.documents.voices.people import read_person
from ostiary.documents.voices.runs import find_runs, opens_sentence
from ostiary.documents.words import Words


def find_namings(words: Words) -> tuple[Naming, ...]:
    """Return the names of a report in order."""
    known = list(find_known(words))
    taken = {number for naming in known for number in (*naming.words, *naming.whole)}
    others: list[Naming] = []
    for run in find_runs(words, taken):
        if len(run) == 1 and opens_sentence(words, run.start) and words.lower[run.start] in nouns():
            continue
        if not others or run.start >= others[-1].words.stop:
            others.append(_read(words, run))
    return tuple(sorted((*known, *others), key=_place))


def _place(naming: Naming) -> int:
    return naming.words.start


def _read(words: Words, run: range) -> Naming:
    person = read_person(words, run)
    if person and person.office:
        return person
    named = read_outlet(words, run) or read_body(words, run) or person
    return named or Naming(run, run, "name", written(words, run))
