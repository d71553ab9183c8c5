"""Every name in a report that may be somebody's: outlets, bodies, persons, and names that nothing explains."""

from ostiary.documents.voices.known import find_known
from ostiary.documents.voices.lexicon import nouns
from ostiary.documents.voices.namings import Naming, written
from ostiary.documents.voices.organisations import read_body, read_called_outlet, read_outlet
from ostiary.documents.voices.people import read_person
from ostiary.documents.voices.runs import find_runs, headline_names, opens_sentence, written_as_headline
from ostiary.documents.words import Words


def find_namings(words: Words) -> tuple[Naming, ...]:
    """Return the names of a report in order."""
    known = list(find_known(words))
    taken = {number for naming in known for number in (*naming.words, *naming.whole)}
    others: list[Naming] = []
    doubtful: list[Naming] = []
    headlines = {number for number, part in enumerate(words.sentences) if written_as_headline(words, part)}
    for run in find_runs(words, taken):
        if words.sentence_of[run.start] in headlines:
            others.extend(_read_headline(words, part) for part in headline_names(words, run))
            continue
        if len(run) == 1 and opens_sentence(words, run.start) and words.lower[run.start] in nouns():
            doubtful.append(Naming(run, run, "name", written(words, run)))
            continue
        if not others or run.start >= others[-1].words.stop:
            others.append(_read(words, run))
    bearers = {words.lower[one.words.stop - 1] for one in others if one.kind == "person" and len(one.words) > 1}
    meant = [one for one in doubtful if words.lower[one.words.start] in bearers]
    return tuple(sorted((*known, *others, *meant), key=_place))


def _place(naming: Naming) -> int:
    return naming.words.start


def _read_headline(words: Words, name: range) -> Naming:
    """Return a name in a headline: a person's if a given name begins it, else the text below must explain it."""
    return (len(name) > 1 and read_person(words, name)) or Naming(name, name, "name", written(words, name))


def _read(words: Words, run: range) -> Naming:
    called = read_called_outlet(words, run)
    named = called or read_person(words, run) or read_outlet(words, run) or read_body(words, run)
    return named or Naming(run, run, "name", written(words, run))
