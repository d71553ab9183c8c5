"""What files and systems do to a name on its way, undone: wrong encodings, entities, signs for lost letters."""

import html
import re

#: What UTF-8 looks like when it is read as Windows-1252: a letter that seldom stands inside a word, and a sign.
_MISREAD = re.compile(
    r"[\u00c2-\u00c5\u00c8-\u00cb\u00d0\u00d1\u00d8-\u00db\u00e2][\u0080-\u00bf\u2013-\u203a\u0152-\u0192\u02c6-\u02dc\u2122]"
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")
#: A sign in the middle of a word stands for a letter that an encoding did not have.
_LOST = re.compile(r"(?<=[^\W\d_])[?\ufffd]+(?=[^\W\d_])")


def undo_damage(text: str) -> str:
    """Return a name as it was before an encoding, a web page or a narrow character set harmed it."""
    if _ENTITY.search(text):
        text = html.unescape(text)
    if _MISREAD.search(text):
        from ftfy import fix_encoding  # noqa: PLC0415 - few names need it

        text = fix_encoding(text)
    return _LOST.sub("", text)
