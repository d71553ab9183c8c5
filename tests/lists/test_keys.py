from ostiary.lists.keys import make_key


def test_a_key_depends_on_the_values_and_their_order_alone() -> None:
    assert make_key("Anna", "Berg") == make_key("Anna", "Berg")
    assert len({make_key("Anna", "Berg"), make_key("Berg", "Anna"), make_key("AnnaBerg"), make_key("Anna")}) == 4


def test_a_key_never_changes_from_release_to_release() -> None:
    assert make_key("Anna", "Berg") == "ea230d0eef81"
