from hypothesis import given
from hypothesis import strategies as st

from ostiary.screening.scale import shown_score


@given(st.integers(-4000, 1499))
def test_more_points_never_show_a_lower_score(points: int) -> None:
    assert shown_score(points) < shown_score(points + 1)


def test_the_marks_that_users_know_stand_where_they_should() -> None:
    assert [shown_score(points) for points in (700, 900, 5000, -9999)] == [0.70, 0.90, 1.0, 0.0]
