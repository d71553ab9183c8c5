"""Two names compared with each other, without any list."""

from ostiary.model.errors import QueryError
from ostiary.model.hits import Comparison, Part
from ostiary.model.profiles import Profile
from ostiary.names.analysis import AnalysedName, WordKind, classes_of_schema, query_readings
from ostiary.names.arrays import number_words, tabulate_names, tabulate_words
from ostiary.names.keys import exact_key
from ostiary.names.matching import prepare_name, trace_name, weigh_words
from ostiary.screening.explanation import largest_effect_first, name_parts
from ostiary.screening.profiles import cost_rows, load_profile
from ostiary.screening.scale import shown_score


def compare(left: str, right: str, schema: str = "", *, profile: Profile | None = None) -> Comparison:
    """Return how like two names are, with the parts of the score.

    Args:
        left: A name.
        right: Another.
        schema: FollowTheMoney schema of both bearers; if empty, the kindest reading of all kinds counts.
        profile: How words are weighed; the default one if None.

    Raises:
        QueryError: One of the names has no letter that can be read.
    """
    chosen = profile or load_profile()
    readings = [
        parts
        for name_class in classes_of_schema(schema)
        for ours in query_readings(left, name_class)
        for theirs in query_readings(right, name_class)
        if (parts := _compared_parts(ours, theirs, chosen))
    ]
    if not readings:
        raise QueryError("There is nothing to compare.", where=f"{left!r} and {right!r}", advice="Give two names.")
    parts = max(readings, key=lambda found: sum(part.points for part in found))
    points = sum(part.points for part in parts)
    return Comparison(left, right, points, shown_score(points), parts, chosen.digest)


def _compared_parts(ours: AnalysedName, theirs: AnalysedName, profile: Profile) -> tuple[Part, ...]:
    if not ours.words or not theirs.words:
        return ()
    name_class, left, right = ours.name_class, ours.text, theirs.text
    numbers = number_words([theirs])
    listed = weigh_words(tabulate_words(list(numbers[name_class])), cost_rows(profile)[name_class])
    cut = theirs.words[-1].kind is WordKind.CUT
    _, trace = trace_name(prepare_name(ours, listed), tabulate_names([theirs], numbers), 0, listed, cut=cut)
    parts = list(name_parts(trace, ours.words, theirs.words))
    if exact_key(left) == exact_key(right):
        label = "written as listed"
        parts.append(
            Part("spelling", left, right, profile.evidence[label], "the two are written alike, letter by letter")
        )
    return tuple(largest_effect_first(parts))
