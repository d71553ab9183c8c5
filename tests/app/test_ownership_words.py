"""What is printed of an answer on a company: the likest namesakes first, and that there are more."""

from ostiary.app.cli.ownership_words import _ask
from ostiary.model.ownership import NameQuestion


def test_the_likest_namesakes_are_shown_and_the_others_counted() -> None:
    questions = [
        NameQuestion("Heron Ltd", f"zz:{number}", f"HERON {number}", number / 10) for number in range(3, 10)
    ]
    line, how = _ask(questions)
    assert line.startswith("Heron Ltd: so, or nearly so, is called zz:9 HERON 9 (0.90); zz:8 HERON 8 (0.80)")
    assert "zz:5" in line
    assert "zz:4" not in line
    assert line.endswith("and 2 less alike; all of them: --json")
    assert 'confirm "Heron Ltd"' in how


def test_few_namesakes_are_all_shown() -> None:
    line, _how = _ask([NameQuestion("Heron Ltd", "zz:1", "HERON", 0.8)])
    assert line == "Heron Ltd: so, or nearly so, is called zz:1 HERON (0.80)"
