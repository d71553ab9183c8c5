"""Groups of companies that hold each other in a circle: the strongly connected parts of a graph."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator


def find_circles(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """Return the groups of at least two that all reach each other, in the order in which they were met.

    Two walks, one along the edges and one against them (Kosaraju), without recursion: no chain is too long.

    Args:
        pairs: Owner and company.
    """
    along: defaultdict[str, list[str]] = defaultdict(list)
    against: defaultdict[str, list[str]] = defaultdict(list)
    for owner, owned in pairs:
        along[owner].append(owned)
        against[owned].append(owner)
    left: dict[str, None] = {}
    for start in list(along):
        if start not in left:
            left |= dict.fromkeys(_leave(start, along, left))
    found: list[frozenset[str]] = []
    taken: set[str] = set()
    for start in reversed(left):
        group = frozenset(_leave(start, against, taken)) if start not in taken else frozenset()
        taken |= group
        if len(group) > 1:
            found.append(group)
    return found


def _leave(start: str, edges: defaultdict[str, list[str]], known: Container[str]) -> Iterator[str]:
    """Give what is reached from a node and not known yet, each when all that is behind it was given."""
    seen = {start}
    walk = [(start, iter(edges.get(start, ())))]
    while walk:
        node, others = walk[-1]
        following = next((one for one in others if one not in seen and one not in known), None)
        if following is None:
            walk.pop()
            yield node
        else:
            seen.add(following)
            walk.append((following, iter(edges.get(following, ()))))
