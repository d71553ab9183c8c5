"""Trees of chains as boxes and lines: side by side where there is room, indented where there is not.

A diagram is a pile of strips, one for each voice next to the outlet, so that a sheet of paper can end between
them. All measures are CSS pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ostiary.app.brief_trees import Chip, Node, list_chips
from ostiary.app.brief_words import KINDS, NAMELESS
from ostiary.app.pages.lettering import break_lines, measure
from ostiary.model.claims import UNCLEAR, UNRESOLVED

NAME_SIZE = 13
SMALL_SIZE = 11
_NAME_STEP = 17
_SMALL_STEP = 15
_PADDING = 9
#: Where lines meet a box, below its top.
_AXIS = 20
_MOST_NAME_LINES = 5
_MOST_CHIPS = 24
#: Relations that say no more than the drawing.
_UNTOLD = frozenset({"publishes", UNCLEAR, UNRESOLVED})
_LEAST_BOX = 130
#: Boxes that nothing stands behind end here, the others where they must.
_WIDEST = 1068
_GAP_BELOW = 12
_CORNER = 6
#: Drawn at the end of a line.
_ARROW = "m-6-3.5 6 3.5-6 3.5"


@dataclass(frozen=True, slots=True)
class Style:
    """How a tree is laid out.

    Attributes:
        name: ``wide`` or ``narrow``.
        box: Width of the outlet's box.
        leaf: Width of a box that nothing stands behind.
        step: How much further right what is cited begins.
        shrinks: Whether boxes become narrower by that, to end at one edge.
    """

    name: str
    box: int
    leaf: int
    step: int
    shrinks: bool

    def left(self, depth: int) -> int:
        """Return where the boxes of a depth begin."""
        return depth * self.step

    def width(self, depth: int, *, leaf: bool = False) -> int:
        """Return how wide the boxes of a depth are."""
        if self.shrinks:
            return max(self.box - depth * self.step, _LEAST_BOX)
        return max(self.box, min(self.leaf, _WIDEST - self.left(depth))) if leaf else self.box


WIDE = Style("wide", box=196, leaf=430, step=236, shrinks=False)
NARROW = Style("narrow", box=336, leaf=336, step=20, shrinks=True)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a box.

    Attributes:
        y: Its base line.
        text: The words, empty where it holds chips.
        role: ``relation``, ``name``, ``note`` or ``claims``.
        chips: Claims.
        aside: Whether it stands at the right edge, beside another line.
    """

    y: float
    text: str
    role: str
    chips: tuple[Chip, ...] = ()
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A voice as drawn.

    Attributes:
        x: Left edge.
        y: Upper edge.
        width: Width.
        height: Height.
        lines: What stands in it.
        node: The voice.
    """

    x: int
    y: float
    width: int
    height: float
    lines: tuple[Line, ...]
    node: Node

    @property
    def nameless(self) -> bool:
        """Whether it leaves open who speaks: then it is dashed."""
        return self.node.kind in NAMELESS


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a diagram that stays on one sheet.

    Attributes:
        width: Width.
        height: Height.
        boxes: Voices.
        paths: Lines between them, as SVG path data.
    """

    width: int
    height: float
    boxes: tuple[Box, ...]
    paths: tuple[str, ...]


def draw_tree(root: Node, style: Style) -> tuple[Strip, ...]:
    """Return a tree as strips, one below the other."""
    top = _make_box(root, style, 0, 0.0)
    width = _measure_tree(root, style, 0)
    if not root.below:
        return (Strip(width, top.height + _GAP_BELOW, (top,), ()),)
    return tuple(_draw_strips(root, top, style, width))


def _draw_strips(root: Node, top: Box, style: Style, width: int) -> Iterator[Strip]:
    """Yield a strip for each voice next to the root; the root stands in the first, its line runs through all.

    Beside the others the root may be higher than its strip; it reaches into the next ones then.
    """
    last = len(root.below) - 1
    rest = top.height + _GAP_BELOW
    for place, node in enumerate(root.below):
        start = 0.0 if place or not style.shrinks else top.height + _GAP_BELOW
        boxes, paths, end = _place(node, style, 1, start)
        parts = (top, *boxes) if place == 0 else boxes
        rest = max(rest - end, 0.0)
        height = end + rest if place == last else end
        begin = 0.0 if place else top.y + (top.height if style.shrinks else _AXIS)
        join = _join(_Joint(style, 0, begin), boxes[0])
        trunk = () if place == last else (_draw_trunk(style, begin, height),)
        yield Strip(width, height, parts, (*paths, join, *trunk))


