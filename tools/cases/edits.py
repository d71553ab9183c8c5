"""How many letters make one word of another? Left out, put in, another in its place, or two neighbours swapped."""


def count_edits(one: str, other: str) -> int:
    """Return the least number of single-letter edits; two neighbouring letters swapped count as one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]


def is_alike(one: str, other: str) -> bool:
    """Return whether two words can be spellings of one: at most two fifths of the longer one's letters differ."""
    return 5 * count_edits(one, other) <= 2 * max(len(one), len(other))
