"""Lines of JSON objects, strictly read, and each object as a node from which every field is taken."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from ostiary.lists.lines import Lines
from ostiary.lists.nodes import Node
from ostiary.model.errors import ListFileError

_ADVICE: Final = "The file is cut off or was changed by another program; fetch it again."


def iterate_objects(lines: Lines) -> Iterator[dict[str, Any]]:
    """Yield the object of each line that is not blank.

    Raises:
        ListFileError: A line is no JSON object, or nests too deep.
    """
    for line in lines:
        if line.isspace():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ListFileError(f"The line is not JSON: {error}.", where=lines.place, advice=_ADVICE) from error
        if not isinstance(found, dict):
            raise ListFileError("The line is not a JSON object.", where=lines.place, advice=_ADVICE)
        yield found


def unfold_object(
    tag: str, given: Mapping[str, Any], skipped: Mapping[str, Collection[str]]
) -> tuple[Node, list[Node]]:
    """Return the node of an object, and in one list it and all nodes below it.

    Texts and numbers are its attributes, objects and lists of objects are nodes below it, and texts and numbers in
    a list are leaves.

    Args:
        tag: Name of the node.
        given: The object.
        skipped: For a node the names of fields that are left out with all that they hold.
    """
    found: list[Node] = []
    return _unfold(tag, given, skipped, found), found


def _unfold(tag: str, given: Mapping[str, Any], skipped: Mapping[str, Collection[str]], found: list[Node]) -> Node:
    node = Node(tag, {}, {}, {}, "")
    found.append(node)
    for name, value in given.items():
        if name in skipped.get(tag, ()):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                node.nodes.setdefault(name, []).append(_unfold(name, item, skipped, found))
            elif isinstance(value, list):
                node.leaves.setdefault(name, []).append(_write(item))
            elif written := _write(item):
                node.attributes[name] = written
    return node


def _write(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
