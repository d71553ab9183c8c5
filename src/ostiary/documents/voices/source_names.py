"""The name within the words of a source: as its head, beside its noun, behind its document, or several joined."""

from collections.abc import Sequence

from ostiary.documents.voices.characters import Appearance, Cast
from ostiary.documents.voices.lexicon import PEOPLE, words_of
from ostiary.documents.voices.namings import capital, lower_at
from ostiary.documents.voices.phrases import Phrase, read_phrase, wording_of
from ostiary.documents.voices.wordings import kind_of_name

_JOINS = frozenset(("and", ",", "or", "&", "the", "from", "by", "both"))


def find_name(cast: Cast, phrase: Phrase) -> Appearance | None:
    """Return the name that a source has as its head, or that stands beside its noun; None if it has none.

    Args:
        cast: Everyone known so far.
        phrase: The source.
    """
    names = cast.within(phrase.words)
    for one in names:
        if phrase.head in one.words and not (phrase.noun and one.character.kind == "unknown"):
            return _explained(cast, one, phrase)
    finders = (_apposed, _given_as, _behind_document)
    return next((found for finder in finders if (found := finder(cast, names, phrase))), None)


def _explained(cast: Cast, found: Appearance, phrase: Phrase) -> Appearance:
    """Return a name with its kind: a name that nothing explains is a person's if it is built like one."""
    if found.character.kind == "unknown":
        found.character.kind = kind_of_name(cast, found.words, phrase)
        found.character.anonymous = found.character.plural = found.character.kind == "group"
    if found.character.kind == "agency" and not found.character.known:
        _take_place(cast, found, phrase)
    return found


def _take_place(cast: Cast, found: Appearance, phrase: Phrase) -> None:
    """Lengthen the name of a body that is told from others by its place (``the Foreign Ministry in Valmera``)."""
    after = found.words.stop
    rest = range(after, phrase.wording.stop)
    placed = lower_at(cast.words, after) in ("in", "of") and len(rest) > 1
    if placed and all(capital(cast.words, one) for one in rest[1:]):
        found.character.name = wording_of(cast.words, range(found.whole.start, rest.stop)).removeprefix("the ")


def _apposed(cast: Cast, names: Sequence[Appearance], phrase: Phrase) -> Appearance | None:
    """Return the name that says who a person with an office is (``the head of the port, Jan Kos,``)."""
    if phrase.noun and (phrase.noun.sort not in PEOPLE or phrase.noun.plural):
        return _known_as(cast, names, phrase)
    for found in names:
        before = lower_at(cast.words, found.whole.start - 1)
        beside = before in (",", "—", "–", "(") or found.whole.start <= phrase.head
        if found.character.kind in ("person", "unknown") and found.words.start > phrase.head and beside:
            return _explained(cast, found, read_phrase(cast.words, found.words))
    return None


def _known_as(cast: Cast, names: Sequence[Appearance], phrase: Phrase) -> Appearance | None:
    """Return the name that a description goes by (``the cartel, known as the Salt Brothers,``)."""
    for found in names:
        start = found.whole.start - (lower_at(cast.words, found.whole.start - 1) == "the")
        if lower_at(cast.words, start - 1) == "as" and lower_at(cast.words, start - 2) == "known":
            return _explained(cast, found, phrase)
    return None


def _given_as(cast: Cast, names: Sequence[Appearance], phrase: Phrase) -> Appearance | None:
    """Return the name that somebody gave for themselves (``a shopkeeper who gave her name only as Delphine``)."""
    for found in names:
        before = cast.words.lower[phrase.wording.stop : found.words.start]
        if before[-1:] == ["as"] and ("name" in before or "identified" in before) and "who" in before:
            found.character.kind = "person"
            return found
    return None


def _behind_document(cast: Cast, names: Sequence[Appearance], phrase: Phrase) -> Appearance | None:
    """Return whose report or statement a document is (``a report by the World Bank``, ``a Reuters report``)."""
    sort = phrase.noun.sort if phrase.noun else ""
    if sort not in ("document", "reporter", "medium") and not _outlet_noun(cast, phrase):
        return None
    speaking = [found for found in names if found.character.kind in ("outlet", "agency", "person")]
    within = (found for found in speaking if found.words.start < phrase.wording.stop)
    return next((found for found in within if _issues(cast, found, phrase)), None)


def _outlet_noun(cast: Cast, phrase: Phrase) -> bool:
    return cast.words.lower[phrase.head] in words_of("outlet_nouns")


def _issues(cast: Cast, found: Appearance, phrase: Phrase) -> bool:
    """Return whether a name says whose the document or the reporter is that a source has as its head."""
    outlet = found.character.kind == "outlet"
    start = found.whole.start
    before = lower_at(cast.words, start - 2 if lower_at(cast.words, start - 1) == "the" else start - 1)
    if before in ("by", "from") or (outlet and before in ("in", "of", "on")):
        return True
    first = _outlet_noun(cast, phrase) or found.words.start <= phrase.wording.start + 1
    modifies = found.words.stop <= phrase.head and first
    return modifies and (outlet or (phrase.noun is not None and phrase.noun.sort == "document"))


def find_joined(cast: Cast, phrase: Phrase) -> list[Appearance]:
    """Return the names that are joined to one source (``The New York Times and Fox News``); none if it is one.

    Args:
        cast: Everyone known so far.
        phrase: The source.
    """
    names = [found for found in cast.within(phrase.words) if found.character.kind in ("outlet", "person")]
    if len(names) <= 1:
        return []
    reported = phrase.noun is not None and phrase.noun.sort == "document"
    if names[0].whole.start > phrase.wording.start + 1 and not reported:
        return []
    chosen = [names[0]]
    for found in names[1:]:
        if found.character.kind == chosen[0].character.kind and _adjoins(cast, chosen[-1], found):
            chosen.append(found)
    distinct = {id(found.character) for found in chosen}
    return chosen if len(distinct) > 1 else []


def _adjoins(cast: Cast, first: Appearance, second: Appearance) -> bool:
    """Return whether nothing but *and* or a comma stands between two names; between people it must be *and*."""
    between = _without_brackets(cast.words.lower[first.words.stop : second.words.start])
    if not between or not set(between) <= _JOINS:
        return False
    return "and" in between or second.character.kind != "person"


def _without_brackets(between: Sequence[str]) -> list[str]:
    """Return words without what stands in brackets (``Paul (Ky.) and``)."""
    if "(" not in between or ")" not in between:
        return list(between)
    first, last = between.index("("), len(between) - 1 - list(reversed(between)).index(")")
    return [*between[:first], *between[last + 1 :]]
