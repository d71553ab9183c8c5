"""Where a paragraph that was taken out of a page stands in it, and what the markup around it says."""

from bisect import bisect_right
from collections.abc import Iterator

from lxml.html import HtmlElement

from ostiary.documents.source.blocks import Hint

#: So many letters of a paragraph are looked for; so many paragraphs may be missing before the search is given up.
_LOOKED_FOR = 60
_MOST_MISSES = 50

#: Elements whose text nobody sees.
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "svg", "iframe", "select", "option"}
)
#: How far up the markup around a paragraph is looked at: itself, its parent, and the parent's parent.
_NEAR = 3
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

#: Words within class names and what they make of the block they stand at, with its greatest length in characters.
_CLASS_WORDS: tuple[tuple[str, Hint, int], ...] = (
    ("caption", "caption", 600),
    ("credit", "photo credit", 150),
    ("byline", "byline", 200),
    ("standfirst", "standfirst", 600),
    ("subtitle", "standfirst", 600),
    ("subheadline", "standfirst", 600),
    ("keypoint", "box", 600),
    ("key-point", "box", 600),
    ("takeaway", "box", 600),
    ("newsletter", "other furniture", 300),
    ("signup", "other furniture", 300),
    ("sign-up", "other furniture", 300),
    ("related", "other furniture", 200),
    ("readmore", "other furniture", 200),
    ("read-more", "other furniture", 200),
    ("advert", "advertisement", 200),
    ("sponsor", "advertisement", 200),
)


class PagePlaces:
    """Finds paragraphs in a page by their letters, from top to bottom."""

    def __init__(self, tree: HtmlElement) -> None:
        texts = tuple(_seen_texts(tree))
        self._letters = "".join(text for text, _ in texts)
        self._elements = [element for _, element in texts]
        self._starts = []
        start = 0
        for text, _ in texts:
            self._starts.append(start)
            start += len(text)
        self._cursor = 0
        self._misses = 0

    def __len__(self) -> int:
        return len(self._letters)

    def find(self, text: str) -> HtmlElement | None:
        """Return the element in which a paragraph begins, after the last one found, else the first anywhere."""
        key = "".join(text.split())[:_LOOKED_FOR]
        if self._misses > _MOST_MISSES or not key:
            return None
        place = self._letters.find(key, self._cursor)
        if place < 0:
            place = self._letters.find(key)
        if place < 0:
            self._misses += 1
            return None
        self._cursor = max(self._cursor, place + len(key))
        return self._elements[bisect_right(self._starts, place) - 1]


def _seen_texts(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Yield each text of a page without white space, with the element that holds it."""
    waiting: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while waiting:
        element, done = waiting.pop()
        text = element.tail if done else element.text
        if done:
            element = element.getparent()
        elif element.tag in _UNSEEN or not isinstance(element.tag, str):
            continue
        else:
            for child in reversed(element):
                waiting += ((child, True), (child, False))
        if text and (letters := "".join(text.split())):
            yield letters, element


def hint_of(element: HtmlElement, length: int) -> Hint:
    """Return what the markup says of a block.

    Args:
        element: The element in which it begins.
        length: How long it is, in characters: no class makes furniture of a long paragraph.
    """
    near = [element]
    while len(near) < _NEAR and (parent := near[-1].getparent()) is not None:
        near.append(parent)
    if any(one.tag == "figcaption" for one in near):
        return "caption"
    classes = " ".join(f"{one.get('class', '')} {one.get('id', '')}" for one in near).casefold()
    for word, hint, longest in _CLASS_WORDS:
        if length <= longest and word in classes:
            return hint
    if any(one.tag in _HEADINGS for one in near):
        return "heading"
    return "item" if any(one.tag == "li" for one in near) else ""
