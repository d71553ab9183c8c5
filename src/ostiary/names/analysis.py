"""A written name taken apart: words, each folded to Latin letters and classed by what it does in the name.

rigour (tokens, legal forms, company words) does the language's part; its tagger of personal names takes seconds
and hundreds of megabytes at first use and is not called. Given names that are variants of each other come from our
own table instead.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache
from typing import TypeAlias
from zlib import crc32

from anyascii import anyascii

from ostiary.names.damage import LOST, is_plain, undo_damage
from ostiary.names.divisions import Division, divisions, is_half, join_compounds, part_compounds
from ostiary.names.han import plain_signs
from ostiary.names.legal_words import respell_legal_words
from ostiary.names.letter_names import find_spelled_letters
from ostiary.names.marks import join_marks, mark_symbol
from ostiary.names.meanings import brand_meanings, is_legal_form, is_particle, latin_meanings, meanings_of
from ostiary.names.rigour_parts import Name, NamePartTag, NameTypeTag, analyze_names
from ostiary.names.scripts import is_syllabic, leaves_vowels_out, name_script
from ostiary.names.spelling import spelling_key
from ostiary.names.syllables import find_given_names
from ostiary.names.tables import (
    bound_words,
    child_words,
    country_abbreviations,
    given_name_groups,
    organisation_group_kinds,
    organisation_groups,
    organisation_word_kinds,
    person_word_kinds,
)

#: Longer names are cut here, in words; the longest name on the SDN list of November 2025 has 24.
MOST_WORDS = 32


class NameClass(IntEnum):
    """What kind of thing bears the name. Each kind is analysed and compared in its own way."""

    PERSON = 0
    ORGANISATION = 1
    OBJECT = 2


class WordKind(IntEnum):
    """What a word does in a name; a profile gives each kind its weight."""

    PLAIN = 0
    INITIAL = 1
    NUMBER = 2
    PARTICLE = 3
    TITLE = 4
    GENERATION = 5
    LEGAL_FORM = 6
    GENERIC = 7
    ACTIVITY = 8
    PLACE = 9
    GIVEN = 10
    SYLLABLE = 11
    PATRONYMIC = 12
    CUT = 13
    BOUND = 14


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    Attributes:
        form: Folded to lower-case ASCII letters and digits.
        native: Case-folded in its own script; empty for Latin.
        kind: What it does in the name.
        symbols: What it stands for, as numbers: a shared one makes two words alike however they are written.
        spelling: The key that it shares with other romanisations of its sound; empty if it has none.
    """

    form: str
    native: str
    kind: WordKind
    symbols: tuple[int, ...] = ()
    spelling: str = ""


@dataclass(frozen=True, slots=True)
class AnalysedName:
    """A name as words.

    Attributes:
        text: As written.
        name_class: What kind of thing bears it.
        words: In their order; empty where nothing in it can be read.
        cut: How many further words were left off.
    """

    text: str
    name_class: NameClass
    words: tuple[Word, ...]
    cut: int = 0


#: Of each symbol that a part belongs to: its category, its id, over how many parts it goes.
_Spans: TypeAlias = tuple[tuple[str, str, int], ...]

