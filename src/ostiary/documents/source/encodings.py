"""Bytes to characters: UTF-8, UTF-16, UTF-32, else the likeliest of the older encodings, and never in silence."""

import codecs
import re

from ostiary.model.errors import ReportFileError

_REPLACEMENT = "\ufffd"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: How much is looked at to guess, in bytes, and which share of NUL at every other place tells UTF-16.
_SAMPLE = 10_000
_WIDE_SHARE = 0.3
#: Signs that are no text may be this share of a file: a stray one is no reason to refuse a report.
_MOST_CONTROL_SHARE = 0.02

#: Signs that steer devices, and signs that turn the writing round, so that it reads other than it is stored.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u202d\u202e]")
#: Read as Windows-1252, a text of Eastern Europe or Turkey has signs within words, or Icelandic letters.
_NOT_WESTERN = re.compile("[^\\W\\d_][\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7]|[ðþÐÞýÝ\x80-\x9f\ufffd]")
_DECLARED = re.compile(
    rb"""<(?:meta[^<>]{0,200}?charset|\?xml[^<>]{0,80}?encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
#: Families of encodings that a page may name; Python knows others that are no writing of a page.
_PAGE_ENCODINGS = ("iso8859", "cp", "koi8", "gb", "big5", "shift_jis", "euc", "utf-16", "iso2022", "tis", "mac")
#: As browsers do: a page that names these means the larger set.
_LARGER = {"iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def decode_text(data: bytes, *, declares: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the characters of a file, unchanged and undivided, and what a reader must know of how they were read.

    Args:
        data: The file's bytes.
        declares: Whether it is HTML and may name its encoding itself.

    Raises:
        ReportFileError: It is no text.
    """
    text, remarks = _decode(data, declares=declares)
    return text, (*remarks, *_remark_on_replaced(text, data), *_remark_on_control(text))


def _decode(data: bytes, *, declares: bool) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ()
    wide = _wide_encoding(data)
    if not wide:
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError:
            wide = _declared_encoding(data) if declares else ""
    if wide:
        return data.decode(wide, "replace"), (f"The text was read as {wide}.",)
    return _decode_guessing(data)


def _wide_encoding(data: bytes) -> str:
    """Return the kind of UTF-16 that a text without a mark is written in, or empty."""
    sample = data[:_SAMPLE]
    if sample[1::2].count(0) > _WIDE_SHARE * len(sample[1::2]):
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > _WIDE_SHARE * len(sample[0::2]) else ""


def _declared_encoding(data: bytes) -> str:
    """Return the encoding that a page names, if it is one of the older ones, else an empty text."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except (LookupError, UnicodeError):
        return ""
    return _LARGER.get(name, name) if name.startswith(_PAGE_ENCODINGS) else ""


def _decode_guessing(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Read what is no UTF-8: mostly UTF-8 with strange bytes in it, or an older encoding throughout."""
    text = data.decode("utf-8", "replace")
    strange = text.count(_REPLACEMENT)
    other = sum(1 for sign in text if sign > "\x7f") - strange
    if other >= strange:
        return text, ()
    encoding = _guess_encoding(data)
    advice = f"The file is not UTF-8; it was read as {encoding}, which is a guess: look at the accented letters."
    return data.decode(encoding, "replace"), (advice,)


def _guess_encoding(data: bytes) -> str:
    """Return the likeliest older encoding.

    A detector that counts letters errs on a text with few accents, so Windows-1252 comes first where it yields a
    Western text.
    """
    strange = bytes(byte for byte in data if byte > 0x7F)  # noqa: PLR2004 - the end of ASCII
    if len(strange) < len(data) / 4 and not _NOT_WESTERN.search(data.decode("cp1252", "replace")):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a text in UTF-8 needs no detector

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"


def _remark_on_replaced(text: str, data: bytes) -> tuple[str, ...]:
    count = text.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
    if count <= 0:
        return ()
    first = text.index(_REPLACEMENT)
    places = "place holds" if count == 1 else "places hold"
    return (
        f"{count:,} {places} bytes that are no text here; {_REPLACEMENT} stands for them, first at {first:,}.",
    )


def _remark_on_control(text: str) -> tuple[str, ...]:
    if len(_CONTROL.findall(text)) > max(1, _MOST_CONTROL_SHARE * len(text)):
        raise ReportFileError("The file is no text.", advice="Save the report as plain text, HTML or PDF.")
    first = _UNSEEN.search(text)
    if not first:
        return ()
    count = len(_UNSEEN.findall(text))
    signs = "control character stands" if count == 1 else "control characters stand"
    return (f"{count:,} {signs} in the text, the first as character {first.start():,}; left in place.",)