def _place(node: Node, style: Style, depth: int, top: float) -> tuple[tuple[Box, ...], tuple[str, ...], float]:
    """Return the boxes and lines of a voice and all below it, and where the next may begin."""
    box = _make_box(node, style, depth, top)
    below = box.y + box.height + _GAP_BELOW
    boxes, paths = [box], []
    next_top = below if style.shrinks else top
    joint = _Joint(style, depth, box.y + (box.height if style.shrinks else _AXIS))
    for child in node.below:
        child_boxes, child_paths, next_top = _place(child, style, depth + 1, next_top)
        paths += [*child_paths, _join(joint, child_boxes[0])]
        boxes += child_boxes
    return tuple(boxes), tuple(paths), max(below, next_top)


@dataclass(frozen=True, slots=True)
class _Joint:
    """Where lines leave a box."""

    style: Style
    depth: int
    y: float

    @property
    def trunk(self) -> float:
        """Where the line runs down."""
        style = self.style
        if style.shrinks:
            return style.left(self.depth) + style.step / 2
        edge = style.left(self.depth) + style.width(self.depth)
        return edge + (style.step - style.width(self.depth)) / 2 - _CORNER


def _join(joint: _Joint, box: Box) -> str:
    """Return the line from a joint to a box, with a round corner where it turns."""
    x, y, end = joint.trunk, box.y + _AXIS, box.x
    edge = joint.style.left(joint.depth) + joint.style.width(joint.depth)
    if not joint.style.shrinks and y == joint.y:
        return f"M{edge} {y:g}H{end}{_ARROW}"
    begin = f"M{x:g} {joint.y:g}" if joint.style.shrinks or joint.y == 0 else f"M{edge} {joint.y:g}H{x:g}"
    return f"{begin}V{y - _CORNER:g}Q{x:g} {y:g} {x + _CORNER:g} {y:g}H{end}{_ARROW}"


def _draw_trunk(style: Style, begin: float, end: float) -> str:
    x = _Joint(style, 0, begin).trunk
    return f"M{x:g} {begin:g}V{end:g}"


def _measure_tree(node: Node, style: Style, depth: int) -> int:
    own = style.left(depth) + style.width(depth, leaf=not node.below)
    return max((own, *(_measure_tree(child, style, depth + 1) for child in node.below)))


def _make_box(node: Node, style: Style, depth: int, top: float) -> Box:
    width = style.width(depth, leaf=not node.below)
    room = width - 2 * _PADDING
    lines, y = [], top + _PADDING
    for text, role in _list_texts(node, room):
        y += _NAME_STEP if role == "name" else _SMALL_STEP
        lines.append(Line(y - _NAME_STEP / 4, text, role))
    rows = _break_chips(list_chips(node.claims), room)
    if len(rows) == 1 and _measure_chips(rows[0]) + measure(lines[0].text, SMALL_SIZE) + _PADDING < room:
        lines.append(Line(lines[0].y, "", "claims", rows[0], aside=True))
        rows = []
    for chips in rows:
        y += _SMALL_STEP
        lines.append(Line(y - _SMALL_STEP / 4, "", "claims", chips))
    return Box(style.left(depth), top, width, y + _PADDING - top, tuple(lines), node)


def _list_texts(node: Node, room: float) -> Iterator[tuple[str, str]]:
    """Yield the lines of a box above its claims, broken to its width."""
    kind = [KINDS[node.kind]] if node.kind != "unknown" else []
    known = ", ".join([*kind, *(relation for relation in node.relations if relation not in _UNTOLD)])
    for text in break_lines(known, room, SMALL_SIZE, most=2):
        yield text, "relation"
    for text in break_lines(node.name, room, NAME_SIZE, bold=True, most=_MOST_NAME_LINES):
        yield text, "name"
    for office in node.offices:
        yield from ((text, "note") for text in break_lines(office, room, SMALL_SIZE, most=2))


def _measure_chips(chips: Sequence[Chip]) -> float:
    return sum(measure(f"{chip.text}\u2020, ", SMALL_SIZE) for chip in chips)


def _break_chips(chips: Sequence[Chip], room: float) -> list[tuple[Chip, ...]]:
    lines: list[list[Chip]] = []
    used = room
    for chip in chips[:_MOST_CHIPS]:
        width = _measure_chips([chip])
        if used + width > room:
            lines.append([])
            used = 0.0
        lines[-1].append(chip)
        used += width
    if len(chips) > _MOST_CHIPS:
        lines.append([Chip(f"and {len(chips) - _MOST_CHIPS} more", chips[_MOST_CHIPS].claim)])
    return [tuple(line) for line in lines]