_SYLLABLES_APART = "'"
_TYPE_TAGS = {
    NameClass.PERSON: NameTypeTag.PER,
    NameClass.ORGANISATION: NameTypeTag.ORG,
    NameClass.OBJECT: NameTypeTag.OBJ,
}
_SYMBOL_KINDS = {
    "ORGCLS": WordKind.LEGAL_FORM,
    "SYMBOL": WordKind.GENERIC,
    "DOMAIN": WordKind.ACTIVITY,
    "LOC": WordKind.PLACE,
    "NUM": WordKind.NUMBER,
}
_CLASSES_BY_SCHEMA = {
    "Person": (NameClass.PERSON,),
    "Company": (NameClass.ORGANISATION,),
    "Organization": (NameClass.ORGANISATION,),
    "PublicBody": (NameClass.ORGANISATION,),
    "LegalEntity": (NameClass.ORGANISATION, NameClass.PERSON),
    "Vessel": (NameClass.OBJECT,),
    "Airplane": (NameClass.OBJECT,),
    "Vehicle": (NameClass.OBJECT,),
}
_ALL_CLASSES = tuple(NameClass)
#: Kinds of words that can be a father's name.
_NAMES = frozenset({WordKind.PLAIN, WordKind.GIVEN})
_BEFORE_NAMES = _NAMES | {WordKind.PATRONYMIC}
#: Of fewer words the one that ends like a patronymic is the family name: Slobodan Milosevich.
_WORDS_WITH_FATHER = 3
#: East Slavic patronymics, in the spellings that romanisation gives them.
_PATRONYMIC = re.compile(r"(?<=..)(?:[oe]vi(?:ch|tch|tsch)|[oe]vy?ch|[oe]vna|[iy]chna|[oe]vitsj)$")
_DOTS = re.compile(r"\.(?=\w)")
#: Letters and digits in one word of a ship's or aircraft's name: a code, of which each sign counts.
_CODE = re.compile(r"(?=.*\d\d)(?=.*[a-z])[a-z\d]+")
#: Signs in the lines of a payment message that hold a name (SWIFT 50a and 59a: 35; ISO 20022: 70, 140).
_FIELD_LENGTHS = frozenset({35, 70, 140})
_LEAST_CUT_WORDS = 3
#: Numerals from I to XXXIX, in names of companies, funds and ships.
_ROMAN_NUMERAL = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
#: The English possessive, which is written or left out at will: Deutsche Bank's AG.
_POSSESSIVE = re.compile(r"['\u2019\u02bc]s\b", re.IGNORECASE)
#: What joins a Persian word to the next one, written or not: Bank-e Pasargad, Lashkar-e-Taiba.
_PERSIAN_OF = re.compile(r"(?<=\w{2})(?:-y?e(?=[ -]\w{2}|$)|[ ]y?e(?=[ -]\w{2}))", re.IGNORECASE)
#: Persian for *and*, between two words: *VA Tech* is another thing.
_PERSIAN_AND = re.compile(r"(?<=\w )va(?= \w)", re.IGNORECASE)
#: Marks that say in which direction a text runs.
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: A dash of any width, with or without spaces, is the hyphen that tables of legal forms know.
_DASHES = re.compile(r"\s*[\u2010-\u2015\u2212]\s*|\s+-\s+")
#: Letters that stand alone in a row in a company's name are one word: S A DE C V, P. K. K.
_SPACED_LETTERS = re.compile(rf"\b(?<!{LOST})(?:[^\W\d_][. ]+)+[^\W\d_]\b(?!{LOST})(?![.'\u2019]?\w)")
#: Two words that lost the space between them: FriedrichBuchenberg, but neither McDonald nor DeVito.
_LOST_SPACE = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
#: Initials written as one word in a name that is not all capitals: JC Juncker. Jr, Dr and the like have no vowel.
_CONSONANT = "([BCDFGHJKLMNPQRSTVWXZ])"
_CLOSED_INITIALS = re.compile(rf"\b(?<!['\u2019])(?!JR|SR|DR|MR|MS|ST|MD|PHD){_CONSONANT}{_CONSONANT}\b")


