"""How wide a text stands in a drawing, and how it is broken into lines.

An SVG breaks no lines by itself, and a page without scripts cannot measure. So widths are estimated from the
advance widths of Helvetica (its AFM file), which Arial and Liberation Sans share; drawings ask for these
typefaces.
"""

import unicodedata

#: Parts of the type size. Signs that are missing here take _OTHER; East Asian wide ones take _WIDE.
_WIDTHS = {
    0.25: "ijl'|",
    0.3: " !.,:;/\\It()[]f-`",
    0.36: 'r"{}*',
    0.5: "Jcksvxyz^",
    0.58: "abdeghnopqu0123456789?_$#+<>=~L\u2013",
    0.68: "ABEKPSVXYFTZ&",
    0.78: "CDHNRUGOQw",
    0.9: "Mm%",
    1.0: "W@\u2014\u2026\u2192",
}
_ADVANCE = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_OTHER = 0.6
_WIDE = 1.0
_BOLD = 1.07
_ELLIPSIS = "\u2026"


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text stands, in the unit of its type size; rather too wide than too narrow."""
    return sum(map(_advance, text)) * size * (_BOLD if bold else 1.0)


def _advance(sign: str) -> float:
    known = _ADVANCE.get(sign)
    if known is not None:
        return known
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Cf", "Cc"}:
        return 0.0
    return _WIDE if unicodedata.east_asian_width(sign) in {"W", "F"} else _OTHER


def break_lines(text: str, width: float, size: float, *, bold: bool = False, most: int = 0) -> tuple[str, ...]:
    """Return a text in lines that fit a width.

    Args:
        text: Any text; runs of blanks count as one.
        width: The most that a line may take, in the unit of the type size.
        size: Type size.
        bold: Whether it is set bold.
        most: The most lines, 0 for any number; what is cut off leaves an ellipsis.
    """
    lines: list[str] = []
    for word in _cut_words(text, width, size, bold=bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, bold=bold) <= width:
            lines[-1] = longer
        elif most and len(lines) == most:
            lines[-1] = f"{lines[-1]}{_ELLIPSIS}"
            break
        else:
            lines.append(word)
    return tuple(lines)


def _cut_words(text: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Return the words of a text; one that is wider than a line comes in pieces."""
    pieces: list[str] = []
    for word in text.split():
        piece = ""
        for sign in word:
            if piece and measure(piece + sign, size, bold=bold) > width:
                pieces.append(piece)
                piece = ""
            piece += sign
        pieces.append(piece)
    return pieces
