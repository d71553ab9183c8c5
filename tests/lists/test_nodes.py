"""Nodes: every field is taken once."""

from collections.abc import Callable

import pytest
from lxml import etree

from ostiary.lists.nodes import Node, Unfolder
from ostiary.model.errors import ListFileError


def unfold(text: str) -> Node:
    return Unfolder("urn:x", {"A": {"Skipped"}}).unfold(etree.fromstring(text))[0]


def test_a_node_holds_what_stands_in_the_element_and_gives_it_away_once() -> None:
    node = unfold('<A xmlns="urn:x" ID="7"><B>one </B><B>two</B><C k="v">text</C><Skipped k="v"/></A>')
    assert node.take_number("ID") == 7
    assert node.leaves == {"B": ["one ", "two"]}
    assert [child.take_text() for child in node.take_nodes("C")] == ["text"]
    assert (node.attributes, node.nodes) == ({}, {})
    with pytest.raises(ListFileError, match="lacks the attribute ID"):
        node.take("ID")


@pytest.mark.parametrize(
    ("take", "what"),
    [
        (lambda node: node.take_leaf("B"), "more than one B"),
        (lambda node: node.take_leaf_number("D"), "'x' and not a number"),
        (lambda node: node.take_leaf_number("Absent"), "'' and not a number"),
        (lambda node: node.take_number("ID"), "'-7' and not a number"),
        (lambda node: node.take_node("C"), "2 C where one is due"),
        (lambda node: node.take_node("Absent"), "0 Absent where one is due"),
    ],
)
def test_what_is_missing_or_too_much_is_an_error(take: Callable[[Node], object], what: str) -> None:
    node = unfold('<A xmlns="urn:x" ID="-7"><B>1</B><B>2</B><C k="1"/><C k="2"/><D>x</D></A>')
    with pytest.raises(ListFileError, match=what):
        take(node)


def test_an_element_of_another_namespace_is_not_taken_for_ours() -> None:
    node = unfold('<A xmlns="urn:x"><B xmlns="urn:other">1</B></A>')
    assert node.take_leaf("B") == ""
    assert list(node.leaves) == ["{urn:other}B"]
