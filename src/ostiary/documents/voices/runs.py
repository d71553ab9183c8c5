"""Runs of capitals: where proper names stand."""

from collections.abc import Container, Iterator

from ostiary.documents.voices.lexicon import first_names, titles, words_of
from ostiary.documents.voices.namings import capital, form_at, lower_at
from ostiary.documents.words import Words

#: So many small words may stand between two capitals of one name (``Cartel de los Soles``).
_MOST_PARTICLES = 2
_PAPER_DAYS = frozenset(("sunday", "saturday", "monday"))
#: A sentence with so many words of four letters and more is a headline in capitals if so large a share has them.
_FEWEST_LONG_WORDS = 4
_SHARE_OF_CAPITALS = 0.9
_LONG_WORD = 4


def find_runs(words: Words, taken: Container[int]) -> Iterator[range]:
    """Yield the runs of capitals of a report in order, without words that begin no name.

    Args:
        words: The report's words.
        taken: Words that a known name covers already.
    """
    for sentence in words.sentences:
        at = sentence.start
        while at < sentence.stop:
            if at in taken or not capital(words, at):
                at += 1
                continue
            end = _end_of_run(words, at, sentence.stop, taken)
            run = _without_openers(words, range(at, end))
            if run:
                yield run
            at = end


def _end_of_run(words: Words, start: int, stop: int, taken: Container[int]) -> int:
    at = start + 1
    while at < stop and at not in taken:
        numbered = words.forms[at].isdigit() and words.forms[at - 1] in words_of("outlet_openers")
        if capital(words, at) or numbered or (words.forms[at] == "." and _abbreviated(words, at, stop)):
            at += 1
            continue
        after = _past_particles(words, at, stop)
        if after == at or after in taken or not capital(words, after):
            break
        at = after + 1
    return at


def _abbreviated(words: Words, point: int, stop: int) -> bool:
    """Return whether a point belongs to a title or an initial within a name."""
    before = words.forms[point - 1]
    if words.ends[point - 1] != words.starts[point] or point + 1 >= stop or not capital(words, point + 1):
        return False
    return len(before) == 1 or before.lower() in titles()


def _past_particles(words: Words, at: int, stop: int) -> int:
    end = at
    while end < stop and end - at < _MOST_PARTICLES and words.forms[end] in words_of("particles"):
        end += 1
    return end if end < stop else at


def _without_openers(words: Words, run: range) -> range:
    """Return a run without words in front that begin no name (``On Monday Smith``)."""
    start = run.start
    while start < run.stop and (words.lower[start] in words_of("not_names") or words.forms[start] == "."):
        following = form_at(words, start + 1) if start + 1 < run.stop else ""
        dated = words.lower[start] in _PAPER_DAYS and following in words_of("outlet_words")
        if following[:1].isupper() and (dated or words.lower[start] in first_names()):
            break
        start += 1
    return range(start, run.stop)


def written_as_headline(words: Words, sentence: range) -> bool:
    """Return whether nearly all words of a sentence have capitals, so that these tell no names."""
    small = words_of("not_names") | words_of("complements")
    long = [
        words.forms[number]
        for number in sentence
        if len(words.forms[number]) >= _LONG_WORD and words.lower[number] not in small
    ]
    capitals = sum(form[0].isupper() for form in long)
    return len(long) >= _FEWEST_LONG_WORDS and capitals >= _SHARE_OF_CAPITALS * len(long)


def headline_names(words: Words, run: range) -> Iterator[range]:
    """Yield what may be names within a run of a headline: a given name with the next word, else single words."""
    at = run.start
    while at < run.stop:
        both = words.lower[at] in first_names() and at + 1 < run.stop and words.forms[at + 1].isalpha()
        yield range(at, at + 1 + both)
        at += 1 + both


def name_words(words: Words, run: range) -> list[int]:
    """Return the numbers of a run's words without its points."""
    return [number for number in run if words.forms[number] != "."]


def opens_sentence(words: Words, number: int) -> bool:
    """Return whether a word's capital may be due to its place only."""
    first = words.sentences[words.sentence_of[number]].start
    return number == first or form_at(words, number - 1) in ("“", '"', ":", "‘", "—", "–", "”")


def possessed_from(words: Words, start: int) -> int:
    """Return where the possessor before a name begins (``Israel's`` Ministry), else the name's start."""
    if lower_at(words, start - 1) != "'s" or not capital(words, start - 2):
        return start
    first = start - 2
    while capital(words, first - 1) and words.sentence_of[first - 1] == words.sentence_of[start]:
        if words.lower[first - 1] in words_of("not_names"):
            break
        first -= 1
    return first