@cache
def _country_pattern() -> re.Pattern[str]:
    """A country's abbreviation in capitals, with or without points, or its name in full."""
    spelled = (
        re.escape(form) if " " in form else r"\.?".join(form)
        for form in sorted(country_abbreviations(), key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{'|'.join(spelled)})(?:\b\.?|\.)(?!\w)")


def classes_of_schema(schema: str) -> tuple[NameClass, ...]:
    """Return the kinds of bearer that a FollowTheMoney schema allows; all of them where it is unknown."""
    return _CLASSES_BY_SCHEMA.get(schema, _ALL_CLASSES)


def symbol_number(name: str) -> int:
    """Return the number that stands for a symbol in an index: the same on every machine and in every release."""
    return crc32(name.encode())


@lru_cache(maxsize=65536)
def analyse_name(text: str, name_class: NameClass) -> AnalysedName:
    """Return a name taken apart as the name of a person, an organisation or an object.

    Signs that are a syllable each are words of their own; :func:`name_readings` reads them together too.

    Args:
        text: The name as written, in any script.
        name_class: What kind of thing bears it.
    """
    return name_readings(text, name_class)[0]


@lru_cache(maxsize=65536)
def name_readings(text: str, name_class: NameClass) -> tuple[AnalysedName, ...]:
    """Return the ways in which a name can be taken apart, the plainest first.

    There is one, but for scripts that write no spaces: their signs are words, or stand together as one word, or as
    family and given name; and for compound names in Arabic letters, which are written together or apart.
    """
    return name_readings_anew(text, name_class)


def name_readings_anew(text: str, name_class: NameClass) -> tuple[AnalysedName, ...]:
    """Return the same as :func:`name_readings`, keep nothing: for whole lists, in which few names come twice."""
    clean, marks = _cleaned(text, name_class), frozenset[str]()
    if name_class is NameClass.OBJECT:
        clean, marks = join_marks(clean)
    readings: Sequence[tuple[Word, ...]] = tuple(_readings(clean, name_class))
    if len(readings) > 1:
        readings = tuple(dict.fromkeys(readings))
    return tuple(_named((text, clean), name_class, words, marks) for words in readings)


@lru_cache(maxsize=65536)
def query_readings(text: str, name_class: NameClass) -> tuple[AnalysedName, ...]:
    """Return the ways in which a name that is asked for can be taken apart, the plainest first.

    They are those of :func:`name_readings`, and one more where a field of a payment may have ended within a word
    that is known as it stands: *Limited Liability Company Global Co*.
    """
    readings = name_readings(text, name_class)
    return (*readings, *_cut_reading(text, readings[0]))


def _cut_reading(text: str, plain: AnalysedName) -> Iterator[AnalysedName]:
    head, _, last = text.rpartition(" ")
    if len(text) not in _FIELD_LENGTHS or head.count(" ") + 1 < _LEAST_CUT_WORDS - 1 or not last.isalpha():
        return
    if not plain.words or plain.words[-1].kind is WordKind.CUT or plain.name_class is NameClass.OBJECT:
        return
    words = name_readings(head, plain.name_class)[0].words
    native = "" if name_script(last) == "Latin" else last
    end = Word(_piece_form(last, last, plain.name_class), native, WordKind.CUT)
    if words and end.form:
        yield AnalysedName(text, plain.name_class, (*words, end)[:MOST_WORDS], plain.cut)


def _cleaned(text: str, name_class: NameClass) -> str:
    """A name with damage undone, and what is written in several ways in one."""
    if name_class is not NameClass.PERSON:
        return _cleaned_name_of_thing(text)
    clean = _DOTS.sub(". ", _undamaged(text))
    clean = clean if clean.isupper() else _CLOSED_INITIALS.sub(r"\1 \2", clean)
    return clean.replace(LOST, "")


@lru_cache(maxsize=1024)
def _cleaned_name_of_thing(text: str) -> str:
    """The name of an organisation or object cleaned; kept, as most are asked for as both."""
    clean = _country_pattern().sub(
        lambda found: country_abbreviations()[
            found[0].rstrip(".") if " " in found[0] else found[0].replace(".", "")
        ],
        _undamaged(text).replace("%", " percent"),
    )
    clean = _POSSESSIVE.sub("", clean)
    clean = _PERSIAN_OF.sub("", clean)
    clean = _PERSIAN_AND.sub("and", clean)
    clean = _SPACED_LETTERS.sub(_joined_letters, clean)
    return respell_legal_words(clean, cut=len(text) in _FIELD_LENGTHS).replace(LOST, "")


def _undamaged(text: str) -> str:
    if is_plain(text):
        return _LOST_SPACE.sub(" ", text)
    clean = unicodedata.normalize("NFKC", undo_damage(_DIRECTIONS.sub("", text)))
    return _DASHES.sub("-", _LOST_SPACE.sub(" ", clean))


def _joined_letters(found: re.Match[str]) -> str:
    """Letters with points as one word for each abbreviation, letters that stand alone as one word in all."""
    parts = [part.replace(".", "") for part in found[0].split()]
    return (" " if min(map(len, parts)) > 1 else "").join(parts)


def _readings(text: str, name_class: NameClass) -> Iterator[tuple[Word, ...]]:
    """Yield the words of a clean name in each way to read it; some ways may be the same."""
    names = _analysed(text, name_class)
    plain = tuple(word for name in names for word in _words(name, name_class, list))
    if name_class is NameClass.PERSON:
        yield from _chinese_readings(plain)
    else:
        yield plain
        yield from _spelled_readings(plain)
    if sum(word.kind is WordKind.SYLLABLE for word in plain) > 1:
        for division in divisions(person=name_class is NameClass.PERSON):
            words = tuple(word for name in names for word in _words(name, name_class, division))
            yield words
            if name_class is not NameClass.PERSON:
                yield from _brand_readings(words)
    joined = join_compounds(text, person=name_class is NameClass.PERSON)
    if joined != text:
        yield _plain_words(joined, name_class)
    parted = part_compounds(joined) if name_class is NameClass.PERSON else joined
    if parted != joined:
        yield tuple(
            replace(word, kind=WordKind.BOUND) if word.kind in _NAMES and is_half(word.native) else word
            for word in _plain_words(parted, name_class)
        )


def _plain_words(text: str, name_class: NameClass) -> tuple[Word, ...]:
    return tuple(word for name in _analysed(text, name_class) for word in _words(name, name_class, list))


def _chinese_readings(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the words of a person's name, and, of a Chinese one in Latin letters, its given name as one word."""
    joined = []
    forms = [] if any(word.native for word in words) else [word.form for word in words]
    for found in find_given_names(forms):
        words = _with_sounds(words, found.family, [found.family_sound])
        if found.end - found.first == 1:
            words = _with_sounds(words, found.first, found.sounds)
        else:
            form = "".join(word.form for word in words[found.first : found.end])
            given = Word(form, "", WordKind.PLAIN, spelling=spelling_key(form))
            whole = (*words[: found.first], given, *words[found.end :])
            joined.append(_with_sounds(whole, found.first, found.sounds))
    yield words
    yield from joined


def _spelled_readings(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the words with Latin letters in place of their names in another script."""
    found = find_spelled_letters([word.native for word in words])
    if found:
        for letters in found.ways:
            whole = Word(letters, "", WordKind.PLAIN, spelling=spelling_key(letters))
            yield (*words[: found.first], whole, *words[found.end :])


def _brand_readings(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the words with a brand's Chinese signs as what they mean, if each has a meaning: 金阳, golden sun."""
    found = {at: brand_meanings(word.native) for at, word in enumerate(words) if word.kind is WordKind.SYLLABLE}
    if found and all(found.values()):
        yield tuple(_translated_sign(found[at]) if at in found else word for at, word in enumerate(words))


def _translated_sign(symbols: tuple[str, ...]) -> Word:
    numbers = tuple(sorted(map(symbol_number, symbols)))
    return Word(symbols[0].partition(":")[2], "", WordKind.PLAIN, numbers)


def _with_sounds(words: tuple[Word, ...], place: int, sounds: Sequence[str]) -> tuple[Word, ...]:
    symbols = {*words[place].symbols, *(symbol_number(f"sounds:{sound}") for sound in sounds)}
    return (*words[:place], replace(words[place], symbols=tuple(sorted(symbols))), *words[place + 1 :])


def _named(
    written: tuple[str, str], name_class: NameClass, words: tuple[Word, ...], marks: frozenset[str]
) -> AnalysedName:
    text, clean = written
    words = _with_bound(_with_patronymics(words)) if name_class is NameClass.PERSON else words
    if marks:
        words = tuple(_mark(word) if word.form in marks else word for word in words)
    if len(text) in _FIELD_LENGTHS and _may_be_cut(clean, words):
        words = (*words[:-1], replace(words[-1], kind=WordKind.CUT))
    return AnalysedName(text, name_class, words[:MOST_WORDS], max(len(words) - MOST_WORDS, 0))


def _mark(word: Word) -> Word:
    return replace(word, kind=WordKind.NUMBER, symbols=(symbol_number(mark_symbol(word.form)),))


def _may_be_cut(text: str, words: tuple[Word, ...]) -> bool:
    """Return whether the last word of a name that fills its field may be the beginning of one."""
    if not words or text.count(" ") + 1 < _LEAST_CUT_WORDS:
        return False
    return words[-1].kind in _NAMES or (words[-1].kind is WordKind.NUMBER and words[-1].form.isalpha())


def _with_patronymics(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, those that name the father or his fathers marked: Viktorovich, Ali oglu, bin Awad bin Laden.

    What the last *bin* leads to is the name that the bearer goes by, not an ancestor who is left out at will.
    """
    return tuple(
        replace(word, kind=WordKind.PATRONYMIC) if word.kind in _NAMES and _is_fathers(words, at) else word
        for at, word in enumerate(words)
    )


def _with_bound(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, those marked that are no name without the next one: *Abdul* before *Rahman*, servant of."""
    return tuple(
        replace(word, kind=WordKind.BOUND)
        if word.kind in _BEFORE_NAMES
        and at + 1 < len(words)
        and _known_form(word.form, word.native) in bound_words()
        else word
        for at, word in enumerate(words)
    )


def _is_fathers(words: tuple[Word, ...], at: int) -> bool:
    known = [_known_form(word.form, word.native) for word in words]
    if at + 1 < len(words) and known[at + 1] in child_words("after"):
        return True
    if 0 < at < len(words) - 1 and known[at - 1] in child_words("before"):
        return True
    return len(words) >= _WORDS_WITH_FATHER and bool(_PATRONYMIC.search(words[at].form))


def _analysed(text: str, name_class: NameClass) -> list[Name]:
    symbols = name_class is not NameClass.PERSON
    return list(analyze_names(_TYPE_TAGS[name_class], [text], symbols=symbols, phonetics=False, consolidate=False))


def _words(name: Name, name_class: NameClass, division: Division) -> Iterator[Word]:
    spans: dict[int, list[tuple[str, str, int]]] = {}
    for span in name.spans:
        symbol = (span.symbol.category.value, span.symbol.id)
        for part in span.parts:
            spans.setdefault(part.index, []).append((*symbol, len(span.parts)))
    for part in name.parts:
        piece = (part.form, part.ascii, part.tag)
        yield from _part_words(piece, name_class, tuple(spans.get(part.index, ())), division)


@lru_cache(maxsize=8192)
def _part_words(
    part: tuple[str, str | None, NamePartTag], name_class: NameClass, spans: _Spans, division: Division
) -> tuple[Word, ...]:
    """One word for a part, or those that it is divided into where a script writes no spaces.

    Args:
        part: As written, in Latin letters, and its tag.
        name_class: What kind of thing bears the name.
        spans: The symbols that the part belongs to.
        division: Cuts what is written without spaces.
    """
    return tuple(_piece_words(part, name_class, spans, division))


def _piece_words(
    part: tuple[str, str | None, NamePartTag], name_class: NameClass, spans: _Spans, division: Division
) -> Iterator[Word]:
    written, latin, tag = part
    pieces = division(plain_signs(written)) if is_syllabic(written) else [written]
    for at, piece in enumerate(pieces, 1):
        form = _piece_form(piece, (latin or piece) if piece == written else piece, name_class)
        if not form:
            continue
        native = "" if name_script(piece) == "Latin" else piece
        kinds = [_SYMBOL_KINDS[category] for category, _, _ in spans if category in _SYMBOL_KINDS]
        # A symbol over several words ("hong kong") classes each of them but stands for none alone.
        names = [f"{category}:{name}" for category, name, length in spans if length == 1]
        known = _known_form(form, native)
        names += _table_symbols(known, name_class)
        syllable = len(piece) == 1 and is_syllabic(piece)
        translated = native and name_class is not NameClass.PERSON and not (syllable and division is list)
        meant = meanings_of(native) if translated else ()
        names += meant
        names += brand_meanings(native) if translated and syllable else ()
        kind = WordKind.SYLLABLE if syllable else _kind(known, tag, name_class, kinds)
        # A sign within a name is part of a brand; a word by itself (厂, factory) stands at the end.
        if meant and (not syllable or at == len(pieces) or is_particle(meant)):
            kind = _kind_meant(meant)
        symbols = tuple(sorted({symbol_number(name) for name in names}))
        yield Word(form, native, kind, symbols, "" if kind is WordKind.NUMBER else spelling_key(form))


def _piece_form(piece: str, latin: str, name_class: NameClass) -> str:
    """The folded piece; syllables of a person's name stay apart, so that they join no Latin words by accident."""
    if name_class is NameClass.PERSON and is_syllabic(piece):
        return _SYLLABLES_APART.join(map(_folded, piece))
    return _folded(latin)


def _known_form(form: str, native: str) -> str:
    """What tables know a word by: its folded letters, or its own where vowels are not written.

    Folded, Omar is *mr* and Farea is *fr*, which are titles.
    """
    return native if native and leaves_vowels_out(native) else form


def _folded(text: str) -> str:
    plain = (text if text.isascii() else anyascii(text)).lower()
    return plain if plain.isalnum() else "".join(letter for letter in plain if letter.isalnum())


def _table_symbols(form: str, name_class: NameClass) -> tuple[str, ...]:
    if name_class is NameClass.PERSON:
        return given_name_groups().get(form, ())
    return organisation_groups().get(form, ()) + latin_meanings(form)


def _kind(form: str, tag: NamePartTag, name_class: NameClass, kinds: list[WordKind]) -> WordKind:
    if form.isdigit() or (name_class is NameClass.OBJECT and _CODE.fullmatch(form)):
        return WordKind.NUMBER
    if name_class is NameClass.PERSON:
        return _person_kind(form)
    if _ROMAN_NUMERAL.fullmatch(form):
        return WordKind.NUMBER
    if tag == NamePartTag.STOP:
        return WordKind.PARTICLE
    telling = next((kind for kind in kinds if kind in {WordKind.NUMBER, WordKind.LEGAL_FORM}), None)
    known = organisation_word_kinds().get(form)
    return telling or (WordKind[known] if known else min(kinds, default=WordKind.PLAIN))


def _kind_meant(symbols: tuple[str, ...]) -> WordKind:
    """The kind of a word that is translated: that of its English word."""
    if is_legal_form(symbols):
        return WordKind.LEGAL_FORM
    if is_particle(symbols):
        return WordKind.PARTICLE
    kinds = organisation_group_kinds()
    return next(
        (WordKind[kinds[group]] for text in symbols if (group := text.partition(":")[2]) in kinds), WordKind.PLAIN
    )


def _person_kind(form: str) -> WordKind:
    """By our own tables alone: what is an article in one language (un) is a name in another (Kim Jong Un)."""
    if len(form) == 1:
        return WordKind.INITIAL
    return WordKind[person_word_kinds().get(form, "GIVEN" if form in given_name_groups() else "PLAIN")]
