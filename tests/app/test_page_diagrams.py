"""Chains as drawings: merged into trees, laid out without overlaps, at both widths."""

from dataclasses import replace
from itertools import combinations

import pytest

from ostiary.app.brief_trees import Chip, Node, grow_trees, list_chips
from ostiary.app.pages.diagrams import NARROW, WIDE, Box, Strip, Style, draw_tree
from ostiary.model.claims import Link, Reading
from tests.app.brief_samples import BRIEF, LANTERN, LANTERN_READING


def tree_of(reading: Reading) -> Node:
    [root] = grow_trees(reading)
    return root


def names(node: Node) -> dict[str, object]:
    return {child.name: names(child) for child in node.below}


def test_chains_that_begin_alike_share_their_beginning() -> None:
    root = tree_of(LANTERN_READING)
    assert root.name == "The Harbour Lantern"
    assert root.claims == ("r1:c8",)
    drawn = names(root)
    clerk = "a clerk close to the harbour ministry"
    assert drawn["Quay Courier"] == {"Radio Estuary": {clerk: {}}}
    assert drawn["Radio Estuary"] == {clerk: {}}
    [irma] = [node for node in root.below if node.name == "Irma Dolloway"]
    assert irma.claims == ("r1:c2", "r1:c6")
    assert irma.offices == ("customs commissioner",)


def test_a_claim_that_came_by_two_ways_is_marked_at_both_ends() -> None:
    ends = [node for branch in tree_of(LANTERN_READING).below[:2] for node in flatten(branch) if node.claims]
    assert [(node.claims, node.branched) for node in ends] == [(("r1:c1",), {"r1:c1"})] * 2


def flatten(node: Node) -> list[Node]:
    return [node, *(found for child in node.below for found in flatten(child))]


def boxes_on_one_sheet(strips: tuple[Strip, ...]) -> list[Box]:
    boxes, top = [], 0.0
    for strip in strips:
        boxes += [replace(box, y=box.y + top) for box in strip.boxes]
        top += strip.height
    return boxes


@pytest.mark.parametrize("style", [WIDE, NARROW], ids=lambda style: style.name)
@pytest.mark.parametrize("reading", BRIEF.readings, ids=lambda reading: reading.report.outlet)
def test_every_voice_is_drawn_once_and_no_two_boxes_touch(reading: Reading, style: Style) -> None:
    root = tree_of(reading)
    boxes = boxes_on_one_sheet(draw_tree(root, style))
    assert [box.node for box in boxes] == flatten(root)
    for one, other in combinations(boxes, 2):
        apart = one.x + one.width < other.x or other.x + other.width < one.x
        assert apart or one.y + one.height < other.y or other.y + other.height < one.y


@pytest.mark.parametrize("style", [WIDE, NARROW], ids=lambda style: style.name)
def test_boxes_hold_their_lines_and_strips_their_boxes(style: Style) -> None:
    for strip in draw_tree(tree_of(LANTERN_READING), style):
        for box in strip.boxes:
            assert box.x >= 0
            assert box.x + box.width <= strip.width
            assert box.y + box.height <= strip.height
            assert all(box.y < line.y < box.y + box.height for line in box.lines)
            assert [line.text for line in box.lines if line.role == "name"]
    assert max(strip.width for strip in draw_tree(tree_of(LANTERN_READING), NARROW)) <= 350


def test_who_is_not_named_is_dashed() -> None:
    dashed = [
        box.node.name for box in boxes_on_one_sheet(draw_tree(tree_of(LANTERN_READING), WIDE)) if box.nameless
    ]
    clerk = "a clerk close to the harbour ministry"
    assert dashed == [clerk, clerk, "A lawyer for the fruit importers", "nobody is named"]


def test_a_line_leads_to_every_box_but_the_first() -> None:
    strips = draw_tree(tree_of(LANTERN_READING), WIDE)
    arrows = sum(path.endswith("m-6-3.5 6 3.5-6 3.5") for strip in strips for path in strip.paths)
    assert arrows == len(boxes_on_one_sheet(strips)) - 1


def test_a_long_chain_and_a_long_name_are_drawn() -> None:
    chain = tuple(Link(f"{'Very Long Name ' * 30}{number}", "outlet") for number in range(9))
    claim = replace(LANTERN_READING.claims[0], chain=chain, branches=())
    root = tree_of(Reading(LANTERN, claims=(claim,)))
    for style in (WIDE, NARROW):
        boxes = boxes_on_one_sheet(draw_tree(root, style))
        assert len(boxes) == 9
        assert boxes[0].lines[-1].text.endswith("\u2026")


def test_the_outlet_alone() -> None:
    own = tuple(claim for claim in LANTERN_READING.claims if not claim.attributed)
    [strip] = draw_tree(tree_of(Reading(LANTERN, claims=own)), WIDE)
    assert len(strip.boxes) == 1
    assert grow_trees(Reading(LANTERN)) == ()


@pytest.mark.parametrize(
    ("claims", "shown"),
    [
        ("1 2", "c1 c2"),
        ("1 2 3", "c1\u2013c3"),
        ("7 1 2 3 4 9", "c1\u2013c4 c7 c9"),
        ("", ""),
    ],
)
def test_claims_that_follow_each_other_stand_as_one(claims: str, shown: str) -> None:
    chips = list_chips([f"r1:c{number}" for number in claims.split()])
    assert " ".join(chip.text for chip in chips) == shown


def test_a_key_of_another_form_is_not_lost() -> None:
    assert list_chips(["odd"]) == [Chip("odd", "odd")]
