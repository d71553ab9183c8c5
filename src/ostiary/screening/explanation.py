"""What the points of a name are made of, in plain words."""

from collections.abc import Iterator, Sequence

from ostiary.model.hits import Part
from ostiary.names import alignment
from ostiary.names.analysis import Word, WordKind, symbol_number
from ostiary.names.arrays import Array, tabulate_words
from ostiary.names.han import han_readings
from ostiary.names.meanings import meanings_of
from ostiary.names.relations import relate_words
from ostiary.names.scripts import leaves_vowels_out
from ostiary.names.transcription import DOUBTFUL_CONSONANTS


def name_parts(trace: Array, query: Sequence[Word], listed: Sequence[Word]) -> tuple[Part, ...]:
    """Return the labelled parts of a name's points; they sum to what the alignment gave.

    Args:
        trace: int64[R, TRACE_COLUMNS], from aligning the two names.
        query: The query's words.
        listed: The listed name's words.
    """
    rows = [tuple(row) for row in trace.tolist()]
    whole = Part("name", _text(query), _text(listed), alignment.WHOLE, "full points, less what differs")
    left_query, left_listed = _leftover(rows, len(query), len(listed))
    over_query = _text([query[at] for at in left_query])
    over_listed = _text([listed[at] for at in left_listed])
    parts = [part for row in rows if (part := _pair_part(row, query, listed))]
    parts += [part for row in rows if (part := _whole_part(row, over_query, over_listed))]
    return (whole, *parts)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.native or word.form for word in words)


def _leftover(rows: Sequence[tuple[int, ...]], query: int, listed: int) -> tuple[list[int], list[int]]:
    """Places of the words that found no partner."""
    used_query: set[int] = set()
    used_listed: set[int] = set()
    for kind, first, second, length, _ in rows:
        if kind == alignment.PAIR_ROW:
            used_query.add(first)
            used_listed.add(second)
        elif kind == alignment.JOINED_LISTED_ROW:
            used_query.add(first)
            used_listed.update(range(second, second + length))
        elif kind == alignment.JOINED_QUERY_ROW:
            used_listed.add(first)
            used_query.update(range(second, second + length))
    return [at for at in range(query) if at not in used_query], [
        at for at in range(listed) if at not in used_listed
    ]


def _pair_part(row: tuple[int, ...], query: Sequence[Word], listed: Sequence[Word]) -> Part | None:
    kind, first, second, length, points = row
    if kind == alignment.PAIR_ROW:
        ours, theirs = query[first], listed[second]
        return Part("word", _text([ours]), _text([theirs]), points, _word_reason(ours, theirs)) if points else None
    if kind == alignment.JOINED_LISTED_ROW:
        ours_text, theirs_text = _text([query[first]]), _text(listed[second : second + length])
    elif kind == alignment.JOINED_QUERY_ROW:
        ours_text, theirs_text = _text(query[second : second + length]), _text([listed[first]])
    else:
        return None
    return Part(
        "joined words",
        ours_text,
        theirs_text,
        points,
        f"“{ours_text}” is “{theirs_text}”, written together or apart",
    )


def _word_reason(ours: Word, theirs: Word) -> str:
    pair = f"“{_text([ours])}” and “{_text([theirs])}”"
    if min(len(ours.form), len(theirs.form)) == 1 and ours.form[0] == theirs.form[0]:
        return f"{pair}: one is the initial of the other"
    if WordKind.CUT in (ours.kind, theirs.kind) and (
        ours.form.startswith(theirs.form) or theirs.form.startswith(ours.form)
    ):
        return f"{pair}: one may be cut off where a field ended"
    shared = set(ours.symbols) & set(theirs.symbols)
    if shared & {symbol_number(meaning) for word in (ours, theirs) for meaning in meanings_of(word.native)}:
        return f"{pair} mean the same"
    if bool(ours.native) != bool(theirs.native):
        return _script_reason(*((ours, theirs) if ours.native else (theirs, ours)))
    if shared:
        return f"{pair} are written forms of one name or word"
    alike = ours.spelling and ours.spelling == theirs.spelling
    return f"{pair} are spellings of one sound" if alike else f"{pair} differ in some letters"


def _script_reason(native: Word, latin: Word) -> str:
    """In what way a word in another script and a Latin one meet."""
    readings = han_readings(native.native)
    if readings:
        return f"one reading of “{native.native}”: {', '.join(readings)}; here “{latin.form}”"
    written = f"“{latin.form}” is a way to write “{native.native}” in Latin letters"
    if leaves_vowels_out(native.native) and _likeness(native, latin) < DOUBTFUL_CONSONANTS:
        return f"{written}, which without its vowels could be written many ways: weak evidence"
    return written


def _likeness(ours: Word, theirs: Word) -> int:
    return int(relate_words(tabulate_words([ours]), tabulate_words([theirs]))[0, 0])


def _whole_part(row: tuple[int, ...], over_query: str, over_listed: str) -> Part | None:
    kind, points = row[0], row[-1]
    parts = {
        alignment.CONTRADICTED_ROW: (
            "contradicted words",
            over_query,
            over_listed,
            f"“{over_query}” stands where the listed name has “{over_listed}”",
        ),
        alignment.OMITTED_ROW: ("omitted words", "", over_listed, f"the listed name has more: “{over_listed}”"),
        alignment.ADDED_ROW: ("added words", over_query, "", f"the listed name lacks “{over_query}”"),
        alignment.ORDER_ROW: ("order", "", "", "the words stand in another order"),
        alignment.ACRONYM_ROW: ("acronym", over_query, over_listed, "one is made of the other's first letters"),
        alignment.LONELY_ROW: (
            "one word alone",
            "",
            "",
            "fewer than two full words are surely alike, and others stand beside them",
        ),
    }
    if not points or kind not in parts:
        return None
    label, query_value, listed_value, reason = parts[kind]
    return Part(label, query_value, listed_value, points, reason)


def largest_effect_first(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts, the name first, then those that move the points most."""
    yield from sorted(
        parts, key=lambda part: (part.label != "name", -abs(part.points), part.label, part.query_value)
    )
