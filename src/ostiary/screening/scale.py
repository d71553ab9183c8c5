"""The fixed scale on which points are shown: 0.0 to 1.0, 0.70 worth a look, 0.90 act now."""

from itertools import pairwise

#: Points and the score shown for them; straight lines between, flat beyond.
_SCALE = ((-4000, 0.0), (0, 0.10), (700, 0.70), (900, 0.90), (1000, 0.95), (1500, 1.0))
_DIGITS = 6


def shown_score(points: int) -> float:
    """Return the score shown for points: it rises with them and never depends on a profile."""
    for (low, low_score), (high, high_score) in pairwise(_SCALE):
        if points <= high:
            share = max(points - low, 0) / (high - low)
            return round(low_score + share * (high_score - low_score), _DIGITS)
    return _SCALE[-1][1]
