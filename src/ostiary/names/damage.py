"""What files, systems and people do to a name on its way, undone: encodings, lost letters, look-alikes."""

import html
import re

#: What UTF-8 looks like when it is read as Windows-1252: a letter that seldom stands inside a word, and a sign.
_MISREAD = re.compile(
    r"[\u00c2-\u00c5\u00c8-\u00cb\u00d0\u00d1\u00d8-\u00db\u00e2]"
    r"[\u0080-\u00bf\u2013-\u203a\u0152-\u0192\u02c6-\u02dc\u2122]"
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")
_LETTER = r"[^\W\d_]"
#: Stands for a letter that an encoding did not have.
LOST = "\ufffd"
#: Signs beside letters that each stand for one.
_LOST = re.compile(rf"[?\ufffd]+(?={_LETTER})|(?<={_LETTER})[?\ufffd]+")
#: Signs that a scanner reads, or somebody writes, for the letters that they look like.
_SIGNS = re.compile(rf"(?<={_LETTER})[|!$@+](?={_LETTER})")
_LETTERS_OF_SIGNS = {"|": "l", "!": "i", "$": "s", "@": "a", "+": "t"}
#: Letters of Cyrillic and Greek that look like Latin ones, and these.
_CYRILLIC = (
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0430\u0435\u0455\u0456\u0458\u043e\u0440\u0441\u0443\u0445"
)
_LIKE_CYRILLIC = "ABESIJKMHOPCTYXaesijopcyx"
_GREEK = "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
_LIKE_GREEK = "ABEZHIKMNOPTYXo"
_TO_LATIN = str.maketrans(_CYRILLIC + _GREEK, _LIKE_CYRILLIC + _LIKE_GREEK)
_TO_CYRILLIC = str.maketrans(_LIKE_CYRILLIC, _CYRILLIC)
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z]")
_OTHER = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")


def is_plain(text: str) -> bool:
    """Return whether a text is of the letters A to Z and spaces alone, of which nothing can be damaged."""
    return text.isascii() and text.replace(" ", "").isalpha()


def undo_damage(text: str) -> str:
    """Return a name as it was before an encoding, a web page, a scanner or a trick with letters harmed it.

    For each letter that is lost there is one sign, ``LOST``.
    """
    if is_plain(text):
        return text
    if _ENTITY.search(text):
        text = html.unescape(text)
    if _MISREAD.search(text):
        from ftfy import fix_encoding  # noqa: PLC0415 - few names need it

        text = fix_encoding(text)
    if _LATIN.search(text) and _OTHER.search(text):
        text = _in_one_script(text)
    text = _SIGNS.sub(lambda found: _LETTERS_OF_SIGNS[found[0]], text)
    return _LOST.sub(lambda found: LOST * len(found[0]), text)


def _in_one_script(text: str) -> str:
    """Return a name of two scripts in Latin if the other letters look so, else its mixed words in Cyrillic."""
    latin = text.translate(_TO_LATIN)
    if not _OTHER.search(latin):
        return latin
    return _WORD.sub(lambda found: _in_cyrillic(found[0]) if _OTHER.search(found[0]) else found[0], text)


def _in_cyrillic(word: str) -> str:
    plain = word.translate(_TO_CYRILLIC)
    return word if _LATIN.search(plain) else plain
